"""Level 6: the days of a figure of people harmed; with its place and its scope they are its setting."""

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

from vigie.times import TimeMention
from vigie.values import Interval

from .acts import Act
from .frames import Figure
from .harm_kin import raised_from, taken_up
from .harm_place import HAD, current, span_of, verb_words, where_of
from .harm_scope import (
    LARGE,
    PERIOD_DAYS,
    cumulative,
    own_time,
    scope_of,
    time_of,
    time_of_total,
    whole_war,
)
from .harm_standing import fled
from .harm_tolls import TOLLS
from .setting import (
    BROAD,
    When,
    Where,
    assumed_time,
    counted_to,
    day_before,
    main_time,
    news_before,
    on_site,
    place_in_clause,
    read_when,
    report_time,
    start_before,
    stretch_told,
    time_before,
    told_on,
)
from .setting_entry import FROM_PARAGRAPH
from .settle import country_of
from .story import Story, war

_CONTINUED = "time.continued"
_TOLLS = 2  # sentences back to the toll that a toll goes on from
_ACTS = frozenset("EF")  # letters of words for acts
_WERE, _DIED = frozenset({"était", "étaient"}), ("mort", "décéd", "tombé")


class Setting(NamedTuple):
    """Where and when people were harmed, what their figure totals, and the day on which it was told."""

    where: Where | None
    when: When | None
    scope: str
    stated_on: dt.date | None
    country: str | None


def own_setting(story: Story, figure: Figure) -> Setting:
    """What the figure's own words, its act and the story give; a standing number holds up to publication."""
    return story.analysis.once(("setting", id(figure)), lambda: _find_setting(story, figure))


def _find_setting(story: Story, figure: Figure) -> Setting:
    act = story.act_of.get(id(figure))
    if (first := raised_from(story, figure)) is not None and time_of(story, figure) is None:
        return own_setting(story, first)
    where = where_of(story, figure, act)
    country = country_of(story.analysis, where)
    when = when_of(story, figure, act, country)
    if when is not None and when.rule == _CONTINUED and (last := _toll_before(story, figure)) is not None:
        where = _with_the_toll(figure, where, own_setting(story, last).where)
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


def when_of(story: Story, figure: Figure, act: Act | None, country: str | None) -> When | None:
    """A cumulative toll counts from the first day of its sentence; else the sentence's days, the act's, the story's."""
    if cumulative(story, figure):
        told = _since_the_first(story, figure) or time_of_total(story, figure)
        if told is None and figure.rule in TOLLS:
            told = stretch_told(story.analysis, figure.clause, near=False)
        return told or _whole_war(story, figure, country)
    own = time_of(story, figure)
    if whole_war(story, figure) and (own is None or not own_time(figure, own)):
        long = own if own is not None and own.interval.days >= PERIOD_DAYS else None
        first = _since_the_first(story, figure, _is_since) if long is None else None
        return long or first or _whole_war(story, figure, country)
    return own or _elsewhen(story, figure, act)


def _elsewhen(story: Story, figure: Figure, act: Act | None) -> When | None:
    """The day of a sentence without one: told just before («y avaient péri»), the act's, the news' own."""
    analysis, verb = story.analysis, verb_words(figure)
    begun = start_before(analysis, figure.clause) if "y" in verb and figure.number > 1 else None
    if begun is not None:
        return begun
    if ("y" in verb or verb & HAD or _had_died(figure)) and (told := time_before(analysis, figure.clause)) is not None:
        return told
    known = act.when if act is not None and _hands_on(story, figure, act) else None
    if (counted := _counted_on(story, figure)) is not None:
        return counted
    if (last := taken_up(story, figure)) is not None and figure.number > 1:
        return own_setting(story, last).when
    told = day_before(analysis, figure.clause)
    if act is not None and known is not None and current(story, figure, act, known):
        return told if told is not None and _apart(story, figure, act) else known
    many = figure.number >= LARGE  # no day's toll, unless the story's first sentences say so
    news = main_time(analysis) if many else news_before(analysis, figure.clause)
    if act is not None and act.clause.index > figure.clause.index:
        known = None  # «… deux semaines après l'attentat du 14», told later, is another one
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
    last = _toll_before(story, figure)
    if last is None or not (fled(figure) or last.clause.sentence.paragraph == clause.sentence.paragraph):
        return None
    when = time_of(story, last)
    if when is None and (before := own_setting(story, last).when) is not None and before.rule == _CONTINUED:
        when = before  # «… 81.436 civils. … 47.095 étrangers. … 3.469 morts non identifiés.»
    if when is None or not when.lasting or when.interval.days < PERIOD_DAYS:
        return None
    placed = place_in_clause(story.analysis, clause, *span_of(figure))
    return None if placed is not None and placed.place.km <= BROAD else when._replace(rule=_CONTINUED)


def _toll_before(story: Story, figure: Figure) -> Figure | None:
    """The last figure told before, which a toll may go on from."""
    near = story.figures_in(figure.clause.index - _TOLLS, figure.clause.index - 1)
    return near[-1] if near else None


def _with_the_toll(figure: Figure, where: Where | None, whole: Where | None) -> Where | None:
    """«… 92 civils ont été tués au Yémen en une semaine. 168 autres ont été blessés»: where those before were, unless
    the sentence itself tells more.
    """
    sentence = figure.clause.sentence
    here = where is not None and sentence.start <= where.start < sentence.end
    return where if here or whole is None else whole


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


def _is_since(told: TimeMention) -> bool:
    return told.kind == "since"


def _since_the_first(story: Story, figure: Figure, counts: Callable[[TimeMention], bool] = _is_long) -> When | None:
    """From the earliest day that the sentence names («Serval (2013) et Barkhane (depuis 2014)») to publication."""
    sentence, published = figure.clause.sentence, story.analysis.published
    told = [t for t in story.analysis.times_in(sentence.start, sentence.end) if t.interval and counts(t)]
    if not told or published is None:
        return None
    first = min(told, key=lambda t: t.interval.start if t.interval else published.end)
    if first.interval is None or first.interval.start > published.end:
        return None
    span = Interval(start=first.interval.start, end=published.end)
    return When(span, "stated", None, first.start, first.end, "time.since-first", True)
