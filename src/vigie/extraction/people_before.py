"""Level 6: «quatre d'entre eux ont été tués»: those of whom the words before tell, and the group that they are of."""

import re

from msgspec.structs import replace

from .cues import cues, told
from .frames import Clause, Figure
from .people import bare, is_part, killed_by
from .pronouns import subject_of
from .sides import under_arms
from .units import Unit

_BEFALLEN = re.compile(r"[^.;:,xw]{0,4}x?r?X")  # «des soldats ont été attaqués»
_OPEN = frozenset({"men", "people", ""})
_TOLLS, _TIMES = 4, 2  # sentences back to a toll that another one corrects, and how many times more it may count
_REACH, _NEXT = 9, 5  # units behind somebody in which it is told of whom he is, and behind «appartenant» that name


def name_groups(figures: list[Figure], clauses: list[Clause]) -> None:
    """Give the figures of «trois hommes appartenant à X» the group that is named, and «quatre d'entre eux» those who
    are told before, if only one kind of people is.
    """
    by_rank = {clause.index: clause for clause in clauses}
    last: Figure | None = None
    for figure in figures:
        at = next((i for i, unit in enumerate(figure.clause.units) if unit is figure.who), None)
        if at is not None and not (_of_them(figure) and at < figure.at):
            figure.who = _of_its_group(figure.clause, at)
        elif at is not None or (figure.who is None and (_of_them(figure) or _alone(figure))):
            figure.who = _those(figure, by_rank.get(figure.clause.index - 1)) or figure.who
        elif figure.who is None and last is not None and _others(figure, last):
            figure.who = last.who
        figure.who = _of_others(figure)
        last = figure
    _lend_to_tolls(figures)


def _of_others(figure: Figure) -> Unit | None:
    """«L'armée turque a tué dix soldats»: not hers, though «soldats» alone takes up the army told last."""
    who = figure.who
    if who is None or who.actor is None or not who.actor.inferred or not killed_by(figure, who):
        return who
    return who.but(actor=replace(who.actor, ids=()))


def _others(figure: Figure, last: Figure) -> bool:
    """«Deux d'entre eux ont été tués et trois autres blessés»."""
    beside = figure.clause is last.clause and _of_them(last)
    return beside and "h" in figure.clause.codes[figure.at + 1 : figure.at + 3]


def _of_them(figure: Figure) -> bool:
    """«d'entre eux», «d'eux»."""
    return "u" in figure.clause.codes[figure.at + 1 : figure.at + 4]


def _alone(figure: Figure) -> bool:
    """«et plusieurs ont été tués»: a number is all that is told of them."""
    return figure.clause.codes[figure.at + 1 : figure.at + 2] in ("x", "X") and figure.who is None


def _meant(figure: Figure, who: Unit, clause: Clause, at: int) -> bool:
    """Of a bare number: attackers, or those to whom something was done, not who did it to others."""
    befallen = _BEFALLEN.match(clause.codes, at + 1) is not None
    joined = figure.clause.codes[max(0, figure.at - 1) : figure.at] == "t"
    fled = joined and who.feature("attacker") is not None  # «ils ont pris la fuite et plusieurs ont été tués»
    return _of_them(figure) or fled or befallen


def _those(figure: Figure, before: Clause | None) -> Unit | None:
    """The subject of the words before, where no other people are told that «eux» may mean."""
    here = subject_of(figure.clause, figure.at)
    clause, last = (figure.clause, figure.at) if here is not None and here < figure.at else (before, None)
    if clause is None:
        return None
    end = len(clause.units) if last is None else last
    at = here if last is not None else subject_of(clause, end)
    if at is None or not _people(clause.units[at]):
        return None
    others = [i for i in range(end) if i != at and clause.codes[i] == "V" and _plural(clause.units[i])]
    return _of_its_group(clause, at) if not others and _meant(figure, clause.units[at], clause, at) else None


def _people(unit: Unit) -> bool:
    group = unit.code == "A" and unit.actor is not None and (unit.actor.kind == "armed" or unit.actor.role == "force")
    return _plural(unit) and (unit.code == "V" or group)


def _plural(unit: Unit) -> bool:
    return unit.low.split(" ")[0].endswith(("s", "x"))


def _of_its_group(clause: Clause, at: int) -> Unit:
    """The unit of some people with the group of which the words behind say that they are: «des hommes de X», «deux
    kamikazes, soupçonnés d'appartenir à X».
    """
    who = clause.units[at]
    if _group(who):
        return who.but(code="A") if who.value == "men" else who
    group = _group_behind(clause, at)
    if group is None or group.actor is None or who.code != "V":
        return who
    return group.but(code="A") if who.value in _OPEN else who.but(actor=group.actor)


def _group_behind(clause: Clause, at: int) -> Unit | None:
    units, codes = clause.units, clause.codes
    for i in range(at + 1, min(at + 1 + _REACH, len(units))):
        if codes[i] in "xXKkF.;:wn":
            return None
        if told("belongs", [units[i]]):
            return next((u for u in units[i : i + 1 + _NEXT] if u.code in "AajV" and _group(u)), None)
    return None


def _group(unit: Unit) -> bool:
    actor = unit.actor  # «l'organisation jihadiste» may be any
    return actor is not None and bool(actor.ids) and under_arms(actor.ids[0]) and not actor.text.islower()


def _lend_to_tolls(figures: list[Figure]) -> None:
    """«Quinze soldats ont été tués. Une autre source fait état de 19 morts et de blessés»: another toll of the same
    people counts soldiers too, where it has no noun and people of one kind alone were told.
    """
    lent: dict[int, Unit] = {}
    for rank, figure in enumerate(figures):
        if not bare(figure) or cues("fr")["restated"].search(figure.clause.words) is None:
            continue
        who = lent.get(figure.clause.index) or _counted_again(figures, rank)
        if who is not None:
            figure.who = lent[figure.clause.index] = who


def _counted_again(figures: list[Figure], rank: int) -> Unit | None:
    """The soldiers of the tolls before, if those are no fewer than the toll of this rank, or it is another's toll."""
    figure = figures[rank]
    parts = [f for f in figures[rank + 1 :] if f.clause is figure.clause and is_part(f)]
    told_of = [f for f in figures[:rank] if _told_near(f, figure)]
    times = _TIMES if cues("fr")["rival_toll"].search(figure.clause.words) is not None else 1
    return _soldiers([*told_of, *parts]) if any(figure.number <= times * f.number for f in told_of) else None


def _told_near(before: Figure, figure: Figure) -> bool:
    """A toll of people who are named, told some sentences before."""
    near = 0 < figure.clause.index - before.clause.index <= _TOLLS
    return near and before.outcome == "killed" and before.number > 0 and before.who is not None and not is_part(before)


def _soldiers(tolls: list[Figure]) -> Unit | None:
    """The fighters of some tolls, if those count nobody else; whom civilians a later toll counts is seldom told."""
    fighters = all(f.who is not None and f.who.value == "armed" for f in tolls)
    return tolls[0].who if tolls and fighters else None
