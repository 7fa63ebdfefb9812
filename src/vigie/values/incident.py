"""The incident: the claims that people, or the linker until they object, hold to be about one thing."""

from typing import Literal

from .base import Interval, Place, Value
from .claim import Realis

IncidentKind = Literal["event", "summary", "state"]
Mark = Literal["enemy_loss_claim", "against_interest", "self_claim", "denied", "planned"]
Stake = Literal["party", "ally", "third", "unknown"]


class Figure(Value, frozen=True, kw_only=True):
    """One entry of an incident's dated series of figures: who said how many of whom, through which document, when.

    `low`/`high` are the bounds that the words allow (None: open). `superseded_by` is the claim of the same claimant
    that replaced it later; `part_of` the claim that counts it in: neither is ever added to the other.
    """

    claim: str
    document: str
    outcome: str
    victims: str
    said_by: list[str] = []
    through: str | None = None
    stated_on: str | None = None
    count: int | None = None
    low: int | None = None
    high: int | None = None
    words: str = ""
    unit: str = "persons"
    side: str | None = None
    by: list[str] = []
    certainty: str = "stated"
    scope: str = "incident"
    origin: str | None = None
    part_of: str | None = None
    superseded_by: str | None = None
    marks: list[Mark] = []


class Range(Value, frozen=True, kw_only=True):
    """`low` to `high` of one outcome and victim class under a named rule, with the sentence that explains it.

    `low <= best <= high`; `best` is null under a rule that names none. `open`: the highest claim was «at least».
    """

    outcome: str
    victims: str
    low: int
    high: int
    rule: str
    explanation: str
    explanation_fr: str
    side: str | None = None
    best: int | None = None
    open: bool = False
    claims: list[str] = []


class Contradiction(Value, frozen=True, kw_only=True):
    """Two claims of one incident that cannot both hold, and what they differ in.

    `about`: figure | sum (a part that exceeds its whole) | author | denial | held_by.
    """

    claims: tuple[str, str]
    about: str
    values: tuple[str, str]
    between: Literal["claimants", "outlets", "itself"]


class Origin(Value, frozen=True, kw_only=True):
    """A claimant and a statement, however many outlets printed it. `opposes`: origins of the other side that agree."""

    id: str
    claimants: list[str]
    claims: list[str]
    outlets: list[str]
    stake: Stake = "unknown"
    opposes: list[str] = []


class Facts(Value, frozen=True, kw_only=True):
    """What a person grades an incident by; no machine grades. Counts are of origins."""

    origins: int = 0
    outlets: int = 0
    parties: int = 0
    third_parties: int = 0
    agreed_by_opponents: bool = False
    admitted: bool = False
    denied: bool = False
    self_claimed: bool = False
    rival_authors: bool = False


class Incident(Value, frozen=True, kw_only=True):
    """A group of claims. `reviewed` stays false until a named person has released it."""

    incident: str
    kind: IncidentKind
    claims: list[str]
    when: Interval | None = None
    place: Place | None = None
    type: str | None = None
    realis: Realis = "occurred"
    actors: list[str] = []
    targets: list[str] = []
    figures: list[Figure] = []
    ranges: list[Range] = []
    contradictions: list[Contradiction] = []
    outlets: list[str] = []
    origins: list[Origin] = []
    facts: Facts = Facts()
    contains: list[str] = []
    reviewed: bool = False
