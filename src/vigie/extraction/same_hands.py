"""Level 6: what those who attacked did besides: fire, loot and abductions that are told right behind an attack, and of
which nobody is named, are theirs («Les jihadistes ont attaqué X. Des maisons ont été brûlées et trois jeunes enlevés»).
"""

from .actor_ids import nameless
from .acts import Act, near, overlap
from .agency import can_act
from .analysis import Analysis
from .cues import told
from .events import LOOTING
from .sides import of_a_group

_DEEDS = frozenset({LOOTING, "Abduction/forced disappearance"})
_ATTACKS = frozenset({"Attack", "Armed clash"})
_BEHIND = 2  # sentences behind an attack
_OPENING = 3  # units at the head of a sentence


def lend_hands(analysis: Analysis, acts: list[Act]) -> None:
    """Give such deeds the author of the attack that is told last before them."""
    known = [act for act in acts if of_a_group(act.by) and not nameless(act.by)]
    raid: Act | None = None
    for act in sorted(acts, key=lambda one: one.seen.start):
        if act.type not in _DEEDS:
            raid = act if act.type in _ATTACKS and of_a_group(act.by) and not act.denied else None
        elif raid is not None and not act.denied and _one_raid(analysis, raid, act) and _may_lend(raid, act, known):
            act.by, act.hedged = list(raid.by), raid.hedged
            act.blame_at, act.blamed_by = raid.blame_at, raid.blamed_by


def _may_lend(before: Act, act: Act, known: list[Act]) -> bool:
    """Gunmen whom the story names for another act there and then are those; whom one sentence has attack and abduct may
    be named later for the attack alone.
    """
    if nameless(before.by) and any(_there_and_then(one, act) for one in known):
        return False
    return not act.by or (nameless(act.by) and act.clause is before.clause)


def _one_raid(analysis: Analysis, before: Act, act: Act) -> bool:
    """There and then, with nobody else in between."""
    if nameless(before.by) and before.type != "Attack":
        return False
    if not 0 <= act.clause.index - _last(analysis, before, act) <= _BEHIND or _begins_anew(before, act):
        return False
    elsewhere = act.own_place and _names(act) != _names(before) and act.clause is not before.clause
    return not elsewhere and _there_and_then(before, act)


def _there_and_then(before: Act, act: Act) -> bool:
    there = before.where is None or act.where is None or near(before.where.place, act.where.place)
    return there and (before.when is None or act.when is None or overlap(before.when, act.when))


def _last(analysis: Analysis, before: Act, act: Act) -> int:
    """The rank of the last sentence before the deed that tells the attack."""
    starts = [start for start in (before.seen.start, *(s for s, _ in before.mentions)) if start <= act.seen.start]
    clauses = (analysis.clause_at(start) for start in starts)
    return max((clause.index for clause in clauses if clause is not None), default=-_BEHIND - 1)


def _begins_anew(before: Act, act: Act) -> bool:
    """«Par ailleurs, …», «l'armée a trouvé des maisons brûlées»: the sentence is about something, or somebody, else."""
    units = act.clause.units[: act.seen.at]
    others = [i for u in units if u.code == "A" and can_act(u) and u.actor is not None for i in u.actor.ids]
    theirs = {*before.by, before.target} if act.clause is before.clause else set(before.by)
    return told("besides", units[:_OPENING]) or not set(others) <= theirs


def _names(act: Act) -> str | None:
    return act.where.place.id if act.where is not None else None
