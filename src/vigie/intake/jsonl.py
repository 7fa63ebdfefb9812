"""JSON lines, and JSON files of one object or a list of them: one document each."""

import json
from collections.abc import Iterator

import msgspec

from . import limits
from .decode import decode
from .problems import ReadError, clean_detail
from .records import draft
from .source import Draft, Failure, Parsed, Source, Stream, lines, whole

_decoder = msgspec.json.Decoder()


def json_lines(_: Source, stream: Stream) -> Parsed:
    """One document a line; a line that is none becomes a failure with its number."""
    for number, data in enumerate(_lines(stream), 1):
        if data is None:
            yield Failure(code="long_line", details={"limit": str(limits.LINE // limits.MEGA)}, place=f"{number}")
        elif words := data.removeprefix(b"\xef\xbb\xbf").strip():
            yield _safely(words, str(number))


def _lines(stream: Stream) -> Iterator[bytes | None]:
    """The lines in UTF-8; a file in UTF-16 or UTF-32 (what PowerShell writes) is held whole for it."""
    if stream.peek(4)[:4].count(0) or stream.peek(2)[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return iter(decode(whole(stream))[0].encode("utf-8").splitlines())
    return lines(stream)


def json_file(_: Source, stream: Stream) -> Parsed:
    """A JSON file: one object, or a list of objects."""
    found = _loads(whole(stream))
    rows = found if isinstance(found, list) else [found]
    for number, row in enumerate(rows, 1):
        yield _row(row, str(number))


def _safely(words: bytes, place: str) -> Draft | Failure:
    try:
        return _row(_loads(words), place)
    except ReadError as bad:
        return Failure.of(bad, place)


def _row(row: object, place: str) -> Draft | Failure:
    try:
        if not isinstance(row, dict):
            raise ReadError("not_object")
        made = draft(row)
    except ReadError as bad:
        return Failure.of(bad, place)
    made.place = place
    return made


def _loads(data: bytes) -> object:
    """The value of some JSON. What msgspec refuses (lone surrogates, other encodings) json may read."""
    try:
        return _decoder.decode(data)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        return _lenient(data)


def _lenient(data: bytes) -> object:
    try:
        return json.loads(decode(data)[0], parse_constant=_refuse)
    except RecursionError as error:
        raise ReadError("bad_json", error="nesting") from error
    except json.JSONDecodeError as error:
        raise ReadError("bad_json", error=f"{error.msg}, {error.colno}") from error
    except ValueError as error:  # NaN, or a number of thousands of digits
        raise ReadError("bad_json", error=clean_detail(str(error).partition(";")[0])) from error


def _refuse(name: str) -> Iterator[object]:
    raise ValueError(f"{name} is not JSON")
