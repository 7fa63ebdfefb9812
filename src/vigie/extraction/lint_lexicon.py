"""The linter of the lexicon tables: rows, classes, values, features, forms; what two tables claim at once."""

import re
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from typing import NamedTuple

from .lexicon import expand
from .pack_tables import ClassChar, Finding, Line, allowed, classes, close, features, lines, table
from .text import fold, lower

HEADER = ["form", "code", "value", "features"]
WAIVERS = "collisions.tsv"
_BARS = re.compile(r"\([^)]*\)")


class Spot(NamedTuple):
    """Where a spelling stands first: its table, its line, its class."""

    file: str
    line: int
    code: str


def lint_table(name: str, text: str) -> Iterator[Finding]:
    """What is wrong in one lexicon table by itself."""
    rows = lines(text)
    if not rows or rows[0].cells != HEADER:
        found = "\t".join(rows[0].cells) if rows else ""
        yield Finding(name, rows[0].number if rows else 0, "header", {"found": found, "wanted": "\t".join(HEADER)})
        return
    for row in rows[1:]:
        yield from _row(name, row)


def _row(name: str, row: Line) -> Iterator[Finding]:
    if len(row.cells) not in (3, 4):
        yield Finding(name, row.number, "cells", {"count": len(row.cells)})
        return
    form, code, value, *rest = row.cells
    wrong = [*_form(form), *_class(form, code, value)]
    for feature in " ".join(rest).split():
        wrong += _feature(form, code, feature)
    yield from (Finding(name, row.number, key, words) for key, words in wrong)


Wrong = tuple[str, dict[str, object]]


def _form(form: str) -> Iterator[Wrong]:
    if not form:
        yield "form.empty", {}
    elif form.count("(") != form.count(")"):
        yield "form.brackets", {"form": form}
    elif "|" in _BARS.sub("", form):
        yield "form.bar", {"form": form}
    elif (wanted := " ".join(lower(fold(form)).split())) != form:
        yield "form.never", {"form": form, "wanted": wanted}


def _class(form: str, code: str, value: str) -> Iterator[Wrong]:
    known: dict[str, ClassChar] = {one.code: one for one in classes() if one.string == "text"}
    one = known.get(code)
    if one is None:
        yield "class", {"form": form, "code": code, "hint": close(code, known)}
    elif one.by == "program":
        yield "class.program", {"form": form, "code": code, "told": (one.fr, one.en)}
    elif not _holds(values := allowed(one.values), value):
        told, known_values = (one.fr, one.en), ", ".join(sorted(values or ()))
        hint = close(value, values or ())
        yield "value", {"form": form, "value": value, "code": code, "told": told, "known": known_values, "hint": hint}


def _holds(values: frozenset[str] | None, value: str) -> bool:
    return bool(value) if values is None else value in values


def _feature(form: str, code: str, written: str) -> Iterator[Wrong]:
    name, equals, value = written.partition("=")
    meant = [one for one in features() if one.name == name]
    here = [one for one in meant if code in one.classes]
    if not meant:
        yield "feature", {"form": form, "feature": name, "hint": close(name, (one.name for one in features()))}
    elif not here:
        told = ", ".join(sorted(set("".join(one.classes for one in meant))))
        yield "feature.class", {"form": form, "feature": name, "code": code, "classes": told}
    elif not _suits(here[0].values, value if equals else None):
        hint = close(value, allowed(here[0].values) or ())
        yield "feature.value", {"form": form, "feature": name, "value": value, "hint": hint}


def _suits(spec: str, value: str | None) -> bool:
    if value is None:
        return not spec or "?" in spec
    return bool(spec) and _holds(allowed(spec), value)


def _spellings(tables: dict[str, str]) -> Iterator[tuple[str, Spot]]:
    for name, text in tables.items():
        for row in lines(text)[1:]:
            if len(row.cells) > 1 and row.cells[0].count("(") == row.cells[0].count(")"):
                yield from ((form, Spot(name, row.number, row.cells[1])) for form in expand(row.cells[0]))


def lint_collisions(
    before: dict[str, str], tables: dict[str, str], waivers: dict[str, tuple[str, str]]
) -> Iterator[Finding]:
    """Spellings that stand twice, in one table or (unless waived) in two; `before` are tables that are read earlier.

    A waiver gives the table that keeps a spelling and the one that loses it. The reader keeps the first row, silently:
    here it shows, once a row.
    """
    first: dict[str, Spot] = {}
    for form, spot in _spellings(before):
        first.setdefault(form, spot)
    told: set[tuple[str, int]] = set()
    for form, spot in _spellings(tables):
        kept = first.setdefault(form, spot)
        if kept == spot or (spot.file, spot.line) in told or waivers.get(form) == (kept.file, spot.file):
            continue
        told.add((spot.file, spot.line))
        if kept.file == spot.file:
            yield Finding(spot.file, spot.line, "form.twice", {"form": form, "line": kept.line})
        else:
            words: dict[str, object] = {"form": form, "table": kept.file, "line": kept.line, "code": kept.code}
            yield Finding(spot.file, spot.line, "collision", words)


def read_waivers(path: Traversable) -> dict[str, tuple[str, str]]:
    """`collisions.tsv`: a spelling to the table that keeps it and the one that loses it."""
    return {row.cells[0]: (row.cells[1], row.cells[2]) for row in table(path)}


def lint_waivers(path: Traversable, tables: dict[str, str]) -> Iterator[Finding]:
    """Waivers of what is no collision any more, or that give no reason."""
    homes: dict[str, list[str]] = {}
    for form, spot in _spellings(tables):
        homes.setdefault(form, []).append(spot.file)
    for row in table(path):
        form, first, then, *reason = row.cells
        if homes.get(form, [])[:1] != [first] or then not in homes[form]:
            yield Finding(path.name, row.number, "waiver.stale", {"form": form, "first": first, "then": then})
        elif not reason or not reason[0]:
            yield Finding(path.name, row.number, "waiver.reason", {"form": form})
