"""Versions: whether a text is a later state of one that came before under the same name, and what differs."""

import re
from collections.abc import Callable, Iterable, Iterator
from difflib import SequenceMatcher
from typing import Literal, NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit

from ..values import Document
from .data import table

_TOKEN = re.compile(r"\w+\s*|[^\w\s]\s*|\s+")
_WORD = re.compile(r"\w+")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_ALIKE = 0.3
"""Share of the shorter text's word triples that the other has: a corrected dispatch keeps 0.7 and more, two dispatches
of one outlet on one day share under 0.1."""

_LONGEST = 3_000
"""Lines, or words of lines that differ, that are compared one by one; more are shown as removed and added whole."""


class Passage(NamedTuple):
    """A stretch of two versions: `same` in both, `removed` from the older, or `added` in the newer."""

    kind: Literal["same", "removed", "added"]
    text: str


Passages = Iterator[Passage]


def address_of(document: Document) -> str:
    """The name under which a document's versions are known: its URL as far as it tells pages apart, else its name."""
    if document.url is None:
        return f"name:{document.document}"
    try:
        parts = urlsplit(document.url)
        host = (parts.hostname or "").removeprefix("www.")
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:
        return f"url:{document.url}"
    ignored = tuple(table("addresses")["ignored_parameters"])
    asked = [(name, value) for name, value in parse_qsl(parts.query, True) if not name.lower().startswith(ignored)]
    return f"url:{host}{port}{parts.path.rstrip('/')}?{urlencode(asked)}"


def follows(old: Document, new: Document) -> bool:
    """Whether `new` is a version of `old`, the two having one address.

    An address on the web names one page, whatever becomes of it. A file's name or a list's number may be given to
    another text, so that these have to share words; a row of a list of incidents, day and place.
    """
    if new.fields:  # a row's number is another's once a row is put in above it, and all rows have words in common
        return all(_cell(old, field) == _cell(new, field) for field in ("day", "place"))
    return new.url is not None or alike(old.text, new.text)


def _cell(document: Document, field: str) -> str | None:
    """What an entered incident has in a field."""
    span = document.fields.get(field)
    return document.text[slice(*span)] if span else None


def alike(one: str, two: str) -> bool:
    """Whether two texts share so many word triples that one may be a revision of the other."""
    first, second = (set(_triples(text)) for text in (one, two))
    shorter = min(len(first), len(second))
    return len(first & second) >= max(1, _ALIKE * shorter) if shorter else one == two


def _triples(text: str) -> Iterator[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return zip(words, words[1:], words[2:], strict=False)


def difference(old: str, new: str) -> list[Passage]:
    """What became of `old` in `new`, word by word; the passages that are not removed make up `new`, in its order."""
    return _merged(_compared(_LINE.findall(old), _LINE.findall(new), _words))


def _words(old: list[str], new: list[str]) -> Passages:
    """The words of lines that differ."""
    return _compared(_TOKEN.findall("".join(old)), _TOKEN.findall("".join(new)), _whole)


def _whole(old: list[str], new: list[str]) -> Passages:
    yield Passage("removed", "".join(old))
    yield Passage("added", "".join(new))


def _compared(old: list[str], new: list[str], within: Callable[[list[str], list[str]], Iterable[Passage]]) -> Passages:
    if max(len(old), len(new)) > _LONGEST:
        yield from _whole(old, new)
        return
    for kind, i, j, k, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Passage("same", "".join(new[k:end]))
        else:
            yield from within(old[i:j], new[k:end])


def _merged(passages: Passages) -> list[Passage]:
    """Neighbours of a kind are one passage, and empty ones none."""
    merged: list[Passage] = []
    for passage in passages:
        if merged and merged[-1].kind == passage.kind:
            merged[-1] = Passage(passage.kind, merged[-1].text + passage.text)
        elif passage.text:
            merged.append(passage)
    return merged
