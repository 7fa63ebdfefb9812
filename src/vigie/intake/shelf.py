"""Wordings on disk, so that a hundred thousand documents are held against each other in the memory of a few.

The tables are of SQLite's own temporary kind: a file without a name, written only once they outgrow their cache, and
gone with the program.
"""

import sqlite3
from array import array
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from itertools import combinations

import msgspec

from .wording import CROWD, Wording, bands, same

_LONGEST = 5
"""In a crowd each is held against so many of the longest only."""

_CACHE = 16_000
"""Kilobytes of the tables that are held in memory."""

_AT_HAND = 4_096
"""Wordings that are held in memory: copies mostly come close to each other."""

_TABLES = """
PRAGMA journal_mode = OFF;
CREATE TABLE wordings (number INTEGER PRIMARY KEY, value BLOB);
CREATE TABLE bands (key INTEGER, number INTEGER);
CREATE TABLE passages (key INTEGER, number INTEGER);
CREATE TABLE pairs (one INTEGER, two INTEGER);
"""
_SHARED = "SELECT group_concat(number) FROM {} GROUP BY key HAVING count(*) > 1"
_TWICE = "SELECT one, two FROM pairs GROUP BY one, two HAVING count(*) > 1"


class Shelf:
    """Wordings, numbered from 0 on; in memory stay only their length, their hash and what they are joined to."""

    def __init__(self) -> None:
        self.tables = sqlite3.connect("", isolation_level=None)
        self.tables.executescript(f"{_TABLES} PRAGMA cache_size = -{_CACHE};")
        self._words, self._marks, self._parents = array("l"), array("Q"), array("l")
        self._numbers: dict[int, int] = {}
        self._at_hand: OrderedDict[int, Wording] = OrderedDict()
        self._decoder = msgspec.msgpack.Decoder(Wording)

    def close(self) -> None:
        """Let go of the file."""
        self.tables.close()

    def add(self, wordings: Iterable[Wording]) -> list[int]:
        """Take wordings in, each set of words once; their numbers."""
        made = [(wording, *self._number(wording)) for wording in wordings]
        fresh = [(number, wording) for wording, number, new in made if new]
        with self.transaction():
            rows = ((number, msgspec.msgpack.encode(wording)) for number, wording in fresh)
            self.tables.executemany("INSERT INTO wordings VALUES (?, ?)", rows)
            self._keep("bands", ((key, number) for number, wording in fresh for key in bands(wording)))
            self._keep("passages", ((key, number) for number, wording in fresh for key in wording.passages))
        return [number for _, number, _ in made]

    def transaction(self) -> sqlite3.Connection:
        """What is written within is one step."""
        self.tables.execute("BEGIN")
        return self.tables

    def _keep(self, table: str, rows: Iterable[tuple[int, int]]) -> None:
        self.tables.executemany(f"INSERT INTO {table} VALUES (?, ?)", rows)

    def _number(self, wording: Wording) -> tuple[int, bool]:
        mark, number = int(wording.mark, 16), len(self._words)
        if (known := self._numbers.setdefault(mark, number)) != number:
            return known, False
        self._words.append(wording.words)
        self._marks.append(mark)
        self._parents.append(number)
        return number, True

    def root(self, number: int) -> int:
        """The wording that stands for all that are joined to it."""
        parents = self._parents
        while parents[number] != number:
            parents[number] = number = parents[parents[number]]
        return number

    def roots(self) -> Iterator[tuple[int, int]]:
        """Each number with that of its root."""
        return ((number, self.root(number)) for number in range(len(self._parents)))

    def join(self) -> None:
        """Join what is held to be copies of one original: pairs that share a band, or two sentences."""
        for pair in self._pairs("bands"):
            self._meet(*pair)
        with self.transaction():
            self._keep("pairs", self._pairs("passages"))
        for pair in self.tables.execute(_TWICE):
            self._meet(*pair)

    def _meet(self, one: int, two: int) -> None:
        first, second = self.root(one), self.root(two)
        if first != second and same(self._wording(one), self._wording(two)):
            self._parents[second] = first

    def _pairs(self, table: str) -> Iterator[tuple[int, int]]:
        """The pairs not yet joined that share a key; of a crowd, each with the longest few alone."""
        for (told,) in self.tables.execute(_SHARED.format(table)):
            holders = sorted(map(int, told.split(",")), key=self._rank)
            met = combinations(holders, 2) if len(holders) <= CROWD else _with_longest(holders)
            yield from ((one, two) for one, two in met if self.root(one) != self.root(two))

    def _rank(self, number: int) -> tuple[int, int]:
        return -self._words[number], self._marks[number]

    def _wording(self, number: int) -> Wording:
        if found := self._at_hand.get(number):
            self._at_hand.move_to_end(number)
            return found
        (value,) = self.tables.execute("SELECT value FROM wordings WHERE number = ?", (number,)).fetchone()
        self._at_hand[number] = wording = self._decoder.decode(value)
        if len(self._at_hand) > _AT_HAND:
            self._at_hand.popitem(last=False)
        return wording


def _with_longest(holders: list[int]) -> Iterator[tuple[int, int]]:
    return ((one, two) for n, one in enumerate(holders[:_LONGEST]) for two in holders[n + 1 :])
