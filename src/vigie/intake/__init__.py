"""The intake: bytes → documents. Formats, encodings, languages, copies, evidence, and what could not be read."""

from . import limits
from .archive import Archive, ArchiveError, Damage
from .bag import export
from .boilerplate import boilerplate_spans
from .copies import Copies, Origin, agencies, origins
from .dates import interval
from .decode import decode
from .language import language
from .problems import ReadError, problem, reason, was_read
from .reading import read
from .wording import CROWD, Wording, bands, fingerprint, same, wordings

__all__ = [
    "CROWD", "Archive", "ArchiveError", "Copies", "Damage", "Origin", "ReadError", "Wording", "agencies", "bands",
    "boilerplate_spans", "decode", "export", "fingerprint", "interval", "language", "limits", "origins", "problem",
    "read", "reason", "same", "was_read", "wordings",
]  # fmt: skip
