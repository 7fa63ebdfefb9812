"""Atoms counted from publication or from a day told before: «il y a dix jours», «la veille», «ces derniers mois»."""

import datetime as dt
from dataclasses import replace

from vigie.values import Interval

from . import calendar as cal
from .anchors import since_anchor
from .grammar import Atom
from .mention import Kind, Precision
from .points import (
    NEAR,
    Action,
    Context,
    Found,
    date,
    decade,
    edge_months,
    edge_years,
    feast,
    month,
    months,
    number,
    numeric,
    part_year,
    season,
    turned,
    value,
    years,
)
from .points import year as a_year

VAGUE = {"day": 3, "week": 2, "month": 3, "hour": 1}  # «ces derniers jours», «ces dernières semaines»: how many
FEW = 6  # days after which something is told of them too; «après 82 jours de siège» tells of their end
FAR = 2000  # characters back to a stretch of time that «cette période» means
SHORTEST_PERIOD = 4  # days: what «cette période» can mean
LONG_YEAR = 365
LONG_NIGHT, HALF_DAY = 2, 12  # days that hours can be counted from; hours that may reach into the next day
COARSEST = {"day": 10, "week": 31, "month": 62, "year": 366}  # how long a time may be to count such units from it
PRECISION: dict[str, Precision] = {"day": "day", "week": "week", "month": "month", "year": "year", "weekend": "days"}


def _unit(atom: Atom) -> str:
    return value("UNIT", atom.got.get("u")) or atom.rule.value


