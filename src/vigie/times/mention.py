"""What the times room hands out."""

from typing import Literal

from vigie.values import Interval, Value

Kind = Literal["day", "night", "period", "since", "until", "duration", "clock", "part", "war", "offset"]
Precision = Literal["day", "days", "week", "month", "season", "year", "vague"]


class TimeMention(Value, frozen=True, kw_only=True):
    """Words of the text that tell a time. `start`/`end` are offsets in the raw text, `text` is what stands there.

    `interval`: the days meant, None where the words alone do not tell (a duration, an offset from something undated,
    a relative day in an undated text). `basis`: stated (the calendar day stands there, year perhaps worked out) or
    relative (counted from publication or from a day told before). `time_of_day`: "HH:MM" or morning, noon, afternoon,
    evening, night, dawn, dusk, midnight, day. `kind`: `since` runs up to publication; `war` means the whole conflict
    (see `war_period`); a `duration` or an `offset` («trois jours après le veto») is no date by itself; `part` is a
    part of a day told before. `tense`: how a day without a date was turned (past, future), None where it was not.
    `anaphoric`: counted from a day told before it in the text.
    """

    start: int
    end: int
    text: str
    interval: Interval | None
    basis: Literal["stated", "relative"]
    time_of_day: str | None
    kind: Kind
    precision: Precision
    rule: str
    tense: Literal["past", "future"] | None = None
    anaphoric: bool = False
