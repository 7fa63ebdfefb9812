"""Opening a record: Django configured, the writer's lock taken, the tables brought up to date."""

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import django
from django.core.management import call_command
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from ..values import digest
from .errors import RecordError, explain, told_clearly
from .settings import database, is_url

# Read by PostgreSQL alone: an arbitrary constant that names vigie's advisory lock.
_ADVISORY_LOCK = 0x76696769
_LOCK_SUFFIX = "-writer"


def ready() -> None:
    """Configure Django once, with `vigie.record.settings` unless the environment names another module."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vigie.record.settings")
    django.setup()


class WriterLock:
    """Held by the one program that may write; the system lets go of it when that program dies, however it dies.

    It is SQLite's own exclusive lock on an empty file beside the record: portable, and without stale locks.
    """

    def __init__(self, record: Path) -> None:
        self._held = sqlite3.connect(f"{record}{_LOCK_SUFFIX}", timeout=0, isolation_level=None)
        try:
            self._held.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            self._held.close()
            told = explain(error, record)
            raise RecordError("another_run", record) if told.key == "locked" else told from error

    def close(self) -> None:
        """Let others write."""
        self._held.close()


def lock(place: str | Path, alias: str) -> WriterLock | None:
    """Take the writer's lock or raise RecordError `another_run`."""
    if not is_url(place):
        try:
            return WriterLock(Path(place))
        except sqlite3.Error as error:
            raise explain(error, place) from error
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [_ADVISORY_LOCK])
        if not cursor.fetchone()[0]:
            raise RecordError("another_run", place)
    return None


def connect(place: str | Path, *, timeout: float, read_only: bool) -> str:
    """Make the record at `place` known to Django; return the alias of its connection."""
    ready()
    alias = "record-" + digest((str(place if is_url(place) else Path(place).resolve()), read_only))
    settings = database(place, timeout=timeout, read_only=read_only)
    if alias in connections.settings:
        connections[alias].close()
        del connections[alias]
    connections.settings[alias] = connections.configure_settings({"default": settings})["default"]
    return alias


def check_file(path: Path, *, write: bool) -> None:
    """Refuse a path that holds something else, or nothing where a record is to be read."""
    if path.is_dir():
        raise RecordError("not_a_record", path)
    if not path.exists():
        _expect_folder(path, write=write)
        return
    if not os.access(path, os.R_OK):
        raise RecordError("cannot_open", path)
    if path.stat().st_size and not _is_ours(path):
        raise RecordError("not_a_record", path)
    if write and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise RecordError("read_only", path)


def _expect_folder(path: Path, *, write: bool) -> None:
    if not write:
        raise RecordError("missing", path)
    with told_clearly(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    if not os.access(path.parent, os.W_OK):
        raise RecordError("read_only", path)


def _is_ours(path: Path) -> bool:
    """Whether the file is a record or the beginning of one; it is only read, so that a stranger's stays untouched."""
    with path.open("rb") as file:
        if file.read(16) != b"SQLite format 3\x00":
            return False
    with told_clearly(path), closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as raw:
        tables = {name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    # A run killed during the very first migration leaves Django's own table alone.
    return "record_document" in tables or tables <= {"django_migrations", "sqlite_sequence"}


def bring_up_to_date(alias: str, place: str | Path, *, write: bool) -> None:
    """Apply what migrations are missing; refuse a record of a newer program."""
    with told_clearly(place):
        executor = MigrationExecutor(connections[alias])
        _refuse_newer(executor, place)
        if not executor.migration_plan([("record", name) for name in _latest(executor)]):
            return
        if not write:
            raise RecordError("older", place)
        call_command("migrate", "record", database=alias, verbosity=0, interactive=False)


def _latest(executor: MigrationExecutor) -> list[str]:
    return [name for app, name in executor.loader.graph.leaf_nodes("record") if app == "record"]


def _refuse_newer(executor: MigrationExecutor, place: str | Path) -> None:
    applied = executor.loader.applied_migrations
    known = executor.loader.disk_migrations or {}
    if any(app == "record" and (app, name) not in known for app, name in applied):
        raise RecordError("newer", place)


def disconnect(alias: str) -> None:
    """Close the connection of `alias` and forget it."""
    with suppress(KeyError):
        connections[alias].close()
        del connections[alias]
        del connections.settings[alias]
