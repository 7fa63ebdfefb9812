"""The format of a source → the function that reads it."""

from functools import partial

from . import captures, jsonl, mail, packed, plain, tables
from .helper import HELPER
from .source import Handler, Parsed, Request, Source, Stream, whole


def apart(kind: str, source: Source, stream: Stream) -> Parsed:
    """Parse in the helper process: formats whose libraries a hostile file can make endless, huge or crash."""
    said = tables.sidecar(source) if kind == "xlsx" else {}
    yield from HELPER.parse(Request(kind, whole(stream), source.name, source.declared, said))


HANDLERS: dict[str, Handler] = {
    "text": plain.text,
    "markdown": plain.markdown,
    "jsonl": jsonl.json_lines,
    "json": jsonl.json_file,
    "csv": tables.csv_file,
    "eml": mail.eml,
    "mbox": mail.mbox,
    "warc": captures.warc,
    "zip": packed.zipped,
    "tar": packed.tar,
    "gz": packed.packed,
    "bz2": packed.packed,
    "xz": packed.packed,
    **{kind: partial(apart, kind) for kind in ("html", "fragment", "feed", "pdf", "docx", "xlsx", "odt")},
}
