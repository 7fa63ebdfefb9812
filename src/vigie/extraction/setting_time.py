"""Level 6: when. A day of the sentence that is the event's, not the telling's; then the act's, the story's."""

import datetime as dt
import re
from bisect import bisect_left
from operator import attrgetter

from vigie.times import TimeMention
from vigie.values import Interval

from .analysis import Analysis
from .frames import Clause
from .lengths import length, past_days
from .setting_back import back_then, meant, time_after, time_counted_after, time_recalled
from .setting_cues import FAR, LANGUAGE, before, cues, dateline
from .setting_quoted import from_the_speech, in_the_words, of_the_act
from .setting_recalled import of_recalled, recall_of
from .setting_telling import in_a_list, killed_by, of_the_telling, of_the_whole, told_on
from .setting_when import When, read_when

ASSUMED_DAYS = 2  # gold/GUIDE.md: a fresh event without a time word gets the two days up to publication
KNOWN_DAYS = 7  # a publication less exact than a week gives no assumed day
_DURATION_COST = 80  # characters that «en deux mois» must be nearer than a day
_SHORT = 14  # days: a stretch longer than that may date something else («une opération lancée en 2013»)
NEWS = dt.timedelta(days=14)  # gold/GUIDE.md: the news of a document are the last two weeks before it
_TELLING = 62  # days: what is told within a longer time was counted in it («a compté cette année 370 morts»)
_STRETCH = 4  # days: what a sentence hands on is longer than one event
NTH = ("nth_day", "nth_day_row")  # «au sixième jour de l'offensive»: of that day, unless «qui a fait …» follows
_FRESH = 10  # days: «dans la nuit» of a day further back is doubted
_index = attrgetter("index")
_MARK = re.compile(r"[,;:.()!?]")
_STARTS = 2  # sentences back to what began
_HEADINGS, _LINE = 400, 160  # characters in which a report tells what days it is about, in a line of its own
_SHORTEST, _LONGEST = 4, 62  # days of a report
_OPENING = 12  # characters before a day that opens a sentence
_FEW, _PAIR = 3, 2  # days: what lasts longer is not the day of the news; «les 5 et 6 mai», «le week-end» may be
_LEAD = 4  # sentences that may tell the day of the story
_OTHER_ACT = re.compile("[qd]h[oj]?E")  # class letters of «une autre attaque»
VIOLENT = frozenset("KINEFC")  # letters of words for people harmed, acts and gains
_NO_DAYS = frozenset({"until", "offset"})


def distance(start: int, end: int, mention: TimeMention) -> float:
    """Characters between an act and a time; what comes after the act counts as nearer than what comes before it."""
    if mention.start >= end:
        near = float(mention.start - end)
    else:
        near = 1.4 * (start - mention.end) + 10 if mention.end <= start else 0.0
    return near + (_DURATION_COST if mention.kind == "duration" else 0)


def _of_event(analysis: Analysis, clause: Clause, mention: TimeMention) -> bool:
    """Whether a time tells when something happened: not how long it is so, how rare it is, nor when it was said."""
    far = analysis.low[max(clause.sentence.start, mention.start - FAR) : mention.start]
    short = mention.kind != "since" and (mention.interval is None or mention.interval.days <= _TELLING)
    told = short and of_the_telling(clause, mention)
    if mention.kind in _NO_DAYS or told or cues(LANGUAGE).other.search(far):
        return False
    if mention.kind != "since" and (mention.interval is None or mention.interval.days <= _SHORT):
        return True
    table, words = cues(LANGUAGE), before(analysis.low, clause.sentence.start, mention.start)
    return not (table.compared.search(words) or table.lasting.search(words))


def days(analysis: Analysis, clause: Clause) -> list[TimeMention]:
    """The dated times of a sentence that are times of events, in order."""
    return analysis.once(("days", clause.index), lambda: _days(analysis, clause))


def _days(analysis: Analysis, clause: Clause) -> list[TimeMention]:
    found = analysis.times_in(dateline(analysis, clause), clause.sentence.end)
    return [t for t in found if _of_event(analysis, clause, t) and not _stray(analysis, clause, t)]


