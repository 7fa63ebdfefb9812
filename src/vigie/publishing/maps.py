"""Maps drawn on the server: each place with the radius within which the words put it, so that none looks exact."""

import math
from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field

from .. import values as v
from .basemap import KM_PER_DEGREE, Frame, around, divisions, land

_LABELS = 14  # names on a map; more hide each other
_FAR = 3.5  # degrees between places of two different maps
_MAPS = 6
_DOT_LEAST, _DOT_GROWS, _DOT_MOST = 2.2, 1.1, 11.0  # pixels; assets/map.js draws with the same
_WIDTH, _SMALL = 560.0, 280.0  # pixels, near those of the page, so that names are read at their size


@dataclass(frozen=True, slots=True)
class Spot:
    """A circle: pixels, its place's name, how many incidents are drawn (the script draws others when asked for),
    `dot` the radius of the mark in its middle, the number that rows of the list know it by; `vague` where the circle
    is so wide that only its outline is drawn."""

    x: float
    y: float
    radius: float
    dot: float
    name: str
    km: float
    count: int
    number: int = -1
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A name written on the map."""

    x: float
    y: float
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Map:
    """A map ready to be written: base paths, lines between provinces, spots (small ones last, on top), labels, scale;
    `count`: the incidents that are drawn at first."""

    frame: Frame
    base: Sequence[tuple[str, str]]
    lines: str
    spots: Sequence[Spot]
    labels: Sequence[Label]
    count: int
    bar_km: int
    bar_pixels: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """The maps of a list, the places that are marked on them by number, and each incident's number."""

    maps: Sequence[Map]
    places: Sequence[v.Place]
    numbers: Mapping[str, int]


@dataclass(slots=True)
class _Heap:
    place: v.Place
    incidents: list[str] = field(default_factory=list)
    number: int = -1
    drawn: int = 0


def maps_of(incidents: Sequence[v.Incident], drawn: Container[str]) -> Drawn:
    """A map for each region with incidents, the region with most of them first, at most six, the rest on one.
    `drawn`: the incidents that are counted at first."""
    heaps = _heaps(incidents)
    for number, heap in enumerate(heaps):
        heap.number, heap.drawn = number, sum(one in drawn for one in heap.incidents)
    regions = sorted(_regions(heaps), key=lambda region: (-_total(region), region[0].place.name))
    if len(regions) > _MAPS:
        regions = [*regions[: _MAPS - 1], [heap for region in regions[_MAPS - 1 :] for heap in region]]
    maps = [_map(region, _WIDTH if number == 0 else _SMALL) for number, region in enumerate(regions)]
    numbers = {one: heap.number for heap in heaps for one in heap.incidents}
    return Drawn(maps, [heap.place for heap in heaps], numbers)


def _total(region: list[_Heap]) -> int:
    return sum(heap.drawn for heap in region)


def _heaps(incidents: Sequence[v.Incident]) -> list[_Heap]:
    heaps: dict[tuple[float, float, float], _Heap] = {}
    for incident in incidents:
        if place := incident.place:
            key = (round(place.lat, 2), round(place.lon, 2), round(place.km))
            heaps.setdefault(key, _Heap(place)).incidents.append(incident.incident)
    return list(heaps.values())


def _regions(heaps: list[_Heap]) -> list[list[_Heap]]:
    """Places closer than `_FAR` degrees, through others, are one region; found by cells of that size."""
    cells: defaultdict[tuple[int, int], list[_Heap]] = defaultdict(list)
    for heap in heaps:
        cells[math.floor(heap.place.lat / _FAR), math.floor(heap.place.lon / _FAR)].append(heap)
    regions = []
    while cells:
        region, todo = [], [next(iter(cells))]
        while todo:
            row, column = todo.pop()
            if (row, column) in cells:
                region += cells.pop((row, column))
                todo += [(row + i, column + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]
        regions.append(region)
    return regions


def _map(region: list[_Heap], width: float) -> Map:
    frame = around(((heap.place.lat, heap.place.lon, heap.place.km) for heap in region), width=width)
    spots = sorted((_spot(heap, frame) for heap in region), key=lambda spot: (-spot.radius, spot.count, spot.name))
    bar = _bar(frame)
    return Map(
        frame,
        land(frame),
        divisions(frame),
        spots,
        _labels(spots, frame),
        _total(region),
        bar,
        round(frame.pixels(bar), 1),
    )


def _spot(heap: _Heap, frame: Frame) -> Spot:
    x, y = frame.place(heap.place.lat, heap.place.lon)
    count = heap.drawn
    radius = max(4.0, frame.pixels(heap.place.km))
    dot = min(_DOT_MOST, _DOT_LEAST + _DOT_GROWS * math.sqrt(count))
    return Spot(
        round(x, 1), round(y, 1), round(radius, 1), round(dot, 1), heap.place.name, heap.place.km, count,
        heap.number, vague=radius > frame.width / 6,
    )  # fmt: skip


def _bar(frame: Frame) -> int:
    """A round number of kilometres that a quarter of the map's width holds."""
    for km in (1000, 500, 200, 100, 50, 20, 10):
        if frame.pixels(km) <= frame.width / 4:
            return km
    return 5


def _labels(spots: Sequence[Spot], frame: Frame) -> list[Label]:
    """Names of the places with most incidents, left out where they would lie on another."""
    taken: list[tuple[float, float, float, float]] = []
    labels: list[Label] = []
    named: Counter[str] = Counter()
    for spot in sorted(spots, key=lambda s: (-s.count, s.radius, s.name)):
        box, label = _label(spot, frame)
        if spot.name and spot.count and not named[spot.name] and not any(_overlap(box, other) for other in taken):
            taken.append(box)
            labels.append(label)
            named[spot.name] += 1
        if len(labels) == _LABELS:
            break
    return labels


def _label(spot: Spot, frame: Frame) -> tuple[tuple[float, float, float, float], Label]:
    text = spot.name if len(spot.name) <= 24 else spot.name[:23] + "…"
    wide = len(text) * 7.2
    left = spot.x + spot.dot + wide + 6 > frame.width
    x = spot.x - spot.dot - 4 if left else spot.x + spot.dot + 4
    start = x - wide if left else x
    return (start - 6, spot.y - 9, start + wide + 6, spot.y + 9), Label(x, spot.y + 4, text, "end" if left else "start")


def _overlap(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def locator(place: v.Place) -> Map:
    """A small map that shows where an incident is; its frame snaps to whole degrees, so that neighbours share it."""
    half = max(2.0, math.ceil(min(place.km, 1500) / KM_PER_DEGREE * 1.6))
    lat, lon = float(round(place.lat)), float(round(place.lon))
    squeeze = max(0.05, math.cos(math.radians(lat)))
    frame = Frame(lon - half / squeeze, lat - half * 0.8, lon + half / squeeze, lat + half * 0.8, width=360)
    x, y = frame.place(place.lat, place.lon)
    spot = Spot(round(x, 1), round(y, 1), round(max(4.0, frame.pixels(place.km)), 1), 3.5, place.name, place.km, 1)
    bar = _bar(frame)
    return Map(frame, land(frame), divisions(frame), (spot,), (), 1, bar, round(frame.pixels(bar), 1))
