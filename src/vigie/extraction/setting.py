"""Level 6: where and when. What a clause leaves out comes from its sentence, its paragraph, the lead; the words come first."""

import datetime as dt
from typing import NamedTuple

from vigie.places import PlaceMention
from vigie.times import TimeMention
from vigie.values import Basis, Interval, Place

from .analysis import Analysis
from .frames import Clause

ASSUMED_DAYS = 2  # gold/GUIDE.md: a fresh event without a time word gets the two days up to publication


class Where(NamedTuple):
    """A place and the words that gave it."""

    place: Place
    start: int
    end: int
    rule: str


class When(NamedTuple):
    """Days, how they are known, and the words that gave them (-1 where they are assumed).

    `lasting`: the words tell a stretch of time («depuis», «entre», «en deux mois»), not a day within it («en mars»).
    """

    interval: Interval
    basis: Basis
    time_of_day: str | None
    start: int
    end: int
    rule: str
    lasting: bool = False


def _gap(text: str, left: int, right: int) -> str:
    return text[min(left, right) : max(left, right)]


def _chained(analysis: Analysis, mention: PlaceMention) -> PlaceMention:
    """«à Zinjibar, chef-lieu de la province d'Abyane»: of places told in one breath the most exact one is meant."""
    best, text = mention, analysis.document.text
    near = [p for p in analysis.places_in(mention.start - 160, mention.end + 160)]
    at = near.index(mention) if mention in near else -1
    if at < 0:
        return mention
    for step in (1, -1):
        i, edge = at + step, mention
        while 0 <= i < len(near):
            between = _gap(text, edge.end, near[i].start) if step > 0 else _gap(text, near[i].end, edge.start)
            if len(between) > 30 or any(c in between for c in ".;:\n") or _breaks(between):
                break
            if near[i].place and best.place and near[i].place.km < best.place.km:  # type: ignore[union-attr]
                best = near[i]
            edge, i = near[i], i + step
    return best


def _breaks(between: str) -> bool:
    return any(word in between.split() for word in ("et", "ou", "puis", "que", "qui", "vers", "contre"))


def _distance(start: int, end: int, mention_start: int, mention_end: int) -> float:
    """Characters between an act and a mention; what comes after the act counts as nearer than what comes before it."""
    if mention_start >= end:
        return mention_start - end
    return 1.4 * (start - mention_end) + 10 if mention_end <= start else 0


def place_in_clause(analysis: Analysis, clause: Clause, start: int, end: int) -> Where | None:
    """The place that the sentence gives for what its words at `start:end` tell."""
    found = analysis.places_in(clause.sentence.start, clause.sentence.end)
    if not found:
        return None
    nearest = min(
        found,
        key=lambda p: _distance(start, end, p.start, p.end) + (60 if p.place and p.place.level == "country" else 0),
    )
    mention = _chained(analysis, nearest)
    return Where(mention.place, mention.start, mention.end, "place.sentence")  # type: ignore[arg-type]


def place_before(analysis: Analysis, clause: Clause) -> Where | None:
    """The last exact place told in the sentences before, in the same paragraph or the one before it."""
    earlier = [
        c for c in analysis.clauses if c.index < clause.index and clause.sentence.paragraph - c.sentence.paragraph <= 1
    ]
    for other in reversed(earlier[-4:]):
        found = [
            p
            for p in analysis.places_in(other.sentence.start, other.sentence.end)
            if p.place and p.place.level != "country"
        ]
        if found:
            mention = _chained(analysis, found[-1])
            return Where(mention.place, mention.start, mention.end, "place.before")  # type: ignore[arg-type]
    return None


def main_place(analysis: Analysis) -> Where | None:
    """The place of the story: the most exact one of its title line and lead, else the first place, else its country."""
    head = [p for c in analysis.clauses[:3] for p in analysis.places_in(c.sentence.start, c.sentence.end)]
    inside = [p for p in head if p.place and p.place.country in (analysis.country, None)]
    exact = [p for p in inside if p.place and p.place.level != "country"]
    pool = (
        exact
        or inside
        or [p for p in analysis.places if p.place and p.place.country == analysis.country and not p.metonym]
    )
    if not pool:
        return None
    mention = min(pool[:4], key=lambda p: p.place.km if p.place else 9e9)
    return Where(mention.place, mention.start, mention.end, "place.story")  # type: ignore[arg-type]


def time_in_clause(analysis: Analysis, clause: Clause, start: int, end: int) -> When | None:
    """The time that the sentence gives for the words at `start:end`: the nearest dated one."""
    found = analysis.times_in(clause.sentence.start, clause.sentence.end)
    if not found:
        return None
    nearest = min(found, key=lambda t: _distance(start, end, t.start, t.end) + (80 if t.kind == "duration" else 0))
    return _when(nearest, "time.sentence")


def _when(mention: TimeMention, rule: str) -> When:
    lasting = mention.kind in ("since", "until", "duration", "war") or mention.precision in ("days", "vague", "week")
    return When(
        mention.interval, mention.basis, mention.time_of_day, mention.start, mention.end, rule, lasting  # type: ignore[arg-type]
    )


def main_time(analysis: Analysis) -> When | None:
    """The day of the story: the first recent day of its first sentences."""
    for clause in analysis.clauses[:4]:
        for mention in analysis.times_in(clause.sentence.start, clause.sentence.end):
            if _recent(mention, analysis.published):
                return _when(mention, "time.story")
    return None


def _recent(mention: TimeMention, published: Interval | None) -> bool:
    span = mention.interval
    if span is None or mention.kind not in ("day", "night", "part", "clock") or span.days > 3:
        return False
    return published is None or dt.timedelta(0) <= published.end - span.start <= dt.timedelta(days=10)


def assumed_time(analysis: Analysis) -> When | None:
    """The two days up to publication, for a fresh event without any time word; None for an undated text."""
    if analysis.published is None:
        return None
    end = analysis.published.end
    return When(
        Interval(start=end - dt.timedelta(days=ASSUMED_DAYS - 1), end=end), "assumed", None, -1, -1, "time.assumed"
    )


def country_of_story(analysis: Analysis) -> Where | None:
    """The country that the story is about, for tolls of its whole war; None where the text names none."""
    named = [
        p for p in analysis.places if p.place and p.place.level == "country" and p.place.country == analysis.country
    ]
    if named:
        return Where(named[0].place, named[0].start, named[0].end, "place.country")  # type: ignore[arg-type]
    return None
