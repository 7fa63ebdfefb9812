"""Which of the places that share a name is meant: weighed by the whole text."""

from collections import defaultdict
from collections.abc import Iterable
from math import log10

from vigie.values import Place

from .gazetteer import Entry
from .geo import distance

COUNTRY, NAMED_PROVINCE, NEAR, CURATED, STRONG, SIZE, CAPITAL = 3.0, 1.5, 1.5, 1.2, 0.6, 0.4, 1.5
"""Points for: the country of the story (all of it), a province that the text names, closeness to its other places,
a hand-written name, a well-known one, each tenfold of inhabitants, a capital. Set on the pairs of tests/places."""
NEAR_KM, ENOUGH, SAME_KM, MOST_POINTS = 250.0, 0.8, 30.0, 40
"""Closeness fades over NEAR_KM; a lead of ENOUGH points decides; places SAME_KM apart are one for a reader."""
CITY = 50_000  # inhabitants
REACH, NEAREST, WIDEST = 1.2, 15.0, 4.0
"""A place lies in another up to so many of its radii and km from its centre; in its own division up to WIDEST radii."""


class Story:
    """What the text as a whole says of where it plays: weights of countries, provinces named, points known."""

    def __init__(self) -> None:
        self.countries: defaultdict[str, float] = defaultdict(float)
        self.provinces: set[str] = set()
        self.points: list[tuple[float, float]] = []

    def share(self, country: str | None) -> float:
        """The weight of a country, 1 for the heaviest of the text, 0 for one that it does not name."""
        heaviest = max(self.countries.values(), default=0)
        return self.countries.get(country or "", 0.0) / heaviest if heaviest else 0.0

    def others_speak_of(self, country: str | None, own: float) -> bool:
        """The text names this country by more than one name's `own` weight."""
        return self.countries.get(country or "", 0.0) > own + 0.01

    def shared(self, entries: Iterable[Entry], best: Entry) -> bool:
        """Several countries have the name, and its likeliest place is no capital, or the text speaks more of another
        of them («Tripoli», of the Lebanese army): it tells nothing of its country.
        """
        found, told = homes(entries), self.countries.get(best.country or "", 0.0)
        rival = any(self.countries.get(home or "", 0.0) > told for home in found)
        return len(found) > 1 and best.level != "country" and (rival or not best.capital)

    def add_point(self, point: tuple[float, float]) -> None:
        """A place of the story; the first MOST_POINTS are enough to tell where it plays."""
        if len(self.points) < MOST_POINTS and point not in self.points:
            self.points.append(point)

    def ranked(self) -> list[str]:
        """Countries by weight, then by name."""
        return sorted((c for c in self.countries if self.countries[c] > 0), key=lambda c: (-self.countries[c], c))


def homes(entries: Iterable[Entry]) -> set[str | None]:
    """The countries that have a well-known place of a name."""
    return {e.country for e in entries if e.strong}


def of_division(entry: Entry, place: Place) -> bool:
    """The place is the division of the entry: surer than a circle around its middle, which reaches into others."""
    own = place.country is not None and (entry.country, entry.division) == (place.country, place.name)
    return own and distance(entry.point, (place.lat, place.lon)) <= place.km * WIDEST  # tables err: «Bamba» of Gao


def lies_in(entry: Entry, place: Place) -> bool:
    """Whether an entry is in a place: by country or division where that is told, else by distance."""
    if place.level == "country" or (place.level == "region" and place.country):
        return entry.country == place.country
    return of_division(entry, place) or distance(entry.point, (place.lat, place.lon)) <= place.km * REACH + NEAREST


def score(entry: Entry, story: Story) -> float:
    """How well an entry fits the story, in points."""
    points = COUNTRY * story.share(entry.country) + SIZE * log10(entry.population + 10)
    points += CURATED * entry.curated + STRONG * entry.strong + CAPITAL * entry.capital
    points += NAMED_PROVINCE * (entry.division in story.provinces)
    if story.points:
        nearest = min(distance(entry.point, point) for point in story.points)
        points += NEAR * max(0.0, 1.0 - nearest / NEAR_KM)
    return points


def decide(entries: Iterable[Entry], story: Story) -> tuple[Entry | None, list[Entry]]:
    """The entry that is meant, or None when the best two are too close; and all, best first."""
    ranked = sorted(entries, key=lambda e: (-score(e, story), e.id))
    if not ranked:
        return None, []
    best = ranked[0]
    rivals = [e for e in ranked[1:] if distance(e.point, best.point) > max(SAME_KM, best.km, e.km)]
    if rivals and score(best, story) - score(rivals[0], story) < ENOUGH:
        equal = [e for e in (best, *rivals) if score(best, story) - score(e, story) < ENOUGH]
        cities = (e for e in equal if _city_among_hamlets(e, [one for one in equal if one is not e]))
        return next(cities, None), ranked
    return best, ranked


def _city_among_hamlets(best: Entry, rivals: Iterable[Entry]) -> bool:
    """«à Nikopol»: the city, not a hamlet of its land that has its name; who means the hamlet says where it lies."""
    hamlets = (one.country == best.country and not one.strong and not one.curated for one in rivals)
    return best.strong and best.population >= CITY and all(hamlets)
