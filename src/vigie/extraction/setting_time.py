"""Level 6: when. A day of the sentence that is the event's, not the telling's; then the act's, the story's, the news' own."""

import datetime as dt
from typing import NamedTuple

from vigie.times import TimeMention
from vigie.values import Basis, Interval

from .analysis import Analysis
from .frames import Clause
from .setting_cues import LANGUAGE, before, cues, of_telling

ASSUMED_DAYS = 2  # gold/GUIDE.md: a fresh event without a time word gets the two days up to publication
KNOWN_DAYS = 7  # a publication less exact than a week gives no assumed day
_DURATION_COST = 80  # characters that «en deux mois» must be nearer than a day
_SHORT = 14  # days: a stretch longer than that may date something else («une opération lancée en 2013»)
_NO_DAYS = frozenset({"until", "offset"})


class When(NamedTuple):
    """Days, how they are known, and the words that gave them (-1 where they are assumed).

    `lasting`: the words tell a stretch of time («depuis», «entre», «en deux mois»), not a day within it («en mars»).
    """

    interval: Interval
    basis: Basis
    time_of_day: str | None
    start: int
    end: int
    rule: str
    lasting: bool = False


def _when(mention: TimeMention, rule: str) -> When:
    assert mention.interval is not None
    lasting = mention.kind in ("since", "until", "duration", "war") or mention.precision in ("days", "vague", "week")
    return When(mention.interval, mention.basis, mention.time_of_day, mention.start, mention.end, rule, lasting)


def _distance(start: int, end: int, mention: TimeMention) -> float:
    """Characters between an act and a time; what comes after the act counts as nearer than what comes before it."""
    if mention.start >= end:
        near: float = mention.start - end
    else:
        near = 1.4 * (start - mention.end) + 10 if mention.end <= start else 0
    return near + (_DURATION_COST if mention.kind == "duration" else 0)


def _of_event(analysis: Analysis, clause: Clause, mention: TimeMention) -> bool:
    """Whether a time tells when something happened: not how long it is so, how rare it is, nor when it was said."""
    if mention.kind in _NO_DAYS or of_telling(clause, mention.start):
        return False
    if mention.kind != "since" and (mention.interval is None or mention.interval.days <= _SHORT):
        return True
    table, words = cues(LANGUAGE), before(analysis.low, clause.sentence.start, mention.start)
    return not (table.compared.search(words) or table.lasting.search(words))


def days(analysis: Analysis, clause: Clause) -> list[TimeMention]:
    """The dated times of a sentence that are times of events, in order."""
    return analysis.once(("days", clause.index), lambda: _days(analysis, clause))


def _days(analysis: Analysis, clause: Clause) -> list[TimeMention]:
    found = analysis.times_in(clause.sentence.start, clause.sentence.end)
    return [t for t in found if _of_event(analysis, clause, t)]


def time_in_clause(analysis: Analysis, clause: Clause, start: int, end: int) -> When | None:
    """The time that the sentence gives for the words at `start:end`: the nearest dated one."""
    found = days(analysis, clause)
    return _when(min(found, key=lambda t: _distance(start, end, t)), "time.sentence") if found else None


def told_on(analysis: Analysis, clause: Clause) -> dt.date | None:
    """The day on which what a sentence tells was said («a indiqué lundi»), where its words give one."""
    found = analysis.times_in(clause.sentence.start, clause.sentence.end)
    said = [t.interval for t in found if t.interval and t.interval.days == 1 and of_telling(clause, t.start)]
    return said[0].start if said else None


def main_time(analysis: Analysis) -> When | None:
    """The day of the story: the first recent day of its first sentences."""
    for clause in analysis.clauses[:4]:
        for mention in days(analysis, clause):
            if _recent(mention, analysis.published):
                return _when(mention, "time.story")
    return None


def _recent(mention: TimeMention, published: Interval | None) -> bool:
    span = mention.interval
    if span is None or mention.kind not in ("day", "night", "part", "clock") or span.days > 3:
        return False
    return published is None or dt.timedelta(0) <= published.end - span.start <= dt.timedelta(days=10)


def assumed_time(analysis: Analysis) -> When | None:
    """The two days up to publication, for a fresh event without any time word; None for an undated text."""
    published = analysis.published
    if published is None or published.days > KNOWN_DAYS:
        return None
    first = published.start - dt.timedelta(days=ASSUMED_DAYS - 1)
    return When(Interval(start=first, end=published.end), "assumed", None, -1, -1, "time.assumed")
