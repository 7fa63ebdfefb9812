"""Level 6: with what they were harmed: the weapon that their sentence names; one named elsewhere where it does what
harmed them (a missile in a strike), and what a way of harm always is done with.
"""

from .crowds import EXCESSIVE, RIOT
from .events import driven, specific
from .frames import BODILY, Figure
from .harm_method import instrument
from .story import Story

_SHELLS = {"mortar_artillery", "rocket", "missile", "drone", "cluster", "incendiary"}
# The weapons that make an act one of a type, each type's usual one first.
_OF: dict[str, tuple[str, set[str]]] = {
    "Air/drone strike": ("air_dropped", {"barrel_bomb", "drone", "missile", "cluster", "incendiary", "air_dropped"}),
    "Shelling/artillery/missile attack": ("", _SHELLS),
    "Suicide bomb": ("suicide_belt", {"vehicle_bomb", "suicide_belt"}),
    "Remote explosive/landmine/IED": ("ied", {"ied", "vehicle_bomb", "mine"}),
    "Grenade": ("grenade", {"grenade"}),
    "Chemical weapon": ("chemical", {"chemical", "rocket", "missile", "air_dropped", "barrel_bomb"}),
}
_GENERAL = {"air_dropped", "ied"}  # bombs, of which another sentence may tell more


def weapons(story: Story, figure: Figure, method: str | None) -> list[str]:
    """The weapon that the words behind the verb name; else those of the verb and of the act, where they do this."""
    if figure.outcome not in BODILY:
        return []
    tool = instrument(figure)
    if tool is not None and method not in _OF:
        return [tool.value or ""]
    own = tool.value if tool is not None else figure.clause.units[figure.trigger].feature("weapon")
    here = _of_sentence(story, figure)
    if method is None:
        return [own] if own else []
    if method not in _OF:
        return specific(list(dict.fromkeys([*([own] if own else []), *(here or _shots(story, figure, method))])))
    usual, fitting = _OF[method]
    told = [w for w in dict.fromkeys([*([own] if own else []), *here]) if w in fitting]
    told = told if set(told) - _GENERAL else [*told, *(w for w in _of_story(story, figure) if w in fitting)]
    return specific(driven(method, told or ([usual] if usual else [])))


def _of_sentence(story: Story, figure: Figure) -> list[str]:
    telling = story.telling_of.get(id(figure))
    return telling.weapons if telling is not None else []


def _of_story(story: Story, figure: Figure) -> list[str]:
    act = story.act_of.get(id(figure))
    return act.seen.weapons if act is not None else []


def _shots(story: Story, figure: Figure, method: str) -> list[str]:
    """«X a ouvert le feu sur la foule. Cinq personnes ont été tuées.»: by what was fired right before."""
    act = story.act_of.get(id(figure))
    told = (
        act is not None
        and method != RIOT
        and act.raw & {"shooting", "assault", EXCESSIVE}
        and act.seen.weapons == ["small_arms"]
    )
    return ["small_arms"] if act is not None and told and figure.clause.index - act.clause.index == 1 else []
