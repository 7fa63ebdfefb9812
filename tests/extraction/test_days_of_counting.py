"""What a toll, a body or a later sentence is counted on is not the day of what harmed them, and what began a war years
ago, or goes on since years, is none of the acts of the day.
"""

import datetime as dt

import pytest
from events_told import claims

from vigie.values import Event, Harm

MONDAY, SUNDAY = dt.date(2020, 5, 11), dt.date(2020, 5, 10)
ATTACK = "Des rebelles des ADF ont attaqué lundi le village de Mbau, près de Beni, en RDC. "


@pytest.mark.parametrize(
    "text",
    [
        "Le nombre de morts est passé à douze mardi.",
        "Mardi, le bilan est monté à douze morts.",
        "Le bilan s'est alourdi mardi à douze morts.",
        "Douze corps ont été retrouvés mardi matin.",
        "Mardi matin, la Croix-Rouge a ramassé douze corps.",
        "Douze dépouilles ont été récupérées mardi.",
    ],
)
def test_who_is_counted_later_died_in_the_attack(text: str) -> None:
    (harm,) = (c for c in claims(ATTACK + text) if isinstance(c, Harm))
    assert (harm.low, harm.by, harm.method) == (12, ["ADF"], "Attack")
    assert harm.when is not None
    assert (harm.when.start, harm.when.end) == (MONDAY, MONDAY)


@pytest.mark.parametrize(
    "text",
    [
        "Douze corps ont été découverts mardi à Eringeti.",
        "Mardi, douze autres civils ont été tués à Eringeti.",
        "Douze civils sont morts mardi.",
    ],
)
def test_others_did_not(text: str) -> None:
    (harm,) = (c for c in claims(ATTACK + text) if isinstance(c, Harm))
    assert harm.by == []
    assert harm.when is not None
    assert harm.when.start > MONDAY


@pytest.mark.parametrize(
    "text",
    [
        "Cinq soldats sont morts dimanche dans l'attaque de leur camp à Djibo.",
        "Cinq soldats ont péri dimanche lors de l'assaut de leur camp à Djibo.",
        "Cinq soldats ont été tués dimanche au cours de cette attaque à Djibo.",
    ],
)
def test_the_act_was_on_the_day_of_its_dead(text: str) -> None:
    found = claims("Dix soldats ont été tués lundi dans une embuscade près de Toéni, au Burkina Faso. " + text)
    last = [c for c in found if isinstance(c, Event)][-1]
    assert last.when is not None
    assert last.when.start == SUNDAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Un soldat a été tué lundi à Djibo, au Burkina Faso. Plus de 900 personnes y sont mortes depuis mars 2015.",
            MONDAY,
        ),
        ("Un soldat a été tué lundi à Djibo, au Burkina Faso, a annoncé mardi l'armée.", MONDAY),
    ],
)
def test_the_same_day_is_a_day_told(text: str, day: dt.date) -> None:
    found = claims(text + " Le même jour, trois civils ont été enlevés à Dori.")
    taken = [c for c in found if isinstance(c, Harm) and c.outcome == "abducted"]
    assert [c.when.start for c in taken if c.when] == [day]


def test_the_eve_is_that_of_the_news_however_far() -> None:
    filler = "Le village compte quelque deux mille habitants, pour la plupart des cultivateurs et des éleveurs. " * 5
    text = (
        f"Un soldat a été tué lundi à Djibo, au Burkina Faso. {filler}La veille, trois civils ont été enlevés à Dori."
    )
    taken = [c for c in claims(text) if isinstance(c, Harm) and c.outcome == "abducted"]
    assert [c.when.start for c in taken if c.when] == [SUNDAY]


@pytest.mark.parametrize(
    "war",
    [
        "La guerre en Syrie, déclenchée en 2011 par la répression de manifestations, a fait plus de 380.000 morts.",
        "Né en 2011 de la répression sanglante de manifestations, le conflit syrien a fait plus de 380.000 morts.",
        "La guerre, qui a débuté en mars 2011 avec des manifestations en Syrie, a fait plus de 380.000 morts.",
    ],
)
def test_what_began_a_war_makes_no_riot_of_its_fights(war: str) -> None:
    fight = "Trois jihadistes ont été tués lundi dans des combats avec l'armée près de Kafr Nabl."
    for text in (f"{war} {fight}", f"{fight} {war}"):
        assert {c.type for c in claims(text) if isinstance(c, Event)} == {"Armed clash"}


def test_a_march_of_the_day_is_one() -> None:
    text = "Des manifestants ont affronté lundi la police à Conakry. Les heurts ont fait trois blessés."
    assert "Violent demonstration" in {c.type for c in claims(text) if isinstance(c, Event)}


def test_the_attacks_of_years_blame_nobody_for_the_bomb_of_the_day() -> None:
    text = (
        "Cinq gendarmes ont été tués lundi par un engin explosif à Pama, au Burkina Faso. "
        "Depuis 2015, les attaques jihadistes ont fait plus de 900 morts."
    )
    bomb, years = (c for c in claims(text) if isinstance(c, Harm))
    assert (bomb.by, years.by) == ([], ["BFA-JIH"])


