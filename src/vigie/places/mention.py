"""What the room hands out: a stretch of text that names a place, and the place."""

from typing import Literal

from vigie.values import Place, Value

Relation = Literal["in", "near", "km_from", "between", "part_of", "border", "road"]


class PlaceMention(Value, frozen=True, kw_only=True):
    """`text[start:end]` is the whole expression, `text[name_start:name_end]` the bare name in it.

    `place` is None while several `candidates` remain equally good, or when the name is in no table. `metonym`: the
    name stands for a government or an organisation, nothing happened there. `rule` says how it was recognised.
    """

    start: int
    end: int
    text: str
    name_start: int
    name_end: int
    place: Place | None = None
    candidates: tuple[Place, ...] = ()
    relation: Relation | None = None
    metonym: bool = False
    rule: str = ""


def merge(named: list[PlaceMention], phrases: list[PlaceMention]) -> list[PlaceMention]:
    """Both lists in order; a name inside a phrase gives way, a phrase that crosses a longer expression does."""
    if not phrases:
        return named
    merged: list[PlaceMention] = []
    for mention in sorted((*named, *phrases), key=lambda m: (m.start, -m.end)):
        if not merged or mention.start >= merged[-1].end:
            merged.append(mention)
        elif mention.start == merged[-1].start and mention.end > merged[-1].end:
            merged[-1] = mention
    return merged
