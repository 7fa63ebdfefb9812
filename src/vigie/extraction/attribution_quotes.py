"""The quotations of a text, and what of it stands in them."""

import re
from bisect import bisect_left

Span = tuple[int, int]
_MARKS = re.compile('[«»“”„"\n]')


def quotations(text: str) -> list[Span]:
    """Spans of quotations, marks included; an unclosed one ends with its line."""
    found, start = [], -1
    for mark in _MARKS.finditer(text):
        if mark[0] == "\n":
            start = -1
        elif start < 0:
            start = mark.start()
        else:
            found.append((start, mark.end()))
            start = -1
    return found


def in_quotation(quotes: list[Span], offset: int) -> bool:
    quote = quotation_before(quotes, offset)
    return quote is not None and quote[0] <= offset < quote[1]


def quotation_start(quotes: list[Span], start: int, own_start: int) -> int:
    """A quotation of several sentences belongs whole to who closes it."""
    quote = quotation_before(quotes, start - 1)
    return quote[0] if quote and start < quote[1] <= own_start else start


def quotation_end(quotes: list[Span], own_start: int, end: int) -> int:
    """«"Il a dit trois mots", raconte X»: what is said within a quotation ends with it."""
    quote = quotation_before(quotes, own_start)
    return min(end, quote[1]) if quote is not None and own_start < quote[1] else end


def quotation_before(quotes: list[Span], offset: int) -> Span | None:
    """The last quotation that begins at an offset or before it; quotations do not overlap."""
    index = bisect_left(quotes, (offset + 1, 0)) - 1
    return quotes[index] if index >= 0 else None
