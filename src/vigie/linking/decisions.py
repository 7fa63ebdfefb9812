"""What people decided about claims, as constraints that every later run obeys."""

import itertools
from collections.abc import Iterable
from typing import Literal

from vigie.values import Value


class Decision(Value, frozen=True, kw_only=True):
    """One decision. Later decisions win over earlier ones where they speak of the same two claims.

    same: all of `claims` are one incident. different: no two of `claims` are.
    split: `claims` are one incident, and apart from each of `others`.
    move: `claims` belong with `others`, which are one incident, and no longer with each of `leaving`.
    """

    act: Literal["same", "different", "split", "move"]
    claims: list[str]
    others: list[str] = []
    leaving: list[str] = []


class Constraints:
    """Decisions resolved to pairs: what must be joined, and what must not."""

    def __init__(self, decisions: Iterable[Decision] = ()):
        self._pairs: dict[tuple[str, str], bool] = {}
        for decision in decisions:
            self._take(decision)
        self.apart: dict[str, set[str]] = {}
        for (a, b), together in self._pairs.items():
            if not together:
                self.apart.setdefault(a, set()).add(b)
                self.apart.setdefault(b, set()).add(a)

    def _take(self, decision: Decision) -> None:
        chain = list(itertools.pairwise(decision.claims))
        crossed = [
            (a, b) for a in decision.claims for b in (decision.leaving if decision.act == "move" else decision.others)
        ]
        if decision.act == "different":
            self._set(((a, b) for i, a in enumerate(decision.claims) for b in decision.claims[i + 1 :]), False)
            return
        every = [(a, b) for i, a in enumerate(decision.claims) for b in decision.claims[i + 1 :]]
        self._forget(every)
        self._set(chain, True)
        if decision.act in ("split", "move"):
            self._set(crossed, False)
        if decision.act == "move":
            # The others are held together too: a moved claim of another day would else push them apart.
            home = [*decision.claims[:1], *decision.others]
            self._forget((a, b) for a in decision.others for b in (*decision.claims, *decision.others))
            self._set(itertools.pairwise(home), True)

    def _forget(self, pairs: Iterable[tuple[str, str]]) -> None:
        for a, b in pairs:
            self._pairs.pop((min(a, b), max(a, b)), None)

    def _set(self, pairs: Iterable[tuple[str, str]], together: bool) -> None:
        for a, b in pairs:
            if a != b:
                self._pairs[min(a, b), max(a, b)] = together

    def together(self) -> list[tuple[str, str]]:
        """Pairs that people joined, in a fixed order."""
        return sorted(pair for pair, same in self._pairs.items() if same)

    def claims(self) -> set[str]:
        """Every claim that a decision speaks of."""
        return {claim for pair in self._pairs for claim in pair}
