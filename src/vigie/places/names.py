"""Names in a text: every stretch of words that the gazetteer knows, and whether it may be a place where it stands."""

from dataclasses import dataclass, field
from difflib import SequenceMatcher

from .countries import HYPHENS
from .fold import ARTICLES, fold, skeleton
from .gazetteer import Entry, Gazetteer
from .lexicon import DIRECTIONS, Lexicon
from .tokens import TIGHT, Tokens

LONGEST = 7
"""Words of the longest name looked for."""
FEWEST_SMALL = 2
"""Spaces in a name without any capital: «zone des trois frontières»."""
TOGETHER = ("les", "des", "aux")
"""Before a number that is part of a name: «les trois frontières»."""
JOINED, SHORTEST_ARABIC = "وبلف", 3
SHORTEST_ADJECTIVE, SHORTEST_SOUND, CLOSE = 4, 4, 0.6
"""Letters of a small word that may end a name; of a skeleton; and how alike two spellings of one sound must look."""


@dataclass(slots=True)
class Name:
    """Words `first` to `last` of the text and the entries of that name; `sound`: matched by sound alone."""

    first: int
    last: int
    key: str
    entries: list[Entry] = field(default_factory=list)
    sound: bool = False

    @property
    def blocked(self) -> bool:
        """No place: a paper, an agency, or what is only an old name of one («cocktail Molotov» is not of Perm)."""
        places = [entry for entry in self.entries if not entry.blocked]
        if len(places) == len(self.entries):
            return False
        return self.entries[0].blocked or not any(e.curated or fold(e.name) == self.key for e in places)


def alike(one: str, other: str) -> bool:
    """Two folded spellings that share most of their letters in order, articles apart."""
    pair = (one.removeprefix("al "), other.removeprefix("al "))
    return SequenceMatcher(None, *pair, autojunk=False).ratio() >= CLOSE


