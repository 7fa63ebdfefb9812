"""Lines that were broken to fit a page or a mail → paragraphs, so that a sentence is on one line."""

import re

from .data import table

_FULL = 0.75
_WRAP = range(40, 140)
_LISTED = re.compile(r"\s*(?:[-–—•*]|\d+[.)])\s")
_END = re.compile(r"[.!?:…»\"”]\s*$")
_HYPHEN = re.compile(r"(\w)[-\u00ad\u2010\ufffe]$")


def unwrap(lines: list[str]) -> list[str]:
    """Paragraphs from lines: an empty line, a list's sign, or a short line that ends a sentence, ends a paragraph."""
    width = _width(lines)
    paragraphs: list[str] = []
    going_on = False
    for line in (line.strip() for line in lines):
        if not line:
            going_on = False
            continue
        joined = going_on and not _LISTED.match(line)
        paragraphs.append(_join(paragraphs.pop(), line) if joined else line)
        going_on = bool(width) and _goes_on(line, width)
    return paragraphs


def _goes_on(line: str, width: int) -> bool:
    """Whether a line was broken to fit: it is full, or cut within a word, or a long one without an end."""
    return (
        bool(_HYPHEN.search(line)) or len(line) >= _FULL * width or (not _END.search(line) and len(line) >= width / 2)
    )


def _width(lines: list[str]) -> int:
    """The length that lines were broken at; 0 when they were not."""
    lengths = sorted(len(line.strip()) for line in lines if line.strip())
    if len(lengths) < 3:
        return lengths[-1] if lengths and lengths[-1] in _WRAP else 0
    width = lengths[int(0.9 * (len(lengths) - 1))]
    return width if width in _WRAP else 0


def _join(start: str, line: str) -> str:
    """Two lines of one paragraph. A word cut at the line's end is mended when its second half begins in lower case."""
    cut = _HYPHEN.search(start)
    if cut and line[:1].islower():
        return start[: cut.start(1) + 1] + ("" if start[-1] != "-" else _kept_hyphen(start, line)) + line
    return f"{start} {line}"


def _kept_hyphen(start: str, line: str) -> str:
    """«a-t-il», «peut-être», «lui-même»: hyphens that the language has, as against those of the page."""
    first, second = re.split(r"\W", start[:-1])[-1].lower(), re.split(r"[\W]", line)[0].lower()
    own = second in table("words")["hyphen_before"] or first in table("words")["hyphen_after"]
    return "-" if own or line[:1].isupper() else ""
