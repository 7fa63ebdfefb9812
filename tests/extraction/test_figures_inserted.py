"""Figures with something inserted or added: «(dont un imam) et deux gendarmes», «(de rebelles)», «mais tué vingt rebelles»,
«auxquels s'ajoutent dix autres», «Il a été tué». Acts are invented.
"""

import pytest
from events_told import claims

from vigie.values import Event, Harm

Told = list[tuple[str, int | None, str]]


def told(text: str) -> Told:
    """(outcome, count, victims) of each claim of people harmed, in the order of the text."""
    return [(c.outcome, c.count, c.victims) for c in claims(text) if isinstance(c, Harm)]


FOUR = [("killed", 4, "civilians"), ("killed", 1, "civilians"), ("killed", 2, "police")]
INSETS = [
    ("Quatre villageois, dont un imam, et deux gendarmes ont été tués lundi à Kaya.", FOUR),
    ("Quatre villageois (dont un imam) et deux gendarmes ont été tués lundi à Kaya.", FOUR),
    ("Quatre villageois - dont un imam - et deux gendarmes ont été tués lundi à Kaya.", FOUR),
    ("Quatre villageois -dont un imam- et deux gendarmes ont péri lundi à Kaya.", FOUR),
    ("Des rebelles ont tué quatre villageois, dont un imam, et deux gendarmes lundi à Kaya.", FOUR),
    ("Le raid a coûté la vie à quatre villageois [dont un imam], deux gendarmes lundi à Kaya.", FOUR),
    (
        "Neuf personnes (sept hommes et deux femmes) et un policier ont été tuées lundi à Kaya.",
        [("killed", 9, "people"), ("killed", 7, "men"), ("killed", 2, "women"), ("killed", 1, "police")],
    ),
    # the list goes on within «dont»
    (
        "Neuf personnes, dont trois enfants, deux femmes, et un policier, ont été tuées lundi à Kaya.",
        [("killed", 9, "people"), ("killed", 3, "children"), ("killed", 2, "women"), ("killed", 1, "police")],
    ),
    # a verb of their own
    (
        "Huit soldats, dont deux capitaines, ont été tués lundi à Kaya, et deux miliciens ont été blessés.",
        [("killed", 8, "armed"), ("killed", 2, "armed"), ("injured", 2, "armed")],
    ),
    # saved, not hurt
    (
        "Onze habitants ont été blessés lundi à Kaya, dont deux policiers, et une mère et son fils ont été sauvés.",
        [("injured", 11, "civilians"), ("injured", 2, "police")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "figures"), INSETS)
def test_what_is_inserted_breaks_no_list(text: str, figures: Told) -> None:
    assert told(text) == figures


def test_only_what_the_inset_tells_is_a_part() -> None:
    harms = [c for c in claims(INSETS[0][0]) if isinstance(c, Harm)]
    assert [bool(c.part_of) for c in harms] == [False, True, False]


VERBS = [
    (
        "L'armée a dit lundi avoir perdu trois soldats mais tué douze rebelles à Kaya.",
        [("killed", 3, ["BFA-REB"]), ("killed", 12, ["BFA"])],
    ),
    (
        "L'armée a perdu trois soldats mais a tué douze rebelles lundi à Kaya.",
        [("killed", 3, ["BFA-REB"]), ("killed", 12, ["BFA"])],
    ),
    (
        "L'armée a perdu trois soldats et tué douze rebelles lundi à Kaya.",
        [("killed", 3, ["BFA-REB"]), ("killed", 12, ["BFA"])],
    ),
    (
        "Les rebelles ont tué trois soldats, mais perdu douze hommes lundi à Kaya.",
        [("killed", 3, ["BFA-REB"]), ("killed", 12, ["BFA"])],
    ),
    ("Les rebelles ont libéré deux soldats mais tué trois civils lundi à Kaya.", [("killed", 3, ["BFA-REB"])]),
    (
        "La police a arrêté dix manifestants mais tué trois passants lundi à Khartoum.",
        [("detained", 10, ["SDN"]), ("killed", 3, ["SDN"])],
    ),
    ("Dix hommes ont été enlevés lundi à Kaya mais libérés deux jours plus tard.", [("abducted", 10, [])]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "figures"), VERBS)
def test_a_second_verb_has_people_of_its_own(text: str, figures: list[tuple[str, int, list[str]]]) -> None:
    assert [(c.outcome, c.count, c.by) for c in claims(text) if isinstance(c, Harm)] == figures


QUOTED = [
    ("Une vingtaine (de rebelles) ont été tués lundi à Kaya.", [("killed", 20, "armed")]),
    ('"Nous avons perdu vingt (soldats) dans cette attaque à Kaya", a dit un officier.', [("killed", 20, "armed")]),
    ('"Il y a eu quinze [morts] à Kaya", a dit le maire après le raid.', [("killed", 15, "people")]),
    (
        '"Douze élèves qui rentraient à Kaya (...) ont été enlevés lundi par des bandits", a dit le maire.',
        [("abducted", 12, "children")],
    ),
    ('"Douze villageois […] ont été tués lundi à Kaya", a dit le maire.', [("killed", 12, "civilians")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "figures"), QUOTED)
def test_what_a_quotation_puts_in_or_leaves_out(text: str, figures: Told) -> None:
    assert told(text) == figures


ADDED = [
    (
        "Quinze rebelles ont été tués lundi à Djibo, auxquels s'ajoutent six autres dimanche à Kaya.",
        [("killed", 15, "Djibo"), ("killed", 6, "Kaya")],
    ),
    (
        "Quinze rebelles ont été tués lundi à Djibo, en plus des six autres du 2 mai à Kaya.",
        [("killed", 15, "Djibo"), ("killed", 6, "Kaya")],
    ),
    ("Douze civils ont été tués lundi à Djibo. S'y ajoutent huit soldats.", [("killed", 12, "Djibo"), ("killed", 8, "Djibo")]),
    (
        "Douze civils ont été tués lundi à Djibo. À ce bilan s'ajoutent huit soldats.",
        [("killed", 12, "Djibo"), ("killed", 8, "Djibo")],
    ),
    # others than people, and people who are not hurt
    ("Douze soldats ont été tués lundi à Djibo. S'y ajoutent trois hélicoptères détruits.", [("killed", 12, "Djibo")]),
    ("Douze soldats ont été tués lundi à Djibo, où 300 hommes s'ajoutent aux 200 soldats déployés.", [("killed", 12, "Djibo")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "figures"), ADDED)
def test_more_people_are_counted_where_the_words_add_them(text: str, figures: list[tuple[str, int, str]]) -> None:
    found = [c for c in claims(text) if isinstance(c, Harm)]
    assert [(c.outcome, c.count, c.place and c.place.name) for c in found] == figures


NEAREST = [
    ("L'attaque de lundi à Kaya a fait \"dix soldats et un gendarme tué\".", [("killed", 10, "armed"), ("killed", 1, "police")]),
    ("Un soldat a croisé trois civils et un policier blessé par une mine lundi à Kaya.", [("injured", 1, "police")]),
    ("Cinq martyrs et neuf blessés ont été recensés après les combats à Kaya.", [("killed", 5, "people"), ("injured", 9, "people")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "figures"), NEAREST)
def test_the_participle_of_the_nearest(text: str, figures: Told) -> None:
    assert told(text) == figures


PERSONS = [
    ("Le préfet revenait du marché. Il a été tué lundi à Kaya par des rebelles.", [("killed", 1, "officials")]),
    ("Le général Issa Kone tenait la base. Il a été tué lundi à Kaya par des rebelles.", [("killed", 1, "armed")]),
    ("Awa Diallo travaillait pour une ONG. Elle a été enlevée lundi à Kaya par des rebelles.", [("abducted", 1, "people")]),
    ("Des rebelles ont attaqué le convoi du préfet lundi à Kaya. Il a été blessé.", [("injured", 1, "officials")]),
    ("Leur commandant a couvert la retraite et a été tué lundi dans une embuscade à Kaya.", [("killed", 1, "armed")]),
    # a man who did the violence himself
    ("Un homme a ouvert le feu lundi à Kaboul. Il a été abattu par la police.", [("killed", 1, "armed")]),
    # told before; two who may be meant; who speaks; things
    ("Le maire a été tué lundi à Kaya par des rebelles. Il a été tué chez lui.", [("killed", 1, "officials")]),
    (
        "Un soldat et un civil ont été blessés lundi à Kaya. Il a été tué.",
        [("injured", 1, "armed"), ("injured", 1, "civilians")],
    ),
    ("Le camp a été attaqué lundi à Kaya par des rebelles. Il a été détruit.", []),
    ("L'hélicoptère survolait Kaya lundi. Il a été abattu par des rebelles.", []),
    ("Le village a été attaqué lundi à Kaya par des rebelles. Il y a été tué dix civils.", [("killed", 10, "civilians")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "figures"), PERSONS)
def test_a_pronoun_takes_up_one_person(text: str, figures: Told) -> None:
    assert told(text) == figures


def test_prisoners_of_a_fight_are_of_that_fight() -> None:
    taken = "Soixante rebelles ont été faits prisonniers lundi à Kaya par l'armée."
    held = "Les rebelles détiennent quarante soldats faits prisonniers à Kaya."
    scopes = [(c.scope, c.by) for text in (taken, held) for c in claims(text) if isinstance(c, Harm)]
    assert scopes == [("incident", ["BFA"]), ("state", [])]


HARMLESS = [
    "Une grande partie du village de Kaya a été brûlée par les assaillants.",
    "Plusieurs maisons de Kaya ont été brûlées lundi par les rebelles.",
    "Un avion de l'armée s'est écrasé lundi à Gao, sans faire de victime.",
    "Un hélicoptère de l'armée a dû se poser lundi à Gao, sans faire de blessés.",
]


@pytest.mark.parametrize("text", HARMLESS)
def test_nobody_is_hurt(text: str) -> None:
    assert told(text) == []


HURT = [
    ("Trois enfants ont été brûlés par l'explosion lundi à Kaya.", [("injured", 3)]),
    ("Un drone s'est écrasé lundi sur une maison à Kiev, sans faire de victime.", [("killed_or_injured", 0)]),
    ("Un hélicoptère, touché par des tirs rebelles, s'est écrasé lundi à Gao, sans faire de victime.", [("killed_or_injured", 0)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "figures"), HURT)
def test_somebody_may_be_hurt(text: str, figures: list[tuple[str, int]]) -> None:
    assert [figure[:2] for figure in told(text)] == figures


OPEN = [
    "Des miliciens ont incendié des granges lundi à Kaya. Un berger a été tué par balle. L'auteur du tir n'a pas été identifié.",
    "Un berger tué par balle, une trentaine de granges brûlées par des miliciens à Kaya.",
    "Des rebelles ont attaqué Kaya lundi. Un imam a été tué dans une embuscade dont les auteurs restent inconnus.",
]


@pytest.mark.parametrize("text", OPEN)
def test_nobody_is_blamed_who_is_not_known(text: str) -> None:
    assert [c.by for c in claims(text) if isinstance(c, Harm)] == [[]]


def test_arson_is_by_those_who_burnt() -> None:
    found = [c for c in claims(HARMLESS[1]) if isinstance(c, Event)]
    assert [(c.type, c.by) for c in found] == [("Looting/property destruction", ["BFA-REB"])]


OPEN_TOLLS = [
    ("Dix soldats ont été tués lundi à Kaya. Ce chiffre pourrait changer, a dit l'armée.", [True]),
    ("Dix soldats ont été tués lundi à Kaya. Ce nombre n'est pas définitif.", [True]),
    ("Dix soldats ont été tués lundi à Kaya. Le bilan est définitif.", [False]),
    ("Dix soldats ont été tués lundi à Kaya. Le premier bilan était de six morts.", [False, False]),
]


@pytest.mark.parametrize(("text", "provisional"), OPEN_TOLLS)
def test_a_toll_that_may_change(text: str, provisional: list[bool]) -> None:
    assert [c.provisional for c in claims(text) if isinstance(c, Harm)] == provisional
