"""The last level: the dead of one spot, told beside a total over several or of a period, are a part of it (GUIDE)."""

from vigie.values import Harm, Place

from .draft import Draft, neighbours
from .frames import BODILY, Figure
from .harm_tolls import says
from .harming import counts_again
from .people import may_be_among
from .setting_cover import apart

_FEWEST = 5  # people: a smaller total is of so few spots that one of another act may fit by chance
_NEAR = 3  # sentences between a total and its parts
_TOTALS = ("several", "period")
_WIDER = 1.3  # times the radius of a spot that the place of a total has at least


def tie_spots(drafts: list[Draft[Harm]]) -> None:
    """«31 civils ont péri dans des raids sur l'enclave. A Douma, 14 personnes …»: of those 31."""
    for at, draft in enumerate(drafts):
        frame, claim = draft.frame, draft.claim
        if isinstance(frame, Figure) and claim.scope in _TOTALS and _free(frame) and (claim.low or 0) >= _FEWEST:
            _tie(draft, frame, [one for one in neighbours(drafts, at) if one is not draft])


def _tie(whole: Draft[Harm], total: Figure, beside: list[Draft[Harm]]) -> None:
    left = whole.claim.low or 0
    for part in beside:
        frame = part.frame
        if not isinstance(frame, Figure) or not _free(frame) or not _near(total, frame) or part.heading:
            continue
        if part.own_place and _of_it(whole.claim, part.claim) and (part.claim.low or 0) <= left:
            left -= part.claim.low or 0
            frame.parent, frame.relation = total, "component"


def _free(figure: Figure) -> bool:
    """Of no other whole, and no other count of those told before."""
    rival = counts_again(figure) or says(figure, "rival")
    return figure.parent is None and figure.outcome in BODILY and figure.number > 0 and not rival


def _near(total: Figure, part: Figure) -> bool:
    return total.clause is not part.clause and abs(total.clause.index - part.clause.index) <= _NEAR


def _of_it(whole: Harm, part: Harm) -> bool:
    """Fewer people of those whom it counts, harmed in the same way, within its place and days; who counts over weeks
    («selon l'ONU») has not counted what somebody else tells.
    """
    if part.outcome != whole.outcome or (part.low or 0) >= (whole.low or 0) or not _same_act(whole, part):
        return False
    if part.when is None or whole.when is None or not may_be_among(whole.victims, part.victims):
        return False
    if whole.scope == "period" and whole.said_by and whole.said_by != part.said_by:
        return False
    days = whole.when.start <= part.when.start and part.when.end <= whole.when.end
    return days and _inside(whole.place, part.place)


def _same_act(whole: Harm, part: Harm) -> bool:
    others = bool(part.by and whole.by) and not set(part.by) & set(whole.by)
    return not others and (part.method == whole.method or None in (part.method, whole.method))


def _inside(wide: Place | None, spot: Place | None) -> bool:
    return wide is not None and spot is not None and wide.km > spot.km * _WIDER and apart(wide, spot) <= wide.km
