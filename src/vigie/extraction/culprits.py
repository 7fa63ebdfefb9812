"""Level 6: «Une camionnette a foncé sur la foule […]. Le chauffeur a été tué par la police»: those who did violence, by
plain words for one man.
"""

from .cues import told
from .frames import BODILY, Clause, Figure
from .lexicon import Entry
from .persons_taken_up import RULE
from .sides import ARMED
from .units import Unit

_BACK = 3  # sentences back to what he did
_WHEEL = 6  # units between a vehicle and its verb
_ENTRY = Entry("assaillant", "V", "armed", ("attacker",))


def lend_guilt(figures: list[Figure], clauses: list[Clause]) -> None:
    """Whoever is told to have been killed, and sat at the wheel, or is «l'individu» of whom one did violence, is no
    victim of that violence.
    """
    for figure in figures:
        who = figure.who
        if who is None or figure.number != 1 or figure.outcome not in BODILY or not _pointed_at(figure, who):
            continue
        before = clauses[max(0, figure.clause.index - _BACK) : figure.clause.index]
        sat = told("drivers", [who]) and any(map(_rammed, before))
        if sat or (told("lone", [who]) and any(one.once("one did it", _by_one) for one in before)):
            figure.who = Unit(who.start, who.end, who.code, who.low, _ENTRY)


def _pointed_at(figure: Figure, who: Unit) -> bool:
    """«Le chauffeur», «l'homme», «il»: told of before."""
    if figure.rule == RULE and who.code == "V" and who.value not in ARMED:
        return True
    at = next((i for i, unit in enumerate(figure.clause.units) if unit is who), 0)
    return who.code == "V" and who.value not in ARMED and told("the_one", figure.clause.units[max(0, at - 1) : at])


def _rammed(clause: Clause) -> bool:
    """«Une camionnette a foncé sur la foule»: a vehicle, and a verb by which it did harm."""
    wheels = [i for i, unit in enumerate(clause.units) if unit.code in "YW" and told("wheels", [unit])]
    return any(_rams(clause, i) for i in wheels)


def _rams(clause: Clause, at: int) -> bool:
    behind = clause.units[at + 1 : at + 1 + _WHEEL]
    verb = next((i for i, unit in enumerate(behind) if told("rams", [unit]) or unit.code == "F"), None)
    return verb is not None and not any(unit.code in "Xp,." for unit in behind[:verb])


def _by_one(clause: Clause) -> bool:
    """«Un homme a poignardé trois passants»: the sentence begins with him."""
    first = next((i for i, unit in enumerate(clause.units) if told("lone", [unit])), None)
    if first is None or first == 0 or clause.codes[first - 1] not in "q":
        return False
    behind = clause.codes[first + 1 : first + 1 + 2 * _WHEEL]
    verb = next((i for i, code in enumerate(behind) if code in "KFk"), None)
    return verb is not None and not set(behind[:verb]) & set("XIp.")
