"""What a person is shown who says which column of a list is what, and the columns file that keeps the answer."""

import json
import os
from collections.abc import Mapping
from functools import partial
from io import FileIO
from pathlib import Path

import msgspec

from . import entered, limits, records
from .helper import HELPER
from .problems import ReadError
from .sniff import sniff
from .source import Draft, Request, Source, whole
from .tables import SAID, Head, heading

_QUOTED = {"\x7f": "\\u007f"}


def head_of(path: Path) -> Head:
    """The columns of a list and its first rows: of a workbook, those of the sheet with most columns. ReadError."""
    source = Source(name=path.as_posix(), opener=partial(FileIO, path), path=path)
    with source.open() as stream:
        kind = sniff(stream.peek(limits.HEAD), source.name)
        if kind == "zip":  # which is what a workbook is
            return _sheet(Request("xlsx_heads", whole(stream), source.name))
        if kind != "csv":
            raise ReadError("no_list")
        return heading(source, stream)


def _sheet(request: Request) -> Head:
    found = HELPER.parse(request)
    heads = [msgspec.json.decode(one.text, type=Head) for one in found if isinstance(one, Draft)]
    if not heads:
        raise ReadError("no_list")
    return max(heads, key=lambda one: len(one.names))


def guessed(names: list[str], incidents: bool) -> dict[str, str]:
    """Which column is what, as far as the names tell."""
    return entered.columns(names, {"rows": "incidents"}) if incidents else records.columns(names)


def write_columns(path: Path, said: Mapping[str, str]) -> Path:
    """Write what was said of a list's columns beside it; field -> column, "" for none."""
    target = path.with_name(path.name + ".columns.toml")
    lines = "".join(f"{field} = {_quoted(name)}\n" for field, name in said.items() if field in SAID)
    partial_file = target.with_name(target.name + ".part")
    partial_file.write_text(lines, encoding="utf-8", newline="\n")
    os.replace(partial_file, target)
    return target


def _quoted(words: str) -> str:
    """A TOML string: JSON's, but for one sign that TOML wants escaped."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", _QUOTED["\x7f"])
