"""Level 4: attacks with a day of their own: somebody was killed with a weapon, or people under arms did something."""

import re

from .cues import told
from .frames import Clause
from .nature import of_peace
from .units import Unit

_ON_A_DAY = re.compile(r"[FK][rg]{0,2}T")


def struck(clause: Clause) -> Unit | None:
    """The day of an attack on people: «Un avocat a été abattu mercredi devant le tribunal», «une bombe a explosé jeudi
    devant le stade, tuant».
    """
    units, done = clause.units, _ON_A_DAY.search(clause.codes)
    if done is None or not any(_hurt(clause, i) for i in range(len(units))):
        return None
    return units[done.end() - 1] if any(_by_arms(clause, i) for i in range(len(units))) else None


def raided(clause: Clause) -> Unit | None:
    """The day on which people under arms did something: «un commando a pris mercredi 700 spectateurs en otage»."""
    done = _ON_A_DAY.search(clause.codes)
    if done is None or of_peace(clause, done.start()) or not any(map(_raider, clause.units)):
        return None
    return clause.units[done.end() - 1]


def _raider(unit: Unit) -> bool:
    return of_group(unit) or told("raiders", [unit]) or (unit.code == "V" and unit.value == "armed" and not helps(unit))


def _hurt(clause: Clause, at: int) -> bool:
    """«tuant neuf spectateurs», «ont été tués»; «a fusillé le gardien» is of a match as well."""
    code, value = clause.codes[at], clause.units[at].value
    if code not in "KkN" or value not in ("killed", "injured"):
        return False
    return code != "K" or "X" in clause.codes[max(0, at - 3) : at] or clause.codes[at + 1 : at + 2] == "Q"


def _by_arms(clause: Clause, at: int) -> bool:
    """A weapon, or a verb that tells one; «une nuée s'est abattue» tells none."""
    unit = clause.units[at]
    told_in_it = unit.code in "KkF" and unit.feature("weapon") is not None
    return unit.code == "W" or (told_in_it and "s" not in clause.codes[max(0, at - 3) : at])


def helps(unit: Unit) -> bool:
    """Soldiers of a state, their army and its aircraft also clear roads and carry the wounded."""
    state = unit.actor is not None and unit.actor.kind == "state"
    return state or unit.feature("carries") is not None or (unit.code == "V" and unit.feature("side") == "state")


def of_group(unit: Unit) -> bool:
    return unit.actor is not None and unit.actor.kind == "armed"
