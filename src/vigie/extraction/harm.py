"""Figures into harm claims: every attribute from the words, the act or the story, each with the words that gave it."""

import re
from functools import lru_cache

from vigie.values import Harm, Interval

from .agency import roles
from .analysis import Analysis
from .attribution import Attribution
from .draft import Draft, claimed, place_value, reasons, said, when_fields
from .events import _specific
from .frames import Clause, Figure
from .lexicon import pack_folder, read_table
from .people import hit_side
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
from .acts import Act
from .sides import ARMED, ids_of, side_of
from .story import Story, Telling, war

STANDING = frozenset({"besieged", "displaced", "detained"})
_WAR = re.compile(r"\b(?:guerres?|conflits?|insurrection|rébellion|soulèvement|hostilités|crise)\b", re.IGNORECASE)
_PROVISIONAL = re.compile(r"provisoire|premier bilan|bilan encore incertain")
_GROWS = re.compile(
    r"(?:pourrait|pourraient|pouvait|peut|risque de|devrait) (?:encore |fortement |toutefois |être )*"
    r"(?:s'alourdir|s' alourdir|augmenter|grimper|évoluer|monter|revu à la hausse)"
)
_SERIES = re.compile(
    r"\b(?:séries? d|différent(?:e)?s|plusieurs (?:attaques|raids|frappes|bombardements|attentats|localités|villages|régions|villes)|multiples|deux attaques|au total)",
    re.IGNORECASE,
)
_BOUND = re.compile(r",? ?(au moins|au minimum|au plus|environ|voire davantage|voire plus)\b")
_BOUNDS = {"au moins": "at_least", "au minimum": "at_least", "au plus": "at_most", "environ": "about", "voire davantage": "at_least", "voire plus": "at_least"}
_BODILY = frozenset({"killed", "injured", "killed_or_injured", "neutralised"})
_PERIOD = re.compile(
    r"(?:ces|au cours des|lors des|depuis) (?:derniers|dernières) (?:jours|semaines|mois)|depuis (?:plusieurs|des) (?:jours|semaines|mois)"
)
_CARRIES = 3  # sentences over which blame carries: further on, another act may be meant
# Types that a sentence tells by its own words; «Attack» may be a bomb that another sentence names.
_OF_ITSELF = frozenset({"Air/drone strike", "Shelling/artillery/missile attack", "Suicide bomb", "Grenade", "Chemical weapon", "Armed clash"})
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


@lru_cache(maxsize=1)
def by_actor() -> dict[str, str]:
    """Bodies whose members are victims of one category."""
    return {row[0]: row[1] for row in read_table(pack_folder("fr") / "victims_by_actor.tsv")}


def _victims(figure: Figure) -> str:
    """The category of the guide, by the noun; an actor noun or complement says fighters («membres d'Aqmi»)."""
    if figure.who is None:
        return "people"
    actor = figure.who.actor
    if figure.who.code == "j":
        return figure.who.value
    member = next((by_actor()[i] for i in actor.ids if i in by_actor()), None) if actor is not None else None
    if member and figure.who.value in ("", "people"):
        return member
    if figure.who.code == "V" and figure.who.value != "people":
        return figure.who.value
    if actor is not None and (actor.kind == "armed" or (actor.kind == "state" and actor.role == "force")):
        return "armed"
    return "civilians" if figure.outcome == "abducted" else "people"


def _own_agent(figure: Figure, country: str | None) -> tuple[list[str], bool] | None:
    part = roles(figure.clause).get(figure.trigger, {}).get("by")
    if part is None:
        return None
    unit = part.unit
    figure.why["by"] = (unit.start, unit.end, part.rule)
    return ids_of(unit, country), bool(unit.actor and unit.actor.hedge)


