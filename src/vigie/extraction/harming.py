"""Level 5: the act that harmed the people of a figure, and which figures are acts of their own."""

import re
from collections.abc import Collection, Iterable

from .acts import Act, near, overlap
from .agency import roles
from .agency_relative import on_its_authors
from .analysis import Analysis
from .crowds import DEMONSTRATIONS, shots_and_stones, stoning
from .cues import cues
from .cues import told as says
from .event_types import type_of
from .events import LOOTING, Happening
from .figure_acts import gap, long_ago, long_before, recalled, told_aside
from .frames import BODILY, Figure
from .harm_tolls import day_told
from .harmed import attacked_others
from .items import siblings
from .ordinals import begins_another
from .setting import When, Where, day_before, news_before, old, place_in_clause, time_before
from .setting_place import WHOLE
from .setting_time import NEWS

_SOME, _TIMES = 3, 4  # people; how far two counts of the same dead differ
_HAD = frozenset({"avait", "avaient"})
_MONTH = 28  # days
_LONG_AGO = 30  # days: what a text tells as so much older than an act is not of it
_FIRE = re.compile(r"[^.;:EFJKkI]{0,14}?il?J")  # behind «ont péri»: «samedi à X dans l'incendie»
_VERB = re.compile(r"[xXFMI]")
_REACH = 3  # sentences back to the act that harmed them
Seen = dict[int, list[tuple[Happening, Act]]]


def by_clause(pairs: Iterable[tuple[Happening, Act]]) -> Seen:
    """What is told in each clause, by its rank."""
    seen: Seen = {}
    for happening, act in pairs:
        seen.setdefault(happening.clause.index, []).append((happening, act))
    return seen


def harming_act(analysis: Analysis, figure: Figure, seen: Seen, deadly: Collection[int] = ()) -> Act | None:
    """The act that harmed them; who died in the fire of a looted shop was killed by no march, and by no forces."""
    act = _harming(analysis, figure, seen, deadly)
    if act is None or act.type not in DEMONSTRATIONS or not in_a_fire(figure):
        return act
    looted = (one for h, one in seen.get(figure.clause.index, ()) if one.type == LOOTING and h.at > figure.trigger)
    return next(looted, None)


def in_a_fire(figure: Figure) -> bool:
    """«ont péri dans l'incendie d'un entrepôt»."""
    fire = _FIRE.match(figure.clause.codes, figure.trigger + 1)
    return fire is not None and says("fire", [figure.clause.units[fire.end() - 1]])


def _harming(analysis: Analysis, figure: Figure, seen: Seen, deadly: Collection[int]) -> Act | None:
    """The nearest act of the sentence, else the last one told before that their words allow;
    of several in one sentence, one of those (by `id`) that harmed people comes before one that nobody did.
    """
    rank = figure.clause.index
    told = [(h, act) for h, act in seen.get(rank, ()) if not told_aside(analysis, figure, h)]
    here = [(h, act) for h, act in told if not on_its_authors(h.clause, h.at, figure.trigger)]
    same_clause = [(h, act) for h, act in here if _harms(act, figure) and not _thrown(figure, h, here)]
    if same_clause:
        return min(same_clause, key=lambda pair: gap(figure, pair[0].at) + (4 if pair[0].weak else 0))[1]
    if (summed := _summed_up(analysis, figure, seen)) is not None:
        return summed
    where = place_in_clause(analysis, figure.clause, figure.start, figure.end)
    when = day_told(analysis, figure)
    if (there := _died_there(figure, seen, when)) is not None:
        return there
    then = _back_then(analysis, figure) if when is None else None
    aside = siblings(analysis, figure.clause)
    near_before = [pair for index in range(rank - _REACH, rank) if index not in aside for pair in seen.get(index, ())]
    near_before = [] if begins_another(figure.clause) else near_before
    past = when is not None or long_before(figure)
    before = [
        act
        for h, act in near_before
        if not (h.weak or (act.bare and not act.by)) and _harms(act, figure) and (past or not long_ago(h))
        if not (_of_other_dead(h, figure) or recalled(figure, h, act))
    ]
    fitting = [
        act
        for act in before
        if _allowed(act, figure, where, when)
        and (then is None or _of_that_day(act, then))
        and not _of_another_day(analysis, act, figure, when)
    ]
    many = [act for act in fitting if figure.number == 1 or act.clause.codes[act.seen.at] != "D"]
    last = many or fitting  # «après l'assassinat de X»: of him alone
    nobody = bool(last) and not last[-1].by  # «…, au vingtième jour des combats»
    beside = [act for act in last if nobody and act.clause is last[-1].clause and id(act) in deadly]
    return (beside or last)[-1] if last else None


