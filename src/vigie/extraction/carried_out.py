"""Level 4: people whom vehicles take along: a bus evacuates them, and abducts nobody."""

from .cues import told
from .frames import Clause

_NEAR = 8  # units before a verb among which the vehicle stands that is its subject
_ABOARD = 4  # units before a vehicle among which it is told that others ride in it
_STOPS = frozenset("VkKIFELCMNDX;.")  # classes between a verb and what is not its subject


def taken_along(clause: Clause, trigger: int) -> bool:
    """«des cars emmenant 900 civils», «un bus a emmené», «des camions qui emportaient»: a vehicle does it; not men who
    ride in one.
    """
    unit = clause.units[trigger]
    takes = told("takes_along", [unit]) and _vehicle_before(clause, trigger)
    return takes and not told("lairs", clause.units[trigger:])


def fate(clause: Clause, first: int, trigger: int, outcome: str | None) -> str | None:
    """What befell the people of a figure where a vehicle took them along: evacuated where it left with them, else
    nothing is told; and of those who left aboard buses.
    """
    unit = clause.units[trigger]
    if unit.code == "C" and outcome == "displaced":
        return "evacuated" if _led_out(clause, first, trigger) else outcome
    if outcome not in ("abducted", "killed", "evacuated") or not taken_along(clause, trigger):
        return outcome
    return "evacuated" if _leaves(clause) and _free(clause, trigger) else None


def _vehicle_before(clause: Clause, at: int) -> bool:
    """The subject of the verb is a vehicle."""
    if clause.codes[at - 1 : at] == ",":
        return False  # «ont arrêté un bus, emmenant douze passagers»
    for i in range(at - 1, max(-1, at - _NEAR), -1):
        if told("vehicles_that_take", [clause.units[i]]):
            return not told("aboard_of", clause.units[max(0, i - _ABOARD) : i])
        if clause.codes[i] in _STOPS:
            return False  # an «X» too: «les passagers d'un car ont été emmenés»
    return False


def _led_out(clause: Clause, first: int, trigger: int) -> bool:
    """«3.000 civils ont quitté X à bord d'autocars», «45 cars transportant 3.000 personnes ont quitté X», «ont quitté X
    en vertu d'un accord d'évacuation».
    """
    behind = clause.units[trigger + 1 :]
    aboard = told("aboard_of", behind) and told("vehicles_that_take", behind)
    agreed = any(unit.code == "D" and unit.value == "evacuated" for unit in behind)
    carried = clause.units[first - 1 : first] if first else []
    return aboard or agreed or (told("takes_along", carried) and _vehicle_before(clause, first - 1))


def _leaves(clause: Clause) -> bool:
    """The vehicle leaves, and nothing hits it."""
    hit = any(unit.code in "EF" and unit.feature("weak") is None for unit in clause.units)
    return not hit and told("drives_off", clause.units)


def _free(clause: Clause, trigger: int) -> bool:
    """«emmenant 20 prisonniers», «emmenant 300 soldats»: nobody whom it brings out of danger."""
    who = next((unit for unit in clause.units[trigger:] if unit.code == "V"), None)
    held = who is not None and any(who.feature(bond) is not None for bond in ("prisoner", "hostage"))
    return not held and (who is None or who.feature("side") != "state")
