"""Django's settings for the record, the draft site's templates and the reviewing desk.

`VIGIE_DATABASE` is a file path (SQLite, the default `vigie.db`) or a `postgresql://user:password@host/name` address:
one setting apart. The rooms above the record are named here as strings only, so nothing is imported upwards.
"""

import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

# FULL: what was committed is still there after a power cut. IMMEDIATE: a batch asks for the lock at its start, so that
# two writers wait for each other instead of failing halfway. The cache (KiB) holds the indexes of a large record.
_PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-65536"


def sqlite(path: Path, *, timeout: float = 5.0, read_only: bool = False) -> dict[str, Any]:
    """The settings of an SQLite record; `timeout` in seconds is how long to wait for another program's lock."""
    options: dict[str, Any] = {"timeout": timeout}
    if read_only:
        name = f"{path.resolve().as_uri()}?mode=ro{_immutable(path)}"
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": name, "OPTIONS": {**options, "uri": True}}
    options |= {"init_command": _PRAGMAS, "transaction_mode": "IMMEDIATE"}
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(path), "OPTIONS": options}


def _immutable(path: Path) -> str:
    # SQLite reads a WAL file only where it may write its index beside it; on a read-only medium nobody writes anyway.
    at_rest = not path.with_name(path.name + "-wal").exists()
    return "&immutable=1" if at_rest and not os.access(path.parent, os.W_OK) else ""


def postgresql(url: str) -> dict[str, Any]:
    """The settings of a PostgreSQL record from its address."""
    parts = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
    }


def is_url(place: str | Path) -> bool:
    """Whether a record is named by a PostgreSQL address and not by a file."""
    return str(place).startswith(("postgresql://", "postgres://"))


def database(place: str | Path, *, timeout: float = 5.0, read_only: bool = False) -> dict[str, Any]:
    """The settings of the record at `place`, a path or a PostgreSQL address."""
    if is_url(place):
        return postgresql(str(place))
    return sqlite(Path(place), timeout=timeout, read_only=read_only)


DATABASES = {"default": database(os.environ.get("VIGIE_DATABASE", "vigie.db"))}
INSTALLED_APPS = ["vigie.record", "vigie.publishing"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"autoescape": True, "builtins": ["django.templatetags.i18n"]},
    }
]
USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = True
LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", "Français"), ("en", "English")]
