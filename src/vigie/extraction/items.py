"""Level 1: lists («• …», «- …», «1. …»): an item goes on from what introduces its list, not from the item before it,
unless it is a numbered paragraph of a note («2. Au moins dix personnes ont péri.»).
"""

import re

from .analysis import Analysis
from .frames import Clause

_MARK = re.compile(r"(?:[•▪◦*]|[-–—](?=[ \u00a0])|\d{1,2}[.)°](?= ))\s*$")
_FIRST = re.compile(r"(?:[•▪◦*]|[-–—][ \u00a0]|\d{1,2}[.)°] )")
_NUMBER = re.compile(r"\d{1,2}[.)°]")
_STORY = 2  # sentences: a paragraph of so many tells a story, one of fewer is an item of a list
_MARGIN = 6  # characters before a sentence among which the mark of its item stands


def siblings(analysis: Analysis, clause: Clause) -> range:
    """The ranks of the clauses of earlier items of the same list; empty in the first item and outside of lists."""
    return _items(analysis).get(clause.index, range(0))


def listed(analysis: Analysis, clause: Clause) -> bool:
    """Whether a clause belongs to an item of a list."""
    return clause.index in _items(analysis)


def _items(analysis: Analysis) -> dict[int, range]:
    found: dict[int, range] = analysis.once("items", lambda: _siblings(analysis))
    return found


def _siblings(analysis: Analysis) -> dict[int, range]:
    found: dict[int, range] = {}
    first = item = -1  # the first clauses of the list and of the item that is being read
    paragraph = -1
    for clause in analysis.clauses:
        new_line = clause.sentence.paragraph != paragraph
        paragraph = clause.sentence.paragraph
        if _begins(analysis, clause, new_line):
            first = clause.index if first < 0 else first
            told = item >= 0 and clause.index - item >= _STORY
            item = item if told and _goes_on(analysis, clause) else clause.index
        elif new_line:
            first = item = -1
        if item >= 0:
            found[clause.index] = range(first, item)
    return found


def _begins(analysis: Analysis, clause: Clause, new_line: bool) -> bool:
    """A mark stands right before the sentence or, on a line of its own, at its head."""
    text, start = analysis.document.text, clause.sentence.start
    before = text[max(0, start - _MARGIN) : start]
    bullet = "•" in before or text[start : start + 1] == "•"  # a mark within a line too; a dash or number is not
    return (new_line or bullet) and bool(_MARK.search(before) or _FIRST.match(text, start))


def _goes_on(analysis: Analysis, clause: Clause) -> bool:
    """A numbered paragraph of a note that names neither a place nor a day: the one before tells both."""
    start = clause.sentence.start
    numbered = _NUMBER.search(analysis.document.text, max(0, start - _MARGIN), start + _MARGIN)
    return numbered is not None and not set("PT") & set(clause.codes)
