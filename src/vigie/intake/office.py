"""Office documents: DOCX and ODT are one document each, the rows of an XLSX are documents."""

import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Iterator

import defusedxml.ElementTree
import docx as python_docx
import msgspec
import openpyxl
from docx.table import Table
from docx.text.paragraph import Paragraph

from . import limits
from .problems import ReadError
from .records import line
from .source import Draft, Failure, Request
from .tables import head, rows

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def docx(request: Request) -> Iterator[Draft]:
    """The paragraphs and tables of a DOCX in their order; the title of its properties."""
    found = python_docx.Document(io.BytesIO(request.data))
    blocks = (words for item in found.iter_inner_content() for words in _words(item))
    text = "\n".join(words for words in blocks if words.strip())
    yield Draft(text=text, title=line(found.core_properties.title))


def _words(item: Paragraph | Table) -> Iterable[str]:
    if isinstance(item, Paragraph):
        return [item.text]
    return (" ; ".join(dict.fromkeys(cell.text for cell in row.cells)) for row in item.rows)


def odt(request: Request) -> Iterator[Draft]:
    """The headings and paragraphs of an ODT."""
    with zipfile.ZipFile(io.BytesIO(request.data)) as archive:
        tree = defusedxml.ElementTree.fromstring(archive.read("content.xml"), forbid_dtd=True)
    wanted = (element for element in tree.iter() if element.tag in (f"{_TEXT}p", f"{_TEXT}h"))
    text = "\n".join(words for element in wanted if (words := "".join(element.itertext()).strip()))
    yield Draft(text=text)


def xlsx(request: Request) -> Iterator[Draft | Failure]:
    """The rows of each sheet that has a text column; values as the sheet shows them, formulas by their last result."""
    book = openpyxl.load_workbook(io.BytesIO(request.data), read_only=True, data_only=True)
    refused = []
    for sheet in book.worksheets:
        numbered = ((str(i), [_cell(value) for value in row]) for i, row in enumerate(_rows(sheet), 1))
        try:
            for found in rows(numbered, request.said, request.name):
                found.place = f"{sheet.title}:{found.place}"
                yield found
        except ReadError as bad:
            refused.append(Failure.of(bad, sheet.title))
    if len(refused) == len(book.worksheets):
        yield from refused


def xlsx_heads(request: Request) -> Iterator[Draft]:
    """The names of the columns and the first rows of each sheet, as JSON (`tables.Head`)."""
    book = openpyxl.load_workbook(io.BytesIO(request.data), read_only=True, data_only=True)
    for sheet in book.worksheets:
        found = head([_cell(value) for value in row] for row in _rows(sheet))
        yield Draft(text=msgspec.json.encode(found).decode(), place=sheet.title)


def _rows(sheet: openpyxl.worksheet._read_only.ReadOnlyWorksheet) -> Iterable[tuple[object, ...]]:
    found: Iterable[tuple[object, ...]] = sheet.iter_rows(max_row=limits.ROWS, max_col=500, values_only=True)
    return found


def _cell(value: object) -> str:
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    return "" if value is None else str(value)
