"""Level 6: with what they were harmed: the weapon that their sentence names; one named elsewhere where it does what
harmed them (a missile in a strike), and what a way of harm always is done with.
"""

from .agency import roles
from .crowds import DEMONSTRATIONS, EXCESSIVE, RIOT
from .event_types import AIR, specific
from .frames import BODILY, Figure
from .kinds import on_land
from .story import Story
from .weapons_told import fitting, instruments, made_by, usual

_GENERAL = {"air_dropped", "ied", "suicide_belt"}  # bombs, of which another sentence may tell more
_BESIDE = 2  # sentences between the weapon of an attack and those whom it hit


def weapons(story: Story, figure: Figure, method: str | None) -> list[str]:
    """The weapon that the words behind the verb name; else those of the verb and of the act, where they do this."""
    if figure.outcome not in BODILY:
        return []
    tools = instruments(figure)
    if tools and not made_by(method):
        return tools
    verb = figure.clause.units[figure.trigger].feature("weapon") if method != "Armed clash" else None
    own = tools or ([verb] if verb else [])
    here = _of_sentence(story, figure, method)
    if method is None:
        return own
    if not made_by(method):
        told = here or _shots(story, figure, method) or _of_attack(story, figure, method)
        return specific(list(dict.fromkeys([*own, *told])))
    told = fitting(method, [*own, *here])
    told = told if set(told) - _GENERAL else [*told, *fitting(method, _of_story(story, figure))]
    return usual(method, told)


def _of_sentence(story: Story, figure: Figure, method: str | None) -> list[str]:
    """Those of the act as the sentence tells it; tear gas and rubber bullets disperse, and seldom hurt."""
    telling = story.telling_of.get(id(figure))
    agent = roles(figure.clause).get(figure.trigger, {}).get("by")
    if telling is not None and telling.type != method == "Armed clash" and agent and agent.rule == "agency.agent":
        return []  # «un homme armé d'un couteau a été abattu par la police»: the knife was his
    act, told = story.act_of.get(id(figure)), telling.weapons if telling is not None else []
    if telling is not None and act is not None and on_land(act, telling.clause.units[telling.at]):
        told = [w for w in told if w not in AIR]
    return [w for w in told if w != "other" or (telling is not None and telling.type not in DEMONSTRATIONS)]


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


def _of_attack(story: Story, figure: Figure, method: str) -> list[str]:
    """«Un homme armé d'un couteau a attaqué des passants. Quatre personnes ont été blessées.»: with what is told beside
    them that the attack was done with.
    """
    act, rank = story.act_of.get(id(figure)), figure.clause.index
    if act is None or method != "Attack" or act.type != method:
        return []
    beside = story.analysis.clauses[max(0, rank - _BESIDE) : rank + _BESIDE + 1]
    named = {u.value if u.code == "W" else u.feature("weapon") for clause in beside for u in clause.units}
    return [weapon for weapon in act.seen.weapons if weapon in named]
