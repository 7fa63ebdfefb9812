"""A story of a report: what stands between two mentions of it, or of those whose it is as long as nobody else speaks,
is said by them.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate

from vigie.values import Value

from .attribution_back import counts
from .attribution_scene import Scene

_BODIES = frozenset(["UN", "AU", "EU", "NGO"])  # who writes reports of figures
_LEAD = 3  # sentences at the head of a text that tell that it is of a report
Span = tuple[int, int]


class Report(Value, frozen=True, kw_only=True):
    """Whose report a story is of, where its words stand, up to where it is named, and where its figures end."""

    ids: tuple[str, ...]
    start: int
    end: int
    named: int
    until: int


def report_of(
    scene: Scene, sentences: Sequence[Span], told: Sequence[tuple[tuple[str, ...], Span, Span]]
) -> Report | None:
    """The report that a story tells of; `told`: who says what (ids, the span said, the words for the claimant)."""
    lead = sentences[:_LEAD]
    if not lead or not _among(scene, "report", (lead[0][0], lead[-1][1])):
        return None
    first = next((one for one in told if one[1][0] < lead[-1][1] and _BODIES.intersection(one[0])), None)
    if first is None:
        return None
    ids, _, (start, end) = first
    other = min((span[0] for who, span, _ in told if who != ids and span[0] > start), default=len(scene.text))
    paper = [span[1] for who, span, by in told if who == ids and _among(scene, "paper", by)]
    again = [span[1] for who, span, _ in told if who == ids and lead[-1][1] < span[0] < other] + paper
    named = max(paper, default=0)
    return Report(ids=ids, start=start, end=end, named=named, until=max(again)) if again else None


def between(scene: Scene, sentences: Sequence[Span], spans: Sequence[Span], report: Report) -> Iterator[Span]:
    """The sentences of nobody that the story of a report tells before it is named for the last time."""
    ordered, firsts = sorted(spans), scene.text_words.starts
    reach = list(accumulate((end for _, end in ordered), max))
    for start, end in sentences:
        before = bisect_left(ordered, (end, 0))
        said = before > 0 and reach[before - 1] > start
        first = bisect_left(firsts, start)
        follows = end < report.named or (end < report.until and counts(scene, first, bisect_left(firsts, end)))
        if report.end < start and follows and not said and not scene.small(first, "background"):
            yield start, end


def _among(scene: Scene, cls: str, span: Span) -> bool:
    """Whether a word of a class stands in a span of the text."""
    first, last = (bisect_left(scene.text_words.starts, offset) for offset in span)
    return not scene.table.sets.get(cls, set()).isdisjoint(scene.lows[first:last])
