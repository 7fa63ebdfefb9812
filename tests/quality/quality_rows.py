"""What the tests of the coded sets share: where they lie, and the table of the vocabulary behind each field."""

import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
KINDS = ("harm", "events", "control", "diplomacy")
TABLES = {  # field of an entry → table of the vocabulary
    "outcome": "outcomes",
    "victims": "victims",
    "qualifier": "qualifiers",
    "scope": "scopes",
    "struck": "struck",
    "change": "changes",
    "extent": "extents",
    "act": "acts",
    "realis": "realis",
    "certainty": "certainty",
    "by_certainty": "certainty",
}


def rows(name: str) -> list[dict[str, Any]]:
    """The rows of a file of the quality folder."""
    lines = (ROOT / "quality" / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]
