"""Level 6: the dead of two enemies told with one word («trois soldats et dix assaillants ont péri»): no word says who
killed whom.
"""

from .acts import Act
from .cues import told as says
from .foes import MUTUAL, at_odds
from .frames import Figure
from .harm_clash import ambushes
from .settle import of_clause
from .sides import side_of
from .story import Story

_LEAD = 6  # units before an act in which «lors de» stands: «lors d'une vague d'attaques de X»


def in_one_breath(story: Story, figure: Figure, side: str | None) -> bool:
    """«17 soldats et 100 jihadistes ont été tués lors d'attaques de X», «ont péri dans l'attaque d'un poste», «1.000
    morts, dont 900 jihadistes et 100 soldats»: but a fight that is told with its two sides says who killed whom.
    """
    act = story.act_of.get(id(figure))
    if side is None or act is None or (act.seen.by is not None and act.seen.by.rule in MUTUAL):
        return False
    died = figure.clause.codes[figure.trigger] == "I" and not (act.by and ambushes(act))
    return (figure.parent is not None or died or _only_during(figure, act)) and any(
        _of_the_enemy(story, figure, other, side) for other in of_clause(story.figures, figure.clause)
    )


def _of_the_enemy(story: Story, figure: Figure, other: Figure, side: str) -> bool:
    together = other.parent is figure.parent and other.outcome == figure.outcome
    if other is figure or not together or (figure.parent is None and other.trigger != figure.trigger):
        return False
    if figure.parent is not None and other.who is not None and other.who.feature("attacker") is not None:
        return False  # «neuf morts, dont un général et quatre assaillants»: of an attack
    enemy = side_of(other.who, story.analysis.country)
    return enemy is not None and at_odds(side, enemy)


def _only_during(figure: Figure, act: Act) -> bool:
    """«ont été tués lors d'une attaque»."""
    at = act.seen.at if act.seen.clause is figure.clause else -1
    return figure.trigger < at and says("while_at", figure.clause.units[max(figure.trigger, at - _LEAD) : at])
