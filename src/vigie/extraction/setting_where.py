"""Level 6: a place of a claim, with the words that gave it."""

from typing import NamedTuple

from vigie.places import PlaceMention
from vigie.values import Place


class Where(NamedTuple):
    """A place and the words that gave it; `around`: they name only what it lies near («près de X»)."""

    place: Place
    start: int
    end: int
    rule: str
    around: bool = False


def where_of_mention(mention: PlaceMention, rule: str) -> Where:
    assert mention.place is not None
    return Where(mention.place, mention.start, mention.end, rule, mention.relation in ("near", "km_from"))
