"""Level 4: words of storming, siege and dispersal that are images: a shop «pris d'assaut», a star «assiégée par ses
fans», a march that goes home by itself.
"""

import re

from .cues import cues, told
from .frames import BODILY, Clause, Figure
from .units import Unit

OF_WAR = "of war"  # the mark of the sentences of a story of violence, where a shop may be stormed by gunmen
_FAR = 12  # units before «pris d'assaut» among which stands what is stormed, or who storms
_BEHIND = 6  # units behind it that tell the same
_HANDS = 5  # units behind «par» that tell who it was
_DONE_BY = re.compile(r"[^.;:,xXFKkp]{0,5}p")
_ACTIVE = re.compile(r"[^.;:,wxX]*x[rgT]{0,2}$")
_HEAD = r"(?P<head>[^.;:,deixXwFKkIlqQZ]{1,3})"
_OF_IT = r"(?:[dei]{1,2}[lqQ]?[^.;:,dexXwl]{1,3}){0,3}"  # «de la mairie», «à Lyon»
_STORMED = re.compile(_HEAD + _OF_IT + r",?x?X{0,2}[rgTo]{0,3}$")
_OFF_TO = re.compile(r"(?:el|d)$")  # «à l'assaut de», «prendre d'assaut»
_BY_ITSELF = re.compile(r"s[xX]{0,2}[rgTo]{0,2}$")
_PLAINT = 8  # units behind «victimes» that tell what they did
_HARMED = frozenset("KkNID")
_FOUGHT_FOR = frozenset({"public_building", "military_site", "prison"})
_BEARS_ARMS = frozenset({"armed", "police"})


def mark(clauses: list[Clause]) -> None:
    """Mark the sentences of a story of violence: who stormed what is told there, or nobody has to tell."""
    for clause in clauses:
        clause.memo[OF_WAR] = True


def rush(clause: Clause, at: int) -> bool:
    """«Le site, pris d'assaut, est en panne», «les clients ont pris d'assaut les rayons», «les skieurs à l'assaut des
    pistes»: nobody under arms, nobody harmed, no place that fighters take.
    """
    unit = clause.units[at]
    if clause.codes[at] not in "EF" or unit.value != "assault" or clause.once("harms", _harms):
        return False
    if clause.codes[at] == "E" and _OFF_TO.search(clause.codes, 0, at) is None:
        return False
    if _active(clause, at):
        return _image(clause, at, _before(clause, at), clause.units[at + 1 : at + 1 + _BEHIND])
    if unit.low.startswith("assailli") and _of_no_foes(clause.units[at + 1 : at + _BEHIND]):
        return True
    found = _STORMED.search(clause.codes, max(0, at - _FAR), at)
    return _image(clause, at, _agent(clause, at), [] if found is None else clause.units[found.start("head") : at])


def _active(clause: Clause, at: int) -> bool:
    """«Ils ont pris d'assaut», «ils sont à l'assaut de», not «le site a été pris d'assaut»."""
    if clause.codes[at] == "E" or clause.units[at].low.startswith("pren"):
        return True
    return _ACTIVE.search(clause.codes, max(0, at - _FAR), at) is not None


def _image(clause: Clause, at: int, hands: list[Unit], things: list[Unit]) -> bool:
    """What stands first counts: «le guichet de la mairie» is no town hall. In a story of violence gunmen may have
    stormed what is struck in others, where nobody else is told to have.
    """
    first = next((i for i, u in enumerate(things) if told("rushed_on", [u]) or _of_power(things, i)), None)
    rushed = first is not None and told("rushed_on", [things[first]])
    if told("guests", hands):
        return rushed or (not told("followers", hands) and (first is None or _public(things[first])))
    stormed = clause.codes[at] == "E" or clause.units[at].low.endswith("d'assaut")
    if not stormed or any(map(_fights, hands)) or (first is not None and not rushed):
        return False
    war = OF_WAR in clause.memo
    if first is None:
        return not war and not told("mob", hands)
    return bool(hands) or not war or things[first].code not in "YP"


