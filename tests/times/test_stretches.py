"""Lengths of time that run up to publication or are named by the days behind them, parts of a year, «ce jour-là»."""

import datetime as dt

import pytest

from vigie.times import event_before, find_times
from vigie.values import Interval

DAY = Interval.day(dt.date(2018, 5, 17))  # a Thursday


def days(first: tuple[int, int, int], last: tuple[int, int, int] = (2018, 5, 17)) -> Interval:
    return Interval(start=dt.date(*first), end=dt.date(*last))


STRETCHES = [
    ("Cinq semaines de contestation ont fait 80 morts.", days((2018, 4, 12))),
    ("Une semaine de violences a fait 80 morts.", days((2018, 5, 10))),
    ("Le calme est revenu, au terme de trois jours de heurts qui ont fait 80 morts.", days((2018, 5, 15))),
    ("Le calme est revenu, à l'issue d'une semaine de violences qui a fait 80 morts.", days((2018, 5, 10))),
    ("En plus de trois mois de blocus, 80 enfants sont morts.", days((2018, 2, 17))),
    ("Durant les deux mois de siège, 80 habitants ont péri.", days((2018, 3, 17))),
    ("Les deux semaines de troubles ont fait 80 morts.", days((2018, 5, 3))),
    ("Le mouvement, entré dans sa quatrième semaine, a fait 80 morts.", days((2018, 4, 19))),
    ("Ils ont perdu 80 hommes en un peu plus de deux mois.", days((2018, 3, 17))),
    ("Au premier trimestre, 80 civils ont été tués.", days((2018, 1, 1), (2018, 3, 31))),
    ("Au cours du second semestre de l'an dernier, 80 civils ont péri.", days((2017, 7, 1), (2017, 12, 31))),
    ("Le deuxième semestre, 80 civils ont péri.", days((2017, 7, 1), (2017, 12, 31))),
    ("Au premier trimestre 2016, 80 civils ont été tués.", days((2016, 1, 1), (2016, 3, 31))),
    ("Le nombre de raids a doublé au cours du deuxième trimestre 2017.", days((2017, 4, 1), (2017, 6, 30))),
    ("Durant le troisième trimestre de 2015, 80 civils ont péri.", days((2015, 7, 1), (2015, 9, 30))),
    ("Le second semestre de l'année 2015 a fait 80 morts.", days((2015, 7, 1), (2015, 12, 31))),
    ("Sur le premier semestre 2017, 80 civils ont péri.", days((2017, 1, 1), (2017, 6, 30))),
    ("Le premier semestre de l'année a fait 80 morts.", days((2018, 1, 1))),
    ("Depuis que l'armée a lancé son assaut le 6 avril, 80 civils ont péri.", days((2018, 4, 6))),
    ("Depuis que les rebelles ont, en mars, repris les armes, 80 civils ont péri.", days((2018, 3, 1))),
    ("Quatre-vingts tués en deux jours, les 5 et 6 mai, à Kano.", days((2018, 5, 5), (2018, 5, 6))),
    ("Les trois jours de combats (du 2 au 4 mai) ont fait 80 morts.", days((2018, 5, 2), (2018, 5, 4))),
]


@pytest.mark.parametrize(("sentence", "wanted"), STRETCHES)
def test_a_length_of_time(sentence: str, wanted: Interval) -> None:
    assert [m.interval for m in find_times(sentence, DAY)] == [wanted]


NOT_SO = [
    ("La ville est tombée mardi au terme de trois jours de combats.", ["mardi"]),
    ("Le M23, le 5 mai, a pris la ville.", ["le 5 mai"]),
    ("La ville est tombée mardi après cinq mois de siège.", ["mardi"]),
    ("Au terme de six semaines de contestation, il est parti mardi.", ["mardi"]),
    ("Les combats, les plus durs depuis que la trêve a été signée le 5 mai, durent.", ["le 5 mai"]),
    ("Quatre-vingts tués en deux jours, mardi.", ["en deux jours", "mardi"]),
]


@pytest.mark.parametrize(("sentence", "wanted"), NOT_SO)
def test_no_length_of_time_up_to_publication(sentence: str, wanted: list[str]) -> None:
    assert [m.text for m in find_times(sentence, DAY)] == wanted


@pytest.mark.parametrize("words", ["Ce jour-là", "Le même jour", "A cette date"])
def test_that_day_is_where_a_count_starts(words: str) -> None:
    told = find_times(f"Depuis le 25 avril, ils fuient. {words}, un poste a sauté.", DAY)
    assert told[-1].interval == days((2018, 4, 25), (2018, 4, 25))


def test_a_day_behind_what_happened_outdoes_the_table_of_what_is_known() -> None:
    told = find_times("Ils ont fui depuis la reprise de l'offensive du M23, le 20 avril.", DAY)
    assert told[0].interval == days((2018, 4, 20))


def test_less_than_a_year_is_no_year_and_how_rare_a_thing_is_no_time() -> None:
    told = find_times("Ils ont perdu 80 hommes en moins d'un an.", DAY)[0].interval
    assert told is not None
    assert told.days < 360
    same = find_times(
        "En avril, le mois le plus dur depuis deux ans, ils ont fui. Sur la même période, dix morts.", DAY
    )
    assert same[-1].interval == days((2018, 4, 1), (2018, 4, 30))


def test_the_day_after_an_event_is_no_day_by_itself() -> None:
    told = find_times("Il pleuvait mercredi au lendemain de l'attaque.", DAY)
    assert [(m.text, m.kind) for m in told] == [("mercredi", "day"), ("au lendemain de", "offset")]
    assert event_before(told[1], told[0].interval or DAY) == days((2018, 5, 15), (2018, 5, 15))


@pytest.mark.parametrize(
    "sentence",
    [
        "Au terme de trois jours de heurts, la ville est tombée.",
        "Au terme d'une semaine de violences, la ville est tombée.",
        "La ville est tombée à l'issue de trois semaines de combats.",
    ],
)
def test_what_comes_at_the_end_of_days_of_fighting_did_not_last_them(sentence: str) -> None:
    assert find_times(sentence, DAY) == []
