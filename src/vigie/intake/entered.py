"""Lists in which each row is an incident that somebody entered: a day, a place, figures, in columns of their own.

Such a row is a document whose text is made of its cells, one a line («Tués : 12»), letter for letter; `Draft.fields`
says where in it the value of each field stands. Columns that are told to be nothing are left out of it: lists hold
names and telephone numbers that no reader needs, and the archive has the file as it came.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from anyascii import anyascii

from ..values.claim import Qualifier
from .data import table
from .dates import interval
from .decode import storable
from .problems import ReadError, clean_detail
from .records import address, fold, given, line, warn
from .source import Draft

FIGURES = (
    "killed", "killed_civilians", "killed_children", "killed_women", "injured", "missing", "abducted", "detained",
    "displaced",
)  # fmt: skip
FIELDS = (
    "id", "url", "outlet", "day", "place", "province", "lat", "lon", "type", "by", "said_by", *FIGURES, "notes",
)  # fmt: skip
_BESIDE = ("id", "url", "outlet")
"""Fields that are said of the document and are no words of its text."""

_POINTS = {"lat": "latitude", "lon": "longitude"}
_LAST = re.compile(r"[/:.]")
_FIGURE = re.compile(
    r"(?P<words>[^\d]*?)\s*(?P<low>\d+(?:[ \u00a0\u202f]\d{3})*)(?:\.0+)?"
    r"(?:\s*(?:-|–|—|à|a|to)\s*(?P<high>\d+(?:[ \u00a0\u202f]\d{3})*))?\s*(?P<after>\+?)"
)


_LARGEST = 10**9


class Figure(NamedTuple):
    """A number as a cell has it: a range has a `high` of its own."""

    low: int
    high: int
    qualifier: Qualifier


def figure(words: str) -> Figure | None:
    """The figure of a cell («12», «au moins 12», «12-15», «12+»); None where it holds anything else."""
    match = _FIGURE.fullmatch(words.strip())
    if match is None:
        return None
    told = match["words"].strip() or match["after"]
    qualifier = _qualifiers().get(told) or _qualifiers().get(anyascii(told).lower().rstrip(". "))
    low = _number(match["low"])
    high = _number(match["high"]) if match["high"] else low
    if (told and qualifier is None) or not low <= high < _LARGEST:
        return None
    return Figure(low, high, qualifier or "exactly")


def _number(digits: str) -> int:
    return int("".join(c for c in digits if c.isdecimal()))


@cache
def _qualifiers() -> dict[str, Qualifier]:
    return {form: name for name, forms in table("entered")["qualifiers"].items() for form in forms}


@cache
def _aliases() -> dict[str, tuple[str, int]]:
    names = table("entered")
    return {alias: (field, rank) for field in FIELDS for rank, alias in enumerate(names[field])}


def columns(names: Iterable[str], said: Mapping[str, str]) -> dict[str, str]:
    """Which column carries which field of an incident; empty where the rows are none.

    `said` is the columns file: it may name columns ("" for none), and settle the question with `rows = "incidents"` or
    `rows = "documents"`.
    """
    best: dict[str, tuple[int, str]] = {}
    for name in names:
        field, rank = _aliases().get(_short(name)) or _aliases().get(_short(_LAST.split(name)[-1])) or _point(name)
        if field and rank < best.get(field, (99, ""))[0]:
            best[field] = (rank, name)
    told = {field: column for field, column in said.items() if field in FIELDS and column in names}
    guessed = {field: name for field, (_, name) in best.items() if name not in told.values()}
    found = {field: name for field, name in guessed.items() if said.get(field) != ""} | told
    rows = said.get("rows", "")
    return found if rows == "incidents" or (rows != "documents" and "text" not in said and _tells(found)) else {}


def _point(name: str) -> tuple[str, int]:
    """The latitude and longitude that a survey splits its points into: «_lieu_latitude», «lieu-Longitude»."""
    return next(((field, 50) for field, end in _POINTS.items() if _short(name).endswith(end)), ("", 0))


def _short(name: str) -> str:
    return fold(name).replace("_", "")


def _tells(found: Mapping[str, str]) -> bool:
    """Whether columns tell of incidents: when, where, and what."""
    where = "place" in found or {"lat", "lon"} <= found.keys()
    what = any(name in found for name in FIGURES) or ("type" in found and "notes" not in found)
    return "day" in found and where and what


def draft(row: Mapping[str, object], where: Mapping[str, str]) -> Draft:
    """The draft of a row; ReadError("no_text") where its cells are empty."""
    text, replaced, fields = "", 0, dict[str, tuple[int, int]]()
    for field in (field for field in FIELDS if field in where and field not in _BESIDE):
        words, count = storable(str(row.get(where[field]) or "").strip())
        replaced += count
        if words:
            text += ("\n" if text else "") + f"{line(where[field])} : "
            fields[field] = (len(text), len(text) + len(words))
            text += words
    if not fields:
        raise ReadError("no_text")
    known = {field: row.get(where[field]) for field in _BESIDE if field in where}
    made = Draft(text=text, fields=fields, given=given(known.get("id")), url=address(known.get("url")))
    made.outlet = line(known.get("outlet"))
    _warn_of_cells(made)
    return warn(made, replaced)


def _warn_of_cells(made: Draft) -> None:
    """Say what stands in cells and cannot be taken."""
    cells = {field: made.text[start:end] for field, (start, end) in made.fields.items()}
    if "day" in cells and not interval(cells["day"]):
        made.warnings.append(("bad_date", {"date": clean_detail(cells["day"])}))
    for name in FIGURES:
        if name in cells and figure(cells[name]) is None:
            made.warnings.append(("bad_figure", {"figure": clean_detail(cells[name])}))
