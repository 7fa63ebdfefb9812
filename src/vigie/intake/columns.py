"""The order in which the lines of a page are read: columns one after the other, headlines across them first.

After the idea of the gutter in XY-cut (Nagy & Seth 1984): white down the page that hardly any line crosses.
The lines that do cross it (headlines, footers) divide the page into bands.
"""

from collections.abc import Iterator
from typing import NamedTuple

_GUTTER = 8.0
"""Points of white between columns: three times a space of 10-point text, less than any printed gutter."""

_FEWEST = 3
"""Lines on either side; fewer are a signature or a caption."""

_CROSSING = 0.25
"""Share of lines that may cross the gutter: headline, lead, footer of a page of some forty lines."""


class Line(NamedTuple):
    """A stretch of words on one line of a page; points, from the left and from the bottom."""

    left: float
    bottom: float
    right: float
    top: float
    words: str


def gutter(lines: list[Line]) -> float | None:
    """Where the white between two columns is; None on a page of one."""
    middles = [edge + _GUTTER / 2 for edge in sorted({line.right for line in lines})]
    if not middles:
        return None
    best = min(middles[:-1] or middles, key=lambda x: _crossing(lines, x))
    return best if _crossing(lines, best) <= _CROSSING * len(lines) and _beside(lines, best) else None


def _crossing(lines: list[Line], x: float) -> int:
    """How many lines come into the white around x; all of them where there is hardly anything on one side."""
    left, right = sum(line.right <= x for line in lines), sum(line.left >= x for line in lines)
    if min(left, right) < _FEWEST:
        return len(lines)
    return sum(line.left < x + _GUTTER / 2 and line.right > x - _GUTTER / 2 for line in lines)


def _beside(lines: list[Line], x: float) -> bool:
    """Whether lines left and right of x stand at the same heights, as columns do and indented paragraphs do not."""
    right = [line for line in lines if line.left >= x]
    level = sum(
        any(other.bottom < (line.bottom + line.top) / 2 < other.top for other in right)
        for line in lines
        if line.right <= x
    )
    return level >= _FEWEST


def ordered(lines: list[Line]) -> Iterator[list[Line]]:
    """The lines in reading order, a list for each stretch of one column."""
    x = gutter(lines)
    if x is None:
        yield sorted(lines, key=lambda line: (-line.top, line.left))
        return
    band: list[Line] = []
    for line in sorted(lines, key=lambda line: (-line.top, line.left)):
        if line.left < x < line.right:
            yield from _band(band, x)
            yield [line]
            band = []
        else:
            band.append(line)
    yield from _band(band, x)


def _band(band: list[Line], x: float) -> Iterator[list[Line]]:
    for side in ([line for line in band if line.right <= x], [line for line in band if line.right > x]):
        if side:
            yield from ordered(side)