def _summed_up(analysis: Analysis, figure: Figure, seen: Seen) -> Act | None:
    """«Dix morts et vingt blessés. C'est le bilan d'un attentat»: a sentence without a verb tells of the next one's."""
    after = figure.clause.index + 1
    if after not in seen or _VERB.search(figure.clause.codes) is not None:
        return None
    if cues("fr")["summed_up"].match(analysis.clauses[after].words) is None:
        return None
    return next((act for h, act in seen[after] if _harms(act, figure) and not h.weak), None)


def _thrown(figure: Figure, seen: Happening, beside: list[tuple[Happening, Act]]) -> bool:
    """Stones, where somebody fired and killed, or those who died threw them."""
    word = seen.clause.units[seen.at]
    if figure.outcome != "killed" or not stoning(word):
        return False
    threw = seen.by is not None and seen.by.unit is figure.who
    return threw or any(shots_and_stones(word, h.clause.units[h.at]) for h, _ in beside)


def _of_other_dead(seen: Happening, figure: Figure) -> bool:
    """«L'armée a tué 301 civils. […] 338 enfants ont été tués»: more dead than a killing told by its own has."""
    more = figure.outcome == "killed" and 0 < seen.toll < figure.number
    return more and not (counts_again(figure) and figure.number <= _TIMES * seen.toll)


def _died_there(figure: Figure, seen: Seen, when: When | None) -> Act | None:
    """«Samedi, une autre attaque a endeuillé X. Neuf personnes y ont péri»: in the act told with that place."""
    there = "y" in figure.clause.codes[figure.at : figure.trigger] and (when is None or when.start > figure.end)
    told = seen.get(figure.clause.index - 1, ()) if there else ()
    acts = [act for _, act in told if act.own_place and _harms(act, figure)]
    return acts[0] if len({id(act) for act in acts}) == 1 else None


def _back_then(analysis: Analysis, figure: Figure) -> When | None:
    """«La ville avait déjà été visée le 26 janvier. Dix personnes y avaient péri»: not in what happened this week."""
    there = "y" in figure.clause.lows and _HAD & figure.clause.lows
    before = time_before(analysis, figure.clause) if there else None
    return before if before is not None and old(analysis, before) else None


def _of_another_day(analysis: Analysis, act: Act, figure: Figure, when: When | None) -> bool:
    """«Jeudi, trois manifestants avaient été tués à Y»: not in what the story tells of a later day."""
    if when is None or act.own_time or when.start > figure.start or not long_before(figure):
        return False
    told = day_before(analysis, act.clause) or news_before(analysis, act.clause)
    return told is not None and told.interval.start - NEWS <= when.interval.end < told.interval.start


def _of_that_day(act: Act, then: When) -> bool:
    return act.own_time and act.when is not None and overlap(act.when, then)


