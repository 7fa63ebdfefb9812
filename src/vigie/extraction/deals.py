"""Deals that bear the name of the town where they were signed: «l'accord d'Alger», «le processus d'Astana»."""

import re

from .frames import Clause
from .rule_tables import word_lists

_LAST_WORD = re.compile("[ ']")  # «dénoncé l'accord» is one unit

_SECOND = 4  # units before the second of two names


def named_after(clause: Clause, at: int) -> bool:
    """Whether a capital only names a deal; in «avec l'accord de Damas» a government consents."""
    units, words = clause.units, word_lists("fr", "diplomacy")
    if at > _SECOND and [units[at - 2].low, units[at - 1].low] == ["et", "de"]:
        return named_after(clause, at - 3)  # «les processus de X et de Y»
    if at < 2 or units[at - 1].low not in ("de", "d'"):
        return False
    deal = _LAST_WORD.split(units[at - 2].low)[-1]
    consent = deal == "accord" and any(u.low.startswith(words["consenting"]) for u in units[max(0, at - 6) : at - 2])
    return deal in words["deals"] and not consent
