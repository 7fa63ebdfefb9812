"""JSON lines, and JSON files of one object or a list of them: one document each."""

import json
from collections.abc import Iterator

import msgspec

from . import limits
from .decode import decode
from .problems import Bad, clean_detail
from .records import draft
from .source import Draft, Failure, Parsed, Source, lines, whole

_decoder = msgspec.json.Decoder()


def json_lines(source: Source) -> Parsed:
    """One document a line; a line that is none becomes a failure with its number."""
    with source.open() as stream:
        for number, data in enumerate(lines(stream), 1):
            if data is None:
                yield Failure(code="long_line", details={"limit": str(limits.LINE // limits.MEGA)}, place=f"{number}")
            elif words := data.removeprefix(b"\xef\xbb\xbf").strip():
                yield _safely(words, str(number))


def json_file(source: Source) -> Parsed:
    """A JSON file: one object, or a list of objects."""
    with source.open() as stream:
        data = whole(stream)
    found = _loads(data)
    rows = found if isinstance(found, list) else [found]
    for number, row in enumerate(rows, 1):
        yield _row(row, str(number))


def _safely(words: bytes, place: str) -> Draft | Failure:
    try:
        return _row(_loads(words), place)
    except Bad as bad:
        return Failure.of(bad, place)


def _row(row: object, place: str) -> Draft | Failure:
    try:
        if not isinstance(row, dict):
            raise Bad("not_object")
        made = draft(row)
    except Bad as bad:
        return Failure.of(bad, place)
    made.place = place
    return made


def _loads(data: bytes) -> object:
    """The value of some JSON. What msgspec refuses (lone surrogates, other encodings than UTF-8) json may still read."""
    try:
        return _decoder.decode(data)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        return _lenient(data)


def _lenient(data: bytes) -> object:
    try:
        return json.loads(decode(data)[0], parse_constant=_refuse)
    except RecursionError as error:
        raise Bad("bad_json", error="nesting") from error
    except ValueError as error:
        raise Bad("bad_json", error=clean_detail(str(error))) from error


def _refuse(name: str) -> Iterator[object]:
    raise ValueError(f"{name} is not JSON")
