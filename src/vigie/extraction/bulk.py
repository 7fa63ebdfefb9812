"""Many documents: chunks of text to a pool of processes, answers in the order of the input, memory bounded."""

import gc
import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from pathlib import Path

from vigie.values import Document, Problem

from .collecting import YOUNG, seldom_collecting
from .extract import Reading, understand

CHUNK = 120_000  # characters a task: some forty articles, so that passing them costs little beside reading them
AHEAD = 3  # chunks waiting for each process: enough to keep it busy, few enough to keep memory flat


def _chunks(documents: Iterable[Document]) -> Iterator[list[Document]]:
    chunk: list[Document] = []
    size = 0
    for document in documents:
        chunk.append(document)
        size += len(document.text)
        if size >= CHUNK:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _safely(document: Document, extra: Path | None = None) -> Reading:
    """A document that a rule trips over is kept without claims, with the problem told: no text empties a batch."""
    try:
        return understand(document, extra)
    except Exception as error:  # a defect of ours, on a text that nobody foresaw: told, counted, passed over
        reason = f"a rule failed on this text ({type(error).__name__}: {error}); please report it"
        return Reading(document, [], Problem(file=document.document, place="", reason=reason))


def _understand_all(documents: list[Document], extra: Path | None) -> list[Reading]:
    return [_safely(document, extra) for document in documents]


def understand_many(documents: Iterable[Document], processes: int = 1, extra: Path | None = None) -> Iterator[Reading]:
    """Date and read documents, in their order, with the words of the pack and of the folder `extra`.

    With one process nothing is started; more are spawned, also where fork exists.
    """
    if processes <= 1:
        with seldom_collecting():
            yield from map(partial(_safely, extra=extra), documents)
        return
    waiting: deque[Future[list[Reading]]] = deque()
    spawn, seldom = multiprocessing.get_context("spawn"), (YOUNG, *gc.get_threshold()[1:])
    with ProcessPoolExecutor(processes, spawn, initializer=gc.set_threshold, initargs=seldom) as pool:
        for chunk in _chunks(documents):
            waiting.append(pool.submit(_understand_all, chunk, extra))
            if len(waiting) > processes * AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
