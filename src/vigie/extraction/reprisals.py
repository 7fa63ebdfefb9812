"""Level 5: acts that another one answers: «en réponse à la mort de ses chefs dans un raid français»."""

import re

from .cues import told
from .events import Happening

_FAR = 14  # units between the word of an answer and what is answered
_TO = re.compile(r"o?[edl][^.;:,xX]*$")


def older(seen: Happening) -> bool:
    """What an attack is told to answer or to avenge came before it, and is no other telling of it."""
    clause, at = seen.clause, seen.at
    first = max(0, at - _FAR)
    words = [] if seen.definite else [i for i in range(first, at) if told("answers", clause.units[i : i + 1])]
    return bool(words) and _TO.match(clause.codes, words[-1] + 1, at) is not None
