"""Of the subjects that a rule may reach back to the one whose own clause holds the act: «alors que X a dit»."""

import re
from collections.abc import Sequence

from .rules import Rule
from .units import Unit

_OPENED = re.compile(r"(?P<conjunction>[cr])c?[lQ\"]{0,2}(?P<subject>A)[^,.;:wcAu]*$")
_MEANWHILE = ("tandis", "alors", "pendant", "lorsqu", "quand", "mais", "puis")


def nearer(codes: str, units: Sequence[Unit], rule: Rule, match: re.Match[str]) -> re.Match[str]:
    """«L'armée affronte X, tandis que Y dit avoir pris Z»: Y, whose clause no comma closes before the act."""
    first = match.start("actor" if "actor" in rule.pattern.groupindex else "loser")
    opened = _OPENED.search(codes, first, match.start("act"))
    if opened is None or not units[opened.start("conjunction")].low.startswith(_MEANWHILE):
        return match
    other = rule.pattern.match(codes, opened.start("subject"))
    return other if other is not None and other.start("act") == match.start("act") else match
