"""The database, the journal, decisions: an append-only memory of who said what, on SQLite or PostgreSQL.

Importing this package configures nothing. `open_record` configures Django and opens a record; `ready()` configures
Django alone, for templates.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from .errors import RecordError
from .forms import Applied, Break, Decided
from .opening import ready

if TYPE_CHECKING:
    from .record import Record as Record

__all__ = ["Applied", "Break", "Decided", "RecordError", "open_record", "ready", "restore_record"]


def open_record(place: str | Path, *, write: bool = True, timeout: float = 5.0) -> "Record":
    """Open the record at `place` (a file, or a PostgreSQL address), making it where there is none.

    One program at a time may open a record with `write`; any number may read meanwhile. `timeout`: seconds to wait for
    another program's transaction. Raises RecordError (`another_run`, `read_only`, `not_a_record`, `missing`, …).
    """
    ready()
    from .record import open_place  # Django's models can be imported only once it is configured

    return open_place(place, write=write, timeout=timeout)


def restore_record(source: Path, target: Path) -> Path | None:
    """Put a backup in the place of the record at `target`; returns where the one that stood there is kept."""
    ready()
    from .backup import restore

    return restore(source, target)