def tie_recounts(analysis: Analysis, figures: list[Figure], act_of: dict[int, Act]) -> None:
    """«L'armée parle de 53 morts», «un premier décompte»: another count of the same people is of the same act."""
    for rank, figure in enumerate(figures):
        if id(figure) in act_of or figure.outcome not in BODILY or not counts_again(figure):
            continue
        where = place_in_clause(analysis, figure.clause, figure.start, figure.end)
        when = day_told(analysis, figure)
        first = [
            f
            for f in figures[:rank]
            if id(f) in act_of and f.relation in (None, "component") and same_people(f, figure)
        ]
        acts = [act_of[id(f)] for f in first if _allowed(act_of[id(f)], figure, where, when)]
        if acts:
            act_of[id(figure)] = acts[-1]


def counts_again(figure: Figure) -> bool:
    """The sentence is about a count and tells no act, but for what burnt («avance 19 morts et 30 maisons brûlées»)."""
    acts = any(u.code in "EF" and type_of(u) != LOOTING for u in figure.clause.units)
    return says("counts", figure.clause.units) and not acts


def same_people(first: Figure, second: Figure) -> bool:
    """Some people with one outcome, whose number another count puts a few times higher or lower."""
    few, many = sorted((first.number, second.number))
    return first.outcome == second.outcome and few >= _SOME and many <= few * _TIMES


def acts_alone(figure: Figure, act: Act | None, seen: Seen) -> bool:
    """Whether a figure is an act of its own: none that was told harmed them, or it names its own authors."""
    return act is None or _names_its_author(figure, seen) or _felled(figure, act) or _taken_too(figure, act)


def _taken_too(figure: Figure, act: Act) -> bool:
    """«ont fait irruption dans l'école et emmené 30 élèves»: an abduction beside the attack, by those told with it."""
    taken = figure.outcome == "abducted" and act.type != "Abduction/forced disappearance"
    return taken and "by" in roles(figure.clause).get(figure.trigger, {})


def _felled(figure: Figure, act: Act) -> bool:
    """«ont tué 48 déplacés; dix assaillants ont été abattus par l'armée»: who came to the rescue did another act."""
    author = roles(figure.clause).get(figure.trigger, {}).get("by")
    if author is None or not attacked_others(figure) or act.clause is not figure.clause:
        return False
    force = author.unit.actor is not None or author.unit.feature("side") is not None
    return force and (act.seen.by is None or act.seen.by.unit is not author.unit)


def _names_its_author(figure: Figure, seen: Seen) -> bool:
    """«les services de sécurité ont abattu 23 détenus»: an act of its own, whatever was told before it."""
    return figure.clause.index not in seen and "by" in roles(figure.clause).get(figure.trigger, {})


TAKEN = {"Arrests": "detained", "Abduction/forced disappearance": "abducted"}
_HARMLESS = frozenset({*TAKEN, LOOTING, "Change to group/activity", "Sexual violence"})


def _harms(act: Act, figure: Figure) -> bool:
    """Arrests detain and abductions abduct, looters take things: they kill nobody."""
    if act.type == LOOTING and figure.outcome in TAKEN.values():
        return False
    return act.type not in _HARMLESS or figure.outcome not in BODILY


def _of_days(act: Act, figure: Figure) -> bool:
    """It took a few days, as its own words tell, or where it is told two sentences before, the story's."""
    told_so = act.own_time or figure.clause.index - act.clause.index > 1
    return told_so and act.when is not None and act.when.interval.days <= NEWS.days


def _allowed(act: Act, figure: Figure, where: Where | None, when: When | None) -> bool:
    """The figure's own place and days are those of the act."""
    if when is not None and when.interval.days > _MONTH and (act.type in DEMONSTRATIONS or _of_days(act, figure)):
        return False  # «39.000 morts depuis 2011», «accusés d'en avoir tué depuis 2014»: not that day's fight or march
    if where is not None and where.rule == WHOLE and act.own_place and act.where is not None:
        return act.where.place.km >= where.place.km  # «120 morts à travers le pays»: not in that town's raid
    place = where is None or not act.own_place or act.where is None or near(where.place, act.where.place)
    if when is None or act.when is None or overlap(act.when, when):
        return place
    return place and not act.own_time and (act.when.interval.start - when.interval.end).days < _LONG_AGO
