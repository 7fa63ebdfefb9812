"""The times room: words → intervals of days, and the day a document was published."""

from .anchors import war_period
from .dating import Dating, date_document
from .find import find_times
from .mention import TimeMention

__all__ = ["Dating", "TimeMention", "date_document", "find_times", "war_period"]