def _blamed(story: Story, figure: Figure, side: str | None, country: str | None) -> tuple[list[str], bool]:
    """Who did it: an agent of the harm's own verb, else of its act as the sentence or the story tells it; else nobody."""
    own = _own_agent(figure, country)
    if own and own[0]:
        return [a for a in own[0] if a != side], own[1]
    act, telling = story.act_of.get(id(figure)), story.telling_of.get(id(figure))
    tolls = _of_war(figure) or figure.rule in ("harm.toll-raised", "harm.ordinal")
    if act is None or not act.by or figure.outcome not in _BODILY or tolls:
        return [], False
    told_here = telling is not None and bool(telling.by)
    if not told_here and not _carries_over(story, figure, act):
        return [], False
    if act.type == "Armed clash":
        return _across(act, side), act.hedged
    by, hedged = (telling.by, telling.hedged) if telling is not None and told_here else (act.by, act.hedged)
    if side is not None and side in by:
        return [], False
    figure.why["by"] = (act.blame_at, act.blame_at + 1, "agency.story") if not told_here else figure.why["outcome"]
    return list(by), hedged


def _carries_over(story: Story, figure: Figure, act: Act) -> bool:
    """Blame told in another sentence reaches a figure only from shortly before it, and only from the outlet or the same claimant."""
    analysis = story.analysis
    teller = next((c for c in analysis.clauses if c.sentence.start <= act.blame_at < c.sentence.end), None)
    if teller is None or not 0 < figure.clause.index - teller.index <= _CARRIES:
        return False
    blaming = set(said(claimed(analysis, act.blame_at, act.blame_at + 1)))
    return not blaming or bool(blaming & set(said(claimed(analysis, figure.start, figure.end))))


def _across(act: Act, side: str | None) -> list[str]:
    """In a clash the dead of one side are the other's; dead whose side is not told are blamed on nobody."""
    if side is not None and side in act.by:
        return [act.target] if act.target and act.target not in ("civilians", side) else []
    return list(act.by) if side is not None and side == act.target else []


def _method(story: Story, figure: Figure, scope: str, by: list[str]) -> str | None:
    """How they were harmed: the verb's own way, the act as the sentence or else the story tells it; nothing for vague totals."""
    own = figure.clause.units[figure.trigger].feature("method")
    if own:
        return own.replace("_", " ")
    act, telling = story.act_of.get(id(figure)), story.telling_of.get(id(figure))
    if figure.outcome not in _BODILY or (scope in ("war", "state", "period") and telling is None):
        return None
    armed = _victims(figure) in ARMED
    kind = _kind(act, telling)
    if scope in ("war", "period") and kind in ("Armed clash", "Attack"):
        return None
    if kind is None or (act is not None and act.seen.rule == "event.killing"):
        return ("Armed clash" if armed else "Attack") if by else None
    return "Armed clash" if kind == "Attack" and armed else kind


def _kind(act: Act | None, telling: Telling | None) -> str | None:
    """The type of the act; a type of its own that the sentence gives comes before what the story makes of it."""
    if act is None:
        return None
    return telling.type if telling is not None and telling.type in _OF_ITSELF else act.type


def _weapon(figure: Figure, act: Act | None, telling: Telling | None) -> list[str]:
    """Weapons of the verb and of the act as the sentence tells it; of the act elsewhere where the sentence is silent."""
    if figure.outcome not in _BODILY:
        return []
    own = figure.clause.units[figure.trigger].feature("weapon")
    told = telling.weapons if telling and telling.weapons else act.seen.weapons if act and not _of_war(figure) else []
    return _specific(list(dict.fromkeys([*([own] if own else []), *told])))


def _realis(clause: Clause, at: int) -> tuple[str, str]:
    """(realis, certainty) of what the verb at a unit tells: conditional mood and words of doubt hedge, the future plans."""
    near = clause.units[max(0, at - 5) : at + 3]
    moods = {feature for u in near if u.code in "xX" and u.entry for feature in u.entry.features}
    hedged = "conditional" in moods or any(u.code == "H" and u.value in ("hedge", "might") for u in near)
    return ("planned" if "future" in moods else "occurred"), ("hedged" if hedged else "stated")


