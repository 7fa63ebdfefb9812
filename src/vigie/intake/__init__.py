"""The intake: bytes → documents. Formats, encodings, languages, copies, evidence, and what could not be read."""

from .archive import Archive, ArchiveError, Damage
from .boilerplate import boilerplate_spans
from .copies import fingerprint
from .language import language
from .problems import reason, was_read
from .reading import read

__all__ = [
    "Archive", "ArchiveError", "Damage", "boilerplate_spans", "fingerprint", "language", "read", "reason", "was_read",
]  # fmt: skip
