"""Level 4: which ACLED sub-event type an act is: its own word, else its weapon, else who was hit by whom."""

import re
from itertools import takewhile

from .cues import told
from .frames import Clause
from .units import Unit

FAMILIES = frozenset({"assault", "attack", "attentat", "blast", "bombing", "operation", "shooting", "strike"})
AIR = frozenset({"air_dropped", "barrel_bomb", "drone"})
_REACH = 120  # characters between an act and the weapon that types it
_BESIDE = 9  # units
_ACT = re.compile(r"[EK;:.]")
_COUNTED = "dlqQj"  # «avec | une dizaine de»
_DONE = "EFKk,.;:"  # codes of the units behind which the verb of an aircraft no longer stands
_SUBJECT = re.compile(
    r"[oajUrdlA\"]{0,7}(?:,?w)?x?[rg]{0,2}"
)  # between a weapon and the verb of which it is the subject
# Behind an aircraft: «(russes) ont (en outre) été vus», «, visé par», «qui survolait».
_FATE = re.compile(r"[ajoU]{0,2},?w?(?P<helper>x?)[rgo]{0,2}(?P<passive>X?)[rgT]{0,2}(?P<fate>[KFLo])")
_ARMS = re.compile(r"W(?:[oj]?(?:,t?|t)[edliq]{0,3}W)+")  # weapons told in one breath
_OBJECT = 5  # units behind «tiré» in which what was fired stands
_SHELLING, _AIRSTRIKE, _IED = "Shelling/artillery/missile attack", "Air/drone strike", "Remote explosive/landmine/IED"
_THROWN = frozenset({"Grenade", "Suicide bomb", _IED})  # what nobody shoots with
# Who bombs from the air as a rule; a bare «bombardement» of theirs is an air strike.
_AIR_POWERS = frozenset({"RUS", "USA", "ISR", "COALITION", "SAU-COALITION", "FRA", "GBR", "NATO", "SAU", "ARE"})


def type_of(unit: Unit) -> str | None:
    """The sub-event type or family that a unit's entry names."""
    if unit.code in "EF":
        return unit.value.replace("_", " ")
    method = unit.feature("method")
    return method.replace("_", " ") if unit.code in "KDk" and method else None


def specific(weapons: list[str]) -> list[str]:
    """A named kind of bomb says more than «air_dropped», a car that is a bomb more than «bomb»."""
    if "barrel_bomb" in weapons or "drone" in weapons or "missile" in weapons:
        weapons = [w for w in weapons if w != "air_dropped"]
    if {"vehicle_bomb", "suicide_belt", "mine", "air_dropped", "barrel_bomb"} & set(weapons):
        weapons = [w for w in weapons if w != "ied"]
    return weapons


def with_more(first: list[str], second: list[str]) -> list[str]:
    """The weapons of two tellings; of what falls from the air the first one told is enough, where it says with what."""
    if AIR & set(first) == {"air_dropped"} and second == ["drone"]:
        return specific([*first, *second])
    if AIR & set(first):
        second = [w for w in second if w not in AIR]
    return list(dict.fromkeys([*first, *second]))


def driven(kind: str, weapons: list[str]) -> list[str]:
    """The weapons of an act of a kind: who drives a car bomb blows himself up too (gold/GUIDE.md)."""
    belt = ["suicide_belt"] if kind == "Suicide bomb" and "vehicle_bomb" in weapons else []
    return list(dict.fromkeys([*weapons, *belt]))


def idle(clause: Clause, craft: int) -> bool:
    """«où des avions russes ont été vus», «un hélicoptère, visé par des tirs, a fait demi-tour»: an aircraft that was
    only seen, or was hit itself, did nothing.
    """
    if clause.units[craft].value not in AIR:
        return False
    if told("flies_over", clause.units[max(0, craft - 3) : craft]) and clause.codes[craft + 1 : craft + 2] != "w":
        return True  # «que survolait un avion», «appuyées par des hélicoptères»
    found = _FATE.match(clause.codes, craft + 1)
    if found is None:
        return False
    fate = clause.units[found.start("fate")]
    undergone = bool(found["passive"]) or not found["helper"]
    return told("only_about", [fate]) or (undergone and told("hit_itself", [fate]))


def by_weapon(clause: Clause, at: int) -> str | None:
    """The type that the nearest weapon of the clause gives, where no other act stands between."""
    here = clause.units[at].start
    for i in sorted(
        (i for i, u in enumerate(clause.units) if u.code == "W"), key=lambda i: abs(clause.units[i].start - here)
    ):
        unit, between = clause.units[i], clause.codes[min(i, at) + 1 : max(i, at)]
        kind = unit.feature("type")
        theirs = at < i and "w" in between and clause.codes[at] == "F"  # «a tué un homme qui allait lancer une grenade»
        kind = None if kind == "Grenade" and _with_guns(clause, i) else kind
        told_so = kind and unit.feature("weak") is None and not idle(clause, i) and not theirs
        if kind and told_so and abs(unit.start - here) < _REACH and not _ACT.search(between):
            return kind.replace("_", " ")
    return None


def _with_guns(clause: Clause, grenade: int) -> bool:
    """«avec des grenades et des fusils d'assaut», «armés de kalachnikovs et de grenades»: they shot as well."""
    return any(clause.units[i].value == "small_arms" for i in told_with(clause, grenade))