def _stray(analysis: Analysis, clause: Clause, mention: TimeMention) -> bool:
    """«dans la nuit» counted from a day of the past that the sentence before does not tell: the news' day is meant."""
    published, span = analysis.published, mention.interval
    if mention.kind not in ("part", "clock") or not mention.anaphoric or published is None or span is None:
        return False
    if (published.end - span.end).days <= _FRESH:
        return False
    last = previous(analysis, clause)
    told = days(analysis, last) if last is not None else []
    here = analysis.times_in(clause.sentence.start, mention.start)
    return not any(t.interval and t.interval.start <= span.end and span.start <= t.interval.end for t in (*told, *here))


def previous(analysis: Analysis, clause: Clause) -> Clause | None:
    """The sentence before, in the same paragraph or at the end of the one before it."""
    at = bisect_left(analysis.clauses, clause.index, key=_index)
    last = analysis.clauses[at - 1] if at else None
    return last if last is not None and clause.sentence.paragraph - last.sentence.paragraph <= 1 else None


def time_before(analysis: Analysis, clause: Clause) -> When | None:
    """The last day that the sentence before tells: «… le 26 janvier. Dix personnes y avaient péri.»; not how
    long somebody has fought («X, en lutte depuis deux ans, a dit …»).
    """
    last = previous(analysis, clause)
    told = [t for t in days(analysis, last) if t.kind != "since" or of_the_whole(analysis, last, t)] if last else []
    return read_when(told[-1], "time.before") if told else None


def carried(analysis: Analysis, clause: Clause) -> When | None:
    """«Ces dernières semaines, … Elles ont fait …»: the stretch of the sentence before, for a subject taken up."""
    last = previous(analysis, clause)
    if last is None or not cues(LANGUAGE).takes_up.match(analysis.low, _first_word(clause)):
        return None
    told = [
        w for t in days(analysis, last) if (w := read_when(t, "time.before")).lasting and w.interval.days > _STRETCH
    ]
    return told[-1] if len(told) == 1 else None


def _first_word(clause: Clause) -> int:
    return clause.units[0].start if clause.units else clause.sentence.start


def old(analysis: Analysis, when: When) -> bool:
    """Before what the document reports as news."""
    published = analysis.published
    return published is not None and when.interval.end < published.end - NEWS


def time_in_clause(analysis: Analysis, clause: Clause, start: int, end: int, past: bool = False) -> When | None:
    """The time that the sentence gives for the words at `start:end`: the nearest dated one; `past`: none ahead."""
    key = ("time", clause.index, start, end, past)
    return analysis.once(key, lambda: _time_in_clause(analysis, clause, start, end, past))


def _ahead(mention: TimeMention, published: Interval | None) -> bool:
    return mention.interval is not None and published is not None and mention.interval.start > published.end


def _elsewhere(text: str, end: int, mention: TimeMention) -> bool:
    """«tués à X, où des violences avaient fait 200 morts en juin», «accuse Y d'avoir tiré lundi»: of something else."""
    if mention.start < end:
        return False
    if mention.kind == "since" and cues(LANGUAGE).next_total.search(text, end, mention.start):
        return True
    between = cues(LANGUAGE).relative, cues(LANGUAGE).charge
    return ";" in text[end : mention.start] or any(one.search(text, end, mention.start) for one in between)


def of_a_place(analysis: Analysis, clause: Clause, first: int, last: int, start: int) -> bool:
    """«A X, où l'armée avance depuis avril, 12 civils ont péri»: the time at `first:last` is told of the place."""
    opened = analysis.low.rfind(", où ", clause.sentence.start, max(clause.sentence.start, first))
    return opened >= 0 and "," in analysis.low[last:start] and _MARK.search(analysis.low, opened + 1, first) is None


def in_aside(analysis: Analysis, clause: Clause, start: int, end: int, mention: TimeMention) -> bool:
    """«X, maître de la ville depuis 2014, parle de 120 morts»: a long time between commas is of whom they name."""
    if mention.end <= start and of_a_place(analysis, clause, mention.start, mention.end, start):
        return True
    long = mention.interval is not None and mention.interval.days > _SHORT
    if not long or not (mention.end <= start or end <= mention.start):
        return False
    text, first, last = analysis.low, clause.sentence.start, clause.sentence.end
    if ";" in text[mention.end : start]:
        return True
    opened, closed = _mark_before(text, first, mention.start), text.find(",", mention.end, last)
    if closed < 0 or opened == first or opened <= start < closed or in_a_list(clause, opened):
        return False
    return cues(LANGUAGE).aside.match(text, opened, mention.start) is not None


