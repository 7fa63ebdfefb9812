"""Level 6: one toll of two acts («tués dans un bombardement du régime et des raids de son allié»): of both authors."""

import re
from collections.abc import Mapping, Sequence

from .acts import Act
from .events import Happening
from .frames import BODILY, Figure
from .harming import Seen

# The noun of an act, and behind «et» that of another, with nothing between but whose and where the first one was.
_JOINT = re.compile(r"E[^.;:KkFINMQXxEwc,\"()]{1,8}t[ipd]?[lqd]{0,2}[oQ]?(?P<other>E)")
# As subjects: «les combats et les bombardements ont fait».
_SUBJECTS = re.compile(r"(?P<other>E)[oja]{0,3}t[lqdQ]{0,3}[oQ]?(?P<act>E)[^.;:KkFINQEwc,]{0,8}x[rg]*[MkKI]")


def joint_acts(figures: Sequence[Figure], act_of: Mapping[int, Act], seen: Seen) -> dict[int, Act]:
    """The second act of each figure (by its `id`) that is the toll of two; `seen`: what each clause tells."""
    found = {}
    for figure in figures:
        act = act_of.get(id(figure))
        if act is None or figure.outcome not in BODILY or figure.parent is not None or figure.number < 2:
            continue
        other = _other(figure, act, seen.get(figure.clause.index, ()))
        if other is not None:
            found[id(figure)] = other
    return found


def _other(figure: Figure, act: Act, here: Sequence[tuple[Happening, Act]]) -> Act | None:
    codes = figure.clause.codes
    told = [h.at for h, one in here if one is act]
    at = next((at for at in told if at > figure.trigger), None)
    match = _JOINT.match(codes, at) if at is not None else None
    if (
        match is None
        and (match := _SUBJECTS.search(codes, 0, figure.at)) is not None
        and match.start("act") not in told
    ):
        return None
    if match is None:
        return None
    return next((one for h, one in here if h.at == match.start("other") and one is not act), None)
