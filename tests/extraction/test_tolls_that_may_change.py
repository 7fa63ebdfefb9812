"""A toll of which the text says that it may change, in the same breath or behind it; and those that are said to stand."""

import pytest
from events_told import DAY, figure


def open_toll(text: str, count: int = 10) -> bool:
    return figure(text, count, DAY).provisional


@pytest.mark.parametrize(
    "behind",
    [
        ". Ce bilan changera probablement, a-t-il dit.",
        ". Mais ce bilan peut changer.",
        ". Il s'agit d'un bilan partiel.",
        ". «Le bilan pourrait s'aggraver car nous cherchons toujours des corps».",
        ". Le bilan des morts n'est que provisoire, a déclaré le directeur de l'hôpital.",
        ". Selon le maire, ce bilan de ce drame est encore provisoire.",
        ". Le nombre de morts pourrait être plus élevé.",
        ". Les secouristes craignent un bilan plus lourd.",
        ". Les autorités craignent que le bilan ne s'alourdisse.",
        ". Il a ajouté que le bilan des morts pouvait encore augmenter.",
        " et le bilan devrait s'alourdir, a rapporté un policier.",
        ", un bilan qui pourrait encore s'alourdir, selon la police.",
        ", mais ce n'est pas le bilan définitif, a dit un médecin.",
        ", selon un bilan encore partiel.",
        ", en redoutant un bilan plus lourd.",
    ],
)
def test_it_may_change(behind: str) -> None:
    assert open_toll(f"Dix civils ont été tués au Mali{behind}")


@pytest.mark.parametrize(
    "behind",
    [
        ". Le bilan s'est alourdi à douze morts.",
        ". Un bilan définitif doit être communiqué plus tard.",
        ". Le nombre de réfugiés pourrait augmenter de douze morts.",
        " alors que le nombre de déplacés pourrait augmenter.",
        ". Le bilan de l'attaque de Kidal pourrait atteindre douze morts, il pourrait encore augmenter.",
        ". Le bilan du président est contesté.",
        ". Une ONG confirme douze décès et redoute un bilan plus lourd.",
    ],
)
def test_it_stands(behind: str) -> None:
    assert not open_toll(f"Dix civils ont été tués au Mali{behind}")


def test_only_the_dead() -> None:
    text = "Dix civils, dont trois femmes, ont été tués et douze blessés au Mali. Le bilan pourrait s'alourdir."
    assert [open_toll(text, count) for count in (10, 3, 12)] == [True, False, False]
