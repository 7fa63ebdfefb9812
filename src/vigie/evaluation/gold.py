"""Hand-coded gold: what people read in a text, by the coding guide. One JSON object a document."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from vigie.values import Span
from vigie.vocabulary import is_actor, is_source, sub_events, tables

KINDS = ("harm", "events", "control", "diplomacy")
Values = Mapping[str, Any]
# Which closed list the values of a field come from, by kind; events count acts, harm counts persons.
LISTS = {
    "harm": {"outcome": "outcomes", "victims": "victims", "unit": "units", "scope": "scopes"},
    "events": {"struck": "struck", "unit": "act_units"},
    "control": {"change": "changes", "extent": "extents"},
    "diplomacy": {"act": "acts"},
}
EVERYWHERE = {"qualifier": "qualifiers", "realis": "realis", "certainty": "certainty", "by_certainty": "certainty"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that gold asks for. `values`: the fields as coded; a field that is absent is not judged.

    `optional`: neutral, neither asked for nor blamed. `event`: the real-world event, where gold was coded for linking.
    """

    kind: str
    values: Values
    span: Span
    optional: bool = False
    event: str | None = None


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """What people coded in one document, and the day it was published, where known."""

    doc: str
    published: dt.date | None
    entries: Mapping[str, tuple[Entry, ...]]

    def of(self, kind: str) -> tuple[Entry, ...]:
        """The entries of one kind."""
        return self.entries.get(kind, ())


def last_part(name: str) -> str:
    """The file name of a path, or the id itself: how gold's `doc` and a program's `document` are compared."""
    return PurePath(name).name


def _entry(kind: str, row: Values) -> Entry:
    first, last = row["span"]
    return Entry(kind, row, (int(first), int(last)), bool(row.get("optional")), row.get("event"))


def _document(row: Values) -> GoldDocument:
    published = dt.date.fromisoformat(row["published"]) if row.get("published") else None
    entries = {kind: tuple(_entry(kind, one) for one in row.get(kind, ())) for kind in KINDS}
    return GoldDocument(row["doc"], published, entries)


def gold_documents(lines: Iterable[str], name: str = "gold") -> Iterator[GoldDocument]:
    """Gold from lines of JSON; ValueError names the first line that is none."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield _document(json.loads(line))
            except (ValueError, KeyError, TypeError) as error:
                raise ValueError(f"{name}, line {number}: not a coded document ({error!r})") from error


def read_gold(path: Path) -> list[GoldDocument]:
    """The coded documents of a JSON-lines file; ValueError names the first line that is not one."""
    with path.open(encoding="utf-8") as lines:
        return list(gold_documents(lines, str(path)))


def fingerprint(paths: Sequence[Path]) -> str:
    """SHA-256 over the names and bytes of gold and texts; a folder stands for the files in it, by name.

    Line ends are counted as `\\n`, so that a checkout on Windows measures the same thing.
    """
    files = [file for path in paths for file in (sorted(path.iterdir()) if path.is_dir() else [path])]
    total = hashlib.sha256()
    for file in files:
        body = file.read_bytes().replace(b"\r\n", b"\n")
        total.update(f"{file.name}\0{len(body)}\0".encode())
        total.update(body)
    return total.hexdigest()


def counts(gold: Sequence[GoldDocument]) -> dict[str, int]:
    """How many documents and required entries of each kind: shows a set that shrank."""
    required = {kind: sum(not entry.optional for one in gold for entry in one.of(kind)) for kind in KINDS}
    return {"documents": len(gold), **required}


def _unknown_values(entry: Entry) -> Iterator[str]:
    for field, table in (LISTS[entry.kind] | EVERYWHERE).items():
        value = entry.values.get(field)
        if value is not None and value not in tables()[table]:
            yield f"{field} {value!r}"
    for field in ("type", "method"):
        value = entry.values.get(field)
        if value is not None and value not in sub_events():
            yield f"{field} {value!r}"
    yield from (f"weapon {one!r}" for one in entry.values.get("weapon") or () if one not in tables()["weapons"])


def _unknown_ids(entry: Entry) -> Iterator[str]:
    for field in ("side", "target", "actor", "loser"):
        value = entry.values.get(field)
        if value is not None and value != "civilians" and not is_actor(value):
            yield f"{field} {value!r}"
    yield from (f"by {one!r}" for one in entry.values.get("by") or () if not is_actor(one))
    for field in ("said_by", "by_said_by"):
        yield from (f"{field} {one!r}" for one in entry.values.get(field) or () if not is_source(one))


def gold_problems(gold: Iterable[GoldDocument], texts: Mapping[str, str], *, quoted: bool = True) -> list[str]:
    """What is wrong with coded documents, given their texts by `doc`: quotes not there (where gold is `quoted`),
    values that are none."""
    found = []
    for one in gold:
        if one.doc not in texts:
            found.append(f"{one.doc}: there is no such text")
            continue
        for entry in (entry for kind in KINDS for entry in one.of(kind)):
            quote, (start, end) = entry.values.get("quote"), entry.span
            here = f"{one.doc} {entry.kind} «{quote}»"
            if quoted and texts[one.doc][start:end] != quote:
                found.append(f"{here}: the text from {start} to {end} is not the quote")
            found.extend(f"{here}: no {wrong}" for wrong in (*_unknown_values(entry), *_unknown_ids(entry)))
    return found
