"""Patterns that are tried only on a text that holds a word without which they fit nothing, and words told once.

Cues are long alternations, asked of every sentence and place and seldom there: an automaton over one piece of each
alternative says so ten times faster than the pattern does. Words come again and again: what is told of one is kept.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from re import _constants as ops  # type: ignore[attr-defined]  # the parser of `re` itself: nothing else reads all of it
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick

Words = frozenset[str]
_EMPTY: Words = frozenset(("",))
_SPELLINGS = 100  # of one piece of a pattern; where there are more, another piece is asked for
_SHORT = 3  # characters: shorter words are in most texts
_SHORT_WORDS = 0.1  # their weight: two of two letters
_WITHOUT_LETTERS = frozenset((ops.AT, ops.ASSERT, ops.ASSERT_NOT))  # they look around, and take no character
_RARER = 5.0  # times, by each character more: a guess that orders the pieces of a pattern


class Known(dict[str, bool]):
    """What a question has as its answer for each word met so far; bounded: foreign text brings ever new ones."""

    def __init__(self, ask: Callable[[str], bool], most: int = 5_000) -> None:
        super().__init__()
        self._ask, self._most = ask, most

    def __missing__(self, word: str) -> bool:
        if len(self) >= self._most:
            self.clear()
        self[word] = answer = self._ask(word)
        return answer


class Sought:
    """A pattern and the words of which a text must hold one."""

    def __init__(self, pattern: str) -> None:
        self.pattern = re.compile(pattern)
        self._words: AhoCorasick | None = None
        self._asked = False

    def may(self, text: str) -> bool:
        """Whether a text holds one of the words, which are told apart when that is asked first."""
        if not self._asked:
            words = needed(self.pattern)
            self._asked, self._words = True, AhoCorasick(sorted(words)) if words else None
        return self._words is None or bool(self._words.find_matches_as_indexes(text))

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first fit."""
        return self.pattern.search(text, start, end) if self.may(text[start:end]) else None

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The fit that begins at an offset, which the pattern itself tells as fast."""
        return self.pattern.match(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """All fits."""
        return self.pattern.finditer(text, start, end) if self.may(text[start:end]) else iter(())


class Several:
    """Patterns, told apart in one pass over a text by the words that each needs."""

    def __init__(self, patterns: list[re.Pattern[str]]) -> None:
        ranks: dict[str, list[int]] = {}
        for rank, pattern in enumerate(patterns):
            for word in needed(pattern) or _EMPTY:
                ranks.setdefault(word, []).append(rank)
        self._always = ranks.pop("", [])
        self._words, self._ranks = AhoCorasick(list(ranks)), list(ranks.values())

    def likely(self, text: str) -> list[int]:
        """The ranks of the patterns that may fit anywhere in a text, in order."""
        found = {index for index, _, _ in self._words.find_matches_as_indexes(text, overlapping=True)}
        return (
            sorted({*self._always, *(rank for index in found for rank in self._ranks[index])})
            if found
            else self._always
        )


def needed(pattern: re.Pattern[str]) -> Words:
    """Words of which every text that a pattern fits holds one; none where they cannot be told, or are too short."""
    if pattern.flags & re.IGNORECASE:
        return frozenset()
    words: list[str] = []
    rarest = min(_sequence(parser.parse(pattern.pattern)).pieces, key=_weight, default=_EMPTY)
    for word in sorted(rarest):
        words += [] if words and word.startswith(words[-1]) else [word]
    short = frozenset([word for word in words if len(word) < _SHORT])
    return frozenset(words if _weight(short) <= _SHORT_WORDS else ())


def opening(form: str, most: int) -> str:
    """The letters, `most` of them at most, with which every word begins that a form fits from its beginning on."""
    if form.isalpha():  # most are: no need to parse them
        return form[:most]
    parts, letters = parser.parse(form), ""
    for op, told in () if parts.state.flags & re.IGNORECASE else parts:
        if op is ops.LITERAL and len(letters) < most:
            letters += chr(told)
        elif op not in _WITHOUT_LETTERS:
            break
    return letters


def _weight(words: Words) -> float:
    """How often texts may hold one of some words: the less, the fewer and the longer they are."""
    return sum([_RARER ** -len(word) for word in words])


class _Read(NamedTuple):
    """A part of a pattern: all that it may stand for, where that can be listed, and sets of words of each of which
    every fit holds one.
    """

    whole: Words | None
    pieces: list[Words]


def _sequence(parts: Iterable[tuple[Any, Any]]) -> _Read:
    """Elements that follow each other: their stretches whose spellings can be listed are the pieces."""
    found, current, listed = list[Words](), _EMPTY, True
    for whole, pieces in [_element(*part) for part in parts]:
        if whole is not None and len(whole) * len(current) <= _SPELLINGS:
            current = frozenset([a + b for a in current for b in whole])
        else:
            found += [current, *pieces]
            current, listed = _EMPTY if whole is None else whole, False
    return _Read(current if listed else None, [words for words in (*found, current) if "" not in words])


def _element(op: Any, told: Any) -> _Read:
    if op is ops.LITERAL:
        return _Read(frozenset(chr(told)), [])
    if op in _WITHOUT_LETTERS:
        return _Read(_EMPTY, [])
    if op is ops.IN and all(kind is ops.LITERAL for kind, _ in told):
        return _Read(frozenset([chr(letter) for _, letter in told]), [])
    if op is ops.SUBPATTERN and not told[1]:  # no flags of its own
        return _sequence(told[-1])
    if op is ops.BRANCH:
        return _branch([_sequence(branch) for branch in told[1]])
    if op is ops.MAX_REPEAT and told[:2] == (0, 1):
        whole = _sequence(told[2]).whole
        return _Read(None if whole is None else whole | _EMPTY, [])
    if op in (ops.MAX_REPEAT, ops.MIN_REPEAT) and told[0] > 0:
        return _Read(None, _sequence(told[2]).pieces)
    return _Read(None, [])


def _branch(each: list[_Read]) -> _Read:
    spelled = [one.whole for one in each if one.whole is not None]
    every = frozenset[str]().union(*spelled)
    if len(spelled) == len(each) and len(every) <= _SPELLINGS:
        return _Read(every, [])
    best = [min(one.pieces, key=_weight) for one in each if one.pieces]
    return _Read(None, [frozenset[str]().union(*best)] if len(best) == len(each) else [])
