"""Plain typed values that travel between the rooms: Document, Claim, Place, Interval, Incident; one JSON Schema."""

from .base import Basis, Interval, Level, Place, Problem, Value
from .claim import Act, Base, Claim, Control, Diplomacy, Event, Harm, Realis, Span
from .document import Document
from .files import read_claims, read_documents, read_incidents, write_jsonl
from .ids import claim_id, digest, document_id, sha256
from .incident import Contradiction, Facts, Figure, Incident, Mark, Origin, Range, Stake
from .schema import schemas

__all__ = [
    "Act", "Base", "Basis", "Claim", "Contradiction", "Control", "Diplomacy", "Document", "Event", "Facts", "Figure",
    "Harm", "Incident", "Interval", "Level", "Mark", "Origin", "Place", "Problem", "Range", "Realis", "Span", "Stake",
    "Value", "claim_id", "digest", "document_id", "read_claims", "read_documents", "read_incidents", "schemas",
    "sha256", "write_jsonl",
]  # fmt: skip
