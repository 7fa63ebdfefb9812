"""Short items of the local press of West Africa: raids that take no village, who is blamed, whose vehicle was hit."""

import datetime as dt

import pytest

from vigie.extraction import extract
from vigie.values import Claim, Control, Document, Event, Harm, Interval

DAY = Interval.day(dt.date(2020, 6, 17))


def _read(text: str) -> list[Claim]:
    return list(extract(Document(id="t", document="t", text=text, sha256="", text_sha256="", origin="", published=DAY)))


def _harms(text: str) -> list[Harm]:
    return [c for c in _read(text) if isinstance(c, Harm)]


def _events(text: str) -> list[Event]:
    return [c for c in _read(text) if isinstance(c, Event)]


def _taken(text: str) -> list[str]:
    return [str(c.actor) for c in _read(text) if isinstance(c, Control)]


@pytest.mark.parametrize(
    "text",
    [
        "Des assaillants, qui ont fait irruption jeudi dans le village de Dori, au Burkina, ont incendié le marché.",
        "Des hommes armés non identifiés sont entrés lundi dans la ville de Dori, au Burkina Faso.",
        "Les jihadistes qui ont fait irruption lundi à Dori, au Burkina Faso, ont tué trois habitants.",
        "Deux otages ont été récupérés par les forces de sécurité mardi à Kaduna, au Nigeria.",
        "Des bandits ont tué mardi un habitant à Kachia, au Nigeria, et en ont enlevé 14, dont deux libérés par l'armée.",
        "Des bandits ont enlevé mardi 14 élèves à Kachia, au Nigeria, dont deux ont pu être récupérés par l'armée.",
        "Des hommes armés ont attaqué mardi un camion de transport qui avait quitté le village de Téra, au Niger.",
    ],
)
def test_a_raid_a_rescue_and_a_lorry_that_left_change_no_control(text: str) -> None:
    assert _taken(text) == []


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Les rebelles du M23 sont entrés lundi dans Goma.", "M23"),
        ("La ville de Bama a été récupérée lundi par l'armée nigériane.", "NGA"),
        ("Les soldats français qui avaient quitté lundi la base de Gossi, au Mali, sont à Gao.", "FRA"),
        ("Cinq localités, dont deux ont été libérées lundi par l'armée, bordent la ville de Bama, au Nigeria.", "NGA"),
    ],
)
def test_who_takes_or_leaves_a_town_still_does(text: str, actor: str) -> None:
    assert actor in _taken(text)


@pytest.mark.parametrize(
    "text",
    [
        "Des bandits ont attaqué mardi Kachia. Ils ont enlevé 14 personnes, dont deux ont pu être récupérées par "
        "l'armée, a dit la police du Nigeria.",
        "Au Nigeria, des bandits ont enlevé mardi 14 personnes, dont deux ont été secourues par l'armée nigériane.",
        "Des bandits ont enlevé mardi au Nigeria 14 voyageurs, dont trois sont soignés par les militaires nigérians.",
    ],
)
def test_who_frees_the_captives_did_not_take_them(text: str) -> None:
    assert {tuple(h.by) for h in _harms(text)} == {("NGA-UNK",)}


def test_who_killed_some_of_them_is_told() -> None:
    text = "Trois civils ont été tués lundi à Alep, dont deux enfants, par l'armée syrienne."
    assert {tuple(h.by) for h in _harms(text)} == {("SYR",)}


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Des militants djihadistes ont affronté mardi un comité de vigilance à Kolofata, au Cameroun.", "CMR-JIH"),
        ("Des militants jihadistes ont attaqué mardi une patrouille de l'armée à Kolofata, au Cameroun.", "CMR-JIH"),
        ("Les Ambas ont tué deux gendarmes lundi à Bamenda, au Cameroun.", "CMR-SEP"),
        ("Des Amba boys ont attaqué lundi un poste de gendarmerie à Bamenda, au Cameroun.", "CMR-SEP"),
        ("Les Forces de défense d'Ambazonie ont tué deux gendarmes lundi à Bamenda, au Cameroun.", "AMBAZONIA"),
    ],
)
def test_fighters_are_no_crowd(text: str, by: str) -> None:
    found = _events(text)
    assert [(e.type, e.by) for e in found] == [("Armed clash", [by])]


