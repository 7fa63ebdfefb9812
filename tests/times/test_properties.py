"""What holds for any text: no exception, true offsets, order, intervals that run forward, time in proportion."""

import datetime as dt
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vigie.times import date_document, find_times
from vigie.times.grammar import fold, words
from vigie.values import Interval

FORMS = sorted({form for forms in words().values() for form in forms})
GLUE = ["le", "la", "de", "du", "à", "au", "et", "entre", "depuis", "il y a", "dans la nuit", "jusqu'à", "avant"]
MORE = [
    "après",
    ",",
    ".",
    "\n",
    "(",
    ")",
    "-",
    "5",
    "31",
    "2015",
    "14h30",
    "30/02/2016",
    "2016-13-45",
    "9999",
    "’",
    "24h",
]
SENTENCES = st.lists(st.sampled_from(FORMS + (GLUE + MORE) * 8), max_size=30).map(" ".join)
DAYS = st.dates(min_value=dt.date(1990, 1, 1), max_value=dt.date(2035, 1, 1))


def _check(text: str, published: Interval | None) -> None:
    last = 0
    for mention in find_times(text, published):
        assert last <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert mention.interval is None or mention.interval.start <= mention.interval.end
        last = mention.end


@settings(max_examples=250, deadline=None)
@given(SENTENCES, DAYS, st.integers(min_value=0, max_value=40))
def test_words_of_times_in_any_order_do_no_harm(text: str, day: dt.date, width: int) -> None:
    _check(text, Interval(start=day, end=day + dt.timedelta(width)))
    _check(text, None)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300), DAYS)
def test_any_text_is_read(text: str, day: dt.date) -> None:
    assert len(fold(text)) == len(text)
    _check(text, Interval.day(day))
    date_document(text, None, None)


@settings(max_examples=60, deadline=None)
@given(SENTENCES)
def test_dating_gives_reasons_or_nothing(text: str) -> None:
    dating = date_document(text, None, None)
    assert (dating.published is None) == (dating.basis is None) == (not dating.reasons)


@pytest.mark.parametrize(
    "unit", ["mardi ", "de ", "à peu près ", "le 5 ", "(", "1", "depuis ", "a", "il y a environ ", "20 "]
)
def test_no_pattern_runs_away(unit: str) -> None:
    day = Interval.day(dt.date(2016, 1, 1))
    find_times("mardi", day)
    began = time.process_time()
    find_times(unit * (60_000 // len(unit)), day)
    assert time.process_time() - began < 3
