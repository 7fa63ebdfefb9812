"""The little language of times_rules.tsv, compiled: rules over words become regular expressions over class characters.

Every rule knows the characters that it can begin with, so that at each place only the rules which can begin there are
tried; the patterns are compiled when first needed.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

ELEMENT = re.compile(r"(!?)(?:([a-z])=)?(.+?)([?*]?)$")
PIECE = re.compile(r"\(|\)[?*]?|\||[^\s()|]+")


@dataclass(frozen=True, slots=True)
class Shape:
    """What a piece of a pattern can begin with, what it can wholly be as one character, and whether it can be none."""

    first: frozenset[str]
    single: frozenset[str]
    empty: bool


NOTHING = Shape(frozenset(), frozenset(), True)


def symbols(pattern: str) -> set[str]:
    """The words and classes that a pattern names."""
    elements = (ELEMENT.match(piece) for piece in PIECE.findall(pattern) if piece[0] not in "()|")
    return {symbol for element in elements if element for symbol in element.group(3).split("/")}


def _then(shapes: list[Shape]) -> Shape:
    first: frozenset[str] = frozenset()
    for shape in shapes:
        first |= shape.first
        if not shape.empty:
            break
    single: frozenset[str] = frozenset()
    for i, shape in enumerate(shapes):
        if all(other.empty for j, other in enumerate(shapes) if j != i):
            single |= shape.single
    return Shape(first, single, all(shape.empty for shape in shapes))


def _either(shapes: list[Shape]) -> Shape:
    first = frozenset().union(*(s.first for s in shapes))
    return Shape(first, frozenset().union(*(s.single for s in shapes)), any(s.empty for s in shapes))


class Patterns:
    """The rules of one level over an alphabet: `chars` maps each set of classes to its character."""

    def __init__(self, rules: Mapping[int, str], chars: Mapping[frozenset[str], str], unknown: str, stops: str) -> None:
        self._chars, self._classes = chars, dict[str, frozenset[str]]()
        self._bodies: dict[int, str] = {}
        self._shapes: dict[int, Shape] = {}
        self.groups: dict[int, list[tuple[str, str]]] = {}
        for index, pattern in rules.items():
            pieces = PIECE.findall(pattern)
            self._bodies[index] = "".join(self._piece(piece, index) for piece in pieces)
            self._shapes[index] = self._shape(pieces, 0)[0]
        self._by_char: dict[str, re.Pattern[str]] = {}
        self._starts = self._compile_starts(unknown, stops)

    def _class(self, names: str) -> frozenset[str]:
        if names not in self._classes:  # rules name the same ones again and again
            wanted = set(names.split("/"))
            self._classes[names] = frozenset(char for kinds, char in self._chars.items() if kinds & wanted)
        if not self._classes[names]:
            raise ValueError(f"times_rules.tsv: nothing is called {names!r}")
        return self._classes[names]

    def _piece(self, piece: str, rule: int) -> str:
        if piece[0] in "|()":
            return "(?:" if piece == "(" else piece
        element = ELEMENT.match(piece)
        if element is None:
            raise ValueError(f"times_rules.tsv: cannot read {piece!r}")
        negative, name, names, times = element.groups()
        chars = f"[{''.join(sorted(self._class(names)))}]"
        if negative or not name:
            return f"(?!{chars})" if negative else chars + times
        groups = self.groups.setdefault(rule, [])
        groups.append((f"g{rule}_{len(groups)}", name))
        return f"(?P<{groups[-1][0]}>{chars}){times}"

    def _shape(self, pieces: list[str], at: int) -> tuple[Shape, int]:
        """The shape of the alternatives from `at` to their closing bracket or the end, and where that is."""
        alternatives: list[list[Shape]] = [[]]
        while at < len(pieces) and pieces[at][0] != ")":
            if pieces[at] == "|":
                alternatives.append([])
            elif pieces[at] == "(":
                inner, at = self._shape(pieces, at + 1)
                alternatives[-1].append(Shape(inner.first, inner.single, inner.empty or len(pieces[at]) > 1))
            else:
                alternatives[-1].append(self._element_shape(pieces[at]))
            at += 1
        return _either([_then(shapes) for shapes in alternatives]), at

    def _element_shape(self, piece: str) -> Shape:
        element = ELEMENT.match(piece)
        if element is None or element.group(1):
            return NOTHING
        chars = self._class(element.group(3))
        return Shape(chars, chars, bool(element.group(4)))

    def _compile_starts(self, unknown: str, stops: str) -> "re.Pattern[str]":
        """Where a rule can begin: at a word that is a time by itself, or at a known word before another known one."""
        alone = "".join(sorted(frozenset().union(*(s.single for s in self._shapes.values()))))
        more = "".join(sorted(frozenset().union(*(s.first for s in self._shapes.values())) - set(alone + unknown)))
        return re.compile(f"[{alone}]|[{more}](?=[^{stops}])")

    def _rules_at(self, char: str) -> "re.Pattern[str]":
        pattern = self._by_char.get(char)
        if pattern is None:
            able = (i for i, shape in self._shapes.items() if char in shape.first)
            pattern = re.compile("|".join(f"(?P<r{i}>{self._bodies[i]})" for i in able) or "(?!)")
            self._by_char[char] = pattern
        return pattern

    def scan(self, chars: str) -> Iterator["re.Match[str]"]:
        """The matches in a row of class characters, one after the other; `lastgroup` is r and the rule's index."""
        at, search, known = 0, self._starts.search, self._by_char
        while (start := search(chars, at)) is not None:
            first = start.start()
            pattern = known.get(chars[first]) or self._rules_at(chars[first])
            match = pattern.match(chars, first)
            if match is not None:
                yield match
            at = match.end() if match else first + 1
