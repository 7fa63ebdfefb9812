"""Level 4: who stands in a clause about a place, and did not do what the sentence goes on with."""

import re

from .cues import told
from .frames import Clause

_OPENS = re.compile(r",(?P<word>[oc])[ldqQjr\"]{0,3}$")
_ACTS, _DEEDS = frozenset("EFW"), frozenset("EFKkW")


def beside_the_act(clause: Clause, by: int, act: int) -> bool:
    """«Une attaque a visé X, où les rebelles sont entrés en mai, tuant dix civils»: the attack killed them. Where the
    sentence tells of no act before («L'armée a quitté X, où les rebelles sont entrés, tuant …»), or the clause tells of
    one itself, they did it.
    """
    opens = _OPENS.search(clause.codes, 0, by)
    if opens is None or not told("of_a_place", [clause.units[opens.start("word")]]):
        return False
    between, before = clause.codes[by + 1 : act], clause.codes[: opens.start()]
    return "," in between and _DEEDS.isdisjoint(between) and not _ACTS.isdisjoint(before)
