"""Level 6: who claimed an act, or was blamed for it, in words that stand apart from it («L'attaque a été revendiquée par …»)."""

from .acts import Act, overlap, unnamed
from .analysis import Analysis
from .attribution_blame import Responsibility, responsibility

_REACH = 4  # sentences back to the act that a claim of responsibility is about
_CIVIL = frozenset({"Peaceful protest", "Protest with intervention", "Arrests"})


def _spans(analysis: Analysis) -> list[tuple[int, int]]:
    return [(c.sentence.start, c.sentence.end) for c in analysis.clauses]


def _tellings(act: Act) -> list[tuple[int, int]]:
    return [t for t in [(act.seen.start, act.seen.end), *act.mentions] if t not in act.asides]


def _act_meant(analysis: Analysis, acts: list[Act], told: Responsibility) -> Act | None:
    """The act of the sentence, else the last one told shortly before it."""
    violent = [a for a in acts if a.type not in _CIVIL]
    if any(told.start <= s < told.end for a in acts for s, _ in a.asides):
        return None
    inside = [a for a in violent if any(told.start <= s and e <= told.end for s, e in _tellings(a))]
    if inside:
        return min(inside, key=lambda a: min(abs(s - told.start) for s, e in _tellings(a)))
    rank = {c.sentence.start: c.index for c in analysis.clauses}
    here = rank.get(told.start, 0)
    before = [a for a in violent if any(0 < here - _rank(analysis, s) <= _REACH for s, _ in _tellings(a))]
    return max(before, key=lambda a: max(s for s, _ in _tellings(a) if s < told.start)) if before else None


def _rank(analysis: Analysis, offset: int) -> int:
    return next((c.index for c in analysis.clauses if c.sentence.start <= offset < c.sentence.end), 10**6)


def take_claims(analysis: Analysis, acts: list[Act]) -> None:
    """Put claims of responsibility and accusations to the acts that they are about; words that name an author go first."""
    told = responsibility(analysis.document.text, _spans(analysis), analysis.actors, analysis.attributions)
    for claim in told:
        act = _act_meant(analysis, acts, claim)
        if act is None or not _may_take(act, claim):
            continue
        if not set(act.by) >= set(claim.ids):
            act.by, act.hedged = list(claim.ids), claim.certainty == "hedged"
            act.blame_at = claim.start
        for other in acts if claim.rule == "claimed" else [act]:
            if other is act or (other.by == list(claim.ids) and _same_day(act, other)):
                other.blamed_by = list(claim.said_by)


def _same_day(a: Act, b: Act) -> bool:
    return a.when is None or b.when is None or overlap(a.when, b.when)


def _may_take(act: Act, claim: Responsibility) -> bool:
    """An act without a named author, or one by the very group that claims it; nobody attacks himself."""
    if act.target in claim.ids and len(claim.ids) == 1:
        return False
    return not act.by or all(unnamed(i) for i in act.by) or set(act.by) <= set(claim.ids)