def _mark_before(text: str, first: int, at: int) -> int:
    """Behind the last comma before an offset; the sentence's start where there is none."""
    return max(text.rfind(",", first, at) + 1, first)


def _time_in_clause(analysis: Analysis, clause: Clause, start: int, end: int, past: bool) -> When | None:
    recalled = recall_of(analysis, clause, start)
    if recalled is not None and (dated := time_recalled(analysis, recalled)) is not None:
        return dated
    if (after := time_after(analysis, clause, start)) is not None:
        return after
    if (then := back_then(analysis, clause, start)) is not None:
        return then
    found = [t for t in days(analysis, clause) if not (past and _ahead(t, analysis.published))]
    found = [t for t in found if not _elsewhere(analysis.low, end, t) and not in_aside(analysis, clause, start, end, t)]
    if len(found) > 1:
        found = [t for t in found if not _found_then(analysis, clause, t)] or found
    if came_before(analysis, clause, start):
        found = [t for t in found if t.start >= end]
    found = [t for t in found if t.kind == "since" or not of_recalled(analysis, clause, start, t.start)]
    if not found:
        return time_counted_after(analysis, clause) if recalled is None else None
    near = _nearest(analysis, clause, start, end, found)
    when = read_when(near, "time.sentence", _of_then(analysis, clause, near))
    if in_the_words(analysis, near):
        return (
            from_the_speech(analysis, clause, when) or of_the_act(analysis, clause, when, main_time(analysis)) or when
        )
    day = near.rule.endswith(NTH) and not cues(LANGUAGE).which.search(analysis.low, near.end, max(near.end, start))
    return when._replace(interval=Interval.day(when.interval.end), lasting=False) if day else when


def _of_then(analysis: Analysis, clause: Clause, near: TimeMention) -> Interval | None:
    """The past days that «en quatre jours» is of: told beside it or before it, or those of an old story."""
    if length(near) is None or analysis.published is None:
        return None
    beside = [t for t in (*_starts_before(analysis, clause), *days(analysis, clause)) if t is not near]
    lead = [t for c in analysis.clauses[:_LEAD] if c.index < clause.index for t in days(analysis, c)]
    every = [t for c in analysis.clauses for t in days(analysis, c)]
    return past_days(near, beside, lead, every, analysis.published.end - NEWS)


def _starts_before(analysis: Analysis, clause: Clause) -> list[TimeMention]:
    """«Le mouvement avait éclaté le 15»: days on which something began, told before; of what «avait» happened, any."""
    at = bisect_left(analysis.clauses, clause.index, key=_index)
    near = analysis.clauses[max(0, at - _STARTS) : at]
    told = [(c, t) for c in near for t in days(analysis, c) if t.kind == "day"]
    tenses = {u.feature("past") is not None for u in clause.units if u.code == "x"}
    gone = tenses == {True}
    return [t for c, t in told if gone or cues(LANGUAGE).begins.search(analysis.low, c.sentence.start, t.start)]


def _found_then(analysis: Analysis, clause: Clause, mention: TimeMention) -> bool:
    """«19 corps retrouvés mardi sur les lieux de l'attaque de dimanche»: the day on which they were found."""
    return cues(LANGUAGE).found.search(before(analysis.low, clause.sentence.start, mention.start)) is not None


def _nearest(analysis: Analysis, clause: Clause, start: int, end: int, found: list[TimeMention]) -> TimeMention:
    """The nearest time; a day that opens the sentence outdoes one behind a comma («Le 5, dix pris, libérés samedi»)."""
    if found[0].end <= start and found[0].start - clause.sentence.start <= _OPENING:
        comma = analysis.low.find(",", end, clause.sentence.end)
        found = [t for t in found if t.start < end or comma < 0 or t.start < comma]
    near = min(found, key=lambda t: distance(start, end, t))
    return next((t for t in found if near.end <= start and _nearer_told(analysis.low, start, end, near, t)), near)


