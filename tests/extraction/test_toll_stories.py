"""A bed of short stories with several tolls: of each figure the way of harm, what it totals, whether it is a part, whom.

`figures`: number=method/scope/part/victims, «*» where it is not asked, «-» for none, `part` the number of the whole;
`//` parts paragraphs. All are published on Wednesday, 9 October 2019.
"""

import csv
import datetime as dt
from pathlib import Path

import pytest

from vigie.extraction import extract
from vigie.values import Document, Harm, Interval

BED = Path(__file__).with_name("toll_stories.tsv")
DAY = dt.date(2019, 10, 9)
METHODS = {
    "clash": "Armed clash", "attack": "Attack", "air": "Air/drone strike", "suicide": "Suicide bomb",
    "shells": "Shelling/artillery/missile attack", "bomb": "Remote explosive/landmine/IED",
    "force": "Excessive force against protesters", "riot": "Violent demonstration", "-": "None",
}  # fmt: skip


def _rows() -> list[tuple[str, str]]:
    with BED.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(row["figures"], row["text"].replace("//", "\n")) for row in rows]


def _told(claim: Harm, whole: Harm | None) -> tuple[str, str, str, str]:
    part = "-" if claim.part_of is None else str(whole.low) if whole is not None else "?"
    return str(claim.method), claim.scope, part, claim.victims


@pytest.mark.parametrize(("figures", "text"), _rows(), ids=lambda value: value[-70:])
def test_each_toll_of_a_story_is_read_by_its_own_words(figures: str, text: str) -> None:
    document = Document(
        id="t", document="t", text=text, sha256="", text_sha256="", origin="", published=Interval.day(DAY)
    )
    harms = [claim for claim in extract(document) if isinstance(claim, Harm)]
    for asked in figures.split():
        number, rest = asked.split("=")
        method, scope, part, victims = rest.split("/")
        claim = next(harm for harm in harms if harm.low == int(number))
        told = _told(claim, next((harm for harm in harms if harm.id == claim.part_of), None))
        wanted = (METHODS.get(method, method), scope, part, victims)
        wrong = [(a, b) for a, b in zip(wanted, told, strict=True) if a not in ("*", b)]
        assert not wrong, asked
