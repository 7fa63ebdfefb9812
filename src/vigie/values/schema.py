"""The published JSON Schema of the joints, generated from the types so that it cannot drift from them."""

from typing import Any

import msgspec

from .claim import Claim
from .document import Document
from .incident import Incident

VERSION = "1"


def _schema(kind: Any, name: str) -> dict[str, Any]:
    body = msgspec.json.schema(kind)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"urn:vigie:{name}:{VERSION}"}
    return {**head, **body}


def schemas() -> dict[str, dict[str, Any]]:
    """The schema of each line of documents.jsonl, claims.jsonl and incidents.jsonl, by name."""
    kinds: dict[str, Any] = {"document": Document, "claim": Claim, "incident": Incident}
    return {name: _schema(kind, name) for name, kind in kinds.items()}
