"""Level 4: one author of several verbs («deux soldats tués et trois blessés par X», «X a tué deux soldats, blessé trois
autres et enlevé un civil»).
"""

import re
from typing import NamedTuple

from .frames import Clause
from .units import Unit


class Role(NamedTuple):
    """The unit that plays a part in an act, the rule that says so,
    and those who share the part («l'armée et ses alliés»).
    """

    unit: Unit
    rule: str
    others: tuple[Unit, ...] = ()


Roles = dict[int, dict[str, Role]]
_SUFFERED = re.compile(r"[KN](?=(?P<mid>(?:,|t|,t|r|o(?=K))[lqQdhVAojxXr]{0,5})[KN])")
_DONE = re.compile(r"(?=(?P<first>[KkF])(?P<mid>[^.;:wKkFxX\"p]{0,14}?(?:,|t|,t|,?r)i?)(?P<next>[Kk]))")
_BARE = re.compile(r".*[éiu]$|.*ant$|(?:mis|pris|surpris|conduit|détruit)$")  # a participle behind «avoir», a gerund


def share(clause: Clause, found: Roles) -> None:
    """Give the author of the last of several passive verbs to those before it, that of the first active one to those
    behind it; not where another subject under arms stands between («deux civils tués et dix rebelles abattus par X»).
    """
    if sum(map(clause.codes.count, "KkN")) < _SEVERAL:
        return
    for match in reversed(list(_SUFFERED.finditer(clause.codes))):
        author = found.get(match.end("mid"), {}).get("by")
        if author is not None and author.rule == "agency.agent" and not _armed_between(clause, match):
            found.setdefault(match.start(), {}).setdefault("by", author)
    for match in _DONE.finditer(clause.codes):
        author = found.get(match.start("first"), {}).get("by")
        active = author is not None and author.rule.startswith("agency.subject")
        if author is not None and active and _BARE.match(clause.units[match.start("next")].low):
            found.setdefault(match.start("next"), {}).setdefault("by", author)


_SEVERAL = 2  # verbs
_ARMED = frozenset({"armed", "police"})


def _armed_between(clause: Clause, match: re.Match[str]) -> bool:
    between = clause.units[match.start("mid") : match.end("mid")]
    others = (u for u in between if u.code == "A" and u.actor is not None and u.actor.kind != "people")
    return any(others) or any(u.value in _ARMED for u in between)


def attackers_first(given: dict[str, Role]) -> dict[str, Role]:
    """«des affrontements entre soldats et assaillants»: those whom the words call attackers did it to the others."""
    by, target = given.get("by"), given.get("target")
    if by is None or target is None or by.rule != "agency.between":
        return given
    attacked = target.unit.feature("attacker") is not None and by.unit.feature("attacker") is None
    return {"by": target, "target": by} if attacked else given
