"""Level 5: fires and drownings that violence brings about are no accidents."""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from .cues import told
from .frames import Clause
from .units import Unit

WAR_ACTS = frozenset(
    {
        "Air/drone_strike",
        "Shelling/artillery/missile_attack",
        "Armed_clash",
        "Suicide_bomb",
        "Remote_explosive/landmine/IED",
        "Chemical_weapon",
        "attentat",
        "bombing",
        "Grenade",
        "Mob_violence",
        "Violent_demonstration",
        "Excessive_force_against_protesters",
        "Protest_with_intervention",
    }
)  # fmt: skip
_AT_WORK = re.compile(r"p[dlqQ]{0,2}W|W[ajod]{0,2}(?:sX|x)?[rg]?[MFKk]")  # «par des drones», «un drone a frappé»
_FOR_ITSELF = re.compile(r"[t,][lqQd]J[oj]?s?[xX]{1,2}r?[^KIkMNDxX]")
_BY_ACT = re.compile(r"E(?:[^.;:,KNkIF]{0,8}?M[dlqQ]{0,3}|,?td?l?|,[dl])[oj]?J$")
_AND_ACT = re.compile(r"J[oj]?(?:t|,)[dl]{0,2}E")
_BY_WHOM = re.compile(r"J[^.;:,KNkIF]{0,7}?p[dlqQ]{0,2}[oj]?[AV]")
_VERB = 5  # units behind a fire among which its verb stands
_NEXT = 1  # sentences behind an act in which a fire that killed is of it
_Earnest = Callable[[Clause], Iterable[Unit]]


class Aftermath(NamedTuple):
    """Units, by their `id`: of what violence brought about, and the fires among them that kill of it."""

    told: frozenset[int]
    deadly: frozenset[int]


def aftermath(clauses: list[Clause], earnest: _Earnest) -> Aftermath:
    """Fires told with an act of war or behind it («des frappes …; plusieurs incendies se sont déclarés»), the deadly
    ones in its sentence or the next, and the drowning of people who fled; `earnest` gives the words of war of a
    sentence that are meant.
    """
    act: int | None = None
    found, deadly = set[int](), set[int]()
    for at, clause in enumerate(clauses):
        act = at if _at_war(clause, earnest) else act
        drowned = _drowned_in_flight(clause)
        fires = [i for i, u in enumerate(clause.units) if u.code == "J" and told("fires", [u])]
        laid = {i for i in fires if _laid(clause, i)}
        fires = fires if act is not None else sorted(laid)
        near = (act is not None and at - act <= _NEXT) or bool(laid)
        found |= drowned | {id(clause.units[i]) for i in fires}
        deadly |= drowned | {id(clause.units[i]) for i in fires if near or _beside(clause, i)}
    return Aftermath(frozenset(found), frozenset(deadly))


def _beside(clause: Clause, at: int) -> bool:
    """«27 personnes ont été blessées et plusieurs incendies se sont déclarés»: told for itself, and of no harm."""
    return _FOR_ITSELF.search(clause.codes, 0, at + _VERB) is not None and clause.codes[at - 2 : at - 1] in ("t", ",")


def _laid(clause: Clause, at: int) -> bool:
    """«l'attaque a provoqué des incendies», «des violences et d'incendies», «l'incendie de leur maison par des
    miliciens»: told with what people did.
    """
    if _BY_ACT.search(clause.codes, 0, at + 1) is not None or _AND_ACT.match(clause.codes, at) is not None:
        return True
    by = _BY_WHOM.match(clause.codes, at)
    who = clause.units[by.end() - 1] if by is not None else None
    return who is not None and (who.value == "armed" or (who.actor is not None and who.actor.kind == "armed"))


def _drowned_in_flight(clause: Clause) -> set[int]:
    """«se sont noyés en fuyant»."""
    if not any(unit.value == "displaced" or told("flees", [unit]) for unit in clause.units):
        return set()
    return {id(unit) for unit in clause.units if unit.code == "J" and told("drownings", [unit])}


def _at_war(clause: Clause, earnest: _Earnest) -> bool:
    """It tells an act of war, or a weapon at work; a drone that films a forest fire is none."""
    words = list(earnest(clause))
    acts = any(u.code in "EF" and u.value in WAR_ACTS for u in words)
    return acts or (_AT_WORK.search(clause.codes) is not None and any(u.code == "W" for u in words))
