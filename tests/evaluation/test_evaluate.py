"""The whole evaluation over a folder, with a program that is a few lines long."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from coded import HARM, claim

from vigie.evaluation import GateError, Program, evaluate, gate, lone_document, pin, quality_page
from vigie.values import Claim, Document, Problem

GOLD = {"doc": "a.txt", "harm": [HARM], "events": [], "control": [], "diplomacy": []}
FILES = {
    "sets.toml": """
[[set]]
name = "own"
gold = "gold.jsonl"
texts = ["a.txt"]
floors = "floors.json"
linked = true
about_en = "ours"
about_fr = "le nôtre"
""",
    "gold.jsonl": json.dumps(GOLD) + "\n",
    "a.txt": "douze civils",
    "sentences.tsv": "sentence\texpected\tconstruction\ndouze civils\tkilled:12:exactly:civilians\tnominal\n",
    "negatives.jsonl": "rien\n",
    "known_failures.toml": "",
}


def read(paths: Iterable[Path]) -> Iterator[Document | Problem]:
    for path in paths:
        yield lone_document(path.read_text(encoding="utf-8").strip(), str(path))
        yield Problem(file=str(path), place="", reason="a problem is no document")


def good(document: Document) -> list[Claim]:
    return [claim("harm", doc=Path(document.document).name)] if "civils" in document.text else []


def program(extract: object = good) -> Program:
    assert callable(extract)
    return Program(read, extract, lambda *_: [])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_everything_is_measured_and_pinned_by_floors_file(folder: Path) -> None:
    result = evaluate(folder, program())
    figures = {name: one.figures for name, one in result.measured[folder / "floors.json"].items()}
    assert figures == {
        "own": {
            "harm.detected": 1.0,
            "harm.complete": 1.0,
            "harm.no_invented_perpetrator": 1.0,
            "groups.b_cubed": 1.0,
        },
        "sentences": {"sentences.whole": 1.0, "sentences.found": 1.0},
        "negatives": {"negatives.quiet": 1.0},
    }
    with pytest.raises(GateError, match="own: has no floors"):
        gate(result.measured)
    pin(result.measured)
    gate(result.measured)
    assert "## Set `own`" in quality_page(result.sections, result.extras)


def test_a_worse_program_is_refused_and_cannot_pin(folder: Path) -> None:
    pin(evaluate(folder, program()).measured)
    worse = evaluate(folder, program(lambda _: [])).measured
    with pytest.raises(GateError) as refused:
        gate(worse)
    assert "own: harm.detected is 0.000, under its floor 1.00" in str(refused.value)
    assert "sentences: sentences.found is 0.000, under its floor 1.00" in str(refused.value)
    with pytest.raises(GateError, match="--allow-regression"):
        pin(worse)
    pin(worse, allow_regression=True)
    gate(worse)


def test_a_changed_text_is_refused(folder: Path) -> None:
    pin(evaluate(folder, program()).measured)
    (folder / "a.txt").write_text("douze civils, dit-on", encoding="utf-8")
    with pytest.raises(GateError, match="own: what is measured has changed"):
        gate(evaluate(folder, program()).measured)


def test_where_one_file_refuses_none_is_written(folder: Path) -> None:
    measured = evaluate(folder, program()).measured
    better, worse = folder / "better.json", folder / "floors.json"
    pin(measured)
    low = evaluate(folder, program(lambda _: [])).measured[worse]
    with pytest.raises(GateError):
        pin({better: measured[worse], worse: low})
    assert not better.exists()
