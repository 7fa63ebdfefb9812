"""Those who have no aircraft did not strike from the air: what they did is another act than the strike beside it; what a
place goes through again and again is no act of the day.
"""

import pytest
from events_told import claims

from vigie.values import Event, Harm


@pytest.mark.parametrize(
    "text",
    [
        "Une frappe a touché mardi Inata, au Burkina Faso, tuant six civils. Des jihadistes ont attaqué mardi le village.",
        "Une frappe de drone a tué six civils mardi à Inata, au Burkina Faso. Des hommes armés ont attaqué la ville mardi.",
        "Des jihadistes ont attaqué Inata mardi, au Burkina Faso. Une frappe y a tué six civils mardi.",
    ],
)
def test_no_strike_is_laid_to_them(text: str) -> None:
    found = claims(text)
    strikes = [c for c in found if isinstance(c, Event) and c.type == "Air/drone strike"]
    assert strikes
    assert [by for c in strikes for by in c.by] == []
    assert [by for c in found if isinstance(c, Harm) for by in c.by] == []


def test_the_army_that_has_aircraft_does_strike() -> None:
    text = "Une frappe a tué six civils mardi à Idleb, en Syrie. L'aviation syrienne a mené l'attaque."
    assert {by for c in claims(text) if isinstance(c, Event) for by in c.by} == {"SYR"}


def test_what_goes_on_again_and_again_is_no_act() -> None:
    text = "Marsol, en Syrie, assiégée par l'armée depuis 2013, est régulièrement bombardée."
    assert [c for c in claims(text) if isinstance(c, Event)] == []


def test_what_goes_on_since_a_day_is() -> None:
    text = "Alep, en Syrie, est quotidiennement bombardée depuis lundi."
    assert [c.type for c in claims(text) if isinstance(c, Event)] != []
