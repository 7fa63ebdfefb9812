"""Copies: which documents are one original, and which agencies a text names.

Three ways to be a copy: the same words (spaces, quotes, case aside); most of the words (MinHash, Broder 1997, over the
word triples of each sentence, so that no triple spans a cut); or most sentences of the shorter found in the longer,
letter for letter (a wire cut to fit). Linear in the number of documents; the partition does not depend on their order.
"""

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations
from typing import Any

import msgspec

from ..values import Document, digest
from .data import table

_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"(?<=[.!?»”\"])\s+|[\r\n]+")
_PERMUTATIONS = 64
_BANDS = 16
"""16 bands of 4: pairs at a similarity of 0.5 meet with probability 0.64, at 0.6 with 0.89, at 0.7 with 0.99."""

_SEED = 42
_NEAR = 0.5
"""Share of word triples in common: two articles of one agency with the same background paragraphs have 0.1 to 0.3."""

_CUT = 0.6
"""Share of the shorter one's words that stand in sentences of the longer."""

_PASSAGE = 6
"""Words of the shortest sentence that counts: shorter ones («Il a démenti.») are in many texts."""

_SHARED = 25
"""Words that two texts must share in whole sentences: two sentences of a dispatch."""

_SENTENCES = 2
"""Sentences that they must share: one alone may be the background that an agency puts under all its dispatches."""

_CROWD = 12
"""Holders of one sentence of whom all pairs are looked at; in a larger crowd each is held against the longest five."""

_LONGEST = 5
_BATCH = 2_000


class Origin(msgspec.Struct, frozen=True):
    """One original: the documents that are copies of it (ids, sorted), their outlets and the agencies they name."""

    origin: str
    documents: list[str]
    outlets: list[str]
    agencies: list[str]


class _Entry(msgspec.Struct):
    """What is kept of a document while others are compared with it."""

    key: tuple[dt.date, int, str]
    fingerprint: str
    outlet: str | None
    agencies: list[str]
    words: int
    passages: dict[int, int]


def fingerprint(text: str) -> str:
    """The origin of a text as far as it alone tells: the hash of its words, whatever its spaces, quotes and case."""
    return _mark(_WORD.findall(text.casefold()))


def _mark(words: Iterable[str]) -> str:
    return digest(("origin", " ".join(words)))


def agencies(text: str) -> list[str]:
    """The source ids of the news agencies that a text names, in the order in which it does."""
    present = ((form, name) for form, name in _agency_forms() if form in text)
    found = ((match.start(), name) for form, name in present if (match := _whole(form).search(text)))
    return list(dict.fromkeys(name for _, name in sorted(found)))


@cache
def _agency_forms() -> list[tuple[str, str]]:
    return [(form, name) for name, forms in table("agencies").items() for form in forms]


@cache
def _whole(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(form)}(?!\w)")


def origins(documents: Iterable[Document]) -> list[Origin]:
    """The originals of the documents, each with all its copies; the earliest published copy gives its fingerprint."""
    comparison = _Comparison()
    for document in documents:
        comparison.add(document)
    comparison.join_near()
    comparison.join_cut()
    return sorted(comparison.grouped(), key=lambda origin: origin.documents)


