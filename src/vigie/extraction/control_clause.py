"""Changes of control whose word no rule of the pack fits: who acts is found by walking the clause (walk.py)."""

import re
from collections.abc import Collection, Iterator
from typing import Any

from .parties import View
from .rules import NEVER, Fit, Rule
from .walk import Agent, adjoined, finite, governing, masked, participle, reflexive

_HELD = {"V": "after", "K": "after", "G": "after", "I": "after", "R": "inside", "E": "inside"}
_PLACED = re.compile(r"[Pn]")  # a passive tells of a place that stands before it: «la ville a été, hier, reprise par»


def fits(seen: View, taken: Collection[int]) -> Iterator[tuple[Rule, Fit]]:
    """The changes of a clause whose words are not `taken`, each with who acts."""
    if "A" not in seen.codes and "u" not in seen.codes:
        return
    codes = masked(seen)
    for at, letter in enumerate(codes):
        found = _agent(codes, at, letter) if letter in _HELD and at not in taken else None
        if found is not None and (found.way != "by" or _PLACED.search(codes, max(0, at - 24), at)):
            yield _fit(at, letter, found)


def _agent(codes: str, at: int, letter: str) -> Agent | None:
    if letter == "V":
        return finite(codes, at)
    if letter == "I":
        return governing(codes, at, "z")
    if letter == "G":
        return adjoined(codes, at)
    return participle(codes, at) or reflexive(codes, at)


def _fit(at: int, letter: str, agent: Agent) -> tuple[Rule, Fit]:
    settings: dict[str, Any] = {"held": "before" if agent.way == "by" else _HELD[letter]}
    if letter == "E":
        settings["change"] = "captured" if agent.way == "by" else "withdrew"
    fit = Fit({"act": at, "actor": agent.at}, min(at, agent.at), at + 1)
    return Rule(f"control.clause-{agent.way}", NEVER, settings, ()), fit
