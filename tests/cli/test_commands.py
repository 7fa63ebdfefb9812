"""Each command as a person gives it: help with an example, what it writes, what it says when something is wrong."""

import json
import os
import re
import sqlite3
from pathlib import Path

import jsonschema
import msgspec
import pytest
from typer.main import get_command
from typer.testing import CliRunner

from vigie.cli import app
from vigie.values import schemas

RUNNER = CliRunner()
TEXT = "ALEP (Syrie), 6 mars 2016 (AFP) - Un raid aérien a tué au moins 12 civils samedi à Alep, selon l'OSDH.\n"
OTHER = "Dix-huit civils ont été tués samedi 5 mars 2016 dans un raid aérien à Alep, d'après les Casques blancs.\n"


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """The session's language, whatever the machine speaks."""
    monkeypatch.setenv("VIGIE_LANG", "en")
    monkeypatch.setenv("COLUMNS", "200")


def vigie(*words: object) -> tuple[int, str]:
    """Exit status and everything that was printed; nothing but an exit ever leaves a command."""
    result = RUNNER.invoke(app, [str(word) for word in words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result.exit_code, result.output


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """Two dispatches on one raid."""
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "b.txt").write_text(OTHER, encoding="utf-8")
    return folder


@pytest.fixture
def extracted(texts: Path, tmp_path: Path) -> Path:
    """The folder that `vigie extract` wrote of them."""
    assert vigie("extract", texts, "--output", tmp_path / "out")[0] == 0
    return tmp_path / "out"


def rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _commands(group: object, before: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    named = getattr(group, "commands", None)
    if not named:
        return [before]
    inner = [path for name, one in named.items() for path in _commands(one, (*before, name))]
    return [before, *inner] if before else inner


COMMANDS = _commands(get_command(app))


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_has_help_with_an_example(words: tuple[str, ...]) -> None:
    status, told = vigie(*words, "--help")
    assert status == 0
    group = any(other[: len(words)] == words and other != words for other in COMMANDS)
    assert group or re.search(rf"Example:\s+(.*\s)?vigie {' '.join(words)}", told) or "Example" in told


@pytest.mark.parametrize("words", [(), ("--help",), ("--version",)])
def test_vigie_alone_tells_what_it_is(words: tuple[str, ...]) -> None:
    status, told = vigie(*words)
    assert status in (0, 2)
    assert "igie" in told


@pytest.mark.parametrize(
    "words", [("nothing",), ("extract",), ("extract", "x", "--bad"), ("run",), ("link",), ("backup", "x")]
)
def test_wrong_usage_is_status_2(words: tuple[str, ...]) -> None:
    assert vigie(*words)[0] == 2


def test_extract_writes_what_the_schemas_say(extracted: Path) -> None:
    for name in ("claim", "document"):
        found = rows(extracted / f"{name}s.jsonl")
        assert found
        for row in found:
            jsonschema.validate(row, schemas()[name])
    assert {row["count"] for row in rows(extracted / "claims.jsonl") if row["kind"] == "harm"} == {12, 18}
    assert rows(extracted / "problems.jsonl") == []


def test_link_puts_rival_figures_into_one_incident(extracted: Path, tmp_path: Path) -> None:
    help_text = vigie("link", "--help")[1]
    words = ("link", "files") if re.search(r"^\W*files\b", help_text, re.MULTILINE) else ("link",)
    status, _ = vigie(
        *words,
        extracted / "claims.jsonl",
        "--documents",
        extracted / "documents.jsonl",
        "--output",
        tmp_path / "linked",
    )
    assert status == 0
    incidents = rows(tmp_path / "linked" / "incidents.jsonl")
    assert any(len(row["claims"]) > 1 for row in incidents)  # type: ignore[arg-type]
    for row in incidents:
        jsonschema.validate(row, schemas()["incident"])


def counts(folder: Path) -> dict[str, int]:
    with sqlite3.connect(folder / "vigie.db") as raw:
        names = [
            n
            for (n,) in raw.execute("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
        ]
        return {
            n: raw.execute(f'select count(*) from "{n}"').fetchone()[0]
            for n in names
            if re.search("claim|incident|document$", n)
        }


def test_run_twice_adds_nothing_and_the_record_can_be_checked_and_copied(texts: Path, tmp_path: Path) -> None:
    folder = tmp_path / "observatory"
    assert vigie("run", texts, "--output", folder)[0] == 0
    first = counts(folder)
    assert sum(first.values()) > 0
    status, told = vigie("run", texts, "--output", folder)
    assert (status, counts(folder)) == (0, first)
    assert "A machine's draft" in told
    assert (folder / "site" / "index.html").is_file()
    assert vigie("verify", folder)[0] == 0
    assert vigie("archive", "verify", folder)[0] == 0
    assert vigie("backup", folder, tmp_path / "copy.db")[0] == 0
    with sqlite3.connect(tmp_path / "copy.db") as copy:
        assert copy.execute("pragma integrity_check").fetchone() == ("ok",)
    pair_explained(folder)
    damaged(folder)


def pair_explained(folder: Path) -> None:
    """Why two claims of the record are one incident; an unknown id is wrong usage."""
    from vigie.record import open_record

    with open_record(folder / "vigie.db", write=False) as record:
        first, second, *_ = (claim.id for claim in record.claims() if claim.__struct_config__.tag == "harm")
    status, told = vigie("explain", first, second, "--record", folder)
    assert status == 0
    assert told.strip()
    assert vigie("explain", first, "nobody", "--record", folder)[0] == 2


def damaged(folder: Path) -> None:
    """A kept file that was altered is told."""
    kept = next(
        p
        for p in (folder / "archive").rglob("*")
        if p.is_file() and p.suffix not in (".jsonl", ".db") and p.read_bytes()
    )
    kept.chmod(0o644)
    kept.write_bytes(b"something else")
    assert vigie("archive", "verify", folder)[0] == 1


def test_explain_shows_the_text_each_value_its_words_and_its_rule(texts: Path) -> None:
    status, told = vigie("explain", texts / "a.txt")
    assert status == 0
    for part in ("au moins 12", "killed", "SOHR", "harm."):
        assert part in told


def test_evaluate_scores_texts_that_a_user_coded(texts: Path, tmp_path: Path) -> None:
    coded = {
        "doc": "a.txt", "published": "2016-03-06", "events": [], "control": [], "diplomacy": [],
        "harm": [{
            "quote": "a tué au moins 12 civils", "span": [TEXT.index("a tué"), TEXT.index(" samedi")],
            "outcome": "killed", "count": 12, "qualifier": "at_least", "unit": "persons", "victims": "civilians", "side": None,
            "method": "Air/drone strike", "weapon": ["air_dropped"], "scope": "incident", "part_of": None, "provisional": False,
            "when": ["2016-03-05", "2016-03-05"], "place": {"name": "Alep", "lat": 36.2, "lon": 37.15, "km": 8},
            "said_by": ["SOHR"], "by": [], "by_certainty": None,
            "by_said_by": None, "realis": "occurred", "certainty": "stated", "event": "raid",
        }],
    }  # fmt: skip
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(coded, ensure_ascii=False) + "\n", encoding="utf-8")
    status, told = vigie("evaluate", gold, texts / "a.txt")
    assert status == 0
    assert re.search(r"harm.*1\.0", told, re.IGNORECASE)


def test_gazetteer_search_shows_where_a_name_lies_and_why() -> None:
    status, told = vigie("gazetteer", "search", "Deir Ezzor")
    assert status == 0
    assert "SYR" in told
    assert vigie("gazetteer", "search", "Zzyzzxqwv")[0] == 1


def test_diff_rules_tells_what_changed(texts: Path, extracted: Path) -> None:
    assert "No claim changes" in vigie("diff-rules", texts, "--since", extracted / "claims.jsonl")[1]
    kept = [row for row in rows(extracted / "claims.jsonl") if row.get("count") != 12]
    kept[0]["realis"] = "denied"
    (extracted / "claims.jsonl").write_text("".join(json.dumps(row) + "\n" for row in kept), encoding="utf-8")
    status, told = vigie("diff-rules", texts, "--since", extracted / "claims.jsonl")
    assert status == 0
    assert "realis: denied → occurred" in told
    assert re.search(r"^\+ .*12 civils", told, re.MULTILINE)
    assert vigie("diff-rules", texts, "--since", texts / "absent.jsonl")[0] == 2


def _bad(folder: Path, kind: str) -> Path:
    """Input of a kind that cannot be read whole."""
    folder.mkdir(exist_ok=True)
    path = folder / f"bad{'.jsonl' if kind == 'broken lines' else '.txt'}"
    content = {
        "empty": b"",
        "binary": bytes(range(256)) * 40,
        "broken lines": b'{"text": "Un\n[1, 2\n{"no": 1}\n',
        "blank": b" \n\n ",
        "no permission": TEXT.encode(),
    }
    if kind != "missing":
        path.write_bytes(content[kind])
    if kind == "no permission":
        path.chmod(0)
    return path


KINDS = ("missing", "empty", "binary", "broken lines", "blank", "no permission")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("command", ["extract", "run"])
def test_bad_input_is_told_and_the_rest_is_read(kind: str, command: str, texts: Path, tmp_path: Path) -> None:
    if kind == "no permission" and (os.name == "nt" or os.geteuid() == 0):
        pytest.skip("this user may read everything")
    bad, out = _bad(tmp_path / "bad", kind), tmp_path / "out"
    status, told = vigie(command, bad, "--output", out)
    assert status == 3
    assert f"{bad.name}" in told  # which file it was, and why
    status, told = vigie(command, texts, bad, "--output", out)
    assert status == 0
    assert bad.name in told
    if command == "extract":
        assert [row["file"] for row in rows(out / "problems.jsonl")]
        assert rows(out / "claims.jsonl")


@pytest.mark.parametrize(
    ("language", "words"), [("fr", ("Résumé", "affirmations")), ("en", ("Summary", "claims")), ("de", ("Summary",))]
)
def test_the_summary_speaks_the_language_of_the_session(
    language: str, words: tuple[str, ...], texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VIGIE_LANG", language)
    told = vigie("extract", texts, "--output", tmp_path / "out")[1]
    assert all(word in told for word in words)


def test_every_message_is_there_in_both_languages_with_the_same_fields() -> None:
    path = Path(str(__import__("vigie.cli").cli.__file__)).parent / "messages.toml"
    messages = msgspec.toml.decode(path.read_bytes())
    fields = {lang: {k: set(re.findall(r"\{(\w+)", v)) for k, v in messages[lang].items()} for lang in ("fr", "en")}
    assert fields["fr"] == fields["en"]


def test_two_processes_write_the_same_claims(texts: Path, extracted: Path, tmp_path: Path) -> None:
    assert vigie("extract", texts, "--output", tmp_path / "two", "--processes", 2)[0] == 0
    assert (tmp_path / "two" / "claims.jsonl").read_bytes() == (extracted / "claims.jsonl").read_bytes()


def test_evaluate_reads_with_words_of_ones_own(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("Deux civils ont été arquebusés vendredi à Idleb.", encoding="utf-8")
    quote = "Deux civils ont été arquebusés"
    one = {"quote": quote, "span": [0, len(quote)], "outcome": "killed", "victims": "civilians", "count": 2}
    coded = {"doc": "a.txt", "harm": [one], "events": [], "control": [], "diplomacy": []}
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(coded) + "\n", encoding="utf-8")
    words = Path(__file__).parents[2] / "docs" / "extending" / "words"
    without, with_words = vigie("evaluate", gold, text), vigie("evaluate", gold, text, "--pack", words)
    assert (without[0], with_words[0]) == (0, 0)
    assert without[1] != with_words[1]
    assert vigie("evaluate", gold, text, "--pack", tmp_path / "nowhere")[0] == 2
