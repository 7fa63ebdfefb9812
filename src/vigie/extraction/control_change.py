"""What the control rules find before it becomes claims."""

from dataclasses import dataclass, field

from .control_held import Held
from .frames import Clause, Why
from .parties import Party


@dataclass(slots=True)
class Change:
    """A change or state of control found in a clause, before it becomes a claim."""

    clause: Clause
    change: str
    start: int
    end: int
    rule: str
    point: int
    held: Held
    actor: Party | None = None
    loser: Party | None = None
    hedged: bool = False
    apposed: bool = False
    past: bool = False
    newly: bool = False
    allies: tuple[Party, ...] = ()
    why: Why = field(default_factory=dict)
