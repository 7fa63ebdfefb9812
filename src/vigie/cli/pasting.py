"""`vigie paste`: a text from the clipboard or another program, with its outlet and day, into the record."""

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Annotated, TextIO

import msgspec
import typer

from vigie.intake import ReadError, decode, interval, limits, problem, reason
from vigie.record import open_record
from vigie.values import digest

from .packs import Pack
from .say import complain, err, language, say
from .taking import NOTHING_READ, By, Means, Stamp, draw_up, require, stamp_kept, take_in, tell

_TERMINAL = "CON" if os.name == "nt" else "/dev/tty"


@contextmanager
def _terminal() -> Iterator[TextIO | None]:
    """The terminal that a person types at, also where standard input comes from elsewhere; None where there is none."""
    if sys.stdin.isatty():
        yield sys.stdin
        return
    with ExitStack() as opened:
        typed = None
        with suppress(OSError):  # a terminal to read the errors at, but none to type at
            typed = opened.enter_context(Path(_TERMINAL).open(encoding="utf-8")) if sys.stderr.isatty() else None
        yield typed


def _asked(given: dict[str, str | None]) -> dict[str, str | None]:
    """What was not given, asked for where a person is there to answer; an empty answer leaves it out."""
    with _terminal() as terminal:
        if terminal is None:
            return given
        return {name: value if value is not None else _answer(terminal, name) for name, value in given.items()}


def _answer(terminal: TextIO, name: str) -> str | None:
    err.print(say(f"paste.{name}"), end=" ", markup=False, soft_wrap=True)
    return terminal.readline().strip() or None


def _text() -> str:
    """Standard input, whatever its encoding; exit status 3 where it cannot be read."""
    if sys.stdin.isatty():
        err.print(say("paste.text"), markup=False, soft_wrap=True)
    data = sys.stdin.buffer.read(limits.TEXT_FILE + 1)
    try:
        if len(data) > limits.TEXT_FILE:
            limit = limits.TEXT_FILE // limits.MEGA
            raise ReadError("too_big", size=f"> {limit}", limit=limit)
        if not data.strip():
            raise ReadError("empty")
        return decode(data)[0]
    except ReadError as bad:
        complain(reason(problem("-", bad), language()))
        raise typer.Exit(NOTHING_READ) from bad


def _kept(folder: Path, row: dict[str, str | None]) -> Path:
    """The pasted text as a file to be read; the same text of the same outlet is the same file."""
    mark = digest(("paste", *row.values()))
    path = folder / f"{mark}.jsonl"
    folder.mkdir(parents=True, exist_ok=True)
    path.write_bytes(msgspec.json.encode({"id": f"paste-{mark}", **row}) + b"\n")
    return path


def paste(
    outlet: Annotated[str | None, typer.Option("--outlet", help="Whose text it is.")] = None,
    date: Annotated[str | None, typer.Option("--date", help="When it was published, such as 2016-10-11.")] = None,
    title: Annotated[str | None, typer.Option("--title", help="Its title.")] = None,
    url: Annotated[str | None, typer.Option("--url", help="Its address.")] = None,
    output: Annotated[Path, typer.Option("--output", "-o", help="The observatory's folder.")] = Path("vigie-output"),
    pack: Pack = None,
    by: By = "",
    stamp: Stamp = None,
) -> None:
    """Take a text from standard input into the record; outlet, day and title are asked for at a terminal.

    Example:  xclip -o | vigie paste --outlet "Fil d'Orient" --date 2016-10-11
    """
    said = _asked({"outlet": outlet, "date": date, "title": title})
    if said["date"] and interval(said["date"]) is None:
        complain(say("paste.nodate", date=said["date"]))
        raise typer.Exit(2)
    text, means = _text(), Means(1, pack, by, stamp)
    with open_record(output / "vigie.db") as record, record.run("paste"):
        pasted = _kept(output / "pasted", {**said, "url": url, "text": text})
        tally = take_in(record, output, [pasted], means)
        require(tally, output / "vigie.db")
        draw_up(record, output)
        tell(record, tally, output)
    stamp_kept(output, means)
