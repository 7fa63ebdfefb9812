"""`vigie watch`: a folder looked at again and again; what arrives goes into the record."""

import datetime as dt
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from vigie.record import RecordError, open_record

from .packs import Pack
from .say import complain, language, out, say
from .stages import Processes
from .taking import By, Means, Stamp, draw_up, stamp_kept, take_in

if TYPE_CHECKING:
    from vigie.record import Record

State = tuple[int, int]
_BUSY = ("another_run", "locked")
_LATEST = 60.0
"""Seconds after which pages are written although files go on arriving."""


class Watcher:
    """The files of a folder that are there whole and have not been taken yet."""

    def __init__(self, folder: Path, output: Path) -> None:
        self._folder, self._output = folder, output.resolve()
        self._last: dict[Path, State] = {}
        self._taken: dict[Path, State] = {}
        self.quiet = True
        """Whether nothing came or changed from the look before to the last one."""

    def poll(self) -> list[Path]:
        """The files that are as they were at the last look (one that is still being written is not) and new since."""
        now = dict(self._files())
        still = {path for path, stamp in now.items() if self._last.get(path) == stamp}
        self.quiet, self._last = len(still) == len(now), now
        return sorted(path for path in still if self._taken.get(path) != now[path])

    def took(self, paths: list[Path]) -> None:
        """These need not be taken again, unless they change."""
        self._taken.update((path, self._last[path]) for path in paths)

    def _files(self) -> Iterator[tuple[Path, State]]:
        for here, folders, names in os.walk(self._folder):
            folders[:] = [name for name in folders if not name.startswith(".") and not self._own(Path(here) / name)]
            for path in (Path(here) / name for name in names if not name.startswith(".")):
                try:
                    found = path.stat()
                except OSError:  # gone meanwhile
                    continue
                yield path, (found.st_size, found.st_mtime_ns)

    def _own(self, folder: Path) -> bool:
        return folder.resolve() == self._output


class Desk:
    """Takes files into the record, and writes the pages once arrivals pause: a burst of them is one writing."""

    def __init__(self, output: Path, means: Means) -> None:
        self._output, self._means = output, means
        self._since: float | None = 0.0 if (output / "vigie.db").exists() else None
        """When something came that the pages do not show; what was there before may be such."""

    def take(self, paths: list[Path]) -> bool:
        """Take files into the record; False where another program has it now, so that they wait for the next look."""
        with self._record() as record:
            if record is None:
                return False
            tally = take_in(record, self._output, paths, self._means)
        stamp_kept(self._output, self._means)
        if (tally.new or tally.noted) and self._since is None:
            self._since = time.monotonic()
        time_of_day = dt.datetime.now().astimezone().strftime("%H:%M:%S")
        counts = {"files": len(paths), "new": tally.new, "claims": tally.claims.total()}
        told = say("watch.took", time=time_of_day, problems=len(tally.problems), **counts)
        out.print(told, markup=False, soft_wrap=True)
        return True

    def draw(self, quiet: bool) -> None:
        """Link and write the pages, if there is something new and nothing arrives now, or has for too long."""
        if self._since is None or not (quiet or time.monotonic() - self._since > _LATEST):
            return
        with self._record() as record:
            if record is not None:
                draw_up(record, self._output)
                self._since = None

    @contextmanager
    def _record(self) -> "Iterator[Record | None]":
        """The record, opened to write; None where another program writes."""
        with ExitStack() as opened:
            try:
                record = opened.enter_context(open_record(self._output / "vigie.db"))
            except RecordError as error:
                if error.key not in _BUSY:
                    raise
                complain(error.text(language()))
                yield None
                return
            opened.enter_context(record.run("watch"))
            yield record


class _Stop:
    """Ctrl-C or a polite kill. Its exception ends what goes on, but where Python drops it (one raised while an object
    is cleared away goes nowhere), that it was asked for is remembered for the next look.
    """

    def __init__(self) -> None:
        self.asked = False

    def __call__(self, *_: object) -> NoReturn:
        self.asked = True
        raise KeyboardInterrupt


def _dropped(what: "sys.UnraisableHookArgs") -> None:
    """What Python drops is told, but for the stop that the loop remembers."""
    if what.exc_type is not KeyboardInterrupt:
        sys.__unraisablehook__(what)


@contextmanager
def _stoppable() -> Iterator[_Stop]:
    """Both signals heard, as they were before afterwards; a shell starts background jobs with interrupts ignored."""
    stop, hook = _Stop(), sys.unraisablehook
    before = [(asked, signal.signal(asked, stop)) for asked in (signal.SIGTERM, signal.SIGINT)]
    sys.unraisablehook = _dropped
    try:
        yield stop
    finally:
        sys.unraisablehook = hook
        for asked, handler in before:
            signal.signal(asked, handler)


def watch(
    folder: Annotated[Path, typer.Argument(help="The folder in which files arrive.", metavar="FOLDER")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The observatory's folder.")] = Path("vigie-output"),
    every: Annotated[float, typer.Option("--every", min=0.1, help="Seconds from one look to the next.")] = 5.0,
    processes: Processes = 1,
    pack: Pack = None,
    by: By = "",
    stamp: Stamp = None,
) -> None:
    """Take into the record what arrives in a folder, until Ctrl-C.

    A file is read once it has not changed from one look to the next; one that changes later is read again. The pages
    are written when nothing more arrives, or after a minute.

    Example:  vigie watch incoming/ --output observatory
    """
    if not folder.is_dir():
        complain(say("missing.file", path=folder))
        raise typer.Exit(2)
    watcher, desk = Watcher(folder, output), Desk(output, Means(processes, pack, by, stamp))
    with suppress(KeyboardInterrupt), _stoppable() as stop:
        out.print(say("watch.begin", path=folder), markup=False, soft_wrap=True)
        while not stop.asked:
            ready = watcher.poll()
            if ready and desk.take(ready):
                watcher.took(ready)
            desk.draw(quiet=watcher.quiet)
            time.sleep(every)
    out.print(say("watch.end"), markup=False, soft_wrap=True)
