"""`vigie run`, `vigie extract`, `vigie link`: from files to a record and its pages, whole or one stage at a time."""

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Annotated

import msgspec
import typer
from msgspec.structs import replace

from vigie.intake import Copies, was_read
from vigie.linking import link_all, read_claims, read_documents
from vigie.record import open_record
from vigie.values import Claim, Document, write_jsonl

from . import shown
from .packs import Pack
from .reading import Tally, readings
from .say import complain, say
from .taking import NOTHING_READ, By, Means, Stamp, draw_up, require, stamp_kept, take_in, tell

Paths = Annotated[list[Path], typer.Argument(help="Files and folders to read.", metavar="PATH…", show_default=False)]
Processes = Annotated[int, typer.Option("--processes", "-p", min=1, help="How many processes read at the same time.")]


def run(
    paths: Paths,
    output: Annotated[
        Path, typer.Option("--output", "-o", help="Folder of the record (vigie.db), its archive and its pages (site/).")
    ] = Path("vigie-output"),
    processes: Processes = 1,
    pack: Pack = None,
    by: By = "",
    stamp: Stamp = None,
) -> None:
    """Read dispatches into a record, link their claims into incidents, and write the draft site.

    Running it again adds what is new and nothing else. Everything that it shows is a machine's draft.

    Example:  vigie run dispatches/ --output observatory
    """
    means = Means(processes, pack, by, stamp)
    with open_record(output / "vigie.db") as record, record.run("run"):
        tally = take_in(record, output, paths, means)
        require(tally, output / "vigie.db")
        draw_up(record, output)
        tell(record, tally, output)
    stamp_kept(output, means)


def named(claims: Iterable[Claim], document: Document) -> Iterator[Claim]:
    """In files a claim names its document as it came in."""
    return (replace(claim, document=document.document) for claim in claims)


class _Kept:
    """Documents in a file without a name until all copies of each are known; in memory is none."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self._copies = file, Copies()

    def add(self, document: Document, with_text: bool) -> None:
        """Take a document in, with or without its text."""
        self._copies.add(document)
        self._file.write(msgspec.json.encode(document if with_text else replace(document, text="")) + b"\n")

    def documents(self) -> Iterator[Document]:
        """The documents as they came; those that are copies of one original share its origin."""
        decoder = msgspec.json.Decoder(Document)
        self._file.seek(0)
        for line, origin in zip(self._file, self._copies.origin_of_each(), strict=True):
            yield replace(decoder.decode(line), origin=origin)


def extract(
    paths: Paths,
    output: Annotated[
        Path, typer.Option("--output", "-o", help="Folder for documents.jsonl, claims.jsonl and problems.jsonl.")
    ],
    processes: Processes = 1,
    with_text: Annotated[bool, typer.Option("--text", help="Keep the texts in documents.jsonl.")] = False,
    pack: Pack = None,
) -> None:
    """Read dispatches and write their claims as JSON lines.

    Example:  vigie extract dispatches/ --output out
    """
    tally = Tally()
    output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=output) as file:
        kept = _Kept(file)

        def claims() -> Iterator[Claim]:
            for reading in readings(paths, tally, processes, pack=pack):
                kept.add(reading.document, with_text)
                yield from named(reading.claims, reading.document)

        count = write_jsonl(output / "claims.jsonl", claims())
        write_jsonl(output / "documents.jsonl", kept.documents())
    write_jsonl(output / "problems.jsonl", tally.problems)
    require(tally, output / "problems.jsonl")
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
