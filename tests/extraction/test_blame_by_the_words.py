"""Who found the dead, hunts those who did it, or is told beside them is not blamed; each figure has its own author."""

import pytest
from events_told import claims

from vigie.values import Harm

Tolls = dict[int, list[str]]


def tolls(text: str) -> Tolls:
    """The authors of each figure, by its number."""
    return {int(claim.low or 0): claim.by for claim in claims(text) if isinstance(claim, Harm)}


@pytest.mark.parametrize(
    "text",
    [
        "L'armée malienne a lancé mardi une opération contre les auteurs de l'attaque qui a tué douze villageois à Gao.",
        "L'armée malienne mène une opération contre les auteurs présumés de l'attaque qui a tué douze villageois à Gao.",
        "L'armée malienne a lancé un raid contre les responsables du massacre qui a fait douze morts à Gao.",
    ],
)
def test_an_operation_against_the_authors_of_an_attack_killed_nobody_of_its_dead(text: str) -> None:
    assert tolls(text) == {12: []}


@pytest.mark.parametrize(
    "told",
    [
        "ont été découverts par des soldats maliens",
        "ont été remis aux familles par l'armée malienne",
        "ont été repêchés dans le fleuve par des gendarmes maliens",
        "ont été récupérés par des militaires maliens",
    ],
)
def test_who_found_or_handed_over_the_dead_did_not_kill_them(told: str) -> None:
    assert tolls(f"Les corps de six personnes {told} à Gao.") == {6: []}


@pytest.mark.parametrize(
    ("seemed", "by"),
    [
        ("Un homme qui s'était présenté comme un policier", []),
        ("Des hommes qui se présentaient comme des soldats", []),
        ("Un homme identifié comme un policier", ["AFG"]),
    ],
)
def test_what_men_said_that_they_were_says_not_who_did_it(seemed: str, by: list[str]) -> None:
    assert tolls(f"{seemed} a tué deux médecins à Hérat, en Afghanistan.") == {2: by}


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (
            "Neuf civils ont été tués par l'aviation russe à Idleb, quatre autres par des tirs d'obus à Alep.",
            {9: ["RUS"], 4: []},
        ),
        (
            "Neuf civils ont été tués par l'aviation russe à Idleb, quatre autres par l'artillerie du régime à Alep.",
            {9: ["RUS"], 4: ["SYR"]},
        ),
        (
            "Neuf civils ont été tués par l'armée syrienne et cinq par des rebelles à Azaz.",
            {9: ["SYR"], 5: ["SYR-REB"]},
        ),
        ("Douze civils ont été tués par l'EI à Raqa, et cinq dans un attentat à Azaz.", {12: ["IS"], 5: []}),
        ("Neuf civils ont été tués par l'armée syrienne à Alep et cinq à Idleb.", {9: ["SYR"], 5: ["SYR"]}),
    ],
)
def test_others_killed_in_another_way_have_their_own_author(text: str, by: Tolls) -> None:
    assert tolls(text) == by


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (
            "Onze soldats et quarante jihadistes ont été tués mercredi à Gao, au Mali, "
            "lors d'attaques du Jnim contre l'armée malienne.",
            {11: [], 40: []},
        ),
        (
            "L'armée malienne combat les jihadistes. Trois soldats et quatorze assaillants ont péri "
            "dans l'attaque d'un poste de l'armée à Gao.",
            {3: [], 14: []},
        ),
        (
            "Quarante jihadistes et cinq soldats ont été tués dans des combats à Gao entre l'armée malienne et les "
            "jihadistes.",
            {40: ["MLI"], 5: ["MLI-JIH"]},
        ),
    ],
)
def test_the_dead_of_two_enemies_told_with_one_word_were_killed_by_nobody_told(text: str, by: Tolls) -> None:
    assert tolls(text) == by
