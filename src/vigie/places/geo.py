"""Distances and shifts on the sphere, in kilometres and WGS 84 degrees."""

import math

EARTH_DIAMETER = 12_742.0


def distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance (km) between two (lat, lon) points."""
    la1, lo1, la2, lo2 = map(math.radians, (*a, *b))
    h = math.sin((la2 - la1) / 2) ** 2 + math.cos(la1) * math.cos(la2) * math.sin((lo2 - lo1) / 2) ** 2
    return EARTH_DIAMETER * math.asin(min(1.0, math.sqrt(h)))


def shift(point: tuple[float, float], bearing: float, km: float) -> tuple[float, float]:
    """The point `km` away at `bearing` degrees from north, on a local plane (good to a few hundred km)."""
    lat, lon = point
    north, east = km * math.cos(math.radians(bearing)), km * math.sin(math.radians(bearing))
    new_lat = max(-90.0, min(90.0, lat + north / 111.2))
    new_lon = lon + east / (111.2 * max(0.1, math.cos(math.radians(lat))))
    return new_lat, (new_lon + 180.0) % 360.0 - 180.0


def middle(a: tuple[float, float], b: tuple[float, float]) -> tuple[float, float]:
    """The point half-way, on a plane of degrees: for places some hundred km apart."""
    return (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
