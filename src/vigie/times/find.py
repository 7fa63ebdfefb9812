"""Times in a text: every expression with its days, in order, offsets in the raw text."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Literal

from msgspec import structs

from vigie.values import Interval

from . import calendar as cal
from .grammar import Atom, Rule, fold, grammar
from .mention import Precision, TimeMention
from .points import NEAR, Context, Found, number, opens, value, with_time
from .since import counted_from, is_rare
from .spans import ACTIONS, SHORTEST_PERIOD
from .tense import of_telling

TELLING = 60  # characters between «depuis la chute de» and the date of that event
AND = re.compile(r",? et (?:le |ce )?")
APPOSED = re.compile(r"(?: ?[\w'’-]+){1,6},? ?\(?")
COMMA = re.compile(r", |,? \(")
STOP = re.compile(r"[.!?\n]")
WEEKEND = 2  # days
WIDE = 7  # days: a publication less exact than this resolves no weekday; what is told so late is news no longer


def clock(atom: Atom) -> str | None:
    """«14h30», «3 heures du matin», «midi» as HH:MM or the name of the part of the day."""
    told = atom.got.get("k")
    if told is None:
        return value("PART", atom.got.get("p"))
    digits = [int(d) for d in told.replace("h", " ").replace(":", " ").split() if d.isdigit()] or [number(told) or 0]
    hour, minute = digits[0], digits[1] if len(digits) > 1 else 0
    if value("PART", atom.got.get("p")) in ("afternoon", "evening") and hour < 12:
        hour += 12
    return f"{hour % 24:02d}:{minute:02d}" if hour <= 24 and minute < 60 else None


def part_named(atom: Atom) -> str | None:
    """«soir», «au lever du jour»: the part of the day that an atom names."""
    return value("PART", atom.got.get("p")) or (atom.rule.value if atom.rule.action == "part" else None) or None


def resolve(atom: Atom, ctx: Context) -> Found | None:
    """The days of one atom of level 1."""
    if atom.rule.action == "part":
        return _part(atom, ctx)
    return ACTIONS[atom.rule.action](atom, ctx)


def _part(atom: Atom, ctx: Context) -> Found:
    """«dans la soirée»: of the day told before, else of publication; a night takes the day before publication too."""
    part = part_named(atom)
    near = ctx.last is not None and atom.start - ctx.last_end <= 250 and ctx.last.days <= 2
    base = ctx.last if near else None if ctx.ref is None else Interval.day(ctx.ref)
    if base is not None and not near and part == "night":
        base = cal.between(cal.shift(base.start, -1), base.end)
    if base is not None and near and base.days == 2 and part != "night" and not ctx.weekend:
        base = Interval.day(base.start if part == "evening" else base.end)
    return Found(base, "day", "part", time_of_day=part, anaphoric=near)


def _sub(mention: Atom, key: str) -> Atom | None:
    """The atom captured under a name; a day number that no rule took becomes one."""
    if key in mention.parts:
        return mention.parts[key]
    if key not in mention.got:
        return None
    bare = Rule(1, "day_number", "BARE", "date", "", "")
    return Atom(mention.start, mention.end, bare, {"n": mention.got[key]})


def _fill(first: Atom, second: Atom) -> None:
    """«du 4 au 7 mai 2016», «fin mars et avril»: the first takes month and year from the second."""
    if first.rule.action == "date" and "n" in first.got and "m" in second.got and "m" not in first.got:
        first.got["m"] = second.got["m"]
    if "y" in second.got and "y" not in first.got and ("m" in first.got or "s" in first.got):
        month = value("MONTH", first.got.get("m")), value("MONTH", second.got.get("m"))
        later = None not in month and int(month[0] or 0) > int(month[1] or 0)
        first.got["y"] = str(int(second.got["y"]) - later)


def _weekday_before(first: Atom, second: Atom, told: Found | None) -> Found | None:
    """«dans la nuit de mardi à mercredi 11 mai»: the Tuesday before the date behind it, whatever day it is today."""
    dated = "n" in second.got and told is not None and told.interval is not None and told.interval.days == 1
    if told is None or told.interval is None or not dated or "w" not in first.got or "n" in first.got:
        return None
    back = (told.interval.start.weekday() - int(value("WEEKDAY", first.got["w"]) or 0)) % WIDE
    return replace(told, interval=Interval.day(cal.shift(told.interval.start, -back)))


def _between(mention: Atom, ctx: Context) -> Found | None:
    first, second = _sub(mention, "a"), _sub(mention, "b")
    if first is None or second is None:
        return None
    _fill(first, second)
    b = resolve(second, ctx)
    a = _weekday_before(first, second, b) or resolve(first, replace_last(ctx, b))
    if a is None or b is None or a.interval is None or b.interval is None:
        return b if a is None else replace(a, interval=None)
    start, end = a.interval.start, b.interval.end
    if start > end and "y" not in first.got:
        back = -7 if "w" in first.got and "n" not in first.got else -365
        start = cal.shift(start, back) if back == -7 else cal.shift_months(start, -12)
    if start > end:
        return None
    night = mention.rule.value == "night"
    part = part_named(mention.parts["p"]) if night and "p" in mention.parts else None
    told = cal.between(start, end)
    precision: Precision = "days" if b.precision == "day" else b.precision
    return replace(b, interval=told, kind="night" if night else "period", time_of_day=part, precision=precision)


def replace_last(ctx: Context, found: Found | None) -> Context:
    """The context in which a day number alone belongs to the month of the one that follows."""
    if found is None or found.interval is None:
        return ctx
    return replace(ctx, last=found.interval, last_end=10**9)


def _since(mention: Atom, ctx: Context) -> Found | None:
    told = _plain(mention, ctx)
    if told is None or told.interval is None or ctx.ref is None:
        return None if told is None else replace(told, kind="since", interval=None)
    after = mention.rule.value == "after"
    start = told.interval.end if after else told.since or told.interval.start
    if start == ctx.ref and _passed(mention, ctx):
        start = cal.shift(start, -7)
    if start > ctx.ref:
        return replace(told, kind="day")
    part = mention.parts.get("p")
    time_of_day = part_named(part) if part else told.time_of_day
    return replace(told, kind="since", interval=Interval(start=start, end=ctx.ref), time_of_day=time_of_day)


def _passed(mention: Atom, ctx: Context) -> bool:
    """«Dimanche, … depuis lundi» of a Monday: the weekday is publication's, but a day of the week before was told."""
    inner = mention.parts.get("a")
    bare = inner is not None and inner.rule.name == "weekday" and "p" not in mention.parts
    told = ctx.last is not None and ctx.ref is not None and mention.start - ctx.last_end <= NEAR
    return bare and told and ctx.last is not None and ctx.ref is not None and 0 < (ctx.ref - ctx.last.end).days < 7


