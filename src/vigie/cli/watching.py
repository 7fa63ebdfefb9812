"""`vigie watch`: a folder looked at again and again; what arrives goes into the record."""

import datetime as dt
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from vigie.record import RecordError, open_record

from .say import complain, language, out, say
from .stages import Processes
from .taking import draw_up, take_in

Stamp = tuple[int, int]
_BUSY = ("another_run", "locked")


class Watcher:
    """The files of a folder that are there whole and have not been taken yet."""

    def __init__(self, folder: Path, output: Path) -> None:
        self._folder, self._output = folder, output.resolve()
        self._last: dict[Path, Stamp] = {}
        self._taken: dict[Path, Stamp] = {}

    def poll(self) -> list[Path]:
        """The files that are as they were at the last look (one that is still being written is not) and new since."""
        now = dict(self._files())
        still, self._last = {path for path, stamp in now.items() if self._last.get(path) == stamp}, now
        return sorted(path for path in still if self._taken.get(path) != now[path])

    def took(self, paths: list[Path]) -> None:
        """These need not be taken again, unless they change."""
        self._taken.update((path, self._last[path]) for path in paths)

    def _files(self) -> Iterator[tuple[Path, Stamp]]:
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


def _take(paths: list[Path], output: Path, processes: int) -> bool:
    """Take files into the record; False where another program has it now, so that they wait for the next look."""
    try:
        with open_record(output / "vigie.db") as record, record.run("watch"):
            tally = take_in(record, output, paths, processes)
            draw_up(record, output)
    except RecordError as error:
        if error.key not in _BUSY:
            raise
        complain(error.text(language()))
        return False
    time_of_day = dt.datetime.now().astimezone().strftime("%H:%M:%S")
    counts = {"files": len(paths), "new": tally.new, "claims": tally.claims.total(), "problems": len(tally.problems)}
    out.print(say("watch.took", time=time_of_day, **counts), markup=False, soft_wrap=True)
    return True


def _stop(*_: object) -> NoReturn:
    raise KeyboardInterrupt


def watch(
    folder: Annotated[Path, typer.Argument(help="The folder in which files arrive.", metavar="FOLDER")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The observatory's folder.")] = Path("vigie-output"),
    every: Annotated[float, typer.Option("--every", min=0.1, help="Seconds from one look to the next.")] = 5.0,
    processes: Processes = 1,
) -> None:
    """Take into the record what arrives in a folder, until Ctrl-C.

    A file is read once it has not changed from one look to the next; one that changes later is read again.

    Example:  vigie watch incoming/ --output observatory
    """
    if not folder.is_dir():
        complain(say("missing.file", path=folder))
        raise typer.Exit(2)
    for asked in (signal.SIGTERM, signal.SIGINT):  # a shell starts background jobs with interrupts ignored
        signal.signal(asked, _stop)
    watcher = Watcher(folder, output)
    out.print(say("watch.begin", path=folder), markup=False, soft_wrap=True)
    try:
        while True:
            ready = watcher.poll()
            if ready and _take(ready, output, processes):
                watcher.took(ready)
            time.sleep(every)
    except KeyboardInterrupt:
        out.print(say("watch.end"), markup=False, soft_wrap=True)
