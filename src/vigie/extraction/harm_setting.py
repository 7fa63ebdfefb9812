"""Level 6: the place and the days of a figure of people harmed; with its scope they are its setting."""

import datetime as dt
from typing import NamedTuple

from vigie.times import TimeMention
from vigie.values import Interval

from .acts import Act, overlap
from .frames import Figure
from .harm_kin import kin, taken_up
from .harm_scope import (
    LARGE,
    MANY,
    PERIOD_DAYS,
    STANDING,
    cumulative,
    fled,
    of_war,
    over_time,
    says,
    scope_of,
    time_of,
    time_of_total,
    whole_war,
)
from .setting import (
    AS_TOLD,
    BROAD,
    When,
    Where,
    assumed_time,
    carried,
    closer,
    contains,
    counted_to,
    country_of_story,
    day_before,
    joined,
    main_place,
    main_time,
    mission_place,
    news_before,
    old,
    on_site,
    parted_by_place,
    place_before,
    place_in_clause,
    place_just_told,
    read_when,
    report_time,
    time_before,
    time_in_clause,
    told_on,
)
from .setting_cues import LANGUAGE, cues
from .setting_entry import FROM_PARAGRAPH
from .setting_theatre import is_seat, large_theatre, one_town, theatre
from .settle import of_clause
from .story import Story, war

_MOVED = frozenset({"displaced", "detained", "evacuated", "abducted"})
_BACK = 5  # units before a verb among which its «y» and its auxiliary stand
_THOUSANDS = 2000  # people: so many flee a province rather than its town
_AT_LARGE = 300  # days: what lasts so long was reached all over a country
_WEEKS = 20  # days: what lasts longer was not all on the spot of the day's news
_TOLLS = 2  # sentences back to the toll that a toll goes on from
_ACTS = frozenset("EF")  # letters of words for acts
_HAD = frozenset({"avait", "avaient"})
_WERE, _DIED = frozenset({"était", "étaient"}), ("mort", "décéd", "tombé")


class Setting(NamedTuple):
    """Where and when people were harmed, what their figure totals, and the day on which it was told."""

    where: Where | None
    when: When | None
    scope: str
    stated_on: dt.date | None
    country: str | None


def setting_of(story: Story, figure: Figure, act: Act | None) -> Setting:
    """The setting of a figure; one that says less than the toll which it goes on from totals what that one does."""
    own = _setting_of(story, figure)
    if own.scope != "incident" or figure.quantity is None or figure.number < 2:
        return own
    wider = [_setting_of(story, f) for f in kin(story, figure, act)]
    whole = next((s for s in wider if s.scope in ("several", "period", "war")), None)
    if whole is None or (whole.scope == "war" and taken_up(story, figure) is None):
        return own
    sentence = figure.clause.sentence
    here = own.where is not None and sentence.start <= own.where.start < sentence.end
    return own._replace(
        scope=whole.scope,
        when=own.when if time_of(story, figure) is not None else whole.when,
        where=own.where if here or whole.where is None else whole.where,
    )


def _setting_of(story: Story, figure: Figure) -> Setting:
    """What the figure's own words, its act and the story give; a standing number holds up to publication."""
    return story.analysis.once(("setting", id(figure)), lambda: _find_setting(story, figure))


def _find_setting(story: Story, figure: Figure) -> Setting:
    act = story.act_of.get(id(figure))
    where = where_of(story, figure, act)
    country = (where.place.country if where else None) or story.analysis.country
    when = when_of(story, figure, act, country)
    scope = scope_of(story, figure, when, act, where)
    when = _standing_on(story, figure) if scope == "state" else when
    if scope == "period" and when is not None and not _covers(story, figure, when):
        when = assumed_time(story.analysis)
    where = on_site(where, act.seen.struck if act is not None else None)
    return Setting(where, when, scope, told_on(story.analysis, figure.clause), country)


def _standing_on(story: Story, figure: Figure) -> When | None:
    """The day up to which a standing number was counted («au 31 octobre»), or since when it stands («depuis 2013»);
    else the days up to publication.
    """
    told = counted_to(story.analysis, figure.clause)
    if told is not None:
        return read_when(told, "time.counted-to")
    sentence = figure.clause.sentence
    since = [t for t in story.analysis.times_in(sentence.start, sentence.end) if t.kind == "since"]
    one = figure.outcome == "besieged" and len(since) == 1
    return read_when(since[0], "time.sentence") if one else assumed_time(story.analysis)


