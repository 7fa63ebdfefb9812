"""Which class letters a string must hold for a pattern to fit it at all: the cheap first pass over the rules."""

import re
from collections.abc import Iterable
from re import _constants as ops  # type: ignore[attr-defined]  # the parser of `re` itself: nothing else reads all of it
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

Needs = tuple[frozenset[str], ...]
_REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT)


def needs(pattern: re.Pattern[str]) -> Needs:
    """Sets of letters, of each of which a string must hold one for the pattern to fit; the smallest sets first."""
    return tuple(sorted(dict.fromkeys(_of_sequence(parser.parse(pattern.pattern))), key=lambda s: (len(s), sorted(s))))


def lacks(present: frozenset[str], needed: Needs) -> bool:
    """Whether a string with these letters misses something that a pattern needs."""
    return any(map(present.isdisjoint, needed))


def _of_sequence(parts: Iterable[tuple[Any, Any]]) -> list[frozenset[str]]:
    return [one for part in parts for one in _of_part(*part)]


def _of_part(op: Any, told: Any) -> list[frozenset[str]]:
    """What one element of a pattern needs; nothing where it may be left out or its letters cannot be listed."""
    if op is ops.LITERAL:
        return [frozenset(chr(told))]
    if op is ops.IN:
        return _of_class(told)
    if op is ops.SUBPATTERN:
        return _of_sequence(told[-1])
    if op is ops.ASSERT:
        return _of_sequence(told[1])
    if op in _REPEATS and told[0] > 0:
        return _of_sequence(told[2])
    if op is ops.BRANCH:
        each = [_of_sequence(branch) for branch in told[1]]
        return [frozenset[str]().union(*(min(one, key=len) for one in each))] if all(each) else []
    return []


def _of_class(members: list[tuple[Any, Any]]) -> list[frozenset[str]]:
    """The letters of `[…]`; none for `[^…]` and the like."""
    letters: set[str] = set()
    for op, told in members:
        if op is ops.LITERAL:
            letters.add(chr(told))
        elif op is ops.RANGE:
            letters.update(map(chr, range(told[0], told[1] + 1)))
        else:
            return []
    return [frozenset(letters)]
