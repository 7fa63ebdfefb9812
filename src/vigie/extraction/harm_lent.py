"""Level 6: whom a figure is told with, so that what harmed those harmed these («12 morts et 30 blessés»)."""

from .frames import BODILY, Figure
from .story import Story, counts_again, same_people

_JOINED = 6  # units between a figure and the one that it is told in one breath with
_BACK = 12  # sentences back to the figure of which another one is a rival count


def lender(story: Story, figure: Figure) -> Figure | None:
    """The figure before of whose people it tells more («et 30 blessés», «dix autres»), or which it puts at another
    number («l'opposition parle de 40 morts»).
    """
    if figure.outcome not in BODILY or id(figure) in story.act_of:
        return None
    rank = figure.clause.index
    if counts_again(figure):
        first = [f for f in story.figures_in(max(0, rank - _BACK), rank - 1) if _same(f, figure)]
        if first:
            return first[-1]
    near = [f for f in story.figures_in(max(0, rank - 1), rank) if f.start < figure.start and f.outcome in BODILY]
    return near[-1] if near and _told_with(near[-1], figure) else None


def _same(first: Figure, second: Figure) -> bool:
    return first.parent is None and same_people(first, second)


def _told_with(first: Figure, second: Figure) -> bool:
    """Coordinated in one sentence, or «others» than those."""
    joined = first.clause is second.clause and 0 < second.at - max(first.at, first.trigger) <= _JOINED
    return joined or "h" in second.clause.codes[second.at + 1 : second.at + 3]
