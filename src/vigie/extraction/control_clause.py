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
# «X, prise dimanche», «X, à la frontière, enlevée en trois jours fin mai»: in passing, and by whom others tell
_APPOSED = re.compile(r"P[oaj]{0,2}(?:,[ei][lq]?[oPnj]{1,3})?,[rT]{0,2}$")
_DATED = re.compile(r"[ior]{0,3}[qQ]?[om]?T")
_SEVERAL = "es"  # «les discussions à X, reprises lundi»: not a town


def fits(seen: View, taken: Collection[int]) -> Iterator[tuple[Rule, Fit]]:
    """The changes of a clause whose words are not `taken`, each with who acts."""
    somebody = "A" in seen.codes or "u" in seen.codes
    codes = masked(seen)
    for at, letter in enumerate(codes):
        if letter not in _HELD or at in taken:
            continue
        found = _agent(codes, at, letter) if somebody else None
        if found is None and letter == "K" and seen.values[at] == "captured":
            yield from _by_nobody(seen, codes, at)
        if found is not None and (found.way != "by" or _PLACED.search(codes, max(0, at - 24), at)):
            yield _fit(codes, at, letter, found)


def _by_nobody(seen: View, codes: str, at: int) -> Iterator[tuple[Rule, Fit]]:
    """A taking of which the words do not say whose it was: «X a été reprise», «X, prise dimanche»."""
    way = "undergone" if _undergone(codes, at) else "apposed" if _apposed(seen, codes, at) else None
    if way is not None:
        yield Rule(f"control.clause-{way}", NEVER, {"held": "before"}, ()), Fit({"act": at}, at, at + 1)


def _apposed(seen: View, codes: str, at: int) -> bool:
    dated = _APPOSED.search(codes, 0, at) is not None and _DATED.match(codes, at + 1) is not None
    return dated and not seen.clause.units[at].low.endswith(_SEVERAL) and _BY_SOMEBODY.match(codes, at + 1) is None


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
