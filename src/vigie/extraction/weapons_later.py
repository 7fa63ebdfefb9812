"""Level 6: the weapons of an attack that a later sentence tells («Les victimes ont été tuées à la machette»)."""

import re

from .acts import Act
from .analysis import Analysis
from .cues import told
from .frames import Clause

_BACK = 3  # sentences from the attack to the words for its weapons
_DONE_WITH = re.compile(r"(?P<verb>[Kk])[pdeilqoj]{0,4}W(?:[oj]?(?:,|,?t)[pdilqeoj]{0,4}W)*")


def tell_weapons(analysis: Analysis, acts: list[Act]) -> None:
    """Give attacks the weapons with which those whom they killed are told to have been killed."""
    attacks = [act for act in acts if act.type == "Attack" and not act.denied]
    for clause in analysis.clauses if attacks else ():
        weapons = _with(clause)
        before = [a for a in attacks if 0 < clause.index - a.clause.index <= _BACK] if weapons else []
        if before:
            act = before[-1]
            act.seen.weapons = list(dict.fromkeys([*act.seen.weapons, *weapons]))


def _with(clause: Clause) -> list[str]:
    """«les victimes ont été tuées à coups de hache»: nobody is counted, those told before are meant."""
    match = _DONE_WITH.search(clause.codes) if "W" in clause.codes else None
    if match is None or set(clause.codes) & set("QR") or not told("victims", clause.units[: match.start("verb")]):
        return []
    return [u.value for u in clause.units[match.start("verb") : match.end()] if u.code == "W" and u.value]
