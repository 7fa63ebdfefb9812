"""Mails (EML): the body is a document, each attachment another."""

import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage, MIMEPart
from itertools import islice

from . import limits
from .dates import interval
from .decode import decode
from .pages import fragment_text
from .problems import ReadError
from .records import line, warn
from .source import Draft, Failure, Part, Request
from .wrapped import unwrap


def eml(request: Request) -> Iterator[Draft | Failure | Part]:
    """One mail. Its subject is the title, its date the metadata's; who sent it is not kept: that is a person's data."""
    message = email.message_from_bytes(request.data, policy=email.policy.default)
    body = message.get_body(("plain", "html"))
    if body is not None:
        yield from _body(message, body)
    attachments = list(islice(_attachments(message), limits.ATTACHMENTS + 1))
    yield from attachments[: limits.ATTACHMENTS]
    if len(attachments) > limits.ATTACHMENTS:
        raise ReadError("too_many", limit=limits.ATTACHMENTS)
    if body is None and not attachments:
        raise ReadError("empty")


def _body(message: EmailMessage, body: MIMEPart) -> Iterator[Draft | Failure]:
    data, charset = _payload(body), body.get_param("charset")
    words, replaced = decode(data, charset if isinstance(charset, str) else None)
    made = _known(message)
    made.text = fragment_text(words) if body.get_content_subtype() == "html" else "\n".join(unwrap(words.splitlines()))
    yield warn(made, replaced) if made.text else Failure(code="empty")


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


def _attachments(message: EmailMessage) -> Iterator[Part]:
    """The attached files; pictures shown within the body (a logo, a signature) are none."""
    for number, part in enumerate(message.iter_attachments() if message.is_multipart() else (), 1):
        if part.get("content-id") and part.get_content_maintype() == "image":
            continue
        inner = part.get_payload(0) if part.get_content_type() == "message/rfc822" else None
        data = inner.as_bytes() if isinstance(inner, EmailMessage) else _payload(part)
        yield Part(name=line(part.get_filename()) or (f"{number}.eml" if inner else str(number)), data=data)