def _harms(clause: Clause) -> bool:
    """A weapon, or people who come to harm, in the sentence."""
    return any(u.code == "W" or (u.code in _HARMED and u.value in BODILY) for u in clause.units)


def _before(clause: Clause, at: int) -> list[Unit]:
    first = max((clause.codes.rfind(mark, 0, at) for mark in ".;:,w"), default=-1)
    return clause.units[max(first + 1, at - _FAR) : at]


def _agent(clause: Clause, at: int) -> list[Unit]:
    """The units that tell by whom: «par une vingtaine de curieux»."""
    found = _DONE_BY.match(clause.codes, at + 1)
    return [] if found is None else clause.units[found.end() : found.end() + _HANDS]


def _fights(unit: Unit) -> bool:
    """Somebody under arms, men nobody knows, a crowd in anger; «des téméraires» are none."""
    unknown = unit.feature("doer") is not None and unit.value != "children"
    under_arms = unit.code == "V" and (unit.value in _BEARS_ARMS or unknown)
    named = unit.actor is not None and not told("mob", [unit])
    return named or under_arms or told("raiders", [unit])


def _of_power(things: list[Unit], at: int) -> bool:
    """A place that fighters take: a seat, a barracks, a town; «à Lyon», «du ministère» only tell where or whose."""
    unit = things[at]
    if unit.code in "AP":
        return at == 0 or things[at - 1].code not in "dei"
    return _guarded(unit) or (unit.code == "Y" and unit.value in _FOUGHT_FOR) or told("taken_by_force", [unit])


def _public(unit: Unit) -> bool:
    """A town hall, an office: people go there, and storm it seldom."""
    return unit.code == "Y" and unit.value == "public_building" and not _guarded(unit)


def _guarded(unit: Unit) -> bool:
    return unit.feature("police") is not None or unit.feature("guards") is not None


def no_siege(figure: Figure) -> bool:
    """«Assiégée par ses fans», «des passagers sont bloqués»: nobody is besieged."""
    if figure.outcome != "besieged":
        return False
    clause, at = figure.clause, figure.trigger
    if figure.who is not None and told("travellers", [figure.who]):
        return True
    around = _before(clause, at) if clause.codes[at] == "k" else _agent(clause, at)
    return _of_no_foes(around)


def _of_no_foes(units: list[Unit]) -> bool:
    """«Par ses fans», «par les eaux», «de questions»."""
    return any(told(name, units) for name in ("guests", "elements", "besets_with")) and not any(map(_fights, units))


def goes_home(clause: Clause, at: int) -> bool:
    """«Le cortège s'est dispersé dans le calme»: nobody drove it off, as «après des tirs de gaz lacrymogène» would."""
    unit = clause.units[at]
    if clause.codes[at] != "F" or not unit.low.startswith("dispers") or _BY_ITSELF.search(clause.codes, 0, at) is None:
        return False
    others = [u for i, u in enumerate(clause.units) if i != at]
    return not told("made_to", others) and not any(map(_drives_off, others))


def _drives_off(unit: Unit) -> bool:
    """Gas, shots, arrests, people hurt."""
    harm = unit.code in "KkND" and (unit.value in BODILY or unit.value == "detained")
    return unit.code == "W" or harm or (unit.code in "EF" and unit.value != "Peaceful_protest")


def complains(figure: Figure) -> bool:
    """«6.800 victimes ont porté plainte», «les victimes de l'arnaque»: they lost money, nobody is hurt."""
    clause, at = figure.clause, figure.trigger
    if figure.outcome != "killed_or_injured" or any(u.code in "EW" for u in clause.units):
        return False
    behind = " ".join([unit.low for unit in clause.units[at + 1 : at + 1 + _PLAINT]])
    return cues("fr")["complains"].match(behind) is not None
