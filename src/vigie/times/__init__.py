"""The times room: words → intervals of days, and the day a document was published."""

from .anchors import war_began, war_period
from .dating import Dating, date_document
from .find import find_times
from .grammar import words as time_words
from .mention import TimeMention
from .offsets import event_after, event_before
from .precision import acled_precision, ucdp_precision

__all__ = [
    "Dating", "TimeMention", "acled_precision", "date_document", "event_after", "event_before", "find_times",
    "time_words",
    "ucdp_precision", "war_began", "war_period",
]  # fmt: skip
