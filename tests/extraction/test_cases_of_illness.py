"""Deaths among the cases of an illness that is not named, and those of the old wars, are no claims."""

import pytest
from events_told import claims


@pytest.mark.parametrize(
    "text",
    [
        "La région de Maradi a enregistré 2.302 cas dont 19 décès au cours du dernier mois.",
        "Le pays compte 41 nouveaux cas confirmés, dont trois morts, ou 412 cas et 19 décès en tout.",
        "La guerre de 14-18 a fait dix millions de morts parmi les soldats.",
    ],
)
def test_neither_is_told_of_a_conflict(text: str) -> None:
    assert claims(text) == []


def test_cases_of_violence_are() -> None:
    assert claims("L'ONU a documenté 45 cas d'exécutions, dont 19 morts en détention, imputées à l'armée burundaise.")
