"""Shots at somebody who attacked are no shots at a crowd; soldiers whom their own side hit are counted once."""

import pytest
from events_told import claims

from vigie.values import Event, Harm


@pytest.mark.parametrize(
    "text",
    [
        "Un Palestinien a tenté de poignarder un soldat durant des émeutes à Hébron. Les soldats ont riposté et ont tiré "
        "sur l'agresseur, qui a été tué.",
        "Des émeutes ont éclaté à Gao, au Mali. Des soldats y ont tiré sur un assaillant, qui a été tué.",
    ],
)
def test_who_attacks_is_no_crowd(text: str) -> None:
    assert "Excessive force against protesters" not in {c.type for c in claims(text) if isinstance(c, Event)}


def test_a_youth_is_one_of_the_crowd() -> None:
    text = "Pendant une manifestation à Naplouse, les soldats ont tiré sur un jeune, qui a été tué."
    assert {c.type for c in claims(text) if isinstance(c, Event)} == {"Excessive force against protesters"}


def test_own_fire_told_twice() -> None:
    text = (
        "Onze militaires philippins ont été tués mercredi dans une frappe de l'armée philippine. Le ministre avait "
        "fait état de dix tués mais le porte-parole de l'armée a confirmé que onze soldats avaient péri."
    )
    assert [c.count for c in claims(text) if isinstance(c, Harm)].count(11) == 1
