"""Places told as an exception: «toutes les villes, à l'exception de X, sont aux mains du régime»."""

from .frames import Clause
from .lands import control_words

_BACK = 8  # units before a place within which stands the word that excepts it
_JOINING = frozenset({"et", "de", "d'", "la", "le", "les", "l'", "du", "des", "("})


def excepted(clause: Clause, at: int) -> bool:
    """Whether a place is left out of what the sentence tells; «à l'exception de X, aux mains de Y» tells of X."""
    for unit in reversed(clause.units[max(0, at - _BACK) : at]):
        if unit.low.startswith(control_words("excepting")):
            return not _told_then(clause, at)
        if unit.low not in _JOINING and unit.code != "P":
            return False
    return False


def _told_then(clause: Clause, at: int) -> bool:
    """«…, aux mains de Y» behind the place, and behind the brackets that tell where it lies."""
    lows = [unit.low for unit in clause.units]
    comma = next((i for i in range(at + 1, len(lows)) if lows[i] == ","), len(lows))
    aside = all(low in "()" or i == comma - 2 for i, low in enumerate(lows[at + 1 : comma], at + 1))
    return aside and comma + 1 < len(lows) and clause.units[comma + 1].code == "C"
