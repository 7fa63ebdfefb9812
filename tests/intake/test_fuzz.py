"""No bytes whatever make a parser raise: each format gets noise, and real files with bytes changed or cut."""

import contextlib
import os
import tempfile
from pathlib import Path

import makers
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vigie.intake import boilerplate_spans, fingerprint, language, read
from vigie.intake.dates import interval
from vigie.intake.decode import decode
from vigie.intake.problems import ReadError
from vigie.intake.wrapped import unwrap
from vigie.values import Document, Problem

# `make torture` asks for more.
EXAMPLES = int(os.environ.get("VIGIE_FUZZ", "40"))
settings.register_profile("intake", max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
settings.load_profile("intake")


def holds(name: str, data: bytes) -> None:
    """Reading the data gives documents and problems that can be written down, and never raises."""
    with tempfile.TemporaryDirectory() as folder:
        for row in read([makers.put(Path(folder), name, data)]):
            assert isinstance(row, Document | Problem)
            if isinstance(row, Document):
                row.text.encode("utf-8")
                assert "\x00" not in row.text
                assert row.document
            else:
                assert row.code
                assert row.reason


NAMES = st.sampled_from([*sorted(makers.real()), "a", "a.xml", "a.zip!b"])


@given(NAMES, st.binary(max_size=400))
def test_noise_of_any_name_is_survived(name: str, data: bytes) -> None:
    holds(name, data)


@given(NAMES, st.text(max_size=400))
def test_text_of_any_name_is_survived(name: str, text: str) -> None:
    holds(name, text.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("name", sorted(makers.real()))
@given(data=st.data())
@settings(max_examples=max(10, EXAMPLES // 4))
def test_real_files_with_changed_bytes_are_survived(name: str, data: st.DataObject) -> None:
    body = bytearray(makers.real()[name])
    for at in data.draw(st.lists(st.integers(0, len(body) - 1), max_size=6)):
        body[at : at + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=4))
    holds(name, bytes(body))


@pytest.mark.parametrize("name", sorted(makers.real()))
@given(share=st.floats(0, 1))
@settings(max_examples=max(5, EXAMPLES // 8))
def test_real_files_cut_short_are_survived(name: str, share: float) -> None:
    body = makers.real()[name]
    holds(name, body[: int(share * len(body))])


@given(st.binary(max_size=2000), st.none() | st.text(max_size=20))
def test_any_bytes_are_text_or_told_to_be_none(data: bytes, declared: str | None) -> None:
    with contextlib.suppress(ReadError):
        text, replaced = decode(data, declared)
        text.encode("utf-8")
        assert replaced >= 0


@given(st.text(max_size=2000))
def test_spans_of_any_text_lie_in_it_sorted_and_apart(text: str) -> None:
    spans = boilerplate_spans(text)
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    assert all(0 <= start < end <= len(text) for start, end in spans)


@given(st.text(max_size=500))
def test_any_text_has_a_language_and_a_fingerprint(text: str) -> None:
    assert language(text) in ("fr", "en", "ar", "other")
    assert len(fingerprint(text)) == 16


@given(st.text(max_size=80) | st.integers() | st.dictionaries(st.text(), st.text()) | st.none())
def test_any_date_is_an_interval_or_nothing(words: object) -> None:
    found = interval(words)
    assert found is None or found.start <= found.end


@given(st.lists(st.text(max_size=120), max_size=30))
def test_unwrapping_keeps_every_letter(lines: list[str]) -> None:
    def letters(parts: list[str]) -> str:
        return "".join(c for part in parts for c in part if c.isalnum())

    assert letters(unwrap(lines)) == letters(lines)
