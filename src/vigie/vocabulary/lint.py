"""The linter of the vocabulary: what a person who edits the tables can get wrong, found before a reader finds it."""

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from ._files import Row, rows, text
from .actors import countries, is_actor, patterns
from .sources import camps, is_source
from .terms import sub_events, terms

# Which columns make a row unique; rows stand sorted by them, except in the tables that keep the guide's order.
KEYS = {
    "actors": ("id",),
    "armies_abroad": ("army", "land"),
    "camps": ("id",),
    "countries": ("id",),
    "entered_types": ("form",),
    "governments": ("country", "start"),
    "kind_rules": ("actor_kind",),
    "occupied": ("country",),
    "patterns": ("suffix",),
    "sources": ("id",),
    "sub_events": ("id",),
    "terms": ("table", "id"),
    "winged": ("id",),
}
GUIDE_ORDER = {"terms", "sub_events", "entered_types"}
# Columns that may be empty; all others must be filled in both languages.
OPTIONAL = {
    "acronyms", "allies", "coded_as", "country", "end", "leans", "note", "parent", "start", "voice_of",
}  # fmt: skip
NEVER_EMPTY = {("camps", "country"), ("camps", "start"), ("governments", "country"), ("governments", "start")}
ACTOR_ID = re.compile(r"[A-Z0-9]+(-[A-Z0-9]+)*")
YEARS = range(1900, 2101)


def _where(table: str, row: Row) -> str:
    return f"{table}.tsv, {' '.join(row[column] for column in KEYS[table])}"


def _key(table: str, row: Row) -> tuple[str, ...]:
    return tuple(row[column] for column in KEYS[table])


def _unique() -> Iterator[str]:
    for table in KEYS:
        counted = Counter(_key(table, row) for row in rows(table))
        yield from (f"{table}.tsv, {' '.join(key)}: there twice" for key, times in counted.items() if times > 1)


def _sorted() -> Iterator[str]:
    for table in KEYS.keys() - GUIDE_ORDER:
        keys = [_key(table, row) for row in rows(table)]
        if keys != sorted(keys):
            yield f"{table}.tsv: not sorted by {', '.join(KEYS[table])}"
    blocks = [row["table"] for row in rows("terms")]
    if blocks != sorted(blocks):
        yield "terms.tsv: the tables are not sorted"


def _blanks() -> Iterator[str]:
    for table in KEYS:
        for number, line in enumerate(text(table).splitlines(), 1):
            if any(cell != cell.strip() or "  " in cell for cell in line.split("\t")):
                yield f"{table}.tsv, line {number}: a cell begins or ends with a blank, or has two in a row"


def _filled() -> Iterator[str]:
    for table in KEYS:
        for row in rows(table):
            for column, cell in row.items():
                if not cell and (column not in OPTIONAL or (table, column) in NEVER_EMPTY):
                    yield f"{_where(table, row)}: {column} is empty"


def _known_countries() -> Iterator[str]:
    for table in ("actors", "camps", "governments", "sources"):
        for row in rows(table):
            if row["country"] and row["country"] not in countries():
                yield f"{_where(table, row)}: no country {row['country']}"


def _actor_ids() -> Iterator[str]:
    for row in rows("actors"):
        here = _where("actors", row)
        if not ACTOR_ID.fullmatch(row["id"]):
            yield f"{here}: an id is capitals and digits with hyphens"
        if row["id"] in countries() and row["country"] != row["id"]:
            yield f"{here}: that is the code of another country"
        if row["id"].partition("-")[0] in countries() and row["id"].partition("-")[2] in patterns():
            yield f"{here}: a pattern needs no row"
    shared = {row["id"] for row in rows("sources")} & {row["id"] for row in rows("actors")}
    yield from (f"sources.tsv, {both}: an actor has that id and speaks for itself" for both in sorted(shared))


