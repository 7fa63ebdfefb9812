"""Reading claims and documents of others: the program's own form, and the coded articles' looser one.

Tolerated are: `when` as [first, last], `part_of` as the quote of the whole, missing ids of places, levels, rules and
other
fields with a default, documents as `{doc | document | id, date | published, title, text}`. A line that cannot be read
becomes a Problem and the rest goes on.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from vigie.values import Claim, Document, Problem, digest, document_id, sha256

_LEVELS = ((4, "quarter"), (12, "town"), (40, "district"), (160, "province"), (2000, "country"))
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}$")


def read_claims(path: Path) -> tuple[list[Claim], list[Problem]]:
    """The claims of a file in either form; what cannot be read is told in the problems. OSError if it cannot be
    opened."""
    rows, problems = _rows(path)
    _resolve_parts([row for _, row in rows])
    claims: list[Claim] = []
    for line, row in rows:
        try:
            claims.append(msgspec.convert(_claim(row), Claim))
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            problems.append(_problem(path, line, error))
    return claims, problems


def read_documents(path: Path) -> tuple[list[Document], list[Problem]]:
    """The documents of a file in either form, as `read_claims`."""
    rows, problems = _rows(path)
    documents: list[Document] = []
    for line, row in rows:
        try:
            documents.append(msgspec.convert(_document(row), Document))
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            problems.append(_problem(path, line, error))
    return documents, problems


def _problem(path: Path, line: int, error: Exception) -> Problem:
    return Problem(file=str(path), place=f"line {line}", reason=f"{type(error).__name__}: {error}"[:300])


def _rows(path: Path) -> tuple[list[tuple[int, dict[str, Any]]], list[Problem]]:
    rows, problems = [], []
    for number, line in _lines(path):
        try:
            rows.append((number, msgspec.json.decode(line, type=dict[str, Any])))
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            problems.append(_problem(path, number, error))
    return rows, problems


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    with path.open("rb") as stream:
        for number, line in enumerate(stream, 1):
            if line.strip():
                yield number, line


def _resolve_parts(rows: Iterable[dict[str, Any]]) -> None:
    """Turn a `part_of` that quotes the whole into the whole's id; one that quotes nothing known becomes null."""
    rows = list(rows)
    ids = {row.get("id") for row in rows}
    quotes = {
        (row.get("document"), row.get("quote")): row.get("id") for row in reversed(rows) if row.get("kind") == "harm"
    }
    for row in rows:
        part = row.get("part_of")
        if part is not None and part not in ids:
            row["part_of"] = quotes.get((row.get("document"), part))
            if row["part_of"] and not row.get("relation"):
                row["relation"] = "subset"


def _claim(row: dict[str, Any]) -> dict[str, Any]:
    row = {key: value for key, value in row.items() if value is not None or key not in _LISTS}
    for key in ("when",):
        row[key] = _interval(row.get(key))
    row["place"] = _place(row.get("place"))
    row.setdefault("start", 0)
    row.setdefault("end", row["start"] + len(row.get("quote", "")))
    row.setdefault("id", digest(("claim", row["document"], row["kind"], row["start"], row.get("quote"))))
    return row


_LISTS = frozenset(
    {"by", "said_by", "weapon", "mentions", "unit", "qualifier", "scope", "realis", "certainty", "victims"}
)


def _interval(value: Any) -> Any:
    return {"start": value[0], "end": value[1]} if isinstance(value, list | tuple) else value


def _place(value: Any) -> Any:
    if not isinstance(value, dict) or value.get("lat") is None or value.get("lon") is None:
        return None
    km = float(value.get("km") or 8)
    level = next((name for limit, name in _LEVELS if km <= limit), "region")
    return {"name": "", "id": "", "level": level, **{k: v for k, v in value.items() if v is not None}, "km": km}


def _document(row: dict[str, Any]) -> dict[str, Any]:
    if "text_sha256" in row:
        return row
    name = row.get("document") or row.get("doc") or row["id"]
    text = row.get("text") or ""
    digest_of = sha256(text.encode("utf-8", "surrogatepass"))
    known = {key: row[key] for key in ("title", "language", "url", "outlet", "published_basis") if row.get(key)}
    body = {"document": name, "id": row.get("id") or document_id(name, text), "text": text, **known}
    hashes = {"sha256": digest_of, "text_sha256": digest_of, "origin": row.get("origin") or digest_of}
    published = _published(row)
    basis = {} if published is None or "published_basis" in known else {"published_basis": "given"}
    return {**body, **hashes, **basis, "published": published}


def _published(row: dict[str, Any]) -> Any:
    value = row.get("published") or row.get("date")
    if isinstance(value, str):
        day = value[:10]
        if not _DATE.match(day):
            return None
        dt.date.fromisoformat(day)
        return {"start": day, "end": day}
    return _interval(value)
