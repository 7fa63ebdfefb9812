"""Whose a place was that somebody takes or besieges, where the text tells elsewhere who held it."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from vigie.places.geo import distance
from vigie.values import Control, Interval, Place
from vigie.vocabulary import actor

from .analysis import Analysis
from .draft import Draft, neighbours
from .foes import at_odds, foes_of
from .rule_tables import word_lists
from .setting import contains
from .sides import of_state, under_arms, unnamed
from .story import Story

_UNNAMED = ("-REB", "-SEP")
_MONTHS = 60  # days
_AROUND = 100.0  # km: who holds a whole quarter of a country need not hold each of its towns
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


def tell_losers(drafts: Sequence[Draft[Control]], published: Interval | None) -> None:
    """Fill in who loses: the holder of the place, or who took or left it before, or the holder of the land around."""
    claims = [draft.claim for draft in drafts]
    past = [draft.claim for draft in drafts if draft.frame.past]  # type: ignore[attr-defined]
    for at, draft in enumerate(drafts):
        claim = draft.claim
        taken = claim.change in ("captured", "besieges") or claim.share is not None
        if taken and claim.loser is None and claim.actor is not None:
            draft.claim = replace(
                claim,
                loser=next(_holders(claim, neighbours(claims, at), past if _old(claim, published) else None), None),
            )


def tell_takers(drafts: Sequence[Draft[Control]], published: Interval | None) -> None:
    """Fill in who takes: «X tombe à son tour» tells of who took the place told of before, else of the next one; what
    fell long ago fell to somebody else.
    """
    for at, draft in enumerate(drafts):
        claim, near = draft.claim, neighbours(drafts, at)
        if claim.change == "captured" and claim.actor is None and not _old(claim, published):
            fresh = [d.claim for d in near if d.claim.change == "captured" and not _old(d.claim, published)]
            taken = [one for one in fresh if one.actor not in (None, claim.loser)]
            before = [c for c in taken if c.start < claim.start]
            nearest = before[-1] if before else taken[0] if taken else None
            if nearest is not None:
                draft.claim = replace(claim, actor=nearest.actor)
                draft.why["actor"] = next(d.why["actor"] for d in near if d.claim is nearest)


def _old(claim: Control, published: Interval | None) -> bool:
    """Told of months ago: who holds the place now came after."""
    return published is not None and claim.when is not None and (published.end - claim.when.end).days > _MONTHS


def _holders(claim: Control, claims: Sequence[Control], past: Sequence[Control] | None) -> Iterator[str]:
    """Who else had the place, the surest first; `past`: of a taking of long ago, the states that are over."""
    allies = {c.actor for c in claims if (c.start, c.end) == (claim.start, claim.end)}  # «les Français et les Maliens»
    others = [c for c in claims if c.actor not in (None, claim.actor) and c.actor not in allies]
    held = [c for c in others if c.change == "holds" and c.share is None]
    seats = [c for c in held if c.rule.startswith("control.seat")]
    now = [c for c in held if c not in seats and (past is None or c in past)]
    gone = [
        c for c in others if (c.change == "withdrew" and past is None) or (c.change == "captured" and _before(c, claim))
    ]
    last = sorted(gone, key=lambda c: c.when.end.toordinal() if c.when else 0, reverse=True)
    yield from (c.actor for c in [*now, *last, *seats] if c.actor and same_place(c.place, claim.place))
    around = [c for c in [*now, *seats] if c.place is not None and c.place.km <= _AROUND]
    yield from (c.actor for c in around if c.actor and contains(c.place, claim.place))


def _before(first: Control, second: Control) -> bool:
    """The place was taken on an earlier day than it is taken now."""
    return first.when is not None and second.when is not None and first.when.end < second.when.start


def tell_foes(drafts: Sequence[Draft[Control]], story: Story, published: Interval | None) -> None:
    """Who takes a place takes it from the one enemy whom the story names, where nothing tells whose it was."""
    for draft in drafts:
        claim = draft.claim
        taken = claim.change == "captured" and claim.loser is None
        if taken and claim.actor is not None and _of_now(claim, published):
            draft.claim = replace(claim, loser=_foe(claim.actor, claim.place, story))


def _of_now(claim: Control, published: Interval | None) -> bool:
    """Told as news; «s'étaient emparés», without a day, came before, when other sides may have fought."""
    return claim.when is not None and not _old(claim, published)


def _foe(actor: str, place: Place | None, story: Story) -> str | None:
    """The enemy of its fights, else the only one at odds with the actor; a state loses only what lies in its land."""
    analysis = story.analysis
    land = place.country if place is not None else analysis.country
    fought = [
        one for one in foes_of(actor, analysis, story.acts) if at_odds(actor, one) or of_state(actor) or of_state(one)
    ]
    named = analysis.once("sides named", lambda: _sides_of(analysis))
    foes = [o for o in fought if _may_hold(o, land)] or [o for o in named if at_odds(actor, o) and _may_hold(o, land)]
    return foes[0] if len(foes) == 1 else None


def _sides_of(analysis: Analysis) -> list[str]:
    """The states and the groups under arms that a text names."""
    actors = (unit.actor for clause in analysis.clauses for unit in clause.units if unit.actor is not None)
    return list(dict.fromkeys(i for a in actors if a.kind in ("armed", "state") for i in a.ids[:1]))


def _may_hold(side: str, land: str | None) -> bool:
    return under_arms(side) or side == land


def tell_groups(drafts: Sequence[Draft[Control]], story: Story) -> None:
    """«les insurgés», «les séparatistes» are the one group of their country that the story names."""
    for draft in drafts:
        if draft.claim.actor is not None and draft.claim.actor.endswith(_UNNAMED):
            draft.claim = replace(draft.claim, actor=_group(draft.claim.actor, story))


def _group(rebels: str, story: Story) -> str:
    analysis, land = story.analysis, rebels.partition("-")[0]
    if land in word_lists("fr", "control")["many_rebels"]:
        return rebels
    named = analysis.once("sides named", lambda: _sides_of(analysis))
    own = [one for one in named if under_arms(one) and not unnamed(one) and actor(one).country in (land, None)]
    return own[0] if len(own) == 1 and at_odds(own[0], land) else rebels
