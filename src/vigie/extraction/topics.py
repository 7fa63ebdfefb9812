"""Level 5: stories that tell of dead and of battles, and not of a conflict's news: a film, a burglary, an old war.

What a story is about is told by its words (`cues_events.toml`, the J words of the lexicon): enough different ones in
all, one of them at its head. A sentence with a day of the last weeks is news even there, but in a story of
crime or of an accident at work.
"""

import datetime as dt

from .acts import UNKNOWN
from .analysis import Analysis
from .crowds import is_crowd
from .cues import cues, told
from .frames import Clause
from .seeming import fancied
from .units import Unit

TOPICS = {"crime": 2, "works": 3, "tale": 3}  # how many different words make it that of the story
_IMAGES = 3  # the same, where words of war are only borrowed: «l'offensive du candidat», «la guerre des prix»
_STEM = 6  # letters: «braquage» and «braqueurs» are one word
_HEAD = 3  # sentences that say what a story is about: its title and its lead
_TODAY = ("crime", "works")  # what they tell is of the day, and no news of a conflict
_OLD = dt.date(1946, 1, 1)
_FRESH = dt.timedelta(days=45)


def out_of_the_news(analysis: Analysis, clause: Clause) -> bool:
    """Whether the story is of such a topic, and the sentence tells no news beside it."""
    topic = analysis.once("topic", lambda: _topic(analysis))
    return topic is not None and (topic in _TODAY or not _fresh(analysis, clause))


def borrows(analysis: Analysis, topic: str) -> bool:
    """Whether the story is of ballots or trade, which speak of offensives and threats, and names no armed group."""
    return analysis.once(topic, lambda: _is_on(topic, _IMAGES, *_words(analysis)) and not armed(analysis))


def of_old(day: dt.date) -> bool:
    """History, whatever the story is: the wars up to 1945."""
    return day < _OLD


def _topic(analysis: Analysis) -> str | None:
    units, head = _words(analysis)
    found = (topic for topic, least in TOPICS.items() if _is_on(topic, least, units, head))
    return next((topic for topic in found if not _other(topic, analysis)), None)


def _words(analysis: Analysis) -> tuple[dict[str, Unit], set[str]]:
    """The different words of a story, and those of its head."""
    head = {unit.low for clause in analysis.clauses[:_HEAD] for unit in clause.units}
    return {unit.low: unit for clause in analysis.clauses for unit in clause.units}, head


def _is_on(topic: str, least: int, units: dict[str, Unit], head: set[str]) -> bool:
    found = {low for low, unit in units.items() if _tells(topic, unit)}
    return bool(found & head) and len({low[:_STEM] for low in found}) >= least


def _tells(topic: str, unit: Unit) -> bool:
    if unit.code == "J" and unit.value == topic:
        return True
    if unit.time is not None:
        return topic == "tale" and unit.time.interval is not None and of_old(unit.time.interval.end)
    return cues("fr")[topic].begins[unit.low]


def _other(topic: str, analysis: Analysis) -> bool:
    """Armed groups commit no burglary, a bomb is no accident; people who march, or kill somebody, are news."""
    head = [unit for clause in analysis.clauses[:_HEAD] for unit in clause.units]
    if any(map(is_crowd, head)) or (topic != "tale" and armed(analysis)):
        return True
    meant = any(told("bombing", c.units) and not fancied(c.units) for c in analysis.clauses)
    return topic == "works" and (meant or not any(u.value in ("blast", "accident") for u in head))


def armed(analysis: Analysis) -> bool:
    """Whether a group under arms is named, not only gunmen whom nobody knows."""
    return any(a.kind == "armed" and not all(i.endswith(UNKNOWN) for i in a.ids) for a in analysis.actors)


def _fresh(analysis: Analysis, clause: Clause) -> bool:
    """It has a day of the last weeks."""
    if analysis.published is None:
        return False
    days = (unit.time.interval.end for unit in clause.units if unit.time is not None and unit.time.interval is not None)
    return any(day >= analysis.published.end - _FRESH for day in days)
