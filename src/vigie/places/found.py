"""A name of a text that may be a place, with what is known of it while the text is read."""

from dataclasses import dataclass

from .gazetteer import Entry
from .left import Left
from .names import Name


@dataclass(slots=True)
class Found:
    """A name that stands where a place may stand, with what is read before it."""

    name: Name
    left: Left
    metonym: bool = False
    entry: Entry | None = None
    ranked: list[Entry] | None = None
    own: float = 0.0
    container: "Found | None" = None
    told: bool = False
    apposed: bool = False
    done: bool = False

    @property
    def is_land(self) -> bool:
        """A country has the name."""
        return any(e.level == "country" for e in self.name.entries)
