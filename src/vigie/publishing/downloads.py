"""What can be downloaded. Every row says that it is a machine's draft; no cell runs as a formula."""

import csv
import datetime as dt
import io
import json
from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from .. import values as v
from ..intake import was_read
from .material import Material
from .worked import Worked

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
INCIDENT_COLUMNS = (
    "status", "incident", "kind", "type", "first_day", "last_day", "place", "lat", "lon", "radius_km", "country",
    "actors", "targets", "outcome", "victims", "side", "low", "high", "open", "rule", "claims", "origins", "outlets",
    "contradictions",
)  # fmt: skip
CLAIM_COLUMNS = (
    "status", "claim", "incident", "document", "outlet", "url", "published", "kind", "what", "first_day", "last_day",
    "place", "lat", "lon", "radius_km", "said_by", "by", "by_certainty", "by_said_by", "certainty", "realis", "count",
    "low", "high", "victims", "quote", "start", "end", "rule",
)  # fmt: skip
TOTAL_COLUMNS = (
    "status", "by", "bin", "outcome", "victims", "low", "high", "best", "open", "rule", "only", "incidents", "claims",
    "origins", "exclusive", "computed",
)  # fmt: skip
TOLL_COLUMNS = ("status", "summary", "told", "low", "high", "outcome", "victims", "said_by", "claim")
ENEMY_COLUMNS = (
    "status", "incident", "claim", "stated_on", "said_by", "side", "outcome", "victims", "count", "low", "high", "words"
)  # fmt: skip
CONTROL_COLUMNS = (
    "status", "place", "lat", "lon", "radius_km", "start", "state", "actors", "besieged_by", "moved_by", "rivals",
    "claims",
)  # fmt: skip

DIPLOMACY_COLUMNS = (
    "status", "claim", "incident", "document", "outlet", "act", "actor", "target", "first_day", "last_day", "said_by",
    "certainty", "realis", "quote",
)  # fmt: skip
DOCUMENT_COLUMNS = (
    "status", "id", "document", "outlet", "title", "url", "language", "format", "published", "published_basis",
    "retrieved", "origin", "claims",
)  # fmt: skip
PROBLEM_COLUMNS = ("status", "file", "place", "code", "reason", "read_all_the_same")


def _lines(rows: Iterable[msgspec.Struct], status: str) -> str:
    encoder = msgspec.json.Encoder()
    return "".join(
        encoder.encode({"status": status, **msgspec.to_builtins(row)}).decode("utf-8") + "\n" for row in rows
    )


def claims_jsonl(material: Material, _: Worked) -> str:
    """The claims, one object a line, after the published schema with `status` besides."""
    return _lines(material.claims.values(), material.policy.status)


def incidents_jsonl(material: Material, _: Worked) -> str:
    """The incidents, one object a line, after the published schema with `status` besides."""
    return _lines(material.incidents.values(), material.policy.status)


def _csv(columns: Iterable[str], rows: Iterable[dict[str, Any]]) -> str:
    # The mark at the head tells spreadsheets that it is UTF-8.
    out = io.StringIO(newline="")
    out.write("\ufeff")
    writer = csv.DictWriter(out, list(columns), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: cell(value) for name, value in row.items()} for row in rows)
    return out.getvalue()


def cell(value: Any) -> Any:
    """A value for a spreadsheet: lists in one cell, and text that a spreadsheet would run kept as text."""
    if isinstance(value, list | tuple):
        value = "; ".join(str(one) for one in value)
    if isinstance(value, str) and value.startswith(_FORMULA):
        return "'" + value
    return "" if value is None else value


def _where(place: v.Place | None) -> dict[str, Any]:
    if place is None:
        return {}
    return {"place": place.name, "lat": place.lat, "lon": place.lon, "radius_km": place.km}


def _days(when: v.Interval | None) -> dict[str, Any]:
    return {"first_day": when.start.isoformat(), "last_day": when.end.isoformat()} if when else {}


def incidents_csv(material: Material, _: Worked) -> str:
    """One line an incident and range: an incident with killed and injured has two, one without figures has one."""
    return _csv(INCIDENT_COLUMNS, (row for i in material.incidents.values() for row in _incident_rows(i, material)))


def _incident_rows(incident: v.Incident, material: Material) -> list[dict[str, Any]]:
    row = {
        "status": material.policy.status, "incident": incident.incident, "kind": incident.kind, "type": incident.type,
        **_days(incident.when), **_where(incident.place),
        "country": incident.place.country if incident.place else None, "actors": incident.actors,
        "targets": incident.targets, "claims": len(incident.claims), "origins": len(incident.origins),
        "outlets": incident.outlets, "contradictions": len(incident.contradictions),
    }  # fmt: skip
    ranges = [
        {"outcome": r.outcome, "victims": r.victims, "side": r.side, "low": r.low, "high": r.high, "open": r.open,
         "rule": r.rule}
        for r in incident.ranges
    ]  # fmt: skip
    return [{**row, **found} for found in ranges] or [row]


def claims_csv(material: Material, _: Worked) -> str:
    """One line a claim."""
    return _csv(CLAIM_COLUMNS, (_claim_row(claim, material) for claim in material.claims.values()))


