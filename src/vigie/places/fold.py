"""Normal forms of names: the same place in another spelling gets the same key.

`fold` takes away case, accents, hyphens and apostrophes and writes every Arabic article as «al». `skeleton` goes
further, for transliterations of one name (Menbej, Manbij, Minbej): consonants by sound, two classes of vowels.
"""

import re
import unicodedata
from functools import lru_cache

import anyascii

ARTICLES = frozenset(
    [
        "al",
        "el",
        "ad",
        "ed",
        "ar",
        "er",
        "as",
        "es",
        "ash",
        "esh",
        "ach",
        "ech",
        "an",
        "en",
        "at",
        "et",
        "az",
        "ez",
        "adh",
        "edh",
        "ath",
        "eth",
        "ul",
    ]
)
_MARKS = re.compile("[\u0300-\u036f\u02bb-\u02bf\u2018\u2019'`´\u0640\u064b-\u0652]")
_WORDS = re.compile(r"(?:[dlnscjmtDL]|[qQ]u)(?=['’]\w)|[^\W_]+(?:['’`ʿʾ][^\W_]+)*-?")
_ARABIC = str.maketrans("أإآٱةىیکگ", "ااااهييكك")
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("tch|tsch", "C"), ("dj|dzh|dsch", "j"), ("ch|sh|sch", "S"), ("kh|gh", "h"), ("dh", "d"), ("th", "t"),
        ("ph", "f"), ("[qk]+", "k"), ("gu(?=[eiy])", "g"), ("c(?=[eiy])", "s"), ("c", "k"), ("[aeiy]", "a"),
        ("[ouw]", "u"), (r"(.)\1+", r"\1"), ("a[au]*", "a"), ("u[au]*", "u"),
    )
)  # fmt: skip


@lru_cache(maxsize=50_000)
def fold_word(word: str) -> str:
    """One word in lower-case ASCII letters and digits; Arabic script stays Arabic, its variants made one."""
    if word.isascii():
        return word.lower().replace("'", "").replace("`", "")
    if word.endswith("’"):
        return word[:-1].lower()
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", word).casefold())
    if plain.isascii() or not plain:
        return plain
    if "\u0600" <= plain[0] <= "\u06ff":
        return _fold_arabic(plain)
    return anyascii.anyascii(plain).lower().replace("'", "")


def _fold_arabic(word: str) -> str:
    """Arabic letters without vowel signs, hamza seats and the article."""
    word = word.translate(_ARABIC)
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def fold(name: str, arabic: bool = False) -> str:
    """The key of a whole name: folded words, single spaces, articles as «al».

    «el-» with a hyphen is an article anywhere, «ar» or «an» alone only in a name known to be Arabic (`arabic`).
    """
    words = []
    for match in _WORDS.finditer(unicodedata.normalize("NFC", name)):
        word = fold_word(match.group().rstrip("-"))
        article = word in ARTICLES and (arabic or match.group().endswith("-") or word in ("al", "el"))
        words.append("al" if article else word)
    return " ".join(words)


@lru_cache(maxsize=50_000)
def skeleton(key: str) -> str:
    """The sound of a folded key, articles dropped: «raqqah», «raka» and «al raqa» are one."""
    return " ".join(_sound(part) for part in key.split() if part != "al")


def _sound(word: str) -> str:
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    short = word.removesuffix("h").rstrip("a")
    return short if len(short) > 1 else word
