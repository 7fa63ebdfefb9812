"""The reader's side of the helper process: started when needed, killed and replaced when a file takes too long."""

import atexit
import os
import subprocess
import sys
import threading

import msgspec

from . import limits
from .problems import ReadError
from .source import Request
from .worker import LENGTH, Answer


class Helper:
    """One helper process. Safe between threads; after a fork the child starts its own."""

    def __init__(self, seconds: float = limits.SECONDS) -> None:
        self._seconds, self._lock = seconds, threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def parse(self, request: Request) -> Answer:
        """What a file gives; ReadError: `slow` past the time limit, `crashed` when the process died of it."""
        message = msgspec.msgpack.encode(request)
        with self._lock:
            process = self._started()
            timer = threading.Timer(self._seconds, process.kill)
            timer.start()
            try:
                reply = _exchange(process, message)
            finally:
                in_time = timer.is_alive()
                timer.cancel()
            if reply is None:
                self.stop()
                raise ReadError("crashed") if in_time else ReadError("slow", seconds=round(self._seconds))
        return msgspec.msgpack.decode(reply, type=Answer)

    def stop(self) -> None:
        """End the process, if it is this one's own."""
        if self._process and self._owner == os.getpid():
            self._process.kill()
            self._process.communicate()
        self._process = None

    def _started(self) -> "subprocess.Popen[bytes]":
        if self._process is None or self._owner != os.getpid() or self._process.poll() is not None:
            command = [sys.executable, "-X", "utf8", "-m", "vigie.intake.worker"]
            quiet = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}  # openpyxl imports NumPy, which takes 30 MB a thread
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=quiet
            )
            self._owner = os.getpid()
        return self._process


def _exchange(process: "subprocess.Popen[bytes]", message: bytes) -> bytes | None:
    """Send a request, wait for the answer; None when the process is gone."""
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(LENGTH.pack(len(message)) + message)
        process.stdin.flush()
        head = process.stdout.read(LENGTH.size)
        reply = process.stdout.read(LENGTH.unpack(head)[0]) if len(head) == LENGTH.size else b""
    except OSError:
        return None
    return reply or None


HELPER = Helper()
atexit.register(HELPER.stop)
