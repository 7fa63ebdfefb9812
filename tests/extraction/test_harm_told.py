"""Short dispatches written for the purpose, with all their figures: how many are found, and with which attributes.

What goes wrong is listed in `harm_told_failures.tsv`; what no longer goes wrong has to leave the list.
"""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from vigie.extraction import extract
from vigie.values import Document, Harm, Interval, document_id

HERE = Path(__file__).parent
TOLD = [json.loads(line) for line in (HERE / "harm_told.jsonl").read_text(encoding="utf-8").splitlines()]
KNOWN = {
    (number, failure)
    for number, failure in (
        line.split("\t") for line in (HERE / "harm_told_failures.tsv").read_text(encoding="utf-8").splitlines()[1:]
    )
}
MOST = 42  # known failures: the list only ever gets shorter


def harms(told: dict[str, Any]) -> list[Harm]:
    day = Interval.day(dt.date.fromisoformat(told["date"]))
    text = told["text"]
    document = Document(
        document="d", id=document_id("d", text), text=text, published=day, sha256="", text_sha256="", origin=""
    )
    return [claim for claim in extract(document) if isinstance(claim, Harm)]


def wrong(claim: Harm, gold: dict[str, Any]) -> list[str]:
    """The attributes that gold gives and the claim has otherwise; gold leaves out what may be read two ways."""
    return [name for name in gold if name not in ("outcome", "count") and getattr(claim, name) != gold[name]]


def failures(told: dict[str, Any]) -> set[str]:
    """«killed 3: by» for a wrong attribute, «killed 3: missed», «killed 3: extra»."""
    left, found = harms(told), set()
    for gold in told["harm"]:
        name = f"{gold['outcome']} {gold['count']}"
        same = [c for c in left if c.outcome == gold["outcome"] and gold["count"] in (c.count, c.low)]
        if not same:
            found.add(f"{name}: missed")
            continue
        best = min(same, key=lambda c: len(wrong(c, gold)))
        left.remove(best)
        found |= {f"{name}: {attribute}" for attribute in wrong(best, gold)}
    return found | {f"{c.outcome} {c.count if c.count is not None else c.low}: extra" for c in left}


@pytest.mark.parametrize("number", range(len(TOLD)), ids=lambda n: f"{n}-{TOLD[n]['text'][:30]}")
def test_every_figure_with_its_attributes(number: int) -> None:
    assert failures(TOLD[number]) == {failure for at, failure in KNOWN if at == str(number)}


def test_the_list_of_failures_only_gets_shorter() -> None:
    assert len(KNOWN) <= MOST
    assert len({told["text"] for told in TOLD}) == len(TOLD) >= 140
    assert sum(not told["harm"] for told in TOLD) >= 20
