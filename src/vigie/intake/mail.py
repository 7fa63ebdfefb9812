"""Mails (EML) and mailboxes (MBOX): the body is a document, each attachment another."""

import email
import email.policy
import io
from collections.abc import Iterator
from email.message import EmailMessage, MIMEPart
from functools import partial

from . import limits
from .dates import interval
from .decode import decode
from .problems import ReadError
from .records import line, warn
from .source import Draft, Failure, Parsed, Source, Stream, lines, whole
from .wrapped import unwrap


def eml(source: Source, stream: Stream) -> Parsed:
    """One mail. Its subject is the title, its date the metadata's; who sent it is not kept: that is a person's data."""
    message = email.message_from_bytes(whole(stream), policy=email.policy.default)
    body = message.get_body(("plain", "html"))
    if body is not None:
        yield from _body(source, message, body)
    attachments = list(_attachments(source, message))
    yield from attachments
    if body is None and not attachments:
        raise ReadError("empty")


def _body(source: Source, message: EmailMessage, body: MIMEPart) -> Parsed:
    data, charset = _payload(body), body.get_param("charset")
    declared = charset if isinstance(charset, str) else None
    known = _known(message)
    if body.get_content_subtype() == "html":
        opener = partial(io.BytesIO, data)
        yield Source(**{**vars(source), "opener": opener, "kind": "fragment", "known": known, "declared": declared})
        return
    words, replaced = decode(data, declared)
    known.text = "\n".join(unwrap(words.splitlines()))
    if known.text:
        yield warn(known, replaced)
    else:
        yield Failure(code="empty")


def _known(message: EmailMessage) -> Draft:
    """What the head of the mail says; heads that the email package cannot make out say nothing."""
    made = Draft(text="", title=line(_head(message, "subject")))
    made.published = interval(_head(message, "date").strip())
    made.basis = "metadata" if made.published else None
    return made


def _head(message: EmailMessage, name: str) -> str:
    try:
        return str(message.get(name) or "")
    except (ValueError, IndexError, AttributeError, TypeError, LookupError):
        return ""


def _payload(part: MIMEPart) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _attachments(source: Source, message: EmailMessage) -> Iterator[Source]:
    """The attached files; pictures shown within the body (a logo, a signature) are none."""
    for number, part in enumerate(message.iter_attachments() if message.is_multipart() else (), 1):
        if part.get("content-id") and part.get_content_maintype() == "image":
            continue
        source.budget.item()
        inner = part.get_payload(0) if part.get_content_type() == "message/rfc822" else None
        data = inner.as_bytes() if isinstance(inner, EmailMessage) else _payload(part)
        name = line(part.get_filename()) or (f"{number}.eml" if inner else str(number))
        yield source.inside(name, partial(io.BytesIO, data))


def mbox(source: Source, stream: Stream) -> Parsed:
    """The mails of a mailbox; a mail begins at a line «From » after an empty one."""
    for number, found in enumerate(_messages(stream), 1):
        source.budget.item()
        if found is None:
            limit = limits.WHOLE_FILE // limits.MEGA
            yield Failure(code="too_big", details={"size": f"> {limit}", "limit": str(limit)}, place=str(number))
        else:
            yield source.inside(str(number), partial(io.BytesIO, found), kind="eml", charged=False)


def _messages(stream: Stream) -> Iterator[bytes | None]:
    """The bytes of each mail; None for one that is too big."""
    kept: list[bytes] = []
    size, after_empty, started = 0, True, False
    for found in lines(stream):
        data = found if found is not None else b"\n"
        if after_empty and data.startswith(b"From "):
            if started:
                yield b"".join(kept) if size <= limits.WHOLE_FILE else None
            kept, size, started = [], 0, True
        elif started:
            size += len(data) if found is not None else limits.WHOLE_FILE + 1
            if size <= limits.WHOLE_FILE:
                kept.append(data)
        after_empty = not data.strip()
    if started:
        yield b"".join(kept) if size <= limits.WHOLE_FILE else None
