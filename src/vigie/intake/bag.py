"""A BagIt bag (RFC 8493) of the archive: what libraries and courts take in, checkable without this program."""

import datetime as dt
import hashlib
import shutil
from pathlib import Path

from .archive import Archive, ArchiveError

_DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def export(archive: Archive, target: Path, now: dt.datetime | None = None) -> Path:
    """Write the archive as a bag into a new folder; ArchiveError when it exists or a file is damaged or missing."""
    damaged = [damage.sha256 for damage in archive.verify() if damage.what != "unlisted"]
    if damaged:
        raise ArchiveError("damaged", count=len(damaged), first=damaged[0])
    try:
        (target / "data").mkdir(parents=True)
    except FileExistsError as error:
        raise ArchiveError("exists", folder=target) from error
    payload = _copied(archive, target)
    _write(target / "bagit.txt", _DECLARATION)
    _write(target / "bag-info.txt", _info(payload, target, now))
    _write(target / "manifest-sha256.txt", "".join(f"{mark}  {name}\n" for name, mark in sorted(payload.items())))
    tags = ("bag-info.txt", "bagit.txt", "manifest-sha256.txt")
    _write(target / "tagmanifest-sha256.txt", "".join(f"{_hash(target / name)}  {name}\n" for name in tags))
    return target


def _copied(archive: Archive, target: Path) -> dict[str, str]:
    """Copy the listed files, their time stamps and the manifest; name in the bag → SHA-256 of the copy."""
    listed = (archive.blob(mark) for mark in sorted({row.sha256 for row in archive.rows()}))
    stamps = (archive.stamp(mark) for mark in archive.marks(stamped=True))
    payload = {}
    for path in (*listed, *stamps, *([archive.manifest] if archive.manifest.exists() else [])):
        name = f"data/{path.relative_to(archive.folder).as_posix()}"
        (target / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(path, target / name)
        payload[name] = _hash(target / name)
    return payload


def _info(payload: dict[str, str], target: Path, now: dt.datetime | None) -> str:
    size = sum((target / name).stat().st_size for name in payload)
    date = f"Bagging-Date: {now.date().isoformat()}\n" if now else ""
    return f"{date}Bag-Software-Agent: vigie\nPayload-Oxum: {size}.{len(payload)}\n"


def _hash(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8"))
