"""Names in no table, behind a word that only a place can follow: «le village de Botodji, dans le nord du Burkina Faso».

Such a place gets its own name and the point and radius of what contains it, as exact as the text is.
"""

import re

from msgspec.structs import replace

from vigie.values import Place

from .lexicon import Lexicon
from .mention import PlaceMention
from .tokens import Tokens

AFTER = re.compile(r"^[^.;!?\n]{0,45}$")
CONTAINERS = ("province", "region", "district", "country")
LONGEST = 4


class Unknown:
    """Reads them in one text, given the mentions already known."""

    def __init__(self, tokens: Tokens, words: Lexicon, known: list[PlaceMention]) -> None:
        self.tokens, self.words, self.known = tokens, words, known
        self.taken = [(m.start, m.end) for m in known]

    def read(self) -> list[PlaceMention]:
        """The mentions, in order; `place` is None where nothing near contains them."""
        found = (self._at(i) for i, key in enumerate(self.tokens.keys) if key in self.words.kinds)
        return [mention for mention in found if mention]

    def _at(self, kind: int) -> PlaceMention | None:
        tokens, first = self.tokens, kind + 1
        while first < len(tokens) and tokens.linked(first - 1) and not tokens.capital(first) and first - kind < LONGEST:
            first += 1
        if first >= len(tokens) or not tokens.capital(first) or not tokens.linked(first - 1):
            return None
        if tokens.keys[first - 1] not in ("de", "d", "du"):
            return None
        last = first
        while tokens.tight(last) and last + 1 < len(tokens) and tokens.capital(last + 1) and last - first < LONGEST:
            last += 1
        start, end = tokens.starts[kind], tokens.ends[last]
        if any(a < end and start < b for a, b in self.taken) or tokens.keys[first] in self.words.demonyms:
            return None
        name = tokens.text[tokens.starts[first] : end]
        return PlaceMention(
            start=start, end=end, text=tokens.text[start:end], name_start=tokens.starts[first], name_end=end,
            place=self._container(name, start, end), rule="unknown",
        )  # fmt: skip

    def _container(self, name: str, start: int, end: int) -> Place | None:
        """What contains it: told right after it, else right before it, in the same sentence."""
        after = [m for m in self.known if m.start >= end and AFTER.match(self.tokens.text[end : m.start])]
        before = [m for m in self.known if m.end <= start and AFTER.match(self.tokens.text[m.end : start])]
        for mention in (*after[:1], *before[-1:]):
            place = mention.place
            if place and not mention.metonym and (place.level in CONTAINERS or mention.relation in ("km_from", "near")):
                return replace(place, name=name, id=f"{place.id}>{name}")
        return None
