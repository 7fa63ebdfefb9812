"""What is worked out once for the whole site, in no language: control through time, totals, tolls."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import get_args

import msgspec

from .. import values as v
from ..linking import (
    By,
    Chronicle,
    Only,
    Tally,
    Toll,
    control_through_time,
    enemy_losses,
    tallies_by,
    tolls,
)
from ..vocabulary import outcomes as known_outcomes
from .cards import TOPICS, Topic, blamed, topic_of
from .material import Material

BYS: tuple[By, ...] = ("all", "month", "week", "day", "admin1", "place", "actor", "victims", "claimant", "type")
ONLY: tuple[Only, ...] = get_args(Only)
Totals = Mapping[tuple[Only, str, By], list[Tally]]


@dataclass(slots=True)
class Worked:
    """`topics`: incident -> what it is about; `totals`: by (whose figures, outcome, by what); `places`: the keys of a
    place (its id, else its name) -> the number of its chronicle; `today` is the day that totals carry."""

    today: dt.date
    topics: dict[str, Topic]
    chronicles: list[Chronicle]
    places: dict[str, int]
    outcomes: list[str]
    totals: Totals
    tolls: list[Toll]
    enemy: list[tuple[v.Incident, v.Figure]]
    counts: dict[Topic, int] = field(default_factory=dict)


def work_out(material: Material, today: dt.date) -> Worked:
    """Everything that both languages share."""
    incidents = list(material.incidents.values())
    claims = material.claims
    topics = {i.incident: topic_of([claims[c] for c in i.claims if c in claims]) for i in incidents}
    chronicles = sorted(
        control_through_time(claims.values(), material.documents, today),
        key=lambda c: (-len(c.spells) - len(c.shares), c.place.name, c.place.id),
    )
    outcomes = _outcomes(incidents)
    return Worked(
        today, topics, chronicles, {place_key(c.place): number for number, c in reversed([*enumerate(chronicles)])},
        outcomes, _totals(incidents, outcomes, material, today), tolls(incidents),
        [(i, figure) for i in incidents for figure in enemy_losses([i])],
        {topic: sum(own == topic for own in topics.values()) for topic in TOPICS},
    )  # fmt: skip


def place_key(place: v.Place | None) -> str:
    """What a place is known by: its id, else its name."""
    return (place.id or place.name) if place else ""


def _outcomes(incidents: Iterable[v.Incident]) -> list[str]:
    """The outcomes that occur, in the order of the vocabulary."""
    order = {outcome: rank for rank, outcome in enumerate(known_outcomes())}
    return sorted({f.outcome for i in incidents for f in i.figures}, key=lambda o: (order.get(o, len(order)), o))


def _totals(
    incidents: Iterable[v.Incident], outcomes: Iterable[str], material: Material, today: dt.date
) -> dict[tuple[Only, str, By], list[Tally]]:
    """Only whom words hold responsible counts as an actor here, not who holds a town or pleads for a truce."""
    told = [
        msgspec.structs.replace(i, actors=sorted(blamed(i, material)))
        for i in incidents if i.kind == "event" and i.realis == "occurred" and i.figures
    ]  # fmt: skip
    found: dict[tuple[Only, str, By], list[Tally]] = {}
    for outcome in outcomes:
        own = [i for i in told if any(f.outcome == outcome for f in i.figures)]
        for only in ONLY:
            by = tallies_by(own, BYS, today, outcome=outcome, only=only)
            found |= {(only, outcome, name): rows for name, rows in by.items()}
    return found
