"""Who «les deux camps», «les deux pays» are that open a clause: two parties told of before, where that is clear."""

import re
from collections.abc import Iterator

from vigie.vocabulary import actor, is_actor

from .analysis import Analysis, within
from .frames import Clause
from .rule_tables import word_lists
from .sides import of_state
from .units import Unit

_BACK = 3  # sentences within which «X et Y» are the two
_OPENS = frozenset('.,;:("-c')  # behind these the words are a subject, not an object: «que les deux camps»
_PARTIES = ("state", "armed")
_JOINED = re.compile(r" et (?:les? |la |l'|des |du |d')?")

Both = tuple[str, str]
Named = tuple[int, int, str]


def both(analysis: Analysis, clause: Clause) -> dict[int, Both]:
    """The units of a clause that stand for two parties at once, with their ids."""
    return clause.once("both", lambda one: dict(_found(analysis, one)) if "deux" in one.lows else {})


def told_together(analysis: Analysis) -> set[frozenset[str]]:
    """All whom a text tells of in one breath, by twos: «Israël et le Hamas»."""
    return set(map(frozenset, _joined(analysis, list(_named(analysis, len(analysis.low), False)))))


def _found(analysis: Analysis, clause: Clause) -> Iterator[tuple[int, Both]]:
    units, words = clause.units, word_lists("fr", "diplomacy")
    for i in range(2, len(units)):
        low = units[i].low
        if low in words["both"] and units[i - 1].low == "deux" and units[i - 2].low == "les" and _opens(units, i - 2):
            told = list(_named(analysis, units[i].start, low in words["both_states"]))
            near, last = (_since(analysis, clause, told, back) for back in (_BACK, 1))
            joined = next(_joined(analysis, near), None)
            if two := joined or _alone(last) or _only(list(_joined(analysis, told))):
                yield i, two


def _since(analysis: Analysis, clause: Clause, told: list[Named], back: int) -> list[Named]:
    """Those named in a sentence or in the few before it."""
    first = analysis.clauses[max(0, clause.index - back)].sentence.start
    return [one for one in told if one[0] >= first]


def _opens(units: list[Unit], at: int) -> bool:
    return at == 0 or units[at - 1].code in _OPENS or (at == 1 and units[0].code == "T")


def _named(analysis: Analysis, end: int, states: bool) -> Iterator[Named]:
    """Parties to a conflict, and the countries that a capital stands for; no bodies, no sources."""
    people = [(a.start, a.end, a.ids[0]) for a in within(analysis.actors, 0, end) if a.ids and a.kind in _PARTIES]
    places = (p for p in within(analysis.places, 0, end) if p.metonym and p.place)
    seats = [(p.start, p.end, p.place.country) for p in places if p.place and p.place.country]
    yield from (n for n in sorted([*people, *seats]) if of_state(n[2]) or (not states and _side(n[2])))


def _side(ident: str) -> bool:
    """Not those who only speak, nor a body whose envoy is called by his name."""
    return is_actor(ident) and actor(ident).kind != "international"


def _joined(analysis: Analysis, told: list[Named]) -> Iterator[Both]:
    """«Israël et le Hamas»: two that are told in one breath, and no third with them; the last first."""
    for at in range(len(told) - 1, 0, -1):
        first, second = told[at - 1], told[at]
        listed = at > 1 and analysis.low[told[at - 2][1] : first[0]].strip(" ladeus'") == ","
        if first[2] != second[2] and _JOINED.fullmatch(analysis.low, first[1], second[0]) and not listed:
            yield first[2], second[2]


def _only(pairs: list[Both]) -> Both | None:
    """The two whom a text tells in one breath, where it does so of nobody else."""
    return pairs[-1] if len(set(map(frozenset, pairs))) == 1 else None


def _alone(told: list[Named]) -> Both | None:
    """«Le ministre américain a été reçu par M. Poutine. Les deux pays …»: the two of the sentence before, if it tells
    of nobody else.
    """
    ids = list(dict.fromkeys(ident for _, _, ident in told))
    return (ids[0], ids[1]) if len(ids) == 2 else None