def _covers(story: Story, figure: Figure, when: When) -> bool:
    """The days are a stretch, or the figure's own: the day of the news is not that of a total of more."""
    return when.interval.days >= PERIOD_DAYS or when.lasting or time_of(story, figure) is not None


def where_of(story: Story, figure: Figure, act: Act | None) -> Where | None:
    """The place of a figure; thousands who fled are told of a town's province, where the text speaks of it."""
    found = _where_of(story, figure, act)
    if found is None or figure.outcome != "displaced" or figure.number < _THOUSANDS or found.place.level != "town":
        return found
    around = (m.place for m in story.analysis.places if m.place and m.place.level == "province")
    province = next((p for p in around if p.name == found.place.name), None)
    return found._replace(place=province) if province else found


def _where_of(story: Story, figure: Figure, act: Act | None) -> Where | None:
    """The place that the sentence gives, made more exact by its act; else that of the act, the paragraph, the story."""
    analysis = story.analysis
    own = place_in_clause(analysis, figure.clause, *_span(figure), figure.outcome in _MOVED)
    if own is not None and _of_the_news(story, figure, own):
        own = None
    if of_war(story, figure):
        wide = own is not None and own.place.level in ("region", "province", "country")
        there = own is not None and own.place.country in (None, analysis.country)
        return own if there or wide else _at_large(story, figure)
    if own is None and figure.relation == "subset" and figure.parent and figure.parent.clause is figure.clause:
        return _where_of(story, figure.parent, act)
    goes_on = taken_up(story, figure) if own is None else None
    if goes_on is not None:
        return _where_of(story, goes_on, story.act_of.get(id(goes_on)))
    if own is None and parted_by_place(analysis, figure.clause, _span(figure)[1]):
        return theatre(analysis)
    if own is None:
        found = _elsewhere(story, figure, act)
        return _closer(story, figure, act, found) if found else None
    both = joined(analysis, own, figure.clause)
    told_whole = both is not own or own.rule == "place.country" or _region_of_many(figure, act, own)
    return both if told_whole else _closer(story, figure, act, own)


def _of_the_news(story: Story, figure: Figure, own: Where) -> bool:
    """«deux gendarmes tués à X, au moins 6.000 morts depuis 2017»: X is where the first were killed."""
    if own.end > figure.start or own.place.km > BROAD or not _for_long(story, figure):
        return False
    before = any(f.start < own.start for f in of_clause(story.figures, figure.clause))
    return before and "," in story.analysis.low[own.end : figure.start]


def _span(figure: Figure) -> tuple[int, int]:
    """From the number to the word that harms."""
    trigger = figure.clause.units[figure.trigger]
    if figure.elliptic and trigger.end < figure.start:  # «douze ont péri à X et neuf autres à Y»
        return figure.start, figure.end
    return min(figure.start, trigger.start), max(figure.end, trigger.end)


def _region_of_many(figure: Figure, act: Act | None, own: Where) -> bool:
    """«des opérations dans le nord du pays», «42 tués en Irak dans des manifestations»: acts all over what is named."""
    several = act is not None and act.clause is figure.clause and act.seen.plural
    return several and (own.place.level != "country" or figure.number >= MANY)


def _verb(figure: Figure) -> set[str]:
    """The words before the figure's verb: its auxiliary and pronouns; «il y a» is no «y»."""
    low = [u.low for u in figure.clause.units[max(0, figure.trigger - _BACK) : figure.trigger]]
    return {word for before, word in zip(["", *low], low, strict=False) if (before, word) != ("il", "y")}


def _elsewhere(story: Story, figure: Figure, act: Act | None) -> Where | None:
    """What a sentence without a place leaves to others: «y» to the place told last, else its act, paragraph, story."""
    analysis = story.analysis
    if "y" in _verb(figure):
        just = place_just_told(analysis, figure.clause)
        return just or place_before(analysis, figure.clause) or main_place(analysis)
    when = time_in_clause(analysis, figure.clause, figure.start, figure.end, past=True)
    if when is not None and when.lasting and when.interval.days >= _AT_LARGE:
        return _at_large(story, figure)
    if _adrift(figure):
        return one_town(analysis) or theatre(analysis)
    if over_time(story, figure) or _for_long(story, figure):
        before = place_before(analysis, figure.clause, wide=True)
        if _for_long(story, figure) and not _taken_up(figure):
            far = before if before is not None and before.place.km > BROAD and _beside(story, figure, before) else None
            return mission_place(analysis, figure.clause) or far or _widely(story, figure)
        spot = before is not None and before.place.km <= BROAD and carried(analysis, figure.clause) is not None
        return mission_place(analysis, figure.clause) or (None if spot else before) or _theatre(story, figure)
    meant = act is not None and (act.when is None or _current(story, figure, act, act.when))
    known = act.where if act is not None and meant else None
    return known or place_before(analysis, figure.clause) or main_place(analysis)


