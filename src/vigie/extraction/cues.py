"""Small words beside an act that tell how it is told: as a fact, a habit, a fear,
one more act. They are data of the pack.
"""

import itertools
import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import lru_cache

from .lexicon import pack_folder
from .sought import Several, Sought, opening
from .units import Unit

LIKENED = 6  # units before an act among which a word makes it an image
_OPENING = 2  # letters: words that differ in the first two have hardly a form in common
_Listed = tuple[str, re.Pattern[str]]


@lru_cache(maxsize=4)
def _forms(language: str) -> dict[str, list[str]]:
    return tomllib.loads((pack_folder(language) / "cues_events.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=4)
def cues(language: str) -> dict[str, Sought]:
    """The lists of `cues_events.toml`, each as one pattern: most are for the beginning of a word."""
    return {name: Sought("|".join(forms)) for name, forms in _forms(language).items()}


class Marks(dict[str, frozenset[str]]):
    """The lists that a word stands in, for each word met so far; bounded: foreign text brings ever new ones.

    One table for all lists, and one look at a new word, at the forms with its first letters, and at those that open
    with none where it holds one of their words: a list of its own for each would be asked about it as often.
    """

    def __init__(self, lists: dict[str, list[str]], most: int = 50_000) -> None:
        super().__init__()
        self._most = most
        self._opened: dict[str, dict[str, list[str]]] = {}
        for name, forms in lists.items():
            for form in forms:
                self._opened.setdefault(opening(form, _OPENING), {}).setdefault(name, []).append(form)
        self._tables: dict[str, list[_Listed]] = {}
        self._others = _compiled(self._opened.pop("", {}))
        self._sieve = Several([pattern for _, pattern in self._others])

    def _table(self, letters: str) -> list[_Listed]:
        """The lists that have forms for words with these first letters, each with a pattern of them."""
        if letters in self._opened:
            self._tables[letters] = _compiled(self._opened.pop(letters))
        return self._tables.get(letters, [])

    def __missing__(self, word: str) -> frozenset[str]:
        if len(self) >= self._most:
            self.clear()
        tables = [self._table(word[: n + 1]) for n in range(_OPENING)]
        asked = [*itertools.chain(*tables), *[self._others[rank] for rank in self._sieve.likely(word)]]
        self[word] = found = frozenset([name for name, pattern in asked if pattern.match(word)])
        return found


def _compiled(forms: dict[str, list[str]]) -> list[_Listed]:
    return [(name, re.compile("|".join(several))) for name, several in forms.items()]


@lru_cache(maxsize=4)
def marks(language: str) -> Marks:
    """Which lists of `cues_events.toml` a word stands in: one of their forms fits its beginning."""
    return Marks(_forms(language))


def told(name: str, units: Iterable[Unit], language: str = "fr") -> bool:
    """Whether a word of that list stands among the units."""
    known = marks(language)
    for unit in units:  # noqa: SIM110 (asked a thousand times an article: `any` takes twice the time for so few)
        if name in known[unit.low]:
            return True
    return False


def among(name: str, words: Iterable[str], language: str = "fr") -> bool:
    """The same of words."""
    known = marks(language)
    return any(name in known[word] for word in words)


def fancied(before: Sequence[Unit]) -> bool:
    """«J'ai cru à une bombe», «on aurait dit une attaque», «comme si tout explosait»."""
    words, likened = " ".join([unit.low for unit in before]), cues("fr")["fancied"]
    return likened.may(words) and likened.search(re.split("[.;:]", words)[-1]) is not None


def in_earnest(name: str, units: Sequence[Unit]) -> bool:
    """Whether a word of that list stands among the units, and what it says is meant."""
    known = marks("fr")
    return any(name in known[unit.low] and not fancied(units[max(0, i - LIKENED) : i]) for i, unit in enumerate(units))
