"""Level 6: places joined by «et» and commas of one figure: a place that covers them all."""

import re
from functools import reduce

from vigie.places import PlaceMention

from .analysis import Analysis
from .frames import Clause
from .setting_cover import contains, cover
from .setting_cues import LANGUAGE, cues
from .setting_scenes import km, level, scenes
from .setting_where import Where

JOINED = "place.joined"
_BOTH = re.compile(" et ")  # told apart: «en Cisjordanie et à Jérusalem-Est»
_UNLIKE = 8  # how much wider one of two places told in one breath may be: «X et Y, dans le sud» tells where both are


def joined(analysis: Analysis, where: Where, clause: Clause) -> Where:
    """«au Mali et au Burkina Faso», told of one figure: a place that covers both; a number between them parts them."""
    found = scenes(analysis, clause)
    at = next((i for i, p in enumerate(found) if p.start == where.start), None)
    if at is None:
        return where
    every = _coordinated(analysis, found, at)
    chain = [p for p in every if not any(_within(analysis, p, other) for other in every if other is not p)]
    if len(chain) < 2 or found[at] not in chain:
        return where
    place = reduce(cover, [p.place for p in chain if p.place])
    return Where(place, chain[0].start, chain[-1].end, JOINED)


def _within(analysis: Analysis, wide: PlaceMention, small: PlaceMention) -> bool:
    """«à Alep, dans le nord» tells one place; «en Cisjordanie et à Jérusalem-Est» counts both."""
    both = wide.end <= small.start and _BOTH.match(analysis.low, wide.end, small.start) is not None
    return contains(wide.place, small.place) and not both


def _coordinated(analysis: Analysis, found: list[PlaceMention], at: int) -> list[PlaceMention]:
    """The places joined by commas and an «et» around one of them: all of one kind, no figure between."""
    first = last = at
    while first > 0 and _joins(analysis, found[first - 1], found[first]):
        first -= 1
    while last + 1 < len(found) and _joins(analysis, found[last], found[last + 1]):
        last += 1
    chain = found[first : last + 1]
    text = analysis.low[chain[0].start : chain[-1].end]
    return chain if re.search(r" (?:et|ainsi que|comme) ", text) else found[at : at + 1]


def _joins(analysis: Analysis, left: PlaceMention, right: PlaceMention) -> bool:
    gap, sizes = analysis.low[left.end : right.start], sorted((km(left), km(right)))
    if right.relation == "km_from":
        return False
    most = _UNLIKE * (2 if _BOTH.match(gap) else 1)
    alike = (level(left) == "country") == (level(right) == "country") and sizes[1] <= most * sizes[0]
    return alike and cues(LANGUAGE).joined.fullmatch(gap) is not None
