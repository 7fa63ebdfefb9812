"""What else is held in the same breath: «Jarablous et Dabiq», «l'est du pays, ainsi qu'une partie du sud», «dont X»."""

import re
from collections.abc import Iterator

from vigie.places.parts import BEARINGS

from .analysis import Analysis
from .control_object import Held, held_at, place_of
from .parties import View

_MOST = 5  # things told in one breath
_SOME = r"[lqQhr\"]{0,3}(?:o?(?P<part>m)[oja]?d?[lq]?)"
_THING = rf"(?:{_SOME}|[lqQhr\"]{{0,3}})[or]{{0,2}}(?:(?P<place>P)|(?P<noun>n))"
_NO_VERB = "(?![^.;:,]{0,6}[VKxXSw])"
_AND = re.compile(rf"[aojT]{{0,3}},?[ro]?td?{_THING}{_NO_VERB}")
_WHICH = re.compile(rf"[^.;:,VKxXwc]{{0,14}},b{_THING}{_NO_VERB}(?![aojA]{{0,2}},[^.;:,]{{0,3}}[SKD])")
_COMMA = re.compile(rf"[aojT]{{0,3}},[ro]?d?(?:l?(?P<place>P)|{_SOME}(?P<noun>n)){_NO_VERB}")  # no «X, bourg de Y»
_WAY = ("à ", "près", "dans ", "entre")  # «à 40 km de X»: where it lies, nothing more that is held
_STILL = re.compile(r"[^.;:VKxXwcb]{0,40}?t")  # an enumeration has an «et» to come


def listed(analysis: Analysis, seen: View, held: Held) -> Iterator[Held]:
    """The other things that stand behind what is held, each with its own extent."""
    at = _behind(seen, held)
    for _ in range(_MOST):
        found = _AND.match(seen.codes, at) or _WHICH.match(seen.codes, at) or _enumerated(seen, at)
        other = _thing(analysis, seen, found) if found else None
        if other is None:
            return
        at = _behind(seen, other)
        yield other


def _behind(seen: View, held: Held) -> int:
    return next((i for i, u in enumerate(seen.clause.units) if u.start >= held.end), len(seen.codes))


def _enumerated(seen: View, at: int) -> re.Match[str] | None:
    found = _COMMA.match(seen.codes, at)
    return found if found and _STILL.match(seen.codes, found.end()) else None


def _thing(analysis: Analysis, seen: View, found: re.Match[str]) -> Held | None:
    part = found.start("part") if found["part"] else None
    if found["noun"] is None:
        place = found.start("place")
        if seen.clause.units[place].low.startswith(_WAY):
            return None
        return held_at(analysis, seen, place if part is None else part, place, None, place)
    noun = found.start("noun")
    named = place_of(seen, noun)
    apart = part is not None or seen.values[noun] == "facility" or seen.clause.units[noun].low in BEARINGS
    if not apart and named is None and seen.clause.units[noun].low != "capitale":
        return None
    return held_at(analysis, seen, noun if part is None else part, named or noun, noun, named)
