"""PDFs as newspapers print them: ligatures, and a headline above two columns."""

from pathlib import Path

import makers
import pytest
from makers import FRENCH, SECOND, put

from vigie.intake import read
from vigie.values import Document

GLYPHS = b"/Encoding << /BaseEncoding /WinAnsiEncoding /Differences [1 /fi 2 /fl] >>"


def text_of(path: Path) -> str:
    (found,) = (row for row in read([path]) if isinstance(row, Document))
    return found.text


def test_letters_that_are_printed_as_one_are_two_again(tmp_path: Path) -> None:
    words = "Un of\x01cier a con\x01rmé que le con\x02it avait fait douze morts \x01n mars."
    data = makers.pdf(makers.wrapped(words, 90)).replace(b"/Encoding /WinAnsiEncoding", GLYPHS)
    expected = "Un officier a confirmé que le conflit avait fait douze morts fin mars."
    assert text_of(put(tmp_path, "a.pdf", data)) == expected


@pytest.mark.parametrize("columns", [(50, 320), (50, 300)])
def test_a_headline_across_two_columns_is_read_before_both(tmp_path: Path, columns: tuple[int, int]) -> None:
    head = "Un marché de Tell Ramla touché par un raid aérien à l'heure où les habitants font leurs courses"
    left, right = makers.wrapped(FRENCH, 42, columns[0], 760), makers.wrapped(SECOND, 42, columns[1], 760)
    text = text_of(put(tmp_path, "a.pdf", makers.pdf([(50, 800, head), *left, *right])))
    assert text.split("\n") == [head, FRENCH, SECOND]
