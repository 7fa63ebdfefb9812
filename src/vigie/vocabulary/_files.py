"""Reading the tab-separated tables of this room: one row a line, the first line names the columns."""

from functools import cache
from importlib.resources import files

Row = dict[str, str]


def text(name: str) -> str:
    """The text of a table as it stands on disk."""
    return files("vigie.vocabulary").joinpath("data", f"{name}.tsv").read_text(encoding="utf-8")


@cache
def rows(name: str) -> tuple[Row, ...]:
    """The rows of `data/<name>.tsv`; ValueError names the first line that has too many or too few fields."""
    head, *lines = (line.split("\t") for line in text(name).splitlines())
    for number, fields in enumerate(lines, 2):
        if len(fields) != len(head):
            raise ValueError(f"{name}.tsv, line {number}: {len(fields)} fields, {len(head)} expected")
    return tuple(dict(zip(head, fields, strict=True)) for fields in lines)


def words(cell: str, separator: str | None = None) -> tuple[str, ...]:
    """The parts of a cell that holds a list; none for an empty cell."""
    return tuple(part.strip() for part in cell.split(separator)) if cell else ()


def year(cell: str) -> int | None:
    """A year, or None for an empty cell."""
    return int(cell) if cell else None
