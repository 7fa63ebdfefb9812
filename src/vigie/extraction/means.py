"""Level 4: acts that only their means tell: «tués par un engin explosif», «une charge a soufflé la terrasse»,
«deux obus sont tombés sur le marché», «le véhicule a touché une mine».
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from .cues import told
from .event_types import AIR
from .frames import BODILY, Clause
from .seeming import only_seems
from .units import Unit

_BESIDE = 12  # units around an act of a known type within which a weapon belongs to it
_OBJECT_OF = 5  # units between a verb and the car bomb that is its object
_WHEEL = 8  # units before a car bomb in which its driver stands
_REACH = 22  # units behind a weapon within which its verb stands
_OBJECT = re.compile(
    r"(?:T|r)?(?:[lqQd\"]{1,3}[ojr]{0,3}(?:d[lq]?[oj]?)?[YV]|r?i[lqQd\"]{0,2}[oj]{0,2}(?:d[lq]?)?[YVPAoU])"
)
_FALLEN = re.compile(r"sX[rT]*$")  # «se sont»
_PASSIVE = re.compile(r"W[^.;:,EKkFW]{0,5}?x[rgT]*X[rT]*(?P<verb>[oFGLCJ])(?=[rTeP]{0,4}i)")  # «a été lancé … contre»
_BARE = re.compile(r"[lqQ\"]{1,2}[oj]?Y")
_SHOT_DOWN = re.compile(r"[aj]{0,2},?(?:x[rg]*X[rg]*)?K")  # behind «un drone»: «russe a été abattu», «abattu»
_WRECKED_BY = re.compile(r"Y[dlojaP]{0,3}(?:x[rg]*X[rg]*)?(?P<verb>[oFK])(?:T|r|[ei]P){0,2}p[lqd]{0,2}$")
# Before it: «ont abattu un», «a intercepté samedi, près de X, trois», «a abattu 17 des 22».
_BRINGS_DOWN = re.compile(
    r"x[rg]*(?P<verb>[KoG])(?:[rT]|,[^.;:,EFKk]{1,10},|[ei]?l?o?d?P){0,3}(?:Qd)?[lqQ]{1,2}[ojh]?$"
)
# «a été (trouvée et) désamorcée»
_TAKEN_CARE_OF = re.compile(r"[ojh]{0,2}(?:[ei]P|T)?,?(?:x[rg]*X[rg]*)?(?:[oK]t)?(?P<verb>[oK])")
# Behind a bomb that somebody drives or wears: «conduite par un kamikaze, qui a été neutralisée»
_STOPPED = re.compile(
    r"(?:[oL]?[dp][lq]?[oj]?[VA][oja]?|w[^.;:,xXEFKk]{1,6})(?:,?w?x[rg]*X[rg]*|,)(?:[oK]t)?(?P<verb>[oK])"
)
_THROWN = re.compile(r"[rTQqld]{1,4}")  # between «a lancé» and what was fired
_FIGURE = re.compile(r"[rT]{0,2}[qQ]{1,2}[oj]?N")  # «deux morts»

_DISRUPTED = "Disrupted weapons use"
_LAID = frozenset({"ied", "mine", "vehicle_bomb", "suicide_belt"})


class Means(NamedTuple):
    """A weapon that is an act: its unit, the act's type, and the unit of the verb (its own where there is none);
    `downed`: an aircraft that others brought down.
    """

    at: int
    type: str
    verb: int
    downed: bool = False


def _verb(clause: Clause, at: int) -> int | None:
    """The verb whose subject a weapon is: the first one behind it, past what is told of it between two commas."""
    commas, helper = 0, ""
    for i in range(at + 1, min(at + _REACH, len(clause.units))):
        unit = clause.units[i]
        if unit.code in ".;:cEn" or (helper and unit.code == "X" and unit.low.startswith("été")):
            return None
        if unit.code == ",":
            commas += 1
        elif unit.code in "xX":
            helper = unit.code
        elif _breaks(unit, helper, clause, i) or _rams(clause, at, i) or _crashes(unit):
            return None if commas == 1 else i
        elif helper and unit.code not in 'rgyld"TX':
            return None
    return None


def _breaks(unit: Unit, helper: str, clause: Clause, at: int) -> bool:
    """A verb of hitting, bursting, falling; behind «a» any other one too whose object is a building or a vehicle."""
    if unit.code == "K" and _FALLEN.search(clause.codes, 0, at) is not None:
        return told("lands", [unit])  # «se sont abattus», which by itself tells of people shot
    if unit.code in "Kk" and helper != "X":
        return (bool(helper) or unit.code == "k") and unit.value in BODILY
    if unit.code not in "oFJCMILGj":
        return False
    if helper == "X":
        return told("lands", [unit])
    if helper:
        done = _BARE.match(clause.codes, at + 1) is not None and not told("spares", [unit])
        return done or told("wrecks", [unit]) or told("lands", [unit])
    return told("finite", [unit]) and (told("wrecks", [unit]) or told("lands", [unit]))


def _crashes(unit: Unit) -> bool:
    """«s'est écrasé», which by itself tells of an accident."""
    return unit.code == "J" and unit.low.startswith("s'e")


