"""Level 4: how many acts, or places and goals hit, the words count."""

import re
from typing import NamedTuple

from .agency_shared import Role
from .cues import marks
from .event_types import type_of
from .frames import Clause
from .units import Unit

_SALVO = 6  # rockets, bombs, shells that are counted one by one
_AHEAD = 6  # units behind a verb within which what it fired stands
_MANY = re.compile(r"Qd?[oj]?Y$")  # «quatre postes», «une trentaine de maisons»
# What is fired piece by piece, as its entry names the type.
_FIRED = frozenset({"Shelling/artillery/missile_attack", "Air/drone_strike", "Grenade"})


class Counted(NamedTuple):
    """A number of acts: the unit that says it, and what it counts (strikes, attacks, sites, targets)."""

    unit: Unit
    of: str


def counted(clause: Clause, at: int, target: Role | None) -> Counted | None:
    """How many acts, or places or goals hit, the words tell: «deux raids», «frappes sur quatre localités»,
    «12 cibles».
    """
    unit = clause.units[at]
    before = [u for u in clause.units[max(0, at - 2) : at] if u.code == "Q"]
    if before and unit.code == "E" and unit.low.split(" ")[0].endswith("s"):
        strikes = type_of(unit) in (
            "Air/drone strike",
            "Shelling/artillery/missile attack",
            "bombing",
            "strike",
            "shooting",
        )
        return Counted(before[-1], "strikes" if strikes else "attacks")
    for i in range(at + 1, min(at + 12, len(clause.units) - 1)):
        if clause.codes[i] in ".;:":
            break
        if clause.codes[i] == "Q" and (goal := _goal(clause.units[i + 1])) is not None:
            return Counted(clause.units[i], goal)
    return _fired(clause, at) or _things_hit(clause, at, target)


def _fired(clause: Clause, at: int) -> Counted | None:
    """«a tiré une centaine de roquettes», «59 missiles tirés»: a salvo is counted; of two shells the act is one."""
    for i in [at, *range(at + 1, min(at + _AHEAD, len(clause.units))), *range(max(0, at - 3), at)]:
        unit, number = clause.units[i], clause.units[i - 1] if i else None
        number = clause.units[i - 2] if i > 1 and clause.codes[i - 1] == "d" else number  # «une centaine de roquettes»
        if unit.code == "W" and number is not None and (unit.feature("type") or "") in _FIRED:
            many = number.quantity is not None and (number.quantity.figure or 0) >= _SALVO
            return Counted(number, "strikes") if many else None
    return None


def _things_hit(clause: Clause, act: int, target: Role | None) -> Counted | None:
    """«ont attaqué quatre postes de police», «une soixantaine de maisons ont été brûlées»; cars are no places, and what
    another act of the sentence did is no part of this one («a confirmé l'attaque et que cent maisons avaient brûlé»).
    """
    at = clause.units.index(target.unit) if target is not None and target.unit in clause.units else 0
    many = _MANY.search(clause.codes, 0, at + 1)
    others = set(clause.codes[min(act, at) + 1 : max(act, at)]) & set("EF")
    hit = many is not None and clause.units[at].value != "vehicle" and not others
    return Counted(clause.units[many.start()], "sites") if many is not None and hit else None


def _goal(unit: Unit) -> str | None:
    """What is counted behind a number: places, goals."""
    return next((kind for kind in ("sites", "targets") if kind in marks("fr")[unit.low]), None)
