"""Level 6: an act that a sentence only recalls («depuis celle de X en 2019, qui avait fait 71 morts», «deux ans après
l'attaque de X (19 morts)»): its place and days are its own and its victims', not those of the news beside it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from vigie.times import TimeMention, event_after
from vigie.values import Interval

from .analysis import Analysis, within
from .frames import Clause
from .setting_cues import LANGUAGE, before, cues
from .setting_where import Where, where_of_mention

_BEHIND = 12  # characters between the words for an act and a date behind them: «) en », «, le »
_APPOSED = re.compile(r"\)?,? ?\(?(?:en |le |au |à l'|dès |fin |début )?$")


class Recall(NamedTuple):
    """An act recalled: where «depuis» or «après», its noun, and what is told of it begin and end; `offset`: the «deux
    ans après»; `told`: where what follows tells of its victims (-1: nothing does).
    """

    start: int
    noun: int
    told: int
    end: int
    offset: TimeMention | None


def recalls(analysis: Analysis, clause: Clause) -> list[Recall]:
    """The acts that a sentence recalls, in order."""
    return analysis.once(("recalls", clause.index), lambda: _recalls(analysis, clause))


def _recalls(analysis: Analysis, clause: Clause) -> list[Recall]:
    found = cues(LANGUAGE).recalled.finditer(analysis.low, *clause.sentence[:2])
    return [r for match in found if (r := _recall(analysis, clause, match)) is not None]


def _recall(analysis: Analysis, clause: Clause, match: re.Match[str]) -> Recall | None:
    """«après» alone recalls nothing: how long after is told before it."""
    before = within(analysis.times, match.start() - _BEHIND, match.end())
    offset = next((t for t in before if t.kind == "offset" and t.start <= match.start() < t.end), None)
    if offset is None and not match["since"]:
        return None
    end = _with_date(analysis, clause, match.end())
    told = cues(LANGUAGE).recalled_toll.match(analysis.low, end, clause.sentence.end)
    last = _with_date(analysis, clause, told.end()) if told else end
    return Recall(match.start(), match.start("noun"), end if told else -1, last, offset)


def _with_date(analysis: Analysis, clause: Clause, end: int) -> int:
    """Behind a calendar date that stands beside the words that end there («…, en décembre 2019»)."""
    near = within(analysis.times, end, min(end + 2 * _BEHIND, clause.sentence.end))
    date = next((t for t in near if t.basis == "stated" and t.interval), None)
    apposed = date is not None and _APPOSED.fullmatch(analysis.low, end, date.start) is not None
    return date.end if date is not None and apposed else end


def recall_of(analysis: Analysis, clause: Clause, start: int) -> Recall | None:
    """The act recalled that the words at an offset are, or whose victims they tell."""
    return next((r for r in recalls(analysis, clause) if _within(r, start)), None)


def _within(recall: Recall, start: int) -> bool:
    return start == recall.noun or 0 <= recall.told <= start < recall.end


def of_recalled(analysis: Analysis, clause: Clause, start: int, told: int) -> bool:
    """What stands at the offset `told` is of an act recalled, of which the words at `start` are none."""
    return any(_recalled_apart(analysis, clause, start, told))


def _recalled_apart(analysis: Analysis, clause: Clause, start: int, told: int) -> Iterator[Recall]:
    return (r for r in recalls(analysis, clause) if r.start <= told < r.end and not r.start <= start < r.end)


def far_from(analysis: Analysis, clause: Clause, start: int, told: int) -> bool:
    """The same, where the words at `start` are of something else by all means: of days after it, or of what is only
    measured by it («la pire attaque depuis celle de X»); not «200 tués depuis l'attaque de X».
    """
    apart = _recalled_apart(analysis, clause, start, told)
    return any(r.offset is not None or _measures(analysis, clause, r) for r in apart)


def _measures(analysis: Analysis, clause: Clause, recall: Recall) -> bool:
    return cues(LANGUAGE).compared.search(before(analysis.low, clause.sentence.start, recall.start)) is not None


def place_recalled(analysis: Analysis, clause: Clause, start: int) -> Where | None:
    """The most exact place told of the act recalled that the words at an offset are of; no country."""
    recall = recall_of(analysis, clause, start)
    if recall is None or (recall.told < 0 and recall.offset is None):
        return None  # «90 morts au Mali depuis l'attaque de X»
    told = within(analysis.places, recall.start, recall.end)
    exact = [p for p in told if p.place and p.place.level != "country"]
    nearest = min(exact, key=lambda p: p.place.km if p.place else 0, default=None)
    return where_of_mention(nearest, "place.recalled") if nearest is not None else None


def dates_in(analysis: Analysis, recall: Recall) -> list[TimeMention]:
    """The dates of the act recalled, those of the calendar first."""
    told = [t for t in within(analysis.times, recall.start, recall.end) if t.interval and t.kind != "until"]
    return sorted(told, key=lambda t: t.kind == "since")


def days_after(analysis: Analysis, clause: Clause) -> tuple[Interval, TimeMention] | None:
    """«Deux jours après l'attaque du 10 juillet, …»: on the 12th."""
    for recall in recalls(analysis, clause):
        told = [t for t in dates_in(analysis, recall) if t.kind == "day" and t.interval and t.interval.days == 1]
        if recall.offset is None or not told or told[0].interval is None:
            continue
        after = event_after(recall.offset, told[0].interval)
        if after is not None:
            return after, recall.offset
    return None
