"""A bed of short stories in agency French: how all whom they count were harmed, and with what."""

import csv
from pathlib import Path

import pytest
from events_told import claims

from vigie.values import Harm

BED = Path(__file__).with_name("method_ways.tsv")


def _rows() -> list[tuple[str, str, str]]:
    with BED.open(encoding="utf-8", newline="") as file:
        return [(row["method"], row["weapon"], row["text"]) for row in csv.DictReader(file, delimiter="\t")]


@pytest.mark.parametrize(("method", "weapon", "text"), _rows(), ids=lambda value: value[:60])
def test_how_and_with_what_is_read_however_it_is_told(method: str, weapon: str, text: str) -> None:
    told = {(str(c.method), " ".join(sorted(c.weapon))) for c in claims(text) if isinstance(c, Harm)}
    assert told == {(method, " ".join(sorted(weapon.split())))}
