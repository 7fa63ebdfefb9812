"""Level 6: the days of a claim, how they are known, and the words that gave them."""

from typing import NamedTuple

from vigie.times import TimeMention
from vigie.values import Basis, Interval

from .setting_cues import LANGUAGE, cues

_YEAR = 366  # days: «entre 2006 et 2014» is a stretch, «en 2015» a year within which


class When(NamedTuple):
    """Days, how they are known, and the words that gave them (-1 where they are assumed).

    `lasting`: the words tell a stretch of time («depuis», «entre», «en deux mois»), not a day within it («en mars»);
    `since`: by its start.
    """

    interval: Interval
    basis: Basis
    time_of_day: str | None
    start: int
    end: int
    rule: str
    lasting: bool = False
    since: bool = False


def read_when(mention: TimeMention, rule: str, span: Interval | None = None) -> When:
    """What a time tells, or the stretch `span` that it is the start of."""
    assert mention.interval is not None
    if span is not None:
        return When(span, mention.basis, None, mention.start, mention.end, rule, True)
    lasting = mention.kind in ("since", "until", "duration", "war") or mention.precision in ("days", "vague")
    lasting = (lasting or mention.interval.days > _YEAR or _spans(mention)) and mention.kind != "night"
    since, told = mention.kind == "since", (mention.start, mention.end)
    return When(mention.interval, mention.basis, mention.time_of_day, *told, rule, lasting, since)


def _spans(mention: TimeMention) -> bool:
    return mention.precision != "day" and not cues(LANGUAGE).spans.isdisjoint(mention.rule.split(":"))
