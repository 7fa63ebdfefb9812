"""Reading and writing the joints as JSON lines."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from .claim import Claim
from .document import Document
from .incident import Incident

T = TypeVar("T")


def write_jsonl(path: Path, rows: Iterable[msgspec.Struct]) -> int:
    """Write one object a line, whole or not at all (a temporary file takes the name at the end); return how many."""
    encoder, count = msgspec.json.Encoder(), 0
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(path.name + ".part")
    with partial.open("wb") as out:
        for row in rows:
            out.write(encoder.encode(row) + b"\n")
            count += 1
    os.replace(partial, path)
    return count


def _read(path: Path, decoder: "msgspec.json.Decoder[T]") -> Iterator[T]:
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                try:
                    yield decoder.decode(line)
                except msgspec.MsgspecError as error:
                    raise ValueError(f"{path}, line {number}: {error}") from error


def read_claims(path: Path) -> Iterator[Claim]:
    """The claims of a `claims.jsonl`; ValueError names the first line that is not one."""
    return _read(path, msgspec.json.Decoder(Claim))


def read_documents(path: Path) -> Iterator[Document]:
    """The documents of a `documents.jsonl`; ValueError names the first line that is not one."""
    return _read(path, msgspec.json.Decoder(Document))


def read_incidents(path: Path) -> Iterator[Incident]:
    """The incidents of an `incidents.jsonl`; ValueError names the first line that is not one."""
    return _read(path, msgspec.json.Decoder(Incident))
