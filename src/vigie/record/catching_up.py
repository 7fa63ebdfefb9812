"""Documents that came before copies and versions were kept: compared now, a portion at a time, oldest portions last.

A document without an address is such. They are taken from the newest to the oldest, so that each is put before the head
of its chain of versions, whatever came after it. What is done is in the journal; a run killed here goes on.
"""

from collections.abc import Iterable

from django.db.models import QuerySet

from .. import values as v
from .copies import settle
from .journal import Entry
from .models import Claim, Document
from .rows import document_of
from .versions import put_before

PORTION = 64


def left(alias: str) -> int:
    """How many documents there are to compare."""
    return _old(alias).count()


def portion(alias: str) -> list[Entry]:
    """Compare a portion of the documents; the journal's entries."""
    rows = list(_old(alias).order_by("-run__started", "-id")[:PORTION])
    documents = [document_of(row) for row in rows]
    origins, entries = settle(alias, documents)
    _joined(alias, documents, origins)
    return [*entries, *put_before(alias, zip(rows, documents, strict=True))]


def _old(alias: str) -> "QuerySet[Document]":
    return Document.objects.using(alias).filter(address=None)


def _joined(alias: str, documents: Iterable[v.Document], origins: dict[str, str]) -> None:
    """Documents that turn out to be copies get their original, and their claims are linked again."""
    for document in documents:
        if origins[document.id] != document.origin:
            Document.objects.using(alias).filter(id=document.id).update(origin=origins[document.id])
            Claim.objects.using(alias).filter(document=document.id).update(linked=False)
