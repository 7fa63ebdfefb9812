"""Level 6: who harmed them and how: the agent of the harm's own verb, else its act as the words tell it; else nobody."""

from typing import Any, NamedTuple

from .acts import Act, overlap
from .agency import roles
from .draft import claimed, said
from .events import _specific
from .frames import Figure
from .harm_people import victims
from .setting import time_in_clause
from .sides import ARMED, ids_of
from .story import Story, Telling

_BODILY = frozenset({"killed", "injured", "killed_or_injured", "neutralised"})
_CARRIES = 3  # sentences over which blame carries: further on, another act may be meant
# Types that a sentence tells by its own words; «Attack» may be a bomb that another sentence names.
_OF_ITSELF = frozenset({"Air/drone strike", "Shelling/artillery/missile attack", "Suicide bomb", "Grenade", "Chemical weapon", "Armed clash"})  # fmt: skip


class Blame(NamedTuple):
    """Actor ids held responsible, whether with doubt, and by whom (None: nobody is blamed)."""

    ids: list[str]
    hedged: bool = False
    said_by: list[str] | None = None


NOBODY = Blame([])


def blame_fields(blame: Blame) -> dict[str, Any]:
    """`by`, `by_certainty`, `by_said_by` of a claim."""
    certainty = ("hedged" if blame.hedged else "stated") if blame.ids else None
    return {"by": blame.ids, "by_certainty": certainty, "by_said_by": blame.said_by if blame.ids else None}


def _own_agent(story: Story, figure: Figure, country: str | None) -> Blame:
    """The agent of the harm's own word: «tués par X», «X a tué», «l'assassinat par X de»."""
    part = roles(figure.clause).get(figure.trigger, {}).get("by")
    if part is None:
        return NOBODY
    unit = part.unit
    figure.why["by"] = (unit.start, unit.end, part.rule)
    teller = said(claimed(story.analysis, figure.start, figure.end))
    return Blame(ids_of(unit, country), bool(unit.actor and unit.actor.hedge), teller)


def blamed(story: Story, figure: Figure, side: str | None, country: str | None, total: bool) -> Blame:
    """Who did it, from words only; `total`: a toll that no single act explains."""
    own = _own_agent(story, figure, country)
    if own.ids:
        return own._replace(ids=[a for a in own.ids if a != side])
    act, telling = story.act_of.get(id(figure)), story.telling_of.get(id(figure))
    if act is None or not act.by or figure.outcome not in _BODILY or total:
        return NOBODY
    here = telling is not None and bool(telling.by)
    if not here and not _carries_over(story, figure, act):
        return NOBODY
    blame = _told(story, figure, act, telling if here else None)
    if act.type == "Armed clash":
        blame = blame._replace(ids=_across(act, side))
    if side is not None and side in blame.ids:
        return NOBODY
    figure.why["by"] = figure.why["outcome"] if here else (act.blame_at, act.blame_at + 1, "agency.story")
    return blame


def _told(story: Story, figure: Figure, act: Act, telling: Telling | None) -> Blame:
    """The authors as the figure's own sentence tells them, else as the story does, with who says so."""
    if telling is not None:
        return Blame(list(telling.by), telling.hedged, said(claimed(story.analysis, figure.start, figure.end)))
    teller = act.blamed_by
    if teller is None:
        teller = said(claimed(story.analysis, act.blame_at, act.blame_at + 1))
    return Blame(list(act.by), act.hedged, teller)


def _carries_over(story: Story, figure: Figure, act: Act) -> bool:
    """Whether blame told in another sentence reaches a figure.

    An act's own claimant answers for all that it did; else the words must stand shortly before the figure, and be the
    outlet's or those of the same claimant.
    """
    analysis = story.analysis
    if act.blamed_by and set(act.blamed_by) & set(act.by):
        when = time_in_clause(analysis, figure.clause, figure.start, figure.end)
        return when is None or act.when is None or overlap(when, act.when)
    teller = next((c for c in analysis.clauses if c.sentence.start <= act.blame_at < c.sentence.end), None)
    if teller is None or not 0 < figure.clause.index - teller.index <= _CARRIES:
        return False
    blaming = set(said(claimed(analysis, act.blame_at, act.blame_at + 1)))
    return not blaming or bool(blaming & set(said(claimed(analysis, figure.start, figure.end))))


def _across(act: Act, side: str | None) -> list[str]:
    """In a clash the dead of one side are the other's; dead whose side is not told are blamed on nobody."""
    if side is not None and side in act.by:
        return [act.target] if act.target and act.target not in ("civilians", side) else []
    return list(act.by) if side is not None and side == act.target else []


def method(story: Story, figure: Figure, scope: str, by: list[str]) -> str | None:
    """How they were harmed: the verb's own way, the act as the sentence or else the story tells it; nothing for vague totals."""
    own = figure.clause.units[figure.trigger].feature("method")
    if own:
        return own.replace("_", " ")
    act, telling = story.act_of.get(id(figure)), story.telling_of.get(id(figure))
    if figure.outcome not in _BODILY or (scope in ("war", "state", "period") and telling is None):
        return None
    armed = victims(figure) in ARMED
    kind = _kind(act, telling)
    if scope in ("war", "period") and kind in ("Armed clash", "Attack"):
        return None
    if kind is None or (act is not None and act.seen.rule == "event.killing"):
        return ("Armed clash" if armed else "Attack") if by else None
    return "Armed clash" if kind == "Attack" and armed else kind


def _kind(act: Act | None, telling: Telling | None) -> str | None:
    """The type of the act; a type of its own that the sentence gives comes before what the story makes of it."""
    if act is None:
        return None
    return telling.type if telling is not None and telling.type in _OF_ITSELF else act.type


def weapons(story: Story, figure: Figure, total: bool) -> list[str]:
    """Weapons of the verb and of the act as the sentence tells it; of the act elsewhere where the sentence is silent."""
    if figure.outcome not in _BODILY:
        return []
    act, telling = story.act_of.get(id(figure)), story.telling_of.get(id(figure))
    own = figure.clause.units[figure.trigger].feature("weapon")
    told = telling.weapons if telling and telling.weapons else act.seen.weapons if act and not total else []
    return _specific(list(dict.fromkeys([*([own] if own else []), *told])))
