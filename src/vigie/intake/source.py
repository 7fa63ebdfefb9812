"""What is read: a named stream of bytes with what is known about it before it is opened, and the budget it shares."""

import datetime as dt
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from ..values import Interval
from ..values.document import PublishedBasis
from . import limits
from .problems import ReadError


class Draft(msgspec.Struct, kw_only=True, tag=True):
    """One text with what its format says about it, before it becomes a Document. Empty means not said.

    `given` is the id or URL that the item came with; `format` is that of what was read; `fields` says where in
    the text of an incident that somebody entered each value stands (`entered`); `warnings` are (code, details)
    of problems that did not keep it from being read.
    """

    text: str
    given: str | None = None
    place: str = ""
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: Interval | None = None
    basis: PublishedBasis | None = None
    retrieved: dt.datetime | None = None
    format: str | None = None
    fields: dict[str, tuple[int, int]] = {}
    warnings: list[tuple[str, dict[str, str]]] = []


class Request(msgspec.Struct):
    """One file for the helper process. `said` names the columns of a list (field → column)."""

    kind: str
    data: bytes
    name: str = ""
    declared: str | None = None
    said: dict[str, str] = {}


class Part(msgspec.Struct, kw_only=True, tag=True):
    """A file within a file that the helper process took out: a mail's attachment."""

    name: str
    data: bytes


class Failure(msgspec.Struct, kw_only=True, tag=True):
    """A part of a file that could not be read, while the rest goes on."""

    code: str
    details: dict[str, str] = {}
    place: str = ""

    @classmethod
    def of(cls, bad: ReadError, place: str = "") -> "Failure":
        """The failure that an exception tells of."""
        return cls(code=bad.code, details=bad.details, place=bad.place or place)


@dataclass
class Budget:
    """How much one file of the disk may unpack to, shared by all archives within it."""

    limit: int
    spent: int = 0
    items: int = 0

    @classmethod
    def of(cls, size: int) -> "Budget":
        """The budget of a file of `size` bytes."""
        return cls(limit=max(limits.SWELL_FREE, limits.SWELL * size))

    def charge(self, size: int) -> None:
        """Count unpacked bytes; ReadError("bomb") when there are too many."""
        self.spent += size
        if self.spent > self.limit:
            raise ReadError("bomb", limit=self.limit // limits.MEGA)

    def item(self) -> None:
        """Count one item of an archive; ReadError("too_many") when there are too many."""
        self.items += 1
        if self.items > limits.ITEMS:
            raise ReadError("too_many", limit=limits.ITEMS)


class Metered(io.RawIOBase):
    """A stream whose bytes are charged to a budget as they are read: what unpacks without end is stopped.

    Where its data are damaged or cut short it ends, and `broken` says why: what came before is read all the same.
    """

    def __init__(self, stream: BinaryIO, budget: Budget) -> None:
        self._stream, self._budget = stream, budget
        self._read: Callable[[int], bytes] = getattr(stream, "read1", stream.read)
        self.broken: str | None = None

    def readable(self) -> bool:
        """Always: it is only read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer; how many bytes."""
        try:
            data = self._read(len(buffer))
        except ReadError:
            raise
        except Exception as error:  # gzip, bz2, lzma, zipfile and tarfile raise a dozen kinds for damaged data
            self.broken, data = type(error).__name__, b""
        self._budget.charge(len(data))
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Close the stream below too."""
        self._stream.close()
        super().close()


@dataclass(frozen=True)
class Source:
    """A stream of bytes to be read. `name` becomes the document's name, `place` tells where in the file it stands.

    `known` says what the container knew (a mail's subject, a capture's URL and day); `declared` is a character set
    that came with it; `kind` the format where the container tells it; `told` the format that a person would name: of
    the outermost thing that is not mere packing (a capture's page is of a WARC, a mail's attachment of a mail).
    """

    name: str
    opener: Callable[[], BinaryIO]
    size: int | None = None
    place: str = ""
    path: Path | None = None
    depth: int = 0
    budget: Budget = field(default_factory=lambda: Budget(limit=limits.SWELL_FREE))
    known: Draft | None = None
    declared: str | None = None
    kind: str | None = None
    told: str | None = None
    charged: bool = False

    def open(self) -> "Stream":
        """The bytes from the start, with a buffer deep enough to `peek` at the head."""
        stream = self.opener()
        raw: Any = Metered(stream, self.budget) if self.charged else stream
        return io.BufferedReader(raw, buffer_size=limits.HEAD)

    def inside(self, member: str, opener: Callable[[], BinaryIO], **known: Any) -> "Source":
        """A member of this source, one deeper."""
        place = f"{self.place}!{member}" if self.place else member
        fresh: dict[str, Any] = {"size": None, "path": None, "declared": None, "kind": None, "charged": True} | known
        return replace(self, name=f"{self.name}!{member}", place=place, opener=opener, depth=self.depth + 1, **fresh)


Parsed = Iterator[Draft | Failure | Source]
Stream = io.BufferedReader
Handler = Callable[[Source, Stream], Parsed]
"""Reads an open source, whose head has been looked at; a stream that comes out of an archive cannot be opened twice."""


def whole(stream: Stream, limit: int = limits.WHOLE_FILE) -> bytes:
    """All bytes of a stream that must be held whole; ReadError("too_big") past the limit."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise ReadError("too_big", size=f"> {limit // limits.MEGA}", limit=limit // limits.MEGA)
    return data


def lines(stream: Stream, limit: int = limits.LINE) -> Iterator[bytes | None]:
    """The lines of a stream; None for one that is too long, which is skipped."""
    while line := stream.readline(limit):
        if len(line) < limit or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(limit)
        yield None
