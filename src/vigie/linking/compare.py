"""The comparisons of two claims: each gives the name of a level of the weights file."""

from collections.abc import Callable
from functools import cache

from .facets import Facet
from .geometry import extent_level, place_level
from .parties import actors_level
from .tables import table

BESIDE = 250
"""Characters between two quotes of one text that still stand side by side: about two sentences of a dispatch."""
DAYS_VAGUE = 10
"""A span longer than this many days is vague: it excludes little."""
Level = Callable[[Facet, Facet], str]


def day(a: Facet, b: Facet) -> str:
    """How the days of two events stand to each other; `apart` leaves one whole day and more between them."""
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return _undated(a, b)
    gap = max(a.start, b.start) - min(a.end, b.end)
    if gap > 0:
        return "next_day" if gap == 1 else "apart"
    longest = max(a.end - a.start, b.end - b.start) + 1
    if longest <= 2:
        return "same_day"
    if a.start == b.start and a.end == b.end:
        return "same_span"
    return "overlap" if longest <= DAYS_VAGUE else "vague"


FRESH = 3
"""Days before it was told within which what has no day is presumed to lie: news is told fresh."""


def _undated(a: Facet, b: Facet) -> str:
    """One or both have no day: one text leaves out one day for both; else what was told lately may be that."""
    if a.start is None and b.start is None and a.document == b.document:
        return "undated"
    (first, last), (other_first, other_last) = _presumed(a), _presumed(b)
    if first is None or last is None or other_first is None or other_last is None:
        return "unknown"
    return "presumed" if max(first, other_first) <= min(last, other_last) else "unknown"


def _presumed(f: Facet) -> tuple[int | None, int | None]:
    if f.start is not None and f.end is not None:
        return f.start, f.end
    return (f.told - FRESH, f.told) if f.told is not None else (None, None)


def act(a: Facet, b: Facet) -> str:
    """Whether two claims can be of one kind of act. A capture is of its place: another place is another capture."""
    if a.family and b.family:
        if a.family == b.family:
            return "differs" if a.kind == b.kind == "control" and place(a, b) not in _ONE_PLACE else "same"
        several = b.family in a.fits or a.family in b.fits or _taken_there(a, b)
        return _faces(a, b) if several else "differs"
    if not a.family and not b.family:
        return "fits" if a.fits & b.fits else "differs"
    return "fits" if a.family in b.fits or b.family in a.fits else "differs"


_ONE_PLACE = ("same", "same_region", "unknown")
_MEET = ("same", "compatible")


def _taken_there(a: Facet, b: Facet) -> bool:
    """Whether one tells of the arrest, in the same text, of the other's author: the end of one and the same attack."""
    taken, act_of = (a, b) if a.family == "arrest" else (b, a)
    return taken.family == "arrest" and a.document == b.document and actors_level(taken.targets, act_of.by) in _MEET


def _faces(a: Facet, b: Facet) -> str:
    """Two acts that may be faces of one assault: so if somebody has a hand in both, loosely if nobody is named."""
    return "loose" if authors(a, b) in ("unknown", "differ") else "complex"


def authors(a: Facet, b: Facet) -> str:
    """Whether two claims can be of one author, or tell a clash from its two ends."""
    level = actors_level(a.by, b.by)
    if level == "differ" and (actors_level(a.by, b.targets) in _MEET or actors_level(a.targets, b.by) in _MEET):
        return "opposed"
    return level


def target(a: Facet, b: Facet) -> str:
    """Whether the same were hit; a side that is the other's author is no rival target."""
    level = actors_level(a.targets, b.targets)
    if level == "compatible":
        return "same"
    return "unknown" if level == "differ" and authors(a, b) == "opposed" else level


@cache
def within(part: str, whole: str) -> bool:
    """Whether victims of class `part` are counted in those of class `whole`."""
    return part == whole or whole in table("types")["within"].get(part, ())


def _same_people(a: Facet, b: Facet) -> bool:
    return a.outcome == b.outcome and a.victims == b.victims and (a.side == b.side or not a.side or not b.side)


def figure(a: Facet, b: Facet) -> str:
    """How two figures of one outcome stand to each other."""
    if not a.outcome or a.outcome != b.outcome or a.low is None or b.low is None:
        return "none"
    if not _same_people(a, b):
        return _part_figure(a, b)
    if a.low == b.low and a.high == b.high:
        return "equal" if a.low > 2 else "equal_small"
    if b.low <= _reach(a) and a.low <= _reach(b):
        return "compatible"
    return "revised" if max(a.low, b.low) <= 2 * max(1, min(a.low, b.low)) else "contradictory"


OPEN = 4
"""How many times its number an open figure may still mean: «au moins 5» is not said of 81."""


def _reach(f: Facet) -> int:
    return f.high if f.high is not None else OPEN * (f.low or 0)


def _part_figure(a: Facet, b: Facet) -> str:
    part, whole = (a, b) if within(a.victims, b.victims) else (b, a)
    if not within(part.victims, whole.victims) or part.victims == whole.victims or part.document == whole.document:
        return "none"
    fits = part.low is not None and (whole.high is None or part.low <= whole.high)
    return "none" if fits else "contradictory"


