"""Level 5: the acts of a document, settled: each happening with its place, its days and its people, and each act told once."""

from .acts import Act, absorb, same
from .agency import roles
from .analysis import Analysis
from .events import Happening, resolve_type
from .frames import Figure
from .setting import Where, assumed_time, main_place, main_time, place_before, place_in_clause, time_in_clause
from .sides import ARMED, ids_of, side_of, target_of

_NO_ACT = frozenset({"harm.toll-raised", "harm.toll-number", "harm.ordinal", "harm.noun-of", "harm.count-act", "harm.lost"})


def _country(analysis: Analysis, where: Where | None) -> str | None:
    return (where.place.country if where else None) or analysis.country


def settle(analysis: Analysis, seen: Happening, figures: list[Figure], air: bool) -> Act:
    own_place = place_in_clause(analysis, seen.clause, seen.start, seen.end)
    own_time = time_in_clause(analysis, seen.clause, seen.start, seen.end)
    country = _country(analysis, own_place)
    own = [f for f in figures if f.clause is seen.clause]
    target = target_of(seen.target.unit if seen.target else None, country) or _hit(own, country)
    kind = resolve_type(seen, target not in (None, "civilians"), air)
    by = ids_of(seen.by.unit, country) if seen.by else []
    blame = seen.by.unit.start if seen.by and by else -1
    hedged = bool(seen.by and ((seen.by.unit.actor and seen.by.unit.actor.hedge) or _hedge_near(seen)))
    return Act(seen, kind, by, target, own_place, own_time, own_place is not None, own_time is not None, hedged, blame, {seen.type})


def _hedge_near(seen: Happening) -> bool:
    at = seen.clause.units.index(seen.by.unit) if seen.by and seen.by.unit in seen.clause.units else seen.at
    return any(u.code == "H" for u in seen.clause.units[max(0, at - 2) : at + 3])


def _hit(figures: list[Figure], country: str | None) -> str | None:
    """Who was hit, from those harmed: armed or police victims give their side, others are civilians."""
    for figure in figures:
        if (
            figure.who is not None
            and figure.who.code == "V"
            and figure.who.value in ARMED
            and figure.who.feature("attacker") is None
        ):
            return side_of(figure.who, country)
    return "civilians" if figures and figures[0].outcome in ("killed", "injured", "killed_or_injured") else None


def inherit(act: Act, analysis: Analysis) -> None:
    """What no telling of the act gives, from the story told before it."""
    if act.where is None:
        act.where = place_before(analysis, act.clause) or main_place(analysis)
    if act.when is None:
        act.when = main_time(analysis) or assumed_time(analysis)


def told_once(acts: list[Act]) -> tuple[list[Act], dict[int, Act]]:
    """Acts of which one is told several times become one; and which one each became."""
    kept: list[Act] = []
    became: dict[int, Act] = {}
    for act in acts:
        twin = next((a for a in reversed(kept) if same(a, act)), None)
        if twin is None:
            kept.append(act)
        else:
            absorb(twin, act)
        became[id(act)] = twin or act
    return kept, became


def act_from(analysis: Analysis, figure: Figure) -> Act | None:
    """A killing told without a word for the act («43 soldats ont été tués à X») is one all the same."""
    if figure.outcome != "killed" or figure.relation or figure.rule in _NO_ACT or figure.number > 300:
        return None
    where = place_in_clause(analysis, figure.clause, figure.start, figure.end)
    when = time_in_clause(analysis, figure.clause, figure.start, figure.end)
    parts = roles(figure.clause).get(figure.trigger, {})
    if (when is not None and when.interval.days > 3) or not (where or when or parts.get("by")):
        return None
    seen = Happening(figure.clause, figure.trigger, "attack", figure.start, figure.end, "event.killing", parts.get("by"))
    return settle(analysis, seen, [figure], air=False)
