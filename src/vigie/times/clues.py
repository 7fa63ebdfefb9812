"""Clues to the day of publication: each gives the days on which its words could have been written."""

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from . import calendar as cal
from .anchors import Anchor, Hit, held, hits, plain
from .grammar import Atom, fold, grammar
from .points import number, value
from .spans import back
from .tense import tense

FIRST, HORIZON = dt.date(2010, 12, 1), dt.date(2025, 12, 31)  # what the table of anchors covers, and a year on
Spans = tuple[tuple[dt.date, dt.date], ...]
ELECTION = (
    "election",
    "scrutin",
    "presidentielle",
    "mandat",
    "horizon",
    "objectif",
    "d'ici",
    "legislatives",
    "echeance",
)
ROOM = {
    "day": (1, 2),
    "week": (2, 4),
    "month": (12, 20),
    "year": (45, 60),
}  # days that «il y a» may be out, one and more
YEARLESS = 320  # days after which the press adds the year, or «dernier»
SOON = 180  # days ahead that a date without year lies at most
GRACE = 45  # days for which the press goes on giving somebody a title
BEFORE_THAT = re.compile(r"(?<!\w)(?:avait|avaient)(?!\w)")  # the pluperfect tells what lies further back
LEAD, NEWS = 450, 900  # characters of the lead, and of the news that it opens
FRESH = 6  # a weekday without a date lies at most so many days back


@dataclass(frozen=True, slots=True)
class Clue:
    """Days that words allow, how much they weigh, and the reason. `hard`: bounds that the text states outright.

    `subject`: who or what it hangs on: an event, the last name of a person in office; empty for mere dates.
    """

    spans: Spans
    weight: float
    reason: str
    hard: bool = False
    subject: str = ""


@dataclass(slots=True)
class Reading:
    """An undated text, read: atoms with their sentences, anchors told, tenses."""

    text: str
    plain: str
    atoms: list[tuple[Atom, int]]
    bounds: list[tuple[int, int]]
    hits: dict[int, list[Hit]]


def read(text: str) -> Reading:
    """Cut a text into sentences and find its times and anchors."""
    engine, folded, simple = grammar(), fold(text), plain(text)
    ends = [
        i + 1 for i, c in enumerate(folded) if c in "!?\n" or (c == "." and folded[i + 1 : i + 2] in (" ", "\n", ""))
    ]
    starts = [0, *ends]
    bounds = list(zip(starts, [*ends, len(folded)], strict=True))
    told: dict[int, list[Hit]] = {}
    for hit in hits(simple, bounds):
        told.setdefault(hit.sentence, []).append(hit)
    atoms = [(a, bisect_right(starts, a.start) - 1) for a in engine.mentions(engine.row(folded))]
    return Reading(text, simple, atoms, bounds, told)


def _within(first: dt.date, last: dt.date) -> tuple[dt.date, dt.date] | None:
    a, b = max(first, FIRST), min(last, HORIZON)
    return (a, b) if a <= b else None


def _spans(pairs: list[tuple[dt.date, dt.date]]) -> Spans:
    kept = sorted(p for p in (_within(*pair) for pair in pairs) if p)
    return tuple(dict.fromkeys(kept))


def office_clues(reading: Reading) -> list[Clue]:
    """«le président Macron», «la force Barkhane»: written while that was so."""
    out = []
    for same in held(reading.plain).values():
        spans = _spans([(o.start, cal.shift(o.end, GRACE) if o.end else HORIZON) for o in same])
        out.append(
            Clue(spans, 0.5, f"{same[0].name}: {same[0].start}–{same[-1].end or ''}", True, same[0].name.split()[-1])
        )
    return out


def year_clues(reading: Reading) -> list[Clue]:
    """Years and dates that the text tells as past: written after them."""
    latest: tuple[dt.date, str] | None = None
    for atom, _ in reading.atoms:
        inner = atom.parts.get("b") or atom.parts.get("a")
        day = _stated(inner) if inner and atom.rule.action not in ("until", "before") else None
        if inner is None or day is None or _ahead(reading, inner):
            continue
        if latest is None or day > latest[0]:
            latest = (day, reading.text[atom.start : atom.end])
    return [Clue(_spans([(latest[0], HORIZON)]), 0.25, f"«{latest[1]}»", hard=True)] if latest else []


def _stated(inner: Atom) -> dt.date | None:
    told = inner.got.get("z") or inner.got.get("y")
    if told is None or not told.isdigit():
        return None
    month = int(value("MONTH", inner.got.get("m")) or 1)
    day = number(inner.got.get("n")) or 1
    return cal.make(int(told), month, day) or cal.make(int(told), month, 1)


def _ahead(reading: Reading, inner: Atom) -> bool:
    near = reading.plain[max(0, inner.start - 60) : inner.end + 20]
    return tense(reading.text, inner.start, inner.end) == "future" or any(word in near for word in ELECTION)


