"""Level 4: gunmen who force their way in, told by a verb that control uses as well («ont pénétré dans l'hôtel»): an
attack where people are; a town that they enter is taken.
"""

from .agency_shared import Role
from .cues import told
from .frames import Clause
from .sides import ARMED, of_state
from .units import Unit

_INSIDE = 5  # units behind the verb within which the place stands
_HELD = frozenset({"military_site", "prison", "depot", "infrastructure", "vehicle", "other", "none", "aid_convoy"})


def breaks_in(clause: Clause, at: int, author: Role | None) -> bool:
    """Armed people of no state go in where others live, work, pray or sleep; into a village, by storm."""
    if author is None or not _gunmen(author.unit) or "g" in clause.codes[max(0, at - 3) : at]:
        return False
    inside = [u for u in clause.units[at + 1 : at + 1 + _INSIDE] if u.code in "YP" or told("rooms", [u])]
    return bool(inside) and (_lived_in(inside[0]) or told("by_storm", [clause.units[at]]))


def _gunmen(unit: Unit) -> bool:
    if unit.actor is not None and any(map(of_state, unit.actor.ids)):
        return False
    armed = unit.actor is not None and unit.actor.kind == "armed"
    return armed or unit.value in ARMED or unit.feature("attacker") is not None


def _lived_in(unit: Unit) -> bool:
    """A house, a hotel, a mosque, a school; «le bâtiment»."""
    return told("rooms", [unit]) or (unit.value != "" and unit.value not in _HELD and unit.feature("village") is None)
