"""From facets to the partition: block, score, cut into components, cluster each."""

from array import array
from collections.abc import Iterator, Sequence

from .blocking import CROWD, REACH, Blocks, rank
from .cluster import clusters
from .decisions import Constraints
from .facets import Facet
from .scorer import ground, rest, said, setting, voice_of


def partition(facets: Sequence[Facet], constraints: Constraints | None = None) -> list[list[int]]:
    """Groups of indices of `facets`, each sorted, in order of their first index; every index is in exactly one."""
    rules = constraints or Constraints()
    pairs = Pairs(facets)
    pairs.tie(rules)
    groups = [group for part in pairs.components() for group in _part(facets, part, rules)]
    return sorted(groups)


def _part(
    facets: Sequence[Facet], part: tuple[list[int], list[tuple[int, int, int]]], rules: Constraints
) -> list[list[int]]:
    members, scored = part
    if len(members) == 1:
        return [members]
    at = {index: position for position, index in enumerate(members)}
    local = [(at[a], at[b], value) for a, b, value in scored]
    return [[members[i] for i in group] for group in clusters([facets[i] for i in members], local, rules)]


class Pairs:
    """The scored pairs of all blocks in flat arrays, and the components that pairs above 0 connect."""

    def __init__(self, facets: Sequence[Facet]):
        self.facets = facets
        self._first, self._second, self._score = array("l"), array("l"), array("l")
        self._root = list(range(len(facets)))
        numbers: dict[tuple[object, ...], int] = {}
        self._voices = [numbers.setdefault(voice_of(f), len(numbers)) for f in facets]
        self._said: dict[tuple[int, int], int] = {}
        blocks = Blocks(facets)
        for members in blocks.slots:
            self._within(members)
        for members, others in blocks.pairs():
            base = ground(facets[members[0]], facets[others[0]])
            if base is not None:
                self._across(members, others, base)

    def _within(self, members: list[int]) -> None:
        if len(members) > 1:
            base = ground(self.facets[members[0]], self.facets[members[1]])
            if base is not None:
                ordered = self._ranked(members)
                for at, one in enumerate(ordered):
                    self._score_all(one, ordered[at + 1 : at + 1 + CROWD], base)

    def _across(self, members: list[int], others: list[int], base: int) -> None:
        if len(members) * len(others) <= CROWD * CROWD:
            for one in members:
                self._score_all(one, others, base)
            return
        mine, theirs = self._ranked(members), self._ranked(others)
        for at, one in enumerate(mine):
            middle = at * len(theirs) // len(mine)
            self._score_all(one, theirs[max(0, middle - REACH) : middle + REACH], base)

    def _rest(self, a: Facet, b: Facet, voices: tuple[int, int]) -> int:
        """What two claims say is weighed once for all pairs of texts that say the same two things."""
        if a.document == b.document:
            return rest(a, b)
        value = self._said.get(voices)
        if value is None:
            value = self._said[voices] = said(a, b)
        return value + setting(a, b)

    def _ranked(self, members: list[int]) -> list[int]:
        return members if len(members) <= CROWD else sorted(members, key=lambda i: rank(self.facets[i]))

    def _score_all(self, one: int, others: Sequence[int], base: int) -> None:
        a, facets = self.facets[one], self.facets
        values = [base + self._rest(a, facets[two], (self._voices[one], self._voices[two])) for two in others]
        self._first.extend([one] * len(values))
        self._second.extend(others)
        self._score.extend(values)
        for two, value in zip(others, values, strict=True):
            if value > 0:
                self._unite(one, two)

    def tie(self, constraints: Constraints) -> None:
        """Put what people joined into one component."""
        at = {f.id: i for i, f in enumerate(self.facets)} if constraints.together() else {}
        for a, b in constraints.together():
            if a in at and b in at:
                self._unite(at[a], at[b])

    def _find(self, index: int) -> int:
        root = self._root
        while root[index] != index:
            root[index] = root[root[index]]
            index = root[index]
        return index

    def _unite(self, a: int, b: int) -> None:
        one, two = self._find(a), self._find(b)
        if one != two:
            self._root[max(one, two)] = min(one, two)

    def components(self) -> Iterator[tuple[list[int], list[tuple[int, int, int]]]]:
        """(members, pairs within) of each component."""
        parts: dict[int, tuple[list[int], list[tuple[int, int, int]]]] = {}
        for index in range(len(self.facets)):
            parts.setdefault(self._find(index), ([], []))[0].append(index)
        for a, b, value in zip(self._first, self._second, self._score, strict=True):
            root = self._find(a)
            if root == self._find(b):
                parts[root][1].append((a, b, value))
        yield from parts.values()
