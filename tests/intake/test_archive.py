"""The evidence: the bytes that came are kept, found again, checked, and handed over as a bag."""

import datetime as dt
import hashlib
import io
import json
from pathlib import Path

import bagit
import pytest
from makers import FRENCH, SECOND, put

from vigie.intake import Archive, ArchiveError, export, read
from vigie.values import Document

NOW = dt.datetime(2016, 10, 12, 9, 0, tzinfo=dt.UTC)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path / "archive", by="Claire")


@pytest.fixture
def incoming(tmp_path: Path) -> Path:
    put(tmp_path, "in/a.txt", FRENCH)
    put(tmp_path, "in/b.jsonl", json.dumps({"id": "b", "text": SECOND}) + "\n{broken\n")
    return tmp_path / "in"


def test_what_is_read_is_kept_with_where_and_when_it_came_from(archive: Archive, incoming: Path) -> None:
    documents = [row for row in read([incoming], archive, NOW) if isinstance(row, Document)]
    rows = list(archive.rows())
    assert [(row.source, row.retrieved, row.by) for row in rows] == [
        ((incoming / name).as_posix(), NOW, "Claire") for name in ("a.txt", "b.jsonl")
    ]
    assert [document.sha256 for document in documents] == [row.sha256 for row in rows]
    assert archive.blob(documents[0].sha256).read_bytes() == FRENCH.encode()
    assert {document.retrieved for document in documents} == {NOW}
    assert all(row.tool.startswith("vigie ") for row in rows)


def test_the_archive_changes_nothing_in_what_is_read(archive: Archive, incoming: Path) -> None:
    assert list(read([incoming], archive, NOW)) == list(read([incoming], now=NOW))


def test_reading_twice_adds_nothing(archive: Archive, incoming: Path) -> None:
    list(read([incoming], archive, NOW))
    before = archive.manifest.read_bytes()
    list(read([incoming], Archive(archive.folder), NOW))
    assert archive.manifest.read_bytes() == before


def test_the_same_bytes_from_two_places_are_kept_once_and_listed_twice(archive: Archive, tmp_path: Path) -> None:
    paths = [put(tmp_path, name, FRENCH) for name in ("x.txt", "y.txt")]
    found = [row for row in read(paths, archive) if isinstance(row, Document)]
    assert len(list(archive.rows())) == 2
    assert len(list(archive.folder.glob("??/*"))) == 1
    assert found[0].id != found[1].id
    assert found[0].origin == found[1].origin


def test_a_changed_file_is_kept_beside_the_old_one(archive: Archive, tmp_path: Path) -> None:
    path = put(tmp_path, "x.txt", FRENCH)
    list(read([path], archive))
    path.write_text(SECOND, "utf-8")
    list(read([path], archive))
    assert len({row.sha256 for row in archive.rows()}) == 2
    assert list(archive.verify()) == []


def test_verify_names_what_is_altered_missing_or_unlisted(archive: Archive, incoming: Path) -> None:
    first, second = (row.sha256 for row in read([incoming], archive) if isinstance(row, Document))
    archive.blob(first).chmod(0o644)
    archive.blob(first).write_bytes(b"altered")
    archive.blob(second).unlink()
    stray = hashlib.sha256(b"stray").hexdigest()
    put(archive.folder, f"{stray[:2]}/{stray}", b"stray")
    found = {damage.sha256: (damage.what, damage.sources) for damage in archive.verify()}
    assert found == {
        first: ("altered", [(incoming / "a.txt").as_posix()]),
        second: ("missing", [(incoming / "b.jsonl").as_posix()]),
        stray: ("unlisted", []),
    }


def test_a_row_cut_short_by_a_crash_spoils_no_other(archive: Archive, incoming: Path) -> None:
    list(read([incoming / "a.txt"], archive))
    with archive.manifest.open("ab") as out:
        out.write(b'{"sha256": "ab')
    again = Archive(archive.folder)
    list(read([incoming / "b.jsonl"], again))
    assert len(list(Archive(archive.folder).rows())) == 2


def test_a_fetched_page_is_kept_with_its_headers(archive: Archive) -> None:
    url = "https://example.org/1"
    mark = archive.keep(io.BytesIO(b"page"), url, NOW, url=url, headers={"content-type": "text/html"})
    (row,) = archive.rows()
    assert (row.sha256, row.url, row.headers, row.size) == (mark, url, {"content-type": "text/html"}, 4)


def test_an_archive_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    put(tmp_path, "file", "x")
    with pytest.raises(ArchiveError, match="cannot be written"):
        Archive(tmp_path / "file")


def test_a_full_disk_stops_the_reading_with_a_clear_message(
    archive: Archive, incoming: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("vigie.intake.archive.os.fsync", full)
    with pytest.raises(ArchiveError, match="No space left"):
        list(read([incoming], archive))
    assert list(archive.rows()) == []
    assert [path for path in archive.folder.rglob("*") if path.is_file()] == []


def test_the_bag_can_be_checked_without_this_program(archive: Archive, incoming: Path, tmp_path: Path) -> None:
    list(read([incoming], archive, NOW))
    bag = export(archive, tmp_path / "bag", NOW)
    assert (bag / "bagit.txt").read_text("utf-8").startswith("BagIt-Version: 1.0\n")
    for manifest in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        for row in (bag / manifest).read_text("utf-8").splitlines():
            mark, name = row.split("  ", 1)
            assert hashlib.sha256((bag / name).read_bytes()).hexdigest() == mark
    payload = [path for path in (bag / "data").rglob("*") if path.is_file()]
    assert f"Payload-Oxum: {sum(path.stat().st_size for path in payload)}.{len(payload)}" in (
        bag / "bag-info.txt"
    ).read_text("utf-8")


def test_the_library_of_congress_finds_the_bag_valid_and_damage_to_it(
    archive: Archive, incoming: Path, tmp_path: Path
) -> None:
    list(read([incoming], archive, NOW))
    bag = bagit.Bag(str(export(archive, tmp_path / "bag", NOW)))
    assert bag.validate()
    assert bag.info["Bagging-Date"] == "2016-10-12"
    (kept, *_) = (path for path in (tmp_path / "bag" / "data").glob("??/*"))
    kept.chmod(0o600)
    kept.write_bytes(kept.read_bytes()[:-1] + b"!")
    assert not bag.is_valid()


def test_a_damaged_archive_is_not_exported(archive: Archive, incoming: Path, tmp_path: Path) -> None:
    (mark, *_) = (row.sha256 for row in read([incoming], archive) if isinstance(row, Document))
    archive.blob(mark).unlink()
    with pytest.raises(ArchiveError, match="nothing is exported"):
        export(archive, tmp_path / "bag")


def test_what_a_capture_that_was_broken_off_left_is_swept_away(archive: Archive, incoming: Path) -> None:
    list(read([incoming], archive))
    (archive.folder / ".part-x").write_bytes(b"half")
    archive.sweep()
    assert list(archive.folder.glob(".part-*")) == []
    assert list(archive.verify()) == []


def test_a_bag_overwrites_nothing(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="exists already"):
        export(archive, tmp_path) if (tmp_path / "data").mkdir() is None else None
