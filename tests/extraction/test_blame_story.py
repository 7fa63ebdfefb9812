"""Who did it, told in another sentence than the dead: taken up, claimed, counted by the enemy; and who did not."""

import pytest
from events_told import claims, events

from vigie.values import Harm


def blamed(text: str) -> list[list[str]]:
    return [claim.by for claim in claims(text) if isinstance(claim, Harm)]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (
            "Huit civils, dont deux enfants, ont péri lundi dans des raids sur Ariha, en Syrie, selon l'OSDH. "
            "Les frappes ont sans doute été menées par l'aviation russe.",
            [["RUS"], ["RUS"]],
        ),
        (
            "Une attaque de jihadistes a fait neuf morts lundi à Djibo, au Burkina Faso. "
            "Le maire a demandé des renforts. Un habitant a donné un bilan de 12 morts.",
            [["BFA-JIH"], ["BFA-JIH"]],
        ),
        (
            "Quatre ouvriers ont été tués lundi à Baidoa, en Somalie. Trois autres ont été blessés. "
            "Les shebab ont dit avoir mené l'attaque.",
            [["AL-SHABAAB"], ["AL-SHABAAB"]],
        ),
        (
            "L'explosion d'une voiture piégée a fait six morts lundi à Kaboul, en Afghanistan. "
            "Les talibans ont affirmé mardi soir en être les auteurs.",
            [["TALIBAN"]],
        ),
        (
            "Une bombe a tué trois gendarmes lundi à Kidal, au Mali. Bamako a accusé le GSIM.",
            [["JNIM"]],
        ),
        ("Vingt-deux soldats maliens ont été tués lundi à Gao en six jours de combats contre le GSIM.", [["JNIM"]]),
        (
            "Quinze jihadistes ont péri lundi près de Gao, au Mali, a annoncé l'armée malienne.",
            [["MLI"]],
        ),
        ("Le M23 a fait état de trente soldats congolais tués lundi à Sake, en RDC.", [["M23"]]),
        (
            "Dix policiers ont été tués lundi dans une attaque à El-Arich, en Egypte, qui a aussi coûté la vie à "
            "cinq terroristes. L'attaque a été revendiquée par le groupe Etat islamique.",
            [["IS"], ["EGY"]],
        ),
        (
            "Six soldats ont été tués lundi dans une attaque du Parti des travailleurs du Kurdistan (PKK) à Hakkari, "
            "en Turquie.",
            [["PKK"]],
        ),
    ],
)
def test_who_did_it_is_found_in_another_sentence(text: str, by: list[list[str]]) -> None:
    assert blamed(text) == by


@pytest.mark.parametrize(
    "text",
    [
        "L'armée a dit que des comités locaux avaient tué trois hommes lundi à Gao, au Mali.",
        "Un drone a détruit lundi à Gao, au Mali, des armes emportées par le GSIM, tuant trois hommes.",
        "Dix personnes ont été tuées lundi à Gao, au Mali, selon un bilan donné mardi par le ministère de la Santé.",
        "Trois Casques bleus ont été blessés lundi à Gao, au Mali, quand leur véhicule a sauté sur une mine.",
        "Le conflit entre rebelles, milices et l'armée soudanaise a fait 3.000 morts.",
        "Une bombe a tué deux passants lundi à Bangui, en Centrafrique. L'ONU a accusé l'ex-président François Bozizé.",
        "Une bombe a tué deux passants lundi à Gao, au Mali. L'attaque, imputée à ses adversaires par le GSIM, a choqué.",
        "Une explosion a fait dix morts mardi à Kaboul. L'attaque n'a pas été revendiquée par les talibans.",
        "Un millier de personnes ont été tuées depuis janvier au Mali, selon l'ONU, qui en attribue la moitié à l'armée.",
    ],
)
def test_who_stands_near_the_words_has_not_done_it(text: str) -> None:
    assert {tuple(by) for by in blamed(text)} == {()}


def test_a_mine_is_not_laid_by_those_who_run_over_it() -> None:
    (told,) = events("Un soldat malien a sauté sur une mine lundi près de Gao, au Mali.")
    assert told.by == []


def test_the_army_that_confirms_an_attack_did_not_do_it() -> None:
    text = "L'armée, qui a envoyé des renforts mardi, a confirmé l'attaque de lundi à Oicha, en RDC. Cette attaque a fait six morts."
    assert blamed(text) == [[]]


def test_a_claim_is_not_of_the_attack_that_nobody_claimed() -> None:
    text = (
        "Une bombe a tué deux soldats samedi à Ménaka, au Mali. Lundi, trois autres avaient péri près de Hombori. "
        "Le GSIM a revendiqué mardi cette première attaque. Celle de Ménaka n'a pas été revendiquée."
    )
    assert [] in blamed(text)[:1] or blamed(text)[0] == []


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (
            "Quatre policiers mexicains ont été tués lundi dans une fusillade avec une dizaine d'hommes armés.",
            [["MEX-UNK"]],
        ),
        (
            "Neuf personnes ont été tuées lundi dans une attaque contre un marché de Nairobi, au Kenya. "
            "Les shebab ont dit avoir agi en représailles.",
            [["AL-SHABAAB"]],
        ),
    ],
)
def test_gunmen_met_and_other_words_of_a_claim(text: str, by: list[list[str]]) -> None:
    assert blamed(text) == by


