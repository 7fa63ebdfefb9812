"""One request and its answer, bounded in time and size."""

import http.client
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import NamedTuple

from .. import __version__
from ..intake import ReadError, limits
from .addresses import Policy, Target

AGENT = "vigie"
HEADERS = {
    "User-Agent": f"{AGENT}/{__version__} (conflict observatory; a page that a person asked for)",
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain,application/rss+xml,*/*;q=0.5",
    "Accept-Encoding": "identity",
    "Accept-Language": "fr,en;q=0.7",
    "Connection": "close",
}
_BLOCK = 64 * 1024


class Answer(NamedTuple):
    """What a server answered, as it came (a transfer encoding aside); `cut`: the limit of size was met."""

    status: int
    reason: str
    headers: list[tuple[str, str]]
    body: bytes
    cut: bool = False

    def header(self, name: str) -> str | None:
        """The first header of this name."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)


class Posted(NamedTuple):
    """What is sent to a server, and of what type it is."""

    kind: str
    body: bytes


class _Connection(http.client.HTTPConnection):
    """A connection to a checked address, which names the server by its host."""

    def __init__(self, target: Target, seconds: float) -> None:
        super().__init__(target.host, target.port, timeout=seconds)
        self._target = target
        self.wire: socket.socket | None = None
        self.default_port = 443 if target.scheme == "https" else 80

    def connect(self) -> None:
        """Connect to the checked address, never resolving the name again."""
        self.sock = self.wire = socket.create_connection((self._target.address, self._target.port), self.timeout)
        if self._target.scheme == "https":
            context, host = ssl.create_default_context(), self._target.host
            secure = context.wrap_socket(self.sock, server_hostname=host, do_handshake_on_connect=False)
            self.sock = self.wire = secure  # known before the handshake, so that the deadline can end that too
            secure.do_handshake()


def ask(target: Target, policy: Policy, size: int | None = None, posted: Posted | None = None) -> Answer:
    """GET a target, or POST to it; no redirection is followed. ReadError `unreachable`, or `late` past its time."""
    connection = _Connection(target, policy.connecting)
    late = threading.Event()
    try:
        with _deadline(connection, policy.altogether, late):
            if posted:
                kind = {"Content-Type": posted.kind, "Accept": "*/*"}
                connection.request("POST", target.path, posted.body, HEADERS | kind)
            else:
                connection.request("GET", target.path, headers=HEADERS)
            return _read(connection.getresponse(), size or policy.size)
    except (OSError, http.client.HTTPException, ValueError) as error:
        if late.is_set() or isinstance(error, TimeoutError):
            raise ReadError("late", seconds=round(policy.altogether)) from error
        raise ReadError("unreachable", error=str(error) or type(error).__name__) from error
    finally:
        connection.close()


@contextmanager
def _deadline(connection: _Connection, seconds: float, late: threading.Event) -> Iterator[None]:
    """End the connection when the time is over, whatever the server is sending drop by drop."""

    def end() -> None:
        late.set()
        with suppress(OSError):  # not connected yet, or over already
            if connection.wire is not None:  # the library lets go of its own while the answer is still read
                connection.wire.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield
        if late.is_set():
            raise TimeoutError
    finally:
        timer.cancel()


def _read(response: http.client.HTTPResponse, size: int) -> Answer:
    body = bytearray()
    while len(body) <= size and (block := response.read1(_BLOCK)):
        body += block
    announced = response.getheader("Content-Length", "")
    if len(body) <= size and announced.isdecimal() and len(body) < int(announced):
        raise http.client.IncompleteRead(bytes(body), int(announced) - len(body))
    headers = [(name, value) for name, value in response.getheaders() if name.lower() != "transfer-encoding"]
    return Answer(response.status, response.reason, headers, bytes(body[:size]), len(body) > size)


def too_big(policy: Policy) -> ReadError:
    """What to say of an answer that was cut."""
    limit = policy.size // limits.MEGA
    return ReadError("too_big", size=f"> {limit}", limit=limit)
