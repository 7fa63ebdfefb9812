"""Plain text."""

from . import limits
from .decode import decode
from .records import warn
from .source import Draft, Parsed, Source, Stream, whole


def text(source: Source, stream: Stream) -> Parsed:
    """A plain text as it stands: no title, no date, every character kept."""
    words, replaced = decode(whole(stream, limits.TEXT_FILE), source.declared)
    yield warn(Draft(text=words), replaced)
