"""Charts as numbers ready for SVG: incidents through time, and rival figures on one scale."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from typing import Literal

from .. import values as v
from . import words

Step = Literal["day", "week", "month", "year"]
_LONGEST = 31  # days; a longer span belongs to no one bar
_WIDTH, _HEIGHT = 1080.0, 92.0
_LEAST = 12  # bars' worth of width, so that one day is not a wall
_PARTS = 6


@dataclass(frozen=True, slots=True)
class Bar:
    """One span of time: pixels, days, how many incidents, how many of them contradictory, a caption."""

    x: float
    width: float
    height: float
    disputed: float
    start: dt.date
    end: dt.date
    count: int
    contradictory: int
    caption: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Bars, the captions below six equal parts, and what is not drawn: spans too long, incidents without a day."""

    bars: Sequence[Bar]
    ticks: Sequence[str]
    most: int
    step: Step
    long: int
    undated: int
    width: float = _WIDTH
    height: float = _HEIGHT


def timeline(incidents: Sequence[v.Incident], counted: Container[str]) -> Timeline:
    """Incidents by the day they began; bars are days, weeks, months or years, some two hundred at most.

    Bars are as high as there are incidents in `counted`; the script draws them again for what is asked for.
    """
    drawn = [i for i in incidents if i.when and i.when.days <= _LONGEST]
    told = [i for i in incidents if i.incident in counted]
    undated = sum(i.when is None for i in told)
    long = sum(i.when is not None and i.when.days > _LONGEST for i in told)
    starts = [i.when.start for i in drawn if i.when]
    if not starts:
        return Timeline((), (), 0, "day", long, undated)
    step = _step((max(starts) - min(starts)).days)
    own = [(_floor(i.when.start, step), bool(i.contradictions)) for i in drawn if i.when and i.incident in counted]
    counts, disputed = Counter(day for day, _ in own), Counter(day for day, rival in own if rival)
    bars = _bars(_spans(_floor(min(starts), step), _floor(max(starts), step), step), counts, disputed, step)
    return Timeline(bars, _ticks(bars), max(counts.values(), default=0), step, long, undated)


def _step(days: int) -> Step:
    limits: tuple[tuple[int, Step], ...] = ((75, "day"), (540, "week"), (6000, "month"))
    return next((step for limit, step in limits if days <= limit), "year")


def _floor(day: dt.date, step: Step) -> dt.date:
    match step:
        case "day":
            return day
        case "week":
            return day - dt.timedelta(days=day.weekday())
        case "month":
            return day.replace(day=1)
        case "year":
            return day.replace(month=1, day=1)


def _after(day: dt.date, step: Step) -> dt.date:
    days = {"day": 1, "week": 7, "month": 32, "year": 367}[step]
    try:
        return _floor(day + dt.timedelta(days=days), step)
    except OverflowError:
        return dt.date.max


def _spans(first: dt.date, last: dt.date, step: Step) -> list[tuple[dt.date, dt.date]]:
    spans: list[tuple[dt.date, dt.date]] = []
    start = first
    while start <= last and len(spans) < 400:
        after = _after(start, step)
        spans.append((start, after - dt.timedelta(days=1)))
        start = after
    return spans


def _bars(
    spans: list[tuple[dt.date, dt.date]], counts: Counter[dt.date], disputed: Counter[dt.date], step: Step
) -> list[Bar]:
    wide, most = _WIDTH / max(len(spans), _LEAST), max(counts.values(), default=1)
    caption = _captions(step)
    return [
        Bar(
            round(n * wide, 2), round(wide * 0.82, 2), round(counts[start] / most * _HEIGHT, 2),
            round(disputed[start] / most * _HEIGHT, 2), start, end, counts[start], disputed[start], caption(start, end),
        )
        for n, (start, end) in enumerate(spans)
    ]  # fmt: skip


def _captions(step: Step) -> Callable[[dt.date, dt.date], str]:
    match step:
        case "day":
            return lambda start, _: words.dated(start, "j F Y")
        case "week":
            return words.week
        case "month":
            return lambda start, _: words.dated(start, "F Y")
        case "year":
            return lambda start, _: str(start.year)


def _ticks(bars: Sequence[Bar]) -> list[str]:
    """The captions of six equal parts of the width: what stands where each begins."""
    slots = max(len(bars), _LEAST)
    starts = [part * slots / _PARTS for part in range(_PARTS)]
    return [bars[int(start)].caption if start < len(bars) else "" for start in starts]


@dataclass(frozen=True, slots=True)
class Span:
    """A figure on the scale, in per cent of its width; `open` where the words give no upper bound."""

    left: float
    width: float
    open: bool


def spans(figures: Sequence[tuple[int | None, int | None]]) -> list[Span | None]:
    """Ranges (low, high) on one scale from nought to the largest; None where nothing is said."""
    known = [max(low or 0, high or 0) for low, high in figures if (low, high) != (None, None)]
    top = max([*known, 1]) * 1.08
    return [_span(low, high, top) for low, high in figures]


def _span(low: int | None, high: int | None, top: float) -> Span | None:
    if low is None and high is None:
        return None
    start = 0.0 if low is None else low / top * 100
    end = 100.0 if high is None else high / top * 100
    return Span(round(start, 2), round(max(end - start, 0), 2), high is None)
