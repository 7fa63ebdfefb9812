"""A bed of sentences in agency French: where the people of a figure were harmed, however it is told."""

import csv
import datetime as dt
from pathlib import Path

import pytest

from vigie.extraction import extract
from vigie.values import Document, Harm, Interval

BED = Path(__file__).with_name("place_ways.tsv")
DAY = Interval.day(dt.date(2021, 10, 6))


def _rows() -> list[tuple[str, int, str]]:
    with BED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return [(row["place"], int(row["count"]), row["text"].replace("\\n", "\n")) for row in rows]


def _name(claim: Harm) -> str:
    return claim.place.name if claim.place else ""


@pytest.mark.parametrize(("place", "count", "text"), _rows(), ids=lambda value: str(value)[-50:])
def test_where_people_were_harmed_however_it_is_told(place: str, count: int, text: str) -> None:
    document = Document(id="t", document="t", text=text, sha256="", text_sha256="", origin="", published=DAY)
    found = [c for c in extract(document) if isinstance(c, Harm) and count in (c.count, c.low)]
    assert [_name(c) for c in found] == [place]
