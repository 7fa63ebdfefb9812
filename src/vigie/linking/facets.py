"""A claim reduced to what linking compares: small, hashable where it can be, with dates as day numbers."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Literal, NamedTuple

from vigie.values import Act, Base, Claim, Control, Diplomacy, Document, Event, Harm, Interval, Place

from .geometry import Disc
from .parties import ids
from .tables import table

Class = Literal["event", "summary", "state"]
_NAME = re.compile(r"(?<=[\w,;'’] )[A-ZÀ-Þ][\w-]{3,}")
_CIVIL = frozenset({"civilians", "children", "women", "men", "aid_workers", "medical", "journalists"})


class Facet(NamedTuple):
    """What linking sees of a claim. `start`/`end`/`told` are proleptic ordinals of days, None when unknown."""

    id: str
    document: str
    kind: str
    cls: Class
    disc: Disc | None
    start: int | None
    end: int | None
    told: int | None
    family: str
    fits: frozenset[str]
    by: tuple[str, ...]
    targets: tuple[str, ...]
    outcome: str
    victims: str
    side: str
    low: int | None
    high: int | None
    struck: str
    said_by: tuple[str, ...]
    names: frozenset[str]
    offset: int
    part_of: str | None
    realis: str


def standing(claim: Claim) -> Class:
    """Whether a claim tells of one event, sums several up, or states what stands, by its own words alone."""
    match claim:
        case Harm(scope="state") | Harm(outcome="besieged") | Control(change="holds" | "besieges"):
            return "state"
        case Harm(scope="several" | "period" | "war"):
            return "summary"
        case Harm() if _running(claim) and claim.method is None and (claim.count or 0) > 9:
            return "summary"
        case Event() if _running(claim):
            return "summary"
        case Control(change="captured", extent="part") if _running(claim) or _wide(claim):
            return "summary"
    return "event"


def _running(claim: Base) -> bool:
    """A span of five days and more that is no calendar unit («en novembre», «début mai») is a campaign told as one."""
    when = claim.when
    return when is not None and when.days >= 5 and not _calendar(when)


@cache
def _calendar(when: Interval) -> bool:
    after = when.end + dt.timedelta(days=1)
    return when.start.day in (1, 11, 21) and after.day in (1, 11, 21)


def _wide(claim: Control) -> bool:
    """«D'autres bastions de Syrie repris»: a part of more than a province is many places at once."""
    return claim.place is not None and claim.place.km > 120


def _disc(claim: Base) -> Disc | None:
    place = claim.place
    return disc_of(place) if place else None


def disc_of(place: Place) -> Disc:
    """The disc of a place, kept on the globe whatever the text or the gazetteer said."""
    lat, lon = max(-90.0, min(90.0, place.lat)), max(-180.0, min(180.0, place.lon))
    return Disc(lat, lon, max(0.1, min(20000.0, place.km)), place.id or place.name.casefold())


def _names(claim: Base) -> frozenset[str]:
    """Capitalised words of the quote that are not of the place's name: persons, buildings, papers."""
    found = _NAME.findall(claim.quote)
    return (
        frozenset(name for name in found if claim.place is None or name not in claim.place.name) if found else _NOBODY
    )


_NOBODY: frozenset[str] = frozenset()


def _families(claim: Claim) -> tuple[str, frozenset[str]]:
    types = table("types")
    if isinstance(claim, Event):
        return _with_complex(types["family"].get(claim.type, claim.type))
    if isinstance(claim, Control):
        return _with_complex(types["family"][claim.change])
    if isinstance(claim, Diplomacy):
        return claim.act, frozenset()
    return _harm_families(claim.outcome, claim.method)


@cache
def _with_complex(family: str) -> tuple[str, frozenset[str]]:
    return family, frozenset(table("types")["complex"].get(family, ()))


@cache
def _harm_families(outcome: str, method: str | None) -> tuple[str, frozenset[str]]:
    types = table("types")
    if method:
        return _with_complex(types["family"].get(method, method))
    fits = types["outcome"].get(outcome, ["*"])
    return "", frozenset(types["violent"]["families"] if "*" in fits else fits)


def _targets(claim: Claim) -> tuple[str, ...]:
    match claim:
        case Harm(side=str(side)):
            return (side,)
        case Harm(victims=victims) if victims in _CIVIL:
            return ("civilians",)
        case Event(target=str(target)) | Diplomacy(target=str(target)):
            return (target,)
        case Control(loser=str(loser)):
            return (loser,)
    return ()


