"""What the program got wrong, line by line; a sealed set keeps its texts to itself."""

import dataclasses
import json
from pathlib import Path

import pytest
from coded import HARM, claim

from vigie.evaluation import CodedSet, misses
from vigie.values import Document


@pytest.fixture
def coded_set(tmp_path: Path) -> CodedSet:
    path = tmp_path / "gold.jsonl"
    missed = {**HARM, "count": 4, "quote": "quatre morts", "said_by": []}
    row = {"doc": "marsol.txt", "harm": [HARM, missed], "events": [], "control": [], "diplomacy": []}
    path.write_text(json.dumps(row), encoding="utf-8")
    return CodedSet("x", path, (), tmp_path / "floors.json", False, False, "", "")


def test_every_difference_is_a_line(coded_set: CodedSet) -> None:
    claims = [claim("harm", victims="people", part_of="w"), claim("control")]
    assert list(misses(coded_set, [], claims)) == [
        '~ marsol.txt harm.victims: asked "civilians", given "people" «tué douze civils»',
        '~ marsol.txt harm.part: asked null, given "w" «tué douze civils»',
        "- marsol.txt harm: outcome killed; count 4; victims civilians; by SYR; by_certainty stated; "
        "method Air/drone strike; weapon air_dropped; scope incident «quatre morts»",
        "+ marsol.txt control: change captured; actor SYR; extent whole «a repris Marsol»",
    ]


def test_a_sealed_set_is_refused(coded_set: CodedSet) -> None:
    with pytest.raises(ValueError, match="x is sealed"):
        misses(dataclasses.replace(coded_set, sealed=True), [], [])


def test_coding_that_travels_without_its_texts_is_shown_by_their_words(tmp_path: Path) -> None:
    text = "À Marsol, un raid a tué douze civils lundi."
    start = text.index("tué douze civils")
    entry = {key: value for key, value in HARM.items() if key != "quote"} | {"span": [start, start + 16]}
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"doc": "marsol.txt", "harm": [entry]}), encoding="utf-8")
    document = Document(document="in/marsol.txt", id="d", text=text, sha256="", text_sha256="", origin="")
    (line,) = misses(CodedSet("x", path, (), path, False, False, "", ""), [document], [])
    assert line.endswith("«tué douze civils»")
