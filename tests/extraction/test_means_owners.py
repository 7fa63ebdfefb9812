"""Who did an act that only its means tell, and whom it hit: the owner of the weapon, of the aircraft brought down."""

import datetime as dt

import pytest

from vigie.extraction import extract
from vigie.values import Document, Event, Harm, Interval

DAY = Interval.day(dt.date(2021, 5, 12))


def _document(text: str) -> Document:
    return Document(id="t", document="t", text=text, sha256="", text_sha256="", origin="", published=DAY)


def event(text: str) -> Event:
    return next(claim for claim in extract(_document(text)) if isinstance(claim, Event))


DOWNED = [
    ("Un hélicoptère militaire russe a été abattu lundi près de Kharkiv.", [], "RUS"),
    ("Un MiG-21 indien a été abattu mercredi par l'aviation pakistanaise au Cachemire.", ["PAK"], "IND"),
    ("Un chasseur-bombardier du régime syrien a été abattu lundi par les rebelles près d'Idleb.", ["SYR-REB"], "SYR"),
    ("Les Houthis ont abattu lundi un drone américain au-dessus de Hodeida.", ["HOUTHIS"], "USA"),
    ("Deux drones ont été abattus mardi près de Moscou.", [], None),
    ("L'armée israélienne a intercepté mardi quatre drones lancés par l'Iran près d'Eilat.", ["ISR"], "IRN"),
    ("L'armée ukrainienne a dit lundi avoir abattu 9 des 12 drones lancés par la Russie sur Odessa.", ["UKR"], "RUS"),
    ("La défense antiaérienne syrienne a abattu lundi un avion israélien près de Damas.", ["SYR"], "ISR"),
]


@pytest.mark.parametrize(("text", "by", "target"), DOWNED)
def test_an_aircraft_brought_down_is_an_act_on_those_whose_it_was(text: str, by: list[str], target: str | None) -> None:
    told = event(text)
    assert (told.by, told.target, told.struck, told.count) == (by, target, "vehicle", None)
    assert not {"air_dropped", "drone", "small_arms"} & set(told.weapon)


def test_the_missile_that_brought_it_down_is_the_weapon() -> None:
    assert event("Un hélicoptère russe a été abattu lundi par un missile près de Kherson.").weapon == ["missile"]


WRECKED = [
    ("Un pont a été détruit lundi par l'aviation russe près de Rastane, en Syrie.", ["RUS"]),
    ("Deux villages ont été rasés lundi par l'artillerie birmane près de Sittwe.", ["MMR"]),
    ("Un immeuble a été éventré lundi par une roquette du Hamas à Sderot.", ["HAMAS"]),
    ("Une école a été touchée lundi par un missile à Kharkiv.", []),
]


@pytest.mark.parametrize(("text", "by"), WRECKED)
def test_what_a_weapon_wrecked_was_hit_by_its_owner(text: str, by: list[str]) -> None:
    told = event(text)
    assert (told.by, told.target) == (by, "civilians")


@pytest.mark.parametrize(
    "text",
    [
        "Des hommes armés ont tué à l'arme blanche douze paysans lundi à Drodro.",
        "Des hommes armés ont tué à coups de machette douze paysans lundi à Drodro.",
    ],
)
def test_a_weapon_told_before_the_dead_is_theirs(text: str) -> None:
    assert [c.weapon for c in extract(_document(text)) if isinstance(c, Harm)] == [["blade"]]


def test_villagers_are_no_places() -> None:
    assert event("Les jihadistes ont massacré 40 villageois lundi à Djibo, au Burkina Faso.").count is None


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Des inconnus ont jeté une grenade dans un bar samedi à Bujumbura, au Burundi.", ["BDI-UNK"]),
        ("Des miliciens soutenus par l'Iran ont lancé une grenade samedi à Bagdad, en Irak.", []),
        ("Une grenade a été jetée dans un bar samedi à Bujumbura, au Burundi.", []),
    ],
)
def test_who_throws_a_grenade_did_it(text: str, by: list[str]) -> None:
    assert event(text).by == by
