"""Level 6: stretches of time that a sentence tells by their start («l'offensive lancée le 4 avril a fait 280 morts») or
by the day up to which it counts («au 15 mars»).
"""

import datetime as dt
import re

from vigie.times import TimeMention
from vigie.values import Interval

from .analysis import Analysis
from .frames import Clause
from .lengths import length
from .setting_cues import LANGUAGE, cues
from .setting_telling import counts_over, of_the_whole
from .setting_time import NTH, days, distance, in_aside, main_time, of_a_place, previous
from .setting_when import When, read_when

_WHERE = re.compile(r", où\b[^,;:]*$")
_RELATIVE = re.compile(r"\b(?:qui|que|dont|où)\b|\bqu'")  # between a day and «a fait»: of something else
_OVER = 60  # days after which what lasted a few is over
_FRESH = 3  # days: what began so lately is told as one act
_BACK = 120  # characters before a day in which a campaign and the word that begins it stand
_OPENING = 180  # characters before a day in which «le début de l'offensive» of a long name stands
_HARMED = frozenset("NKkIDM")  # classes of words for people harmed
_LASTS = 4  # days: a stretch is longer than one event
_LONGEST = 400  # days: what is older than that is told where it is summed up
_REACH = 3  # sentences back to the stretch in which combats have harmed people
_HEAD = 2  # sentences that may say over what time an article counts
_NAME = 70  # characters before a day in which stands the name of what happened then
_STEM = 6  # letters in which «offensive» and «offensives» are one
_SAME = "period_same"  # the rule of «sur cette période», on which nothing began
_STRETCHES = ("day", "night", "period", "since")


def total_since(analysis: Analysis, clause: Clause, start: int, end: int) -> When | None:
    """What a figure at `start:end` totals from a start that its sentence tells: a campaign's, or «depuis … au 15 mars».

    The day that stands nearest to the figure must be that start; the last day is «au …», else publication's.
    """
    first, last = _begun(analysis, clause) or _told_elsewhere(analysis, clause, end), counted_to(analysis, clause)
    if first is None or first.interval is None or _of_a_place(analysis, clause, first, start):
        return None
    if start < first.start and _set_off(analysis, clause, first, start):
        return None
    others = [t for t in days(analysis, clause) if t.start not in (first.start, last.start if last else -1)]
    others = [t for t in others if not in_aside(analysis, clause, start, end, t)]
    if others and not clause.sentence.start <= first.start < clause.sentence.end:
        return None
    if any(distance(start, end, t) < distance(start, end, first) for t in others):
        return None
    until = last.interval.end if last and last.interval else analysis.published.end if analysis.published else None
    if until is None or (until - first.interval.start).days <= _FRESH:
        return None
    return read_when(first, "time.since-start", Interval(start=first.interval.start, end=until))


def _set_off(analysis: Analysis, clause: Clause, first: TimeMention, start: int) -> bool:
    """«L'offensive déclenchée après le meurtre de trois colons, le 3 juillet»: they died before it began."""
    found = cues(LANGUAGE).campaigns.set_off.search(analysis.low, clause.sentence.start, first.start)
    return found is not None and found.start() < start


def _of_a_place(analysis: Analysis, clause: Clause, first: TimeMention, start: int) -> bool:
    """«A X, où l'armée a lancé en avril une offensive, 12 civils ont péri», «trois blessés à X, où la guerre dure
    depuis 2012»: told of the place before the figure or behind it.
    """
    if first.start > start and _WHERE.search(analysis.low, start, first.start) is not None:
        return True
    return first.end <= start and of_a_place(analysis, clause, first.start, first.end, start)


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
    """The day on which a campaign began, where the sentence says so; a «depuis» that is counted to a day."""
    named = _starts_in(analysis, clause)
    since = [t for t in _told(analysis, clause) if t.kind == "since"] if counted_to(analysis, clause) else []
    starts = [t for t, _ in named if not t.rule.endswith(NTH)]  # whom «au sixième jour» itself tells of died that day
    return next(iter([*starts, *since]), None)


def _told(analysis: Analysis, clause: Clause) -> list[TimeMention]:
    return analysis.times_in(clause.sentence.start, clause.sentence.end)


