"""The plain forms that the record hands out and takes in, apart from those of `vigie.values`."""

from dataclasses import dataclass
from typing import Literal

DecisionKind = Literal["same", "not_same", "split", "move", "undo"]


@dataclass(slots=True)
class Applied:
    """What a change to the incidents did, as counts of incidents."""

    created: int = 0
    changed: int = 0
    merged: int = 0
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class Break:
    """A place where the journal does not hold: the entry's number (0: the end) and what is wrong with it."""

    seq: int
    reason: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision of a person: what it says of which claims (ids). `undo` takes a decision's id as its one subject.

    `by` is a handle given by the desk, never a name; `reason` stays in its table and never enters the journal.
    """

    kind: DecisionKind
    subjects: tuple[str, ...]
    by: str = ""
    reason: str = ""
    id: str = ""
