"""Lists: CSV in its dialects, monitors' own lists, KoboToolbox and ODK exports. A row is a document, or an incident."""

import csv
import io
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import islice
from typing import Any, NamedTuple

from . import entered, limits
from .data import table
from .decode import decode
from .problems import ReadError, clean_detail
from .records import FIELDS, columns, draft, fold
from .source import Draft, Failure, Parsed, Source, Stream, whole

Row = Mapping[str, object]
_SHOWN = 3
SAID = frozenset({"rows", *FIELDS, *entered.FIELDS})
"""What a columns file may say."""

_DELIMITERS = ",;\t|"
_LOOKED_AT = 50
# A free answer in a survey is a sentence; codes, names of places and dates are shorter.
_FREE_TEXT = 60


class Head(NamedTuple):
    """The names of a list's columns, and a few rows."""

    names: list[str]
    rows: list[list[str]]


def csv_file(source: Source, stream: Stream) -> Parsed:
    """The rows of a CSV file; its columns by their names, or as `<file>.columns.toml` beside it says."""
    text, replaced = decode(whole(stream), source.declared)
    csv.field_size_limit(limits.LINE)
    if replaced:
        yield Failure(code="replaced", details={"count": str(replaced)})
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    yield from rows(_numbered(reader), sidecar(source), source.name)


def _delimiter(text: str) -> str:
    """The separator that the header has most of: `csv.Sniffer` is misled by the commas of sentences."""
    header = text.split("\n", 1)[0]
    return max(_DELIMITERS, key=header.count)


def _numbered(reader: Any) -> Iterator[tuple[str, list[str]] | Failure]:
    """The rows with the line on which each ends; what the csv module cannot read becomes a failure."""
    while True:
        try:
            yield str(reader.line_num + 1), next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Failure(code="bad_table", details={"error": clean_detail(str(error))}, place=str(reader.line_num))


def heading(source: Source, stream: Stream) -> Head:
    """The names of a CSV's columns and its first rows: what a person is shown who says which column is what."""
    text, _ = decode(whole(stream), source.declared)
    csv.field_size_limit(limits.LINE)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    return head(row for _, row in (one for one in _numbered(reader) if not isinstance(one, Failure)))


def head(found: Iterable[list[str]]) -> Head:
    """The names of columns and the first rows below them."""
    filled = (row for row in found if any(row))
    names = [name.strip() for name in next(filled, [])]
    width = max((number for number, name in enumerate(names, 1) if name), default=0)  # workbooks have hundreds
    return Head(names[:width], [row[:width] for row in islice(filled, _SHOWN)])


def sidecar(source: Source) -> dict[str, str]:
    """What the columns file beside the list says: field → name of the column; empty where there is none."""
    path = source.path and source.path.with_name(source.path.name + ".columns.toml")
    if not path or not path.is_file():
        return {}
    try:
        said = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ReadError("bad_columns", file=path.name, error=str(error)) from error
    return {field: str(name) for field, name in said.items() if field in SAID}


def rows(
    found: Iterable[tuple[str, list[str]] | Failure], said: Mapping[str, str], name: str
) -> Iterator[Draft | Failure]:
    """The documents of numbered rows of cells, the first of which names the columns."""
    cells = iter(found)
    header = next((row for row in cells if isinstance(row, Failure) or any(row[1])), None)
    if header is None or isinstance(header, Failure):
        raise ReadError("empty")
    names = [title.strip() for title in header[1]]
    first = list(islice(cells, _LOOKED_AT))
    make = _maker(names, [row[1] for row in first if not isinstance(row, Failure)], said, name)
    for row in (*first, *cells):
        if isinstance(row, Failure):
            yield row
        elif any(cell for cell in row[1]):
            yield _made(make, dict(zip(names, row[1], strict=False)), row[0])


def _maker(names: list[str], first: list[list[str]], said: Mapping[str, str], name: str) -> Callable[[Row], Draft]:
    """What makes a draft of a row: an incident that was entered, or a document with a text."""
    if where := entered.columns(names, said):
        return partial(entered.draft, where=where)
    return partial(_document, fields=_fields(names, first, said, name))


def _fields(
    names: list[str], first: list[list[str]], said: Mapping[str, str], name: str
) -> tuple[dict[str, str], list[str]]:
    """Which column carries which field, and the columns whose words make the text."""
    told = {field: column for field, column in said.items() if column in names}
    where = {field: name for field, name in columns(names).items() if said.get(field) != ""} | told
    survey = {fold(title) for title in names} & {fold(title) for title in table("columns")["survey"]}
    texts = _narratives(names, first) if survey and "text" not in said else []
    if "text" not in where and not texts:
        shown = ", ".join(names[:12])
        raise ReadError("no_text_column", columns=shown, file=name.rpartition("/")[2])
    return where, texts or [where["text"]]


def _narratives(names: list[str], first: list[list[str]]) -> list[str]:
    """The columns of a survey that hold sentences."""
    skipped = {
        fold(title) for field in ("survey", "not_text", "id", "url", "date") for title in table("columns")[field]
    }
    return [
        title
        for i, title in enumerate(names)
        if fold(title) not in skipped
        and any(len(row[i]) > _FREE_TEXT and " " in row[i] for row in first if i < len(row))
    ]


def _document(row: Row, fields: tuple[dict[str, str], list[str]]) -> Draft:
    where, texts = fields
    words = "\n\n".join(value for name in texts if isinstance(value := row.get(name), str) and value.strip())
    return draft({**row, "\0text": words}, {**where, "text": "\0text"})


def _made(make: Callable[[Row], Draft], row: Row, place: str) -> Draft | Failure:
    try:
        made = make(row)
    except ReadError as bad:
        return Failure.of(bad, place)
    made.place = place
    return made