def _starts_in(analysis: Analysis, clause: Clause) -> list[tuple[TimeMention, str]]:
    """The days on which a sentence says that something began, with the names of what began."""
    return analysis.once(("begun", clause.index), lambda: _find_starts(analysis, clause))


def _find_starts(analysis: Analysis, clause: Clause) -> list[tuple[TimeMention, str]]:
    told = [t for t in _told(analysis, clause) if t.kind in _STRETCHES and not t.rule.endswith(_SAME)]
    return [(t, name) for t in told if (name := _starts(analysis, clause, t)) is not None]


def _told_elsewhere(analysis: Analysis, clause: Clause, end: int) -> TimeMention | None:
    """«depuis le début de l'offensive», «L'offensive a fait 200 morts»: its first day, told in another sentence; not
    that of another figure («36 soldats tués, ce qui porte le bilan à 120 depuis le début des combats»).
    """
    table, sentence = cues(LANGUAGE), clause.sentence
    match = table.from_start.search(analysis.low, sentence.start, sentence.end) or table.campaign_toll.match(
        analysis.low, sentence.start, sentence.end
    )
    if match is not None and table.relative.search(analysis.low, end, match.start()) is None:
        return _first_day(analysis, match["name"])
    if match is not None or days(analysis, clause):
        return None
    event = table.campaigns.since_event.search(analysis.low, sentence.start, sentence.end)
    return _named(_event_days(analysis), event["name"]) if event else None


def total_of_campaign(analysis: Analysis, clause: Clause, end: int) -> When | None:
    """«Plus de 550 civils ont péri dans les bombardements»: what lasts is named beside the figure, dated elsewhere."""
    sentence = clause.sentence
    for match in cues(LANGUAGE).campaigns.named.finditer(analysis.low, sentence.start, sentence.end):
        if cues(LANGUAGE).relative.search(analysis.low, end, match.start()) is not None:
            return None  # «36 soldats tués, ce qui porte le bilan à 120 depuis le début des combats»
        if (first := _first_day(analysis, match["name"])) is not None:
            return _up_to_now(analysis, first, "time.since-start")
    return None


def carried_start(analysis: Analysis, clause: Clause) -> When | None:
    """«L'opération a été lancée le 18. Elle a fait 300 morts.»: since the start that the sentence before tells."""
    last = previous(analysis, clause)
    if last is None or not cues(LANGUAGE).takes_up.match(analysis.low, clause.sentence.start):
        return None
    told = _stretches_of(analysis, last)
    return told[0] if len(told) == 1 else None


def movement(analysis: Analysis) -> When | None:
    """The weeks of the protests that a story is about, up to publication."""
    return analysis.once("movement", lambda: _movement(analysis))


def _movement(analysis: Analysis) -> When | None:
    first = _first_day(analysis, "manifestations")
    if first is not None:
        return _ended(analysis, _up_to_now(analysis, first, "time.since-start"))
    if not any(cues(LANGUAGE).scope["protests"].search(c.words) for c in analysis.clauses):
        return None
    return _only_stretch(analysis) or _since_the_event(analysis)


def _since_the_event(analysis: Analysis) -> When | None:
    """«La junte est au pouvoir depuis le coup d'Etat du 24»: since the only event that the story dates."""
    told = list(_event_days(analysis).values())
    one = len({t.interval.start for t in told if t.interval}) == 1
    return _up_to_now(analysis, told[0], "time.since-start") if one else None


def _only_stretch(analysis: Analysis) -> When | None:
    """The stretch of the story, where all that it tells have one start."""
    found = [w for w in analysis.once("stretches", lambda: _every_stretch(analysis)) if w.interval.days <= _LONGEST]
    return found[0] if len({w.interval.start for w in found}) == 1 else None


def start_before(analysis: Analysis, clause: Clause) -> When | None:
    """«L'offensive sur X a débuté le 6 juin. 450 civils y ont péri.»: since the only start that the sentence tells."""
    last = previous(analysis, clause)
    told = _stretches_of(analysis, last) if last is not None and len(days(analysis, last)) == 1 else []
    return told[0] if len(told) == 1 else None


def harmed_by_campaign(analysis: Analysis, clause: Clause) -> bool:
    """«Les combats ont fait 400 morts», a little behind a stretch that the story tells."""
    sentence = clause.sentence
    if cues(LANGUAGE).campaign_toll.match(analysis.low, sentence.start, sentence.end) is None:
        return False
    before = (c for c in analysis.clauses if 0 < clause.index - c.index <= _REACH)
    return any(_stretches_of(analysis, c) for c in before)


