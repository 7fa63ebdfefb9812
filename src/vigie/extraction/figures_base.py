"""Level 4: what the rules for figures share: which numbers count people, the noun that they count, the frame of a
figure.
"""

import re

from .frames import Clause, Figure
from .quantities import Quantity
from .units import Unit

PEOPLE = frozenset("QqZR")  # the classes of numbers of people
AS_WELL = frozenset({"ainsi que", "ainsi qu'", "de même que", "de même qu'"})
SHARES = frozenset({"moitié", "tiers", "quart", "majorité", "minorité"})
_THINGS = tuple("mYWE%")
# {INSET} of the rules: «quatre civils, dont un imam, et deux gendarmes»
_INSET = re.compile(
    r",n[^.;:,()xXKIkMwc\-]{1,20},(?=t)|-n[^.;:()xXKIkMwc\-]{1,24}-(?=,?t|,)|\([^.;:()xXkMw]{1,24}\)(?=,?t|,)"
)


def items(clause: Clause, first: int, last: int) -> list[int]:
    return [i for i in range(first, last) if clause.codes[i] in PEOPLE and not measured(clause, i)]


def listed_outside(clause: Clause, first: int, last: int, trigger: int) -> list[int]:
    """The numbers of a list without those that an inset tells: «quatre civils (dont un imam) et deux gendarmes»; a list
    that begins in one («un imam) et deux gendarmes ont péri») has its verb behind it.
    """
    found = items(clause, first, last)
    insets = [match.span() for match in _INSET.finditer(clause.codes)]
    apart = [
        (start, end) for start, end in insets if start > first or (clause.codes[start + 1] == "n" and end <= trigger)
    ]
    return [at for at in found if not any(start < at < end < max(last, trigger) for start, end in apart)]


def inset_end(clause: Clause, at: int) -> int | None:
    """Where the inset closes that opens right before a unit."""
    inset = _INSET.match(clause.codes, at - 1) if at else None
    return None if inset is None else inset.end()


def measured(clause: Clause, at: int) -> bool:
    """The number counts hours, kilometres, euros, per cent, or is a clock time, a part of a name or a share."""
    after = clause.codes[at + 1 : at + 3]
    if after[:1] == "W" and clause.units[at + 1].low.startswith("par "):
        return False  # «dont une trentaine par balles»
    if after[:1] == "l" and at > 0 and clause.units[at - 1].low == "par":
        return False  # «fuient par milliers les combats»
    if any(unit.low in SHARES for unit in clause.units[at + 1 : at + 2]):
        return True  # «une majorité d'enfants»
    if clause.codes[at] == "q" and "partie" in {unit.low for unit in clause.units[at + 1 : at + 3]}:
        return True  # «une grande partie du village a été brûlée»
    return after[:1] in _THINGS or (after[:1] in "dohl" and after[1:2] in _THINGS)


def head_of(clause: Clause, at: int, stop: int) -> Unit | None:
    """The victim noun or actor that a quantity counts: the first one behind it, before another quantity or a verb."""
    for unit in clause.units[at + 1 : stop + 1]:
        if unit.code in "VA":
            return unit
        if unit.code not in 'dlhoraU"j':
            return None
    return None


def make(clause: Clause, at: int, trigger: int, rule: str, who: Unit | None = None) -> Figure:
    unit, out = clause.units[at], clause.units[trigger]
    head = who or head_of(clause, at, min(len(clause.units) - 1, at + 6))
    near = abs(trigger - at) <= 8
    last = trigger if near and trigger > at else (clause.units.index(head) if head in clause.units else at)
    first = trigger if near and trigger < at else at
    start, end = clause.units[first].start, clause.units[max(last, at)].end
    return Figure(
        clause,
        _counted(unit.quantity, head),
        at,
        trigger,
        out.value,
        rule,
        start,
        end,
        head,
        why={"outcome": (out.start, out.end, rule)},
    )


def _counted(quantity: Quantity | None, head: Unit | None) -> Quantity | None:
    """«un couple» is two people."""
    each = head.feature("count") if head is not None else None
    if quantity is None or each is None or quantity.kind != "article":
        return quantity
    return quantity._replace(count=int(each), low=int(each), high=int(each))


def singular(unit: Unit) -> bool:
    return not unit.low.split(" ")[0].endswith(("s", "x"))
