"""The linter of the hand-written tables: shape, ranges, duplicates, words that no text can contain."""

from collections import Counter
from collections.abc import Iterator
from typing import get_args

from vigie.values import Level

from .fold import fold
from .tables import HAND, read_table

COORDINATES = ("countries", "divisions", "parts", "borders")
LARGEST_KM = 6500.0


def lint() -> list[str]:
    """What is wrong with the tables, one sentence each; empty when they are sound."""
    points = sorted(path.stem for path in HAND.glob("points_*.tsv"))
    countries = {row["alpha3"] for row in read_table("iso3166")}
    found = [*(p for name in (*COORDINATES, *points) for p in _coordinates(name)), *_words()]
    for name in points:
        found += _points(name, countries)
    found += _twice([f"{r['country']} {r['name']}" for name in points for r in read_table(name)])
    found += _twice([f"{r['country']} {r['name']}" for r in read_table("divisions")])
    found += _twice([f"{r['country']} {r['part']}" for r in read_table("parts")])
    found += [f"divisions: weak, not yes: {r}" for r in read_table("divisions") if r["weak"] not in ("", "yes")]
    return found


def _coordinates(name: str) -> Iterator[str]:
    """Latitude, longitude and radius that are numbers and on the globe."""
    for row in read_table(name):
        try:
            sound = (
                abs(float(row["lat"])) <= 90 and abs(float(row["lon"])) <= 180 and 0 < float(row["km"]) <= LARGEST_KM
            )
        except ValueError:
            sound = False
        if not sound:
            yield f"{name}: no point with a radius: {row}"


def _points(name: str, countries: set[str]) -> Iterator[str]:
    for row in read_table(name):
        if row["level"] not in get_args(Level):
            yield f"{name}: unknown level: {row}"
        if row["country"] and row["country"] not in countries:
            yield f"{name}: unknown country: {row}"
        if not row["source"]:
            yield f"{name}: no source: {row}"


def _words() -> Iterator[str]:
    """The words of the rules are compared folded: one that is not folded is never met."""
    for name in ("words", "ambiguous"):
        for row in read_table(name):
            yield from (f"{name}: not folded: {w}" for w in row["words"].split() if w != fold(w).replace(" ", "-"))


def _twice(names: list[str]) -> list[str]:
    return [f"twice: {name}" for name, count in Counter(names).items() if count > 1]
