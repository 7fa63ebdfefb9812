"""Level 6: the place, the days and the scope of a figure of people harmed."""

import datetime as dt
import re
from typing import NamedTuple

from vigie.values import Interval

from .acts import Act, overlap
from .frames import Figure
from .setting import (
    When,
    Where,
    assumed_time,
    closer,
    contains,
    country_of_story,
    joined,
    main_place,
    main_time,
    mission_place,
    place_before,
    place_in_clause,
    time_in_clause,
    told_on,
)
from .story import Story, war

STANDING = frozenset({"besieged", "displaced", "detained"})
_MOVED = frozenset({"displaced", "detained", "evacuated", "abducted"})
_WAR = re.compile(r"\b(?:guerres?|conflits?|insurrection|rébellion|soulèvement|hostilités|crise)\b", re.IGNORECASE)
_SERIES = re.compile(
    r"\b(?:séries? d|différent(?:e)?s|plusieurs (?:attaques|raids|frappes|bombardements|attentats|localités|villages|régions|villes)|multiples|deux attaques|au total)",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"(?:ces|au cours des|lors des|depuis) (?:derniers|dernières) (?:jours|semaines|mois)|depuis (?:plusieurs|des) (?:jours|semaines|mois)"
)
_LINK = re.compile(r"^(?:- )?(?:(?:à|a) )?(?:lire|voir|relire) (?:aussi|également)")
_TOTAL = re.compile(
    r"\b(?:au total|en tout|décompte|comptage|depuis (?:le|son) (?:début|lancement|déclenchement|commencement)|opérations? (?:serval|barkhane|sangaris|chammal))\b"
)
_PERIOD_DAYS, _WAR_DAYS = 4, 300
_TOLLS = frozenset({"harm.toll-raised", "harm.ordinal"})


class Setting(NamedTuple):
    """Where and when people were harmed, what their figure totals, and the day on which it was told (None where no words tell)."""

    where: Where | None
    when: When | None
    scope: str
    stated_on: dt.date | None
    country: str | None


def setting_of(story: Story, figure: Figure, act: Act | None) -> Setting:
    """The setting of a figure; a standing number holds for the days up to publication."""
    where = where_of(story, figure, act)
    country = (where.place.country if where else None) or story.analysis.country
    when = when_of(story, figure, act, country)
    scope = scope_of(story, figure, when, act, where)
    when = assumed_time(story.analysis) if scope == "state" else when
    return Setting(where, when, scope, told_on(story.analysis, figure.clause), country)


def where_of(story: Story, figure: Figure, act: Act | None) -> Where | None:
    """Where they were harmed: the place that the sentence gives, made more exact by its act; else that of the act, the paragraph, the story."""
    analysis = story.analysis
    own = place_in_clause(analysis, figure.clause, *_span(figure), figure.outcome in _MOVED)
    if of_war(story, figure):
        return own or mission_place(analysis, figure.clause) or country_of_story(analysis)
    if own is None:
        found = _elsewhere(story, figure, act)
        return _closer(story, figure, act, found) if found else None
    both = joined(analysis, own, figure.clause)
    told_whole = both is not own or own.rule == "place.country" or _region_of_many(figure, act, own)
    return both if told_whole else _closer(story, figure, act, own)


def _region_of_many(figure: Figure, act: Act | None, own: Where) -> bool:
    """«des opérations dans le nord du pays»: several acts all over a region that the sentence names."""
    return act is not None and act.clause is figure.clause and act.seen.plural and own.place.level != "country"


def _elsewhere(story: Story, figure: Figure, act: Act | None) -> Where | None:
    """What a sentence without a place leaves to others: its act, «y» to the place told last, else its paragraph, its story."""
    analysis = story.analysis
    if any(u.low == "y" for u in figure.clause.units[max(0, figure.trigger - 5) : figure.trigger]):
        return place_before(analysis, figure.clause) or main_place(analysis)
    if _totals(story, figure):
        mission = mission_place(analysis, figure.clause) or place_before(analysis, figure.clause, wide=True)
        return mission or main_place(analysis)
    return (act.where if act is not None else None) or place_before(analysis, figure.clause) or main_place(analysis)


def _span(figure: Figure) -> tuple[int, int]:
    """From the number to the word that harms."""
    trigger = figure.clause.units[figure.trigger]
    return min(figure.start, trigger.start), max(figure.end, trigger.end)