def back(ref: dt.date, count: int, unit: str) -> dt.date | None:
    """The day `count` units before; hours count by the day begun."""
    if unit in ("day", "week", "hour"):
        per = {"day": 1, "week": 7}.get(unit)
        return cal.shift(ref, -(count * per if per else -(-count // 24)))
    if unit in ("month", "year"):
        return cal.shift_months(ref, -count * (12 if unit == "year" else 1))
    return cal.shift(ref, -count * 3653) if unit == "decade" and count < 10 else None


def unit(atom: Atom, ctx: Context) -> Found | None:
    """«la semaine dernière», «ce week-end», «cette année», «le mois prochain», «début de semaine»."""
    if ctx.ref is None:
        return Found(None, "vague", "period")
    name = _unit(atom)
    way = turned(atom, ctx)
    step = {"last": -1, "next": 1}.get(atom.rule.value, 0)
    told = _weekend(ctx.ref, step, way) if name == "weekend" else _calendar_unit(ctx.ref, name, step)
    if told is None:
        return Found(None, "vague", "period")
    told = _edge(told, value("EDGE", atom.got.get("e")), name)
    if step == 0 and way != "future" and "e" not in atom.got and told.start <= ctx.ref < told.end:
        told = Interval(start=told.start, end=ctx.ref)
    return Found(told, PRECISION.get(name, "vague"), "period", tense=way)


def _weekend(ref: dt.date, step: int, way: str | None) -> Interval:
    saturday = cal.shift(ref, -((ref.weekday() - 5) % 7))
    if step < 0 and ref.weekday() >= 5:
        saturday = cal.shift(saturday, -7)
    if step > 0 or (step == 0 and way == "future" and ref.weekday() < 5):
        saturday = cal.shift(saturday, 7)
    return cal.between(saturday, cal.shift(saturday, 1))


def _calendar_unit(ref: dt.date, name: str, step: int) -> Interval | None:
    if name == "week":
        return cal.week_of(ref, step)
    if name == "month":
        first = cal.shift_months(ref.replace(day=1), step)
        return cal.month_of(first.year, first.month)
    if name == "year":
        return cal.year_of(ref.year + step)
    return None


def _edge(told: Interval, edge: str | None, name: str) -> Interval:
    if edge in (None, "whole"):
        return told
    if name == "month":
        return cal.month_of(told.start.year, told.start.month, edge or "whole")
    if name == "year":
        return cal.year_of(told.start.year, edge or "whole")
    first, days = {"start": (0, 2), "middle": (2, 2), "end": (3, 4)}[edge or "start"]
    return cal.between(cal.shift(told.start, first), cal.shift(told.start, first + days - 1))


def deictic(atom: Atom, ctx: Context) -> Found | None:
    """«hier soir», «aujourd'hui», «ce matin», «la nuit dernière»."""
    part = value("PART", atom.got.get("p"))
    if ctx.ref is None:
        return Found(None, time_of_day=part)
    told = value("DEICTIC", atom.got["v"]) if "v" in atom.got else atom.rule.value
    first = cal.shift(ctx.ref, int(told or 0))
    night = part == "night" and int(told or 0) == -1
    return Found(cal.between(first, cal.shift(first, int(night))), kind="night" if night else "day", time_of_day=part)


def deictic_night(atom: Atom, ctx: Context) -> Found | None:
    """«cette nuit»: the one that ends on the day of publication, or the one that begins then."""
    if ctx.ref is None:
        return Found(None, kind="night", time_of_day="night")
    way = turned(atom, ctx)
    other = cal.shift(ctx.ref, 1 if way == "future" else -1)
    return Found(cal.between(ctx.ref, other), "days", "night", time_of_day="night", tense=way)


def anaphor(atom: Atom, ctx: Context) -> Found | None:
    """«la veille», «le lendemain», «ce jour-là»: from the day told before, else from that of publication."""
    part = value("PART", atom.got.get("p"))
    step = int((value("ANAPHOR", atom.got["v"]) if "v" in atom.got else atom.rule.value) or 0)
    base = ctx.that_day(atom.start) if step == 0 else ctx.day_told(atom.start)
    if base is None:
        return Found(None, time_of_day=part, anaphoric=True)
    edge = base.end if step > 0 else base.start
    told = base if step == 0 else Interval.day(cal.shift(edge, step))
    return Found(told, "day" if told.days == 1 else "days", time_of_day=part, anaphoric=True)


def that(atom: Atom, ctx: Context) -> Found | None:
    """«cette année-là»."""
    base = ctx.told or ctx.before(atom.start)
    return Found(cal.year_of(base.start.year) if base else None, "year", "period", anaphoric=True)


def that_period(atom: Atom, ctx: Context) -> Found | None:
    """«au cours de la même période»: the stretch told before, be there a day or a year of the past between."""
    told = ctx.told if ctx.told is not None and atom.start - ctx.told_end <= NEAR else None
    lasting = ctx.stretch if ctx.stretch is not None and atom.start - ctx.stretch_end <= FAR else None
    if lasting is not None and (told is None or not SHORTEST_PERIOD <= told.days < LONG_YEAR):
        told = lasting
    long = told is not None and told.days >= SHORTEST_PERIOD
    return Found(told if long else None, "days", "period", anaphoric=True)


def shift_one(atom: Atom, ctx: Context) -> Found | None:
    """«la semaine suivante», «le mois précédent»: one unit from the time told before."""
    return _shifted(atom, ctx, 1)


def shift(atom: Atom, ctx: Context) -> Found | None:
    """«trois jours plus tard», «un mois plus tôt»: from the time told before, as coarse as the unit."""
    return _shifted(atom, ctx, number(atom.got.get("n")))


def _shifted(atom: Atom, ctx: Context, count: int | None) -> Found | None:
    name = _unit(atom)
    base = ctx.told
    if name in ("hour", "minute"):
        return _hours_on(atom, ctx, count or 1, name)
    if base is None or atom.start - ctx.told_end > 2 * NEAR or base.days > COARSEST.get(name, 0):
        return Found(None, "vague", "offset", anaphoric=True)
    way = int(atom.rule.value)
    if count is None:
        return _vague_shift(base, name, way)
    first, last = back(base.start, -way * count, name), back(base.end, -way * count, name)
    if first is None or last is None:
        return Found(None, "vague", "offset", anaphoric=True)
    told = cal.between(first, last)
    if name in ("month", "year"):
        told = cal.month_of(first.year, first.month) if name == "month" else cal.year_of(first.year)
    return Found(told, PRECISION.get(name, "day"), "day" if name == "day" else "period", anaphoric=True)


def _hours_on(atom: Atom, ctx: Context, count: int, name: str) -> Found:
    """«deux heures plus tard»: on the day told before; half a day and more may be on the next, a whole one is."""
    base = ctx.last
    if base is None or base.days > LONG_NIGHT or atom.start - ctx.last_end > NEAR:
        return Found(None, "vague", "offset", anaphoric=True)
    full, rest = divmod(count if name == "hour" else 0, 24)
    step = int(atom.rule.value)
    first = cal.shift(base.end if step > 0 else base.start, step * full)
    last = cal.shift(first, step * int(rest >= HALF_DAY))
    told = base if not full and first == last else cal.between(first, last)
    return Found(told, "day" if told.days == 1 else "days", "day", anaphoric=True)


def _vague_shift(base: Interval, name: str, way: int) -> Found:
    far = back(base.end if way > 0 else base.start, -way * 2 * VAGUE.get(name, 0), name) if name in VAGUE else None
    if far is None:
        return Found(None, "vague", "offset", anaphoric=True)
    return Found(cal.between(base.end if way > 0 else base.start, far), "vague", "period", anaphoric=True)


def offset(_atom: Atom, _ctx: Context) -> Found | None:
    """«trois jours après le veto»: no date by itself."""
    return Found(None, "vague", "offset")


def ago(atom: Atom, ctx: Context) -> Found | None:
    """«il y a dix jours»: a day either side from a week on, three for weeks, half a month for months, else the year."""
    count, name = number(atom.got.get("n")), _unit(atom)
    if ctx.ref is None or count is None:
        return Found(None, "vague", "period")
    day = back(ctx.ref, count, name)
    if day is None:
        return Found(None, "vague", "period")
    if name == "hour":
        return Found(cal.between(day if count >= 12 else ctx.ref, ctx.ref))
    if name == "year" and count > 1:
        return Found(cal.year_of(day.year), "year", "period")
    room = {"day": int(count >= 7), "week": 1 if count == 1 else 3, "month": 15, "year": 45}.get(name, 0)
    kind: Kind = "day" if name == "day" else "period"
    return Found(cal.between(cal.shift(day, -room), cal.shift(day, room)), PRECISION.get(name, "vague"), kind)


def last(atom: Atom, ctx: Context) -> Found | None:
    """«ces dernières 24 heures», «les deux derniers mois», «ces derniers jours»: up to publication."""
    return _until_now(ctx, number(atom.got.get("n")), _unit(atom), vague=True)


def last_one(atom: Atom, ctx: Context) -> Found | None:
    """«cette dernière semaine», «la dernière année»: the one up to publication."""
    return _until_now(ctx, 1, _unit(atom), vague=False)


def first_of(atom: Atom, ctx: Context) -> Found | None:
    """«les trois premiers mois de l'année», «de 2016»: from New Year's Day on, not past publication."""
    count, name = number(atom.got.get("n")), _unit(atom)
    told = int(atom.got["y"]) if "y" in atom.got else ctx.ref.year if ctx.ref else None
    first = cal.make(told, 1, 1) if told else None
    after = back(first, -count, name) if first and count else None
    if first is None or after is None or name == "hour":
        return Found(None, "vague", "period")
    last = cal.shift(after, -1)
    last = ctx.ref if ctx.ref and first <= ctx.ref < last else last
    return Found(cal.between(first, last), PRECISION.get(name, "vague"), "period", "y" not in atom.got)


def ahead(atom: Atom, ctx: Context) -> Found | None:
    """«dans deux semaines»: that far ahead, as exact as «il y a»."""
    count, name = number(atom.got.get("n")), _unit(atom)
    day = back(ctx.ref, -count, name) if ctx.ref and count and name != "hour" else None
    if day is None:
        return Found(None, "vague", "offset", tense="future")
    room = {"day": int((count or 0) >= 7), "week": 3, "month": 15, "year": 45}.get(name, 0)
    kind: Kind = "day" if name == "day" else "period"
    told = cal.between(cal.shift(day, -room), cal.shift(day, room))
    return Found(told, PRECISION.get(name, "vague"), kind, tense="future")


def ahead_span(atom: Atom, ctx: Context) -> Found | None:
    """«dans les prochaines 48 heures», «dans les prochains jours»: from publication on."""
    count, name = number(atom.got.get("n")), _unit(atom)
    exact = count is not None
    far = back(ctx.ref, -(count if count is not None else VAGUE.get(name, 0)), name) if ctx.ref else None
    if ctx.ref is None or far is None or far <= ctx.ref:
        return Found(None, "vague", "period", tense="future")
    precision = PRECISION.get(name, "day") if exact else "vague"
    return Found(cal.between(ctx.ref, far), precision, "period", tense="future")


def within(atom: Atom, ctx: Context) -> Found | None:
    """«en un mois», «en 24 heures»: the time up to publication; «en moins d'un an» is no whole year."""
    found = _until_now(ctx, number(atom.got.get("n")), _unit(atom), vague=False)
    if found.interval is None or found.interval.days < LONG_YEAR or " moins d" not in ctx.text[atom.start : atom.end]:
        return found
    first = cal.shift(found.interval.start, found.interval.days // 10)
    return replace(found, interval=Interval(start=first, end=found.interval.end))


def since_n(atom: Atom, ctx: Context) -> Found | None:
    """«depuis trois jours», «depuis plusieurs mois»: up to publication."""
    return _until_now(ctx, number(atom.got.get("n")), _unit(atom), vague=True, kind="since")


def _until_now(ctx: Context, count: int | None, name: str, vague: bool, kind: Kind = "period") -> Found:
    about = count is None
    if count is None and vague:
        count = VAGUE.get(name)
    first = back(ctx.ref, count, name) if ctx.ref and count else None
    if ctx.ref is None or first is None:
        return Found(None, "vague", kind)
    if about and name == "month":
        first = first.replace(day=1)
    return Found(Interval(start=first, end=ctx.ref), "vague" if about else PRECISION.get(name, "day"), kind)


def nth(atom: Atom, ctx: Context) -> Found | None:
    """«au cinquième jour de l'offensive»: from its first day to the one told before, else to publication."""
    count, base = number(atom.got.get("o")), ctx.before(atom.start)
    if count is None or base is None or count > 400:
        return Found(None, "vague", "period")
    day = base.end if ctx.ref is None or base.end <= ctx.ref else ctx.ref
    return Found(cal.between(cal.shift(day, 1 - count), day), "days", "period")


def days_of(atom: Atom, ctx: Context) -> Found | None:
    """«les deux jours de combats»: so many days up to publication."""
    count = number(atom.got.get("n"))
    ended = ctx.text[atom.start : atom.start + 5].lower() == "après" and count is not None and count > FEW
    if count is None or ctx.ref is None or count > 400 or ended:
        return Found(None, "vague", "duration")
    return Found(cal.between(cal.shift(ctx.ref, 1 - count), ctx.ref), "days", "period")


def stretch_of(atom: Atom, ctx: Context) -> Found | None:
    """«six semaines de contestation», «en deux mois de siège»: so long up to publication."""
    found = _until_now(ctx, number(atom.got.get("n")), _unit(atom), vague=False)
    return replace(found, precision="days") if found.interval else found


def nth_unit(atom: Atom, ctx: Context) -> Found | None:
    """«dans sa sixième semaine»: what began so many weeks ago."""
    return stretch_of(Atom(atom.start, atom.end, atom.rule, {"n": atom.got["o"], "u": atom.got["u"]}), ctx)


def duration(_atom: Atom, _ctx: Context) -> Found | None:
    """«pendant dix mois»: how long, not when."""
    return Found(None, "vague", "duration")


def war(atom: Atom, ctx: Context) -> Found | None:
    """«depuis le début de la guerre en Ukraine»; where the words do not tell which war, the context must, unless they
    count its months («cinq mois de crise»).
    """
    told = since_anchor(ctx.text, atom.start, atom.end, ctx.ref)
    if told is None and (count := number(atom.got.get("n"))) and _unit(atom) in ("week", "month"):
        return _until_now(ctx, count, _unit(atom), vague=False, kind="war")
    return Found(told, "vague" if told is None else "day", "war")


def event(atom: Atom, ctx: Context) -> Found | None:
    """«depuis la chute de Mossoul», «depuis le début de l'intervention française»: from an event of known date on."""
    told = since_anchor(ctx.text, atom.start, atom.end, ctx.ref)
    return Found(told, "vague" if told is None else "day", "since")


ACTIONS: dict[str, Action] = {
    "date": date, "numeric": numeric, "month": month, "months": months, "year": a_year, "years": years,
    "edge_years": edge_years, "edge_months": edge_months, "first_of": first_of,
    "decade": decade, "part_year": part_year, "season": season, "feast": feast, "unit": unit, "deictic": deictic,
    "deictic_night": deictic_night, "anaphor": anaphor, "that": that, "that_period": that_period,
    "shift": shift, "shift_one": shift_one,
    "offset": offset, "ago": ago, "last": last, "last_one": last_one, "ahead": ahead, "ahead_span": ahead_span,
    "within": within, "since_n": since_n, "nth": nth, "days_of": days_of,
    "stretch_of": stretch_of, "nth_unit": nth_unit, "duration": duration, "war": war,
    "event": event,
}  # fmt: skip
