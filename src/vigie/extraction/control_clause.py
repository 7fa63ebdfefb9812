"""Changes of control whose word no rule of the pack fits: who acts is found by walking the clause (walk.py)."""

import re
from collections.abc import Collection, Iterator
from typing import Any

from .parties import View
from .rules import NEVER, Fit, Rule
from .walk import Agent, adjoined, finite, governing, masked, participle, reflexive

_HELD = {"V": "after", "K": "after", "G": "after", "I": "after", "R": "inside", "E": "inside"}
_UNDERGONE = re.compile(r"[Pn][^.;:VKR]{0,14}?x?X[rgT]{0,2}$")  # «X a été reprise»: by whom, other sentences tell
_HAS = re.compile(r"x[rgTy~\"]*$")
_BY_SOMEBODY = re.compile(r"[^.;:]{0,25}?p")
_PLACED = re.compile(r"[Pn]")  # a passive tells of a place that stands before it: «la ville a été, hier, reprise par»


def fits(seen: View, taken: Collection[int]) -> Iterator[tuple[Rule, Fit]]:
    """The changes of a clause whose words are not `taken`, each with who acts."""
    if "A" not in seen.codes and "u" not in seen.codes:
        return
    codes = masked(seen)
    for at, letter in enumerate(codes):
        if letter not in _HELD or at in taken:
            continue
        found = _agent(codes, at, letter)
        if found is None and letter == "K" and seen.values[at] == "captured" and _undergone(codes, at):
            yield Rule("control.clause-undergone", NEVER, {"held": "before"}, ()), Fit({"act": at}, at, at + 1)
        if found is not None and (found.way != "by" or _PLACED.search(codes, max(0, at - 24), at)):
            yield _fit(codes, at, letter, found)


def _undergone(codes: str, at: int) -> bool:
    return _UNDERGONE.search(codes, 0, at) is not None and _BY_SOMEBODY.match(codes, at + 1) is None


def _agent(codes: str, at: int, letter: str) -> Agent | None:
    if letter == "V":
        return finite(codes, at)
    if letter == "I":
        return governing(codes, at, "z")
    if letter == "G":
        return adjoined(codes, at)
    if letter == "R" and _HAS.search(codes, 0, at):
        return None  # «a retiré au Pakistan sa clause»: no one withdraws
    return participle(codes, at) or reflexive(codes, at)


def _fit(codes: str, at: int, letter: str, agent: Agent) -> tuple[Rule, Fit]:
    drives = letter == "E" and _HAS.search(codes, 0, at) is not None  # «sont entrés en Syrie et ont chassé X de Y»
    settings: dict[str, Any] = {"held": "before" if agent.way == "by" else "driven" if drives else _HELD[letter]}
    if letter == "E":
        settings["change"] = "captured" if drives or agent.way == "by" else "withdrew"
    fit = Fit({"act": at, "actor": agent.at}, min(at, agent.at), at + 1)
    return Rule(f"control.clause-{agent.way}", NEVER, settings, ()), fit
