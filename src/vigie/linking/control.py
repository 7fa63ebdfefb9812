"""Who holds a place through time, worked out from rival dated claims; nothing is decided that no claim says."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from vigie.values import Claim, Control, Document, Place, Value

from .facets import disc_of, told_on
from .geometry import extent_level, kilometres
from .parties import compatible, opposing, stake

Standing = Literal["held", "contested", "claimed", "besieged", "unknown"]
STALE = 180
"""Days after the last word on a place from which nobody can be said to hold it: «unknown since»."""


RUN = 7
"""Days within which claims of shares are of one state of the front, and make one range."""


class Share(Value, frozen=True, kw_only=True):
    """How much of a place one actor is said to hold, in per cent: rival claims of a few days, from lowest to
    highest."""

    actor: str | None
    start: dt.date
    end: dt.date
    low: float
    high: float
    claims: list[str]
    said_by: list[str]


class Spell(Value, frozen=True, kw_only=True):
    """How a place stood from `start` on, until the next spell: what moved it there (`moved_by`) and who says otherwise.

    held: claimants of more than one side, or a third party, say so. claimed: only `actors` and their allies say so.
    contested: rival holders are named, or a part, a facility or the outskirts changed hands. besieged: `besieged_by`
    are
    about it. unknown: nothing was said for `STALE` days, or the holder was said to have left and nobody to have come.
    """

    start: dt.date
    state: Standing
    actors: list[str]
    moved_by: str | None
    besieged_by: list[str] = []
    rivals: list[str] = []
    claims: list[str] = []


class Chronicle(Value, frozen=True, kw_only=True):
    """The history of one place: spells in order of time, shares in order of time, and the places within it."""

    place: Place
    spells: list[Spell]
    shares: list[Share]
    within: list[str] = []
    undated: list[str] = []


def control_through_time(
    claims: Iterable[Claim], documents: Mapping[str, Document], until: dt.date | None = None
) -> list[Chronicle]:
    """One chronicle for each place that a control claim names, in order of place; `until` dates the last «unknown».

    A claim on a part, a facility or the outskirts contests its place and does not take it; what is taken in a quarter
    says
    nothing of the town but that it is contested, and what is taken in a town nothing of the province.
    """
    told = sorted(
        (c for c in claims if isinstance(c, Control) and c.place and c.realis == "occurred"), key=lambda c: c.id
    )
    groups = _places(told)
    built = [_chronicle(place, [*own, *_from_within(place, told, own)], own, documents, until) for place, own in groups]
    inside = [_within(c.place, [p for p, _ in groups]) for c in built]
    named = [
        Chronicle(place=c.place, spells=c.spells, shares=c.shares, undated=c.undated, within=names)
        for c, names in zip(built, inside, strict=True)
    ]
    return sorted(named, key=lambda c: (c.place.name, c.place.id, c.place.km))


def _places(told: Sequence[Control]) -> list[tuple[Place, list[Control]]]:
    """Claims by extent: the same id or name, or discs of like size about one centre."""
    groups: list[tuple[Place, list[Control]]] = []
    by_name: dict[tuple[str, int], int] = {}
    for claim in sorted(
        told, key=lambda c: (c.place.id or c.place.name, c.place.km, c.id) if c.place else ("", 0.0, "")
    ):
        if claim.place is None:
            continue
        cell = (disc_of(claim.place).id, round(claim.place.km))
        at = by_name.get(cell)
        if at is None:
            at = next(
                (
                    i
                    for i, (place, _) in enumerate(groups)
                    if extent_level(disc_of(place), disc_of(claim.place)) == "same"
                ),
                len(groups),
            )
            by_name[cell] = at
        if at == len(groups):
            groups.append((claim.place, []))
        groups[at][1].append(claim)
    return groups


def _holds(outer: Place, inner: Place) -> bool:
    a, b = disc_of(outer), disc_of(inner)
    return b.km < a.km and kilometres(a, b) <= a.km and extent_level(a, b) != "same"


def _within(place: Place, places: Sequence[Place]) -> list[str]:
    return sorted({p.id or p.name for p in places if _holds(place, p)})


def _from_within(place: Place, told: Sequence[Control], own: Sequence[Control]) -> list[Control]:
    """Captures in the places that a town holds contest the town; a province is always contested somewhere."""
    if place.km > 15:
        return []
    mine = {c.id for c in own}
    return [c for c in told if c.id not in mine and c.place and c.change == "captured" and _holds(place, c.place)]


def _day(claim: Control, documents: Mapping[str, Document]) -> dt.date | None:
    """The day a claim holds for: a capture's last day, else the last day it is said of, else the day it was told."""
    if claim.when is not None:
        return claim.when.end
    return told_on(claim, documents.get(claim.document)) if claim.change in ("holds", "besieges") else None


def _chronicle(
    place: Place,
    claims: Sequence[Control],
    own: Sequence[Control],
    documents: Mapping[str, Document],
    until: dt.date | None,
) -> Chronicle:
    dated = sorted(
        ((day, c) for c in claims if (day := _day(c, documents)) is not None), key=lambda item: (item[0], item[1].id)
    )
    mine = {c.id for c in own}
    spells: list[Spell] = []
    for day in sorted({day for day, _ in dated}):
        _turn(spells, day, [c for d, c in dated if d == day], place, mine)
    _age(spells, until)
    shares = _shares([(day, c) for day, c in dated if c.share is not None and c.id in mine])
    undated = sorted(c.id for c in own if _day(c, documents) is None)
    return Chronicle(place=place, spells=spells, shares=shares, undated=undated)


