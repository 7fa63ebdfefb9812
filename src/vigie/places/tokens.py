"""Words of a text with their offsets, elisions apart («d'», «Alep»), as the gazetteer folds them."""

import re
from functools import lru_cache
from itertools import accumulate

from .fold import ARTICLES, fold_word

WORD = re.compile(
    r"(?=\w)([A-Za-zÀ-ÖØ-öø-ÿ]++(?=[ ,.;:!?)\n])|"  # most words: looked at first, they take the least time
    r"(?:[dlnscjmtDL]|[qQ]u|[jJ]usqu|[lL]orsqu|[pP]uisqu)['’](?=\w)|[^\W_]+(?:['’ʿʾ`][^\W_]+)*)"
)
BREAK = re.compile(r"[^\s’'`\-–«»\"“”]|\n|--|\s[–-]\s")


TIGHT = frozenset(("", " ", "-", "\u00a0", "‑", "–", "\u202f"))
"""What may stand between two words of one name."""
LOOSE = frozenset(("", " ", "-", "\u00a0"))
"""What links two words of one phrase without a further look."""


class _Known(dict[str, tuple[str, bool]]):
    """The keys of the words met so far and whether they have a capital; bounded: foreign text brings ever new ones."""

    def __missing__(self, word: str) -> tuple[str, bool]:
        if len(self) > 50_000:
            self.clear()
        self[word] = told = fold_word(word), word[0].isupper() or "\u0600" <= word[0] <= "\u06ff"
        return told


_KNOWN = _Known()


CAPITAL_ARTICLES = ("Ed", "Ez", "Ech")
"""Articles that stand alone before a name: «Ed Damazin»; «En» and «Et» are French words."""


class _Gaps(dict[str, bool]):
    """Which gaps link the words on their sides; there are few different ones, of a few characters."""

    def __missing__(self, gap: str) -> bool:
        links = gap in LOOSE or not BREAK.search(gap)
        if len(self) < 1_000:
            self[gap] = links
        return links


_LINKS = _Gaps()


class Tokens:
    """The words of one text: parallel lists, `keys` folded; `gaps[i]` is what stands between i and i + 1.

    The text is split in one call and everything told of the pieces in whole lists: half the time of a match a word.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        pieces = WORD.split(text)  # a gap, a word, a gap, …, a word, a gap
        borders = list(accumulate(map(len, pieces)))
        self.starts, self.ends = borders[:-1:2], borders[1::2]
        self.words, self.gaps = pieces[1::2], [*pieces[2:-1:2], "\n"]
        known = [*zip(*map(_KNOWN.__getitem__, self.words), strict=True)] or [(), ()]
        self.keys: list[str] = list(known[0])
        self.capitals: list[bool] = list(known[1])
        self._links = list(map(_LINKS.__getitem__, self.gaps))

    def __len__(self) -> int:
        return len(self.words)

    def gap(self, i: int) -> str:
        """The characters between word i and the next one."""
        return self.gaps[i]

    def linked(self, i: int) -> bool:
        """Word i and the next belong to one phrase: nothing between them but a space, a hyphen, a quote."""
        return 0 <= i < len(self._links) and self._links[i]

    def tight(self, i: int) -> bool:
        """Word i and the next are parts of one name: a single space or hyphen at most."""
        return self.gaps[i] in TIGHT

    def capital(self, i: int) -> bool:
        """Word i begins with a capital letter, or with one of a script that has none."""
        return self.capitals[i]

    def article(self, i: int) -> bool:
        """Word i is an Arabic article («al-», «ez-», «Al») before a name."""
        key = self.keys[i]
        if key not in ARTICLES or i + 1 >= len(self.words):
            return False
        gap = self.gaps[i]
        alone = key in ("al", "el") or self.words[i] in CAPITAL_ARTICLES
        return (gap == "-" or (gap == " " and alone)) and self.capitals[i + 1]

    def first(self, i: int) -> bool:
        """Word i begins a sentence or a line."""
        return i == 0 or bool(re.search(r"[.!?:;«\"“”\n(]|--|[–-]\s", self.gap(i - 1)))


@lru_cache(maxsize=4)  # the passes over one text follow each other
def tokens_of(text: str) -> Tokens:
    """The words of a text; nobody changes them."""
    return Tokens(text)
