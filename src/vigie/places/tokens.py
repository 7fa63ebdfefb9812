"""Words of a text with their offsets, elisions apart («d'», «Alep»), as the gazetteer folds them."""

import re

from .fold import ARTICLES, fold_word

WORD = re.compile(
    r"(?:[dlnscjmtDL]|[qQ]u|[jJ]usqu|[lL]orsqu|[pP]uisqu)['’](?=\w)|[^\W_]+(?:['’ʿʾ`][^\W_]+)*", re.UNICODE
)
BREAK = re.compile(r"[^\s’'`\-–«»\"“”]|\n|--|\s[–-]\s")


class Tokens:
    """The words of one text: parallel lists, `keys` folded; `joined(i)` says what stands between i and i + 1."""

    def __init__(self, text: str) -> None:
        self.text = text
        spans = [match.span() for match in WORD.finditer(text)]
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        self.words = [text[start:end] for start, end in spans]
        self.keys = [fold_word(word) for word in self.words]
        self.capitals = [word[0].isupper() or "\u0600" <= word[0] <= "\u06ff" for word in self.words]

    def __len__(self) -> int:
        return len(self.words)

    def gap(self, i: int) -> str:
        """The characters between word i and the next one."""
        return self.text[self.ends[i] : self.starts[i + 1]] if i + 1 < len(self.words) else "\n"

    def linked(self, i: int) -> bool:
        """Word i and the next belong to one phrase: nothing between them but a space, a hyphen, a quote."""
        if i < 0 or i + 1 >= len(self.words):
            return False
        gap = self.gap(i)
        return gap in ("", " ", "-", "\u00a0") or not BREAK.search(gap)

    def tight(self, i: int) -> bool:
        """Word i and the next are parts of one name: a single space or hyphen at most."""
        return i + 1 < len(self.words) and self.gap(i) in ("", " ", "-", "\u00a0", "‑", "–", "\u202f")

    def capital(self, i: int) -> bool:
        """Word i begins with a capital letter, or with one of a script that has none."""
        return self.capitals[i]

    def article(self, i: int) -> bool:
        """Word i is an Arabic article («al-», «ez-», «Al») before a name."""
        if self.keys[i] not in ARTICLES or i + 1 >= len(self.words):
            return False
        return (self.gap(i) == "-" or (self.keys[i] in ("al", "el") and self.gap(i) == " ")) and self.capital(i + 1)

    def first(self, i: int) -> bool:
        """Word i begins a sentence or a line."""
        return i == 0 or bool(re.search(r"[.!?:;«\"“”\n(]|--|[–-]\s", self.gap(i - 1)))
