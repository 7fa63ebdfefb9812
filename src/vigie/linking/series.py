"""The dated series of an incident's figures: who said how many of whom, what replaced what, what is part of what."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from vigie.values import Document, Figure, Harm, Mark

from .facets import bounds, told_on
from .parties import compatible, ids, stake

MINE = ("", "persons", "bodies")


def claimant_of(figure: Figure) -> tuple[str, ...]:
    """Who answers for a figure: the sources named, else the outlet (or the text) that asserts it itself."""
    return ids(figure.said_by) or (f"outlet:{figure.through or figure.document}",)


def series(claims: Iterable[Harm], documents: Mapping[str, Document], origins: Mapping[str, str]) -> list[Figure]:
    """The figures of `claims` in order of the day they were told; `origins` gives the origin of each claim."""
    figures = [_figure(claim, documents.get(claim.document), origins.get(claim.id)) for claim in claims]
    figures.sort(key=lambda f: (f.stated_on or "9999", f.document, f.claim))
    return _superseded(figures)


def _figure(claim: Harm, document: Document | None, origin: str | None) -> Figure:
    low, high = bounds(claim)
    told = told_on(claim, document)
    return Figure(
        claim=claim.id, document=claim.document, outcome=claim.outcome, victims=claim.victims, said_by=claim.said_by,
        through=document.outlet if document else None, stated_on=told.isoformat() if told else None, count=claim.count,
        low=low, high=high, words=claim.words, unit=claim.unit, side=claim.side, by=claim.by,
        certainty=claim.certainty, scope=claim.scope, origin=origin, part_of=claim.part_of, marks=marks(claim),
    )  # fmt: skip


def marks(claim: Harm) -> list[Mark]:
    """How a figure stands to the interests of who says it.

    `enemy_loss_claim`: a party counts the fighters of another side as dead, hurt or taken. `against_interest`: it
    admits
    losses of its own, or civilians whom it harmed. `self_claim`: it says that it did the act.
    """
    found: list[Mark] = []
    own_loss = claim.side is not None and any(compatible(who, claim.side) for who in claim.said_by)
    own_act = any(compatible(who, by) for who in claim.said_by for by in claim.by)
    if _counts_enemies(claim) and not own_loss:
        found.append("enemy_loss_claim")
    if own_loss or (own_act and claim.side is None and claim.victims not in ("armed", "people", "police")):
        found.append("against_interest")
    if own_act:
        found.append("self_claim")
    if claim.realis != "occurred":
        found.append("denied" if claim.realis == "denied" else "planned")
    return found


def _counts_enemies(claim: Harm) -> bool:
    """Every claimant is a party or an ally there, and stands against the side whose fighters it counts."""
    if not claim.said_by or claim.side is None or claim.victims not in ("armed", "police", "people"):
        return False
    country = claim.place.country if claim.place else None
    return all(stake(who, country) in ("party", "ally") or who in claim.by for who in claim.said_by)


def _superseded(figures: Sequence[Figure]) -> list[Figure]:
    """Mark each figure with the claimant's next different one of the same people that was told on a later day."""
    following: dict[tuple[object, ...], Figure] = {}
    done: list[Figure] = []
    for figure in reversed(figures):
        key = (claimant_of(figure), figure.outcome, figure.victims, figure.side, figure.scope)
        later = following.get(key)
        newer = later is not None and (later.stated_on or "") > (figure.stated_on or "9999")
        differs = later is not None and (later.low, later.high) != (figure.low, figure.high)
        if newer and differs and later is not None:
            done.append(msgspec.structs.replace(figure, superseded_by=later.claim))
            continue
        if later is None or (later.stated_on == figure.stated_on and later.superseded_by is None):
            following[key] = figure
        done.append(figure)
    return list(reversed(done))


def counts(figure: Figure) -> bool:
    """Whether a figure enters totals: of persons, said to have happened, not replaced, not a party's enemy count."""
    off = {"enemy_loss_claim", "denied", "planned"}
    return (
        figure.low is not None and figure.unit in MINE and figure.superseded_by is None and not off & set(figure.marks)
    )
