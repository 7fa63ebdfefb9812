"""The last level: drafts become claims. One document makes a claim once; its other places are `mentions`; parts know
their whole.
"""

from collections import Counter
from typing import Any, TypeVar

from msgspec.structs import replace

from vigie.values import Base, Claim, Control, Event, Harm, claim_id

from .complex_attack import BOMBS
from .draft import Draft, told_once
from .retold import same_figure

C = TypeVar("C", bound=Base)


def _key(claim: Claim) -> tuple[object, ...]:
    """What a claim says: the parts of its id."""
    place = claim.place.id if claim.place else None
    if isinstance(claim, Harm):
        return (
            claim.outcome,
            claim.count if claim.count is not None else claim.low,
            claim.victims,
            ",".join(claim.by),
            place,
        )
    if isinstance(claim, Event):
        return claim.type, None, claim.target, ",".join(claim.by), place
    if isinstance(claim, Control):
        return claim.change, claim.share, claim.loser, claim.actor, place
    return claim.act, None, claim.target, claim.actor, place


def _detail(draft: Draft[Any]) -> int:
    claim = draft.claim
    filled = sum(bool(getattr(claim, name, None)) for name in ("place", "when", "said_by", "side", "method"))
    return filled + 2 * draft.own_place + 2 * draft.own_time - 4 * draft.heading


def _tells(draft: Draft[Harm]) -> bool:
    """«Les dix victimes» leave open whether they died; the sentence that tells it is the one to keep."""
    return draft.claim.outcome != "killed_or_injured"


_LENT = ("said_by", "by", "side", "method", "place", "weapon")  # what one mention leaves open and another tells


def once(drafts: list[Draft[Harm]]) -> list[Draft[Harm]]:
    """Figures told several times become one draft, at the most detailed mention."""
    return told_once(drafts, same_figure, _merged)


def _merged(twin: Draft[Harm], draft: Draft[Harm]) -> Draft[Harm]:
    twin.others, draft.others = [*twin.others, *draft.others], [*twin.others, *draft.others]
    best, other = (draft, twin) if (_tells(draft), _detail(draft)) > (_tells(twin), _detail(twin)) else (twin, draft)
    best.others.append(other.frame)
    mentions = [*twin.claim.mentions, (other.claim.start, other.claim.end)]
    left_open = [name for name in _LENT if not getattr(best.claim, name)]
    best.claim = _filled(best.claim, other.claim, mentions)
    if other.heading and best.claim.method == "Attack" and other.claim.method in BOMBS:
        best.claim = replace(best.claim, method=other.claim.method, weapon=other.claim.weapon)  # «double attentat»
    lent = (name for name in left_open if getattr(best.claim, name))
    best.why = {**best.why, **{name: other.why[name] for name in lent if name in other.why}}
    return best


def _filled(claim: Harm, other: Harm, mentions: list[tuple[int, int]]) -> Harm:
    """What the best mention leaves open is taken from the other one; whom one claimant blames, another does not."""
    changes: dict[str, Any] = {"mentions": mentions}
    apart = bool(claim.said_by and other.said_by and set(claim.said_by).isdisjoint(other.said_by))
    for name in _LENT:
        if not (name == "by" and apart) and not getattr(claim, name) and getattr(other, name):
            changes[name] = getattr(other, name)
    if "by" in changes:
        changes.update(by_certainty=other.by_certainty, by_said_by=other.by_said_by)
    if claim.victims == "people" and other.victims != "people":
        changes["victims"] = other.victims
    return replace(claim, **changes)


def with_ids(drafts: list[Draft[Any]], document: str, pack: str) -> None:
    """Give the drafts' claims their ids (document, kind, what is said, an ordinal among equals) and tie parts to
    wholes.
    """
    seen: Counter[tuple[object, ...]] = Counter()
    for draft in drafts:
        claim, kind = draft.claim, draft.claim.__struct_config__.tag
        key = _key(claim)
        draft.claim = replace(claim, id=claim_id(document, str(kind), key, seen[(kind, *key)]), pack=pack)
        seen[(kind, *key)] += 1
    _tie(drafts)


def _tie(drafts: list[Draft[Any]]) -> None:
    """`part_of` names the claim of the whole, where the whole is a claim."""
    ids = {id(frame): draft.claim.id for draft in drafts for frame in (draft.frame, *draft.others)}
    for draft in drafts:
        for frame in (draft.frame, *draft.others):
            parent = getattr(frame, "parent", None)
            whole = ids.get(id(parent)) if parent is not None else None
            if whole is not None and whole != draft.claim.id:
                draft.claim = replace(draft.claim, part_of=whole, relation=getattr(frame, "relation", None))
                break
