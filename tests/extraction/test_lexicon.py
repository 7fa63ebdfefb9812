"""Forms of a pack: spellings out of a short notation; whole words, the longest first, found in a text."""

import pytest

from vigie.extraction.actor_forms import form_table
from vigie.extraction.conjugation import tenses_of
from vigie.extraction.lexicon import Entry, Lexicon, expand, lexicon, pack_folder, read_table


@pytest.mark.parametrize(
    ("form", "spellings"),
    [
        ("raid(s)", {"raid", "raids"}),
        ("tué(e)(s)", {"tué", "tuée", "tués", "tuées"}),
        ("perdu/perdent la vie", {"perdu la vie", "perdent la vie"}),
        ("abatt(u|ue|us) net", {"abatt net", "abattu net", "abattue net", "abattus net"}),
        ("État", {"État", "Etat"} - {"Etat"}),
        ("état-major", {"état-major", "etat-major"}),
        ("obus", {"obus"}),
    ],
)
def test_a_form_stands_for_its_spellings(form: str, spellings: set[str]) -> None:
    assert set(expand(form)) == spellings


def small(*forms: str) -> Lexicon:
    return Lexicon(Entry(form, "E", form, ()) for form in forms)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("un raid.", ["raid"]),
        ("un raid aérien", ["raid aérien"]),
        ("braid raider", []),
        ("l'attaque d'hier", ["attaque"]),
        ("contre-attaque", []),
        ("attaque-suicide", []),
        ("raid", ["raid"]),
        ("raid_", ["raid"]),
        ("raid, raid", ["raid", "raid"]),
        ("jusqu'aux morts", ["jusqu'"]),
        ("- au nord -raid sur", ["raid"]),  # behind the end of «- Intertitre -»
        ("après-raid", []),
        ("", []),
    ],
)
def test_whole_words_are_found_the_longest_first(text: str, found: list[str]) -> None:
    hits = small("raid", "raid aérien", "attaque", "jusqu'").find(text)
    assert [hit.entry.form for hit in hits] == found
    assert all(text[hit.start : hit.end] == hit.entry.form for hit in hits)


@pytest.mark.parametrize("sign", [*" \n'\",.:;()!?%/[]", "_", "•", "’", "\t", "\x00", " -", "\ufffd"])
def test_any_sign_parts_words(sign: str) -> None:
    hits = small("raid", "siège").find(f"raid{sign}siège{sign}raid")
    assert [hit.entry.form for hit in hits] == ["raid", "siège", "raid"]
    assert [hit.start for hit in hits] == [0, 4 + len(sign), 9 + 2 * len(sign)]


@pytest.mark.parametrize("letter", ["s", "é", "-", "1", "²", "٣", "战"])
def test_no_letter_or_hyphen_of_a_word_does(letter: str) -> None:
    assert not small("raid").find(f"raid{letter}raid")


def test_signs_within_a_form_are_its_own() -> None:
    known = small("tués, blessés", "coup d'état", "refus d'")
    assert not known.find("tués. blessés; coup d état; refus d un")
    told = [hit.entry.form for hit in known.find("tués, blessés; coup d'état; refus d'un")]
    assert told == ["tués, blessés", "coup d'état", "refus d'"]


def test_the_first_table_that_has_a_form_keeps_it() -> None:
    both = Lexicon([Entry("prise", "C", "first", ()), Entry("prise", "N", "second", ())])
    assert [hit.entry.value for hit in both.find("la prise")] == ["first"]


def test_features_have_a_value_or_none() -> None:
    entry = Entry("x", "K", "killed", ("weak", "method=Grenade"))
    assert (entry.feature("weak"), entry.feature("method"), entry.feature("zero")) == ("", "Grenade", None)


@pytest.mark.parametrize(
    ("words", "code", "value"),
    [("tués", "K", "killed"), ("blessées par balle", "N", "injured"), ("attentat-suicide", "E", "Suicide_bomb")],
)
def test_the_pack_knows_the_commonest_words(words: str, code: str, value: str) -> None:
    hit = lexicon("fr").find(words)[0]
    assert (hit.entry.code, hit.entry.value) == (code, value)


def test_tables_are_built_once_however_they_are_asked_for() -> None:
    assert lexicon("fr") is lexicon("fr", None)
    assert form_table("fr") is form_table("fr", None)


@pytest.mark.parametrize(
    ("form", "kind", "told"),
    [
        ("cerner", "CI", {"cerne:V", "cernent:V", "cernait:V", "cernant:G", "cerné(e)(s):K"}),
        ("s'emparer", "CI", {"s'empare:V", "s'emparèrent:V", "s'emparant:G", "emparé(e)(s):R"}),
        ("reprendre pied à", "CI", {"reprennent pied à:V", "reprenant pied à:G", "repris pied à:K"}),
        ("mettre en garde", "GI", {"met en garde:V", "mis(e) en garde:K", "mettront en garde:V"}),
        ("déloger", "CJ", {"délogeait:C", "délogeant:H", "délogé(e)(s):E"}),
        ("sermonner", "GI", {"sermonne:V", "sermonnaient:V"}),
        ("sceller", "GJ", {"scelle:L", "scellé(e)(s):M"}),
    ],
)
def test_an_infinitive_stands_for_its_tenses(form: str, kind: str, told: set[str]) -> None:
    models = tuple(tuple(row) for row in read_table(pack_folder("fr") / "conjugations.tsv"))
    assert told <= {f"{one.spelling}:{one.letter}" for one in tenses_of(form, kind, models)}


def test_what_is_to_come_took_no_place() -> None:
    models = tuple(tuple(row) for row in read_table(pack_folder("fr") / "conjugations.tsv"))
    assert not [one for one in tenses_of("cerner", "CI", models) if one.spelling.endswith("ront")]
    assert not list(tenses_of("nulle part", "CI", models))
