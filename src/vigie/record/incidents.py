"""Which incident a claim belongs to: the changes, with public ids that go on and tombstones that point on."""

import secrets
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import msgspec

from .. import values as v
from .batches import portions
from .forms import Applied
from .journal import Entry
from .models import Claim, Figure, Incident, IncidentClaim
from .rows import figure_rows, incident_of, incident_row

# Crockford's base 32 without look-alikes; ten of them are 50 random bits, lower case for every file system.
_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
_MOST = 0.5  # a merged incident lives on in a new one that has more than half of its claims
_INCIDENT_COLUMNS = [
    "key", "kind", "type", "first_day", "last_day", "lat", "lon", "contradictions", "value", "merged_into",
]  # fmt: skip


def new_public_id() -> str:
    """A random id that says nothing about what it names."""
    return "".join(secrets.choice(_LETTERS) for _ in range(10))


@dataclass(slots=True)
class Change:
    """New groups of claims against those that the record holds; all ids by claim, linker's key or public id."""

    alias: str
    new: dict[str, v.Incident]
    home: dict[str, str] = field(default_factory=dict)
    old: dict[str, Incident] = field(default_factory=dict)
    members: dict[str, set[str]] = field(default_factory=dict)
    shared: Counter[tuple[str, str]] = field(default_factory=Counter)  # claims by (old id, new key)
    own: Counter[tuple[str, str]] = field(default_factory=Counter)  # those of them that no tombstone lent the old id
    public: dict[str, str] = field(default_factory=dict)
    created: list[Incident] = field(default_factory=list)
    changed: list[Incident] = field(default_factory=list)
    buried: list[Incident] = field(default_factory=list)
    joined: list[IncidentClaim] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    done: Applied = field(default_factory=Applied)


def apply(alias: str, incidents: Iterable[v.Incident]) -> tuple[Applied, list[Entry]]:
    """Make `incidents` the state of the claims they hold; return what was done and the journal's entries.

    Every claim of an incident that is touched must be in one of `incidents` (ValueError otherwise): a claim never falls
    out of the record's incidents unseen. The same incidents applied again change nothing.
    """
    change = Change(alias, _by_key(incidents))
    _load(change)
    _refuse_partial(change)
    change.public = _assign(change)
    _bury(change)
    for key, incident in change.new.items():
        _settle(change, key, incident)
    _write(change)
    return change.done, change.entries


def _by_key(incidents: Iterable[v.Incident]) -> dict[str, v.Incident]:
    new: dict[str, v.Incident] = {}
    placed: set[str] = set()
    for incident in incidents:
        if incident.incident in new or placed.intersection(incident.claims):
            raise ValueError(f"incident {incident.incident} comes twice, or shares a claim with another")
        new[incident.incident] = incident
        placed.update(incident.claims)
    return new


def _load(change: Change) -> None:
    claims = [claim for incident in change.new.values() for claim in incident.claims]
    memberships = IncidentClaim.objects.using(change.alias)
    touched = {
        incident
        for portion in portions(claims)
        for incident in memberships.filter(claim_id__in=portion).values_list("incident_id", flat=True)
    }
    for portion in portions(sorted(touched)):
        change.old.update(Incident.objects.using(change.alias).in_bulk(portion))
        for claim, incident in memberships.filter(incident_id__in=portion).values_list("claim_id", "incident_id"):
            change.home[claim] = incident
            change.members.setdefault(incident, set()).add(claim)


def _refuse_partial(change: Change) -> None:
    placed = {claim for incident in change.new.values() for claim in incident.claims}
    if lost := set(change.home) - placed:
        raise ValueError(f"{len(lost)} claims of the incidents touched are in none of the new ones: {min(lost)}…")


@dataclass(frozen=True, slots=True)
class _Grave:
    """An incident that was merged into one touched now, and the new one that holds most of what it was made of."""

    row: Incident
    key: str
    claims: int
    share: float


