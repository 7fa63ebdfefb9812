"""Level 6: the figures that one goes on from: its neighbours in a list, its whole, the toll of its act told before."""

import re

from .acts import Act
from .frames import Figure
from .harm_scope import time_of
from .harm_standing import fled
from .harm_tolls import raised, says, toll_of, war_dead
from .setting import BROAD, place_in_clause
from .story import Story

_JOINED = re.compile(r",? ?(?:et|ainsi que|plus|ou|tandis que|dont)?(?: (?!dans|lors|par|à|au|en) ?[\wà-ÿ'-]+){0,4} ?")
_NEXT = 2  # sentences back to the toll that is taken up
_REACH = 3  # sentences back to the toll of the same act
_FAR = 6  # sentences back to the total that is disputed
_HEAD = 2  # rank of the last sentence of the head of an article


def kin(story: Story, figure: Figure, act: Act | None) -> list[Figure]:
    """The figures whose reach a figure shares, the nearest kind first."""
    whole = figure.parent if figure.parent is not None and figure.parent.clause is not figure.clause else None
    whole = whole if whole is not None and whole.outcome == figure.outcome and not figure.apart else None
    wholes = [f for f in (whole, taken_up(story, figure)) if f is not None]
    found = [*wholes, *_beside(story, figure), *_before(story, figure, act), *_since_the_start(story, figure, act)]
    found = [*found, *_disputed(story, figure, act)]
    return [f for f in found if not fled(f)]  # flight goes on for days where the rest is done in one


def counted_on(story: Story, figure: Figure, act: Act | None) -> list[Figure]:
    """«Plus de 2.400 personnes ont été blessées», «L'opposition parle de 80 morts»: the total of the sentence before,
    where what is counted has no act, day or place of its own and is no less than it, or is told as one more count.
    """
    done = figure.rule.startswith("harm.active") and figure.outcome != "detained"
    if done or figure.relation is not None or _has_act(figure, act) or _set(story, figure):
        return []
    rank, more = figure.clause.index, says(figure, "rival") or says(figure, "besides")
    reach = _REACH if more else _NEXT
    told = [f for f in story.figures_in(rank - reach, rank - 1) if f.relation is None and f.number > 1]
    told = [f for f in told if fled(figure) or not fled(f)]
    last = [f for f in told if f.clause.index == told[-1].clause.index] if told else []
    if more:
        return last
    same = [f for f in last if f.outcome == figure.outcome]
    return [f for f in (same or last) if figure.number >= f.number]


def raised_from(story: Story, figure: Figure) -> Figure | None:
    """The toll told before that «ce qui porte le bilan à 22 morts» adds a few to."""
    if not raised(figure) or toll_of(figure) is not None or war_dead(figure):
        return None
    told = story.figures_in(0, figure.clause.index - 1)
    near = [f for f in told if f.outcome == figure.outcome and f.relation is None and 1 < f.number <= figure.number]
    return next((f for f in reversed(near) if f.number * 2 >= figure.number), None)


def _has_act(figure: Figure, act: Act | None) -> bool:
    """The figure's own sentence tells an act besides the harm itself."""
    return act is not None and act.clause is figure.clause and act.seen.at != figure.trigger


def taken_up(story: Story, figure: Figure) -> Figure | None:
    """The toll of the sentence before that «Les victimes, …», «Côté israélien, …», «… à eux seuls» go on from."""
    if figure.relation is not None or not says(figure, "goes_on"):
        return None
    rank = figure.clause.index
    told = [f for f in story.figures_in(rank - _NEXT, rank - 1) if f.relation is None and f.number > 1]
    return max(told, key=lambda f: (f.clause.index, f.number), default=None)


def _beside(story: Story, figure: Figure) -> list[Figure]:
    """«54 morts et 90 blessés en deux jours»: the other figures of one list."""
    rank = figure.clause.index
    here = [f for f in story.figures_in(rank, rank) if f.relation is None]
    if figure not in here:
        return []
    at = here.index(figure)
    first, last = at, at
    while first and _joined(story, here[first - 1], here[first]):
        first -= 1
    while last + 1 < len(here) and _joined(story, here[last], here[last + 1]):
        last += 1
    return [f for f in here[first : last + 1] if f is not figure]


def _joined(story: Story, one: Figure, other: Figure) -> bool:
    return _JOINED.fullmatch(story.analysis.low, max(one.end, one.start), max(one.end, other.start)) is not None


def _before(story: Story, figure: Figure, act: Act | None) -> list[Figure]:
    """«D'autres sources parlent de 80 morts»: the toll of the same act told before, which a part of it cannot outdo."""
    if act is None or act.clause is figure.clause or id(figure) in story.telling_of or _set(story, figure):
        return []
    rank = figure.clause.index
    told = [f for f in story.figures_in(rank - _REACH, rank - 1) if story.act_of.get(id(f)) is act]
    next_to = [f for f in told if f.clause is act.clause and rank - f.clause.index == 1 and f.outcome != figure.outcome]
    return [*(f for f in told if f.outcome == figure.outcome and figure.number >= f.number), *next_to]


def _set(story: Story, figure: Figure) -> bool:
    """The figure has a time or an exact place of its own."""
    if time_of(story, figure) is not None:
        return True
    placed = place_in_clause(story.analysis, figure.clause, figure.start, figure.end)
    return placed is not None and placed.place.km <= BROAD


def _since_the_start(story: Story, figure: Figure, act: Act | None) -> list[Figure]:
    """«…, qui ne reconnaissent que cinq décès»: the total «depuis le début de» of the same sentence, which it disputes;
    «Plus d'un millier de personnes ont été arrêtées»: that of the head of the article, which it outdoes.
    """
    if figure.relation is not None or _set(story, figure):
        return []
    rank = figure.clause.index
    beside = [f for f in story.figures_in(rank, rank) if f.outcome == figure.outcome and f.start < figure.start]
    apart = act is not None and act.clause is figure.clause and act.seen.at != figure.trigger
    apart = apart or (figure.rule.startswith("harm.active") and figure.outcome != "detained")
    head = [] if apart else [f for f in story.figures_in(0, min(_HEAD, rank - 1)) if f.number < figure.number]
    return [f for f in (*beside, *head) if f.relation is None and says(f, "stretch")]


def _disputed(story: Story, figure: Figure, act: Act | None) -> list[Figure]:
    """«Les autorités n'ont admis que 164 morts»: the total that it is another count of, told a few sentences before."""
    own = act is not None and act.clause is figure.clause
    if own or figure.relation is not None or not says(figure, "rival") or _set(story, figure):
        return []
    rank = figure.clause.index
    told = [f for f in story.figures_in(rank - _FAR, rank - 1) if f.outcome == figure.outcome and f.number > 1]
    return [f for f in reversed(told) if f.relation in (None, "component")][:1]
