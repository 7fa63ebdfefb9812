"""Writing a gazetteer table: a trie of folded names and a file of fixed-size records, both read by memory map.

Names file: marisa-trie `Trie`, key → its number; keys after «~» are skeletons (see `fold`). Places file: one JSON line
(countries, divisions, counts), the records (`RECORD`), where the list of records of each key begins (`COUNT`, one more
than keys), those lists, then all strings in UTF-8.
"""

import json
import struct
from collections import defaultdict
from collections.abc import Iterable
from itertools import accumulate
from pathlib import Path

import marisa_trie

from vigie.values import Level, Value

from .fold import fold, skeleton

RECORD = struct.Struct("<ffHBBHHIIBB")
"""lat, lon, km, level, flags, country, division, inhabitants, offset of the strings, length of name, length of id."""
LEVELS: tuple[Level, ...] = ("site", "quarter", "town", "district", "province", "country", "region")
COUNT = struct.Struct("<I")
STRONG, CAPITAL, CURATED, BLOCKED = 1, 2, 4, 8
"""A name that needs no locative word; a seat of government; written by hand; a name that is not a place at all."""
SHORTEST_BARE, SHORTEST_SKELETON = 5, 4


class Row(Value, frozen=True, kw_only=True):
    """One place to write: `names` holds every spelling, `division` the French name of its first-level division."""

    id: str
    name: str
    names: list[str]
    lat: float = 0.0
    lon: float = 0.0
    km: float = 0.0
    level: Level = "site"
    country: str | None = None
    division: str | None = None
    population: int = 0
    flags: int = 0


def keys(row: Row, arabic: bool, sounds: bool) -> set[str]:
    """The trie keys of a row: folded names, long Arabic ones without their article too, and skeletons if `sounds`."""
    found = set()
    for name in row.names:
        key = fold(name, arabic)
        bare = key.removeprefix("al ")
        if key:
            found.add(key)
        if (arabic or not row.country) and len(bare) >= SHORTEST_BARE and bare != key:
            found.add(bare)
        if sounds and key.isascii() and len(sound := skeleton(key)) >= SHORTEST_SKELETON:
            found.add("~" + sound)
    return found


def files(path: Path) -> tuple[Path, Path]:
    """The names file and the places file of the table `path`."""
    return path.with_name(path.name + ".names"), path.with_name(path.name + ".places")


def write_table(
    rows: list[Row], path: Path, arabic: frozenset[str], sounds: frozenset[str], made_from: str = ""
) -> None:
    """Write the two files of `path`. `arabic`: countries with Arabic articles; `sounds`: those with skeletons.

    `made_from` is kept in the header: the fingerprint of the tables that the rows come from.
    """
    names, places = files(path)
    postings: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        for key in keys(row, row.country in arabic, row.country in sounds and not row.flags & BLOCKED):
            postings[key].append(number)
    trie = marisa_trie.Trie(sorted(postings))
    trie.save(str(names))
    lists = [numbers for _, numbers in sorted((trie[key], numbers) for key, numbers in postings.items())]
    places.write_bytes(_head_and_records(rows, lists, made_from))


def _head_and_records(rows: list[Row], lists: list[list[int]], made_from: str) -> bytes:
    countries = sorted({row.country for row in rows if row.country})
    divisions = sorted({row.division for row in rows if row.division})
    records, strings = _pack(rows, {c: i for i, c in enumerate(countries)}, {d: i for i, d in enumerate(divisions)})
    lands = {row.country: n for n, row in enumerate(rows) if row.level == "country" and row.country}
    seats = {row.country: n for n, row in enumerate(rows) if row.flags & CAPITAL and row.country}
    head = {"countries": countries, "divisions": divisions, "records": len(rows), "keys": len(lists), "lands": lands,
            "seats": seats, "made_from": made_from}  # fmt: skip
    line = json.dumps(head, ensure_ascii=False).encode("utf-8") + b"\n"
    return line + records + _index(lists) + strings


def _index(lists: list[list[int]]) -> bytes:
    starts = [0, *accumulate(len(numbers) for numbers in lists)]
    flat = [number for numbers in lists for number in numbers]
    return struct.pack(f"<{len(starts) + len(flat)}I", *starts, *flat)


def _pack(rows: Iterable[Row], countries: dict[str, int], divisions: dict[str, int]) -> tuple[bytes, bytes]:
    records, strings = bytearray(), bytearray()
    for row in rows:
        name, ident = row.name.encode("utf-8")[:255], row.id.encode("utf-8")[:255]
        country = countries[row.country] + 1 if row.country else 0
        division = divisions[row.division] + 1 if row.division else 0
        records += RECORD.pack(
            row.lat, row.lon, round(row.km), LEVELS.index(row.level), row.flags, country, division,
            min(row.population, 2**32 - 1), len(strings), len(name), len(ident),
        )  # fmt: skip
        strings += name + ident
    return bytes(records), bytes(strings)
