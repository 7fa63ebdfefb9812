"""A bed of short stories in agency French: who says each of their figures; «-» where it is the outlet."""

import csv
import datetime as dt
from pathlib import Path

import pytest

from vigie.extraction import extract
from vigie.values import Document, Harm, Interval

BED = Path(__file__).with_name("said_stories.tsv")
DAY = Interval.day(dt.date(2021, 5, 12))


def _rows() -> list[tuple[str, str]]:
    with BED.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(row["said_by"], row["text"].replace("\\n", "\n")) for row in rows]


@pytest.mark.parametrize(("said_by", "text"), [pytest.param(*row, id=row[1][-70:]) for row in _rows()])
def test_each_figure_is_said_by_whoever_tells_it(said_by: str, text: str) -> None:
    document = Document(id="t", document="t", text=text, sha256="", text_sha256="", origin="", published=DAY)
    told = [",".join(sorted(c.said_by)) or "-" for c in extract(document) if isinstance(c, Harm)]
    assert told == [",".join(sorted(one.split(","))) for one in said_by.split(" ")]
