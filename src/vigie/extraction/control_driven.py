"""From where somebody is driven out: «a chassé les rebelles de X», «chassé de X les jihadistes»."""

import re

from .analysis import Analysis
from .control_earlier import left
from .control_held import Held, held_at, named_before, place_of
from .parties import View

_WHO = re.compile(r"[l\"rdqQhT]{0,4}(?P<who>A)[oajU]{0,3}(?:\([AU]\))?(?:i?d|i)[l\"Qqh]{0,2}(?:P|[oj]{0,2}(?P<noun>n))")
_OUT_OF_IT = re.compile(r"[iy]x[rgT]{0,2}$")  # «en avoir chassé», «en a délogé»
# «chassé de X les jihadistes», «chassé de la ville le Y», «chassé de X»
_OUT_OF = re.compile(r"T?d[l\"]?(?:(?P<place>P)|(?P<noun>n))T?(?:[l\"]{1,2}(?P<who>A))?")


def driven(analysis: Analysis, seen: View, at: int) -> Held | None:
    """«a chassé les rebelles de Cheikh Miskin»: who, and from where; «d'où ils les avaient chassés»."""
    match = _WHO.match(seen.codes, at + 1)
    if match is None:
        return _driven_from(analysis, seen, at) or relative_from(analysis, seen, at)
    noun = match.start("noun") if match["noun"] else None
    place = place_of(seen, noun) if noun is not None else match.end() - 1
    held = held_at(analysis, seen, match.end() - 1, place or match.end() - 1, noun, place)
    return held._replace(driven=match.start("who"))


def _driven_from(analysis: Analysis, seen: View, at: int) -> Held | None:
    """«a chassé de Syrte les jihadistes», «après en avoir chassé les jihadistes»: from where stands before who."""
    ahead = _OUT_OF_IT.search(seen.codes, 0, at)
    who = re.compile(r"T?[l\"]{1,2}(?P<who>A)").match(seen.codes, at + 1)
    having = ahead is not None and seen.clause.units[ahead.start() + 1].low in ("avoir", "ayant")
    if ahead and having and who and seen.clause.units[ahead.start()].low == "en" and (held := left(analysis, seen, at)):
        return held._replace(driven=who.start("who"))
    match = _OUT_OF.match(seen.codes, at + 1)
    if match is None:
        return None
    driven = match.start("who") if match["who"] else _driven_before(seen, at)
    noun = match.start("noun") if match["noun"] else None
    place = match.start("place") if match["place"] else None
    first = place if noun is None else noun
    if driven is None or first is None:
        return None
    return held_at(analysis, seen, first, first, noun, place)._replace(driven=driven)


def _driven_before(seen: View, at: int) -> int | None:
    """«Boko Haram, que l'armée dit avoir chassé de X»."""
    found = re.compile(r"(?P<who>A)[oajU]{0,3},?c[l\"]?A[^.;:]{0,14}$").search(seen.codes, 0, at)
    return found.start("who") if found else None


def relative_from(analysis: Analysis, seen: View, at: int) -> Held | None:
    match = re.compile(r"(?P<place>P)[^.;:]{0,6}?(?:d?c|b)[^.;:]{0,14}?$").search(seen.codes, 0, at)
    if match:
        return held_at(analysis, seen, match.start("place"), match.start("place"), None, match.start("place"))
    if re.compile(r"dc[^.;:]{0,14}?$").search(seen.codes, 0, at) is None:
        return None
    unit = seen.clause.units[at]
    where = named_before(analysis, seen, unit.start, unit.end)
    return Held(where, unit.start, unit.end, "whole", None) if where else None
