"""What people decided about claims and sources, kept for ever: undoing is an entry too, and deletes nothing."""

import datetime as dt
import secrets
from typing import Any

import msgspec

from ..linking import Decision
from ..vocabulary import is_source
from .forms import Decided
from .journal import Entry
from .models import Decision as Row

GRADE = "grade"  # the kind of a row that gives a source its letter; the others are kinds of `Decision`
LETTERS = "ABCDEF"  # Admiralty code: A completely reliable … E unreliable, F cannot be judged


def add_decision(alias: str, decision: Decision, by: str, reason: str) -> tuple[str, Entry]:
    """Keep a decision; return its id and the entry for the journal, which holds neither `by` nor `reason`."""
    return _add(alias, decision.act, msgspec.to_builtins(decision), by, reason)


def add_grade(alias: str, source: str, letter: str, by: str, reason: str) -> tuple[str, Entry]:
    """Keep the Admiralty letter that a person gives a source. ValueError for another letter, KeyError for an unknown
    source."""
    if letter not in LETTERS or len(letter) != 1:
        raise ValueError(letter)
    if not is_source(source):
        raise KeyError(source)
    return _add(alias, GRADE, {"source": source, "letter": letter}, by, reason)


def _add(alias: str, kind: str, subjects: dict[str, Any], by: str, reason: str) -> tuple[str, Entry]:
    at = dt.datetime.now(dt.UTC)
    row = Row(id=secrets.token_hex(8), kind=kind, subjects=subjects, by=by, reason=reason, at=at)
    row.save(using=alias, force_insert=True)
    return row.id, Entry("decision.made", row.id, row.subjects)


def undo_decision(alias: str, key: str) -> tuple[list[str], Entry]:
    """Put a decision out of force; return the claims it was about, and the entry for the journal.

    KeyError where there is none of that id in force.
    """
    rows = Row.objects.using(alias).filter(id=key, undone=None)
    claims = [claim for row in rows for claim in _claims(row)]
    if not rows.update(undone=dt.datetime.now(dt.UTC)):
        raise KeyError(key)
    return claims, Entry("decision.undone", key)


def _claims(row: Row) -> list[str]:
    if row.kind == GRADE:
        return []
    decision = msgspec.convert(row.subjects, Decision)
    return [*decision.claims, *decision.others, *decision.leaving]


def decisions_of(alias: str) -> list[Decision]:
    """The decisions in force about claims, oldest first: later ones win."""
    return [msgspec.convert(row.subjects, Decision) for row in _in_force(alias) if row.kind != GRADE]


def letters_of(alias: str) -> dict[str, str]:
    """The letter of each source that people gave one: the latest in force."""
    return {row.subjects["source"]: row.subjects["letter"] for row in _in_force(alias) if row.kind == GRADE}


def decided(alias: str) -> list[Decided]:
    """Every decision that was ever taken, oldest first, with who took it, why, and whether it was undone."""
    rows = Row.objects.using(alias).order_by("at", "id")
    return [Decided(r.id, r.kind, r.subjects, r.by, r.reason, r.at, r.undone) for r in rows]


def _in_force(alias: str) -> list[Row]:
    return list(Row.objects.using(alias).filter(undone=None).order_by("at", "id"))