def _assign(change: Change) -> dict[str, str]:
    """Linker's key -> public id: an old id goes to the new incident that keeps most of its claims, of those first that
    no tombstone lent it.
    """
    graves = _graves(change)
    dug = _dug(change, graves)
    _count(change, graves)
    lenders, apart = {row.merged_into_id for row in graves}, {grave.key for grave in dug}
    pairs = [pair for pair in change.shared if change.own[pair] or pair[1] not in apart]
    public: dict[str, str] = {}
    given: set[str] = set()
    # Of two ids with as many claims the one that others were merged into has been known for longer.
    for old, key in sorted(pairs, key=lambda pair: (*_hold(change, pair), pair[0] not in lenders, pair)):
        if key not in public and old not in given:
            public[key] = old
            given.add(old)
    _rise(change, dug, public)
    return {key: public.get(key) or new_public_id() for key in change.new}


def _count(change: Change, graves: list[Incident]) -> None:
    lent = {claim: grave.merged_into_id for grave in graves for claim in _made_of(grave)}
    for key, incident in change.new.items():
        known = [(claim, change.home[claim]) for claim in incident.claims if claim in change.home]
        change.shared.update((home, key) for _, home in known)
        change.own.update((home, key) for claim, home in known if lent.get(claim) != home)


def _hold(change: Change, pair: tuple[str, str]) -> tuple[int, int]:
    """The order of old ids for a new incident: most claims of their own first, then most claims."""
    return -change.own[pair], -change.shared[pair]


def _rise(change: Change, dug: list[_Grave], public: dict[str, str]) -> None:
    """A merge that was undone: what stands apart again takes up the id that its tombstone kept, before a later one that
    holds no more of it; else the tombstone leads to where its claims are now.
    """
    risen: set[str] = set()
    for grave in dug:
        holder = public.get(grave.key)
        if holder == grave.row.merged_into_id:
            continue  # the merge stands
        if grave.key not in risen and (holder is None or change.shared[holder, grave.key] <= grave.claims):
            risen.add(grave.key)
            grave.row.merged_into = None
            public[grave.key], change.old[grave.row.public_id] = grave.row.public_id, grave.row
            change.entries.append(Entry("incident.restored", grave.row.public_id))
        elif holder is not None:
            _forward(change, grave.row, holder, [])


def _dug(change: Change, graves: list[Incident]) -> list[_Grave]:
    """The tombstones most of whose claims one of the new incidents holds, the most whole and of them the largest
    first: a part that was merged long ago is as whole as what it became a part of.
    """
    key_of = {claim: key for key, incident in change.new.items() for claim in incident.claims}
    found = []
    for row in graves:
        made_of = _made_of(row)
        spread = Counter(key_of[claim] for claim in made_of if claim in key_of)
        found += [_Grave(row, key, n, n / len(made_of)) for key, n in spread.items() if n > _MOST * len(made_of)]
    return sorted(found, key=lambda grave: (-grave.share, -grave.claims, grave.row.public_id))


def _graves(change: Change) -> list[Incident]:
    """The incidents that were merged into those touched now."""
    rows = Incident.objects.using(change.alias).order_by("public_id")
    return [grave for portion in portions(sorted(change.old)) for grave in rows.filter(merged_into__in=portion)]


def _made_of(grave: Incident) -> list[str]:
    return incident_of(grave.value).claims


def _forward(change: Change, old: Incident, into: str, claims: list[str]) -> None:
    old.merged_into_id = into
    change.buried.append(old)
    change.entries.append(Entry("incident.merged", old.public_id, {"into": into, "claims": claims}))


def _bury(change: Change) -> None:
    """Leave a tombstone for every old incident whose id goes to none of the new ones."""
    heirs: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for pair in change.shared:
        heirs[pair[0]].append(pair)
    for old in sorted(set(change.old) - set(change.public.values())):
        _, key = min(heirs[old], key=lambda pair: (*_hold(change, pair), change.public[pair[1]]))
        into = change.public[key]
        _forward(change, change.old[old], into, sorted(change.members[old]))
        change.done.merged += 1


