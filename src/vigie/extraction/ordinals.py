"""Level 5: which of several acts words mean: «Le premier a été revendiqué par X», «cette seconde attaque», «Un second a
fait neuf morts».
"""

import re

from .analysis import Analysis
from .attribution_blame import Responsibility
from .cues import cues, told
from .frames import Clause

_OPENING = 3  # units at the head of a sentence
_OTHERS = re.compile(r"[^.;:xXFKkMC]{0,10}h")  # «Quelques heures plus tôt, deux autres kamikazes avaient …»


def begins_another(clause: Clause) -> bool:
    """The sentence opens with an act that is none of those told before: with its number alone («Un second a fait neuf
    morts»), or hours apart, by others.
    """
    return clause.once("begins another", _begins_another)


def _begins_another(clause: Clause) -> bool:
    if cues("fr")["one_more"].match(clause.words):
        return True
    return told("hours_apart", clause.units[:_OPENING]) and _OTHERS.match(clause.codes) is not None


def order_of(analysis: Analysis, charge: Responsibility) -> int:
    """1 where a charge is of the first of the acts told, -1 where it is of the second, 0 where no number says so."""
    if cues("fr")["the_second"].search(analysis.low, charge.start, charge.end):
        return -1
    return 1 if cues("fr")["the_first"].search(analysis.low, charge.start, charge.end) else 0
