"""Times in sentences: what they come to, where they stand in the text."""

import datetime as dt

import pytest
from vigie.times import find_times
from vigie.values import Interval

THURSDAY = Interval.day(dt.date(2018, 3, 15))


@pytest.mark.parametrize(
    ("sentence", "words", "start", "end"),
    [
        ("Deux villages ont été bombardés mardi, selon un élu.", "mardi", "2018-03-13", "2018-03-13"),
        ("Les ministres doivent se retrouver mardi à Vienne.", "mardi", "2018-03-20", "2018-03-20"),
        (
            "Une roquette est tombée dans la nuit de lundi à mardi.",
            "dans la nuit de lundi à mardi",
            "2018-03-12",
            "2018-03-13",
        ),
        ("La ville est assiégée depuis le 22 février.", "depuis le 22 février", "2018-02-22", "2018-03-15"),
        ("Le pont avait sauté il y a dix jours.", "il y a dix jours", "2018-03-04", "2018-03-06"),
        ("Les combats du 4 au 7 mai 2016 ont fait 12 morts.", "du 4 au 7 mai 2016", "2016-05-04", "2016-05-07"),
        ("Il avait été libéré en décembre dernier.", "décembre dernier", "2017-12-01", "2017-12-31"),
    ],
)
def test_a_time_comes_to_its_days(sentence: str, words: str, start: str, end: str) -> None:
    found = find_times(sentence, THURSDAY)[0]
    assert (found.text, sentence[found.start : found.end]) == (words, words) or words in found.text
    assert found.interval == Interval(start=dt.date.fromisoformat(start), end=dt.date.fromisoformat(end))


@pytest.mark.parametrize(
    "sentence",
    [
        "Environ 2017 personnes ont fui.",
        "La 15e division avance.",
        "30 civils et 2.000 soldats.",
        "Il est mort à 35 ans.",
    ],
)
def test_numbers_of_people_are_no_times(sentence: str) -> None:
    assert find_times(sentence, THURSDAY) == []
