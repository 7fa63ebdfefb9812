"""Level 5: acts that another one answers: «en réponse à la mort de ses chefs dans un raid français»."""

import re

from .cues import told
from .frames import Clause

_FAR = 14  # units between the word of an answer and what is answered
_TO = re.compile(r"o?[edl][^.;:,xX]*$")


def answered(clause: Clause, at: int) -> bool:
    """Whether what stands at a unit is what an attack is told to answer or to avenge."""
    first = max(0, at - _FAR)
    words = [i for i in range(first, at) if told("answers", clause.units[i : i + 1])]
    return bool(words) and _TO.match(clause.codes, words[-1] + 1, at) is not None
