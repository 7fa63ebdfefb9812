"""A village that no table has lies in the division told last, and each count has the village behind it."""

import pytest
from events_told import claims

from vigie.values import Harm


def told(text: str) -> dict[int, tuple[str, float]]:
    """Each count with the name and the radius of its place."""
    found = [c for c in claims(text) if isinstance(c, Harm) and c.count is not None]
    return {c.count: (c.place.name, round(c.place.km)) for c in found if c.count is not None and c.place}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Burkina Faso: deux attaques ont eu lieu dans la province du Soum. Douze villageois ont été tués à Tiembolor.",
            {12: ("Tiembolor", 60)},
        ),
        (
            "Nigeria: des bandits ont attaqué l'Etat de Zamfara. Trente élèves ont été enlevés à Gidan Wawaro.",
            {30: ("Gidan Wawaro", 110)},
        ),
        ("Au Nigeria, trente élèves ont été enlevés lundi à Gidan Wawaro.", {30: ("Gidan Wawaro", 550)}),
        (
            "Mali: six civils ont été tués lundi à Gao et trois autres à Tibilandor.",
            {6: ("Gao", 8), 3: ("Tibilandor", 700)},
        ),
        ("Mali: six civils ont été tués lundi à Gao et trois autres à Ménaka.", {6: ("Gao", 8), 3: ("Ménaka", 8)}),
    ],
)
def test_a_village_in_no_table(text: str, places: dict[int, tuple[str, float]]) -> None:
    assert told(text) == places
