"""`vigie columns`: which column of a list is what, asked for and kept in a small file beside it."""

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from vigie.intake import (
    ENTERED_FIELDS,
    LISTED_FIELDS,
    Head,
    ReadError,
    guessed,
    head_of,
    problem,
    reason,
    write_columns,
)

from .say import complain, language, out, plain, say

_NONE, _WIDE = "-", 60


def _shown(head: Head) -> Table:
    """The columns by number, each with its first value."""
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=False)
    for number, name in enumerate(head.names, 1):
        values = (row[number - 1] for row in head.rows if number <= len(row))
        first = next((value for value in values if value), "")
        table.add_row(str(number), Text(plain(name)), Text(plain(" ".join(first.split())[:_WIDE]), style="dim"))
    return table


def _answer(question: str) -> str:
    out.print(question, end=" ", markup=False, soft_wrap=True)
    line = sys.stdin.readline()
    if not line:
        complain(say("columns.unanswered"))
        raise typer.Exit(2)
    return line.strip()


def _column(field: str, names: list[str], guess: str | None) -> str:
    """The column of a field, asked for until the answer is a number of one, nothing (the guess holds), or a dash."""
    hint = str(names.index(guess) + 1) if guess is not None else _NONE
    while True:
        told = _answer(f"{say(f'columns.{field}')} [{hint}]:") or hint
        if told == _NONE:
            return ""
        if told.isascii() and told.isdecimal() and 1 <= int(told) <= len(names):
            return names[int(told) - 1]


def _incidents(names: list[str]) -> bool:
    hint = "2" if guessed(names, incidents=True).keys() & {"killed", "injured"} else "1"
    while (told := _answer(f"{say('columns.rows')} [{hint}]:") or hint) not in ("1", "2"):
        pass
    return told == "2"


def columns(
    file: Annotated[Path, typer.Argument(help="A list: CSV or XLSX.", metavar="LIST")],
) -> None:
    """Ask which column of a list is what, and keep the answers beside it, where every reading finds them.

    Example:  vigie columns incidents-2016.xlsx
    """
    if not file.is_file():
        complain(say("missing.file", path=file))
        raise typer.Exit(2)
    try:
        head = head_of(file)
    except ReadError as bad:
        complain(reason(problem(str(file), bad), language()))
        raise typer.Exit(2) from bad
    out.print(_shown(head))
    out.print(say("columns.how"))
    incidents = _incidents(head.names)
    guess = guessed(head.names, incidents)
    fields = ENTERED_FIELDS if incidents else LISTED_FIELDS
    said = {"rows": "incidents" if incidents else "documents"}
    said |= {field: _column(field, head.names, guess.get(field)) for field in fields}
    out.print(say("columns.wrote", path=write_columns(file, said)), markup=False, soft_wrap=True)
