"""Level 6: who an act hit where its own words leave it open: the other side of a fight, those whom it harmed, civilians
where the kind of act says so (ACLED).
"""

from .acts import Act
from .analysis import Analysis
from .events import LOOTING
from .foes import foes_of
from .harmed import hit

# Violence against civilians, unless the words tell of somebody else.
_CIVILIAN = frozenset({"Attack", "Abduction/forced disappearance", LOOTING})
_BLASTS = frozenset({"Remote explosive/landmine/IED", "Suicide bomb", "Shelling/artillery/missile attack"})


def settle_targets(analysis: Analysis, acts: list[Act]) -> None:
    """Give each act the target that its kind, its foes or its dead tell."""
    for act in acts:
        if act.target is None or (act.target == "civilians" and not act.sure):
            act.target = _target(analysis, acts, act)


def _target(analysis: Analysis, acts: list[Act], act: Act) -> str | None:
    if act.type == "Armed clash":
        foes = foes_of(act.by[0], analysis, acts) if len(act.by) == 1 else []
        return foes[0] if foes else None
    if act.type in _CIVILIAN:
        return act.target or "civilians"
    if act.type in _BLASTS:
        country = act.where.place.country if act.where else analysis.country
        hurt = {hit([figure], country)[0] for figure in act.figures} - {None}
        return hurt.pop() if len(hurt) == 1 else act.target
    return act.target
