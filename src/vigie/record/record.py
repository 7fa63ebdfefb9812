"""The record as the rest of the program uses it."""

import datetime as dt
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import TracebackType

from django.db import transaction
from django.db.models import Count

from .. import values as v
from ..intake import Origin
from ..linking import Decision, link_all
from . import backup, catching_up, copies, decisions, documents, incidents, journal, versions
from .errors import RecordError, told_clearly
from .forms import Applied, Break, Decided
from .models import Claim, Document, Incident, Journal, Problem, Run, Source
from .opening import WriterLock, bring_up_to_date, check_file, connect, disconnect, lock
from .rows import problem_of
from .settings import is_url


def _program() -> str:
    try:
        return version("vigie-observatory")
    except PackageNotFoundError:
        return "source"


class Record:
    """Documents, claims, incidents, problems, decisions, journal of one observatory. See `vigie.record.open_record`."""

    def __init__(self, place: str | Path, alias: str, writer: WriterLock | None, *, write: bool) -> None:
        self.place, self._alias, self._writer, self._write = place, alias, writer, write
        self._run: str | None = None

    def __enter__(self) -> "Record":
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let others write, and close the file."""
        disconnect(self._alias)
        if self._writer is not None:
            self._writer.close()

    # Writing

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Everything written within is kept together or not at all; batches within a batch are one."""
        if not self._write:
            raise RecordError("opened_to_read", self.place)
        with told_clearly(self.place), transaction.atomic(using=self._alias):
            yield

    @contextmanager
    def run(self, command: str) -> Iterator[str]:
        """A run of the program: what is written within bears its id. A run that was broken off stays unfinished."""
        self._run = self._begin(command)
        try:
            yield self._run
            self._finish(self._run)
        finally:
            self._run = None

    def _begin(self, command: str) -> str:
        run, now = secrets.token_hex(8), dt.datetime.now(dt.UTC)
        with self.batch():
            Run.objects.using(self._alias).create(id=run, command=command[:2000], version=_program(), started=now)
            journal.append(self._alias, [journal.Entry("run.started", run)], run)
        return run

    def _finish(self, run: str) -> None:
        with self.batch():
            journal.append(self._alias, [journal.Entry("run.finished", run)], run)
            Run.objects.using(self._alias).filter(id=run).update(
                finished=dt.datetime.now(dt.UTC), counts=self.summary(), head=journal.head(self._alias)
            )

    def _log(self, entries: list[journal.Entry]) -> None:
        if entries:
            journal.append(self._alias, entries, self._run or "")

    def add_documents(self, given: Iterable[v.Document]) -> int:
        """Add the documents that the record does not have; return how many were new."""
        with self.batch():
            entries = documents.add_documents(self._alias, given, self._run)
            self._log(entries)
        return sum(entry.action == "document.added" for entry in entries)

    def add_claims(self, document: str, claims: Iterable[v.Claim]) -> int:
        """Add a document's claims and mark it as read to the end; return how many claims were new.

        Put it in one `batch()` with `add_documents`, or a killed run leaves documents that are read again.
        """
        return self._add_claims({document: claims})

    def add_readings(self, readings: Iterable[tuple[v.Document, Iterable[v.Claim]]]) -> int:
        """Add documents with their claims, whole or not at all; return how many documents were new.

        Several at once are four times as fast as `add_documents` and `add_claims` one by one.
        """
        given = {document.id: (document, claims) for document, claims in readings}
        with self.batch():
            new = self.add_documents(document for document, _ in given.values())
            stored = documents.stored(self._alias, given)
            self._add_claims({key: claims for key, (_, claims) in given.items() if key in stored})
        return new

    def _add_claims(self, given: Mapping[str, Iterable[v.Claim]]) -> int:
        with self.batch():
            entries = documents.add_claims(self._alias, given, self._run)
            self._log(entries)
        return sum(len(entry.payload["claims"]) for entry in entries)

    def add_problems(self, problems: Iterable[v.Problem]) -> int:
        """Add what could not be read, once each; return how many were new."""
        with self.batch():
            entries = documents.add_problems(self._alias, problems, self._run)
            self._log(entries)
        return len(entries)

    def catch_up(self, show: Callable[[int, int], None] = lambda _done, _of: None) -> None:
        """Compare the documents of a record older than copies and versions; `show` is told how many of how many."""
        total = left = catching_up.left(self._alias)
        while left:
            with self.batch():
                self._log(catching_up.portion(self._alias))
            left = catching_up.left(self._alias)
            show(total - left, total)

    def apply(self, new: Iterable[v.Incident]) -> Applied:
        """Make `new` the incidents of the claims they hold: ids go on, merged ones leave tombstones."""
        with self.batch():
            done, entries = incidents.apply(self._alias, new)
            self._log(entries)
        return done

    def link_new(self) -> Applied:
        """Link the claims that are not linked yet with their neighbours, and keep what follows, in one batch.

        Two steps of neighbours are looked at: one decides who joins whom, the second shows the totals that a new event
        is part of. The first linking of a record sees everything at once.
        """
        with self.batch():
            new = self.unlinked_claims()
            near = [*new, *self.neighbours(new, reach=2)]
            return self.apply(link_all(near, self.documents_of(near), self.decisions()))

    def decide(self, decision: Decision, *, by: str = "", reason: str = "") -> str:
        """Keep what a person decided, for every later linking to obey; return the decision's id.

        `by` is a handle given by the desk, never a name. Neither it nor `reason` enters the journal.
        """
        with self.batch():
            key, entry = decisions.add_decision(self._alias, decision, by, reason)
            self._log([entry])
        return key

    def grade(self, source: str, letter: str, *, by: str = "", reason: str = "") -> str:
        """Keep the Admiralty letter (A to F) that a person gives a source; return the decision's id.

        ValueError for another letter, KeyError for a source that is not registered.
        """
        with self.batch():
            key, entry = decisions.add_grade(self._alias, source, letter, by, reason)
            self._log([entry])
        return key

    def undo(self, decision: str) -> list[str]:
        """Put a decision out of force; return the claims it was about. KeyError where none of that id is in force."""
        with self.batch():
            claims, entry = decisions.undo_decision(self._alias, decision)
            self._log([entry])
        return claims

    def relink(self, claims: Iterable[str]) -> Applied:
        """Link these claims again, with all that are in their incidents, by the decisions that are in force now."""
        with self.batch():
            documents.loosen(self._alias, set(claims))
            return self.link_new()

    # Reading

    def known_document_ids(self) -> set[str]:
        """The documents whose claims are all here: what a later run need not read again."""
        return set(Document.objects.using(self._alias).filter(complete=True).values_list("id", flat=True))

    def documents(self) -> Iterator[v.Document]:
        """Every document, by day of publication."""
        return documents.all_documents(self._alias)

    def claims(self, document: str | None = None) -> Iterator[v.Claim]:
        """Every claim, or those of one document."""
        return documents.all_claims(self._alias, document)

    def incidents(self) -> Iterator[v.Incident]:
        """Every incident that stands, under its public id, by day."""
        return incidents.living(self._alias)

    def tombstones(self) -> dict[str, str]:
        """The public id of each merged incident -> that of the incident it is part of now."""
        return incidents.forwarding(self._alias)

    def origins(self) -> Iterator[Origin]:
        """Every original: the documents that are copies of it, their outlets, the agencies that they name."""
        return copies.all_origins(self._alias)

    def versions(self, name: str) -> list[v.Document]:
        """The versions, oldest first, of the document with this id, URL, or name that it came in with; [] for none."""
        return versions.versions(self._alias, name)

    def version_ties(self) -> dict[str, str]:
        """Each document that is a later version -> the one before it."""
        return versions.ties(self._alias)

    def problems(self) -> Iterator[v.Problem]:
        """What could not be read."""
        for value in Problem.objects.using(self._alias).order_by("file", "id").values_list("value", flat=True):
            yield problem_of(value)

    def decisions(self) -> list[Decision]:
        """What people decided and nobody undid, oldest first: later ones win."""
        return decisions.decisions_of(self._alias)

    def decided(self) -> list[Decided]:
        """Every decision ever taken, oldest first, those undone too."""
        return decisions.decided(self._alias)

    def letters(self) -> dict[str, str]:
        """The Admiralty letter of each source that people gave one."""
        return decisions.letters_of(self._alias)

    def claims_named(self, name: str) -> list[str]:
        """The ids of the claim, or of the claims of the incident, of that id; a merged incident stands for the one that
        it is part of now. KeyError where there is neither."""
        return documents.claims_named(self._alias, incidents.forwarding(self._alias).get(name, name))

    def unlinked_claims(self) -> list[v.Claim]:
        """The claims that no incident has been looked for yet."""
        return documents.unlinked(self._alias)

    def documents_of(self, claims: Iterable[v.Claim]) -> list[v.Document]:
        """The documents that claims are from, for the linker."""
        return documents.documents_of(self._alias, claims)

    def neighbours(self, claims: Iterable[v.Claim], reach: int = 1) -> list[v.Claim]:
        """The stored claims that the linker has to see beside `claims`, in whole incidents; see `documents`."""
        return documents.neighbours(self._alias, claims, reach)

    def summary(self) -> dict[str, int]:
        """What the record holds, as counts by the names of its tables and, for claims, by kind."""
        counts = {
            "sources": Source.objects.using(self._alias).count(),
            "documents": Document.objects.using(self._alias).count(),
            "claims": Claim.objects.using(self._alias).count(),
            "incidents": Incident.objects.using(self._alias).filter(merged_into=None).count(),
            "contradictions": self._contradictions(),
            "problems": Problem.objects.using(self._alias).count(),
            "journal": Journal.objects.using(self._alias).count(),
        }
        return {**counts, **self._claims_by_kind()}

    def _contradictions(self) -> int:
        rows = Incident.objects.using(self._alias).filter(merged_into=None, contradictions__gt=0)
        return sum(rows.values_list("contradictions", flat=True))

    def _claims_by_kind(self) -> Mapping[str, int]:
        kinds = dict.fromkeys(("harm", "events", "control", "diplomacy"), 0)
        found = Claim.objects.using(self._alias).values_list("kind").annotate(Count("id"))
        return kinds | dict(found)

    def backup(self, target: str | Path) -> None:
        """Copy the live record to the file `target`."""
        backup.backup(self.place, Path(target))

    def verify_journal(self) -> list[Break]:
        """Every place where the journal's chain does not hold; empty when it is whole."""
        return journal.verify(self._alias)


def open_place(place: str | Path, *, write: bool, timeout: float) -> Record:
    """`vigie.record.open_record`, once Django is configured."""
    if not is_url(place):
        check_file(Path(place), write=write)
    alias = connect(place, timeout=timeout, read_only=not write)
    writer = lock(place, alias) if write else None
    try:
        bring_up_to_date(alias, place, write=write)
    except BaseException:
        disconnect(alias)
        if writer is not None:
            writer.close()
        raise
    return Record(place, alias, writer, write=write)
