"""What is a later version of a text, and what differs in it."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from makers import FRENCH, SECOND

from vigie.intake import address_of, difference
from vigie.intake.reading import document
from vigie.intake.source import Draft
from vigie.intake.versions import alike, follows


def at(url: str | None, name: str = "a.txt", text: str = FRENCH) -> str:
    return address_of(document(Draft(text=text, url=url), name, "0" * 64))


@pytest.mark.parametrize(
    "url",
    [
        "https://www.fil.example.org/a/1",
        "http://fil.example.org/a/1",
        "https://fil.example.org:443/a/1/",
        "https://fil.example.org/a/1#commentaires",
        "https://FIL.example.org/a/1?utm_source=lettre&xtor=RSS-3",
    ],
)
def test_a_page_has_one_address_however_it_was_reached(url: str) -> None:
    assert at(url) == at("https://fil.example.org/a/1")


@pytest.mark.parametrize(
    "url",
    [
        "https://fil.example.org/a/2",
        "https://fil.example.org/A/1",
        "https://en.fil.example.org/a/1",
        "https://fil.example.org:8080/a/1",
        "https://fil.example.org/a/1?page=2",
        "https://fil.example.org:x/a/1",
        None,
    ],
)
def test_other_pages_have_other_addresses(url: str | None) -> None:
    assert at(url) != at("https://fil.example.org/a/1")


def test_what_has_no_address_is_known_by_its_name() -> None:
    assert at(None, "a.txt", FRENCH) == at(None, "a.txt", SECOND)
    assert at(None, "a.txt") != at(None, "b.txt")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (FRENCH, FRENCH.replace("douze", "quinze"), True),
        (FRENCH, f"Titre corrigé. {FRENCH} Avec agences.", True),
        (FRENCH, FRENCH[: len(FRENCH) // 2], True),
        (FRENCH, SECOND, False),
        ("Deux morts à Alep.", "Trois morts à Alep.", True),
        ("Deux morts à Alep.", "Un mort à Homs.", False),
        ("Rien.", "Tout.", False),
    ],
)
def test_a_name_ties_texts_that_share_words(old: str, new: str, expected: bool) -> None:
    older, newer = (document(Draft(text=text), "a.txt", "0" * 64) for text in (old, new))
    assert follows(older, newer) == expected
    assert alike(new, old) == expected


def test_an_address_ties_whatever_stands_there() -> None:
    url = "https://fil.example.org/1"
    old, new = (document(Draft(text=text, url=url), "a", "0" * 64) for text in (FRENCH, SECOND))
    assert follows(old, new)
    assert not follows(msgspec.structs.replace(old, url=None), msgspec.structs.replace(new, url=None))


def test_a_revised_toll_is_shown_word_by_word() -> None:
    found = difference(
        "Un raid.\nAu moins 9 civils sont morts.", "Un raid.\nAu moins 11 civils sont morts. Bilan final."
    )
    assert [tuple(passage) for passage in found] == [
        ("same", "Un raid.\nAu moins "),
        ("removed", "9 "),
        ("added", "11 "),
        ("same", "civils sont morts"),
        ("added", ". Bilan final"),
        ("same", "."),
    ]


def test_a_very_long_line_is_shown_whole_and_soon() -> None:
    found = difference("a " * 100_000, "b " * 100_000)
    assert [passage.kind for passage in found] == ["removed", "added"]
    words = "a b " * 700
    assert {passage.kind for passage in difference(words, words.replace("b", "c", 300))} == {"same", "removed", "added"}


@given(st.text("ab \n.", max_size=60), st.text("ab \n.", max_size=60))
def test_both_versions_can_be_told_from_the_difference(old: str, new: str) -> None:
    found = difference(old, new)
    assert "".join(passage.text for passage in found if passage.kind != "removed") == new
    assert "".join(passage.text for passage in found if passage.kind != "added") == old
