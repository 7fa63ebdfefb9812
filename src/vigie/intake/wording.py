"""What is kept of a text so that its copies are known later, without the text: some hundreds of bytes.

Three ways to be a copy: the same words (spaces, quotes, case aside); most of the words (MinHash, Broder 1997, over the
word triples of each sentence, so that no triple spans a cut); or most sentences of the shorter found in the longer,
letter for letter (a wire cut to fit).
"""

import hashlib
import re
import struct
from collections.abc import Iterable, Sequence

import msgspec

from ..values import Document, digest

_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"(?<=[.!?»”\"])\s+|[\r\n]+")
_PERMUTATIONS = 64
_BANDS = 16
"""16 bands of 4: pairs at a similarity of 0.5 meet with probability 0.64, at 0.6 with 0.89, at 0.7 with 0.99."""

_SEED = 42
_NUMBER = 4
_PACKED = struct.Struct(f"<{_PERMUTATIONS}I")
_BAND = _NUMBER * _PERMUTATIONS // _BANDS
_NEAR = 0.5
"""Share of word triples in common: two articles of one agency with the same background paragraphs have 0.1 to 0.3."""

_CUT = 0.6
"""Share of the shorter one's words that stand in sentences of the longer."""

_PASSAGE = 6
"""Words of the shortest sentence that counts: shorter ones («Il a démenti.») are in many texts."""

_SHARED = 25
"""Words that two texts must share in whole sentences: two sentences of a dispatch. A shorter text is not compared."""

_SENTENCES = 2
"""Sentences that they must share: one alone may be the background that an agency puts under all its dispatches."""

CROWD = 12
"""Holders of one sentence or band that are looked at one by one; a sentence that more hold is a background."""


class Wording(msgspec.Struct, frozen=True, array_like=True):
    """The words of a text as copies are told by them.

    `mark`: the hash of all its words; `words`: how many; `signature`: its MinHash, 64 numbers of 4 bytes, empty where
    the text is too short to be compared; `passages`: the hash of each sentence -> its words.
    """

    mark: str
    words: int
    signature: bytes = b""
    passages: dict[int, int] = {}


def fingerprint(text: str) -> str:
    """The origin of a text as far as it alone tells: the hash of its words, whatever its spaces, quotes and case."""
    return _mark(_WORD.findall(text.casefold()))


def _mark(words: Iterable[str]) -> str:
    return digest(("origin", " ".join(words)))


def wordings(texts: Sequence[str]) -> list[Wording]:
    """The wording of each text; some hundreds at once are hashed four times as fast as one by one."""
    split = [[_WORD.findall(part) for part in _SENTENCE.split(text.casefold())] for text in texts]
    signatures = _signatures([_triples(sentences) for sentences in split])
    return [_wording(sentences, signature) for sentences, signature in zip(split, signatures, strict=True)]


def wordings_of(documents: Sequence[Document]) -> list[Wording]:
    """The wording of each document. A row of a list is a copy of what has the same cells, and of nothing that is like
    it: the names of the columns, and most of their values, are in all rows.
    """
    made = wordings([document.text for document in documents])
    pairs = zip(documents, made, strict=True)
    return [Wording(wording.mark, wording.words) if document.fields else wording for document, wording in pairs]


def _signatures(triples: list[list[str]]) -> list[bytes]:
    from rensa import RMinHash  # only those who compare copies pay for it

    rows = RMinHash.digest_matrix_from_token_sets(triples, _PERMUTATIONS, _SEED).to_rows()
    return [_PACKED.pack(*row) for row in rows]


def _triples(sentences: list[list[str]]) -> list[str]:
    """The runs of three words of each sentence."""
    runs = (zip(part, part[1:], part[2:], strict=False) for part in sentences)
    return [f"{one} {two} {three}" for found in runs for one, two, three in found]


def _wording(sentences: list[list[str]], signature: bytes) -> Wording:
    parts = [(" ".join(part), len(part)) for part in sentences if part]
    mark, words = _mark(part for part, _ in parts), sum(count for _, count in parts)
    if words < _SHARED:
        return Wording(mark, words)
    return Wording(mark, words, signature, {_number(part.encode()): n for part, n in parts if n >= _PASSAGE})


def _number(data: bytes) -> int:
    """63 bits: a number that any database holds."""
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "big") >> 1


def bands(wording: Wording) -> list[int]:
    """The keys of which near copies most likely share one: each is a hash of four numbers of the signature."""
    starts = range(0, len(wording.signature), _BAND)
    return [_number(bytes([start // _BAND]) + wording.signature[start : start + _BAND]) for start in starts]


def same(one: Wording, two: Wording) -> bool:
    """Whether two wordings are copies of one original."""
    if not one.signature or not two.signature:
        return one.mark == two.mark
    return one.mark == two.mark or _cut(one, two) or _near(one.signature, two.signature)


def _near(one: bytes, two: bytes) -> bool:
    pairs = zip(memoryview(one).cast("I"), memoryview(two).cast("I"), strict=True)
    return sum(a == b for a, b in pairs) >= _NEAR * _PERMUTATIONS


def _cut(one: Wording, two: Wording) -> bool:
    shared = one.passages.keys() & two.passages.keys()
    words = sum(one.passages[passage] for passage in shared)
    return len(shared) >= _SENTENCES and words >= max(_SHARED, _CUT * min(one.words, two.words))