def test_militants_of_a_party_are_a_crowd() -> None:
    text = (
        "Des militants ont affronté mardi des partisans du maire à Conakry, en Guinée, et deux d'entre eux sont morts."
    )
    assert "Armed clash" not in {e.type for e in _events(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Deux soldats ont péri lundi sur une mine près de Mopti, une région du Mali en proie aux violences jihadistes.",
        "Deux soldats sont morts lundi dans une attaque près de Mopti, région du Mali minée par les attaques jihadistes.",
        "Deux soldats ont été tués lundi dans l'explosion d'une mine à Diffa, une zone du Niger pas épargnée par les "
        "attaques de Boko Haram.",
        "Deux soldats ont été tués lundi par une mine à Diffa, région du Niger en proie depuis 2015 aux attaques de "
        "Boko Haram.",
        "Un maire a été tué lundi à Djibo, une ville du Burkina Faso endeuillée par de nombreuses attaques jihadistes.",
    ],
)
def test_what_a_region_goes_through_blames_nobody(text: str) -> None:
    assert [h.by for h in _harms(text)] == [[]]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (
            "La région de Mopti, au Mali, a été touchée lundi par des attaques jihadistes qui ont fait dix morts.",
            "MLI-JIH",
        ),
        ("La province d'Idleb était secouée lundi par des frappes russes qui ont tué dix civils.", "RUS"),
    ],
)
def test_what_hit_a_region_on_a_day_is_news(text: str, by: str) -> None:
    assert [h.by for h in _harms(text)] == [[by]]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Un véhicule FAMa a sauté jeudi sur un EEI près de Gao, au Mali.", "MLI"),
        ("Un convoi FAMa a sauté jeudi sur une mine près de Gao, au Mali.", "MLI"),
        ("Un véhicule d'un convoi des FAMa a sauté jeudi sur une mine près de Gao, au Mali.", "MLI"),
        ("Un véhicule Minusma a heurté jeudi une mine près de Gao, au Mali.", "UN"),
        ("Un convoi de vivres a sauté jeudi sur une mine près de Gao, au Mali.", None),
    ],
)
def test_whose_vehicle_met_the_mine(text: str, target: str | None) -> None:
    assert [e.target for e in _events(text)] == [target]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (
            "Deux soldats sont morts lundi dans une embuscade dressée par des hommes armés à Mandouri, au Togo.",
            "TGO-UNK",
        ),
        (
            "Neuf personnes ont été tuées samedi à Bourzanga, dans la province du Bam (centre-nord du Burkina Faso) par "
            "des hommes armés non identifiés.",
            "BFA-UNK",
        ),
        ("Des HANI ont tué trois personnes lundi à Déou, au Burkina Faso.", "BFA-UNK"),
        ("Des éléments des FDS ont neutralisé lundi deux terroristes à Kaya, au Burkina Faso.", "BFA"),
        ("Les FDS ont mis hors d'état de nuire dix terroristes lundi à Téra, au Niger.", "NER"),
        ("Les FDS ont tué dix jihadistes lundi à Raqa, en Syrie.", "SDF"),
        ("Un détachement de l'ANP a abattu, ce lundi 15 juin à Skikda, en Algérie, deux dangereux terroristes.", "DZA"),
        ("Des éléments du BIR ont tué deux hommes armés lundi à Kolofata, au Cameroun.", "CMR"),
        ("Les forces militaires camerounaises ont tendu une embuscade et tué un séparatiste lundi à Bamenda.", "CMR"),
    ],
)
def test_names_of_the_forces_of_west_africa(text: str, by: str) -> None:
    assert [h.by for h in _harms(text)] == [[by]]


@pytest.mark.parametrize(
    ("text", "outcome", "count", "side"),
    [
        ("Deux présumés terroristes ont été arrêtés lundi à Kaya, au Burkina Faso.", "detained", 2, "BFA-JIH"),
        ("La police a arrêté deux présumés jihadistes lundi à Kano, au Nigeria.", "detained", 2, "NGA-JIH"),
        ("Deux présumés membres de Boko Haram ont été tués lundi à Kano, au Nigeria.", "killed", 2, "BOKO-HARAM"),
        ("Trois présumés coupeurs de route ont été abattus lundi à Kano, au Nigeria.", "killed", 3, "NGA-UNK"),
        ("L'armée a abattu un dangereux terroriste lundi à Skikda, en Algérie.", "killed", 1, "DZA-JIH"),
        ("Deux redoutables terroristes ont été tués lundi à Kano, au Nigeria.", "killed", 2, "NGA-JIH"),
        ("Deux éléments des FDS ont été tués lundi à Kaya, au Burkina Faso.", "killed", 2, "BFA"),
    ],
)
def test_presumed_or_dangerous_they_are_counted(text: str, outcome: str, count: int, side: str) -> None:
    assert [(h.outcome, h.count, h.side, h.certainty) for h in _harms(text)] == [(outcome, count, side, "stated")]


