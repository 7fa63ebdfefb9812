"""The format of some bytes: by their first bytes, then by the name, then by what the text looks like."""

import re
from pathlib import PurePosixPath

from . import entered
from .decode import decode
from .problems import ReadError
from .records import columns

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "zip"), (b"PK\x05\x06", "zip"), (b"\x1f\x8b", "gz"), (b"BZh", "bz2"), (b"\xfd7zXZ\x00", "xz"),
    (b"WARC/", "warc"),
)  # fmt: skip
# What is recognised only to say what it is and what to do.
_REFUSED: tuple[tuple[bytes, str, str], ...] = (
    (b"\xd0\xcf\x11\xe0", "old_office", "DOC, XLS, MSG"), (b"{\\rtf", "old_office", "RTF"),
    (b"\x89PNG", "binary", "PNG"), (b"\xff\xd8\xff", "binary", "JPEG"), (b"GIF8", "binary", "GIF"),
    (b"\x7fELF", "binary", "ELF"), (b"MZ\x90", "binary", "EXE"), (b"SQLite format 3\x00", "binary", "SQLite"),
    (b"7z\xbc\xaf\x27\x1c", "binary", "7z"), (b"Rar!", "binary", "RAR"), (b"OggS", "binary", "Ogg"),
    (b"ID3", "binary", "MP3"), (b"PAR1", "binary", "Parquet"), (b"\x28\xb5\x2f\xfd", "binary", "Zstandard"),
)  # fmt: skip
_SUFFIX = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html",
    ".xhtml": "html", ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json", ".csv": "csv", ".tsv": "csv",
    ".eml": "eml", ".mbox": "mbox", ".rss": "feed", ".atom": "feed",
}  # fmt: skip
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*(?:<!doctype html|<html|<head|<body|<article\b|<div\b|<p>)",
    re.I | re.S,
)
_FEED = re.compile(
    r"\s*(?:<\?xml.{0,300}?\?>\s*)?(?:<!--.{0,2000}?-->\s*|<\?[^>]*>\s*|<!doctype.{0,4000}?>\s*)*<(?:rss|feed|rdf:RDF)\b",
    re.I | re.S,
)
_XML = re.compile(r"\s*<\?xml\b", re.I)
_MBOX = re.compile(r"From \S+.{0,80}\d{4}\r?\n[!-9;-~]+:")
_MAIL_HEADS = r"Return-Path|Delivered-To|Received|From|To|Subject|Date|Message-ID|MIME-Version|X-[\w-]+|Content-Type"
_MAIL = re.compile(rf"(?:(?:{_MAIL_HEADS}): ?[^\n]*\n(?:[ \t][^\n]*\n)*){{3}}", re.I)
_JSON_LINE = re.compile(r'\s*\{\s*"')
_DELIMITERS = ",;\t|"


def sniff(head: bytes, name: str) -> str:
    """The format (a key of `formats.HANDLERS`) of the file of this name with these first bytes; ReadError for none."""
    if b"%PDF-" in head[:1024]:
        return "pdf"
    for start, kind in _MAGIC:
        if head.startswith(start):
            return kind
    if head[257:262] == b"ustar":
        return "tar"
    for start, code, kind in _REFUSED:
        if head.startswith(start):
            raise ReadError(code, kind=kind)
    suffix = PurePosixPath(name.rpartition("!")[2]).suffix.lower()
    text = decode(head)[0]
    kind = _SUFFIX.get(suffix) or _look(text)
    return "feed" if kind == "html" and _FEED.match(text) else kind


def _look(text: str) -> str:
    """The format of a text whose name does not tell it."""
    patterns = ((_FEED, "feed"), (_HTML, "html"), (_XML, "feed"), (_MBOX, "mbox"), (_MAIL, "eml"))
    found = next((kind for pattern, kind in patterns if pattern.match(text)), None)
    if found:
        return found
    if _JSON_LINE.match(text):
        first = text.split("\n", 1)[0].rstrip()
        return "jsonl" if first.endswith("}") else "json"
    return "csv" if _is_table(text) else "text"


def _is_table(text: str) -> bool:
    """Whether the first line names a text column, or the columns of incidents."""
    rows = text.splitlines()[:3]
    headers = [[name.strip('" ') for name in row.split(sign)] for sign in _DELIMITERS for row in rows[:1]]
    told = (len(names) > 1 and ("text" in columns(names) or entered.columns(names, {})) for names in headers)
    return len(rows) > 1 and any(told)
