"""The claim: one assertion, in one document, with the words that carry it. Vocabulary: shared gold/GUIDE.md.

Four kinds share a base; msgspec tags them by `kind`. An empty value means that the text does not say.
"""

import datetime as dt
from typing import Literal

from .base import Basis, Interval, Place, Value

Realis = Literal["occurred", "planned", "denied"]
Certainty = Literal["stated", "hedged"]
Qualifier = Literal["exactly", "at_least", "more_than", "less_than", "at_most", "about", "vague"]
Scope = Literal["incident", "several", "period", "war", "state"]
Unit = Literal["persons", "families", "bodies"]
ActUnit = Literal["strikes", "sites", "targets", "attacks"]
Relation = Literal["subset", "component", "remainder", "revision"]
Change = Literal["captured", "holds", "besieges", "withdrew"]
Extent = Literal["whole", "part", "outskirts", "facility"]
Span = tuple[int, int]


class Base(Value, frozen=True, kw_only=True, tag_field="kind"):
    """What all kinds share. `start`/`end`: offsets of `quote` in the document's text; `mentions`: its other places."""

    id: str
    document: str
    quote: str
    start: int
    end: int
    mentions: list[Span] = []
    when: Interval | None = None
    when_basis: Basis | None = None
    time_of_day: str | None = None
    stated_on: dt.date | None = None
    place: Place | None = None
    said_by: list[str] = []
    realis: Realis = "occurred"
    certainty: Certainty = "stated"
    rule: str = ""
    pack: str = ""


class Act(Base, frozen=True, kw_only=True):
    """A claim that may blame somebody; `by` comes only from words of the text (`by_inferred`: from its context)."""

    by: list[str] = []
    by_certainty: Certainty | None = None
    by_said_by: list[str] | None = None
    by_inferred: bool = False
    weapon: list[str] = []


class Harm(Act, frozen=True, kw_only=True, tag="harm"):
    """A figure of people harmed. `count` is the figure; a vague word gives `low` without `high` and no `count`."""

    outcome: str
    count: int | None = None
    low: int | None = None
    high: int | None = None
    words: str = ""
    qualifier: Qualifier = "exactly"
    unit: Unit = "persons"
    victims: str = "people"
    side: str | None = None
    method: str | None = None
    scope: Scope = "incident"
    part_of: str | None = None
    relation: Relation | None = None
    provisional: bool = False


class Event(Act, frozen=True, kw_only=True, tag="events"):
    """A violent event. `type` is an ACLED sub-event type; `count`, `unit`, `qualifier` where the text counts acts."""

    type: str
    target: str | None = None
    struck: str | None = None
    count: int | None = None
    unit: ActUnit | None = None
    qualifier: Qualifier | None = None


class Control(Base, frozen=True, kw_only=True, tag="control"):
    """Who holds, takes, besieges or leaves a place; `share` in per cent of the place."""

    change: Change
    actor: str | None = None
    loser: str | None = None
    share: float | None = None
    extent: Extent | None = None


class Diplomacy(Base, frozen=True, kw_only=True, tag="diplomacy"):
    """An act (PLOVER) between states, parties to a conflict, international bodies."""

    act: str
    actor: str | None = None
    target: str | None = None


Claim = Harm | Event | Control | Diplomacy
