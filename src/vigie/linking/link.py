"""The room's doors: everything at once, or new claims against their neighbours."""

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

import msgspec

from vigie.values import Claim, Document, Incident

from .contain import with_contents
from .decisions import Constraints, Decision
from .facets import Class, Facet, facets
from .incidents import incident_of
from .partition import partition
from .ranges import DEFAULT_RULE


class Changes(msgspec.Struct, frozen=True, kw_only=True):
    """What new claims do to a record. `incidents`: every incident of the claims looked at, as it now stands.

    `created` and `gone` are ids of incidents; `changed` gives, for each id that goes on, the claims that joined or
    left.
    """

    incidents: list[Incident]
    created: list[str]
    changed: dict[str, list[str]]
    gone: dict[str, list[str]]


def by_name(documents: Iterable[Document]) -> dict[str, Document]:
    """Documents by id and by the name they came in with, for claims may carry either."""
    listed = list(documents)
    return {d.document: d for d in listed} | {d.id: d for d in listed}


def link_all(
    claims: Iterable[Claim],
    documents: Iterable[Document],
    decisions: Iterable[Decision] = (),
    rule: str = DEFAULT_RULE,
    beside: Iterable[Claim] = (),
) -> list[Incident]:
    """The incidents of `claims`, each claim in exactly one, in order of day and id; the order of input does not matter.

    `documents` give outlets and the days claims were told; a claim whose document is missing is linked by its own
    words. `decisions` are obeyed in the order in which they were taken. `rule` names the rule of the ranges. `beside`
    are further claims of the same documents: they are read for what they say of the others, and not linked.
    """
    with _no_collector():
        known = by_name(documents)
        unique = {claim.id: claim for claim in sorted(claims, key=lambda c: c.id)}
        listed = sorted(facets(unique.values(), known, beside), key=lambda f: f.id)
        groups = partition(listed, Constraints(decisions))
        found = [_incident([listed[i] for i in group], unique, known, rule) for group in groups]
        return sorted(with_contents(found, unique), key=_order)


def _incident(
    group: Sequence[Facet], claims: Mapping[str, Claim], documents: Mapping[str, Document], rule: str
) -> Incident:
    return incident_of([claims[f.id] for f in group], documents, _class([f.cls for f in group]), rule)


@contextmanager
def _no_collector() -> Iterator[None]:
    """Linking makes no cycles; walking millions of live claims again and again in search of some costs a sixth."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _class(classes: Sequence[Class]) -> Class:
    """A group that people mixed is what most of its claims are; by itself linking never mixes classes."""
    return max(sorted(set(classes)), key=classes.count)


def _order(incident: Incident) -> tuple[str, str]:
    return incident.when.start.isoformat() if incident.when else "", incident.incident


def link(
    new: Iterable[Claim],
    neighbours: Iterable[Claim],
    decisions: Iterable[Decision] = (),
    documents: Iterable[Document] = (),
    before: Mapping[str, str] | None = None,
) -> Changes:
    """Link `new` claims with their `neighbours` (whole incidents, found by `lookup_keys`); the rest is not looked at.

    `before` gives the incident of each neighbour; without it the neighbours are linked by themselves to see what
    changed.
    """
    old, fresh, known, taken = list(neighbours), list(new), list(documents), list(decisions)
    home = dict(before) if before is not None else _homes(link_all(old, known, taken))
    incidents = link_all([*old, *fresh], known, taken)
    return _changes(incidents, home)


def _homes(incidents: Iterable[Incident]) -> dict[str, str]:
    return {claim: incident.incident for incident in incidents for claim in incident.claims}


def _changes(incidents: Sequence[Incident], home: Mapping[str, str]) -> Changes:
    now = {incident.incident: set(incident.claims) for incident in incidents}
    was: dict[str, set[str]] = {}
    for claim, incident in home.items():
        was.setdefault(incident, set()).add(claim)
    moved = {claim: incident for incident, members in now.items() for claim in members}
    return Changes(
        incidents=list(incidents),
        created=sorted(set(now) - set(was)),
        changed={i: sorted(now[i] ^ was[i]) for i in sorted(now.keys() & was.keys()) if now[i] != was[i]},
        gone={i: sorted({moved[c] for c in was[i] if c in moved}) for i in sorted(set(was) - set(now))},
    )
