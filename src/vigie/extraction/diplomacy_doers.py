"""Who does what is blamed, where a relative clause tells: «condamne le soutien que X apporte à Y»."""

import re

from .parties import View

_WHICH = re.compile(r"[rT\"]{0,2}[lq][or]?[oNE]\"?[oaj]?cl?(?P<target>A)[oajU]{0,2}[rgxoVKLM]")


def doer(seen: View, at: int) -> int | None:
    """«condamne le soutien que X apporte à Y»: X; not «les violences que X a subies»."""
    found = _WHICH.match(seen.codes, at)
    if found is None:
        return None
    behind = seen.clause.units[found.end() : found.end() + 4]
    return None if any(u.low.startswith(("sub", "endur", "connaî")) for u in behind) else found.start("target")
