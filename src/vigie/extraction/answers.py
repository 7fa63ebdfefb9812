"""Level 6: the word of the accused: who was held responsible, or denies it, and blames another in return.

It settles nothing: the act is told once more (`blame`), and those who accused him first are not contested by it
(`harm_charged`).
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter

from msgspec.structs import replace

from .analysis import Analysis, within
from .attribution import Attribution
from .attribution_blame import Responsibility
from .cues import told as says

_BEFORE = 160  # characters before the sentence of an accusation in which the accuser may have denied his own part
_start = attrgetter("start")


def marked(analysis: Analysis, told: Sequence[Responsibility]) -> list[Responsibility]:
    """The charges of a document, those marked that are an answer to others."""
    blamed: dict[str, int] = {}
    for one in reversed(told):
        blamed |= dict.fromkeys(one.ids, one.start)
    denials = sorted((one for one in analysis.attributions if one.denied), key=_start)
    return [replace(one, answer=_throws_back(analysis, one, blamed, denials)) for one in told]


def answers(sayers: Iterable[str], start: int, blamed: Mapping[str, int]) -> bool:
    """Whether what is told at `start` is the word of those whom others held responsible before it."""
    return any(blamed.get(one, start) < start for one in sayers)


def _throws_back(
    analysis: Analysis, one: Responsibility, blamed: Mapping[str, int], denials: Sequence[Attribution]
) -> bool:
    """«L'OLA rejette ces accusations et impute la tuerie à une milice»: the word of those whom others held responsible
    before, or who have just denied it.
    """
    sayers, here = set(one.said_by), analysis.clause_at(one.start)
    if one.rule == "claimed" or here is None or sayers & set(one.ids):
        return False
    accused = (a.start for a in within(analysis.actors, one.start, one.end) if a.ids == one.ids)
    whom = min(accused, default=one.end)
    if says("rejects", [unit for unit in here.units if unit.start < whom]) or answers(sayers, one.start, blamed):
        return True
    first = bisect_left(denials, here.sentence.start - _BEFORE, key=_start)
    last = bisect_left(denials, one.end, key=_start)
    return any(sayers & set(denial.said_by) for denial in denials[first:last])
