"""Which stretches of a stored text are no part of the article: menus, teasers, notices, residues of scripts.

The text keeps them, since offsets count in it; the extraction passes over them. The forms are data
(`vocabulary/data/intake/boilerplate.toml`).
"""

import re
from collections.abc import Iterator
from functools import cache

from .data import table

Span = tuple[int, int]
_LINE = re.compile(r"[^\r\n]+")
# Signs with which pages decorate a line: arrows, bullets, bars, stars, hashes of Markdown, hyphens of a list.
_EDGE = " \t\xa0\u202f\u2009\ufeff»«›‹>→←↑↓▶►•·*|#_=~-–—:…"
# A teaser is a headline: short, and without the full stop that ends a sentence of the article.
_TEASER = 160
_SENTENCE_END = re.compile(r"[.!?…][\"'»”’)\s\xa0]*$")
_FIRST_PLACE_OF_END = 0.4
_LONGEST_LINE = 450


def boilerplate_spans(text: str) -> list[Span]:
    """The stretches (start, end) of the text that give no claims, sorted, apart from each other."""
    return _merged(sorted([*_start(text), *_lines(text), *_inside(text)]))


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """All forms of a kind as one expression, each whole."""
    forms = "|".join(f"(?:{form})" for form in table("boilerplate")[kind])
    return re.compile(forms, re.IGNORECASE)


def _start(text: str) -> Iterator[Span]:
    match = _pattern("start").match(text)
    if match:
        yield match.span()


def _inside(text: str) -> Iterator[Span]:
    low = text.lower()  # to ask for the signs takes a hundredth of the time of the expression
    if any(sign in low for sign in table("boilerplate")["inside_signs"]):
        yield from (match.span() for match in _pattern("inside").finditer(text))


def _lines(text: str) -> Iterator[Span]:
    """The lines that are boilerplate whole, teasers after their heading, and all after the heading of the comments."""
    teasers = False
    for line in _LINE.finditer(text):
        words = line[0].strip(_EDGE + "’'\"“”").replace("’", "'").replace("\xa0", " ").replace("\u202f", " ")
        if not words:
            continue
        kind = _kind(words) if len(words) <= _LONGEST_LINE else None
        if kind == "end" and line.start() >= _FIRST_PLACE_OF_END * len(text):
            yield line.start(), len(text)
            return
        teasers = kind == "head" or (teasers and (kind is not None or _is_teaser(words)))
        if kind or teasers:
            yield line.span()


def _is_teaser(words: str) -> bool:
    return len(words) <= _TEASER and not _SENTENCE_END.search(words)


def _kind(words: str) -> str | None:
    """Which kind of boilerplate a line is, the widest first."""
    kinds = ("end", "head", "line", "headed")
    return next((kind for kind in kinds if _pattern(kind).fullmatch(words)), None)


def _merged(spans: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for start, end in spans:
        if kept and start <= kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        elif end > start:
            kept.append((start, end))
    return kept
