"""Short dispatches, written for the project after the build of real ones: who harmed the people of each figure.

`blame_stories.txt`: «== id day» opens a dispatch; «>> words | by» a figure with some of its words and those who did it
(«-»: nobody is to be blamed).
"""

import datetime as dt
from pathlib import Path

import pytest

from vigie.extraction import extract
from vigie.values import Document, Harm, Interval

BANK = Path(__file__).with_name("blame_stories.txt")


def _cases() -> list[object]:
    blocks = BANK.read_text(encoding="utf-8").split("== ")[1:]
    return [pytest.param(block, id=block.split(maxsplit=1)[0]) for block in blocks]


def _touches(claim: Harm, first: int, last: int) -> bool:
    return any(a < last and first < b for a, b in [(claim.start, claim.end), *claim.mentions])


@pytest.mark.parametrize("block", _cases())
def test_a_dispatch_tells_who_harmed_whom(block: str) -> None:
    head, *lines = block.splitlines()
    text = "\n".join(line for line in lines if not line.startswith(">>")).strip()
    day = Interval.day(dt.date.fromisoformat(head.split()[1]))
    document = Document(id="t", document="t", text=text, sha256="", text_sha256="", origin="", published=day)
    claims = [claim for claim in extract(document) if isinstance(claim, Harm)]
    for line in (line for line in lines if line.startswith(">>")):
        words, by = (cell.strip() for cell in line.removeprefix(">>").split("|"))
        at = text.index(words)
        told = [sorted(claim.by) for claim in claims if _touches(claim, at, at + len(words))]
        assert told, words
        assert ([] if by == "-" else sorted(by.split(","))) in told, (words, told)
