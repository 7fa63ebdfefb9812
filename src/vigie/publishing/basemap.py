"""Land and borders as SVG paths: Natural Earth (public domain), simplified by `scripts/basemap.py`, cut to a frame.

The projection is equirectangular, true to scale at the middle of the frame: a radius in kilometres is a circle.
"""

import gzip
import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

Point = tuple[float, float]
Ring = list[Point]
_REACH = 90.0  # km of a disc that a frame makes room for: whole countries would push towns together
_WIDE = 14.0  # degrees of latitude of a frame in which lines between provinces would only be a grey net
KM_PER_DEGREE = 111.2  # of latitude, on the sphere


@dataclass(frozen=True, slots=True)
class Country:
    """A country's rings in degrees with their bounds (west, south, east, north)."""

    iso: str
    name: str
    rings: list[tuple[tuple[float, float, float, float], Ring]]


@dataclass(frozen=True, slots=True)
class Frame:
    """A window on the world: bounds in degrees, width in pixels; the height follows."""

    west: float
    south: float
    east: float
    north: float
    width: float

    @property
    def squeeze(self) -> float:
        """How much shorter a degree of longitude is than one of latitude, in the middle."""
        return max(0.05, math.cos(math.radians((self.south + self.north) / 2)))

    @property
    def scale(self) -> float:
        """Pixels in a degree of latitude."""
        return self.width / ((self.east - self.west) * self.squeeze)

    @property
    def height(self) -> float:
        """Pixels from top to bottom."""
        return round((self.north - self.south) * self.scale, 1)

    def place(self, lat: float, lon: float) -> Point:
        """Pixels from the top left corner."""
        return (lon - self.west) * self.squeeze * self.scale, (self.north - lat) * self.scale

    def pixels(self, km: float) -> float:
        """The length of so many kilometres."""
        return km / KM_PER_DEGREE * self.scale


def around(
    points: Iterable[tuple[float, float, float]], *, width: float, ratio: float = 0.72, least: float = 4.0
) -> Frame:
    """The frame that holds discs of (lat, lon, km), not smaller than `least` degrees (a coast or a border
    should be seen), `width` pixels wide and `ratio` times as high."""
    discs = [(lat, lon, min(km, _REACH) / KM_PER_DEGREE) for lat, lon, km in points]
    south, north = min(lat - r for lat, _, r in discs), max(lat + r for lat, _, r in discs)
    squeeze = max(0.05, math.cos(math.radians((south + north) / 2)))
    west, east = min(lon - r / squeeze for _, lon, r in discs), max(lon + r / squeeze for _, lon, r in discs)
    tall = max((north - south) * 1.12, (east - west) * 1.12 * squeeze * ratio, least)
    wide = tall / ratio / squeeze
    x, y = (west + east) / 2, (south + north) / 2
    return Frame(x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2, width)


@cache
def countries() -> list[Country]:
    """The base map, unpacked once."""
    packed = files("vigie.publishing").joinpath("data/basemap.json.gz").read_bytes()
    raw = json.loads(gzip.decompress(packed))
    arcs = [_arc(steps, raw["grid"]) for steps in raw["arcs"]]
    return [
        Country(iso, name, [_bounded(ring, arcs) for polygon in polygons for ring in polygon])
        for iso, name, polygons in raw["countries"]
    ]


def _arc(steps: list[int], grid: int) -> Ring:
    x = y = 0
    points = []
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / grid, y / grid))
    return points


def _bounded(numbers: list[int], arcs: list[Ring]) -> tuple[tuple[float, float, float, float], Ring]:
    ring: Ring = []
    for number in numbers:
        ring += arcs[number] if number >= 0 else arcs[~number][::-1]
    return _bounds(ring), ring


def _bounds(line: Ring) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in line], [y for _, y in line]
    return min(xs), min(ys), max(xs), max(ys)


@lru_cache(maxsize=512)
def land(frame: Frame) -> tuple[tuple[str, str], ...]:
    """(ISO code, path data) of each country in the frame."""
    shapes = ((country.iso, _path(country, frame)) for country in countries())
    return tuple((iso, path) for iso, path in shapes if path)


@cache
def _divisions() -> list[tuple[tuple[float, float, float, float], Ring]]:
    """Lines between first-level divisions, with their bounds, unpacked once (scripts/divisions.py)."""
    packed = files("vigie.publishing").joinpath("data/divisions.json.gz").read_bytes()
    raw = json.loads(gzip.decompress(packed))
    return [(_bounds(line), line) for line in (_arc(steps, raw["grid"]) for steps in raw["arcs"])]


@lru_cache(maxsize=512)
def divisions(frame: Frame) -> str:
    """The lines between provinces in the frame, as path data; none where the frame is too wide to tell them apart."""
    if frame.north - frame.south > _WIDE:
        return ""
    west, south, east, north = _window(frame)
    near = (line for (x0, y0, x1, y1), line in _divisions() if x0 < east and x1 > west and y0 < north and y1 > south)
    return "".join(_line(line, frame) for line in near)


def _line(line: Ring, frame: Frame) -> str:
    points = (frame.place(lat, lon) for lon, lat in line)
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def _path(country: Country, frame: Frame) -> str:
    window = _window(frame)
    west, south, east, north = window
    cut = [
        _clip(ring, window)
        for (x0, y0, x1, y1), ring in country.rings
        if x0 < east and x1 > west and y0 < north and y1 > south
    ]
    return "".join(_drawn(ring, frame) for ring in cut if len(ring) > 2)


def _window(frame: Frame) -> tuple[float, float, float, float]:
    # A little more than is seen, so that the cut edges of countries are not drawn as borders.
    more = (frame.north - frame.south) * 0.03
    return frame.west - more, frame.south - more, frame.east + more, frame.north + more


def _drawn(ring: Ring, frame: Frame) -> str:
    points: list[str] = []
    for lon, lat in ring:
        x, y = frame.place(lat, lon)
        point = f"{x:.1f} {y:.1f}"
        if not points or points[-1] != point:
            points.append(point)
    return "M" + "L".join(points) + "Z" if len(points) > 2 else ""


def _clip(ring: Ring, window: tuple[float, float, float, float]) -> Ring:
    """Sutherland and Hodgman (1974): the ring cut by one side of the window after the other."""
    for side in range(4):
        axis, limit, sign = side % 2, window[side], 1 if side < 2 else -1
        ring = _cut(ring, axis, limit, sign)
        if not ring:
            return []
    return ring


def _cut(ring: Ring, axis: int, limit: float, sign: int) -> Ring:
    kept: Ring = []
    before = ring[-1]
    for here in ring:
        inside, was_inside = (sign * (p[axis] - limit) >= 0 for p in (here, before))
        if inside != was_inside:
            share = (limit - before[axis]) / (here[axis] - before[axis])
            kept.append((before[0] + share * (here[0] - before[0]), before[1] + share * (here[1] - before[1])))
        if inside:
            kept.append(here)
        before = here
    return kept
