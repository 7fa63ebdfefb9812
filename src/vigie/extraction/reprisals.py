"""Level 5: acts that another one answers («en réponse à la mort de ses chefs dans un raid français») or follows («la
deuxième attaque»).
"""

import re

from .cues import cues, told
from .events import Happening
from .frames import Clause

_FAR = 14  # units between the word of an answer and what is answered
_ORDINAL = 3  # units before an act among which its number stands
_SPARK = 10  # units between what began a war and the word for its beginning
_TO = re.compile(r"o?[edl][^.;:,xX]*$")


def older(seen: Happening) -> bool:
    """What an attack is told to answer or to avenge came before it, and is no other telling of it."""
    clause, at = seen.clause, seen.at
    first = max(0, at - _FAR)
    words = [] if seen.definite else [i for i in clause.listed.get("answers", ()) if first <= i < at]
    return bool(words) and _TO.match(clause.codes, words[-1] + 1, at) is not None


def sparked(clause: Clause, at: int) -> bool:
    """«La guerre, déclenchée en 2011 par la répression de manifestations, …»: what began a war is none of its acts."""
    before = clause.units[max(0, at - _SPARK) : at]
    return cues("fr")["sparked"].search(" ".join(u.low for u in before)) is not None


def numbered(first: Happening, second: Happening, placed: bool) -> bool:
    """«La deuxième attaque a eu lieu à Y»: none that was told without that number; not «c'est la deuxième attaque».
    `placed`: the sentence of the second one says where it was.
    """
    before = second.clause.units[max(0, second.at - _ORDINAL) : second.at]
    told_as = set() if any(u.code in "xX" for u in before) else {u.low for u in before if told("ordinal", [u])}
    known = {u.low for u in first.clause.units[max(0, first.at - _ORDINAL) : first.at]}
    return second.definite and placed and not second.plural and bool(told_as) and not told_as & known