def stretch_told(analysis: Analysis, clause: Clause, near: bool) -> When | None:
    """The stretch that the sentence before tells, in the same paragraph; or (not `near`) the only one of the story."""
    last = previous(analysis, clause)
    here = [] if last is None else _stretches_of(analysis, last)
    if near and last is not None:
        apart = last.sentence.paragraph != clause.sentence.paragraph
        here = [] if apart or len(days(analysis, last)) > len(here) else here
    far = [] if near or here else analysis.once("stretches", lambda: _every_stretch(analysis))
    found = here or [w for w in far if w.interval.days <= _LONGEST]
    return found[0] if len({w.interval.start for w in found}) == 1 else None


def counted_over(analysis: Analysis, clause: Clause) -> When | None:
    """«…, selon un rapport»: the stretch over which the head of an article counts, until another time is told."""
    first = analysis.once("counted over", lambda: _find_counted(analysis))
    if first is None or clause.index <= first[0]:
        return None
    between = [c for c in analysis.clauses if first[0] < c.index <= clause.index]
    other = any(t.interval != first[1].interval for c in between for t in days(analysis, c))
    return None if other else first[1]


def _find_counted(analysis: Analysis) -> tuple[int, When] | None:
    """The rank of the sentence and what it counts over: one stretch, and no day in the head of the article; the month
    of which a report is («a recensé en janvier») is such a stretch.
    """
    head = analysis.clauses[:_HEAD]
    told = [(c.index, _over(c, t)) for c in head for t in days(analysis, c)]
    long = [(rank, when) for rank, when in told if when.lasting and when.interval.days > _LASTS]
    one = len({when.interval for _, when in told}) == 1 and bool(long)
    reports = any(cues(LANGUAGE).scope["reports"].search(c.words) for c in head)
    return long[0] if one and reports else None


def _over(clause: Clause, mention: TimeMention) -> When:
    when = read_when(mention, "time.counted-over")
    return when._replace(lasting=when.lasting or counts_over(clause, mention))


def _every_stretch(analysis: Analysis) -> list[When]:
    return [when for clause in analysis.clauses for when in _stretches_of(analysis, clause)]


def _stretches_of(analysis: Analysis, clause: Clause) -> list[When]:
    """«depuis le 30 avril», «L'offensive, lancée le 30 avril» of a sentence, as stretches up to publication."""
    return analysis.once(("stretches", clause.index), lambda: _find_stretches(analysis, clause))


def _dwells(clause: Clause) -> bool:
    """«Les Houthis contrôlent Sanaa depuis 2014», «les ADF sévissent depuis 1995»: nobody's dead are counted."""
    harmed = not _HARMED.isdisjoint(clause.codes)
    holds = any(u.code == "C" and u.value == "holds" for u in clause.units)
    return not harmed and (holds or cues(LANGUAGE).scope["dwells"].search(clause.words) is not None)


def _find_stretches(analysis: Analysis, clause: Clause) -> list[When]:
    since = [t for t in days(analysis, clause) if t.kind == "since" and of_the_whole(analysis, clause, t)]
    begun = [t for t, _ in _starts_in(analysis, clause) if t not in since]
    since = [] if _dwells(clause) else since
    told = (_up_to_now(analysis, t, "time.stretch-told") for t in (*since, *begun))
    return [w for w in told if w is not None and w.interval.days > _LASTS]


def _up_to_now(analysis: Analysis, first: TimeMention, rule: str) -> When | None:
    published = analysis.published
    if first.interval is None or published is None or (published.end - first.interval.start).days <= _FRESH:
        return None
    return read_when(first, rule, Interval(start=first.interval.start, end=published.end))


def _ended(analysis: Analysis, told: When | None) -> When | None:
    """«réprimé en quatre jours», told months later: a movement that lasted so long goes on no more."""
    lengths = {n for t in analysis.times if (n := length(t)) is not None}
    if told is None or len(lengths) != 1 or told.interval.days <= _OVER:
        return told
    end = told.interval.start + dt.timedelta(days=lengths.pop() - 1)
    return told._replace(interval=Interval(start=told.interval.start, end=end))


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


