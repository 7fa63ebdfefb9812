"""The quality gate: figures that were reached once are not lost without somebody saying so.

A floors file pins, for each set, the fingerprint and size of what was measured and a floor for each figure. A floor is
the figure cut to the hundredth, so that one claim more or less in a large set does not trip it.
"""

import json
import math
import os
from collections.abc import Mapping
from pathlib import Path

import msgspec

from vigie.values import Value

from .report import GroupReport, Report

HUNDREDTHS = 100
ROUNDING = 1e-9  # a share of 0.32 may come out as 0.31999…


class Measurement(Value, frozen=True, kw_only=True):
    """What was measured (its fingerprint and size) and the figures, from 0 to 1 and better when higher."""

    fingerprint: str
    counts: dict[str, int]
    figures: dict[str, float]


class Floors(Value, frozen=True, kw_only=True):
    """What a floors file holds of one set."""

    fingerprint: str
    counts: dict[str, int]
    floors: dict[str, float]


# What was measured, by set, under the file that holds its floors.
Measured = Mapping[Path, Mapping[str, Measurement]]


class GateError(ValueError):
    """The gate refuses; the message has one line a reason."""


def figures(report: Report, groups: GroupReport | None = None) -> dict[str, float]:
    """The figures that a floor can hold, by name (`harm.detected`), each where there was something to measure."""
    found: dict[str, float] = {}
    if report.dating.of:
        found["dating.right"] = report.dating.right / report.dating.of
    for kind, one in report.kinds.items():
        if one.detected.gold:
            found |= {f"{kind}.detected": one.detected.f1, f"{kind}.complete": one.complete.f1}
        if one.invented_by.of:
            found[f"{kind}.no_invented_perpetrator"] = 1 - one.invented_by.share
        asked = sum(rare.of for rare in one.rare)
        if asked:
            found[f"{kind}.rare_values"] = sum(rare.right for rare in one.rare) / asked
    return found | (_group_figures(groups) if groups else {})


def _group_figures(groups: GroupReport) -> dict[str, float]:
    found = {"groups.b_cubed": groups.f1}
    if groups.joined:
        found["groups.pairs_right"] = 1 - groups.wrongly_joined / groups.joined
    return found


def read_floors(path: Path) -> dict[str, Floors]:
    """The floors by set; none where there is no file. GateError for a file that is not one."""
    if not path.exists():
        return {}
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, Floors])
    except msgspec.MsgspecError as error:
        raise GateError(f"{path}: {error}") from error


def _changed(name: str, pinned: Floors, now: Measurement) -> list[str]:
    if pinned.fingerprint == now.fingerprint:
        return []
    return [f"{name}: what is measured has changed ({pinned.counts} before, {now.counts} now); pin it again"]


def _under(name: str, pinned: Floors, now: Measurement) -> list[str]:
    found = []
    for figure, floor in pinned.floors.items():
        value = now.figures.get(figure)
        if value is None:
            found.append(f"{name}: {figure} was not measured (floor {floor:.2f})")
        elif value < floor - ROUNDING:
            found.append(f"{name}: {figure} is {value:.3f}, under its floor {floor:.2f}")
    return found


def shortfalls(pinned: Mapping[str, Floors], measured: Mapping[str, Measurement]) -> list[str]:
    """Why the gate would refuse, a sentence each; empty when it lets pass."""
    found = [f"{name}: was not measured" for name in pinned if name not in measured]
    for name, now in measured.items():
        if name not in pinned:
            found.append(f"{name}: has no floors; pin it")
        else:
            found += [*_changed(name, pinned[name], now), *_under(name, pinned[name], now)]
    return found


def gate(measured: Measured) -> None:
    """Refuse with GateError where a figure is under its floor, a set or figure is missing, or a fingerprint differs."""
    found = [reason for path, now in measured.items() for reason in shortfalls(read_floors(path), now)]
    if found:
        raise GateError("\n".join(found))


def _floor(value: float) -> float:
    return math.floor((value + ROUNDING) * HUNDREDTHS) / HUNDREDTHS


def _raised(pinned: Floors | None, now: Measurement) -> Floors:
    before = pinned.floors if pinned else {}
    raised = {name: max(_floor(value), before.get(name, 0.0)) for name, value in now.figures.items()}
    return Floors(fingerprint=now.fingerprint, counts=now.counts, floors=raised)


def _as_measured(now: Measurement) -> Floors:
    floors = {name: _floor(value) for name, value in now.figures.items()}
    return Floors(fingerprint=now.fingerprint, counts=now.counts, floors=floors)


def raised(path: Path, measured: Mapping[str, Measurement], allow_regression: bool = False) -> dict[str, Floors]:
    """The floors of the file, raised to what was measured, with its fingerprints.

    No floor goes down and none is dropped, unless `allow_regression`: GateError names those that would. A set that was
    not measured keeps its floors.
    """
    before = read_floors(path)
    lost = [line for name, now in measured.items() if name in before for line in _under(name, before[name], now)]
    if lost and not allow_regression:
        raise GateError("\n".join([*lost, "a floor is lowered only with --allow-regression"]))
    after = {
        name: _as_measured(now) if allow_regression else _raised(before.get(name), now)
        for name, now in measured.items()
    }
    return dict(sorted({**before, **after}.items()))


def pin(measured: Measured, allow_regression: bool = False) -> None:
    """Write the raised floors, each file whole; where `raised` refuses one, none is written."""
    files = {path: raised(path, now, allow_regression) for path, now in measured.items()}
    for path, floors in files.items():
        _replace(path, json.dumps(msgspec.to_builtins(floors), indent=1, ensure_ascii=False) + "\n")


def _replace(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(path.name + ".part")
    partial.write_text(text, encoding="utf-8", newline="\n")
    os.replace(partial, path)
