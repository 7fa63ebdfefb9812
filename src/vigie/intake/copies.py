"""Copies: which documents are one original, and which agency a text names."""

import re

from ..values import digest

_WORD = re.compile(r"\w+")


def fingerprint(text: str) -> str:
    """The origin of a text as far as it alone tells: the hash of its words, whatever its spaces, quotes and case."""
    return digest(("origin", *_WORD.findall(text.casefold())))
