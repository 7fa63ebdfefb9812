"""Level 4: killings of which no figure is told: «des hommes armés ont tué des civils»."""

import re

from .agency_shared import Role, Roles
from .frames import Clause

_SOME = re.compile(r"(?:(?<=x)|(?<=x[rT]))K[rT]?d[ojh]?(?P<whom>V)")


def some_killed(clause: Clause, at: int) -> bool:
    """«ont tué des civils»."""
    unit = clause.units[at]
    return unit.value == "killed" and _SOME.match(clause.codes, at) is not None


def with_those_killed(clause: Clause, told: Roles) -> Roles:
    """The roles of such killings, with those who were killed."""
    found = (match for match in _SOME.finditer(clause.codes) if some_killed(clause, match.start()))
    whom = {match.start(): Role(clause.units[match.start("whom")], "target.object") for match in found}
    return {at: {**told.get(at, {}), "target": role} for at, role in whom.items()}
