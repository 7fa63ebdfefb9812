"""The folded text keeps every offset; tokens are French words, numbers and marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigie.extraction.text import fold, lower, sound, tokens


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("l’armée", "l'armée"),
        ("«\xa0Non\xa0»", '" Non "'),
        ("“oui”", '"oui"'),
        ("20\u202f000", "20 000"),
        ("Alep – Homs — Hama", "Alep - Homs - Hama"),
        ("Deir‑Ezzor", "Deir-Ezzor"),
        ("à\tb", "à b"),
    ],
)
def test_marks_are_made_uniform(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(st.characters(), max_size=60))
def test_no_character_moves(text: str) -> None:
    assert len(fold(text)) == len(lower(fold(text))) == len(sound(text)) == len(text)


@given(st.text(max_size=60))
def test_tokens_are_the_text_without_its_spaces(text: str) -> None:
    folded = fold(text)
    found = tokens(folded)
    assert all(low == lower(folded)[start:end] for start, end, low in found)
    assert "".join(folded[start:end] for start, end, _ in found) == "".join(c for c in folded if not c.isspace())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("L'armée a tué 20 000 hommes.", ["l'", "armée", "a", "tué", "20 000", "hommes", "."]),
        ("Jusqu'à 1.200 morts", ["jusqu'", "à", "1.200", "morts"]),
        ("1,5 million, 30%", ["1,5", "million", ",", "30", "%"]),
        ("Aujourd'hui, quelqu'un", ["aujourd'hui", ",", "quelqu'un"]),
        ("Deir Ezzor-ville à 12h30", ["deir", "ezzor-ville", "à", "12h30"]),
        ("M. Dupont et l'O.N.U.", ["m.", "dupont", "et", "l'", "o.n.u."]),
        ("rendez-vous", ["rendez-vous"]),
        ("(deux)…", ["(", "deux", ")", "…"]),
        ("", []),
    ],
)
def test_the_words_of_a_sentence(text: str, words: list[str]) -> None:
    assert [low for _, _, low in tokens(fold(text))] == words


def test_tokens_of_a_stretch_keep_the_offsets_of_the_whole() -> None:
    text = "Un raid. Deux morts."
    assert tokens(fold(text), 9) == [(9, 13, "deux"), (14, 19, "morts"), (19, 20, ".")]


def test_half_characters_are_replaced() -> None:
    assert sound("a\ud800b\udfffc") == "a\ufffdb\ufffdc"
    assert sound("🕊 «é»") == "🕊 «é»"
