"""The plain forms that the record hands out and takes in, apart from those of `vigie.values`."""

from dataclasses import dataclass


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
