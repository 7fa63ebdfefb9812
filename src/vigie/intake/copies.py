"""Copies: which documents are one original, and which agencies a text names.

Linear in the number of documents; the partition does not depend on their order. How two texts are held against each
other is in `wording`; the record, which meets documents one by one, asks the same questions.
"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import combinations

import msgspec

from ..values import Document
from .data import table
from .wording import CROWD, Wording, bands, same, wordings

_LONGEST = 5
"""In a crowd each is held against so many of the longest only."""

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
    mark: str
    outlet: str | None
    agencies: list[str]


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
    copies = Copies()
    for document in documents:
        copies.add(document)
    return copies.origins()


class Copies:
    """Documents held against each other; their texts are not kept."""

    def __init__(self) -> None:
        self._entries: list[_Entry] = []
        self._wordings: dict[str, Wording] = {}
        self._waiting: list[Document] = []

    def add(self, document: Document) -> None:
        """Take a document in."""
        self._waiting.append(document)
        if len(self._waiting) >= _BATCH:
            self._hash()

    def _hash(self) -> None:
        made = wordings([document.text for document in self._waiting])
        for document, wording in zip(self._waiting, made, strict=True):
            self._wordings.setdefault(wording.mark, wording)
            published = document.published.start if document.published else dt.date.max
            key = (published, -wording.words, document.id)
            self._entries.append(_Entry(key, wording.mark, document.outlet, agencies(document.text)))
        self._waiting = []

    def origins(self) -> list[Origin]:
        """The originals of what was taken in, in the order of their first documents' ids."""
        self._hash()
        groups: defaultdict[str, list[_Entry]] = defaultdict(list)
        forest = _joined(self._wordings)
        for entry in self._entries:
            groups[_root(forest, entry.mark)].append(entry)
        return sorted(map(_origin, groups.values()), key=lambda origin: origin.documents)


def _origin(group: list[_Entry]) -> Origin:
    group.sort(key=lambda entry: entry.key)
    outlets = {entry.outlet for entry in group if entry.outlet}
    named = dict.fromkeys(name for entry in group for name in entry.agencies)
    return Origin(group[0].mark, sorted(entry.key[2] for entry in group), sorted(outlets), list(named))


def _joined(known: Mapping[str, Wording]) -> dict[str, str]:
    """The forest (mark -> parent) of the wordings held to be copies of one original."""
    forest = {mark: mark for mark in known}
    for one, two in _candidates(known):
        if _root(forest, one) != _root(forest, two) and same(known[one], known[two]):
            forest[_root(forest, two)] = _root(forest, one)
    return forest


def _root(forest: dict[str, str], mark: str) -> str:
    while forest[mark] != mark:
        forest[mark] = forest[forest[mark]]
        mark = forest[mark]
    return mark


def _candidates(known: Mapping[str, Wording]) -> Iterator[tuple[str, str]]:
    """The pairs worth a look: they share a band, or two sentences."""
    order = sorted(known, key=lambda mark: (-known[mark].words, mark))
    yield from _pairs(order, {mark: bands(known[mark]) for mark in order})
    once: set[tuple[str, str]] = set()
    for pair in _pairs(order, {mark: known[mark].passages for mark in order}):
        if pair in once:
            yield pair
        once.add(pair)


def _pairs(order: Iterable[str], keys: Mapping[str, Iterable[int]]) -> Iterator[tuple[str, str]]:
    """The pairs that share a key; of a crowd, each with the first few in `order` alone."""
    holders: defaultdict[int, list[str]] = defaultdict(list)
    for mark in order:
        for key in keys[mark]:
            holders[key].append(mark)
    for found in holders.values():
        if len(found) <= CROWD:
            yield from combinations(found, 2)
        else:
            yield from ((first, found[i]) for n, first in enumerate(found[:_LONGEST]) for i in range(n + 1, len(found)))
