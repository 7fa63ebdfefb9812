"""Draft totals: each with its rule, its range, and from how many incidents, claims and origins it comes.

Only incidents of kind `event` are added up: a summary contains incidents, and would count their dead twice. The range
of a total is the sum of the lows and the sum of the highs of each incident's range of all people.
"""

import datetime as dt
from calendar import monthrange
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from urllib.parse import quote

from django.utils import formats
from django.utils.translation import gettext

from .. import values as v
from . import words
from .cards import blamed, place_name
from .material import Material

OUTCOMES = ("killed", "injured")
_ROWS = 60


@dataclass(slots=True)
class Line:
    """A line of a table: its name, what the list's filters call it, and its sums by outcome (low, high, open)."""

    name: str
    filter: str = ""
    incidents: int = 0
    claims: int = 0
    origins: int = 0
    contradictory: int = 0
    sums: dict[str, list[int]] = field(default_factory=lambda: {outcome: [0, 0, 0] for outcome in OUTCOMES})

    def add(self, incident: v.Incident) -> None:
        """Count an incident."""
        self.incidents += 1
        self.claims += len(incident.claims)
        self.origins += len(incident.origins)
        self.contradictory += bool(incident.contradictions)
        for found in incident.ranges:
            if found.victims == "people" and found.outcome in self.sums:
                total = self.sums[found.outcome]
                total[0], total[1], total[2] = total[0] + found.low, total[1] + found.high, total[2] or int(found.open)

    @property
    def ranges(self) -> list[str]:
        """The sums in words, in the order of OUTCOMES; empty where nobody gave a figure."""
        return [
            words.between(low, high) + ("+" if is_open else "") if (low, high) != (0, 0) else ""
            for low, high, is_open in self.sums.values()
        ]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of totals."""

    id: str
    title: str
    head: str
    lines: Sequence[Line]
    left_out: int


Key = tuple[dt.date, str, str]  # its place in time, its name, its filter
_TIMELESS = dt.date.min


def tables(material: Material) -> list[Table]:
    """Totals by month, place, actor blamed and claimant; an incident with two actors counts for both."""
    return [
        _table("month", gettext("By month"), gettext("Month"), material, _months),
        _table("place", gettext("By place"), gettext("Place"), material, _places),
        _table(
            "actor",
            gettext("By actor held responsible"),
            gettext("Actor"),
            material,
            partial(_actors, material=material),
        ),
        _table("type", gettext("By type"), gettext("Type"), material, _types),
    ]


def total(material: Material) -> Line:
    """All events together."""
    line = Line(gettext("All"))
    for incident in _events(material):
        line.add(incident)
    return line


def _events(material: Material) -> Iterable[v.Incident]:
    return (i for i in material.incidents.values() if i.kind == "event" and i.realis == "occurred")


def _table(table: str, title: str, head: str, material: Material, keys: Callable[[v.Incident], list[Key]]) -> Table:
    lines: dict[Key, Line] = {}
    for incident in _events(material):
        for key in keys(incident):
            lines.setdefault(key, Line(key[1], key[2])).add(incident)
    ordered = sorted(lines.items(), key=lambda item: (item[0][0], not item[0][2], -item[1].incidents, item[0][1]))
    return Table(table, title, head, [line for _, line in ordered[:_ROWS]], max(0, len(ordered) - _ROWS))


def _query(name: str, value: str) -> str:
    return f"{name}={quote(value, safe='')}"


def _months(incident: v.Incident) -> list[Key]:
    if incident.when is None:
        return [(dt.date.max, gettext("day not told"), "")]
    first = incident.when.start.replace(day=1)
    last = first.replace(day=monthrange(first.year, first.month)[1])
    return [(first, formats.date_format(first, "F Y"), f"from={first.isoformat()}&to={last.isoformat()}")]


def _places(incident: v.Incident) -> list[Key]:
    name = place_name(incident.place)
    if not name:
        return [(_TIMELESS, gettext("place not told"), "")]
    return [(_TIMELESS, name, _query("place", name))]


def _actors(incident: v.Incident, material: Material) -> list[Key]:
    ids = sorted(blamed(incident, material))
    named = [(_TIMELESS, words.named("actors", one), _query("actor", one)) for one in ids]
    return named or [(_TIMELESS, gettext("nobody named"), "")]


def _types(incident: v.Incident) -> list[Key]:
    if not incident.type:
        return [(_TIMELESS, gettext("type not told"), "")]
    return [(_TIMELESS, words.capital(words.matter(incident.type)), _query("type", incident.type))]


@dataclass(slots=True)
class Voice:
    """An outlet or a claimant, with what it said."""

    name: str
    kind: str
    documents: set[str] = field(default_factory=set)
    claims: int = 0
    incidents: set[str] = field(default_factory=set)
    contradicted: set[str] = field(default_factory=set)
    filter: str = ""


def outlets(material: Material) -> list[Voice]:
    """Who printed: outlets by number of documents."""
    voices: dict[str, Voice] = {}
    for document in material.documents.values():
        name = document.outlet or gettext("outlet not told")
        voice = voices.setdefault(name, Voice(name, ""))
        voice.documents.add(document.id)
        for claim in material.claims_of.get(document.id, []):
            _hear(voice, claim, material)
    return sorted(voices.values(), key=lambda voice: (-len(voice.documents), voice.name))


def claimants(material: Material, kind_of: Callable[[str], str]) -> list[Voice]:
    """Who says: sources by number of claims; `kind_of` names the kind of a source."""
    voices: dict[str, Voice] = {}
    for claim in material.claims.values():
        for one in claim.said_by:
            name = words.named("sources", one)
            voice = voices.setdefault(one, Voice(name, kind_of(one), filter=_query("claimant", one)))
            voice.documents.add(claim.document)
            _hear(voice, claim, material)
    return sorted(voices.values(), key=lambda voice: (-voice.claims, voice.name))


def _hear(voice: Voice, claim: v.Claim, material: Material) -> None:
    voice.claims += 1
    incident = material.incident_of.get(claim.id)
    if incident in material.incidents:
        voice.incidents.add(incident)
        if any(claim.id in c.claims for c in material.incidents[incident].contradictions):
            voice.contradicted.add(incident)