def _settle(change: Change, key: str, incident: v.Incident) -> None:
    public = change.public[key]
    named = _with_public_ids(change, incident)
    row, before = incident_row(public, key, named), change.old.get(public)
    stands = before is not None and change.members.get(public) == set(incident.claims)
    if stands and before is not None and before.value == row.value and before.key == key:
        change.done.unchanged += 1
        return
    _journal_membership(change, public, incident)
    (change.created if before is None else change.changed).append(row)
    change.figures += figure_rows(named)
    joined = set(incident.claims) - change.members.get(public, set())
    change.joined += [IncidentClaim(claim_id=claim, incident_id=public) for claim in sorted(joined)]


def _with_public_ids(change: Change, incident: v.Incident) -> v.Incident:
    public = change.public[incident.incident]
    found = {_public_of(change, key) for key in incident.contains} - {None, public}
    contains = sorted({part for part in found if part} | _still_contained(change, public))
    return msgspec.structs.replace(incident, incident=public, contains=contains)


def _still_contained(change: Change, public: str) -> set[str]:
    """What a summary contained and the linker did not look at this time: it cannot have changed."""
    before = change.old.get(public)
    return set(incident_of(before.value).contains) - set(change.old) if before else set()


def _public_of(change: Change, key: str) -> str | None:
    if key in change.public:
        return change.public[key]
    rows = Incident.objects.using(change.alias).filter(key=key, merged_into=None)
    return rows.values_list("public_id", flat=True).first()


def _journal_membership(change: Change, public: str, incident: v.Incident) -> None:
    before, after = change.members.get(public, set()), set(incident.claims)
    if public in change.old:
        payload = {"joined": sorted(after - before), "left": sorted(before - after)}
        change.entries.append(Entry("incident.changed", public, payload))
        return
    origins = sorted({change.home[claim] for claim in after if claim in change.home})
    change.entries.append(Entry("incident.created", public, {"claims": sorted(after), "from": origins}))


def _write(change: Change) -> None:
    change.done.created, change.done.changed = len(change.created), len(change.changed)
    rows = Incident.objects.using(change.alias)
    rows.bulk_create(change.created, batch_size=80)
    rows.bulk_update(change.changed, _INCIDENT_COLUMNS, batch_size=40)
    rows.bulk_update(change.buried, ["merged_into"], batch_size=200)
    for portion in portions(row.claim_id for row in change.joined):
        IncidentClaim.objects.using(change.alias).filter(claim_id__in=portion).delete()
    IncidentClaim.objects.using(change.alias).bulk_create(change.joined, batch_size=400)
    for portion in portions(row.public_id for row in (*change.changed, *change.buried)):
        Figure.objects.using(change.alias).filter(incident_id__in=portion).delete()
    Figure.objects.using(change.alias).bulk_create(change.figures, batch_size=90)
    for portion in portions(claim for incident in change.new.values() for claim in incident.claims):
        Claim.objects.using(change.alias).filter(id__in=portion, linked=False).update(linked=True)


def forwarding(alias: str) -> dict[str, str]:
    """Every tombstone's public id -> the living incident at the end of its chain."""
    rows = Incident.objects.using(alias).exclude(merged_into=None).values_list("public_id", "merged_into_id")
    step = dict(rows)
    return {dead: _follow(step, dead) for dead in step}


def _follow(step: Mapping[str, str | None], public: str) -> str:
    while (onward := step.get(public)) is not None:
        public = onward
    return public


def living(alias: str) -> Iterator[v.Incident]:
    """The incidents that stand, by day and id, their `contains` following tombstones."""
    onward = forwarding(alias)
    rows = Incident.objects.using(alias).filter(merged_into=None).order_by("first_day", "public_id")
    for value in rows.values_list("value", flat=True).iterator(500):
        incident = incident_of(value)
        if any(part in onward for part in incident.contains):
            contains = sorted({onward.get(part, part) for part in incident.contains})
            incident = msgspec.structs.replace(incident, contains=contains)
        yield incident
