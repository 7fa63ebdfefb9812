"""Level 5: what kind of act a happening is: what its word says where somebody of that kind does it there."""

from .acts import Act
from .agency import roles
from .analysis import Analysis
from .crowds import DEMONSTRATIONS
from .cues import told
from .event_types import AIR, FAMILIES, by_weapon, flown, from_guns, on_foot, resolve, suicidal, type_of
from .events import Happening
from .foes import MUTUAL
from .gunfire import SHELLING, guns, names_shells, shelled
from .owners import owner_of
from .setting import Where
from .sides import ARMED, of_state, shared, wingless
from .struck import helps
from .units import Unit

_REPELLED = 4  # units between «repoussé» and the attack
_SIDES = 12  # units behind «les violences» in which «entre X et Y» stands
_CLOSE = 3  # units behind «les violences» in which «entre» alone says that two sides fought
_NEAR = 2  # sentences around a raid in which those who did it are seen
_STRIP = 34.6  # degrees: what lies west of it in Palestine is the Gaza Strip


def sharpen(
    analysis: Analysis, seen: Happening, by: list[str], air: bool, where: Where | None, country: str | None
) -> None:
    """Change the type and the weapons of a happening whose word means something else there: shots that shelled nothing,
    a strike of guns, a stabbing, a raid on foot.
    """
    word = seen.clause.units[seen.at]
    if seen.type == "shooting" and seen.clause.codes[seen.at] == "E" and not shelled(analysis, seen, by):
        seen.type = "assault"
    strike = seen.type == "Air/drone strike" and word.feature("open") is not None
    shells = (strike or seen.type == "strike") and names_shells(seen, by)
    if shells or (strike and from_guns(word, air, by) and guns(analysis, country)):
        seen.type, seen.weapons = SHELLING.replace("_", " "), [weapon for weapon in seen.weapons if weapon not in AIR]
    if seen.type == "Attack" and told("stabs", [word]):
        seen.type = "assault"
    flies, land = air and not wingless(by), _entered(analysis, seen, where, country)
    raiders = told("raids", [word]) and (wingless(by) or _afoot(analysis, seen, air or bool(by)))
    if raiders or on_foot(word, flies, by, seen.definite, land):
        seen.type, seen.weapons = "assault", [weapon for weapon in seen.weapons if weapon not in AIR]


def _afoot(analysis: Analysis, seen: Happening, flies: bool) -> bool:
    """«un raid contre une base; quatre assaillants ont été abattus», «égorgés lors d'un raid», «tués par des rebelles
    dans un raid»: whoever did it was seen, or killed by hand, in a story without aircraft.
    """
    rank = seen.clause.index
    beside = analysis.clauses[max(0, rank - _NEAR) : rank + _NEAR + 1]
    seen_there = any(u.code == "V" and u.feature("attacker") is not None for clause in beside for u in clause.units)
    slain = any(u.code in "Kk" and told("by_hand", [u]) for u in seen.clause.units)
    doers = [part["by"].unit for part in roles(seen.clause).values() if "by" in part]
    return not flies and (
        seen_there or slain or any(u.code == "V" and u.value == "armed" and not helps(u) for u in doers)
    )


def bring_down(act: Act) -> None:
    """«un raid imputé à des bandits»: of those who have no aircraft it is on the ground, once it is told who did it."""
    seen = act.seen
    raid = told("raids", [seen.clause.units[seen.at]]) and set(seen.weapons) <= {"air_dropped"}
    if act.type == "Air/drone strike" and raid and wingless(act.by):
        seen.type, seen.weapons, act.raw = "assault", [], {"assault"}
        act.type = "Attack" if act.target in (None, "civilians") else "Armed clash"


def on_land(act: Act, word: Unit) -> bool:
    """The word is a raid that was on the ground, as its author showed."""
    return act.raw == {"assault"} and told("raids", [word])