def _closer(story: Story, figure: Figure, act: Act | None, own: Where) -> Where:
    """«au Mali» of the lead is where a later sentence says that it was: the place of the same act, else of the story's news."""
    if figure.outcome in STANDING or _totals(story, figure):
        return own
    told = act is not None and (act.clause is figure.clause or id(figure) in story.telling_of)
    if act is not None and told and act.where and act.own_place and contains(own.place, act.where.place):
        own = act.where
    fresh = main_time(story.analysis) or assumed_time(story.analysis)
    when = time_in_clause(story.analysis, figure.clause, figure.start, figure.end)
    return closer(story.analysis, own, when is None or fresh is None or overlap(when, fresh))


def _totals(story: Story, figure: Figure) -> bool:
    """The figure counts more than one incident: over a stretch of time, over several acts; or it stands in a link to another story."""
    when = time_in_clause(story.analysis, figure.clause, figure.start, figure.end)
    words = _words(figure)
    return (when is not None and (when.lasting or when.interval.days > _PERIOD_DAYS)) or any(
        p.search(words) for p in (_SERIES, _LINK, _PERIOD)
    )


def cumulative(story: Story, figure: Figure) -> bool:
    """A toll that runs from the start of a war or a mission: by its rule («porte à 45»), or «au total … depuis 2014»."""
    if figure.rule in _TOLLS:
        return True
    sentence = figure.clause.sentence
    told = story.analysis.times_in(sentence.start, sentence.end)
    long = any(t.interval and t.interval.days >= _WAR_DAYS for t in told)
    return long and _TOTAL.search(_words(figure)) is not None and figure.relation is None


def when_of(story: Story, figure: Figure, act: Act | None, country: str | None) -> When | None:
    """On what days: a cumulative toll counts from the first day that its sentence names; else the sentence's, the act's, the story's."""
    analysis = story.analysis
    if cumulative(story, figure):
        return _since_the_first(story, figure) or _whole_war(story, figure, country)
    own = time_in_clause(analysis, figure.clause, figure.start, figure.end)
    if own:
        return own
    if _of_war(figure):
        return _whole_war(story, figure, country)
    if act is not None and act.when:
        return act.when
    return main_time(analysis) or assumed_time(analysis)


def _whole_war(story: Story, figure: Figure, country: str | None) -> When | None:
    span = war(country, story.analysis.published)
    return When(span, "relative", None, figure.start, figure.end, "time.war") if span else None


def _since_the_first(story: Story, figure: Figure) -> When | None:
    """A cumulative toll counts from the earliest day that its sentence names («Serval (2013) et Barkhane (depuis 2014)») to publication."""
    sentence, published = figure.clause.sentence, story.analysis.published
    told = [t for t in story.analysis.times_in(sentence.start, sentence.end) if t.interval]
    if not told or published is None:
        return None
    first = min(told, key=lambda t: t.interval.start if t.interval else published.end)
    if first.interval is None or first.interval.start > published.end:
        return None
    return When(
        Interval(start=first.interval.start, end=published.end),
        "stated",
        None,
        first.start,
        first.end,
        "time.since-first",
        True,
    )


def _words(figure: Figure) -> str:
    return " ".join(u.low for u in figure.clause.units)


def of_war(story: Story, figure: Figure) -> bool:
    """A toll of the war or of a mission, which no single act explains."""
    return _of_war(figure) or cumulative(story, figure)


def _of_war(figure: Figure) -> bool:
    return figure.number >= 500 and _WAR.search(_words(figure)) is not None


def scope_of(story: Story, figure: Figure, when: When | None, act: Act | None, where: Where | None) -> str:
    """What the figure totals: an incident, several, a period, a war, or a standing state (gold/GUIDE.md)."""
    days = when.interval.days if when and when.basis != "assumed" else 1
    words = _words(figure)
    plural = act is not None and act.clause is figure.clause and act.seen.plural
    spread = when is not None and (when.lasting or plural or (days >= _WAR_DAYS and act is None))
    if of_war(story, figure):
        return "war"
    if _standing(figure, days):
        return "state"
    if days >= _PERIOD_DAYS and spread:
        return "war" if days >= _WAR_DAYS else "period"
    if _PERIOD.search(words):
        return "period"
    raids = plural and act is not None and act.type.startswith(("Air", "Shell"))
    if _SERIES.search(words) or (
        raids and where is not None and where.place.level not in ("site", "quarter", "region")
    ):
        return "several"
    return "incident"


def _standing(figure: Figure, days: int) -> bool:
    """People who are besieged, displaced or held now, not those whom one event drove out or took."""
    return figure.outcome in STANDING and figure.rule != "harm.noun-of" and figure.number >= 10 and days <= 2
