"""Words in their context: a claim's sentence with its words marked, a document with all its claims marked."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from .. import values as v

_END = re.compile(r"[.!?…]+[»\")\]’]*\s+(?=[\"«(A-ZÀ-Þ0-9])|\n+")
_MOST = 420  # characters on either side, where no sentence ends


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence around a quote, in three pieces as they stand in the text."""

    before: str
    quote: str
    after: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a document; `claims` are the numbers of those that it carries, `kinds` their kinds."""

    text: str
    claims: tuple[int, ...] = ()
    kinds: str = ""
    first: bool = False


def context(document: v.Document, claim: v.Claim) -> Context:
    """The sentence of a claim; the quote alone where its offsets do not fit the text."""
    text, start, end = document.text, claim.start, claim.end
    if not 0 <= start < end <= len(text):
        return Context("", claim.quote, "")
    window = max(0, start - _MOST)
    # One character more, because a sentence's end is known by the capital after it.
    ends = [m.end() for m in _END.finditer(text, window, start + 1) if m.end() <= start]
    left = ends[-1] if ends else window
    after = _END.search(text, end, min(len(text), end + _MOST))
    right = after.end() if after else min(len(text), end + _MOST)
    return Context(text[left:start].lstrip(), text[start:end], text[end:right].rstrip())


def sentences(text: str) -> list[str]:
    """The sentences of a text, without the space around them."""
    return [
        part for part in (one.strip() for one in _END.sub(lambda m: m[0].rstrip() + "\n", text).split("\n")) if part
    ]


def pieces(document: v.Document, claims: Iterable[v.Claim]) -> list[Piece]:
    """The text cut where a claim begins or ends, so that claims may overlap; claims are numbered from 1."""
    spans = [
        (start, end, number, type(claim).__struct_config__.tag)
        for number, claim in enumerate(claims, 1)
        for start, end in ((claim.start, claim.end), *claim.mentions)
        if 0 <= start < end <= len(document.text)
    ]
    cuts = sorted({0, len(document.text), *(s[0] for s in spans), *(s[1] for s in spans)})
    starts: set[int] = set()
    found = []
    for left, right in pairwise(cuts):
        here = [s for s in spans if s[0] <= left and right <= s[1]]
        numbers = tuple(sorted({s[2] for s in here}))
        first = bool(set(numbers) - starts)
        starts.update(numbers)
        found.append(Piece(document.text[left:right], numbers, " ".join(sorted({str(s[3]) for s in here})), first))
    return found


def carrying(document: v.Document, claims: Iterable[v.Claim]) -> list[Piece]:
    """Only the sentences that carry a claim, for a policy that shows no whole texts."""
    shown = []
    for number, claim in enumerate(claims, 1):
        around = context(document, claim)
        kind = str(type(claim).__struct_config__.tag)
        shown += [Piece(around.before), Piece(around.quote, (number,), kind, True), Piece(around.after + "\n\n")]
    return shown