def kind_of(seen: Happening, target: str | None, air: bool, by: list[str], country: str | None) -> str:
    """The ACLED sub-event type, by the word, who was hit, whether the story is one of aircraft, and who did it."""
    if air and seen.clause.units[seen.at].feature("bomb") is not None and seen.clause.units[seen.at].low.endswith("s"):
        return "Air/drone strike"
    fired = seen.type.startswith("Shelling") and seen.clause.codes[seen.at] in "FW"
    flies = country == "PSE" and seen.weapons == ["missile"]  # rockets fly from there, missiles are fired from aircraft
    if fired and (flies or flown(seen.clause, seen.at)):
        return "Air/drone strike"
    if seen.type not in FAMILIES:
        return seen.type
    if of_two_sides(seen):
        seen.weak = False
        return "Armed clash"
    if seen.type in ("shooting", "assault") and seen.by is not None and seen.by.rule in MUTUAL:
        return "Armed clash"  # «une fusillade entre policiers et trafiquants»
    beaten_back = told("repels", seen.clause.units[max(0, seen.at - _REPELLED) : seen.at])
    raided = seen.type == "assault" and seen.clause.codes[seen.at] == "E" and any(map(of_state, by))
    fought = target is None and (fights(seen) or _under_arms(seen) or raided)
    armed = target not in (None, "civilians") or fought or beaten_back
    return resolve(seen.type, seen.clause, seen.at, armed, air, by)


def of_two_sides(seen: Happening) -> bool:
    """«Des violences (ont éclaté) entre éleveurs et cultivateurs»: they fought each other."""
    behind = seen.clause.units[seen.at + 1 : seen.at + _SIDES]
    between = next((i for i, u in enumerate(behind) if u.low == "entre" and u.code == "i"), len(behind))
    return told("violence", [seen.clause.units[seen.at]]) and (
        between < _CLOSE or (told("lasts", behind[:3]) and between < len(behind))
    )


def _entered(analysis: Analysis, seen: Happening, where: Where | None, country: str | None) -> bool:
    """Whether a raid there is one of troops who come in: «un raid des forces spéciales», «un raid à Jénine» (on the
    West Bank), unless its sentence tells of aircraft.
    """
    units, listed = seen.clause.units, seen.clause.listed
    bank = shared(country) and ("cisjordanie" in analysis.low if where is None else where.place.lon > _STRIP)
    flown_to = any(u.code == "W" and u.value in AIR for u in units) or "aircraft" in listed
    return (bank or "commando" in listed or "polices" in listed) and not flown_to


def shoots(seen: Happening) -> bool:
    """«tirant sur les clients», «des tirs»: with small arms, where nothing else is told."""
    word = seen.clause.units[seen.at]
    return type_of(word) == "shooting" and (word.code == "E" or seen.by is not None or seen.target is not None)


def fights(seen: Happening) -> bool:
    """«une embuscade», «un assaut»: mostly of people under arms on others."""
    return seen.clause.units[seen.at].feature("fight") is not None


def _under_arms(seen: Happening) -> bool:
    """«un policier», «des soldats», «un camp militaire», though nobody knows of which country."""
    unit = seen.target.unit if seen.target is not None else None
    if unit is not None and unit.code == "Y" and unit.feature("weak") is None:
        guarded = unit.feature("armed") is not None or unit.feature("police") is not None
        return guarded and owner_of(seen.clause, unit) is None
    return unit is not None and unit.code == "V" and unit.value in ARMED and unit.feature("attacker") is None


def raw(seen: Happening, kind: str, by: list[str], target: str | None) -> str:
    """The general word, unless a weapon of its clause says what it was: then its type is certain."""
    if kind in DEMONSTRATIONS:
        return kind
    if seen.type == "operation" and by:
        return "Armed clash" if target != "civilians" else seen.type
    if seen.type == "shooting" and by and kind.startswith("Shelling"):
        return kind
    certain = kind == by_weapon(seen.clause, seen.at) or (kind == "Suicide bomb" and suicidal(seen.clause))
    return kind if certain else seen.type
