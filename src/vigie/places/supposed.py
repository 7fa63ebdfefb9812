"""The country of a text that speaks of none: where its lesser-known places are, if they are nowhere else."""

from collections import Counter
from collections.abc import Iterable

from .gazetteer import Entry

KNOWN, ENOUGH = 20_000, 2
"""Inhabitants of a town that counts for two; what it takes: one such town, or two lesser places of the same country."""


def supposed(named: Iterable[tuple[list[Entry], bool]]) -> str | None:
    """The country in which alone most of some names have a place; None where there are too few, or two are as likely.

    `named` has the entries of each name once, and whether the word before it is what they are («le département de»).
    «à Conflans-Sainte-Honorine», «à Trèbes (Aude)» are in France, while «à Dana» is not enough, since a village that
    no table has may bear the name of another one abroad.
    """
    votes: Counter[str] = Counter()
    for entries, of_its_kind in named:
        countries = {e.country for e in entries}
        if len(countries) == 1 and (country := countries.pop()):
            known = of_its_kind or max(e.population for e in entries) >= KNOWN
            votes[country] += 2 if known else 1
    ranked = votes.most_common(2)
    if not ranked or ranked[0][1] < ENOUGH or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
        return None
    return ranked[0][0]
