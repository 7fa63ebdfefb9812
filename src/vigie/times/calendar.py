"""Days, weeks, months, seasons and feasts as closed intervals. All arithmetic stays within the years 1900 to 2100."""

import datetime as dt
from functools import cache

from vigie.values import Interval

from .data import rows

FIRST, LAST = dt.date(1900, 1, 1), dt.date(2100, 12, 31)
EDGES = {"start": (1, 10), "middle": (11, 20), "end": (21, 31), "whole": (1, 31)}  # thirds of a month, as gold has it
SEASONS = {"spring": (3, 20, 6, 20), "summer": (6, 21, 9, 22), "autumn": (9, 23, 12, 20), "winter": (12, 21, 3, 19)}


def shift(day: dt.date, days: int) -> dt.date:
    """`days` later, held within the calendar's bounds."""
    return dt.date.fromordinal(min(max(day.toordinal() + days, FIRST.toordinal()), LAST.toordinal()))


def last_day(year: int, month: int) -> int:
    """The number of days of a month."""
    return (dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(1)).day


def shift_months(day: dt.date, months: int) -> dt.date:
    """The same day `months` later, or the last of that month where it has none; within bounds."""
    index = min(max(day.year * 12 + day.month - 1 + months, FIRST.year * 12), LAST.year * 12 + 11)
    year, month = divmod(index, 12)
    return dt.date(year, month + 1, min(day.day, last_day(year, month + 1)))


def make(year: int, month: int, day: int) -> dt.date | None:
    """A day, None where the calendar has none such."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def between(first: dt.date, last: dt.date) -> Interval:
    """The interval of two days in whichever order."""
    return Interval(start=min(first, last), end=max(first, last))


def month_of(year: int, month: int, edge: str = "whole") -> Interval:
    """A month or a third of it: start 1-10, middle 11-20, end from the 21st."""
    first, last = EDGES[edge]
    return Interval(start=dt.date(year, month, first), end=dt.date(year, month, min(last, last_day(year, month))))


def year_of(year: int, edge: str = "whole") -> Interval:
    """A year, or its first, middle or last four months."""
    months = {"start": (1, 4), "middle": (5, 8), "end": (9, 12), "whole": (1, 12)}[edge]
    return Interval(start=dt.date(year, months[0], 1), end=dt.date(year, months[1], last_day(year, months[1])))


def week_of(day: dt.date, weeks: int = 0) -> Interval:
    """Monday to Sunday of the week of a day, `weeks` later."""
    monday = shift(day, 7 * weeks - day.weekday())
    return between(monday, shift(monday, 6))


def season_of(year: int, season: str) -> Interval:
    """An astronomical season, to the day or so; winter is told by the year in which it begins."""
    a, b, c, d = SEASONS[season]
    return Interval(start=dt.date(year, a, b), end=dt.date(year + (season == "winter"), c, d))


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar (the anonymous computus, Nature 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)


@cache
def _feasts() -> dict[str, tuple[int, str]]:
    return {r["feast"]: (int(r["days"]), r["rule"]) for r in rows("packs/fr/times_feasts.tsv")}


def feast_of(feast: str, year: int) -> Interval | None:
    """The days of a feast in a year, None where the table does not have that year."""
    days, rule = _feasts()[feast]
    if rule.startswith("easter"):
        first = shift(easter(year), int(rule.split("+")[1]))
    elif len(rule) == 5:
        first = dt.date(year, int(rule[:2]), int(rule[3:]))
    else:
        known = [d for d in rule.split() if d.startswith(f"{year}-")]
        if not known:
            return None
        first = dt.date.fromisoformat(known[0])
    return between(first, shift(first, days - 1))
