"""Paths as a user gives them → files to read. Folders are walked in sorted order; links in them are not followed."""

import os
import stat
from collections.abc import Iterable, Iterator
from functools import partial
from io import FileIO
from pathlib import Path

from ..values import Problem
from . import limits
from .problems import ReadError, problem
from .source import Budget, Source

_NOT_DOCUMENTS = ("thumbs.db", "desktop.ini")
_COLUMNS = ".columns.toml"


def walk(paths: Iterable[Path]) -> Iterator[Source | Problem]:
    """The files of the paths, each once, and what cannot be opened."""
    seen: set[str] = set()
    for path in paths:
        for found in _under(path, given=True):
            key = found.file if isinstance(found, Problem) else found.name
            if key not in seen:
                seen.add(key)
                yield found


def _under(path: Path, given: bool) -> Iterator[Source | Problem]:
    """One path: a file, or all that a folder holds."""
    try:
        mode = (os.stat if given else os.lstat)(path).st_mode
        if stat.S_ISDIR(mode):
            for child in sorted(os.listdir(path)):
                if not _hidden(child):
                    yield from _under(path / child, given=False)
        else:
            yield _file(path, mode)
    except (OSError, ValueError) as error:
        yield problem(path.as_posix(), of_system(error))
    except ReadError as bad:
        yield problem(path.as_posix(), bad)


def _hidden(name: str) -> bool:
    """Files that no person put there as a document, and the columns files of lists."""
    return name.startswith((".", "~$")) or name.lower() in _NOT_DOCUMENTS or name.endswith(_COLUMNS)


def _file(path: Path, mode: int) -> Source:
    if stat.S_ISLNK(mode):
        raise ReadError("link")
    if not stat.S_ISREG(mode):
        raise ReadError("special")
    size = path.stat().st_size
    if size == 0:
        raise ReadError("empty")
    if size > limits.STORED_FILE:
        raise ReadError("too_big", size=size // limits.MEGA, limit=limits.STORED_FILE // limits.MEGA)
    opener = partial(FileIO, path)
    return Source(name=path.as_posix(), opener=opener, size=size, path=path, budget=Budget.of(size))


def of_system(error: BaseException) -> ReadError:
    """What the system said, in words to act on."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return ReadError("missing")
    if isinstance(error, PermissionError):
        return ReadError("denied")
    return ReadError("system", error=getattr(error, "strerror", None) or type(error).__name__)
