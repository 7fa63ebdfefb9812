"""`vigie run` and `vigie extract` on small folders: what they say, and what they leave."""

import json
from pathlib import Path

import makers
from said import dispatch, dispatches, vigie

from vigie.record import open_record

WIRE = (
    "BEYROUTH (AFP) - Au moins douze civils ont été tués mardi 11 octobre 2016 dans un raid aérien sur "
    "le marché d'Idleb.\n"
    "Les secouristes ont fouillé toute la nuit les décombres d'un immeuble de quatre étages qui s'est effondré.\n"
    "Une source militaire a affirmé que seules des positions des insurgés avaient été visées dans ce secteur du front."
)


def test_the_summary_names_documents_by_format_whatever_they_are_called(tmp_path: Path) -> None:
    for name, data in makers.real().items():
        makers.put(tmp_path, f"in/{name}", data)
    makers.put(tmp_path, "in/sans-suffixe", makers.html())
    for _ in range(2):  # what is passed over the second time is named too
        status, output = vigie("run", tmp_path / "in", "--output", tmp_path / "out")
        assert status == 0
        named = "csv 1, docx 1, eml 2, feed 1, html 3, json 1, jsonl 1, mbox 2, md 1, odt 1, pdf 1, txt 6, warc 2"
        named += ", xlsx 1"
        assert f"documents ({named})" in output


def five_outlets(folder: Path) -> Path:
    rows = [
        {"id": str(n), "text": f"Titre {n}\n{WIRE}", "outlet": f"Journal {n}", "date": "2016-10-12"} for n in range(5)
    ]
    return makers.put(folder, "in.jsonl", "".join(json.dumps(row) + "\n" for row in rows))


def test_five_outlets_with_one_wire_are_one_origin_in_the_record(tmp_path: Path) -> None:
    status, _ = vigie("run", five_outlets(tmp_path), "--output", tmp_path / "out")
    assert status == 0
    with open_record(tmp_path / "out" / "vigie.db", write=False) as record:
        (origin,) = record.origins()
        assert (len(origin.documents), len(origin.outlets), origin.agencies) == (5, 5, ["AFP"])
        facts = [incident.facts for incident in record.incidents() if incident.figures]
    assert [(fact.outlets, fact.origins) for fact in facts] == [(5, 1)]


def test_five_outlets_with_one_wire_are_one_origin_in_files(tmp_path: Path) -> None:
    vigie("extract", five_outlets(tmp_path), "--output", tmp_path / "out")
    lines = (tmp_path / "out" / "documents.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    assert len({row["origin"] for row in rows}) == 1
    assert {row["format"] for row in rows} == {"jsonl"}


def test_a_problem_is_kept_with_what_was_read_beside_it(tmp_path: Path) -> None:
    status, output = vigie("run", dispatches(tmp_path / "in.jsonl", 101), "--output", tmp_path / "out")
    assert status == 0
    assert "in.jsonl (101): Broken JSON" in output
    with open_record(tmp_path / "out" / "vigie.db", write=False) as record:
        assert record.summary()["problems"] == 1


def test_the_dispatches_of_these_tests_make_claims_and_copies() -> None:
    assert dispatch(6) == dispatch(0)
    assert dispatch(7) != dispatch(0)
