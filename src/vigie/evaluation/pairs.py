"""Which claim answers which gold entry: one to one, as many as can be, the better answer first."""

from collections.abc import Sequence
from typing import NamedTuple

from .gold import Entry, Values
from .judge import core_right

NEAR = 20  # characters between spans that still touch
LONGEST = 250  # a longer span names no words


class Matched(NamedTuple):
    """Gold entries with the claims that answer them, entries without one, claims that answer nothing asked for."""

    pairs: list[tuple[Entry, Values]]
    missed: list[Entry]
    extra: list[Values]


def same_number(gold: Values, claim: Values) -> bool:
    """The figure, or the lower bound where the program gives no figure (a vague word)."""
    number = claim.get("count") if claim.get("count") is not None else claim.get("low")
    return number is not None and bool(number == gold["count"])


def same_key(kind: str, gold: Values, claim: Values) -> bool:
    """Whether the claim says the same thing: outcome and number, type, change and actor, act and actor."""
    if kind == "harm":
        return bool(gold["outcome"] == claim.get("outcome")) and same_number(gold, claim)
    if kind == "events":
        return bool(gold["type"] == claim.get("type"))
    verb = "change" if kind == "control" else "act"
    return bool(gold[verb] == claim.get(verb) and gold["actor"] == claim.get("actor"))


def touching(entry: Entry, claim: Values) -> bool:
    """Whether the claim's words, here or at one of its mentions, touch gold's."""
    start, end = entry.span
    places = [(claim["start"], claim["end"]), *claim.get("mentions", ())]
    return any(
        first <= end + NEAR and start <= last + NEAR for first, last in places if 0 <= first < last <= first + LONGEST
    )


def _candidates(entry: Entry, claims: Sequence[Values]) -> list[int]:
    """The claims that could answer an entry, the one with most core fields right first (of equals, the later)."""
    fitting = [
        (core_right(entry.kind, entry.values, claim), number)
        for number, claim in enumerate(claims)
        if same_key(entry.kind, entry.values, claim) and touching(entry, claim)
    ]
    return [number for _, number in sorted(fitting, reverse=True)]


def _augment(asking: int, candidates: Sequence[Sequence[int]], answer: dict[int, int], seen: set[int]) -> bool:
    """Find the entry a claim, moving others to their next choice if need be (Kuhn's augmenting path)."""
    for claim in candidates[asking]:
        if claim not in seen:
            seen.add(claim)
            if claim not in answer or _augment(answer[claim], candidates, answer, seen):
                answer[claim] = asking
                return True
    return False


def pair(entries: Sequence[Entry], claims: Sequence[Values]) -> Matched:
    """A largest one-to-one pairing of one document's entries and claims of a kind; the pickiest choose first."""
    candidates = [_candidates(entry, claims) for entry in entries]
    answer: dict[int, int] = {}
    for asking in sorted(range(len(entries)), key=lambda number: len(candidates[number])):
        _augment(asking, candidates, answer, set())
    answered = set(answer.values())
    return Matched(
        [(entries[asking], claims[claim]) for claim, asking in answer.items()],
        [entry for number, entry in enumerate(entries) if number not in answered],
        [claim for number, claim in enumerate(claims) if number not in answer],
    )


def match(entries: Sequence[Entry], claims: Sequence[Values]) -> Matched:
    """Pair what gold requires; of the claims that are left, those that answer optional gold are dropped."""
    required = pair([entry for entry in entries if not entry.optional], claims)
    optional = pair([entry for entry in entries if entry.optional], required.extra)
    return Matched(required.pairs, required.missed, optional.extra)
