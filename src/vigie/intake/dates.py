"""A date that comes in a field of its own → the interval of days that it names.

Days as they are printed, in the time zone they are printed in: «2016-10-11T23:30+02:00» is the 11th. «2016-10» and
«2016» are whole intervals. Day before month, as everywhere but in the United States, where both readings exist.
"""

import calendar
import datetime as dt
import re
from email.utils import parsedate_to_datetime
from functools import cache

from ..values import Interval
from .data import table

_ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2})(?:[T ]\s*\d{1,2}[:h]\d{2}.*)?)?)?", re.DOTALL)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}(?:Z|[+-]\d{4})?)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[ T,à]+\d{1,2}[:h]\d{2}.*)?", re.DOTALL)
_WORDS = re.compile(
    r"(?:[^\W\d_]+\.?,? )?(?:(\d{1,2})(?:er)? )?([^\W\d_]{3,9})\.? (\d{4})(?:[ ,à]+\d{1,2}[:h]\d{2}.*)?", re.DOTALL
)
_FOLD = str.maketrans("éèûÉÈÛ\xa0", "eeueeu ")
_YEARS = range(1900, 2101)
_LONGEST = 60


def interval(words: object) -> Interval | None:
    """The days that a field's value names; None when it cannot be told."""
    if isinstance(words, dt.datetime):
        return Interval.day(words.date())
    if isinstance(words, dt.date):
        return Interval.day(words)
    if isinstance(words, int) and words in _YEARS:
        return _days(words, None, None)
    if isinstance(words, dict):
        return _between(words)
    return _text(words.strip()) if isinstance(words, str) and len(words) <= _LONGEST else None


def _between(ends: dict[object, object]) -> Interval | None:
    first, last = interval(ends.get("start") or None), interval(ends.get("end") or None)
    if first is None or last is None or last.end < first.start:
        return None
    return Interval(start=first.start, end=last.end)


def _text(words: str) -> Interval | None:
    if match := _ISO.fullmatch(words) or _COMPACT.fullmatch(words):
        return _days(*(int(part) if part else None for part in match.groups()))
    if match := _DAY_FIRST.fullmatch(words):
        day, month, year = (int(part) for part in match.groups())
        return _days(year, month, day)
    if match := _WORDS.fullmatch(words.lower().translate(_FOLD)):
        day_words, name, year_words = match.groups()
        known = _months().get(name)
        return _days(int(year_words), known, int(day_words) if day_words else None) if known else None
    return _mail(words)


@cache
def _months() -> dict[str, int]:
    return {name: number for number, names in enumerate(table("words")["months"], 1) for name in names.split()}


def _mail(words: str) -> Interval | None:
    """RFC 2822: «Tue, 11 Oct 2016 18:45:00 +0200»."""
    try:
        day = parsedate_to_datetime(words).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return Interval.day(day) if day.year in _YEARS else None


def _days(year: int | None, month: int | None = None, day: int | None = None) -> Interval | None:
    if year not in _YEARS or year is None:
        return None
    try:
        start = dt.date(year, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return Interval.day(start)
    last = month or 12
    return Interval(start=start, end=dt.date(year, last, calendar.monthrange(year, last)[1]))
