"""When a document was published: given, from its metadata, from its dateline, or worked out from what it says."""

import datetime as dt
from dataclasses import replace

from vigie.values import Interval, Value
from vigie.values.document import PublishedBasis

from . import calendar as cal
from . import clues
from .clues import Clue, Spans
from .dateline import dateline

ENOUGH = 2.5  # the weight that clues need together: two independent ones, or one dated weekday whose year is sure
LONGEST = 184  # days: what is known no better than to half a year is not known
FRESH = 10  # days after an event of known date within which news of it confirm the year
RECENT = 1300  # days before a dated weekday within which something else that the text tells must lie
WEEK = 8  # days within which a weekday settles the day


class Dating(Value, frozen=True, kw_only=True):
    """The day or days of publication, what tells them, and the reasons in words; all empty where nothing tells."""

    published: Interval | None
    basis: PublishedBasis | None
    reasons: list[str]


def date_document(text: str, given: Interval | None, metadata: Interval | None) -> Dating:
    """Date a text: `given` before `metadata` before its dateline before inference; nothing rather than a guess.

    A crawl stamp at the head of a text («date 2021-10») is neither a dateline nor evidence.
    """
    if given is not None:
        return Dating(published=given, basis="given", reasons=[f"given: {given.start}"])
    if metadata is not None:
        return Dating(published=metadata, basis="metadata", reasons=[f"metadata: {metadata.start}"])
    stated = dateline(text)
    if stated is not None:
        return Dating(published=Interval.day(stated[0]), basis="dateline", reasons=[f"dateline: «{stated[1]}»"])
    return infer(text)


def infer(text: str) -> Dating:
    """Work out the publication from weekdays, anchors, offices and years; several clues must agree, none may jar."""
    reading = clues.read(text)
    points = clues.points(reading)
    nothing = Dating(published=None, basis=None, reasons=[])
    if not points:
        return nothing
    agreed = _agree(points, clues.bounds(reading))
    if agreed is None or agreed[1] < ENOUGH:
        return nothing
    interval = _settle(agreed[0], _latest(clues.weekdays(reading)))
    if interval is None or interval.days > LONGEST:
        return nothing
    return Dating(published=interval, basis="inferred", reasons=list(dict.fromkeys(agreed[2])))


def _meet(a: Spans, b: Spans) -> Spans:
    pairs = {(max(x[0], y[0]), min(x[1], y[1])) for x in a for y in b}
    return tuple(sorted(p for p in pairs if p[0] <= p[1]))


def _meet_all(every: list[Clue]) -> Spans:
    spans: Spans = ((clues.FIRST, clues.HORIZON),)
    for clue in every:
        spans = _meet(spans, clue.spans)
    return spans


def _agree(points: list[Clue], bounds: list[Clue]) -> tuple[Spans, float, list[str]] | None:
    """What all clues allow together; one light clue may jar where the others carry enough without it."""
    for bound in (bounds, [b for b in bounds if b.hard]):
        for kept in [points, *([p for p in points if p is not out] for out in points if out.weight <= 1)]:
            spans = _meet_all([*kept, *bound])
            if spans and kept and _sure(kept, bound, spans) and _borne_out(kept, bound, spans):
                return spans, _weight(kept, bound, spans), [c.reason for c in (*kept, *bound)]
    return None


def _sure(points: list[Clue], bounds: list[Clue], spans: Spans) -> bool:
    """Whether the year of a dated weekday hangs on more than one office held: texts name former presidents too."""
    ending = {b.subject for b in bounds if b.subject and b.spans and b.spans[-1][1] < clues.HORIZON}
    if any(p.subject for p in points) or len(ending) > 1:
        return True
    fresh = any(not b.hard and b.spans and 0 <= (spans[0][0] - b.spans[0][0]).days <= FRESH for b in bounds)
    if fresh:
        return True
    open_ended = [replace(b, spans=((b.spans[0][0], clues.HORIZON),)) if b.subject and b.spans else b for b in bounds]
    return len(_hull(_meet_all([*points, *open_ended]))) == 1


def _borne_out(points: list[Clue], bounds: list[Clue], spans: Spans) -> bool:
    """A single dated weekday needs something of its last years beside it: an event, a year, somebody taking office."""
    if len({p.reason for p in points}) > 1:
        return True
    return any(b.spans and 0 <= (spans[0][0] - b.spans[0][0]).days <= RECENT for b in bounds)


def _weight(points: list[Clue], bounds: list[Clue], spans: Spans) -> float:
    """Points count once for each reason; bounds count where they cut down what the points alone allow."""
    told = {p.reason: p.weight for p in points}
    alone = _meet_all(points)
    cut = 0.5 if len(_hull(alone)) > len(_hull(spans)) else 0.0
    return sum(told.values()) + cut + max((b.weight for b in bounds), default=0.0)


def _hull(spans: Spans) -> list[tuple[dt.date, dt.date]]:
    """Neighbouring spans joined."""
    out: list[tuple[dt.date, dt.date]] = []
    for first, last in sorted(spans):
        if out and (first - out[-1][1]).days <= 1:
            out[-1] = (out[-1][0], max(last, out[-1][1]))
        else:
            out.append((first, last))
    return out


def _latest(days: list[int]) -> int | None:
    """Of the weekdays of reported events the latest: the one before the longest gap round the week."""
    known = sorted(set(days))
    if not known:
        return None
    gaps = [((known[(i + 1) % len(known)] - day - 1) % 7 + 1, day) for i, day in enumerate(known)]
    longest = max(gaps)
    return longest[1] if sum(g[0] == longest[0] for g in gaps) == 1 else None


def _settle(spans: Spans, weekday: int | None) -> Interval | None:
    """One interval: the spans, narrowed to the latest weekday reported and the day after it."""
    joined = _hull(spans)
    first, last = joined[0][0], joined[-1][1]
    if weekday is None or (last - first).days >= LONGEST or len(joined) > 1:
        return cal.between(first, last)
    if (last - first).days > WEEK + 2:
        return cal.between(first, last)
    fitting = [
        d for d in (cal.shift(first, k) for k in range((last - first).days + 1)) if (d.weekday() - weekday) % 7 <= 1
    ]
    if not fitting:
        return cal.between(first, last)
    return cal.between(fitting[0], min(last, cal.shift(fitting[0], int(fitting[0].weekday() == weekday))))
