"""Who makes claims: sources with their kind and origin, the camps of each conflict, and what stake a source has."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from ._files import Row, rows, words, year
from .actors import Actor, actor, is_actor, kind_rules

Stake = Literal["party", "ally", "third"]


@dataclass(frozen=True, slots=True)
class Source:
    """Who says something. `voice_of`: the actor it speaks for; `coded_as`: the id that claims carry for it (guide);
    `leans`: a camp that it is close to without being part of it."""

    id: str
    name_en: str
    name_fr: str
    kind: str
    acronyms: tuple[str, ...] = ()
    country: str | None = None
    voice_of: str | None = None
    coded_as: str = ""
    leans: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Camp:
    """One side of a conflict in a country, from year `start` to `end`: those who fight for it, and their allies."""

    id: str
    country: str
    start: int | None
    end: int | None
    label_en: str
    label_fr: str
    parties: frozenset[str]
    allies: frozenset[str]


def _source(row: Row) -> Source:
    return Source(
        id=row["id"],
        name_en=row["name_en"],
        name_fr=row["name_fr"],
        kind=row["kind"],
        acronyms=words(row["acronyms"], ";"),
        country=row["country"] or None,
        voice_of=row["voice_of"] or None,
        coded_as=row["coded_as"] or row["id"],
        leans=row["leans"] or None,
        note=row["note"],
    )


def _camp(row: Row) -> Camp:
    return Camp(
        id=row["id"],
        country=row["country"],
        start=year(row["start"]),
        end=year(row["end"]),
        label_en=row["label_en"],
        label_fr=row["label_fr"],
        parties=frozenset(words(row["parties"])),
        allies=frozenset(words(row["allies"])),
    )


@lru_cache(maxsize=1)
def sources() -> Mapping[str, Source]:
    """The registered sources that are no actors of their own, by id."""
    return MappingProxyType({row["id"]: _source(row) for row in rows("sources")})


@lru_cache(maxsize=1)
def camps() -> Mapping[str, Camp]:
    """The camps of every conflict in the register, by id."""
    return MappingProxyType({row["id"]: _camp(row) for row in rows("camps")})


def _speaking(speaker: Actor) -> Source:
    state_media = speaker.kind == "state_media"
    return Source(
        id=speaker.id,
        name_en=speaker.name_en,
        name_fr=speaker.name_fr,
        kind=kind_rules()[speaker.kind].source_kind,
        acronyms=speaker.acronyms,
        country=speaker.country,
        voice_of=speaker.country if state_media else speaker.id,
        coded_as=speaker.id,
    )


def is_source(source_id: str) -> bool:
    """Whether the id is a registered source, or an actor (who speaks for itself)."""
    return source_id in sources() or is_actor(source_id)


def source(source_id: str) -> Source:
    """The source of an id; an actor speaks for itself, `<ISO>-MEDIA` for its state. KeyError for an unknown id."""
    return sources().get(source_id) or _speaking(actor(source_id))


def stake_of(source_id: str, conflict_countries: Collection[str]) -> Stake:
    """What the source has at stake in the conflicts of these countries (ISO alpha-3); an unknown source is third.

    A party: it speaks for somebody who fights there, or whose country that is. An ally: it speaks for the ally of one.
    """
    speaks_for = source(source_id).voice_of if is_source(source_id) else None
    if speaks_for is None:
        return "third"
    sides = [camp for camp in camps().values() if camp.country in conflict_countries]
    if actor(speaks_for).country in conflict_countries or any(speaks_for in side.parties for side in sides):
        return "party"
    return "ally" if any(speaks_for in side.allies for side in sides) else "third"


@lru_cache(maxsize=4_096)
def camps_of(source_id: str) -> frozenset[str]:
    """The camps that an actor or source fights for, is allied to, speaks for or leans to; none for an unknown one."""
    if not is_source(source_id):
        return frozenset()
    found = source(source_id)
    member = {camp.id for camp in camps().values() if found.voice_of in camp.parties | camp.allies}
    return frozenset(member | ({found.leans} if found.leans else set()))


def opposed(one: str, other: str) -> bool:
    """Whether two actors or sources stand in different camps of one conflict and share none of it."""
    mine, theirs = _by_country(one), _by_country(other)
    return any(not mine[country] & theirs[country] for country in mine.keys() & theirs.keys())


def _by_country(source_id: str) -> dict[str, set[str]]:
    grouped: dict[str, set[str]] = {}
    for camp_id in camps_of(source_id):
        grouped.setdefault(camps()[camp_id].country, set()).add(camp_id)
    return grouped