def _linked(a: Facet, b: Facet) -> bool:
    return a.part_of == b.id or b.part_of == a.id or (a.part_of is not None and a.part_of == b.part_of)


def _told_twice(a: Facet, b: Facet) -> bool:
    return bool(a.outcome) and _same_people(a, b) and a.said_by == b.said_by and (a.low, a.high) != (b.low, b.high)


def document(a: Facet, b: Facet) -> str:
    """What standing in one text says: a part, a neighbour, elsewhere with other places or days, told twice."""
    if a.document != b.document:
        return "other"
    if _linked(a, b):
        return "part"
    if place_level(a.disc, b.disc) not in _ONE_PLACE or day(a, b) in ("next_day", "vague"):
        return "elsewhere"
    if _told_twice(a, b):
        return "twice"
    return "beside" if abs(a.offset - b.offset) <= BESIDE else "same"


def origin(a: Facet, b: Facet) -> str:
    """Whether two claims may be one statement of one claimant."""
    if not a.said_by or not b.said_by or set(a.said_by).isdisjoint(b.said_by):
        return "other"
    near = a.told is not None and b.told is not None and abs(a.told - b.told) <= 2
    same = figure(a, b) == "equal" or (not a.outcome and not b.outcome and a.family == b.family)
    return "statement" if near and same and a.document != b.document else "claimant"


def names(a: Facet, b: Facet) -> str:
    """Whether the quotes share a name."""
    return "shared" if a.names and b.names and a.names & b.names else "none"


def struck(a: Facet, b: Facet) -> str:
    """Whether the same kind of thing was hit."""
    if not a.struck or not b.struck:
        return "unknown"
    return "same" if a.struck == b.struck else "differ"


def place(a: Facet, b: Facet) -> str:
    """How the places stand to each other, in the light of both radii."""
    return place_level(a.disc, b.disc)


def extent(a: Facet, b: Facet) -> str:
    """Whether two totals or standing facts are over one extent."""
    return extent_level(a.disc, b.disc)


def period(a: Facet, b: Facet) -> str:
    """Whether two totals run since one day."""
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return "unknown"
    late, longest = abs(a.start - b.start), max(a.end - a.start, b.end - b.start) + 1
    if late <= 1 and abs(a.end - b.end) <= 1:
        return "same_days"
    if late <= 1 and longest > 2:
        return "same_start"
    return "near_start" if late <= max(5, longest // 10) and longest > 5 else "other"


def counted(a: Facet, b: Facet) -> str:
    """Whether two totals or standing facts count the same."""
    if _linked(a, b):
        return "part"
    if bool(a.outcome) != bool(b.outcome):
        return _campaign(a, b)
    if not a.outcome:
        return "same" if a.family == b.family else "other"
    if _same_people(a, b):
        return "same"
    if a.outcome != b.outcome:
        return "other"
    if (within(a.victims, b.victims) or within(b.victims, a.victims)) and a.side == b.side:
        return "subset"
    return "sibling" if a.document == b.document and abs(a.offset - b.offset) <= BESIDE // 2 else "other"


def _campaign(a: Facet, b: Facet) -> str:
    if act(a, b) == "differs":
        return "other"
    return "toll_of" if a.document == b.document and actors_level(a.by, b.by) != "differ" else "act"


def total(a: Facet, b: Facet) -> str:
    """How the figures of two totals stand to each other."""
    if a.low is None or b.low is None or not a.outcome or not _same_people(a, b):
        return "none"
    if a.low == b.low:
        return "equal"
    return "near" if 4 * abs(a.low - b.low) <= max(a.low, b.low) else "far"


def listed(a: Facet, b: Facet) -> str:
    """What standing in one text says of two totals."""
    if a.document != b.document:
        return "other"
    return "twice" if _told_twice(a, b) and not _linked(a, b) else "beside"


def told(a: Facet, b: Facet) -> str:
    """Whether a standing fact was told within three months."""
    if a.told is None or b.told is None:
        return "together" if a.document == b.document else "apart"
    later = abs(a.told - b.told)
    return "together" if later <= 92 else "apart" if later <= 400 else "years"


def holders(a: Facet, b: Facet) -> str:
    """Whether two standing facts are of one holder."""
    return actors_level(a.by, b.by)


COMPARISONS: dict[str, dict[str, Level]] = {
    "event": {
        "place": place, "day": day, "type": act, "actors": authors, "target": target, "figure": figure,
        "document": document, "origin": origin, "names": names, "struck": struck,
    },
    "summary": {
        "extent": extent, "period": period, "counted": counted, "actors": holders, "figure": total, "document": listed,
    },
    "state": {
        "extent": extent, "counted": counted, "actors": holders, "figure": total, "document": listed, "told": told,
    },
}  # fmt: skip
HARD = {"place": "apart", "day": "apart"}
"""Levels that no other comparison can outweigh: a pair that stands so is never joined."""
