"""Level 6: places that lie in one another, and what two of them cover together."""

from math import cos, hypot, radians

from msgspec.structs import replace

from vigie.values import Place

EDGE = 1.2  # radii: what lies on the edge of a region lies in it
_PART, _LESS = 1.5, 1.5  # radii of a part of a country, whose ends are far; times that a place inside another is less
_QUARTER = 20.0  # km from a town to its quarters
_KM = 111.2  # kilometres in a degree of latitude


def apart(a: Place, b: Place) -> float:
    """Kilometres between two points, flat: exact enough for the radius of a pair of places."""
    return _KM * hypot(a.lat - b.lat, (a.lon - b.lon) * cos(radians((a.lat + b.lat) / 2)))


def beyond(small: Place, wide: Place) -> bool:
    """A town of another province than the one told, which a circle around that one may reach."""
    return wide.level == "province" and small.admin1 not in (None, wide.name) and small.country == wide.country


def contains(a: Place | None, b: Place | None) -> bool:
    """Whether `b` is a clearly smaller place inside `a`; a land's circle reaches into its neighbours."""
    if a is None or b is None or _abroad(a, b):
        return False
    return a.km > b.km * 2 and apart(a, b) < a.km * EDGE


def tells_more(a: Place, b: Place) -> bool:
    """Whether `b`, told of the act that `a` is told of, is where in `a` it was: a place inside it, a quarter of the
    town, a province at the far end of «le nord du Nigeria».
    """
    if contains(a, b):
        return True
    if _abroad(a, b):
        return False
    if a.level == "town" and b.level == "quarter":
        return a.id != b.id and apart(a, b) < _QUARTER
    edge = _PART if a.level == "region" or "/" in a.id else EDGE
    return a.km > b.km * _LESS and apart(a, b) < a.km * edge


def _abroad(a: Place, b: Place) -> bool:
    """The two lie in different countries; a stretch along a border is of both."""
    return None not in (a.country, b.country) and a.country != b.country and "–" not in a.name


def cover(a: Place, b: Place) -> Place:
    """The place that two make together: its point between them by their size, its radius reaching over most of both."""
    share = b.km / (a.km + b.km)
    lat, lon = a.lat + (b.lat - a.lat) * share, a.lon + (b.lon - a.lon) * share
    km = max(a.km, b.km, apart(a, b) / 2 + min(a.km, b.km))
    country = a.country if a.country == b.country else None
    name, ident = f"{a.name} et {b.name}", f"{a.id}+{b.id}"
    level = a.level if a.km >= b.km else b.level
    return replace(a, name=name, id=ident, lat=lat, lon=lon, km=km, country=country, level=level)
