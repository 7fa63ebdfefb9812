"""How often Python looks for dead cycles while documents are read."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# Objects made between two looks for dead cycles (Python: 700). What is made for an article never comes to that; a text
# of 100 kB made of acts has 800,000 objects that all live to its end, and to look at them takes a sixth of its time.
YOUNG = 1_000_000


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Nearly everything made for a document dies with its last use; the collector has little to find, and would go
    through all that was made, again and again.
    """
    before = gc.get_threshold()
    gc.set_threshold(YOUNG, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
