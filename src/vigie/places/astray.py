"""Names told to lie in a state or a town of which no place known by that name is one: another place has the name."""

from vigie.values import Place

from .found import Found
from .gazetteer import Entry
from .geo import distance
from .lexicon import SIDES
from .resolve import CITY, REACH, Story

QUARTERS = ("quartier", "quartiers", "faubourg", "faubourgs", "arrondissement")
SUBURBS = 60.0
"""Kilometres from a town to its quarters, at most."""
BORDERS = 30.0
"""So far beyond a state's circle its own villages may lie; well-known towns may be told by their old state."""
SMALL = ("town", "site", "quarter")
_SIDED = SIDES | {"region", "du", "de", "l"}
"""The words of provinces that are called after a side of their country: «région du Nord-Ouest»."""


def outside(entry: Entry, f: Found, place: Place) -> bool:
    """«à X, dans l'Etat de Y», of which the only X known lies in another state; «X, dans la commune de Y», «X, à dix
    kilomètres de Y», far from the one known; «le quartier de X à Homs», where the one known is of Alep.
    """
    far = distance(entry.point, (place.lat, place.lon))
    if place.level == "town" and (f.left.type in QUARTERS or entry.level == "quarter"):
        return far > SUBURBS
    if entry.level not in SMALL or entry.population >= CITY:
        return False
    base = f.container.entry if f.container else None
    if base and f.container and f.container.left.km:  # who counts the kilometres goes by the road
        return distance(entry.point, base.point) > f.container.left.km * REACH + BORDERS
    return not entry.strong and _division(entry, place) and far > place.km * REACH + BORDERS


def _division(entry: Entry, place: Place) -> bool:
    """A commune or district, a state of which the towns are known to be."""
    state = place.level == "province" and place.id.startswith("div:") and entry.division is not None
    return state or place.level == "district"


def in_quarter(f: Found, other: Found) -> bool:
    """«à X, dans le quartier de Y»: no town lies in a quarter."""
    return f.left.type is None and other.left.type in QUARTERS and other.left.prep == "dans"


def _of_another_land(f: Found, story: Story) -> bool:
    """«Au Burkina Faso, dans la région du nord-ouest»: a part of that country, not the province of Cameroon."""
    if f.entry is None or f.entry.level != "province" or not _SIDED.issuperset(f.name.key.split()):
        return False
    return (
        bool(story.ranked())
        and not story.others_speak_of(f.entry.country, f.own)
        and story.ranked() != [f.entry.country]
    )


def send_home(chosen: list[Found], story: Story) -> None:
    """«Elles avancent dans Mossoul. Elles ont repris le quartier de X»: of the town told, not of another one that the
    text does not name.
    """
    chosen[:] = [f for f in chosen if not _of_another_land(f, story)]
    towns = [f for f in chosen if f.entry and f.entry.level == "town" and f.left.type not in QUARTERS]
    for f in chosen:
        if f.left.type not in QUARTERS or f.entry is None or f.container is not None or not towns:
            continue
        point = f.entry.point
        if all(town.entry is None or distance(point, town.entry.point) > SUBURBS for town in towns):
            before = [town for town in towns if town.name.first < f.name.first and not town.metonym]
            f.entry, f.ranked, f.container = None, [], before[-1] if before else None
