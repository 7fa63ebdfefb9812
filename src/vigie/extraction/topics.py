"""Level 5: stories that tell of dead and of battles, and not of a conflict's news: a film, a burglary, an old war.

What a story is about is told by its words (`cues_events.toml`, the J words of the lexicon): enough different ones in
all, one of them at its head. A sentence with a day of the last weeks is news even there, but in a story of
crime or of an accident at work.
"""

import datetime as dt
from collections.abc import Collection
from typing import NamedTuple

from vigie.times import TimeMention

from .actor_ids import nameless
from .actors import ActorMention
from .analysis import Analysis
from .crowds import is_crowd
from .cues import in_earnest, marks, told
from .frames import Clause
from .relevance import strong
from .struck import raided, struck
from .units import Unit


class _Topic(NamedTuple):
    """What makes a story one of a topic, and what its sentences may tell all the same."""

    least: int  # different words of it
    today: bool = True  # what it tells is of the day, and no news of a conflict
    beside_war: bool = False  # of a story that has words of war in earnest as well
    visited: bool = True  # people go there, and may be attacked there
    only_with: str | None = None  # another list, of which it has a word too


TOPICS = {
    "crime": _Topic(2, beside_war=True, visited=False),
    "works": _Topic(3, beside_war=True, visited=False),
    "demining": _Topic(2, beside_war=True, visited=False, only_with="old_wars"),
    "tale": _Topic(3, today=False, beside_war=True),
    "memory": _Topic(3, today=False),
    "court": _Topic(4, today=False),
    "offences": _Topic(3),
    "fans": _Topic(4),
    "hunt": _Topic(3, beside_war=True, visited=False),
    "beasts": _Topic(4, beside_war=True),
    "stage": _Topic(4, today=False),
    "drill": _Topic(3, beside_war=True, visited=False),
    "sport": _Topic(5),
    "science": _Topic(3),
    "cyber": _Topic(3),
}
_IMAGES = 3  # words of ballots or trade, where words of war are only borrowed: «l'offensive du candidat»
_FEWER = {"climate": 2}  # hardly anything else is told in such words
_FEAR = 4  # units before a word of war: «par crainte d'attentats»
_STEM = 6  # letters: «braquage» and «braqueurs» are one word
_HEAD = 3  # sentences that say what a story is about: its title and its lead
_OF_STATES = ("drill",)  # governments act in it
_OF_NATURE = ("beasts",)  # nobody in it bears arms
_TOLD_OF = ("tale", "stage", "memory", "beasts")  # what fighters do on a day of this week is not told of those
_OLD = dt.date(1946, 1, 1)
_FRESH = dt.timedelta(days=45)


def out_of_the_news(analysis: Analysis, clause: Clause, at: int = 0) -> bool:
    """Whether the story is of such a topic, and the part of the sentence around a unit tells no news beside it."""
    topic = _of_story(analysis)
    return topic is not None and (TOPICS[topic].today or not _fresh(analysis, topic, _part(clause, at)))


def _part(clause: Clause, at: int) -> list[Unit]:
    """The units around one, from colon to colon."""
    first, last = clause.codes.rfind(":", 0, at), clause.codes.find(":", at)
    return clause.units[first + 1 : last if last >= 0 else None]


def of_no_power(analysis: Analysis, clause: Clause) -> bool:
    """The same of what governments do: they announce manoeuvres, and answer them."""
    return _of_story(analysis) not in _OF_STATES and out_of_the_news(analysis, clause)


def _of_story(analysis: Analysis) -> str | None:
    return analysis.once("topic", lambda: _topic(analysis))


def borrows(analysis: Analysis, topic: str) -> bool:
    """Whether the story is of ballots, trade, strikes or the climate, which speak of offensives and threats, and names
    no armed group.
    """
    least = _FEWER.get(topic, _IMAGES)
    return _is_on(topic, least, analysis) and not any(_group(a) and not _party(a) for a in analysis.actors)


def _party(actor: ActorMention) -> bool:
    """«Balayés par les indépendantistes»: those of a ballot bear no arms."""
    return actor.text.lower().startswith("indépendantist")


def of_old(day: dt.date) -> bool:
    """History, whatever the story is: the wars up to 1945."""
    return day < _OLD


def _topic(analysis: Analysis) -> str | None:
    found = (topic for topic in TOPICS if _is_on(topic, TOPICS[topic].least, analysis))
    return next((topic for topic in found if not _other(topic, analysis)), None)


def _is_on(topic: str, least: int, analysis: Analysis) -> bool:
    words = analysis.once("topics", lambda: _words(analysis))
    found, beside = words.get(topic), TOPICS[topic].only_with if topic in TOPICS else None
    if found is None or (beside is not None and beside not in words) or len({low[:_STEM] for low in found}) < least:
        return False
    head = [*analysis.headline, *analysis.clauses[:_HEAD]]
    return any(unit.low in found for clause in head for unit in clause.units)


