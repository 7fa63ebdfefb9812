"""Killed runs, full disks, folders that cannot be written, two runs at once: nothing is lost, and a person is told why.

Five kills in the normal run; `pytest -m torture` (in `make torture`) kills a run on 5,000 documents twenty times.
"""

import os
import random
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from said import dispatches, start, vigie
from tables import content

from vigie.record import open_record

SEED = os.environ.get("VIGIE_SEED", "vigie")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, float]:
    """Dispatches, the folder of a run that was not killed, and how many seconds it took."""
    return not_killed(tmp_path_factory.mktemp("whole"), 200)


def not_killed(folder: Path, count: int) -> tuple[Path, Path, float]:
    source, began = dispatches(folder / "in.jsonl", count), time.monotonic()
    status, _ = vigie("run", source, "--output", folder / "out", seconds=3_600)
    assert status == 0
    return source, folder / "out", time.monotonic() - began


def kill_at(moment: float, source: Path, output: Path) -> bool:
    """Start a run and kill -9 it after so many seconds; False where it was done first."""
    process = start("run", source, "--output", output)
    try:
        process.communicate(timeout=moment)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        return True
    assert process.returncode == 0
    return False


def killed_again_and_again(whole: tuple[Path, Path, float], output: Path, kills: int) -> None:
    """Kill a run at random moments and start it again until it comes to its end; so on until so many were killed.

    Early moments are more frequent than late ones: what a killed run has read is not read again, so that few of the
    runs after it would live to a late one.
    """
    source, expected, seconds = whole
    chance, killed, left = random.Random(SEED), 0, 0
    while killed < kills:
        if kill_at(seconds * chance.random() ** 2, source, output):
            before, left, killed = left, documents(output / "vigie.db"), killed + 1
            assert left >= before, "a killed run takes nothing away"
        else:
            check_same(output, expected)
            shutil.rmtree(output)
            left = 0
    status, _ = vigie("run", source, "--output", output, seconds=3_600)
    assert status == 0
    check_same(output, expected)


def documents(path: Path) -> int:
    if not path.exists():  # killed before it had made anything
        return 0
    with sqlite3.connect(path) as raw:
        known = raw.execute("select count(*) from sqlite_master where name = 'record_document'").fetchone()[0]
        count = int(raw.execute("select count(*) from record_document").fetchone()[0]) if known else 0
    raw.close()
    return count


def check_same(output: Path, expected: Path) -> None:
    assert content(output / "vigie.db") == content(expected / "vigie.db")
    with open_record(output / "vigie.db", write=False) as record:
        assert record.verify_journal() == []
    status, told = vigie("archive", "verify", output)
    assert (status, told) == (0, "1 files, all whole.\n")
    assert list((output / "archive").glob(".part-*")) == []
    pages = {path.relative_to(output / "site").as_posix() for path in (output / "site").rglob("*.html")}
    assert {"index.html", "problems.html"} <= pages


def test_a_run_killed_at_random_moments_ends_in_the_same_record(
    whole: tuple[Path, Path, float], tmp_path: Path
) -> None:
    assert documents(whole[1] / "vigie.db") == 200
    killed_again_and_again(whole, tmp_path / "out", 5)


@pytest.mark.torture
def test_a_long_run_killed_twenty_times_ends_in_the_same_record(tmp_path: Path) -> None:
    killed_again_and_again(not_killed(tmp_path, 5000), tmp_path / "killed", 20)


@pytest.fixture
def begun(tmp_path: Path) -> tuple[Path, Path, dict[str, list[tuple[object, ...]]]]:
    """More dispatches, a folder that holds the first few, and its tables."""
    vigie("run", dispatches(tmp_path / "first.jsonl", 10), "--output", tmp_path / "out")
    return dispatches(tmp_path / "more.jsonl", 300), tmp_path / "out", content(tmp_path / "out" / "vigie.db")


Begun = tuple[Path, Path, dict[str, list[tuple[object, ...]]]]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on the size of files")
@pytest.mark.parametrize(
    ("limit", "message"),
    [(60_000, "cannot be written"), (250_000, "The disk that holds")],
    ids=["the archive meets it", "the record meets it"],
)
def test_a_file_that_cannot_grow_stops_the_run_and_leaves_the_record(begun: Begun, limit: int, message: str) -> None:
    import resource

    source, output, before = begun
    assert 60_000 < source.stat().st_size < 250_000

    def no_larger() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    status, told = vigie("run", source, "--output", output, preexec_fn=no_larger)
    assert (status, lines(told)) == (1, 1), told
    assert message in told
    assert content(output / "vigie.db") == before
    goes_on(source, output)


