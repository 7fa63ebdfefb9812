"""Claims and documents for tests, short to write; places are real, sentences are the project's own."""

import datetime as dt
from typing import Any

from vigie.values import Control, Document, Event, Harm, Interval, Place, digest

PLACES = {
    "Alep": (36.20, 37.16, 8, "town"),
    "Bab al-Nayrab": (36.19, 37.19, 4, "quarter"),
    "Hanano": (36.23, 37.20, 4, "quarter"),
    "Alep-Est": (36.21, 37.19, 6, "quarter"),
    "Province d'Alep": (36.25, 37.50, 70, "province"),
    "Nord d'Alep": (36.55, 37.30, 55, "province"),
    "Binnich": (35.96, 36.71, 8, "town"),
    "Maarat": (35.64, 36.67, 8, "town"),
    "Palmyre": (34.56, 38.27, 8, "town"),
    "nord de Palmyre": (34.60, 38.27, 4, "quarter"),
    "Deraa": (32.62, 36.10, 8, "town"),
    "Syrie": (35.0, 38.5, 350, "country"),
}
STRIKE, SHELLING, CLASH = "Air/drone strike", "Shelling/artillery/missile attack", "Armed clash"


def place(name: str | None) -> Place | None:
    if name is None:
        return None
    lat, lon, km, level = PLACES[name]
    return Place(name=name, id=name.lower(), lat=lat, lon=lon, km=km, level=level, country="SYR")  # type: ignore[arg-type]


def day(text: str | None) -> Interval | None:
    """«2016-10-11» or «2016-10-11/2016-10-13»."""
    if text is None:
        return None
    first, _, last = text.partition("/")
    return Interval(start=dt.date.fromisoformat(first), end=dt.date.fromisoformat(last or first))


def document(name: str, published: str | None = "2016-10-12", outlet: str | None = None) -> Document:
    return Document(
        document=name,
        id=name,
        text="",
        outlet=outlet or name,
        published=day(published),
        sha256="",
        text_sha256="",
        origin=name,
    )


def base(doc: str, where: str | None, when: str | None, more: dict[str, Any]) -> dict[str, Any]:
    number = more.pop("n", 0)
    quote = more.pop("quote", "des raids ont visé la ville")
    key = digest((doc, where, when, number, quote, sorted(map(str, more.items()))))
    start = more.pop("start", 100 * number)
    found = {"id": f"{doc}-{number}-{key[:4]}", "document": doc, "quote": quote, "start": start, "end": start + 20}
    return {**found, "place": place(where), "when": day(when), **more}


def harm(doc: str, where: str | None, when: str | None, count: int | None, **more: Any) -> Harm:
    more = {"outcome": "killed", "victims": "civilians", "count": count, "n": 1, **more}
    return Harm(**base(doc, where, when, more))


def event(doc: str, where: str | None, when: str | None, kind: str = STRIKE, **more: Any) -> Event:
    return Event(**base(doc, where, when, {"type": kind, **more}))


def control(doc: str, where: str | None, when: str | None, change: str, actor: str | None, **more: Any) -> Control:
    return Control(**base(doc, where, when, {"change": change, "actor": actor, "n": 2, **more}))
