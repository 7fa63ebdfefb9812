"""The intake: bytes → documents. Formats, encodings, languages, copies, evidence, and what could not be read."""

from .archive import Archive, ArchiveError, Damage
from .bag import export
from .boilerplate import boilerplate_spans
from .copies import Origin, agencies, fingerprint, origins
from .dates import interval
from .language import language
from .problems import reason, was_read
from .reading import read

__all__ = [
    "Archive", "ArchiveError", "Damage", "Origin", "agencies", "boilerplate_spans", "export", "fingerprint", "interval",
    "language", "origins", "read", "reason", "was_read",
]  # fmt: skip