def _by(claim: Claim) -> tuple[str, ...]:
    if isinstance(claim, Act):
        return ids(claim.by)
    return (claim.actor,) if claim.actor else ()


def bounds(claim: Claim) -> tuple[int | None, int | None]:
    """The least and the greatest number a figure of harm allows; None where it is open or there is no figure.

    «Au moins» and «plus de» are open above, «moins de» and «jusqu'à» below, «environ» is a tenth to either side.
    """
    if not isinstance(claim, Harm):
        return None, None
    if claim.count is None:
        return claim.low, claim.high
    count, high = claim.count, claim.high
    match claim.qualifier:
        case "exactly":
            return count, high if high is not None else count
        case "at_least" | "vague":
            return count, high
        case "more_than":
            return count + 1, high
        case "less_than":
            return claim.low or 0, max(0, count - 1)
        case "at_most":
            return claim.low or 0, count
    slack = max(1, count // 10)
    return max(0, count - slack) if high is None else count, high if high is not None else count + slack


def told_on(claim: Claim, document: Document | None) -> dt.date | None:
    """The day the claim was made: as extraction found it, else the last day the document may have come out."""
    if claim.stated_on is not None:
        return claim.stated_on
    return document.published.end if document is not None and document.published is not None else None


def facet(claim: Claim, document: Document | None = None, cls: Class | None = None) -> Facet:
    """The facet of a claim; `cls` overrides what its own words say (a person's decision, or its company in the
    text)."""
    low, high = bounds(claim)
    family, fits = _families(claim)
    told = told_on(claim, document)
    harm = claim if isinstance(claim, Harm) else None
    return Facet(
        claim.id, claim.document, str(type(claim).__struct_config__.tag), cls or standing(claim), _disc(claim),
        claim.when.start.toordinal() if claim.when else None, claim.when.end.toordinal() if claim.when else None,
        told.toordinal() if told else None, family, fits, _by(claim), _targets(claim),
        harm.outcome if harm else "", harm.victims if harm else "", (harm.side or "") if harm else "", low, high,
        (claim.struck or "") if isinstance(claim, Event) else "", ids(claim.said_by),
        _names(claim), claim.start, harm.part_of if harm else None, claim.realis,
    )  # fmt: skip


def facets(claims: Iterable[Claim], documents: Mapping[str, Document], beside: Iterable[Claim] = ()) -> Iterator[Facet]:
    """The facets of claims by document, each document's read in one another's company and in that of `beside`, claims
    of
    the same documents that are not asked for."""
    asked = {claim.id: claim for claim in claims}
    by_document: dict[str, dict[str, Claim]] = {}
    for claim in (*beside, *asked.values()):
        by_document.setdefault(claim.document, {})[claim.id] = claim
    for name, group in by_document.items():
        document = documents.get(name)
        for f in _in_company([facet(claim, document) for claim in group.values()]):
            if f.id in asked:
                yield f


def _in_company(group: list[Facet]) -> list[Facet]:
    """What a claim stands for by what stands beside it: a whole whose parts lie elsewhere is a total, and an act told
    with the place, the days and the author of a total is the campaign that it sums up."""
    wholes = _wholes(group)
    group = [f._replace(cls="summary") if f.id in wholes and f.cls == "event" else f for f in group]
    totals = {(f.disc, f.start, f.end, f.by) for f in group if f.cls == "summary" and f.kind == "harm"}

    def told_as_total(f: Facet) -> bool:
        authors = (f.by, ())
        return f.cls == "event" and f.kind == "events" and any((f.disc, f.start, f.end, by) in totals for by in authors)

    return [f._replace(cls="summary") if told_as_total(f) else f for f in group]


def _wholes(group: Iterable[Facet]) -> set[str]:
    """The claims of which another one of the text is a part at a smaller place of its own («141 tués, dont 84 à
    Alep»)."""
    by_id = {f.id: f for f in group}
    return {
        part.part_of
        for part in by_id.values()
        if part.part_of in by_id and _lies_within(part.disc, by_id[part.part_of].disc)
    }


def _lies_within(part: Disc | None, whole: Disc | None) -> bool:
    return part is not None and whole is not None and part.id != whole.id and 3 * part.km < whole.km