def lines(told: str) -> int:
    return sum(1 for line in told.splitlines() if line)


def goes_on(source: Path, output: Path) -> None:
    status, _ = vigie("run", source, "--output", output)
    assert status == 0
    assert documents(output / "vigie.db") == 300


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 2 MB, where the system lets one be made."""
    disk = tmp_path / "disk"
    disk.mkdir()
    made = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk], capture_output=True, check=False
    )
    if not made or made.returncode:
        pytest.skip("no right to mount a disk")
    yield disk
    subprocess.run(["umount", disk], check=True)


def test_a_full_disk_stops_the_run_which_goes_on_when_there_is_room(small_disk: Path, tmp_path: Path) -> None:
    source, output = dispatches(tmp_path / "in.jsonl", 300), small_disk / "out"
    status, told = vigie("run", source, "--output", output)
    assert (status, lines(told)) == (1, 1), told
    assert "full" in told or "cannot be written" in told
    subprocess.run(["mount", "-o", "remount,size=64m", small_disk], check=True)
    goes_on(source, output)


def test_a_disk_that_cannot_be_written_is_told_and_left_as_it_was(small_disk: Path, tmp_path: Path) -> None:
    subprocess.run(["mount", "-o", "remount,size=64m", small_disk], check=True)
    output = small_disk / "out"
    vigie("run", dispatches(tmp_path / "first.jsonl", 10), "--output", output)
    before = content(output / "vigie.db")
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    for place in (output, small_disk / "new"):
        status, told = vigie("run", dispatches(tmp_path / "in.jsonl", 300), "--output", place)
        assert (status, lines(told)) == (1, 1), told
        assert "read-only" in told
    subprocess.run(["mount", "-o", "remount,rw", small_disk], check=True)
    assert content(output / "vigie.db") == before


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root writes everywhere")
@pytest.mark.parametrize("folder", [".", "archive"])
def test_a_folder_that_cannot_be_written_is_told(begun: Begun, folder: str) -> None:
    source, output, before = begun
    (output / folder).chmod(0o500)
    status, told = vigie("run", source, "--output", output)
    (output / folder).chmod(0o700)
    assert (status, lines(told)) == (1, 1), told
    assert "read-only" in told or "cannot be written" in told
    assert content(output / "vigie.db") == before


def test_a_file_where_the_folder_should_be_is_told_and_left(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("un texte", encoding="utf-8")
    status, told = vigie("run", dispatches(tmp_path / "in.jsonl", 3), "--output", tmp_path / "out")
    assert (status, lines(told)) == (1, 1), told
    assert (tmp_path / "out").read_text(encoding="utf-8") == "un texte"


def test_a_record_that_another_program_has_locked_is_told(begun: Begun) -> None:
    source, output, before = begun
    other = sqlite3.connect(output / "vigie.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    status, told = vigie("run", source, "--output", output)
    other.execute("ROLLBACK")
    other.close()
    assert (status, lines(told)) == (1, 1), told
    assert "in use by another program" in told
    assert content(output / "vigie.db") == before


def test_of_two_runs_at_once_one_is_refused(whole: tuple[Path, Path, float], tmp_path: Path) -> None:
    source, expected, _ = whole
    both = [start("run", source, "--output", tmp_path / "out") for _ in range(2)]
    told = [process.communicate(timeout=300)[0] for process in both]
    assert sorted(process.returncode for process in both) == [0, 1]
    refused = told[0 if both[0].returncode else 1]
    assert "Another vigie run is writing" in refused
    assert lines(refused) == 1
    assert content(tmp_path / "out" / "vigie.db") == content(expected / "vigie.db")


def test_what_is_wrong_is_told_in_french_where_that_is_spoken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from said import ENVIRONMENT

    monkeypatch.setitem(ENVIRONMENT, "VIGIE_LANG", "fr")
    with open_record(tmp_path / "out" / "vigie.db"):
        status, told = vigie("run", dispatches(tmp_path / "in.jsonl", 3), "--output", tmp_path / "out")
    assert status == 1
    assert "Une autre exécution de vigie" in told
