"""A claim as a page shows it: its words, who says so, and what each value was taken from."""

from collections.abc import Sequence
from dataclasses import dataclass

from .. import values as v
from . import words
from .cards import diplomacy_title, place_name
from .marking import Context, context
from .material import Material, file_name
from .words import gettext

Fact = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim ready to be shown. `facts`: (name, value) of what it says; `trace`: where that comes from."""

    id: str
    number: int
    kind: str
    kind_label: str
    says: str
    context: Context
    claimants: str
    outlet: str
    day: str
    basis: str
    certainty: str
    hedged: bool
    blame: str
    facts: Sequence[Fact]
    trace: Sequence[Fact]
    document: str
    document_title: str
    language: str
    incident: str


def claim_view(claim: v.Claim, material: Material, number: int = 0) -> ClaimView:
    """The view of a claim in the active language."""
    document = material.documents[claim.document]
    tag = str(type(claim).__struct_config__.tag)
    incident = material.incident_of.get(claim.id)
    return ClaimView(
        id=claim.id, number=number, kind=tag, kind_label=words.capital(words.named("kinds", tag)), says=says(claim),
        context=context(document, claim), claimants=claimants(claim, document), outlet=document.outlet or "",
        day=words.days(claim.when) if claim.when else gettext("day not told"), basis=_basis(claim),
        certainty=words.named("certainty", claim.certainty), hedged=claim.certainty == "hedged", blame=_blame(claim),
        facts=[fact for fact in (*_common(claim), *_own(claim)) if fact[1]], trace=_trace(claim, material),
        document=f"documents/{file_name(document.id)}.html", document_title=document_title(document),
        language="" if document.language == "other" else document.language,
        incident=f"incidents/{file_name(incident)}.html" if incident in material.incidents else "",
    )  # fmt: skip


def document_title(document: v.Document) -> str:
    """What a document is called: its title, or the last part of the path it came in with."""
    return document.title or document.document.rstrip("/").rsplit("/", 1)[-1] or document.document


def claimants(claim: v.Claim, document: v.Document) -> str:
    """Who makes the claim; the outlet itself where the text names nobody."""
    if claim.said_by:
        return words.names("sources", claim.said_by)
    return gettext("%s itself") % document.outlet if document.outlet else gettext("the text itself")


def says(claim: v.Claim) -> str:
    """What is claimed, in one line: «25 tués (civils)», «frappe aérienne», «prise de Palmyre»."""
    match claim:
        case v.Harm():
            return f"{amount(claim)} {words.outcome(claim.outcome, claim.victims, claim.count)}"
        case v.Event():
            return words.capital(words.named("sub_events", claim.type))
        case v.Control():
            return _control(claim)
        case v.Diplomacy():
            return diplomacy_title([claim], claim.act)


def _control(claim: v.Control) -> str:
    """«Prise par Syrie (perdu par groupe EI), 70 %»."""
    actor, loser = words.named("actors", claim.actor), words.named("actors", claim.loser)
    head = {
        "captured": gettext("captured by %s") % actor if actor else gettext("captured"),
        "besieges": gettext("besieged by %s") % actor if actor else gettext("besieged"),
        "withdrew": gettext("withdrawal of %s") % actor if actor else gettext("withdrawal"),
    }.get(claim.change, gettext("place held by %s") % actor if actor else gettext("holder not named"))
    told = gettext("held within by %s") if claim.change == "besieges" else gettext("lost by %s")
    share = f"{words.number(claim.share)} %" if claim.share is not None else ""
    sides = f"{head} ({told % loser})" if loser else head
    return words.capital(", ".join(filter(None, (sides, share))))


def amount(claim: v.Harm) -> str:
    """How many, as the text has it: «plus de 500», «25», «20–30»; its own words where it gives no number."""
    if claim.count is None or claim.qualifier == "vague":
        return claim.words or words.between(claim.low, claim.high) or "?"
    if claim.qualifier == "exactly":
        high = claim.high if claim.high is not None else claim.count
        return words.between(claim.count, max(claim.count, high))
    return f"{words.named('qualifiers', claim.qualifier)} {words.number(claim.count)}"


def _basis(claim: v.Claim) -> str:
    return {
        "stated": gettext("day in the text"),
        "relative": gettext("worked out from words like “Tuesday”"),
        "assumed": gettext("assumed from the day of publication"),
    }.get(claim.when_basis or "", "")


def _blame(claim: v.Claim) -> str:
    if not isinstance(claim, v.Act) or not claim.by:
        return ""
    parts = [words.names("actors", claim.by)]
    if claim.by_said_by:
        parts.append(gettext("according to %s") % words.names("sources", claim.by_said_by))
    if claim.by_certainty == "hedged":
        parts.append(words.named("certainty", "hedged"))
    if claim.by_inferred:
        parts.append(gettext("taken from the context"))
    return ", ".join(parts)


def where(place: v.Place | None) -> str:
    """A place and how exact the words are about it."""
    if place is None:
        return ""
    return gettext("%(name)s, within %(km)s km") % {"name": place_name(place), "km": words.number(place.km)}


def _common(claim: v.Claim) -> list[Fact]:
    return [
        (gettext("Place"), where(claim.place)),
        (gettext("Time of day"), words.named("times_of_day", claim.time_of_day)),
        (gettext("Said on"), words.day(claim.stated_on)),
        (gettext("Did it happen?"), _unless("occurred", "realis", claim.realis)),
    ]


def _unless(usual: str, table: str, value: str) -> str:
    """A label, but for the value that goes without saying."""
    return "" if value == usual else words.named(table, value)


def _own(claim: v.Claim) -> list[Fact]:
    match claim:
        case v.Harm():
            return [
                (gettext("Words"), claim.words),
                (gettext("Figure"), _unless("exactly", "qualifiers", claim.qualifier)),
                (gettext("Side"), words.named("actors", claim.side)),
                (gettext("How"), words.named("sub_events", claim.method)),
                (gettext("Weapon"), words.names("weapons", claim.weapon)),
                (gettext("Counts"), _unless("incident", "scopes", claim.scope)),
                (gettext("Provisional"), gettext("the text says that it may change") if claim.provisional else ""),
            ]
        case v.Event():
            return [
                (gettext("Target"), words.named("actors", claim.target)),
                (gettext("Struck"), words.named("struck", claim.struck)),
                (gettext("Weapon"), words.names("weapons", claim.weapon)),
                (gettext("Acts"), _acts(claim)),
            ]
        case v.Control():
            return [(gettext("Extent"), words.named("extents", claim.extent))]
        case v.Diplomacy():
            return []


def _acts(claim: v.Event) -> str:
    if claim.count is None:
        return ""
    unit = words.named("act_units", claim.unit)
    return f"{words.named('qualifiers', claim.qualifier)} {words.number(claim.count)} {unit}".strip()


def _trace(claim: v.Claim, material: Material) -> list[Fact]:
    document = material.documents[claim.document]
    facts = [
        (gettext("Rule"), claim.rule),
        (gettext("Language pack"), claim.pack),
        (gettext("Characters"), f"{claim.start}–{claim.end}"),
        (gettext("Document"), document.document),
        (gettext("Address"), document.url or ""),
        (gettext("Claim"), claim.id),
    ]
    return [fact for fact in facts if fact[1]]
