"""Pages are fetched politely and within bounds, and never from inside the machine or its network."""

import datetime as dt
import gzip
import io
import ipaddress
import socket
import time
from pathlib import Path

import makers
import pytest
from sites import Site, answer, dripping
from warcio.archiveiterator import ArchiveIterator

from vigie.fetching import Fetcher, Policy, write_warc
from vigie.intake import ReadError, read
from vigie.values import Document

NOW = dt.datetime(2016, 10, 12, 9, 0, tzinfo=dt.UTC)
PAGE = answer(body=makers.html().encode(), Content_Type="text/html; charset=utf-8")
OPEN = Policy(connecting=2, altogether=5, pause=0, inside=("127.0.0.0/8",))


def code(url: str, policy: Policy = OPEN) -> str:
    with pytest.raises(ReadError) as told:
        Fetcher(policy).fetch(url)
    return told.value.code


def test_a_page_comes_with_its_headers_after_robots_was_asked(site: Site) -> None:
    site.pages["/raid"] = PAGE
    (capture,) = Fetcher(OPEN).fetch(site.url("/raid"))
    assert capture.answer.body == makers.html().encode()
    assert capture.answer.header("content-type") == "text/html; charset=utf-8"
    assert site.asked == ["/robots.txt", "/raid"]
    assert all(agent and agent.startswith("vigie/") for agent in site.agents)


def test_redirections_are_followed_and_kept(site: Site) -> None:
    site.pages |= {"/a": answer(301, Location="/b"), "/b": answer(302, Location=site.url("/c?x=1#y")), "/c?x=1": PAGE}
    way = Fetcher(OPEN).fetch(site.url("/a"))
    assert [capture.answer.status for capture in way] == [301, 302, 200]
    assert site.asked == ["/robots.txt", "/a", "/b", "/c?x=1"]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (answer(404), "gone"),
        (answer(410), "gone"),
        (answer(403), "refused"),
        (answer(503), "refused"),
        (answer(301, Location="/"), "redirects"),
        (answer(302, Location="ftp://example.org/"), "bad_address"),
        (answer(302, Location="file:///etc/passwd"), "bad_address"),
        (answer(302, Location="http://10.0.0.1/"), "private_address"),
        (answer(302, Location="http://169.254.169.254/latest/meta-data/"), "private_address"),
        (answer(302, Location="http://[::1]/"), "private_address"),
        (answer(body=b"a" * 3000), "too_big"),
        (answer(body=b"a", Content_Length="10"), "unreachable"),
        (dripping, "late"),
        (lambda handler: handler.wfile.write(b"nonsense\r\n\r\n"), "unreachable"),
        (lambda handler: handler.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 500 + b"\r\n"), "unreachable"),
    ],
)  # fmt: skip
def test_what_goes_wrong_is_told_by_its_code(site: Site, page: object, expected: str) -> None:
    site.pages["/"] = page  # type: ignore[assignment]
    began = time.monotonic()
    assert code(site.url("/"), Policy(connecting=1, altogether=1, size=2000, pause=0, inside=OPEN.inside)) == expected
    assert time.monotonic() - began < 5


def test_a_server_that_never_answers_or_is_not_there(site: Site) -> None:
    site.pages["/"] = lambda _: time.sleep(3)
    assert code(site.url("/"), Policy(connecting=0.3, altogether=1, pause=0, inside=OPEN.inside)) == "late"
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        assert code(f"http://127.0.0.1:{closed.getsockname()[1]}/") == "unreachable"
    assert code("http://nowhere.invalid/") == "unreachable"


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://localhost/", "http://localhost./", "http://2130706433/", "http://0x7f000001/",
        "http://127.1/", "http://0/", "http://[::]/", "http://[::1]/", "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:10.1.2.3]/", "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "http://[fe80::1]/",
        "http://[fc00::1]/", "http://[fec0::1]/", "http://10.1.2.3/", "http://172.16.0.1/", "http://192.168.1.1/",
        "http://169.254.169.254/", "http://100.64.0.1/", "http://224.0.0.1/", "http://255.255.255.255/",
        "https://192.0.2.1/", "http://198.18.0.1/", "http://240.0.0.1/",
    ],
)  # fmt: skip
def test_nothing_is_asked_inside_the_machine_or_a_private_network(url: str) -> None:
    assert code(url, Policy()) in ("private_address", "unreachable")


