"""Claims and documents of others are read; what cannot be read is told."""

import json

import pytest
from linking_made import document, event, harm

from vigie.linking import link_all, read_claims, read_documents
from vigie.values import Incident, read_incidents, schemas, write_jsonl

DAY = "2016-10-11"
LOOSE = {
    "id": "a/harm/0", "document": "a", "kind": "harm",
    "quote": "douze habitants ont péri", "start": 4, "end": 28,
    "outcome": "killed", "count": 12, "victims": "civilians", "when": ["2016-10-11", "2016-10-12"],
    "place": {"name": "Binnich", "lat": 35.96, "lon": 36.71, "km": 8},
    "by": [], "said_by": ["SOHR"], "scope": "incident",
    "part_of": None, "method": None, "side": None, "unit": "persons", "qualifier": "exactly", "provisional": False,
}  # fmt: skip


def lines(path, *rows):
    path.write_text(
        "".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows), encoding="utf-8"
    )
    return path


def test_the_loose_form_is_read(tmp_path):
    part = {
        **LOOSE,
        "id": "a/harm/1",
        "count": 3,
        "victims": "children",
        "quote": "dont trois",
        "part_of": LOOSE["quote"],
    }
    claims, problems = read_claims(lines(tmp_path / "c.jsonl", LOOSE, part))
    assert problems == []
    assert claims[0].when.days == 2
    assert (claims[0].place.level, claims[0].place.id) == ("town", "")
    assert (claims[1].part_of, claims[1].relation) == ("a/harm/0", "subset")


def test_the_programs_own_form_is_read_as_it_is(tmp_path):
    claims = [event("a", "Alep", DAY, by=["RUS"]), harm("a", None, None, None, low=20, words="des dizaines")]
    write_jsonl(tmp_path / "c.jsonl", claims)
    assert read_claims(tmp_path / "c.jsonl") == (claims, [])


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("by", None),
        ("said_by", None),
        ("weapon", None),
        ("place", None),
        ("when", None),
        ("part_of", "no such quote"),
        ("unit", None),
    ],
)
def test_missing_values_are_read_as_empty(tmp_path, key, value):
    claims, problems = read_claims(lines(tmp_path / "c.jsonl", {**LOOSE, key: value}))
    assert (len(claims), problems) == (1, [])
    assert link_all(claims, [])


@pytest.mark.parametrize(
    "bad",
    [
        "{not json",
        "[1, 2]",
        {**LOOSE, "kind": "rumour"},
        {**LOOSE, "when": ["2016-10-12", "2016-10-11"]},
        {**LOOSE, "when": ["tuesday", "friday"]},
        {**LOOSE, "count": "many"},
        {"id": "x"},
        {**LOOSE, "place": {"name": "x", "lat": "north", "lon": 1}},
    ],
)
def test_a_bad_line_becomes_a_problem_and_the_rest_goes_on(tmp_path, bad):
    path = lines(tmp_path / "c.jsonl", bad, LOOSE)
    claims, problems = read_claims(path)
    assert [c.id for c in claims] == ["a/harm/0"]
    assert [(p.file, p.place) for p in problems] == [(str(path), "line 1")]


@pytest.mark.parametrize(
    ("row", "day"),
    [
        ({"doc": "a", "date": "2016-10-12", "text": "x"}, "2016-10-12"),
        ({"document": "a", "published": {"start": "2016-10-12", "end": "2016-10-12"}, "text": "x"}, "2016-10-12"),
        ({"id": "a", "published": ["2016-10-12", "2016-10-13"], "text": ""}, "2016-10-13"),
        ({"doc": "a", "date": "2016-10-12T08:00:00Z", "title": "t", "text": "x"}, "2016-10-12"),
        ({"doc": "a", "date": "avant-hier", "text": "x"}, None),
        ({"doc": "a", "text": "x"}, None),
    ],
)
def test_documents_in_either_form(tmp_path, row, day):
    documents, problems = read_documents(lines(tmp_path / "d.jsonl", row))
    assert problems == []
    assert documents[0].document == "a"
    published = documents[0].published
    assert (published.end.isoformat() if published else None) == day


def test_own_documents_are_read_as_they_are(tmp_path):
    write_jsonl(tmp_path / "d.jsonl", [document("a")])
    assert read_documents(tmp_path / "d.jsonl") == ([document("a")], [])


def test_incidents_are_written_and_read_back_and_follow_the_schema(tmp_path):
    import jsonschema

    claims = [
        harm("a", "Alep", DAY, 3, said_by=["SOHR"]),
        harm("b", "Alep", DAY, 5, said_by=["SANA"]),
        event("c", None, None),
    ]
    incidents = link_all(claims, [document("a")])
    write_jsonl(tmp_path / "i.jsonl", incidents)
    assert list(read_incidents(tmp_path / "i.jsonl")) == incidents
    for line in (tmp_path / "i.jsonl").read_text("utf-8").splitlines():
        jsonschema.validate(json.loads(line), schemas()["incident"])
    assert all(isinstance(i, Incident) and not i.reviewed for i in incidents)
