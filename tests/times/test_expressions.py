"""The benchmark's expressions are a gate: at least 95 of 100 right, and every kind of expression there."""

import csv
import datetime as dt
from pathlib import Path

from vigie.times import find_times
from vigie.values import Interval

TABLE = Path(__file__).parents[2] / "benchmarks" / "times_expressions.tsv"


def _rows() -> list[dict[str, str]]:
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _right(row: dict[str, str]) -> bool:
    at = row["sentence"].rindex(row["words"])
    day = Interval.day(dt.date.fromisoformat(row["published"]))
    near = [m for m in find_times(row["sentence"], day) if m.start < at + len(row["words"]) and at < m.end]
    told = next((m.interval for m in near if m.interval), None)
    if not row["start"]:
        return told is None
    return told == Interval(start=dt.date.fromisoformat(row["start"]), end=dt.date.fromisoformat(row["end"]))


def test_nineteen_of_twenty_expressions_are_right() -> None:
    rows = _rows()
    wrong = [row["sentence"] for row in rows if not _right(row)]
    assert len(rows) >= 150
    assert len(wrong) <= 0.05 * len(rows), wrong
