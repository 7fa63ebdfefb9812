"""Where the program differs from gold, line by line, for those who write rules; never of a sealed set."""

import json
from collections.abc import Collection, Iterator

from vigie.values import Claim, Document

from .failures import shown
from .gold import Entry, Values, last_part, read_gold
from .judge import judged
from .scoring import matches
from .sets import CodedSet


def _words(entry: Entry, text: str) -> str:
    """What was coded: the quote, or the words at the offsets where gold travels without its texts."""
    start, end = entry.span
    return str(entry.values.get("quote") or text[start:end])


def _wrong_fields(doc: str, entry: Entry, claim: Values, words: str) -> Iterator[str]:
    for field, right in judged(entry.kind, entry.values, claim).items():
        if not right:
            name = "part_of" if field == "part" else field
            asked, given = (json.dumps(one.get(name), ensure_ascii=False) for one in (entry.values, claim))
            yield f"~ {doc} {entry.kind}.{field}: asked {asked}, given {given} «{words}»"


def misses(one: CodedSet, documents: Collection[Document], claims: Collection[Claim]) -> Iterator[str]:
    """A line for each wrong field of a found claim (`~`), each missed entry (`-`) and each claim too many (`+`).

    ValueError for a sealed set: to look at its texts would end its use.
    """
    if one.sealed:
        raise ValueError(f"{one.name} is sealed: look at its figures, not at its texts")
    return _lines(one, documents, claims)


def _lines(one: CodedSet, documents: Collection[Document], claims: Collection[Claim]) -> Iterator[str]:
    texts = {last_part(document.document): document.text for document in documents}
    for kind, by_doc in matches(read_gold(one.gold), documents, claims).items():
        for doc, matched in by_doc:
            for entry, claim in matched.pairs:
                yield from _wrong_fields(doc, entry, claim, _words(entry, texts.get(doc, "")))
            for entry in matched.missed:
                yield f"- {doc} {shown({'kind': kind, **entry.values})} «{_words(entry, texts.get(doc, ''))}»"
            for claim in matched.extra:
                yield f"+ {doc} {shown(claim)} «{claim['quote']}»"
