"""Level 6: attacks by several means, of which nothing tells which of them killed."""

from .acts import Act, near
from .cues import told
from .frames import Figure
from .story import Story

_BOMBS = frozenset({"Suicide bomb", "Remote explosive/landmine/IED"})
_COMPLEX = _BOMBS | {"Attack", "Armed clash"}  # what may be told apart of one attack
_EXACT = frozenset(kind.replace(" ", "_") for kind in _BOMBS)


def in_several_ways(story: Story, figure: Figure, act: Act) -> bool:
    """«L'attaque a fait 14 morts», where a bomb and gunmen, or two kinds of bombs, struck one place on one day."""
    if _tells_how(figure) or act.type not in _COMPLEX or act.where is None or act.when is None:
        return False
    beside = {
        other.type
        for other in story.acts
        if other.type in _COMPLEX and not other.denied and other.where is not None and other.when is not None
        and other.where.place.country == act.where.place.country and near(other.where.place, act.where.place)
        and other.when.interval == act.when.interval
    }  # fmt: skip
    return len(beside | {act.type}) > 1 and bool(beside & _BOMBS)


def _tells_how(figure: Figure) -> bool:
    """The sentence names the bomb or weapon, or its verb says what was done («abattues», «exécutées»)."""
    verb = figure.clause.units[figure.trigger]
    named = any(u.code == "W" or (u.code in "EF" and u.value in _EXACT) for u in figure.clause.units)
    return named or verb.feature("weapon") is not None or told("by_hand", [verb])