def weekday_date_clues(reading: Reading) -> list[Clue]:
    """«mercredi 9 octobre» in the news part: the years in which that was a Wednesday, and a few days on."""
    out = []
    for atom, _ in reading.atoms:
        for inner in atom.parts.values():
            got = inner.got
            if inner.rule.action != "date" or not {"w", "n", "m"} <= set(got) or "y" in got or inner.start > NEWS:
                continue
            if BEFORE_THAT.search(reading.plain, max(0, inner.start - 70), inner.end + 50):
                continue
            days = _matching(got)
            way = tense(reading.text, inner.start, inner.end)
            before, after = (20, 0) if way == "future" else (0, 1) if "c" in got else (0, 9) if way else (2, 7)
            spans = _spans([(cal.shift(d, -before), cal.shift(d, after)) for d in days])
            out.append(Clue(spans, 2.0, f"«{reading.text[inner.start : inner.end]}»"))
    return out


def _matching(got: dict[str, str]) -> list[dt.date]:
    month, day = int(value("MONTH", got["m"]) or 1), number(got["n"]) or 0
    made = (cal.make(y, month, day) for y in range(FIRST.year, HORIZON.year + 1))
    return [d for d in made if d is not None and str(d.weekday()) == value("WEEKDAY", got["w"])]


def anchor_clues(reading: Reading) -> list[Clue]:
    """Times that stand in one sentence with an event of known date."""
    out = []
    for atom, sentence in reading.atoms:
        near = reading.hits.get(sentence, [])
        if not near:
            continue
        for inner in [*atom.parts.values()] or [atom]:
            clue = _beside(reading, inner, near)
            if clue is not None and clue.spans:
                out.append(clue)
    return out


def _beside(reading: Reading, inner: Atom, near: list[Hit]) -> Clue | None:
    pairs: list[tuple[tuple[dt.date, dt.date], Anchor]] = []
    weight = 0.0
    for hit in near:
        told = _rule(reading, inner, hit)
        if told is not None:
            pairs.append((told[0], hit.anchor))
            weight = max(weight, told[1])
    if not pairs:
        return None
    labels = "; ".join(sorted({f"{a.label} ({a.start})" for _, a in pairs}))
    reason = f"«{reading.text[inner.start : inner.end]}»: {labels}"
    return Clue(_spans([p for p, _ in pairs]), weight, reason, subject="event")


def _rule(reading: Reading, inner: Atom, hit: Hit) -> tuple[tuple[dt.date, dt.date], float] | None:
    action, got, anchor = inner.rule.action, inner.got, hit.anchor
    if action == "offset" and not _follows(reading, inner, anchor):
        return None
    if action in ("ago", "offset", "nth", "since_n"):
        return _age(inner, anchor)
    if action == "month" and "y" not in got and "m" in got:
        return _month(got, anchor)
    if action != "date" or "y" in got or tense(reading.text, inner.start, inner.end) in ("future", "due"):
        return None
    if "n" in got and "m" in got:
        same = any(_same_day(got, d) for d in _days(anchor))
        return ((anchor.start, cal.shift(anchor.start, YEARLESS)), 1.5) if same and "w" not in got else None
    if (
        set(got) <= {"w", "c"}
        and hit.tight
        and not anchor.begins
        and any(str(d.weekday()) == value("WEEKDAY", got["w"]) for d in _days(anchor))
    ):
        sure = inner.start < LEAD and len(anchor.groups) >= 3
        return (
            anchor.start,
            cal.shift(anchor.end, FRESH),
        ), 1.75 if sure else 1.5  # one weekday in seven fits by chance
    return None


def _follows(reading: Reading, inner: Atom, anchor: Anchor) -> bool:
    """Whether what «trois jours après» counts from is this anchor: some of its words come next."""
    rest = reading.plain[inner.end : inner.end + 120].split(",")[0].split(".")[0]
    told = sum(any(re.search(rf"(?<!\w){re.escape(w.rstrip('.'))}", rest) for w in group) for group in anchor.groups)
    return told >= min(2, len(anchor.groups))


def _days(anchor: Anchor) -> list[dt.date]:
    return [anchor.start, anchor.end]


def _same_day(got: dict[str, str], day: dt.date) -> bool:
    return str(day.month) == value("MONTH", got["m"]) and day.day == number(got["n"])


def _age(inner: Atom, anchor: Anchor) -> tuple[tuple[dt.date, dt.date], float] | None:
    count = number(inner.got.get("o") or inner.got.get("n"))
    unit = value("UNIT", inner.got.get("u")) or ("day" if inner.rule.action == "nth" else "")
    if count is None or unit not in ROOM or count > 400:
        return None
    ago = inner.rule.action != "offset"
    count -= inner.rule.action == "nth"
    later = back(anchor.start, -count * (int(inner.rule.value or 1) if not ago else 1), unit)
    if later is None:
        return None
    room = ROOM[unit][count > 1]
    if unit == "year" and count > 1:
        return (cal.shift(later, -60), cal.shift(later, 365)), 1.0
    tail = room if ago or unit == "year" else room + 3
    weight = {"day": 2.0, "week": 2.0}.get(unit, 1.0)
    return (cal.shift(later, -room), cal.shift(later, tail)), weight / 2 if inner.rule.action == "since_n" else weight


