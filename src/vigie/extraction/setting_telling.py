"""Level 6: whether a time is of the telling («a indiqué mardi») or of what is told, and what months a count is of."""

import datetime as dt
import re

from vigie.times import TimeMention

from .analysis import Analysis
from .frames import Clause
from .setting_cues import LANGUAGE, cues, of_telling, opens_recount, opens_telling, speech_after

_MONTH = 28  # days
_WITHIN = 6  # units between the verb and the month over which it counts
_PAIR = re.compile(r", [^,]*, ")  # words between commas that a sentence may leave out
_HARM = frozenset("KIkN")  # letters of words that harm
_NEAR = 3  # units from a verb of speech to its «que»
_CAUSED = re.compile(r"\b(?:à la )?suite (?:à|de|d'|du)\b")  # between people harmed and the act that did it
_OPENING = 4  # characters before a month that opens its sentence: «En »


def of_the_telling(clause: Clause, mention: TimeMention) -> bool:
    """«a indiqué mardi», «Lundi, Amnesty a fait état de 208 morts»; not «a recensé 208 morts en janvier»."""
    if counts_over(clause, mention):
        return False
    return of_telling(clause, mention.start) or opens_recount(clause, mention.end) or opens_telling(clause, mention)


def counts_over(clause: Clause, mention: TimeMention) -> bool:
    """«200 exécutions ont été documentées en janvier», «En janvier, l'ONU a recensé 690 violations»: the month or
    months that somebody's count is of.
    """
    if mention.kind != "period" or mention.interval is None or mention.interval.days < _MONTH:
        return False
    earlier = [u.low for u in clause.units if u.end <= mention.start][-_WITHIN:]
    verb = next((low for low in reversed(earlier) if _spoken(low)), None)
    if verb is None and mention.start - clause.sentence.start <= _OPENING:
        at = speech_after(clause, mention.end)
        verb = next((u.low for u in clause.units if u.start == at), None)
    return verb is not None and verb.split(" ")[-1].startswith(cues(LANGUAGE).counting)


def _spoken(low: str) -> bool:
    table, word = cues(LANGUAGE), low.split(" ")[-1]
    return word in table.participles or word in table.statement or word.startswith(table.counting)


def of_the_whole(analysis: Analysis, clause: Clause, since: TimeMention) -> bool:
    """A «depuis» of the sentence's own verb, not of somebody whom an aside or a quotation tells of."""
    before = _PAIR.sub(" ", analysis.low[clause.sentence.start : since.start])
    return cues(LANGUAGE).campaigns.aside.search(before) is None


def told_on(analysis: Analysis, clause: Clause) -> dt.date | None:
    """The day on which what a sentence tells was said («a indiqué lundi»), where its words give one."""
    found = analysis.times_in(clause.sentence.start, clause.sentence.end)
    said = [t.interval for t in found if t.interval and t.interval.days == 1 and of_telling(clause, t.start)]
    return said[0].start if said else None


def in_a_list(clause: Clause, opened: int) -> bool:
    """The comma before an offset stands in a list of words that harm: «tués, blessés ou enlevés en mai,»."""
    return any(u.start < opened < u.end for u in clause.units if u.code in _HARM)


def reported(clause: Clause) -> bool:
    """«l'ONU a indiqué vendredi que 140 civils avaient péri»: the past of what is told, not of what came before it."""
    at = clause.codes.find("c")
    return at > 0 and any(_spoken(u.low) for u in clause.units[max(0, at - _NEAR) : at])


def killed_by(analysis: Analysis, clause: Clause, words: str, start: int) -> bool:
    """«le décès de deux soldats, le 9 juillet, suite à l'explosion d'une mine»: of one day, unless it is that on which
    somebody hurt earlier «a succombé».
    """
    if _CAUSED.search(words) is None:
        return False
    harmed = [u for u in clause.units if u.code in "IND" and u.end <= start]
    later = [u for u in harmed if cues(LANGUAGE).found.search(analysis.low[u.start : u.end] + " ")]
    return bool(harmed) and not later
