"""What the tables of a pack may hold, as data: classes, features, what a rule may say; and lines with their numbers."""

import difflib
import tomllib
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal, NamedTuple

from vigie.vocabulary import actors as actor_register
from vigie.vocabulary import patterns, sub_events, terms

Language = Literal["fr", "en"]
PACKS = files("vigie.vocabulary") / "data" / "packs"
LIST_NAMES = frozenset({"acts", "changes", "outcomes", "struck", "victims", "weapons"})


class ClassChar(NamedTuple):
    """A class character: the string that it stands in (text, control, diplomacy), what values it has, who gives it."""

    string: str
    code: str
    values: str
    by: str
    fr: str
    en: str


class FeatureWord(NamedTuple):
    """A feature of lexicon rows: the classes that have it and its values («» for a bare one)."""

    name: str
    classes: str
    values: str
    fr: str
    en: str


class RuleWord(NamedTuple):
    """A group or a setting of a kind of rules; `what`: must (every one has it), group, setting or prefix."""

    kind: str
    what: str
    name: str
    values: str
    fr: str
    en: str


class Line(NamedTuple):
    """A row of a table with the number of its line, its cells stripped."""

    number: int
    cells: list[str]


class Finding(NamedTuple):
    """Something wrong in a table; `line` 0 is the whole file. `key` and `words` make its sentence (`lint.toml`).

    A word that is a pair is said in French or English.
    """

    file: str
    line: int
    key: str
    words: dict[str, object]

    def text(self, said: Language) -> str:
        """The sentence in a language: file, line, what is wrong, what to do."""
        messages = _messages()[said]
        close = self.words.get("hint")
        hint = messages["hint"].format(word=close) if close else ""
        where = messages["line" if self.line else "whole"].format(file=self.file, line=self.line)
        words = {name: told[said == "en"] if isinstance(told, tuple) else told for name, told in self.words.items()}
        return where + messages[self.key].format_map({**words, "hint": hint})


@lru_cache(maxsize=1)
def _messages() -> dict[str, dict[str, str]]:
    return tomllib.loads((PACKS / "lint.toml").read_text(encoding="utf-8"))


def lines(text: str) -> list[Line]:
    """The rows of a table, its header first; comments (#) and blank lines are left out."""
    found = enumerate(text.removeprefix("\ufeff").splitlines(), 1)
    return [Line(n, [c.strip() for c in row.split("\t")]) for n, row in found if row.strip() and row[0] != "#"]


def table(path: Traversable) -> list[Line]:
    """The rows of a table file, without its header."""
    return lines(path.read_text(encoding="utf-8"))[1:]


@lru_cache(maxsize=1)
def classes() -> tuple[ClassChar, ...]:
    """`packs/classes.tsv`."""
    return tuple(ClassChar(*line.cells) for line in table(PACKS / "classes.tsv"))


@lru_cache(maxsize=1)
def features() -> tuple[FeatureWord, ...]:
    """`packs/features.tsv`."""
    return tuple(FeatureWord(*line.cells) for line in table(PACKS / "features.tsv"))


@lru_cache(maxsize=1)
def rule_words() -> tuple[RuleWord, ...]:
    """`packs/rule_words.tsv`."""
    return tuple(RuleWord(*line.cells) for line in table(PACKS / "rule_words.tsv"))


def letters(string: str) -> frozenset[str]:
    """The class characters of a string: text, control or diplomacy."""
    return frozenset(one.code for one in classes() if one.string == string)


@lru_cache(maxsize=64)
def allowed(spec: str) -> frozenset[str] | None:
    """The values that a cell `values` of these tables allows; None where any word does."""
    found: set[str] = set()
    for word in spec.replace("?", "").split():
        if word == "*":
            return None
        found |= _listed(word[1:]) if word[0] == "@" else {word}
    return frozenset(found)


def _listed(name: str) -> set[str]:
    if name == "sub_events":
        return {one.replace(" ", "_") for one in sub_events()}
    if name == "actors":
        return set(actor_register())
    if name == "patterns":
        return set(patterns())
    if name == "moods":
        return {one.name for one in features() if "X" in one.classes}
    return set(terms(name)) if name in LIST_NAMES else set(letters(name))


def close(word: str, known: Iterable[str]) -> str:
    """The known word that looks most like one that is not, «» where none does."""
    return next(iter(difflib.get_close_matches(word, sorted(known), 1, 0.6)), "")