def _month(got: dict[str, str], anchor: Anchor) -> tuple[tuple[dt.date, dt.date], float] | None:
    if str(anchor.start.month) != value("MONTH", got["m"]):
        return None
    first = cal.shift_months(anchor.start.replace(day=1), 1) if "l" in got else anchor.start
    again = cal.shift_months(anchor.start.replace(day=1), 12)
    return (first, cal.shift(again, -1) if "l" in got else cal.shift(first, YEARLESS)), 1.0


def self_dated_clues(reading: Reading) -> list[Clue]:
    """«il y a cinq ans (le 11 janvier 2013)»: an age and the date that it means, side by side."""
    out = []
    atoms = [a for a, _ in reading.atoms]
    for one, two in pairwise(atoms):
        ages = [a for a in (*one.parts.values(), *two.parts.values()) if a.rule.action == "ago"]
        dates = [a for a in (*one.parts.values(), *two.parts.values()) if a.rule.action == "date" and "y" in a.got]
        if len(ages) == len(dates) == 1 and two.start - one.end <= 4:
            day = _stated(dates[0])
            told = _age(ages[0], Anchor(day, day, "", False, (), frozenset())) if day else None
            if told:
                reason = f"«{reading.text[one.start : two.end]}»"
                out.append(Clue(_spans([told[0]]), 1.5, reason, subject="event"))
    return out


def ahead_clues(reading: Reading) -> list[Clue]:
    """A date without year that lies ahead: written in the half year before it."""
    out = []
    for atom, _ in reading.atoms:
        for inner in atom.parts.values():
            if inner.rule.action != "date" or not {"n", "m"} <= set(inner.got) or {"y", "w"} & set(inner.got):
                continue
            if tense(reading.text, inner.start, inner.end) == "future":
                days = [d for y in range(FIRST.year, HORIZON.year + 1) if (d := _in_year(inner, y))]
                spans = _spans([(cal.shift(d, -SOON), d) for d in days])
                out.append(Clue(spans, 0.0, f"«{reading.text[inner.start : inner.end]}»"))
    return out


def _in_year(inner: Atom, year: int) -> dt.date | None:
    return cal.make(year, int(value("MONTH", inner.got["m"]) or 1), number(inner.got["n"]) or 0)


def lead_clues(reading: Reading) -> list[Clue]:
    """An event that the lead tells, and a past weekday soon after that is its own."""
    lead = {h.anchor for told in reading.hits.values() for h in told if reading.bounds[h.sentence][0] < LEAD}
    out = []
    for inner, sentence in _bare_weekdays(reading):
        own = [a for a in lead if not a.begins and str(a.start.weekday()) == value("WEEKDAY", inner.got["w"])]
        same = any(h.anchor in own and h.tight for h in reading.hits.get(sentence, []))
        if own and not same and inner.start < NEWS and tense(reading.text, inner.start, inner.end) == "past":
            spans = _spans([(a.start, cal.shift(a.end, FRESH)) for a in own])
            reason = f"«{reading.text[inner.start : inner.end]}»: {own[0].label} ({own[0].start})"
            out.append(Clue(spans, 1.5 if "c" in inner.got else 1.0, reason, subject="event"))
    return out


def _bare_weekdays(reading: Reading) -> Iterator[tuple[Atom, int]]:
    for atom, sentence in reading.atoms:
        for inner in atom.parts.values():
            if inner.rule.action == "date" and "w" in inner.got and set(inner.got) <= {"w", "c"}:
                yield inner, sentence


def told_clues(reading: Reading) -> list[Clue]:
    """Anchors that the text tells as past: written after the earliest that the words fit."""
    out = []
    for sentence, told in reading.hits.items():
        tight = [h.anchor for h in told if h.tight]
        start, _ = reading.bounds[sentence]
        if tight and tense(reading.text, start, start + 1) != "future":
            first = min(tight, key=lambda a: a.start)
            out.append(Clue(_spans([(first.start, HORIZON)]), 0.0, f"{first.label} ({first.start})"))
    return out


def weekdays(reading: Reading) -> list[int]:
    """The weekdays of reported events (not of what lies ahead), 0 Monday."""
    out = []
    for atom, _ in reading.atoms:
        for inner in atom.parts.values():
            told = inner.rule.action == "date" and "w" in inner.got and not {"l", "x"} & set(inner.got)
            if told and tense(reading.text, inner.start, inner.end) not in ("future", "due"):
                out.append(int(value("WEEKDAY", inner.got["w"]) or 0))
    return out


def points(reading: Reading) -> list[Clue]:
    """Clues that lead to a day or a stretch of days."""
    finders = (weekday_date_clues, anchor_clues, lead_clues, self_dated_clues)
    return [clue for find in finders for clue in find(reading)]


def bounds(reading: Reading) -> list[Clue]:
    """Clues that only say before or after."""
    finders = (office_clues, year_clues, told_clues, ahead_clues)
    return [clue for find in finders for clue in find(reading)]
