"""`vigie run` and `vigie extract` on small folders: what they say, and what they leave."""

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import hostile
import makers
import pytest
from said import ENVIRONMENT, dispatch, dispatches, vigie

from vigie.intake import reason
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


WALL = """
import resource, sys
sys.argv = ["vigie", "run", *sys.argv[1:]]
from vigie.cli import main
try:
    main()
finally:
    most = [resource.getrusage(who).ru_maxrss // 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print("memory", *most, file=sys.stderr)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted in kilobytes on Linux only")
def test_one_good_file_among_forty_bad_ones_is_read_and_forty_reasons_are_listed(tmp_path: Path) -> None:
    """The kinds that issue and documentation name, and more; under two minutes and 1 GB, as a person runs it."""
    text = "Au moins douze civils ont été tués mardi 11 octobre 2016 dans un raid aérien sur le marché d'Idleb."
    makers.put(tmp_path, "in/bonne.txt", text)
    for name, data in hostile.WALL.items():
        makers.put(tmp_path, f"in/{name}", data)
    hostile.sparse(tmp_path / "in" / "enorme.txt", 500 * 1024 * 1024)
    began = time.monotonic()
    words = [sys.executable, "-c", WALL, tmp_path / "in", "--output", tmp_path / "out"]
    done = subprocess.run(words, capture_output=True, text=True, env={**os.environ, **ENVIRONMENT}, check=False)
    assert time.monotonic() - began < 120
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    own, helpers = map(int, done.stderr.split("memory ")[1].split())
    assert max(own, helpers) < 1024
    with open_record(tmp_path / "out" / "vigie.db", write=False) as record:
        mine = [claim for claim in record.claims() if claim.quote in text]
        problems = list(record.problems())
    assert {getattr(claim, "count", None) for claim in mine} >= {12}
    bad = {Path(row.file).name for row in problems}
    assert bad == {*hostile.WALL, "enorme.txt"}
    assert len(bad) >= 40
    for row in problems:
        for told in (reason(row, "en"), reason(row, "fr")):
            assert told[0].isupper() or told[0].isdigit()
            assert told.rstrip().endswith((".", ")"))
            assert not re.search(r"Traceback|Error\b(?!\))|0x[0-9a-f]{6}|<class|\bNone\b", told), told
    page = (tmp_path / "out" / "site" / "problems.html").read_text(encoding="utf-8")
    assert all(name in page for name in bad)
