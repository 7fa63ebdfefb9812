"""Level 6: the acts of a story of protest put together: shots near a march are fired at it, fights with the police are
those of the crowd, and a protest that left dead was put down with excessive force (ACLED).
"""

from .acts import NAMED, Act, absorb, near, overlap
from .crowds import DEMONSTRATIONS, DISPERSED, EXCESSIVE, PEACEFUL, RIOT
from .cues import told as says
from .demonstrations import governs
from .sides import ARMED

_AROUND = 5  # sentences between a march and what was done to it
_SHOTS = frozenset({"shooting", "assault", "attack"})
_BEHIND = 2  # sentences behind a march that tell its dead
_OF_PROTEST = DEMONSTRATIONS | {"Arrests", "Looting/property destruction"}
_FIGHTS = frozenset({"Attack", "Armed clash"})
_FIGHT = frozenset({"Armed clash"})


def put_together(acts: list[Act], became: dict[int, Act]) -> list[Act]:
    """The acts of a story, those of one demonstration made one; `became` follows."""
    marches = [act for act in acts if act.type in DEMONSTRATIONS]
    for act in acts if marches else []:
        march = next((m for m in marches if _beside(act, m)), None)
        if march is not None and act.type not in DEMONSTRATIONS and not act.denied:
            _turn(act, march, acts)
    kept: list[Act] = []
    for act in acts:
        twin = next((one for one in kept if _one(one, act)), None)
        if twin is None:
            kept.append(act)
        else:
            absorb(twin, act)
            became.update({key: twin for key, one in became.items() if one is act})
    return kept


def _beside(act: Act, march: Act) -> bool:
    """Told near a march, at its place, on its day."""
    if abs(act.clause.index - march.clause.index) > _AROUND or act.where is None or march.where is None:
        return False
    if act.when is None or march.when is None:
        return act.when is march.when
    return near(act.where.place, march.where.place) and overlap(act.when, march.when)


def _turn(act: Act, march: Act, acts: list[Act]) -> None:
    """What an act near a march is: shots of the forces at the crowd, or a fight of the crowd with them."""
    crowd = next((a for a in [*march.by, march.target or ""] if a.endswith("-PRO")), None)
    forces = [a for a in [*act.by, act.target or ""] if governs(a)]
    unarmed = act.target in (None, "civilians", crowd) and not set(act.by) - set(forces)
    if crowd is None:
        return
    if act.raw <= _SHOTS and unarmed and (forces or _at_the_march(act, march, acts)):
        act.type, act.by, act.target, act.raw = EXCESSIVE, forces, crowd, {EXCESSIVE}
        act.grip = NAMED
    elif act.raw <= _FIGHT and forces and len([a for a in (*act.by, act.target) if a not in (None, "civilians")]) == 1:
        act.type, act.by, act.target, act.raw = RIOT, [crowd], forces[0], {RIOT}


def _at_the_march(act: Act, march: Act, acts: list[Act]) -> bool:
    """Dead or shots of which nobody tells the author, behind the march that the forces faced, or in the head of a story
    that tells of nothing else.
    """
    if act.by or march.type == PEACEFUL or not (act.seen.rule == "event.killing" or act.raw == {"shooting"}):
        return False
    behind = act.clause.index - march.clause.index
    return 0 <= behind <= _BEHIND or (behind < 0 and all(one.type in _OF_PROTEST or one.raw <= _SHOTS for one in acts))


def _one(first: Act, act: Act) -> bool:
    """Two tellings of one demonstration: the march and what was done to it."""
    both = first.type in DEMONSTRATIONS and act.type in DEMONSTRATIONS
    if not both or (RIOT in (first.type, act.type) and PEACEFUL not in (first.type, act.type)):
        return False
    return first.type != act.type and _beside(act, first)


def deadly(acts: list[Act]) -> None:
    """A protest that left dead among those who marched was put down with excessive force."""
    for act in acts:
        marched = [f for f in act.figures if f.number > 0 and f.who is not None and says("protest", [f.who])]
        if marched and act.type in _FIGHTS and not act.sure:
            _of_marchers(act)
        dead = [f for f in act.figures if f.outcome == "killed" and f.number > 0]
        forces = [f for f in dead if f.who is not None and f.who.value in ARMED]
        if act.type in (PEACEFUL, DISPERSED) and len(dead) > len(forces):
            crowd = act.target if act.type == DISPERSED else next(iter(act.by), None)
            act.type, act.by, act.target = EXCESSIVE, [a for a in act.by if governs(a)], crowd


def _of_marchers(act: Act) -> None:
    """«sept manifestants blessés lors de heurts», «cinq manifestants tués»: the act is one of their demonstration."""
    country = act.where.place.country if act.where is not None else None
    crowd = f"{country}-PRO" if country else None
    forces = [a for a in [*act.by, act.target or ""] if governs(a)]
    if act.raw <= _FIGHT:
        act.type, act.by, act.target = RIOT, [crowd] if crowd else [], forces[0] if forces else None
    elif not set(act.by) - set(forces):
        act.type, act.by, act.target = EXCESSIVE, forces, crowd
