"""Level 4: who did an act that only its means tell, and whom it hit: the owner of the weapon, or of what it downed."""

import re

from .agency import can_act, governed
from .agency_shared import Role, Roles
from .cues import told
from .event_types import AIR
from .frames import Clause
from .means import Means
from .owners import owner_of

_WHOSE = re.compile(r"[oj]?dl?[AV]")  # behind a weapon: «du Hamas»
_AGENT = re.compile(r"p[lqdQ]{0,2}$")
_THROWER = re.compile(r"(?P<by>[AV])[oj]?x[rg]*(?P<verb>[oFLGKCJ])[rT]{0,2}[lqdQ]{1,2}[oj]?$")
_HIT = re.compile(r"(?P<what>Y)[dlojaP]{0,3}(?:x[rg]*X[rg]*)?[oFKLC](?:T|r|[ei]P){0,2}p[lqdQ]{0,2}$")
_SENT = re.compile(r"[UajP]{0,3}[LoFK]p[lqd]{0,2}A")  # «(drones) lancés par Y»
_SUBJECT = re.compile(r"[AaW][oj]?x[rgT]*(?:[Ko]T?x[rg]*)?$")  # «X a», «X a affirmé mardi avoir»
_SPRINGS = re.compile(r"x[rg]*(?P<verb>[oFGLCJ])(?:[rT]|,[^.;:,]{1,20},){0,2}i?[lqd]{1,2}[oj]?$")
_HEADS = re.compile(r"(?:(?<![^.;:c\",])|,)(?:[lqQ]{1,2}|d)?[oj]?$")  # «un convoi», «…, des véhicules», no «près d'un»
_OPENS = re.compile(r"(?:^|[.;:c\"])(?=[^.;:c\"]*$)")
_ARMS = 5  # units behind «abattu» in which the weapon stands
OWNER = "target.owner"
"""The rule of a target that is told by the thing of theirs that was brought down."""


def roles_of(clause: Clause, means: Means, parts: Roles) -> dict[str, Role]:
    """The roles that an act's own words give; where they give none, those of its weapon."""
    if means.downed:
        return _downed(clause, means, parts.get(means.verb, {}))
    return {**_agent(clause, means.at), **_springer(clause, means.at), **parts.get(means.at, {})}


def _springer(clause: Clause, at: int) -> dict[str, Role]:
    """«un convoi de X a heurté une mine», «une patrouille de l'armée a sauté sur»: those who met it were hit."""
    met = _SPRINGS.search(clause.codes, 0, at)
    if met is None or not told("sprung", [clause.units[met.start("verb")]]):
        return {}
    opens = _OPENS.search(clause.codes, 0, met.start())
    first = opens.end() if opens is not None else 0
    subjects = (i for i in range(first, met.start()) if clause.codes[i] in "YA")
    rider = next((i for i in subjects if _HEADS.search(clause.codes, first, i) is not None), None)
    unit = clause.units[rider] if rider is not None else None
    whose = unit is not None and (unit.code == "A" or owner_of(clause, unit) is not None)
    return {"target": Role(unit, "target.springer")} if unit is not None and whose else {}


def _downed(clause: Clause, means: Means, told_so: dict[str, Role]) -> dict[str, Role]:
    """Who brought it down, and whose it was: «X a abattu 17 drones lancés par Y» is by X, and they were of Y."""
    by, active = told_so.get("by"), means.verb < means.at
    sent = _SENT.match(clause.codes, means.at + 1) if active else None
    sender = clause.units[sent.end() - 1] if sent is not None else None
    known = by is not None and by.unit is not sender
    subject = _SUBJECT.search(clause.codes, 0, means.verb) if active and not known else None
    unit = clause.units[subject.start()] if subject is not None else None
    doer = {"by": Role(unit, "agency.subject")} if unit is not None and unit.actor is not None else {}
    ours = {**told_so, **doer} if known or doer else {k: role for k, role in told_so.items() if k != "by"}
    return {**ours, "target": _owner(clause, means.at) if sender is None else Role(sender, OWNER)}


def arms_of(clause: Clause, means: Means) -> list[str]:
    """With what an aircraft was fired at: «abattu par un missile», not the guns that «abattu» tells of people."""
    near = clause.units[means.verb + 1 : means.verb + 1 + _ARMS]
    return [unit.value for unit in near if unit.code == "W" and unit.value not in AIR]


def _owner(clause: Clause, at: int) -> Role:
    """«un hélicoptère de l'armée», «un MiG indien»: whose it was."""
    craft = clause.units[at]
    adjective = next((u for u in clause.units[at + 1 : at + 3] if u.code in "aj"), craft)
    return Role(craft if craft.actor is not None else adjective, OWNER)


def _agent(clause: Clause, at: int) -> dict[str, Role]:
    """«un dépôt détruit par un drone ukrainien», «éventré par une roquette du Hamas»: whoever has the weapon did it, or
    threw it («des inconnus ont jeté une grenade»).
    """
    thrower = _THROWER.search(clause.codes, 0, at)
    own = thrower is not None and not governed(clause, thrower.start("by"))  # not «soutenus par l'Iran»
    if thrower is not None and own and told("throws", [clause.units[thrower.start("verb")]]):
        return {"by": Role(clause.units[thrower.start("by")], "agency.thrower")}
    if _AGENT.search(clause.codes, 0, at) is None:
        return {}
    unit, owner, hit = clause.units[at], _WHOSE.match(clause.codes, at + 1), _HIT.search(clause.codes, 0, at)
    whose = unit if unit.actor is not None or owner is None else clause.units[owner.end() - 1]
    found = {"by": Role(whose, "agency.agent")} if whose.actor is not None and can_act(whose) else {}
    return {**found, "target": Role(clause.units[hit.start("what")], "target.passive")} if hit is not None else found
