"""Level 6: the day that a paragraph or a dated entry of a chronology hands on to its sentences without one."""

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from vigie.times import TimeMention
from vigie.values import Place

from .analysis import Analysis
from .frames import Clause
from .setting_cover import apart
from .setting_cues import LANGUAGE, cues
from .setting_place import SMALL
from .setting_scenes import scenes
from .setting_time import VIOLENT, days, main_time, recent
from .setting_when import When, read_when

_BACK = 4  # sentences of a paragraph back to its day
_FAR = 12  # sentences back to the last day told
_APART, _BESIDE = 40.0, 15.0  # km between two places that are not of one act; where the second opens its sentence
_HEAD = 3  # characters: «A »
_DAYS = 3  # days: an entry is of a day or a night
FROM_PARAGRAPH = ("time.entry", "time.paragraph", "time.told-before")
_KINDS = ("day", "night", "part", "clock")
_OPENS = re.compile(r"[\s\-•*·>\"«(\[]{0,6}$")
_ENTRY = re.compile(r" ?(?::|\.(?= ?[^\d\s]|\s*\n|$)|- ?[^\d]|\n|\)|\])")


class Entry(NamedTuple):
    """A date that opens a paragraph; `alone` where it is all of its line, so that it dates the lines behind it too."""

    start: int
    paragraph: int
    mention: TimeMention
    alone: bool


def day_before(analysis: Analysis, clause: Clause) -> When | None:
    """The day of the entry («- Mardi 20. …», «28 mars: …»), else what the sentences before tell in the paragraph."""
    return analysis.once(("day before", clause.index), lambda: _entry(analysis, clause) or _paragraph(analysis, clause))


def news_before(analysis: Analysis, clause: Clause) -> When | None:
    """The story's day where its first sentences tell none: the last one told so far with violence."""
    return analysis.once(("news before", clause.index), lambda: _news(analysis, clause) or _last_told(analysis, clause))


def _news(analysis: Analysis, clause: Clause) -> When | None:
    """Not the day of what a later sentence tells of a place far from the one that this sentence names."""
    main = main_time(analysis)
    return None if main is None or _of_elsewhere(analysis, clause, main) else main


def _of_elsewhere(analysis: Analysis, clause: Clause, main: When) -> bool:
    """«Un policier a été tué à X. Deux soldats ont été blessés dimanche à Y.», where no «l'attaque» takes it up."""
    later = analysis.clause_at(main.start) if main.start >= clause.sentence.end else None
    if later is None or cues(LANGUAGE).same_act.search(later.words) is not None:
        return False
    here, there = _spots(analysis, clause), _spots(analysis, later)
    least = _BESIDE if _opens_elsewhere(analysis, later) else _APART
    far = (apart(a, b) > max(least, a.km + b.km) for a in here for b in there)
    return bool(here and there) and all(far)


def _opens_elsewhere(analysis: Analysis, clause: Clause) -> bool:
    """«A Y, deux autres ont été blessés»."""
    return any(p.start - clause.sentence.start <= _HEAD for p in scenes(analysis, clause))


def _spots(analysis: Analysis, clause: Clause) -> list[Place]:
    return [p.place for p in scenes(analysis, clause) if p.place and p.place.km <= SMALL]


def _last_told(analysis: Analysis, clause: Clause) -> When | None:
    at = bisect_left(analysis.clauses, clause.index, key=lambda c: c.index)
    for earlier in reversed(analysis.clauses[max(0, at - _FAR) : at]):
        told = [t for t in days(analysis, earlier) if recent(t, analysis.published)]
        if told and VIOLENT & set(earlier.codes):
            return read_when(told[-1], "time.told-before")
    return None


def _entry(analysis: Analysis, clause: Clause) -> When | None:
    entries = analysis.once("entries", lambda: _entries(analysis))
    at = bisect_right(entries, clause.sentence.end, key=lambda e: e.start) - 1
    if at < 0:
        return None
    entry = entries[at]
    here = entry.paragraph == clause.sentence.paragraph or (entry.alone and sum(e.alone for e in entries) > 1)
    return read_when(entry.mention, "time.entry") if here else None


def _entries(analysis: Analysis) -> list[Entry]:
    """The dates that open paragraphs, in order."""
    found: list[Entry] = []
    last = -1
    for clause in analysis.clauses:
        sentence = clause.sentence
        if sentence.paragraph == last:
            continue
        last = sentence.paragraph
        told = analysis.times_in(sentence.start, sentence.end)[:1]
        found.extend(entry for t in told if (entry := _opening(analysis, sentence.start, sentence.paragraph, t)))
    return found


def _opening(analysis: Analysis, start: int, paragraph: int, told: TimeMention) -> Entry | None:
    if told.kind not in _KINDS or told.interval is None or told.interval.days > _DAYS:
        return None
    behind = _ENTRY.match(analysis.low, told.end)
    if not _OPENS.match(analysis.low, start, told.start) or (behind is None and told.end < len(analysis.low)):
        return None
    line = analysis.low.find("\n", told.end)
    alone = not analysis.low[told.end : line if line >= 0 else None].strip(" .:-)]")
    return Entry(start, paragraph, told, alone)


def _paragraph(analysis: Analysis, clause: Clause) -> When | None:
    at = bisect_left(analysis.clauses, clause.index, key=lambda c: c.index)
    for earlier in reversed(analysis.clauses[max(0, at - _BACK) : at]):
        if earlier.sentence.paragraph != clause.sentence.paragraph:
            return None
        told = [t for t in days(analysis, earlier) if not t.rule.endswith(":earlier")]
        if told:
            return read_when(told[-1], "time.paragraph") if recent(told[-1], analysis.published) else None
    return None
