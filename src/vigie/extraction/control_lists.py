"""What else is held in the same breath: «Jarablous et Dabiq», «l'est du pays, ainsi qu'une partie du sud», «dont X»."""

import re
from collections.abc import Iterator

from vigie.places.parts import BEARINGS

from .analysis import Analysis
from .control_held import Held, held_at, place_of
from .lands import control_words
from .parties import View

_MOST = 5  # things told in one breath
_SOME = r"[lqQhr\"]{0,3}(?:o?(?P<part>m)[oja]?d?[lq]?)"
_THING = rf"(?:{_SOME}|[lqQhr\"]{{0,3}})[or]{{0,2}}(?:(?P<place>P)|(?P<noun>n))"
_NO_VERB = "(?![^.;:,]{0,6}(?:[VxXSw]|K(?!p)))"  # «X et Y, contrôlées par Z» are taken both
_WHERE = r"(?:\([^().;:]{1,4}\))?"  # «X (sud) et Y (ouest)»
_AND = re.compile(rf"[aojTU]{{0,3}}{_WHERE}(?:,[rT]?K[rT]{{1,3}}(?=,))?,?[ro]?td?{_THING}{_NO_VERB}")
_WHICH = re.compile(
    rf"[^.;:,VKxXwc]{{0,14}},(?P<which>[br]){_THING}{_NO_VERB}(?![aojA]{{0,2}},[^.;:,]{{0,3}}[SKD](?!T))"
)
_COMMA = re.compile(rf"[aojT]{{0,3}}{_WHERE},[ro]?d?(?:l?(?P<place>P)|(?:{_SOME}|l)(?P<noun>n)){_NO_VERB}")
_RESUMED = re.compile(
    rf"[aojTU]{{0,3}},[^.;:VxXwcb]{{1,40}},(?P<more>t){_THING}{_NO_VERB}"
)  # «X, à la frontière, prise en mai, ainsi que Y»
# Behind a noun and its description: «deux villes tenues par Y, X et Z», «deux villages (X et Z)»; no subject of a verb.
_NAMED = re.compile(r"[^.;:,(VxXwcbKP]{0,12}(?:K[^.;:,(VxXwcb]{1,16})?[,:(]l?(?P<place>P)(?![oajT,]{0,3}[xXVGs])")
_AMONG = re.compile(
    r"[oajdlP]{0,5},bl?(?P<place>P)(?:\([^()]{1,4}\))?(?:,l?P(?:\([^()]{1,4}\))?){0,3}(?:tl?P(?:\([^()]{1,4}\))?)?(?:[,.]|$)"
)
_CITED = re.compile(r"[^.;]{0,40}?\",[^.;]{1,40}?,(?P<word>o)\"?(?P<place>P)")
_LYING = re.compile(r"[ei]l?P$")  # «une ville au nord de Bagdad, X»: where it lies
_COUNTED = re.compile(r"plusieurs|quelques|autres?|nouve|certain|derni|plus$")
_KINDS = ("ville", "localité", "village", "quartier", "bourg", "nouve", "cité", "district", "base", "autre")
_WAY = ("à ", "près", "dans ", "entre")  # «à 40 km de X»: where it lies, nothing more that is held
_STILL = re.compile(r"[^.;:VKxXwcb]{0,40}?t")  # an enumeration has an «et» to come


def listed(analysis: Analysis, seen: View, held: Held) -> Iterator[Held]:
    """The other things that stand behind what is held, each with its own extent."""
    at = _behind(seen, held)
    for _ in range(_MOST):
        found = _AND.match(seen.codes, at) or _among(seen, at) or _enumerated(seen, at) or _resumed(seen, at)
        other = _thing(analysis, seen, found, held) if found else None
        if other is None:
            return
        at = _behind(seen, other)
        yield other


