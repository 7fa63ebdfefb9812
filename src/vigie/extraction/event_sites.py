"""Level 4: the quarters, villages and streets in which acts are told, be they on no map: «dans le quartier de X, …» and
«à Y, …» are two acts though nobody knows where X and Y lie.
"""

from vigie.values import Place

from .frames import Clause

_BEHIND = 12  # units behind an act within which its place stands
_SMALL = 6  # km: no wider than a part of a town


def sites(clause: Clause, at: int) -> frozenset[str]:
    """The names of the small and of the unknown places before an act and right behind it."""
    around = (u.place for u in clause.units[: at + _BEHIND] if u.code == "P" and u.place is not None)
    return frozenset(
        p.text[p.name_start - p.start :].lower()
        for p in around
        if (p.rule == "unknown" if p.place is None else p.place.km <= _SMALL)
    )


def two_towns(first: Place | None, second: Place | None) -> bool:
    """Each has a town of its own, be they neighbours; «le sud de X» and «X et Y» are no towns apart from X."""
    if first is None or second is None or not first.level == second.level == "town":
        return False
    return first.id != second.id and not any(mark in place.id for place in (first, second) for mark in "+/")
