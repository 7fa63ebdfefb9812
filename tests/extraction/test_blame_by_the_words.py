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


@pytest.mark.parametrize(
    "region",
    [
        "un territoire en proie aux violences de la milice Codeco",
        "théâtre d'attaques de la milice Codeco",
        "une région meurtrie par les attaques de la milice Codeco",
        "une région confrontée aux attaques de la milice Codeco",
        "où l'armée congolaise affronte la milice Codeco",
    ],
)
def test_who_often_attacks_a_region_or_fights_there_is_not_blamed(region: str) -> None:
    assert tolls(f"Neuf mineurs ont été tués à Djugu, en RDC, {region}.") == {9: []}
    assert tolls(f"Une bombe a tué neuf mineurs à Djugu, en RDC, {region}.") == {9: []}


def test_who_attacks_it_on_the_day_is() -> None:
    text = "Neuf mineurs ont été tués à Djugu, en RDC, dans une région visée lundi par une attaque de la milice Codeco."
    assert tolls(text) == {9: ["CODECO"]}


def test_who_kills_a_chief_did_not_kill_his_victims() -> None:
    text = "L'armée française a tué un chef jihadiste tenu pour responsable de la mort de deux otages à Gao."
    assert tolls(text) == {1: ["FRA"], 2: []}


@pytest.mark.parametrize(("said", "by"), [("admis", []), ("reconnu", []), ("annoncé", ["HOUTHIS"])])
def test_who_admits_the_death_of_commanders_lost_them(said: str, by: list[str]) -> None:
    text = f"Les Houthis ont {said} la mort de quatre soldats loyalistes à Marib, au Yémen."
    text = text if by else text.replace("soldats loyalistes", "commandants")
    assert tolls(text) == {4: by}


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (
            "Deux attentats ont frappé Bagdad mardi. Le premier, revendiqué par l'EI, a fait quatre morts. Le second a "
            "tué six personnes à Sadr City.",
            {4: ["IS"], 6: []},
        ),
        (
            "Deux attentats, revendiqués par l'EI, ont frappé Bagdad mardi. Le premier a fait quatre morts.",
            {4: ["IS"]},
        ),
        (
            "Les shebab ont revendiqué l'attaque d'un hôtel de Mogadiscio, qui a fait huit morts. Un peu plus tôt, deux "
            "policiers avaient été abattus au marché de Bakara.",
            {8: ["AL-SHABAAB"], 2: []},
        ),
        (
            "Six Palestiniens ont été tués par des frappes israéliennes à Gaza. En Cisjordanie, deux autres sont morts "
            "dans une explosion.",
            {6: ["ISR"], 2: []},
        ),
    ],
)
def test_an_author_told_of_one_act_is_not_that_of_the_next(text: str, by: Tolls) -> None:
    assert tolls(text) == by


@pytest.mark.parametrize(
    "text",
    [
        "Des habitants ont accusé l'armée malienne de passivité après l'attaque qui a fait 26 morts à Sévaré.",
        "Des habitants accusent l'armée malienne de n'avoir rien fait pour empêcher l'attaque qui a fait 26 morts à Gao.",
        "Vingt-six chiites hazaras, une communauté souvent ciblée par l'EI, ont été tués à Quetta.",
        "Vingt-six soldats somaliens rentrant d'une opération contre les shebab ont été tués par une mine à Afgoye.",
        "L'armée de l'air turque a transporté 26 blessés de l'attentat vers Istanbul.",
        "L'attaque a fait 26 morts à Mogadiscio. On ignore si les shebab en sont responsables.",
    ],
)
def test_who_is_told_beside_an_act_is_not_its_author(text: str) -> None:
    assert tolls(text) == {26: []}


def test_what_somebody_once_did_kills_him_not() -> None:
    assert tolls("Un milicien nigérian, qui avait combattu Boko Haram, a été tué à Maiduguri.") == {1: []}


@pytest.mark.parametrize(
    "others",
    ["Cinq autres sont mortes à Donetsk.", "Cinq personnes ont péri en deux semaines, selon l'ONU."],
)
def test_others_in_another_town_or_over_weeks_are_not_of_that_strike(others: str) -> None:
    text = f"Deux personnes ont été tuées mardi par une frappe russe à Kherson, en Ukraine. {others}"
    assert tolls(text) == {2: ["RUS"], 5: []}


def test_others_there_are() -> None:
    text = (
        "Deux personnes ont été tuées mardi par une frappe russe à Kherson, en Ukraine. Cinq autres ont été blessées."
    )
    assert tolls(text) == {2: ["RUS"], 5: ["RUS"]}


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Une grenade lancée sur une foule qui acclamait l'armée a fait sept morts à Bangui.", {7: []}),
        ("Onze civils ont été tués à Beni malgré les bombardements de l'armée ougandaise contre les ADF.", {11: []}),
        ("Treize personnes ont été tuées à Nice par un tireur deux ans après l'attentat de l'EI.", {13: []}),
        (
            "En représailles aux raids de l'armée congolaise, onze civils ont été tués par des hommes armés à Beni.",
            {11: ["COD-UNK"]},
        ),
        ("En représailles à l'attaque des rebelles, l'armée malienne a tué douze civils à Gao.", {12: ["MLI"]}),
    ],
)
def test_an_act_in_spite_or_in_answer_of_which_people_died_did_not_kill_them(text: str, by: Tolls) -> None:
    assert tolls(text) == by
