"""Forces that tell of each other: «l'aviation et l'artillerie russes», «l'état-major» of the only army told, «le
colonel X, porte-parole de l'armée pakistanaise».
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from .actor_phrases import Phrase, Reading

if TYPE_CHECKING:
    from .actors import ActorMention


def joined(reading: Reading, phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """The phrases in order; the first of two joined by «et» has the adjective in the plural behind the second, an
    officer the state whose spokesman or commander he is.
    """
    every = list(phrases)
    for one, other in pairwise(every):
        states = one.head.kind == other.head.kind == "state"
        whole = reading.is_a(one.head_last - 1, "whole_force")  # «l'armée et l'aviation russes»: of its own country
        joint = states and not (one.explicit or whole) and _beside(reading, one, other)
        if joint or _holds(reading, one, other):
            one.isos += other.isos
    yield from every


def _beside(reading: Reading, one: Phrase, other: Phrase) -> bool:
    """«et» and at most an article stand between them; the second noun is in the singular, its adjective is not."""
    at = one.last + 1
    at += reading.is_a(at, "article")
    plural = reading.key(other.last - 1).endswith("s") and not reading.key(other.head_last - 1).endswith(("s", "x"))
    told = bool(other.isos) and not other.ids and other.last > other.head_last
    return told and plural and reading.key(one.last) == "et" and at == other.first


def _holds(reading: Reading, one: Phrase, other: Phrase) -> bool:
    """«le colonel X, porte-parole de l'armée pakistanaise»: what he is stands behind a comma."""
    officer = "title" in one.head.features and one.head.kind == "state" and not one.explicit
    at = one.last + 1
    at += reading.is_a(at, "article")
    apposed = officer and reading.key(one.last) == "," and at == other.first
    return apposed and "title" in other.head.features and bool(other.isos) and not other.ids


def of_the_only_army(reading: Reading, phrase: Phrase, earlier: Iterable["ActorMention"]) -> tuple[str, ...] | None:
    """«Barkhane a tué dix jihadistes, a indiqué l'état-major»: of the one army of which the text has told so far."""
    if not reading.is_a(phrase.head_last - 1, "staff") or phrase.explicit:
        return None
    armies = {one.ids for one in earlier if one.kind == "state" and one.role == "force" and one.ids}
    return armies.pop() if len(armies) == 1 else None
