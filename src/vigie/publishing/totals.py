"""The pages of totals: every figure with its range, and from how many incidents, claims and origins it comes."""

import calendar
import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from .. import values as v
from ..linking import By, Only, Tally, Toll
from . import words
from .cards import card, place_name
from .charts import Span, spans
from .claims_view import amount, document_title
from .material import Material
from .words import gettext
from .worked import ONLY, Worked, place_key

_ROWS = 60  # lines of a table; the downloads have all of them
_COLUMNS = 4
_SERIES = 40  # cumulative tolls on the page
_TIME: tuple[By, ...] = ("month", "week", "day")
_TABLES: tuple[By, ...] = (*_TIME, "admin1", "place", "actor", "victims", "claimant", "type")
PAGES: dict[Only, str] = {
    "anybody": "tallies.html", "third_parties": "tallies-third.html", "parties": "tallies-parties.html"
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cell:
    """One total: its range, and how many incidents, claims and origins it comes from."""

    range: str
    incidents: int
    claims: int
    origins: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its name, the filter of the list that shows its incidents, a cell for each outcome, a mark on a scale."""

    name: str
    filter: str
    cells: Sequence[Cell | None]
    span: Span | None


@dataclass(frozen=True, slots=True)
class Table:
    """A table of totals; `overlaps` where an incident stands in more lines than one, so that they do not add up."""

    id: str
    title: str
    head: str
    lines: Sequence[Line]
    left_out: int
    overlaps: bool
    folded: bool


def page_context(only: Only, material: Material, worked: Worked) -> dict[str, Any]:
    """What the template of a page of totals is given."""
    columns = [outcome for outcome in worked.outcomes if worked.totals["anybody", outcome, "all"]][:_COLUMNS]
    rows = [(outcome, worked.totals[only, outcome, "all"]) for outcome in worked.outcomes]
    names = _names(material)
    return {
        "only": only, "tabs": [(PAGES[one], _only(one), one == only) for one in ONLY],
        "columns": [words.capital(words.named("outcomes", outcome)) for outcome in columns],
        "totals": [(words.named("outcomes", outcome), outcome, _cell(found[0])) for outcome, found in rows if found],
        "tables": [t for by in _TABLES if (t := _table(by, columns, worked, only, names)).lines],
        "tolls": _tolls(worked.tolls, material) if only == "anybody" else (),
        "tolls_left_out": max(0, len({_series(t) for t in worked.tolls}) - _SERIES),
        "enemy": [_enemy(i, f, material) for i, f in worked.enemy[:_ROWS]] if only == "anybody" else (),
        "enemy_left_out": max(0, len(worked.enemy) - _ROWS),
    }  # fmt: skip


def _only(only: Only) -> str:
    return {
        "anybody": gettext("Whoever says it"),
        "third_parties": gettext("Only from third parties"),
        "parties": gettext("Only from parties and their allies"),
    }[only]


def _cell(found: Tally) -> Cell:
    text = words.between(found.low, found.high) + ("+" if found.open else "")
    return Cell(text, found.incidents, found.claims, found.origins)


def _table(by: By, columns: Sequence[str], worked: Worked, only: Only, names: Callable[[By, str], str]) -> Table:
    found: dict[str, dict[str, Tally]] = defaultdict(dict)
    for outcome in columns:
        for tally in worked.totals[only, outcome, by]:
            found[tally.bin][outcome] = tally
    bins = sorted(found, key=lambda name: _rank(by, name, found[name]))
    shown = bins[-_ROWS:] if by in _TIME else bins[:_ROWS]
    marks = spans([_bounds(found[name].get(columns[0])) for name in shown]) if columns else []
    lines = [
        Line(names(by, name), _filter(by, name, names),
             [_cell(own) if (own := found[name].get(o)) else None for o in columns], mark)
        for name, mark in zip(shown, marks, strict=True)
    ]  # fmt: skip
    title, head = _title(by)
    overlaps = by in ("actor", "victims", "claimant")
    return Table(by, title, head, lines, len(bins) - len(shown), overlaps, by in ("week", "day"))


def _rank(by: By, name: str, cells: dict[str, Tally]) -> tuple[Any, ...]:
    """Times in their order; everything else by the highest sum; what is not said last, or first among times."""
    if by in _TIME:
        return (name != "", name)
    return (name == "", -max(t.high for t in cells.values()), name)


def _bounds(tally: Tally | None) -> tuple[int | None, int | None]:
    return (tally.low, tally.high) if tally else (None, None)


def _title(by: By) -> tuple[str, str]:
    return {
        "month": (gettext("By month"), gettext("Month")),
        "week": (gettext("By week"), gettext("Week")),
        "day": (gettext("By day"), gettext("Day")),
        "admin1": (gettext("By province"), gettext("Province")),
        "place": (gettext("By place"), gettext("Place")),
        "actor": (gettext("By actor held responsible"), gettext("Actor")),
        "victims": (gettext("By who was harmed"), gettext("Of whom")),
        "claimant": (gettext("By who says it"), gettext("Said by")),
        "type": (gettext("By type"), gettext("Type")),
    }[by]


def _names(material: Material) -> Callable[[By, str], str]:
    """The label of a bin."""
    places = {place_key(i.place): place_name(i.place) for i in material.incidents.values()}

    def name(by: By, value: str) -> str:
        if not value:
            return _missing(by)
        match by:
            case "place":
                return places.get(value) or gettext("district withheld")
            case "actor":
                return words.named("actors", value)
            case "victims":
                return words.capital(words.named("victims", value))
            case "claimant":
                return ", ".join(_claimant(one, material) for one in value.split(" + "))
            case "type":
                return words.capital(words.matter(value))
        return _time(by, value)

    return name


def _claimant(value: str, material: Material) -> str:
    outlet = value.removeprefix("outlet:")
    if outlet == value:
        return words.named("sources", value)
    document = material.documents.get(outlet)
    return gettext("%s itself") % (document_title(document) if document else outlet)


def _missing(by: By) -> str:
    if by in _TIME:
        return gettext("day not told")
    return {
        "admin1": gettext("province not told"), "place": gettext("place not told"), "actor": gettext("nobody named"),
        "type": gettext("type not told"),
    }.get(by, gettext("not told"))  # fmt: skip


def _time(by: By, value: str) -> str:
    days = _days(by, value)
    if days is None:
        return value
    if by == "month":
        return words.dated(days[0], "F Y")
    return words.day(days[0]) if by == "day" else words.week(*days)


def _days(by: By, value: str) -> tuple[dt.date, dt.date] | None:
    """The first and last day of a bin of time."""
    try:
        if by == "month":
            first = dt.date.fromisoformat(f"{value}-01")
            return first, first.replace(day=calendar.monthrange(first.year, first.month)[1])
        if by == "week":
            year, week = value.split("-W")
            return dt.date.fromisocalendar(int(year), int(week), 1), dt.date.fromisocalendar(int(year), int(week), 7)
        return dt.date.fromisoformat(value), dt.date.fromisoformat(value)
    except ValueError:
        return None


def _filter(by: By, value: str, names: Callable[[By, str], str]) -> str:
    """What the list's filters call a bin; empty where they cannot say it."""
    if not value:
        return ""
    if by in _TIME:
        days = _days(by, value)
        return f"from={days[0].isoformat()}&to={days[1].isoformat()}" if days else ""
    if by == "place":
        return f"place={quote(names(by, value), safe='')}"
    if by in ("actor", "type"):
        return f"{by}={quote(value, safe='')}"
    if by == "claimant" and " + " not in value and not value.startswith("outlet:"):
        return f"claimant={quote(value, safe='')}"
    return ""


@dataclass(frozen=True, slots=True)
class Told:
    """One figure of a series: day, figure, who says it, where; `span` on the scale of its series."""

    day: str
    figure: str
    who: str
    page: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of one total that texts give themselves, in order of the day they were told."""

    title: str
    of: str
    rows: Sequence[Told]


def _series(toll: Toll) -> tuple[str, str, str]:
    return toll.summary, toll.outcome, toll.victims


def _tolls(told: Iterable[Toll], material: Material) -> list[Series]:
    groups: dict[tuple[str, str, str], list[Toll]] = defaultdict(list)
    for toll in told:
        groups[_series(toll)].append(toll)
    largest = sorted(groups.items(), key=lambda item: (-len(item[1]), -max(t.low or 0 for t in item[1]), item[0]))
    return [_one_series(key, own, material) for key, own in largest[:_SERIES]]


def _one_series(key: tuple[str, str, str], own: Sequence[Toll], material: Material) -> Series:
    summary, outcome, victims = key
    of, row = words.outcome(outcome, victims), card(material.incidents[summary], material)
    marks = spans([(t.low, t.high) for t in own])
    rows = [
        Told(_told_on(t.told), _figure(t.claim, (t.low, t.high), material), _who(t.said_by, t.claim, material),
             f"{row.page}#c-{t.claim}", mark)
        for t, mark in zip(own, marks, strict=True)
    ]  # fmt: skip
    return Series(f"{row.title}, {row.day}", of, rows)


def _figure(claim_id: str, bounds: tuple[int | None, int | None], material: Material) -> str:
    """How many, as the text has it («plus de 500»), else as bounds."""
    claim = material.claims.get(claim_id)
    return amount(claim) if isinstance(claim, v.Harm) else words.between(*bounds) or "?"


def _told_on(told: str | None) -> str:
    try:
        return words.day(dt.date.fromisoformat(told)) if told else ""
    except ValueError:
        return told or ""


def _who(said_by: list[str], claim: str, material: Material) -> str:
    if said_by:
        return words.names("sources", said_by)
    document = material.documents.get(material.claims[claim].document) if claim in material.claims else None
    name = (document.outlet or document_title(document)) if document else ""
    return gettext("%s itself") % name if name else gettext("the text itself")


def _enemy(incident: v.Incident, figure: v.Figure, material: Material) -> tuple[str, str, str, str, str, str]:
    """(who says it, of whom, figure, outcome, day, page) of a party's count of its enemy's losses."""
    row = card(incident, material)
    whom = words.named("actors", figure.side) or words.short("victims", figure.victims)
    text = _figure(figure.claim, (figure.low, figure.high), material)
    outcome = words.outcome(figure.outcome)
    return _who(figure.said_by, figure.claim, material), whom, text, outcome, row.day, f"{row.page}#c-{figure.claim}"
