"""Claims of one incident that cannot both hold: between claimants, between outlets, of a claimant with itself."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Literal

from vigie.values import Claim, Contradiction, Document, Event, Figure, Harm

from .compare import within
from .origins import outlet_of
from .parties import actors_level
from .series import claimant_of

MOST = 200
"""Contradictions listed of one incident; beyond that a reader is helped no more."""
Between = Literal["claimants", "outlets", "itself"]


def contradictions(
    claims: Sequence[Claim], figures: Sequence[Figure], documents: Mapping[str, Document]
) -> list[Contradiction]:
    """The contradictions of an incident: figures, impossible sums, authors, denials; at most `MOST`, in a fixed
    order."""
    found = [*_figures(figures), *_sums(figures), *_authors(claims, documents), *_denials(claims, documents)]
    return sorted(found, key=lambda c: (c.about, c.claims))[:MOST]


def shown(figure: Figure) -> str:
    """A figure as a short text: «25», «25+», «20–30»."""
    if figure.low is None:
        return figure.words or "?"
    if figure.high is None:
        return f"{figure.low}+"
    return str(figure.low) if figure.high == figure.low else f"{figure.low}–{figure.high}"


def _between(a: Figure, b: Figure) -> Between:
    if claimant_of(a) != claimant_of(b):
        return "claimants"
    return "outlets" if a.document != b.document else "itself"


def _apart(a: Figure, b: Figure) -> bool:
    if a.low is None or b.low is None:
        return False
    return (a.high is not None and b.low > a.high) or (b.high is not None and a.low > b.high)


def _distinct(figures: Iterable[Figure]) -> list[Figure]:
    """One figure for each thing said, the first told, so that a much quoted incident stays small."""
    kept: dict[tuple[object, ...], Figure] = {}
    for f in figures:
        kept.setdefault((claimant_of(f), f.outcome, f.victims, f.side, f.scope, f.low, f.high), f)
    return list(kept.values())[:MOST]


def _figures(figures: Sequence[Figure]) -> list[Contradiction]:
    live = [f for f in _distinct(figures) if f.superseded_by is None and not {"denied", "planned"} & set(f.marks)]
    return [
        Contradiction(claims=_pair(a.claim, b.claim), about="figure", values=_ordered(a, b), between=_between(a, b))
        for a, b in combinations(live, 2)
        if (a.outcome, a.victims, a.side, a.scope) == (b.outcome, b.victims, b.side, b.scope)
        and a.claim != b.part_of and b.claim != a.part_of and _apart(a, b)
    ]  # fmt: skip


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


def _ordered(a: Figure, b: Figure) -> tuple[str, str]:
    return (shown(a), shown(b)) if a.claim < b.claim else (shown(b), shown(a))


def _sums(figures: Sequence[Figure]) -> list[Contradiction]:
    """A part that is larger than its whole: more children than dead, of one claimant or across a text's own «dont»."""
    live = _distinct(figures)
    return [
        Contradiction(claims=_pair(a.claim, b.claim), about="sum", values=_ordered(a, b), between=_between(a, b))
        for a, b in combinations(live, 2)
        if a.outcome == b.outcome and (_exceeds(a, b) or _exceeds(b, a))
    ]


def _exceeds(part: Figure, whole: Figure) -> bool:
    inside = part.part_of == whole.claim or (
        part.victims != whole.victims and within(part.victims, whole.victims) and claimant_of(part) ==
        claimant_of(whole)
        and part.superseded_by is None and whole.superseded_by is None
    )  # fmt: skip
    return inside and part.low is not None and whole.high is not None and part.low > whole.high


def _authors(claims: Sequence[Claim], documents: Mapping[str, Document]) -> list[Contradiction]:
    """Rival attributions; the first claim for each author is listed."""
    blamed: dict[tuple[str, ...], Harm | Event] = {}
    for claim in sorted((c for c in claims if isinstance(c, Harm | Event) and c.by), key=lambda c: c.id):
        if (claim.type if isinstance(claim, Event) else claim.method) != "Armed clash":
            blamed.setdefault(tuple(sorted(claim.by)), claim)
    return [
        _of_claims(blamed[a], blamed[b], "author", (" + ".join(a), " + ".join(b)), documents)
        for a, b in combinations(sorted(blamed), 2)
        if actors_level(a, b) == "differ"
    ]


def _denials(claims: Sequence[Claim], documents: Mapping[str, Document]) -> list[Contradiction]:
    denied = [c for c in claims if c.realis == "denied"]
    told = [c for c in claims if c.realis == "occurred"]
    return [
        _of_claims(d, t, "denial", ("denied", "occurred"), documents)
        for d in denied
        for t in told
        if type(d) is type(t) and set(d.said_by) != set(t.said_by)
    ][:MOST]


def _of_claims(
    a: Claim, b: Claim, about: str, values: tuple[str, str], documents: Mapping[str, Document]
) -> Contradiction:
    if b.id < a.id:
        a, b, values = b, a, (values[1], values[0])
    between: Between = "claimants"
    if set(a.said_by) == set(b.said_by) and (a.said_by or outlet_of(a, documents) == outlet_of(b, documents)):
        between = "outlets" if a.document != b.document else "itself"
    return Contradiction(claims=(a.id, b.id), about=about, values=values, between=between)
