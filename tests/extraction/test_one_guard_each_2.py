"""Each guard of the mends of the first of December has a story that is read wrongly without it."""

import pytest
from events_told import claims

from vigie.values import Event, Harm


def harm(text: str, count: int) -> Harm:
    """The claim of that many people."""
    return next(c for c in claims(text) if isinstance(c, Harm) and c.count == count)


@pytest.mark.parametrize(
    "text",
    [
        "Les jihadistes ont revendiqué l'attentat qui a tué six soldats lundi à Gao. Le groupe a attaqué une base.",
        "L'armée a perdu six soldats dans l'attentat de lundi à Gao, mené par des hommes armés. Les assaillants ont attaqué "
        "le camp.",
    ],
)
def test_how_an_attentat_killed_is_open(text: str) -> None:
    assert harm(text, 6).method is None


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (
            "Il s'agit de la journée la plus meurtrière depuis le 20 mars, lorsque des attentats avaient fait 50 morts à "
            "Bagdad. Douze personnes ont été tuées et 40 blessées.",
            12,
        ),
        (
            "L'Irak a connu mardi sa pire journée depuis le 20 mars, lorsqu'une série d'attentats avait fait 50 morts. A "
            "Bagdad, sept personnes sont mortes.",
            7,
        ),
    ],
)
def test_a_recalled_attack_lends_nothing_to_the_news(text: str, count: int) -> None:
    assert harm(text, count).method is None


def test_an_attacker_is_no_protester() -> None:
    text = "Des manifestants ont attaqué le poste de police de Kano, au Nigeria. Un assaillant a été tué."
    assert harm(text, 1).side == "NGA-UNK"


def test_a_village_in_no_table_keeps_its_name_beside_a_known_town() -> None:
    text = "Six civils ont été tués dans le village de Tibilandor, dans la province du Soum, et trois à Djibo."
    place = harm(text, 6).place
    assert place is not None
    assert place.name == "Tibilandor"


def test_an_attack_on_villagers_beside_a_fight_stays_one() -> None:
    text = (
        "Une attaque a fait dix morts parmi les villageois lundi à Bankass, au Mali. Des combats ont opposé la milice aux "
        "jihadistes."
    )
    assert next(c.type for c in claims(text) if isinstance(c, Event)) == "Attack"
