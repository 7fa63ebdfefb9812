"""Which claims are compared at all: those that share a block of place, time and class.

A place has one of four grains by its radius; a claim is filed under every cell of its grain that its disc touches, and
asks the cells of its own grain and of the coarser ones that hold it (its parents). Cost is linear in the number of
claims:
a block larger than `CROWD` is sorted, and a claim asks only its nearest `REACH` on either side.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from math import cos, floor, radians

from vigie.values import Claim, Document

from .facets import Facet, facet
from .geometry import KM_PER_DEGREE, Disc

GRAINS: tuple[tuple[float, float], ...] = ((10.0, 0.25), (30.0, 0.75), (120.0, 2.0), (float("inf"), 10.0))
"""(greatest radius in km, side of the cell in degrees) of each grain: towns, districts, provinces, countries."""
CROWD = 64
REACH = 24
BUCKET = 2
"""Days in a bucket of time; a claim is filed under each that it touches, one day more included for late reports."""
LONGEST = 64
"""A span of more days than this is blocked by when it was told, as if it had no day."""
Key = tuple[object, ...]
WORLD = (len(GRAINS), 0, 0)


def grain(disc: Disc) -> int:
    """The index in GRAINS of a radius."""
    return next(i for i, (km, _) in enumerate(GRAINS) if disc.km <= km)


def touched(disc: Disc, level: int) -> list[tuple[int, int, int]]:
    """The cells of a grain that a disc touches; a disc of more than some forty cells is filed under one for the
    world."""
    side = GRAINS[level][1]
    tall = disc.km / KM_PER_DEGREE
    wide = tall / max(0.1, cos(radians(disc.lat)))
    rows = range(floor((disc.lat - tall) / side), floor((disc.lat + tall) / side) + 1)
    columns = range(floor((disc.lon - wide) / side), floor((disc.lon + wide) / side) + 1)
    if len(rows) * len(columns) > 42:
        return [WORLD]
    return [(level, row, column) for row in rows for column in columns]


def _dated(f: Facet) -> bool:
    return f.start is not None and f.end is not None and f.end - f.start <= LONGEST


def _times(f: Facet) -> list[tuple[str, int]]:
    """The buckets of time that a claim is filed under."""
    if f.cls == "state":
        return [(f.outcome or f.family, 0)]
    if f.cls == "summary" and f.start is not None and f.end is not None:
        long = [("since", (f.start + shift) // 370) for shift in (0, 37)] if f.end - f.start > 100 else []
        return sorted({("from", (f.start + shift) // BUCKET) for shift in (0, 1)} | set(long))
    if f.start is not None and f.end is not None and _dated(f):
        return [("day", bucket) for bucket in range(f.start // BUCKET, (f.end + 1) // BUCKET + 1)]
    return _told(f)


def _told(f: Facet) -> list[tuple[str, int]]:
    return [("told", f.told // 8)] if f.told is not None else [("told", -1)]


def _weeks(f: Facet) -> list[tuple[str, int]]:
    """The weeks in which an undated claim may tell of what this one tells."""
    if f.cls == "state" or f.told is None:
        return []
    return [("told", f.told // 8 + shift) for shift in (-1, 0, 1)]


def _centre(disc: Disc, level: int) -> tuple[int, int, int]:
    side = GRAINS[level][1]
    return level, floor(disc.lat / side), floor(disc.lon / side)


def _parents(disc: Disc) -> list[tuple[int, int, int]]:
    """The cell of every coarser grain that holds the centre, and the world."""
    return [*(_centre(disc, level) for level in range(grain(disc) + 1, len(GRAINS))), WORLD]


def _group(f: Facet) -> tuple[str, bool, bool]:
    return f.cls, f.kind == "diplomacy", f.realis == "planned"


def filed(f: Facet) -> list[Key]:
    """The blocks that a claim is filed under, in its own grain; without a place, by who did what, or who said it."""
    group, times = _group(f), _times(f)
    if f.disc is None:
        return [(*group, who, f.family or f.outcome, *time) for who in (f.by or f.said_by)[:2] for time in times]
    cells = touched(f.disc, grain(f.disc))
    return [(*group, *cell, *time) for cell in cells for time in times]


def asked(f: Facet) -> list[Key]:
    """The blocks that a claim asks for others: its own, its parents', and those of undated claims told the same
    weeks."""
    if f.disc is None:
        return filed(f)
    group, times, parents = _group(f), _times(f), _parents(f.disc)
    own = [(*group, *cell, *time) for cell in touched(f.disc, grain(f.disc)) for time in times]
    above = [(*group, *cell, *time) for cell in parents for time in times]
    undated = [(*group, *cell, *week) for cell in (_centre(f.disc, grain(f.disc)), *parents) for week in _weeks(f)]
    return [*own, *above, *(key for key in undated if key not in own)]


def slot_of(f: Facet) -> Key:
    """What a claim shares with all that stand in the very same blocks: place, days and class, to the week it was
    told."""
    told = f.told // 8 if f.told is not None else None
    if f.disc is None:
        return (*_group(f), None, f.start, f.end, told, f.document, f.by, f.said_by, f.family, f.outcome)
    if f.cls == "state":
        return (*_group(f), f.disc, None, None, told, f.outcome or f.family)
    if f.start is None:  # such claims are weighed by the very day they were told, and by their text
        return (*_group(f), f.disc, None, None, f.told, f.document)
    return (*_group(f), f.disc, f.start, f.end, told)


class Blocks:
    """Claims by slot, and slots filed by block. `pairs` gives the slots to compare, each pair once."""

    def __init__(self, facets: Sequence[Facet]):
        self.facets = facets
        slots: dict[Key, list[int]] = {}
        for index, f in enumerate(facets):
            slots.setdefault(slot_of(f), []).append(index)
        self.slots = list(slots.values())
        self._files: dict[Key, list[int]] = {}
        self._texts: dict[str, list[int]] = {}
        for number, members in enumerate(self.slots):
            self._file(number, members)
        self._crowds = {key: self._sorted(members) for key, members in self._files.items() if len(members) > CROWD}

    def _file(self, number: int, members: Sequence[int]) -> None:
        for key in filed(self.facets[members[0]]):
            self._files.setdefault(key, []).append(number)
        for text in {self.facets[i].document for i in members}:
            self._texts.setdefault(text, []).append(number)

    def first(self, slot: int) -> Facet:
        """The facet that stands for a slot: its least claim where `facets` are sorted by id."""
        return self.facets[self.slots[slot][0]]

    def _sorted(self, members: Iterable[int]) -> tuple[list[tuple[object, ...]], list[int]]:
        ordered = sorted((rank(self.first(slot)), slot) for slot in members)
        return [key for key, _ in ordered], [slot for _, slot in ordered]

    def _near(self, key: Key, f: Facet) -> Iterable[int]:
        crowd = self._crowds.get(key)
        if crowd is None:
            return self._files.get(key, ())
        at = bisect_left(crowd[0], rank(f))
        return crowd[1][max(0, at - REACH) : at + REACH + 1]

    def _of(self, slot: int) -> set[int]:
        f = self.first(slot)
        found: set[int] = set()
        for key in asked(f):
            found.update(self._near(key, f))
        if f.disc is None:
            found.update(self._texts[f.document])
        found.discard(slot)
        return found

    def pairs(self) -> Iterator[tuple[list[int], list[int]]]:
        """Pairs of groups of indices to compare, one slot's with another's; across grains, and from dated to undated,
        only one side asks. A claim without a place meets those with one in its own text only."""
        marks = [_mark(self.first(slot)) for slot in range(len(self.slots))]
        for slot, mark in enumerate(marks):
            for other in self._of(slot):
                if slot < other or mark != marks[other]:
                    yield self.slots[slot], self._meeting(slot, other)

    def _meeting(self, slot: int, other: int) -> list[int]:
        asking = self.first(slot)
        if asking.disc is not None or self.first(other).disc is None:
            return self.slots[other]
        return [i for i in self.slots[other] if self.facets[i].document == asking.document]


def _mark(f: Facet) -> tuple[int, bool]:
    return -1 if f.disc is None else grain(f.disc), f.cls == "event" and not _dated(f)


def rank(f: Facet) -> tuple[object, ...]:
    """By what claims of one block are sorted, so that those most alike stand together."""
    day = f.start if f.cls != "state" and f.start is not None else f.told or 0
    return day, f.family or f.outcome, f.by, f.disc or (), f.id


def _named(role: str, keys: Iterable[Key]) -> list[str]:
    return [":".join((role, *map(str, key))) for key in keys]


def block_keys(claim: Claim, document: Document | None = None) -> list[str]:
    """The keys to index a stored claim by: its blocks, those it asks, its text; a few short strings, deterministic."""
    f = facet(claim, document)
    visits = asked(f) if f.disc is not None else []
    return sorted({*_named("f", filed(f)), *_named("a", set(visits) - set(filed(f))), f"t:{f.document}"})


def lookup_keys(claim: Claim, document: Document | None = None) -> list[str]:
    """The keys under which stored claims that a new one is to be compared with are found in an index of
    `block_keys`."""
    f = facet(claim, document)
    text = [f"t:{f.document}"]
    return sorted({*_named("f", asked(f)), *(_named("a", filed(f)) if f.disc is not None else []), *text})
