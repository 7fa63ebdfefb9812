"""What may leave, and how exactly: the policy file, and places made coarse where exactness could kill."""

import math
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Literal

import msgspec

from .. import values as v

_NAMELESS = frozenset({"site", "quarter"})


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy file. `cell` is in degrees, `km` in kilometres; see data/policy.toml for what each value means."""

    struck: frozenset[str]
    cell: float
    km: float
    text: Literal["full", "sentences"]
    status: str


def read_policy(path: Path | None = None) -> Policy:
    """The policy at `path`, or the one that comes with the program; ValueError where it cannot be read."""
    source = path or files("vigie.publishing").joinpath("data/policy.toml")
    raw = tomllib.loads(source.read_text(encoding="utf-8"))
    try:
        coarsen, text = raw["coarsen"], raw["documents"]["text"]
        if text not in ("full", "sentences"):
            raise ValueError(f"documents.text is {text!r}, not full or sentences")
        return Policy(
            frozenset(coarsen["struck"]), float(coarsen["cell"]), float(coarsen["km"]), text, raw["record"]["status"]
        )
    except (KeyError, TypeError) as error:
        raise ValueError(f"the policy lacks {error}") from error


def coarse(place: v.Place, policy: Policy) -> v.Place:
    """The district around a place: the middle of its cell, at least `policy.km` of radius, no name of a site."""
    lat, lon = ((math.floor(x / policy.cell) + 0.5) * policy.cell for x in (place.lat, place.lon))
    name = (place.admin1 or "") if place.level in _NAMELESS else place.name
    level = "district" if place.level in (*_NAMELESS, "town") else place.level
    return v.Place(
        name=name, id="", lat=lat, lon=lon, km=max(place.km, policy.km), level=level, country=place.country,
        admin1=place.admin1,
    )  # fmt: skip


def protect(
    claims: Iterable[v.Claim], incidents: Iterable[v.Incident], policy: Policy
) -> tuple[list[v.Claim], list[v.Incident], frozenset[str]]:
    """Claims and incidents as they may be shown, and the ids of the incidents whose place was made coarse."""
    claims, incidents = list(claims), list(incidents)
    struck = {c.id for c in claims if isinstance(c, v.Event) and c.struck in policy.struck}
    hidden = {i.incident for i in incidents if struck.intersection(i.claims)}
    within = {claim for i in incidents if i.incident in hidden for claim in i.claims} | struck
    spots = {(c.document, c.place.id or c.place.name) for c in claims if c.id in within and c.place}
    hidden_claims = within | {c.id for c in claims if c.place and (c.document, c.place.id or c.place.name) in spots}
    hidden |= {i.incident for i in incidents if hidden_claims.intersection(i.claims)}
    return (
        [_coarse_claim(c, policy) if c.id in hidden_claims else c for c in claims],
        [_coarse_incident(i, policy) if i.incident in hidden else i for i in incidents],
        frozenset(hidden),
    )


def _coarse_claim(claim: v.Claim, policy: Policy) -> v.Claim:
    return msgspec.structs.replace(claim, place=coarse(claim.place, policy)) if claim.place else claim


def _coarse_incident(incident: v.Incident, policy: Policy) -> v.Incident:
    return msgspec.structs.replace(incident, place=coarse(incident.place, policy)) if incident.place else incident