def _since_then(mention: Atom, ctx: Context) -> Found | None:
    if ctx.told is None or ctx.ref is None or ctx.told.start > ctx.ref or mention.start - ctx.told_end > NEAR:
        return None
    return Found(Interval(start=ctx.told.start, end=ctx.ref), "vague", "since", anaphoric=True)


def _plain(mention: Atom, ctx: Context) -> Found | None:
    atom = _sub(mention, "a")
    return None if atom is None else resolve(atom, ctx)


def _with_part(mention: Atom, ctx: Context) -> Found | None:
    told, part = _plain(mention, ctx), mention.parts.get("p")
    if told is None or part is None:
        return told
    name = part_named(part)
    return _night_of(told, name, ctx) if name == "night" else with_time(told, name)


def _night_of(told: Found, name: str, ctx: Context) -> Found:
    """«dans la nuit de mardi»: Tuesday and the day after, not past publication."""
    if told.interval is None or told.interval.days > 1:
        return replace(told, time_of_day=name)
    last = cal.shift(told.interval.end, 1)
    last = told.interval.end if ctx.ref is not None and last > ctx.ref >= told.interval.end else last
    return replace(told, interval=cal.between(told.interval.start, last), kind="night", time_of_day=name)


def _with_clock(mention: Atom, ctx: Context) -> Found | None:
    told = _plain(mention, ctx)
    return None if told is None else with_time(told, clock(mention.parts["k"]))


def _clock(mention: Atom, ctx: Context) -> Found | None:
    near = ctx.last is not None and mention.start - ctx.last_end <= 250 and ctx.last.days <= 2
    return Found(ctx.last if near else None, "day", "clock", time_of_day=clock(mention.parts["k"]), anaphoric=near)


