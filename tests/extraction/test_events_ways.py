"""A bed of single sentences in agency French: the one act that each tells, by the first words of its type."""

import csv
import datetime as dt
from pathlib import Path

import pytest

from vigie.extraction import extract
from vigie.values import Document, Event, Interval

BED = Path(__file__).with_name("events_ways.tsv")
DAY = Interval.day(dt.date(2021, 5, 12))
# What the rules do not read yet, by the first words of the sentence.
KNOWN_FAILURES = (
    "Le convoi d'une ambassade a été visé par des tir",
    "Un camion a foncé dans la foule à Nice.",
)


def _rows() -> list[tuple[str, str]]:
    with BED.open(encoding="utf-8", newline="") as file:
        return [(row["type"].replace("_", " "), row["text"]) for row in csv.DictReader(file, delimiter="\t")]


def _case(kind: str, text: str) -> object:
    known = text.startswith(KNOWN_FAILURES)
    marks = [pytest.mark.xfail(reason="not read yet", strict=True)] if known else []
    return pytest.param(kind, text, id=text[:60], marks=marks)


@pytest.mark.parametrize(("kind", "text"), [_case(*row) for row in _rows()])
def test_an_act_has_its_type_however_it_is_told(kind: str, text: str) -> None:
    document = Document(id="t", document="t", text=text, sha256="", text_sha256="", origin="", published=DAY)
    told = [c.type for c in extract(document) if isinstance(c, Event)]
    assert len(told) == 1
    assert told[0].startswith(kind)
