"""Levels 5 and 6: the acts and figures of a document put together; what one sentence leaves out, another one of the story gives."""

from dataclasses import dataclass
from typing import NamedTuple

from vigie.times import war_period
from vigie.values import Interval

from .acts import Act, absorb, near, newsworthy, overlap, same
from .agency import roles
from .analysis import Analysis
from .events import Happening, air_war, find_happenings, resolve_type
from .figures import find_figures
from .frames import Clause, Figure
from .people import complete_people, tie_parts
from .relevance import Relevance
from .setting import When, Where, assumed_time, main_place, main_time, place_before, place_in_clause, time_in_clause
from .units import Unit

ARMED = frozenset({"armed", "police"})
_NO_ACT = frozenset({"harm.toll-raised", "harm.toll-number", "harm.ordinal", "harm.noun-of", "harm.count-act", "harm.lost"})


class Telling(NamedTuple):
    """An act as one sentence tells it."""

    clause: Clause
    by: list[str]
    hedged: bool
    weapons: list[str]
    type: str


@dataclass(slots=True)
class Story:
    """A document's acts and figures, with the act that each figure belongs to."""

    analysis: Analysis
    acts: list[Act]
    figures: list[Figure]
    act_of: dict[int, Act]
    telling_of: dict[int, Telling]


def side_of(unit: Unit | None, country: str | None) -> str | None:
    """Whose fighters or police the words name; None for civilians, and where the words do not tell."""
    if unit is None:
        return None
    if unit.actor is not None and unit.actor.ids:
        fighting = unit.actor.kind == "armed" or (unit.actor.kind == "state" and unit.actor.role == "force")
        return unit.actor.ids[0] if fighting and (unit.code == "A" or unit.value in (*ARMED, "people")) else None
    side = unit.feature("side") if unit.value in ARMED else None
    if side is None:
        return None
    if side == "state":
        return country
    pattern = side in ("REB", "JIH", "MIL", "SEP", "UNK")
    return (f"{country}-{side}" if country else None) if pattern else side


def ids_of(unit: Unit, country: str | None) -> list[str]:
    """The actor ids that a unit names."""
    if unit.actor is not None:
        return list(unit.actor.ids)
    side = side_of(unit, country)
    return [side] if side else []


def target_of(unit: Unit | None, country: str | None) -> str | None:
    """`civilians` or the side that was hit; None where the words leave it open."""
    if unit is None:
        return None
    if unit.code == "Y":
        guarded = unit.feature("armed") is not None or unit.feature("police") is not None
        return country if guarded and unit.value != "depot" else None if guarded else "civilians"
    if unit.code == "V" and unit.value not in ARMED:
        return "civilians"
    return side_of(unit, country)


def _country(analysis: Analysis, where: Where | None) -> str | None:
    return (where.place.country if where else None) or analysis.country


def _settle(analysis: Analysis, seen: Happening, figures: list[Figure], air: bool) -> Act:
    own_place = place_in_clause(analysis, seen.clause, seen.start, seen.end)
    own_time = time_in_clause(analysis, seen.clause, seen.start, seen.end)
    country = _country(analysis, own_place)
    own = [f for f in figures if f.clause is seen.clause]
    target = target_of(seen.target.unit if seen.target else None, country) or _hit(own, country)
    kind = resolve_type(seen, target not in (None, "civilians"), air)
    by = ids_of(seen.by.unit, country) if seen.by else []
    hedged = bool(seen.by and ((seen.by.unit.actor and seen.by.unit.actor.hedge) or _hedge_near(seen)))
    return Act(seen, kind, by, target, own_place, own_time, own_place is not None, own_time is not None, hedged, {seen.type})


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


def _inherit(act: Act, analysis: Analysis) -> None:
    """What no telling of the act gives, from the story told before it."""
    if act.where is None:
        act.where = place_before(analysis, act.clause) or main_place(analysis)
    if act.when is None:
        act.when = main_time(analysis) or assumed_time(analysis)


def _told_once(acts: list[Act]) -> tuple[list[Act], dict[int, Act]]:
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


