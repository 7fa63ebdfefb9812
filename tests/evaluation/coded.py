"""Small gold documents and claims for the tests, on an invented town."""

import datetime as dt
from typing import Any

import msgspec

from vigie.evaluation import GoldDocument, gold_documents, lone_document
from vigie.values import Claim, Document, Interval

TOWN = {"name": "Marsol", "lat": 36.0, "lon": 37.0, "km": 8}
HARM: dict[str, Any] = {
    "quote": "tué douze civils", "span": [100, 116], "outcome": "killed", "count": 12, "qualifier": "exactly",
    "unit": "persons", "victims": "civilians", "side": None, "method": "Air/drone strike", "weapon": ["air_dropped"],
    "scope": "incident", "part_of": None, "provisional": False, "when": ["2016-03-02", "2016-03-02"], "place": TOWN,
    "said_by": ["SOHR"], "by": ["SYR"], "by_certainty": "stated", "by_said_by": ["SOHR"], "realis": "occurred",
    "certainty": "stated", "event": "marsol-raid",
}  # fmt: skip
EVENT: dict[str, Any] = {
    "quote": "raid aérien", "span": [80, 91], "type": "Air/drone strike", "when": ["2016-03-02", "2016-03-02"],
    "place": TOWN, "said_by": [], "by": [], "by_certainty": None, "by_said_by": None, "realis": "occurred",
    "certainty": "stated", "target": "civilians", "struck": "market", "weapon": [], "count": None, "unit": None,
    "qualifier": None, "event": "marsol-raid",
}  # fmt: skip
CONTROL: dict[str, Any] = {
    "quote": "a repris Marsol", "span": [200, 215], "change": "captured", "actor": "SYR", "loser": None,
    "when": None, "place": TOWN, "share": None, "extent": "whole", "said_by": [], "realis": "occurred",
    "certainty": "stated", "event": "marsol-retaken",
}  # fmt: skip
DIPLOMACY: dict[str, Any] = {
    "quote": "a condamné", "span": [300, 310], "act": "ACCUSE", "actor": "UN", "target": "SYR", "when": None,
    "place": None,
}  # fmt: skip
ROWS = {"harm": HARM, "events": EVENT, "control": CONTROL, "diplomacy": DIPLOMACY}


def gold(*entries: tuple[str, dict[str, Any]], doc: str = "marsol.txt", published: str | None = None) -> GoldDocument:
    """A coded document with these (kind, changes to the kind's row)."""
    coded: dict[str, Any] = {
        "doc": doc,
        "published": published,
        "harm": [],
        "events": [],
        "control": [],
        "diplomacy": [],
    }
    for kind, changes in entries:
        coded[kind].append({**ROWS[kind], **changes})
    return next(gold_documents([msgspec.json.encode(coded).decode()]))


def claim(kind: str, doc: str = "marsol.txt", **changes: Any) -> Claim:
    """The claim that answers the kind's row in everything, but for the changes."""
    row = {**ROWS[kind], "kind": kind, "id": f"{doc}-{kind}-{sorted(changes.items())}", "document": f"in/{doc}"}
    row["start"], row["end"] = row.pop("span")
    row["place"] = {**TOWN, "id": "g1", "level": "town"} if row["place"] else None
    row["when"] = {"start": row["when"][0], "end": row["when"][1]} if row["when"] else None
    return msgspec.convert({**row, **changes}, Claim)  # type: ignore[no-any-return]


def document(doc: str = "marsol.txt", first: str | None = None, last: str | None = None) -> Document:
    """A document with a publication interval."""
    made = lone_document("Un texte.", doc)
    if first is None:
        return made
    interval = Interval(start=dt.date.fromisoformat(first), end=dt.date.fromisoformat(last or first))
    return msgspec.structs.replace(made, published=interval)
