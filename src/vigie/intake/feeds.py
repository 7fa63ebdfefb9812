"""RSS and Atom files: each entry is a document."""

import calendar
import datetime as dt
import io
import re
from collections.abc import Iterator
from typing import Any

import feedparser

from ..values import Interval
from .pages import fragment_text
from .problems import ReadError
from .records import address, given, line
from .source import Draft, Failure, Request

_ENTITY = re.compile(rb"<!\s*ENTITY", re.IGNORECASE)


def feed(request: Request) -> Iterator[Draft | Failure]:
    """The entries of a feed. Entities are refused before the parser sees them; nothing is fetched."""
    if _ENTITY.search(request.data) or b"<\x00!\x00E" in request.data or b"\x00<\x00!\x00E" in request.data:
        raise ReadError("entities")
    found = feedparser.parse(io.BytesIO(request.data), sanitize_html=True, resolve_relative_uris=False)
    if not found.entries:
        error = type(found.get("bozo_exception")).__name__ if found.get("bozo") else None
        raise ReadError("unreadable", kind="XML", error=error) if error else ReadError("no_items", kind="RSS")
    outlet = line(found.feed.get("title"))
    for number, entry in enumerate(found.entries, 1):
        yield _entry(entry, outlet, str(number))
    if found.get("bozo") and "CharacterEncodingOverride" not in type(found.bozo_exception).__name__:
        yield Failure(code="unreadable", details={"kind": "XML", "error": type(found.bozo_exception).__name__})


def _entry(entry: Any, outlet: str | None, place: str) -> Draft | Failure:
    try:
        bodies = [part.get("value") or "" for part in entry.get("content") or ()] + [entry.get("summary") or ""]
        text = max((fragment_text(body) for body in bodies), key=len)
    except ReadError as bad:
        return Failure.of(bad, place)
    title, url = line(fragment_text(entry.get("title") or "").replace("\n", " ")), address(entry.get("link"))
    made = Draft(text=text or title or "", place=place, title=title, url=url, outlet=outlet)
    made.given = url or given(entry.get("id"))
    made.published = _day(entry)
    made.basis = "metadata" if made.published else None
    return made


def _day(entry: Any) -> Interval | None:
    """The day on which an entry was published, in UTC as feedparser gives it; never that of its last change."""
    parsed = entry.get("published_parsed")
    try:
        moment = dt.datetime.fromtimestamp(calendar.timegm(parsed), dt.UTC) if parsed else None
    except (ValueError, OverflowError, OSError, TypeError):
        return None
    return Interval.day(moment.date()) if moment and 1900 <= moment.year <= 2100 else None
