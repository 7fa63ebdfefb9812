"""What was fetched, as a WARC (ISO 28500): each request and each answer, redirections too."""

import datetime as dt
import io
import os
from collections.abc import Iterable
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from .. import __version__
from .client import HEADERS
from .fetch import Capture


def write_warc(path: Path, captures: Iterable[Capture], now: dt.datetime) -> None:
    """Write captures to a new compressed WARC, whole or not at all; `now` is in UTC."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(path.name + ".part")
    with partial.open("wb") as out:
        writer = WARCWriter(out, gzip=True)
        about = {"software": f"vigie {__version__}", "format": "WARC File Format 1.0"}
        writer.write_record(writer.create_warcinfo_record(path.name, about))
        for capture in captures:
            _write(writer, capture, now.strftime("%Y-%m-%dT%H:%M:%SZ"))
    os.replace(partial, path)


def _write(writer: WARCWriter, capture: Capture, date: str) -> None:
    where, answer = capture.target, capture.answer
    known = {"WARC-Date": date, "WARC-IP-Address": where.address}
    told = StatusAndHeaders(f"{answer.status} {answer.reason}".strip(), answer.headers, protocol="HTTP/1.1")
    response = writer.create_warc_record(
        where.url, "response", payload=io.BytesIO(answer.body), http_headers=told,
        warc_headers_dict=known | ({"WARC-Truncated": "length"} if answer.cut else {}),
    )  # fmt: skip
    heads = [("Host", where.host), *HEADERS.items()]
    asked = StatusAndHeaders(f"GET {where.path} HTTP/1.1", heads, is_http_request=True)
    request = writer.create_warc_record(where.url, "request", http_headers=asked, warc_headers_dict=dict(known))
    writer.write_request_response_pair(request, response)
