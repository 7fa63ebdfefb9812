"""Which language a text is in: by its script, then by stop words and letters (data). Short texts too."""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

from .data import table

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 3000
READ = frozenset({"fr", "en", "ar"})
# One letter with a diacritic tells less than a stop word: names keep theirs in every language.
_LETTER_WEIGHT = 0.5
# Share of words that must be known ones; a headline of names and numbers has two of ten.
_LEAST = 0.08
# Share of letters from which an Arabic script is Persian or Urdu; Arabic texts have a few in names.
_FOREIGN = 0.02


def language(text: str) -> str:
    """`fr`, `en`, `ar`, or `other`: any other language, or too little text to tell."""
    sample = text[:_SAMPLE].lower()
    letters = {c: count for c, count in Counter(sample).items() if c.isalpha()}
    total = sum(letters.values())
    if not total:
        return "other"
    if _share(letters, "arabic") > total / 2:
        foreign = sum(letters.get(c, 0) for c in table("languages")["not_arabic"]["letters"])
        return "ar" if foreign < _FOREIGN * total else "other"
    return _latin(sample, letters) if _share(letters, "latin") > total / 2 else "other"


def _latin(sample: str, letters: Mapping[str, int]) -> str:
    """The language of the most stop words; `other` when there are hardly any."""
    words = Counter(_WORD.findall(sample))
    scores = dict.fromkeys(table("languages")["words"], 0.0)
    known = _words()
    for word in words.keys() & known.keys():
        for name in known[word]:
            scores[name] += words[word]
    for name, own in table("languages")["diacritics"].items():
        scores[name] += _LETTER_WEIGHT * sum(letters.get(c, 0) for c in own)
    best = max(scores, key=lambda name: (scores[name], name in READ))
    enough = max(1.0, _LEAST * words.total())
    return best if best in READ and scores[best] >= enough else "other"


@cache
def _words() -> dict[str, tuple[str, ...]]:
    """Word → the languages that list it."""
    found: dict[str, list[str]] = {}
    for name, words in table("languages")["words"].items():
        for word in set(words.split()):
            found.setdefault(word, []).append(name)
    return {word: tuple(names) for word, names in found.items()}


@cache
def _blocks(script: str) -> tuple[tuple[int, int], ...]:
    ranges = (block.split("-") for block in table("languages")["scripts"][script])
    return tuple((int(first, 16), int(last, 16)) for first, last in ranges)


def _share(letters: Mapping[str, int], script: str) -> int:
    """How many of the letters are of a script."""
    blocks = _blocks(script)
    return sum(n for c, n in letters.items() if any(first <= ord(c) <= last for first, last in blocks))
