"""`vigie explain --versions`: what became of a page, word by word."""

import json
from pathlib import Path

import pytest
from said import vigie

URL = "https://fil.example.org/raid"
FIRST = "Au moins neuf civils ont été tués jeudi dans un raid sur Tell Ramla, selon des secouristes."


@pytest.fixture
def output(tmp_path: Path) -> Path:
    for number, text in enumerate((FIRST, FIRST.replace("neuf", "onze"), "Article retiré à la demande de l'agence.")):
        row = {"id": f"v{number}", "url": URL, "text": text, "date": f"2016-03-0{number + 1}"}
        path = tmp_path / f"{number}.jsonl"
        path.write_text(json.dumps(row) + "\n", encoding="utf-8")
        vigie("run", path, "--output", tmp_path / "out")
    return tmp_path / "out"


def test_versions_are_shown_with_what_changed(output: Path) -> None:
    status, told = vigie("explain", "--versions", URL, "--record", output)
    assert status == 0
    first, second, third = told.split("Version ")[1:]
    assert FIRST in first
    assert "Au moins [-neuf -]{+onze +}civils ont été tués" in second
    assert "{+Article retiré" in third
    assert [part.partition("published ")[2][:10] for part in (first, second, third)] == [
        "2016-03-01", "2016-03-02", "2016-03-03",
    ]  # fmt: skip


def test_an_unknown_address_is_wrong_usage(output: Path) -> None:
    status, told = vigie("explain", "--versions", "https://nowhere.example.org/", "--record", output)
    assert (status, "no document of that name" in told) == (2, True)


def test_no_text_writes_to_the_terminal_what_only_a_terminal_understands(tmp_path: Path) -> None:
    evil = "Un raid \x1b]0;titre\x07 a tué \x1b[31mdeux\x1b[0m civils \u202eà Alep, selon des habitants de la ville."
    for number, text in enumerate((evil, evil.replace("deux", "trois"))):
        path = tmp_path / "a.txt"
        path.write_text(text, encoding="utf-8")
        if number == 0:
            _, told = vigie("explain", path)
            assert not {"\x1b", "\x07", "\u202e"} & set(told)
        vigie("run", path, "--output", tmp_path / "out")
    _, told = vigie("explain", "--versions", path.as_posix(), "--record", tmp_path / "out")
    assert "trois" in told
    assert not {"\x1b", "\x07", "\u202e"} & set(told)
