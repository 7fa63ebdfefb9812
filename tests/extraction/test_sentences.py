"""Sentences as the web delivers them: glued, wrapped, headed, quoted, abbreviated."""

import itertools
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vigie.extraction.sentences import LONGEST, quotations, sentences


def cut(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text)]


TEXTS = {
    "plain": "Un raid a tué douze civils.|Trois enfants sont blessés !|Où sont les autres ?|On l'ignore…",
    "glued": "L'armée a retiré sa plainte.|L'abattage des bêtes a commencé.|Il dure.",
    "glued without a mark": "Les combats continuent à Varn|Les rebelles ont perdu deux hommes.",
    "a title of courtesy": "M. Orel et Mme Duval ont rencontré le Dr Hadi.|Ils sont rentrés.",
    "initials": "Le porte-parole J. Marsol a démenti.|Rien de plus.",
    "an acronym": "L'O.N.U. a condamné.|Les civils fuient.",
    "a number": "Plus de 3.500 familles ont fui.|Elles marchent depuis 12 jours.",
    "a decimal": "Soit 1,5 million de personnes.|Le reste attend.",
    "a quotation": '"Nous avons fui."|"Les autres sont morts", dit-elle.',
    "guillemets": "«Ils ont tiré.»|L'armée dément.",
    "an ellipsis": "Ils tiraient...|Puis plus rien.",
    "a bullet": "Bilan :|12 morts à Orès|3 blessés à Varn",
    "several marks": "Quoi ?!|Rien.",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_a_text_is_cut_where_its_sentences_end(text: str) -> None:
    parts = text.split("|")
    glue = {TEXTS["glued"]: "", TEXTS["glued without a mark"]: "", TEXTS["a bullet"]: " • "}.get(text, " ")
    assert cut(glue.join(parts)) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Un raid a tué\ndouze civils à Varn.", ["Un raid a tué\ndouze civils à Varn."]),
        ("Un raid a tué (selon\nl'ONG) douze civils.", ["Un raid a tué (selon\nl'ONG) douze civils."]),
        ("Titre de l'article\nUn raid a tué.", ["Titre de l'article", "Un raid a tué."]),
        ("Un raid a tué\n\ndouze civils.", ["Un raid a tué", "douze civils."]),
        ("Un raid a tué.\ndouze civils.", ["Un raid a tué.", "douze civils."]),
        ("Il a déclaré :\nles morts sont douze", ["Il a déclaré :", "les morts sont douze"]),
    ],
)
def test_a_wrapped_line_goes_on_and_a_paragraph_does_not(text: str, parts: list[str]) -> None:
    assert cut(text) == parts


def test_paragraphs_are_counted() -> None:
    text = "Un. Deux.\nTrois.\n\nQuatre."
    assert [s.paragraph for s in sentences(text)] == [0, 0, 1, 2]


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("Douze morts à Varn\nUn raid a tué douze civils.", [True, False]),
        ("La trêve tient. - Renforts rebelles - Les combats ont repris.", [False, True, False]),
        ("La trêve tient.\n- Renforts rebelles -\nLes combats ont repris.", [False, True, False]),
        ("Un raid a tué douze civils.", [False]),
        ("Douze morts à Varn", [False]),
    ],
)
def test_titles_and_crossheads_are_headings(text: str, headings: list[bool]) -> None:
    assert [s.heading for s in sentences(text)] == headings


def test_a_dash_within_a_sentence_is_no_heading() -> None:
    text = "Des combattants - une dizaine selon lui - ont péri à Varn."
    assert cut(text) == [text]


def test_quotations_are_spans_with_their_marks() -> None:
    text = "«Nous partons», dit-il. “Demain” peut-être."
    assert [text[a:b] for a, b in quotations(text)] == ["«Nous partons»", "“Demain”"]


def test_an_endless_sentence_is_cut_so_that_rules_stay_cheap() -> None:
    found = sentences("mot " * 2_000)
    assert len(found) > 1
    assert all(s.end - s.start <= LONGEST for s in found)


@example("1.•")
@given(st.text(st.sampled_from('aéZ .!?\n"«»-•…(,1 \x00'), max_size=80))
def test_sentences_are_in_order_apart_and_leave_only_white_space_and_marks(text: str) -> None:
    found = sentences(text)
    assert all(s.start < s.end and text[s.start : s.end].strip() == text[s.start : s.end] for s in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    covered = {i for s in found for i in range(s.start, s.end)}
    left = "".join("\n" if i in covered else c for i, c in enumerate(text))
    assert not set(re.sub(r"(?m)^[ \xa0•]*1{1,2}\.[ \xa0•]*$", "", left)) - set(" \n•\x1c\xa0")


def test_the_number_of_a_paragraph_is_no_sentence() -> None:
    text = "1. La mission est partie lundi.\n2. Dix personnes ont péri en 2012. Il en reste 40.\n3) Rien.\nA 12."
    assert cut(text) == [
        "La mission est partie lundi.",
        "Dix personnes ont péri en 2012.",
        "Il en reste 40.",
        "3) Rien.",
        "A 12.",
    ]
