"""Whose a place was that somebody takes or besieges, where the text tells elsewhere who held it."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from vigie.places.geo import distance
from vigie.values import Control, Place

from .draft import Draft
from .setting import contains

_ALIKE, _NEAR = 1.6, 0.7  # a side of a town and its own name: how far radii and centres (in radii) may lie apart


def same_place(a: Place | None, b: Place | None) -> bool:
    """One place, under one id or under two («Alep-Est», «la partie orientale d'Alep»)."""
    if a is None or b is None:
        return False
    if a.id == b.id:
        return True
    small, large = sorted((a.km, b.km))
    side = "/" in a.id or "/" in b.id
    return side and large <= _ALIKE * small and distance((a.lat, a.lon), (b.lat, b.lon)) < small * _NEAR


def tell_losers(drafts: Sequence[Draft[Control]]) -> None:
    """Fill in who loses: the holder of the place, or of the place around it, or who took or left it before."""
    claims = [draft.claim for draft in drafts]
    for draft in drafts:
        claim = draft.claim
        taken = claim.change in ("captured", "besieges") or claim.share is not None
        if taken and claim.loser is None and claim.actor is not None:
            draft.claim = replace(claim, loser=next(_holders(claim, claims), None))


def _holders(claim: Control, claims: Sequence[Control]) -> Iterator[str]:
    """Who else had the place, the surest first."""
    others = [c for c in claims if c.actor not in (None, claim.actor)]
    held = [c for c in others if c.change == "holds" and c.share is None]
    yield from (c.actor for c in held if c.actor and same_place(c.place, claim.place))
    gone = [c for c in others if c.change == "withdrew" or (c.change == "captured" and _before(c, claim))]
    yield from (c.actor for c in reversed(gone) if c.actor and same_place(c.place, claim.place))
    yield from (c.actor for c in held if c.actor and contains(c.place, claim.place))


def _before(first: Control, second: Control) -> bool:
    """The place was taken on an earlier day than it is taken now."""
    return first.when is not None and second.when is not None and first.when.end < second.when.start
