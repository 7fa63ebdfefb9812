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
