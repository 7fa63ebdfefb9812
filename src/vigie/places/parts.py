"""Parts and surroundings of a place: «le nord du Mali», «au nord de Gao», «à 15 km de», «entre X et Y»."""

from msgspec.structs import replace

from vigie.values import Place

from .geo import distance, middle, shift
from .lexicon import DIRECTIONS, Lexicon

BEARINGS = {**DIRECTIONS, "nord-est": 45, "sud-est": 135, "sud-ouest": 225, "nord-ouest": 315}
PART, PART_RADIUS = 0.45, 0.5
"""The centre of a part lies this share of the whole's radius off its centre, and has this share of its radius."""
OUTSIDE_KM, NEAR_KM, ROAD_KM, FARTHEST_BETWEEN = 40.0, 20.0, 30.0, 400.0
"""«au nord de» a town; «près de» it; «sur la route de» it; what «entre X et Y» can still mean: as the guide's examples do."""


def bearing(direction: str | None) -> int | None:
    """Degrees from north of «nord-est» or «extreme-nord»; None for a centre."""
    return BEARINGS.get((direction or "").removeprefix("extreme-"))


def part_of(words: Lexicon, place: Place, direction: str, outside: bool) -> Place:
    """The part of a country or province; of a town its quarters, or its surroundings when `outside`."""
    if place.level == "country":
        for name in (direction, direction.removeprefix("extreme-")):
            row = words.parts.get((place.country or "", name))
            if row:
                return replace(place, lat=float(row["lat"]), lon=float(row["lon"]), km=float(row["km"]), level="region")
    degrees = bearing(direction)
    level = "region" if place.level == "country" else place.level
    if degrees is None:
        return replace(place, km=place.km * PART_RADIUS, level=level) if place.km > NEAR_KM else place
    off, km = place.km * PART, place.km * PART_RADIUS
    if place.level in ("town", "site", "quarter"):
        off, km = (OUTSIDE_KM, OUTSIDE_KM) if outside else (place.km * 0.3, place.km * 0.8)
    lat, lon = shift((place.lat, place.lon), degrees, off)
    return replace(place, lat=lat, lon=lon, km=km, level=level)


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
    return replace(place, lat=lat, lon=lon, km=max(place.km, km * 0.5))


def between(one: Place, other: Place) -> Place | None:
    """The stretch between two places, when they are near enough for the words to mean it."""
    far = distance((one.lat, one.lon), (other.lat, other.lon))
    if not 5.0 < far <= FARTHEST_BETWEEN:
        return None
    lat, lon = middle((one.lat, one.lon), (other.lat, other.lon))
    name, ident = f"{one.name} – {other.name}", f"{one.id}/{other.id}"
    return replace(one, name=name, id=ident, lat=lat, lon=lon, km=max(8.0, far / 2), level="district")
