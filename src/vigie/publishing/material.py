"""What a site is made of, gathered once, with what may not be shown taken out."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

import msgspec

from .. import values as v
from .policy import Policy, protect

Placed = TypeVar("Placed", bound=v.Claim | v.Incident)
_WORLD = 20_040.0  # km: half the way around the earth
_PLAIN = re.compile(r"[A-Za-z0-9_-]{1,64}")


class Source(Protocol):
    """Whatever holds documents, claims, incidents and problems: a `vigie.record` Record is one, `Values` another."""

    def documents(self) -> Iterator[v.Document]:
        """Every document."""
        ...

    def claims(self) -> Iterator[v.Claim]:
        """Every claim."""
        ...

    def incidents(self) -> Iterator[v.Incident]:
        """Every incident that stands."""
        ...

    def problems(self) -> Iterator[v.Problem]:
        """What could not be read."""
        ...

    def tombstones(self) -> Mapping[str, str]:
        """Merged incidents -> those they are part of now."""
        ...

    def version_ties(self) -> Mapping[str, str]:
        """Each document that is a later version -> the one before it."""
        ...


class Values:
    """A source made of plain lists."""

    def __init__(
        self,
        documents: Iterable[v.Document],
        claims: Iterable[v.Claim],
        incidents: Iterable[v.Incident],
        problems: Iterable[v.Problem] = (),
        version_ties: Mapping[str, str] | None = None,
    ) -> None:
        self._ties = dict(version_ties or {})
        self._documents, self._claims = list(documents), list(claims)
        self._incidents, self._problems = list(incidents), list(problems)

    def documents(self) -> Iterator[v.Document]:
        """Every document."""
        return iter(self._documents)

    def claims(self) -> Iterator[v.Claim]:
        """Every claim."""
        return iter(self._claims)

    def incidents(self) -> Iterator[v.Incident]:
        """Every incident."""
        return iter(self._incidents)

    def problems(self) -> Iterator[v.Problem]:
        """What could not be read."""
        return iter(self._problems)

    def tombstones(self) -> Mapping[str, str]:
        """Plain values have no history."""
        return {}

    def version_ties(self) -> Mapping[str, str]:
        """Each document that is a later version -> the one before it."""
        return self._ties


@dataclass(slots=True)
class Material:
    """Everything shown, by id.

    `claims_of`: document -> its claims in order; `incident_of`: claim -> incident; `by_name`: documents by what they
    came in as; `coarse`: incidents shown at district precision; `tombstones`: merged incidents -> what they are now;
    `version_ties`: later versions of documents -> those before them.
    """

    policy: Policy
    documents: dict[str, v.Document]
    claims: dict[str, v.Claim]
    incidents: dict[str, v.Incident]
    problems: list[v.Problem]
    tombstones: dict[str, str]
    version_ties: dict[str, str]
    coarse: frozenset[str]
    claims_of: dict[str, list[v.Claim]] = field(default_factory=dict)
    incident_of: dict[str, str] = field(default_factory=dict)
    by_name: dict[str, v.Document] = field(default_factory=dict)


def gather(source: Source, policy: Policy) -> Material:
    """Read a source whole; a claim without its document is left out, an incident keeps the claims that are there."""
    documents = {document.id: document for document in source.documents()}
    told = [_on_earth(claim) for claim in source.claims() if claim.document in documents]
    claims, incidents, hidden = protect(told, map(_on_earth, source.incidents()), policy)
    material = Material(
        policy, documents, {c.id: c for c in claims}, {i.incident: i for i in sorted(incidents, key=_newest_first)},
        list(source.problems()), dict(source.tombstones()), dict(source.version_ties()), hidden,
    )  # fmt: skip
    by_document: defaultdict[str, list[v.Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: (c.start, c.end, c.id)):
        by_document[claim.document].append(claim)
    material.claims_of = dict(by_document)
    material.by_name = {document.document: document for document in documents.values()}
    material.incident_of = {claim: i.incident for i in incidents for claim in i.claims}
    return material


def _on_earth(thing: Placed) -> Placed:
    """Without its place where that is no point on earth: such a place would break a map and every GeoJSON reader."""
    place = thing.place
    if place is None or (abs(place.lat) <= 90 and abs(place.lon) <= 180 and 0 <= place.km <= _WORLD):
        return thing
    return msgspec.structs.replace(thing, place=None)


def _newest_first(incident: v.Incident) -> tuple[int, str]:
    return (-incident.when.end.toordinal() if incident.when else 1, incident.incident)


def file_name(identifier: str) -> str:
    """A name for the page of `identifier`: itself where it is plain, a hash of it where it is not."""
    return identifier if _PLAIN.fullmatch(identifier) else v.digest((identifier,))
