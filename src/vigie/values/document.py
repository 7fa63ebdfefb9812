"""The document: one text as it came, with where it came from and when it was published."""

import datetime as dt
from typing import Literal

from .base import Interval, Value

PublishedBasis = Literal["metadata", "dateline", "inferred", "given"]


class Document(Value, frozen=True, kw_only=True):
    """One text. Offsets of claims count Unicode code points in `text`, which is never altered after reading.

    `document` is the path or id it came in with, `id` the hash of that (or of its URL) and of its text: two outlets
    with the same bytes are two documents of one `origin`. `language` is ISO 639-1 or "other"; `format` is that of what
    was read, as suffixes name it: txt, md, html, jsonl, csv, pdf, eml, warc … `fields` is empty but for an incident
    that somebody entered in a list: the text is made of its cells, and each field's value stands at these offsets.
    """

    document: str
    id: str
    text: str
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    language: str = "fr"
    format: str | None = None
    fields: dict[str, tuple[int, int]] = {}
    published: Interval | None = None
    published_basis: PublishedBasis | None = None
    published_reasons: list[str] = []
    retrieved: dt.datetime | None = None
    sha256: str
    text_sha256: str
    origin: str
