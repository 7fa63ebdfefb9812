"""Mailboxes (MBOX): a stream of mails."""

import io
from collections.abc import Iterator
from functools import partial

from . import limits
from .source import Failure, Parsed, Source, Stream, lines


def mbox(source: Source, stream: Stream) -> Parsed:
    """The mails of a mailbox; a mail begins at a line «From » after an empty one."""
    for number, found in enumerate(_messages(stream), 1):
        source.budget.item()
        if found is None:
            limit = limits.WHOLE_FILE // limits.MEGA
            yield Failure(code="too_big", details={"size": f"> {limit}", "limit": str(limit)}, place=str(number))
        else:
            yield source.inside(str(number), partial(io.BytesIO, found), kind="eml", charged=False)


def _messages(stream: Stream) -> Iterator[bytes | None]:
    """The bytes of each mail; None for one that is too big."""
    kept: list[bytes] = []
    size, after_empty, started = 0, True, False
    for found in lines(stream):
        data = found if found is not None else b"\n"
        if after_empty and data.startswith(b"From "):
            if started:
                yield b"".join(kept) if size <= limits.WHOLE_FILE else None
            kept, size, started = [], 0, True
        elif started:
            size += len(data) if found is not None else limits.WHOLE_FILE + 1
            if size <= limits.WHOLE_FILE:
                kept.append(data)
        after_empty = not data.strip()
    if started:
        yield b"".join(kept) if size <= limits.WHOLE_FILE else None
