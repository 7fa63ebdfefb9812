"""The gazetteer as it is asked: memory-mapped names and records, nothing parsed before it is needed."""

import json
import mmap
import os
import struct
from functools import cache, lru_cache
from pathlib import Path

import marisa_trie

from vigie.values import Level, Place

from .build import BLOCKED, CAPITAL, COUNT, CURATED, LEVELS, RECORD, STRONG, files

BUILT = Path(__file__).parent / "data" / "gazetteer"


class Entry:
    """One record, decoded; two entries are the same place when their ids are equal."""

    __slots__ = ("country", "division", "flags", "id", "km", "lat", "level", "lon", "name", "population")

    def __init__(self, lat: float, lon: float, km: float, level: Level, flags: int) -> None:
        self.lat, self.lon, self.km, self.level, self.flags = round(lat, 5), round(lon, 5), float(km), level, flags
        self.country: str | None = None
        self.division: str | None = None
        self.population, self.name, self.id = 0, "", ""

    @property
    def point(self) -> tuple[float, float]:
        """(lat, lon)"""
        return self.lat, self.lon

    @property
    def strong(self) -> bool:
        """Known enough to need no locative word beside it."""
        return bool(self.flags & STRONG)

    @property
    def capital(self) -> bool:
        """A seat of government, whose name also stands for that government."""
        return bool(self.flags & CAPITAL)

    @property
    def curated(self) -> bool:
        """Written or confirmed by hand."""
        return bool(self.flags & CURATED)

    @property
    def blocked(self) -> bool:
        """A name that looks like a place and is none: a paper, a group, an agency."""
        return bool(self.flags & BLOCKED)

    def place(self) -> Place:
        """The value that leaves this room."""
        return Place(
            name=self.name, id=self.id, lat=self.lat, lon=self.lon, km=self.km, level=self.level,
            country=self.country, admin1=self.division,
        )  # fmt: skip


class Gazetteer:
    """Names → entries over one built table; `more` are tables of the user, asked after it."""

    def __init__(self, path: Path = BUILT, more: "tuple[Gazetteer, ...]" = ()) -> None:
        self._more = more
        self._names = marisa_trie.Trie().mmap(str(files(path)[0]))
        with files(path)[1].open("rb") as source:
            self._map = mmap.mmap(source.fileno(), 0, access=mmap.ACCESS_READ)
        line = self._map.readline()
        head = json.loads(line)
        self.countries: list[str] = head["countries"]
        self.divisions: list[str] = head["divisions"]
        self._lands: dict[str, int] = head["lands"]
        self._seats: dict[str, int] = head["seats"]
        self.made_from: str = head["made_from"]
        self._start = len(line)
        self._starts = self._start + head["records"] * RECORD.size
        self._lists = self._starts + (head["keys"] + 1) * COUNT.size
        (total,) = COUNT.unpack_from(self._map, self._lists - COUNT.size)
        self._strings = self._lists + total * COUNT.size
        self._cache: dict[int, Entry] = {}
        self.begins = lru_cache(maxsize=50_000)(self._begins)
        """Whether any name has this as its first word: every third word with a capital needs no further look."""

    def prefixes(self, key: str) -> list[str]:
        """The names that `key` begins with, shortest first."""
        found: list[str] = self._names.prefixes(key)
        if not self._more:
            return found
        every = {*found, *(prefix for table in self._more for prefix in table.prefixes(key))}
        return sorted(every, key=len)

    def _begins(self, word: str) -> bool:
        known = word in self._names or next(self._names.iterkeys(f"{word} "), None) is not None
        return known or any(table.begins(word) for table in self._more)

    def get(self, key: str) -> list[Entry]:
        """The entries of one folded name, or of «~» and a skeleton."""
        found = [self.entry(number) for number in self._numbers(key)]
        return [*found, *(entry for table in self._more for entry in table.get(key))] if self._more else found

    def _numbers(self, key: str) -> tuple[int, ...]:
        at = self._names.get(key)
        if at is None:
            return ()
        start, end = struct.unpack_from("<2I", self._map, self._starts + at * COUNT.size)
        return struct.unpack_from(f"<{end - start}I", self._map, self._lists + start * COUNT.size)

    def country(self, code: str) -> Entry | None:
        """The country of an ISO 3166 alpha-3 code."""
        number = self._lands.get(code)
        return None if number is None else self.entry(number)

    def capital(self, code: str) -> Entry | None:
        """The seat of government of a country."""
        number = self._seats.get(code)
        return None if number is None else self.entry(number)

    def entry(self, number: int) -> Entry:
        """The record of that number, decoded once."""
        found = self._cache.get(number)
        if found is None:
            found = self._cache[number] = self._decode(number)
        return found

    def _decode(self, number: int) -> Entry:
        fields = RECORD.unpack_from(self._map, self._start + number * RECORD.size)
        lat, lon, km, level, flags, country, division, population, offset, name, ident = fields
        entry = Entry(lat, lon, km, LEVELS[level], flags)
        entry.country = self.countries[country - 1] if country else None
        entry.division = self.divisions[division - 1] if division else None
        at = self._strings + offset
        entry.population = population
        entry.name = self._map[at : at + name].decode("utf-8")
        entry.id = self._map[at + name : at + name + ident].decode("utf-8")
        return entry


def user_directory() -> Path:
    """Where `add` keeps the user's tables: `$VIGIE_HOME/gazetteers`, else `~/.vigie/gazetteers`."""
    return Path(os.environ.get("VIGIE_HOME") or Path.home() / ".vigie") / "gazetteers"


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer that ships with Vigie and the tables that the user added to it."""
    paths = sorted(user_directory().glob("*.places"))
    return Gazetteer(BUILT, tuple(Gazetteer(path.with_suffix("")) for path in paths))
