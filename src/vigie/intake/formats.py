"""The format of a source → the function that reads it."""

import io
from functools import partial

from . import captures, jsonl, limits, mailbox, packed, plain, tables
from .helper import HELPER
from .source import Handler, Parsed, Part, Request, Source, Stream, whole


def apart(kind: str, source: Source, stream: Stream) -> Parsed:
    """Parse in the helper process: formats whose libraries a hostile file can make endless, huge or crash."""
    said = tables.sidecar(source) if kind == "xlsx" else {}
    limit = limits.TEXT_FILE if kind == "markdown" else limits.WHOLE_FILE
    for found in HELPER.parse(Request(kind, whole(stream, limit), source.name, source.declared, said)):
        if isinstance(found, Part):
            source.budget.item()
            yield source.inside(found.name, partial(io.BytesIO, found.data))
        else:
            yield found


PACKING = frozenset({"zip", "tar", "gz", "bz2", "xz"})
NAMES = {"text": "txt", "markdown": "md"}
"""What a person calls a format, where that is not the handler's name."""

HANDLERS: dict[str, Handler] = {
    "text": plain.text,
    "jsonl": jsonl.json_lines,
    "json": jsonl.json_file,
    "csv": tables.csv_file,
    "mbox": mailbox.mbox,
    "warc": captures.warc,
    "zip": packed.zipped,
    "tar": packed.tar,
    "gz": packed.packed,
    "bz2": packed.packed,
    "xz": packed.packed,
    **{kind: partial(apart, kind) for kind in ("html", "markdown", "eml", "feed", "pdf", "docx", "xlsx", "odt")},
}
