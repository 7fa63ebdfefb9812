"""Level 4: which weapons make an act one of a type, and what the words behind a verb say that it was done with."""

import re

from .cues import told
from .event_types import driven, specific
from .frames import BODILY, Figure
from .units import Unit

_AND = re.compile(r"[oj]?(?:,|,?t)[pdilqeoj]{0,4}W")  # one weapon joined to another
_SMALL = frozenset('pdilqeojQTP"')  # letters of units that may stand between a verb and its weapon
_MAKER = re.compile(r"(?<!Ee)(?<!E[ei]l)(?<!Ei)W[^.;:,EKkFDMiWt]{0,5}(?:xr?)?Mr*[lq\"]?$")
_BY = re.compile(r"[rT]?\"?p[lqQd]{0,2}W")
_BORNE = re.compile(r"(?P<who>V),?[oj]?d?[qlo]{0,2}(?P<tool>W)(?:td?[qlo]{0,2}W)*,?(?:x[rg]*K[^.;:x]{0,8}t)?i?x[rg]*$")
_BEFORE_OBJECT = re.compile(r"r?(?:[ep]l?(?:od)?)?W")  # «tué à l'arme blanche au moins 60 déplacés»
_HIT = re.compile(r"[TePr]{0,5},(?:K(?=[pd])|L)")  # «…, fauchés par», «…, victimes de»
_SHOT = re.compile(r"[TePr]{0,5},K")  # «…, touché par une balle»
_BODIES = re.compile(r"(?:V[oj]?)?,?K(?=[pdW])")  # «les corps de trois hommes, tués par balle»
# «tué et deux autres blessés par une mine»: what is told behind the last of several verbs.
_SHARED = re.compile(
    r"(?:[TP,r]|[ei](?=P)){0,5}t[lqQd]{0,2}[Qojh]{0,2}[VN]?[oja]{0,2}(?:x[rg]*X)?r?[KN]T?p[lqQd]{0,2}[oj]?(?P<tool>W)"
)
_BEHIND = 7  # units behind a verb in which its weapon stands
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


def made_by(kind: str | None) -> bool:
    """Whether acts of this type are so by their weapon."""
    return kind in _OF


def fitting(kind: str, weapons: list[str]) -> list[str]:
    """Those that acts of a type may be done with; all where its weapon does not make the type."""
    return [w for w in dict.fromkeys(weapons) if kind not in _OF or w in _OF[kind][1]]


def usual(kind: str, weapons: list[str]) -> list[str]:
    """The weapons of an act; where none is told, the one that acts of its type are done with."""
    default = _OF[kind][0] if kind in _OF else ""
    return specific(driven(kind, weapons or ([default] if default else [])))


def instruments(figure: Figure) -> list[str]:
    """All of them: «tués à coups de hache et par armes à feu»."""
    first = instrument(figure) or maker(figure) or borne(figure) or shared(figure)
    if first is None:
        return shot_by(figure)
    units = figure.clause.units
    at = units.index(first)
    while (more := _AND.match(figure.clause.codes, at + 1)) is not None:
        at = more.end() - 1
    return [unit.value for unit in units[units.index(first) : at + 1] if unit.code == "W" and unit.value]


def shot_by(figure: Figure) -> list[str]:
    """«est mort lundi, touché par une balle»: what the participle behind the verb names."""
    hit = _SHOT.match(figure.clause.codes, max(figure.trigger, figure.at) + 1)
    weapon = figure.clause.units[hit.end() - 1].feature("weapon") if hit is not None else None
    return [weapon] if weapon is not None else []


def maker(figure: Figure) -> Unit | None:
    """«Les mines ont fait 72 morts»: what is told to have made so many dead; of «un attentat suicide au camion piégé»
    it was the attack.
    """
    found = _MAKER.search(figure.clause.codes, 0, figure.at) if "W" in figure.clause.codes else None
    return figure.clause.units[found.start()] if found is not None else None


def borne(figure: Figure) -> Unit | None:
    """«Un homme armé d'un couteau a tué un passant et en a blessé quatre autres»: what whoever did it bore."""
    codes = figure.clause.codes
    found = _BORNE.search(codes, 0, figure.trigger) if "W" in codes[: figure.trigger] else None
    if found is None:
        return None
    who, *between = figure.clause.units[found.start("who") : found.start("tool")]
    if who.value != "armed" and "armé" not in who.low and not told("bears_arms", between):
        return None
    return figure.clause.units[found.start("tool")]


def shared(figure: Figure) -> Unit | None:
    """«Un soldat a été tué et trois autres blessés par une mine»: what hit the others hit him."""
    units, found = figure.clause.units, _SHARED.match(figure.clause.codes, figure.trigger + 1)
    if found is None or figure.clause.codes[figure.trigger] != "K" or figure.outcome not in BODILY:
        return None
    return units[found.start("tool")]


def instrument(figure: Figure) -> Unit | None:
    """What the words behind a verb or noun say that it was done with: «tué par balle», «blessés à coups de machette»,
    «morts dans l'explosion d'une mine», «est mort, atteint d'une balle».
    """
    told_first = _BEFORE_OBJECT.match(figure.clause.codes, figure.trigger + 1)
    if told_first is not None and told_first.end() <= figure.at:
        return figure.clause.units[told_first.end() - 1]
    first = max(figure.trigger, figure.at) + 1
    bodies = figure.clause.codes[figure.trigger] == "N"
    hit = _HIT.match(figure.clause.codes, first) or (_BODIES.match(figure.clause.codes, first) if bodies else None)
    first = hit.end() if hit is not None else first
    exploded = hit is not None or _BY.match(figure.clause.codes, first) is not None  # «tués par une mine»
    for unit in figure.clause.units[first : first + _BEHIND]:
        if unit.code == "W":
            return unit if unit.value and (exploded or unit.feature("weak") is None) else None
        exploded = exploded or (unit.code == "E" and unit.value == "blast")
        if unit.code not in _SMALL and unit.value != "blast":
            return None
    return None
