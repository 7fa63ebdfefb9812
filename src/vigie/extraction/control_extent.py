"""How much of a place is held: the whole, a part, its outskirts, a site in it, and its share in per cent."""

import re
from itertools import pairwise

from vigie.values.claim import Extent

from .lands import control_words
from .parties import View
from .rule_tables import borrowed
from .setting import Where

SHARES = {"moitié": 50.0, "tiers": 33.0, "quart": 25.0, "cinquième": 20.0, "dixième": 10.0}
MANY = {
    ("deux", "tiers"): 67.0, ("trois", "quarts"): 75.0, ("deux", "cinquièmes"): 40.0, ("trois", "cinquièmes"): 60.0,
    ("quatre", "cinquièmes"): 80.0, ("neuf", "dixièmes"): 90.0,
}  # fmt: skip
PART_WORDS = re.compile(
    r"principalement|partiellement|majoritairement|en (?:grande )?partie|en majorité|\bdominée?s?\b"
)
OF_A_PART = re.compile(r"m[oja]?d[lq]?$")  # «la partie de la ville contrôlée par»
_COUNTED = re.compile(r"[oaj]{0,2},l?")  # «deux villes, X et Y»: X wholly
_OF_EACH = re.compile(r"dl?P(?:,d?l?P)*td?l?P")  # «les villes de X et de Y»: each of them wholly
_EACH = re.compile(r"(?:,l?P){0,4}td?l?P")
_JOINED = re.compile(r"P(?:,d?l?P){0,3}t?,?d?l?$")  # «dans les provinces de X, de Y et de»
_REACH = 6  # units before a place among which stands that something lies in it
_TO_TOWN = re.compile(r"[T,r]{0,2}e[l\"]?P")
_THERE = re.compile(r"y[xX][rgT]{0,3}$")


def where_at(seen: View, place: int) -> Where | None:
    """The place that a unit names."""
    unit = seen.clause.units[place]
    found = unit.place.place if unit.place else seen.sites.get(place)
    return Where(found, unit.start, unit.end, "place.held") if found else None


def extent_of(seen: View, first: int, last: int, noun: int | None, place: int | None) -> Extent:
    """How much of the place: by the noun, by the words before its name, by a share, by an adverb near."""
    act, kinds = seen.clause.units[max(0, first - 1)], _kinds(seen, first, last, noun, place)
    if act.feature("edge") is not None:
        return "outskirts"
    entered = act.feature("enter") is not None and not _into(seen, first)
    if "facility" not in kinds and (entered or act.feature("part") is not None):
        return "part"
    named: tuple[Extent, ...] = ("facility", "outskirts", "part")
    return next((kind for kind in named if kind in kinds), "whole")


def _into(seen: View, first: int) -> bool:
    """«sont entrés à Gao», «y sont entrés»: in all of it, for what one tells; «dans Gao» leaves that open."""
    entered = seen.codes[first - 1 : first] == "R"
    return entered and (_TO_TOWN.match(seen.codes, first) or _THERE.search(seen.codes, 0, first - 1)) is not None


def _kinds(seen: View, first: int, last: int, noun: int | None, place: int | None) -> set[str]:
    """What the words say of how much it is: the values of its noun and its measures, the first words of its name."""
    kinds = {seen.values[i] for i in range(first, last + 1) if seen.codes[i] == "m"}
    kinds.add(seen.values[noun] if noun is not None else "")
    kinds |= {seen.values[m.start()] for m in [OF_A_PART.search(seen.codes, 0, noun)] if m} if noun else set()
    kinds.add(_described(seen.clause.units[place].low) if place is not None else "")
    counted = noun is not None and place is not None and _COUNTED.fullmatch(seen.codes, noun + 1, place) is not None
    if counted or (noun is not None and place is not None and _OF_EACH.match(seen.codes, noun + 1)):
        kinds.discard("part")
    if place is not None and _EACH.match(seen.codes, place + 1) and _of_several(seen.clause.units[place].low):
        kinds.discard("part")
    if place is not None and (_lying_in(seen, first, place) or _in_each(seen, place)):
        kinds.add("part")
    low = " ".join(u.low for u in seen.clause.units[max(0, first - 4) : last + 6])
    shared = "%" in seen.codes[first : last + 1] or PART_WORDS.search(low) is not None
    if shared or ("quarter" in kinds and _of_a_town(seen, place)):
        kinds.add("part")
    return kinds


def _lying_in(seen: View, first: int, place: int) -> bool:
    """«plusieurs villages situés dans les provinces de X et de Y»: places in them."""
    units = seen.clause.units[first:place]
    return any(unit.low.startswith("situé") for unit in units) and units[-1].low in ("dans", "en")


def _in_each(seen: View, place: int) -> bool:
    """The same of the second province."""
    joined = _JOINED.search(seen.codes, 0, place)
    return joined is not None and _lying_in(seen, max(0, joined.start() - _REACH), joined.start())


def _of_several(low: str) -> bool:
    """«les localités de X et Y»: each of them wholly."""
    words = re.findall(r"[a-zà-ÿ-]+", low)
    return next((word for word in words if word not in ("les", "des", "ces")), "") in control_words("each")


def _of_a_town(seen: View, place: int | None) -> bool:
    """«un quartier de Mossoul», not «le quartier de Jobar»."""
    where = where_at(seen, place) if place is not None else None
    return where is not None and where.place.level in ("town", "district")


def _described(low: str) -> str:
    """«plusieurs quartiers de Homs», «la base de Kidal»: the extent that the first words of a place's name tell."""
    words, known = re.findall(r"[a-zà-ÿ-]+", low)[:3], borrowed("fr", "control")
    both = [*map(" ".join, pairwise(words)), *words]
    return next((known[w].value for w in both if w in known and known[w].letter in "nm"), "")


def share_of(seen: View, first: int, last: int) -> float | None:
    """«75 % de la ville», «la moitié du territoire»."""
    units = seen.clause.units[first : last + 1]
    for i, unit in enumerate(units):
        after = units[i + 1] if i + 1 < len(units) else None
        if unit.quantity is not None and after is not None and (after.code == "%" or after.value == "share"):
            return float(unit.quantity.figure)
    pairs = ((a.low.split(" ")[-1], b.low) for a, b in pairwise(units))
    return next((MANY[p] for p in pairs if p in MANY), next((SHARES[u.low] for u in units if u.low in SHARES), None))
