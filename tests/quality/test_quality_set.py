"""The coded set of the project: what it says must stand in its texts, and be said in the vocabulary."""

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

import pytest
from quality_rows import KINDS, TABLES, rows

from vigie.vocabulary.actors import is_actor
from vigie.vocabulary.sources import is_source
from vigie.vocabulary.terms import sub_events, terms

UNLISTED = {"SUQOUR-AL-JABAL"}  # a group named in a text: the guide lets a coder make its id; the register lacks it

DOCUMENTS = {row["doc"]: row for row in rows("documents.jsonl")}
GOLD = rows("gold.jsonl")


def entries() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for coded in GOLD:
        for kind in KINDS:
            for entry in coded[kind]:
                yield coded["doc"], kind, entry


ENTRIES = list(entries())
each_entry = pytest.mark.parametrize(
    ("doc", "kind", "entry"), ENTRIES, ids=[f"{doc}-{kind}-{n}" for n, (doc, kind, _) in enumerate(ENTRIES)]
)
each_coded = pytest.mark.parametrize("coded", GOLD, ids=[coded["doc"] for coded in GOLD])


def same_words(kind: str, entry: dict[str, Any]) -> str:
    """What no two entries of a document share: kind, words and what the words are read as."""
    key = {k: entry.get(k) for k in ("outcome", "count", "type", "by", "change", "actor", "act", "target", "place")}
    return json.dumps([kind, entry["quote"], key], sort_keys=True)


def days(entry: dict[str, Any]) -> list[dt.date]:
    return [dt.date.fromisoformat(day) for day in entry["when"] or []]


def test_every_document_is_coded_once_and_every_coding_has_its_document() -> None:
    assert [coded["doc"] for coded in GOLD] == list(DOCUMENTS)
    assert len(GOLD) >= 30


@each_coded
def test_published_is_the_documents_date(coded: dict[str, Any]) -> None:
    assert coded["published"] == DOCUMENTS[coded["doc"]]["date"]
    assert coded["precision"] == "day"


@each_entry
def test_the_words_stand_letter_for_letter_at_the_span(doc: str, kind: str, entry: dict[str, Any]) -> None:
    start, end = entry["span"]
    assert DOCUMENTS[doc]["text"][start:end] == entry["quote"], kind
    assert "\n" not in entry["quote"]
    assert 1 <= len(entry["quote"].split()) <= 20


@each_entry
def test_values_are_in_the_vocabulary(doc: str, kind: str, entry: dict[str, Any]) -> None:
    for field, table in TABLES.items():
        value = entry.get(field)
        assert value is None or value in terms(table), (doc, kind, field, value)
    assert set(entry.get("weapon", [])) <= set(terms("weapons"))
    types = {entry.get("type"), entry.get("method")} - {None}
    assert types <= set(sub_events())
    units = terms("units") if kind == "harm" else terms("act_units")
    assert entry.get("unit") is None or entry["unit"] in units


@each_entry
def test_actors_and_sources_are_known(doc: str, kind: str, entry: dict[str, Any]) -> None:
    actors = {entry.get(field) for field in ("side", "target", "actor", "loser")} - {None, "civilians"}
    actors |= set(entry.get("by") or [])
    assert {actor for actor in actors if not is_actor(actor)} <= UNLISTED, (doc, kind)
    sources = {*(entry.get("said_by") or []), *(entry.get("by_said_by") or [])}
    assert {source for source in sources if not is_source(source)} <= UNLISTED, (doc, kind)


@each_entry
def test_days_are_in_order_and_not_after_the_news(doc: str, kind: str, entry: dict[str, Any]) -> None:
    found = days(entry)
    assert found == sorted(found), (doc, kind)
    assert len(found) in (0, 2)
    published = dt.date.fromisoformat(DOCUMENTS[doc]["date"])
    future = kind == "diplomacy" or entry.get("realis") == "planned"
    assert future or all(day <= published for day in found)


@each_entry
def test_blame_is_whole_or_absent(doc: str, kind: str, entry: dict[str, Any]) -> None:
    if "by" not in entry:
        return
    assert (entry["by_certainty"] is not None) == bool(entry["by"]), (doc, kind)
    assert (entry["by_said_by"] is not None) == bool(entry["by"])


@each_entry
def test_places_have_a_point_and_a_radius(doc: str, kind: str, entry: dict[str, Any]) -> None:
    place = entry["place"]
    if place is None:
        return
    assert set(place) == {"name", "lat", "lon", "km"}, (doc, kind)
    assert -90 <= place["lat"] <= 90
    assert -180 <= place["lon"] <= 180
    assert place["km"] > 0


@each_coded
def test_a_part_names_its_whole_which_is_no_smaller(coded: dict[str, Any]) -> None:
    wholes = {entry["quote"]: entry for entry in coded["harm"]}
    for entry in coded["harm"]:
        if entry["part_of"] is None:
            continue
        whole = wholes[entry["part_of"]]
        assert whole is not entry
        assert entry["count"] <= whole["count"]


@each_coded
def test_no_entry_is_told_twice(coded: dict[str, Any]) -> None:
    told = [same_words(kind, entry) for kind in KINDS for entry in coded[kind]]
    assert len(told) == len(set(told))


def test_the_rare_values_are_there_to_be_got_wrong() -> None:
    harm = [entry for _, kind, entry in ENTRIES if kind == "harm"]
    events = [entry for _, kind, entry in ENTRIES if kind == "events"]
    assert sum(entry["certainty"] == "hedged" for entry in harm) >= 5
    assert sum(entry["by_certainty"] == "hedged" for entry in harm + events) >= 5
    assert sum(entry["realis"] == "denied" for entry in events) >= 5
    assert sum(entry["realis"] == "planned" for entry in harm) >= 5
    assert {entry["qualifier"] for entry in harm} >= {"at_least", "at_most", "more_than", "about", "vague"}
    assert {entry["scope"] for entry in harm} == set(terms("scopes"))
