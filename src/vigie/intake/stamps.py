"""Time stamps (RFC 3161): an authority's signed word that these very bytes were there at a time.

The authority is told their SHA-256 and nothing else. What it answers is kept beside them as it came (`….tsr`), so that
others can check it without this program: `openssl ts -verify -digest SHA256 -in FILE.tsr -CAfile ROOT.pem`.
"""

import datetime as dt
import secrets
import ssl
import warnings
from collections.abc import Sequence
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from .archive import Archive, ArchiveError
from .problems import ReadError

if TYPE_CHECKING:
    from cryptography.x509 import Certificate
    from rfc3161_client import TimeStampResponse

    Roots = Sequence[Certificate]

_SHA256 = bytes.fromhex("3031300d060960864801650304020105000420")
"""The head of a message imprint (RFC 3161, 2.4.1) with the algorithm SHA-256, in DER; the 32 bytes follow."""

_VERSION_1, _NONCE, _WITH_CERTIFICATE = b"\x02\x01\x01", b"\x02\x08", b"\x01\x01\xff"


def can_stamp() -> bool:
    """Whether the library that reads time stamps is there; it comes with `vigie-observatory[timestamp]`."""
    return find_spec("rfc3161_client") is not None


def require_stamps() -> None:
    """ArchiveError where time stamps cannot be read here."""
    if not can_stamp():
        raise ArchiveError("no_stamps")


def new_nonce() -> int:
    """A number that the answer has to repeat: eight bytes of which the first is 64 to 127, so that DER is that long."""
    return secrets.randbits(62) | 1 << 62


def query(mark: str, nonce: int) -> bytes:
    """What an authority is asked for a SHA-256: a TimeStampReq in DER, which wants its certificate in the answer."""
    body = _VERSION_1 + _SHA256 + bytes.fromhex(mark) + _NONCE + nonce.to_bytes(8, "big") + _WITH_CERTIFICATE
    return b"\x30" + bytes([len(body)]) + body


def stamped(answer: bytes, mark: str, nonce: int | None = None, roots: "Roots | None" = None) -> dt.datetime:
    """When the bytes with this SHA-256 were there, as an authority's answer says; ReadError where it does not hold.

    One of the `roots` has to stand behind the signature. Without them it is only seen to that the answer is to the
    question: that these bytes are meant, and this nonce.
    """
    from rfc3161_client import VerificationError, VerifierBuilder, decode_timestamp_response

    try:
        response = decode_timestamp_response(answer)
        if roots is None:
            _fits(response, bytes.fromhex(mark), nonce)
        else:
            VerifierBuilder(roots=list(roots), nonce=nonce).build().verify(response, bytes.fromhex(mark))
        return response.tst_info.gen_time
    except VerificationError as error:
        raise ReadError("bad_stamp", error=str(error)) from error
    except Exception as error:  # damaged DER: the library raises what its parser, or that of certificates, raises
        raise ReadError("bad_stamp", error=str(error) or type(error).__name__) from error


def _fits(response: "TimeStampResponse", digest: bytes, nonce: int | None) -> None:
    from rfc3161_client import PKIStatus

    if PKIStatus(response.status) != PKIStatus.GRANTED:
        raise ValueError("not granted")
    if response.tst_info.message_imprint.message != digest:
        raise ValueError("of other bytes")
    if nonce is not None and response.tst_info.nonce != nonce:
        raise ValueError("to another question")


def roots_of(path: Path | None) -> "Roots":
    """The certificates of a PEM file; without one, those that this system believes in."""
    from cryptography.x509 import load_der_x509_certificate, load_pem_x509_certificates

    if path is not None:
        return load_pem_x509_certificates(path.read_bytes())
    found = []
    for known in ssl.create_default_context().get_ca_certs(binary_form=True):
        with (
            warnings.catch_warnings(),
            suppress(ValueError, Warning),
        ):  # old ones of the system's break the rules of today
            warnings.simplefilter("error")
            found.append(load_der_x509_certificate(known))
    return found


def check_stamps(archive: Archive, root: Path | None = None) -> tuple[int, list[str]]:
    """How many of the archive's time stamps hold, and what is said of the others.

    `root`: a PEM file with the certificate that stands behind them; without it the system's certificates have to.
    """
    held, wrong, roots = 0, [], roots_of(root)
    for mark in archive.marks(stamped=True):
        try:
            stamped(archive.stamp(mark).read_bytes(), mark, roots=roots)
            held += 1
        except ReadError as bad:
            wrong.append(f"{mark}: {bad.details['error']}")
    return held, wrong
