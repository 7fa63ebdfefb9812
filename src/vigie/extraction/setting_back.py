"""Level 6: when, for what a sentence recalls («deux jours après l'attentat qui …», «depuis mai 2017, quand …»)."""

import datetime as dt
import re

from vigie.times import TimeMention, event_before
from vigie.values import Interval

from .analysis import Analysis
from .cues import told
from .frames import Clause
from .setting_cues import LANGUAGE, cues
from .setting_recalled import Recall, dates_in, days_after, recall_of
from .setting_when import When, read_when

_MARK = re.compile(r"[,;:.()!?]")
_NIGHT = 2  # days
_THIS, _VERB, _TOLD = ("cette", "cet", "ces"), 2, 3  # units before the time, sentences before it
_LENGTHS = {"day": 1, "week": 10, "month": 32, "season": 92, "year": 366}  # days; a month ends before the next one
THEN = "time.back-then"  # the rule of «depuis mai 2017, quand …»
RECALLED = (THEN, "time.after")  # rules of the days of what a sentence only recalls


def time_recalled(analysis: Analysis, recall: Recall) -> When | None:
    """«depuis celle de X en décembre 2019, qui avait fait 71 morts»: they died then."""
    told = dates_in(analysis, recall)
    span = None if not told else meant(told[0]) if told[0].kind == "since" else told[0].interval
    return read_when(told[0], THEN, span)._replace(lasting=False, since=False) if span is not None else None


def time_counted_after(analysis: Analysis, clause: Clause) -> When | None:
    """«Au lendemain de l'attaque du 10 juillet, …»: on the 11th."""
    after = days_after(analysis, clause)
    return When(after[0], "relative", None, after[1].start, after[1].end, "time.sentence") if after else None


def time_after(analysis: Analysis, clause: Clause, start: int) -> When | None:
    """«Deux jours après l'attentat qui …, il a dit samedi»: the attack was two days before Saturday."""
    for offset in _offsets(analysis):
        if (recalled := recall_of(analysis, clause, start)) is not None and recalled.offset == offset:
            return _event_before(analysis, clause, offset)
        phrase = cues(LANGUAGE).opens_relative.sub(" ", analysis.low[offset.end : start], count=1)
        if not clause.sentence.start <= offset.start < offset.end <= start or _MARK.search(phrase):
            continue
        mark = _MARK.search(analysis.low, offset.end, clause.sentence.end)
        if analysis.times_in(offset.end, mark.start() if mark else clause.sentence.end):
            return None
        return _event_before(analysis, clause, offset)
    return None


def _event_before(analysis: Analysis, clause: Clause, offset: TimeMention) -> When | None:
    later = _told(analysis, clause, offset)
    told = event_before(offset, later) if later is not None else None
    return When(told, "relative", None, offset.start, offset.end, "time.after") if told else None


def back_then(analysis: Analysis, clause: Clause, start: int) -> When | None:
    """«le pire bilan depuis mai 2017, quand un camion piégé avait tué 150 personnes»: they died in May 2017."""
    told = [t for t in analysis.times_in(clause.sentence.start, clause.sentence.end) if t.interval is not None]
    for mention in told:
        opened = _opened_then(analysis.low, mention, start)
        if mention.kind != "since" or opened is None or _MARK.search(analysis.low, opened.end(), start):
            continue  # behind a comma the sentence goes on: «depuis mars, quand …, 900 civils ont péri»
        span = meant(mention)
        if span is not None and not any(mention.end <= t.start for t in told):
            return read_when(mention, THEN, span)._replace(lasting=False, since=False)
    return None


def _opened_then(low: str, since: TimeMention, start: int) -> re.Match[str] | None:
    """«, quand» right behind the time; «, où», «, dans laquelle» further on, where the time is of one act."""
    table = cues(LANGUAGE)
    if table.since_act.search(low, since.start, since.end):
        return table.in_which.search(low, since.end, start)
    return table.back_then.match(low, since.end, start)


def meant(since: TimeMention) -> Interval | None:
    """The day, month, season or year that a «depuis» counts from."""
    first = since.interval.start if since.interval is not None else None
    if first is not None and since.rule.endswith("since_event_short"):
        return Interval.day(first)
    if first is None or since.precision not in _LENGTHS:
        return None
    if since.precision == "year":
        return Interval(start=first, end=dt.date(first.year, 12, 31))
    last = first + dt.timedelta(days=_LENGTHS[since.precision] - 1)
    return Interval(start=first, end=last.replace(day=1) - dt.timedelta(days=1) if since.precision == "month" else last)


def _offsets(analysis: Analysis) -> list[TimeMention]:
    return analysis.once("offsets", lambda: [t for t in analysis.times if t.kind == "offset" and t.interval is None])


def _told(analysis: Analysis, clause: Clause, offset: TimeMention) -> Interval | None:
    """The day of which something is told that came after: its sentence's own, else that of publication."""
    here = [t for t in analysis.times_in(clause.sentence.start, clause.sentence.end) if t.kind in ("day", "night")]
    short = [t.interval for t in here if t.interval and t.interval.days <= _NIGHT and t.start != offset.start]
    return short[0] if short else _day_before_it(analysis, clause, offset) or analysis.published


def _day_before_it(analysis: Analysis, clause: Clause, offset: TimeMention) -> Interval | None:
    """«Cette attaque survient deux jours après la mort de …»: the day of the attack, which sentences before it tell."""
    before = [unit for unit in clause.units if unit.start < offset.start]
    this = bool(before) and before[0].low in _THIS and any(unit.code == "E" for unit in before)
    if not this or not told("comes_after", before[-_VERB:]):
        return None
    for earlier in reversed(analysis.clauses[max(0, clause.index - _TOLD) : clause.index]):
        here = analysis.times_in(earlier.sentence.start, earlier.sentence.end)
        days = [t.interval for t in here if t.kind in ("day", "night") and t.interval and t.interval.days <= _NIGHT]
        if days:
            return days[0]
    return None
