"""Identifiers that depend on content alone: the same input gives the same ids, a second run adds nothing."""

import hashlib
from collections.abc import Iterable


def digest(parts: Iterable[object], length: int = 16) -> str:
    """Hexadecimal BLAKE2b over the parts, kept apart by a separator that text cannot contain; `length` digits."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=32).hexdigest()[:length]


def sha256(data: bytes) -> str:
    """Hexadecimal SHA-256."""
    return hashlib.sha256(data).hexdigest()


def document_id(given: str, text: str) -> str:
    """The id of a document: the hash of its given id or URL, and of its text."""
    return digest(("document", given, text))


def claim_id(document: str, kind: str, key: Iterable[object], ordinal: int = 0) -> str:
    """The id of a claim: document, kind, then what it says (type or outcome, figure, actor, place), then an ordinal."""
    return digest(("claim", document, kind, *key, ordinal))
