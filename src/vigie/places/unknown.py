"""Names in no table, behind a word that only a place can follow: «le village de Botodji, dans le nord du Burkina Faso».

Such a place gets its own name and the point and radius of what contains it, as exact as the text is; a quarter those of
its town.
"""

import re
from bisect import bisect_left

from msgspec.structs import replace

from vigie.values import Place

from .geo import distance
from .lexicon import Lexicon
from .mention import PlaceMention
from .tokens import Tokens

STOP = re.compile(r"[.;!?\n]")
AFTER = re.compile(r"[^.;!?\n]{0,45}")
BEHIND = re.compile(r"\s*(?:,|\()\s*(?:[^.;:()]{0,40}\s)?(?:dans|en|au|aux|à)?\s*(?:la\s|le\s|l['’]|les\s)?")
CONTAINERS = ("province", "region", "district", "country")
LONGEST = 4
HEADQUARTERS = ["quartier", "general"]
THE = ("du", "au", "ce")
QUARTER, FARTHEST_QUARTER = "quartier", 40.0
"""The word; kilometres from its town beyond which a place is none of its quarters."""


class Unknown:
    """Reads them in one text, given the mentions already known, of which `known` keeps those that are what they say."""

    def __init__(self, tokens: Tokens, words: Lexicon, known: list[PlaceMention]) -> None:
        self.tokens, self.words = tokens, words
        self.known = [m for m in known if not (self._definite(m) and _stray_quarter(m, known))]
        self.starts = [m.start for m in self.known]

    def read(self) -> list[PlaceMention]:
        """The mentions, in order; `place` is None where nothing near contains them."""
        found, kinds = [], self.words.kinds
        for at, key in [(at, key) for at, key in enumerate(self.tokens.keys) if key == "a" or key in kinds]:
            if key in kinds:
                found.append(self._after_kind(at))
            elif self.tokens.words[at] in ("à", "À"):
                found.append(self._after_preposition(at))
        return [mention for mention in found if mention]

    def _definite(self, mention: PlaceMention) -> bool:
        """«le quartier de X», «du quartier de X»; «un quartier de Mossoul» is in that town."""
        at = bisect_left(self.tokens.starts, mention.start)
        first = self.tokens.keys[at : at + 2]
        return first == ["le", QUARTER] or (first[:1] == [QUARTER] and self.tokens.keys[at - 1] in THE)

    def _after_kind(self, kind: int) -> PlaceMention | None:
        """«le village (dogon) de X», «le quartier X»: a place, whatever is told of it."""
        tokens, first = self.tokens, kind + 1
        if tokens.keys[kind : kind + 2] == HEADQUARTERS:
            return None
        while first < len(tokens) and tokens.linked(first - 1) and not tokens.capital(first) and first - kind < LONGEST:
            first += 1
        if first >= len(tokens) or tokens.keys[first - 1] not in ("de", "d", "du", QUARTER):
            return None
        return self._mention(kind, first)

    def _after_preposition(self, at: int) -> PlaceMention | None:
        """«à X, dans le nord du Mali»: only with what contains it right behind, for people follow «à» too."""
        mention = self._mention(at, at + 1) if at + 1 < len(self.tokens) else None
        if mention is None or mention.place is None or mention.text.isupper():
            return None
        following = self.known[bisect_left(self.starts, mention.end) :][:1]  # none where it is the last of the text
        return (
            mention if any(BEHIND.fullmatch(self.tokens.text[mention.end : one.start]) for one in following) else None
        )

    def _mention(self, kind: int, first: int) -> PlaceMention | None:
        tokens = self.tokens
        if not tokens.capital(first) or not tokens.linked(first - 1) or tokens.keys[first] in self.words.demonyms:
            return None
        last = first
        while last - first < LONGEST and (more := self._more(last)):
            last += more
        start, name_start, end = tokens.starts[kind], tokens.starts[first], tokens.ends[last]
        if self._taken(start, end):
            return None
        name = tokens.text[name_start:end]
        place = self._quarter(name, start) if tokens.keys[kind] == QUARTER else None
        place = place or self._container(name, start, end)
        start = name_start if tokens.keys[kind] == "a" else start
        return PlaceMention(
            start=start, end=end, text=tokens.text[start:end], name_start=name_start, name_end=end, place=place,
            rule="unknown",
        )  # fmt: skip

    def _quarter(self, name: str, start: int) -> Place | None:
        """A quarter of the town that its sentence names last, or of the only one in the text: somewhere in it."""
        towns = [m.place for m in self.known if m.place and m.place.level == "town" and _inside(m)]
        here = [m.place for m in self.known if m.place in towns and self._one_sentence(m, start)]
        only = towns[0] if len({town.id for town in towns}) == 1 else None
        town = here[-1] if here else only
        return replace(town, name=name, id=f"{town.id}>{name}", level="quarter") if town else None

    def _one_sentence(self, mention: PlaceMention, start: int) -> bool:
        first, last = sorted((mention.start, start))
        return _inside(mention) and STOP.search(self.tokens.text, first, last) is None

    def _more(self, last: int) -> int:
        """Words that belong to a name behind its word `last`: a capital, or an Arabic article and one («Deir al-X»)."""
        tokens = self.tokens
        if not tokens.tight(last) or last + 1 >= len(tokens):
            return 0
        return 1 if tokens.capital(last + 1) else 2 * tokens.article(last + 1)

    def _taken(self, start: int, end: int) -> bool:
        at = bisect_left(self.starts, end)
        return at > 0 and self.known[at - 1].end > start

    def _container(self, name: str, start: int, end: int) -> Place | None:
        """What contains it: told right after it, else right before it, in the same sentence."""
        text, at = self.tokens.text, bisect_left(self.starts, end)
        behind = [m for m in self.known[at : at + 2] if AFTER.fullmatch(text, end, m.start)]
        near = [m for m in behind if not _beside_a_land(m)][:1]
        near += [m for m in self.known[max(0, at - 1) : at] if m.end <= start and AFTER.fullmatch(text, m.end, start)]
        for mention in near:
            place = mention.place
            if place and not mention.metonym and (place.level in CONTAINERS or mention.relation in ("km_from", "near")):
                return replace(place, name=name, id=f"{place.id}>{name}")
        return None


def _inside(mention: PlaceMention) -> bool:
    return mention.relation in (None, "in") and not mention.metonym


def _stray_quarter(mention: PlaceMention, known: list[PlaceMention]) -> bool:
    """«le quartier de Koweït» of Abidjan: a quarter called after a country, or after a town that no other is near."""
    place = mention.place
    if place and place.level != "town":
        return False
    towns = (m.place for m in known if m.place and m.place.level == "town" and m is not mention)
    return place is None or all(distance((place.lat, place.lon), (t.lat, t.lon)) > FARTHEST_QUARTER for t in towns)


def _beside_a_land(mention: PlaceMention) -> bool:
    """«près du Mali»: in the country beside it."""
    return mention.relation == "near" and mention.place is not None and mention.place.level == "country"