@pytest.mark.parametrize("address", ["8.8.8.8", "2001:4860:4860::8888", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_the_public_internet_is_allowed(address: str) -> None:
    assert Policy().allows(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "url",
    [
        "", "fil.example.org/1", "ftp://example.org/", "file:///etc/passwd", "http://", "http:///a", "gopher://a/",
        "http://user:word@example.org/", "http://@example.org/", "http://example.org:x/", "http://example.org:99999/",
        "http://" + "a" * 70 + ".org/", "http://exam ple..org/", "http://example.org/" + "a" * 3000,
    ],
)  # fmt: skip
def test_what_is_no_address_of_a_page_is_not_asked_for(url: str) -> None:
    assert code(url) == "bad_address"


def test_a_name_that_has_one_private_address_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in ("8.8.8.8", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: rows)
    assert code("http://fil.example.org/", Policy()) == "private_address"
    assert site.asked == []


def test_a_name_is_resolved_once_for_each_request_and_never_after_the_check(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.pages["/"] = PAGE
    port, resolved, real = site.server.server_port, list[str](), socket.getaddrinfo

    def changing(host: str, *rest: object, **named: object) -> object:
        resolved.append(host)
        if host != "fil.example.org":  # the address that was checked
            return real(host, *rest, **named)  # type: ignore[arg-type]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", changing)
    (capture,) = Fetcher(OPEN).fetch(site.url("/", "fil.example.org"))
    assert capture.target.address == "127.0.0.1"
    assert resolved == ["fil.example.org", "fil.example.org", "127.0.0.1", "127.0.0.1"]


ROBOTS = {
    "all closed": ("User-agent: *\nDisallow: /", False),
    "closed to us": ("User-agent: vigie\nDisallow: /raid", False),
    "a pattern": ("User-agent: *\nDisallow: /*?amp=", False),
    "closed to others": ("User-agent: autre\nDisallow: /", True),
    "open within": ("User-agent: *\nDisallow: /\nAllow: /raid", True),
    "empty": ("", True),
    "not text": ("\x00\x01<html>", True),
}


@pytest.mark.parametrize(("rules", "allowed"), ROBOTS.values(), ids=ROBOTS)
def test_robots_is_heeded(site: Site, rules: str, allowed: bool) -> None:
    site.pages |= {"/robots.txt": answer(body=rules.encode()), "/raid?amp=1": PAGE}
    if allowed:
        assert len(Fetcher(OPEN).fetch(site.url("/raid?amp=1"))) == 1
    else:
        assert code(site.url("/raid?amp=1")) == "robots"
        assert site.asked == ["/robots.txt"]


def test_robots_is_asked_for_again_where_a_redirection_leads(site: Site) -> None:
    other = Site()
    site.pages["/a"] = answer(302, Location=other.url("/b"))
    other.pages |= {"/robots.txt": answer(body=b"User-agent: *\nDisallow: /"), "/b": PAGE}
    assert code(site.url("/a")) == "robots"
    assert other.asked == ["/robots.txt"]
    other.server.shutdown()
    other.server.server_close()


@pytest.mark.parametrize(("status", "expected"), [(500, "refused"), (503, "refused")])
def test_a_site_that_cannot_tell_its_rules_is_left_alone(site: Site, status: int, expected: str) -> None:
    site.pages |= {"/robots.txt": answer(status), "/": PAGE}
    assert code(site.url("/")) == expected
    assert site.asked == ["/robots.txt"]


def test_pauses_are_kept_within_a_site(site: Site) -> None:
    site.pages |= {"/robots.txt": answer(body=b"User-agent: *\nCrawl-delay: 7"), "/": PAGE}
    slept: list[float] = []
    fetcher = Fetcher(OPEN, slept.append)
    fetcher.fetch(site.url("/"))
    fetcher.fetch(site.url("/"))
    assert site.asked == ["/robots.txt", "/", "/"]
    assert [round(pause) for pause in slept] == [7, 7]


def test_what_was_fetched_is_a_warc_that_is_read_like_any_other(site: Site, tmp_path: Path) -> None:
    site.pages |= {"/a": answer(302, Location="/b"), "/b": PAGE, "/gz": answer(
        body=gzip.compress(makers.html(makers.SECOND).encode()), Content_Type="text/html", Content_Encoding="gzip"
    )}  # fmt: skip
    fetcher = Fetcher(OPEN)
    write_warc(tmp_path / "a.warc.gz", [*fetcher.fetch(site.url("/a")), *fetcher.fetch(site.url("/gz"))], NOW)
    with (tmp_path / "a.warc.gz").open("rb") as stream:
        kinds = [record.rec_type for record in ArchiveIterator(stream, check_digests="raise")]
    assert kinds == ["warcinfo", *["response", "request"] * 3]
    first, second = (row for row in read([tmp_path / "a.warc.gz"]) if isinstance(row, Document))
    assert (first.url, first.retrieved, first.format) == (site.url("/b"), NOW, "warc")
    assert makers.SECOND.split(".")[0] in second.text
    assert not list(tmp_path.glob("*.part"))


def test_a_bomb_in_an_answer_is_not_unpacked_here(site: Site, tmp_path: Path) -> None:
    body = io.BytesIO()
    with gzip.GzipFile(fileobj=body, mode="wb") as out:
        for _ in range(100):
            out.write(b"\0" * 1024 * 1024)
    site.pages["/"] = answer(body=body.getvalue(), Content_Type="text/html", Content_Encoding="gzip")
    write_warc(tmp_path / "a.warc.gz", Fetcher(OPEN).fetch(site.url("/")), NOW)
    (row,) = read([tmp_path / "a.warc.gz"])
    assert not isinstance(row, Document)
    assert row.code in ("too_big", "bomb")
