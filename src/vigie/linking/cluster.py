"""Constrained clusters: linkage over scored pairs, under constraints that no chain can get around.

Two groups are joined, the best first, while the mean score of the pairs between them and their best pair are together
above 0 (one equal toll may carry pairs that merely have nothing to compare; it cannot carry pairs that contradict each
other as strongly), unless a constraint forbids: a person's decision, days that do not meet, places outside each
other's radius. The constraints hold for every two
claims of a cluster, not only for those that were compared, so that nothing chains across days or towns.
"""

import heapq
from collections.abc import Iterable, Sequence

from .decisions import Constraints
from .facets import Facet
from .geometry import Disc, place_level

Entry = tuple[int, str, str, int, int]
"""Minus the worth of joining, the least claim ids of two groups, and their sizes when it was made."""


class Group:
    """A cluster on its way: members, and what bounds it. `first` is the least claim id, by which ties are broken."""

    __slots__ = ("apart", "cls", "discs", "edges", "ends", "first", "ids", "members", "starts")

    def __init__(self, index: int, f: Facet, constraints: Constraints):
        self.members = [index]
        self.ids = {f.id}
        self.first = f.id
        self.cls = f.cls
        bounded = f.cls == "event" and f.start is not None
        self.starts = f.start if bounded else None
        self.ends = f.end if bounded else None
        self.discs: frozenset[Disc] = frozenset((f.disc,)) if f.disc and f.cls == "event" else frozenset()
        self.apart = frozenset(constraints.apart.get(f.id, ()))
        self.edges: dict[Group, list[int]] = {}

    def allows(self, other: "Group") -> bool:
        """Whether the constraints let two groups be one."""
        if self.apart & other.ids or self.cls != other.cls:
            return False
        if self.starts is not None and other.starts is not None:
            last = max(self.starts, other.starts)
            if last - min(self.ends or last, other.ends or last) > 1:
                return False
        return all(place_level(*sorted((a, b))) != "apart" for a in self.discs for b in other.discs if a != b)

    def absorb(self, other: "Group") -> None:
        """Take the members and the bounds of `other`."""
        self.members += other.members
        self.ids |= other.ids
        self.first = min(self.first, other.first)
        self.apart |= other.apart
        self.discs |= other.discs
        if other.starts is not None and other.ends is not None:
            self.starts = other.starts if self.starts is None else max(self.starts, other.starts)
            self.ends = other.ends if self.ends is None else min(self.ends, other.ends)


def clusters(
    facets: Sequence[Facet], pairs: Iterable[tuple[int, int, int]], constraints: Constraints
) -> list[list[int]]:
    """The partition of `facets` as lists of indices, each sorted; `pairs` are (index, index, score)."""
    groups = [Group(i, f, constraints) for i, f in enumerate(facets)]
    for a, b, value in pairs:
        groups[a].edges[groups[b]] = groups[b].edges[groups[a]] = [value, 1, value]
    alive = _decided(groups, facets, constraints)
    _agglomerate(alive)
    for group in groups:
        group.edges = {}  # they point at each other: freed at once, not when the collector comes by
    return sorted(sorted(group.members) for group in alive if group.members)


def _decided(groups: list[Group], facets: Sequence[Facet], constraints: Constraints) -> list[Group]:
    """Join what people joined before anything is weighed; their word goes before every other constraint."""
    at = {f.id: groups[i] for i, f in enumerate(facets)} if constraints.together() else {}
    for a, b in constraints.together():
        one, two = at.get(a), at.get(b)
        if one is None or two is None or one is two or one.apart & two.ids:
            continue
        for claim in two.ids:
            at[claim] = one
        _join(one, two)
    return groups


def _join(one: Group, two: Group) -> None:
    """Make `two` part of `one`, which takes over its edges."""
    one.absorb(two)
    one.edges.pop(two, None)
    two.edges.pop(one, None)
    for other, (value, count, best) in two.edges.items():
        edge = one.edges.setdefault(other, [0, 0, best])
        edge[0] += value
        edge[1] += count
        edge[2] = max(edge[2], best)
        other.edges[one] = edge
        del other.edges[two]
    two.members, two.edges = [], {}


def _agglomerate(groups: Sequence[Group]) -> None:
    """Join the best pair until none is left; an entry of the heap is void once either group has grown."""
    alive = {group.first: group for group in groups if group.members}
    heap = [
        entry
        for group in alive.values()
        for other in group.edges
        if group.first < other.first
        for entry in _entry(group, other)
    ]
    heapq.heapify(heap)
    while heap:
        _, first, second, size_one, size_two = heapq.heappop(heap)
        one, two = alive.get(first), alive.get(second)
        if one is None or two is None or (len(one.members), len(two.members)) != (size_one, size_two):
            continue
        if two in one.edges and one.allows(two):
            _merge(alive, heap, one, two)


def _merge(alive: dict[str, Group], heap: list[Entry], one: Group, two: Group) -> None:
    del alive[one.first], alive[two.first]
    if len(one.edges) < len(two.edges):
        one, two = two, one
    _join(one, two)
    alive[one.first] = one
    for other in one.edges:
        for entry in _entry(one, other):
            heapq.heappush(heap, entry)


def _entry(one: Group, two: Group) -> list[Entry]:
    value, count, best = one.edges[two]
    worth = value // count + best
    if worth <= 0:
        return []
    if two.first < one.first:
        one, two = two, one
    return [(-worth, one.first, two.first, len(one.members), len(two.members))]
