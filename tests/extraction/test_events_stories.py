"""Short articles, written for the project after the build of real ones: every act that they tell, once, with its type.

`events_stories.txt`: «== id day» opens an article; «>> type | words | by» an act that it tells, with some of its words
and those who did it («-»: nobody is named; nothing: not asked here); «optional» at the end: an act of the background.
"""

import datetime as dt
from pathlib import Path
from typing import NamedTuple

import pytest

from vigie.extraction import extract
from vigie.values import Document, Event, Interval

BANK = Path(__file__).with_name("events_stories.txt")
NEAR = 20  # characters between words that still tell the same act


class Asked(NamedTuple):
    kind: str
    words: str
    by: str
    optional: bool


class Article(NamedTuple):
    name: str
    day: dt.date
    text: str
    asked: list[Asked]


def _asked(line: str) -> Asked:
    kind, words, by, *rest = [*(cell.strip() for cell in line.removeprefix(">>").split("|")), "", ""]
    return Asked(kind, words, by, "optional" in rest)


def _article(block: str) -> Article:
    head, *lines = block.splitlines()
    name, day = head.split()
    text = "\n".join(line for line in lines if not line.startswith(">>")).strip()
    return Article(name, dt.date.fromisoformat(day), text, [_asked(line) for line in lines if line.startswith(">>")])


ARTICLES = [_article(block) for block in BANK.read_text(encoding="utf-8").split("== ")[1:]]


def _touches(asked: Asked, act: Event, text: str) -> bool:
    first = text.index(asked.words)
    last = first + len(asked.words)
    spans = [(act.start, act.end), *act.mentions]
    return act.type == asked.kind and any(a <= last + NEAR and first <= b + NEAR for a, b in spans)


def _take(asked: Asked, acts: list[Event], text: str) -> Event | None:
    found = next((act for act in acts if _touches(asked, act, text)), None)
    if found is not None:
        acts.remove(found)
    return found


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)
def test_an_article_tells_each_of_its_acts_once(article: Article) -> None:
    document = Document(
        id="t",
        document="t",
        text=article.text,
        sha256="",
        text_sha256="",
        origin="",
        published=Interval.day(article.day),
    )
    acts = [claim for claim in extract(document) if isinstance(claim, Event)]
    for asked in sorted(article.asked, key=lambda one: one.optional):
        act = _take(asked, acts, article.text)
        assert asked.optional or act is not None, asked
        if act is not None and asked.by:
            assert sorted(act.by) == ([] if asked.by == "-" else sorted(asked.by.split(",")))
    assert [(act.type, act.quote) for act in acts] == []