class NameReader:
    """Finds names in one text, longest first, left to right."""

    def __init__(self, tokens: Tokens, gazetteer: Gazetteer, words: Lexicon) -> None:
        self.tokens, self.gazetteer, self.words = tokens, gazetteer, words

    def read(self) -> list[Name]:
        """All names, blocked ones included, none overlapping."""
        found: list[Name] = []
        end = -1
        for at in self._starts():
            name = self._at(at) if at > end else None
            if name:
                found.append(name)
                end = name.last
        return found

    def _starts(self) -> list[int]:
        """The words a name may begin with: capital ones, articles, «mer», «camp»."""
        tokens, small = self.tokens, self.words.starter | ARTICLES
        pairs = enumerate(zip(tokens.capitals, tokens.keys, strict=True))
        starter = self.words.starter
        return [i for i, (capital, key) in pairs if capital or (key in small and (key in starter or tokens.article(i)))]

    def _at(self, at: int) -> Name | None:
        first = self.tokens.keys[at]
        if first and first not in ARTICLES and not self.gazetteer.begins(first):
            return self._otherwise(at)
        key, lengths = self._key(at)
        for prefix in reversed(self.gazetteer.prefixes(key)):
            last = lengths.get(len(prefix))
            if last is None or self._cut_at_hyphen(at, last):
                continue
            if self.tokens.capital(last) or self._small_end(at, last, prefix):
                name = Name(at, last, prefix, self.gazetteer.get(prefix))
                return self._longer(name, key, lengths) or name
        return self._otherwise(at)

    def _cut_at_hyphen(self, first: int, last: int) -> bool:
        """«la région du Centre» in «la région du Centre-Est», which has a name of its own."""
        tokens = self.tokens
        goes_on = last + 1 < len(tokens) and tokens.gap(last) in HYPHENS and tokens.capital(last + 1)
        return last > first and goes_on and not tokens.capital(first)

    def _otherwise(self, at: int) -> Name | None:
        """What no name has the letters of: with a preposition written to it, or in another transliteration."""
        if not self.tokens.keys[at][:2].isascii():
            return self._arabic(at)
        return self._by_sound(at, *self._key(at)) if self._may_sound(at) else None

    def _arabic(self, at: int) -> Name | None:
        """«بحلب», «وحلب»: the name behind a preposition or «and» written to it."""
        key = self.tokens.keys[at]
        bare = key[1:].removeprefix("ال") if key[0] in JOINED else ""
        entries = self.gazetteer.get(bare) if len(bare) >= SHORTEST_ARABIC else []
        return Name(at, at, bare, entries) if entries else None

    def _longer(self, name: Name, key: str, lengths: dict[int, int]) -> Name | None:
        """«Khan Shaykhoun» by its sound rather than the hamlet «Khan» by its letters."""
        half = name.last > name.first or not any(entry.strong for entry in name.entries)
        if not half or not self._goes_on(name.last) or not self._may_sound(name.first):
            return None
        other = self._by_sound(name.first, key, lengths)
        return other if other and other.last > name.last else None

    def _may_sound(self, at: int) -> bool:
        """A name not known by its letters counts only where a place is likely: «à», «de», «près de»."""
        tokens, words = self.tokens, self.words
        if not at or tokens.keys[at] in words.common or not (tokens.capital(at) or tokens.article(at)):
            return False
        before = tokens.keys[at - 1]
        return before in words.place_prep or before in words.of or before in words.types or before == "et"

    def _key(self, at: int) -> tuple[str, dict[int, int]]:
        """The folded words from `at` on, as far as they are one phrase; key length → number of its last word."""
        tokens, key, lengths = self.tokens, "", {}
        keys, gaps = tokens.keys, tokens.gaps
        for here in range(at, min(at + LONGEST, len(keys))):
            word = keys[here]
            if word in ARTICLES and tokens.article(here):
                word = "al"
            key = f"{key} {word}" if key else word
            lengths[len(key)] = here
            if gaps[here] not in TIGHT:
                break
        return key, lengths

    def _small_end(self, first: int, last: int, key: str) -> bool:
        """It ends in an adjective («Arabie saoudite», «Etat hébreu»), not in any small word («Je ne», «La réunion»)."""
        tokens, words = self.tokens, self.words
        if tokens.keys[last].isdigit():
            return last > first and tokens.capital(first)
        if last == first or len(tokens.keys[last]) < SHORTEST_ADJECTIVE or tokens.keys[first] in words.det:
            return False
        entry = self.gazetteer.get(key)[0]
        curated = entry.curated
        if not tokens.capital(first):
            if tokens.keys[first] == "extreme" and tokens.keys[last] in DIRECTIONS:
                return False  # «l'extrême nord du Mali»: no name, but a part
            counted = tokens.keys[first] in words.number
            if counted and entry.level == "region":
                return bool(first) and tokens.keys[first - 1] in TOGETHER
            wide = entry.level in ("region", "province", "district")
            return curated and (key.count(" ") >= FEWEST_SMALL or (wide and " " in key))
        return tokens.keys[first] not in words.common or curated

    def _goes_on(self, last: int) -> bool:
        """The name has a further word: «Boustane» in «Boustane al-Qasr» is half of one."""
        tokens = self.tokens
        return tokens.tight(last) and (tokens.capital(last + 1) or tokens.article(last + 1))

    def _by_sound(self, at: int, key: str, lengths: dict[int, int]) -> Name | None:
        """The same name in another transliteration, of up to three capital words."""
        for length, last in sorted(lengths.items(), reverse=True):
            if last - at > 3 or not self.tokens.capital(last) or self._goes_on(last):
                continue
            sound = skeleton(key[:length])
            known = self.gazetteer.get("~" + sound) if len(sound) >= SHORTEST_SOUND else []
            entries = [e for e in known if alike(key[:length], fold(e.name))]
            if entries:
                return Name(at, last, key[:length], entries, sound=True)
        return None