def _adrift(figure: Figure) -> bool:
    """Thousands who fled, told without a place or what drove them out: they come from all over the story's theatre."""
    many = figure.outcome == "displaced" and figure.number >= _THOUSANDS
    return many and not figure.rule.startswith("harm.active") and not _taken_up(figure)


def _for_long(story: Story, figure: Figure) -> bool:
    """The figure counts what happened over more days than one act may last."""
    told = [w for w in (time_of(story, figure), carried(story.analysis, figure.clause)) if w]
    undated = not told and figure.number > 1 and cues(LANGUAGE).since.search(figure.clause.words) is not None
    return figure.outcome != "besieged" and (undated or any(w.lasting for w in told if w.interval.days > PERIOD_DAYS))


def _beside(story: Story, figure: Figure, where: Where) -> bool:
    """The place was told in the figure's paragraph."""
    told = story.analysis.clause_at(where.start)
    return told is not None and told.sentence.paragraph == figure.clause.sentence.paragraph


def _widely(story: Story, figure: Figure) -> Where | None:
    """The town of a story that plays in one, unless a sentence about weeks is taken up; else the whole theatre. What
    months have cost is told in the capital, not done there.
    """
    analysis, when = story.analysis, time_of(story, figure)
    town = None if carried(analysis, figure.clause) else one_town(analysis)
    told_only = when is not None and when.interval.days > _WEEKS and town is not None and is_seat(town)
    return town if town is not None and not told_only else theatre(analysis)


def _taken_up(figure: Figure) -> bool:
    """«cette bataille», «dans la ville», «l'attaque»: the figure is of what was told just before."""
    return cues(LANGUAGE).taken_up.search(figure.clause.words) is not None


def _theatre(story: Story, figure: Figure) -> Where | None:
    """Where a total of weeks or months was reached: never the one spot of the day's news, but its country."""
    main = main_place(story.analysis)
    told = (time_of(story, figure), carried(story.analysis, figure.clause))
    lasts = any(w and w.lasting and (w.interval.days > _WEEKS or _trend(story, w)) for w in told)
    if main is None or main.place.km > BROAD or not (lasts or says(figure, "period")):
        return main
    return country_of_story(story.analysis) or main


def _trend(story: Story, when: When) -> bool:
    """«ces dernières semaines»: how things go in a country, not what a spot has seen."""
    words = story.analysis.low[max(0, when.start) : max(0, when.end)]
    return cues(LANGUAGE).scope["period"].search(words) is not None


def _current(story: Story, figure: Figure, act: Act, when: When) -> bool:
    """Whether a figure belongs to an act told elsewhere: one of the past only where its own words go on about it."""
    here = act.clause is figure.clause or id(figure) in story.telling_of
    return here or not old(story.analysis, when) or bool(_verb(figure) & _HAD)


def _at_large(story: Story, figure: Figure) -> Where | None:
    """Of a toll of years: the region of its mission, a region told just before, else the country of the story."""
    mission = mission_place(story.analysis, figure.clause)
    region = None if whole_war(story, figure) else place_before(story.analysis, figure.clause, wide=True)
    known = mission or (region if region is not None and region.place.km > BROAD else None)
    return known or large_theatre(story.analysis) or main_place(story.analysis)


def _closer(story: Story, figure: Figure, act: Act | None, own: Where) -> Where:
    """«au Mali» of the lead is where a later sentence says: the place of the act, or of the story's news."""
    held = figure.outcome in STANDING and (figure.outcome != "detained" or figure.number >= MANY)
    if held or own.rule in AS_TOLD or over_time(story, figure):
        return own
    told = act is not None and (act.clause is figure.clause or id(figure) in story.telling_of)
    if act is not None and told and act.where and act.own_place and contains(own.place, act.where.place):
        own = act.where
    fresh = main_time(story.analysis) or assumed_time(story.analysis)
    when = time_in_clause(story.analysis, figure.clause, figure.start, figure.end, past=True)
    return closer(story.analysis, own, when is None or fresh is None or overlap(when, fresh))


