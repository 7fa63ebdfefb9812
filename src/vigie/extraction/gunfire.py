"""Level 5: whose guns a story tells of: what «tirs» and «frappes» may be."""

import re

from vigie.vocabulary import occupied

from .agency_shared import Role
from .analysis import Analysis
from .crowds import is_crowd
from .event_types import does, told_with
from .events import Happening
from .frames import Clause
from .sides import of_state, polices, shared, two_peoples
from .units import Unit

SHELLING = "Shelling/artillery/missile_attack"
# Who fires missiles from aircraft as a rule; those of others start on the ground or at sea.
_FROM_AIRCRAFT = frozenset({"USA", "ISR", "COALITION", "SAU-COALITION", "FRA", "GBR", "NATO", "SAU", "ARE"})
_WITH = re.compile(r"[ajoLT]{0,3}[dep][lqQd]{0,2}(?P<arm>W)")  # «frappe russe de roquettes», «au lance-roquettes»
_BESIDE = 9  # units


def shelled(analysis: Analysis, seen: Happening, by: list[str]) -> bool:
    """Guns, rockets or bombs are told of, so that «tirs» may be theirs; those that a patrol or a car came under, those
    of the police and those at marchers only where they are told beside them.
    """
    role = seen.target
    if _of_the_occupier(analysis, role):
        return False
    under = role is not None and (role.rule == "target.undergo" or role.unit.value == "vehicle")
    police = seen.by is not None and polices(seen.by.unit) and all(map(of_state, by))
    shelling = analysis.once("shelling", lambda: [c.index for c in analysis.clauses if _tells_shelling(c)])
    if any(map(is_crowd, seen.clause.units)):
        return seen.clause.index in shelling
    return any(abs(index - seen.clause.index) <= 1 for index in shelling) if under or police else bool(shelling)


def _of_the_occupier(analysis: Analysis, role: Role | None) -> bool:
    """«des tirs visant des troupes israéliennes»: whoever fires at them has no aircraft there."""
    actor = role.unit.actor if role is not None else None
    return actor is not None and two_peoples(analysis.country) and set(actor.ids) & set(occupied().values()) != set()


def _tells_shelling(clause: Clause) -> bool:
    return any(_shells(u) for u in clause.units if u.code in "EFW")


def guns(analysis: Analysis, country: str | None) -> bool:
    """The text tells of artillery, rockets or missiles; where only another power has guns and aircraft, a strike comes
    from the air.
    """
    return not shared(country) and analysis.once(
        "guns",
        lambda: any(_shells(u) and u.value != "bombing" for c in analysis.clauses for u in c.units if u.code in "EFW"),
    )


def names_shells(seen: Happening, by: list[str]) -> bool:
    """«une frappe de missiles», «des roquettes russes ont frappé»: the words say themselves that no aircraft did it."""
    clause, at = seen.clause, seen.at
    behind = _WITH.match(clause.codes, at + 1) if clause.codes[at] == "E" else None
    before = (i for i in range(max(0, at - _BESIDE), at) if clause.codes[i] == "W" and does(clause, i, at))
    arm = behind.start("arm") if behind is not None else next(before, None)
    if arm is None or {clause.units[i].feature("type") for i in told_with(clause, arm)} - {SHELLING, None}:
        return False  # «de missiles et de drones»
    return clause.units[arm].value != "missile" or (bool(by) and not set(by) & _FROM_AIRCRAFT)


def _shells(unit: Unit) -> bool:
    return unit.value in ("bombing", SHELLING) or (unit.feature("type") or "") == SHELLING
