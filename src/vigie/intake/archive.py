"""The evidence: original bytes in a folder, each under its SHA-256, never altered, with where they came from.

archive/
  manifest.jsonl                  one row a capture: sha256, size, source, retrieved, by, tool, url, headers
  ab/abcdef…                      the bytes, read-only
  ab/abcdef….tsr                  an authority's time stamp of them, where one was asked for
"""

import contextlib
import datetime as dt
import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from .. import __version__
from .data import table
from .problems import Language, clean_detail

_BLOCK = 1024 * 1024
_READ_ONLY = 0o444
_PARTIAL = ".part-"
_STAMP = ".tsr"


class ArchiveError(OSError):
    """The archive cannot be used (disk full, read-only folder): `text("fr")` says so in words to act on."""

    def __init__(self, key: str, **details: object) -> None:
        self.key = key
        self.details = {name: clean_detail(str(value)) for name, value in details.items()}
        super().__init__(self.text())

    def text(self, language: Language = "en") -> str:
        """The message in a language."""
        return str(table("archive")[self.key][language]).format_map(self.details)


class Row(msgspec.Struct, omit_defaults=True, frozen=True):
    """One capture. `source` is the path or URL as given, `retrieved` in UTC, `by` who brought it."""

    sha256: str
    size: int
    source: str
    retrieved: dt.datetime | None = None
    by: str = ""
    tool: str = ""
    url: str | None = None
    headers: dict[str, str] = {}


class Damage(msgspec.Struct, frozen=True):
    """What `verify` found wrong: `altered` (the bytes are not those that came), `missing`, or `unlisted`."""

    sha256: str
    what: str
    sources: list[str] = []


class Archive:
    """A folder of original bytes. Safe for two writers at once: files take their names whole, rows are one write."""

    def __init__(self, folder: Path, by: str = "") -> None:
        self.folder, self.by = Path(folder), by
        self._known: set[tuple[str, str]] = set()
        with self._guarded():
            self.folder.mkdir(parents=True, exist_ok=True)
            self._known = {(row.sha256, row.source) for row in self.rows()}

    @property
    def manifest(self) -> Path:
        """The file with a row for each capture."""
        return self.folder / "manifest.jsonl"

    def blob(self, mark: str) -> Path:
        """Where the bytes with this SHA-256 are."""
        return self.folder / mark[:2] / mark

    def stamp(self, mark: str) -> Path:
        """Where the time stamp of these bytes is, if there is one."""
        return self.folder / mark[:2] / (mark + _STAMP)

    def marks(self, stamped: bool) -> Iterator[str]:
        """The SHA-256 of the bytes that have a time stamp, or have none."""
        return (path.name for path in self._blobs() if self.stamp(path.name).exists() is stamped)

    def keep_stamp(self, mark: str, answer: bytes) -> None:
        """Keep a time stamp as it came."""
        partial = self.folder / f"{_PARTIAL}{mark}"
        with self._guarded():
            partial.write_bytes(answer)
            partial.chmod(_READ_ONLY)
            os.replace(partial, self.stamp(mark))

    def rows(self) -> Iterator[Row]:
        """The captures, oldest first; a row cut short by a crash is passed over (its bytes are found by `verify`)."""
        decoder = msgspec.json.Decoder(Row)
        if not self.manifest.exists():
            return
        with self.manifest.open("rb") as lines:
            for line in lines:
                with contextlib.suppress(msgspec.MsgspecError):
                    yield decoder.decode(line)

    def sweep(self) -> None:
        """Remove what captures that were broken off left; only while nobody else writes here."""
        for partial in self.folder.glob(f"{_PARTIAL}*"):
            with self._guarded():
                partial.unlink(missing_ok=True)

    def keep_file(
        self, path: Path, now: dt.datetime | None = None, url: str | None = None, headers: dict[str, str] | None = None
    ) -> str:
        """Keep the bytes of a file; its SHA-256. OSError when it cannot be read, ArchiveError when not written."""
        with path.open("rb") as stream:
            return self.keep(stream, path.as_posix(), now, url, headers)

    def keep(
        self, stream: BinaryIO, source: str, now: dt.datetime | None = None,
        url: str | None = None, headers: dict[str, str] | None = None,
    ) -> str:  # fmt: skip
        """Keep the bytes of a stream that came from `source` at `now` (UTC); their SHA-256. Twice adds nothing."""
        with self._guarded():
            handle, name = tempfile.mkstemp(prefix=_PARTIAL, dir=self.folder)
        partial = Path(name)
        try:
            with os.fdopen(handle, "wb") as out:
                mark, size = self._copy(stream, out)
            self._place(partial, mark)
        finally:
            partial.unlink(missing_ok=True)
        clean = source.encode("utf-8", "replace").decode("utf-8")
        self._note(Row(mark, size, clean, now, self.by, f"vigie {__version__}", url, headers or {}))
        return mark

    def _copy(self, stream: BinaryIO, out: BinaryIO) -> tuple[str, int]:
        digest, size = hashlib.sha256(), 0
        while block := stream.read(_BLOCK):
            digest.update(block)
            size += len(block)
            with self._guarded():
                out.write(block)
        with self._guarded():
            out.flush()
            os.fsync(out.fileno())
        return digest.hexdigest(), size

    def _place(self, partial: Path, mark: str) -> None:
        """Give the bytes their name, unless they are there already."""
        target = self.blob(mark)
        if not target.exists():
            with self._guarded():
                target.parent.mkdir(exist_ok=True)
                partial.chmod(_READ_ONLY)
                os.replace(partial, target)

    def _note(self, row: Row) -> None:
        """Add a row, on a line of its own even after one that a crash cut short."""
        if (row.sha256, row.source) in self._known:
            return
        with self._guarded(), self.manifest.open("ab") as out:
            start = b"" if self._ends_whole() else b"\n"
            out.write(start + msgspec.json.encode(row) + b"\n")
        self._known.add((row.sha256, row.source))

    def _ends_whole(self) -> bool:
        with self.manifest.open("rb") as lines:
            if lines.seek(0, os.SEEK_END) == 0:
                return True
            lines.seek(-1, os.SEEK_END)
            return lines.read(1) == b"\n"

    @contextlib.contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except ArchiveError:
            raise
        except OSError as error:
            raise ArchiveError("unwritable", folder=self.folder, error=error.strerror) from error

    def verify(self) -> Iterator[Damage]:
        """Hash every file again; name what is altered, missing, or in no row of the manifest."""
        sources: dict[str, list[str]] = {}
        for row in self.rows():
            sources.setdefault(row.sha256, []).append(row.source)
        for mark in sorted(sources.keys() | {path.name for path in self._blobs()}):
            if what := self._state(mark, listed=mark in sources):
                yield Damage(mark, what, sources.get(mark, []))

    def _blobs(self) -> Iterator[Path]:
        return (path for path in sorted(self.folder.glob("??/*")) if path.is_file() and path.suffix != _STAMP)

    def _state(self, mark: str, listed: bool) -> str | None:
        path = self.blob(mark)
        if not path.is_file():
            return "missing"
        with path.open("rb") as stream:
            same = hashlib.file_digest(stream, "sha256").hexdigest() == mark
        return ("unlisted" if not listed else None) if same else "altered"
