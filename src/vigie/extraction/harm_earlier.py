"""Level 6: the dead of an earlier act, told only to say when the one of the news took place («L'attaque survient deux
jours après la mort de six soldats»), and those of other acts («Par ailleurs, …»).
"""

from .acts import Act
from .cues import cues, told
from .frames import Figure
from .story import Story

_OPENING = 3  # units at the head of a sentence


def of_an_earlier_act(story: Story, figure: Figure, act: Act) -> bool:
    """«C'est la deuxième attaque en une semaine après celle de lundi, qui a tué un soldat»: what the sentence says
    behind «après» alone tells who killed him.
    """
    clause = figure.clause
    told_so = cues("fr")["follows_another"].search(story.analysis.low, clause.sentence.start, figure.start)
    return told_so is not None and not told_so.end() <= act.blame_at < clause.sentence.end


def of_others_besides(figure: Figure, act: Act) -> bool:
    """«Par ailleurs, dix civils ont été tués dans le nord et le centre»: not by those of whom the sentences before
    tell, where nothing takes up their act.
    """
    here = figure.clause.sentence.start <= act.blame_at < figure.clause.sentence.end
    return not here and told("another_matter", figure.clause.units[:_OPENING])
