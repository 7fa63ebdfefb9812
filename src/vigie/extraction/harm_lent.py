"""Level 6: whom a figure is told with, or counts again: what harmed those harmed these («12 morts et 30 blessés»)."""

import re

from .acts import Act
from .cues import cues
from .cues import told as says
from .frames import BODILY, Figure
from .harming import counts_again, same_people
from .settle import of_clause
from .story import Story

_FATES = frozenset({"missing", "displaced"})  # what befalls those beside the dead of an attack
_TELLER = re.compile(r",o[^,;:w]{1,9},")  # «, selon un décompte de X,»
_ANEW = re.compile(r"[AEFWw;:]")  # units that begin to tell of something else
_AND = re.compile(r"[TPeilr]{0,5}t[lr]?")  # units between «ont péri» and «27 autres»
_JOINED = 6  # units between a figure and the one that it is told in one breath with
_ALIKE = 3  # sentences back to those like whom others died
_JUST = 2  # sentences back to those than whom others were hurt
_BACK = 12  # sentences back to the figure of which another one is a rival count


def lender(story: Story, figure: Figure) -> Figure | None:
    """The figure before of whose people it tells more («et 30 blessés», «dix autres»), or which it puts at another
    number («l'opposition parle de 40 morts»), or like whom these died («dans des circonstances similaires»).
    """
    if figure.outcome not in BODILY or id(figure) in story.act_of:
        return None
    rank = figure.clause.index
    if (first := recount_of(story, figure)) is not None:
        return first
    alike = cues("fr")["same_way"].search(figure.clause.words) is not None
    since = max(0, rank - (_ALIKE if alike else 1))
    near = [f for f in story.figures_in(since, rank) if f.start < figure.start and f.outcome in BODILY]
    return near[-1] if near and (alike or _told_with(near[-1], figure)) else None


def recount_of(story: Story, figure: Figure) -> Figure | None:
    """The figure before of whose people it is another count."""
    rank = figure.clause.index
    before = story.figures_in(max(0, rank - _BACK), rank - 1) if counts_again(figure) else []
    return next((f for f in reversed(before) if _same(f, figure)), None)


def others_than(story: Story, figure: Figure) -> Figure | None:
    """The figure of the sentence or two before, of people hit, than whom these are others («vingt autres»)."""
    rank = figure.clause.index
    near = [f for f in story.figures_in(max(0, rank - _JUST), rank) if f.start < figure.start and f.parent is None]
    told = [f for f in near if f.outcome in BODILY and not _others(f)]
    return told[-1] if told and figure.outcome in BODILY and _others(figure) else None


def told_beside(story: Story, figure: Figure) -> Figure | None:
    """The people hit in one breath with whom others are told to be missing or driven out («six tués, 2 disparus»)."""
    if figure.outcome not in _FATES or fled(figure) or "J" in figure.clause.codes:  # «… après un naufrage»
        return None
    start = min(figure.at, figure.trigger)
    before = [f for f in of_clause(story.figures, figure.clause) if f.outcome in BODILY and f.start < figure.start]
    codes = figure.clause.codes
    near = [f for f in before if not _ANEW.search(_TELLER.sub(",", codes[max(f.at, f.trigger) + 1 : start]))]
    return near[-1] if near else None


def struck_with(story: Story, figure: Figure) -> Figure | None:
    """«Trois ont péri et 27 ont été blessées par des drones de X»: the figure of the same act right behind the dead,
    whose own words say who did it.
    """
    codes, own = figure.clause.codes, max(figure.at, figure.trigger)
    behind = [f for f in of_clause(story.figures, figure.clause) if f.start > figure.start and f.outcome in BODILY]
    if not behind or codes[figure.trigger] != "I" or figure.outcome not in BODILY:
        return None
    joined = _AND.fullmatch(codes, own + 1, behind[0].at) is not None
    one = joined and story.act_of.get(id(figure)) is story.act_of.get(id(behind[0]))
    return behind[0] if one else None


def fled(figure: Figure) -> bool:
    """«et 3.000 habitants ont fui»: what they did themselves, of which nothing says before whom."""
    return figure.outcome == "displaced" and figure.rule in ("harm.perfect", "harm.finite")


def _others(figure: Figure) -> bool:
    return "h" in figure.clause.codes[figure.at + 1 : figure.at + 3]


def _same(first: Figure, second: Figure) -> bool:
    return (first.parent is None or first.relation == "component") and same_people(first, second)


def _told_with(first: Figure, second: Figure) -> bool:
    """Coordinated in one sentence, or «others» than those."""
    joined = first.clause is second.clause and 0 < second.at - max(first.at, first.trigger) <= _JOINED
    return joined or _others(second)


def recounted(story: Story, figure: Figure, act: Act) -> bool:
    """«Des habitants ont fait état de seize morts», «la police confirme l'attaque et seize morts»: another count of
    those whom the act harmed, told before it.
    """
    telling = story.telling_of.get(id(figure))
    taken_up = telling is not None and telling.again and says("counts", figure.clause.units)
    if figure.parent is not None or not (taken_up or counts_again(figure)):
        return False
    before = [f for f in act.figures if f.clause.index < figure.clause.index and f.parent is None]
    return any(f.outcome != figure.outcome or same_people(f, figure) for f in before)
