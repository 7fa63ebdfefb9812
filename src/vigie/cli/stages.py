"""`vigie run`, `vigie extract`, `vigie link`: from files to a record and its pages, whole or one stage at a time."""

import itertools
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec.structs import replace

from vigie.extraction import Reading
from vigie.intake import Archive, was_read
from vigie.linking import link, link_all, read_claims, read_documents
from vigie.publishing import write_site
from vigie.record import open_record
from vigie.values import Claim, Document, write_jsonl

from . import shown
from .reading import Tally, progress, readings
from .say import complain, out, say

if TYPE_CHECKING:
    from vigie.record import Record

NOTHING_READ = 3
BATCH = 64  # documents kept at once: what a kill -9 can cost

Paths = Annotated[list[Path], typer.Argument(help="Files and folders to read.", metavar="PATH…", show_default=False)]
Processes = Annotated[int, typer.Option("--processes", "-p", min=1, help="How many processes read at the same time.")]


def _closing(tally: Tally) -> None:
    """Exit with 3 where nothing could be read."""
    if not tally.documents:
        complain(say("nothing"))
        raise typer.Exit(NOTHING_READ)


def _batches(found: Iterable[Reading]) -> Iterator[list[Reading]]:
    iterator = iter(found)
    while batch := list(itertools.islice(iterator, BATCH)):
        yield batch


def _keep(record: "Record", found: Iterable[Reading], tally: Tally) -> None:
    for batch in _batches(found):
        with record.batch():
            tally.new += record.add_documents(reading.document for reading in batch)
            for reading in batch:
                record.add_claims(reading.document.id, reading.claims)
    record.add_problems(tally.problems)


def _relink(record: "Record") -> None:
    """Look for the incidents of the claims that have none yet, beside the record's claims that they may belong to."""
    new = record.unlinked_claims()
    if new:
        needed = {claim.id: claim for claim in [*record.neighbours(new), *new]}
        changes = link(
            new,
            [c for c in needed.values() if c.id not in {n.id for n in new}],
            record.decisions(),
            list(record.documents()),
        )
        record.apply(changes.incidents)


def run(
    paths: Paths,
    output: Annotated[
        Path, typer.Option("--output", "-o", help="Folder of the record (vigie.db), its archive and its pages (site/).")
    ] = Path("vigie-output"),
    processes: Processes = 1,
) -> None:
    """Read dispatches into a record, link their claims into incidents, and write the draft site.

    Running it again adds what is new and nothing else. Everything that it shows is a machine's draft.

    Example:  vigie run dispatches/ --output observatory
    """
    tally = Tally()
    with open_record(output / "vigie.db") as record, record.run("run"):
        known = record.known_document_ids()
        archive = Archive(output / "archive")
        _keep(record, readings(paths, tally, processes, archive, lambda d: d.id in known), tally)
        _closing(tally)
        with progress() as bar:
            bar.add_task(say("linking"), total=None)
            _relink(record)
        _publish(record, output / "site")
        _told(record, tally, output)


def _publish(record: "Record", folder: Path) -> None:
    with progress() as bar:
        task = bar.add_task(say("publishing"), total=None)
        write_site(record, folder, lambda done, of: bar.update(task, completed=done, total=of))


def _told(record: "Record", tally: Tally, output: Path) -> None:
    counts = record.summary()
    shown.summary(tally, counts["incidents"], counts["contradictions"])
    shown.problems([p for p in tally.problems if not was_read(p)], output / "site" / "problems.html")
    out.print(say("record", path=output / "vigie.db"), markup=False, soft_wrap=True)
    out.print(say("site", path=output / "site" / "index.html"), markup=False, soft_wrap=True)


def named(claims: Iterable[Claim], document: Document) -> Iterator[Claim]:
    """In files a claim names its document as it came in."""
    return (replace(claim, document=document.document) for claim in claims)


def extract(
    paths: Paths,
    output: Annotated[
        Path, typer.Option("--output", "-o", help="Folder for documents.jsonl, claims.jsonl and problems.jsonl.")
    ],
    processes: Processes = 1,
    with_text: Annotated[bool, typer.Option("--text", help="Keep the texts in documents.jsonl.")] = False,
) -> None:
    """Read dispatches and write their claims as JSON lines.

    Example:  vigie extract dispatches/ --output out
    """
    tally, documents = Tally(), []

    def claims() -> Iterator[Claim]:
        for reading in readings(paths, tally, processes):
            documents.append(reading.document if with_text else replace(reading.document, text=""))
            yield from named(reading.claims, reading.document)

    count = write_jsonl(output / "claims.jsonl", claims())
    write_jsonl(output / "documents.jsonl", documents)
    write_jsonl(output / "problems.jsonl", tally.problems)
    _closing(tally)
    shown.summary(tally)
    shown.problems([p for p in tally.problems if not was_read(p)], output / "problems.jsonl")
    shown.wrote(output / "claims.jsonl", count)


def link_files(
    claims: Annotated[
        Path, typer.Argument(help="claims.jsonl, as `vigie extract` writes it or as people coded it.", metavar="CLAIMS")
    ],
    documents: Annotated[
        Path, typer.Option("--documents", "-d", help="documents.jsonl of the same texts: their outlets and days.")
    ],
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder for incidents.jsonl.")],
) -> None:
    """Group claims into incidents, with their rival figures side by side.

    Example:  vigie link out/claims.jsonl --documents out/documents.jsonl --output out
    """
    for path in (claims, documents):
        if not path.is_file():
            complain(say("missing.file", path=path))
            raise typer.Exit(2)
    found, problems = read_claims(claims)
    texts, more = read_documents(documents)
    if not found:
        complain(say("nothing.to.link", path=claims))
        raise typer.Exit(NOTHING_READ)
    count = write_jsonl(output / "incidents.jsonl", link_all(found, texts))
    shown.problems([*problems, *more], claims)
    shown.wrote(output / "incidents.jsonl", count)
