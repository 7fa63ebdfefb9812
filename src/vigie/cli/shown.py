"""What a run ends with: counts, the problems, where things are."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from rich.table import Table

from vigie.intake import reason
from vigie.values import Problem

from .reading import Tally
from .say import language, out, plain, say

KINDS = ("harm", "events", "control", "diplomacy")
FEW = 8  # problems shown in the terminal; the rest stands on the problems page and in problems.jsonl


def summary(tally: Tally, record: Mapping[str, int] | None = None) -> None:
    """Print the counts of a run; what a machine drafted says so.

    `record` has the counts of `Record.summary`: claims and incidents are then those of the whole record, whatever
    this run added to it.
    """
    table = Table(title=say("summary.title"), show_header=False, title_justify="left", box=None, padding=(0, 2, 0, 0))
    table.add_column(justify="right")
    table.add_column()
    for count, label in _lines(tally, record):
        table.add_row(str(count), label)
    out.print(table)
    out.print(say("draft"))


def _lines(tally: Tally, record: Mapping[str, int] | None) -> list[tuple[int, str]]:
    claims = tally.claims if record is None else record
    kinds = ", ".join(f"{say(f'summary.{kind}')} {claims[kind]}" for kind in KINDS)
    return [
        *_read(tally, record is not None),
        (sum(claims[kind] for kind in KINDS), f"{say('summary.claims')} ({kinds})"),
        *((record[name], say(f"summary.{name}")) for name in ("incidents", "contradictions") if record),
        (len(tally.problems), say("summary.problems")),
    ]


def _read(tally: Tally, kept: bool) -> Iterator[tuple[int, str]]:
    formats = ", ".join(f"{name} {count}" for name, count in sorted(tally.formats.items()))
    yield tally.documents, say("summary.documents") + (f" ({formats})" if formats else "")
    yield tally.unread, say("summary.unread")
    if kept:
        yield tally.new, say("summary.new")
    yield tally.undated, say("summary.undated")


def problems(rows: list[Problem], where: Path) -> None:
    """Print the first problems, each with file, place and reason."""
    for row in rows[:FEW]:
        place = f" ({row.place})" if row.place else ""
        out.print(plain(f"  {row.file}{place}: {reason(row, language())}"), markup=False, soft_wrap=True)
    if len(rows) > FEW:
        out.print("  " + say("problems.more", count=len(rows) - FEW, path=where), markup=False, soft_wrap=True)


def wrote(path: Path, count: int) -> None:
    """Say that a file was written."""
    out.print(say("written", path=path, count=count), markup=False, soft_wrap=True)
