"""Level 6: who an act hit where its own words leave it open: the other side of a fight, those whom it harmed, civilians
where the kind of act says so (ACLED).
"""

from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter

from vigie.vocabulary import occupied

from .acts import Act, near, overlap
from .analysis import Analysis
from .crowds import DEMONSTRATIONS
from .events import LOOTING
from .foes import foes_of
from .harmed import hit
from .own_fire import killed_by_own, strikes_itself
from .sides import of_state

# Violence against civilians, unless the words tell of somebody else.
_CIVILIAN = frozenset({"Attack", "Abduction/forced disappearance", LOOTING})
_RAIDS = frozenset({"Attack", "Armed clash", "Abduction/forced disappearance", "Suicide bomb"})
_BESIDE = 2  # sentences between a march and the arrests that were made at it
_BLASTS = frozenset({"Remote explosive/landmine/IED", "Suicide bomb", "Shelling/artillery/missile attack"})


def settle_targets(analysis: Analysis, acts: list[Act]) -> None:
    """Give each act the target that its kind, its foes or its dead tell."""
    for act in acts:
        _retaken(acts, act)
        if act.target is None or (act.target == "civilians" and not act.sure):
            act.target = _target(analysis, acts, act)
        if act.target is not None and _own_fire(analysis, act):
            act.by, act.blame_at = [act.target], max(act.blame_at, act.seen.start)
        elif [act.target] == act.by:  # nobody attacks himself
            act.target = _other_people(act) if act.type == "Armed clash" else None


def _own_fire(analysis: Analysis, act: Act) -> bool:
    """«Une frappe a tué dix soldats. "Ils ont été touchés par nos propres frappes", a dit l'armée», and what one
    sentence said of it already.
    """
    told = (analysis.clause_at(start) for start, _ in [(act.seen.start, 0), *act.mentions])
    here = [clause for clause in told if clause is not None]
    dead = any(killed_by_own(figure, act.target, act.target) for figure in act.figures)
    return dead or any(strikes_itself(clause, act.by, act.target) for clause in here)


def _target(analysis: Analysis, acts: list[Act], act: Act) -> str | None:
    if act.type == "Armed clash":
        foes = foes_of(act.by[0], analysis, acts) if len(act.by) == 1 else []
        return foes[0] if foes else _other_people(act)
    if act.type == "Arrests":
        return act.target or _marcher(analysis, acts, act) or _other_people(act)
    if act.type in _CIVILIAN:
        return act.target or "civilians"
    if act.type in _BLASTS:
        country = act.where.place.country if act.where else analysis.country
        hurt = {hit([figure], country)[0] for figure in act.figures} - {None}
        return hurt.pop() if len(hurt) == 1 else act.target
    return act.target


def _retaken(acts: list[Act], act: Act) -> None:
    """«l'assaut final des forces de l'ordre», where others attacked there and then: it was on them."""
    if act.type != "Attack" or act.raw != {"assault"} or act.sure or not act.seen.definite or not act.by:
        return
    raids = [one for one in acts if one.type in _RAIDS and one.by and not any(map(of_state, one.by))]
    there = [one for one in raids if one.seen.start < act.seen.start and _there_and_then(one, act)]
    if there and all(map(of_state, act.by)):
        act.type, act.target = "Armed clash", there[-1].by[0]


def _there_and_then(one: Act, act: Act) -> bool:
    there = one.where is not None and act.where is not None and near(one.where.place, act.where.place)
    return there and (one.when is None or act.when is None or overlap(one.when, act.when))


def _other_people(act: Act) -> str | None:
    """Whom the army of one of two peoples fights, or takes, on the land of the other; suspects may be its own."""
    land = act.where.place.country if act.where is not None else None
    if land is None or act.by != [occupied().get(land)]:
        return None
    suspects = any(f.who is not None and f.who.low.startswith("suspect") for f in act.figures)
    named = any(unit.actor is not None and land in unit.actor.ids for unit in act.clause.units)
    return land if named or not suspects else None


def _marcher(analysis: Analysis, acts: list[Act], act: Act) -> str | None:
    """Those whom police took beside a march, in its sentence or the two behind it, are of it."""
    told = analysis.once("marches", lambda: sorted(_marches(analysis, acts)))
    last = bisect_right(told, act.clause.index, key=itemgetter(0)) - 1
    return told[last][1] if last >= 0 and act.clause.index - told[last][0] <= _BESIDE else None


def _marches(analysis: Analysis, acts: list[Act]) -> Iterator[tuple[int, str]]:
    """The sentences that tell of a march, with those who marched."""
    for act in acts:
        crowd = next((i for i in (*act.by, act.target) if i is not None and i.endswith("-PRO")), None)
        if act.type in DEMONSTRATIONS and crowd is not None:
            clauses = (analysis.clause_at(start) for start, _ in [(act.seen.start, 0), *act.mentions])
            yield from ((clause.index, crowd) for clause in clauses if clause is not None)
