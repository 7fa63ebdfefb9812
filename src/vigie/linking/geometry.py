"""Distances between discs: places are points with the radius within which the words put them."""

from functools import lru_cache
from math import cos, hypot, radians
from typing import NamedTuple

KM_PER_DEGREE = 111.32


class Disc(NamedTuple):
    """A place for comparing: WGS 84 degrees, radius in km, the gazetteer's id (its name where it has none) or ''."""

    lat: float
    lon: float
    km: float
    id: str


def kilometres(a: Disc, b: Disc) -> float:
    """Distance of the centres in km, equirectangular: within 1 % of the great circle up to 500 km, enough for radii."""
    east = abs(a.lon - b.lon)
    east = min(east, 360.0 - east)
    return KM_PER_DEGREE * hypot(a.lat - b.lat, east * cos(radians((a.lat + b.lat) / 2)))


@lru_cache(maxsize=1 << 17)
def place_level(a: Disc | None, b: Disc | None) -> str:
    """How two places stand to each other, in the light of both radii: a level of the comparison `event.place`."""
    if a is None or b is None:
        return "unknown"
    small, large = sorted((a.km, b.km))
    apart = kilometres(a, b)
    if apart <= large if a.id and a.id == b.id else apart <= 1 + small / 10 and large <= 1.3 * small:
        return "same" if large <= 30 else "same_region"
    if apart <= large:
        return "within_town" if large <= 15 else "within_region" if large <= 120 else "within_country"
    return "near" if apart <= small + large else "apart"


@lru_cache(maxsize=1 << 17)
def extent_level(a: Disc | None, b: Disc | None) -> str:
    """Whether two totals or standing facts are over one extent: a level of `summary.extent` and `state.extent`."""
    if a is None or b is None:
        return "unknown"
    small, large = sorted((a.km, b.km))
    apart = kilometres(a, b)
    if (a.id and a.id == b.id and apart <= large) or (apart <= 1 + 0.4 * small and large <= 1.5 * small):
        return "same"
    return "alike" if apart <= small and large <= 1.5 * small else "other"
