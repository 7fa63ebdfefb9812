"""«Le pire bilan depuis mai 2017, quand …»: whom it compares with died then. Sentences are ours, the acts invented."""

import datetime as dt

import events_told
import pytest

from vigie.values import Harm, Interval

DAY = dt.date(2019, 11, 24)  # a Sunday
NEWS = "Un attentat a fait 12 morts samedi à Kaboul. "


def figure(text: str, count: int) -> Harm:
    return events_told.figure(NEWS + text, count, DAY)


def days(first: tuple[int, int, int], last: tuple[int, int, int]) -> Interval:
    return Interval(start=dt.date(*first), end=dt.date(*last))


THEN = [
    (
        "C'est l'attaque la plus meurtrière depuis mai 2017, quand 150 personnes avaient été tuées à Kaboul.",
        150,
        days((2017, 5, 1), (2017, 5, 31)),
    ),
    (
        "Il s'agit du pire bilan depuis 2014, lorsque 80 personnes avaient péri dans un attentat à Kaboul.",
        80,
        days((2014, 1, 1), (2014, 12, 31)),
    ),
    (
        "L'attentat est le plus meurtrier depuis le 31 mai 2017, date à laquelle un camion piégé avait tué 150 personnes.",
        150,
        days((2017, 5, 31), (2017, 5, 31)),
    ),
    (
        "La ville n'avait plus été touchée depuis 2016, année où un attentat avait fait 80 morts.",
        80,
        days((2016, 1, 1), (2016, 12, 31)),
    ),
    (
        "Rien d'aussi grave depuis janvier 2018, mois durant lequel une ambulance piégée avait tué 103 personnes.",
        103,
        days((2018, 1, 1), (2018, 1, 31)),
    ),
    ("La région est calme depuis le 3 mars, jour où dix soldats ont été tués.", 10, days((2019, 3, 3), (2019, 3, 3))),
]


@pytest.mark.parametrize(("text", "count", "when"), THEN)
def test_who_died_when_it_was_last_so_bad_did_not_die_now(text: str, count: int, when: Interval) -> None:
    found = figure(text, count)
    assert found.when == when
    assert found.scope == "incident"


def test_the_dead_of_a_movement_then_are_those_of_a_period() -> None:
    text = "C'est le mouvement le plus meurtrier depuis l'hiver 2017-2018, lorsque des manifestations avaient fait 25 morts."
    found = figure(text, 25)
    assert found.scope == "period"
    assert found.when is not None
    assert found.when.end < dt.date(2018, 4, 1)


SINCE = [
    ("Depuis mars, quand l'offensive a débuté, 900 civils ont péri à Kaboul, selon l'ONU.", 900, (2019, 3, 1)),
    ("Le conflit a fait 3.000 morts depuis 2015, quand les rebelles ont pris la ville.", 3000, (2015, 1, 1)),
    ("Les manifestations ont fait 300 morts depuis octobre, quand le mouvement a débuté.", 300, (2019, 10, 1)),
]


@pytest.mark.parametrize(("text", "count", "first"), SINCE)
def test_who_died_since_is_counted_up_to_now(text: str, count: int, first: tuple[int, int, int]) -> None:
    assert figure(text, count).when == Interval(start=dt.date(*first), end=DAY)


BEFORE = [
    ("Le quartier avait déjà été visé le 26 janvier. Vingt-deux personnes y avaient trouvé la mort.", 22),
    ("La mosquée avait été attaquée en 2017. Douze fidèles y avaient été tués.", 12),
    ("Le marché avait été frappé le 3 mars. Neuf passants y avaient péri.", 9),
]


@pytest.mark.parametrize(("text", "count"), BEFORE)
def test_who_died_there_long_before_did_not_die_by_those_of_the_news(text: str, count: int) -> None:
    news = (
        "Une série d'attentats revendiqués par l'Etat islamique a fait 140 morts mardi en Syrie. Une voiture piégée a "
        "explosé à Sayeda Zeinab, faisant 83 morts. Deux voitures piégées ont sauté à Homs, tuant 57 civils. "
    )
    assert events_told.figure(news + text, count, DAY).by == []
