"""Small words beside an act that tell how it is told: as a fact, a habit, a fear,
one more act. They are data of the pack.
"""

import re
import tomllib
from collections.abc import Iterable
from functools import lru_cache

from .lexicon import pack_folder
from .sought import Sought
from .units import Unit


@lru_cache(maxsize=4)
def cues(language: str) -> dict[str, Sought]:
    """The lists of `cues_events.toml`, each as one pattern: most are for the beginning of a word."""
    data = tomllib.loads((pack_folder(language) / "cues_events.toml").read_text(encoding="utf-8"))
    return {name: Sought("|".join(stems)) for name, stems in data.items()}


class Marks(dict[str, frozenset[str]]):
    """The lists that a word stands in, for each word met so far; bounded: foreign text brings ever new ones.

    One table for all lists, filled by one look at a new word: a table for each would hold every word as often.
    """

    def __init__(self, lists: dict[str, Sought], most: int = 50_000) -> None:
        super().__init__()
        self._names, self._most = list(lists), most
        each = [f"(?=(?P<l{rank}>{sought.pattern.pattern})?)" for rank, sought in enumerate(lists.values())]
        self._all = re.compile("".join(each))

    def __missing__(self, word: str) -> frozenset[str]:
        if len(self) >= self._most:
            self.clear()
        match = self._all.match(word)
        fits = match.groupdict() if match is not None else {}
        found = frozenset([name for rank, name in enumerate(self._names) if fits[f"l{rank}"] is not None])
        self[word] = found
        return found


@lru_cache(maxsize=4)
def marks(language: str) -> Marks:
    """Which lists of `cues_events.toml` a word stands in: one of their forms fits its beginning."""
    return Marks(cues(language))


def told(name: str, units: Iterable[Unit], language: str = "fr") -> bool:
    """Whether a word of that list stands among the units."""
    known = marks(language)
    return any(name in known[unit.low] for unit in units)


def among(name: str, words: Iterable[str], language: str = "fr") -> bool:
    """The same of words."""
    known = marks(language)
    return any(name in known[word] for word in words)
