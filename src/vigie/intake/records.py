"""A row with named fields (a JSON line, a line of a table, front matter) → a draft."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from urllib.parse import urlsplit

from anyascii import anyascii

from . import limits
from .data import table
from .dates import interval
from .decode import storable
from .problems import ReadError, clean_detail
from .source import Draft

_SIGNS = re.compile(r"[^a-z0-9_]+")
_HTTP = re.compile(r"https?://[^\s<>\"'\\]+", re.IGNORECASE)
FIELDS = ("text", "id", "date", "title", "url", "outlet")
# Letters with which a spreadsheet export marks a bare name as a question of a group: "group/question".
_GROUP = re.compile(r"[/:.]")


def fold(name: str) -> str:
    """A column's name without case, accents, spaces and signs."""
    return _SIGNS.sub("", anyascii(name).lower())


@cache
def _aliases() -> dict[str, tuple[str, int]]:
    """Folded name → (field, rank): the lower rank wins where a row has several."""
    columns = table("columns")
    return {alias: (name, rank) for name in FIELDS for rank, alias in enumerate(columns[name])}


def columns(names: Iterable[str]) -> dict[str, str]:
    """Which of the named columns carries which field."""
    best: dict[str, tuple[int, str]] = {}
    for name in names:
        known = _aliases().get(fold(name)) or _aliases().get(fold(_GROUP.split(name)[-1]))
        if known and known[1] < best.get(known[0], (99, ""))[0]:
            best[known[0]] = (known[1], name)
    return {field: name for field, (_, name) in best.items()}


def draft(row: Mapping[str, object], where: Mapping[str, str] | None = None) -> Draft:
    """The draft of a row; `where` says which column carries which field. ReadError("no_text") where there is none."""
    names = where if where is not None else columns(str(key) for key in row)
    value = {field: row.get(name) for field, name in names.items()}
    words = value.get("text")
    if not isinstance(words, str) or not words.strip():
        raise ReadError("no_text")
    if len(words) > limits.TEXT:
        raise ReadError("too_big", size=len(words) // limits.MEGA, limit=limits.TEXT // limits.MEGA)
    clean, replaced = storable(words)
    made = Draft(text=clean, given=given(value.get("id")), url=address(value.get("url")))
    made.title, made.outlet = line(value.get("title")), line(value.get("outlet"))
    return warn(_dated(made, value.get("date")), replaced)


def _dated(made: Draft, date: object) -> Draft:
    """The draft with its given date, or with a warning that it could not be read."""
    if date in (None, ""):
        return made
    made.published = interval(date)
    if made.published:
        made.basis = "given"
    else:
        made.warnings.append(("bad_date", {"date": clean_detail(str(date))}))
    return made


def warn(made: Draft, replaced: int) -> Draft:
    """The draft, with a warning where characters were replaced."""
    if replaced:
        made.warnings.append(("replaced", {"count": str(replaced)}))
    return made


def line(value: object) -> str | None:
    """A title or a name: one line, bounded; None when there is nothing."""
    if not isinstance(value, str):
        return None
    return storable(" ".join(value.split()))[0][: limits.FIELD] or None


def address(value: object) -> str | None:
    """A web address that may be shown and followed: http or https only, no spaces, no quotes."""
    if not isinstance(value, str):
        return None
    clean = storable(value.strip())[0]
    return clean if len(clean) <= limits.ADDRESS and _HTTP.fullmatch(clean) else None


def host_outlet(url: str | None) -> str | None:
    """The outlet that a web address belongs to, where the list of hosts has it."""
    try:
        host = (urlsplit(url or "").hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError:
        return None
    names = table("outlets")
    labels = host.split(".")
    return next((names[key] for i in range(len(labels)) if (key := ".".join(labels[i:])) in names), None)


def given(value: object) -> str | None:
    """The id that an item came with."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return line(str(value)) if isinstance(value, str) or abs(value) < 10**30 else None