def names_behind(analysis: Analysis, seen: View, held: Held) -> Held:
    """«deux villages, X et Y», «une localité du Masisi, X»: what is only counted has its name behind it."""
    units = seen.clause.units
    first = next(i for i, u in enumerate(units) if u.start >= held.start)
    at = _behind(seen, held)
    found = _NAMED.match(seen.codes, at) or _cited(seen, at)
    if found is None or not any(_COUNTED.match(units[i].low) or seen.codes[i] in "qQ" for i in range(first, at)):
        return held
    if held.named and not (units[at - 1].low.startswith(_KINDS) or _LYING.search(seen.codes, 0, at)):
        return held
    name = found.start("place")
    return held_at(analysis, seen, name, name, None, name)


def _cited(seen: View, at: int) -> re.Match[str] | None:
    """«plusieurs villes", a dit X, citant "A, B et C"»."""
    found = _CITED.match(seen.codes, at)
    return found if found and seen.clause.units[found.start("word")].low in control_words("citing") else None


def names_among(analysis: Analysis, seen: View, held: Held) -> Held:
    """«plusieurs villes, dont X et Y, sont tombées»: of what is only counted the names, where the text gives some."""
    found = None if held.named else _AMONG.match(seen.codes, _behind(seen, held))
    if found is None:
        return held
    at = [i for i in range(found.start("place"), found.end()) if seen.codes[i] == "P"]
    first, *more = (held_at(analysis, seen, i, i, None, i) for i in at)
    return first._replace(more=(*held.more, *more))


def _behind(seen: View, held: Held) -> int:
    return next((i for i, u in enumerate(seen.clause.units) if u.start >= held.end), len(seen.codes))


def _among(seen: View, at: int) -> re.Match[str] | None:
    """«…, dont X», «…, notamment X»; no other adverb opens such words."""
    found = _WHICH.match(seen.codes, at)
    told = found is not None and (found["which"] == "b" or seen.clause.units[found.start("which")].low == "notamment")
    return found if told else None


def _enumerated(seen: View, at: int) -> re.Match[str] | None:
    found = _COMMA.match(seen.codes, at)
    noun = found.start("noun") if found and found["noun"] and not found["part"] else None
    if noun is not None and seen.clause.units[noun].low not in BEARINGS:
        return None  # «X, le bourg de Y», but «le nord, l'est et le centre»
    return found if found and _STILL.match(seen.codes, found.end()) else None


def _resumed(seen: View, at: int) -> re.Match[str] | None:
    """«X, prise le 13 juin, ainsi que Y»: an «et» that far behind may join anything."""
    found = _RESUMED.match(seen.codes, at)
    return found if found and seen.clause.units[found.start("more")].low.startswith("ainsi") else None


def _of_both(found: re.Match[str], first: Held) -> bool:
    """«de larges portions du nord et de l'ouest»: of the second too only a part."""
    return first.extent == "part" and "td" in found[0]


def _whole_thing(analysis: Analysis, seen: View, found: re.Match[str]) -> Held | None:
    if found["noun"] is None:
        place = found.start("place")
        return held_at(analysis, seen, place, place, None, place)
    noun = found.start("noun")
    named = place_of(seen, noun)
    return (
        held_at(analysis, seen, noun, named or noun, noun, named)
        if named or seen.clause.units[noun].low in BEARINGS
        else None
    )


def _thing(analysis: Analysis, seen: View, found: re.Match[str], first: Held) -> Held | None:
    part = found.start("part") if found["part"] else None
    if part is None and _of_both(found, first):
        other = _whole_thing(analysis, seen, found)
        return other._replace(extent="part") if other else None
    if found["noun"] is None:
        place = found.start("place")
        if seen.clause.units[place].low.startswith(_WAY):
            return None
        return held_at(analysis, seen, place if part is None else part, place, None, place)
    noun = found.start("noun")
    named = place_of(seen, noun)
    apart = part is not None or seen.values[noun] == "facility" or seen.clause.units[noun].low in BEARINGS
    counted = named is None and not apart and seen.codes[noun - 1] in "Qq" and seen.values[noun] == "part"
    if counted:  # «X et sept villages alentour»
        return held_at(analysis, seen, noun, noun, noun, None)._replace(where=first.where)
    if not apart and named is None and seen.clause.units[noun].low != "capitale":
        return None
    return held_at(analysis, seen, noun if part is None else part, named or noun, noun, named)