def _part_mention(mention: Atom, ctx: Context) -> Found | None:
    return _part(mention.parts["p"], ctx)


def _until(mention: Atom, ctx: Context) -> Found | None:
    told = _plain(mention, ctx)
    return None if told is None else replace(told, kind="until")


def _before(mention: Atom, ctx: Context) -> Found | None:
    told = _plain(mention, ctx)
    return None if told is None else replace(told, kind="until", interval=None)


LEVEL2 = {
    "between": _between, "since": _since, "since_then": _since_then, "plain": _plain, "with_part": _with_part,
    "with_clock": _with_clock, "clock": _clock, "part": _part_mention, "until": _until, "before": _before,
}  # fmt: skip


def _remember(ctx: Context, atom: Atom, found: Found) -> None:
    """Keep the day told, for «la veille»; a date with its year at the head of a sentence opens a chronology."""
    if found.interval is None:
        return
    if _only_told(ctx, atom, found.interval):
        ctx.last_end = atom.end
        return
    if found.kind not in ("part", "clock", "until") and not (found.kind == "since" and is_rare(ctx.text, atom.start)):
        ctx.told, ctx.told_end = found.interval, atom.end
    if found.interval.days >= SHORTEST_PERIOD and (found.kind == "since" or found.precision != "year"):
        ctx.stretch, ctx.stretch_end = found.interval, atom.end
    if found.kind == "since" and found.precision == "day":
        ctx.begun, ctx.begun_end = found.interval.start, atom.end
    weekend = found.kind == "period" and found.precision == "days" and found.interval.days == WEEKEND
    if not weekend and (found.kind not in ("day", "night", "part") or found.interval.days > 3):
        return
    ctx.last, ctx.last_end, ctx.weekend = found.interval, atom.end, weekend
    inner = atom.parts.get("a")
    dated = inner is not None and inner.rule.action == "date" and "m" in inner.got
    if dated and inner is not None and ("y" in inner.got or ctx.chain is not None):
        ctx.chain = found.interval if opens(ctx.text, inner.start) else None


def _only_told(ctx: Context, atom: Atom, day: Interval) -> bool:
    """«Trente soldats ont péri lundi, a annoncé mardi l'armée. Le même jour, …»: Monday is meant, of the same week."""
    if ctx.last is None or not 0 <= (day.start - ctx.last.end).days <= WIDE:
        return False
    return STOP.search(ctx.text, ctx.last_end, atom.start) is None and of_telling(ctx.text, atom.start)


def _mention(text: str, atom: Atom, found: Found) -> TimeMention:
    inner = atom.parts.get("a")
    way: Literal["past", "future"] | None = None
    if found.tense is not None:
        way = "future" if found.tense == "future" else "past"
    return TimeMention(
        start=atom.start, end=atom.end, text=text[atom.start : atom.end], interval=found.interval,
        basis="relative" if found.relative else "stated", time_of_day=found.time_of_day, kind=found.kind,
        precision=found.precision, rule=f"{atom.rule.name}:{inner.rule.name}" if inner else atom.rule.name,
        tense=way, anaphoric=found.anaphoric,
    )  # fmt: skip


def _resolve_all(text: str, atoms: list[Atom], ctx: Context) -> list[TimeMention]:
    out: list[TimeMention] = []
    for atom in atoms:
        found = LEVEL2[atom.rule.action](atom, ctx)
        if found is None:
            continue
        if out and atom.start - out[-1].end <= TELLING and _tells_event(text, atom, out[-1], found):
            out[-1] = _dated_event(out[-1], found, ctx)
            ctx.told, ctx.told_end = out[-1].interval, atom.end
            continue
        if out and _named(text, out[-1], atom, found):
            whole = structs.replace(out[-1], end=atom.end, text=text[out[-1].start : atom.end])
            out[-1] = _with(whole, found.interval)
            _remember(ctx, atom, found)
            continue
        if (begun := _begun(text, atom, found, ctx)) is not None:
            found = begun
            while out and out[-1].start >= atom.start:
                out.pop()
        _remember(ctx, atom, found)
        out.append(_mention(text, atom, found))
        if len(out) > 1 and _next_day(text, out[-2], out[-1]):
            out[-2:] = [_together(text, out[-2], out[-1])]
    return out


