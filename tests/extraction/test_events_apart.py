"""Two acts that stand side by side stay two, one told twice stays one; and whom each hit."""

import datetime as dt

import pytest
from events_told import claims, events, short

from vigie.values import Event, Harm

DAY = dt.date(2016, 5, 10)


def told(text: str) -> list[tuple[str, str | None]]:
    """(type, place) of each event of a text, in its order."""
    found = sorted(events(text, DAY), key=lambda e: e.start)
    return [(e.type, e.place.name if e.place else None) for e in found]


def targets(text: str) -> list[str | None]:
    """Whom each event of a text hit, in its order."""
    return [e.target for e in sorted(events(text, DAY), key=lambda e: e.start)]


OWNED = [
    ("La coalition a bombardé mardi des bases contrôlées par les Houthis à Dhamar.", "HOUTHIS"),
    ("La coalition a bombardé mardi une base aux mains des Houthis à Dhamar.", "HOUTHIS"),
    ("La coalition a bombardé mardi des positions tenues par le groupe Etat islamique à Falloujah.", "IS"),
    ("Des raids ont détruit lundi un dépôt appartenant aux rebelles à Hama.", "SYR-REB"),
    ("L'artillerie a pilonné lundi des positions occupées par les rebelles à Hama.", "SYR-REB"),
    ("Un convoi de la Minusma a heurté mardi un engin explosif près de Kidal.", "UN"),
    ("Un véhicule de la Minusma a sauté mardi sur une mine près de Kidal.", "UN"),
    ("Le 8 mai, un camion de l'armée escortant un convoi, au nord de Gao, a roulé sur une mine.", "MLI"),
    ("Une patrouille de l'armée malienne a sauté lundi sur une mine près de Gao.", "MLI"),
    # whose it was, nobody says
    ("Un convoi a sauté mardi sur une mine près de Gao.", None),
    ("L'armée a indiqué qu'un autocar avait heurté mardi une mine près de Gao.", None),
    ("Des raids ont détruit lundi un convoi destiné aux rebelles à Hama.", "civilians"),
    ("Sur la route d'un camp de l'armée, un autocar a sauté lundi sur une mine près de Gao.", None),
    ("Une unité de l'armée a posé lundi une mine près de Gao, tuant un civil.", "civilians"),
]


@pytest.mark.parametrize(("text", "target"), OWNED)
def test_whose_it_was_that_was_hit(text: str, target: str | None) -> None:
    assert targets(text) == [target]


HELD = [
    ("Au moins 25 civils ont été tués samedi dans des raids aériens sur des secteurs rebelles à Alep.", "civilians"),
    ("Trois civils ont péri samedi dans des tirs d'obus sur les zones tenues par l'armée à Alep.", "civilians"),
    ("Trois civils ont péri samedi dans des raids sur des quartiers contrôlés par le régime à Alep.", "civilians"),
    # those under arms were hit, or nobody is said to have been
    ("Trois soldats ont péri samedi dans des tirs d'obus sur les zones tenues par l'armée à Alep.", "SYR"),
    (
        "Les rebelles ont lancé samedi une offensive contre des quartiers tenus par le régime à Alep, tuant trois civils.",
        "SYR",
    ),
    ("Trois civils ont péri samedi dans un raid contre une base de l'armée à Hama.", "SYR"),
]


@pytest.mark.parametrize(("text", "target"), HELD)
def test_who_holds_a_quarter_is_not_who_was_hit_in_it(text: str, target: str) -> None:
    assert targets(text) == [target]


FIRE = [
    "Des tirs à l'arme lourde ont touché mardi plusieurs immeubles de Donetsk.",
    "Des tirs massifs à l'arme lourde ont touché mardi Donetsk.",
    "Des tirs d'armes lourdes ont touché mardi Donetsk.",
    "De violents tirs d'artillerie ont touché mardi Donetsk.",
    "Donetsk est soumise mardi à un déluge de feu.",
    "Des tirs sporadiques de mortier ont touché mardi Donetsk.",
]


@pytest.mark.parametrize("text", FIRE)
def test_heavy_weapons_shell(text: str) -> None:
    assert [kind for kind, _ in told(text)] == ["Shelling/artillery/missile attack"]


def test_an_exchange_of_heavy_fire_is_a_fight() -> None:
    assert [kind for kind, _ in told("Un échange de tirs à l'arme lourde a eu lieu mardi à Donetsk.")] == [
        "Armed clash"
    ]


