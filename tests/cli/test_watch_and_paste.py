"""What arrives in a folder, or through standard input, is in the record; Ctrl-C stops without losing anything."""

import datetime as dt
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from said import ENVIRONMENT, dispatch, start, vigie

from vigie.cli import watching as watching_command
from vigie.cli.taking import Means
from vigie.cli.watching import Desk, Watcher
from vigie.intake import Archive
from vigie.record import RecordError, open_record
from vigie.values import Document, Interval

DAY = Interval.day(dt.date(2016, 10, 11))


def documents(output: Path) -> list[Document]:
    try:
        with open_record(output / "vigie.db", write=False) as record:
            return list(record.documents())
    except RecordError:  # not there yet
        return []


def wait_for(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < end, "nothing happened for a minute"
        time.sleep(0.1)


@pytest.fixture
def incoming(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


@pytest.fixture
def watching(incoming: Path, tmp_path: Path) -> "Iterator[subprocess.Popen[str]]":
    process = start("watch", incoming, "--output", tmp_path / "out", "--every", "0.1")
    assert process.stdout is not None
    assert "Watching" in process.stdout.readline()
    yield process
    process.kill()
    process.wait()


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot send Ctrl-C to one process")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_what_arrives_is_taken_until_ctrl_c(
    watching: "subprocess.Popen[str]", incoming: Path, tmp_path: Path, sent: signal.Signals
) -> None:
    for count in (1, 2):
        (incoming / f"{count}.txt").write_text(dispatch(count), encoding="utf-8")
        wait_for(lambda: len(documents(tmp_path / "out")) == count)  # noqa: B023 asked before the next round
    wait_for((tmp_path / "out" / "site" / "index.html").exists)
    watching.send_signal(sent)
    told, _ = watching.communicate(timeout=60)
    assert watching.returncode == 0
    assert "1 files, 1 new documents" in told
    assert told.rstrip().endswith("Stopped watching.")
    assert "Traceback" not in told
    with open_record(tmp_path / "out" / "vigie.db") as record:
        assert record.verify_journal() == []
        assert record.summary()["incidents"]


def test_a_record_in_use_makes_files_wait(tmp_path: Path, incoming: Path) -> None:
    (incoming / "a.txt").write_text(dispatch(1), encoding="utf-8")
    with open_record(tmp_path / "out" / "vigie.db"):
        process = start("watch", incoming, "--output", tmp_path / "out", "--every", "0.1")
        assert process.stdout is not None
        assert "Watching" in process.stdout.readline()
        assert "Another vigie run is writing" in process.stdout.readline()
    wait_for(lambda: len(documents(tmp_path / "out")) == 1)
    process.terminate()
    process.communicate(timeout=60)


class Leaving:
    """Something that asks for the end while Python clears it away: what is raised there goes nowhere."""

    def __del__(self) -> None:
        signal.raise_signal(signal.SIGTERM)


def test_an_end_asked_for_while_an_object_is_cleared_away_is_not_lost(
    incoming: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    looks: list[object] = []

    def look(_: Watcher) -> list[Path]:
        assert not looks, "it went on after it was asked to stop"
        looks.append(Leaving())
        looks[0] = "cleared away"
        return []

    monkeypatch.setattr(Watcher, "poll", look)
    before = signal.getsignal(signal.SIGTERM), sys.unraisablehook
    watching_command.watch(incoming, tmp_path / "out", every=0.1)
    assert (signal.getsignal(signal.SIGTERM), sys.unraisablehook) == before
    told = capsys.readouterr()
    assert told.out.endswith("Stopped watching.\n")
    assert "Traceback" not in told.err


def test_a_file_is_ready_once_it_has_stopped_growing_and_again_when_it_changes(tmp_path: Path, incoming: Path) -> None:
    path, watcher = incoming / "a.txt", Watcher(incoming, tmp_path / "out")
    path.write_text("Un", encoding="utf-8")
    assert watcher.poll() == []
    path.write_text("Un raid", encoding="utf-8")
    assert watcher.poll() == []
    assert watcher.poll() == [path]
    assert watcher.poll() == [path], "until it is taken"
    watcher.took([path])
    assert watcher.poll() == []
    path.write_text("Un raid a eu lieu", encoding="utf-8")
    assert [watcher.poll(), watcher.poll()] == [[], [path]]
    path.unlink()
    assert watcher.poll() == []


def test_the_observatory_within_the_folder_and_hidden_files_are_not_watched(incoming: Path) -> None:
    for name in ("out/site/index.html", "out/archive/ab/abc", ".git/a.txt", ".a.txt.swp", "deep/a.txt"):
        (incoming / name).parent.mkdir(parents=True, exist_ok=True)
        (incoming / name).write_text("Un raid", encoding="utf-8")
    watcher = Watcher(incoming, incoming / "out")
    watcher.poll()
    assert watcher.poll() == [incoming / "deep" / "a.txt"]


def test_a_folder_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    status, told = vigie("watch", tmp_path / "nowhere")
    assert (status, "nowhere does not exist" in told) == (2, True)


def test_a_pasted_text_is_a_document_with_what_was_said_of_it(tmp_path: Path) -> None:
    words = ("paste", "--outlet", "Fil d'Orient", "--date", "11 octobre 2016", "--title", "Raid", "--output", tmp_path)
    for _ in range(2):  # the second time adds nothing
        status, told = vigie(*words, given=dispatch(3))
        assert status == 0
        assert "Summary" in told
    (found,) = documents(tmp_path)
    assert (found.text, found.outlet, found.title, found.published) == (dispatch(3), "Fil d'Orient", "Raid", DAY)
    assert found.published_basis == "given"
    status, told = vigie("archive", "verify", tmp_path)
    assert "1 files, all whole" in told


def test_the_same_words_of_two_outlets_are_two_documents_of_one_origin(tmp_path: Path) -> None:
    for outlet in ("Fil d'Orient", "Courrier"):
        vigie("paste", "--outlet", outlet, "--output", tmp_path, given=dispatch(3))
    assert len({found.id for found in documents(tmp_path)}) == 2
    assert len({found.origin for found in documents(tmp_path)}) == 1


@pytest.mark.parametrize(
    ("text", "options", "status", "message"),
    [
        ("", [], 3, "Empty"),
        (" \n", [], 3, "Empty"),
        ("\x00\x01\x02\x03" * 50, [], 3, "Not text"),
        ("a" * (8 * 1024 * 1024 + 1), [], 3, "Too big"),
        ("Un raid.", ["--date", "hier"], 2, "no date that can be read"),
    ],
    ids=["nothing", "blank", "binary", "huge", "no date"],
)
def test_what_cannot_be_pasted_is_told(
    tmp_path: Path, text: str, options: list[str], status: int, message: str
) -> None:
    found, told = vigie("paste", *options, "--output", tmp_path / "out", given=text)
    assert (found, message in told) == (status, True), told
    assert documents(tmp_path / "out") == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminal in the standard library")
def test_what_was_not_said_is_asked_for_at_a_terminal(tmp_path: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    code = "from vigie.cli import main; main()"
    process = subprocess.Popen(
        [sys.executable, "-c", code, "paste", "--title", "Raid", "--output", tmp_path],
        stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, **ENVIRONMENT}, text=True,
    )  # fmt: skip
    os.write(ours, f"Fil d'Orient\n2016-10-11\n{dispatch(4)}\n\x04".encode())
    told, asked = process.communicate(timeout=60)
    os.close(ours)
    os.close(theirs)
    assert process.returncode == 0, told + asked
    assert asked.index("Outlet:") < asked.index("Day of publication") < asked.index("Paste the text")
    assert "Title:" not in asked
    (found,) = documents(tmp_path)
    assert (found.outlet, found.published, found.text.strip()) == ("Fil d'Orient", DAY, dispatch(4))


def test_pasted_rows_are_kept_as_they_were_given(tmp_path: Path) -> None:
    text = "Un raid a tué deux civils à Alep."
    vigie("paste", "--url", "https://fil.example.org/1", "--output", tmp_path, given=text)
    (path,) = (tmp_path / "pasted").iterdir()
    row = json.loads(path.read_text(encoding="utf-8"))
    assert (row["text"], row["url"]) == (text, "https://fil.example.org/1")


def test_a_burst_of_arrivals_is_one_writing_and_nothing_new_is_none(
    incoming: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[int] = []
    monkeypatch.setattr(watching_command, "draw_up", lambda record, _: drawn.append(record.summary()["documents"]))
    watcher, desk = Watcher(incoming, tmp_path / "out"), Desk(tmp_path / "out", Means())

    def look() -> None:
        if (ready := watcher.poll()) and desk.take(ready):
            watcher.took(ready)
        desk.draw(watcher.quiet)

    for count in range(4):  # one with every look
        (incoming / f"{count}.txt").write_text(dispatch(count), encoding="utf-8")
        look()
    assert drawn == []
    for _ in range(3):
        look()
    assert drawn == [4]
    (incoming / "3.txt").touch()  # looked at again, and known
    for _ in range(4):
        look()
    assert drawn == [4]


def test_pages_are_not_put_off_for_ever(incoming: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int] = []
    monkeypatch.setattr(watching_command, "draw_up", lambda *_: drawn.append(1))
    monkeypatch.setattr(watching_command, "_LATEST", 0.0)
    desk = Desk(tmp_path / "out", Means())
    (incoming / "a.txt").write_text(dispatch(1), encoding="utf-8")
    desk.take([incoming / "a.txt"])
    desk.draw(quiet=False)
    assert drawn == [1]


def test_what_a_watch_before_left_unwritten_is_written(
    incoming: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (incoming / "a.txt").write_text(dispatch(1), encoding="utf-8")
    Desk(tmp_path / "out", Means()).take([incoming / "a.txt"])
    drawn: list[int] = []
    monkeypatch.setattr(watching_command, "draw_up", lambda *_: drawn.append(1))
    Desk(tmp_path / "out", Means()).draw(quiet=True)
    assert drawn == [1]


OWN_WORDS = Path(__file__).parents[2] / "docs" / "extending" / "words"
OWN_SENTENCE = "Deux civils ont été arquebusés vendredi à Idleb."


def claims(output: Path) -> int:
    with open_record(output / "vigie.db", write=False) as record:
        return sum(1 for _ in record.claims())


def test_a_pasted_text_is_read_with_words_of_ones_own(tmp_path: Path) -> None:
    for name, more in (("with", ("--pack", OWN_WORDS)), ("without", ())):
        assert vigie("paste", *more, "--output", tmp_path / name, given=OWN_SENTENCE)[0] == 0
        assert bool(claims(tmp_path / name)) is bool(more)


def test_what_arrives_is_read_with_words_of_ones_own(incoming: Path, tmp_path: Path) -> None:
    (incoming / "a.txt").write_text(OWN_SENTENCE, encoding="utf-8")
    Desk(tmp_path / "out", Means(pack=OWN_WORDS)).take([incoming / "a.txt"])
    assert claims(tmp_path / "out")


def test_who_brings_a_text_is_kept_with_its_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vigie("paste", "--by", "claire", "--output", tmp_path, given=dispatch(1))
    monkeypatch.setenv("VIGIE_BY", "nadia")
    vigie("paste", "--output", tmp_path, given=dispatch(2))
    assert [row.by for row in Archive(tmp_path / "archive").rows()] == ["claire", "nadia"]
