"""The plain forms that the record hands out and takes in, apart from those of `vigie.values`."""

import datetime as dt
from dataclasses import dataclass
from typing import Any


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
class Decided:
    """A decision as it was taken: `subjects` by `kind` (a `linking.Decision`, or the letter of a source), the handle of
    who took it, when and why; `undone` where it is out of force."""

    id: str
    kind: str
    subjects: dict[str, Any]
    by: str
    reason: str
    at: dt.datetime
    undone: dt.datetime | None
