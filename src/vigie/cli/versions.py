"""`vigie explain --versions`: what became of a text under its address, one version after the other."""

from itertools import pairwise
from pathlib import Path

import typer
from rich.text import Text

from vigie.intake import difference, reason
from vigie.record import open_record
from vigie.values import Document, Problem

from .say import complain, language, out, plain, say

_SHOWN = {"same": ("{}", ""), "removed": ("[-{}-]", "red"), "added": ("{{+{}+}}", "green")}
"""How a passage is marked, as `git diff --word-diff` does, also where there are no colours."""


def show_versions(name: str, folder: Path) -> None:
    """Print the versions of a document (by URL, id or name), each as its difference from the one before."""
    with open_record(folder / "vigie.db", write=False) as record:
        found = record.versions(name)
        missing = [row for row in record.problems() if row.code == "gone" and row.file in {name, *_urls(found)}]
    if not found and not missing:
        complain(say("explain.noversion", name=name, path=folder / "vigie.db"))
        raise typer.Exit(2)
    for document in found[:1]:
        _head(1, document)
        out.print(Text(plain(document.text)), soft_wrap=True)
    for number, (old, new) in enumerate(pairwise(found), 2):
        out.print()
        _head(number, new)
        out.print(_marked(old, new), soft_wrap=True)
    for row in missing:
        _gone(row)


def _urls(found: list[Document]) -> list[str]:
    return [document.url for document in found if document.url]


def _head(number: int, document: Document) -> None:
    seen = document.retrieved.strftime("%Y-%m-%d %H:%M UTC") if document.retrieved else say("explain.unknown")
    told = str(document.published.start) if document.published else say("explain.unknown")
    values = {"number": number, "id": document.id, "seen": seen, "published": told, "name": document.document}
    out.print(Text(plain(say("explain.version", **values)), style="bold"), soft_wrap=True)


def _marked(old: Document, new: Document) -> Text:
    text = Text()
    for kind, words in difference(old.text, new.text):
        form, style = _SHOWN[kind]
        text.append(form.format(plain(words)), style)
    return text


def _gone(row: Problem) -> None:
    out.print(Text(plain(f"{row.file} ({row.place}): {reason(row, language())}"), style="bold red"), soft_wrap=True)
