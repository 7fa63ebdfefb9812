"""Origins: a claimant and a statement, not a text. Five outlets that print one statement are one origin."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from vigie.values import Claim, Control, Diplomacy, Document, Event, Harm, Origin, Stake, digest

from .facets import bounds, told_on
from .parties import ids, opposing, stake

WINDOW = 2
"""Days within which the same claimant's same figure, or its revision, is one statement going round."""
NEVER = -(10**6)


def origins_of(claims: Iterable[Claim], documents: Mapping[str, Document]) -> list[Origin]:
    """The origins of the claims of one incident, the strongest first (those with opponents that agree, then by
    outlets).

    Claims of one claimant told within `WINDOW` days of one another are one origin; what a text asserts itself is said
    by its outlet, and copies of one original (Document.origin) by the outlet that had it first. The result does not
    depend on the order of input.
    """
    listed = sorted(claims, key=lambda c: c.id)
    authors = _authors(documents[c.document] for c in listed if c.document in documents)
    groups: dict[tuple[str, ...], list[tuple[int, str, Claim]]] = {}
    for claim in listed:
        for who in _claimants(claim, documents.get(claim.document), authors):
            told = told_on(claim, documents.get(claim.document))
            groups.setdefault(who, []).append((told.toordinal() if told else NEVER, claim.id, claim))
    found = [_origin(who, run, documents) for who, told in sorted(groups.items()) for run in _runs(told)]
    return sorted(
        _with_opponents(found, {c.id: c for c in listed}), key=lambda o: (not o.opposes, -len(o.outlets), o.id)
    )


def _authors(documents: Iterable[Document]) -> dict[str, str]:
    """Original -> whose it is: the outlet of its earliest copy, else the original itself."""
    earliest: dict[str, tuple[dt.date, str, str]] = {}
    for document in documents:
        day = document.published.start if document.published else dt.date.max
        copy = (day, document.id, document.outlet or document.origin)
        earliest[document.origin] = min(copy, earliest.get(document.origin, copy))
    return {origin: outlet for origin, (_, _, outlet) in earliest.items()}


def _claimants(claim: Claim, document: Document | None, authors: Mapping[str, str]) -> list[tuple[str, ...]]:
    """Each named source is a claimant; where none is, the outlet whose text it is."""
    if claim.said_by:
        return [(source,) for source in ids(claim.said_by)]
    if document is None:
        return [("text", claim.document)]
    return [("outlet", authors[document.origin])]


def _runs(told: Sequence[tuple[int, str, Claim]]) -> list[list[Claim]]:
    """One claimant's claims cut where it was silent for more than the window."""
    runs: list[list[Claim]] = []
    last = NEVER
    for day, _, claim in sorted(told, key=lambda item: item[:2]):
        if not runs or day - last > WINDOW:
            runs.append([])
        runs[-1].append(claim)
        last = day
    return runs


def _origin(who: tuple[str, ...], claims: Sequence[Claim], documents: Mapping[str, Document]) -> Origin:
    members = sorted(claim.id for claim in claims)
    outlets = {outlet_of(claim, documents) for claim in claims}
    name = [] if len(who) > 1 else list(who)
    country = next((claim.place.country for claim in claims if claim.place and claim.place.country), None)
    return Origin(
        id=digest(("origin", *who, claims[0].id)), claimants=name, claims=members, outlets=sorted(outlets),
        stake=_stake(name, country),
    )  # fmt: skip


def _stake(claimants: Sequence[str], country: str | None) -> Stake:
    return stake(claimants[0], country) if claimants else "unknown"


def outlet_of(claim: Claim, documents: Mapping[str, Document]) -> str:
    """The outlet through which a claim came: its name, else the document."""
    document = documents.get(claim.document)
    return (document.outlet if document else None) or claim.document


def _with_opponents(found: Sequence[Origin], claims: Mapping[str, Claim]) -> list[Origin]:
    return [
        msgspec.structs.replace(o, opposes=against) if (against := _against(o, found, claims)) else o for o in found
    ]


def _against(one: Origin, found: Sequence[Origin], claims: Mapping[str, Claim]) -> list[str]:
    """The origins of the other side that say the same."""
    rivals = (o for o in found if o is not one and o.claimants and opposing(one.claimants, o.claimants))
    return sorted(o.id for o in rivals if _agree(one, o, claims))


def _agree(one: Origin, two: Origin, claims: Mapping[str, Claim]) -> bool:
    """Whether two origins say the same of something: the same claim, the same act by the same, or figures that meet."""
    mine, theirs = ([claims[i] for i in o.claims] for o in (one, two))
    return any(_same_said(a, b) for a in mine for b in theirs)


def _same_said(a: Claim, b: Claim) -> bool:
    if type(a) is not type(b) or a.realis != "occurred" or b.realis != "occurred":
        return False
    match a, b:
        case Harm(), Harm():
            return (a.outcome, a.victims, a.side) == (b.outcome, b.victims, b.side) and _meet(bounds(a), bounds(b))
        case Event(), Event():
            return a.type == b.type and (a.by == b.by or not a.by or not b.by)
        case Control(), Control():
            return (a.change, a.actor) == (b.change, b.actor)
        case Diplomacy(), Diplomacy():
            return (a.act, a.actor) == (b.act, b.actor)
    return False


def _meet(a: tuple[int | None, int | None], b: tuple[int | None, int | None]) -> bool:
    if a[0] is None or b[0] is None:
        return False
    return (a[1] is None or b[0] <= a[1]) and (b[1] is None or a[0] <= b[1])
