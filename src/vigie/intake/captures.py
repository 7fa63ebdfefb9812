"""Web captures (WARC): each captured page, text or PDF is a document with its address and the time of its capture."""

import datetime as dt
import io
import logging
from functools import partial
from typing import Any

from warcio.archiveiterator import ArchiveIterator

from . import limits
from .problems import ReadError
from .records import address
from .source import Draft, Failure, Parsed, Source, Stream

_KINDS = {
    "text/html": "html", "application/xhtml+xml": "html", "text/plain": "text", "application/pdf": None,
    "application/rss+xml": "feed", "application/atom+xml": "feed",
}  # fmt: skip
# Its warnings quote addresses from outside, escape sequences and all, on the terminal.
logging.getLogger("warcio").setLevel(logging.ERROR)
_READ = ("response", "resource", "conversion")


class _Records(ArchiveIterator):  # type: ignore[misc]  # the library has no types
    """The records of a WARC; the library's own warning of a damaged one, with bytes from outside, is not printed."""

    INC_RECORD = ""


def warc(source: Source, stream: Stream) -> Parsed:
    """The documents of a WARC; pictures, styles, redirections and errors of servers are passed over."""
    for record in _Records(stream, check_digests=False):
        source.budget.item()
        kind = _type(record)
        if record.rec_type in _READ and kind in _KINDS and _status(record) in ("", "200"):
            yield _document(source, record, kind)


def _type(record: Any) -> str:
    head = record.http_headers or record.rec_headers
    return (head.get_header("Content-Type") or "").partition(";")[0].strip().lower()


def _status(record: Any) -> str:
    return record.http_headers.get_statuscode() or "" if record.http_headers else ""


def _document(source: Source, record: Any, kind: str) -> Source | Failure:
    target = record.rec_headers.get_header("WARC-Target-URI") or ""
    place = target[: limits.ADDRESS]
    try:
        data = record.content_stream().read(limits.WHOLE_FILE + 1)
    except Exception as error:  # warcio raises what zlib, brotli and chunked decoding raise
        return Failure(code="unreadable", details={"kind": "WARC", "error": type(error).__name__}, place=place)
    if len(data) > limits.WHOLE_FILE:
        limit = limits.WHOLE_FILE // limits.MEGA
        return Failure.of(ReadError("too_big", size=f"> {limit}", limit=limit), place)
    url = address(target.strip("<>"))
    known = Draft(text="", url=url, retrieved=_time(record.rec_headers.get_header("WARC-Date")))
    head = record.http_headers or record.rec_headers
    charset = (head.get_header("Content-Type") or "").partition("charset=")[2].partition(";")[0] or None
    made = source.inside(place, partial(io.BytesIO, data), known=known, kind=_KINDS[kind], declared=charset)
    return Source(**{**vars(made), "name": url or made.name})


def _time(words: str | None) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat((words or "").strip())
    except ValueError:
        return None
