"""Level 6: the acts of a story of protest put together: shots near a march are fired at it, fights with the police are
those of the crowd, and a protest that left dead was put down with excessive force (ACLED).
"""

from bisect import bisect_left

from .absorbing import absorb
from .acts import NAMED, Act, calm, near, of_weeks, overlap
from .analysis import Analysis
from .crowds import DEMONSTRATIONS, DISPERSED, EXCESSIVE, MOB, OF_PROTEST, PEACEFUL, RIOT, is_crowd, part_around
from .cues import told as says
from .demonstrations import FIGHTS, by_one_of_a_people, governs, gunmen
from .draft import MEMORY
from .events import LOOTING
from .frames import Clause, Figure
from .reprisals import sparked
from .setting_cover import apart
from .sides import ARMED, side_of

_AROUND = 5  # sentences between a march and what was done to it
_HEAD = 3  # the rank of the last sentence that tells what a story is about
_TOWN = 30  # km: a march elsewhere is another one
_MANY = 300  # more dead than that are no single protest's
_SHOTS = frozenset({"shooting", "assault", "attack"})
_BEHIND = 2  # sentences behind a march that tell its dead
_OF_PROTEST = DEMONSTRATIONS | {"Arrests", LOOTING}
_FIGHT = frozenset({"Armed clash"})
_OF_A_CROWD = ("-PRO", "-SEP")


def of_protest(analysis: Analysis) -> bool:
    """Whether the head of a story tells of people who march, or of those who put them down."""
    return bool(analysis.clauses) and OF_PROTEST in analysis.clauses[0].memo


def mark(clauses: list[Clause]) -> None:
    """Mark the sentences of such a story: «la répression», «dispersé» mean its crowd."""
    if any(_marching(clause) for clause in clauses if clause.index <= _HEAD):
        for clause in clauses:
            clause.memo[OF_PROTEST] = True


def _marching(clause: Clause) -> bool:
    """Whether a sentence tells of a crowd, but for one that began a war years ago."""
    return any(is_crowd(unit) and not sparked(clause, at) for at, unit in enumerate(clause.units))


def put_together(analysis: Analysis, acts: list[Act], became: dict[int, Act]) -> list[Act]:
    """The acts of a story, those of one demonstration made one; `became` follows."""
    marches = [act for act in acts if act.type in DEMONSTRATIONS and not sparked(act.clause, act.seen.at)]
    alone = all(one.type in _OF_PROTEST or one.raw <= _SHOTS for one in acts)
    for act in acts if marches or of_protest(analysis) else []:
        if act.type not in DEMONSTRATIONS and not act.denied:
            _turn(analysis, act, _march(act, marches), alone)
    kept = _once(acts, became)
    arrests = [act for act in kept if act.type == "Arrests"]
    for act in kept if arrests else []:
        _arrested(act, arrests)
    return kept


def _once(acts: list[Act], became: dict[int, Act]) -> list[Act]:
    """Tellings of one demonstration made one."""
    kept: list[Act] = []
    marches: list[Act] = []
    for act in acts:
        demonstration = act.type in DEMONSTRATIONS
        twin = next((one for one in marches[-MEMORY:] if _one(one, act)), None) if demonstration else None
        if twin is not None:
            absorb(twin, act)
            became.update({key: twin for key, one in became.items() if one is act})
            continue
        kept.append(act)
        marches += [act] if demonstration else []
    return kept


def _beside(act: Act, march: Act) -> bool:
    """Told near a march, at its place, on its day."""
    if abs(act.clause.index - march.clause.index) > _AROUND or act.where is None or march.where is None:
        return False
    if act.when is None or march.when is None:
        return act.when is march.when
    return near(act.where.place, march.where.place) and overlap(act.when, march.when)


def _march(act: Act, marches: list[Act]) -> Act | None:
    """The march near which an act is told; marches stand in the order of the text."""
    first = bisect_left(marches, act.clause.index - _AROUND, key=lambda m: m.clause.index)
    return next((m for m in marches[first : first + MEMORY] if _beside(act, m)), None)


def _turn(analysis: Analysis, act: Act, march: Act | None, alone: bool) -> None:
    """What an act near a march is: shots of the forces at the crowd, or a fight of the crowd with them."""
    country = act.where.place.country if act.where is not None else None
    crowds = [a for a in [*march.by, march.target or ""] if a.endswith("-PRO")] if march is not None else []
    crowd = next(iter(crowds), f"{country}-PRO")
    forces = [a for a in [*act.by, act.target or ""] if governs(a)]
    unarmed = act.target in (None, "civilians", crowd) and not set(act.by) - set(forces)
    if country is None or not (act.raw <= _SHOTS | {MOB} | _FIGHT) or by_one_of_a_people(act.seen):
        return
    if _at_an_attacker(act):
        return
    put_down = of_protest(analysis) and (bool(act.by) or _shot_dead(act))
    shots = act.raw <= _SHOTS or (act.raw <= _SHOTS | _FIGHT and bool(act.raw & _SHOTS) and bool(act.by))
    if shots and unarmed and ((march and forces) or put_down or _at_the_march(act, march, alone)):
        act.type, act.by, act.target, act.raw = EXCESSIVE, forces, crowd, {EXCESSIVE}
        act.grip = NAMED
    elif (march and _riots(act, forces)) or (of_protest(analysis) and _brawls(act, forces)):
        act.type, act.by, act.target, act.raw = RIOT, [crowd], next(iter(forces), None), {RIOT}