AIR, SHELLS = "Air/drone strike", "Shelling/artillery/missile attack"
CLASH, ATTACK = "Armed clash", "Attack"
APART = [
    (
        "L'aviation a bombardé mardi Saraqeb, tandis qu'un hélicoptère a largué des barils sur Binnich.",
        [(AIR, "Saraqeb"), (AIR, "Binnich")],
    ),
    (
        "Des affrontements ont éclaté lundi à Bria. Des affrontements similaires ont eu lieu à Bria.",
        [(CLASH, "Bria")] * 2,
    ),
    (
        "Un policier a été tué samedi par une bombe à Maïmana. Un autre policier a été blessé dans une explosion.",
        [("Remote explosive/landmine/IED", "Maymana")] * 2,
    ),
    (
        "Cinq soldats ont été tués samedi dans une embuscade à Gao. "
        "Un garde a aussi péri dans une attaque lors d'une embuscade.",
        [(CLASH, "Gao")] * 2,
    ),
    (
        "Des hommes armés ont enlevé 40 élèves dans la nuit de dimanche à lundi à Zaria. "
        "Plus tôt dans la journée de dimanche, huit infirmiers ont été kidnappés.",
        [("Abduction/forced disappearance", "Zaria")] * 2,
    ),
    (
        "L'armée a bombardé samedi Saraqeb. En parallèle, un camp a été bombardé à Saraqeb.",
        [(SHELLS, "Saraqeb")] * 2,
    ),
    (
        "L'armée a bombardé samedi Saraqeb. A quelques kilomètres au sud, un camp a été bombardé par l'armée.",
        [(SHELLS, "Saraqeb")] * 2,
    ),
]


@pytest.mark.parametrize(("text", "acts"), APART)
def test_acts_told_side_by_side_are_two(text: str, acts: list[tuple[str, str | None]]) -> None:
    assert told(text) == acts


def test_who_fired_there_is_no_side_of_the_fights_told_next() -> None:
    text = "A Hama, où Israël a tiré dimanche, les combats entre rebelles et soldats se poursuivaient lundi."
    assert [e.by for e in events(text, DAY) if e.type == CLASH] == [["SYR-REB"]]


def test_fights_go_on_where_the_sentence_opens() -> None:
    text = (
        "Des raids ont visé lundi Idleb. A Hama, où des civils ont fui, les combats se poursuivaient lundi. "
        "A Homs, des combats se déroulaient dans le quartier de Khaldiyé."
    )
    assert (CLASH, "Hama") in told(text)


TWICE = [
    "L'armée a bombardé samedi Saraqeb. A quelques kilomètres de la frontière, un camp a été bombardé par l'armée.",
    "Des heurts ont éclaté lundi à Bria. Trois autres personnes ont été blessées dans des heurts.",
    "Un attentat a fait dix morts lundi à Kaboul. Un commandant de la police a également péri dans l'explosion.",
    "Deux soldats ont été tués lundi dans une embuscade à Ansongo. Trois autres ont été blessés dans l'attaque.",
    "L'armée a bombardé lundi Saraqeb, les raids visant un marché.",
    "Des raids ont visé lundi Saraqeb. L'aviation a bombardé la localité de Saraqeb, visant un marché.",
]


@pytest.mark.parametrize("text", TWICE)
def test_one_act_told_twice_is_one(text: str) -> None:
    assert len(told(text)) == 1


SOME = [
    ("Des hommes armés ont tué mardi des civils à Beni.", (ATTACK, "COD-UNK", "civilians")),
    ("Les ADF ont tué des habitants mardi à Beni.", (ATTACK, "ADF", "civilians")),
    ("L'armée a tué des jihadistes mardi à Ménaka.", (CLASH, "MLI", "MLI-JIH")),
]


@pytest.mark.parametrize(("text", "act"), SOME)
def test_a_killing_without_a_figure_is_an_act(text: str, act: tuple[str, str, str]) -> None:
    assert short(text) == [act]


NONE_KILLED = [
    "Le froid a tué des civils mardi à Beni.",
    "Les ADF n'ont pas tué des civils mardi à Beni.",
    "Des groupes qui ont tué des civils sont recherchés à Beni.",
    "L'armée a libéré des civils mardi à Beni.",
]


@pytest.mark.parametrize("text", NONE_KILLED)
def test_nobody_is_told_to_have_killed(text: str) -> None:
    assert not [act for act in short(text) if act[0] in (ATTACK, CLASH)]


