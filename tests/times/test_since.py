"""«depuis» and what it counts from, when the day stands behind something that happened; abbreviated months; seven."""

import datetime as dt

import pytest

from vigie.times import find_times
from vigie.values import Interval

DAY = Interval.day(dt.date(2018, 5, 17))  # a Thursday

COUNTED = [
    ("Depuis la fermeture du poste, le 3 mai, douze civils ont péri.", (5, 3)),
    ("Le siège a repris depuis le début du ramadan, le 16 mai.", (5, 16)),
    ("Vingt morts depuis le lancement, le 27 avril, de l'assaut sur la ville.", (4, 27)),
    ("Quarante tués depuis le début de l'opération, lundi dernier.", (5, 14)),
    ("Depuis le renversement du président par l'armée (le 2 avril), la ville brûle.", (4, 2)),
    ("Ils ont fui depuis l'entrée en guerre du pays voisin en mars 2018.", (3, 1)),
    ("Depuis leur retour en ville, mardi, les miliciens pillent.", (5, 15)),
    ("Les raids durent depuis la nuit de lundi.", (5, 14)),
]


@pytest.mark.parametrize(("sentence", "first"), COUNTED)
def test_the_day_behind_what_happened_is_where_the_count_starts(sentence: str, first: tuple[int, int]) -> None:
    found = next(m for m in find_times(sentence, DAY) if m.kind == "since")
    assert found.interval == Interval(start=dt.date(2018, *first), end=DAY.end)


ONE_DAY = [
    "Des obus ont été tirés depuis la position de l'armée mardi.",
    "Un tireur a visé la foule depuis le bâtiment, mardi.",
    "La plus lourde perte depuis l'attentat de la gare, mardi.",
    "C'est la deuxième attaque depuis la signature de l'accord, mardi.",
    "Le pire bilan depuis l'attentat de la gare, mardi, qui avait fait dix morts.",
    "Un soldat a été tué depuis le début de l'année mardi dans le nord.",
    "Depuis la fin de la trêve mille civils ont été tués, dont cent mardi.",
]


@pytest.mark.parametrize("sentence", ONE_DAY)
def test_a_place_or_a_comparison_counts_from_nothing(sentence: str) -> None:
    told = [m for m in find_times(sentence, DAY) if m.text == "mardi"]
    assert [m.interval for m in told] == [Interval.day(dt.date(2018, 5, 15))]


def test_seven_is_no_month_but_short_months_are() -> None:
    assert not find_times("Les dépouilles de sept civils, puis en sept points.", DAY)
    for words in ("le 12 sept. 2016", "en sept. 2016", "le 3 nov. 2017", "fin sept. 2017", "le 3 sept 2017"):
        assert find_times(f"Le pont est tombé {words}.", DAY)[0].interval is not None


def test_a_war_told_in_months_has_its_months_and_one_told_in_years_has_not() -> None:
    months = find_times("Le bilan de cinq mois de crise est lourd.", DAY)[0]
    assert (months.kind, months.interval) == ("war", Interval(start=dt.date(2017, 12, 17), end=DAY.end))
    assert find_times("En cinq ans de guerre, le pays s'est vidé.", DAY)[0].interval is None


def test_the_days_of_a_report_need_no_du() -> None:
    found = find_times("Période couverte : 7 au 20 novembre 2017", DAY)[0]
    assert found.interval == Interval(start=dt.date(2017, 11, 7), end=dt.date(2017, 11, 20))


HOURS = [
    ("Le 3 mai, une bombe a explosé. Deux heures plus tard, une autre a suivi.", 3, 3),
    ("Une bombe a explosé le 3 mai. Quelques minutes après, les secours arrivaient.", 3, 3),
    ("Le 3 mai, la ville est tombée. Quelques heures plus tôt, l'armée l'avait quittée.", 3, 3),
    ("Le 3 mai, la ville est tombée. Vingt-quatre heures plus tard, elle était reprise.", 4, 4),
    ("Le 3 mai, la ville est tombée. Quarante-huit heures auparavant, un raid l'avait visée.", 1, 1),
    ("Le 3 mai, la ville est tombée. Seize heures plus tard, elle était reprise.", 3, 4),
]


@pytest.mark.parametrize(("sentence", "first", "last"), HOURS)
def test_hours_count_from_the_day_told(sentence: str, first: int, last: int) -> None:
    found = find_times(sentence, DAY)[1]
    assert found.interval == Interval(start=dt.date(2018, 5, first), end=dt.date(2018, 5, last))
    assert found.anaphoric


UP_TO_NOW = [
    "de 2015 à ce jour",
    "du 3 mai à ce jour",
    "depuis mars jusqu'à ce jour",
    "de 2015 à nos jours",
    "de mars à aujourd'hui",
]


@pytest.mark.parametrize("words", UP_TO_NOW)
def test_from_a_start_to_this_day(words: str) -> None:
    found = find_times(f"Le conflit a fait {words} mille morts.", DAY)[0]
    assert found.interval is not None
    assert (found.interval.days > 1, found.interval.end) == (True, DAY.end)


def test_days_in_a_row_are_told_in_several_ways() -> None:
    for words in ("pour le quatrième jour d'affilée", "pour le quatrième jour de suite", "pour le 4e jour consécutif"):
        found = find_times(f"Des tirs ont retenti {words}.", DAY)[0]
        assert found.interval == Interval(start=dt.date(2018, 5, 14), end=DAY.end)


def test_since_the_weekday_of_publication_is_a_week_ago_once_a_later_day_is_told() -> None:
    week = find_times("Mercredi, on s'est battu de nouveau. Trente morts depuis jeudi, selon l'hôpital.", DAY)[-1]
    assert week.interval == Interval(start=dt.date(2018, 5, 10), end=DAY.end)
    assert find_times("Trente morts depuis jeudi.", DAY)[0].interval == DAY


def test_easter_sunday_is_a_feast() -> None:
    for words in ("le dimanche de Pâques", "du dimanche de Pâques", "dimanche de Pâques 2018"):
        found = find_times(f"Les attentats {words} ont fait dix morts.", DAY)[0]
        assert found.interval == Interval.day(dt.date(2018, 4, 1))
