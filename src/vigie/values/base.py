"""Small shared values: closed intervals of days, places with a radius, and what could not be read."""

import datetime as dt
from typing import Literal

import msgspec

Level = Literal["site", "quarter", "town", "district", "province", "country", "region"]
Basis = Literal["stated", "relative", "assumed"]


class Value(msgspec.Struct, frozen=True, omit_defaults=False, kw_only=True):
    """A plain typed value: immutable, comparable, written to JSON as it stands."""


class Interval(Value, frozen=True, kw_only=True):
    """A closed interval of calendar days; `start <= end`, one day has both equal."""

    start: dt.date
    end: dt.date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"an interval ends before it starts: {self.start} > {self.end}")

    @property
    def days(self) -> int:
        """How many days it spans, both ends counted."""
        return (self.end - self.start).days + 1

    @classmethod
    def day(cls, day: dt.date) -> "Interval":
        """The interval of one day."""
        return cls(start=day, end=day)


class Place(Value, frozen=True, kw_only=True):
    """A point with the radius (km) within which the words put it; WGS 84 degrees.

    `km` is the precision of the words, never an ornament: 4 a site or quarter, 8 a town, 25 a district, 70 a province,
    the real radius of a country (gold/GUIDE.md). `id` is that of the gazetteer, `country` is ISO 3166 alpha-3.
    """

    name: str
    id: str
    lat: float
    lon: float
    km: float
    level: Level
    country: str | None = None
    admin1: str | None = None


class Problem(Value, frozen=True, kw_only=True):
    """Something that could not be read: which file, where in it, why, in words a person can act on.

    `code` is stable and `details` fill its sentence, so that the reason can be said again in another language
    (`vigie.intake.reason`); `reason` is the English sentence.
    """

    file: str
    place: str
    reason: str
    code: str = ""
    details: dict[str, str] = {}
