"""Level 3: the words for crowds: people who march, and what they march for."""

import re

from .agency import governed
from .cues import told
from .event_types import type_of
from .frames import Clause
from .units import Unit

PEACEFUL, DISPERSED = "Peaceful protest", "Protest with intervention"
RIOT, EXCESSIVE, MOB = "Violent demonstration", "Excessive force against protesters", "Mob violence"
LADDER = (PEACEFUL, DISPERSED, RIOT, EXCESSIVE)
DEMONSTRATIONS = frozenset(LADDER)
_APART = ({RIOT, EXCESSIVE}, {RIOT, DISPERSED})

OF_PROTEST = "of protest"  # the mark of the sentences of a story of protest
_SUBJECT = re.compile(r"[^.;:,AEFKkp]{0,8}(?:,[^.;:,]{1,12},)?[xXrgyoj]{0,4}")
_AGENT = re.compile(r"[TroljPKFt\"]{0,5}p[lqQdoj\"]{0,4}")
_JOINED = re.compile(r"x[rgy]*(?P<first>[FK])[^.;:xXwcEFK]{0,12}t[r]?$")
_DONE = re.compile(r"x[rg]*F[^;:]*$")  # somebody else has done something before
_OBJECT = re.compile(r"k[dlqQhj\"]{0,4}$")
_FAR = 16  # units between a deed and its subject


def one_demonstration(first: str, second: str) -> bool:
    """Words of one demonstration may give it two types, of which the sterner holds; forces do not riot."""
    return first in DEMONSTRATIONS and second in DEMONSTRATIONS and {first, second} not in _APART


def is_crowd(unit: Unit) -> bool:
    """People who march, or a word for their marching."""
    marched = unit.code in "EF" and type_of(unit) in DEMONSTRATIONS and unit.feature("crowd") is None
    return protesters(unit) or marched or (unit.code in "oVUYE" and told("crowd", [unit]))


def protesters(unit: Unit) -> bool:
    """People whom the words call protesters."""
    return unit.actor is not None and any(actor.endswith("-PRO") for actor in unit.actor.ids)


def stoning(unit: Unit) -> bool:
    """«des jets de pierres»."""
    return unit.code in "EF" and unit.feature("weapon") == "stones"


def shots_and_stones(first: Unit, second: Unit) -> bool:
    """«ont ouvert le feu après des jets de pierres»: each from another side."""
    fired = [u for u in (first, second) if u.value == "shooting" or u.feature("weapon") == "small_arms"]
    return stoning(first) != stoning(second) and bool(fired)


def part_around(clause: Clause, at: int) -> list[Unit]:
    """The units around an act, up to the marks that end its part of the sentence."""
    first = max((clause.codes.rfind(mark, 0, at) for mark in ".;:"), default=-1)
    ends = [i for mark in ".;:" if (i := clause.codes.find(mark, at)) >= 0]
    return clause.units[first + 1 : min(ends, default=len(clause.units))]


def crowded(clause: Clause, at: int) -> bool:
    """Whether a crowd is told beside a word that peace uses too («dispersé», «défilé»), or by the story; of those who
    march it is enough to say for what.
    """
    here, marching = clause.units[at], type_of(clause.units[at]) == PEACEFUL
    if OF_PROTEST in clause.memo and not (marching and not _many(clause, at)):
        return True
    around = [unit for unit in part_around(clause, at) if unit is not here]
    return any(map(is_crowd, around)) or told("cause" if marching else "gathered", around)


def _many(clause: Clause, at: int) -> bool:
    """«des milliers de personnes ont défilé»: a number of people, or students, before the verb."""
    before = clause.units[max(0, at - _FAR) : at]
    return any(u.code == "V" and u.value not in ("armed", "police") for u in before)


def doer_of(clause: Clause, at: int) -> Unit | None:
    """People without arms who are the subject of a verb, or its agent: «des jeunes ont incendié», «par la foule»."""
    if clause.codes[at] not in "FWKk":
        return None
    if (joined := _JOINED.search(clause.codes, max(0, at - _FAR), at)) is not None:
        return doer_of(clause, joined.start("first"))  # «des jeunes ont attaqué un poste et incendié un bus»
    for i in range(at - 1, max(-1, at - _FAR), -1):
        if told("under_arms", [clause.units[i]]):
            return None
        if _unarmed(clause.units[i]):
            if "w" not in clause.codes[i:at] and (governed(clause, i) or _OBJECT.search(clause.codes, 0, i)):
                return None  # «ouvrant le feu sur les habitants», «tuant des habitants et incendiant leurs maisons»
            if clause.units[at].low.endswith("ant") and _DONE.search(clause.codes, 0, i) is not None:
                return None  # «des hommes armés ont attaqué la population, tuant»
            return clause.units[i] if _SUBJECT.fullmatch(clause.codes, i + 1, at) and _acting(clause, i, at) else None
    return _agent(clause, at)


def _acting(clause: Clause, subject: int, at: int) -> bool:
    """Behind «ont», not «été»: the verb is theirs."""
    helpers = clause.codes[max(subject, at - 5) : at]
    return "X" not in helpers and ("x" in helpers or clause.units[at].low.endswith(("ent", "ant")))


def _agent(clause: Clause, at: int) -> Unit | None:
    for i in range(at + 1, min(at + 9, len(clause.units))):
        if _unarmed(clause.units[i]) and _AGENT.fullmatch(clause.codes, at + 1, i):
            return clause.units[i]
    return None


def _unarmed(unit: Unit) -> bool:
    return unit.code not in "EFK" and (is_crowd(unit) or in_a_mob(unit))


def in_a_mob(unit: Unit) -> bool:
    """«des militants», «des partisans de X»; «des militants jihadistes» are fighters."""
    fighters = unit.actor is not None and unit.actor.kind == "armed" and told("activists", [unit])
    return told("mob", [unit]) and not fighters


def mob_of(clause: Clause, at: int) -> Unit | None:
    """The mob of a killing: «battu à mort par des habitants», «la foule a brûlé vif»."""
    doer = doer_of(clause, at) if clause.units[at].feature("weapon") != "small_arms" else None
    return doer if doer is not None and not protesters(doer) and _raging(clause, at) else None


def _raging(clause: Clause, at: int) -> bool:
    return "p" in clause.codes[at:] or told("foul", clause.units[:at])
