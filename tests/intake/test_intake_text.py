"""Encodings, languages, dates given in fields, lines that are no part of the article, lines put together."""

import datetime as dt
import time

import pytest
from makers import ARABIC, ENGLISH, FRENCH, SECOND

from vigie.intake import boilerplate_spans, interval, language
from vigie.intake.decode import decode
from vigie.intake.problems import ReadError, clean_detail
from vigie.intake.records import address, columns, host_outlet
from vigie.intake.wrapped import unwrap

TYPOGRAPHIC = (
    "L’armée — selon l’Observatoire — a bombardé « Tell Ramla\xa0» : cœur de ville rasé, 12\u202f000 déplacés… 50 €"
)


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_read_letter_for_letter(charset: str) -> None:
    assert decode(TYPOGRAPHIC.encode(charset)) == (TYPOGRAPHIC, 0)


@pytest.mark.parametrize("charset", ["cp1252", "latin-1", "iso8859-15", "mac_roman"])
@pytest.mark.parametrize("text", [FRENCH, SECOND, FRENCH + "\n\n" + SECOND, "Raid à Tell Ramla : un blessé"])
def test_french_in_single_bytes_is_read(charset: str, text: str) -> None:
    assert decode(text.encode(charset)) == (text, 0)


def test_windows_quotes_and_dashes_are_read() -> None:
    text = TYPOGRAPHIC.replace("\u202f", "\xa0")
    assert decode(text.encode("cp1252")) == (text, 0)


def test_arabic_in_windows_bytes_is_read() -> None:
    assert decode((ARABIC * 3).encode("cp1256")) == (ARABIC * 3, 0)


def test_a_few_damaged_bytes_do_not_spoil_a_text() -> None:
    text, replaced = decode(FRENCH.encode() + b"\xff\xfe\x81" + (FRENCH * 2).encode())
    assert replaced == 3
    assert text.replace("�", "") == FRENCH * 3


@pytest.mark.parametrize("charset", ["klingon", "base64", "utf-7", "\x00", "rot13"])
def test_a_false_declaration_is_no_harm(charset: str) -> None:
    assert decode(FRENCH.encode("cp1252"), charset) == (FRENCH, 0)


def test_bytes_that_are_no_text_are_told() -> None:
    with pytest.raises(ReadError, match="binary"):
        decode(bytes(range(32)) * 20)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (FRENCH, "fr"),
        (ENGLISH, "en"),
        (ARABIC, "ar"),
        ("Syrie: douze morts dans un raid sur Alep", "fr"),
        ("Raid aérien à Tell Ramla : 12 morts", "fr"),
        ("Mali : deux soldats tués", "fr"),
        ("L'armée syrienne reprend Palmyre", "fr"),
        ("Attentat à Bagdad, neuf morts", "fr"),
        ("FRAPPES RUSSES SUR IDLEB: LE BILAN S'ALOURDIT", "fr"),
        ("Air strike kills 12 in Aleppo", "en"),
        ("Two soldiers killed in northern Mali", "en"),
        ("Al menos doce civiles murieron el martes en un ataque aéreo contra el mercado de la ciudad", "other"),
        ("Almeno dodici civili sono stati uccisi martedì in un raid aereo sul mercato della città", "other"),
        ("Mindestens zwölf Zivilisten wurden am Dienstag bei einem Luftangriff auf den Markt getötet", "other"),
        ("Pelo menos doze civis foram mortos na terça-feira num ataque aéreo ao mercado da cidade", "other"),
        ("Ten minste twaalf burgers kwamen dinsdag om bij een luchtaanval op de markt van de stad", "other"),
        ("Salı günü kentin pazarına düzenlenen hava saldırısında en az on iki sivil öldü", "other"),
        ("По меньшей мере двенадцать мирных жителей погибли во вторник", "other"),
        ("دست کم دوازده غیرنظامی روز سه‌شنبه در حمله هوایی به بازار شهر کشته شدند", "other"),
        ("至少十二名平民周二在空袭中丧生", "other"),
        ("12 345", "other"),
        ("", "other"),
        (f"[{ENGLISH}] {FRENCH} {SECOND}", "fr"),
        (FRENCH + " " + ARABIC, "fr"),
    ],
)
def test_the_language_is_told(text: str, expected: str) -> None:
    assert language(text) == expected


