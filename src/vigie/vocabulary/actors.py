"""The register of actors: states and their governments, named groups, bodies, and the patterns for unnamed ones."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from ._files import Row, rows, words, year


@dataclass(frozen=True, slots=True)
class Country:
    """A state or territory by ISO 3166 alpha-3 (`XKX` for Kosovo, as in common use); names as the press writes them."""

    id: str
    iso2: str
    name_en: str
    name_fr: str
    demonym_en: str
    demonym_fr: str
    demonym_fr_feminine: str
    capital_en: str
    capital_fr: str


@dataclass(frozen=True, slots=True)
class Government:
    """Who governed a state from `start` to `end`, both days counted; `end` None: to this day."""

    country: str
    start: dt.date
    end: dt.date | None
    name_en: str
    name_fr: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """The ending of an id for people whom the text names by kind only: `SYR-REB`, `MLI-JIH`."""

    suffix: str
    label_en: str
    label_fr: str
    kind: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Anybody who can act in a claim. `start`/`end` are years; `country` None: several; `parent` another actor's id."""

    id: str
    name_en: str
    name_fr: str
    kind: str
    acronyms: tuple[str, ...] = ()
    country: str | None = None
    start: int | None = None
    end: int | None = None
    parent: str | None = None
    note: str = ""


@lru_cache(maxsize=1)
def countries() -> Mapping[str, Country]:
    """Countries by ISO 3166 alpha-3."""
    return MappingProxyType({row["id"]: Country(**row) for row in rows("countries")})


@lru_cache(maxsize=1)
def governments() -> Mapping[str, tuple[Government, ...]]:
    """The governments of states in conflict since about 2011, by state, in order of time."""
    found: dict[str, list[Government]] = {}
    for row in rows("governments"):
        end = dt.date.fromisoformat(row["end"]) if row["end"] else None
        start = dt.date.fromisoformat(row["start"])
        found.setdefault(row["country"], []).append(
            Government(row["country"], start, end, row["name_en"], row["name_fr"])
        )
    return MappingProxyType({country: tuple(listed) for country, listed in found.items()})


def government(country: str, day: dt.date) -> Government | None:
    """The government of a state on a day, where the register has one."""
    listed = governments().get(country, ())
    return next((one for one in listed if one.start <= day and (one.end is None or day <= one.end)), None)


@lru_cache(maxsize=1)
def patterns() -> Mapping[str, Pattern]:
    """The patterns by suffix."""
    return MappingProxyType({row["suffix"]: Pattern(**row) for row in rows("patterns")})


@lru_cache(maxsize=1)
def occupied() -> Mapping[str, str]:
    """Lands in which two powers police the same towns, each with the other power."""
    return MappingProxyType({row["country"]: row["occupier"] for row in rows("occupied")})


@lru_cache(maxsize=1)
def armies_abroad() -> frozenset[tuple[str, str]]:
    """Countries, each with a land on its border in which its army fought."""
    return frozenset((row["army"], row["land"]) for row in rows("armies_abroad"))


@lru_cache(maxsize=1)
def winged() -> frozenset[str]:
    """Groups that are no states and have aircraft."""
    return frozenset(row["id"] for row in rows("winged"))


def _listed(row: Row) -> Actor:
    return Actor(
        id=row["id"],
        name_en=row["name_en"],
        name_fr=row["name_fr"],
        kind=row["kind"],
        acronyms=words(row["acronyms"], ";"),
        country=row["country"] or None,
        start=year(row["start"]),
        end=year(row["end"]),
        parent=row["parent"] or None,
        note=row["note"],
    )


def _state(country: Country) -> Actor:
    return Actor(country.id, country.name_en, country.name_fr, "state", country=country.id)


@lru_cache(maxsize=1)
def actors() -> Mapping[str, Actor]:
    """Every registered actor by id: the states, and the rows of actors.tsv, which win (`PSE` is a people)."""
    states = {country.id: _state(country) for country in countries().values()}
    return MappingProxyType(states | {row["id"]: _listed(row) for row in rows("actors")})


@lru_cache(maxsize=4096)
def _unnamed(actor_id: str) -> Actor | None:
    iso, _, suffix = actor_id.partition("-")
    country, pattern = countries().get(iso), patterns().get(suffix)
    if country is None or pattern is None:
        return None
    name_en = f"{pattern.label_en} ({country.name_en})"
    name_fr = f"{pattern.label_fr} ({country.name_fr})"
    return Actor(actor_id, name_en, name_fr, pattern.kind, country=iso)


def is_actor(actor_id: str) -> bool:
    """Whether the id is registered or follows a pattern with a known country."""
    return actor_id in actors() or _unnamed(actor_id) is not None


def actor(actor_id: str) -> Actor:
    """The actor of an id, patterns included; KeyError for one that the register does not know."""
    found = actors().get(actor_id) or _unnamed(actor_id)
    if found is None:
        raise KeyError(actor_id)
    return found


@dataclass(frozen=True, slots=True)
class KindRule:
    """What follows from an actor's kind: what kind of source it is when it speaks, and whether the guide records its
    acts under the state, union or group that it belongs to."""

    actor_kind: str
    source_kind: str
    coded_as_parent: bool


@lru_cache(maxsize=1)
def kind_rules() -> Mapping[str, KindRule]:
    """The rules by kind of actor."""
    return MappingProxyType(
        {
            row["actor_kind"]: KindRule(row["actor_kind"], row["source_kind"], row["coded_as_parent"] == "1")
            for row in rows("kind_rules")
        }
    )


def coded_as(actor_id: str) -> str:
    """The id that a claim carries: the state for its force, the group for its branch (guide), else the id itself."""
    found = actors().get(actor_id)
    if found is None or found.parent is None or not kind_rules()[found.kind].coded_as_parent:
        return actor_id
    return coded_as(found.parent)
