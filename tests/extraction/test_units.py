"""Class strings of sentences; rules are tried where their letters stand and nowhere else."""

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigie.extraction.analysis import analyse
from vigie.extraction.cues import cues, told
from vigie.extraction.lexicon import Entry
from vigie.extraction.rule_letters import lacks
from vigie.extraction.rules import LONGEST, fitting, load
from vigie.extraction.units import Unit, codes
from vigie.extraction.units import _choose as choose
from vigie.values import Document, document_id


def strings(text: str) -> list[str]:
    """The class strings of a text's sentences."""
    document = Document(
        document="x", id=document_id("x", text), text=text, sha256="", text_sha256="", origin="t", language="fr"
    )
    found = analyse(document)
    return [clause.codes for clause in found.clauses] if found else []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Douze civils ont été tués.", "QVxXK."),
        ("Aucun soldat n'a été blessé.", "ZVgxXK."),
        ("Il a tué 3 enfants!", "uxKQV."),
        ("Un raid, 12 morts", "qE,QN"),
    ],
)
def test_the_class_string_of_a_sentence(text: str, expected: str) -> None:
    assert strings(text) == [expected]


def test_units_cover_their_sentence_in_order_and_apart() -> None:
    text = "Lundi, l'aviation russe a bombardé trois villages près d'Alep, tuant 12 civils, selon l'OSDH."
    document = Document(document="x", id="x", text=text, sha256="", text_sha256="", origin="t", language="fr")
    analysis = analyse(document)
    assert analysis is not None
    units = analysis.clauses[0].units
    assert codes(units) == analysis.clauses[0].codes
    assert all(a.end <= b.start for a, b in itertools.pairwise(units))
    covered = "".join(text[u.start : u.end] for u in units).replace(" ", "")
    assert covered == text.replace(" ", "")
    assert {"T", "P", "A", "Q", "V", "."} <= set(analysis.clauses[0].codes)


def test_the_lists_that_the_words_of_a_sentence_stand_in() -> None:
    text = "Des avions et des hélicoptères ont bombardé la ville en riposte à un attentat, plus tard des avions l'ont quittée."
    document = Document(document="x", id="x", text=text, sha256="", text_sha256="", origin="t", language="fr")
    analysis = analyse(document)
    assert analysis is not None
    clause = analysis.clauses[0]
    for name in cues("fr"):
        assert clause.listed.get(name, []) == [i for i, unit in enumerate(clause.units) if told(name, [unit])]
    assert len(clause.listed["aircraft"]) == 3
    assert "wonders" not in clause.listed


@pytest.mark.parametrize(
    "text", ["Il fait beau sur la vallée.", "", "Le match s'est joué dans un stade plein devant le public."]
)
def test_a_text_without_a_trigger_is_passed_over(text: str) -> None:
    assert strings(text) == []


def test_a_class_string_has_an_end() -> None:
    assert max(map(len, strings("tués " * 900))) <= LONGEST


spans = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12), st.sampled_from("TQKVA")), max_size=14)


@given(spans)
def test_units_that_are_chosen_do_not_overlap_and_no_free_one_is_left(drawn: list[tuple[int, int, str]]) -> None:
    units = [Unit(start, start + size, code, "x", Entry("x", code, "", ())) for start, size, code in drawn]
    chosen = choose(units)
    assert all(a.end <= b.start for a, b in itertools.pairwise(chosen))
    for unit in units:
        assert any(unit is c or (unit.start < c.end and c.start < unit.end) for c in chosen)


LETTERS = 'KIkNDEFCGWBVAaPTQqZRMmXxUuodlhrjtiecwpngsySLYHJzOBIf,.;:"()-%#'
KINDS = [("harm", "out"), ("agency", "act"), ("control", "act"), ("diplomacy", "act")]


@pytest.mark.parametrize(("name", "group"), KINDS)
def test_no_rule_that_fits_is_left_out(name: str, group: str) -> None:
    chance = random.Random(name)
    for _ in range(300):
        alphabet = chance.sample(LETTERS, chance.randrange(4, 20))
        string = "".join(chance.choices(alphabet, k=chance.randrange(3, 60)))
        tried = fitting("fr", name, group, string)
        assert [r.name for r in load("fr", name) if r.pattern.search(string) and r not in tried] == []
        assert list(tried) == [r for r in load("fr", name) if r in tried]
        assert not any(lacks(frozenset(string), r.needs) for r in tried)