class _Comparison:
    """The documents seen, and the forest of those held to be copies of one original."""

    def __init__(self) -> None:
        self.entries: list[_Entry] = []
        self.parents: list[int] = []
        self.marks: dict[str, int] = {}
        self.hashes: list[Any] = []
        self.waiting: list[list[str]] = []

    def add(self, document: Document) -> None:
        """Take a document in; an exact copy joins the first of its kind at once and is compared no further."""
        sentences = [_WORD.findall(part.casefold()) for part in _SENTENCE.split(document.text)]
        mark, number = _mark(word for sentence in sentences for word in sentence), len(self.entries)
        self.entries.append(_entry(document, mark, sentences))
        first = self.marks.setdefault(mark, number)
        self.parents.append(first)
        self.waiting.append(_triples(sentences) if first == number else [])
        if len(self.waiting) >= _BATCH:
            self._hash()

    def _hash(self) -> None:
        from rensa import RMinHash  # with NumPy behind it: only those who compare copies pay for it

        self.hashes.extend(RMinHash.from_token_sets(self.waiting, _PERMUTATIONS, _SEED))
        self.waiting = []

    def _alone(self) -> list[int]:
        """The documents that stand for all their exact copies, and have words enough to be compared."""
        return [n for n in self.marks.values() if self.entries[n].words >= _SHARED]

    def join_near(self) -> None:
        """Join those that have most word triples in common."""
        from rensa import RMinHashLSH

        self._hash()
        index, alone = RMinHashLSH(_NEAR, _PERMUTATIONS, _BANDS), self._alone()
        index.insert_pairs([(n, self.hashes[n]) for n in alone])
        for first, found in zip(alone, index.query_all([self.hashes[n] for n in alone]), strict=True):
            for second in found:
                if second > first and self._root(first) != self._root(second):
                    self._join_if(first, second, self.hashes[first].jaccard(self.hashes[second]) >= _NEAR)

    def join_cut(self) -> None:
        """Join those of which the shorter's sentences stand in the longer."""
        shared: Counter[tuple[int, int]] = Counter()
        sentences: Counter[tuple[int, int]] = Counter()
        for holders, words in self._passages():
            for pair in _pairs(sorted(holders, key=lambda n: (-self.entries[n].words, self.entries[n].key))):
                shared[pair] += words
                sentences[pair] += 1
        for (longer, shorter), words in shared.items():
            enough = words >= max(_SHARED, _CUT * self.entries[shorter].words)
            self._join_if(longer, shorter, enough and sentences[longer, shorter] >= _SENTENCES)

    def _passages(self) -> Iterator[tuple[list[int], int]]:
        """Who holds each sentence that several hold, and how many words it has."""
        holders: defaultdict[int, list[int]] = defaultdict(list)
        for n in self._alone():
            for passage in self.entries[n].passages:
                holders[passage].append(n)
        return ((found, self.entries[found[0]].passages[key]) for key, found in holders.items() if len(found) > 1)

    def _root(self, number: int) -> int:
        while self.parents[number] != number:
            self.parents[number] = self.parents[self.parents[number]]
            number = self.parents[number]
        return number

    def _join_if(self, first: int, second: int, same: bool) -> None:
        if same:
            self.parents[self._root(second)] = self._root(first)

    def grouped(self) -> Iterator[Origin]:
        """The groups; nothing in them depends on the order in which the documents came."""
        groups: defaultdict[int, list[_Entry]] = defaultdict(list)
        for number, entry in enumerate(self.entries):
            groups[self._root(number)].append(entry)
        for group in groups.values():
            group.sort(key=lambda entry: entry.key)
            outlets = {entry.outlet for entry in group if entry.outlet}
            named = dict.fromkeys(name for entry in group for name in entry.agencies)
            ids = sorted(entry.key[2] for entry in group)
            yield Origin(group[0].fingerprint, ids, sorted(outlets), list(named))


def _entry(document: Document, mark: str, sentences: list[list[str]]) -> _Entry:
    published = document.published.start if document.published else dt.date.max
    words = sum(len(sentence) for sentence in sentences)
    passages = {hash(tuple(part)): len(part) for part in sentences if len(part) >= _PASSAGE}
    key = (published, -words, document.id)
    return _Entry(key, mark, document.outlet, agencies(document.text), words, passages)


def _triples(sentences: list[list[str]]) -> list[str]:
    """The runs of three words of each sentence."""
    runs = (zip(part, part[1:], part[2:], strict=False) for part in sentences)
    return [" ".join(run) for found in runs for run in found]


def _pairs(holders: list[int]) -> Iterable[tuple[int, int]]:
    """The pairs (longer, shorter) to look at among the holders of one sentence, the longest first."""
    if len(holders) <= _CROWD:
        return combinations(holders, 2)
    return ((longer, holders[i]) for n, longer in enumerate(holders[:_LONGEST]) for i in range(n + 1, len(holders)))