def test_they_in_a_quotation_are_not_the_subject_of_the_sentence_before() -> None:
    text = (
        "Quinze gendarmes ont été attaqués lundi à Gorgadji, au Burkina Faso. "
        '"Ils ont laissé passer les motos, puis ils ont tué deux marchands", a raconté un rescapé.'
    )
    assert ["BFA"] not in blamed(text)


def test_a_claim_behind_people_of_whom_no_act_is_told_is_of_them() -> None:
    text = (
        "Vingt passagers ont été enlevés lundi par des hommes armés près de Minna, au Nigeria. "
        "Le 11 décembre, 344 lycéens avaient été capturés à Kankara. Boko Haram avait assuré en être l'auteur."
    )
    assert blamed(text)[0] == ["NGA-UNK"]


def test_the_accused_who_answers_with_another_name_does_not_change_who_did_it() -> None:
    text = (
        "Une attaque a fait 200 morts samedi à Gimbi, en Ethiopie. Le gouvernement éthiopien a accusé l'OLA. "
        "L'OLA attribue la tuerie à une milice du pouvoir."
    )
    assert blamed(text)[0] == ["OLA"]


def test_the_authors_reach_other_counts_but_not_what_came_before() -> None:
    text = (
        "Le M23 a tué au moins 90 civils lundi à Kishishe, en RDC. Les victimes ont été exécutées par balles. "
        "L'ONU a exprimé son émotion. Kinshasa avait évoqué une cinquantaine de morts. "
        "Douze habitants avaient été tués au même endroit."
    )
    assert blamed(text) == [["M23"], ["M23"], []]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (
            "Quarante étudiants ont été tués dans leur sommeil dimanche dans un lycée de Gujba, au Nigeria, par des "
            "hommes armés soupçonnés d'appartenir à Boko Haram.",
            [["BOKO-HARAM"]],
        ),
        (
            "Trente manifestants ont été blessés lundi à Srinagar, en Inde, par des tirs de plombs de la police indienne.",
            [["IND"]],
        ),
        (
            "Dix policiers ont été tués lundi à Karachi, au Pakistan, dans l'assaut d'une banque par des rebelles. "
            "L'Armée de libération du Baloutchistan (BLA) a dit être derrière l'attaque.",
            [["BLA"]],
        ),
    ],
)
def test_gunmen_of_a_group_shots_of_a_force_and_rebels_named_by_their_claim(text: str, by: list[list[str]]) -> None:
    assert blamed(text) == by


def test_who_claims_it_says_who_did_it() -> None:
    (told,) = [
        claim
        for claim in claims(
            "L'attaque revendiquée par le groupe Etat islamique a fait trois morts lundi à Liège, en Belgique."
        )
        if isinstance(claim, Harm)
    ]
    assert (told.by, told.by_said_by) == (["IS"], ["IS"])


def test_gunmen_suspected_of_belonging_to_a_group_are_not_surely_of_it() -> None:
    text = (
        "Dix civils ont été tués lundi à Gujba, au Nigeria, par des hommes armés soupçonnés d'appartenir à Boko Haram."
    )
    (told,) = [claim for claim in claims(text) if isinstance(claim, Harm)]
    assert (told.by, told.by_certainty) == (["BOKO-HARAM"], "hedged")


def test_the_wounded_told_in_one_breath_with_the_dead_have_the_same_author() -> None:
    text = (
        "Les shebab ont attaqué lundi un hôtel de Baidoa, en Somalie. Selon la police, le bilan est de neuf morts et une "
        "trentaine de blessés."
    )
    assert blamed(text) == [["AL-SHABAAB"], ["AL-SHABAAB"]]


def test_soldiers_hurt_in_the_same_sentence_as_rebels_killed_are_not_their_own_victims() -> None:
    text = "L'armée congolaise a tué lundi neuf rebelles à Goma et deux soldats ont été blessés."
    assert blamed(text)[0] == ["COD"]
    assert "COD" not in blamed(text)[1]


def test_they_are_not_the_dead_whom_the_sentence_between_counts() -> None:
    text = (
        "Les shebab ont lancé dimanche une attaque contre un restaurant de Mogadiscio. En février 2019, un siège de près "
        "de vingt heures avait fait 20 morts. Un mois plus tôt, ils avaient attaqué un hôtel de Kismayo, tuant 21 personnes."
    )
    assert blamed(text)[-1] == ["AL-SHABAAB"]