SETTLERS = [
    ("Des colons ont mis le feu lundi à des champs près de Naplouse.", "Looting/property destruction", "civilians"),
    ("Des colons ont attaqué lundi des passants à Ashdod.", "Mob violence", "civilians"),
    ("Des colons israéliens ont attaqué lundi des Palestiniens à Huwara.", "Mob violence", "civilians"),
    ("Des colons ont affronté lundi des soldats israéliens près d'Hébron.", "Violent demonstration", "ISR"),
]


@pytest.mark.parametrize(("text", "kind", "target"), SETTLERS)
def test_settlers_are_no_protesters_of_the_land(text: str, kind: str, target: str) -> None:
    assert short(text) == [(kind, "ISR-SETTLERS", target)]


def test_settlers_of_another_land_are_not_israel_s() -> None:
    text = "Des colons ont mis le feu lundi à une ferme près de Nouméa."
    assert all("ISR-SETTLERS" not in act[1] for act in short(text))


def test_who_tells_of_strikes_did_not_make_them() -> None:
    text = (
        "Huit drones ont été abattus mardi, a indiqué l'armée de l'air ukrainienne. "
        "Une femme a été tuée dans une frappe sur Izioum."
    )
    assert [e.by for e in events(text, DAY) if e.type == AIR] == [[]]


def test_whose_aircraft_a_story_tells_made_its_strikes() -> None:
    text = "L'armée de l'air ukrainienne a soutenu l'avance mardi. Une femme a été tuée dans une frappe sur Izioum."
    assert [e.by for e in events(text, DAY) if e.type == AIR] == [["UKR"]]


def test_several_is_no_count_of_places() -> None:
    few, many = "L'armée a bombardé mardi plusieurs villages.", "L'armée a bombardé mardi trois villages."
    counts = [[c.count for c in claims(f"{text} Deux civils ont été tués à Saraqeb.", DAY) if isinstance(c, Event)]
              for text in (few, many)]  # fmt: skip
    assert counts == [[None], [3]]


DATED = [
    ("Les jihadistes ont lancé une attaque à Ramadi, où ils sont entrés il y a plus d'un an.", dt.date(2016, 5, 10)),
    ("Les jihadistes ont lancé dimanche une attaque à Ramadi, où ils sont entrés.", dt.date(2016, 5, 8)),
]


@pytest.mark.parametrize(("text", "last"), DATED)
def test_what_was_done_at_the_place_dates_no_act(text: str, last: dt.date) -> None:
    found = events(text, DAY)
    assert [e.when.end if e.when else None for e in found] == [last]


def test_a_toll_of_the_war_is_of_no_day_s_fight() -> None:
    text = (
        "Des raids ont visé samedi Alep. L'OSDH fait état de violents combats à Hama. L'armée a repris un pont. "
        "Plus de 39.000 personnes ont été tuées depuis mars 2011."
    )
    [toll] = [c for c in claims(text, DAY) if isinstance(c, Harm) and c.count == 39_000]
    assert (toll.by, toll.method, toll.scope) == ([], None, "war")
    assert (CLASH, "Hama") in told(text)


def test_soldiers_lost_in_a_war_make_no_clash_of_a_massacre() -> None:
    text = "Lundi, douze personnes ont été massacrées à Tillabéri. L'armée nigérienne a perdu 52 soldats depuis 2013."
    assert (ATTACK, "", "civilians") in short(text)


def test_where_fights_are_spoken_of_nobody_fights() -> None:
    text = "A Genève, l'ONU a condamné lundi les combats. Des soldats ont été attaqués à Hama."
    assert (CLASH, "Genève") not in told(text)


BESET = [
    ("Des raids ont visé lundi Hama. Plusieurs quartiers d'Alep étaient en proie aux combats.", True),
    ("Des raids ont visé lundi Hama. Alep est en proie aux combats.", False),
]


@pytest.mark.parametrize(("text", "fought"), BESET)
def test_beset_as_the_story_is_told(text: str, fought: bool) -> None:
    assert ((CLASH, "Alep") in told(text)) is fought


def test_houses_burnt_in_villages_that_no_map_knows() -> None:
    text = (
        "Des affrontements ont éclaté lundi à Rutshuru. Plusieurs civils ont été tués, et des dizaines de maisons "
        "incendiées dans les villages de Buumatu, Mungu et Ruzati."
    )
    assert "Looting/property destruction" in [kind for kind, _ in told(text)]


def test_barrels_of_explosives_are_an_air_strike() -> None:
    assert told("L'hôpital de Hama a été samedi la cible de deux barils d'explosifs.") == [(AIR, "Hama")]
