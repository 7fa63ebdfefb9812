"""What the rules find before it becomes claims: frames that the higher levels fill in, with their reasons."""

from dataclasses import dataclass, field

from .quantities import Quantity
from .sentences import Sentence
from .units import Unit

Why = dict[str, tuple[int, int, str]]


@dataclass(slots=True)
class Clause:
    """A sentence with its units and class string; `index` is its rank in the document."""

    index: int
    sentence: Sentence
    units: list[Unit]
    codes: str
    quoted: bool = False

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The text offsets from one unit to another, both included."""
        return self.units[first].start, self.units[last].end


@dataclass(slots=True)
class Figure:
    """A figure of people harmed, found in a clause. Indexes are those of the clause's units; `why`: a value's words."""

    clause: Clause
    quantity: Quantity | None
    at: int
    trigger: int
    outcome: str
    rule: str
    start: int
    end: int
    who: Unit | None = None
    parent: "Figure | None" = None
    relation: str | None = None
    elliptic: bool = False
    why: Why = field(default_factory=dict)

    @property
    def number(self) -> int:
        """The figure that is claimed; a named or single person counts one."""
        return 1 if self.quantity is None else self.quantity.figure
