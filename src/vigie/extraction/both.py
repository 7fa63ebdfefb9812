"""Who «les deux camps», «les deux pays» are that open a clause: two parties told of before, where that is clear."""

import re
from collections import Counter
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


def _found(analysis: Analysis, clause: Clause) -> Iterator[tuple[int, Both]]:
    units, words = clause.units, word_lists("fr", "diplomacy")
    for i in range(2, len(units)):
        low = units[i].low
        if low in words["both"] and units[i - 1].low == "deux" and units[i - 2].low == "les" and _opens(units, i - 2):
            told = list(_named(analysis, units[i].start, low in words["both_states"]))
            first = analysis.clauses[max(0, clause.index - _BACK)].sentence.start
            if two := _joined(analysis, [n for n in told if n[0] >= first]) or _foremost(told):
                yield i, two


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


def _joined(analysis: Analysis, told: list[Named]) -> Both | None:
    """«Israël et le Hamas»: the last two that are told in one breath, and no third with them."""
    for at in range(len(told) - 1, 0, -1):
        first, second = told[at - 1], told[at]
        listed = at > 1 and analysis.low[told[at - 2][1] : first[0]].strip(" ladeus'") == ","
        if first[2] != second[2] and _JOINED.fullmatch(analysis.low, first[1], second[0]) and not listed:
            return first[2], second[2]
    return None


def _foremost(told: list[Named]) -> Both | None:
    """The two that the text speaks of most, in its order; None where a third is told of as often."""
    counts = Counter(ident for _, _, ident in told)
    most = [ident for ident, _ in counts.most_common(3)]
    if len(most) < 2 or (len(most) == 3 and counts[most[1]] == counts[most[2]]):
        return None
    first = next(ident for _, _, ident in told if ident in most[:2])
    return (most[0], most[1]) if first == most[0] else (most[1], most[0])
