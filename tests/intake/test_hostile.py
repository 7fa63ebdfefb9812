"""One good file among forty bad ones: its document comes out, every bad one is named with its reason, within bounds."""

import gzip
import os
import subprocess
import sys
import time
from pathlib import Path

import makers
import pytest
from hostile import BAD, MILLIONS, lines_of, sparse
from makers import FRENCH, put

from vigie.intake import limits, read, reason, was_read
from vigie.intake.helper import Helper
from vigie.intake.problems import ReadError
from vigie.intake.source import Request
from vigie.values import Document, Problem


@pytest.mark.parametrize(("name", "data", "code", "kept"), BAD, ids=[row[0] for row in BAD])
def test_each_bad_file_gives_its_reason(tmp_path: Path, name: str, data: bytes | str, code: str, kept: int) -> None:
    found = list(read([put(tmp_path, name, data)]))
    problems = [row for row in found if isinstance(row, Problem)]
    assert {row.code for row in problems} - ({"too_big"} if code == "bomb" else set()) == ({code} if code else set())
    assert len(found) - len(problems) == kept
    assert all(row.file.endswith(name) for row in problems)
    for row in problems:
        assert row.reason == reason(row, "en") != reason(row, "fr")
        assert was_read(row) is (code in ("replaced", "bad_date"))


def test_the_place_of_a_broken_line_is_its_number(tmp_path: Path) -> None:
    (row,) = (row for row in read([put(tmp_path, "a.jsonl", lines_of(b"{"))]) if isinstance(row, Problem))
    assert row.place == "2"


def test_the_place_within_an_archive_is_named(tmp_path: Path) -> None:
    inner = makers.zipped({"b.jsonl": lines_of(b"{")})
    (row,) = (
        row for row in read([put(tmp_path, "a.zip", makers.zipped({"c.zip": inner}))]) if isinstance(row, Problem)
    )
    assert (row.file, row.place) == ((tmp_path / "a.zip").as_posix(), "c.zip!b.jsonl:2")


def test_one_good_file_among_all_the_bad_ones(tmp_path: Path) -> None:
    for name, data, _, _ in BAD:
        put(tmp_path, name, data)
    put(tmp_path, "good.txt", FRENCH)
    start = time.monotonic()
    found = list(read([tmp_path, tmp_path / "absent"]))
    assert time.monotonic() - start < 60
    documents = {row.document for row in found if isinstance(row, Document)}
    reasons = {row.file for row in found if isinstance(row, Problem)}
    assert (tmp_path / "good.txt").as_posix() in documents
    assert len(reasons) == len(BAD)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither pipes nor links for everybody")
def test_pipes_links_and_loops_of_folders_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "passwd.txt").symlink_to("/etc/passwd")
    put(tmp_path, "a.txt", FRENCH)
    found = [row.code if isinstance(row, Problem) else "read" for row in read([tmp_path])]
    assert found == ["read", "link", "link", "special"]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt", FRENCH)
    path.chmod(0)
    assert [row.code for row in read([path]) if isinstance(row, Problem)] == ["denied"]


def test_what_the_system_refuses_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(tmp_path, "a.txt", FRENCH)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("vigie.intake.reading._hash", refuse)
    assert [row.code for row in read([path]) if isinstance(row, Problem)] == ["denied"]


@pytest.mark.parametrize("size", [limits.TEXT_FILE + 1, 500 * limits.MEGA])
def test_a_huge_text_is_refused(tmp_path: Path, size: int) -> None:
    path = tmp_path / "a.txt"
    sparse(path, size)
    assert [row.code for row in read([path]) if isinstance(row, Problem)] == ["too_big"]


def test_a_parser_that_does_not_end_is_stopped_and_the_next_file_is_read() -> None:
    helper = Helper(seconds=1.5)
    attributes = " ".join(f"a{i}=1" for i in range(200_000))
    with pytest.raises(ReadError, match="slow"):
        helper.parse(Request("html", f"<html><body><p {attributes}>x</p>".encode()))
    helper = Helper()
    assert len(helper.parse(Request("html", makers.html().encode()))) == 1
    helper.stop()


def test_a_helper_that_dies_is_replaced() -> None:
    helper = Helper()
    helper.parse(Request("html", makers.html().encode()))
    assert helper._process
    helper._process.kill()
    helper._process.wait()
    assert len(helper.parse(Request("html", makers.html().encode()))) == 1
    helper.stop()


def test_right_to_left_overrides_stay_in_the_text(tmp_path: Path) -> None:
    text = "Douze morts \u202eseitrap\u202c dans la ville, selon l'Observatoire."
    (found,) = read([put(tmp_path, "a.txt", text)])
    assert isinstance(found, Document)
    assert found.text == text


def test_names_of_files_in_odd_bytes_are_written(tmp_path: Path) -> None:
    if sys.platform == "win32" or sys.platform == "darwin":
        pytest.skip("the file system takes only UTF-8")
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_text(FRENCH, "utf-8")
    (found,) = read([path])
    assert isinstance(found, Document)
    found.document.encode("utf-8")


READER = """
import resource, sys
from pathlib import Path
from vigie.intake import read
from vigie.intake.helper import HELPER
rows = list(read([Path(sys.argv[1])]))
HELPER.stop()
# The peak of this program alone: ru_maxrss would begin with that of the test process it was started from.
own = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
helper = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(len(rows), int(own.split()[1]) // 1024, helper // 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted in kilobytes on Linux only")
def test_hostile_files_take_less_than_a_gigabyte(tmp_path: Path) -> None:
    put(tmp_path, "heads.eml", b"From: a\nTo: b\nSubject: " + b"=?utf-8?q?a?= " * 200_000 + b"\n\ntexte")
    put(tmp_path, "wide.html", b"<html><body>" + b"<div><p>un mot</p></div>" * 10_000)
    put(tmp_path, "bomb.txt.gz", gzip.compress(MILLIONS * 10, 9))
    put(tmp_path, "bomb.zip", makers.zipped({f"{i}.html": MILLIONS for i in range(12)}))
    put(tmp_path, "long.jsonl", b'{"text": "' + MILLIONS * 3)
    done = subprocess.run([sys.executable, "-c", READER, str(tmp_path)], capture_output=True, check=True, timeout=100)
    rows, reader, helper = (int(number) for number in done.stdout.split())
    assert rows >= 4
    assert reader < 700
    assert helper < 1000


def test_a_damaged_capture_prints_nothing_on_the_terminal(tmp_path: Path) -> None:
    page = makers.html().encode()
    capture = makers.warc(("https://example.org/a \x1b]0;x\x07 b", "text/html", page), packed=False)
    path = put(tmp_path, "a.warc", capture + b"nonsense \x1b[31m after a record\r\n" + capture)
    code = "import sys, pathlib; from vigie.intake import read; print(len(list(read([pathlib.Path(sys.argv[1])]))))"
    done = subprocess.run([sys.executable, "-c", code, path], capture_output=True, check=True)
    assert done.stdout.strip().isdigit()
    assert done.stderr == b""
