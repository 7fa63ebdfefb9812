"""An incident in one row: what the list, the filters and the downloads show of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from .. import values as v
from . import words
from .material import Material, file_name
from .words import gettext

Topic = Literal["violence", "control", "diplomacy"]
TOPICS: tuple[Topic, ...] = get_args(Topic)


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
    topic: Topic = "violence"
    realis: str = "occurred"


BLANK = Card(
    id="", page="", kind="", title="", type="", place="", day="", start="", end="", figures=(), claimants=(), actors=(),
    parties=(), outcomes=(), contradictions=0, claims=0, origins=0, outlets=0, documents=0, coarse=False, quote="",
    killed=-1,
)  # fmt: skip
"""The row that the script fills in."""


def card(incident: v.Incident, material: Material) -> Card:
    """The row of an incident in the active language."""
    claims = [material.claims[claim] for claim in incident.claims if claim in material.claims]
    when, figures, topic = incident.when, _figures(incident), topic_of(claims)
    return Card(
        id=incident.incident, page=f"incidents/{file_name(incident.incident)}.html", kind=incident.kind,
        title=_title(incident, claims, topic), topic=topic, realis=incident.realis,
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


def topic_of(claims: Iterable[v.Claim]) -> Topic:
    """What an incident is about: people or things harmed before anything else, then who holds what, then diplomacy."""
    kinds = {type(claim) for claim in claims}
    if kinds & {v.Harm, v.Event} or not kinds:
        return "violence"
    return "control" if v.Control in kinds else "diplomacy"


def _title(incident: v.Incident, claims: Sequence[v.Claim], topic: Topic) -> str:
    """What happened and where, in a few words; the day stands beside it."""
    where = place_name(incident.place)
    if topic == "control":
        return control_title(incident, [c for c in claims if isinstance(c, v.Control)], where)
    if topic == "diplomacy":
        head = diplomacy_title([c for c in claims if isinstance(c, v.Diplomacy)], incident.type)
    else:
        head = words.capital(words.matter(incident.type) or _matter(incident))
    return f"{head} — {where}" if where else head


def control_title(incident: v.Incident, claims: Sequence[v.Control], where: str) -> str:
    """«Prise : Palmyre (Homs), par Syrie»: rival names side by side, as many as claims of that change give."""
    change = incident.type or claims[0].change
    told = sorted({c.actor for c in claims if c.change == change and c.actor})
    head, by = {
        "captured": (gettext("Capture"), gettext("by %s")),
        "besieges": (gettext("Siege"), gettext("by %s")),
        "withdrew": (gettext("Withdrawal"), gettext("of %s")),
    }.get(change, (gettext("Control"), gettext("place held by %s")))
    who = by % " / ".join(words.named("actors", one) for one in told) if told else ""
    rest = ", ".join(filter(None, (where, who)))
    return gettext("%(head)s: %(rest)s") % {"head": head, "rest": rest} if rest else head


def diplomacy_title(claims: Sequence[v.Diplomacy], act: str | None) -> str:
    """«Soutien : Russie → Syrie»: the act and, of its claims, the one that names most sides."""
    claim = min(
        (c for c in claims if c.act == act or act is None),
        key=lambda c: (c.actor is None, c.target is None, c.id),
        default=claims[0],
    )
    head, sides = words.capital(words.named("acts", claim.act)), sides_of(claim)
    return gettext("%(head)s: %(rest)s") % {"head": head, "rest": sides} if sides else head


def sides_of(claim: v.Diplomacy) -> str:
    """«Russie → Syrie»; a side that the words do not name is «?»."""
    if not claim.actor and not claim.target:
        return ""
    actor, target = words.named("actors", claim.actor), words.named("actors", claim.target)
    return f"{actor or '?'} → {target}" if target else actor


def blamed(incident: v.Incident, material: Material) -> set[str]:
    """Whom claims of the incident hold responsible for an act: not who takes a town, nor who calls for a truce."""
    claims = (material.claims.get(claim) for claim in incident.claims)
    return {actor for claim in claims if isinstance(claim, v.Act) for actor in claim.by}


def _matter(incident: v.Incident) -> str:
    """What an incident without a type is about: its first figure."""
    return words.outcome(incident.figures[0].outcome) if incident.figures else gettext("event")


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
