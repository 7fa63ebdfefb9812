"""Level 5: who an act hit, from the people that it harmed."""

from .agency_shared import Role
from .cues import told
from .events import Happening
from .frames import BODILY, Figure
from .owners import owner_of
from .sides import ARMED, ARMED_PEOPLE, led_a_group, sent_by, side_of
from .units import Unit

_HAND_TO_HAND = frozenset({"Armed clash", "assault", "attack", "operation"})
_HELD = 4  # units between a quarter and those who hold it
_MANY = 3  # times as many civilians as fighters: the attack was on them
_PEACEABLE = frozenset({"civilians", "journalists", "medical", "aid_workers"})


def hit(figures: list[Figure], country: str | None, fought: bool = False) -> tuple[str | None, int]:
    """Who was hit, from those harmed, and how well that is known: armed or police victims give their side,
    others are civilians; in a fight (`fought`) it was on those under arms, however many others fell.
    """
    bodily = [f for f in figures if f.outcome in BODILY and not attacked_others(f)]
    for figure in figures:
        who = figure.who
        fights = who is not None and (who.value in ARMED or who.code == "A" or _members(who))
        apart = attacked_others(figure) or _one_of_many(figure, figures, bodily, fought)
        if who is not None and fights and not apart:
            side = side_of(who, country)
            if side is not None or (who.code == "V" and who.value in ARMED):
                return side, 1
    if not bodily:
        taken = any(f.outcome == "abducted" or (f.outcome == "detained" and _peaceable(f)) for f in figures)
        return ("civilians", 1) if taken else (None, 0)
    named = any(f.who is not None and f.who.code == "V" and f.who.value != "people" for f in bodily)
    return "civilians", int(named)


def _one_of_many(figure: Figure, figures: list[Figure], hurt: list[Figure], fought: bool) -> bool:
    """Fighters who fell beside many more others, also where of those no more is told: «18 personnes, dont deux
    policiers».
    """
    whole = figure.parent
    if _few(figure, hurt):
        return True
    if fought or whole is None or whole.outcome != figure.outcome or whole.who is None or whole.who.value != "people":
        return False
    armed = [f for f in figures if f.parent is whole and f.who is not None and f.who.value in ARMED]
    return whole.number > _MANY * sum(f.number for f in armed)


def _few(figure: Figure, hurt: list[Figure]) -> bool:
    """«quatre personnes, un militaire et trois civils, ont été tuées»: many more civilians than fighters fell."""
    beside = [f for f in hurt if f.outcome == figure.outcome and f.who is not None and f.who.code == "V"]
    unarmed = [f for f in beside if f.who is not None and f.who.value not in ARMED_PEOPLE]
    return figure.number * _MANY <= sum(f.number for f in unarmed)


def _members(who: Unit) -> bool:
    """«24 membres d'Abou Sayyaf», «un responsable du Hamas»: of a group that fights."""
    return led_a_group(who) or (who.value == "people" and who.actor is not None and who.actor.kind == "armed")


def guessed(target: Role | None) -> bool:
    """«une embuscade tendue par des rebelles contre une de ses patrouilles»: not those of the one told right before."""
    whose = target.unit.actor if target is not None else None
    return whose is not None and whose.inferred


def _peaceable(figure: Figure) -> bool:
    """Journalists, villagers, doctors who were arrested; of «suspects», «trois femmes» nothing is known."""
    who = figure.who
    return who is not None and who.code == "V" and who.value in _PEACEABLE and who.feature("weak") is None


def attacked_others(figure: Figure) -> bool:
    """«les assaillants», «l'assaillant, un homme de 24 ans, …», «le suspect»: those who did violence themselves."""
    head = figure.clause.units[max(0, figure.at - 2) : figure.at]
    apposed = len(head) == 2 and head[1].code == "," and _did_violence(head[0])
    return apposed or (figure.who is not None and _did_violence(figure.who))


def _did_violence(unit: Unit) -> bool:
    return unit.feature("attacker") is not None or told("culprit", [unit])


def felled(figures: list[Figure], country: str | None) -> str | None:
    """The side of attackers whom forces of a state killed: «plusieurs assaillants tués dans un raid de l'armée»."""
    fallen = [f.who for f in figures if f.outcome in BODILY and attacked_others(f)]
    return side_of(fallen[0], country) if fallen else None


def mission_hit(seen: Happening) -> str | None:
    """«une base de l'Amisom», «la Minusma»: the body of states that was hit."""
    unit = seen.target.unit if seen.target is not None else None
    return sent_by(unit) or (sent_by(owner_of(seen.clause, unit)) if unit is not None and unit.code in "YP" else None)


def of_their_quarter(seen: Happening) -> bool:
    """«des raids sur des quartiers rebelles», «sur les zones tenues par l'armée»: who holds a place; in what is fired
    from afar they are not those hit where others fell.
    """
    if seen.type in _HAND_TO_HAND:
        return False
    units, unit = seen.clause.units, seen.target.unit if seen.target is not None else None
    at = next((i for i, one in enumerate(units) if one is unit), 0)
    return told("quarters", units[max(0, at - _HELD) : at])
