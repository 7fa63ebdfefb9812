"""A bed of tolls, of the two sides of a fight or by several counts: how many, who they were, and who is held
responsible for them.
"""

import csv
from pathlib import Path

import pytest
from events_told import claims

from vigie.values import Harm

BED = Path(__file__).with_name("tolls_ways.tsv")


def _rows() -> list[tuple[str, str]]:
    with BED.open(encoding="utf-8", newline="") as file:
        return [(row["people"], row["text"]) for row in csv.DictReader(file, delimiter="\t")]


def _told(claim: Harm) -> str:
    people = f"{claim.victims}/{claim.side}" if claim.side else claim.victims
    return f"{claim.count} {people}<{','.join(claim.by) or '-'}"


@pytest.mark.parametrize(("people", "text"), _rows(), ids=lambda value: value[:60])
def test_tolls_say_how_many_of_whom_by_whom(people: str, text: str) -> None:
    found = sorted((c for c in claims(text) if isinstance(c, Harm)), key=lambda c: c.start)
    assert [_told(claim) for claim in found] == people.split("; ")
