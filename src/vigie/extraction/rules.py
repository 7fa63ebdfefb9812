"""The interpreter of phrase and clause rules: regular expressions over class strings, kept as data in the pack.

A rule file is TOML: `[macros]` are named pieces of expression, `[[rule]]` has `name`, `pattern` (with `{MACRO}`) and
whatever settings its reader knows. Groups of the pattern are roles; the reader maps them back to units.
"""

import re
import tomllib
from functools import lru_cache
from typing import Any, NamedTuple

from .lexicon import pack_folder
from .rule_letters import Needs, lacks, needs

NEVER = re.compile(r"(?!)")  # the expression of a rule that is code: its fits are walked to, not matched
_KEPT = 2_000  # sets of class letters of which is kept, for each file, which rules they allow
LONGEST = 260  # units; class strings are cut there so that the cost of a rule stays bounded


class Rule(NamedTuple):
    """A compiled rule with its settings, and the letters without which it fits nothing."""

    name: str
    pattern: re.Pattern[str]
    settings: dict[str, Any]
    needs: Needs


class Fit(NamedTuple):
    """Where a rule fits a clause: the unit of each role, the first unit and the one behind the last."""

    roles: dict[str, int]
    start: int
    end: int


def fit_of(match: re.Match[str]) -> Fit:
    """A match of a rule's expression, the groups that matched as its roles."""
    return Fit({name: match.start(name) for name, words in match.groupdict().items() if words}, *match.span())


def expand_macros(pattern: str, macros: dict[str, str]) -> str:
    """A pattern with its {MACRO}s written out; KeyError for an unknown one, ValueError where they nest too deep."""
    for _ in range(6):
        grown = re.sub(r"\{([A-Z_]+)\}", lambda m: macros[m.group(1)], pattern)
        if grown == pattern:
            return pattern
        pattern = grown
    raise ValueError(f"macros nest too deep in {pattern!r}")


def _depths(pattern: str) -> list[int]:
    """How many brackets are open at each character, -1 within a character class."""
    depths, depth, within = [], 0, False
    for letter in pattern:
        within = letter == "[" or (within and letter != "]")
        depth += not within and (letter == "(") - (letter == ")")
        depths.append(-1 if within else depth)
    return depths


def _inside(pattern: str, group: str) -> str | None:
    """What stands in a named group that every match goes through; None without one, or where no letters are listed."""
    depths, first = _depths(pattern), pattern.find(f"(?P<{group}>")
    if first < 0 or depths[first] != 1 or any(c == "|" and d == 0 for c, d in zip(pattern, depths, strict=True)):
        return None
    last = next(i for i in range(first, len(pattern)) if depths[i] == 0)
    inside = pattern[first + len(f"(?P<{group}>") : last]
    listed = not re.search(r"\.|\[\^|\\|\(", inside) and pattern[last + 1 : last + 2] not in ("?", "*", "{")
    return inside if listed else None


@lru_cache(maxsize=32)
def load(language: str, name: str) -> tuple[Rule, ...]:
    """The rules of `rules_<name>.toml` of a pack, compiled, in order of preference."""
    data = tomllib.loads((pack_folder(language) / f"rules_{name}.toml").read_text(encoding="utf-8"))
    macros = data.get("macros", {})
    compiled = [(row, re.compile(expand_macros(row["pattern"], macros))) for row in data["rule"]]
    return tuple(
        Rule(row["name"], pattern, {k: v for k, v in row.items() if k not in ("name", "pattern")}, needs(pattern))
        for row, pattern in compiled
    )


@lru_cache(maxsize=32)
def _letters(language: str, name: str, group: str) -> tuple[frozenset[str] | None, ...]:
    """For each rule the class letters that its group may take; None where they cannot be told."""
    groups = [_inside(rule.pattern.pattern, group) for rule in load(language, name)]
    return tuple(None if inside is None else frozenset(inside) for inside in groups)


class _Sieve:
    """The rules of a file, and which of them a class string may hold."""

    def __init__(self, language: str, name: str, group: str) -> None:
        rules, groups = load(language, name), _letters(language, name, group)
        told = [one for one in groups if one is not None]
        self._rules = rules
        self._ranks: dict[frozenset[str] | None, list[tuple[int, Needs]]] = {}  # by the first of their needs
        for rank, (rule, one) in enumerate(zip(rules, groups, strict=True)):
            every = rule.needs if one is None else (*rule.needs, one)
            self._ranks.setdefault(every[0] if every else None, []).append((rank, every[1:]))
        self.letters = frozenset[str]().union(*told) if len(told) == len(groups) else None
        self._weighed = frozenset[str]().union(*told, *(one for rule in rules for one in rule.needs))
        self._known: dict[frozenset[str], tuple[Rule, ...]] = {}

    def pass_through(self, codes: str) -> tuple[Rule, ...]:
        """Four of five rules are passed over without being tried: they need a letter that the class string lacks."""
        if self.letters is not None and self.letters.isdisjoint(codes):
            return ()
        present = self._weighed.intersection(codes)  # nine of ten class strings have those of an earlier one
        found = self._known.get(present)
        return self._may_fit(present) if found is None else found

    def _may_fit(self, present: frozenset[str]) -> tuple[Rule, ...]:
        if len(self._known) >= _KEPT:
            self._known.clear()
        able = [several for first, several in self._ranks.items() if first is None or not present.isdisjoint(first)]
        ranks = [rank for several in able for rank, others in several if not lacks(present, others)]
        self._known[present] = told = tuple([self._rules[rank] for rank in sorted(ranks)])
        return told


@lru_cache(maxsize=32)
def _sieve(language: str, name: str, group: str) -> _Sieve:
    return _Sieve(language, name, group)


def letters(language: str, name: str, group: str) -> frozenset[str] | None:
    """Class letters of which a string must hold one for any rule of a file to fit; None where they cannot be told."""
    return _sieve(language, name, group).letters


def fitting(language: str, name: str, group: str, codes: str) -> tuple[Rule, ...]:
    """The rules of a file that a class string may hold: it has a letter that the group of the rule takes, and of all
    else that the rule needs.
    """
    return _sieve(language, name, group).pass_through(codes)
