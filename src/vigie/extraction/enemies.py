"""Level 6: the dead of one side whose killers the words call no more than the enemy, or leave to be understood."""

from .cues import told as says
from .frames import BODILY, Figure
from .people import own_ranks
from .sides import side_of
from .story import Story

_BEHIND = 4  # units behind the act in which «ennemi» stands
_PRICE = 4  # units before the number in «au prix de dix morts»


def by_the_enemy(figure: Figure) -> bool:
    """«Trois de nos hommes sont tombés dans un raid de drone ennemi», «sous le feu ennemi»: an act behind the dead."""
    units, first = figure.clause.units, max(figure.at, figure.trigger) + 1
    act = next((i for i in range(first, len(units)) if units[i].code in "EFW,;"), None)
    return act is not None and figure.outcome in BODILY and says("enemy", units[act : act + _BEHIND])


def paid_to(figure: Figure, side: str) -> list[str]:
    """«X a repris la ville à Y, au prix de dix morts dans ses rangs»: the one other party behind the verb."""
    before = figure.clause.units[: figure.at]
    price = any(unit.low.startswith("au prix") for unit in before[-_PRICE:])
    if not price or not own_ranks(figure):
        return []
    verb = next((i for i, unit in enumerate(before) if unit.code in "CF"), 0)
    told = {unit.actor.ids for unit in before[verb:] if unit.actor is not None and unit.actor.kind != "source"} - {()}
    others = {ids for ids in told if side not in ids}
    return list(next(iter(others))) if len(others) == 1 else []


def fought_with(story: Story, side: str) -> list[str]:
    """The one enemy in fights with whom soldiers of a side died: «dix soldats tués dans des combats avec X»."""
    found = set()
    for figure in story.figures:
        act = story.act_of.get(id(figure))
        if act is None or act.type != "Armed clash" or act.by or act.target in (None, "civilians", side):
            continue
        if act.sure and figure.outcome in BODILY and side_of(figure.who, story.analysis.country) == side:
            found.add(act.target)
    return [one for one in found if one is not None] if len(found) == 1 else []
