"""Level 3: which days a length of time is of: «150 personnes ont été tuées en quatre jours», told months later."""

import datetime as dt
from collections.abc import Iterable

from vigie.times import TimeMention
from vigie.values import Interval

_SHORT = 14  # days: a longer stretch may date something else
_DATED = frozenset({"day", "period"})


def length(mention: TimeMention) -> int | None:
    """The days of «en quatre jours»; None for other times, and for weeks and months."""
    if mention.interval is None or not mention.rule.endswith(":within") or mention.interval.days > _SHORT:
        return None
    return mention.interval.days - 1  # up to publication both ends are in it


def past_days(
    near: TimeMention,
    beside: Iterable[TimeMention],
    lead: Iterable[TimeMention],
    every: Iterable[TimeMention],
    edge: dt.date,
) -> Interval | None:
    """The days of a length that is told of the past (before `edge`): those told beside it, else, where the head of the
    story (`lead`) tells of nothing fresh, its first day or month of the past; None where it goes up to publication.
    """
    count = length(near)
    told = [span for t in beside if (span := _past(t, edge)) is not None]
    span = told[-1] if told else _of_an_old_story(near, lead, every, edge)
    if count is None or span is None or span.days > 1:
        return span
    return Interval(start=span.start, end=span.start + dt.timedelta(days=count - 1))


def _past(mention: TimeMention, edge: dt.date) -> Interval | None:
    span = mention.interval if mention.kind in _DATED else None
    return span if span is not None and span.end < edge else None


def _of_an_old_story(
    near: TimeMention, lead: Iterable[TimeMention], every: Iterable[TimeMention], edge: dt.date
) -> Interval | None:
    """The day within the month that the head of the story tells of, where one is told; else that month."""
    dated = [t for t in lead if t.kind in _DATED and t is not near and length(t) is None]
    spans = [span for t in dated if (span := _past(t, edge)) is not None]
    if not spans or len(spans) < len(dated):
        return None
    days = [t.interval for t in every if t.kind == "day" and t.interval is not None and t.interval.days == 1]
    inside = (day for day in days if spans[0].start <= day.start and day.end <= spans[0].end)
    return next(inside, spans[0])
