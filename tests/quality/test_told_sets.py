"""The larger coded sets, texts written as exercises: what is coded must stand in them, and be in the vocabulary."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

import pytest
from quality_rows import KINDS, TABLES, rows

from vigie.vocabulary.terms import sub_events, terms

SETS = ("told", "news", "news_held")
ID = re.compile(r"[A-Z0-9]+(?:-[A-Z0-9]+)*")  # a coder makes an id for a group that the register lacks


Coded = tuple[dict[str, dict[str, Any]], list[dict[str, Any]]]


def entries(coded: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    return ((kind, entry) for kind in KINDS for entry in coded[kind])


@pytest.fixture(params=SETS)
def coded_set(request: pytest.FixtureRequest) -> Coded:
    documents = {row["doc"]: row for row in rows(f"{request.param}_documents.jsonl")}
    return documents, rows(f"{request.param}.jsonl")


def test_every_text_is_coded_once_and_says_that_it_is_an_exercise(coded_set: Coded) -> None:
    documents, gold = coded_set
    assert [coded["doc"] for coded in gold] == list(documents)
    assert {row["outlet"] for row in documents.values()} == {"exercice (en partie inventé)"}
    assert [coded["published"] for coded in gold] == [row["date"] for row in documents.values()]


def test_the_words_stand_letter_for_letter_at_their_span(coded_set: Coded) -> None:
    documents, gold = coded_set
    for coded in gold:
        text = documents[coded["doc"]]["text"]
        for _, entry in entries(coded):
            start, end = entry["span"]
            assert text[start:end] == entry["quote"], coded["doc"]


def test_values_ids_places_and_days_are_what_the_guide_allows(coded_set: Coded) -> None:
    _, gold = coded_set
    for coded in gold:
        for kind, entry in entries(coded):
            where = (coded["doc"], kind, entry["quote"])
            assert all(entry.get(f) is None or entry[f] in terms(table) for f, table in TABLES.items()), where
            assert set(entry.get("weapon", [])) <= set(terms("weapons")), where
            assert {entry.get("type"), entry.get("method")} - {None} <= set(sub_events()), where
            named = {entry.get(f) for f in ("side", "target", "actor", "loser")} - {None, "civilians"}
            named |= {*(entry.get("by") or []), *(entry.get("said_by") or []), *(entry.get("by_said_by") or [])}
            assert all(ID.fullmatch(str(one)) for one in named), where
            place, days = entry["place"], [dt.date.fromisoformat(day) for day in entry["when"] or []]
            assert place is None or (set(place) == {"name", "lat", "lon", "km"} and place["km"] > 0), where
            assert len(days) in (0, 2), where
            assert days == sorted(days), where


def test_blame_is_whole_or_absent_and_a_part_names_its_whole(coded_set: Coded) -> None:
    _, gold = coded_set
    for coded in gold:
        wholes = {entry["quote"] for entry in coded["harm"]}
        for kind, entry in entries(coded):
            where = (coded["doc"], kind, entry["quote"])
            if "by" in entry:
                assert (entry["by_certainty"] is not None) == bool(entry["by"]) == (entry["by_said_by"] is not None), (
                    where
                )
            assert entry.get("part_of") is None or entry["part_of"] in wholes, where
