"""One incident as its page shows it: figures side by side, contradictions, who is blamed by whom, every claim."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from .. import values as v
from ..vocabulary import outcomes as known_outcomes
from . import words
from .cards import Card, card, range_text
from .charts import Span, spans
from .claims_view import ClaimView, amount, claim_view, document_title, where
from .control_view import place_link
from .joining import reasons
from .maps import Map, locator
from .marking import Context, context
from .material import Material
from .words import gettext
from .worked import Worked

_ENEMY = "enemy_loss_claim"
_KINDS = ("harm", "events", "control", "diplomacy")


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A rival figure: its range on the common scale of its outcome, who says it, through whom, when, in which words."""

    claim: str
    figure: str
    whom: str
    who: str
    through: str
    said_on: str
    words: Context
    notes: Sequence[tuple[str, str]]
    span: Span | None
    superseded_by: str


@dataclass(frozen=True, slots=True)
class Panel:
    """The rival figures of one outcome, with the ranges that follow from them and why.

    `enemy`: what a party counts among its enemies, which stands apart because it enters no total.
    """

    label: str
    rows: Sequence[FigureRow]
    enemy: Sequence[FigureRow]
    ranges: Sequence[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class OriginView:
    """A source and its statement: who, its stake, through which outlets, how many claims, who opposed says the same."""

    who: str
    stake: str
    outlets: str
    claims: str
    agrees: str


@dataclass(frozen=True, slots=True)
class IncidentView:
    """Everything on the page of an incident. `groups`: claims by kind; `blamed`: (actor, who says so, notes)."""

    card: Card
    counts: Sequence[tuple[str, str, str]]
    panels: Sequence[Panel]
    contradictions: Sequence[tuple[str, str, str, str, str, str, str]]
    blamed: Sequence[tuple[str, str, str, str]]
    origins: Sequence[OriginView]
    facts: Sequence[tuple[str, str, bool]]
    support: Sequence[str]
    spread: str
    reasons: Sequence[tuple[int, int, str]]
    place_page: str
    groups: Sequence[tuple[str, Sequence[ClaimView]]]
    contains: Sequence[tuple[str, str, str]]
    part_of: Sequence[tuple[str, str, str]]
    map: Map | None
    where: str


def incident_view(
    incident: v.Incident, material: Material, holders: dict[str, list[str]], worked: Worked
) -> IncidentView:
    """The view of an incident; `holders`: incident -> the summaries that contain it."""
    claims = [material.claims[claim] for claim in incident.claims if claim in material.claims]
    claims.sort(key=_order)
    views = [claim_view(claim, material, number) for number, claim in enumerate(claims, 1)]
    row = card(incident, material)
    return IncidentView(
        card=row, counts=_counts(row), panels=_panels(incident, material), contradictions=_rivals(incident, material),
        blamed=_blamed(claims, material), origins=_origins(incident, material), facts=_facts(incident.facts),
        support=_support(incident), spread=_spread(incident.facts), reasons=reasons(claims, material),
        place_page=place_link(incident.place, worked),
        groups=[(words.capital(words.named("kinds", kind)), group) for kind in _KINDS
                if (group := [view for view in views if view.kind == kind])],
        contains=_links(incident.contains, material), part_of=_links(holders.get(incident.incident, []), material),
        map=locator(incident.place) if incident.place else None,
        where=where(incident.place),
    )  # fmt: skip


def _order(claim: v.Claim) -> tuple[Any, ...]:
    """Claims as the page has them: by kind, then in the order in which they were told."""
    kind = _KINDS.index(str(type(claim).__struct_config__.tag))
    return kind, claim.stated_on is None, claim.stated_on, claim.document, claim.start, claim.id


def _counts(row: Card) -> list[tuple[str, str, str]]:
    """(what, label, number) of the facts at the head of the page."""
    numbers = {
        "claims": row.claims,
        "documents": row.documents,
        "origins": row.origins,
        "contradictions": row.contradictions,
    }
    return [
        (what, words.things(value, what).replace("%s", "").strip(), words.number(value))
        for what, value in numbers.items()
        if value or what != "contradictions"
    ]


def _links(ids: Sequence[str], material: Material) -> list[tuple[str, str, str]]:
    cards = [card(material.incidents[one], material) for one in ids if one in material.incidents]
    return [(one.page, one.title, one.day) for one in cards]


def _panels(incident: v.Incident, material: Material) -> list[Panel]:
    outcomes: defaultdict[str, list[v.Figure]] = defaultdict(list)
    for one in incident.figures:
        outcomes[one.outcome].append(one)
    order = list(known_outcomes())
    rank = {outcome: order.index(outcome) if outcome in order else len(order) for outcome in outcomes}
    return [_panel(one, outcomes[one], incident, material) for one in sorted(outcomes, key=lambda o: (rank[o], o))]


def _panel(outcome: str, figures: Sequence[v.Figure], incident: v.Incident, material: Material) -> Panel:
    drawn = spans([(f.low if f.low is not None else f.count, f.high) for f in figures])
    rows = [(_ENEMY in f.marks, _row(f, span, material)) for f, span in zip(figures, drawn, strict=True)]
    fair, enemy = ([row for apart, row in rows if apart is kind] for kind in (False, True))
    ranges = [(_whom(r.victims, r.side), range_text(r), _explained(r)) for r in incident.ranges if r.outcome == outcome]
    return Panel(words.capital(words.named("outcomes", outcome)), fair, enemy, ranges)


def _explained(found: v.Range) -> str:
    """The rule's sentence; the range at its head is left out, since it stands beside."""
    said = found.explanation_fr if words.language() == "fr" else found.explanation
    head, colon, rest = said.partition(":")
    return words.capital(rest.strip()) if colon and head.strip("0123456789–-+, ") == "" else said


def _whom(victims: str, side: str | None) -> str:
    label = gettext("in all") if victims == "people" else words.short("victims", victims)
    return f"{label} ({words.named('actors', side)})" if side else label


def _row(one: v.Figure, span: Span | None, material: Material) -> FigureRow:
    document = material.documents.get(one.document)
    through = one.through or (document.outlet if document else None) or ""
    return FigureRow(
        claim=one.claim, figure=_amount(one, material), whom=_whom(one.victims, one.side),
        who=words.names("sources", one.said_by) or _itself(through),
        through=through, said_on=_day(one.stated_on), words=_sentence(one, material), notes=_notes(one), span=span,
        superseded_by=one.superseded_by or "",
    )  # fmt: skip


def _sentence(one: v.Figure, material: Material) -> Context:
    """The sentence of a figure, with its words apart; its words alone where its claim is not there."""
    claim, document = material.claims.get(one.claim), material.documents.get(one.document)
    return context(document, claim) if claim and document else Context("", one.words, "")


def _amount(one: v.Figure, material: Material) -> str:
    claim = material.claims.get(one.claim)
    return amount(claim) if isinstance(claim, v.Harm) else words.between(one.low, one.high) or one.words or "?"


def _day(stated_on: str | None) -> str:
    try:
        return words.day(dt.date.fromisoformat(stated_on)) if stated_on else ""
    except ValueError:
        return stated_on or ""


def _notes(one: v.Figure) -> list[tuple[str, str]]:
    """(mark, label) of what bears on a figure."""
    notes: list[tuple[str, str]] = [(mark, _mark(mark)) for mark in one.marks]
    if one.certainty == "hedged":
        notes.append(("hedged", words.named("certainty", "hedged")))
    if one.part_of:
        notes.append(("part", gettext("part of another figure")))
    if one.superseded_by:
        notes.append(("superseded", gettext("replaced later by the same source")))
    return notes


def _mark(mark: str) -> str:
    return {
        "enemy_loss_claim": gettext("a party’s count of its enemy"),
        "against_interest": gettext("against the interest of who says it"),
        "self_claim": gettext("said by those who did it"),
        "denied": gettext("denied"),
        "planned": gettext("announced, not done"),
    }.get(mark, mark)


def _rivals(incident: v.Incident, material: Material) -> list[tuple[str, str, str, str, str, str, str]]:
    """(about, between, value, who, value, who, ids) of each contradiction."""
    return [
        (_about(c.about), _between(c.between), _value(c.about, c.values[0]), _who(c.claims[0], material),
         _value(c.about, c.values[1]), _who(c.claims[1], material), " ".join(c.claims))
        for c in incident.contradictions
    ]  # fmt: skip


def _value(about: str, value: str) -> str:
    table = {"author": "actors", "held_by": "actors", "denial": "realis"}.get(about)
    return words.named(table, value) if table else value


def _about(about: str) -> str:
    return {
        "figure": gettext("Figures that exclude each other"),
        "sum": gettext("A part larger than its whole"),
        "author": gettext("Two different authors"),
        "denial": gettext("Claimed and denied"),
        "held_by": gettext("Two different holders"),
    }.get(about, about)


def _between(between: str) -> str:
    return {
        "claimants": gettext("between sources"),
        "outlets": gettext("between outlets"),
        "itself": gettext("a source against itself"),
    }[between]


def _who(claim_id: str, material: Material) -> str:
    claim = material.claims.get(claim_id)
    if claim is None:
        return ""
    outlet = material.documents[claim.document].outlet
    said = words.names("sources", claim.said_by)
    return " · ".join(filter(None, (said, outlet))) or _itself(None)


def _blamed(claims: Sequence[v.Claim], material: Material) -> list[tuple[str, str, str, str]]:
    """(actor, who says so, notes, claim) of every claim that blames somebody, each combination once."""
    seen: dict[tuple[str, str, str], str] = {}
    for claim in claims:
        if isinstance(claim, v.Act):
            for actor in claim.by:
                seen.setdefault((words.named("actors", actor), _accuser(claim, material), _doubt(claim)), claim.id)
    return [(*key, claim) for key, claim in sorted(seen.items())]


def _accuser(claim: v.Act, material: Material) -> str:
    if claim.by_said_by:
        return words.names("sources", claim.by_said_by)
    outlet = material.documents[claim.document].outlet
    return _itself(outlet)


def _itself(outlet: str | None) -> str:
    return gettext("%s itself") % outlet if outlet else gettext("the text itself")


def _doubt(claim: v.Act) -> str:
    notes = [words.named("certainty", claim.by_certainty)] if claim.by_certainty else []
    return ", ".join([*notes, *([gettext("taken from the context")] if claim.by_inferred else [])])


def _origins(incident: v.Incident, material: Material) -> list[OriginView]:
    """Each origin; a text without an outlet is named by its title."""
    names = {origin.id: words.names("sources", origin.claimants) for origin in incident.origins}
    rows = []
    for origin in incident.origins:
        outlets = ", ".join(_printer(outlet, material) for outlet in origin.outlets)
        stake = words.named("stakes", origin.stake) if origin.stake != "unknown" else ""
        agrees = ", ".join(sorted(filter(None, (names.get(one, "") for one in origin.opposes))))
        count = words.counted(len(origin.claims), "claims")
        said = names[origin.id]
        rows.append(OriginView(said or outlets or _itself(None), stake, outlets if said else "", count, agrees))
    return rows


def _support(incident: v.Incident) -> list[str]:
    """«Observatory, SANA»: each group of sources of opposed sides that say the same, once."""
    names = {origin.id: words.names("sources", origin.claimants) for origin in incident.origins}
    groups = {frozenset((origin.id, *origin.opposes)) for origin in incident.origins if origin.opposes}
    told = {", ".join(sorted({names[one] for one in group if names.get(one)})) for group in groups}
    return sorted(told)


def _spread(facts: v.Facts) -> str:
    """«3 outlets, 1 origin»."""
    return (
        f"{words.counted(facts.outlets, 'outlets')}, {words.counted(facts.origins, 'origins')}" if facts.origins else ""
    )


def _printer(outlet: str, material: Material) -> str:
    document = material.documents.get(outlet) or material.by_name.get(outlet)
    return document_title(document) if document else outlet


def _facts(facts: v.Facts) -> list[tuple[str, str, bool]]:
    """(what, how it stands, whether it weighs) of everything that a person grades an incident by; no grade."""
    counts = (
        (gettext("Independent origins"), facts.origins),
        (gettext("of them third parties"), facts.third_parties),
        (gettext("of them parties or their allies"), facts.parties),
        (gettext("Outlets"), facts.outlets),
    )
    told = (
        (gettext("Opposed sides agree on something"), facts.agreed_by_opponents),
        (gettext("The accused admits it"), facts.admitted),
        (gettext("The accused denies it"), facts.denied),
        (gettext("Somebody claims to have done it"), facts.self_claimed),
        (gettext("Different authors are named"), facts.rival_authors),
    )
    yes, no = gettext("yes"), gettext("no")
    return [
        *((label, words.number(count), count > 0) for label, count in counts),
        *((label, yes if holds else no, holds) for label, holds in told),
    ]