def when_of(story: Story, figure: Figure, act: Act | None, country: str | None) -> When | None:
    """A cumulative toll counts from the first day of its sentence; else the sentence's days, the act's, the story's."""
    if cumulative(story, figure):
        return _since_the_first(story, figure) or time_of_total(story, figure) or _whole_war(story, figure, country)
    own = time_of(story, figure)
    if own is None and whole_war(story, figure):
        return _whole_war(story, figure, country)
    return own or _elsewhen(story, figure, act)


def _elsewhen(story: Story, figure: Figure, act: Act | None) -> When | None:
    """The day of a sentence without one: told just before («y avaient péri»), the act's, the news' own."""
    analysis, verb = story.analysis, _verb(figure)
    if ("y" in verb or verb & _HAD or _had_died(figure)) and (told := time_before(analysis, figure.clause)) is not None:
        return told
    known = act.when if act is not None and _hands_on(story, figure, act) else None
    if (counted := _counted_on(story, figure)) is not None:
        return counted
    if (last := taken_up(story, figure)) is not None and figure.number > 1:
        return _setting_of(story, last).when
    told = day_before(analysis, figure.clause)
    if act is not None and known is not None and _current(story, figure, act, known):
        return told if told is not None and _apart(story, figure, act) else known
    many = figure.number >= LARGE  # no day's toll, unless the story's first sentences say so
    news = main_time(analysis) if many else news_before(analysis, figure.clause)
    return told or news or known or assumed_time(analysis, figure.clause)


def _had_died(figure: Figure) -> bool:
    """«Six soldats étaient morts.»: the pluperfect of verbs that go with «être»."""
    units = figure.clause.units[max(0, figure.trigger - 2) : figure.trigger + 1]
    return len(units) > 1 and units[-1].low.startswith(_DIED) and not _WERE.isdisjoint(u.low for u in units[:-1])


def _counted_on(story: Story, figure: Figure) -> When | None:
    """«… depuis le 7 mai, 17 civils tués. L'armée avoue 57 morts»: a toll behind a toll, with no act of its own."""
    clause = figure.clause
    if figure.number == 1 or figure.quantity is None or id(figure) in story.telling_of or _ACTS & set(clause.codes):
        return None
    near = story.figures_in(clause.index - _TOLLS, clause.index - 1)
    last = near[-1] if near else None
    if last is None or not (fled(figure) or last.clause.sentence.paragraph == clause.sentence.paragraph):
        return None
    when = time_of(story, last)
    if when is None or not when.lasting or when.interval.days < PERIOD_DAYS:
        return None
    placed = place_in_clause(story.analysis, clause, *_span(figure))
    return None if placed is not None and placed.place.km <= BROAD else when._replace(rule="time.continued")


def _apart(story: Story, figure: Figure, act: Act) -> bool:
    """The act is told in another paragraph, and the figure's own sentence has no word for it."""
    return act.clause.sentence.paragraph != figure.clause.sentence.paragraph and id(figure) not in story.telling_of


def _hands_on(story: Story, figure: Figure, act: Act) -> bool:
    """The day of an act is its figures'; one that it only has from its paragraph stays in there, and a report's totals
    do not wait for an act told later.
    """
    if act.when is None or act.when.basis == "assumed":
        return False
    if act.when.rule == "time.told-before" and figure.number >= LARGE:
        return False
    if act.clause.index > figure.clause.index and report_time(story.analysis) is not None:
        return False
    return act.when.rule not in FROM_PARAGRAPH or act.clause.sentence.paragraph == figure.clause.sentence.paragraph


def _whole_war(story: Story, figure: Figure, country: str | None) -> When | None:
    span = war(country, story.analysis.published)
    return When(span, "relative", None, figure.start, figure.end, "time.war") if span else None


def _is_long(told: TimeMention) -> bool:
    return told.kind == "since" or (told.interval is not None and told.interval.days >= PERIOD_DAYS)


def _since_the_first(story: Story, figure: Figure) -> When | None:
    """From the earliest day that the sentence names («Serval (2013) et Barkhane (depuis 2014)») to publication."""
    sentence, published = figure.clause.sentence, story.analysis.published
    told = [t for t in story.analysis.times_in(sentence.start, sentence.end) if t.interval and _is_long(t)]
    if not told or published is None:
        return None
    first = min(told, key=lambda t: t.interval.start if t.interval else published.end)
    if first.interval is None or first.interval.start > published.end:
        return None
    span = Interval(start=first.interval.start, end=published.end)
    return When(span, "stated", None, first.start, first.end, "time.since-first", True)
