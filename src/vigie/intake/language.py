"""Which language a text is in: by its script, then by stop words and letters (data). Short texts too."""

import re
from collections.abc import Iterable
from functools import cache

from .data import table

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 4000
READ = frozenset({"fr", "en", "ar"})
# One letter with a diacritic tells less than a stop word: names keep theirs in every language.
_LETTER_WEIGHT = 0.5
_LEAST = 0.08


def language(text: str) -> str:
    """`fr`, `en`, `ar`, or `other`: any other language, or too little text to tell."""
    sample = text[:_SAMPLE]
    letters = [c for c in sample if c.isalpha()]
    if not letters:
        return "other"
    arabic, latin = _share(letters, "arabic"), _share(letters, "latin")
    if arabic > 0.5:
        return "ar" if _share_of(letters, table("languages")["not_arabic"]["letters"]) < 0.02 else "other"
    return _latin(sample) if latin > 0.5 else "other"


def _latin(sample: str) -> str:
    """The language of the most stop words; `other` when there are hardly any."""
    words = _WORD.findall(sample.lower())
    scores = dict.fromkeys(table("languages")["words"], 0.0)
    known = _words()
    for word in words:
        for name in known.get(word, ()):
            scores[name] += 1
    for name, letters in table("languages")["diacritics"].items():
        scores[name] += _LETTER_WEIGHT * sum(c in letters for c in sample.lower())
    best = max(scores, key=lambda name: (scores[name], name in READ))
    return best if best in READ and scores[best] >= max(1.0, _LEAST * len(words)) else "other"


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


def _share(letters: list[str], script: str) -> float:
    blocks = _blocks(script)
    return sum(any(first <= ord(c) <= last for first, last in blocks) for c in letters) / len(letters)


def _share_of(letters: list[str], wanted: Iterable[str]) -> float:
    chosen = frozenset(wanted)
    return sum(c in chosen for c in letters) / len(letters)
