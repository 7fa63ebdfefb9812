"""Level 4: the parts of a figure, listed behind it: by kind of people («60 morts: 45 jihadistes, 12 soldats et 3
civils»), by place.
"""

import re
from collections.abc import Iterator

from .cues import told
from .figures_base import items, make, singular
from .frames import Clause, Figure
from .units import Unit

# «un soldat», «un commerçant de 31 ans», «une adolescente, touchée par une balle», «son épouse, 38 ans»
_PART = r"(?:U{2,4},)?(?:[Qq][dl]?h?[oja]{0,2}|l)[VA](?:d?Qm|[^.;:Q,t]){0,6}(?:,(?:Qm|[Ko][^.;:Q,t]{0,8}))?"
_PARTS = re.compile(rf"(?:[:(\-]|,(?P<namely>[oeX]{{0,2}}))(?P<list>{_PART}(?:(?:,t?|t)l?{_PART}){{1,6}})")
_SPOT = (
    r"[lr]?[Qq](?:T,?)?(?:(?:[ei][ldq\"o]{0,2})?(?:P|U{1,3})(?:,[ei][ldq\"o]{0,2}P)?|[ei]l[ojYm]{1,2}(?:dl?[oYPU])?)"
)
_SPOTS = re.compile(rf"[:(,\-](?P<list>{_SPOT}(?:(?:,t?|t){_SPOT}){{1,6}})")
_COUNTED = re.compile(
    r"M[lrT]{0,2}Qd?h?[VA][oja]?[NK](?P<list>(?:[oaj]{0,2}(?:,t?|t)Qd?h?V[^.;:QNKIkxXMFGC,tw]{0,6}){1,5})(?=[.,;]|$)"
)
_NAMELY = frozenset({"soit", "savoir"})
_BESIDE = 3  # units


def breakdown(clause: Clause, figures: list[Figure], taken: set[int]) -> Iterator[Figure]:
    """«60 morts: 45 jihadistes, 12 soldats et 3 civils»: the parts told behind a colon or in brackets."""
    for match in _PARTS.finditer(clause.codes):
        mark = match.start()
        apart = clause.codes[mark] == ":"  # «60 personnes ont été tuées mardi à X: 45 …»
        hosts = [f for f in figures if (_right_before(f, mark) or (apart and f.at < mark)) and _several(f)]
        if not hosts or (match["namely"] and clause.units[match.end("namely") - 1].low not in _NAMELY):
            continue
        # «32 morts, douze soldats et vingt rebelles»: parts where they add up
        bare = match["namely"] == "" or not _right_before(hosts[-1], mark)
        parts = [at for at in _listed(clause, *match.span("list")) if at not in taken]
        total = sum(_size(clause.units[at]) for at in parts)
        family = hosts[-1].number == 1  # «Une famille a été tuée: un éleveur, son épouse et leurs quatre enfants»
        if len(parts) > 1 and (total == hosts[-1].number or family or (total < hosts[-1].number and not bare)):
            for at in parts:
                taken.add(at)
                yield _component(clause, at, hosts[-1])


def _several(figure: Figure) -> bool:
    """More than one person."""
    return figure.number > 1 or (figure.who is not None and figure.who.feature("unit") == "families")


def _listed(clause: Clause, first: int, last: int) -> list[int]:
    """The numbers of a list of people, and each one person told as somebody's («son épouse»)."""
    own = [
        i + 1
        for i in range(first, last - 1)
        if clause.codes[i : i + 2] == "lV" and told("own_one", [clause.units[i]]) and singular(clause.units[i + 1])
    ]
    return sorted([*items(clause, first, last), *own])


def _size(unit: Unit) -> int:
    return 1 if unit.quantity is None else unit.quantity.figure


def _component(clause: Clause, at: int, host: Figure) -> Figure:
    person = clause.units[at] if clause.codes[at] == "V" else None
    part = make(clause, at, host.trigger, "harm.breakdown", person)
    part.start, part.end = clause.units[at if person is None else at - 1].start, (part.who or clause.units[at]).end
    part.parent, part.relation, part.outcome = host, "component", host.outcome
    return part


def spots(clause: Clause, figures: list[Figure], taken: set[int]) -> Iterator[Figure]:
    """«58 personnes ont été tuées: 23 mardi à Belu et 35 jeudi à Tshabi»: parts by place, where they add up."""
    for match in _SPOTS.finditer(clause.codes):
        hosts = [f for f in figures if f.at < match.start() and f.number > 1 and f.relation is None]
        at_all = [at for at in range(*match.span("list")) if clause.codes[at] in "Qq" and at not in taken]
        counts = [quantity.figure for at in at_all if (quantity := clause.units[at].quantity) is not None]
        if not hosts or sum(counts) != hosts[-1].number or len(counts) != len(at_all):
            continue
        for at in at_all:
            taken.add(at)
            part = make(clause, at, at, "harm.ellipsis")
            part.outcome, part.trigger, part.elliptic = hosts[-1].outcome, hosts[-1].trigger, True
            part.who, part.parent, part.relation = hosts[-1].who, hosts[-1], "component"
            yield part


def counted_too(clause: Clause, figures: list[Figure], taken: set[int]) -> Iterator[Figure]:
    """«recense 56 soldats morts, 39 miliciens et douze policiers»: the others are dead as well."""
    for match in _COUNTED.finditer(clause.codes):
        hosts = [f for f in figures if match.start() < f.at < match.start("list") and f.outcome == "killed"]
        for at in items(clause, *match.span("list")) if hosts else []:
            if at not in taken:
                taken.add(at)
                found = make(clause, at, at, "harm.counted-too")
                found.trigger, found.outcome = hosts[-1].trigger, hosts[-1].outcome
                yield found


def _right_before(figure: Figure, at: int) -> bool:
    """The parts stand behind the figure, or behind its number («Dix personnes (sept hommes …) ont été tuées»)."""
    return 0 <= at - max(figure.at, figure.trigger) <= _BESIDE or 0 < at - figure.at <= _BESIDE