def _claim_row(claim: v.Claim, material: Material) -> dict[str, Any]:
    document = material.documents[claim.document]
    raw = msgspec.to_builtins(claim)
    shown = {name: raw.get(name) for name in CLAIM_COLUMNS if name in raw and name != "place"}
    what = next(raw[name] for name in ("outcome", "type", "change", "act") if name in raw)
    return {
        **shown, "status": material.policy.status, "claim": claim.id, "incident": material.incident_of.get(claim.id),
        "outlet": document.outlet, "url": document.url, "what": what,
        "published": document.published.start.isoformat() if document.published else None,
        **_days(claim.when), **_where(claim.place),
    }  # fmt: skip


def geojson(material: Material, _: Worked) -> str:
    """The incidents that have a place, as points; `radius_km` says how exact each is."""
    features = [_feature(i, i.place, material) for i in material.incidents.values() if i.place]
    head = {"type": "FeatureCollection", "status": material.policy.status, "features": features}
    return json.dumps(head, ensure_ascii=False, separators=(",", ":"))


def _feature(incident: v.Incident, place: v.Place, material: Material) -> dict[str, Any]:
    row = {name: value for name, value in _incident_rows(incident, material)[0].items() if name not in ("lat", "lon")}
    point = {"type": "Point", "coordinates": [place.lon, place.lat]}
    return {"type": "Feature", "id": incident.incident, "geometry": point, "properties": row}


def totals_csv(material: Material, worked: Worked) -> str:
    """One line a total: by what, of whom, under which rule, whose figures, from how many incidents, claims, origins."""
    rows = (msgspec.structs.asdict(tally) for found in worked.totals.values() for tally in found)
    return _csv(TOTAL_COLUMNS, ({"status": material.policy.status, **_of(row, TOTAL_COLUMNS)} for row in rows))


def tolls_csv(material: Material, worked: Worked) -> str:
    """One line a figure of a total that a text gives itself; such figures are never added."""
    rows = (msgspec.structs.asdict(toll) for toll in worked.tolls)
    return _csv(TOLL_COLUMNS, ({"status": material.policy.status, **_of(row, TOLL_COLUMNS)} for row in rows))


def enemy_losses_csv(material: Material, worked: Worked) -> str:
    """One line a figure that a party gives of its enemy's losses; such figures enter no total."""
    rows = ({**msgspec.structs.asdict(f), "incident": i.incident} for i, f in worked.enemy)
    return _csv(ENEMY_COLUMNS, ({"status": material.policy.status, **_of(row, ENEMY_COLUMNS)} for row in rows))


def control_csv(material: Material, worked: Worked) -> str:
    """One line a spell of a place: who held it from which day, and the claim that moved it."""
    rows = (
        {**_where(c.place), **msgspec.structs.asdict(spell)} for c in worked.chronicles for spell in c.spells
    )  # fmt: skip
    return _csv(CONTROL_COLUMNS, ({"status": material.policy.status, **_of(row, CONTROL_COLUMNS)} for row in rows))


def diplomacy_csv(material: Material, _: Worked) -> str:
    """One line a claim of diplomacy: who is said to have acted towards whom."""
    claims = (claim for claim in material.claims.values() if isinstance(claim, v.Diplomacy))
    rows = ({**msgspec.structs.asdict(claim), **_claim_row(claim, material)} for claim in claims)
    return _csv(DIPLOMACY_COLUMNS, (_of(row, DIPLOMACY_COLUMNS) for row in rows))


def documents_csv(material: Material, _: Worked) -> str:
    """One line a document, without its text."""
    return _csv(DOCUMENT_COLUMNS, (_document_row(document, material) for document in material.documents.values()))


def _document_row(document: v.Document, material: Material) -> dict[str, Any]:
    return {
        **_of(msgspec.structs.asdict(document), DOCUMENT_COLUMNS), "status": material.policy.status,
        "published": document.published.start.isoformat() if document.published else None,
        "claims": len(material.claims_of.get(document.id, ())),
    }  # fmt: skip


def problems_csv(material: Material, _: Worked) -> str:
    """One line for everything that was not read, with its reason."""
    status = material.policy.status
    rows = (
        {**msgspec.structs.asdict(p), "status": status, "read_all_the_same": was_read(p)} for p in material.problems
    )
    return _csv(PROBLEM_COLUMNS, (_of(row, PROBLEM_COLUMNS) for row in rows))


def _of(row: dict[str, Any], columns: Iterable[str]) -> dict[str, Any]:
    kept = {name: row[name] for name in columns if name in row}
    return {name: value.isoformat() if isinstance(value, dt.date) else value for name, value in kept.items()}


FILES: dict[str, Callable[[Material, Worked], str]] = {
    "claims.jsonl": claims_jsonl,
    "incidents.jsonl": incidents_jsonl,
    "claims.csv": claims_csv,
    "incidents.csv": incidents_csv,
    "incidents.geojson": geojson,
    "totals.csv": totals_csv,
    "tolls.csv": tolls_csv,
    "enemy_losses.csv": enemy_losses_csv,
    "control.csv": control_csv,
    "diplomacy.csv": diplomacy_csv,
    "documents.csv": documents_csv,
    "problems.csv": problems_csv,
}
"""What there is to download: file name -> the function that writes its content."""

OF_SECTION: dict[str, tuple[str, ...]] = {
    "incidents": ("incidents.csv", "incidents.geojson", "incidents.jsonl", "claims.csv", "claims.jsonl"),
    "control": ("control.csv",),
    "diplomacy": ("diplomacy.csv",),
    "tallies": ("totals.csv", "tolls.csv", "enemy_losses.csv"),
    "documents": ("documents.csv",),
    "sources": ("claims.csv",),
    "problems": ("problems.csv",),
}
"""Which of them hold what the pages under a part of the menu list."""
