"""The helper process: parses, away from the reader, what a hostile file could make endless, huge or crash.

Protocol on standard input and output: a length (4 bytes, big-endian), then that many bytes of msgpack.
Request (kind, data, declared character set), answer a list of drafts and failures.
"""

import os
import struct
import sys
from collections.abc import Callable, Iterator
from typing import BinaryIO

import msgspec

from . import limits
from .problems import Bad
from .source import Draft, Failure

Parser = Callable[[bytes, str | None], Iterator[Draft | Failure]]
Answer = list[Draft | Failure]
LENGTH = struct.Struct(">I")


class Request(msgspec.Struct):
    """One file to parse."""

    kind: str
    data: bytes
    declared: str | None = None


def parser(kind: str) -> Parser:
    """The parser of a format; imported when needed, since each drags a large library in."""
    if kind == "html":
        from .pages import page as found
    else:
        raise KeyError(kind)
    return found


def answer(request: Request) -> Answer:
    """What the request's file gives; never raises for a bad file."""
    made: Answer = []
    try:
        made.extend(parser(request.kind)(request.data, request.declared))
    except Bad as bad:
        made.append(Failure.of(bad))
    except (Exception, RecursionError) as error:
        bad = Bad("unreadable", kind=request.kind.upper(), error=type(error).__name__)
        made.append(Failure.of(bad))
    return made


def _limit_memory() -> None:
    """Bound the address space where the system can (not on Windows; macOS ignores it)."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (limits.HELPER_MEMORY, limits.HELPER_MEMORY))
    except (ImportError, ValueError, OSError):
        return


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests until there are no more."""
    decoder, encoder = msgspec.msgpack.Decoder(Request), msgspec.msgpack.Encoder()
    while head := requests.read(LENGTH.size):
        reply = encoder.encode(answer(decoder.decode(requests.read(LENGTH.unpack(head)[0]))))
        answers.write(LENGTH.pack(len(reply)) + reply)
        answers.flush()


def main() -> None:
    """Serve on the standard streams; whatever a library prints goes nowhere."""
    _limit_memory()
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
