"""Values to rows and back. A row keeps its value whole as JSON; its other columns are only for searching."""

import msgspec

from .. import values as v
from .models import Claim, Document, Figure, Incident, Problem

_encoder = msgspec.json.Encoder()
_documents = msgspec.json.Decoder(v.Document)
_claims: "msgspec.json.Decoder[v.Claim]" = msgspec.json.Decoder(v.Claim)
_incidents = msgspec.json.Decoder(v.Incident)
_problems = msgspec.json.Decoder(v.Problem)
_LARGEST = 2**62  # what a column of 64 bits holds with room to spare; the figure itself stays whole in `value`


def as_json(value: msgspec.Struct) -> str:
    """The JSON of a value; UnicodeEncodeError where its text holds lone surrogates."""
    return _encoder.encode(value).decode("utf-8")


def document_row(document: v.Document, source: int | None, run: str | None) -> Document:
    """The row of a document; its text has a column of its own."""
    return Document(
        id=document.id, given=document.document, source_id=source, language=document.language[:10],
        published=document.published.start if document.published else None, origin=document.origin,
        text=_storable(document.text), value=as_json(msgspec.structs.replace(document, text="")), run_id=run,
    )  # fmt: skip


def _storable(text: str) -> str:
    text.encode("utf-8")  # a lone surrogate is refused here, with the document's name at hand
    return text


def document_of(row: Document) -> v.Document:
    """The document of a row: as it came, with the original that it is held to be a copy of."""
    return msgspec.structs.replace(_documents.decode(row.value), text=row.text, origin=row.origin)


def what(claim: v.Claim) -> str:
    """The word that says what is claimed: outcome, sub-event type, change or act."""
    match claim:
        case v.Harm():
            return claim.outcome
        case v.Event():
            return claim.type
        case v.Control():
            return claim.change
        case v.Diplomacy():
            return claim.act


def kind(claim: v.Claim) -> str:
    """The tag of a claim's kind: harm, events, control or diplomacy."""
    return str(type(claim).__struct_config__.tag)


def claim_row(claim: v.Claim, run: str | None) -> Claim:
    """The row of a claim."""
    when, place = claim.when, claim.place
    return Claim(
        id=claim.id, document_id=claim.document, kind=kind(claim), what=what(claim)[:80], start=claim.start,
        first_day=when.start if when else None, last_day=when.end if when else None,
        lat=place.lat if place else None, lon=place.lon if place else None, value=as_json(claim), run_id=run,
    )  # fmt: skip


def claim_of(value: str) -> v.Claim:
    """The claim of a row's `value`."""
    return _claims.decode(value)


def incident_row(public_id: str, key: str, incident: v.Incident) -> Incident:
    """The row of an incident, `incident` already carrying public ids."""
    when, place = incident.when, incident.place
    return Incident(
        public_id=public_id, key=key, kind=incident.kind, type=(incident.type or "")[:80],
        first_day=when.start if when else None, last_day=when.end if when else None,
        lat=place.lat if place else None, lon=place.lon if place else None,
        contradictions=len(incident.contradictions), value=as_json(incident),
    )  # fmt: skip


def incident_of(value: str) -> v.Incident:
    """The incident of a row's `value`."""
    return _incidents.decode(value)


def figure_rows(incident: v.Incident) -> list[Figure]:
    """The rows of an incident's figures."""
    return [
        Figure(
            incident_id=incident.incident, claim_id=figure.claim, outcome=figure.outcome[:30],
            victims=figure.victims[:30], low=_bounded(figure.low), high=_bounded(figure.high),
            said_by=figure.said_by, origin=(figure.origin or "")[:200], superseded_by=figure.superseded_by or "",
        )
        for figure in incident.figures
    ]  # fmt: skip


def _bounded(number: int | None) -> int | None:
    return None if number is None else max(-_LARGEST, min(_LARGEST, number))


def problem_row(problem: v.Problem, run: str | None) -> Problem:
    """The row of a problem; the same problem met twice is one row."""
    kept = v.Problem(
        file=_printable(problem.file), place=_printable(problem.place), reason=_printable(problem.reason),
        code=problem.code, details={name: _printable(value) for name, value in problem.details.items()},
    )  # fmt: skip
    key = v.digest(("problem", kept.file, kept.place, kept.code, kept.reason))
    return Problem(id=key, file=kept.file, code=kept.code[:60], value=as_json(kept), run_id=run)


def problem_of(value: str) -> v.Problem:
    """The problem of a row's `value`."""
    return _problems.decode(value)


def _printable(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode("utf-8")[:2000]
