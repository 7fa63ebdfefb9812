"""Incidents against gold: are the claims that tell of one event together, and only they?

Semantics: the shared `bench/link_score.py`, held equal by a test. B-cubed: Bagga and Baldwin 1998.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Any

import msgspec

from vigie.values import Claim, Document, Incident, Level

from .gold import Entry, GoldDocument
from .pairs import match
from .report import GroupReport, Rate
from .scoring import by_document

LINKED = ("harm", "events", "control")
SUMMARY = "sum:"
# The level of a place that gold gives by its radius alone (coding guide: a quarter 4 km, a town 8, a district 25).
LEVELS: tuple[tuple[float, Level], ...] = (
    (4, "quarter"), (8, "town"), (25, "district"), (150, "province"), (float("inf"), "country"),
)  # fmt: skip
NOT_OF_A_CLAIM = {"span", "event", "optional", "quote", "part_of"}


def _place(place: Mapping[str, Any] | None) -> dict[str, Any] | None:
    if place is None:
        return None
    level = next(level for radius, level in LEVELS if place["km"] <= radius)
    return {**place, "id": f"gold:{place['lat']:.4f},{place['lon']:.4f}", "level": level}


def _when(when: Sequence[str] | None) -> dict[str, str] | None:
    return {"start": when[0], "end": when[1] or when[0]} if when else None


def _bounds(entry: Entry) -> dict[str, int | None]:
    """The figure in the form of a claim: a vague word is a lower bound alone (coding guide)."""
    number, high = entry.values["count"], entry.values.get("high")
    if entry.values.get("qualifier") == "vague":
        return {"count": None, "low": number, "high": high}
    return {"count": number, "low": number, "high": number if high is None else high}


def _claim(document: str, number: int, entry: Entry, wholes: Mapping[str, str]) -> Claim:
    kept = {name: value for name, value in entry.values.items() if name not in NOT_OF_A_CLAIM}
    kept |= {"place": _place(entry.values.get("place")), "when": _when(entry.values.get("when"))}
    if entry.kind == "harm":
        kept |= {**_bounds(entry), "part_of": wholes.get(entry.values.get("part_of") or "")}
    start, end = entry.span
    told = {"id": f"{document}/{entry.kind}/{number}", "document": document, "kind": entry.kind}
    told |= {"quote": entry.values["quote"]}
    claim: Claim = msgspec.convert({**kept, **told, "start": start, "end": end}, Claim)
    return claim


def as_claims(gold: Iterable[GoldDocument], kinds: Sequence[str] = LINKED) -> list[Claim]:
    """The required entries of these kinds as claims, to see what the linker alone makes of them."""
    made: list[Claim] = []
    for one in gold:
        wholes = {entry.values["quote"]: f"{one.doc}/harm/{number}" for number, entry in enumerate(one.of("harm"))}
        for kind in kinds:
            required = [(number, entry) for number, entry in enumerate(one.of(kind)) if not entry.optional]
            made.extend(_claim(one.doc, number, entry, wholes) for number, entry in required)
    return made


def _truth(
    gold: Iterable[GoldDocument], documents: Iterable[Document], claims: Iterable[Claim]
) -> tuple[dict[str, str], set[str]]:
    """The gold event of every required entry, by the claim that answers it or a made-up id; claims gold lacks."""
    grouped = by_document(documents, claims)
    event_of: dict[str, str] = {}
    strangers: set[str] = set()
    for one in gold:
        for kind in LINKED:
            matched = match(one.of(kind), grouped.get((one.doc, kind), []))
            event_of.update({claim["id"]: str(entry.event) for entry, claim in matched.pairs})
            missed = {f"not found {one.doc}/{kind}/{entry.span}": str(entry.event) for entry in matched.missed}
            event_of.update(missed)
            strangers.update(claim["id"] for claim in matched.extra)
    return event_of, strangers


def _members(group_of: Mapping[str, str]) -> dict[str, set[str]]:
    members: dict[str, set[str]] = {}
    for item, group in group_of.items():
        members.setdefault(group, set()).add(item)
    return members


def b_cubed(truth: Mapping[str, str], groups: Mapping[str, str]) -> tuple[float, float, float]:
    """Mean over items of how pure and how whole their group is, and the harmonic mean; both map item to group."""
    if not truth:
        return 0.0, 0.0, 0.0
    real, made = _members(truth), _members(groups)
    shared = {item: len(real[truth[item]] & made[groups[item]]) for item in truth}
    precision = sum(shared[item] / len(made[groups[item]]) for item in truth) / len(truth)
    recall = sum(shared[item] / len(real[truth[item]]) for item in truth) / len(truth)
    total = precision + recall
    return precision, recall, 2 * precision * recall / total if total else 0.0


def _pairs(truth: Mapping[str, str], groups: Mapping[str, str]) -> tuple[int, int, int]:
    """Pairs joined, of these wrongly, and pairs of one event left apart."""
    joined = wrong = missed = 0
    for one, other in combinations(sorted(truth), 2):
        together, belong = groups[one] == groups[other], truth[one] == truth[other]
        joined += together
        wrong += together and not belong
        missed += belong and not together
    return joined, wrong, missed


def _summaries(truth: Mapping[str, str], kind_of: Mapping[str, str]) -> tuple[Rate, Rate]:
    sums = [kind_of[item] for item in kind_of if truth[item].startswith(SUMMARY)]
    plain = [kind_of[item] for item in kind_of if ":" not in truth[item]]
    return (
        Rate(count=sums.count("summary"), of=len(sums)),
        Rate(count=plain.count("summary"), of=len(plain)),
    )


def score_groups(
    gold: Iterable[GoldDocument],
    documents: Iterable[Document],
    claims: Iterable[Claim],
    incidents: Iterable[Incident],
) -> GroupReport:
    """Score incidents made of claims against gold that was coded with events; a claim in no incident stands alone."""
    truth, strange = _truth(gold, documents, claims)
    groups, kind_of, strangers = {item: f"alone {item}" for item in truth}, {}, 0
    for incident in incidents:
        known = [claim for claim in incident.claims if claim in truth]
        strangers += len(strange.intersection(incident.claims)) if known else 0
        groups.update(dict.fromkeys(known, incident.incident))
        kind_of.update(dict.fromkeys(known, incident.kind))
    precision, recall, f1 = b_cubed(truth, groups)
    joined, wrong, missed = _pairs(truth, groups)
    summaries, events = _summaries(truth, kind_of)
    return GroupReport(
        claims=len(truth),
        events=len(set(truth.values())),
        groups=len(set(groups.values())),
        precision=precision,
        recall=recall,
        f1=f1,
        joined=joined,
        wrongly_joined=wrong,
        missed=missed,
        summaries_known=summaries,
        events_taken_for_summaries=events,
        strangers=strangers,
    )
