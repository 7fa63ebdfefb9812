"""Claims in the making, and what all kinds share: the claimant, the place, the days."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from vigie.values import Base, Place

from .analysis import Analysis
from .attribution import Attribution, said_by_at
from .frames import Why
from .setting import When, Where

C = TypeVar("C", bound=Base)
T = TypeVar("T")
_STRETCH = 512  # characters
# Of acts and figures told again, the last so many different ones are looked through: far more than an article has, and
# few enough that a text of thousands costs what its length does, not the square of it.
MEMORY = 100


@dataclass(slots=True)
class Draft(Generic[C]):
    """A claim without id, its frames, its other mentions, its reasons, and how well its sentence says it."""

    claim: C
    frame: object
    why: Why
    heading: bool = False
    own_place: bool = False
    own_time: bool = False
    others: list[object] = field(default_factory=list)


def told_once(
    drafts: Iterable[Draft[C]],
    same: Callable[[Draft[C], Draft[C]], bool],
    merge: Callable[[Draft[C], Draft[C]], Draft[C]],
) -> list[Draft[C]]:
    """Drafts in which each claim stands once: one that tells the `same` as one of the last kept is `merge`d into it."""
    kept: list[Draft[C]] = []
    for draft in drafts:
        at = next((i for i in range(max(0, len(kept) - MEMORY), len(kept)) if same(kept[i], draft)), None)
        if at is None:
            kept.append(draft)
        else:
            kept[at] = merge(kept[at], draft)
    return kept


def neighbours(row: Sequence[T], at: int) -> Sequence[T]:
    """What stands beside a place in a row, as far as it is remembered."""
    return row[max(0, at - MEMORY) : at + MEMORY]


def claimed(analysis: Analysis, start: int, end: int) -> Attribution | None:
    """The attribution that holds for the words at `start:end`."""
    near = analysis.once("attributions", lambda: _by_stretch(analysis.attributions))
    return said_by_at(near.get((start + end) // 2 // _STRETCH, ()), start, end)


def _by_stretch(attributions: list[Attribution]) -> dict[int, list[Attribution]]:
    """The attributions that touch each stretch of the text, so that a long text is not gone through for each claim."""
    found: dict[int, list[Attribution]] = {}
    for one in attributions:
        for stretch in range(one.start // _STRETCH, one.end // _STRETCH + 1):
            found.setdefault(stretch, []).append(one)
    return found


def said(attribution: Attribution | None) -> list[str]:
    """The claimants, as a list of source ids."""
    return list(attribution.said_by) if attribution else []


def place_value(where: Where | None) -> Place | None:
    """The place of a setting."""
    return where.place if where else None


def reasons(where: Where | None, when: When | None, attribution: Attribution | None) -> Why:
    """The words and rules behind the place, the days and the claimant of a claim."""
    why: Why = {}
    if where:
        why["place"] = (where.start, where.end, where.rule)
    if when:
        why["when"] = (when.start, when.end, when.rule)
    if attribution and attribution.said_by:
        why["said_by"] = (attribution.claimant_start, attribution.claimant_end, attribution.rule)
    return why


def when_fields(when: When | None) -> dict[str, Any]:
    """`when`, `when_basis` and `time_of_day` of a claim."""
    if when is None:
        return {"when": None, "when_basis": None, "time_of_day": None}
    return {"when": when.interval, "when_basis": when.basis, "time_of_day": when.time_of_day}
