"""Parts and surroundings of a place: «le nord du Mali», «au nord de Gao», «à 15 km de», «entre X et Y»."""

from msgspec.structs import replace

from vigie.values import Place

from .geo import distance, middle, shift
from .left import Left
from .lexicon import DIRECTIONS, Lexicon

BEARINGS = {**DIRECTIONS, "nord-est": 45, "sud-est": 135, "sud-ouest": 225, "nord-ouest": 315}
PART, PART_RADIUS, TOWN_PART, TOWN_RADIUS = 0.45, 0.5, 0.3, 0.8
"""The centre of a part lies this share of the radius off the centre, and has this share of the radius; in towns too."""
SLACK, FAR_SLACK, FAR = 0.5, 0.1, 40.0
"""Radius of «à 40 km au nord de», as a share of the distance: 20 km; of what lies beyond FAR a smaller share, since who
counts 190 km has measured them."""
OUTSIDE, OUTSIDE_KM, NEAR_KM, ROAD_KM, FARTHEST_BETWEEN, LONGEST_ROAD = 15.0, 25.0, 20.0, 30.0, 400.0, 700.0
"""«au nord de» a town: so far off, so far around; «près de» it; «sur la route de» it; what «entre X et Y», «la route
X-Y» can still mean."""


def bearing(direction: str | None) -> int | None:
    """Degrees from north of «nord-est» or «extreme-nord»; None for a centre."""
    return BEARINGS.get((direction or "").removeprefix("extreme-"))


def part_of(words: Lexicon, place: Place, direction: str, outside: bool) -> Place:
    """The part of a country or province; of a town its quarters, or its surroundings when `outside`."""
    level = "region" if place.level == "country" else place.level
    whole = replace(place, name=f"{place.name} ({direction})", id=f"{place.id}/{direction}", level=level)
    row = _listed(words, place, direction) if place.level == "country" else None
    if row:
        return replace(whole, lat=float(row["lat"]), lon=float(row["lon"]), km=float(row["km"]))
    degrees = bearing(direction)
    if degrees is None:
        return replace(whole, km=place.km * PART_RADIUS) if place.km > NEAR_KM else place
    off, km = place.km * PART, place.km * PART_RADIUS
    if place.level in ("town", "site", "quarter"):
        off, km = (OUTSIDE, OUTSIDE_KM) if outside else (place.km * TOWN_PART, place.km * TOWN_RADIUS)
    lat, lon = shift((place.lat, place.lon), degrees, off)
    return replace(whole, lat=lat, lon=lon, km=km)


def _listed(words: Lexicon, place: Place, direction: str) -> dict[str, str] | None:
    """The part as it is written by hand: people do not live in the middle of «le nord du Niger»."""
    names = (direction, direction.removeprefix("extreme-"))
    return next((words.parts[place.country or "", n] for n in names if (place.country or "", n) in words.parts), None)


def near(place: Place) -> Place:
    """«près de», «aux abords de»: half as far again, NEAR_KM at least."""
    return replace(place, km=max(place.km * 1.5, NEAR_KM))


def road(place: Place) -> Place:
    """«sur la route de»."""
    return replace(place, km=max(place.km, ROAD_KM))


def away(place: Place, direction: str | None, km: float) -> Place:
    """The place `km` away: a point with some slack when the direction is told, else the circle around it."""
    degrees = bearing(direction)
    if degrees is None:
        return replace(place, km=max(place.km, km * 1.1))
    lat, lon = shift((place.lat, place.lon), degrees, km)
    ident = f"{place.id}/{direction}-{km:g}km"
    slack = min(km, FAR) * SLACK + max(0.0, km - FAR) * FAR_SLACK
    return replace(place, id=ident, lat=lat, lon=lon, km=max(place.km, slack))


def around(words: Lexicon, place: Place, left: Left) -> Place:
    """The place that the words before a name make of it."""
    if left.km is not None:
        return away(place, left.direction, left.km)
    if left.near:
        return near(place)
    if left.road:
        return road(place)
    return part_of(words, place, left.direction, left.outside) if left.direction else place


def between(one: Place, other: Place, on_road: bool = False) -> Place | None:
    """The stretch between two places, when they are near enough for the words to mean it."""
    far = distance((one.lat, one.lon), (other.lat, other.lon))
    if not 5.0 < far <= (LONGEST_ROAD if on_road else FARTHEST_BETWEEN):
        return None
    lat, lon = middle((one.lat, one.lon), (other.lat, other.lon))
    name, ident = f"{one.name} – {other.name}", f"{one.id}/{other.id}"
    return replace(one, name=name, id=ident, lat=lat, lon=lon, km=max(8.0, far / 2), level="district")
