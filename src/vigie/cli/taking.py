"""What `run`, `watch`, `paste` and `fetch` share: files into the record, then incidents and pages."""

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vigie.extraction import Reading
from vigie.fetching import Policy, stamp_all
from vigie.intake import Archive, ReadError, problem, reason, was_read
from vigie.publishing import write_site

from . import shown
from .reading import Tally, progress, readings
from .say import complain, language, out, say

if TYPE_CHECKING:
    from vigie.record import Record

NOTHING_READ = 3
BATCH = 64  # documents kept at once: what a kill -9 can cost

By = Annotated[
    str, typer.Option("--by", envvar="VIGIE_BY", help="Who brings it: a handle that is kept with the original bytes.")
]
Stamp = Annotated[
    str | None,
    typer.Option("--stamp", help="Have what is kept stamped (RFC 3161) by this authority.", metavar="URL"),
]


@dataclass(frozen=True)
class Means:
    """How files are taken in: in how many processes, with what words of one's own, who brings and who stamps them."""

    processes: int = 1
    pack: Path | None = None
    by: str = ""
    authority: str | None = None


def take_in(record: "Record", output: Path, paths: list[Path], means: Means) -> Tally:
    """Read files and folders into the record and its archive, whatever is known already passed over."""
    catch_up(record)
    tally, known = Tally(), record.known_document_ids()
    archive = Archive(output / "archive", means.by)
    archive.sweep()
    found = readings(paths, tally, means.processes, archive, lambda document: document.id in known, means.pack)
    _keep(record, found, tally)
    return tally


def catch_up(record: "Record") -> None:
    """Compare what an older version of the program kept without comparing it; nothing for a record of today."""
    with progress() as bar:
        task = bar.add_task(say("catching.up"), total=None)
        record.catch_up(lambda done, of: bar.update(task, completed=done, total=of))


def stamp_kept(output: Path, means: Means) -> None:
    """Have what is kept stamped, where an authority was named; without the record, which others may want meanwhile."""
    if means.authority and not stamp(Archive(output / "archive"), means.authority):
        complain(say("stamp.later", folder=output))


def stamp(archive: Archive, authority: str, policy: Policy | None = None) -> bool:
    """Have everything stamped that is not yet; False, and a reason for a person, where the authority does not."""
    with progress() as bar:
        task = bar.add_task(say("stamping"), total=sum(1 for _ in archive.marks(stamped=False)))
        try:
            for _ in stamp_all(archive, authority, policy):
                bar.advance(task)
        except ReadError as bad:
            complain(f"{authority}: {reason(problem(authority, bad), language())}")
            return False
    return True


def _keep(record: "Record", found: Iterable[Reading], tally: Tally) -> None:
    kept = 0
    for batch in _batches(found):
        with record.batch():  # a problem of a document that will be passed over next time is kept with it
            tally.new += record.add_readings((reading.document, reading.claims) for reading in batch)
            tally.noted += record.add_problems(tally.problems[kept:])
        kept = len(tally.problems)
    tally.noted += record.add_problems(tally.problems[kept:])


def _batches(found: Iterable[Reading]) -> Iterator[list[Reading]]:
    iterator = iter(found)
    while batch := list(itertools.islice(iterator, BATCH)):
        yield batch


def require(tally: Tally, where: Path | None = None) -> None:
    """Exit with 3 where nothing could be read, and say why; `where` all the reasons stand, if none was shown yet."""
    if tally.documents:
        return
    complain(say("nothing"))
    if where is not None:
        shown.problems(tally.problems, where)
    raise typer.Exit(NOTHING_READ)


def draw_up(record: "Record", output: Path) -> None:
    """Link what is new into incidents, and write the pages."""
    with progress() as bar:
        bar.add_task(say("linking"), total=None)
        record.link_new()
    with progress() as bar:
        task = bar.add_task(say("publishing"), total=None)
        write_site(record, output / "site", lambda done, of: bar.update(task, completed=done, total=of))


def tell(record: "Record", tally: Tally, output: Path) -> None:
    """Say what was read, what was not, and where everything is."""
    shown.summary(tally, record.summary())
    shown.problems([p for p in tally.problems if not was_read(p)], output / "site" / "problems.html")
    out.print(say("record", path=output / "vigie.db"), markup=False, soft_wrap=True)
    out.print(say("site", path=output / "site" / "index.html"), markup=False, soft_wrap=True)
