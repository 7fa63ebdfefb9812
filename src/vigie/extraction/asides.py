"""Level 5: an illness, a disaster or an accident that is told beside people who were killed, and did not kill them:
«Dix habitants ont été tués à X. Le choléra sévit dans la région.»
"""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import NamedTuple

from .cues import told
from .frames import Clause
from .nature import of_peace, peaceful
from .units import Unit

_BEFORE = 5  # units before an illness that tell what is done against it, and before a disaster that people fled it
_AGO = dt.timedelta(days=15)  # a disaster that long before the killing is another matter
_ACTS = frozenset({"assault", "attentat", "bombing", "Attack", "Suicide_bomb"})
_PLUPERFECT = frozenset({"avait", "avaient"})
_Earnest = Callable[[Clause], Iterable[Unit]]


class Asides(NamedTuple):
    """By their `id`: units that tell of no cause of the killing, those among them that are no cause in their own
    sentence either, and the clauses in which who dies may have died of them all the same.
    """

    told: frozenset[int]
    fought: frozenset[int]
    near: frozenset[int]


def asides(clauses: list[Clause], earnest: _Earnest) -> Asides:
    """Illness behind a killing told without it, disasters and accidents that came before the killing or were fled, and
    an illness that is only fought where somebody was killed; `earnest` gives the words of war that are meant.
    """
    found, fought, near = set[int](), set[int](), set[int]()
    slain: Clause | None = None
    shadow = False
    for clause in clauses:
        causes = [i for i, unit in enumerate(clause.units) if peaceful(unit)]
        slays = _slays(clause, earnest)
        others = {id(clause.units[i]) for i in causes if _beside(clause, i, slain, slays)}
        found |= others
        fought |= others if slays else set()
        if not slays and (others or shadow):
            near.add(id(clause))
        shadow = bool(others)
        slain = clause if slain is None and slays and len(others) == len(causes) else slain
    return Asides(frozenset(found), frozenset(fought), frozenset(near))


def _slays(clause: Clause, earnest: _Earnest) -> bool:
    """It tells that somebody killed people or attacked them; who «sont morts» were not killed."""
    if any(u.code == "E" and u.value in _ACTS for u in earnest(clause)):
        return True
    return any(_killing(unit) and not of_peace(clause, i) for i, unit in enumerate(clause.units))


def _killing(unit: Unit) -> bool:
    if unit.code == "E":
        return unit.value in _ACTS and unit.feature("weapon") is not None  # «une fusillade»
    if unit.value != "killed" or unit.code not in "KkD":
        return False
    return not told("befell", [unit]) and (unit.code != "D" or unit.feature("method") is not None)


def _beside(clause: Clause, at: int, slain: Clause | None, slays: bool) -> bool:
    """Whether the word of peace tells no cause of the killing: of its own sentence it is one, unless it is fought."""
    if told("diseases", [clause.units[at]]):
        if slays:
            return told("against_illness", clause.units[max(0, at - _BEFORE) : at])
        return slain is not None and not _same_dead(clause, slain)
    return slain is not None and not slays and (_fled(clause, at) or _long_before(clause, at, slain))


def _same_dead(clause: Clause, slain: Clause) -> bool:
    """«L'épidémie a fait 40 morts»: those whom the title tells to be «tués», or as many."""
    return _deadly(clause) and (slain.sentence.heading or bool(_numbers(clause) & _numbers(slain)))


def _numbers(clause: Clause) -> set[int]:
    return {unit.quantity.figure for unit in clause.units if unit.quantity is not None}


def _deadly(clause: Clause) -> bool:
    return any(unit.code in "KkIND" and unit.value == "killed" for unit in clause.units)


def _fled(clause: Clause, at: int) -> bool:
    """«avaient déjà fui le séisme»."""
    return told("fled", clause.units[max(0, at - _BEFORE) : at])


def _long_before(clause: Clause, at: int, slain: Clause) -> bool:
    """«avait été touchée par un séisme en avril», «Un accident avait coupé l'axe la veille»; what had «déjà» killed
    there is of the same kind.
    """
    if not _PLUPERFECT & clause.lows or ("déjà" in clause.lows and _deadly(clause)):
        return False
    if told("had_come", clause.units) and told("other_accidents", [clause.units[at]]):
        return clause.codes[at - 1 : at] == "q"
    days, before = _days(slain), _days(clause)
    return bool(days and before) and max(before) < min(days) - _AGO


def _days(clause: Clause) -> list[dt.date]:
    times = (unit.time for unit in clause.units if unit.time is not None)
    return [time.interval.end for time in times if time.interval is not None and time.kind != "duration"]
