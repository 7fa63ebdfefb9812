"""Bad files of fifty kinds, made for the tests: name, bytes, the code of their problem, documents that come out beside."""

import gzip
import io
import random
import stat
import struct
import zipfile
from pathlib import Path

import makers
from makers import FRENCH, SECOND

from vigie.intake import limits

LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>'
NOISE = random.Random(7).randbytes(4000)
CAPTURES = makers.warc(
    ("https://example.org/1", "text/plain", FRENCH.encode()),
    ("https://example.org/2", "text/plain", NOISE.hex().encode()),
)
LEADING_OUT = ("../../etc/cron.d/x", "/etc/y", "C:\\z.txt")
MILLIONS = b"a" * 30_000_000
GOOD = makers.pdf(makers.wrapped(FRENCH, 80))


def chain(depth: int) -> bytes:
    """A ZIP in a ZIP in a ZIP…"""
    data = FRENCH.encode()
    for level in range(depth):
        data = makers.zipped({f"{level}.zip" if level else "a.txt": data})
    return data


def linked_zip() -> bytes:
    info, out = zipfile.ZipInfo("link"), io.BytesIO()
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(info, "/etc/passwd")
    return out.getvalue()


def locked_zip() -> bytes:
    data = bytearray(makers.zipped({"a.txt": FRENCH.encode()}))
    for start in (b"PK\x03\x04", b"PK\x01\x02"):
        at = data.index(start) + (6 if start == b"PK\x03\x04" else 8)
        data[at : at + 2] = struct.pack("<H", 1)
    return bytes(data)


def page_tree_loop() -> bytes:
    return GOOD.replace(b"/Type /Pages /Kids [5 0 R]", b"/Type /Pages /Kids [2 0 R]")


def lines_of(*rows: bytes) -> bytes:
    return b'{"id": "ok", "text": "%s"}\n' % SECOND.encode() + b"\n".join(rows) + b"\n"


def deep(element: str, count: int) -> str:
    return "<html><body>" + element * count + FRENCH


# name, bytes, code of the problem, whether documents come out beside it
BAD: list[tuple[str, bytes | str, str, int]] = [
    ("empty.txt", b"", "empty", 0),
    ("blank.txt", b" \n\t \r\n", "empty", 0),
    ("signs.txt", "*** --- …", "empty", 0),
    ("noise.txt", NOISE, "binary", 0),
    ("noise.html", NOISE, "binary", 0),
    ("noise.jsonl", NOISE, "binary", 0),
    ("noise.csv", NOISE, "binary", 0),
    ("picture.png", b"\x89PNG\r\n\x1a\n" + NOISE, "binary", 0),
    ("program.txt", b"\x7fELF" + NOISE, "binary", 0),
    ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + NOISE, "old_office", 0),
    ("note.rtf", b"{\\rtf1 " + FRENCH.encode(), "old_office", 0),
    ("nul.txt", FRENCH.replace("mardi", "mar\x00di"), "replaced", 1),
    ("surrogate.jsonl", b'{"id": "s", "text": "Douze morts \\ud800 mardi dans la ville."}\n', "replaced", 1),
    ("damaged.txt", ((FRENCH + SECOND) * 3).encode().replace(b"mardi", b"m\xffrdi"), "replaced", 1),
    ("broken.jsonl", lines_of(b'{"id": "x", "text": '), "bad_json", 1),
    ("list.jsonl", lines_of(b'["x"]'), "not_object", 1),
    ("notext.jsonl", lines_of(b'{"id": "x"}'), "no_text", 1),
    ("number.jsonl", lines_of(b'{"id": "x", "text": 12}'), "no_text", 1),
    ("deep.jsonl", lines_of(b'{"text": ' + b"[" * 100_000), "bad_json", 1),
    ("nan.jsonl", lines_of(b'{"text": NaN}'), "bad_json", 1),
    ("digits.jsonl", lines_of(b'{"text": ' + b"9" * 50_000 + b"}"), "bad_json", 1),
    ("date.jsonl", lines_of(b'{"id": "d", "text": "Deux morts dans la ville.", "date": "2016-13-45"}'), "bad_date", 2),
    ("long.jsonl", lines_of(b'{"text": "' + b"a" * limits.LINE + b'"}', b'{"text": "la suite"}'), "long_line", 2),
    ("columns.csv", "lieu,nombre\nTell Ramla,12\n", "no_text_column", 0),
    ("script.html", "<html><script>render()</script><body><div id='app'></div></body></html>", "script_only", 0),
    ("deep.html", deep("<div>", 100_000), "too_deep", 0),
    ("nothing.html", "<html><body></body></html>", "no_article", 0),
    ("laughs.rss", makers.rss(("T", "https://example.org", FRENCH), doctype=LAUGHS), "entities", 0),
    ("laughs16.rss", makers.rss(("T", "https://example.org", FRENCH), doctype=LAUGHS).encode("utf-16"), "entities", 0),
    ("none.rss", makers.rss(), "no_items", 0),
    ("cut.rss", makers.rss(("T", "https://example.org/3", FRENCH))[:-60], "unreadable", 1),
    ("laughs.odt", makers.odt(FRENCH, doctype=LAUGHS), "unreadable", 0),
    ("cut.docx", makers.word(FRENCH)[:-400], "unreadable", 0),
    ("cut.xlsx", makers.workbook({"a": [["texte"], [FRENCH]]})[:2000], "unreadable", 0),
    ("cut.pdf", GOOD[:60], "unreadable", 0),
    ("loop.pdf", page_tree_loop(), "unreadable", 0),
    ("scan.pdf", makers.pdf([]), "scan", 0),
    ("cut.warc.gz", CAPTURES[:-900], "unreadable", 2),
    ("charset.eml", makers.mail(FRENCH).replace(b'charset="utf-8"', b'charset="x-klingon"'), "", 1),
    ("empty.eml", b"From: a@example.org\nTo: b@example.org\nSubject: rien\n\n", "empty", 0),
    ("cut.zip", makers.zipped({"a.txt": NOISE, "b.txt": FRENCH.encode()})[:-30], "unreadable", 0),
    ("up.zip", makers.zipped(dict.fromkeys(LEADING_OUT, b"x") | {"a.txt": FRENCH.encode()}), "traversal", 1),
    ("link.zip", linked_zip(), "link", 0),
    ("locked.zip", locked_zip(), "locked", 0),
    ("nested.zip", chain(12), "nested", 0),
    ("bomb.zip", makers.zipped({f"{i}.txt": MILLIONS for i in range(12)}), "bomb", 0),
    ("bomb.txt.gz", gzip.compress(MILLIONS * 10, 9), "too_big", 0),
    ("bomb.tar.gz", gzip.compress(makers.tarred({f"{i}.txt": MILLIONS for i in range(4)}), 9), "bomb", 0),
    ("links.tar", makers.tarred({"a.txt": FRENCH.encode()}, {"l": "/etc/passwd"}), "link", 1),
    ("cut.tar", makers.tarred({"a.txt": FRENCH.encode(), "b.txt": NOISE * 20})[:5000], "unreadable", 1),
]  # fmt: skip

WALL = {name: data for name, data, code, _ in BAD if code}
"""Those that have a problem."""


def sparse(path: Path, size: int) -> None:
    """A text of so many bytes that takes hardly any on the disk."""
    with path.open("wb") as file:
        file.write(b"a" * limits.HEAD)
        file.seek(size - 1)
        file.write(b"a")
