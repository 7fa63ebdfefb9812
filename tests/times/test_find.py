"""Times in sentences: what they come to, where they stand in the text."""

import datetime as dt

import pytest

from vigie.times import acled_precision, find_times, ucdp_precision, war_period
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
        ("Mardi, avant l'aube, l'armée a pris la colline.", "Mardi", "2018-03-13", "2018-03-13"),
        ("Mardi, avant la réunion, rien.", "Mardi", "2018-03-20", "2018-03-20"),
        ("Il faut un accord avant la réunion de mardi.", "mardi", "2018-03-20", "2018-03-20"),
        ("La ville est assiégée depuis le 22 février.", "depuis le 22 février", "2018-02-22", "2018-03-15"),
        ("Le pont avait sauté il y a dix jours.", "il y a dix jours", "2018-03-04", "2018-03-06"),
        ("Les combats du 4 au 7 mai 2016 ont fait 12 morts.", "du 4 au 7 mai 2016", "2016-05-04", "2016-05-07"),
        ("Des tirs dans la nuit du 3 au 4, selon un élu.", "dans la nuit du 3 au 4", "2018-03-03", "2018-03-04"),
        (
            "Depuis le début le 22 février d'un assaut, 40 morts.",
            "Depuis le début le 22 février",
            "2018-02-22",
            "2018-03-15",
        ),
        ("Vingt morts en 24h dans la ville.", "en 24h", "2018-03-14", "2018-03-15"),
        ("Les cours reprendront dans trois jours.", "dans trois jours", "2018-03-18", "2018-03-18"),
        ("Le nord est tombé en mars-avril 2012.", "mars-avril 2012", "2012-03-01", "2012-04-30"),
        ("Il avait été libéré en décembre dernier.", "décembre dernier", "2017-12-01", "2017-12-31"),
        ("La bataille du 18 juin 1815 est rejouée.", "18 juin 1815", "1815-06-18", "1815-06-18"),
    ],
)
def test_a_time_comes_to_its_days(sentence: str, words: str, start: str, end: str) -> None:
    found = find_times(sentence, THURSDAY)[0]
    assert words in found.text
    assert sentence[found.start : found.end] == found.text
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


def test_the_day_before_counts_from_the_day_told_and_marks_it() -> None:
    found = find_times("L'armée a admis lundi la perte, la veille, d'un poste.", THURSDAY)
    assert [m.interval for m in found] == [Interval.day(dt.date(2018, 3, 12)), Interval.day(dt.date(2018, 3, 11))]
    assert [m.anaphoric for m in found] == [False, True]


@pytest.mark.parametrize(
    "text",
    [
        "Dix civils ont été tués lundi à Gao, a annoncé mardi l'armée. {}, un maire a été abattu.",
        "Dix civils ont été tués lundi à Gao, ont indiqué mardi soir des habitants.\n{}, un maire a été abattu.",
        "Lundi, dix civils ont été tués à Gao, a indiqué à l'AFP mercredi un élu. {}, un maire a été abattu.",
        "Dix civils ont péri lundi à Gao, dans le nord du pays, selon un nouveau bilan qu'a communiqué la mairie, a "
        "annoncé mardi un élu. Les assaillants sont venus à moto de la frontière et ont ouvert le feu sur tout le "
        "monde, ont dit ceux qui ont pu fuir dans la brousse, d'où ils sont rentrés à pied, par petits groupes, "
        "avec leurs blessés et les enfants du village. {}, un maire a été abattu.",
    ],
)
@pytest.mark.parametrize(("words", "day"), [("Le même jour", 12), ("Ce jour-là", 12), ("La veille", 11)])
def test_a_day_told_before_is_not_that_of_the_telling(text: str, words: str, day: int) -> None:
    found = find_times(text.format(words), THURSDAY)
    assert found[-1].interval == Interval.day(dt.date(2018, 3, day))


def test_a_day_of_telling_counts_behind_a_feast_long_past() -> None:
    found = find_times("Venu fêter Noël, il a annoncé mardi que dix hommes avaient péri dans la matinée.", THURSDAY)
    assert found[-1].interval == Interval.day(dt.date(2018, 3, 13))


def test_a_day_of_telling_counts_where_no_other_was_told_in_its_sentence() -> None:
    found = find_times(
        "Dix civils ont été tués à Gao, a annoncé mardi l'armée. La veille, un maire est mort.", THURSDAY
    )
    assert found[-1].interval == Interval.day(dt.date(2018, 3, 12))


@pytest.mark.parametrize(
    ("sentence", "time_of_day"),
    [
        ("Mardi vers 14h30, un drone est tombé.", "14:30"),
        ("Un drone est tombé mardi soir.", "evening"),
        ("Un drone est tombé mardi à 3 heures du matin.", "03:00"),
        ("Un drone est tombé mardi à 8 heures du soir.", "20:00"),
        ("Un drone est tombé dans la nuit de lundi à mardi.", "night"),
        ("Un drone est tombé mardi à l'aube.", "dawn"),
    ],
)
def test_the_time_of_day_is_kept(sentence: str, time_of_day: str) -> None:
    assert find_times(sentence, THURSDAY)[0].time_of_day == time_of_day


def test_without_a_publication_day_only_absolute_times_resolve() -> None:
    found = find_times("Mardi, il y a dix jours et le 3 mai 2014, des tirs ; en mars, du calme.", None)
    assert [m.interval for m in found] == [None, None, Interval.day(dt.date(2014, 5, 3)), None]


def test_a_wide_publication_resolves_no_weekday_but_what_both_ends_agree_on() -> None:
    wide = Interval(start=dt.date(2018, 3, 1), end=dt.date(2018, 4, 20))
    tuesday, since, year = find_times("Mardi, des tirs. Depuis 2012, la ville souffre. En 2016, une trêve.", wide)
    assert tuesday.interval is None
    assert since.interval == Interval(start=dt.date(2012, 1, 1), end=dt.date(2018, 4, 20))
    assert year.interval is not None


def test_wars_begin_where_the_table_says() -> None:
    assert war_period("SYR", THURSDAY) == Interval(start=dt.date(2011, 3, 15), end=dt.date(2018, 3, 15))
    assert war_period("SYR", Interval.day(dt.date(2010, 1, 1))) is None
    assert war_period("SYR", None) is None
    assert war_period("CHE", THURSDAY) is None
    found = find_times("Cent soldats sont morts au Mali depuis le début de l'intervention française.", THURSDAY)
    assert found[0].interval == Interval(start=dt.date(2013, 1, 11), end=dt.date(2018, 3, 15))


@pytest.mark.parametrize(("days", "acled", "ucdp"), [(1, 1, 1), (2, 1, 2), (7, 2, 3), (30, 3, 4), (300, 3, 5)])
def test_precision_codes(days: int, acled: int, ucdp: int) -> None:
    interval = Interval(start=dt.date(2016, 1, 1), end=dt.date(2016, 1, 1) + dt.timedelta(days - 1))
    assert (acled_precision(interval), ucdp_precision(interval)) == (acled, ucdp)
