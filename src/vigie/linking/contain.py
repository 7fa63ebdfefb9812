"""Which incidents a total contains: those of its days, within its extent, of what it counts; never added to it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from vigie.values import Claim, Harm, Incident

from .compare import within
from .facets import disc_of
from .geometry import kilometres
from .parties import actors_level

LONGEST = 45
"""A total over more days than this is a cumulative toll: it is kept as a series of its own, its incidents are not
listed."""
MOST = 500


def with_contents(incidents: Sequence[Incident], claims: Mapping[str, Claim]) -> list[Incident]:
    """The incidents, with `contains` filled for every total: by its days and extent, and by what texts say
    themselves."""
    order = sorted(
        (i for i in incidents if i.when and i.place and i.kind != "state"), key=lambda i: (_day(i), i.incident)
    )
    days = [_day(i) for i in order]
    told = _told_parts(incidents, claims)
    return [_filled(i, _span(i, order, days), told) if i.kind == "summary" else i for i in incidents]


def _day(incident: Incident) -> int:
    return incident.when.start.toordinal() if incident.when else 0


def _told_parts(incidents: Iterable[Incident], claims: Mapping[str, Claim]) -> dict[str, set[str]]:
    """By the claim of a whole, the incidents of its parts («141 tués, dont 84 à Alep»)."""
    parts: dict[str, set[str]] = {}
    for incident in incidents:
        for claim in map(claims.__getitem__, incident.claims):
            if isinstance(claim, Harm) and claim.part_of:
                parts.setdefault(claim.part_of, set()).add(incident.incident)
    return parts


def _span(total: Incident, order: Sequence[Incident], days: Sequence[int]) -> Sequence[Incident]:
    """The incidents that began within a total's days; none where those are more than `LONGEST`."""
    when = total.when
    if when is None or when.days > LONGEST:
        return ()
    return order[bisect_left(days, when.start.toordinal()) : bisect_right(days, when.end.toordinal())]


def _filled(total: Incident, inside: Sequence[Incident], told: Mapping[str, set[str]]) -> Incident:
    found = {i.incident for i in inside if _contained(i, total)}
    found |= {part for claim in total.claims for part in told.get(claim, ())}
    found.discard(total.incident)
    return msgspec.structs.replace(total, contains=sorted(found)[:MOST]) if found else total


def _contained(part: Incident, total: Incident) -> bool:
    if (
        part.when is None
        or total.when is None
        or part.place is None
        or total.place is None
        or part.when.end > total.when.end
    ):
        return False
    if part.kind == "summary" and (part.place.km, part.when.days) >= (total.place.km, total.when.days):
        return False
    return (
        _inside(part, total)
        and actors_level(tuple(part.actors), tuple(total.actors)) != "differ"
        and _counted(part, total)
    )


def _inside(part: Incident, total: Incident) -> bool:
    if part.place is None or total.place is None or part.place.km > total.place.km:
        return False
    a, b = disc_of(part.place), disc_of(total.place)
    return kilometres(a, b) <= b.km


def _counted(part: Incident, total: Incident) -> bool:
    """Whether what the part counts is of what the total counts; acts without figures are, if the type does not
    differ."""
    if part.figures and total.figures:
        return any(_of(f.outcome, f.victims, g.outcome, g.victims) for f in part.figures for g in total.figures)
    return part.type is None or total.type is None or part.type == total.type


def _of(outcome: str, victims: str, of: str, whole: str) -> bool:
    return outcome == of and (within(victims, whole) or within(whole, victims))