def test_every_sentence_of_a_french_text_is_french() -> None:
    for sentence in (FRENCH + " " + SECOND).replace("»", ".").split(". "):
        assert language(sentence) == "fr", sentence


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("2016-10-11", "2016-10-11", "2016-10-11"),
        ("2016-10-11T23:30:00+02:00", "2016-10-11", "2016-10-11"),
        ("2016-10-11 08:15", "2016-10-11", "2016-10-11"),
        ("20161011", "2016-10-11", "2016-10-11"),
        ("2016/10/11", "2016-10-11", "2016-10-11"),
        ("11/10/2016", "2016-10-11", "2016-10-11"),
        ("11.10.2016 à 18h45", "2016-10-11", "2016-10-11"),
        ("11 octobre 2016", "2016-10-11", "2016-10-11"),
        ("mardi 11 octobre 2016", "2016-10-11", "2016-10-11"),
        ("1er août 2016", "2016-08-01", "2016-08-01"),
        ("Tue, 11 Oct 2016 18:45:00 +0200", "2016-10-11", "2016-10-11"),
        ("2016-10", "2016-10-01", "2016-10-31"),
        ("octobre 2016", "2016-10-01", "2016-10-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2016", "2016-01-01", "2016-12-31"),
        (2016, "2016-01-01", "2016-12-31"),
        (dt.datetime(2016, 10, 11, 23), "2016-10-11", "2016-10-11"),
        ({"start": "2016-10-11", "end": "2016-10-12"}, "2016-10-11", "2016-10-12"),
    ],
)
def test_given_dates_are_intervals(words: object, start: str, end: str) -> None:
    found = interval(words)
    assert found
    assert (found.start.isoformat(), found.end.isoformat()) == (start, end)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "hier",
        "mardi",
        "2016-13",
        "2016-02-30",
        "12 morts",
        "1234",
        12,
        None,
        True,
        [],
        {"start": "2016"},
        "0000-00-00",
        "9" * 99,
    ],
)
def test_what_is_no_date_is_nothing(words: object) -> None:
    assert interval(words) is None


BOILERPLATE = [
    "Retour", "← Retour à l'accueil", "Plus d'articles", "Plus d’articles", "» Vidéo du jour", "Rabais de la semaine",
    "Cet article a été automatiquement importé de notre ancien site. Il peut comporter des erreurs de mise en page.",
    "Nous utilisons des cookies afin de mesurer l'audience de ce site.", "En poursuivant votre navigation, vous acceptez "
    "l'utilisation de cookies.", "Tout accepter", "Partager sur Facebook", "Facebook Twitter WhatsApp", "12 partages",
    "Tags : Syrie, Alep, bombardement", "Mots-clés: armée", "#Syrie #Alep", "Publicité", "La suite après la publicité",
    "Abonnez-vous à notre lettre d'information", "Article réservé aux abonnés", "© AFP 2016", "Tous droits réservés.",
    "LIRE AUSSI : Dix morts dans un raid à Bir Salem", "Lire aussi > Dix morts dans un raid à Bir Salem", "À lire également",
    "Voir aussi : notre carte des combats", "Crédit photo : Le Guetteur", "Temps de lecture : 3 min", "3 min de lecture",
    "Imprimer l'article", "https://example.org/syrie", "Read more", "Follow us on Twitter", "Accept all cookies",
    "window.pvp_12ab = new Pvp('public', {id: \"x1\"});", "<script>document.write('x')</script>", "Réagir", "Se connecter",
    "[Lire aussi : Dix morts à Bir Salem]",
]  # fmt: skip


@pytest.mark.parametrize("line", BOILERPLATE)
def test_lines_that_are_no_part_of_the_article_are_told(line: str) -> None:
    text = f"{FRENCH}\n\n{line}\n\n{SECOND}"
    spans = boilerplate_spans(text)
    assert [text[start:end] for start, end in spans] == [line]


PROSE = [
    FRENCH, SECOND, "L'armée est de retour à Tell Ramla.", "Retour au calme à Bir Salem après trois jours de combats",
    "Les autorités ont partagé le bilan : douze morts.", "Vidéo : le raid filmé par des habitants a fait douze morts.",
    "Le ministre a publié un commentaire après la mort de trois soldats.", "À lire les communiqués, dix soldats sont morts.",
    "Douze morts, selon des sources concordantes", "Raids meurtriers", "Pris au piège", "La communauté internationale inquiète",
    "Le site a été bombardé (deux morts, selon l'Observatoire) dans la nuit.", "« Fermez les portes ! », criait-on.",
    "Trois accords signés = une trêve fragile", "Si l'armée avance (ce qui est peu probable), la ville tombera.",
    "Les contacts entre les deux camps ont été rompus.", "Recherches en cours dans les décombres", "Un mort et deux blessés",
]  # fmt: skip


@pytest.mark.parametrize("line", PROSE)
def test_lines_of_the_article_are_left(line: str) -> None:
    assert boilerplate_spans(f"{SECOND}\n{line}\n{FRENCH}") == []


