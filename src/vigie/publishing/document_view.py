"""What a document's page says of its kin: copies of the same original, other versions of the same address."""

import difflib
from collections import defaultdict
from dataclasses import dataclass

from .. import values as v
from . import words
from .claims_view import document_title
from .marking import sentences
from .material import Material, file_name

_LONGEST = 400  # sentences of a text that is compared


@dataclass(frozen=True, slots=True)
class Kin:
    """Another document: its page, title, outlet and day; `changes`: (sign, sentence) against the one shown."""

    page: str
    title: str
    outlet: str
    day: str
    changes: tuple[tuple[str, str], ...] = ()


class Kinship:
    """Documents by original and by address, sorted once for a whole site."""

    def __init__(self, material: Material) -> None:
        self._whole = material.policy.text == "full"
        self._origins: defaultdict[str, list[v.Document]] = defaultdict(list)
        self._addresses: defaultdict[str, list[v.Document]] = defaultdict(list)
        for document in material.documents.values():
            self._origins[document.origin].append(document)
            if document.url:
                self._addresses[document.url].append(document)

    def copies(self, document: v.Document) -> list[Kin]:
        """The other documents of the same original."""
        return [_kin(one) for one in self._origins[document.origin] if one.id != document.id]

    def versions(self, document: v.Document) -> list[Kin]:
        """What else was found at the same address, with what is different where whole texts may be shown."""
        others = self._addresses.get(document.url or "", ())
        return [
            _kin(one, _changes(document, one) if self._whole else ())
            for one in others
            if one.id != document.id and one.text_sha256 != document.text_sha256
        ]


def _kin(document: v.Document, changes: tuple[tuple[str, str], ...] = ()) -> Kin:
    seen = document.retrieved.date() if document.retrieved else None
    day = words.days(document.published) if document.published else words.day(seen)
    page = f"documents/{file_name(document.id)}.html"
    return Kin(page, document_title(document), document.outlet or "", day, changes)


def _changes(shown: v.Document, other: v.Document) -> tuple[tuple[str, str], ...]:
    """Sentences that only the shown text has («+») or only the other («-»)."""
    mine, theirs = (sentences(one.text)[:_LONGEST] for one in (shown, other))
    steps = difflib.SequenceMatcher(None, theirs, mine, autojunk=False).get_opcodes()
    return tuple(
        (sign, one)
        for kind, a, b, c, d in steps
        if kind != "equal"
        for sign, part in (("-", theirs[a:b]), ("+", mine[c:d]))
        for one in part
    )
