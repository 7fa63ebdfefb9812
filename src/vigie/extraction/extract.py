"""Documents in, claims out: the cascade from end to end. Pure: the same document gives the same claims."""

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import replace

from vigie.times import date_document
from vigie.values import Claim, Document, Problem

from . import control, diplomacy, entered
from .analysis import analyse
from .assemble import once, with_ids
from .collecting import seldom_collecting
from .draft import Draft
from .event_claims import draft_event
from .frames import Why
from .harm import draft
from .story import Story, read
from .text import sound
from .topics import of_old
from .wholes_spots import tie_spots

PACK = "fr-1"
LANGUAGES = frozenset({"fr"})


class Reading(NamedTuple):
    """A document as it was understood: dated, with its claims; `problem` where a rule failed on it."""

    document: Document
    claims: list[Claim]
    problem: Problem | None = None


class Explained(NamedTuple):
    """A claim and, for each of its values, the words (offsets, -1 where there are none) and the rule behind it."""

    claim: Claim
    why: Why


def _sound(document: Document) -> Document:
    text = sound(document.text)
    return document if text == document.text else replace(document, text=text)


def _drafts(story: Story) -> list[Draft[Any]]:
    harms = once([draft(story, figure) for figure in story.figures])
    tie_spots(harms)
    events = [draft_event(story.analysis, act) for act in story.acts]
    found: list[Draft[Any]] = [*harms, *events, *control.find(story), *diplomacy.find(story)]
    news = [d for d in found if not _history(d)]
    return sorted(news, key=lambda d: (d.claim.start, d.claim.end))


def _history(draft: Draft[Any]) -> bool:
    when = draft.claim.when
    return when is not None and of_old(when.end)


@lru_cache(maxsize=4)
def pack_name(extra: Path | None) -> str:
    """The words that read a claim: the pack, and the folder of words read after it by a digest of its tables."""
    if extra is None:
        return PACK
    tables = sorted(path for path in extra.iterdir() if path.suffix == ".tsv")
    told = b"".join(path.name.encode() + path.read_bytes() for path in tables)
    return f"{PACK}+{hashlib.sha256(told).hexdigest()[:8]}"


def explain(document: Document, extra: Path | None = None) -> list[Explained]:
    """The claims of a document in the order of the text, each with its reasons; none for a language without a pack.

    `extra` is a folder whose tables are read after those of the pack (docs/extending.md).
    """
    if document.fields:
        return [Explained(claim, why) for claim, why in entered.claims(document)]
    analysis = analyse(_sound(document), extra) if document.language in LANGUAGES else None
    if analysis is None:
        return []
    drafts = _drafts(read(analysis))
    with_ids(drafts, document.id, pack_name(extra))
    return [Explained(d.claim, d.why) for d in drafts]


def extract(document: Document, extra: Path | None = None) -> list[Claim]:
    """The claims of a document, in the order of the text."""
    return [e.claim for e in explain(document, extra)]


def dated(document: Document) -> Document:
    """The document with its day of publication: as given, from metadata or dateline, else inferred, else none."""
    if document.fields:  # a list tells when something happened, not when that was told
        return document
    document = _sound(document)
    known, basis = document.published, document.published_basis
    dating = date_document(document.text, known if basis == "given" else None, known if basis == "metadata" else None)
    return replace(
        document, published=dating.published, published_basis=dating.basis, published_reasons=list(dating.reasons)
    )


def understand(document: Document, extra: Path | None = None) -> Reading:
    """Date a document and take its claims."""
    with seldom_collecting():
        ready = dated(document)
        return Reading(ready, extract(ready, extra))
