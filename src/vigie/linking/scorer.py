"""The pair scorer: the sum of published match weights (Fellegi and Sunter 1969) over the levels of the comparisons."""

from collections.abc import Mapping
from functools import cache
from math import log2
from typing import Any, NamedTuple

from .compare import COMPARISONS, HARD, Level
from .facets import Facet
from .tables import table

MILLI = 1000
"""Scores are whole thousandths of a bit, so that sums do not depend on the order in which they are taken."""


class Pair(NamedTuple):
    """What two claims are to each other: the level of every comparison, and the score in thousandths of a bit.

    Above 0 they are likelier one incident than not; `hard` when a level forbids joining whatever else is said.
    """

    cls: str
    levels: dict[str, str]
    score: int
    hard: bool


Step = tuple[Level, Mapping[str, int], str | None]
Weights = Mapping[str, Mapping[str, Mapping[str, int]]]


@cache
def weights() -> Weights:
    """Weights in thousandths of a bit by class, comparison and level, out of the published file."""
    return as_weights(table("weights"))


def as_weights(source: Mapping[str, Any]) -> dict[str, dict[str, dict[str, int]]]:
    """The same for a file of that form (a re-estimated one); ValueError where m or u is not a probability."""
    return {cls: _class_weights(source, cls) for cls in COMPARISONS}


def _class_weights(source: Mapping[str, Any], cls: str) -> dict[str, dict[str, int]]:
    prior = source["prior"][cls]["bits"]
    blocks = {name: {row["level"]: bits(row["m"], row["u"]) for row in rows} for name, rows in source[cls].items()}
    return {"prior": {"": round(prior * MILLI)}, **blocks}


def bits(m: float, u: float) -> int:
    """The match weight log2(m / u) in thousandths of a bit."""
    if not (0 < m < 1 and 0 < u < 1):
        raise ValueError(f"m and u must lie between 0 and 1: {m}, {u}")
    return round(MILLI * log2(m / u))


def forbidden(a: Facet, b: Facet) -> bool:
    """Whether two claims can never be one incident: another class, or one planned and the other not."""
    return (
        a.cls != b.cls
        or (a.realis == "planned") != (b.realis == "planned")
        or (a.kind == "diplomacy") != (b.kind == "diplomacy")
    )


def score(a: Facet, b: Facet, table_of: Weights | None = None) -> Pair:
    """Compare two claims; symmetric. For claims that are `forbidden` the pair is hard."""
    chosen = (table_of or weights())[a.cls]
    levels = {name: level(a, b) for name, level in COMPARISONS[a.cls].items()}
    value = chosen["prior"][""] + sum(chosen[name][level] for name, level in levels.items())
    hard = forbidden(a, b) or any(HARD.get(name) == level for name, level in levels.items())
    return Pair(a.cls, levels, value, hard)


def ground(a: Facet, b: Facet) -> int | None:
    """The part of the score that depends on place and days alone, with the prior; None where the pair is hard.

    Claims of one slot (blocking) share it; `ground(a, b) + rest(a, b) == score(a, b).score`.
    """
    if forbidden(a, b):
        return None
    total = weights()[a.cls]["prior"][""]
    for level, weight, hard in _steps(a.cls)[0]:
        name = level(a, b)
        if name == hard:
            return None
        total += weight[name]
    return total


def rest(a: Facet, b: Facet) -> int:
    """The part of the score that depends on what the two claims say, who says it and in which text."""
    return said(a, b) + setting(a, b)


def said(a: Facet, b: Facet) -> int:
    """The part that depends on what acts the two claims tell: for two texts, a function of their `voice_of` alone."""
    total = 0
    for level, weight, _ in _steps(a.cls)[1]:
        total += weight[level(a, b)]
    return total


def setting(a: Facet, b: Facet) -> int:
    """The part that depends on their figures, on the texts they stand in and on who says it."""
    total = 0
    for level, weight, _ in _steps(a.cls)[2]:
        total += weight[level(a, b)]
    return total


def voice_of(f: Facet) -> tuple[object, ...]:
    """Everything that `said` looks at in claims of two texts. A capture is of its place."""
    where = f.disc if f.kind == "control" else None
    return f.cls, f.kind, f.family, f.outcome, f.by, f.targets, f.victims, f.side, f.struck, where


GROUND = ("place", "day", "extent", "period")
SETTING = ("figure", "document", "origin", "names", "told")


@cache
def _steps(cls: str) -> tuple[list[Step], list[Step], list[Step]]:
    steps = {name: (level, weights()[cls][name], HARD.get(name)) for name, level in COMPARISONS[cls].items()}
    middle = [steps[name] for name in steps if name not in GROUND + SETTING]
    return [steps[name] for name in steps if name in GROUND], middle, [steps[name] for name in SETTING if name in steps]