@pytest.mark.parametrize(
    "neighbour",
    ["Au Mali voisin, trois soldats", "Au Mali, pays voisin, trois soldats", "Chez le voisin malien, trois soldats"],
)
def test_the_army_is_that_of_the_story_not_of_its_neighbour(neighbour: str) -> None:
    text = (
        "Dix soldats ont été tués lundi près de Toéni, dans le nord du Burkina Faso, a annoncé l'armée. "
        f"{neighbour} sont morts dimanche dans l'attaque de leur camp à Boulkessi."
    )
    first = next(c for c in claims(text) if isinstance(c, Harm))
    assert (first.side, first.said_by) == ("BFA", ["BFA"])


@pytest.mark.parametrize(
    "dead",
    [
        "qui a fait vingt-trois morts dimanche à Gubio",
        "qui a tué vingt-trois personnes dimanche à Gubio",
        "ayant coûté la vie à vingt-trois personnes dimanche à Gubio",
    ],
)
@pytest.mark.parametrize("told", ["L'EI a revendiqué lundi l'attaque", "L'ONU a condamné lundi l'attaque"])
def test_an_attack_was_where_and_when_its_dead_were(told: str, dead: str) -> None:
    text = f"{told} {dead}, au Nigeria. Soixante personnes avaient été tuées samedi dans une attaque à Dikwa."
    first, second = (c for c in claims(text) if isinstance(c, Event))
    assert [(c.when.start.day, c.place.name) for c in (first, second) if c.when and c.place] == [
        (10, "Gubio"),
        (9, "Dikwa"),
    ]
    assert second.by == []


@pytest.mark.parametrize(
    "state",
    [
        "Les Houthis, soutenus par l'Iran, contrôlent la capitale depuis 2014.",
        "Les Houthis sévissent dans la région depuis 2014.",
        "Les jihadistes sont actifs dans la région depuis 2015.",
    ],
)
def test_who_is_there_since_years_lends_no_years_to_a_toll(state: str) -> None:
    text = f"Douze civils ont été tués lundi dans un raid à Marib, au Yémen. {state} Un médecin a fait état de quinze morts."
    last = [c for c in claims(text) if isinstance(c, Harm)][-1]
    assert last.when is not None
    assert (last.scope, last.when.start) == ("incident", MONDAY)


def test_a_group_that_storms_a_camp_puts_no_march_down() -> None:
    text = (
        "La répression des manifestations, qui a fait dix morts samedi à Rangoun, en Birmanie, a été condamnée. "
        "L'Union nationale karen (KNU) a pris samedi d'assaut un camp militaire près de Papun, en Birmanie."
    )
    assert "Excessive force against protesters" not in {
        c.type for c in claims(text) if isinstance(c, Event) and c.by == ["KNU"]
    }


@pytest.mark.parametrize(
    "allies",
    [
        "Trois miliciens qui combattent aux côtés de l'armée sont également morts.",
        "Trois volontaires combattant dans les rangs de l'armée ont aussi été tués.",
        "Trois miliciens qui se battaient aux côtés de l'armée ont été tués.",
    ],
)
def test_an_army_does_not_kill_who_fights_beside_it(allies: str) -> None:
    text = f"Des hommes armés ont tué vingt villageois lundi à Gubio, dans le nord-est du Nigeria. {allies}"
    found = claims(text)
    assert {by for c in found for by in c.by} <= {"NGA-UNK"}
    assert next(c.type for c in found if isinstance(c, Event)) == "Attack"


@pytest.mark.parametrize(
    ("attack", "kind"),
    [
        ("Une attaque de Boko Haram a fait vingt morts lundi à Gubio, au Nigeria.", "Attack"),
        ("Une attaque de Boko Haram contre une base a fait vingt morts lundi à Gubio, au Nigeria.", "Armed clash"),
        ("Une attaque de Boko Haram contre l'armée a fait vingt morts lundi à Gubio, au Nigeria.", "Armed clash"),
        ("Une attaque de Boko Haram a fait quatre morts lundi à Gubio, au Nigeria.", "Armed clash"),
    ],
)
def test_a_few_soldiers_make_no_clash_of_an_attack(attack: str, kind: str) -> None:
    found = claims(f"{attack} Trois soldats ont également été tués.")
    assert [c.type for c in found if isinstance(c, Event)] == [kind]
    assert next(c.method for c in found if isinstance(c, Harm)) == kind


def test_a_strike_is_not_moved_to_the_town_of_an_older_one() -> None:
    text = (
        "Douze civils ont été tués lundi dans un raid de la coalition dans la province de Jawf, au Yémen. "
        "Samedi, un missile avait fait cinq morts à Marib."
    )
    assert [c.place.name for c in claims(text) if isinstance(c, Event) and c.place] == ["Al-Jawf", "Marib"]


def test_the_attacks_of_years_are_not_the_bomb_of_last_month() -> None:
    text = (
        "Des hommes armés ont attaqué lundi un village près de Toéni, au Burkina Faso, tuant six personnes. Depuis 2015, "
        "les attaques jihadistes ont fait plus de 900 morts. Fin avril, onze membres d'un convoi avaient péri près de "
        "Barsalogho dans l'explosion d'un engin artisanal."
    )
    bombs = [c for c in claims(text) if isinstance(c, Event) and c.type == "Remote explosive/landmine/IED"]
    assert [c.by for c in bombs] == [[]]
