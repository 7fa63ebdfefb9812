"""Level 6: when, in somebody's words: «ce matin», «hier soir» of a quotation are counted from the day of the speech,
and mean the day of the act that the story told just before, not that of publication.
"""

import datetime as dt

from vigie.times import TimeMention
from vigie.values import Interval

from .analysis import Analysis
from .attribution_quotes import Span, in_quotation, quotations
from .frames import Clause
from .setting_cues import LANGUAGE, cues
from .setting_telling import told_on
from .setting_when import When

_DEICTIC = (":deictic", ":part_this", ":tonight", ":last_night")
_LATER = 3  # days: so long after the act a witness may still be quoted


def in_the_words(analysis: Analysis, mention: TimeMention) -> bool:
    """«hier soir», «ce matin» inside a quotation."""
    return mention.rule.endswith(_DEICTIC) and in_quotation(_quotes(analysis), mention.start)


def _quotes(analysis: Analysis) -> list[Span]:
    return analysis.once("quotes", lambda: quotations(analysis.document.text))


def from_the_speech(analysis: Analysis, clause: Clause, when: When) -> When | None:
    """«"Hier soir, …", a indiqué mardi un officier»: on the Monday."""
    said, published = told_on(analysis, clause), analysis.published
    if said is None or published is None or said >= published.end:
        return None
    back = dt.timedelta(days=(published.end - said).days)
    return when._replace(interval=Interval(start=when.interval.start - back, end=when.interval.end - back))


def of_the_act(analysis: Analysis, clause: Clause, when: When, told: When | None) -> When | None:
    """The day of the act told before, which the witness of it calls «ce matin»; not where he tells of another one, or
    of another place.
    """
    if told is None or told.basis == "assumed" or told.lasting or told.start >= clause.sentence.start:
        return None
    later = (when.interval.start - told.interval.end).days
    sentence = clause.sentence
    if not 0 < later <= _LATER or analysis.places_in(sentence.start, sentence.end):
        return None
    return None if cues(LANGUAGE).anew.search(clause.words) is not None else told._replace(rule=when.rule)