def _at_an_attacker(act: Act) -> bool:
    """«ont tiré sur l'agresseur»: whatever riots there were, the shots hit somebody who attacked, and no crowd."""
    return act.seen.target is not None and act.seen.target.unit.feature("attacker") is not None


def _riots(act: Act, forces: list[str]) -> bool:
    """Stones that are thrown, a fight with the police whose other side nobody tells: a crowd does that near a march."""
    if act.raw == {MOB}:
        return "stones" in act.seen.weapons
    return (
        act.raw <= _FIGHT
        and len([a for a in (*act.by, act.target) if a not in (None, "civilians")]) == len(forces) == 1
    )


def _brawls(act: Act, forces: list[str]) -> bool:
    """«les heurts», «des affrontements avec la police» of a story of protest, with nobody under arms but forces."""
    told_of = [a for a in (*act.by, act.target) if a not in (None, "civilians")]
    loose = [a for a in told_of if a not in forces and not a.endswith(_OF_A_CROWD)]
    brawl = says("brawl", [act.clause.units[act.seen.at]])
    return act.raw <= _FIGHT and not loose and brawl and not gunmen(part_around(act.clause, act.seen.at))


def _shot_dead(act: Act) -> bool:
    """«deux hommes ont été tués par balles»: in a story of protest nobody else has fire arms."""
    beside = act.clause.units[act.seen.at : act.seen.at + 3]
    armed = any(u.value == "small_arms" or u.feature("weapon") == "small_arms" for u in beside)
    return act.seen.rule == "event.killing" and armed


def _at_the_march(act: Act, march: Act | None, alone: bool) -> bool:
    """Dead or shots of which nobody tells the author, behind the march that the forces faced, or in the head of a story
    that tells of nothing else.
    """
    if march is None or act.by or march.type == PEACEFUL:
        return False
    if not (act.seen.rule == "event.killing" or act.raw == {"shooting"}):
        return False
    behind = act.clause.index - march.clause.index
    return 0 <= behind <= _BEHIND or (behind < 0 and alone)


def _one(first: Act, act: Act) -> bool:
    """Two tellings of one demonstration: the march and what was done to it."""
    types = {first.type, act.type}
    if len(types) > 1 and (calm(first) or calm(act)):
        return False
    if not types <= DEMONSTRATIONS or not _beside(act, first) or not _one_town(first, act):
        return False
    here = first.clause is act.clause
    if len(types) == 1:
        return not act.seen.another
    if RIOT in types:
        return PEACEFUL in types or (here and EXCESSIVE not in types)
    return here or not (of_weeks(first) or of_weeks(act))


def _one_town(first: Act, act: Act) -> bool:
    if first.where is None or act.where is None or not (first.own_place and act.own_place):
        return True
    return apart(first.where.place, act.where.place) <= max(_TOWN, min(first.where.place.km, act.where.place.km))


def _arrested(act: Act, arrested: list[Act]) -> None:
    """«700 manifestants arrêtés lors d'une marche»: the forces stepped in."""
    if act.type != PEACEFUL or calm(act):
        return
    arrests = next((a for a in arrested if a.clause is act.clause), None)
    if arrests is not None and _beside(arrests, act) and act.where is not None:
        act.type, act.target, act.by = DISPERSED, next(iter(act.by), None), list(arrests.by)
        act.own_place, act.own_time = act.own_place or arrests.own_place, act.own_time or arrests.own_time


def deadly(acts: list[Act]) -> None:
    """A protest that left dead among those who marched was put down with excessive force; one that killed those who
    faced it was a violent one.
    """
    for act in acts:
        if act.type == "Arrests" and act.where is not None and any(_protester(f) for f in act.figures):
            act.target = f"{act.where.place.country}-PRO"
        marched = [f for f in act.figures if f.number > 0 and _protester(f)]
        faced_alone = not act.by and act.target is not None and governs(act.target)  # «heurts avec la police»
        if marched and act.type in FIGHTS and (not act.sure or faced_alone):
            _of_marchers(act)
        dead = [f for f in act.figures if f.outcome == "killed" and 0 < f.number <= _MANY and _of_the_march(f, act)]
        forces = [f for f in dead if side_of(f.who, None) is not None or (f.who is not None and f.who.value in ARMED)]
        if act.type in (PEACEFUL, DISPERSED) and dead:
            crowd = act.target if act.type == DISPERSED else next(iter(act.by), None)
            faced = [a for a in act.by if governs(a)]
            if forces:
                act.type, act.by, act.target = RIOT, [crowd] if crowd else [], next(iter(faced), None)
            else:
                act.type, act.by, act.target = EXCESSIVE, faced, crowd


def _protester(figure: Figure) -> bool:
    """The noun of the people says that they protested."""
    return figure.who is not None and says("protest", [figure.who])


def _of_the_march(figure: Figure, act: Act) -> bool:
    """Its own sentence, or the next one of a march that the forces faced."""
    if act.type == DISPERSED:
        return True
    first, last = figure.clause.sentence.start, figure.clause.sentence.end
    return any(first <= start < last for start, _ in [(act.seen.start, 0), *act.mentions])


def _of_marchers(act: Act) -> None:
    """«sept manifestants blessés lors de heurts», «cinq manifestants tués»: the act is one of their demonstration."""
    country = act.where.place.country if act.where is not None else None
    crowd = f"{country}-PRO" if country else None
    forces = [a for a in [*act.by, act.target or ""] if governs(a)]
    if act.raw <= _FIGHT:
        act.type, act.by, act.target = RIOT, [crowd] if crowd else [], forces[0] if forces else None
    elif not set(act.by) - set(forces):
        act.type, act.by, act.target = EXCESSIVE, forces, crowd
