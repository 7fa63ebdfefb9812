"""What can go wrong with a record, in words that a person can act on, in French and English."""

import sqlite3
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files

from django.db import Error as DatabaseError

# What SQLite and PostgreSQL say -> the message; the first that fits is told.
_SIGNS = (
    ("disk is full", "disk_full"),
    ("no space left", "disk_full"),
    ("disk i/o error", "disk_full"),
    ("readonly", "read_only"),
    ("read-only", "read_only"),
    ("locked", "locked"),
    ("busy", "locked"),
    ("unable to open", "cannot_open"),
    ("permission denied", "cannot_open"),
    ("not a database", "not_a_record"),
    ("malformed", "damaged"),
)


@cache
def _messages() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("vigie.record").joinpath("data/messages.toml").read_text(encoding="utf-8"))


class RecordError(Exception):
    """The record cannot be used. `key` names the reason in `data/messages.toml`; `text("fr")` is the sentence."""

    def __init__(self, key: str, path: object, **details: object) -> None:
        self.key = key
        self.details = {"path": path, **details}
        super().__init__(self.text("en"))

    def text(self, language: str = "en") -> str:
        """The message in `language` ("fr" or "en")."""
        return _messages()[self.key][language].format(**self.details)


def explain(error: BaseException, path: object) -> RecordError:
    """The database's error as one that a person can act on."""
    said = str(error).lower()
    for sign, key in _SIGNS:
        if sign in said:
            return RecordError(key, path)
    return RecordError("failed", path, reason=str(error) or type(error).__name__)


@contextmanager
def told_clearly(path: object) -> Iterator[None]:
    """Turn every error of the database within into a RecordError."""
    try:
        yield
    except (DatabaseError, sqlite3.Error, OSError) as error:
        raise explain(error, path) from error
