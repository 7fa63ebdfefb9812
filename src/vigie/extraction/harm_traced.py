"""Level 6: the words behind the number, the people and the act of a figure, so that every value can be shown to stand
on some.
"""

from .acts import Act
from .frames import Figure, Why
from .harm_charged import Blame
from .story import Story
from .units import Unit

_OF_NUMBER = ("count", "high", "qualifier")
_OF_PEOPLE = ("victims", "side")
_OF_ACT = ("method", "weapon")


def traced(story: Story, figure: Figure, blame: Blame) -> Why:
    """Field names of a harm claim to offsets in the text and the rule that read them; what figures know comes first."""
    act = story.act_of.get(id(figure))
    trigger = figure.clause.units[figure.trigger]
    why: Why = dict.fromkeys(_OF_NUMBER, _number(figure))
    why |= dict.fromkeys(_OF_PEOPLE, _at(figure.who or trigger, figure.rule))
    for name in _OF_ACT:
        told = act is None or trigger.feature(name) is not None
        why[name] = _at(trigger, figure.rule) if told or act is None else _of_act(act)
    why |= figure.why
    if blame.ids and act is not None and why.get("by", why["outcome"])[2] in (figure.rule, "agency.story"):
        why["by"] = _author(story, figure, act, blame)
    return why


def _at(unit: Unit, rule: str) -> tuple[int, int, str]:
    return unit.start, unit.end, rule


def _number(figure: Figure) -> tuple[int, int, str]:
    """The words that count, or those that name the one person."""
    unit = figure.clause.units[figure.at]
    return (figure.start, figure.end, figure.rule) if unit.quantity is None else _at(unit, figure.rule)


def _of_act(act: Act) -> tuple[int, int, str]:
    return _at(act.seen.clause.units[act.seen.at], act.seen.rule)


def _author(story: Story, figure: Figure, act: Act, blame: Blame) -> tuple[int, int, str]:
    """The nearest mention of those blamed, in the figure's own sentence or in the one that blames."""
    blaming = story.analysis.clause_at(act.blame_at)
    clauses = [figure.clause, *([blaming] if blaming is not None and blaming is not figure.clause else [])]
    units = (u for clause in clauses for u in clause.units)
    named = [u for u in units if u.actor is not None and set(blame.ids) & set(u.actor.ids)]
    near = act.blame_at if act.blame_at >= 0 else figure.start
    best = min(named, key=lambda u: (abs(u.start - near), u.start), default=None)
    return _at(best, "agency.story") if best is not None else figure.why.get("by", figure.why["outcome"])
