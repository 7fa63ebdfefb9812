"""Time stamps (RFC 3161) asked for from an authority that a person named; only the SHA-256 of the bytes goes there."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace

from ..intake import Archive, ReadError, new_nonce, query, require_stamps, stamped
from .addresses import Policy, target
from .client import Posted, ask, too_big

_SIZE = 256 * 1024
"""Bytes of an answer: a signature and a chain of certificates are some 10 KB."""

_ANYWHERE = ("0.0.0.0/0", "::/0")


def ask_for_stamp(authority: str, mark: str, policy: Policy | None = None) -> bytes:
    """An authority's time stamp of the bytes with this SHA-256, checked; ReadError says why there is none.

    The authority may be inside the own network, for a person named it (a court's, a newsroom's). It is asked at that
    address alone: a redirection, which nobody named, is a refusal.
    """
    bounds = policy or Policy()
    where, nonce = target(authority, replace(bounds, inside=_ANYWHERE)), new_nonce()
    answer = ask(where, bounds, _SIZE, Posted("application/timestamp-query", query(mark, nonce)))
    if answer.status != 200:
        raise ReadError("no_stamp", status=answer.status)
    if answer.cut:
        raise too_big(bounds)
    stamped(answer.body, mark, nonce)
    return answer.body


def stamp_all(
    archive: Archive, authority: str, policy: Policy | None = None, sleep: Callable[[float], None] = time.sleep
) -> Iterator[str]:
    """Have everything stamped that has no stamp yet, one after the other; gives the SHA-256 of each when it is kept."""
    require_stamps()
    bounds = policy or Policy()
    for number, mark in enumerate(list(archive.marks(stamped=False))):
        if number:
            sleep(bounds.pause)
        archive.keep_stamp(mark, ask_for_stamp(authority, mark, bounds))
        yield mark
