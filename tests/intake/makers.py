"""Files of every format, made for the tests: own sentences on invented places."""

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from collections.abc import Iterable, Mapping
from email.message import EmailMessage
from functools import cache
from pathlib import Path

import docx
import openpyxl
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

FRENCH = (
    "Au moins douze civils, dont trois enfants, ont été tués mardi dans un raid aérien sur le marché de Tell Ramla, "
    "selon l'Observatoire. L'armée a démenti avoir visé la ville. « Nous avons retiré les corps à mains nues », a "
    "raconté un secouriste joint par téléphone."
)
SECOND = (
    "À l'aube, des tirs de mortier ont touché deux quartiers de Bir Salem, blessant neuf personnes, d'après une source "
    "médicale. Les combats se poursuivaient dans la soirée au nord de la localité."
)
ENGLISH = (
    "At least twelve civilians were killed on Tuesday in an air strike on the market of the town, the monitor said."
)
ARABIC = "قتل ما لا يقل عن اثني عشر مدنيا يوم الثلاثاء في غارة جوية على سوق البلدة بحسب المرصد"


def html(text: str = FRENCH, head: str = "", title: str = "Raid sur Tell Ramla") -> str:
    """A page with menu, article and comments."""
    paragraphs = "".join(f"<p>{sentence}</p>" for sentence in (text, SECOND))
    return (
        f'<!doctype html><html><head><meta charset="utf-8"><title>{title}</title>{head}<script>var x = 1;</script>'
        "</head><body><nav><ul><li><a href='/'>Accueil</a></li><li><a href='/m'>Monde</a></li></ul></nav>"
        f"<article><h1>{title}</h1>{paragraphs}</article>"
        "<section id='comments' class='comments'><h2>Commentaires</h2>"
        "<p>Quatre mille morts, je le sais, moi.</p></section>"
        "<footer>Mentions légales</footer></body></html>"
    )


def pdf(*pages: Iterable[tuple[int, int, str]]) -> bytes:
    """A PDF with words at places (points from the left and from the bottom) on each page; Helvetica, Windows French."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for page in pages:
        words = b"".join(b"BT /F1 10 Tf 1 0 0 1 %d %d Tm (%s) Tj ET\n" % (x, y, _escaped(line)) for x, y, line in page)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(words), words))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    return _assembled(objects)


def _escaped(line: str) -> bytes:
    return line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _assembled(objects: list[bytes]) -> bytes:
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def wrapped(text: str, width: int, x: int = 50, top: int = 780) -> list[tuple[int, int, str]]:
    """A text broken into lines for a column of a PDF."""
    lines, line = [], ""
    for word in text.split():
        if len(line) + len(word) + 1 > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [(x, top - 14 * i, words) for i, words in enumerate([*lines, line])]


def word(*paragraphs: str, title: str = "") -> bytes:
    """A DOCX."""
    made, out = docx.Document(), io.BytesIO()
    made.core_properties.title = title
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    made.save(out)
    return out.getvalue()


def workbook(sheets: Mapping[str, list[list[object]]]) -> bytes:
    """An XLSX."""
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(out)
    return out.getvalue()


def odt(*paragraphs: str, doctype: str = "") -> bytes:
    """An ODT with the least that makes one."""
    body = "".join(f"<text:p>{paragraph}</text:p>" for paragraph in paragraphs)
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{doctype}<office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content.encode()})


def mail(text: str = FRENCH, html_body: str = "", attachments: Mapping[str, bytes] | None = None) -> bytes:
    """An EML of 11 October 2016."""
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "bureau@example.org", "veille@example.org", "Raid sur Tell Ramla"
    made["Date"] = "Tue, 11 Oct 2016 18:45:00 +0200"
    made.set_content(text) if text else None
    if html_body:
        made.add_alternative(html_body, subtype="html") if text else made.set_content(html_body, subtype="html")
    for name, data in (attachments or {}).items():
        made.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return made.as_bytes()


def rss(*items: tuple[str, str, str], doctype: str = "") -> str:
    """An RSS file of (title, link, description)."""
    entries = "".join(
        f"<item><title>{title}</title><link>{link}</link><description><![CDATA[{body}]]></description>"
        "<pubDate>Tue, 11 Oct 2016 18:45:00 GMT</pubDate></item>"
        for title, link, body in items
    )
    head = f'<?xml version="1.0" encoding="UTF-8"?>{doctype}<rss version="2.0">'
    return f"{head}<channel><title>Le Guetteur</title>{entries}</channel></rss>"


def warc(*pages: tuple[str, str, bytes], packed: bool = True) -> bytes:
    """A WARC of (url, content type, body), all captured on 12 October 2016."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    for url, kind, body in pages:
        head = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
        date = {"WARC-Date": "2016-10-12T08:30:00Z"}
        writer.write_record(
            writer.create_warc_record(
                url, "response", payload=io.BytesIO(body), http_headers=head, warc_headers_dict=date
            )
        )
    return out.getvalue()


def zipped(members: Mapping[str, bytes]) -> bytes:
    """A ZIP."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(members: Mapping[str, bytes], links: Mapping[str, str] | None = None) -> bytes:
    """A TAR, with symbolic links."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        for name, target in (links or {}).items():
            info = tarfile.TarInfo(name)
            info.type, info.linkname = tarfile.SYMTYPE, target
            archive.addfile(info)
    return out.getvalue()


PACKERS = {".gz": gzip.compress, ".bz2": bz2.compress, ".xz": lzma.compress}


def put(folder: Path, name: str, data: bytes | str) -> Path:
    """A file in a folder."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
    return path


@cache
def real() -> dict[str, bytes]:
    """A real file of each format."""
    page = html().encode()
    return {
        "a.txt": FRENCH.encode(),
        "a.md": f"# Titre\n\n{FRENCH}".encode(),
        "a.jsonl": json.dumps({"id": "a", "text": FRENCH, "date": "2016"}).encode() + b"\n",
        "a.json": json.dumps([{"id": "a", "text": FRENCH}]).encode(),
        "a.csv": f"id;date;texte\n1;2016-10-11;{FRENCH}\n".encode(),
        "a.html": page,
        "a.pdf": pdf(wrapped(FRENCH, 60)),
        "a.docx": word(FRENCH),
        "a.xlsx": workbook({"a": [["date", "texte"], ["2016", FRENCH]]}),
        "a.odt": odt(FRENCH),
        "a.eml": mail(FRENCH, f"<p>{FRENCH}</p>", {"b.txt": SECOND.encode()}),
        "a.mbox": b"From x Tue Oct 11 2016\n" + mail(FRENCH) + b"\n\nFrom y Tue Oct 11 2016\n" + mail(SECOND),
        "a.rss": rss(("Titre", "https://example.org/1", FRENCH)).encode(),
        "a.warc": warc(("https://example.org/1", "text/html", page), packed=False),
        "a.warc.gz": warc(("https://example.org/1", "text/html", page)),
        "a.zip": zipped({"a.txt": FRENCH.encode(), "b.zip": zipped({"c.html": page})}),
        "a.tar": tarred({"a.txt": FRENCH.encode()}, {"b": "a.txt"}),
        "a.tar.gz": PACKERS[".gz"](tarred({"a.txt": FRENCH.encode()})),
        "a.txt.xz": PACKERS[".xz"](FRENCH.encode()),
        "a.txt.bz2": PACKERS[".bz2"](FRENCH.encode()),
    }
