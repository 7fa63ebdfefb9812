"""Level 5: stories that tell of dead and of battles, and not of a conflict's news: a film, a burglary, an old war.

What a story is about is told by its words (`cues_events.toml`, the J words of the lexicon): enough different ones in
all, one of them at its head. A sentence with a day of the last weeks is news even there, but in a story of
crime or of an accident at work.
"""

import datetime as dt
from collections.abc import Collection

from .acts import UNKNOWN
from .analysis import Analysis
from .crowds import is_crowd
from .cues import marks, told
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
    return _is_on(topic, _IMAGES, analysis) and not armed(analysis)


def of_old(day: dt.date) -> bool:
    """History, whatever the story is: the wars up to 1945."""
    return day < _OLD


def _topic(analysis: Analysis) -> str | None:
    found = (topic for topic, least in TOPICS.items() if _is_on(topic, least, analysis))
    return next((topic for topic in found if not _other(topic, analysis)), None)


def _is_on(topic: str, least: int, analysis: Analysis) -> bool:
    found = analysis.once("topics", lambda: _words(analysis)).get(topic)
    if found is None or len({low[:_STEM] for low in found}) < least:
        return False
    return any(unit.low in found for clause in analysis.clauses[:_HEAD] for unit in clause.units)


def _words(analysis: Analysis) -> dict[str, set[str]]:
    """The different words of a story by the lists and topics that they tell of."""
    found: dict[str, set[str]] = {}
    for low, unit in {unit.low: unit for clause in analysis.clauses for unit in clause.units}.items():
        for topic in _topics(unit):
            found.setdefault(topic, set()).add(low)
    return found


def _topics(unit: Unit) -> Collection[str]:
    if unit.time is not None:
        return ("tale",) if unit.time.interval is not None and of_old(unit.time.interval.end) else ()
    listed = marks("fr")[unit.low]
    return listed if unit.code != "J" else {unit.value, *listed}


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
