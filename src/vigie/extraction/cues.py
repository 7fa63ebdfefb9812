"""Small words beside an act that tell how it is told: as a fact, a habit, a fear,
one more act. They are data of the pack.
"""

import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import lru_cache

from .lexicon import pack_folder
from .sought import Sought
from .units import Unit

LIKENED = 6  # units before an act among which a word makes it an image
_OPENS = re.compile(r"[^\W\d_](?![?*{])[^|]*$")  # such a form fits words with its first letter only
_Table = tuple[list[str], re.Pattern[str]]


@lru_cache(maxsize=4)
def _forms(language: str) -> dict[str, list[str]]:
    return tomllib.loads((pack_folder(language) / "cues_events.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=4)
def cues(language: str) -> dict[str, Sought]:
    """The lists of `cues_events.toml`, each as one pattern: most are for the beginning of a word."""
    return {name: Sought("|".join(forms)) for name, forms in _forms(language).items()}


class Marks(dict[str, frozenset[str]]):
    """The lists that a word stands in, for each word met so far; bounded: foreign text brings ever new ones.

    One table for all lists, and one look at a new word, at the forms with its first letter: a list of its own for each
    would hold every word as often, and be asked about it as often.
    """

    def __init__(self, lists: dict[str, list[str]], most: int = 50_000) -> None:
        super().__init__()
        self._lists, self._most = lists, most
        self._letters = {form[:1] for forms in lists.values() for form in forms if _OPENS.match(form)}
        self._tables: dict[str, _Table] = {}

    def _table(self, letter: str) -> _Table:
        """The lists that have forms for words with a first letter, and one pattern with a group for each."""
        fit = {
            name: [form for form in forms if form.startswith(letter or " ") or not _OPENS.match(form)]
            for name, forms in self._lists.items()
        }
        names = [name for name, forms in fit.items() if forms]
        return names, re.compile("".join([f"(?=(?P<l{i}>{'|'.join(fit[name])})?)" for i, name in enumerate(names)]))

    def __missing__(self, word: str) -> frozenset[str]:
        if len(self) >= self._most:
            self.clear()
        letter = word[:1] if word[:1] in self._letters else ""
        table = self._tables.get(letter)
        if table is None:
            table = self._tables[letter] = self._table(letter)
        names, pattern = table
        match = pattern.match(word)
        self[word] = found = frozenset(
            [names[int(group[1:])] for group, fits in match.groupdict().items() if fits is not None] if match else ()
        )
        return found


@lru_cache(maxsize=4)
def marks(language: str) -> Marks:
    """Which lists of `cues_events.toml` a word stands in: one of their forms fits its beginning."""
    return Marks(_forms(language))


def told(name: str, units: Iterable[Unit], language: str = "fr") -> bool:
    """Whether a word of that list stands among the units."""
    known = marks(language)
    return any(name in known[unit.low] for unit in units)


def among(name: str, words: Iterable[str], language: str = "fr") -> bool:
    """The same of words."""
    known = marks(language)
    return any(name in known[word] for word in words)


def fancied(before: Sequence[Unit]) -> bool:
    """«J'ai cru à une bombe», «on aurait dit une attaque», «comme si tout explosait»."""
    return cues("fr")["fancied"].search(re.split("[.;:]", " ".join([unit.low for unit in before]))[-1]) is not None


def in_earnest(name: str, units: Sequence[Unit]) -> bool:
    """Whether a word of that list stands among the units, and what it says is meant."""
    known = marks("fr")
    return any(name in known[unit.low] and not fancied(units[max(0, i - LIKENED) : i]) for i, unit in enumerate(units))
