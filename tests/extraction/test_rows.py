"""Three and more who share a part («X, Y et Z»): they speak, strike and are blamed together. Sentences are ours."""

import pytest
from events_told import claims

from vigie.places import find_places
from vigie.values import Event, Harm

SPEAKERS = [
    ("La France, le Royaume-Uni et l'Allemagne ont affirmé que dix civils avaient été tués à Alep.", ["FRA", "GBR", "DEU"]),
    ("Dix civils ont été tués à Alep, selon l'ONU, la Croix-Rouge et l'OSDH.", ["UN", "RED-CROSS", "SOHR"]),
    ("Dix civils ont été tués à Alep, ont affirmé l'ONU, la Croix-Rouge et l'OSDH.", ["UN", "RED-CROSS", "SOHR"]),
    ("Selon l'armée syrienne, les rebelles et leurs alliés ont tué dix civils mardi à Alep.", ["SYR"]),
    ("Dans un raid contre l'EI, la France et les Etats-Unis ont dit que dix civils avaient été tués à Alep.", ["FRA", "USA"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who"), SPEAKERS)
def test_all_of_a_row_speak_and_nobody_else(text: str, who: list[str]) -> None:
    assert [c.said_by for c in claims(text) if isinstance(c, Harm)] == [who]


AUTHORS = [
    ("Les Etats-Unis, la France et le Royaume-Uni ont bombardé samedi un dépôt à Homs.", ["USA", "FRA", "GBR"]),
    ("Washington, Paris et Londres ont bombardé samedi un dépôt à Homs.", ["USA", "FRA", "GBR"]),
    ("Dix civils ont été tués mardi à Alep par la Russie, l'Iran et le Hezbollah.", ["RUS", "IRN", "HEZBOLLAH"]),
    ("Dix civils ont été tués mardi à Alep par l'EI, l'armée et la police ont bouclé le quartier.", ["IS"]),
]


@pytest.mark.parametrize(("text", "by"), AUTHORS)
def test_all_of_a_row_are_blamed_and_nobody_of_the_next_clause(text: str, by: list[str]) -> None:
    assert [c.by for c in claims(text) if isinstance(c, Event)] == [by]


@pytest.mark.parametrize(
    ("text", "capitals"),
    [
        ("Washington, Paris et Londres ont mené des frappes.", [True, True, True]),
        ("A Paris, Londres et Berlin, des milliers de personnes ont défilé.", [False, False, False]),
        ("Alors que l'armée avance vers Alep, la Russie et l'Iran ont démenti.", [False, True, True]),
        ("Après les raids sur Alep, Washington et Paris ont réagi.", [False, True, True]),
    ],
)
def test_a_capital_in_a_row_acts_or_is_a_place_as_the_others(text: str, capitals: list[bool]) -> None:
    assert [m.metonym for m in find_places(text)] == capitals
