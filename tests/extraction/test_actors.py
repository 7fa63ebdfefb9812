"""Actors in French sentences written for the test: who is named, and by which id."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigie.extraction.actor_forms import all_forms, lint_forms
from vigie.extraction.actors import ActorMention, find_actors, resolve
from vigie.vocabulary import is_actor, is_source

DAY = dt.date(2016, 10, 12)


def ids(text: str, country: str | None = "SYR") -> list[tuple[str, ...]]:
    return [m.ids for m in find_actors(text, country, DAY) if m.ids]


def only(text: str, country: str | None = "SYR") -> ActorMention:
    (mention,) = find_actors(text, country, DAY)
    return mention


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("l'armée syrienne", "SYR"),
        ("des soldats maliens", "MLI"),
        ("les troupes éthiopiennes", "ETH"),
        ("la gendarmerie nigérienne", "NER"),
        ("la police nigériane", "NGA"),
        ("les garde-côtes tunisiens", "TUN"),
        ("l'aviation de Damas", "SYR"),
        ("le gouvernement du Mali", "MLI"),
        ("le ministère russe de la Défense", "RUS"),
        ("le ministre burkinabè de la Sécurité", "BFA"),
        ("le porte-parole de l'armée turque", "TUR"),
        ("l'ambassadeur des Etats-Unis", "USA"),
        ("la junte birmane", "MMR"),
        ("les forces du régime de Bachar al-Assad", "SYR"),
        ("l'offensive de la Turquie", "TUR"),
        ("la force française Barkhane", "FRA"),
    ],
)
def test_states_are_named_by_adjective_complement_or_capital(text: str, expected: str) -> None:
    assert ids(text, "COL") == [(expected,)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("le groupe Etat islamique", "IS"),
        ("le groupe État islamique", "IS"),
        ("l'organisation Etat islamique", "IS"),
        ("l'EI", "IS"),
        ("Daech", "IS"),
        ("les jihadistes de Daesh", "IS"),
        ("les jihadistes de l'EI", "IS"),
        ("le Front al-Nosra", "AL-NUSRA"),
        ("le Front Fateh al-Cham", "AL-NUSRA"),
        ("le chef du Hezbollah", "HEZBOLLAH"),
        ("les rebelles Houthis", "HOUTHIS"),
        ("les islamistes shebab", "AL-SHABAAB"),
        ("des combattants présumés de Boko Haram", "BOKO-HARAM"),
        ("des éléments de la Codeco", "CODECO"),
        ("des miliciens Maï-Maï", "MAI-MAI"),
        ("le groupe armé M23", "M23"),
        ("les Forces démocratiques syriennes", "SDF"),
        ("les paramilitaires des FSR", "RSF"),
        ("les mercenaires du groupe russe Wagner", "WAGNER"),
        ("la coalition internationale menée par les Etats-Unis", "COALITION"),
        ("la coalition menée par l’Arabie saoudite", "SAU-COALITION"),
        ("la Monusco", "UN"),
        ("les Casques bleus", "UN"),
        ("l'Otan", "NATO"),
        ("la Cédéao", "ECOWAS"),
    ],
)
def test_groups_and_bodies_in_their_press_forms(text: str, expected: str) -> None:
    assert ids(text, None) == [(expected,)]


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("le régime", "SYR", "SYR"),
        ("l'armée", "BFA", "BFA"),
        ("les rebelles", "SYR", "SYR-REB"),
        ("les insurgés", "SSD", "SSD-REB"),
        ("des djihadistes présumés", "MLI", "MLI-JIH"),
        ("des hommes armés non identifiés", "BFA", "BFA-UNK"),
        ("des individus armés", "NER", "NER-UNK"),
        ("les manifestants", "SDN", "SDN-PRO"),
        ("des séparatistes prorusses", "UKR", "UKR-SEP"),
        ("des milices chiites irakiennes", "SYR", "IRQ-MIL"),
        ("les forces kurdes", "SYR", "SYR-KUR"),
        ("les autorités kurdes", "IRQ", "IRQ-KUR"),
        ("des forces progouvernementales", "SYR", "SYR"),
        ("les milices progouvernementales", "SYR", "SYR-MIL"),
        ("la coalition", "YEM", "SAU-COALITION"),
        ("la coalition", "IRQ", "COALITION"),
        ("les séparatistes", "SEN", "MFDC"),
    ],
)
def test_unnamed_ones_take_the_country_of_the_story(text: str, country: str, expected: str) -> None:
    assert ids(text, country) == [(expected,)]
    assert ids(text, None) in ([], [(expected,)] if expected.startswith("IRQ-MIL") or "prorusses" in text else [])


@pytest.mark.parametrize(
    ("text", "expected", "head"),
    [
        ("des raids russes", ("RUS",), "raids"),
        ("des tirs rebelles", ("SYR-REB",), "tirs"),
        ("une attaque jihadiste", ("SYR-JIH",), "attaque"),
        ("des raids russes et syriens", ("RUS", "SYR"), "raids"),
        ("un raid franco-mauritanien", ("FRA", "MRT"), "raid"),
    ],
)
def test_an_adjective_names_an_actor_too(text: str, expected: tuple[str, ...], head: str) -> None:
    mention = only(text)
    assert (mention.ids, mention.adjective, mention.head) == (expected, True, head)


@pytest.mark.parametrize("text", ["des combattants pro-iraniens", "une manifestation anti-turque", "il vit à Damas"])
def test_leanings_and_places_are_nobody(text: str) -> None:
    assert ids(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Damas a démenti", ["SYR"]),
        ("Moscou et Damas ont nié", ["RUS", "SYR"]),
        ("selon Ankara", ["TUR"]),
        ("Il est rentré de Moscou", []),
        ("dans le nord de la Syrie", []),
        ("En Israël, les sirènes ont retenti", []),
        ("La Russie a mené des frappes", ["RUS"]),
    ],
)
def test_a_capital_or_country_acts_or_is_a_place(text: str, expected: list[str]) -> None:
    assert [i for found in ids(text) for i in found] == expected


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Au Niger, des hommes armés ont brûlé un bus.", "NER-UNK"),
        ("Au Niger, l'armée a annoncé un raid.", "NER"),
        ("Trois morts au Niger. Des hommes armés ont fui.", "MLI-UNK"),
        ("Deux villages pillés en Irak par des jihadistes.", "IRQ-JIH"),
        ("Un convoi a sauté au Niger, selon l'armée.", "MLI"),
    ],
)
def test_the_country_of_the_sentence_goes_before_that_of_the_story(text: str, last: str) -> None:
    assert ids(text, "MLI")[-1] == (last,)


@pytest.mark.parametrize(
    ("text", "hedged"),
    [
        ("des raids probablement russes", True),
        ("des avions, probablement russes,", True),
        ("des jihadistes présumés", True),
        ("de présumés jihadistes", True),
        ("des raids russes", False),
    ],
)
def test_doubt_about_the_author_is_kept(text: str, hedged: bool) -> None:
    assert [m.hedge for m in find_actors(text, "SYR", DAY) if m.ids][-1] is hedged


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("L'armée turque avance. L'armée a perdu deux hommes.", "TUR"),
        ("Deux militaires français patrouillaient. Un soldat est mort.", "FRA"),
        ("Le ministère russe de la Défense parle. Le ministère précise.", "RUS"),
        ("Daech avance. Les jihadistes tiennent la ville.", "IS"),
        ("Les ADF sont venus. Le groupe est reparti.", "ADF"),
        ("Des hommes armés sont venus. Les assaillants sont repartis.", "SYR-UNK"),
    ],
)
def test_a_bare_noun_takes_up_an_earlier_mention(text: str, last: str) -> None:
    mention = [m for m in find_actors(text, "SYR", DAY) if m.ids][-1]
    assert mention.ids == (last,)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Boko Haram a pris le village. Les insurgés ont brûlé des maisons.", "BOKO-HARAM"),
        ("Le M23 avance vers Goma. Les rebelles ont tué deux hommes.", "M23"),
        ("La Codeco a attaqué un camp. Les miliciens ont tiré.", "CODECO"),
        ("Les FSR tiennent l'aéroport. Les paramilitaires ont tiré.", "RSF"),
        ("Le M23 et les ADF avancent. Les rebelles ont tué deux hommes.", "COD-REB"),
        ("Des rebelles sont venus, le M23 aussi. Les rebelles ont tué deux hommes.", "COD-REB"),
        ("Boko Haram a pris le village. Les rebelles ont brûlé des maisons.", "COD-REB"),
        ("Boko Haram a pris le village. Des insurgés ont brûlé des maisons.", "COD-REB"),
        ("Le Front al-Nosra a pris le village. Les insurgés ont brûlé des maisons.", "COD-REB"),
        ("Le groupe HTS a pris le village. L'insurrection a gagné.", "COD-REB"),
        ("Daech a pris le village. Les insurgés ont brûlé des maisons.", "COD-REB"),
        ("Les shebab ont pris le village. Les insurgés ont brûlé des maisons.", "AL-SHABAAB"),
        ("Ansar Dine a pris le village. L'insurrection a gagné.", "ANSAR-DINE"),
        ("Daech a attaqué. La ville est aux mains des jihadistes.", "IS"),
        ("Daech a attaqué. La ville est passée sous la coupe des jihadistes.", "IS"),
        ("Daech a attaqué. La ville vit sous le joug des jihadistes.", "IS"),
        ("Daech a attaqué. L'armée a tué des jihadistes.", "COD-JIH"),
        ("Le PKK a attaqué un poste. Des rebelles kurdes ont été tués en Irak.", "PKK"),
        ("Le PKK et les YPG ont un ennemi. Des combattants kurdes ont été tués en Irak.", "IRQ-KUR"),
    ],
)
def test_a_plain_noun_is_the_one_group_named_before_that_the_press_calls_so(text: str, last: str) -> None:
    mention = [m for m in find_actors(text, "COD", DAY) if m.ids][-1]
    assert mention.ids == (last,)


def test_the_holder_of_an_office_depends_on_the_day() -> None:
    text = "Barack Obama a parlé"
    assert find_actors(text, None, dt.date(2016, 1, 1))[0].ids == ("USA",)
    assert [m for m in find_actors(text, None, dt.date(2020, 1, 1)) if m.ids] == []


def test_a_spokesman_carries_his_name() -> None:
    mention = find_actors("le porte-parole de la police, Jean Bukasa, a parlé", "COD", DAY)[0]
    assert (mention.person, mention.ids, mention.role) == ("Jean Bukasa", ("COD",), "government")


def test_resolve_gives_a_group_to_a_definite_description() -> None:
    mentions = find_actors("Le Hamas a tiré. Une organisation proche a suivi.", "PSE", DAY)
    assert resolve(mentions[-1], mentions) == ("HAMAS",)


def test_every_fixed_id_is_in_the_vocabulary() -> None:
    fixed = {f.value for f in all_forms("fr") if f.cls in ("name", "person", "country") and f.value}
    assert sorted(i for i in fixed if not (is_actor(i) or is_source(i))) == []


def test_the_pack_is_clean() -> None:
    assert lint_forms("fr") == []


@given(st.text(max_size=300), st.sampled_from(["SYR", None]))
def test_no_text_breaks_it(text: str, country: str | None) -> None:
    for mention in find_actors(text, country, DAY):
        assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize(
    "unit", ["chef du ", "porte-parole de l'armée de ", "le groupe ", "avions russes et ", "Jean "]
)
def test_long_monotonous_text_is_read_in_time(unit: str) -> None:
    text = unit * (20_000 // len(unit))
    assert all(m.end <= len(text) for m in find_actors(text, "SYR", None))


_VOCABULARY = "le la des de du d' l' armée syrienne rebelles selon Damas , . et \" EI chef Front al-Nosra 12"
_WORDS = st.sampled_from(_VOCABULARY.split())


@given(st.lists(_WORDS, max_size=40))
def test_no_sequence_of_actor_words_breaks_it(parts: list[str]) -> None:
    text = " ".join(parts)
    mentions = find_actors(text, "SYR", None)
    assert all(a.end <= b.start for a, b in pairwise(mentions))


@pytest.mark.parametrize("title", ["M.", "Mme"])
def test_a_name_with_a_title_is_who_was_named_in_full(title: str) -> None:
    text = f"Le président Ashraf Ghani a parlé. {title} Ghani est en visite."
    assert [m.ids for m in find_actors(text, None, dt.date(2020, 9, 13)) if "Ghani" in m.text] == [("AFG",), ("AFG",)]
    assert not [m for m in find_actors(f"{title} Ghani est en visite.", None, dt.date(2020, 9, 13)) if m.ids]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("le secrétaire général de l'ONU", "international"),
        ("deux responsables de l'Otan", "international"),
        ("un représentant de l'Union européenne", "international"),
        ("le secrétaire général du Hezbollah", "armed"),
        ("deux membres de la famille", "source"),
    ],
)
def test_who_belongs_to_a_body_is_of_its_kind(text: str, kind: str) -> None:
    assert only(text).kind == kind