def test_teasers_after_their_heading_are_skipped_up_to_the_next_sentence() -> None:
    teasers = "Plus d'articles\nVingt morts dans un raid à Dar Nour\n\nLe pape dénonce la guerre"
    text = f"{FRENCH}\n{teasers}\n{SECOND}\nUn intertitre"
    assert {text[start:end] for start, end in boilerplate_spans(text)} == set(teasers.replace("\n\n", "\n").split("\n"))


def test_nothing_after_the_comments_counts() -> None:
    text = f"{FRENCH}\n{SECOND}\nCommentaires (3)\nMoi je dis que quatre mille civils ont été tués."
    assert boilerplate_spans(text) == [(text.index("Commentaires"), len(text))]


def test_a_heading_called_comments_at_the_top_does_not_hide_the_article() -> None:
    assert boilerplate_spans(f"Commentaires\n{FRENCH}\n{SECOND}")[0][1] < 20


@pytest.mark.parametrize("stamp", [" date 2021-10 ", "date 2022-03-04 "])
def test_a_crawl_stamp_at_the_head_is_skipped(stamp: str) -> None:
    assert boilerplate_spans(stamp + FRENCH) == [(0, len(stamp.rstrip()))]
    assert boilerplate_spans(FRENCH + stamp + SECOND) == []


@pytest.mark.parametrize(
    "residue",
    [
        "window.pvp_ab12 = new Pvp('public', {id: 4});",
        "window.player = new Player('a', {b: 1})",
        'window.config = {"mute": true, "id": 12};',
        "document.getElementById('video').play();",
        "googletag.cmd.push(function() { googletag.display('pub'); });",
        "<!-- fin de la publicité -->",
        "var joueur = 12;",
        "(function() { jouer(); })();",
        "if (typeof pub !== 'undefined') { pub(); }",
        "Joueur.file.push('clip');",
        "(Lire aussi : douze morts à Dar Nour)",
        "[À voir : le raid de Dar Nour]",
    ],
)
def test_the_residue_of_a_script_within_a_line_is_skipped_alone(residue: str) -> None:
    text = f"{FRENCH} {residue} {SECOND}"
    assert [text[start:end] for start, end in boilerplate_spans(text)] == [residue]


def test_broken_lines_are_put_together() -> None:
    lines = [
        "Au moins douze civils ont été tués mardi dans un raid aé-",
        "rien sur le marché de Tell Ramla, selon l'Observatoire, et",
        "peut-",
        "être davantage.",
        "",
        "- une liste",
        "- de deux points",
    ]
    text = "".join(lines[0][:-1] + lines[1] + " peut-être davantage.")
    assert unwrap(lines) == [text, "- une liste", "- de deux points"]


def test_lines_that_were_never_broken_stay() -> None:
    lines = ["Titre", FRENCH, SECOND]
    assert unwrap(lines) == lines


@pytest.mark.parametrize(
    ("names", "field", "expected"),
    [
        (["Texte ", "x"], "text", "Texte "),
        (["Article text", "text"], "text", "text"),
        (["Date de publication"], "date", "Date de publication"),
        (["groupe/récit"], "text", "groupe/récit"),
        (["URL"], "url", "URL"),
    ],
)
def test_columns_are_known_by_their_names(names: list[str], field: str, expected: str) -> None:
    assert columns(names)[field] == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.lemonde.fr/a", "Le Monde"),
        ("http://m.rfi.fr/x", "RFI"),
        ("https://example.org", None),
        ("https://[::1", None),
        (None, None),
    ],
)
def test_the_outlet_is_told_by_the_host(url: str | None, expected: str | None) -> None:
    assert host_outlet(url) == expected


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "https://a b",
        'https://a"onclick',
        "",
        None,
        3,
        "https://" + "a" * 3000,
    ],
)
def test_only_web_addresses_are_addresses(url: object) -> None:
    assert address(url) is None


def test_words_from_outside_fit_one_line_of_a_report() -> None:
    assert clean_detail("a\n\x1b[31mb\ud800") == "a �[31mb?"


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "a.",
        "(",
        "window.x=f(",
        "<script ",
        "<!-- ",
        "function(){",
        "(lire aussi ",
        "facebook ",
        " ",
        "\n",
        "cookies ",
    ],
)
def test_no_text_makes_the_search_for_boilerplate_long(piece: str) -> None:
    text = piece * (100_000 // len(piece)) + "(<"
    start = time.process_time()  # whatever else the machine does
    boilerplate_spans(text)
    assert time.process_time() - start < 5