def _act_of(analysis: Analysis, figure: Figure, seen: list[tuple[Happening, Act]]) -> Act | None:
    """The act that harmed them: the nearest one of the sentence, else the last one told before that their words allow."""
    same_clause = [(h, act) for h, act in seen if h.clause is figure.clause]
    if same_clause:
        return min(same_clause, key=lambda pair: abs(pair[0].at - figure.trigger) + (4 if pair[0].weak else 0))[1]
    where = place_in_clause(analysis, figure.clause, figure.start, figure.end)
    when = time_in_clause(analysis, figure.clause, figure.start, figure.end)
    before = [act for h, act in seen if 0 < figure.clause.index - h.clause.index <= 3]
    fitting = [act for act in before if _allowed(act, where, when)]
    return fitting[-1] if fitting else None


def _allowed(act: Act, where: Where | None, when: When | None) -> bool:
    """The figure's own place and days are those of the act."""
    place = where is None or not act.own_place or act.where is None or near(where.place, act.where.place)
    return place and (when is None or not act.own_time or act.when is None or overlap(act.when, when))


def _act_from(analysis: Analysis, figure: Figure) -> Act | None:
    """A killing told without a word for the act («43 soldats ont été tués à X») is one all the same."""
    if figure.outcome != "killed" or figure.relation or figure.rule in _NO_ACT or figure.number > 300:
        return None
    where = place_in_clause(analysis, figure.clause, figure.start, figure.end)
    when = time_in_clause(analysis, figure.clause, figure.start, figure.end)
    parts = roles(figure.clause).get(figure.trigger, {})
    if (when is not None and when.interval.days > 3) or not (where or when or parts.get("by")):
        return None
    seen = Happening(figure.clause, figure.trigger, "attack", figure.start, figure.end, "event.killing", parts.get("by"))
    return _settle(analysis, seen, [figure], air=False)


def read(analysis: Analysis) -> Story:
    """The story of a document: its figures and acts, settled and tied."""
    relevance = Relevance(analysis.clauses)
    figures = [f for clause in analysis.clauses for f in find_figures(clause) if relevance.holds(f)]
    complete_people(figures)
    tie_parts(figures)
    happenings = [h for clause in analysis.clauses for h in find_happenings(clause)]
    air = air_war(analysis.clauses)
    told = [_settle(analysis, h, figures, air) for h in happenings]
    seen = list(zip(happenings, told, strict=True))
    killings = [a for f in figures if _act_of(analysis, f, seen) is None and (a := _act_from(analysis, f)) is not None]
    told = sorted([*told, *killings], key=lambda a: (a.seen.start, a.seen.end))
    tellings = [(act.seen, act, Telling(act.seen.clause, list(act.by), act.hedged, list(act.seen.weapons), act.type)) for act in told]
    acts, became = _told_once(told)
    for act in acts:
        _inherit(act, analysis)
    seen = [(happening, became[id(act)]) for happening, act, _ in tellings]
    act_of = {id(f): a for f in figures if (a := _act_of(analysis, f, seen)) is not None}
    telling_of = {id(f): t for f in figures if (t := _telling(f, act_of, became, tellings)) is not None}
    _credit(figures, act_of)
    told_as_news = [act for act in acts if newsworthy(act) and (relevance.violent or act.figures)]
    return Story(analysis, told_as_news, figures, act_of, telling_of)


def _telling(
    figure: Figure, act_of: dict[int, Act], became: dict[int, Act], tellings: list[tuple[Happening, Act, "Telling"]]
) -> "Telling | None":
    """What the figure's own sentence says of its act, before the story's other sentences were added."""
    act = act_of.get(id(figure))
    own = [(h, t) for h, told, t in tellings if act is not None and became[id(told)] is act and h.clause is figure.clause]
    return min(own, key=lambda pair: abs(pair[0].at - figure.trigger))[1] if own else None


def _credit(figures: list[Figure], act_of: dict[int, Act]) -> None:
    """Acts know whom they harmed; an attack on soldiers or police is a clash of armed sides (ACLED)."""
    for figure in figures:
        act = act_of.get(id(figure))
        if act is None or figure.outcome not in ("killed", "injured", "killed_or_injured") or figure.elliptic:
            continue
        act.figures.append(figure)
        fighters = figure.who is not None and figure.who.code == "V" and figure.who.value in ARMED and figure.who.feature("attacker") is None
        if act.type == "Attack" and fighters and act.target in (None, "civilians"):
            act.type, act.target = "Armed clash", side_of(figure.who, act.where.place.country if act.where else None) or act.target


def war(country: str | None, published: Interval | None) -> Interval | None:
    """From the war's first day to publication, for tolls of the whole conflict."""
    return war_period(country, published) if country and published else None
