"""A bed of short stories in agency French: what each figure totals, and of which days.

`figures`: number=scope@days, days being mmdd of 2019, a year, ISO dates, «-» where the text does not tell them, «*» if
not asked; `//` parts paragraphs. All are published on Wednesday, 9 October 2019.
"""

import csv
import datetime as dt
from pathlib import Path

import pytest

from vigie.extraction import extract
from vigie.values import Document, Harm, Interval

BED = Path(__file__).with_name("scope_ways.tsv")
DAY = dt.date(2019, 10, 9)
ALIKE = 0.8  # share of the days that two stretches have in common
# What the rules do not read yet, by the first words of the story.
KNOWN_FAILURES = (
    "Treize civils ont été tués mardi dans un raid sur Douma. Le déluge",
    "Le mois dernier, 51 soldats",
    "Une opération a été menée le 27 septembre à Moura.",
)


def _rows() -> list[tuple[str, str]]:
    with BED.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(row["figures"], row["text"].replace("//", "\n")) for row in rows]


def _case(figures: str, text: str) -> object:
    marks = [pytest.mark.xfail(reason="not read yet", strict=True)] if text.startswith(KNOWN_FAILURES) else []
    return pytest.param(figures.split(), text, id=text[:70], marks=marks)


def _day(word: str) -> tuple[dt.date, dt.date]:
    if len(word) == len("2019") and word.startswith("20"):
        return dt.date(int(word), 1, 1), dt.date(int(word), 12, 31)
    day = dt.date.fromisoformat(word) if "-" in word else dt.date(DAY.year, int(word[:2]), int(word[2:]))
    return day, day


def _told(days: str, claim: Harm) -> bool:
    if days in "-*":
        return days == "*" or claim.when is None or claim.when_basis == "assumed"
    words = days.split("..")
    first, last = _day(words[0])[0], _day(words[-1])[1]
    if claim.when is None:
        return False
    common = (min(last, claim.when.end) - max(first, claim.when.start)).days + 1
    return common / ((max(last, claim.when.end) - min(first, claim.when.start)).days + 1) >= ALIKE


@pytest.mark.parametrize(("figures", "text"), [_case(*row) for row in _rows()])
def test_what_a_figure_totals_is_read_however_it_is_told(figures: list[str], text: str) -> None:
    document = Document(
        id="t", document="t", text=text, sha256="", text_sha256="", origin="", published=Interval.day(DAY)
    )
    harms = [claim for claim in extract(document) if isinstance(claim, Harm)]
    for told in figures:
        number, rest = told.split("=")
        scope, days = rest.split("@")
        claim = next(harm for harm in harms if harm.low == int(number))
        assert (claim.scope, _told(days, claim)) == (scope, True), (told, claim.scope, claim.when, claim.when_basis)
