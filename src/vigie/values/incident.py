"""The incident: the claims that people, or the linker until they object, hold to be about one thing."""

from typing import Literal

from .base import Interval, Place, Value

IncidentKind = Literal["event", "summary", "state"]


class Figure(Value, frozen=True, kw_only=True):
    """One entry of an incident's dated series of figures: who said how many of whom, through which document, when."""

    claim: str
    document: str
    outcome: str
    victims: str
    said_by: list[str] = []
    stated_on: str | None = None
    low: int | None = None
    high: int | None = None
    words: str = ""
    side: str | None = None
    certainty: str = "stated"
    origin: str | None = None
    superseded_by: str | None = None


class Range(Value, frozen=True, kw_only=True):
    """`low` to `high` of one outcome and victim category under a named rule, with the sentence that explains it."""

    outcome: str
    victims: str
    low: int
    high: int | None
    rule: str
    explanation: str
    claims: list[str] = []


class Contradiction(Value, frozen=True, kw_only=True):
    """Two claims of one incident that cannot both hold, and what they differ in."""

    claims: tuple[str, str]
    about: str
    values: tuple[str, str]
    between: Literal["claimants", "outlets", "itself"]


class Incident(Value, frozen=True, kw_only=True):
    """A group of claims. `reviewed` stays false until a named person has released it."""

    incident: str
    kind: IncidentKind
    claims: list[str]
    when: Interval | None = None
    place: Place | None = None
    type: str | None = None
    actors: list[str] = []
    targets: list[str] = []
    figures: list[Figure] = []
    ranges: list[Range] = []
    contradictions: list[Contradiction] = []
    outlets: list[str] = []
    origins: list[str] = []
    contains: list[str] = []
    reviewed: bool = False
