"""Which document is a later version of which: told when a document is added, from those of the same address."""

from collections import defaultdict
from collections.abc import Iterable

from .. import values as v
from ..intake import address_of, follows
from .batches import portions
from .journal import Entry
from .models import Document
from .rows import document_of


def address(document: v.Document) -> int:
    """The number of a document's address, 63 bits."""
    return int(v.digest(("address", address_of(document))), 16) >> 1


def tie(alias: str, rows: Iterable[tuple[Document, v.Document]]) -> None:
    """Tell new documents, in their order and before they are stored, what they are versions of.

    A version follows the last of its chain that it may follow; a name may have several chains, a web page has one.
    """
    new = [(row, document, address(document)) for row, document in rows]
    last = _last(alias, {number for _, _, number in new})
    for row, document, number in new:
        row.address = number
        ends = last[number]
        before = min((end for end in ends if follows(end, document)), key=lambda end: end.id, default=None)
        if before is not None:
            row.version_of_id = before.id
            ends.remove(before)
        ends.append(document)


def put_before(alias: str, old: Iterable[tuple[Document, v.Document]]) -> list[Entry]:
    """Give stored documents their address, and put each before the first version under it; the newest come first."""
    entries = []
    for row, document in old:
        number = address(document)
        heads = Document.objects.using(alias).filter(address=number, version_of=None).order_by("id")
        head = next((one for one in heads if follows(document, document_of(one))), None)
        Document.objects.using(alias).filter(id=row.id).update(address=number)
        if head is not None:
            Document.objects.using(alias).filter(id=head.id).update(version_of=row.id)
            entries.append(Entry("document.tied", head.id, {"version_of": row.id}))
    return entries


def _last(alias: str, numbers: set[int]) -> defaultdict[int, list[v.Document]]:
    """The documents of each address that no other is a version of."""
    found: defaultdict[int, list[v.Document]] = defaultdict(list)
    for portion in portions(sorted(numbers)):
        for row in Document.objects.using(alias).filter(address__in=portion, next_version=None):
            found[row.address or 0].append(document_of(row))
    return found


def versions(alias: str, name: str) -> list[v.Document]:
    """The versions of the document with this id, URL, or name that it came in with; the oldest first."""
    rows = Document.objects.using(alias)
    asked: tuple[dict[str, object], ...] = ({"id": name}, {"address__in": _numbers(name)}, {"given": name})
    start = next((row for one in asked if (row := rows.filter(**one).order_by("id").first())), None)
    while start is not None and start.version_of is not None:
        start = start.version_of
    chain = []
    while start is not None:
        chain.append(document_of(start))
        start = rows.filter(version_of=start).first()
    return chain


def _numbers(name: str) -> list[int]:
    empty = v.Document(document=name, id="", text="", sha256="", text_sha256="", origin="")
    paged = v.Document(document=name, id="", text="", sha256="", text_sha256="", origin="", url=name)
    return [address(empty), address(paged)]


def ties(alias: str) -> dict[str, str]:
    """Each document that is a version -> the one before it."""
    rows = Document.objects.using(alias).exclude(version_of=None).values_list("id", "version_of_id")
    return {new: old for new, old in rows if old is not None}
