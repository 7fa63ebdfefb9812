"""What stands before a name: «dans l'est de la province d'», «à 15 km au nord-est de», «près de», «le camp de»."""

import re
from dataclasses import dataclass
from functools import cache

from .lexicon import DIRECTIONS, SIDES, Lexicon
from .tokens import Tokens

NUMBERS = {"dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40,
           "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "quelques": 5, "plusieurs": 10, "un": 1, "deux": 2,
           "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11,
           "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20, "trente": 30,
           "quarante": 40, "cinquante": 50, "soixante": 60, "cent": 100}  # fmt: skip
ROADS = ("route", "autoroute", "axe")
CHIEF_TOWN, STATES = ["chef", "lieu"], ("etat", "republique")
LONGEST_ROLE, SITUATED = 6, 2
"""Words of «la capitale de l'Etat»; words before a distance that open a sentence with it («Situé à 80 km de»)."""
APPOSED = re.compile(r"[\w'’-]+(?: [A-ZÀ-Þ][\w'’-]*)*\s*(?:[,.;:)»\"\n–]|- |$)")
STREETS = ("rue", "avenue", "boulevard")
LONGEST_ADJECTIVES = 2
SOME, LARGE = frozenset(("un", "une")), frozenset(("grand", "grande", "petite", "large", "longue"))
WHOLE = frozenset(("tout", "toute", "toutes", "tous"))
"""Between a preposition and the article of a name: «dans toute la»."""
BESIDE = frozenset(
    ("frontalier", "frontaliere", "frontaliers", "frontalieres", "limitrophe", "limitrophes", "riveraine", "riverain")
)
"""Adjectives between a kind of place and a name that it does not have: «la province frontalière de l'Iran»."""


@dataclass(slots=True)
class Left:
    """The words read so far, from the name leftwards; `start` is the first word of the expression; `named`: no «de»
    stands behind the type («l'hôtel X»).
    """

    start: int
    type: str | None = None
    named: bool = False
    direction: str | None = None
    outside: bool = False
    km: float | None = None
    near: bool = False
    prep: str | None = None
    of: bool = False
    road: bool = False


@cache
def closed(words: Lexicon) -> frozenset[str]:
    """Words that cannot stand between «province» and «de»: no adjectives."""
    return (
        BESIDE | frozenset(DIRECTIONS) | words.of | words.place_prep | words.small | words.near | words.km | words.det
    )


