"""When a document was published: given, from its metadata, from its dateline, or worked out from what it says."""

from vigie.values import Interval, Value
from vigie.values.document import PublishedBasis

from .dateline import dateline


class Dating(Value, frozen=True, kw_only=True):
    """The day or days of publication, what tells them, and the reasons in words; all empty where nothing tells."""

    published: Interval | None
    basis: PublishedBasis | None
    reasons: list[str]


def date_document(text: str, given: Interval | None, metadata: Interval | None) -> Dating:
    """Date a text: `given` before `metadata` before its dateline before inference; nothing rather than a guess.

    A crawl stamp at the head of a text («date 2021-10») is neither a dateline nor evidence.
    """
    if given is not None:
        return Dating(published=given, basis="given", reasons=[f"given: {given.start}"])
    if metadata is not None:
        return Dating(published=metadata, basis="metadata", reasons=[f"metadata: {metadata.start}"])
    stated = dateline(text)
    if stated is not None:
        return Dating(published=Interval.day(stated[0]), basis="dateline", reasons=[f"dateline: «{stated[1]}»"])
    return Dating(published=None, basis=None, reasons=[])
