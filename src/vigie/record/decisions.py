"""What people decided about claims and incidents, kept for ever; undoing one is a decision too."""

import datetime as dt
import secrets

from .forms import Decision, DecisionKind
from .journal import Entry
from .models import Decision as Row


def add_decision(alias: str, decision: Decision) -> tuple[str, Entry]:
    """Keep a decision; return its id and the entry for the journal."""
    row = Row(
        id=secrets.token_hex(8), kind=decision.kind, subjects=list(decision.subjects), by=decision.by,
        reason=decision.reason, at=dt.datetime.now(dt.UTC),
    )  # fmt: skip
    row.save(using=alias, force_insert=True)
    if decision.kind == "undo":
        Row.objects.using(alias).filter(id__in=decision.subjects).update(undone_by=row)
    payload = {"kind": decision.kind, "subjects": list(decision.subjects)}
    return row.id, Entry("decision.made", row.id, payload)


def decisions_of(alias: str) -> list[Decision]:
    """The decisions in force, oldest first."""
    rows = Row.objects.using(alias).filter(undone_by=None).exclude(kind="undo").order_by("at", "id")
    return [Decision(_kind(row.kind), tuple(row.subjects), row.by, row.reason, row.id) for row in rows]


def _kind(word: str) -> DecisionKind:
    match word:
        case "same" | "not_same" | "split" | "move" | "undo":
            return word
    raise ValueError(f"unknown decision {word!r}")