class LeftReader:
    """Reads the words before a name. One instance a text."""

    def __init__(self, tokens: Tokens, words: Lexicon) -> None:
        self.tokens, self.words, self.keys = tokens, words, tokens.keys
        self._closed = closed(words)
        self._linked = tokens.linked

    def read(self, first: int) -> Left:
        """All that belongs to the place expression whose name begins at word `first`."""
        left = Left(start=first)
        at = first - 1
        for step in (self._type, self._direction, self._distance):
            at = step(left, at)
        if not (left.km or left.near or left.direction or left.road):
            self._by_its_role(left, first)
        at = self._skip(self._skip(at, self.words.det), WHOLE)
        if self._linked(at) and self.keys[at] in self.words.before:
            left.prep = self.keys[at]
        return left

    def _by_its_role(self, left: Left, first: int) -> None:
        """«Y, à 80 km de la capitale régionale, X»: so far from the town that its role names before its name does; not
        «A 80 km de la capitale, X a été attaqué».
        """
        role = self._role_before(first)
        if role is None or not APPOSED.match(self.tokens.text, self.tokens.starts[first]):
            return
        told = Left(start=role)
        self._distance(told, self._direction(told, role - 1))
        heads = any(self.tokens.first(at) for at in range(max(0, told.start - SITUATED), told.start + 1))
        if (told.km or told.near or told.outside) and not heads:
            left.start, left.km, left.near = told.start, told.km, told.near
            left.direction, left.outside = told.direction, told.outside

    def _role_before(self, first: int) -> int | None:
        """The word «capitale» of «la capitale de l'Etat, » before the name that begins at word `first`."""
        at = first - 1
        if at < 0 or self.tokens.gap(at).strip() not in (",", "("):
            return None
        for back in range(LONGEST_ROLE):
            if at - back < 0 or (back and not self._linked(at - back)):
                return None
            here = self.keys[at - back]
            if here in self.words.towns or self.keys[at - back : at - back + 2] == CHIEF_TOWN:
                return at - back
            if self.tokens.capital(at - back) and here not in STATES:
                return None
        return None

    def word_before_of(self, first: int) -> str:
        """The word before «de la», «du» of the name that begins at word `first`."""
        at = first - 1
        while at > 0 and self.keys[at] in self.words.det | self.words.of:
            at -= 1
        return self.keys[at] if at >= 0 else ""

    def _skip(self, at: int, words: frozenset[str]) -> int:
        while self._linked(at) and self.keys[at] in words:
            at -= 1
        return at

    def _of(self, left: Left, at: int) -> int | None:
        """The word before «de la», «du», «d'»; None when there is no such link."""
        at = self._skip(at, self.words.det)
        if not self._linked(at) or self.keys[at] not in self.words.of:
            return None
        left.of = True
        return at - 1

    def _type(self, left: Left, at: int) -> int:
        """«la province syrienne d'», «le village de», «le quartier»."""
        before = self._of(left, at)
        if before is None:
            if self._linked(at) and self.keys[at] in self.words.types and not self.tokens.capital(at):
                left.named = True
                return self._found_type(left, at)
            return self._of_a_people(left, at)
        for back in range(LONGEST_ADJECTIVES + 1):
            here = before - back
            if not self._linked(here):
                break
            if self.keys[here] in self.words.types:
                return at if self._some_street(here) else self._found_type(left, here)
            if self.keys[here] in self._closed:
                break
        return at

    def _of_a_people(self, left: Left, at: int) -> int:
        """«la capitale afghane Kaboul», «la ville syrienne Deraa»: the name behind its land's adjective."""
        adjective = self._linked(at) and self._linked(at - 1) and self.keys[at] in self.words.demonyms
        if not adjective or self.tokens.capital(at) or self.keys[at - 1] not in self.words.towns:
            return at
        left.named = True
        return self._found_type(left, at - 1)

    def _some_street(self, at: int) -> bool:
        """«dans une rue (commerçante) de Gao»: a street in that town, not the street that has its name."""
        before = at - 2 if self._linked(at - 1) and self.keys[at - 1] in LARGE else at - 1
        return self.keys[at] in STREETS and self._linked(before) and self.keys[before] in SOME

    def _found_type(self, left: Left, at: int) -> int:
        left.type, left.start, left.of = self.keys[at], at, False
        self._start_at(left, at - 1)
        return at - 1

    def _start_at(self, left: Left, at: int) -> None:
        """Take the article into the expression."""
        if self._linked(at) and self.keys[at] in self.words.det:
            left.start = at

    def _direction(self, left: Left, at: int) -> int:
        """«le nord-est de», «l'extrême nord de», «au sud de», «le centre de», «la périphérie est de»."""
        before = self._of(left, at)
        direct = before is None
        here = at if before is None else self._side(before)
        if not self._linked(here) or self.keys[here] not in SIDES:
            return at
        name, first = compass(self.keys, self.tokens, here)
        if direct and (name == "centre" or (name == "est" and not self._after_article(first))):
            return at
        left.direction, left.start, left.of = name, first, False
        self._start_at(left, first - 1)
        outer = self._skip(first - 1, self.words.det)
        outside = self._linked(outer) and self.keys[outer] in ("au", "a") and not direct
        left.outside = outside
        return first - 1

    def _side(self, at: int) -> int:
        """«l'ouest anglophone du Cameroun», «le nord montagneux du pays»: the side before its adjective."""
        adjective = self._linked(at) and self.keys[at] not in self._closed
        if not adjective or not self._linked(at - 1) or self.keys[at - 1] not in DIRECTIONS:
            return at
        first = compass(self.keys, self.tokens, at - 1)[1]
        return at - 1 if self._after_article(first) else at

    def _after_article(self, first: int) -> bool:
        """«l'est Mali», never the verb of «est Ahmad»."""
        return self._linked(first - 1) and self.keys[first - 1] in ("l", "le")

    def _distance(self, left: Left, at: int) -> int:
        """«à 15 km (au nord) de», «à une quinzaine de kilomètres de», «près de», «sur la route de»."""
        here: int | None = at
        if left.direction is None:
            before = self._of(left, at)
            here = before if before is not None else self._before_road(at)
            if here is None:
                return at
        else:
            here = self._skip(self._skip(at, self.words.det), frozenset(("au", "a")))
        if not self._linked(here):
            return at
        if self.keys[here] in self.words.km:
            return self._kilometres(left, here)
        if left.direction is None and self.keys[here] in self.words.near:
            left.near, left.of = True, False
            left.start = here
            while self._linked(here - 1) and self.keys[here - 1] in ("a", "aux", "la", "les", "non", "au", "tout", "l"):
                here -= 1
                left.start = here
            return here - 1
        if left.direction is None and self.keys[here] in ROADS:
            left.road, left.start, left.of = True, here, False
            return here - 1
        return at

    def _before_road(self, at: int) -> int | None:
        """«la route entre X et Y», «l'autoroute X-Y»: the word «route», or None."""
        here = at - 1 if self._linked(at) and self.keys[at] in ("entre", "reliant", "menant", "allant") else at
        here -= 2 * (self._linked(here) and self.keys[here - 1 : here + 1] == ["qui", "relie"])
        return here if self._linked(here) and self.keys[here] in ROADS else None

    def _kilometres(self, left: Left, at: int) -> int:
        here = at - 1
        while self._linked(here) and self.keys[here] in ("de", "d"):
            here -= 1
        if here < 0:
            return at
        word = self.keys[here]
        left.km = float(word) if word.isascii() and word.isdigit() else float(NUMBERS.get(word, 10))
        left.start, left.of = here, False
        while self._linked(here - 1) and self.keys[here - 1] in (
            "a",
            "environ",
            "une",
            "un",
            "moins",
            "plus",
            "ou",
            "de",
            "quelque",
        ):
            here -= 1
            left.start = here
        return here - 1


def compass(keys: list[str], tokens: Tokens, at: int) -> tuple[str, int]:
    """The direction whose last word is `at` («nord-est», «extreme-nord») and the number of its first word."""
    name, first = keys[at], at
    if at > 0 and tokens.tight(at - 1) and keys[at - 1] in ("nord", "sud", "centre") and keys[at] in ("est", "ouest"):
        name, first = f"{keys[at - 1]}-{name}", at - 1
    if first > 0 and tokens.tight(first - 1) and keys[first - 1] in ("extreme", "grand"):
        return (f"extreme-{name}" if keys[first - 1] == "extreme" else name), first - 1
    return name, first
