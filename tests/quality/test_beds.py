"""The beds that extraction is tried on: examples, sentences with their figures, articles without violence."""

import csv
import json
import re
from pathlib import Path

import pytest

from vigie.intake import read
from vigie.values import Document
from vigie.vocabulary.terms import terms

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
FIGURE = re.compile(
    r"(?P<outcome>[a-z_]+):(?P<low>\d+)(?:-(?P<high>\d+))?:(?P<qualifier>[a-z_|]+):(?P<victims>[a-z_|]+)"
    r"(?::(?P<units>[a-z|]+))?"
)


def json_lines(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def sentences() -> list[dict[str, str]]:
    with (ROOT / "quality" / "sentences.tsv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))


def example_files() -> list[Path]:
    return [path for path in sorted(EXAMPLES.rglob("*")) if path.is_file() and "bad" not in path.parts]


def test_there_are_enough_sentences_each_once_and_of_many_makes() -> None:
    rows = sentences()
    assert len(rows) >= 250
    assert len({row["sentence"] for row in rows}) == len(rows)
    makes = [row["construction"] for row in rows]
    assert all(makes.count(make) >= 5 for make in set(makes))


@pytest.mark.parametrize("row", sentences(), ids=lambda row: row["sentence"][:40])
def test_expected_figures_are_in_the_vocabulary(row: dict[str, str]) -> None:
    for figure in filter(None, row["expected"].split(";")):
        found = FIGURE.fullmatch(figure)
        assert found, figure
        assert found["outcome"] in terms("outcomes")
        assert set(found["qualifier"].split("|")) <= set(terms("qualifiers"))
        assert set(found["victims"].split("|")) <= set(terms("victims"))
        assert set((found["units"] or "persons").split("|")) <= set(terms("units"))
        assert not found["high"] or int(found["low"]) < int(found["high"])


def test_articles_without_violence_are_many_short_and_full_of_numbers() -> None:
    rows = json_lines(ROOT / "quality" / "negatives.jsonl")
    assert len({row["doc"] for row in rows}) == len(rows) >= 60
    assert all(300 <= len(row["text"]) <= 1500 for row in rows)
    assert all(len(re.findall(r"\d+", row["text"])) >= 2 for row in rows)


def test_twenty_examples_are_the_coded_texts_letter_for_letter() -> None:
    coded = {row["doc"]: row["text"] for row in json_lines(ROOT / "quality" / "documents.jsonl")}
    shared = [path for path in example_files() if path.name in coded]
    assert len(shared) == 20
    for path in shared:
        assert path.read_bytes().decode("utf-8") == coded[path.name]


def test_examples_come_in_every_form_and_from_several_outlets() -> None:
    files = example_files()
    assert {path.suffix for path in files} >= {".txt", ".md", ".html", ".csv", ".jsonl"}
    assert len({path.parent.name for path in files}) >= 8
    found = [row for row in read([EXAMPLES]) if isinstance(row, Document)]
    written = "csv docx eml feed html json jsonl mbox md odt pdf txt warc xlsx"
    assert sorted({str(document.format) for document in found}) == written.split()
    assert any(document.fields for document in found), "incidents that somebody entered"
    assert {path.suffix for path in (EXAMPLES / "bureau").iterdir()} >= {".zip", ".gz", ".wacz", ".rss", ".atom"}
    lists = json_lines(EXAMPLES / "fil-orient" / "multidoc.jsonl")
    assert len(files) + len(lists) >= 44


def test_one_folder_is_in_latin_1() -> None:
    for path in (EXAMPLES / "gazette-du-jura").iterdir():
        with pytest.raises(UnicodeDecodeError):
            path.read_bytes().decode("utf-8")
        assert "é" in path.read_bytes().decode("latin-1")


def test_a_cut_copy_keeps_the_words_of_the_wire() -> None:
    wire = (EXAMPLES / "agence-levant" / "2016-08-06-alep-siege.txt").read_text(encoding="utf-8")
    copy = (EXAMPLES / "courrier-du-rhone" / "2016-08-07-alep-siege.txt").read_text(encoding="utf-8")
    kept = [part for part in copy.split("\n\n") if part and part in wire]
    assert len(kept) >= 2
    assert len(copy) < len(wire)
