"""Copies: which documents are one original, and which agencies a text names.

Linear in the number of documents; the partition does not depend on their order. How two texts are held against each
other is in `wording`; the record, which meets documents one by one, asks the same questions.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

import msgspec

from ..values import Document
from .data import table
from .shelf import Shelf
from .wording import wordings_of

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

_BATCH = 128
"""Documents hashed at once: enough for the calls not to count, few enough for their words to stay in the cache."""

_TABLES = """
CREATE TABLE documents (place INTEGER PRIMARY KEY, id TEXT, wording INTEGER, mark TEXT, published INTEGER,
                        words INTEGER, outlet TEXT, agencies TEXT);
CREATE TABLE roots (wording INTEGER PRIMARY KEY, root INTEGER);
CREATE TABLE originals (root INTEGER PRIMARY KEY, mark TEXT);
"""
_GROUPS = """SELECT root, id, mark, outlet, agencies FROM documents JOIN roots USING (wording)
             ORDER BY root, published, -words, id"""
_ORIGINS = """SELECT originals.mark FROM documents JOIN roots USING (wording) JOIN originals USING (root)
              ORDER BY place"""


class Origin(msgspec.Struct, frozen=True):
    """One original: the documents that are copies of it (ids, sorted), their outlets and the agencies they name."""

    origin: str
    documents: list[str]
    outlets: list[str]
    agencies: list[str]


def agencies(text: str) -> list[str]:
    """The source ids of the news agencies that a text names, in the order in which it does."""
    names, forms = _agency_forms()
    met = forms.find_matches_as_indexes(text, overlapping=True)
    found = sorted((start, names[form]) for form, start, end in met if _whole(text, start, end))
    return list(dict.fromkeys(name for _, name in found))


@cache
def _agency_forms() -> "tuple[list[str], AhoCorasick]":
    from ahocorasick_rs import AhoCorasick

    named = [(form, name) for name, forms in table("agencies").items() for form in forms]
    return [name for _, name in named], AhoCorasick([form for form, _ in named])


def _whole(text: str, start: int, end: int) -> bool:
    """Whether no word goes on before or after a stretch of text."""
    return not any(one.isalnum() or one == "_" for one in (text[max(0, start - 1) : start], text[end : end + 1]))


def origins(documents: Iterable[Document]) -> list[Origin]:
    """The originals of the documents, each with all its copies; the earliest published copy gives its fingerprint."""
    copies = Copies()
    for document in documents:
        copies.add(document)
    return sorted(copies.origins(), key=lambda origin: origin.documents)


class Copies:
    """Documents held against each other, any number of them in the memory of a few; their texts are not kept."""

    def __init__(self) -> None:
        self._shelf = Shelf()
        self._tables = self._shelf.tables
        self._tables.executescript(_TABLES)
        self._waiting: list[Document] = []

    def add(self, document: Document) -> None:
        """Take a document in."""
        self._waiting.append(document)
        if len(self._waiting) >= _BATCH:
            self._hash()

    def _hash(self) -> None:
        made = wordings_of(self._waiting)
        numbers = self._shelf.add(made)
        rows = [
            (document.id, number, wording.mark, _day(document), wording.words, document.outlet, _named(document.text))
            for document, wording, number in zip(self._waiting, made, numbers, strict=True)
        ]
        with self._shelf.transaction():
            self._tables.executemany("INSERT INTO documents VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)", rows)
        self._waiting = []

    def origins(self) -> Iterator[Origin]:
        """The originals of what was taken in."""
        self._join()
        for _, rows in groupby(self._tables.execute(_GROUPS), key=itemgetter(0)):
            yield _origin([row[1:] for row in rows])

    def origin_of_each(self) -> Iterator[str]:
        """The origin of each document, in the order in which they were taken in."""
        self._join()
        groups = groupby(self._tables.execute(_GROUPS), key=itemgetter(0))
        firsts = [(root, next(rows)[2]) for root, rows in groups]
        with self._shelf.transaction():
            self._tables.executemany("INSERT OR REPLACE INTO originals VALUES (?, ?)", firsts)
        return (mark for (mark,) in self._tables.execute(_ORIGINS))

    def _join(self) -> None:
        self._hash()
        self._shelf.join()
        with self._shelf.transaction():
            self._tables.executemany("INSERT OR REPLACE INTO roots VALUES (?, ?)", self._shelf.roots())


def _day(document: Document) -> int:
    return (document.published.start if document.published else dt.date.max).toordinal()


def _named(text: str) -> str:
    return " ".join(agencies(text))


def _origin(group: list[tuple[str, str, str | None, str]]) -> Origin:
    """The original of its documents, the earliest first."""
    outlets = {outlet for _, _, outlet, _ in group if outlet}
    named = dict.fromkeys(name for *_, names in group for name in names.split())
    return Origin(group[0][1], sorted(row[0] for row in group), sorted(outlets), list(named))
