"""A bed of short stories: who is held responsible, how surely and by whose word, for the dead and the act alike; «-»
where nobody is, and where it is the outlet's own word.
"""

import csv
import datetime as dt
from pathlib import Path

import pytest

from vigie.extraction import extract
from vigie.values import Document, Event, Harm, Interval

BED = Path(__file__).with_name("accusers.tsv")
DAY = Interval.day(dt.date(2021, 5, 12))
Told = tuple[list[str], str, list[str]]


def _rows() -> list[dict[str, str]]:
    with BED.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _told(claim: Harm | Event) -> Told:
    return sorted(claim.by), claim.by_certainty or "-", sorted(claim.by_said_by or [])


def _ids(cell: str) -> list[str]:
    return [] if cell == "-" else sorted(cell.split(","))


@pytest.mark.parametrize("row", [pytest.param(row, id=row["text"][-70:]) for row in _rows()])
def test_who_is_blamed_and_by_whose_word(row: dict[str, str]) -> None:
    document = Document(id="t", document="t", text=row["text"], sha256="", text_sha256="", origin="", published=DAY)
    claims = extract(document)
    want = (_ids(row["by"]), row["certainty"], _ids(row["sayers"]))
    assert _told(next(c for c in claims if isinstance(c, Harm))) == want
    assert _told(next(c for c in claims if isinstance(c, Event) and c.realis == "occurred")) == want


OWNED = {
    "claimed and lost": "Neuf soldats ont été tués lundi dans une attaque à Baidoa, en Somalie. Les shebab ont revendiqué l'attaque et reconnu la perte de trois combattants.",
    "admitted": "Un poste a été attaqué lundi à Baidoa, en Somalie. Les shebab ont admis la mort de trois combattants dans l'assaut, qu'ils ont revendiqué.",
    "admitting": "Un poste a été attaqué lundi à Baidoa, en Somalie. Les shebab ont revendiqué l'assaut, reconnaissant la mort de trois combattants.",
}


@pytest.mark.parametrize("text", OWNED.values(), ids=OWNED.keys())
def test_who_claims_an_attack_and_owns_up_to_his_dead_has_not_killed_them(text: str) -> None:
    document = Document(id="t", document="t", text=text, sha256="", text_sha256="", origin="", published=DAY)
    lost = next(c for c in extract(document) if isinstance(c, Harm) and c.count == 3)
    assert lost.side == "AL-SHABAAB"
    assert "AL-SHABAAB" not in lost.by
    assert lost.said_by == ["AL-SHABAAB"]
