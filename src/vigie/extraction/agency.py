"""Level 4: who did it to whom, read off the class string by the pack's agency rules; nothing is guessed from nearness."""

import re
from typing import NamedTuple

from .frames import Clause
from .rules import Rule, load
from .units import Unit


class Role(NamedTuple):
    """A unit that plays a part in an act, and the rule that says so."""

    unit: Unit
    rule: str


Roles = dict[int, dict[str, Role]]


def _fits(clause: Clause, rule: Rule, match: re.Match[str]) -> bool:
    """The rule's own conditions: the preposition that it asks for, a finite verb."""
    word = rule.settings.get("word")
    if word and not re.match(word, clause.units[match.start("word")].low):
        return False
    act = clause.units[match.start("act")]
    return (
        not rule.settings.get("finite") or act.code == "k" or act.feature("verb") is not None or act.low.endswith("ent")
    )


def can_act(unit: Unit) -> bool:
    """Whether the words name somebody who does violence: an armed actor, a force, an adjective of one; never civilians."""
    if unit.code == "V":
        return unit.value in ("armed", "police")
    return unit.actor is not None and unit.actor.role not in ("source", "people")


def _can_suffer(unit: Unit, rule: Rule) -> bool:
    """«l'attaque de jihadistes» is theirs; «l'attaque d'un marché», «le massacre de civils» befalls them."""
    return rule.name != "target.of" or unit.code == "Y" or not can_act(unit)


def roles(clause: Clause) -> Roles:
    """For each act (unit index): `by` and `target` where the words give them."""
    found: Roles = {}
    for rule in load("fr", "agency"):
        for match in rule.pattern.finditer(clause.codes):
            if not _fits(clause, rule, match):
                continue
            act = found.setdefault(match.start("act"), {})
            for role in ("by", "target"):
                if role in rule.pattern.groupindex and match[role]:
                    unit = clause.units[match.start(role)]
                    if can_act(unit) if role == "by" else _can_suffer(unit, rule):
                        act.setdefault(role, Role(unit, rule.name))
    return found
