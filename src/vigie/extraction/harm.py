"""Figures into harm claims: every attribute from the words, the act or the story, each with the words that gave it."""

import re

from vigie.values import Harm, Interval

from .acts import Act
from .analysis import Analysis
from .attribution import Attribution
from .draft import Draft, claimed, place_value, reasons, said, when_fields
from .frames import Figure
from .harm_blame import blame_fields, blamed, method, weapons
from .harm_people import people_of, unit_of
from .harm_words import mood, numbers, provisional
from .setting import (
    When,
    Where,
    assumed_time,
    country_of_story,
    main_place,
    main_time,
    place_before,
    place_in_clause,
    time_in_clause,
)
from .story import Story, war

STANDING = frozenset({"besieged", "displaced", "detained"})
_WAR = re.compile(r"\b(?:guerres?|conflits?|insurrection|rébellion|soulèvement|hostilités|crise)\b", re.IGNORECASE)
_SERIES = re.compile(
    r"\b(?:séries? d|différent(?:e)?s|plusieurs (?:attaques|raids|frappes|bombardements|attentats|localités|villages|régions|villes)|multiples|deux attaques|au total)",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"(?:ces|au cours des|lors des|depuis) (?:derniers|dernières) (?:jours|semaines|mois)|depuis (?:plusieurs|des) (?:jours|semaines|mois)"
)
_PERIOD_DAYS, _WAR_DAYS = 4, 300


def _where(story: Story, figure: Figure, act: Act | None) -> Where | None:
    analysis = story.analysis
    own = place_in_clause(analysis, figure.clause, figure.start, figure.end)
    if own is None and (_of_war(figure) or figure.rule == "harm.toll-raised"):
        return country_of_story(analysis)
    if own and not (
        own.place.level == "country" and act and act.own_place and act.where and act.clause.index == figure.clause.index
    ):
        return own
    if act is not None and act.where:
        return act.where
    return place_before(analysis, figure.clause) or main_place(analysis)


def _when(story: Story, figure: Figure, act: Act | None, country: str | None) -> When | None:
    analysis = story.analysis
    if figure.rule in ("harm.toll-raised", "harm.ordinal"):
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
    return When(Interval(start=first.interval.start, end=published.end), "stated", None, first.start, first.end, "time.since-first", True)


def _of_war(figure: Figure) -> bool:
    start, end = figure.clause.sentence.start, figure.clause.sentence.end
    words = " ".join(u.low for u in figure.clause.units if start <= u.start <= end)
    return figure.number >= 500 and _WAR.search(words) is not None


def _scope(figure: Figure, when: When | None, act: Act | None, where: Where | None) -> str:
    """What the figure totals: an incident, several, a period, a war, or a standing state (gold/GUIDE.md)."""
    days = when.interval.days if when and when.basis != "assumed" else 1
    words = " ".join(u.low for u in figure.clause.units)
    plural = act is not None and act.clause is figure.clause and act.seen.plural
    spread = when is not None and (when.lasting or plural or (days >= _WAR_DAYS and act is None))
    if _of_war(figure) or figure.rule in ("harm.toll-raised", "harm.ordinal"):
        return "war"
    if _standing(figure, days):
        return "state"
    if days >= _PERIOD_DAYS and spread:
        return "war" if days >= _WAR_DAYS else "period"
    if _PERIOD.search(words):
        return "period"
    raids = plural and act is not None and act.type.startswith(("Air", "Shell"))
    if _SERIES.search(words) or (raids and where is not None and where.place.level not in ("site", "quarter", "region")):
        return "several"
    return "incident"


def _standing(figure: Figure, days: int) -> bool:
    """People who are besieged, displaced or held now, not those whom one event drove out or took."""
    return figure.outcome in STANDING and figure.rule != "harm.noun-of" and figure.number >= 10 and days <= 2


def _total(figure: Figure) -> bool:
    """A toll of the war, which no single act explains."""
    return _of_war(figure) or figure.rule in ("harm.toll-raised", "harm.ordinal")


def draft(story: Story, figure: Figure) -> Draft[Harm]:
    """The claim of a figure, before ids and before repeated mentions are put together."""
    analysis: Analysis = story.analysis
    act = story.act_of.get(id(figure))
    where = _where(story, figure, act)
    country = (where.place.country if where else None) or analysis.country
    when = _when(story, figure, act, country)
    scope = _scope(figure, when, act, where)
    if scope == "state":
        when = assumed_time(analysis)
    who = people_of(figure, country)
    blame = blamed(story, figure, who.side, country, _total(figure))
    attribution: Attribution | None = claimed(analysis, figure.start, figure.end)
    claim = Harm(
        id="",
        document=analysis.document.id,
        quote=analysis.document.text[figure.start : figure.end],
        start=figure.start,
        end=figure.end,
        outcome=figure.outcome,
        victims=who.victims,
        side=who.side,
        unit=unit_of(figure),
        method=method(story, figure, scope, blame.ids),
        weapon=weapons(story, figure, _total(figure)),
        scope=scope,  # type: ignore[arg-type]
        place=place_value(where),
        said_by=said(attribution),
        provisional=provisional(figure, analysis.clauses),
        rule=figure.rule,
        **numbers(figure),
        **mood(figure, attribution),
        **blame_fields(blame),
        **when_fields(when),
    )
    why = {**figure.why, **reasons(where, when, attribution)}
    own_place = bool(where and where.rule == "place.sentence")
    own_time = bool(when and when.rule == "time.sentence")
    return Draft(claim, figure, why, figure.clause.sentence.heading, own_place, own_time)
