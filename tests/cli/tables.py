"""A record's tables as they can be compared: whatever differs between any two runs left out or replaced."""

import re
import sqlite3
from pathlib import Path

Row = tuple[object, ...]
# Random, or the clock's, or in the order of writing: public ids, times, runs, numbers, the journal's chain.
_LEFT_OUT = {
    "record_run": None,
    "record_journal": {"seq", "at", "run", "previous", "hash"},
    "record_incident": {"public_id"},
    "record_source": {"id"},
    "record_figure": {"id"},
    "record_wording": {"id"},
    "record_wordingkey": {"id"},
    "record_blockkey": {"id"},
}
_RETRIEVED = re.compile(r'"retrieved":"[^"]*"')


def content(path: Path) -> dict[str, list[Row]]:
    """Every table of the record but the runs, its rows in an order of their own."""
    raw = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    try:
        asked = "select name from sqlite_master where type = 'table' and name like 'record_%'"
        tables = [name for (name,) in raw.execute(asked)]
        stable = _stable(raw)
        compared = [name for name in tables if _LEFT_OUT.get(name, ()) is not None]
        return {name: _rows(raw, name, stable) for name in compared}
    finally:
        raw.close()


def _stable(raw: sqlite3.Connection) -> dict[str, dict[object, object]]:
    """Column -> what stands for each of its values in any record."""
    public = dict(raw.execute("select public_id, key from record_incident"))
    return {
        "source_id": dict(raw.execute("select id, name from record_source")),
        "wording_id": dict(raw.execute("select id, mark from record_wording")),
        "incident_id": public,
        "merged_into_id": public,
        "subject": public,
    }


def _rows(raw: sqlite3.Connection, table: str, stable: dict[str, dict[object, object]]) -> list[Row]:
    columns = [row[1] for row in raw.execute(f"pragma table_info({table})")]
    kept = [name for name in columns if name not in (_LEFT_OUT.get(table) or ()) and name != "run_id"]
    rows = raw.execute(f"select {', '.join(kept)} from {table}").fetchall()
    public = stable["incident_id"]
    made = [tuple(_value(stable.get(n, {}).get(v, v), public) for n, v in zip(kept, row, strict=True)) for row in rows]
    if table == "record_journal":
        made = [row for row in made if not str(row[0]).startswith("run.")]
    return sorted(made, key=repr)


def _value(value: object, public: dict[object, object]) -> object:
    if not isinstance(value, str):
        return value
    timeless = _RETRIEVED.sub("", value)
    return re.sub(r"[0-9a-z]{10}", lambda match: str(public.get(match[0], match[0])), timeless)
