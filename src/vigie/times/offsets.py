"""«deux jours après l'attentat», told on a Saturday: the attack was on the Thursday."""

import re

from vigie.values import Interval

from . import calendar as cal
from .grammar import fold
from .mention import TimeMention
from .points import number, value
from .spans import back

_WORD = re.compile(r"[\w'-]+")
_VAGUE = {"day": (2, 10), "week": (10, 35), "month": (60, 180), "year": (730, 1825)}  # days: «quelques jours après»
_ROOM = {"week": 3, "month": 15, "year": 45}  # days either side: as exact as «il y a trois semaines»
_DAY, _EXACT = 24, 7  # hours; days from which «dix jours après» is no exact count


def event_before(mention: TimeMention, told: Interval) -> Interval | None:
    """When that happened «N days after» which something is told of the days `told`; None for other mentions."""
    return _counted(mention, told, 1)


def event_after(mention: TimeMention, told: Interval) -> Interval | None:
    """When that happened which is told «N days after» something of the days `told`; None for other mentions."""
    return _counted(mention, told, -1)


def _counted(mention: TimeMention, told: Interval, way: int) -> Interval | None:
    """So long before the days `told`, after them where `way` is -1."""
    if mention.rule.endswith(":day_after"):
        return cal.between(cal.shift(told.start, -way), cal.shift(told.end, -way))
    if not mention.rule.endswith((":after_event", ":later_after", ":offset_dozen")):
        return None
    words = _WORD.findall(fold(mention.text))
    unit = next((u for w in words if (u := value("UNIT", w))), None)
    count = next((n for w in words if (n := number(w))), None)
    if unit is None or unit == "minute":
        return None
    if count is None or (unit == "hour" and count < _DAY):
        return _vague(told, unit, way)
    if unit == "hour":
        return cal.between(cal.shift(told.start, -way * (count // _DAY)), cal.shift(told.end, -way * (count // _DAY)))
    day = back(told.start, way * count, unit)
    if day is None:
        return None
    room = int(count >= _EXACT) if unit == "day" else _ROOM.get(unit, 0)
    last = cal.shift(told.end, (day - told.start).days)
    return cal.between(cal.shift(day, -room), cal.shift(last, room))


def _vague(told: Interval, unit: str, way: int) -> Interval | None:
    """«quelques jours après»: from a few to many of them; within hours it may be the same day."""
    if unit == "hour":
        return cal.between(cal.shift(told.start, -max(way, 0)), cal.shift(told.end, max(-way, 0)))
    if unit not in _VAGUE:
        return None
    near, far = _VAGUE[unit]
    edges = [cal.shift(told.start if way > 0 else told.end, -way * days) for days in (near, far)]
    return cal.between(*sorted(edges))
