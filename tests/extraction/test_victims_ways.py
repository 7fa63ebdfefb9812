"""A bed of sentences in agency French: who was harmed, and whose they were, in the order of the text."""

import csv
from pathlib import Path

import pytest
from events_told import claims

from vigie.values import Harm

BEDS = ("victims_ways.tsv", "trades_ways.tsv")


def _rows() -> list[tuple[str, str]]:
    lines = (Path(__file__).with_name(bed).read_text(encoding="utf-8").splitlines() for bed in BEDS)
    return [(row["victims"], row["text"]) for bed in lines for row in csv.DictReader(bed, delimiter="\t")]


def _told(claim: Harm) -> str:
    return f"{claim.victims}/{claim.side}" if claim.side else claim.victims


@pytest.mark.parametrize(("victims", "text"), _rows(), ids=lambda value: value[:60])
def test_people_are_those_whom_the_words_mean(victims: str, text: str) -> None:
    found = sorted((c for c in claims(text) if isinstance(c, Harm)), key=lambda c: c.start)
    assert [_told(claim) for claim in found] == victims.split()