def _shares(told: Sequence[tuple[dt.date, Control]]) -> list[Share]:
    """Runs of one actor's shares: each begins more than RUN days after the last claim of the run before."""
    runs: dict[str, list[list[tuple[dt.date, Control]]]] = {}
    for day, claim in told:
        own = runs.setdefault(claim.actor or "", [])
        if not own or (day - own[-1][-1][0]).days > RUN:
            own.append([])
        own[-1].append((day, claim))
    found = [_share(actor or None, run) for actor, own in runs.items() for run in own]
    return sorted(found, key=lambda s: (s.start, s.actor or ""))


def _share(actor: str | None, run: Sequence[tuple[dt.date, Control]]) -> Share:
    said = [claim.share or 0.0 for _, claim in run]
    sources = sorted({source for _, claim in run for source in claim.said_by})
    ids = sorted(claim.id for _, claim in run)
    return Share(
        actor=actor, start=run[0][0], end=run[-1][0], low=min(said), high=max(said), claims=ids, said_by=sources
    )  # fmt: skip


def _age(spells: list[Spell], until: dt.date | None) -> None:
    """Put «unknown since» where nothing was said for long, between spells and after the last one."""
    if not spells:
        return
    ends = [*(s.start for s in spells[1:]), until]
    aged: list[Spell] = []
    for spell, end in zip(list(spells), ends, strict=True):
        aged.append(spell)
        stale = spell.start + dt.timedelta(days=STALE)
        if end is not None and end > stale and spell.state != "unknown":
            aged.append(Spell(start=stale, state="unknown", actors=spell.actors, moved_by=None))
    spells[:] = aged


def _turn(spells: list[Spell], day: dt.date, claims: Sequence[Control], place: Place, own: set[str]) -> None:
    """Add the spell that the claims of one day make of the last one, if they change anything."""
    last = spells[-1] if spells else None
    holders = _holders([c for c in claims if _takes_whole(c, own)])
    partial = [c for c in claims if not _takes_whole(c, own) and c.change == "captured"]
    spell = _stand(day, last, holders, claims, place)
    if partial and not holders:
        spell = _contest(day, last, partial)
    if spell is not None and not _same(last, spell):
        spells.append(spell)


def _takes_whole(claim: Control, own: set[str]) -> bool:
    whole = claim.extent in (None, "whole") and (claim.share is None or claim.share >= 100)
    return claim.id in own and claim.actor is not None and claim.change in ("captured", "holds") and whole


def _holders(claims: Sequence[Control]) -> dict[str, list[Control]]:
    """Claims by holder, kindred names together."""
    found: dict[str, list[Control]] = {}
    for claim in claims:
        actor = claim.actor or ""
        name = next((known for known in found if compatible(known, actor)), actor)
        found.setdefault(name, []).append(claim)
    return found


def _stand(
    day: dt.date, last: Spell | None, holders: dict[str, list[Control]], claims: Sequence[Control], place: Place
) -> Spell | None:
    ids = sorted(c.id for c in claims)
    around = sorted({c.actor for c in claims if c.change == "besieges" and c.actor})
    if len(holders) > 1:
        return Spell(
            start=day,
            state="contested",
            actors=sorted(holders),
            moved_by=ids[0],
            rivals=ids,
            claims=ids,
            besieged_by=around,
        )
    if holders:
        actor, told = next(iter(holders.items()))
        state: Standing = "held" if _backed(actor, told, place) else "claimed"
        return Spell(
            start=day, state=state, actors=[actor], moved_by=min(c.id for c in told), claims=ids, besieged_by=around
        )
    if around:
        inside = last.actors if last and last.state != "unknown" else []
        return Spell(start=day, state="besieged", actors=inside, moved_by=ids[0], besieged_by=around, claims=ids)
    return _left(day, last, claims)


def _left(day: dt.date, last: Spell | None, claims: Sequence[Control]) -> Spell | None:
    """Somebody is said to have withdrawn, and nobody to have come."""
    gone = [c for c in claims if c.change == "withdrew" and c.extent in (None, "whole")]
    if not gone or (last is not None and gone[0].actor not in last.actors):
        return None
    return Spell(start=day, state="unknown", actors=[], moved_by=gone[0].id, claims=sorted(c.id for c in gone))


def _contest(day: dt.date, last: Spell | None, partial: Sequence[Control]) -> Spell:
    """A part fell: the place is contested between those who held it and those who came, unless they are the same."""
    came = sorted({c.actor for c in partial if c.actor})
    lost = {c.loser for c in partial if c.loser}
    before = set(last.actors) if last and last.state != "unknown" else lost
    ids = sorted(c.id for c in partial)
    if (
        last is not None
        and last.state in ("held", "claimed")
        and all(any(compatible(a, b) for b in before) for a in came)
    ):
        return last
    return Spell(start=day, state="contested", actors=sorted(before | set(came)), moved_by=ids[0], claims=ids)


def _backed(actor: str, claims: Sequence[Control], place: Place) -> bool:
    """Whether more than the holder's own camp says it: a third party, the other side, or an outlet itself."""
    return any(not c.said_by or any(_outside(who, actor, place) for who in c.said_by) for c in claims)


def _outside(who: str, actor: str, place: Place) -> bool:
    if who == actor or compatible(who, actor):
        return False
    return stake(who, place.country) in ("third", "unknown") or opposing([who], [actor])


def _same(last: Spell | None, now: Spell) -> bool:
    if last is None:
        return False
    if (last.state, last.actors, last.besieged_by) == (now.state, now.actors, now.besieged_by):
        return True
    return last.state == "held" and now.state == "claimed" and last.actors == now.actors and not now.besieged_by
