"""The helper process: parses, away from the reader, what a hostile file could make endless, huge or crash.

Protocol on standard input and output: a length (4 bytes, big-endian), then that many bytes of msgpack.
A request, answered by a list of drafts and failures.
"""

import os
import struct
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import BinaryIO

import msgspec

from . import limits
from .problems import ReadError
from .source import Draft, Failure, Part, Request

Answer = list[Draft | Failure | Part]
Parser = Callable[[Request], Iterator[Draft | Failure | Part]]
LENGTH = struct.Struct(">I")


PARSERS = {
    "html": "pages.page",
    "markdown": "markdown.markdown",
    "eml": "mail.eml",
    "feed": "feeds.feed",
    "pdf": "pdf.pdf",
    "docx": "office.docx",
    "xlsx": "office.xlsx",
    "odt": "office.odt",
    "xlsx_heads": "office.xlsx_heads",
}
"""Format → module and function; imported when needed, since each drags a large library in."""


def parser(kind: str) -> Parser:
    """The parser of a format."""
    module, _, function = PARSERS[kind].partition(".")
    found: Parser = getattr(import_module(f".{module}", __package__ or "vigie.intake"), function)
    return found


def answer(request: Request) -> Answer:
    """What the request's file gives; never raises for a bad file."""
    made: Answer = []
    try:
        made.extend(parser(request.kind)(request))
    except ReadError as bad:
        made.append(Failure.of(bad))
    except MemoryError:
        made = [Failure(code="crashed")]
    except Exception as error:
        made.append(Failure.of(ReadError("unreadable", kind=request.kind.upper(), error=type(error).__name__)))
    return made


def _limit_memory() -> None:
    """Bound the memory where the system can (Linux; not Windows, macOS ignores it). Not the address space: PDFium and
    NumPy reserve much more of it than they use."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (limits.HELPER_MEMORY, limits.HELPER_MEMORY))
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
