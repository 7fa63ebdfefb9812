"""What a document's page says of its kin: copies of the same original, versions that came before and after."""

import difflib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from .. import values as v
from . import words
from .claims_view import document_title
from .marking import sentences
from .material import Material, file_name

_MOST = 50  # versions on either side, copies listed: each of thousands of copies would else list all the others
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
    """Documents by original and by version, sorted once for a whole site."""

    def __init__(self, material: Material) -> None:
        self._whole = material.policy.text == "full"
        self._origins: defaultdict[str, list[v.Document]] = defaultdict(list)
        self._documents, self._before = material.documents, material.version_ties
        self._after = {old: new for new, old in self._before.items()}
        for document in material.documents.values():
            self._origins[document.origin].append(document)

    def copies(self, document: v.Document) -> tuple[list[Kin], int]:
        """The other documents of the same original, up to a page of them, and how many more there are."""
        every = self._origins[document.origin]
        listed = [_kin(one) for one in every[: _MOST + 1] if one.id != document.id][:_MOST]
        return listed, len(every) - 1 - len(listed)

    def versions(self, document: v.Document) -> list[Kin]:
        """The versions before it and after it, the oldest first, with what is different where whole texts are shown."""
        chain = [*reversed(self._along(document, self._before)), *self._along(document, self._after)]
        return [_kin(one, _changes(document, one) if self._whole else ()) for one in chain]

    def _along(self, document: v.Document, step: Mapping[str, str]) -> list[v.Document]:
        found: list[v.Document] = []
        key = step.get(document.id)
        while key in self._documents and len(found) < _MOST:
            found.append(self._documents[key])
            key = step.get(key)
        return found


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
