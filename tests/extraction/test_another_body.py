"""«le groupe de contact», «le mouvement de grève» are not the armed group that was told before; «le groupe» is."""

import pytest

from vigie.extraction.actors import find_actors

BEFORE = "Des combattants du JNIM ont attaqué Gao lundi. "


@pytest.mark.parametrize("words", ["Le groupe a revendiqué l'attaque.", "L'organisation a revendiqué l'attaque."])
def test_a_bare_word_takes_up_the_group_told_before(words):
    assert find_actors(BEFORE + words, "MLI", None)[-1].ids == ("JNIM",)


@pytest.mark.parametrize(
    "words",
    [
        "Le groupe de contact s'est réuni.",
        "Le groupe de parole s'est réuni.",
        "Le mouvement de grève s'étend.",
        "L'organisation de la conférence a tardé.",
        "La cellule de crise s'est réunie.",
    ],
)
def test_a_body_of_something_is_another_one(words):
    assert not any(one.ids for one in find_actors(BEFORE + words, "MLI", None) if one.start >= len(BEFORE))


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Wagner a attaqué le village.", True),
        ("Selon Wagner, le village est pris.", True),
        ("Les hommes de Wagner ont attaqué.", True),
        ("Le groupe Wagner a attaqué.", True),
        ("Selon Marc Wagner, chercheur, le village est pris.", False),
        ("M. Wagner a condamné l'attaque.", False),
        ("Le docteur Wagner a soigné les blessés.", False),
        ("Madame Wagner a parlé.", False),
    ],
)
def test_a_surname_is_the_group_only_where_no_first_name_stands_before_it(words, named):
    ids = {ident for one in find_actors(words, "MLI", None) for ident in one.ids}
    assert ("WAGNER" in ids) is named
