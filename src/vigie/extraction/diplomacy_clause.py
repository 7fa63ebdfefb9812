"""Acts whose word no rule of the pack fits: their agent is found by walking the clause (walk.py)."""

import re
from collections.abc import Callable, Collection, Iterator

from .parties import View
from .rule_tables import word_lists
from .rules import NEVER, Fit, Rule
from .walk import Agent, adjoined, carried, finite, governing, governor, masked, participle, partner, reflexive

Way = Callable[[str, int], Agent | None]
_WAYS: dict[str, tuple[Way, ...]] = {
    "V": (finite,),
    "K": (participle, reflexive),
    "G": (adjoined,),
    "I": (governing,),
    "N": (carried, partner),
}
_PARTICIPLE = re.compile(r"(?:é|i|u)e?s?$")


def fits(seen: View, taken: Collection[int]) -> Iterator[tuple[Rule, Fit]]:
    """The acts of a clause that are not `taken`, each with its agent; the rule's name says how that was found."""
    if "A" not in seen.codes and "u" not in seen.codes:
        return
    codes = masked(seen)
    for at, letter in enumerate(codes):
        if letter not in _WAYS or at in taken:
            continue
        found = next((a for way in _WAYS[letter] if (a := way(codes, at)) and _sound(seen, codes, at, a)), None)
        if found is not None:
            settings = {"passive": True} if found.way == "by" else {}
            yield Rule(f"diplomacy.clause-{found.way}", NEVER, settings, ()), _fit(at, found)


def _fit(at: int, agent: Agent) -> Fit:
    roles = {"act": at, "actor": agent.at} | ({"target": agent.other} if agent.other is not None else {})
    return Fit(roles, min(roles.values()), at + 1)


def _sound(seen: View, codes: str, at: int, agent: Agent) -> bool:
    """What the words must be for the way: a governor that leaves the act to its subject, a verb that is reflexive."""
    words, low = word_lists("fr", "diplomacy"), seen.clause.units[at].low
    if agent.way == "purpose" and seen.values[at] not in ("REQUEST", "CONSULT", "AGREE"):
        return False
    if agent.way in ("governor", "purpose"):
        verb = governor(codes, at if codes[at] == "I" else codes.rindex("J", 0, at))
        return verb is not None and (seen.clause.units[verb].low.startswith(words["governors"]) or endless(seen, verb))
    if agent.way == "reflexive":
        return low.startswith(words["reflexive"])
    if agent.way == "partner":
        meets = seen.values[at] in ("CONSULT", "AGREE") and seen.clause.units[agent.word].low in ("avec", "auprès")
        return meets and (agent.other is None or seen.codes[agent.other] != "a" or _counterpart(seen, agent.other))
    if agent.way == "adjoined" and seen.values[at] == "CONSULT":
        return False
    if agent.way == "by" and (low.startswith(words["not_by"]) or _of_another(seen, codes, at, agent.at)):
        return False
    return not low.startswith(words["own_ways"])


def endless(seen: View, verb: int) -> bool:
    """«ne cesse d'appeler à», «n'a cessé de»: he does it all the time."""
    return seen.clause.units[verb].low.startswith("cess") and "g" in seen.codes[max(0, verb - 3) : verb]


def _counterpart(seen: View, at: int) -> bool:
    """«avec son homologue américain X», not «avec la chaîne américaine X»."""
    return seen.clause.units[at - 1].low.startswith("homologue")


def _of_another(seen: View, codes: str, at: int, agent: int) -> bool:
    """«par» follows another participle: «déployés …, épaulés par X»."""
    by = codes.rindex("p", at, agent)
    return by - 1 > at and codes[by - 1] == "o" and _PARTICIPLE.search(seen.clause.units[by - 1].low) is not None
