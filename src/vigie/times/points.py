"""Atoms to days: each function works out one kind of atom («5 mai», «mardi dernier», «la semaine dernière»)."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from vigie.values import Interval

from . import calendar as cal
from .grammar import Atom, words
from .mention import Kind, Precision
from .tense import Tense, tense

DIGITS = re.compile(r"\d+")
ENDS = re.compile(r"[.!?](?=\s|$)|\n")
NEAR = 400  # characters back to a day told before, for «la veille»
WEEK = 7  # days back from publication to a day that is news
_LONG_PAST = 300  # days since a feast, of which the next one is meant
AHEAD = 31  # a date without year or verb that lies at most so many days ahead, and a year back otherwise, lies ahead


@dataclass(frozen=True, slots=True)
class Found:
    """What an atom came to."""

    interval: Interval | None
    precision: Precision = "day"
    kind: Kind = "day"
    relative: bool = True
    time_of_day: str | None = None
    tense: Tense | None = None
    anaphoric: bool = False
    since: dt.date | None = None  # where «depuis» starts, if not at the interval's first day


@dataclass(slots=True)
class Context:
    """The text, the day of publication (None: only absolute times resolve), the last day (or `weekend`), the last
    time and the last stretch of days told, which no year alone is.
    """

    text: str
    ref: dt.date | None
    last: Interval | None = None
    last_end: int = -1
    weekend: bool = False
    told: Interval | None = None
    told_end: int = -1
    chain: Interval | None = None
    stretch: Interval | None = None
    stretch_end: int = -1
    begun: dt.date | None = None
    begun_end: int = -1

    def that_day(self, start: int) -> Interval | None:
        """The day that «ce jour-là» means: the one told last, which may be where a «depuis» starts."""
        if self.begun is not None and self.begun_end > self.last_end and start - self.begun_end <= NEAR:
            return Interval.day(self.begun)
        return self.day_told(start)

    def day_told(self, start: int) -> Interval | None:
        """The day told before, where it is near or of the week of publication; else that of publication."""
        far = self.last is not None and start - self.last_end > NEAR
        fresh = self.last is not None and self.ref is not None and 0 <= (self.ref - self.last.end).days <= WEEK
        return self.last if far and fresh else self.before(start)

    def before(self, start: int) -> Interval | None:
        """The day told before, where near enough; else that of publication."""
        if self.last is not None and start - self.last_end <= NEAR:
            return self.last
        return None if self.ref is None else Interval.day(self.ref)


Action = Callable[[Atom, Context], Found | None]


def value(kind: str, form: str | None) -> str | None:
    """The value of a word in times_words.tsv."""
    return None if form is None else words().get(kind, {}).get(form)


def number(form: str | None) -> int | None:
    """«dix», «10», «dizaine», «10e» as a number; None for «plusieurs»."""
    if form is None:
        return None
    digits = DIGITS.match(form)
    if digits:
        return min(int(digits.group()), 100_000)
    told = value("NUM", form) or value("NUMN", form) or value("ORDW", form)
    return int(told) if told else None


def turned(atom: Atom, ctx: Context) -> Tense | None:
    """The direction of an atom: marked by «dernier», «prochain», else by the verb."""
    if "l" in atom.got:
        return "past"
    return "future" if "x" in atom.got else tense(ctx.text, atom.start, atom.end)


def weekday(atom: Atom, ctx: Context, way: str | None) -> dt.date | None:
    """The day meant by a weekday alone: the latest up to publication, the next one where the verb lies ahead."""
    if ctx.ref is None:
        return None
    wanted = int(value("WEEKDAY", atom.got["w"]) or 0)
    back = (ctx.ref.weekday() - wanted) % 7
    ahead = (wanted - ctx.ref.weekday()) % 7
    if "l" in atom.got:
        return cal.shift(ctx.ref, -(back or 7))
    if "q" in atom.got:  # «mardi en huit», «en quinze»
        return cal.shift(ctx.ref, (ahead or 7) + {"huit": 7}.get(atom.got["q"], 14))
    if "x" in atom.got:
        return cal.shift(ctx.ref, ahead or 7)
    nearer = way == "due" or (way is None and "c" in atom.got)
    if way == "future" or (nearer and ahead < back):
        return cal.shift(ctx.ref, ahead)
    return cal.shift(ctx.ref, -back)


def _years(ctx: Context, month: int, day: int, wanted: int | None) -> list[dt.date]:
    if ctx.ref is None:
        return []
    every = [cal.make(ctx.ref.year + k, month, day) for k in range(-11, 2)]
    days = [d for d in every if d is not None and (wanted is None or d.weekday() == wanted)]
    return days if wanted is not None else [d for d in days if d.year >= ctx.ref.year - 4]


def _nearest(ctx: Context, days: list[dt.date], way: str | None, pinned: bool) -> dt.date | None:
    if ctx.ref is None or not days:
        return None
    ref = ctx.ref
    past = max((d for d in days if d <= ref), default=None)
    future = min((d for d in days if d > ref), default=None)
    if pinned or way == "due":
        return min(days, key=lambda d: (abs((d - ref).days), d > ref))
    if way == "future":
        return ref if past == ref else future or past
    if way is None and future and (future - ref).days <= AHEAD and (past is None or (ref - past).days > 300):
        return future
    return past or future


def _chained(atom: Atom, ctx: Context, month: int, day: int) -> dt.date | None:
    """In a chronology («Le 20 mars 2013, … Le 15 juillet, …») the year runs on from the date with a year before."""
    if ctx.chain is None or not opens(ctx.text, atom.start):
        return None
    first = ctx.chain.start
    options = (cal.make(first.year + k, month, day) for k in (0, 1))
    return next((d for d in options if d is not None and d >= first and (ctx.ref is None or d <= ctx.ref)), None)


def opens(text: str, start: int) -> bool:
    """Whether a sentence, a line or an entry begins there."""
    head = text[max(0, start - 4) : start].rstrip(" \u00a0")
    return not head or head[-1] in ".\n-–•:"


def date(atom: Atom, ctx: Context) -> Found | None:
    """Weekday, day number, month and year in whatever combination the text has."""
    got = atom.got
    part = value("PART", got.get("p"))
    way = turned(atom, ctx)
    if "n" not in got:
        day = weekday(atom, ctx, way)
        return Found(None if day is None else Interval.day(day), time_of_day=part, tense=way)
    number_ = int(value("DAY", got["n"]) or number(got["n"]) or 0)
    wanted = int(value("WEEKDAY", got["w"]) or 0) if "w" in got else None
    day = _dated(atom, ctx, number_, wanted, way)
    if day is None and wanted is not None and "m" not in got:
        day = weekday(atom, ctx, way)
    whole = "m" in got and "y" in got
    told = None if day is None else Interval.day(day)
    return Found(told, relative="m" not in got, time_of_day=part, tense=None if whole else way)


def _dated(atom: Atom, ctx: Context, day: int, wanted: int | None, way: str | None) -> dt.date | None:
    month = value("MONTH", atom.got.get("m"))
    if month is None:
        return _bare(atom, ctx, day, wanted, way)
    if "y" in atom.got:
        return cal.make(int(atom.got["y"]), int(month), day)
    if (same := _same_year(atom, ctx)) is not None:
        return cal.make(same, int(month), day)
    chained = None if wanted is not None else _chained(atom, ctx, int(month), day)
    if ctx.ref is None and ctx.told is not None and ctx.told.days == 1:
        return _before_told(ctx.told, int(month), day, wanted)
    return chained or _nearest(ctx, _years(ctx, int(month), day, wanted), way, wanted is not None)


def _before_told(told: Interval, month: int, day: int, wanted: int | None) -> dt.date | None:
    """In an undated text, the last such day up to a day that it tells with its year."""
    made = (cal.make(told.end.year - k, month, day) for k in (0, 1))
    return next((d for d in made if d and d <= told.end and wanted in (None, d.weekday())), None)


def _bare(atom: Atom, ctx: Context, day: int, wanted: int | None, way: str | None) -> dt.date | None:
    """«le 5»: in the month told before, else the latest such day up to publication (or the next)."""
    base = ctx.before(atom.start)
    if base is None:
        return None
    around = [cal.shift_months(base.start.replace(day=1), k) for k in (-1, 0, 1)]
    made = (cal.make(m.year, m.month, day) for m in around)
    days = [d for d in made if d is not None and (wanted is None or d.weekday() == wanted)]
    if ctx.last is not None and base == ctx.last and wanted is None:
        past = [d for d in days if ctx.ref is None or base.start > ctx.ref or d <= ctx.ref]
        return min(past, key=lambda d: abs((d - base.start).days), default=None)
    return _nearest(ctx, days, way, wanted is not None)


def numeric(atom: Atom, _ctx: Context) -> Found | None:
    """«2016-10-05», «5/10/2016»: day before month, as French has it."""
    a, b, c = (int(n) for n in DIGITS.findall(atom.got["d"]))
    day = cal.make(a, b, c) if atom.rule.value == "ymd" else cal.make(c, b, a)
    return Found(Interval.day(day), relative=False) if day else None


def _same_year(atom: Atom, ctx: Context) -> int | None:
    """«En février de la même année»: the year told before; «En 2015, … le 15 juin»: that of its sentence."""
    if "s" in atom.got:
        base = ctx.told or ctx.before(atom.start)
        return base.start.year if base else None
    told = ctx.told
    if told is None or "l" in atom.got or "x" in atom.got or told != cal.year_of(told.start.year):
        return None
    apart = ENDS.search(ctx.text, ctx.told_end, atom.start)
    return told.start.year if apart is None and ctx.told_end <= atom.start else None


def _month_year(atom: Atom, ctx: Context, month: int, way: str | None) -> int | None:
    if "y" in atom.got:
        return int(atom.got["y"])
    if (same := _same_year(atom, ctx)) is not None:
        return same
    if ctx.chain is not None and opens(ctx.text, atom.start):
        return ctx.chain.start.year + (month < ctx.chain.start.month)
    if ctx.ref is None:
        return None
    year, now = ctx.ref.year, ctx.ref.month
    if "l" in atom.got:
        return year - (month >= now)
    if way == "future" or "x" in atom.got:
        return year + (month < now)
    return year - (month > now)


def month(atom: Atom, ctx: Context) -> Found | None:
    """A month or a third of one («début mai» 1-10, «mi-mai» 11-20, «fin mai» from the 21st)."""
    number_ = int(value("MONTH", atom.got["m"]) or 1)
    edge = value("EDGE", atom.got.get("e")) or "whole"
    way = turned(atom, ctx)
    year_ = _month_year(atom, ctx, number_, way)
    if year_ is None:
        return Found(None, "month", "period", False)
    precision: Precision = "month" if edge == "whole" else "week"
    since = dt.date(year_, number_, 15) if edge == "middle" else None
    return Found(cal.month_of(year_, number_, edge), precision, "period", False, tense=way, since=since)


def months(atom: Atom, ctx: Context) -> Found | None:
    """«mars-avril 2012», «mars et avril»: from the first day of one to the last of the other."""
    first, last = (int(value("MONTH", atom.got[key]) or 1) for key in ("m", "z"))
    year_ = _month_year(atom, ctx, last, turned(atom, ctx))
    if year_ is None:
        return Found(None, "month", "period", False)
    start = cal.month_of(year_ - (first > last), first).start
    return Found(cal.between(start, cal.month_of(year_, last).end), "season", "period", False)


def year(atom: Atom, _ctx: Context) -> Found | None:
    """A year, or its beginning or end."""
    return Found(cal.year_of(int(atom.got["y"]), value("EDGE", atom.got.get("e")) or "whole"), "year", "period", False)


def edge_years(atom: Atom, _ctx: Context) -> Found | None:
    """«fin 2015-début 2016»."""
    first, last = int(atom.got["y"]), int(atom.got["z"])
    start = cal.year_of(first, value("EDGE", atom.got["e"]) or "whole").start
    end = cal.year_of(last, value("EDGE", atom.got["d"]) or "whole").end
    return Found(cal.between(start, end), "year", "period", False) if start < end else None


def edge_months(atom: Atom, ctx: Context) -> Found | None:
    """«fin mars-début avril 2016»."""
    first, last = (int(value("MONTH", atom.got[key]) or 1) for key in ("m", "z"))
    later = (
        int(atom.got["x"]) if "x" in atom.got else None if ctx.ref is None else ctx.ref.year - (last > ctx.ref.month)
    )
    if later is None:
        return Found(None, "month", "period", False)
    sooner = int(atom.got["y"]) if "y" in atom.got else later - (first > last)
    start = cal.month_of(sooner, first, value("EDGE", atom.got["e"]) or "whole").start
    end = cal.month_of(later, last, value("EDGE", atom.got["d"]) or "whole").end
    return Found(cal.between(start, end), "days", "period", False) if start < end else None


def years(atom: Atom, _ctx: Context) -> Found | None:
    """«2012-2015»."""
    first, last = int(atom.got["y"]), int(atom.got["z"])
    told = cal.between(cal.year_of(first).start, cal.year_of(last).end)
    return Found(told, "year", "period", False) if first < last else None


def decade(atom: Atom, _ctx: Context) -> Found | None:
    """«les années 1990»."""
    first = int(atom.got["y"])
    return Found(cal.between(dt.date(first, 1, 1), dt.date(min(first + 9, 2100), 12, 31)), "vague", "period", False)


def part_year(atom: Atom, ctx: Context) -> Found | None:
    """«premier trimestre 2016», «au second semestre»: without a year the last one that had begun by publication."""
    length = {"quarter": 3, "half": 6}.get(value("UNIT", atom.got["u"]) or "")
    index = number(atom.got["o"])
    if length is None or index is None or index * length > 12:
        return None
    last = index * length
    begun = ctx.ref is None or last - length < ctx.ref.month
    this = None if ctx.ref is None else ctx.ref.year - ("l" in atom.got or not begun)
    year_ = int(atom.got["y"]) if "y" in atom.got else this
    if year_ is None:
        return Found(None, "season", "period")
    first, end = dt.date(year_, last - length + 1, 1), dt.date(year_, last, cal.last_day(year_, last))
    end = ctx.ref if ctx.ref is not None and first <= ctx.ref < end else end
    return Found(cal.between(first, end), "season", "period", False)


def season(atom: Atom, ctx: Context) -> Found | None:
    """«au printemps 2015», «cet été», «l'hiver dernier»."""
    name = value("SEASON", atom.got["s"]) or "spring"
    if "y" in atom.got:
        return Found(cal.season_of(int(atom.got["y"]), name), "season", "period", False)
    if ctx.ref is None:
        return Found(None, "season", "period")
    options = [cal.season_of(ctx.ref.year + k, name) for k in (-2, -1, 0, 1)]
    way = turned(atom, ctx)
    if way == "future":
        told = next((o for o in options if o.end >= ctx.ref), None)
    elif "l" in atom.got:
        told = next((o for o in reversed(options) if o.end < ctx.ref), None)
    else:
        told = next((o for o in reversed(options) if o.start <= ctx.ref), None)
    return Found(told, "season", "period", tense=way)


