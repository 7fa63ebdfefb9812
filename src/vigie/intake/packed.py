"""ZIP (the office documents and WACZ captures too), TAR, and compressed files. Nothing is unpacked to disk."""

import bz2
import gzip
import io
import lzma
import stat
import tarfile
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import PurePosixPath, PureWindowsPath
from typing import BinaryIO, cast

from . import limits
from .problems import ReadError
from .source import Failure, Parsed, Source, Stream, whole


def _gz(stream: BinaryIO) -> BinaryIO:
    return cast("BinaryIO", gzip.GzipFile(fileobj=stream, mode="rb"))


def _bz2(stream: BinaryIO) -> BinaryIO:
    return cast("BinaryIO", bz2.BZ2File(stream))


def _xz(stream: BinaryIO) -> BinaryIO:
    return cast("BinaryIO", lzma.LZMAFile(stream, "rb"))


_OPENERS: dict[bytes, Callable[[BinaryIO], BinaryIO]] = {b"\x1f\x8b": _gz, b"BZ": _bz2, b"\xfd7": _xz}
# A member that tells what the ZIP is.
_OFFICE = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "content.xml": "odt"}
_OFFICE_LIMIT = 300 * limits.MEGA
# Files that archive programs add, and the indexes of a WACZ beside its captures.
_IGNORED = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


def packed(source: Source, stream: Stream) -> Parsed:
    """What a compressed file holds: one file, most often a TAR or a WARC."""
    opener = _OPENERS[stream.peek(2)[:2]]
    name = PurePosixPath(source.name).name
    stem = name.rpartition(".")[0] if name.endswith((".gz", ".bz2", ".xz")) else name
    stem = f"{stem}.tar" if name.endswith(".tgz") else stem
    yield source.inside(stem, lambda: opener(stream))


def zipped(source: Source, stream: Stream) -> Parsed:
    """The members of a ZIP; a DOCX, XLSX or ODT is one document, a WACZ its captures."""
    seekable = io.BytesIO(whole(stream)) if source.charged else stream
    with zipfile.ZipFile(seekable) as archive:
        infos = archive.infolist()
        names = {info.filename for info in infos}
        kind = next((kind for member, kind in _OFFICE.items() if member in names), None)
        if kind:
            _check_office(infos)
            seekable.seek(0)
            data = whole(io.BufferedReader(cast("io.RawIOBase", seekable)))
            yield Source(**{**vars(source), "opener": lambda: io.BytesIO(data), "kind": kind, "charged": False})
        else:
            yield from _members(source, archive, infos)


def _check_office(infos: list[zipfile.ZipInfo]) -> None:
    if sum(info.file_size for info in infos) > _OFFICE_LIMIT:
        raise ReadError("bomb", limit=_OFFICE_LIMIT // limits.MEGA)


def _members(source: Source, archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo]) -> Parsed:
    captures = "datapackage.json" in archive.namelist()
    for info in infos:
        if info.is_dir() or _ignored(info.filename) or (captures and not info.filename.startswith("archive/")):
            continue
        source.budget.item()
        mode = info.external_attr >> 16
        refused = _refused(info.filename, stat.S_ISLNK(mode), bool(info.flag_bits & 1))
        if refused:
            yield Failure(code=refused, place=info.filename)
        else:
            yield source.inside(info.filename, partial(_open_member, archive, info))


def _open_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> BinaryIO:
    return cast("BinaryIO", archive.open(info))


def _ignored(name: str) -> bool:
    return name.startswith(_IGNORED[0]) or PurePosixPath(name).name in _IGNORED


def _refused(name: str, link: bool = False, locked: bool = False) -> str | None:
    """Why a member is not read: it leads out of the archive, is a link, or has a password."""
    parts = PurePosixPath(name.replace("\\", "/"))
    if parts.is_absolute() or ".." in parts.parts or PureWindowsPath(name).drive:
        return "traversal"
    return "link" if link else "locked" if locked else None


def tar(source: Source, stream: Stream) -> Parsed:
    """The files of a TAR, in its order, as a stream."""
    with tarfile.open(fileobj=stream, mode="r|") as archive:
        for member in archive:
            source.budget.item()
            if member.isdir() or _ignored(member.name):
                continue
            refused = _refused(member.name, member.issym() or member.islnk())
            if refused or not member.isreg():
                yield Failure(code=refused or "special", place=member.name)
            else:
                yield source.inside(member.name, partial(_open_file, archive, member))


def _open_file(archive: tarfile.TarFile, member: tarfile.TarInfo) -> BinaryIO:
    return cast("BinaryIO", archive.extractfile(member))
