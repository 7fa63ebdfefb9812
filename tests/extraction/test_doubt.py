"""What the text itself doubts is hedged, whoever says it. Sentences are ours."""

import pytest
from events_told import claims

DOUBTED = [
    "Dans la ville, on parle de 30 morts dans le bombardement du marché d'Ariha, en Syrie, lundi.",
    "Selon des informations non confirmées, six soldats ont été tués lundi dans une attaque à Ménaka, au Mali.",
    "Il semble que neuf jihadistes ont été tués lundi dans une frappe de drone à Marib, au Yémen.",
    "L'armée malienne affirme que 12 jihadistes ont été tués lundi à Ménaka. Cette information n'a pas pu être vérifiée.",
    "Sana a fait état de 300 civils tués lundi à Deir Ezzor. Ce chiffre n'a pas été confirmé de source indépendante.",
    "Les rebelles disent avoir tué 20 soldats lundi à Goma, ce qui n'a pas pu être confirmé.",
]


@pytest.mark.parametrize("text", DOUBTED)
def test_what_the_text_doubts_is_hedged(text: str) -> None:
    assert {claim.certainty for claim in claims(text)} == {"hedged"}


STATED = [
    "L'OSDH parle de 30 morts dans le bombardement du marché d'Ariha, en Syrie, lundi.",
    "Six soldats ont été tués lundi à Ménaka, au Mali. L'armée a confirmé ce bilan.",
    "Des hommes armés ont tué six soldats lundi à Ménaka. L'attaque n'a pas été revendiquée.",
    "Dix civils ont été tués lundi à Goma. Le bilan a pu être confirmé.",
]


@pytest.mark.parametrize("text", STATED)
def test_what_somebody_says_plainly_is_stated(text: str) -> None:
    assert {claim.certainty for claim in claims(text)} == {"stated"}
