"""Totals that run from a start told in their sentence, counts up to a day, long times told of somebody else."""

import datetime as dt

import events_told
import pytest

from vigie.values import Harm, Interval

DAY = dt.date(2018, 5, 17)  # a Thursday


def figure(text: str, count: int) -> Harm:
    return events_told.figure(text, count, DAY)


def days(first: tuple[int, int, int], last: tuple[int, int, int] = (2018, 5, 17)) -> Interval:
    return Interval(start=dt.date(*first), end=dt.date(*last))


TOTALS = [
    ("Lancée le 6 avril contre le port, l'offensive a tué 210 civils, selon l'ONU.", 210, (2018, 4, 6), "period"),
    ("Déclenché en mars, le siège de la ville a coûté la vie à 90 habitants.", 90, (2018, 3, 1), "period"),
    ("L'opération engagée le 2 mai par l'armée a fait 45 morts parmi les rebelles.", 45, (2018, 5, 2), "period"),
    ("Plus de 60 soldats ont péri dans cette bataille commencée le 12 avril.", 60, (2018, 4, 12), "period"),
    ("Le conflit, né en novembre 2009, a fait 7.000 morts.", 7000, (2009, 11, 1), "war"),
    ("L'assaut, qui a débuté le 20 avril, a fait 33 morts.", 33, (2018, 4, 20), "period"),
    ("Depuis l'ouverture du front, le 8 avril, 51 civils ont été tués.", 51, (2018, 4, 8), "period"),
]


@pytest.mark.parametrize(("text", "count", "first", "scope"), TOTALS)
def test_a_total_runs_from_the_start_that_its_sentence_tells(
    text: str, count: int, first: tuple[int, int, int], scope: str
) -> None:
    found = figure(text, count)
    assert (found.when, found.scope) == (days(first), scope)


ELSEWHERE = [
    "L'offensive lancée le 6 avril contre le port se poursuit.\nD'après l'ONU, 210 civils ont été tués depuis le début de "
    "l'offensive.",
    "L'opération, déclenchée le 6 avril, vise la ville.\nCette opération a déjà fait 210 morts, selon l'ONU.",
    "Les rebelles assiègent la ville. Le siège a commencé le 6 avril.\nDepuis le début du siège, 210 habitants ont péri.",
    "Au moins 210 personnes ont été tuées depuis le lancement de l'assaut.\nL'assaut, lancé le 6 avril, piétine.",
    "L'armée piétine. La contre-offensive a débuté le 6 avril.\nSelon une ONG, l'offensive a coûté la vie à 210 civils.",
]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_the_start_may_be_told_in_another_sentence(text: str) -> None:
    assert figure(text, 210).when == days((2018, 4, 6))


NO_TOTALS = [
    ("L'offensive lancée le 6 avril a tué mardi dix civils à Tripoli.", 10),
    ("Dix civils ont été tués mardi par les rebelles, dans la ville assiégée par une offensive lancée en mars.", 10),
    ("Mardi, dix soldats sont morts dans une attaque lancée par les rebelles.", 10),
    ("L'assaut lancé le 6 avril se poursuit.\nL'assaut a fait dix morts mardi.", 10),
    ("L'opération a repris: un raid lancé mardi a fait dix morts.", 10),
    ("L'armée, présente dans la région depuis 2014, a tué mardi dix rebelles.", 10),
]


@pytest.mark.parametrize(("text", "count"), NO_TOTALS)
def test_a_nearer_day_or_another_act_is_no_start(text: str, count: int) -> None:
    assert figure(text, count).when == days((2018, 5, 15), (2018, 5, 15))


def test_a_count_up_to_a_day() -> None:
    text = "L'opération lancée le 20 mars contre la ville avait fait, au 2 mai, 222 morts."
    assert figure(text, 222).when == days((2018, 3, 20), (2018, 5, 2))
    for told in ("au 30 avril", "à la date du 30 avril", "en date du 30 avril"):
        found = figure(f"L'ONU enregistrait 45.000 déplacés dans la province {told}.", 45000)
        assert (found.scope, found.when, found.when_basis) == ("state", days((2018, 4, 30), (2018, 4, 30)), "stated")


ASIDES = [
    "Les rebelles, maîtres du port depuis 2014, parlent de 120 miliciens tués.",
    "Le mouvement, allié du pouvoir depuis mars 2016, a tué 120 miliciens.",
    "La coalition, engagée au côté du régime depuis trois ans, a tué 120 miliciens.",
    "Le groupe, qui tient la ville depuis 2014, revendique la mort de 120 miliciens.",
    "Selon la milice, hostile au pouvoir depuis des années, 120 miliciens ont été tués.",
]


@pytest.mark.parametrize("text", ASIDES)
def test_a_long_time_told_of_somebody_is_not_the_figure_s(text: str) -> None:
    assert figure(text, 120).when_basis == "assumed"


def test_the_nth_day_of_a_fight_is_a_day_but_what_it_has_done_is_of_all() -> None:
    one = figure("Au cinquième jour des combats, 14 soldats ont été tués à Zinjibar, au Yémen.", 14)
    assert one.when.days <= 2
    every = figure("Les blindés piétinent au cinquième jour de cette offensive qui a fait 150 morts.", 150)
    assert every.when == days((2018, 5, 13))


def test_the_day_of_the_story_is_told_with_its_violence() -> None:
    text = (
        "Mali: un camp attaqué\nLe calme régnait mercredi soir autour de Gao, au Mali. Pris dimanche par les rebelles, le camp "
        "a été évacué. Un porte-parole parle de 40 soldats tués."
    )
    assert figure(text, 40).when == days((2018, 5, 13), (2018, 5, 13))


OTHER_BREATH = [
    "Samedi, une bombe a tué neuf fidèles à Tanta; mardi, un raid en avait tué trois au Caire.",
    "Neuf civils ont péri samedi à Gao, au Mali ; le chef rebelle, mort mardi, n'est pas du nombre.",
    "Samedi, neuf soldats sont tombés à Kidal; l'armée a riposté mardi.",
    "A Gao, au Mali, neuf villageois ont été abattus samedi ; mardi, l'ONU a protesté.",
    "Samedi, l'attaque a fait neuf morts à Mopti; une enquête a été ouverte mardi.",
]


@pytest.mark.parametrize("text", OTHER_BREATH)
def test_a_semicolon_parts_days(text: str) -> None:
    assert figure(text, 9).when == days((2018, 5, 12), (2018, 5, 12))


def test_a_since_between_commas_that_is_told_of_the_dead_is_theirs() -> None:
    text = "Selon l'hôpital, une source compte quatorze tués depuis le 8 mai, et quatre-vingts blessés."
    assert [figure(text, count).when for count in (14, 80)] == [days((2018, 5, 8))] * 2
