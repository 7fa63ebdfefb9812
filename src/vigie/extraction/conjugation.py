"""The tenses of an infinitive of the lexicon (`tenses`): «resserrer l'étau» stands for «ont resserré l'étau» too."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

# The letters of a finite verb, a gerund and a participle in the class strings, by class and letter of the infinitive.
_LETTERS = {"CI": "VGK", "CJ": "CHE", "GI": "VGK", "GJ": "L M"}
_REFLEXIVE = re.compile("se |s'")
_GOVERNED = ("en ", "à ", "au ", "aux ", "sous ", "de ", "d'", "hors ", "sur ", "contre ", "dans ")


class Tenses(NamedTuple):
    """What stands for the ending of an infinitive, for one and for many (`e/ent`)."""

    ending: str
    present: str
    past: str
    imperfect: str
    gerund: str
    participle: str
    future: str


class Form(NamedTuple):
    """A form that the infinitive stands for: its spelling in the notation of the tables, and its letter."""

    spelling: str
    letter: str


@lru_cache(maxsize=4)
def _by_ending(rows: tuple[tuple[str, ...], ...]) -> dict[str, Tenses]:
    return {row[0]: Tenses(*row) for row in rows}


def tenses_of(form: str, kind: str, rows: tuple[tuple[str, ...], ...]) -> Iterator[Form]:
    """All forms of an infinitive and the words behind it, for a `kind` (its class and its letter: `CI`)."""
    self_, phrase = _parted(form)
    head, blank, tail = phrase.partition(" ")
    how, letters = _model(head, _by_ending(rows)), _LETTERS.get(kind)
    if how is None or letters is None:
        return
    stem, behind = head.removesuffix(how.ending), blank + tail
    finite = (how.present, how.past, how.imperfect, *((how.future,) if kind[0] == "G" else ()))
    for both in finite:
        yield from (Form(_himself(self_, stem + end) + behind, letters[0]) for end in both.split("/"))
    if letters[1] != " ":  # light verbs have none
        yield Form(_himself(self_, stem + how.gerund) + behind, letters[1])
    alone = not tail or bool(self_) or tail.startswith(_GOVERNED)
    ends = ("(e)" if how.participle.endswith("s") else "(e)(s)") if alone else ""
    yield Form(stem + how.participle + ends + behind, "R" if self_ and kind[0] == "C" else letters[2])


def _parted(form: str) -> tuple[str, str]:
    """«s'emparer»: the pronoun, and the verb."""
    found = _REFLEXIVE.match(form)
    return (found[0], form[found.end() :]) if found else ("", form)


def _model(infinitive: str, known: dict[str, Tenses]) -> Tenses | None:
    ends = (infinitive[i:] for i in range(len(infinitive) - 1))
    return next((known[end] for end in ends if end in known), None)


def _himself(pronoun: str, verb: str) -> str:
    return (("s'" if verb[0] in "aeiouéêh" else "se ") if pronoun else "") + verb
