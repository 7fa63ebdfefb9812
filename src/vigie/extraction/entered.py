"""Claims of an incident that somebody entered in a list: what its cells say, each value with the cell that it is from.

Nothing is read into a cell: a word that the vocabulary does not know leaves its field empty.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from anyascii import anyascii
from msgspec.structs import replace

from vigie.intake import FIGURES, Figure, figure, interval
from vigie.places import find_places, search
from vigie.places.geo import distance
from vigie.values import Claim, Document, Event, Harm, Interval, Place, claim_id
from vigie.vocabulary import actors, entered_types, is_actor, is_source, sources, sub_events

from .actors import find_actors
from .frames import Why

PACK, RULE = "list", "list.cell"
_SPLIT = re.compile(r"\s*(?:[;/|]|,\s)\s*")
_SIGNS = re.compile(r"[\s_-]+")
_ARTICLE = re.compile(r"(?:l['’]|(?:le|la|les|the)\s)\s*", re.I)
_DOUBT = re.compile(r"\?|\b(?:ou|or|soit|either|possib\w+|proba\w+|présum\w+|suspected|likely|peut-être)\b", re.I)
_POINT = 4.0
"""Kilometres around coordinates of a list: a site, as they are given."""

_NEAR = 25.0
"""Kilometres within which a place of the cell's name is the one that the coordinates mean."""

Cells = Mapping[str, str]


def claims(document: Document) -> list[tuple[Claim, Why]]:
    """The claims of a row: a figure each, and its act."""
    cells = {field: document.text[start:end] for field, (start, end) in document.fields.items()}
    shared = _shared(document, cells)
    act = _type(cells.get("type", ""))
    found = list(_figures(document, cells, shared, act))
    if act is not None:
        found.append(_event(document, shared, act))
    return [(claim, _why(document, claim)) for claim in found]


def _shared(document: Document, cells: Cells) -> dict[str, Any]:
    """What all claims of a row have in common."""
    place, when = _place(cells), interval(cells.get("day", ""))
    by = _ids(cells.get("by", ""), place, when)
    return {
        "document": document.id, "when": when, "when_basis": "stated" if when else None, "place": place,
        "said_by": _said_by(cells.get("said_by", "")), "by": by, "by_certainty": "stated" if by else None,
        "rule": RULE, "pack": PACK,
    }  # fmt: skip


def _figures(document: Document, cells: Cells, shared: dict[str, Any], act: str | None) -> Iterator[Claim]:
    """A claim for each figure; those of civilians, children, women are a part of all."""
    wholes: dict[str, str] = {}
    for field in (field for field in FIGURES if field in cells):
        told = figure(cells[field])
        if told is None or told.high == 0:
            continue
        outcome, _, victims = field.partition("_")
        claim = _harm(document, field, told, {**shared, "outcome": outcome, "victims": victims or "people"}, act)
        if victims and outcome in wholes:
            yield replace(claim, part_of=wholes[outcome], relation="subset")
            continue
        wholes.setdefault(outcome, claim.id)
        yield claim


def _harm(document: Document, field: str, told: Figure, known: dict[str, Any], act: str | None) -> Harm:
    start, end = document.fields[field]
    place: Place | None = known["place"]
    key = (known["outcome"], told.low, known["victims"], ",".join(known["by"]), place.id if place else None)
    low = 0 if told.qualifier in ("less_than", "at_most") else told.low
    high = None if told.qualifier in ("at_least", "more_than") else told.high
    return Harm(
        id=claim_id(document.id, "harm", key), quote=document.text[start:end], start=start, end=end, count=told.low,
        low=low, high=high, words=document.text[start:end], qualifier=told.qualifier, method=act, **known,
    )  # fmt: skip


def _event(document: Document, shared: dict[str, Any], act: str) -> Event:
    start, end = document.fields["type"]
    place: Place | None = shared["place"]
    key = (act, None, None, ",".join(shared["by"]), place.id if place else None)
    quote = document.text[start:end]
    return Event(id=claim_id(document.id, "events", key), quote=quote, start=start, end=end, type=act, **shared)


