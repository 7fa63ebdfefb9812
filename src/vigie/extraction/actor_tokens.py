"""Tokens for names: hyphens part words («Front al-Nosra» is «front al nosra»), accents and capitals are folded away."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(r"[^\W_]+['’ʼ]?|[^\w\s'’-]|(?<!\w)-+|-+(?!\w)|['’]")


class Word(NamedTuple):
    """One word or mark: offsets in the text, the word as written, and its key (no accents, no capitals)."""

    start: int
    end: int
    raw: str
    key: str


@lru_cache(maxsize=65536)
def key(raw: str) -> str:
    """The folded form under which a word is looked up; one word in, one key out."""
    plain = unicodedata.normalize("NFD", raw.replace("’", "'").replace("ʼ", "'").replace("œ", "oe").replace("Œ", "oe"))
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()


@lru_cache(maxsize=4)
def words(text: str) -> tuple[Word, ...]:
    """All words and marks of a text in order."""
    return tuple(Word(m.start(), m.end(), m.group(), key(m.group())) for m in _TOKEN.finditer(text))


def keys(form: str) -> tuple[str, ...]:
    """The keys of a form of the pack."""
    return tuple(key(raw) for raw in _TOKEN.findall(form))
