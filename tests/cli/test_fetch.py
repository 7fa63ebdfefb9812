"""`vigie fetch`: what a page says goes into the record, its capture into the archive, why it could not be into both."""

import sys
from collections.abc import Iterator
from pathlib import Path

import makers
import pytest
from said import vigie
from typer.testing import CliRunner

sys.path.insert(0, str(Path(__file__).parents[1] / "fetching"))

from authorities import Authority
from sites import Site, answer

from vigie.cli import app
from vigie.cli import fetching as command
from vigie.fetching import Policy
from vigie.intake import Archive
from vigie.record import open_record


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setattr(command, "POLICY", Policy(connecting=2, altogether=5, pause=0, inside=("127.0.0.0/8",)))
    monkeypatch.setenv("VIGIE_LANG", "en")
    made = Site()
    yield made
    made.server.shutdown()
    made.server.server_close()


def fetch(*words: object) -> tuple[int, str]:
    told = CliRunner().invoke(app, ["fetch", *map(str, words)])
    return told.exit_code, told.output


def page(text: str) -> bytes:
    return makers.html(text).encode()


def test_a_page_is_a_document_and_its_capture_is_evidence(site: Site, tmp_path: Path) -> None:
    site.pages["/raid"] = answer(body=page(makers.FRENCH), Content_Type="text/html")
    status, told = fetch(site.url("/raid"), site.url("/gone"), "--by", "claire", "--output", tmp_path)
    assert status == 0, told
    assert "documents (warc 1)" in told
    assert f"{site.url('/gone')}" in told
    with open_record(tmp_path / "vigie.db", write=False) as record:
        (document,) = record.documents()
        (problem,) = record.problems()
    assert document.url == site.url("/raid")
    assert (problem.file, problem.code, problem.details["status"]) == (site.url("/gone"), "gone", "404")
    (row,) = Archive(tmp_path / "archive").rows()
    assert (row.url, row.headers["Content-Type"], row.by) == (site.url("/raid"), "text/html", "claire")
    assert row.retrieved is not None
    assert row.tool.startswith("vigie ")
    (capture,) = (tmp_path / "fetched").iterdir()
    assert capture.name.endswith(".warc.gz")
    assert vigie("archive", "verify", tmp_path) == (0, "1 files, all whole.\n")


def test_a_page_fetched_again_is_a_version_and_its_end_is_told(site: Site, tmp_path: Path) -> None:
    for text in (makers.FRENCH, makers.FRENCH.replace("douze", "quinze")):
        site.pages["/raid"] = answer(body=page(text), Content_Type="text/html")
        assert fetch(site.url("/raid"), "--output", tmp_path)[0] == 0
    site.pages["/raid"] = answer(410)
    assert fetch(site.url("/raid"), "--output", tmp_path)[0] == 3
    status, told = vigie("explain", "--versions", site.url("/raid"), "--record", tmp_path)
    assert status == 0
    assert "[-douze -]{+quinze +}" in told
    assert "no longer (HTTP 410)" in told


def test_the_command_asks_nothing_of_this_machine(tmp_path: Path) -> None:
    made = Site()
    status, told = vigie("fetch", made.url("/"), "--output", tmp_path)
    assert status == 3
    assert "inside this machine or a private network" in told
    assert made.asked == []
    made.server.shutdown()
    made.server.server_close()


def test_what_is_kept_is_stamped_where_an_authority_is_named_and_verify_checks_it(site: Site, tmp_path: Path) -> None:
    authority = Authority()
    site.pages |= {"/tsa": authority.page, "/raid": answer(body=page(makers.FRENCH), Content_Type="text/html")}
    status, told = fetch(site.url("/raid"), "--stamp", site.url("/tsa"), "--output", tmp_path)
    assert status == 0, told
    assert len(authority.asked) == 1
    root = makers.put(tmp_path, "root.pem", authority.pem)
    status, told = vigie("archive", "verify", tmp_path, "--root", root)
    assert (status, told) == (0, "1 files, all whole.\n1 time stamps hold.\n")
    status, told = vigie("archive", "verify", tmp_path)
    assert (status, "give its root certificate (--root)" in told) == (1, True), told
    status, told = vigie("archive", "stamp", tmp_path, site.url("/tsa"))
    assert (status, told.strip()) == (0, "1 files have a time stamp.")
    assert len(authority.asked) == 1, "once each"


def test_an_authority_that_does_not_answer_costs_no_document(site: Site, tmp_path: Path) -> None:
    site.pages["/raid"] = answer(body=page(makers.FRENCH), Content_Type="text/html")
    status, told = fetch(site.url("/raid"), "--stamp", site.url("/nothing"), "--output", tmp_path)
    assert status == 0
    assert "gave nothing (HTTP 404)" in told
    assert "vigie archive stamp" in told
    status, told = vigie("archive", "stamp", tmp_path, site.url("/nothing"))
    assert (status, "gave nothing (HTTP 404)" in told) == (1, True)
