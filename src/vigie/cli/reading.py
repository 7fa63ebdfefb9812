"""From paths to claims, as `run` and `extract` share it: bytes, documents, dates, claims; problems beside them."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from vigie.extraction import LANGUAGES, Reading, understand_many
from vigie.intake import Archive, read
from vigie.values import Document, Problem

from .say import err, say


@dataclass(slots=True)
class Tally:
    """What has been read so far; `new` and `noted` are the documents and problems that the record did not have."""

    documents: int = 0
    new: int = 0
    noted: int = 0
    undated: int = 0
    formats: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    claims: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)

    def meet(self, document: Document) -> None:
        """Count a document, whether it is read now or was before."""
        self.documents += 1
        self.formats[document.format or "?"] += 1
        if not document.fields:  # the cells of a list are read in any language
            self.languages[document.language] += 1

    def take(self, reading: Reading) -> None:
        """Count a document that was read, and its claims."""
        self.meet(reading.document)
        self.undated += reading.document.published is None and not reading.document.fields
        if reading.problem:
            self.problems.append(reading.problem)
        for claim in reading.claims:
            self.claims[str(claim.__struct_config__.tag)] += 1

    @property
    def unread(self) -> int:
        """Documents kept in a language that no pack reads."""
        return sum(count for language, count in self.languages.items() if language not in LANGUAGES)


def progress() -> Progress:
    """A progress bar on standard error: what, how many, how long."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    return Progress(*columns, console=err, transient=True)


def _documents(
    paths: Iterable[Path], tally: Tally, archive: Archive | None, skip: Callable[[Document], bool]
) -> Iterator[Document]:
    for item in read(paths, archive, dt.datetime.now(dt.UTC)):
        if isinstance(item, Problem):
            tally.problems.append(item)
        elif skip(item):
            tally.meet(item)
        else:
            yield item


def readings(
    paths: list[Path],
    tally: Tally,
    processes: int,
    archive: Archive | None = None,
    skip: Callable[[Document], bool] = lambda _: False,
    pack: Path | None = None,
) -> Iterator[Reading]:
    """Read files and folders; each document with its claims once it is understood. `skip` passes over known ones.

    `pack` is a folder of words that is read after the pack.
    """
    total = _estimate(paths)
    with progress() as bar:
        task = bar.add_task(say("reading"), total=total)
        for reading in understand_many(_documents(paths, tally, archive, skip), processes, pack):
            tally.take(reading)
            bar.update(task, completed=tally.documents, total=max(total, tally.documents))
            yield reading


def _estimate(paths: list[Path]) -> int:
    """How many files there are: what the bar is measured by until documents tell better."""
    return sum(1 if not path.is_dir() else sum(1 for p in path.rglob("*") if p.is_file()) for path in paths)
