"""What people decided about claims, kept for ever: undoing a decision is an entry too, and deletes nothing."""

import datetime as dt
import secrets

import msgspec

from ..linking import Decision
from .journal import Entry
from .models import Decision as Row


def add_decision(alias: str, decision: Decision, by: str, reason: str) -> tuple[str, Entry]:
    """Keep a decision; return its id and the entry for the journal, which holds neither `by` nor `reason`."""
    row = Row(
        id=secrets.token_hex(8), kind=decision.act, subjects=msgspec.to_builtins(decision), by=by, reason=reason,
        at=dt.datetime.now(dt.UTC),
    )  # fmt: skip
    row.save(using=alias, force_insert=True)
    return row.id, Entry("decision.made", row.id, row.subjects)


def undo_decision(alias: str, key: str) -> Entry:
    """Put a decision out of force; KeyError where there is none of that id in force."""
    if not Row.objects.using(alias).filter(id=key, undone=None).update(undone=dt.datetime.now(dt.UTC)):
        raise KeyError(key)
    return Entry("decision.undone", key)


def decisions_of(alias: str) -> list[Decision]:
    """The decisions in force, oldest first: later ones win."""
    rows = Row.objects.using(alias).filter(undone=None).order_by("at", "id")
    return [msgspec.convert(row.subjects, Decision) for row in rows]
