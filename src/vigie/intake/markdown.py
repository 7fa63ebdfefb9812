"""Markdown."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from .decode import decode
from .problems import clean_detail
from .records import draft, warn
from .source import Draft, Request

_FRONT = re.compile(r"\A---[ \t]*\r?\n(.{0,4000}?)^(?:---|\.\.\.)[ \t]*\r?\n", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(r"^([A-Za-zÀ-ÿ_ -]{1,30}):[ \t]*[\"']?(.*?)[\"']?[ \t]*$", re.MULTILINE)


def markdown(request: Request) -> Iterator[Draft]:
    """A Markdown text without its signs; title from its front matter or its first heading, date from the former."""
    words, replaced = decode(request.data, request.declared)
    front = _FRONT.match(words)
    fields = dict(_FIELD.findall(front[1])) if front else {}
    tokens = MarkdownIt("commonmark").parse(words[front.end() :] if front else words)
    made = draft({**fields, "text": "\n\n".join(_blocks(tokens))})
    made.given, made.title = None, made.title or _heading(tokens)
    yield warn(made, replaced)


def _blocks(tokens: Iterable[Token]) -> list[str]:
    """The words of each block: paragraphs, headings, items, quotes, code; HTML is left out."""
    blocks = (_words(token) if token.type == "inline" else _code(token) for token in tokens)
    return [block for block in blocks if block.strip()]


def _words(token: Token) -> str:
    kept = {"softbreak": "\n", "hardbreak": "\n"}
    parts = (kept.get(child.type, child.content) for child in token.children or () if child.type != "html_inline")
    return "".join(parts)


def _code(token: Token) -> str:
    return token.content if token.type in ("fence", "code_block") else ""


def _heading(tokens: list[Token]) -> str | None:
    """The first heading of the first level."""
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open" and opening.tag == "h1":
            return clean_detail(_words(inline)) or None
    return None
