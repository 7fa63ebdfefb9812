"""Level 4: people who were hurt, and then died of it: «touché par balles avant de mourir à l'hôpital»."""

import re

from .cues import told
from .frames import Clause

_BY_WEAPON = re.compile(r"K[rT]{0,2}[pd]?[lqQ]?W")  # «touché mardi par balles», «atteint lundi d'une balle»
_AFTER = re.compile(r"[^.;:QqKIkMNDxX]{0,12}?i(?P<died>do)")  # behind the wound, with no other people between
_HURT = ("injured", "killed_or_injured")


def hit_by_weapon(clause: Clause, trigger: int) -> bool:
    """«touché», «atteint», which a drought does too, by a weapon."""
    return _BY_WEAPON.match(clause.codes, trigger) is not None


def wounded(clause: Clause, trigger: int, outcome: str) -> str:
    """The outcome of somebody hurt: killed where he was «avant de décéder»."""
    if outcome not in _HURT:
        return outcome
    if clause.units[trigger].feature("zero") is not None:
        outcome = "injured"
    return "killed" if death_after(clause, trigger) is not None else outcome


def death_after(clause: Clause, trigger: int) -> int | None:
    """The word behind a wound that tells that it was a deadly one."""
    found = _AFTER.match(clause.codes, trigger + 1)
    if found is None or clause.units[found.start("died") - 1].low != "avant":
        return None
    last = found.end() - 1
    return last if told("then_died", [clause.units[last]]) else None
