"""Asking the database about many ids in portions that it accepts."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")
PORTION = 500  # SQLite takes 999 parameters in a statement at least


def portions(items: Iterable[T], size: int = PORTION) -> Iterator[list[T]]:
    """`items` in lists of at most `size`."""
    rest = iter(items)
    while portion := list(islice(rest, size)):
        yield portion