def _governed(clause: Clause, at: int) -> bool:
    """«la portée des obus», «à coups de roquettes»: the weapon is nobody's subject; «des» may be an article."""
    i = at - 1
    while i >= 0 and clause.codes[i] in 'lqQrRHjo"' and not (clause.codes[i] == "o" and at - i > 2):
        i -= 1
    if i < 0 or clause.codes[i] not in "diep":
        return False
    return clause.units[i].low != "des" or (i > 0 and clause.codes[i - 1] not in '.,;:(-"ctTwxsXFKE')


def _hits(clause: Clause, at: int) -> int | None:
    """The verb by which the weapon does the act; a word that peace uses too («charge») needs something that is hit."""
    verb = None if _governed(clause, at) else _verb(clause, at)
    if verb is not None and only_seems(clause, verb):
        return None  # «un avion a violé l'espace aérien»
    if verb is None or clause.codes[verb] == "F":
        burns = verb is not None and clause.units[verb].feature("weapon") == "arson"  # «les obus ont mis le feu à»
        return verb if verb is not None and (burns or _rams(clause, at, verb)) else None
    hit = _OBJECT.match(clause.codes, verb + 1) is not None or clause.codes[verb] in "Kk" or _kills(clause, at, verb)
    flies = clause.units[at].value in AIR and not told("falls", [clause.units[at]])
    sure = clause.units[at].feature("weak") is None and not flies
    return verb if hit or sure else None


def _rams(clause: Clause, at: int, verb: int) -> bool:
    """«un camion bourré d'explosifs a foncé sur la caserne»: somebody sat at the wheel."""
    unit = clause.units[verb]
    return clause.units[at].value == "vehicle_bomb" and (told("rams", [unit]) or _crashes(unit))


def _at_the_wheel(clause: Clause, at: int) -> bool:
    """«un kamikaze au volant d'une voiture piégée», «au moyen d'un véhicule bourré d'explosifs»."""
    return clause.units[at].value == "vehicle_bomb" and told("bearer", clause.units[max(0, at - _WHEEL) : at])


def _driven_into(clause: Clause, at: int) -> int | None:
    """The verb of «le kamikaze a précipité sa voiture piégée contre la grille», «la voiture a été lancée contre»."""
    if clause.units[at].value != "vehicle_bomb":
        return None
    passive = _PASSIVE.match(clause.codes, at)
    if passive is not None and told("rams", [clause.units[passive.start("verb")]]):
        return passive.start("verb")
    before = range(at - 1, max(-1, at - _OBJECT_OF), -1)
    return next((i for i in before if clause.codes[i] in "oFL" and told("rams", [clause.units[i]])), None)


def _goes_off(clause: Clause, at: int) -> bool:
    """A weapon; «mine» may be one of gold, unless something «a sauté lundi sur une mine», or it was set off."""
    before, behind = clause.units[max(0, at - 5) : at], clause.units[at + 1 : at + 8]
    if clause.units[at].feature("weak") is None or told("sprung", before):
        return True
    return clause.units[at].value == "ied" and told("detonated", [*before, *behind])


def _met(clause: Clause, at: int) -> bool:
    """Somebody was hit by it, touched it, or it was set off."""
    before, behind = clause.units[max(0, at - 5) : at], clause.units[at + 1 : at + 8]
    if clause.units[at].value in AIR:
        return _launched(clause, at) or _wrecked_by(clause, at) or _rained_on(clause, at)
    if not _goes_off(clause, at) or told("equipped", before[-3:]):
        return False  # «des assaillants munis de ceintures d'explosifs ont été tués»
    if clause.units[at].value == "chemical" and told("used", before):
        return True
    by = any(u.code == "p" or (u.code == "L" and u.value == "undergo") for u in before)
    return by or told("meets", before) or told("set_off", behind)


