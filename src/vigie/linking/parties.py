"""Who can stand for whom: generic and kindred actor ids; who stands against whom in a conflict."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from vigie.values import Stake
from vigie.vocabulary import actors, camps, camps_of, is_source, opposed, stake_of

from .tables import table

_PATTERN = re.compile(r"^([A-Z]{3})-([A-Z]{3})$")
_STATE = re.compile(r"^[A-Z]{3}$")


def _pattern(actor: str) -> tuple[str, str] | None:
    found = _PATTERN.match(actor)
    return (found[1], found[2]) if found and found[2] in table("actors")["generic"] else None


def _armed(actor: str) -> bool:
    return not _STATE.match(actor) and actor not in {"UN", "EU", "NATO", "AU", "civilians"}


@cache
def compatible(a: str, b: str) -> bool:
    """Whether two actor ids may name one actor: equal, kindred, or a generic name and a group of that kind."""
    if a == b:
        return True
    kin = table("actors")["kin"]
    return (
        b in kin.get(a, ())
        or a in kin.get(b, ())
        or _belongs(a, b)
        or _belongs(b, a)
        or _generic(a, b)
        or _generic(b, a)
    )


def _belongs(part: str, whole: str) -> bool:
    known = actors().get(part)
    return known is not None and known.parent == whole


def _generic(a: str, b: str) -> bool:
    named = _pattern(a)
    if named is None:
        return False
    stands_for = table("actors")["generic"][named[1]]
    other = _pattern(b)
    if other is not None:
        return other[0] == named[0] and ("*" in stands_for or other[1] in stands_for or named[1] in ("UNK",))
    return ("*" in stands_for and _armed(b)) or b in stands_for or _same_camp(a, b)


def _same_camp(generic: str, named: str) -> bool:
    """Rebels of a country are any party of the camp that the register lists them in."""
    return any(generic in camp.parties and named in camp.parties for camp in camps().values())


def ids(listed: Sequence[str]) -> tuple[str, ...]:
    """Ids in order, each once."""
    return tuple(sorted(set(listed))) if len(listed) > 1 else tuple(listed)


@cache
def actors_level(a: tuple[str, ...], b: tuple[str, ...]) -> str:
    """`same`, `compatible`, `unknown` or `differ` for two sorted lists of actor ids."""
    if not a or not b:
        return "unknown"
    if a == b:
        return "same"
    if set(a) & set(b) or any(compatible(x, y) for x in a for y in b):
        return "compatible"
    return "differ"


@cache
def sides_oppose(one: str, other: str) -> bool:
    """Whether two sources stand in different camps of one conflict (vigie.vocabulary)."""
    return opposed(one, other)


def opposing(a: Iterable[str], b: Iterable[str]) -> bool:
    """Whether some source of `a` stands against some source of `b`, and none is in both."""
    one, two = set(a), set(b)
    return not one & two and any(sides_oppose(x, y) for x in one for y in two)


@cache
def stake(source: str, country: str | None) -> Stake:
    """What a source has at stake where it speaks of; an unregistered one is unknown."""
    if not is_source(source):
        return "unknown"
    return stake_of(source, {country} if country else {camps()[camp].country for camp in camps_of(source)})