def told_with(clause: Clause, weapon: int) -> range:
    """The units of the weapons that are told in one breath with one: «de grenades et de fusils d'assaut»."""
    spans = (found.span() for found in _ARMS.finditer(clause.codes))
    return range(*next((span for span in spans if span[0] <= weapon < span[1]), (weapon, weapon + 1)))


def suicidal(clause: Clause) -> bool:
    """Somebody blows himself up in the clause, or drives a vehicle full of explosives into something."""
    bombs = [i for i, u in enumerate(clause.units) if u.code == "W" and u.value == "vehicle_bomb"]
    if any(told("rams", clause.units[i + 1 : i + _BESIDE]) for i in bombs):
        return True
    return "bomber" in clause.listed or any(
        u.value == "suicide_belt" or (u.value == "Suicide_bomb" and u.code != "E") for u in clause.units
    )


def resolve(family: str, clause: Clause, at: int, armed: bool, air: bool, by: list[str]) -> str:
    """The type of an act whose word leaves it open: by weapon, then by who was hit (armed sides clash,
    civilians are attacked).
    """
    weapon = by_weapon(clause, at)
    if family in ("bombing", "shooting", "assault") and flown(clause, at):
        return _AIRSTRIKE
    if family == "strike" and suicidal(clause):
        return "Suicide bomb"
    if family in ("bombing", "strike") and (air or weapon == _AIRSTRIKE or set(by) & _AIR_POWERS):
        return _AIRSTRIKE
    if family == "bombing":
        return _SHELLING
    if family in ("blast", "attentat", "attack") and suicidal(clause):
        return "Suicide bomb"
    if family == "blast":
        return weapon if weapon and weapon != _AIRSTRIKE else _IED
    if family == "shooting":
        weapon = weapon if weapon not in _THROWN or "W" in clause.codes[at + 1 : at + _OBJECT] else None
        return weapon or (_SHELLING if clause.units[at].code == "E" else "Armed clash" if armed else "Attack")
    if family not in ("operation", "assault") and weapon and (weapon != _AIRSTRIKE or flown(clause, at)):
        return weapon
    return "Armed clash" if armed or family == "operation" else "Attack"


def flown(clause: Clause, at: int) -> bool:
    """«attaque menée par des avions», «des drones ont visé», «des missiles tirés depuis un avion»: whoever flies
    does it; an aircraft near an act does nothing.
    """
    near = range(max(0, at - _BESIDE + 1), min(len(clause.units), at + _BESIDE))
    return any(_flies(clause, i, at) for i in near if clause.units[i].code == "W" and clause.units[i].value in AIR)


def _flies(clause: Clause, aircraft: int, at: int) -> bool:
    unit, before = clause.units[aircraft], clause.units[max(0, aircraft - 3) : aircraft]
    if told("brought", before) or idle(clause, aircraft):
        return False  # «des commandos déposés par hélicoptère»
    if told("sighted", takewhile(lambda u: u.code not in _DONE, clause.units[aircraft + 1 : aircraft + _BESIDE])):
        return False  # «des avions russes ont été aperçus»
    if unit.actor is not None or clause.codes[max(0, aircraft - 3) : aircraft].strip("dlqQ").endswith("p"):
        return True
    return told("aboard", before) or _sent(clause, aircraft, at) or does(clause, aircraft, at)


def _sent(clause: Clause, drone: int, at: int) -> bool:
    """«a attaqué la ville avec des drones», «à l'aide d'un drone»; not with drones and vehicles, nor missiles."""
    first = len(clause.codes[:drone].rstrip(_COUNTED))
    between = clause.codes[at + 1 : first]
    by_it = clause.units[drone].value == "drone" and told("by_means", clause.units[max(0, first - 1) : first])
    alone = clause.codes[drone + 1 : drone + 2] != "t"
    return at < first and by_it and alone and _ACT.search(between) is None and "w" not in between


def does(clause: Clause, weapon: int, at: int) -> bool:
    """«des drones qui ont visé», «des roquettes frappaient»: the weapon is the subject of the verb."""
    return weapon < at and clause.codes[at] == "F" and _SUBJECT.fullmatch(clause.codes, weapon + 1, at) is not None


def air_war(clauses: list[Clause]) -> bool:
    """Whether the text speaks of air strikes, so that a bare «bombardement» is one."""
    return any(
        u.value == "Air/drone_strike" or u.value in AIR or (u.feature("weapon") in AIR)
        for c in clauses
        for u in c.units
        if u.code in "EFW" and u.feature("ground") is None and u.feature("open") is None
    )


def from_guns(unit: Unit, air: bool, by: list[str]) -> bool:
    """«une frappe» where the text shows no aircraft, by nobody who has them as a rule: missiles, if it shows any."""
    return unit.feature("open") is not None and not air and not set(by) & _AIR_POWERS


def on_foot(unit: Unit, air: bool, by: list[str], again: bool, land: bool) -> bool:
    """«un raid de l'armée», «un raid jihadiste», «le raid» that was told before: on the ground, unless the text or
    their means speak of aircraft; of those who fly as a rule only where it is told of a land that they enter (`land`).
    """
    flies = bool(set(by) & _AIR_POWERS) or air
    return unit.feature("ground") is not None and (land or ((again or bool(by)) and not flies))
