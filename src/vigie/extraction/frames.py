"""What the rules find before it becomes claims: frames that the higher levels fill in, with their reasons."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from .cues import LIKENED, cues, fancied, marks
from .quantities import Quantity
from .sentences import Sentence
from .units import Unit

R = TypeVar("R")
BODILY = frozenset({"killed", "injured", "killed_or_injured"})
"""Outcomes that harm the body of people whose fate is known."""
Why = dict[str, tuple[int, int, str]]


@dataclass(slots=True)
class Clause:
    """A sentence with its units and class string; `index` is its rank in the document.

    `memo` keeps what is asked of it for each of its figures and acts (its roles, the words that tell a scope).
    """

    index: int
    sentence: Sentence
    units: list[Unit]
    codes: str
    quoted: bool = False
    memo: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    def once(self, key: str, find: Callable[["Clause"], R]) -> R:
        """What `find` gives of the clause, worked out once."""
        if key not in self.memo:
            self.memo[key] = find(self)
        found: R = self.memo[key]
        return found

    @property
    def words(self) -> str:
        """Its units in small letters, one space between them."""
        return self.once("words", _words)

    @property
    def lows(self) -> frozenset[str]:
        """The different ones of its units, in small letters."""
        return self.once("lows", _lows)

    @property
    def listed(self) -> dict[str, list[int]]:
        """The lists of `cues_events.toml` that words of it stand in, with the ranks of those words; a list that none
        stands in is absent: most are, so that it is passed over without a look at the words.
        """
        return self.once("listed", _listed)

    @property
    def spoken(self) -> "Clause":
        """The clause with its pronouns read as those whom they stand for (`read_pronouns`)."""
        found: Clause = self.memo.get("spoken", self)
        return found

    def fancied(self, at: int) -> bool:
        """Whether what a unit tells is only an image: «on aurait dit une attaque»."""
        return self.once("likens", _likens) and fancied(self.units[max(0, at - LIKENED) : at])

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The text offsets from one unit to another, both included."""
        return self.units[first].start, self.units[last].end


def _words(clause: Clause) -> str:
    return " ".join([unit.low for unit in clause.units])


def _listed(clause: Clause) -> dict[str, list[int]]:
    known, found = marks("fr"), dict[str, list[int]]()
    for i, unit in enumerate(clause.units):
        if lists := known[unit.low]:
            for name in lists:
                found.setdefault(name, []).append(i)
    return found


def _likens(clause: Clause) -> bool:
    return cues("fr")["fancied"].may(clause.words)


def _lows(clause: Clause) -> frozenset[str]:
    return frozenset([unit.low for unit in clause.units])


@dataclass(slots=True)
class Figure:
    """A figure of people harmed, found in a clause. Indexes are those of the clause's units; `apart`: the toll of one
    of the acts or days that its whole sums up; `model`: the figure beside it whose noun it takes up; `people`: its
    victims, once settled; `why`: a value's words.
    """

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
    model: "Figure | None" = None
    apart: bool = False
    people: str = ""
    why: Why = field(default_factory=dict)

    @property
    def number(self) -> int:
        """The figure that is claimed; a named or single person counts one."""
        return 1 if self.quantity is None else self.quantity.figure