def _begun(text: str, atom: Atom, found: Found, ctx: Context) -> Found | None:
    """The stretch from a day told behind «depuis la prise de X,» up to publication; the words are then all of that."""
    if found.kind not in ("day", "night", "period") or found.interval is None:
        return None
    behind = counted_from(text, atom.start, atom.end)
    if behind is None or ctx.ref is None or found.interval.start > ctx.ref:
        return None
    atom.start = behind
    return replace(found, kind="since", interval=Interval(start=found.interval.start, end=ctx.ref))


def _named(text: str, last: TimeMention, atom: Atom, found: Found) -> bool:
    """«en deux jours, les 12 et 13 mai»: the days that a length of time means follow it."""
    if found.interval is None or last.interval is None or not last.rule.endswith((":within", ":days_of")):
        return False
    apposed = COMMA.fullmatch(text, last.end, atom.start) is not None
    return apposed and found.kind in ("day", "period") and 1 < found.interval.days <= last.interval.days + 1


def _next_day(text: str, one: TimeMention, other: TimeMention) -> bool:
    """«lundi et mardi»: two days in a row told in one breath."""
    if AND.fullmatch(text, one.end, other.start) is None or one.interval is None or other.interval is None:
        return False
    days = one.kind == other.kind == "day" and one.interval.days == other.interval.days == 1
    return days and cal.shift(one.interval.end, 1) == other.interval.start


def _together(text: str, one: TimeMention, other: TimeMention) -> TimeMention:
    assert one.interval is not None
    assert other.interval is not None
    span = Interval(start=one.interval.start, end=other.interval.end)
    return structs.replace(other, start=one.start, text=text[one.start : other.end], interval=span, precision="days")


def _tells_event(text: str, atom: Atom, last: TimeMention, found: Found) -> bool:
    """Whether a date only says when the event was that «depuis la chute de la ville, en 2014» counts from."""
    if (
        "since_event" not in last.rule
        or found.relative
        or found.interval is None
        or found.kind not in ("day", "period")
    ):
        return False
    apposed = found.kind == "day" and APPOSED.fullmatch(text, last.end, atom.start) is not None
    return last.interval is None or apposed or found.interval.start <= last.interval.start <= found.interval.end


def _dated_event(last: TimeMention, found: Found, ctx: Context) -> TimeMention:
    start = found.interval.start if found.interval else None
    if start is None or ctx.ref is None or start > ctx.ref or (found.kind == "period" and last.interval is not None):
        return last
    return _with(last, Interval(start=start, end=ctx.ref))


def _merge(a: TimeMention, b: TimeMention, published: Interval) -> Interval | None:
    """What holds whichever day of `published` it was: equal, or the hull where publication is known to a few days."""
    if a.interval is None or b.interval is None or a.interval == b.interval:
        return a.interval if b.interval is not None else None
    if published.days <= WIDE or (a.kind == "since" and a.interval.start == b.interval.start):
        return cal.between(min(a.interval.start, b.interval.start), max(a.interval.end, b.interval.end))
    return None


def find_times(text: str, published: Interval | None, extra: Path | None = None) -> list[TimeMention]:
    """The times that a text tells, in order and without overlap; intervals are worked out against `published`.

    Without `published` only absolute times resolve. Where it spans several days the answers hold for all of them:
    up to a week as the hull of both ends, beyond that only what comes out the same from both. `extra` is a folder with
    a `times_words.tsv` that is read after the pack's.
    """
    engine = grammar(extra)
    atoms = engine.mentions(engine.row(fold(text)))
    first = _resolve_all(text, atoms, Context(text, published.start if published else None))
    if published is None or published.days == 1:
        return first
    other = {m.start: m for m in _resolve_all(text, atoms, Context(text, published.end))}
    merged = [(m, _merge(m, other[m.start], published) if m.start in other else None) for m in first]
    return [m if interval == m.interval else _with(m, interval) for m, interval in merged]


def _with(mention: TimeMention, interval: Interval | None) -> TimeMention:
    fields = {name: getattr(mention, name) for name in mention.__struct_fields__}
    return TimeMention(**{**fields, "interval": interval})
