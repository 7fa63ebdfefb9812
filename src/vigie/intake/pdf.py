"""PDF by pypdfium2: the text page by page, lines mended into paragraphs, columns one after the other."""

import io
import re
from collections.abc import Iterator

import pypdfium2
from pypdfium2 import PdfDocument, PdfiumError, PdfPage, PdfTextPage

from . import limits
from .columns import Line, gutter, ordered
from .problems import ReadError
from .records import line
from .source import Draft, Request
from .wrapped import unwrap

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\x02": "-", "\ufffe": "-"}
_FOLD = str.maketrans(_LIGATURES)
# What programs write into a PDF's title when nobody gave one.
_NO_TITLE = re.compile(
    r"(?:microsoft word|untitled|sans titre|document\d*$)|\.(?:docx?|odt|indd|qxd|pdf|rtf)$", re.IGNORECASE
)
# Points: a wide space within a line; and stretches of a page, of which a full newspaper page has some 600.
_SPACE = 6.0
_MOST_LINES = 5_000
_NUMBER = re.compile(r"\W*(?:page\s*)?\d{1,4}(?:\s*(?:/|sur|of)\s*\d{1,4})?\W*", re.IGNORECASE)


def pdf(request: Request) -> Iterator[Draft]:
    """One document; ReadError("locked") with a password, ReadError("scan") without a text layer."""
    try:
        found = PdfDocument(io.BytesIO(request.data))
    except PdfiumError as error:
        locked = getattr(error, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD or "assword" in str(error)
        raise ReadError("locked") if locked else ReadError("unreadable", kind="PDF", error="PDFium") from error
    pages = [_page(found[i]) for i in range(min(len(found), limits.PAGES))]
    text = "\n\n".join("\n".join(paragraphs) for paragraphs in pages if paragraphs)
    if not any(c.isalpha() for c in text):
        raise ReadError("scan")
    yield Draft(text=text, title=_title(found))


def _title(found: PdfDocument) -> str | None:
    title = line(found.get_metadata_dict().get("Title"))
    return None if title is None or _NO_TITLE.search(title) else title


def _page(page: PdfPage) -> list[str]:
    """The paragraphs of a page, without its number."""
    words = page.get_textpage()
    lines = _lines(words)
    if gutter(lines) is None:
        return _paragraphs(words.get_text_bounded().translate(_FOLD).splitlines())
    return [paragraph for column in ordered(lines) for paragraph in _paragraphs([line.words for line in column])]


def _paragraphs(lines: list[str]) -> list[str]:
    return unwrap([words for words in lines if not _NUMBER.fullmatch(words)])


def _lines(words: PdfTextPage) -> list[Line]:
    """The stretches of words of a page with their places."""
    places = (words.get_rect(i) for i in range(min(words.count_rects(), _MOST_LINES)))
    return _joined([Line(place[0], place[1], place[2], place[3], "") for place in places], words)


def _joined(pieces: list[Line], words: PdfTextPage) -> list[Line]:
    """Pieces of one line (a word in bold is one) put together, with their words."""
    joined: list[Line] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if last and last.bottom < (piece.bottom + piece.top) / 2 < last.top and -1 < piece.left - last.right < _SPACE:
            joined[-1] = Line(last.left, min(last.bottom, piece.bottom), piece.right, max(last.top, piece.top), "")
        else:
            joined.append(piece)
    return [line._replace(words=_text(words, line)) for line in joined]


def _text(words: PdfTextPage, line: Line) -> str:
    text = words.get_text_bounded(line.left - 1, line.bottom, line.right + 1, line.top)
    return " ".join(text.translate(_FOLD).split())
