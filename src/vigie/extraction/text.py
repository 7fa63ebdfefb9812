"""Level 1: a text as tokens with offsets, and a normalised copy that is as long as the original to the character."""

import re
from functools import lru_cache
from itertools import accumulate

_SPACES = "\u00a0\u202f\u2007\u2009\u2002\u2003\u3000\t"
_APOSTROPHES = "’‘ʼ′`´"
_QUOTES = "«»“”„‟″"
_HYPHENS = "‐‑‒–−—"
_PLAIN = ((_SPACES, " "), (_APOSTROPHES, "'"), (_QUOTES, '"'), (_HYPHENS, "-"))
_ODD = tuple((odd, usual) for several, usual in _PLAIN for odd in several)
# A number keeps its French separators; a word keeps inner hyphens; an elided article is a token of its own. Most words
# are letters and end at a blank or a comma: they are looked at first.
_TOKEN = re.compile(
    r"(?=\S)([a-zß-öø-ÿ]++(?=[ ,;:!?\")\n])|(?=\d)(?:\d{1,3}(?:[ .]\d{3})+(?!\d)(?:,\d+)?|\d+(?:,\d+)?(?:h\d{2})?)|"
    r"(?:aujourd'hui|quelqu'un|presqu'île|(?:[ldjmnscty]|qu|jusqu|lorsqu|puisqu|quelqu)')|"
    r"[^\W\d_]+(?:[-'·.](?=[^\W\d_])[^\W\d_]+)*(?:\.(?<![^\W\d_]{4}\.))?|--+|[^\s\w]|\S)"
)
Token = tuple[int, int, str]
"""One word, number or mark: offsets in the text and its normalised lower-case form."""
_HALF = re.compile(r"[\ud800-\udfff]")


def sound(text: str) -> str:
    """Lone surrogates, which no file holds but a broken program hands on, replaced; all keeps its place."""
    return _HALF.sub("\ufffd", text)


@lru_cache(maxsize=64)  # the passes over one text follow each other: each asks for its folded form
def fold(text: str) -> str:
    """Spaces, apostrophes, quotation marks and hyphens made uniform; every character keeps its place.

    Seldom is any of them there: to ask for one after the other takes a hundredth of the time of a table.
    """
    for odd, usual in _ODD:
        text = text.replace(odd, usual)
    return text


@lru_cache(maxsize=64)
def lower(text: str) -> str:
    """Lower case, character for character (the few that would grow, such as «İ», stay as they are)."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


def tokens(folded: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `folded[start:end]`; `folded` comes from `fold`."""
    pieces = _TOKEN.split(lower(folded)[start:end])  # in one call: half the time of a match a word
    borders = list(accumulate(map(len, pieces), initial=start))
    found = list(zip(borders[1::2], borders[2::2], pieces[1::2], strict=False))
    if found and found[-1][2][-1] == ".":
        found[-1:] = _parted(found[-1])
    return found


def _parted(last: Token) -> list[Token]:
    """«dans le sud.»: the stop of a short word is its own at the end of a sentence, and an abbreviation's elsewhere."""
    start, end, low = last
    if len(low) < 2 or low.find(".") != len(low) - 1:
        return [last]
    return [(start, end - 1, low[:-1]), (end - 1, end, ".")]
