"""An incident in one row: what the list, the filters and the downloads show of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext

from .. import values as v
from . import words
from .material import Material, file_name


@dataclass(frozen=True, slots=True)
class Card:
    """A row of the list. `figures`: (outcome id, label, range) of all people; ids beside labels feed the filters.

    `actors` are those whom words of a text hold responsible; `parties` act otherwise (who holds a town, who appeals).
    """

    id: str
    page: str
    kind: str
    title: str
    type: str
    place: str
    day: str
    start: str
    end: str
    figures: tuple[tuple[str, str, str], ...]
    claimants: tuple[tuple[str, str], ...]
    actors: tuple[tuple[str, str], ...]
    parties: tuple[tuple[str, str], ...]
    outcomes: tuple[str, ...]
    contradictions: int
    claims: int
    origins: int
    outlets: int
    documents: int
    coarse: bool
    quote: str
    killed: int


BLANK = Card(
    id="", page="", kind="", title="", type="", place="", day="", start="", end="", figures=(), claimants=(), actors=(),
    parties=(), outcomes=(), contradictions=0, claims=0, origins=0, outlets=0, documents=0, coarse=False, quote="",
    killed=-1,
)  # fmt: skip
"""The row that the script fills in."""


def card(incident: v.Incident, material: Material) -> Card:
    """The row of an incident in the active language."""
    claims = [material.claims[claim] for claim in incident.claims if claim in material.claims]
    when, figures = incident.when, _figures(incident)
    return Card(
        id=incident.incident, page=f"incidents/{file_name(incident.incident)}.html", kind=incident.kind,
        title=_title(incident, claims),
        type=incident.type or "", place=place_name(incident.place), day=words.days(when),
        start=when.start.isoformat() if when else "", end=when.end.isoformat() if when else "",
        figures=tuple(figures), claimants=_labelled("sources", (s for c in claims for s in c.said_by)),
        actors=_labelled("actors", blamed(incident, material)),
        parties=_labelled("actors", set(incident.actors) - blamed(incident, material)),
        outcomes=tuple(sorted({f.outcome for f in incident.figures})),
        contradictions=len(incident.contradictions), claims=len(claims), origins=len(incident.origins),
        outlets=len(incident.outlets), documents=len({c.document for c in claims}),
        coarse=incident.incident in material.coarse, quote=_quote(claims),
        killed=max((r.high for r in incident.ranges if (r.outcome, r.victims) == ("killed", "people")), default=-1),
    )  # fmt: skip


def _title(incident: v.Incident, claims: list[v.Claim]) -> str:
    """What happened and where, in a few words; the day stands beside it."""
    head = words.matter(incident.type) or _matter(incident, claims)
    where = place_name(incident.place)
    return f"{words.capital(head)} — {where}" if where else words.capital(head)


def blamed(incident: v.Incident, material: Material) -> set[str]:
    """Whom claims of the incident hold responsible for an act: not who takes a town, nor who calls for a truce."""
    claims = (material.claims.get(claim) for claim in incident.claims)
    return {actor for claim in claims if isinstance(claim, v.Act) for actor in claim.by}


def _matter(incident: v.Incident, claims: list[v.Claim]) -> str:
    """What an incident without a type is about: its first figure, else what its first claim says."""
    if incident.figures:
        return words.outcome(incident.figures[0].outcome)
    match claims:
        case [v.Control() as claim, *_]:
            return ", ".join(filter(None, (words.named("changes", claim.change), words.named("actors", claim.actor))))
        case [v.Diplomacy() as claim, *_]:
            return ", ".join(filter(None, (words.named("acts", claim.act), words.named("actors", claim.actor))))
    return gettext("event")


def place_name(place: v.Place | None) -> str:
    """The name of a place, with its province where that says more."""
    if place is None:
        return ""
    if not place.name:
        return gettext("district withheld")
    return f"{place.name} ({place.admin1})" if place.admin1 and place.admin1 != place.name else place.name


def _figures(incident: v.Incident) -> list[tuple[str, str, str]]:
    people = [r for r in incident.ranges if r.victims == "people"]
    return [(r.outcome, words.named("outcomes", r.outcome), range_text(r)) for r in people]


def range_text(found: v.Range) -> str:
    """«25–28», with a plus sign where the highest claim is «at least»."""
    return words.between(found.low, found.high) + ("+" if found.open else "")


def _labelled(table: str, ids: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple((one, words.named(table, one)) for one in sorted(set(ids)))


def _quote(claims: list[v.Claim]) -> str:
    harm = [c for c in claims if isinstance(c, v.Harm)] or claims
    return min(harm, key=lambda c: (c.stated_on is None, c.start, c.id)).quote[:220] if harm else ""
