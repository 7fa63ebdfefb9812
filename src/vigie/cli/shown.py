"""What a run ends with: counts, the problems, where things are."""

from pathlib import Path

from rich.table import Table

from vigie.intake import reason
from vigie.values import Problem

from .reading import Tally
from .say import language, out, plain, say

FEW = 8  # problems shown in the terminal; the rest stands on the problems page and in problems.jsonl


def summary(tally: Tally, incidents: int | None = None, contradictions: int | None = None) -> None:
    """Print the counts of a run; what a machine drafted says so."""
    table = Table(title=say("summary.title"), show_header=False, title_justify="left", box=None, padding=(0, 2, 0, 0))
    table.add_column(justify="right")
    table.add_column()
    for count, label in _lines(tally, incidents, contradictions):
        table.add_row(str(count), label)
    out.print(table)
    out.print(say("draft"))


def _lines(tally: Tally, incidents: int | None, contradictions: int | None) -> list[tuple[int, str]]:
    formats = ", ".join(f"{name} {count}" for name, count in sorted(tally.formats.items()))
    kinds = ", ".join(
        f"{say(f'summary.{kind}')} {tally.claims[kind]}" for kind in ("harm", "events", "control", "diplomacy")
    )
    lines = [
        (tally.documents, say("summary.documents") + (f" ({formats})" if formats else "")),
        (tally.unread, say("summary.unread")),
        (tally.undated, say("summary.undated")),
        (tally.claims.total(), f"{say('summary.claims')} ({kinds})"),
    ]
    if incidents is not None:
        lines += [(incidents, say("summary.incidents")), (contradictions or 0, say("summary.contradictions"))]
    return [*lines, (len(tally.problems), say("summary.problems"))]


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
