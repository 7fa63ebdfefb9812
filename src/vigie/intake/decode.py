"""Bytes → text: byte order marks, UTF-8, UTF-16 without a mark, then the single-byte sets of French and its neighbours.

No character of the text is changed: non-breaking spaces, quotes, line ends stay. Only what cannot be stored (NUL, lone
surrogates, bytes that mean nothing) is replaced, one for one, so that offsets hold.
"""

import codecs
import re

from charset_normalizer import from_bytes

from .problems import ReadError

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FRENCH_SETS = ("cp1252", "mac_roman", "cp850")
_CANDIDATES = ["cp1252", "mac_roman", "cp1256", "iso8859_6", "cp1251", "cp1250", "cp1254", "cp850"]
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
# What the upper half of the byte range is in French: letters with their accents, quotes, dashes, spaces, currency.
_FRENCH = frozenset("éèêëàâäîïôöûüùçœæÿÉÈÊËÀÂÎÏÔÛÙÇŒÆ«»‘’“”–—…°€\xa0·•©®²³½ºª§£ñáíóúãõÁÍÓÚß")
_SAMPLE = 64 * 1024
_CONTROLS = bytes(set(range(32)) - {8, 9, 10, 11, 12, 13, 27}) + b"\x7f"


def decode(data: bytes, declared: str | None = None) -> tuple[str, int]:
    """The text of some bytes, and how many characters had to be replaced; ReadError("binary") when it is not text."""
    text = _decode(data, declared)
    clean, replaced = storable(text)
    return clean, replaced + _damage(data, text)


def storable(text: str) -> tuple[str, int]:
    """The text without NUL and lone surrogates (each becomes U+FFFD, so offsets hold), and how many there were."""
    return _UNSTORABLE.subn("�", text)


def _damage(data: bytes, text: str) -> int:
    """How many replacement characters the decoder put in (those of a UTF-8 original are its own)."""
    found = text.count("�")
    return found - min(found, data.count(b"\xef\xbf\xbd")) if found else 0


def _decode(data: bytes, declared: str | None) -> str:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace")
    if wide := _wide(data):
        return data.decode(wide, "replace")
    if is_binary(data):
        raise ReadError("binary", kind="BIN")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _declared(data, declared) or _single_byte(data)


def is_binary(data: bytes) -> bool:
    """Whether the head of the data holds more control characters than any text does (two in a hundred)."""
    head = data[:_SAMPLE]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls > max(2, len(head) // 50)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: nearly every second byte of French or English is NUL, on one side only."""
    head = data[:4096]
    half = len(head) // 2
    even, odd = head[::2].count(0), head[1::2].count(0)
    if half < 4 or len(data) % 2:
        return None
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and odd < 0.05 * half else None


def _declared(data: bytes, declared: str | None) -> str | None:
    """The text in the character set that it was declared in, where that set exists and fits."""
    try:
        codec = codecs.lookup((declared or "").strip("\"' ").replace("\x00", ""))
        if not codec._is_text_encoding:
            return None
        text = codec.decode(data)[0]
    except (LookupError, ValueError):
        return None
    return text if isinstance(text, str) and codec.name not in ("iso8859-1", "ascii", "utf-7") else None


def _single_byte(data: bytes) -> str:
    """Not UTF-8: UTF-8 with a few damaged bytes, Windows French, or what charset-normalizer finds."""
    repaired = data.decode("utf-8", "replace")
    wide = sum(1 for c in repaired[:_SAMPLE] if ord(c) > 127 and c != "�")
    if repaired[:_SAMPLE].count("�") <= 0.5 * wide:  # letters of one byte hardly ever form UTF-8 by chance
        return repaired
    for codec in _FRENCH_SETS:
        text = data.decode(codec, "replace")
        upper = [c for c in text[:_SAMPLE] if ord(c) > 127]
        if sum(c in _FRENCH for c in upper) >= 0.9 * len(upper):
            return text
    best = from_bytes(data[:_SAMPLE], cp_isolation=_CANDIDATES).best()
    return data.decode(best.encoding if best else "cp1252", "replace")
