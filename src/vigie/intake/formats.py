"""The format of a source → the function that reads it."""

from collections.abc import Callable
from functools import partial

from . import jsonl, plain, tables
from .helper import HELPER
from .source import Parsed, Source, whole

Handler = Callable[[Source], Parsed]


def apart(kind: str, source: Source) -> Parsed:
    """Parse in the helper process: formats whose libraries a hostile file can make endless, huge or crash."""
    with source.open() as stream:
        data = whole(stream)
    yield from HELPER.parse(kind, data, source.declared)


HANDLERS: dict[str, Handler] = {
    "text": plain.text,
    "markdown": plain.markdown,
    "jsonl": jsonl.json_lines,
    "json": jsonl.json_file,
    "csv": tables.csv_file,
    "html": partial(apart, "html"),
}