def _known_kinds() -> Iterator[str]:
    for table, kinds in (("actors", "actor_kinds"), ("patterns", "actor_kinds"), ("sources", "source_kinds")):
        for row in rows(table):
            if row["kind"] not in terms(kinds):
                yield f"{_where(table, row)}: no kind {row['kind']}"
    for row in rows("kind_rules"):
        if row["source_kind"] not in terms("source_kinds"):
            yield f"{_where('kind_rules', row)}: no kind {row['source_kind']}"
    unruled = sorted(terms("actor_kinds").keys() ^ {row["actor_kind"] for row in rows("kind_rules")})
    yield from (f"kind_rules.tsv: {kind} stands in one of it and actor_kinds only" for kind in unruled)


def _known_types() -> Iterator[str]:
    unknown = (row for row in rows("entered_types") if row["type"] not in sub_events())
    yield from (f"{_where('entered_types', row)}: no type {row['type']}" for row in unknown)
    for row in rows("sub_events"):
        wrong = {row["event_type"]} - terms("event_types").keys()
        wrong |= set(row["disorder_types"].split("; ")) - terms("disorder_types").keys()
        yield from (f"{_where('sub_events', row)}: no type {one}" for one in sorted(wrong))


def _parents() -> Iterator[str]:
    parents = {row["id"]: row["parent"] for row in rows("actors") if row["parent"]}
    for child, parent in parents.items():
        if not is_actor(parent):
            yield f"actors.tsv, {child}: no parent {parent}"
        seen, above = {child}, parents.get(child, "")
        while above and above not in seen:
            seen.add(above)
            above = parents.get(above, "")
        if above:
            yield f"actors.tsv, {child}: its parents run in a circle"


def _references() -> Iterator[str]:
    for row in rows("sources"):
        here = _where("sources", row)
        if row["voice_of"] and not is_actor(row["voice_of"]):
            yield f"{here}: speaks for {row['voice_of']}, which is no actor"
        if row["coded_as"] and not is_source(row["coded_as"]):
            yield f"{here}: coded as {row['coded_as']}, which is no source"
        if row["leans"] and row["leans"] not in camps():
            yield f"{here}: leans to {row['leans']}, which is no camp"
    for camp in camps().values():
        unknown = sorted(one for one in camp.parties | camp.allies if not is_actor(one))
        yield from (f"camps.tsv, {camp.id}: no actor {one}" for one in unknown)
        yield from (f"camps.tsv, {camp.id}: {one} is party and ally" for one in sorted(camp.parties & camp.allies))


def _periods() -> Iterator[str]:
    for table in ("actors", "camps"):
        for row in rows(table):
            years = [int(row[column]) for column in ("start", "end") if row[column]]
            if years != sorted(years) or any(one not in YEARS for one in years):
                yield f"{_where(table, row)}: the period {row['start']}-{row['end']} cannot be"
    listed = rows("governments")
    for row, after in zip(listed, [*listed[1:], None], strict=True):
        if row["end"] and row["end"] < row["start"]:
            yield f"{_where('governments', row)}: it ends before it starts"
        if after and after["country"] == row["country"] and not row["end"] < after["start"]:
            yield f"{_where('governments', row)}: it overlaps the next"


CHECKS: tuple[Callable[[], Iterator[str]], ...] = (
    _unique, _sorted, _blanks, _filled, _known_countries, _actor_ids, _known_kinds, _known_types, _parents,
    _references, _periods,
)  # fmt: skip


def missing_from(register: Path) -> list[str]:
    """The ids of a tab-separated register (column `id`; `<ISO>-X` a pattern) that this vocabulary does not know."""
    with register.open(encoding="utf-8", newline="") as lines:
        ids = [row["id"] for row in csv.DictReader(lines, delimiter="\t")]
    known = {f"<ISO>-{suffix}" for suffix in patterns()}
    return [one for one in ids if not (one in known or is_source(one))]


def problems() -> list[str]:
    """What is wrong with the tables, one sentence each; empty when all is well."""
    return [problem for check in CHECKS for problem in check()]
