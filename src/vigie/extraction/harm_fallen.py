"""Level 6: how people were harmed where it shows by who they were: fighters of two sides in one breath, prisoners
beside the dead, civilians in a story of raids.
"""

from .acts import Act
from .crowds import DISPERSED, PEACEFUL
from .cues import cues, told
from .foes import at_odds
from .frames import BODILY, Figure
from .harm_people import victims
from .settle import of_clause
from .sides import ARMED, ARMED_PEOPLE, of_state, side_of
from .story import Story, Telling

BY_HAND = ("Attack", "Armed clash")  # what a killing is that no word tells further
RAIDS = frozenset({"Attack", "Abduction/forced disappearance"})
_RAIDERS = RAIDS | {"Armed clash", "Looting/property destruction"}  # what else those do who raid
HARMLESS = frozenset({PEACEFUL, "Agreement", "Arrests", "Other", "Disrupted weapons use"})  # acts that kill nobody
_ATTACKERS = "attackers"


def both_fell(story: Story, figure: Figure) -> bool:
    """«25 soldats et 34 rebelles sont morts», «63 morts, dont 40 rebelles et 23 soldats», «dix morts dans les deux
    camps»: one side's fighters, or all of those among whom fighters of two sides are counted.
    """
    if figure.outcome not in BODILY or figure.number == 0:
        return False
    if cues("fr")["both_camps"].search(figure.clause.words) is not None:
        return True
    beside = [f for f in of_clause(story.figures, figure.clause) if f.outcome in BODILY and f.number]
    own = _side(story, figure)
    others = [_side(story, f) for f in beside if f is not figure]
    if own is not None:
        return any(_opposed(own, other) for other in others)
    parts = [(_side(story, f), f.number) for f in beside if f.parent is figure]
    most = figure.number < 2 * sum(number for side, number in parts if side is not None)
    return most and any(_opposed(one, other) for one, _ in parts for other, _ in parts)


def caught(story: Story, figure: Figure) -> Figure | None:
    """The dead beside whom prisoners are told: «ont tué dix soldats et en ont capturé huit»; who was arrested was no
    prisoner of a fight, nor does the other camp's claim («tandis que X revendique la capture de …») tell of that one.
    """
    if figure.outcome != "detained" or told("arrested", [figure.clause.units[figure.trigger]]):
        return None
    beside = [f for f in of_clause(story.figures, figure.clause) if f.outcome in BODILY and f.number]
    same = (f for f in beside if not _opposed(_side(story, f), _side(story, figure)))
    return next((f for f in same if f.start < figure.start), None)


def _side(story: Story, figure: Figure) -> str | None:
    """Whose fighters they were, as their noun tells; «assaillants» are those who attacked."""
    if figure.who is not None and figure.who.feature("attacker") is not None:
        return _ATTACKERS
    return side_of(figure.who, story.analysis.country)


def _opposed(one: str | None, other: str | None) -> bool:
    if one is None or other is None or one == other:
        return False
    return _ATTACKERS in (one, other) or at_odds(one, other)


def of_raids(story: Story, figure: Figure) -> str | None:
    """«La veille, six civils avaient été tués à X», in a story of raids by people under arms and of nothing else that
    kills.
    """
    people, trigger = victims(figure), figure.clause.units[figure.trigger]
    hurt = figure.outcome == "injured" and people not in ARMED
    if not (hurt or figure.outcome == "killed") or not story.analysis.once("raided", lambda: _raided(story)):
        return None
    if people in ARMED:
        return "Armed clash" if trigger.code in "KkI" else None
    return "Attack" if hurt or (people != "people" and trigger.code in "Kk") else None


def _raided(story: Story) -> bool:
    """A group is told to have attacked, and no bomb, no fire, no march on which forces fired."""
    acts = [act for act in story.acts if not act.denied and act.type not in HARMLESS | {DISPERSED}]
    raids = [act for act in acts if act.type in RAIDS and act.by and not any(map(of_state, act.by))]
    return bool(raids) and all(act.type in _RAIDERS for act in acts)


def attacked(story: Story, figure: Figure, act: Act, telling: Telling | None) -> bool:
    """Civilians, or people most of whom were, of whom their sentence tells an attack, whoever else fought there."""
    if telling is None or telling.type != "Attack" or victims(figure) in ARMED:
        return False
    parts = [f for f in story.parts_of(figure) if f.outcome == figure.outcome]
    unarmed = sum(f.number for f in parts if victims(f) == "civilians")
    return act.target == "civilians" or victims(figure) not in ARMED_PEOPLE or figure.number < 2 * unarmed


def hushed(story: Story, figure: Figure) -> bool:
    """«L'armée a neutralisé 33 terroristes»: killed or caught, in a way that the word hides, unless the sentence tells
    of a strike or of fights.
    """
    telling, units = story.telling_of.get(id(figure)), figure.clause.units
    fights = any(u.code in "EF" and u.value == "Armed_clash" and not told("campaign", [u]) for u in units)
    return figure.outcome == "neutralised" and not fights and (telling is None or telling.type in BY_HAND)
