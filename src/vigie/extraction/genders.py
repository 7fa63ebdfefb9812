"""Whom a pronoun can stand for by its number and gender: «le gouvernement … elle» cannot, «l'EI … ils» can."""

from .rule_tables import word_lists
from .units import Unit

_OTHER = {"elle": "masculine", "il": "feminine"}


def suits(unit: Unit, pronoun: Unit, plural: bool) -> bool:
    """Whether the words that name a party agree with a pronoun."""
    return agrees(unit, plural) and not _of_other_gender(unit, pronoun.low)


def agrees(unit: Unit, plural: bool) -> bool:
    """Names of groups go with both («l'EI … ils», «le Hamas … il»)."""
    if unit.actor is not None and unit.actor.kind == "armed" and not unit.actor.plural:
        return True
    if unit.actor is not None and unit.code != "V":
        return unit.actor.plural == plural
    return unit.low.split(" ")[0].endswith(("s", "x")) == plural


def _of_other_gender(unit: Unit, pronoun: str) -> bool:
    """«L'armée a fui. Il»: the noun is of the other gender; names, which have none here, go with both."""
    listed = _OTHER.get(pronoun)
    return listed is not None and unit.low.split(" ")[0] in word_lists("fr", "diplomacy")[listed]
