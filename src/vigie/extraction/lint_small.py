"""The linters of the smaller tables: numbers, cues; actors and time words that a folder of the user's adds."""

import re
import tomllib
from collections.abc import Iterator
from typing import get_args

from vigie.times import time_words
from vigie.values.claim import Qualifier

from .actor_forms import pack_forms
from .actor_tokens import keys
from .actors import ActorKind, Role
from .lexicon import expand
from .pack_tables import Finding, Line, close, lines

QUANTITIES = ("unit", "scale", "collective", "vague", "zero", "before", "after", "label")
_ID = re.compile(r"[A-Z0-9][A-Z0-9-]*|\{(?:C|[A-Z]+)\}-?[A-Z-]*")
_SLOT = re.compile(r"\{[a-z]+\}")
ACTOR_HEADER = ["forms", "id", "kind", "role", "features"]
ACTOR_FEATURES = ("cap", "upper", "jihadist", "insurgent", "rebel", "militia", "adj", "anaphor", "label", "metonym",
                  "name", "lawless", "need", "title", "surname", "in", "as")  # fmt: skip
TIME_HEADER = ["class", "form", "value"]


def _headed(name: str, text: str, header: list[str]) -> Iterator[Finding]:
    rows = lines(text)
    if not rows or rows[0].cells != header:
        found = "\t".join(rows[0].cells) if rows else ""
        yield Finding(name, rows[0].number if rows else 0, "header", {"found": found, "wanted": "\t".join(header)})


def lint_quantities(name: str, text: str) -> Iterator[Finding]:
    """`quantities.tsv`: kinds, whole numbers or qualifiers, no form twice in a kind."""
    yield from _headed(name, text, ["kind", "form", "value"])
    seen: dict[tuple[str, str], int] = {}
    for row in lines(text)[1:]:
        kind, form, value = [*row.cells, "", ""][:3]
        line = seen.setdefault((kind, form), row.number)
        if kind not in QUANTITIES:
            yield Finding(
                name, row.number, "quantity.kind", {"form": form, "code": kind, "hint": close(kind, QUANTITIES)}
            )
        elif line != row.number:
            yield Finding(name, row.number, "form.twice", {"form": form, "line": line})
        elif not _sound_value(kind, value):
            yield Finding(name, row.number, "quantity.value", {"form": form, "value": value, "code": kind})


def _sound_value(kind: str, value: str) -> bool:
    if kind in ("before", "after"):
        return value in get_args(Qualifier) or value == "between"
    return value.isdigit()


def lint_patterns(name: str, text: str) -> Iterator[Finding]:
    """The cue lists (TOML): each entry compiles as an expression, alone."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        yield Finding(name, 0, "toml", {"error": error})
        return
    rows = text.splitlines()
    for pattern in _strings(data):
        try:
            re.compile(_SLOT.sub("x", pattern))
        except re.error as error:
            line = next((n for n, row in enumerate(rows, 1) if pattern.replace("\\", "\\\\") in row), 0)
            yield Finding(name, line, "cue.pattern", {"form": pattern, "error": error})


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _strings(one)


def lint_time_words(name: str, text: str) -> Iterator[Finding]:
    """A user's `times_words.tsv`: each word means what a word of the pack means already."""
    yield from _headed(name, text, TIME_HEADER)
    known = time_words()
    for row in lines(text)[1:]:
        code, form, value = [*row.cells, "", ""][:3]
        if code not in known:
            yield Finding(name, row.number, "time.class", {"form": form, "code": code, "hint": close(code, known)})
        elif value not in (values := set(known[code].values())):
            words: dict[str, object] = {"form": form, "code": code, "value": value, "hint": close(value, values)}
            yield Finding(name, row.number, "time.value", words)
        elif not re.fullmatch(r"[^\W\d_]+(?:-[^\W\d_]+)*", form) or form != form.lower():
            yield Finding(name, row.number, "time.word", {"form": form})
        elif form in known[code]:
            yield Finding(name, row.number, "time.taken", {"form": form})


def lint_user_actors(language: str, name: str, text: str) -> Iterator[Finding]:
    """A user's `actors.tsv`: ids, kinds, roles, features; forms that the pack knows already as somebody else."""
    yield from _headed(name, text, ACTOR_HEADER)
    taken = {
        keys(spelled): form.value
        for form in pack_forms(language)
        if form.cls == "name"
        for spelled in expand(form.form)
    }
    for row in lines(text)[1:]:
        yield from _actor(name, row, taken)


def _actor(name: str, row: Line, taken: dict[tuple[str, ...], str]) -> Iterator[Finding]:
    if len(row.cells) not in (4, 5):
        yield Finding(name, row.number, "actor.cells", {"count": len(row.cells)})
        return
    forms, ident, kind, role, written = [*row.cells, ""][:5]
    words: dict[str, object] = {"form": forms}
    if not _ID.fullmatch(ident):
        yield Finding(name, row.number, "actor.id", {**words, "id": ident})
    for key, value, known in (("actor.kind", kind, get_args(ActorKind)), ("actor.role", role, get_args(Role))):
        if value not in known:
            yield Finding(name, row.number, key, {**words, "value": value, "hint": close(value, known)})
    for feature in filter(None, written.split("in=")[0].split(",")):
        if feature.partition("=")[0] not in ACTOR_FEATURES:
            hint = close(feature, ACTOR_FEATURES)
            yield Finding(name, row.number, "actor.feature", {**words, "feature": feature, "hint": hint})
    for form in forms.split("|"):
        known_as = next((taken[keys(s)] for s in expand(form) if keys(s) in taken), ident)
        if known_as != ident:
            yield Finding(name, row.number, "actor.taken", {"form": form, "id": known_as})
