"""How often Python looks for dead cycles while documents are read."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

YOUNG = (
    50_000  # objects made between two looks for dead cycles (Python: 700): a tenth of the time; some MB more at most
)


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Nearly everything made for a document dies with its last use; the collector has little to find.

    Of a long text it would take a third of the time: it goes through all that was made, again and again.
    """
    before = gc.get_threshold()
    gc.set_threshold(YOUNG, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
