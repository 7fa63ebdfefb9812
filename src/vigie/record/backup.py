"""Backup and restore of a live SQLite record, with SQLite's own online backup: no writer is stopped."""

import os
import sqlite3
from contextlib import closing, suppress
from itertools import count
from pathlib import Path

from .errors import RecordError, told_clearly
from .opening import WriterLock, check_file
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


def restore(source: Path, target: Path) -> Path | None:
    """Put the copy at `source` into the place of the record at `target`, whole or not at all.

    What stood there is kept beside it; its new name is returned. RecordError where it is in use, or `source` no record.
    """
    check_file(source, write=False)
    check_file(target, write=True)
    with told_clearly(target), closing(WriterLock(target)):
        return _put_back(source, target)


def _put_back(source: Path, target: Path) -> Path | None:
    partial, kept = target.with_name(target.name + ".part"), _free(target) if target.exists() else None
    try:
        partial.unlink(missing_ok=True)
        _copy(source, partial)
        if kept:
            _copy(target, kept)
        for suffix in ("-wal", "-shm"):  # they belong to the record that goes
            target.with_name(target.name + suffix).unlink(missing_ok=True)
        os.replace(partial, target)
    finally:
        partial.unlink(missing_ok=True)
    return kept


def _free(target: Path) -> Path:
    """A name beside the record that nothing has yet."""
    names = (target.with_name(f"{target.stem}-before-{number}{target.suffix}") for number in count(1))
    return next(path for path in names if not path.exists())


def _copy(source: Path, target: Path) -> None:
    with (
        closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as here,
        closing(sqlite3.connect(target)) as there,
    ):
        here.backup(there)
        there.execute("PRAGMA journal_mode=DELETE")
        if (told := there.execute("PRAGMA integrity_check").fetchone()[0]) != "ok":
            raise sqlite3.DatabaseError(f"the copy is damaged: {told}")
