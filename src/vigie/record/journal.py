"""The journal: append-only, each entry carrying the hash of the one before, so that nothing can be altered unseen.

Entries hold ids and hashes only. The hash is SHA-256 over the previous hash and the canonical JSON (sorted keys, no
spaces) of the entry's other fields. A cut-off end shows because every finished run keeps the hash it ended on.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from .forms import Break
from .models import Journal, Run

START = "0" * 64


@dataclass(frozen=True, slots=True)
class Entry:
    """A change to be journalled: what was done, to which id, with which other ids."""

    action: str
    subject: str
    payload: dict[str, Any] = field(default_factory=dict)


def _canonical(value: object) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _hash(row: Journal) -> str:
    body = _canonical([row.previous, row.at, row.run, row.action, row.subject, row.payload])
    return hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()


def head(alias: str) -> str:
    """The hash of the last entry."""
    last = Journal.objects.using(alias).order_by("-seq").values_list("hash", flat=True).first()
    return last or START


def append(alias: str, entries: Iterable[Entry], run: str) -> None:
    """Add entries at the end, in the transaction under way."""
    rows, previous = [], head(alias)
    at = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    for entry in entries:
        row = Journal(
            at=at, run=run, action=entry.action, subject=entry.subject, payload=_canonical(entry.payload),
            previous=previous,
        )  # fmt: skip
        row.hash = previous = _hash(row)
        rows.append(row)
    Journal.objects.using(alias).bulk_create(rows, batch_size=500)


def verify(alias: str) -> list[Break]:
    """Every place where the chain does not hold, in order; an empty list means that the journal is whole."""
    breaks, previous, seen = [], START, {START}
    for row in Journal.objects.using(alias).order_by("seq").iterator(2000):
        if row.previous != previous:
            breaks.append(Break(row.seq, "an entry before this one is missing or was altered"))
        if row.hash != _hash(row):
            breaks.append(Break(row.seq, "the entry was altered"))
        previous = row.hash
        seen.add(previous)
    return breaks + _lost_ends(alias, seen)


def _lost_ends(alias: str, seen: set[str]) -> list[Break]:
    heads = Run.objects.using(alias).exclude(head="").values_list("id", "head")
    return [Break(0, f"the entries up to the end of run {run} are missing") for run, end in heads if end not in seen]
