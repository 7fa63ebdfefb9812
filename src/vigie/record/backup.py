"""Backup and restore of a live SQLite record, with SQLite's own online backup: no writer is stopped."""

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from .errors import RecordError
from .settings import is_url


def backup(source: str | Path, target: Path) -> None:
    """Copy the record at `source`, as it stands between two batches, to `target`, whole or not at all."""
    if is_url(source):
        raise RecordError("unwritable_backup", "PostgreSQL", target=target, reason="use pg_dump")
    partial = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        partial.unlink(missing_ok=True)
        _copy(Path(source), partial)
        os.replace(partial, target)
    except (sqlite3.Error, OSError) as error:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        raise RecordError("unwritable_backup", source, target=target, reason=error) from error


def _copy(source: Path, target: Path) -> None:
    with (
        closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as here,
        closing(sqlite3.connect(target)) as there,
    ):
        here.backup(there)
        there.execute("PRAGMA journal_mode=DELETE")
        if (told := there.execute("PRAGMA integrity_check").fetchone()[0]) != "ok":
            raise sqlite3.DatabaseError(f"the copy is damaged: {told}")