def _why(document: Document, claim: Claim) -> Why:
    """The cell behind each value."""
    told = {"when": "day", "place": "place" if "place" in document.fields else "lat", "by": "by", "said_by": "said_by"}
    cells = {name: document.fields[field] for name, field in told.items() if field in document.fields}
    own = "type" if isinstance(claim, Event) else "count"
    return {name: (start, end, RULE) for name, (start, end) in {**cells, own: (claim.start, claim.end)}.items()}


def _place(cells: Cells) -> Place | None:
    """The place of a row: by its coordinates, known by the name that stands beside them; else by the name alone."""
    named, point = _named(cells), _point(cells)
    if point is None:
        return named
    near = [place for place, _ in search(cells["place"])] if "place" in cells else []
    known = next((one for one in near if distance((one.lat, one.lon), point) <= _NEAR), None)
    if known is not None:
        return replace(known, lat=point[0], lon=point[1])
    told = f"{point[0]:.4f},{point[1]:.4f}"
    name = cells.get("place", told)
    return Place(name=name, id=f"at:{told}", lat=point[0], lon=point[1], km=_POINT, level="site")


def _point(cells: Cells) -> tuple[float, float] | None:
    try:
        lat, lon = (float(cells[name].replace(",", ".")) for name in ("lat", "lon"))
    except (KeyError, ValueError):
        return None
    return (lat, lon) if abs(lat) <= 90 and abs(lon) <= 180 and (lat, lon) != (0, 0) else None


def _named(cells: Cells) -> Place | None:
    """The place that the cell's words name, in the province that stands beside it."""
    words = cells.get("place", "")
    text = ", ".join(filter(None, (words, cells.get("province", ""))))
    first = next(iter(find_places(text)), None)
    return first.place if first is not None and first.start < len(words) else None


@lru_cache(maxsize=1)
def _types() -> dict[str, str]:
    labelled = {_key(name): one.id for one in sub_events().values() for name in (one.id, one.label_en, one.label_fr)}
    return labelled | {_key(form): act for form, act in entered_types().items()}


def _key(words: str) -> str:
    return _SIGNS.sub(" ", anyascii(words).lower()).strip(" .?!")


def _type(words: str) -> str | None:
    return _types().get(_key(words))


@lru_cache(maxsize=1)
def _speakers() -> dict[str, str]:
    return {
        _key(name): one.coded_as
        for one in sources().values()
        for name in (one.id, one.name_en, one.name_fr, *one.acronyms)
    }


def _said_by(cell: str) -> list[str]:
    """The sources that a cell names, where it names nobody else."""
    found = [part if is_source(part) else _speakers().get(_key(part)) for part in _SPLIT.split(cell) if part]
    return list(dict.fromkeys(one for one in found if one)) if all(found) else []


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return {_key(name): one.id for one in actors().values() for name in (one.name_en, one.name_fr, *one.acronyms)}


def _ids(cell: str, place: Place | None, when: Interval | None) -> list[str]:
    """The actors that a cell names, where it names nobody else and does not doubt."""
    if _DOUBT.search(cell):
        return []
    parts = [part for part in _SPLIT.split(cell) if part]
    found = [_actor(part, place.country if place else None, when.start if when else None) for part in parts]
    return list(dict.fromkeys(one for ids in found for one in ids)) if all(found) else []


def _actor(cell: str, country: str | None, day: dt.date | None) -> list[str]:
    words = _ARTICLE.sub("", cell.strip(), count=1) if _ARTICLE.match(cell.strip()) else cell.strip()
    if is_actor(words):
        return [words]
    if (known := _names().get(_key(words))) is not None:
        return [known]
    whole = [one for one in find_actors(words.lower() if words.isupper() else words, country, day)
             if not one.hedge and (one.start, one.end) == (0, len(words))]  # fmt: skip
    return [actor for one in whole for actor in one.ids]
