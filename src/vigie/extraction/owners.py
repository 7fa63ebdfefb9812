"""Level 4: whose a thing is that was hit."""

import re

from .cues import told
from .frames import Clause
from .units import Unit

_OWNER = re.compile(
    r"(?:[ojY]{0,2}|[oj]{0,2}(?P<part>d[lqQ]{1,2}Y[oj]?))"  # «un véhicule d'un convoi de X»
    r"(?:d[lqo\"]{0,2}[AV]|a|[ojC]p[lrd\"]{0,2}[AV]|Cdl?[AV]|(?P<whose>[oj])el?[AV]|(?P<named>A))"
)


def owner_of(clause: Clause, unit: Unit) -> Unit | None:
    """Whose the thing hit is: «un convoi de l'armée», «des positions rebelles»,
    «des secteurs tenus par les insurgés», «une base aux mains des rebelles», «un dépôt appartenant à X».
    """
    at = clause.units.index(unit) if unit in clause.units else -1
    behind = clause.units[at + 1 : at + 2] if at >= 0 else []
    if any(one.code in "jV" and one.feature("side") not in (None, "state") for one in behind):
        return behind[0]  # «des positions jihadistes»
    match = _OWNER.match(clause.codes, at + 1) if at >= 0 else None
    if match is not None and match["named"] and unit.value != "vehicle":
        return None  # «un convoi FAMa»; not «la base Barkhane»
    if match is None or (match["whose"] and not told("belongs", [clause.units[match.start("whose")]])):
        return None
    return clause.units[match.end() - 1]