def _figures_of(figure: Figure) -> tuple[int | None, int | None, int | None, str, str]:
    """count, low, high, qualifier, words of a figure; a bound may stand behind its noun («trente soldats au moins»)."""
    quantity = figure.quantity
    if quantity is None:
        return 1, 1, 1, "exactly", ""
    qualifier = quantity.qualifier if quantity.qualifier != "exactly" else _bound_behind(figure)
    ranged = quantity.high is not None and quantity.count is not None and quantity.high > quantity.count
    closed = qualifier in ("exactly", "about", "at_most", "less_than")
    return quantity.count, quantity.low, quantity.high if ranged or closed else None, qualifier, quantity.words


def _bound_behind(figure: Figure) -> str:
    """The bound that follows the counted noun, exactly where none does."""
    after = (figure.who.end if figure.who and figure.who.start > figure.start else figure.clause.units[figure.at].end)
    words = [u.low for u in figure.clause.units if after <= u.start][:4]
    match = _BOUND.match(" ".join(words))
    return _BOUNDS[match[1]] if match else "exactly"


def draft(story: Story, figure: Figure) -> Draft[Harm]:
    """The claim of a figure, before ids and before repeated mentions are put together."""
    analysis: Analysis = story.analysis
    act = story.act_of.get(id(figure))
    where = _where(story, figure, act)
    country = (where.place.country if where else None) or analysis.country
    when = _when(story, figure, act, country)
    fighters, hit = hit_side(figure, act)
    side = side_of(figure.who, country) or hit
    telling = story.telling_of.get(id(figure))
    by, hedged = _blamed(story, figure, side, country)
    attribution: Attribution | None = claimed(analysis, figure.start, figure.end)
    realis, certainty = _realis(figure.clause, figure.trigger)
    count, low, high, qualifier, words = _figures_of(figure)
    scope = _scope(figure, when, act, where)
    if scope == "state":
        when = assumed_time(analysis)
    claim = Harm(
        id="", document=analysis.document.id, quote=analysis.document.text[figure.start : figure.end], start=figure.start, end=figure.end,
        outcome=figure.outcome, count=count, low=low, high=high, words=words, qualifier=qualifier, victims="armed" if fighters else _victims(figure), side=side,
        unit="families" if figure.who and figure.who.feature("unit") == "families" else "bodies" if figure.clause.units[figure.trigger].feature("unit") == "bodies" else "persons",
        method=_method(story, figure, scope, by), weapon=_weapon(figure, act, telling), scope=scope, by=by,
        by_certainty=("hedged" if hedged else "stated") if by else None, by_said_by=said(attribution) if by else None,
        realis="denied" if attribution and attribution.denied else realis, certainty="hedged" if attribution and attribution.certainty == "hedged" else certainty,
        provisional=_provisional(figure, analysis.clauses), place=place_value(where), said_by=said(attribution), rule=figure.rule, **when_fields(when),
    )  # fmt: skip
    why = {**figure.why, **reasons(where, when, attribution)}
    own_place, own_time = bool(where and where.rule == "place.sentence"), bool(when and when.rule == "time.sentence")
    return Draft(claim, figure, why, figure.clause.sentence.heading, own_place, own_time)


def _provisional(figure: Figure, clauses: list[Clause]) -> bool:
    """«bilan provisoire» of its own sentence, or the next sentence's «ce bilan pourrait s'alourdir» for the dead."""
    if figure.outcome not in ("killed", "injured", "killed_or_injured"):
        return False
    if _PROVISIONAL.search(_words(figure.clause)):
        return True
    after = next((c for c in clauses if 0 < c.index - figure.clause.index <= 2 and _GROWS.search(_words(c))), None)
    return figure.outcome == "killed" and figure.parent is None and after is not None and not _killed(after)


def _killed(clause: Clause) -> bool:
    return any(u.code in "KkIN" and u.value == "killed" for u in clause.units)


def _words(clause: Clause) -> str:
    return " ".join(u.low for u in clause.units)