def since_then(analysis: Analysis, clause: Clause) -> When | None:
    """«Les marches ont commencé le 15. 42 personnes ont été tuées depuis.»: since the day told before."""
    low, sentence = analysis.low, clause.sentence
    if cues(LANGUAGE).since_then.search(low[sentence.start : sentence.end]) is None or days(analysis, clause):
        return None
    last = previous(analysis, clause)
    told = days(analysis, last) if last is not None else []
    return _up_to_now(analysis, told[-1], "time.since-then") if told else None


def _first_day(analysis: Analysis, name: str) -> TimeMention | None:
    """When what has this name began; else the last thing dated that may be meant («la répression» of a movement)."""
    return _named(_first_days(analysis), name)


def _named(known: dict[str, TimeMention], name: str) -> TimeMention | None:
    """The day of the name, else of another name of the same thing, the last one."""
    stem = _stem(name)
    if stem in known or not known:
        return known.get(stem)
    rows = [{_stem(n) for n in row} for row in cues(LANGUAGE).campaigns.one]
    found = [t for row in rows if stem in row for s, t in known.items() if s in row]
    return max(found, key=lambda t: t.interval.start if t.interval else dt.date.min, default=None)


def _first_days(analysis: Analysis) -> dict[str, TimeMention]:
    """The first day of each offensive, operation, siege that the document dates, by the stem of its name."""
    return analysis.once("first days", lambda: _find_first_days(analysis))


def _find_first_days(analysis: Analysis) -> dict[str, TimeMention]:
    out: dict[str, TimeMention] = {}
    for clause in analysis.clauses:
        for first, name in _starts_in(analysis, clause):
            out.setdefault(_stem(name), first)
    return out


def _event_days(analysis: Analysis) -> dict[str, TimeMention]:
    """The day of each coup, election, signing that the document dates, by the stem of its name."""
    return analysis.once("event days", lambda: _find_event_days(analysis))


def _find_event_days(analysis: Analysis) -> dict[str, TimeMention]:
    out: dict[str, TimeMention] = {}
    for told in analysis.times:
        if told.interval is None or told.kind not in _STRETCHES:
            continue
        match = cues(LANGUAGE).campaigns.event.search(analysis.low, max(0, told.start - _NAME), told.start)
        if match is not None:
            out.setdefault(_stem(match["name"]), told)
    return out


def _stem(name: str) -> str:
    return name.removeprefix("contre-")[:_STEM]


def _starts(analysis: Analysis, clause: Clause, mention: TimeMention) -> str | None:
    """What began on a day: «l'offensive lancée le», «le conflit, né en»; «Lancée le …, l'offensive» at the head of the
    sentence; «a lancé une offensive le», «a lancé le … une offensive»; «mène une offensive depuis le».
    """
    table, first, last = cues(LANGUAGE), clause.sentence.start, clause.sentence.end
    low, back = analysis.low, max(first, mention.start - _BACK)
    found = table.begun.search(low, back, mention.start) or table.campaigns.launched.search(low, back, mention.start)
    if found is None and mention.kind == "day":
        found = table.campaigns.opening.search(low, max(first, mention.start - _OPENING), mention.start)
    if found is None and mention.kind == "since":
        found = table.campaigns.going_on.search(low, back, mention.start)
    if found is None and table.campaigns.launches.search(low, back, mention.start):
        found = table.campaigns.launching.match(low, mention.end, last)
    if found is None and mention.rule.endswith(NTH):
        found = table.campaign.search(low, mention.start, min(last, mention.end + _NAME))
    if found is None and table.begins.match(low, first, mention.start):
        found = table.campaign.search(low, mention.end, last)
    if found is None:
        found = table.campaigns.answers.search(low, back, mention.start)
    if found is None and mention.kind != "since":
        found = table.campaigns.sparked.match(low, mention.end, last)
    if found is None and mention.kind == "day":
        toll = table.campaign_toll.match(low, first, last)  # «…, a coûté la vie à 900 personnes» behind the day
        behind = toll is not None and _RELATIVE.search(low, mention.end, max(mention.end, toll.end())) is None
        behind = behind and toll is not None and toll.end() > mention.end
        found = table.campaigns.set_off.search(low, first, mention.start) if behind else None
    return found["name"] if found else None
