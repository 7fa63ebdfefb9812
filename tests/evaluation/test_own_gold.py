"""The coded documents that travel with the project: quotes that are there, values that exist, every event named."""

import json
from pathlib import Path

import pytest

from vigie.evaluation import coded_sets, counts, gold_problems, read_gold
from vigie.evaluation.gold import KINDS

QUALITY = Path(__file__).parents[2] / "quality"


def test_the_own_gold_is_sound() -> None:
    gold = read_gold(QUALITY / "gold.jsonl")
    rows = [json.loads(line) for line in (QUALITY / "documents.jsonl").read_text(encoding="utf-8").splitlines()]
    assert gold_problems(gold, {row["doc"]: row["text"] for row in rows}) == []
    assert all(
        entry.event or entry.optional
        for one in gold
        for kind in ("harm", "events", "control")
        for entry in one.of(kind)
    )
    assert counts(gold)["documents"] >= 20


def test_the_own_set_is_listed_first_and_travels() -> None:
    own, *told = coded_sets(QUALITY)
    assert (own.name, own.sealed, own.linked) == ("own", False, True)
    assert [(one.name, one.sealed) for one in told] == [("told", False), ("news", False), ("news_held", True)]


@pytest.mark.parametrize("name", ["corpus_read.jsonl", "corpus_held.jsonl"])
def test_codings_of_texts_that_belong_to_others_hold_no_words_of_them(name: str) -> None:
    gold = read_gold(QUALITY / name)
    entries = [entry for one in gold for kind in KINDS for entry in one.of(kind)]
    assert not any("quote" in entry.values or isinstance(entry.values.get("part_of"), str) for entry in entries)
    assert gold_problems(gold, {one.doc: "" for one in gold}, quoted=False) == []
    assert counts(gold)["harm"] > 50
