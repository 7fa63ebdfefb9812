"""Single sentences, peaceful articles, known failures: read by the program, compared with a reader."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from coded import claim

from vigie.evaluation import (
    lone_document,
    quiet,
    read_failures,
    read_sentences,
    run_failures,
    score_sentences,
)
from vigie.values import Claim, Document

TABLE = """sentence\texpected\tconstruction
Douze morts.\tkilled:12:exactly:civilians|people\tnominal
De 20 à 30 morts.\tkilled:20-30:about:people\tranges
Trois corps et un blessé.\tkilled:3:exactly:people:bodies;injured:1:exactly:people\tnominal
Rien.\t\tnothing
"""
ANSWERS: dict[str, Sequence[Claim]] = {
    "Douze morts.": [claim("harm", victims="people")],
    "De 20 à 30 morts.": [claim("harm", count=20, low=20, high=30, qualifier="exactly", victims="people")],
    "Trois corps et un blessé.": [claim("harm", count=3, victims="people", unit="bodies")],
    "Rien.": [claim("harm"), claim("events")],
}


def extract(document: Document) -> Sequence[Claim]:
    return ANSWERS[document.text]


def test_sentences_are_scored_by_figure_and_whole(tmp_path: Path) -> None:
    path = tmp_path / "sentences.tsv"
    path.write_text(TABLE, encoding="utf-8")
    report = score_sentences(read_sentences(path), extract)
    assert (report.whole.count, report.whole.of) == (1, 4)
    assert (report.found.count, report.found.of, report.invented) == (3, 4, 1)
    assert {name: (rate.count, rate.of) for name, rate in report.constructions.items()} == {
        "nominal": (1, 2),
        "nothing": (0, 1),
        "ranges": (0, 1),
    }


@pytest.mark.parametrize("line", ["Douze morts.\tkilled:twelve\tx", "Douze morts.\tkilled:12:exactly:people"])
def test_a_line_that_is_no_sentence_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "sentences.tsv"
    path.write_text(f"sentence\texpected\tconstruction\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"sentences\.tsv, line 2"):
        read_sentences(path)


def test_quiet_articles_give_no_claim_of_any_kind() -> None:
    answers = {"paix": [], "grève": [claim("diplomacy")]}
    rate = quiet([lone_document(text) for text in answers], lambda one: answers[one.text])
    assert (rate.count, rate.of) == (1, 2)


FAILURES = """
[[failure]]
id = "wrong-number"
sentence = "Douze morts."
expected = { kind = "harm", outcome = "killed", count = 11 }
why_en = "because"
why_fr = "parce que"

[[failure]]
id = "right-by-now"
sentence = "Douze morts."
expected = { kind = "harm", outcome = "killed", count = 12, by = ["SYR"] }
why_en = "because"
why_fr = "parce que"

[[failure]]
id = "false-alarm"
sentence = "Rien."
why_en = "because"
why_fr = "parce que"
"""


def test_known_failures_are_run(tmp_path: Path) -> None:
    path = tmp_path / "known.toml"
    path.write_text(FAILURES, encoding="utf-8")
    runs = {run.failure.id: run for run in run_failures(read_failures(path), extract)}
    assert {name: run.mended for name, run in runs.items()} == {
        "wrong-number": False,
        "right-by-now": True,
        "false-alarm": False,
    }
    assert runs["wrong-number"].got == (
        "harm: outcome killed; count 12; victims people; by SYR; by_certainty stated; said_by SOHR; "
        "method Air/drone strike; weapon air_dropped; scope incident",
    )
    assert len(runs["false-alarm"].got) == 2


@pytest.mark.parametrize("broken", ["[[failure]]\nid = 'x'\n", "[[failure", FAILURES.replace('"harm"', '"harms"')])
def test_a_broken_list_is_refused(tmp_path: Path, broken: str) -> None:
    path = tmp_path / "known.toml"
    path.write_text(broken, encoding="utf-8")
    with pytest.raises(ValueError, match=r"known\.toml|no kind"):
        read_failures(path)


def test_the_own_tables_can_be_read() -> None:
    quality = Path(__file__).parents[2] / "quality"
    assert len(read_sentences(quality / "sentences.tsv")) >= 200
    assert len(read_failures(quality / "known_failures.toml")) >= 5
