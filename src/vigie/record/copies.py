"""Which documents are copies of one original: told when a document is added, from the wordings of those before it.

No text is read again. Documents with the same words share a row of `Wording`; a document joins the original of whatever
it copies, and where it copies two that were held apart, the later of these joins the earlier. Of a key that many
wordings hold (a sentence that an agency puts under all its dispatches) the first `CROWD` are remembered.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import msgspec

from .. import values as v
from ..intake import CROWD, Origin, Wording, agencies, bands, same, wordings_of
from .batches import portions
from .journal import Entry
from .models import Claim, Document, WordingKey
from .models import Wording as Row

_SENTENCES = 2  # shared ones that make a look worth while

_decoder = msgspec.msgpack.Decoder(Wording)


class _Shelf:
    """The wordings that the new ones may be copies of, and the new ones, by their place in the order of arrival."""

    def __init__(self, alias: str, new: Sequence[Wording]) -> None:
        self.alias = alias
        self.rows: dict[str, Row] = {}
        self.added: list[Row] = []
        self.moved: dict[str, str] = {}
        self.wordings: dict[str, Wording] = {}
        self.holders: defaultdict[int, list[str]] = defaultdict(list)
        self.fresh: list[tuple[int, str]] = []
        self._load({wording.mark: wording for wording in new})

    def _load(self, new: dict[str, Wording]) -> None:
        keys = {key for wording in new.values() for key in (*bands(wording), *wording.passages)}
        rows = WordingKey.objects.using(self.alias)
        for asked in portions(sorted(keys)):
            for key, mark in rows.filter(key__in=asked).order_by("id").values_list("key", "wording__mark"):
                self.holders[key].append(mark)
        near = {mark for wording in new.values() for mark in self._near(wording)}
        for portion in portions(sorted(near | new.keys())):
            for row in Row.objects.using(self.alias).filter(mark__in=portion):
                self.rows[row.mark], self.wordings[row.mark] = row, _decoder.decode(bytes(row.value))

    def _near(self, wording: Wording) -> list[str]:
        """The marks of the wordings worth a look: they share a band, or two sentences."""
        found = {mark for key in bands(wording) for mark in self.holders.get(key, ())}
        shared = Counter(mark for key in wording.passages for mark in self.holders.get(key, ()))
        return sorted(found | {mark for mark, count in shared.items() if count >= _SENTENCES})

    def add(self, wording: Wording, document: v.Document) -> None:
        """Take the wording of a document in, unless there is one of the same words."""
        if wording.mark in self.rows:
            return
        copied = {self.rows[mark].origin for mark in self._near(wording) if same(wording, self.wordings[mark])}
        origin = self._join(copied) if copied else document.origin
        value = msgspec.msgpack.encode(wording)
        row = Row(mark=wording.mark, origin=origin, agencies=agencies(document.text), value=value)
        self.rows[row.mark], self.wordings[row.mark] = row, wording
        self.added.append(row)
        for key in sorted({*bands(wording), *wording.passages}):
            if len(self.holders[key]) < CROWD:
                self.holders[key].append(row.mark)
                self.fresh.append((key, row.mark))

    def _join(self, origins: set[str]) -> str:
        """Make several originals one: that of the earliest wording."""
        first, *others = sorted(origins, key=self._age) if len(origins) > 1 else list(origins)
        for other in others:
            self.moved[other] = first
            for row in self.rows.values():
                if row.origin == other:
                    row.origin = first
        return first

    def _age(self, origin: str) -> tuple[int, int]:
        stored = Row.objects.using(self.alias).filter(origin=origin).order_by("id").values_list("id", flat=True).first()
        place = next((n for n, row in enumerate(self.added) if row.origin == origin), len(self.added))
        return (0, stored) if stored is not None else (1, place)

    def write(self) -> None:
        """Keep what was taken in; documents of originals that became one are linked again."""
        rows = Row.objects.using(self.alias)
        for old, new in self.moved.items():
            Claim.objects.using(self.alias).filter(document__origin=old).update(linked=False)
            Document.objects.using(self.alias).filter(origin=old).update(origin=new)
            rows.filter(origin=old).update(origin=new)
        rows.bulk_create(self.added, batch_size=100)
        ids = {mark: key for portion in portions({m for _, m in self.fresh}) for mark, key in _ids(self.alias, portion)}
        keys = [WordingKey(key=key, wording_id=ids[mark]) for key, mark in self.fresh]
        WordingKey.objects.using(self.alias).bulk_create(keys, batch_size=400)


def _ids(alias: str, marks: list[str]) -> Iterator[tuple[str, int]]:
    return Row.objects.using(alias).filter(mark__in=marks).values_list("mark", "id").iterator()


def settle(alias: str, documents: Sequence[v.Document]) -> tuple[dict[str, str], list[Entry]]:
    """The original of each new document (ids -> origins), and the journal's entries; called before they are stored."""
    if not documents:
        return {}, []
    made = wordings_of(documents)
    shelf = _Shelf(alias, made)
    for wording, document in zip(made, documents, strict=True):
        shelf.add(wording, document)
    shelf.write()
    origins = {d.id: shelf.rows[wording.mark].origin for wording, d in zip(made, documents, strict=True)}
    entries = [Entry("origins.joined", new, {"from": [old]}) for old, new in shelf.moved.items()]
    copied = ((d.id, origins[d.id]) for d in documents if d.origin != origins[d.id])
    return origins, [*entries, *(Entry("document.copied", key, {"of": origin}) for key, origin in copied)]


def all_origins(alias: str) -> Iterator[Origin]:
    """Every original with its documents (ids, sorted), their outlets, and the agencies that the texts name."""
    named: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for origin, names in Row.objects.using(alias).order_by("id").values_list("origin", "agencies").iterator():
        named[origin].update(dict.fromkeys(names))
    rows = Document.objects.using(alias).order_by("origin", "id").values_list("origin", "id", "source__name")
    for origin, group in groupby(rows.iterator(), key=lambda row: row[0]):
        yield _origin(origin, list(group), named[origin])


def _origin(origin: str, rows: list[tuple[str, str, str | None]], named: Iterable[str]) -> Origin:
    outlets = sorted({name for _, _, name in rows if name})
    return Origin(origin, [key for _, key, _ in rows], outlets, list(named))
