"""The intake: bytes → documents. Formats, encodings, languages, copies, evidence, and what could not be read."""

from . import limits
from .archive import Archive, ArchiveError, Damage
from .bag import export
from .boilerplate import boilerplate_spans
from .copies import Copies, Origin, agencies, origins
from .dates import interval
from .decode import decode
from .entered import FIELDS as ENTERED_FIELDS
from .entered import FIGURES, Figure, figure
from .language import language
from .listing import guessed, head_of, write_columns
from .problems import ReadError, problem, reason, was_read
from .reading import read
from .records import FIELDS as LISTED_FIELDS
from .stamps import can_stamp, check_stamps, new_nonce, query, require_stamps, stamped
from .tables import Head
from .versions import Passage, address_of, difference, follows
from .wording import CROWD, Wording, bands, fingerprint, same, wordings, wordings_of

__all__ = [
    "CROWD", "ENTERED_FIELDS", "FIGURES", "LISTED_FIELDS", "Archive", "ArchiveError", "Copies", "Damage", "Figure",
    "Head", "Origin", "Passage", "ReadError", "Wording", "address_of", "agencies", "bands", "boilerplate_spans",
    "can_stamp", "check_stamps", "decode", "difference", "export", "figure", "fingerprint", "follows", "guessed",
    "head_of", "interval", "language", "limits", "new_nonce", "origins", "problem", "query", "read", "reason",
    "require_stamps", "same", "stamped", "was_read", "wordings", "wordings_of", "write_columns",
]  # fmt: skip
