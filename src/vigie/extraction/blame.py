"""Level 6: who claimed an act, or was blamed for it,
in words that stand apart from it («L'attaque a été revendiquée par …»).
"""

from dataclasses import replace
from typing import NamedTuple

from .acts import Act, overlap, unnamed
from .analysis import Analysis
from .attribution_blame import Responsibility, responsibility
from .draft import claimed, said

_REACH = 4  # sentences back to the act that a claim of responsibility is about
_LONGEST = 200  # characters of a quote
_CIVIL = frozenset({"Peaceful protest", "Protest with intervention", "Arrests"})


def _spans(analysis: Analysis) -> list[tuple[int, int]]:
    return [(c.sentence.start, c.sentence.end) for c in analysis.clauses]


def _tellings(act: Act) -> list[tuple[int, int]]:
    return [t for t in [(act.seen.start, act.seen.end), *act.mentions] if t not in act.asides]


def _act_meant(analysis: Analysis, acts: list[Act], told: Responsibility) -> Act | None:
    """The act of the sentence, else the last one told shortly before it."""
    violent = [a for a in acts if a.type not in _CIVIL]
    passing = [s for a in acts for s, _ in (*a.asides, *([(a.seen.start, a.seen.end)] if a.bare else []))]
    if any(told.start <= s < told.end for s in passing):
        return None  # «des mosquées ont été la cible d'attaques attribuées aux jihadistes» is about others
    inside = [a for a in violent if any(told.start <= s and e <= told.end for s, e in _tellings(a))]
    if inside:
        return min(inside, key=lambda a: min(abs(s - told.start) for s, e in _tellings(a)))
    rank = {c.sentence.start: c.index for c in analysis.clauses}
    here = rank.get(told.start, 0)
    before = [a for a in violent if any(0 < here - _rank(analysis, s) <= _REACH for s, _ in _tellings(a))]
    return max(before, key=lambda a: max(s for s, _ in _tellings(a) if s < told.start)) if before else None


def _rank(analysis: Analysis, offset: int) -> int:
    return next((c.index for c in analysis.clauses if c.sentence.start <= offset < c.sentence.end), 10**6)


class Charge(NamedTuple):
    """Who is held responsible in words that stand apart from the act; `act` where they are about one that is told."""

    told: Responsibility
    act: Act | None


def find_charges(analysis: Analysis, acts: list[Act]) -> list[Charge]:
    """The claims of responsibility, attributions and accusations of a document, each with its act."""
    told = responsibility(analysis.document.text, _spans(analysis), analysis.actors, analysis.attributions)
    return [Charge(one, _act_meant(analysis, acts, one)) for one in told]


def take_claims(analysis: Analysis, acts: list[Act], charges: list[Charge]) -> list[Act]:
    """Put claims of responsibility to the acts that they are about; an accusation or a denial is a rival telling,
    returned apart.
    """
    rivals = []
    for claim, act in charges:
        if act is None or not _may_take(act, claim):
            continue
        if _apart(analysis, act, claim):
            rivals.append(_rival(analysis, act, (claim.start, claim.end), list(claim.ids), list(claim.said_by)))
            rivals[-1].hedged = claim.certainty == "hedged"
        else:
            _take(acts, act, claim)
    return [*rivals, *_denials(analysis, [*acts, *rivals])]


def _apart(analysis: Analysis, act: Act, claim: Responsibility) -> bool:
    """An accusation is another telling of the act, unless in its own sentence; what is imputed, only beside another
    teller.
    """
    inside = claim.start <= act.seen.start < claim.end and act.tellings == 1 and not act.by
    accuses = claim.rule in ("accused", "imputed") and bool(claim.said_by)
    tellers = said(claimed(analysis, act.seen.start, act.seen.end))
    alone = claim.rule == "imputed" and (not tellers or tellers == list(claim.said_by))
    return accuses and not inside and not alone and not set(act.by) & set(claim.ids)


def _take(acts: list[Act], act: Act, claim: Responsibility) -> None:
    if not set(act.by) >= set(claim.ids):
        act.by, act.hedged = list(claim.ids), claim.certainty == "hedged"
        act.blame_at = claim.start
    elif claim.certainty == "hedged" and claim.start <= act.blame_at < claim.end:
        act.hedged = True
    for other in acts if claim.rule == "claimed" else [act]:
        if other is act or (other.by == list(claim.ids) and _same_day(act, other)):
            other.blamed_by = list(claim.said_by)


def _rival(analysis: Analysis, act: Act, span: tuple[int, int], by: list[str], sayers: list[str]) -> Act:
    """The same act as somebody else tells it; `span` is the sentence that does."""
    clause = next((c for c in analysis.clauses if c.sentence.start <= span[0] < c.sentence.end), act.clause)
    seen = replace(
        act.seen, clause=clause, at=0, start=span[0], end=min(span[1], span[0] + _LONGEST), rule="event.rival"
    )
    rival = replace(
        act,
        seen=seen,
        by=by,
        hedged=False,
        blame_at=span[0],
        blamed_by=sayers,
        claimant=sayers,
        rival_of=act.rival_of or act,
    )
    return replace(rival, mentions=[], asides=[], figures=list(act.figures), raw=set(act.raw))


def _denials(analysis: Analysis, acts: list[Act]) -> list[Act]:
    """«Moscou dément»: the accused says that it was not he; one denial for each who denies."""
    found: dict[tuple[str, ...], Act] = {}
    for denial in analysis.attributions:
        sayers = denial.said_by
        act = next((a for a in acts if denial.denied and sayers and set(a.by) == set(sayers) and not a.denied), None)
        if (
            act is not None
            and sayers not in found
            and _rank(analysis, denial.start) - act.clause.index in range(_REACH + 1)
        ):
            found[sayers] = _rival(analysis, act, (denial.start, denial.end), list(sayers), list(sayers))
            found[sayers].denied = True
    return list(found.values())


def _same_day(a: Act, b: Act) -> bool:
    return a.when is None or b.when is None or overlap(a.when, b.when)


def _may_take(act: Act, claim: Responsibility) -> bool:
    """An act without a named author, or one by the very group that claims it; nobody attacks himself."""
    if act.target in claim.ids and len(claim.ids) == 1:
        return False
    return not act.by or all(unnamed(i) for i in act.by) or set(act.by) <= set(claim.ids)
