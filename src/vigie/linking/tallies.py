"""Totals over incidents: by day, week, month, place, actor, victims or claimant; each says by what rule and out of
what."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal

from vigie.values import Figure, Incident, Range, Value

from .parties import stake
from .ranges import DEFAULT_RULE, ranges
from .series import claimant_of

By = Literal["all", "day", "week", "month", "country", "admin1", "place", "actor", "victims", "claimant", "type"]
Only = Literal["anybody", "third_parties", "parties"]


class Tally(Value, frozen=True, kw_only=True):
    """A total of one outcome and one class of victims in one bin: `low <= best <= high`, of how many of what.

    Made of single incidents only: daily totals over several places and cumulative tolls contain them, and are never
    added.
    An incident that names two actors is in the bins of both (`exclusive` false): such bins do not add up to the whole.
    """

    by: By
    bin: str
    outcome: str
    victims: str
    low: int
    high: int
    best: int | None
    open: bool
    rule: str
    only: Only
    incidents: int
    claims: int
    origins: int
    exclusive: bool
    computed: dt.date


class Toll(Value, frozen=True, kw_only=True):
    """One entry of a cumulative toll («plus de 300.000 morts depuis 2011»): a series of its own, never added to
    anything."""

    summary: str
    told: str | None
    low: int | None
    high: int | None
    outcome: str
    victims: str
    said_by: list[str]
    claim: str


def tallies(
    incidents: Iterable[Incident],
    by: By,
    computed: dt.date,
    *,
    outcome: str = "killed",
    victims: str = "people",
    rule: str = DEFAULT_RULE,
    only: Only = "anybody",
    letters: Mapping[str, str] | None = None,
) -> list[Tally]:
    """The totals of every bin that has an incident with such a figure, in order of bin.

    `computed` is the day that the totals carry (the room has no clock). `only` keeps the figures of third parties, or
    of
    parties and their allies. With `by="victims"` every class that is counted makes a bin and `victims` is not read;
    with
    `by="claimant"` each claimant's own figures make one. Enemy losses as a party counts them are in none.
    """
    return tallies_by(
        incidents, (by,), computed, outcome=outcome, victims=victims, rule=rule, only=only, letters=letters
    )[by]


def tallies_by(
    incidents: Iterable[Incident],
    bys: Sequence[By],
    computed: dt.date,
    *,
    outcome: str = "killed",
    victims: str = "people",
    rule: str = DEFAULT_RULE,
    only: Only = "anybody",
    letters: Mapping[str, str] | None = None,
) -> dict[By, list[Tally]]:
    """`tallies` by several things at once: each incident's ranges are worked out once."""
    bins: dict[By, dict[str, list[Part]]] = {by: {} for by in bys}
    for incident in incidents:
        if incident.kind == "event" and incident.realis == "occurred":
            for by, name, part in _parts(incident, bys, (outcome, victims), (rule, only, letters or {})):
                bins[by].setdefault(name, []).append(part)
    return {
        by: [_tally(name, own[name], (by, outcome, victims, rule, only, computed)) for name in sorted(own)]
        for by, own in bins.items()
    }


class Part(Value, frozen=True, kw_only=True):
    """What one incident brings to a bin."""

    low: int
    high: int
    best: int | None
    open: bool
    claims: int
    origins: int
    victims: str


Asked = tuple[str, Only, Mapping[str, str]]


def _parts(
    incident: Incident, bys: Sequence[By], what: tuple[str, str], asked: Asked
) -> Iterator[tuple[By, str, Part]]:
    rule, only, letters = asked
    country = incident.place.country if incident.place else None
    figures = [f for f in incident.figures if f.outcome == what[0] and _kept(f, only, country)]
    if not figures:
        return
    told = [(r, _part(r, figures)) for r in ranges(figures, rule, letters, country) if r.side is None]
    for by in bys:
        if by == "claimant":
            for name, own in _by_claimant(figures):
                mine = ranges(own, rule, letters, country)
                yield from ((by, name, _part(r, own)) for r in mine if r.side is None and r.victims == what[1])
        elif by == "victims":
            yield from ((by, r.victims, part) for r, part in told)
        else:
            yield from ((by, name, part) for name in BINS[by](incident) for r, part in told if r.victims == what[1])


