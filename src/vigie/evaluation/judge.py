"""Whether a value of a claim is right by gold: the strict measure of the coding guide, field by field.

Semantics: the shared `bench/score.py`, held equal by a test. An empty gold value is judged like any other,
so that guessing costs; a field that gold lacks is not judged.
"""

import datetime as dt
import math

from .gold import Values

# What `complete` asks for, by kind; the rest is reported.
CORE = {
    "harm": (
        "when", "place", "by", "said_by", "victims", "qualifier", "side", "method", "scope", "part", "realis",
        "certainty",
    ),
    "events": ("when", "place", "by", "said_by", "target", "realis", "certainty"),
    "control": ("when", "place", "said_by", "loser", "share", "realis", "certainty"),
    "diplomacy": ("when", "place", "target"),
}  # fmt: skip
MORE = {
    "harm": ("by_certainty", "by_said_by", "weapon", "unit", "provisional"),
    "events": ("by_certainty", "by_said_by", "weapon", "struck", "count"),
    "control": ("extent",),
    "diplomacy": (),
}
SETS = frozenset({"by", "said_by", "by_said_by", "weapon"})
# Only judged where gold blames somebody.
OF_THE_BLAMED = frozenset({"by_certainty", "by_said_by"})
EARTH_DIAMETER_KM = 12742
SLACK_KM = 3  # two gazetteers put one town's centre some kilometres apart
COARSER, FINER = 4, 0.25  # how far the stated radius may be from gold's
SHORT_DAYS = 4  # an interval up to so long may be a day off at each end; a longer one needs half in common


def kilometres(one: Values, other: Values) -> float:
    """Great-circle distance (haversine, sphere of 6,371 km) between two `{lat, lon}` in degrees."""
    north, south = math.radians(one["lat"]), math.radians(other["lat"])
    east = math.radians(other["lon"] - one["lon"])
    half = math.sin((south - north) / 2) ** 2 + math.cos(north) * math.cos(south) * math.sin(east / 2) ** 2
    return EARTH_DIAMETER_KM * math.asin(min(1.0, math.sqrt(half)))


def days(when: object) -> tuple[int, int] | None:
    """First and last day as ordinals, of `{start, end}` or `[start, end]`; None for what is no interval."""
    if isinstance(when, dict):
        when = [when.get("start"), when.get("end")]
    if not isinstance(when, list | tuple) or len(when) != 2:
        return None
    try:
        first = dt.date.fromisoformat(str(when[0])[:10]).toordinal()
        last = dt.date.fromisoformat(str(when[1] or when[0])[:10]).toordinal()
    except ValueError:
        return None
    return first, max(first, last)


def same_time(gold: object, claim: Values) -> bool:
    """Short intervals to the day and one at each end, long ones half in common; an assumed time is no answer."""
    asked, given = days(gold), days(claim.get("when"))
    if gold is None or asked is None:
        return given is None or claim.get("when_basis") == "assumed"
    if given is None:
        return False
    (first, last), (begins, ends) = asked, given
    if last - first < SHORT_DAYS and abs(first - begins) <= 1 and abs(last - ends) <= 1:
        return True
    common = min(last, ends) - max(first, begins) + 1
    return common / (max(last, ends) - min(first, begins) + 1) >= 0.5


def same_place(gold: Values | None, place: Values | None) -> bool:
    """Within gold's radius, and as precise: the stated radius is within a factor of four of gold's."""
    if gold is None or place is None:
        return gold is None and place is None
    near = kilometres(gold, place) <= gold["km"] + SLACK_KM
    return bool(near and FINER <= place["km"] / gold["km"] <= COARSER)


def right(field: str, gold: Values, claim: Values) -> bool | None:
    """Whether the claim has the field right; None where gold does not judge it."""
    if field == "part":
        return bool(gold["part_of"]) == bool(claim.get("part_of")) if "part_of" in gold else None
    if field not in gold or (field in OF_THE_BLAMED and not gold.get("by")):
        return None
    if field == "when":
        return same_time(gold[field], claim)
    if field == "place":
        return same_place(gold[field], claim.get(field))
    if field in SETS:
        return set(gold[field] or ()) == set(claim.get(field) or ())
    if field == "provisional":
        return bool(gold[field]) == bool(claim.get(field))
    return bool(gold[field] == claim.get(field))


def judged(kind: str, gold: Values, claim: Values) -> dict[str, bool]:
    """Every field that gold judges, right or not, those of `complete` first."""
    verdicts = {field: right(field, gold, claim) for field in CORE[kind] + MORE[kind]}
    return {field: verdict for field, verdict in verdicts.items() if verdict is not None}


def core_right(kind: str, gold: Values, claim: Values) -> int:
    """How many of the fields that `complete` asks for are right."""
    return sum(right(field, gold, claim) is True for field in CORE[kind])