def test_that_they_are_presumed_is_a_doubt_about_who_did_it() -> None:
    (harm,) = _harms("Six présumés jihadistes ont tué deux soldats lundi à Gao, au Mali.")
    assert (harm.by, harm.by_certainty, harm.certainty) == (["MLI-JIH"], "hedged", "stated")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Trois soldats ont été tués lundi à Bamba, dans la région de Gao, au Mali.", "Bamba (Gao)"),
        (
            "Quinze militaires maliens sont morts lundi dans une embuscade aux environs de Boni (Douentza).",
            "Boni (Mali)",
        ),
        ("Trois soldats maliens ont été tués lundi par une mine sur l'axe Koro-Bankass (Mopti).", "Koro – Bankass"),
        ("Trois civils ont été tués lundi à Hombori (Mopti), au Mali.", "Hombori"),
        ("Trois civils ont été tués lundi dans un quartier de Damas (Jobar), en Syrie.", "Jobar"),
        ("Au Burkina Faso, dix civils ont été tués lundi dans la région du nord-ouest.", "Burkina Faso (nord-ouest)"),
        ("Au Niger, dix civils ont été tués lundi dans la région de l'ouest.", "Niger (ouest)"),
        ("Au Burkina Faso, dix civils ont été tués lundi dans la région du Nord.", "Nord burkinabè"),
        ("Au Cameroun, dix civils ont été tués lundi dans la région du Nord-Ouest.", "Nord-Ouest camerounais"),
        ("Dix civils ont été tués lundi dans la région du Nord-Ouest, a dit Yaoundé.", "Nord-Ouest camerounais"),
    ],
)
def test_districts_in_brackets_and_regions_called_after_a_side(text: str, place: str) -> None:
    assert {h.place.name for h in _harms(text) if h.place} == {place}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Un ratissage a permis lundi aux militaires maliens de tuer quatre jihadistes à Gao.",
            [("killed", 4, ["MLI"])],
        ),
        ("L'opération a permis à l'armée malienne d'abattre quatre jihadistes lundi à Gao.", [("killed", 4, ["MLI"])]),
        (
            "Un appui aérien a permis aux soldats maliens de neutraliser une trentaine de terroristes lundi à Gao.",
            [("neutralised", 30, ["MLI"])],
        ),
        ("L'opération n'a pas permis à l'armée malienne d'abattre quatre jihadistes lundi à Gao.", []),
        ("L'accord permet à l'armée de tuer quatre rebelles au Mali.", []),
    ],
)
def test_what_an_operation_has_let_them_do(text: str, found: list[tuple[str, int, list[str]]]) -> None:
    assert [(h.outcome, h.count, h.by) for h in _harms(text)] == found


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("L'annonce a été faite par le ministère de l'Intérieur nigérien.", ["NER"]),
        ("L'annonce en a été faite mardi par le Premier ministre.", ["NER"]),
        ("Une offre de paix a été faite par l'armée.", []),
    ],
)
def test_the_announcement_was_made_by(text: str, said_by: list[str]) -> None:
    (harm,) = _harms(f"Dix-huit civils ont été tués lundi à Téra, au Niger. {text}")
    assert harm.said_by == said_by


@pytest.mark.parametrize(
    ("text", "count", "day"),
    [
        ("Cette attaque intervient au lendemain de la mort de deux soldats à Buéa.", 2, 12),
        ("Cette attaque survient deux jours après la mort de deux soldats à Buéa.", 2, 11),
        ("Ils ont fui. Cette embuscade survient quatre jours après l'explosion qui a tué deux soldats à Buéa.", 2, 9),
        ("Sa visite intervient deux jours après l'explosion qui a tué deux soldats à Buéa.", 2, 15),
    ],
)
def test_what_an_attack_comes_after_is_counted_from_its_day(text: str, count: int, day: int) -> None:
    harms = _harms(f"Trois gendarmes ont été tués samedi à Bamenda, au Cameroun. {text}")
    (harm,) = [h for h in harms if h.count == count]
    assert harm.when is not None
    assert harm.when.start == dt.date(2020, 6, day)
