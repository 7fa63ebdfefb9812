"""An authority's time stamp is asked for only where a person names it, kept beside the bytes, and checked with them."""

import hashlib
import shutil
import socket
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from authorities import NOW, Authority
from makers import FRENCH, SECOND, put
from sites import Site, answer

from vigie.fetching import Policy, ask_for_stamp, stamp_all
from vigie.intake import Archive, ArchiveError, ReadError, check_stamps, export, stamped

OPEN = Policy(connecting=2, altogether=5, pause=0)
MARK = hashlib.sha256(FRENCH.encode()).hexdigest()


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority()


@pytest.fixture
def root(authority: Authority, tmp_path: Path) -> Path:
    return put(tmp_path, "root.pem", authority.pem)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    made = Archive(tmp_path / "archive")
    for name, text in (("a.txt", FRENCH), ("b.txt", SECOND)):
        made.keep_file(put(tmp_path, name, text))
    return made


def test_every_kept_file_is_stamped_once_and_the_stamps_hold(
    archive: Archive, authority: Authority, site: Site, root: Path
) -> None:
    site.pages["/tsa"] = authority.page
    done = list(stamp_all(archive, site.url("/tsa"), OPEN))
    assert sorted(done) == sorted(row.sha256 for row in archive.rows())
    assert bytes.fromhex(MARK) in authority.asked
    assert list(stamp_all(archive, site.url("/tsa"), OPEN)) == []
    assert check_stamps(archive, root) == (2, [])
    assert list(archive.verify()) == [], "stamps are no files of the archive"
    assert stamped(archive.stamp(MARK).read_bytes(), MARK) == NOW


def test_an_authority_that_this_system_does_not_know_is_not_believed_without_its_root(
    archive: Archive, authority: Authority, site: Site
) -> None:
    site.pages["/tsa"] = authority.page
    list(stamp_all(archive, site.url("/tsa"), OPEN))
    held, wrong = check_stamps(archive)
    assert (held, len(wrong)) == (0, 2)


def test_a_pause_lies_between_two_requests(archive: Archive, authority: Authority, site: Site) -> None:
    site.pages["/tsa"], slept = authority.page, list[float]()
    list(stamp_all(archive, site.url("/tsa"), replace(OPEN, pause=1.5), slept.append))
    assert slept == [1.5]


def test_a_stamp_of_other_bytes_of_a_stranger_or_damaged_does_not_hold(
    archive: Archive, authority: Authority, site: Site, root: Path, tmp_path: Path
) -> None:
    site.pages["/tsa"] = authority.page
    list(stamp_all(archive, site.url("/tsa"), OPEN))
    first, second = archive.marks(stamped=True)
    stranger = put(tmp_path, "stranger.pem", Authority().pem)
    assert [check_stamps(archive, stranger)[0] for _ in range(3)] == [0] * 3
    good = archive.stamp(first).read_bytes()
    archive.keep_stamp(second, good)
    held, wrong = check_stamps(archive, root)
    assert (held, len(wrong), wrong[0].startswith(second)) == (1, 1, True)
    for damaged in (b"", b"nonsense", good[:-40], good.replace(b"20161012", b"20151012"), good[:9] * 9):
        archive.keep_stamp(first, damaged)
        assert check_stamps(archive, root)[0] == 0
    flipped = bytearray(good)
    flipped[-3] ^= 1
    archive.keep_stamp(first, bytes(flipped))
    assert check_stamps(archive, root)[0] == 0, "the signature"


def test_an_answer_to_another_question_is_refused(authority: Authority, site: Site) -> None:
    from vigie.intake import query

    early = authority.answer(query(MARK, 1 << 62))
    site.pages["/tsa"] = answer(body=early)
    with pytest.raises(ReadError, match="bad_stamp"):
        ask_for_stamp(site.url("/tsa"), MARK, OPEN)


@pytest.mark.parametrize(
    ("page", "code"),
    [
        (answer(500), "no_stamp"),
        (answer(307, Location="http://10.0.0.1/"), "no_stamp"),
        (answer(body=b"<html>"), "bad_stamp"),
        (answer(body=b"a" * 300_000), "too_big"),
    ],
)
def test_what_an_authority_may_do_wrong_has_its_reason(page: object, code: str, archive: Archive, site: Site) -> None:
    site.pages["/tsa"] = page  # type: ignore[assignment]
    with pytest.raises(ReadError, match=code):
        list(stamp_all(archive, site.url("/tsa"), OPEN))
    assert list(archive.marks(stamped=True)) == []


def test_an_authority_that_is_not_there_or_no_address_is_told() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{free.getsockname()[1]}/"
    for url, code in ((nobody, "unreachable"), ("file:///etc/passwd", "bad_address"), ("http://a@b/", "bad_address")):
        with pytest.raises(ReadError, match=code):
            ask_for_stamp(url, MARK, OPEN)


def test_a_bag_takes_the_stamps_along(archive: Archive, authority: Authority, site: Site, tmp_path: Path) -> None:
    site.pages["/tsa"] = authority.page
    list(stamp_all(archive, site.url("/tsa"), OPEN))
    bag = export(archive, tmp_path / "bag")
    assert (bag / "data" / MARK[:2] / f"{MARK}.tsr").read_bytes() == archive.stamp(MARK).read_bytes()
    assert f"{MARK}.tsr" in (bag / "manifest-sha256.txt").read_text()


@pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl")
def test_openssl_finds_that_the_stamp_holds(archive: Archive, authority: Authority, site: Site, root: Path) -> None:
    site.pages["/tsa"] = authority.page
    list(stamp_all(archive, site.url("/tsa"), OPEN))
    words = ["openssl", "ts", "-verify", "-data", archive.blob(MARK), "-in", archive.stamp(MARK), "-CAfile", root]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert "Verification: OK" in done.stdout + done.stderr, done.stderr


def test_without_the_library_a_person_is_told_what_to_install(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vigie.intake.stamps.find_spec", lambda _: None)
    with pytest.raises(ArchiveError, match="vigie-observatory\\[timestamp\\]"):
        list(stamp_all(archive, "http://127.0.0.1/"))