def feast(atom: Atom, ctx: Context) -> Found | None:
    """Noël, l'Aïd, le ramadan 2016, «la veille de Noël»: the table has the days."""
    found = _feast(atom, ctx)
    step = int(value("ANAPHOR", atom.got.get("v")) or 0)
    if not step or found.interval is None:
        return found
    edge = found.interval.start if step < 0 else found.interval.end
    return replace(found, interval=Interval.day(cal.shift(edge, step)), kind="day")


def _feast(atom: Atom, ctx: Context) -> Found:
    name = atom.rule.value or value("FEAST", atom.got["f"]) or ""
    names = ["eid-fitr", "eid-adha"] if name == "eid" else [name]
    way = turned(atom, ctx)
    near = [int(atom.got["y"])] if "y" in atom.got else [ctx.ref.year + k for k in (-1, 0, 1)] if ctx.ref else []
    days = [d for n in names for y in near if (d := cal.feast_of(n, y))]
    kind: Kind = "period" if name == "ramadan" else "day"
    if ctx.ref is None or "y" in atom.got:
        return Found(days[0] if len(days) == 1 else None, "day", kind, "y" not in atom.got)
    told = _nearest(ctx, [d.start for d in days], way, False)
    if (
        told is not None
        and (ctx.ref - told).days > _LONG_PAST
        and any(0 < (d.start - ctx.ref).days <= AHEAD for d in days)
    ):
        told = None  # «assistaient aux cérémonies de l'Achoura», two days ahead of it: not those of a year ago
    return Found(next((d for d in days if d.start == told), None), "day", kind, tense=way)


def with_time(found: Found, part: str | None) -> Found:
    """The same with a part of the day or a clock."""
    return replace(found, time_of_day=part or found.time_of_day)
