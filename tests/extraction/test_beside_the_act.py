"""Who is told of in a clause about the place, asks who did it, or holds the place where the dead were found, did not do
what the sentence tells.
"""

import pytest
from events_told import claims

from vigie.values import Harm


def blamed(text: str) -> list[str]:
    """Who is blamed for the people harmed."""
    return [by for claim in claims(text) if isinstance(claim, Harm) for by in claim.by]


@pytest.mark.parametrize(
    "text",
    [
        "Une attaque a visé Alep, où les rebelles sont entrés il y a un an, faisant dix morts.",
        "Une frappe a touché Raqa, où l'EI est arrivé en janvier 2014, tuant dix civils.",
        "Un raid a visé Idleb, que les rebelles ont prise en mars, tuant douze personnes.",
        "Des combats ont éclaté à Alep, où les rebelles sont entrés en 2012, faisant dix morts.",
        "Un attentat a secoué Kaboul, que les talibans ont conquise en août, tuant six passants.",
    ],
)
def test_who_entered_or_took_the_place_is_not_blamed(text: str) -> None:
    assert blamed(text) == []


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("L'armée syrienne a lancé un assaut sur Raqa, où les jihadistes se sont installés, tuant dix civils.", "SYR"),
        ("L'attaque a visé Alep, en Syrie, où les rebelles ont lancé un assaut, tuant dix civils.", "SYR-REB"),
        ("L'armée syrienne a quitté Idleb, où les rebelles sont entrés lundi, tuant dix civils.", "SYR-REB"),
    ],
)
def test_who_did_it_is(text: str, by: str) -> None:
    assert blamed(text) == [by]


@pytest.mark.parametrize(
    "text",
    [
        "Le Pentagone a dit ignorer qui avait tué dix civils à Raqa.",
        "L'armée malienne ne sait pas encore qui a tué les trois bergers retrouvés à Gao.",
        "Le gouvernement malien cherche à savoir qui a tué dix villageois à Bankass.",
        "La police nigériane n'a pas encore déterminé qui a enlevé les deux prêtres à Kaduna.",
        "L'armée malienne n'a pas identifié qui a tué six civils lundi à Gao.",
    ],
)
def test_who_asks_who_did_it_is_not_blamed(text: str) -> None:
    assert blamed(text) == []


def test_who_did_it_behind_a_comma_is() -> None:
    assert blamed("Les rebelles syriens, qui ont tué dix civils à Idleb, se sont enfuis.") == ["SYR-REB"]


@pytest.mark.parametrize("held", ["reprise", "reconquise", "libérée", "bouclée", "surveillée", "défendue"])
def test_who_holds_the_place_is_not_blamed(held: str) -> None:
    text = f"Les corps de 12 hommes, exécutés, ont été retrouvés dans une zone {held} par l'armée à Deir Ezzor."
    assert blamed(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "L'armée nigériane poursuit les auteurs de l'attaque qui a fait six morts à Kano.",
        "L'armée nigériane mène la traque des auteurs présumés de l'attaque qui a fait six morts à Kano.",
        "La police nigériane a lancé la chasse aux responsables de l'attaque qui a fait six morts à Kano.",
    ],
)
def test_who_is_after_the_authors_is_not_blamed(text: str) -> None:
    assert blamed(text) == []
