"""A bed of sentences in agency French: who says that people were harmed; «-» where it is the outlet."""

import csv
import datetime as dt
from pathlib import Path

import pytest

from vigie.extraction import extract
from vigie.values import Document, Harm, Interval

BED = Path(__file__).with_name("said_ways.tsv")
DAY = Interval.day(dt.date(2021, 5, 12))


def _rows() -> list[tuple[str, str]]:
    with BED.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(row["said_by"], row["text"]) for row in rows]


@pytest.mark.parametrize(("said_by", "text"), [pytest.param(*row, id=row[1][:70]) for row in _rows()])
def test_the_last_figure_is_said_by_whoever_tells_it(said_by: str, text: str) -> None:
    document = Document(id="t", document="t", text=text, sha256="", text_sha256="", origin="", published=DAY)
    told = [c for c in extract(document) if isinstance(c, Harm)]
    assert told[-1].said_by == ([] if said_by == "-" else said_by.split(","))
