"""A bed of sentences in agency French: each figure of people harmed, by outcome and number, however it is told."""

import csv
import datetime as dt
from pathlib import Path

import pytest

from vigie.extraction import extract
from vigie.values import Document, Harm, Interval

BED = Path(__file__).with_name("harm_ways.tsv")
DAY = Interval.day(dt.date(2021, 5, 12))
# What the rules do not read yet, by the first words of the sentence.
KNOWN_FAILURES = (
    "Le général Polad Hachimov, le colonel Ilgar Mirzaïev",
    "L'armée a reconnu la mort de quatre de ses hommes, d",
    "Deux cent soixante-quatre soldats ukrainiens ont qui",
    "Les soldats se sont repliés en Ouganda: au moins 137",
    "Le journaliste français Olivier Dubois et l'humanita",
    "Seize personnes, quatorze civils et deux policiers,",
    "Un couple et ses trois enfants ont été tués dans un",
    "Une mère et sa fille ont été tuées dans un raid.",
    "Au total, ce sont 90 personnes qui ont perdu la vie",
)


def _rows() -> list[tuple[str, str]]:
    with BED.open(encoding="utf-8", newline="") as file:
        return [(row["figures"], row["text"].replace("\\n", "\n")) for row in csv.DictReader(file, delimiter="\t")]


def _case(figures: str, text: str) -> object:
    known = text.startswith(KNOWN_FAILURES)
    marks = [pytest.mark.xfail(reason="not read yet", strict=True)] if known else []
    return pytest.param(figures, text, id=text[:60], marks=marks)


def _told(claim: Harm) -> str:
    return f"{claim.outcome}:{claim.count}" if claim.count is not None else f"{claim.outcome}:{claim.low}+"


@pytest.mark.parametrize(("figures", "text"), [_case(*row) for row in _rows()])
def test_figures_are_read_however_they_are_told(figures: str, text: str) -> None:
    document = Document(id="t", document="t", text=text, sha256="", text_sha256="", origin="", published=DAY)
    assert sorted(_told(c) for c in extract(document) if isinstance(c, Harm)) == sorted(figures.split())
