"""Bytes → documents: walks, opens, tells the format, parses, and turns what comes out into Documents and Problems."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from io import FileIO
from pathlib import Path, PurePosixPath

import msgspec

from ..values import Document, Problem, document_id, sha256
from . import limits
from .archive import Archive, ArchiveError
from .formats import HANDLERS, NAMES, PACKING
from .language import language
from .problems import ReadError, clean_path, problem
from .records import host_outlet
from .sniff import sniff
from .source import Draft, Failure, Parsed, Source
from .walk import of_system, walk
from .wording import fingerprint

Read = Document | Problem
_ENDS_THE_FILE = ("bomb", "too_many")


def read(paths: Iterable[Path], archive: Archive | None = None, now: dt.datetime | None = None) -> Iterator[Read]:
    """The documents of files and folders, one after the other, and a problem for each thing that cannot be read.

    Nothing in a file makes it raise. `archive` keeps the original bytes (ArchiveError when it cannot be written: a full
    disk is not a bad item); `now` becomes `retrieved` where the file itself does not tell when it was fetched. The same
    files give the same documents with the same ids in the same order, so that a reader that was stopped starts again
    and passes over what its record holds.
    """
    for found in walk(paths):
        if isinstance(found, Problem):
            yield found
        else:
            yield from _file(found, archive, now)


def _file(source: Source, archive: Archive | None, now: dt.datetime | None) -> Iterator[Read]:
    """One file of the disk: hashed (and kept), then read from the bytes that were hashed."""
    try:
        if archive:
            mark = archive.keep_file(source.path or Path(source.name), now)
            source = replace(source, opener=partial(FileIO, archive.blob(mark)))
        else:
            mark = _hash(source)
    except ArchiveError:
        raise
    except OSError as error:
        yield problem(source.name, of_system(error))
        return
    for found in _parse(source, source.name):
        if isinstance(found, Problem):
            yield found
        else:
            yield from _finish(*found, file=source.name, mark=mark, now=now)


def _hash(source: Source) -> str:
    with source.open() as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _parse(source: Source, file: str) -> Iterator[tuple[Draft, Source] | Problem]:
    """What a source gives, those within it included; whatever goes wrong becomes a problem."""
    try:
        for found in _handled(source):
            if isinstance(found, Source):
                yield from _parse(found, file)
            elif isinstance(found, Failure):
                yield problem(file, ReadError(found.code, place=_place(source, found.place), **found.details))
            else:
                yield found, source
    except ReadError as bad:
        if bad.code in _ENDS_THE_FILE and source.depth:
            raise
        yield problem(file, ReadError(bad.code, place=_place(source, bad.place), **bad.details))
    except OSError as error:
        yield problem(file, of_system(error))


def _handled(source: Source) -> Parsed:
    """What the reader of its format makes of a source; damage becomes a ReadError after what could be saved."""
    if source.depth > limits.DEPTH:
        raise ReadError("nested", limit=limits.DEPTH)
    kind = source.kind or ""
    try:
        with source.open() as stream:
            head = stream.peek(limits.HEAD)
            if head.strip():
                kind = source.kind or sniff(head, source.name)
                yield from _told(HANDLERS[kind](source, stream), source.told or _name_of(kind))
            broken = getattr(stream.raw, "broken", None)
    except (ReadError, OSError):
        raise
    except Exception as error:  # the last wall: one bad item never ends the reading
        raise _unreadable(source, kind, type(error).__name__) from error
    if broken:
        raise _unreadable(source, kind, broken)
    if not head.strip():
        raise ReadError("empty")


def _name_of(kind: str) -> str | None:
    return None if kind in PACKING else NAMES.get(kind, kind)


def _told(found: Parsed, name: str | None) -> Parsed:
    """What was found in a format, knowing the name of that."""
    for item in found:
        match item:
            case Source():
                yield replace(item, told=name)
            case Draft():
                yield msgspec.structs.replace(item, format=name)
            case Failure():
                yield item


def _unreadable(source: Source, kind: str, error: str) -> ReadError:
    """A damaged file, called what its name calls it where the bytes tell nothing or only that it is a ZIP."""
    suffix = PurePosixPath(source.name).suffix.removeprefix(".")
    return ReadError("unreadable", kind=(suffix if kind in ("", "zip") else kind).upper(), error=error)


def _place(source: Source, place: str) -> str:
    return f"{source.place}:{place}" if source.place and place else source.place or place


def _finish(draft: Draft, source: Source, file: str, mark: str, now: dt.datetime | None) -> Iterator[Read]:
    """The document of a draft, after the warnings that came with it."""
    place = _place(source, draft.place)
    try:
        made = document(_known(draft, source.known), _name(draft, source), mark, now)
    except ReadError as bad:
        yield problem(file, ReadError(bad.code, place=place, **bad.details))
        return
    for code, details in draft.warnings:
        yield problem(file, ReadError(code, place=place, **details))
    yield made


def _name(draft: Draft, source: Source) -> str:
    """The id or path that a document came in with."""
    return draft.given or clean_path(f"{source.name}:{draft.place}" if draft.place else source.name)


def _known(draft: Draft, known: Draft | None) -> Draft:
    """The draft with what its container knows where it says nothing itself."""
    if known is None:
        return draft
    names = ("title", "url", "outlet", "retrieved")
    filled = {name: getattr(draft, name) or getattr(known, name) for name in names}
    if draft.published is None:
        filled |= {"published": known.published, "basis": known.basis}
    return msgspec.structs.replace(draft, **filled)


def document(draft: Draft, name: str, mark: str, now: dt.datetime | None = None) -> Document:
    """The document that a draft makes; `mark` is the SHA-256 of the file. ReadError("empty") without words."""
    text = draft.text
    if not any(c.isalnum() for c in text):
        raise ReadError("empty")
    if len(text) > limits.TEXT:
        raise ReadError("too_big", size=len(text) // limits.MEGA, limit=limits.TEXT // limits.MEGA)
    return Document(
        document=name, id=document_id(draft.given or draft.url or name, text), text=text,
        outlet=draft.outlet or host_outlet(draft.url), url=draft.url, title=draft.title, language=language(text),
        format=draft.format, fields=draft.fields,
        published=draft.published, published_basis=draft.basis if draft.published else None,
        retrieved=draft.retrieved or now, sha256=mark, text_sha256=sha256(text.encode("utf-8")),
        origin=fingerprint(text),
    )  # fmt: skip
