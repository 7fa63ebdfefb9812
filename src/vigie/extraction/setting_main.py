"""Level 6: the place of the story, of its title and lead, and where the lead's land or region is told more exactly."""

from collections.abc import Sequence

from vigie.places import PlaceMention

from .analysis import Analysis
from .frames import Clause
from .items import listed
from .setting_cover import contains, tells_more
from .setting_cues import LANGUAGE, before, cues, dateline
from .setting_joined import joined
from .setting_place import (
    AS_TOLD,
    BROAD,
    HEAD,
    SMALL,
    TRIGGERS,
    counted_from,
    country_of_story,
    elsewhen,
    most_exact,
    of_a_part,
    reached,
)
from .setting_scenes import is_seat, km, level, scenes
from .setting_time import days, recent
from .setting_where import Where, where_of_mention

_TOWN = 8.0  # km: the radius of most towns
_EXACT = 30.0  # km: a town, its quarters, what lies around it
_DASH = 3  # characters: « - »
_NEWS = 14  # clauses that may still tell where the news took place
_WEEKS = 20  # days


def main_place(analysis: Analysis) -> Where | None:
    """The story's place: the most exact one of title line and lead, more exact by what follows; else its country."""
    return analysis.once("main_place", lambda: _main_place(analysis))


def _main_place(analysis: Analysis) -> Where | None:
    first = [c for c in analysis.clauses[:HEAD] if not (listed(analysis, c) or _of_another_day(analysis, c))]
    head = [p for c in first for p in reached(analysis, c)]
    inside = [p for p in head if p.place and p.place.country in (analysis.country, None)]
    exact = [p for p in inside if level(p) != "country"]
    pool = exact or inside
    if not any(km(p) <= _EXACT for p in pool):
        pool = _told_from(analysis) or pool
    if not pool:
        return country_of_story(analysis)
    pool = [p for p in pool if not _for_province(analysis, p, pool)]
    told = _with_joined(analysis, where_of_mention(min(pool[:4], key=_size), "place.story"))
    wide = told.place.km > BROAD and told.rule not in AS_TOLD and not _of_weeks(analysis) and not _of_spots(analysis)
    return _closer(analysis, told) or told if wide else told


def _of_another_day(analysis: Analysis, clause: Clause) -> bool:
    """«Vendredi, un missile avait fait cinq morts à Y», behind what happened on Monday somewhere in X."""
    told = ([t for t in days(analysis, c) if t.kind in ("day", "night")] for c in (clause, analysis.clauses[0]))
    here, news = ([t.interval for t in each if t.interval] for each in told)
    past = any(u.code == "x" and u.feature("past") is not None for u in clause.units)
    return past and bool(here and news) and all(t.end < n.start for t in here for n in news)


def _told_from(analysis: Analysis) -> list[PlaceMention]:
    """«KASESE - Après l'assaut du palais»: a reportage is from where it plays, but for a capital, from which a whole
    land is told; behind «KASESE (AFP) -» an agency may tell of elsewhere.
    """
    lines = ((c.sentence.start, dateline(analysis, c)) for c in analysis.clauses[:HEAD])
    told = [p for start, end in lines for p in analysis.places_in(start, end) if end - p.end <= _DASH]
    towns = [p for p in told if level(p) == "town" and p.place and p.place.country == analysis.country]
    return [p for p in towns if not is_seat(p.place)]


def _with_joined(analysis: Analysis, where: Where) -> Where:
    """A place with those that its sentence joins to it."""
    clause = analysis.clause_at(where.start)
    return joined(analysis, where, clause) if clause is not None else where


def _for_province(analysis: Analysis, mention: PlaceMention, pool: Sequence[PlaceMention]) -> bool:
    """«un marché d'Idleb» of the title, where the lead tells of «X, dans la province d'Idleb»: all of it is meant."""
    if level(mention) != "town" or mention.place is None:
        return False
    name = mention.place.name
    lands = [p.place for p in analysis.places if p.place and p.place.level == "province" and p.place.name == name]
    others = [p.place for p in pool if level(p) in ("town", "quarter", "site") and p.place != mention.place]
    return any(contains(land, other) for land in lands for other in others)


def _size(mention: PlaceMention) -> float:
    """The radius; large towns are as exact as small ones: the one told first is the story's."""
    own = mention.relation in (None, "in") and level(mention) == "town"
    return _TOWN if own else km(mention)


def _of_weeks(analysis: Analysis) -> bool:
    """The head tells of weeks or months («près de 1.600 tués au premier semestre»), not of the news of one place."""
    told = [t for c in analysis.clauses[: HEAD - 1] for t in days(analysis, c) if t.interval]
    long = any(t.interval.days > _WEEKS for t in told if t.interval)
    return long and not any(recent(t, analysis.published) for t in told)


def closer(analysis: Analysis, where: Where, same_day: bool) -> Where:
    """«au Mali» of the lead is where the story says more exactly that its news of the same day took place."""
    if where.place.km <= BROAD or not same_day or where.rule in AS_TOLD:
        return where
    main = main_place(analysis)
    return main if main and tells_more(where.place, main.place) and not _named_beside(analysis, where, main) else where


def unnamed(analysis: Analysis, where: Where) -> bool:
    """«un bourg du centre du pays»: the text names it elsewhere."""
    clause = analysis.clause_at(where.start)
    words = before(analysis.low, clause.sentence.start, where.start) if clause is not None else ""
    return cues(LANGUAGE).unnamed.search(words) is not None


def _named_beside(analysis: Analysis, where: Where, main: Where) -> bool:
    """«Dans la région de Y, où se trouve X», «au Mali depuis l'attaque de X»: X is named and not meant."""
    clause = analysis.clause_at(where.start)
    if clause is None:
        return False
    told = [p for p in analysis.places_in(clause.sentence.start, clause.sentence.end) if p.place == main.place]
    at = {p.start for p in scenes(analysis, clause)}
    part = [p for p in told if of_a_part(analysis.low, where.end, p)]  # «au Mali, dont 62 à X»
    return bool(part) or any(p.start not in at or counted_from(analysis, clause, p) for p in told)


def _of_spots(analysis: Analysis) -> bool:
    """The head tells of several towns or lands («dans quatre provinces»; not «dans trois localités» of one): no single
    one of them is the story's.
    """
    table = cues(LANGUAGE)
    spans = [c.sentence[:2] for c in analysis.clauses[:HEAD] if not listed(analysis, c)]
    return any(table.spots.search(analysis.low, *s) and table.throughout.search(analysis.low, *s) for s in spans)


def _closer(analysis: Analysis, told: Where) -> Where | None:
    """The first exact place inside a broad one that a sentence on violence gives, unless it tells of another day; else
    the first province inside a part of a country.
    """
    found = _inside(analysis, told, SMALL)
    return found or (_inside(analysis, told, told.place.km / 2) if told.place.level == "region" else None)


def _inside(analysis: Analysis, told: Where, most: float) -> Where | None:
    """The first place inside another one that reaches no further than so many kilometres."""
    for clause in analysis.clauses[1:_NEWS]:
        if not TRIGGERS & set(clause.codes) or elsewhen(analysis, clause) or listed(analysis, clause):
            continue
        if _of_another_day(analysis, clause):
            continue
        found = reached(analysis, clause)
        small = [i for i, p in enumerate(found) if km(p) <= most and contains(told.place, p.place)]
        if small:
            told_there = where_of_mention(most_exact(analysis, clause, found, small[0]), "place.closer")
            return joined(analysis, told_there, clause)
    return None
