"""Many documents: in order, alike with one process and with two, a failing one told and passed over."""

import datetime as dt
from collections.abc import Iterator

import pytest

from vigie.extraction import bulk, understand_many
from vigie.values import Document, Interval, document_id

PLACES = ("Alep", "Homs", "Palmyre", "Idleb", "Deraa")


def made(number: int, pad: int = 0, language: str = "fr") -> Document:
    place = PLACES[number % len(PLACES)]
    text = f"Un raid aérien a tué {number + 2} civils samedi à {place}, selon l'OSDH." + " Le ciel était clair." * pad
    name = f"d{number}"
    day = Interval.day(dt.date(2016, 3, 6))
    return Document(
        document=name, id=document_id(name, text), text=text, sha256="", text_sha256="", origin="t",
        language=language, published=day, published_basis="metadata",
    )  # fmt: skip


def test_two_processes_give_what_one_gives_in_the_same_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "CHUNK", 400)
    documents = [made(n, pad=n % 7) for n in range(30)]
    one, two = list(understand_many(documents)), list(understand_many(documents, 2))
    assert [r.document.id for r in one] == [d.id for d in documents]
    assert one == two
    assert all(r.claims for r in one)


@pytest.mark.parametrize("sizes", [[], [10], [500], [100] * 9, [10, 900, 10, 900, 5]])
def test_chunks_hold_every_document_once_and_grow_no_further_than_a_document_over(
    sizes: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "CHUNK", 300)
    documents = [made(n, pad=size // 20) for n, size in enumerate(sizes)]
    chunks = list(bulk._chunks(documents))
    assert [d for chunk in chunks for d in chunk] == documents
    assert all(sum(len(d.text) for d in chunk[:-1]) < 300 for chunk in chunks)


def test_no_more_is_read_ahead_than_the_pool_can_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "CHUNK", 1)
    taken: list[int] = []

    def source() -> Iterator[Document]:
        for number in range(40):
            taken.append(number)
            yield made(number)

    readings = understand_many(source(), 2)
    next(readings)
    assert len(taken) <= 2 * bulk.AHEAD + 2
    assert 1 + sum(1 for _ in readings) == 40


@pytest.mark.parametrize("error", [ValueError("x"), KeyError("outcome"), RecursionError(), IndexError("list")])
def test_a_document_that_a_rule_trips_over_becomes_a_problem(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    real = bulk.understand

    def tripping(document: Document, *_: object) -> object:
        if document.document == "d1":
            raise error
        return real(document)

    monkeypatch.setattr(bulk, "understand", tripping)
    readings = list(understand_many([made(0), made(1), made(2)]))
    problem = readings[1].problem
    assert problem is not None
    assert problem.file == "d1"
    assert type(error).__name__ in problem.reason
    assert readings[1].claims == []
    assert [bool(r.claims) for r in readings] == [True, False, True]


def test_a_language_that_no_pack_reads_is_kept_without_claims() -> None:
    reading = next(iter(understand_many([made(3, language="en")])))
    assert reading.claims == []
    assert reading.problem is None


def test_of_nothing_comes_nothing() -> None:
    assert list(understand_many([])) == list(understand_many(iter(()), 2)) == []
