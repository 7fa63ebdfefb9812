"""Level 2: the forms of a language pack, found in one Aho-Corasick pass.

A pack file is a table: `form`, `code`, `value`, `features`. In a form, `tué(e)(s)` stands for tué, tuée, tués, tuées, and
`perdu/perdent la vie` for both; `code` is the one character that stands for the form in a sentence's class string.
"""

import itertools
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple

import ahocorasick_rs

_OPTION = re.compile(r"\(([^)]*)\)")
_PLAIN = str.maketrans("éèêëàâîïôöùûüç", "eeeeaaiioouuuc")


class Entry(NamedTuple):
    """One form of the lexicon: its class character, its value and its features (`key` or `key=value`)."""

    form: str
    code: str
    value: str
    features: tuple[str, ...]

    def feature(self, name: str) -> str | None:
        """The value of a feature, "" for a bare one, None where it is absent."""
        for feature in self.features:
            key, _, value = feature.partition("=")
            if key == name:
                return value
        return None


class Hit(NamedTuple):
    """An entry found in a text, with its offsets."""

    start: int
    end: int
    entry: Entry


def _options(word: str) -> list[str]:
    parts = _OPTION.split(word)
    choices = [[part] if i % 2 == 0 else ["", *part.split("|")] for i, part in enumerate(parts)]
    return ["".join(chosen) for chosen in itertools.product(*choices)]


def expand(form: str) -> list[str]:
    """All spellings of a form: `(s)` may be there, `a/b` is one or the other, a leading accent may be missing (État, Etat)."""
    words = [
        list(dict.fromkeys(s for alternative in word.split("/") for s in _options(alternative)))
        for word in form.split(" ")
    ]
    spelled = [" ".join(chosen) for chosen in itertools.product(*words)]
    bare = [s[0].translate(_PLAIN) + s[1:] for s in spelled if len(s) > 3 and s[0] in "éèêàâîô"]
    return list(dict.fromkeys([*spelled, *bare]))


def read_table(table: Traversable) -> Iterator[list[str]]:
    """The rows of a tab-separated pack file, without its header, its comments (#) and blank lines."""
    lines = [
        line for line in table.read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith("#")
    ]
    for line in lines[1:]:
        yield [cell.strip() for cell in line.split("\t")]


def pack_folder(language: str) -> Traversable:
    """The folder of a language pack; its absence means that nothing reads that language."""
    return files("vigie.vocabulary") / "data" / "packs" / language


def entries(language: str) -> list[Entry]:
    """Every entry of the pack's `lexicon_*.tsv`, one for each spelling."""
    tables = sorted(
        t for t in pack_folder(language).iterdir() if t.name.startswith("lexicon_") and t.name.endswith(".tsv")
    )
    found = []
    for table in tables:
        for row in read_table(table):
            form, code, value, *rest = row
            features = tuple(f for f in (rest[0] if rest else "").split(" ") if f)
            found += [Entry(spelling, code, value, features) for spelling in expand(form)]
    return found


class Lexicon:
    """All forms of a pack (the first table that has a form keeps it); `find` returns the longest non-overlapping whole-word hits, in order."""

    def __init__(self, all_entries: Iterable[Entry]) -> None:
        first: dict[str, Entry] = {}
        for entry in all_entries:
            first.setdefault(entry.form, entry)
        self._entries = list(first.values())
        self._automaton = ahocorasick_rs.AhoCorasick(
            [entry.form for entry in self._entries], matchkind=ahocorasick_rs.MatchKind.Standard
        )

    def find(self, lowered: str) -> list[Hit]:
        """Hits in a folded, lower-case text."""
        spans = [
            (start, end, index)
            for index, start, end in self._automaton.find_matches_as_indexes(lowered, overlapping=True)
            if _whole(lowered, start, end)
        ]
        spans.sort(key=lambda s: (s[0], -s[1]))
        hits, last = [], 0
        for start, end, index in spans:
            if start >= last:
                hits.append(Hit(start, end, self._entries[index]))
                last = end
        return hits


def _whole(text: str, start: int, end: int) -> bool:
    """The hit is not a piece of a longer word; «d'», «qu'» may stand before it, a hyphen may not."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or before == "-" or (after.isalnum() and text[end - 1] != "'") or after == "-")


@lru_cache(maxsize=4)
def lexicon(language: str) -> Lexicon:
    """The compiled lexicon of a language pack, built once a process."""
    return Lexicon(entries(language))
