"""Forces that are told together: «l'aviation et l'artillerie russes» are both Russian."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from .actor_phrases import Phrase, Reading


def joined(reading: Reading, phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """The phrases in order; the first of two joined by «et» has the adjective in the plural behind the second."""
    every = list(phrases)
    for one, other in pairwise(every):
        states = one.head.kind == other.head.kind == "state"
        whole = reading.is_a(one.head_last - 1, "whole_force")  # «l'armée et l'aviation russes»: of its own country
        if states and not (one.explicit or whole) and _beside(reading, one, other):
            one.isos += other.isos
    yield from every


def _beside(reading: Reading, one: Phrase, other: Phrase) -> bool:
    """«et» and at most an article stand between them; the second noun is in the singular, its adjective is not."""
    at = one.last + 1
    at += reading.is_a(at, "article")
    plural = reading.key(other.last - 1).endswith("s") and not reading.key(other.head_last - 1).endswith(("s", "x"))
    told = bool(other.isos) and not other.ids and other.last > other.head_last
    return told and plural and reading.key(one.last) == "et" and at == other.first
