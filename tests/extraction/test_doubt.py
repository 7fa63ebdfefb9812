"""What the text itself doubts is hedged, whoever says it. Sentences are ours."""

import pytest
from events_told import claims

from vigie.values import Harm

DOUBTED = [
    "Dans la ville, on parle de 30 morts dans le bombardement du marché d'Ariha, en Syrie, lundi.",
    "Selon des informations non confirmées, six soldats ont été tués lundi dans une attaque à Ménaka, au Mali.",
    "Il semble que neuf jihadistes ont été tués lundi dans une frappe de drone à Marib, au Yémen.",
    "L'armée malienne affirme que 12 jihadistes ont été tués lundi à Ménaka. Cette information n'a pas pu être vérifiée.",
    "Sana a fait état de 300 civils tués lundi à Deir Ezzor. Ce chiffre n'a pas été confirmé de source indépendante.",
    "L'ONU dit craindre que 40 civils aient été tués lundi à Aksoum, en Ethiopie, par des soldats érythréens.",
    "Les secouristes redoutent que 40 civils n'aient péri lundi dans le bombardement d'Aksoum, en Ethiopie.",
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


SUSPECTED = [
    ("Human Rights Watch soupçonne l'armée d'avoir exécuté 40 civils à Aksoum, en Ethiopie.", ["ETH"], ["NGO"]),
    ("Kiev soupçonne la Russie d'avoir bombardé un hôpital à Izioum, tuant 40 civils.", ["RUS"], ["UKR"]),
    ("Les ONG soupçonnaient les rebelles d'avoir tué 12 villageois lundi à Goma, en RDC.", ["COD-REB"], ["NGO"]),
]


@pytest.mark.parametrize(("text", "by", "teller"), SUSPECTED)
def test_a_suspicion_is_hedged_and_is_of_whoever_has_it(text: str, by: list[str], teller: list[str]) -> None:
    for claim in claims(text):
        assert (claim.by, claim.by_certainty, claim.by_said_by) == (by, "hedged", teller)


DENIED_APART = [
    (
        "L'armée birmane nie avoir incendié le village de Maung Nu, en Birmanie, où 82 corps ont été retrouvés.",
        "occurred",
    ),
    ("L'armée dément avoir bombardé le marché de Taëz, au Yémen, où 20 civils ont péri lundi.", "occurred"),
    ("Moscou nie toute responsabilité dans le raid sur Idleb, en Syrie, qui a tué 14 civils.", "occurred"),
    (
        "Les rebelles démentent être les auteurs de l'attentat de Damas, en Syrie, qui a fait 12 morts lundi.",
        "occurred",
    ),
    ("L'armée dément avoir visé un hôpital; dix malades y ont été tués à Taëz, au Yémen.", "occurred"),
    ("L'armée dément que ses soldats aient tué 14 civils à Idleb, en Syrie.", "denied"),
    ("Les rebelles nient avoir tué 14 civils à Idleb, en Syrie.", "denied"),
]


@pytest.mark.parametrize(("text", "realis"), DENIED_APART)
def test_who_denies_an_act_does_not_deny_the_dead_told_beside_it(text: str, realis: str) -> None:
    harm = next(claim for claim in claims(text) if isinstance(claim, Harm))
    assert (harm.realis, bool(harm.by)) == (realis, realis == "denied")


CHARGED = [
    "Les talibans ont pendu un homme accusé d'avoir tué deux policiers à Helmand.",
    "Les shebab ont fusillé deux hommes soupçonnés d'avoir tué trois de leurs combattants à Jilib.",
    "Le Hamas a exécuté trois hommes accusés d'avoir assassiné un de ses chefs à Gaza.",
]


@pytest.mark.parametrize("text", CHARGED)
def test_who_punishes_did_not_do_what_he_punishes(text: str) -> None:
    punished, told = [claim for claim in claims(text) if isinstance(claim, Harm)]
    assert punished.by
    assert not told.by
