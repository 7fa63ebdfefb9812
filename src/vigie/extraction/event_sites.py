"""Level 4: the quarters, villages and streets in which acts are told, be they on no map: «dans le quartier de X, …» and
«à Y, …» are two acts though nobody knows where X and Y lie.
"""

from vigie.values import Place

from .frames import Clause
from .setting import Where
from .setting_cover import apart

_BEHIND = 12  # units behind an act within which its place stands
_SMALL = 6  # km: no wider than a part of a town
_VICINITY = 30  # km: «près de X» is no further from it


def sites(clause: Clause, at: int) -> frozenset[str]:
    """The small places before an act and right behind it, and the names of unknown ones."""
    around = (u.place for u in clause.units[: at + _BEHIND] if u.code == "P" and u.place is not None)
    return frozenset(
        p.text[p.name_start - p.start :].lower() if p.place is None else p.place.id
        for p in around
        if (p.rule == "unknown" if p.place is None else _small(p.place))
    )


def _small(place: Place) -> bool:
    """A quarter, a village, one that has no point of its own but that of what contains it."""
    return place.km <= _SMALL or place.level == "quarter" or ">" in place.id


def two_towns(first: Where, second: Where, vaguely: bool) -> bool:
    """Each has a town of its own, be they neighbours; «le sud de X» and «X et Y» are no towns apart from X, nor is Y
    from «près de X» in what tells the place `vaguely`, the opening of a story.
    """
    if not first.place.level == second.place.level == "town" or (vaguely and vicinity(first, second)):
        return False
    ids = first.place.id, second.place.id
    return ids[0] != ids[1] and not any(mark in one for one in ids for mark in "+/")


def each_its_own(first: Where | None, second: Where | None) -> bool:
    """«a bombardé X, tandis qu'un avion larguait des bombes sur Y»: two words for acts, each with a town or quarter."""
    if first is None or second is None:
        return False
    return two_towns(first, second, vaguely=True) or apart(first.place, second.place) > first.place.km + second.place.km


def vicinity(first: Where, second: Where) -> bool:
    """«près de X», then «le village de Y»: the village is near the town."""
    return first.around and not second.around and apart(first.place, second.place) <= _VICINITY


def meet(a: Place, b: Place, km: float) -> bool:
    """No more than so many kilometres apart; most pairs are further than that by their latitudes alone."""
    return 111.2 * abs(a.lat - b.lat) <= km and apart(a, b) <= km


def within(small: Place, wide: Place) -> bool:
    """A district, town or village of a province, however far from its middle."""
    return wide.level == "province" and small.admin1 == wide.name and small.country == wide.country
