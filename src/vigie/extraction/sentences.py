"""Level 1: sentences, paragraphs, headings, quotations, in texts as the web delivers them (glued, unwrapped, cut)."""

import re
from bisect import bisect_right
from operator import itemgetter
from typing import NamedTuple

from .text import fold

_STARTERS = (
    r"(?:Le|La|Les|L'|Un|Une|Des|De|Du|D'|Au|Aux|À|A|En|Dans|Sur|Selon|Il|Ils|Elle|Elles|Ce|Cet|Cette|Ces|Pour|Par|Plus|"
    r"Plusieurs|Après|Avant|Depuis|Deux|Trois|Quatre|Cinq|Six|Sept|Huit|Neuf|Dix|Originaire|Qui|Que|Quelque|Son|Sa|Ses|"
    r"Leur|Leurs|Mais|Et|Si|Alors|Lors|Parmi|Face|Côté|Environ|Près|Aucun|Aucune|Tous|Toutes|Notre|Nous|On|Vous|Je|J'|Voir|Lire)"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:M|MM|Mme|Mmes|Mlle|Dr|Pr|Me|St|Ste|Gal|Col|Cdt|av|env|cf|art|vol|no|n°|etc|p|ex)|\b[A-Z](?:\.[A-Z])*)\.$"
)
_WORD = 5  # letters: so many before a full stop are no abbreviation, and need no closer look
_END = re.compile(
    r"(?=[.!?…\n•A-ZÀÉ\"]|\s[\s•])(?:"  # one look at a character that nothing below begins with: most of a text
    rf"(?=[A-ZÀÉ])(?<=[a-zà-öø-ÿ]{{3}})(?={_STARTERS}(?:[ ']))"
    r"|(?=[\s•])(?<!\s)(?:\s*\n\s*|\s*•\s*)"
    r"|(?:(?<![.!?…])[.!?…]{1,20}[\"')\]]{0,9}(?:\s{1,40}(?=[\"'(\[\-•–]{0,9}\s{0,9}[A-ZÀ-ÖØ-Þ0-9])|(?=[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ']|\"[A-ZÀ-ÖØ-Þ]|$)))"
    r"|(?<=[\"])(?=\"[A-ZÀ-ÖØ-Þ]))"
)
# «- Négociations enterrées -"Assez…"», «- Verdict attendu- Le procureur»; not «- Un raid a visé le Nord-Kivu»
_HEADING = re.compile(
    r"-(?<![^\s.\"!?]-)-? ?(?=[\"'A-ZÀ-ÖØ-Þ])[^\n.\-][^\n.]{1,60}?"
    r"(?: |(?<!\w)|(?=--|-\s|-$))-{1,2}(?=\s?[\"'A-ZÀ-ÖØ-Þ«\n]|$)"
)
_CONTINUES = re.compile(r"[a-zà-öø-ÿ(,;]")
_NUMBER = re.compile(r"\d{1,2}\.")  # of a paragraph
_QUOTED = re.compile(r"\"[^\"\n]{2,1200}\"")
TITLE = 120  # characters: a line of its own that is shorter and has no final mark is a title
MARGIN = 40  # characters of white space looked through on either side of a line
LONGEST = 1500  # characters: a "sentence" longer than this is a list or noise; it is cut so that rules stay linear


class Sentence(NamedTuple):
    """A stretch of the text; `paragraph` counts lines, `heading` marks titles and «- Intertitre -»."""

    start: int
    end: int
    paragraph: int
    heading: bool


def _headings(folded: str) -> list[tuple[int, int]]:
    return [m.span() for m in _HEADING.finditer(folded)]


def _is_break(folded: str, match: re.Match[str]) -> bool:
    """False for abbreviations («M. de Mistura»), and for lines that were only wrapped."""
    found = match.group()
    if "\n" in found and not found.strip():
        wrapped = found.count("\n") == 1 and _CONTINUES.match(folded, match.end()) is not None
        return not (wrapped and folded[match.start() - 1 : match.start()] not in (".", "!", "?", ":", '"'))
    if not found.startswith("."):
        return True
    word = folded[max(0, match.start() - _WORD) : match.start()]
    if len(word) == _WORD and word.isalpha():
        return True
    before = folded[max(0, match.start() - 12) : match.start() + 1]
    return _ABBREVIATION.search(before) is None


def _cuts(folded: str, headings: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """(end of a sentence, start of the next) pairs."""
    cuts = [m.span() for m in _END.finditer(folded) if _is_break(folded, m)]
    heads = [cut for start, end in headings for cut in ((start, start), (end, end))]
    kept = [(_keep_mark(folded, a, b), b) for a, b in cuts if not _within(headings, a, a + 1)]
    return sorted({*kept, *heads})


def _within(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of the spans, which are in order and apart, covers `start:end`."""
    at = bisect_right(spans, start, key=itemgetter(0)) - 1
    return at >= 0 and end <= spans[at][1]


def _keep_mark(folded: str, start: int, end: int) -> int:
    """The sentence keeps its full stop and closing quote; white space and bullets after them belong to nobody."""
    return start + len(folded[start:end].rstrip("• \n\r\t\f\v"))


def _pieces(folded: str, headings: list[tuple[int, int]]) -> list[tuple[int, int]]:
    pieces, begin = [], 0
    for stop, after in [*_cuts(folded, headings), (len(folded), len(folded))]:
        for start in range(begin, max(stop, begin + 1), LONGEST):
            pieces.append((start, min(stop, start + LONGEST)))
        begin = max(begin, after)
    return pieces


def _trim(folded: str, start: int, end: int) -> tuple[int, int]:
    piece = folded[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text in order; offsets in `text`, without the white space around them."""
    folded = fold(text)
    headings = _headings(folded)
    found, paragraph, last = [], 0, 0
    for piece in _pieces(folded, headings):
        start, end = _trim(folded, *piece)
        if start >= end or _numbers(folded, start, end):
            continue
        paragraph += "\n" in folded[last:start]
        heading = _within(headings, start, end) or (end - start < TITLE and _is_title(folded, start, end))
        found.append(Sentence(start, end, paragraph, heading))
        last = end
    return found


def _numbers(folded: str, start: int, end: int) -> bool:
    """The number of a paragraph («2.»), which is no sentence."""
    at_head = start == 0 or folded[max(0, start - MARGIN) : start].rstrip(" ").endswith("\n")
    return at_head and _NUMBER.fullmatch(folded, start, end) is not None


def _is_title(folded: str, start: int, end: int) -> bool:
    """A short line of its own without a final mark."""
    if folded[end - 1] in '.!?:;,"' or len(folded) == end - start:
        return False
    before, after = folded[max(0, start - MARGIN) : start].rstrip(" "), folded[end : end + MARGIN].lstrip(" ")
    return (start == 0 or before.endswith("\n")) and (end == len(folded) or after.startswith("\n"))


def quotations(text: str) -> list[tuple[int, int]]:
    """Spans of quoted speech, quotation marks included."""
    return [m.span() for m in _QUOTED.finditer(fold(text))]