def _part(found: Range, figures: Sequence[Figure]) -> Part:
    ids = set(found.claims)
    used = [f for f in figures if f.claim in ids]
    origins = len({f.origin or f.claim for f in used})
    return Part(
        low=found.low, high=found.high, best=found.best, open=found.open, claims=len(used), origins=origins,
        victims=found.victims,
    )  # fmt: skip


def _by_claimant(figures: Iterable[Figure]) -> list[tuple[str, list[Figure]]]:
    found: dict[str, list[Figure]] = {}
    for figure in figures:
        found.setdefault(" + ".join(claimant_of(figure)), []).append(figure)
    return sorted(found.items())


def _kept(figure: Figure, only: Only, country: str | None) -> bool:
    if only == "anybody":
        return True
    stakes = [stake(who, country) for who in figure.said_by]
    party = bool(stakes) and all(s in ("party", "ally") for s in stakes)
    return party if only == "parties" else not party


def _day(incident: Incident) -> dt.date | None:
    """The bin in time is that of the last day an incident may have happened on."""
    return incident.when.end if incident.when else None


def _dated(form: Callable[[dt.date], str]) -> Callable[[Incident], list[str]]:
    def bins(incident: Incident) -> list[str]:
        day = _day(incident)
        return [form(day) if day else ""]

    return bins


def _week(day: dt.date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


BINS: dict[str, Callable[[Incident], list[str]]] = {
    "all": lambda _: [""],
    "day": _dated(dt.date.isoformat),
    "week": _dated(_week),
    "month": _dated(lambda day: day.strftime("%Y-%m")),
    "country": lambda i: [(i.place.country if i.place else None) or ""],
    "admin1": lambda i: [(i.place.admin1 if i.place else None) or ""],
    "place": lambda i: [(i.place.id or i.place.name) if i.place else ""],
    "actor": lambda i: i.actors or [""],
    "type": lambda i: [i.type or ""],
}
"""The bins of an incident; '' is «not said»."""


def _tally(name: str, parts: Sequence[Part], head: tuple[By, str, str, str, Only, dt.date]) -> Tally:
    by, outcome, victims, rule, only, computed = head
    bests = [part.best for part in parts]
    return Tally(
        by=by, bin=name, outcome=outcome, victims=name if by == "victims" else victims, rule=rule, only=only,
        low=sum(p.low for p in parts), high=sum(p.high for p in parts),
        best=None if None in bests else sum(b for b in bests if b is not None), open=any(p.open for p in parts),
        incidents=len(parts), claims=sum(p.claims for p in parts), origins=sum(p.origins for p in parts),
        exclusive=by not in ("actor", "victims", "claimant"), computed=computed,
    )  # fmt: skip


def tolls(incidents: Iterable[Incident]) -> list[Toll]:
    """Every figure of every total, told day by told day: the series of cumulative and daily tolls."""
    found = [
        Toll(
            summary=i.incident, told=f.stated_on, low=f.low, high=f.high, outcome=f.outcome, victims=f.victims,
            said_by=f.said_by, claim=f.claim,
        )
        for i in incidents
        if i.kind == "summary"
        for f in i.figures
    ]  # fmt: skip
    return sorted(found, key=lambda t: (t.summary, t.outcome, t.victims, t.told or "", t.claim))


def enemy_losses(incidents: Iterable[Incident]) -> list[Figure]:
    """What parties claim of their enemies' losses: out of every total, in a panel of its own."""
    return [f for i in incidents for f in i.figures if "enemy_loss_claim" in f.marks]
