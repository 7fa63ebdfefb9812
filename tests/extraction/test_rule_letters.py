"""What a pattern needs is never more than what it fits, so that passing over a rule loses nothing."""

import random
import re

import pytest

from vigie.extraction.rule_letters import lacks, needs
from vigie.extraction.rules import load

RULES = [rule for name in ("harm", "agency", "control", "diplomacy") for rule in load("fr", name)]
LETTERS = 'AaVNKIkDEFCGWBYPTQqZRUoxXdlneirpgtcwsyhjmuMHS,.;:"()-'


@pytest.mark.parametrize(
    ("pattern", "sets"),
    [
        ("ab?c", ["a", "c"]),
        ("[ab]c{0,3}", ["ab"]),
        ("(?P<x>[ab])+d", ["d", "ab"]),
        ("(?:a|bc)[^d].", ["ab"]),
        ("(?:a|)b", ["b"]),
        ("(?=a)(?<=b)(?!c)(?<!d)", ["a", "b"]),
        ("x*", []),
    ],
)
def test_what_a_pattern_needs(pattern: str, sets: list[str]) -> None:
    assert [*needs(re.compile(pattern))] == [frozenset(one) for one in sets]


def test_a_string_lacks_what_none_of_its_letters_is_of() -> None:
    needed = needs(re.compile("Q[VA]x?K"))
    assert lacks(frozenset("QVx"), needed)
    assert not lacks(frozenset("QAK"), needed)


@pytest.mark.parametrize("seed", range(4))
def test_no_rule_fits_a_string_that_lacks_what_it_needs(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(200):
        codes = "".join(chance.choices(LETTERS, k=chance.randrange(1, 40)))
        fitting = [rule for rule in RULES if rule.pattern.search(codes)]
        assert not any(lacks(frozenset(codes), rule.needs) for rule in fitting)
