"""What is held, its place, how much of it and its share, once its words are found."""

import re
from typing import NamedTuple

from vigie.places.lexicon import lexicon as place_words
from vigie.places.parts import part_of
from vigie.values.claim import Extent

from .analysis import Analysis
from .control_extent import OF_A_PART, extent_of, share_of, where_at
from .control_place import place_of_noun
from .parties import View
from .setting import Where, place_before, place_in_clause

SIDES = {
    "orientale": "est", "oriental": "est", "orientaux": "est", "septentrionale": "nord", "septentrional": "nord",
    "occidentale": "ouest", "occidental": "ouest", "occidentaux": "ouest", "méridionale": "sud", "méridional": "sud",
}  # fmt: skip
_LISTED = re.compile(r"(?:P,l?){0,3}P[te]d?l?$")


class Held(NamedTuple):
    """The thing held: its place, the words for it, how much of it (whole | part | outskirts | facility), its share.

    `driven` is the unit of who was driven out of it, `more` what else is told in one breath, `noun` the letter of
    the noun for it; `named` where it has a name of its own.
    """

    where: Where | None
    start: int
    end: int
    extent: Extent
    share: float | None
    driven: int | None = None
    more: tuple["Held", ...] = ()
    noun: str = ""
    named: bool = False


def held_at(analysis: Analysis, seen: View, first: int, last: int, noun: int | None, place: int | None) -> Held:
    units = seen.clause.units
    start, end = units[first].start, units[last].end
    where = _side(seen, first, place) if place is not None else _where_is(analysis, seen, start, end, noun)
    more = _more(seen, place) if place is not None else ()
    return Held(
        where,
        start,
        end,
        extent_of(seen, first, last, noun, place),
        share_of(seen, first, last),
        None,
        more,
        seen.codes[noun] if noun is not None else "",
        place is not None,
    )


def _more(seen: View, place: int) -> tuple["Held", ...]:
    """«de X à Y», «X, Y et Z ont été repris»: told in one breath before it (control_lists.py reads on behind it)."""
    behind = _LISTED.search(seen.codes, 0, place)
    if behind is None or OF_A_PART.search(seen.codes, 0, behind.start()):
        return ()  # «une partie du nord et du nord-est» is one
    found = [where_at(seen, i) for i in range(behind.start(), place) if seen.codes[i] == "P"]
    return tuple(Held(w, w.start, w.end, "whole", None, named=True) for w in found if w is not None)


def _side(seen: View, first: int, place: int) -> Where | None:
    """«la partie orientale d'Alep»: the adjective tells which side of a town."""
    first = min(first, place - 3)
    where, words = where_at(seen, place), [u.low for u in seen.clause.units[max(0, first) : place]]
    side = next((SIDES[w] for w in words if w in SIDES), None)
    if where is None or side is None or where.place.level not in ("town", "quarter"):
        return where
    return where._replace(place=part_of(place_words(), where.place, side, False))


def _where_is(analysis: Analysis, seen: View, start: int, end: int, noun: int | None) -> Where | None:
    if noun is None:
        return named_before(analysis, seen, start, end)
    return place_of_noun(analysis, seen.clause, seen.clause.units[noun], start, end)


def named_before(analysis: Analysis, seen: View, start: int, end: int) -> Where | None:
    """«la ville», «36 villages»: the place that the sentence, else the one before it, speaks of."""
    return place_in_clause(analysis, seen.clause, start, end) or place_before(analysis, seen.clause)


def place_of(seen: View, noun: int) -> int | None:
    """«la localité stratégique de Suluk», «des villages près de la frontière turque»: the place that says which."""
    match = re.compile(r"[oajurihU\"(]{0,3}(?:p[lro]{0,2}A)?[,de]?[l\"(]{0,2}P").match(seen.codes, noun + 1)
    return match.end() - 1 if match else None
