"""Level 6: the day and the place that the words for its dead give to an act («sont morts dimanche dans l'attaque de
leur camp», «l'attaque qui a fait dix morts lundi à X»).
"""

import re

from .analysis import Analysis
from .cues import cues
from .events import Happening
from .setting_when import When, read_when

_ITS_DEAD = re.compile(r"(?:wx|x|k|M)[rg]*[MKkNQVdT][^.;:,EFwcxX]*")  # behind it: «qui a tué», «ayant fait», «faisant»
_DAYS = frozenset({"day", "night"})


def died_in(seen: Happening, start: int, end: int) -> bool:
    """«Cinq soldats sont morts dimanche dans l'attaque de leur camp»: theirs are the act's."""
    units = seen.clause.units
    before = [u for u in units if u.start < start][-1:]
    if end > units[seen.at].start or not before or before[0].code not in "KIN":
        return False
    between = " ".join(u.low for u in units[: seen.at] if u.start >= end)
    return cues("fr")["died_in"].search(between) is not None


def _of_its_dead(seen: Happening) -> tuple[int, int]:
    """«l'attaque qui a fait vingt-trois morts lundi à Gubio»: where what tells of its dead begins and ends, which has
    its day and place; nothing (an empty span) where none follows.
    """
    told_of = _ITS_DEAD.match(seen.clause.codes, seen.at + 1) if seen.definite else None
    if told_of is None:
        return seen.end, seen.end
    units = seen.clause.units[told_of.start() : told_of.end()]
    return units[0].start, units[-1].end


def told_with_its_dead(seen: Happening, at: int) -> bool:
    """Whether an offset lies in what tells of the dead of an act."""
    first, last = _of_its_dead(seen)
    return first <= at < last


def day_of_its_dead(analysis: Analysis, seen: Happening) -> When | None:
    """The day that is told with the dead of an act."""
    day = next((t for t in analysis.times_in(*_of_its_dead(seen)) if t.kind in _DAYS), None)
    return read_when(day, "time.sentence") if day is not None else None
