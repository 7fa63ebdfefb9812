"""Level 6: stretches of time that a sentence tells by their start («l'offensive lancée le 4 avril a fait 280 morts») or
by the day up to which it counts («au 15 mars»).
"""

from vigie.times import TimeMention
from vigie.values import Interval

from .analysis import Analysis
from .frames import Clause
from .setting_cues import LANGUAGE, cues
from .setting_time import When, days, distance, main_time, read_when

_FRESH = 3  # days: what began so lately is told as one act
_BACK = 120  # characters before a day in which a campaign and the word that begins it stand
_STEM = 6  # letters in which «offensive» and «offensives» are one
_STRETCHES = ("day", "night", "period", "since")


def total_since(analysis: Analysis, clause: Clause, start: int, end: int) -> When | None:
    """What a figure at `start:end` totals from a start that its sentence tells: a campaign's, or «depuis … au 15 mars».

    The day that stands nearest to the figure must be that start; the last day is «au …», else publication's.
    """
    first, last = _begun(analysis, clause) or _told_elsewhere(analysis, clause), counted_to(analysis, clause)
    if first is None or first.interval is None:
        return None
    others = [t for t in days(analysis, clause) if t.start not in (first.start, last.start if last else -1)]
    if others and not clause.sentence.start <= first.start < clause.sentence.end:
        return None
    if any(distance(start, end, t) < distance(start, end, first) for t in others):
        return None
    until = last.interval.end if last and last.interval else analysis.published.end if analysis.published else None
    if until is None or (until - first.interval.start).days <= _FRESH:
        return None
    return read_when(first, "time.since-start", Interval(start=first.interval.start, end=until))


def counted_to(analysis: Analysis, clause: Clause) -> TimeMention | None:
    """«au 31 octobre», «arrêté au 3 mai»: the day up to which a sentence counts."""
    return analysis.once(("counted to", clause.index), lambda: _counted_to(analysis, clause))


def _counted_to(analysis: Analysis, clause: Clause) -> TimeMention | None:
    for told in analysis.times_in(clause.sentence.start, clause.sentence.end):
        bare = told.kind == "day" and told.text[:1].isdigit() and told.interval is not None and told.interval.days == 1
        before = analysis.low[max(clause.sentence.start, told.start - _BACK) : told.start]
        if bare and cues(LANGUAGE).counted_to.search(before):
            return told
    return None


def _begun(analysis: Analysis, clause: Clause) -> TimeMention | None:
    return analysis.once(("begun", clause.index), lambda: _begun_in(analysis, clause))


def _begun_in(analysis: Analysis, clause: Clause) -> TimeMention | None:
    """The day on which a campaign began, where the sentence says so; a «depuis» that is counted to a day."""
    told = analysis.times_in(clause.sentence.start, clause.sentence.end)
    found = [t for t in told if t.kind in _STRETCHES and _starts(analysis, clause, t)]
    since = [t for t in told if t.kind == "since"] if counted_to(analysis, clause) else []
    return next(iter([*found, *since]), None)


def _told_elsewhere(analysis: Analysis, clause: Clause) -> TimeMention | None:
    """«depuis le début de l'offensive», «L'offensive a fait 200 morts»: its first day, told in another sentence."""
    table, sentence = cues(LANGUAGE), clause.sentence
    match = table.from_start.search(analysis.low, sentence.start, sentence.end) or table.campaign_toll.match(
        analysis.low, sentence.start, sentence.end
    )
    return _first_days(analysis).get(_stem(match["name"])) if match else None


def since_the_story(analysis: Analysis, clause: Clause) -> When | None:
    """«26 morts depuis le début de l'attaque», which no words date: from the story's day on."""
    first, published = main_time(analysis), analysis.published
    if first is None or published is None or (published.end - first.interval.start).days < 1:
        return None
    if not cues(LANGUAGE).from_news.search(analysis.low, clause.sentence.start, clause.sentence.end):
        return None
    return first._replace(
        interval=Interval(start=first.interval.start, end=published.end), rule="time.since-story", lasting=True
    )


def _first_days(analysis: Analysis) -> dict[str, TimeMention]:
    """The first day of each offensive, operation, siege that the document dates, by the stem of its name."""
    return analysis.once("first days", lambda: _find_first_days(analysis))


def _find_first_days(analysis: Analysis) -> dict[str, TimeMention]:
    out: dict[str, TimeMention] = {}
    for clause in analysis.clauses:
        first = _begun(analysis, clause)
        names = (
            cues(LANGUAGE).campaign.findall(analysis.low, clause.sentence.start, clause.sentence.end) if first else []
        )
        for name in names:
            if first is not None:
                out.setdefault(_stem(name), first)
    return out


def _stem(name: str) -> str:
    return name.removeprefix("contre-")[:_STEM]


def _starts(analysis: Analysis, clause: Clause, mention: TimeMention) -> bool:
    """«l'offensive lancée le», «le conflit, né en»; or «Lancée le …, l'offensive» at the head of the sentence."""
    table, first, last = cues(LANGUAGE), clause.sentence.start, clause.sentence.end
    if table.begun.search(analysis.low, max(first, mention.start - _BACK), mention.start):
        return True
    head = table.begins.match(analysis.low, first, mention.start)
    return head is not None and table.campaign.search(analysis.low, mention.end, last) is not None