def _words(analysis: Analysis) -> dict[str, set[str]]:
    """The different words of a story by the lists and topics that they tell of."""
    found: dict[str, set[str]] = {}
    known = marks("fr")
    told_in = [*analysis.headline, *analysis.clauses]
    units = {unit.low: unit for clause in told_in for unit in clause.units}
    for low, unit in units.items():
        for topic in _topics(unit) if known[low] or unit.code in "JT" else ():  # few words tell of any
            found.setdefault(topic, set()).add(low)
    if "in_earnest" in found and not any(_meant(clause, found["in_earnest"]) for clause in analysis.clauses):
        del found["in_earnest"]
    return found


def _meant(clause: Clause, words: set[str]) -> bool:
    """Whether one of the words is told of as something that is or was, not as what is feared."""
    at = (i for i, unit in enumerate(clause.units) if unit.low in words)
    return any(not told("dreaded", clause.units[max(0, i - _FEAR) : i]) for i in at)


def _topics(unit: Unit) -> Collection[str]:
    """Days of old wars tell that a story is one of memory."""
    listed = marks("fr")[unit.low]
    if unit.time is not None:
        old = unit.time.interval is not None and of_old(unit.time.interval.end)
        return {*listed, "tale", "memory"} if old else listed
    found = listed if unit.code != "J" else {unit.value, *listed}
    return found if "tale" not in found else {"memory", *found}


def _other(topic: str, analysis: Analysis) -> bool:
    """Armed groups commit no burglary, a bomb is no accident; people who march, or kill somebody, are news."""
    if TOPICS[topic].visited and any(_struck(analysis, clause) for clause in analysis.clauses[:_HEAD]):
        return True
    if topic in _TOLD_OF and any(_raided(analysis, clause) for clause in analysis.clauses[:_HEAD]):
        return True
    head = [unit for clause in analysis.clauses[:_HEAD] for unit in clause.units]
    if (topic != "fans" and any(map(is_crowd, head))) or _groups(topic, analysis, head):
        return True
    if topic in _OF_NATURE and any(map(_under_arms, analysis.clauses[:_HEAD])):
        return True
    if not TOPICS[topic].beside_war and "in_earnest" in analysis.once("topics", lambda: _words(analysis)):
        return True
    meant = any("bombing" in c.listed and in_earnest("bombing", c.units) for c in analysis.clauses)
    return topic == "works" and (meant or not any(u.value in ("blast", "accident") for u in head))


def _under_arms(clause: Clause) -> bool:
    """«Des hommes armés ont tué trois apiculteurs», «une frappe de drone»; the «soldats» of termites are none."""
    if any(unit.code in "mJ" and unit.value in ("animal", "nature") for unit in clause.units):
        return False
    return any(unit.code in "WVAEF" and strong(unit) for unit in clause.units)


def _struck(analysis: Analysis, clause: Clause) -> bool:
    """Whoever goes to a match, a film or a trial may be attacked there, and its words tell then where he was."""
    day = struck(clause)
    return day is not None and _recent(analysis, day)


def _raided(analysis: Analysis, clause: Clause) -> bool:
    day = raided(clause)
    return day is not None and _recent(analysis, day)


def _recent(analysis: Analysis, unit: Unit) -> bool:
    if analysis.published is None or unit.time is None or unit.time.interval is None or not _dates(unit.time):
        return analysis.published is None
    return unit.time.interval.end >= analysis.published.end - _FRESH


def _groups(topic: str, analysis: Analysis, head: list[Unit]) -> bool:
    """Films have their terrorists, manoeuvres too where only the scenario tells of them."""
    if topic == "drill":
        return any(unit.actor is not None and _group(unit.actor) for unit in head)
    return topic != "tale" and armed(analysis)


def armed(analysis: Analysis) -> bool:
    """Whether a group under arms is named, not only gunmen whom nobody knows."""
    return any(map(_group, analysis.actors))


def _group(actor: ActorMention) -> bool:
    return actor.kind == "armed" and not nameless(actor.ids)


def _fresh(analysis: Analysis, topic: str, part: list[Unit]) -> bool:
    """It has a day of the last weeks, and no word of the topic: «célébré dimanche le centenaire de la bataille»."""
    if analysis.published is None or any(topic in _topics(unit) for unit in part):
        return False
    times = (unit.time for unit in part if unit.time is not None)
    days = (time.interval.start for time in times if time.interval is not None and _dates(time))
    return any(day >= analysis.published.end - _FRESH for day in days)  # «dix mois de combats» are no news


def _dates(time: TimeMention) -> bool:
    """«En deux heures», «deux jours plus tard» are of the story told, not of today."""
    counted = time.kind in ("duration", "offset") or "later" in marks("fr")[time.text.lower()]
    return not counted and not time.text.lower().startswith("en ")
