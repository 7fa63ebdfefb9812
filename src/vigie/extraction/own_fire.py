"""Level 5: own fire: soldiers whom their own side hit («par erreur», «touchés par nos propres frappes»)."""

import re
from collections.abc import Sequence

from .agency import roles
from .cues import cues
from .frames import Clause, Figure
from .sides import ids_of, of_state

_ALL_FIRE = frozenset({"strike", "bombing", "shelling", "Air/drone_strike", "Shelling/artillery/missile_attack"})

_IN_FIRE = re.compile(r"(?:[^.;:wAEFkxi]{0,6}?t[qQ]h?[KN])?[TPro,]{0,4}(?P<in>[ip])[ldqQ\"]{0,3}(?P<act>E)")


def own_fire(clause: Clause) -> bool:
    """«tués par leurs camarades», «un tir ami», «touchés par nos propres frappes»: their own side did it."""
    return clause.once("own fire", lambda one: cues("fr")["own_fire"].search(one.words) is not None)


def strikes_itself(clause: Clause, by: Sequence[str], target: str | None) -> bool:
    """Whether an army is told to have hit itself: nobody does so but by his own fire."""
    alone = target is not None and of_state(target) and list(by) in ([], [target])
    return alone and own_fire(clause)


def killed_by_own(figure: Figure, side: str | None, country: str | None) -> bool:
    """«Dix soldats philippins ont été tués dans une frappe de l'armée philippine», «par erreur lors de tirs de X»: the
    words of the strike that killed them name the side of the dead.
    """
    clause = figure.clause.spoken
    match = _IN_FIRE.match(clause.codes, max(figure.at, figure.trigger) + 1)
    part = roles(figure.clause).get(match.start("act"), {}).get("by") if match else None
    if match is None or part is None or side is None or not of_state(side):
        return False
    word = clause.units[match.start("in")].low
    direct = word in ("dans", "sous", "par") or cues("fr")["by_mistake"].search(clause.words) is not None
    return direct and clause.units[match.start("act")].value in _ALL_FIRE and ids_of(part.unit, country) == [side]
