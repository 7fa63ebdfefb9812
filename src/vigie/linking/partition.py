"""From facets to the partition: block, score, cut into components, cluster each."""

from array import array
from collections.abc import Iterator, Sequence

from .blocking import Blocks
from .cluster import clusters
from .decisions import Constraints
from .facets import Facet
from .scorer import forbidden, quick


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
        for a, b in Blocks(facets).candidates():
            self._add(a, b)

    def _add(self, a: int, b: int) -> None:
        one, two = self.facets[a], self.facets[b]
        if forbidden(one, two):
            return
        value = quick(one, two)
        if value is None:
            return
        self._first.append(a)
        self._second.append(b)
        self._score.append(value)
        if value > 0:
            self._unite(a, b)

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
