"""Level 6: the dead of an earlier act, told only to say when the one of the news took place («L'attaque survient deux
jours après la mort de six soldats»), and those of other acts («Par ailleurs, …»).
"""

import re

from vigie.values import Place

from .acts import Act, overlap
from .cues import cues, told
from .frames import Figure
from .harm_charged import LONGEST
from .setting import place_in_clause, time_in_clause
from .setting_cover import apart
from .settle import of_clause
from .story import Story

_OPENING = 3  # units at the head of a sentence
_NEAR = 5  # km
_SCENE = re.compile(r"[xei]l?P[^.;:AEFKVNQq]{0,5},")


def of_other_acts(story: Story, figure: Figure, act: Act) -> bool:
    """Whether the figure is of another act than the one whose author the story tells."""
    if _earlier(story, figure, act) or _besides(figure, act) or _of_another_day(story, figure, act):
        return True
    return act.own_place and act.where is not None and told_elsewhere(story, figure, act.where.place, act.blame_at)


def told_elsewhere(story: Story, figure: Figure, there: Place, blame_at: int) -> bool:
    """«X a bombardé A. […] Dans la province de B, quatre voyageurs ont été tués»: the sentence opens with another place
    than that of the act whose author is told before it, and takes up no act.
    """
    clause, telling = figure.clause, story.telling_of.get(id(figure))
    before = blame_at < clause.sentence.start
    if not before or (telling is not None and telling.again) or _SCENE.match(clause.codes) is None:
        return False
    scene = place_in_clause(story.analysis, clause, clause.sentence.start, clause.sentence.start + 1)
    return scene is not None and apart(scene.place, there) > max(scene.place.km, there.km) + _NEAR


def in_another_town(story: Story, figure: Figure, first: Figure) -> bool:
    """«Deux ont été tués par X à A. Cinq autres sont morts à B»: each with a town of their own."""
    if figure.clause is first.clause:
        return False
    two = [place_in_clause(story.analysis, one.clause, one.start, one.end) for one in (first, figure)]
    here, there = (where.place if where is not None else None for where in two)
    return here is not None and there is not None and apart(here, there) > max(here.km, there.km) + _NEAR


def _of_another_day(story: Story, figure: Figure, act: Act) -> bool:
    """«X a été accusé de l'attentat. Samedi, cinq détenus ont été tués. Trois gardiens sont morts»: the sentence right
    before, behind the one that blames, tells of the dead of another day.
    """
    analysis = story.analysis
    before, teller = analysis.clause_at(figure.clause.sentence.start - 2), analysis.clause_at(act.blame_at)
    if before is None or teller is None or act.when is None or not teller.index < before.index < figure.clause.index:
        return False
    if all(story.act_of.get(id(one)) is act for one in of_clause(story.figures, before)):
        return False
    start = before.sentence.start
    day = time_in_clause(analysis, before, start, start + 1, past=True)
    return day is not None and day.interval.days <= LONGEST and not overlap(day, act.when)


def _earlier(story: Story, figure: Figure, act: Act) -> bool:
    """«C'est la deuxième attaque en une semaine après celle de lundi, qui a tué un soldat»: what the sentence says
    behind «après» alone tells who killed him.
    """
    clause = figure.clause
    told_so = cues("fr")["follows_another"].search(story.analysis.low, clause.sentence.start, figure.start)
    return told_so is not None and not told_so.end() <= act.blame_at < clause.sentence.end


def _besides(figure: Figure, act: Act) -> bool:
    """«Par ailleurs, dix civils ont été tués dans le nord et le centre»: not by those of whom the sentences before
    tell, where nothing takes up their act.
    """
    here = figure.clause.sentence.start <= act.blame_at < figure.clause.sentence.end
    return not here and told("another_matter", figure.clause.units[:_OPENING])
