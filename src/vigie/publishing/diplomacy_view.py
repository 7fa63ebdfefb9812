"""Who acts towards whom: acts of diplomacy counted by kind and by pair."""

from collections import Counter
from collections.abc import Sequence

from .. import values as v
from . import words
from .cards import Card, sides_of
from .material import Material

_ROWS = 40


def acts(material: Material, cards: Sequence[Card]) -> list[tuple[str, int, list[tuple[str, int]]]]:
    """(act, how many, [(actor → target, how many)…]) of incidents, the commonest first."""
    kinds: Counter[str] = Counter()
    pairs: dict[str, Counter[str]] = {}
    for card in cards:
        kinds[card.type] += 1
        claims = (material.claims.get(claim) for claim in material.incidents[card.id].claims)
        told = {sides_of(c) for c in claims if isinstance(c, v.Diplomacy) and c.act == card.type}
        pairs.setdefault(card.type, Counter()).update(side for side in told if side)
    return [
        (words.capital(words.named("acts", kind)), count, sorted(pairs[kind].items(), key=_often)[:_ROWS])
        for kind, count in sorted(kinds.items(), key=_often)
    ]


def _often(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]
