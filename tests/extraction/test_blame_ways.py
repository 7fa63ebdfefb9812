"""A bed of sentences in agency French: who is told to have harmed people; «-» where the words name nobody."""

import csv
import datetime as dt
from pathlib import Path

import pytest

from vigie.extraction import extract
from vigie.values import Document, Harm, Interval

BED = Path(__file__).with_name("blame_ways.tsv")
DAY = Interval.day(dt.date(2021, 5, 12))


def _rows() -> list[tuple[str, str]]:
    with BED.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(row["by"], row["text"]) for row in rows]


def _case(by: str, text: str) -> object:
    return pytest.param([] if by == "-" else sorted(by.split(",")), text, id=text[:70])


@pytest.mark.parametrize(("by", "text"), [_case(*row) for row in _rows()])
def test_who_did_it_is_read_however_it_is_told(by: list[str], text: str) -> None:
    document = Document(id="t", document="t", text=text, sha256="", text_sha256="", origin="", published=DAY)
    assert sorted(next(c for c in extract(document) if isinstance(c, Harm)).by) == by
