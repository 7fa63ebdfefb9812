"""Which PLOVER act the words stand for, and whether a text is about a conflict at all."""

import re
from typing import NamedTuple

from .parties import View
from .rules import Rule
from .story import Story

_ARMS = re.compile(r"[^.;:VK]{0,8}?W")
_TROOPS = re.compile(r"[^.;:VK]{0,4}?(?:n|A)")
_CAPTIVES = re.compile(r"[^.;:VK]{0,6}?h")
_STRIKES = re.compile(r"[^.;:VKN]{0,5}?E")
_NEXT_NOUN = re.compile(r"[^.;:VKA]{0,5}?(?P<noun>N)")
_DIPLOMATS = ("ambassadeur", "ambassadrice", "diplomate", "consul", "chargé")
_ENVOYS = ("ministre", "émissaire", "envoyé", "délégation", "médiateur", "négociateur", "chef")
_ARMED = 2  # mentions of armed groups that make a text without a violent act one about a conflict


class Meaning(NamedTuple):
    """A PLOVER act; `needs_target`: without somebody met, or a place gone to, it says nothing."""

    name: str
    needs_target: bool = False


def act_of(seen: View, rule: Rule, match: re.Match[str]) -> Meaning | None:
    """The act that the word stands for with what is behind it; None where the rule or its object does not allow it."""
    at = match.start("act")
    value = seen.values[at]
    unit = seen.clause.units[at]
    meaning = _meant(seen, at, value)
    only = rule.settings.get("only")
    if meaning is None or value == "LIGHT" or (only and meaning.name not in only):
        return None
    if rule.settings.get("also") is None and seen.codes[max(0, at - 3) : at].count("f") and meaning.name in ("AGREE", "CONSULT", "RETREAT"):
        return Meaning("REJECT")
    return meaning


def _meant(seen: View, at: int, value: str) -> Meaning | None:
    unit, codes = seen.clause.units[at], seen.codes
    if value == "RETREAT-captives":
        return Meaning("RETREAT") if _CAPTIVES.match(codes, at + 1) or _before_captives(codes, at) else None
    if value == "RETREAT-troops" or unit.feature("troops") is not None:
        return Meaning("RETREAT") if _TROOPS.match(codes, at + 1) else None
    if value == "EXPEL":
        return Meaning("COERCE") if _speaks_of(seen, at, _DIPLOMATS) else None
    if value == "MASS":
        return Meaning("MOBILIZE") if _TROOPS.match(codes, at + 1) else None
    if unit.feature("stop") is not None:
        return _stopped(seen, at)
    if value == "SEND" or unit.feature("send") is not None:
        return _sent(seen, at)
    if unit.feature("obj") == "arms" and not _ARMS.match(codes, at + 1):
        return None
    if unit.feature("welcome") is not None:
        return Meaning(value) if _value_of_noun(seen, at) in ("AGREE", "CONSULT", "RETREAT", "AID", "SANCTION") else None
    if unit.feature("light") is not None:
        return Meaning(value) if _value_of_noun(seen, at) == value else None
    if unit.low in ("soutien", "appui") or unit.feature("thank") is not None or unit.feature("aimed") is not None:
        return Meaning(value, True)
    if unit.feature("meet") is not None and unit.low not in ("se réunit", "réuni", "réunie", "réunis", "se réunir"):
        return Meaning(value, True)
    return Meaning(value, unit.feature("go") is not None)


def _before_captives(codes: str, at: int) -> bool:
    return re.compile(r"h[^.;:VK]{0,8}$").search(codes, 0, at) is not None


def _value_of_noun(seen: View, at: int) -> str | None:
    found = _NEXT_NOUN.match(seen.codes, at + 1)
    return seen.values[found.start("noun")] if found else None


def _stopped(seen: View, at: int) -> Meaning | None:
    """To stop striking is to retreat, to stop talking or helping is to refuse."""
    if _STRIKES.match(seen.codes, at + 1):
        return Meaning("RETREAT")
    if re.compile(r"l?[AP]").match(seen.codes, at + 1):
        return Meaning("SANCTION")
    return Meaning("REJECT") if _value_of_noun(seen, at) in ("CONSULT", "AID", "AGREE", "COOPERATE", "SUPPORT") else None


def _sent(seen: View, at: int) -> Meaning | None:
    noun = _value_of_noun(seen, at)
    if _speaks_of(seen, at, _ENVOYS):
        return Meaning("CONSULT", True)
    if noun in ("MOBILIZE", "AID"):
        return Meaning(noun)
    return Meaning("MOBILIZE") if re.compile(r"[^.;:VK]{0,4}?[nWA]").match(seen.codes, at + 1) else None


def _speaks_of(seen: View, at: int, people: tuple[str, ...]) -> bool:
    return any(u.low.startswith(people) for u in seen.clause.units[at + 1 : at + 4])


def at_war(story: Story) -> bool:
    """Whether the text is about a conflict: violent acts, weapons, fighters, harm; a match or a trial is none."""
    units = [u for c in story.analysis.clauses for u in c.units]
    telling = sum(1 for u in units if u.feature("weak") is None and (u.code in "EFW" or (u.code in "Kk" and u.value == "killed")))
    armed = sum(1 for u in units if u.actor is not None and u.actor.kind == "armed")
    return telling > 0 or armed >= _ARMED
