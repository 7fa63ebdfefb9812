"""Level 4: with what an act is done, as the words beside it tell."""

import re

from .cues import told
from .event_types import idle, specific, told_with
from .frames import Clause
from .seeming import only_seems

_INSIDE = re.compile(r"V,?(?:i|eod)[lqQ]{1,2}Y")  # «kamikazes, dans une voiture», «kamikaze à bord d'un camion»
_BY_CAR = re.compile(r"el?Y")  # «au camion», «à la voiture»
_CAR = 6  # units behind a verb in which the car stands that blew up


def weapons_of(clause: Clause, at: int) -> list[str]:
    """Weapons of an act: its own word's, then those of its clause that stand near it."""
    unit = clause.units[at]
    own = [unit.value if unit.code == "W" else _with_a_car(clause, at) or unit.feature("weapon")]
    beside = range(max(0, at - 9), min(len(clause.units), at + 10))
    guns = (i for w in beside if clause.units[w].value == "grenade" for i in told_with(clause, w))
    around = sorted({*beside, *guns})
    near = [
        clause.units[i].value
        for i in around
        if clause.codes[i] == "W" and _is_one(clause, i) and not only_seems(clause, i) and not idle(clause, i)
    ]
    car = ["vehicle_bomb"] if _blows_up_a_car(clause, at) or _comes_by_car(clause, at) else []
    return specific(list(dict.fromkeys(w for w in [*own, *car, *near] if w)))


def _blows_up_a_car(clause: Clause, at: int) -> bool:
    """«un kamikaze a fait exploser mardi son camion», «s'est fait exploser au volant d'une voiture»."""
    unit, ahead = clause.units[at], clause.units[at + 1 : at + _CAR]
    bomber = unit.value == "Suicide_bomb" or (unit.value == "blast" and told("bomber", clause.units[:at]))
    cars = [i for i, one in enumerate(ahead) if one.code == "Y" and one.value == "vehicle"]
    if unit.code != "F" or not bomber or not cars:
        return False
    return unit.value == "blast" or told("wheel", ahead[: cars[0]])


def _with_a_car(clause: Clause, at: int) -> str | None:
    """«a lancé sa voiture sur la foule», «une attaque au camion»: a car that was no bomb, unless a bomber drove it."""
    with_it = clause.codes[at] == "E" and _BY_CAR.match(clause.codes, at + 1)
    driven = clause.units[at].feature("weapon") == "other" and clause.codes[at] == "F"
    if driven and told("bomber", clause.units[:at]):
        return "vehicle_bomb"
    return "other" if with_it and clause.units[with_it.end() - 1].value == "vehicle" else None


def _comes_by_car(clause: Clause, at: int) -> bool:
    """«Deux kamikazes, dans une voiture, ont attaqué un poste»: they do not get out of it."""
    inside = _INSIDE.search(clause.codes, 0, at)
    if inside is None or clause.codes[at] != "F" or not told("bomber", [clause.units[inside.start()]]):
        return False
    return clause.units[inside.end() - 1].value == "vehicle" and told("inside", clause.units[inside.start() :])


def _is_one(clause: Clause, at: int) -> bool:
    """A weapon; «une charge», «un engin», «des barils» where they explode or are dropped, «l'explosion d'une mine»."""
    if clause.units[at].feature("weak") is None or told("explodes", clause.units[at + 1 : at + 12]):
        return True
    before = clause.units[max(0, at - 5) : at]
    return any(u.value == "blast" for u in before[-3:]) or told("sprung", before)