def _wrecked_by(clause: Clause, at: int) -> bool:
    """«un pont a été détruit par l'aviation»."""
    found = _WRECKED_BY.search(clause.codes, 0, at)
    return found is not None and told("wrecks", [clause.units[found.start("verb")]])


def _rained_on(clause: Clause, at: int) -> bool:
    """«l'hôpital a été la cible de deux barils d'explosifs»."""
    return any(u.code == "L" and u.value == "undergo" for u in clause.units[max(0, at - 5) : at])


def _launched(clause: Clause, at: int) -> bool:
    """«a lancé des drones sur Kiev», «des drones ont été envoyés contre la base»: sent at something, to hit it."""
    before, behind = clause.units[max(0, at - 5) : at], clause.units[at + 1 : at + 8]
    sent = told("sent", before) or told("sent", behind[:6])
    return clause.units[at].value == "drone" and sent and told("aimed_at", behind)


def _downed(clause: Clause, at: int) -> Means | None:
    """«un drone a été abattu», «les rebelles ont abattu un hélicoptère»: fired at by others, whosever it was; of a
    drone nobody is hit.
    """
    unit = clause.units[at]
    if unit.value not in AIR:
        return None
    drone = unit.value == "drone"
    behind, before = _SHOT_DOWN.match(clause.codes, at + 1), _BRINGS_DOWN.search(clause.codes, 0, at)
    verb = behind.end() - 1 if behind else before.start("verb") if before else None
    done = [clause.units[verb]] if verb is not None else []
    if verb is None or not (told("shot_down", done) or (drone and told("intercepts", done))):
        return None
    return Means(at, _DISRUPTED if drone else "Shelling/artillery/missile attack", verb, downed=True)


def _defused(clause: Clause, at: int) -> Means | None:
    """«une bombe a été désamorcée», «la police a désamorcé deux charges»: it harmed nobody."""
    if clause.units[at].value not in _LAID:
        return None
    ways = [_TAKEN_CARE_OF.match(clause.codes, at + 1), _STOPPED.match(clause.codes, at + 1)]
    verbs = [way.start("verb") for way in (*ways, _BRINGS_DOWN.search(clause.codes, 0, at)) if way is not None]
    done = next((verb for verb in verbs if _spoils(clause, at, verb)), None)
    return Means(at, _DISRUPTED, done) if done is not None else None


def _spoils(clause: Clause, at: int, verb: int) -> bool:
    """A word for making a bomb safe; a car full of explosives is destroyed before it goes off, where nothing does."""
    word = [clause.units[verb]]
    driven = clause.units[at].value == "vehicle_bomb" and "E" not in clause.codes
    return told("defused", word) or (driven and told("intercepts", word))


def _thrown(clause: Clause, at: int, own: Sequence[Means]) -> bool:
    """«un drone a lancé deux missiles»: what the weapon told before fired is no act of its own."""
    first = own[-1].at if own else at
    verbs = (i for i in range(max(first + 1, at - _OBJECT_OF), at) if told("sent", [clause.units[i]]))
    return any(_THROWN.fullmatch(clause.codes, i + 1, at) for i in verbs)


def _kills(clause: Clause, at: int, verb: int) -> bool:
    """«un drone a fait deux morts»."""
    done = clause.units[at].value == "drone" and clause.units[verb].value == "fait"
    return done and _FIGURE.match(clause.codes, verb + 1) is not None


def by_means(clause: Clause, taken: Sequence[int]) -> list[Means]:
    """The weapons that are an act themselves; `taken` are the places of acts of a known type."""
    own = []
    for at, unit in enumerate(clause.units):
        kind = (unit.feature("type") or "").replace("_", " ") if unit.code == "W" else ""
        if kind and (down := _downed(clause, at) or _defused(clause, at)) is not None:
            own.append(down)
        if not kind or (own[-1:] and own[-1].at == at) or any(abs(i - at) < _BESIDE for i in taken):
            continue
        if _thrown(clause, at, own) or only_seems(clause, at):
            continue
        driven = _driven_into(clause, at)
        verb = _hits(clause, at) if driven is None else driven
        if driven is not None or (verb is not None and _rams(clause, at, verb)) or _at_the_wheel(clause, at):
            kind = "Suicide bomb"
        if verb is not None or _met(clause, at):
            own.append(Means(at, kind, at if verb is None else verb))
    return own
