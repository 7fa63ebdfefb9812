"""Level 6: whose the strikes are that a story tells without saying so: of the only one who has aircraft in it."""

import re

from vigie.vocabulary import occupied

from .acts import Act
from .agency import can_act, governed
from .analysis import Analysis
from .cues import told
from .frames import Clause
from .units import Unit

_AIR = "Air/drone strike"
_AFTER_VERB = re.compile(r",[rT]?x[rg]*o[rT]?l?$")
_VERB = 5  # units behind the aircraft among which its verb stands
_NEAR = 2  # sentences between the aircraft and a strike
_UNKNOWN = 6  # units around an act in which words say that nobody knows whose it was


def lend_aircraft(analysis: Analysis, acts: list[Act]) -> None:
    """«Les avions de X ont soutenu l'avance: cent raids»: strikes told near are theirs, where nobody else flies."""
    owners = [
        (clause.index, clause.units[at])
        for clause in analysis.clauses
        for at in clause.listed.get("aircraft", ())
        if _flies(clause.units[at]) and not governed(clause, at) and not _only_speaks(clause, at)
    ]
    named = {unit.actor.ids for _, unit in owners if unit.actor is not None}
    flown = {tuple(act.by) for act in acts if act.type == _AIR and act.by}
    named |= flown
    if len(named) != 1:
        return
    for act in acts:
        if act.type != _AIR or act.by or act.denied or act.rival_of is not None or _unknown(act.clause, act.seen.at):
            continue
        power = _power(act, analysis.country)
        if power is not None and (power,) in flown:
            act.by, act.blame_at, act.of_all = [power], act.seen.start, True
            continue
        near = [unit for index, unit in owners if 0 <= act.clause.index - index <= _NEAR]
        if near and near[-1].actor is not None and act.target not in near[-1].actor.ids:
            act.by, act.blame_at = list(near[-1].actor.ids), near[-1].start


def _power(act: Act, country: str | None) -> str | None:
    """«une frappe a tué un homme à Gaza»: the one power that has aircraft over an occupied land."""
    land = act.where.place.country if act.where is not None else None
    return occupied().get(land or country or "")


def _flies(unit: Unit) -> bool:
    """«l'aviation turque», «les avions de la coalition»: a word for aircraft with those who fly them."""
    if unit.actor is None or unit.actor.kind == "armed":
        return False
    return bool(unit.actor.ids) and (unit.code == "W" or can_act(unit))


def _only_speaks(clause: Clause, at: int) -> bool:
    """«…, a indiqué l'armée de l'air ukrainienne», «l'aviation a évacué les blessés»: no strikes of theirs."""
    if told("carries_away", clause.units[at + 1 : at + _VERB]):
        return True
    return _AFTER_VERB.search(clause.codes, 0, at) is not None


def _unknown(clause: Clause, at: int) -> bool:
    return told("unknown", clause.units[max(0, at - _UNKNOWN) : at + _UNKNOWN])
