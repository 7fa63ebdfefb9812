"""Places that a text tells by what they are to another one: «la capitale régionale», «l'aéroport de la ville»."""

from functools import cache

from vigie.values import Place

from .fold import fold
from .gazetteer import Entry, Gazetteer
from .geo import distance
from .tables import read_table

FARTHEST_AIRPORT = 60.0
"""Kilometres from a town to its airport."""
VOWELS = tuple("aeiouhy")


@cache
def _seats() -> dict[tuple[str, str], str]:
    """The chief town of each division, by its country and French name, folded."""
    return {(row["country"], row["name"]): fold(row["seat"]) for row in read_table("divisions") if row["seat"]}


def seat_of(country: str, division: str, table: Gazetteer) -> Place | None:
    """The chief town of a division, by its French name."""
    found = table.get(_seats().get((country, division), ""))
    return _town([entry for entry in found if entry.country == country])


def _town(found: list[Entry]) -> Place | None:
    towns = [entry for entry in found if entry.level == "town"]
    return max(towns, key=lambda entry: entry.population).place() if towns else None


def airport_of(town: Place, table: Gazetteer) -> Place | None:
    """The airport that is called after a town."""
    name = fold(town.name)
    found = table.get(f"aeroport {'d' if name.startswith(VOWELS) else 'de'} {name}")
    near = (e for e in found if distance(e.point, (town.lat, town.lon)) <= FARTHEST_AIRPORT)
    return next((entry.place() for entry in near), None)
