"""Re-estimating the match weights: by EM over claims nobody labelled (Splink), and from people's decisions.

Nothing here changes the published file: a person reads the difference and decides.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from math import log2

import msgspec

from vigie.values import Claim, Document, Value

from .bulk import TRAINING_RULE, linker_of
from .decisions import Constraints, Decision
from .facets import Class, Facet, facets
from .link import by_name
from .scorer import forbidden, score
from .tables import table

STRENGTH = 200
"""How many decided pairs the published figures are worth: fewer decisions move them only in part."""
FEWEST = 50
"""Blocked pairs below which EM is not tried: it would fit noise."""
MOST = 5e6
"""Pairs that EM looks at; of more, a sample."""
LEAST = 1e-5
Figures = dict[str, dict[str, tuple[float, float]]]


class Estimate(Value, frozen=True, kw_only=True):
    """One level before and after: m and u, and log2(m / u) of each in bits."""

    comparison: str
    level: str
    m_before: float
    u_before: float
    m: float
    u: float
    bits_before: float
    bits: float


class Training(Value, frozen=True, kw_only=True):
    """What training found for one class: how, from how many pairs, and every level's figures, the most moved first."""

    cls: Class
    pairs: int
    decided_same: int
    decided_different: int
    estimates: list[Estimate]


def train(
    claims: Iterable[Claim],
    documents: Iterable[Document],
    decisions: Iterable[Decision] = (),
    cls: Class = "event",
    em: bool = True,
) -> Training:
    """New m and u for every level of one class, from the published ones: EM first, then people's decisions.

    EM (Dempster, Laird and Rubin 1977, as in Splink) runs over the blocked pairs of `claims` with m, u and the prior
    free.
    Decisions count with the weight of their pairs against `STRENGTH` pairs of what stood before.
    """
    found = {f.id: f for f in facets(sorted(claims, key=lambda c: c.id), by_name(documents)) if f.cls == cls}
    before = published(cls)
    pairs, after = _em(list(found.values()), cls, before) if em else (0, before)
    same, different = _decided(found, decisions)
    after = _counted(after, same, different)
    return Training(
        cls=cls, pairs=pairs, decided_same=len(same), decided_different=len(different), estimates=_moved(before, after)
    )  # fmt: skip


def published(cls: Class) -> Figures:
    """(m, u) by comparison and level, out of the published file."""
    return {
        name: {row["level"]: (row["m"], row["u"]) for row in rows} for name, rows in table("weights")[cls].items()
    }  # fmt: skip


def _em(found: Sequence[Facet], cls: Class, before: Figures) -> tuple[int, Figures]:
    linker = linker_of(found, cls)
    pairs = linker.inference.compute_blocked_pairs_for_predict().as_pyarrow_table().num_rows
    if pairs < FEWEST:
        return 0, before
    linker.training.estimate_parameters_using_expectation_maximisation(
        TRAINING_RULE, fix_u_probabilities=False, max_pairs=MOST
    )
    model = linker.misc.save_model_to_json()
    return pairs, {c["output_column_name"]: _levels(c, before[c["output_column_name"]]) for c in model["comparisons"]}


def _levels(
    comparison: Mapping[str, list[dict[str, object]]], before: dict[str, tuple[float, float]]
) -> dict[str, tuple[float, float]]:
    """What EM gave for each level; a level that no pair showed keeps what it had."""
    rows = {str(level["label_for_charts"]): level for level in comparison["comparison_levels"]}
    return {
        name: (
            _probability(rows[name].get("m_probability"), old[0]),
            _probability(rows[name].get("u_probability"), old[1]),
        )
        for name, old in before.items()
    }


def _probability(value: object, old: float) -> float:
    return min(1 - LEAST, max(LEAST, value)) if isinstance(value, float) else old


def _decided(
    found: Mapping[str, Facet], decisions: Iterable[Decision]
) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """The levels of every pair that people joined, and of every pair that they parted."""
    rules = Constraints(decisions)
    groups = _groups(rules.together())
    joined = [pair for group in groups for pair in combinations(sorted(group), 2)]
    parted = [(a, b) for a, others in rules.apart.items() for b in others if a < b]
    return _seen(found, joined), _seen(found, parted)


def _groups(together: Iterable[tuple[str, str]]) -> list[set[str]]:
    groups: list[set[str]] = []
    for a, b in together:
        touched = [g for g in groups if a in g or b in g]
        groups = [g for g in groups if g not in touched] + [{a, b}.union(*touched)]
    return groups


def _seen(found: Mapping[str, Facet], pairs: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    known = [(found[a], found[b]) for a, b in pairs if a in found and b in found]
    return [score(a, b).levels for a, b in known if not forbidden(a, b)]


def _counted(figures: Figures, same: Sequence[dict[str, str]], different: Sequence[dict[str, str]]) -> Figures:
    return {
        name: {
            level: (_mixed(m, [s[name] == level for s in same]), _mixed(u, [d[name] == level for d in different]))
            for level, (m, u) in levels.items()
        }
        for name, levels in figures.items()
    }


def _mixed(before: float, seen: Sequence[bool]) -> float:
    return (STRENGTH * before + sum(seen)) / (STRENGTH + len(seen)) if seen else before


def _moved(before: Figures, after: Figures) -> list[Estimate]:
    rows = [
        Estimate(
            comparison=name, level=level, m_before=m, u_before=u, m=after[name][level][0], u=after[name][level][1],
            bits_before=log2(m / u), bits=log2(after[name][level][0] / after[name][level][1]),
        )
        for name, levels in before.items()
        for level, (m, u) in levels.items()
    ]  # fmt: skip
    return sorted(rows, key=lambda row: (-abs(row.bits - row.bits_before), row.comparison, row.level))


def as_toml(training: Training) -> str:
    """The new figures in the form of the weights file, to be read by a person before they are taken over."""
    reasons = {
        (name, row["level"]): row["reason"] for name, rows in table("weights")[training.cls].items() for row in rows
    }  # fmt: skip
    blocks = [
        f"[[{training.cls}.{e.comparison}]]\nlevel = {_quoted(e.level)}\nm = {e.m:.6g}\nu = {e.u:.6g}\n"
        f"reason = {_quoted(reasons[e.comparison, e.level])}\n"
        for e in sorted(training.estimates, key=lambda e: e.comparison)
    ]
    return "".join(blocks)


def _quoted(text: str) -> str:
    return msgspec.json.encode(text).decode("utf-8")
