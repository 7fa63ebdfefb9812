"""Bare directions: «les Kurdes tiennent le nord et le nord-est», «actifs dans l'ouest»: a part of what is spoken of."""

from bisect import bisect_right
from collections.abc import Callable

from vigie.values import Place

from .left import compass
from .lexicon import SIDES, Lexicon
from .mention import PlaceMention
from .parts import part_of
from .tokens import Tokens

ARTICLES = frozenset(("le", "l", "du"))
WHOLE, SAME = (None, "in"), 6
"""Relations of a place that is itself meant, not its surroundings; mentions back to look for one."""
NEAR = 200
"""Characters back to a town of which «l'est» may be a part, told in the sentence before."""
LINKS = frozenset((*ARTICLES, "et", "que", "ou"))
_GOING_ON = LINKS | SIDES
HYPHENS = ("-", "–", "‑")
COORDINATED = 12
"""Characters between two directions told in one breath: «, le nord et le »."""


class Sides:
    """Reads bare directions of one text; `country` gives the country that «le pays» would mean at an offset."""

    def __init__(
        self, tokens: Tokens, words: Lexicon, known: list[PlaceMention], country: Callable[[int], Place | None]
    ) -> None:
        self.tokens, self.words, self.known, self.country = tokens, words, known, country
        self.ends = [m.end for m in known]

    def read(self, at: int, last: PlaceMention | None) -> tuple[int, Place] | None:
        """The first word of the direction that ends at `at`, its article left out, and the part meant."""
        tokens, keys = self.tokens, self.tokens.keys
        name, first = compass(keys, tokens, at)
        if first < 1 or keys[first - 1] not in ARTICLES or not tokens.linked(first - 1) or self._goes_on(at):
            return None
        told = self._told(first - 1)
        start = tokens.starts[first]
        goes_on = not told and last is not None and 0 < start - last.end <= COORDINATED and self._coordinates(first)
        if not told and not goes_on:
            return None
        whole = self._whole(start, told)
        if whole is None or (name == "centre" and (whole.level != "country" or self._in_town(start))):
            return None
        return first, part_of(self.words, whole, name, False)

    def _goes_on(self, at: int) -> bool:
        """«le nord de», «le nord syrien», «le Nord Mali», «le nord et l'est de», «le centre historique de»: read
        elsewhere, with what follows.
        """
        tokens, keys = self.tokens, self.tokens.keys
        after = at + 1
        if after < len(tokens) and tokens.gap(at) in HYPHENS:
            return True
        while after < len(tokens) and tokens.linked(after - 1) and keys[after] in _GOING_ON:
            after += 1
        if after >= len(tokens) or not tokens.linked(after - 1):
            return False
        key = keys[after]
        described = after + 1 < len(tokens) and tokens.linked(after) and keys[after + 1] in self.words.of
        return key in self.words.of or key in self.words.demonyms or tokens.capital(after) or described

    def _told(self, article: int) -> str:
        """The word that makes a direction a place: «dans», «contrôlent», «une partie de»; empty where none does."""
        keys, words = self.tokens.keys, self.words
        before = article - 1
        if keys[article] in ("du", "l") and before >= 0 and "region" in keys[max(0, before - 1) : before + 1]:
            return "in"  # «la région du nord», «la région de l'ouest»
        if keys[article] == "du":
            return "of" if before >= 0 and keys[before] in words.share else ""
        if before >= 0 and keys[before] in ("tout", "toute"):
            before -= 1
        if before < 0 or not self.tokens.linked(before):
            return ""
        if keys[before] in words.of and before and self.tokens.linked(before - 1):
            return "of" if keys[before - 1] in words.share else ""
        if keys[before] in ("dans", "sur"):
            return "in"
        return "held" if keys[before] in words.taken else ""

    def _coordinates(self, first: int) -> bool:
        return all(key in LINKS or key == "du" for key in self.tokens.keys[first - 2 : first])

    def _whole(self, at: int, told: str) -> Place | None:
        """What the direction is a part of: a place that its sentence names, else the country of the story."""
        before = bisect_right(self.ends, at)
        here = [m for m in self.known[max(0, before - SAME) : before] if not self._stop(m.end, at)]
        named = [m for m in reversed(here) if not m.metonym and m.relation in WHOLE]
        places = [m.place for m in named if m.place and (m.relation == "in" or m.place.level != "town")]
        levels = ("country",) if told == "in" else ("town", "province", "country")
        own = [p for p in places if p.level in levels]
        if own:
            return min(own, key=lambda p: levels.index(p.level))
        near = [m for m in self.known[max(0, before - 2) : before] if at - m.end <= NEAR]
        doubtful = told == "held" and any(m.place is not None and m.place.level == "town" for m in near)
        return None if doubtful else self.country(at)

    def _in_town(self, at: int) -> bool:
        """The last places named are towns: «le centre» is that of the town, not of the country."""
        before = bisect_right(self.ends, at)
        near = [m for m in self.known[max(0, before - SAME) : before] if m.place and not m.metonym]
        return bool(near) and near[-1].place is not None and near[-1].place.level in ("town", "quarter", "site")

    def _stop(self, start: int, end: int) -> bool:
        """A sentence ends between two offsets."""
        return any(mark in self.tokens.text[start:end] for mark in (". ", "!", "?", ";", "\n"))