def _nearer_told(low: str, start: int, end: int, near: TimeMention, other: TimeMention) -> bool:
    """«70 au Nouvel An, et dix-neuf y sont morts en avril»: behind a figure that an «et» parts."""
    if other.start < end or other.kind == "duration" or _MARK.search(low, end, other.start):
        return False
    return cues(LANGUAGE).parted.search(low, near.end, start) is not None


def came_before(analysis: Analysis, clause: Clause, start: int) -> bool:
    """«signé le 5, après la prise de X»: the words at `start` tell what came before the rest of the sentence."""
    words = before(analysis.low, clause.sentence.start, start)
    return cues(LANGUAGE).sequel.search(words) is not None and not killed_by(analysis, clause, words, start)


def main_time(analysis: Analysis) -> When | None:
    """The day of the story: the first recent day of those of its first sentences that tell of violence, else of all."""
    return analysis.once("main time", lambda: _main_time(analysis))


def report_time(analysis: Analysis) -> When | None:
    """«Point de situation (1er-14 janvier)», «Période couverte : 7 au 20 novembre»: the days that a report is about."""
    return analysis.once("report time", lambda: _report_time(analysis))


def _report_time(analysis: Analysis) -> When | None:
    published, low = analysis.published, analysis.low
    if published is None:
        return None
    for told in analysis.times_in(0, _HEADINGS):
        span = told.interval
        if span is None or told.kind != "period" or told.precision != "days" or not _SHORTEST <= span.days <= _LONGEST:
            continue
        line = low[low.rfind("\n", 0, told.start) + 1 : told.end]
        covered = -1 <= (published.end - span.end).days <= _FRESH
        if covered and len(line) < _LINE and cues(LANGUAGE).report.search(line):
            return read_when(told, "time.report")._replace(lasting=True)
    return None


def _main_time(analysis: Analysis) -> When | None:
    if (report := report_time(analysis)) is not None:
        return report
    first = analysis.clauses[:_LEAD]
    first = [c for c in first if not _of_another(c)] or first
    for clause in (*[c for c in first if VIOLENT & set(c.codes)], *first):
        for mention in days(analysis, clause):
            if recent(mention, analysis.published):
                return read_when(mention, "time.story")
    return _day_of_the_act(analysis, first)


def _day_of_the_act(analysis: Analysis, first: list[Clause]) -> When | None:
    """«58 morts dans une attaque. … depuis l'attaque, qui a touché vendredi l'hôpital»: where a count begins."""
    for told in (t for clause in first for t in days(analysis, clause) if t.rule.endswith("since_event_short")):
        span = meant(told) if cues(LANGUAGE).since_act.search(analysis.low, told.start, told.end) else None
        if span is not None and analysis.published is not None and (analysis.published.end - span.end).days <= _FRESH:
            return read_when(told, "time.story", span)._replace(lasting=False, since=False)
    return None


def _of_another(clause: Clause) -> bool:
    """«Samedi, une autre attaque a eu lieu», «Jeudi, sept soldats avaient été tués»: not the day of what came first."""
    had = clause.codes[:1] == "T" and any(u.code == "x" and u.feature("past") is not None for u in clause.units)
    return clause.index > 0 and (had or _OTHER_ACT.search(clause.codes) is not None)


def recent(mention: TimeMention, published: Interval | None) -> bool:
    span = mention.interval
    day = mention.kind in ("day", "night", "part", "clock")
    if span is None or span.days > (_FEW if day else _PAIR if mention.precision == "days" else 0):
        return False
    return published is None or dt.timedelta(0) <= published.end - span.start <= dt.timedelta(days=10)


def assumed_time(analysis: Analysis, clause: Clause | None = None) -> When | None:
    """The days that a report covers; else the two up to publication."""
    return report_time(analysis) or up_to_publication(analysis, clause)


def up_to_publication(analysis: Analysis, clause: Clause | None = None) -> When | None:
    """The two days up to publication, or to the day on which the sentence was said; None for an undated text."""
    published = analysis.published
    if published is None or published.days > KNOWN_DAYS:
        return None
    said = told_on(analysis, clause) if clause is not None else None
    last = said if said is not None and said <= published.end else published.end
    first = min(published.start, last) - dt.timedelta(days=ASSUMED_DAYS - 1)
    return When(Interval(start=first, end=last), "assumed", None, -1, -1, "time.assumed")
