"""The day of publication where the text itself states it: a dateline, or the outlet's «Publié le»."""

import datetime as dt
import re
from functools import cache

from . import calendar as cal
from .data import rows
from .grammar import fold, words

REACH = {"head": 500, "line": 1200}


@cache
def _patterns() -> tuple[tuple[int, "re.Pattern[str]"], ...]:
    months, days = "|".join(words()["MONTH"]), "|".join(words()["WEEKDAY"])
    date = (
        rf"(?:(?:{days}),? )?(?:(?P<d>\d{{1,2}})(?:er)? (?P<m>{months})\.? (?P<y>(?:19|20)\d\d)"
        r"|(?P<d2>\d{1,2})[/.](?P<m2>\d{1,2})[/.](?P<y2>(?:19|20)\d\d)|(?P<y3>(?:19|20)\d\d)-(?P<m3>\d\d)-(?P<d3>\d\d))(?![\w/])"
    )
    table = rows("packs/fr/times_dateline.tsv")
    return tuple((REACH[r["where"]], re.compile(r["pattern"].replace("{date}", date))) for r in table)


def dateline(text: str) -> tuple[dt.date, str] | None:
    """The day that the text gives as its own, and the words that say so."""
    folded = fold(text[: max(REACH.values())])
    for reach, pattern in _patterns():
        match = pattern.search(folded, 0, reach)
        if match:
            got = {k[0]: v for k, v in match.groupdict().items() if v}
            month = words()["MONTH"].get(got["m"], got["m"])
            day = cal.make(int(got["y"]), int(month), int(got["d"]))
            if day is not None:
                return day, text[match.start() : match.end()].strip()
    return None
