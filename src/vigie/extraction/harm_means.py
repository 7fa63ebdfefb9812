"""Level 6: what harmed people as the words around their verb tell it: whoever or whatever did it, the weapon."""

import re

from .agency import roles
from .cues import told as says
from .frames import Figure
from .weapons_told import instrument, maker, shared

_SUBJECT = re.compile(r"V[^.;:,EFKkVIDN]{0,7}x[rgT]*$")


def means(figure: Figure) -> str | None:
    """«Un kamikaze a tué six personnes», «tuées par un drone», «Les mines ont fait 72 morts»: whoever or whatever
    killed them says how.
    """
    part = roles(figure.clause).get(figure.trigger, {}).get("by")
    if "E" in figure.clause.codes[figure.trigger : figure.at] and figure.elliptic:
        return None  # «les mines en ont tué 20 et les attentats 12»
    if part is None:
        tool = maker(figure) or instrument(figure) or shared(figure)
        return tool.feature("type") if tool is not None else None
    by_arms = part.unit.code == "W" or part.rule == "agency.weapon-subject"  # «Les mines des rebelles ont tué»
    arms = [u for u in figure.clause.units if u.code == "W" and u.start <= part.unit.start] if by_arms else []
    kind = arms[-1].feature("type") if arms else None
    return "Suicide bomb" if says("bomber", [part.unit]) or _sent(figure) else kind


def _sent(figure: Figure) -> bool:
    """«Deux kamikazes de la même organisation avaient tué»: the subject of the verb, whoever sent them."""
    before = _SUBJECT.search(figure.clause.codes, 0, figure.trigger)
    return before is not None and says("bomber", [figure.clause.units[before.start()]])


def arm(figure: Figure) -> str | None:
    """The weapon that the words behind the verb, or the verb, name."""
    tool = instrument(figure)
    return tool.value if tool is not None else figure.clause.units[figure.trigger].feature("weapon")


def by_hand(figure: Figure) -> bool:
    """They were shot or stabbed."""
    return arm(figure) in ("small_arms", "blade", "sniper")


def aimed_at(figure: Figure) -> bool:
    """«a été abattu devant chez lui», «tué par un tireur embusqué»: not only hit by a bullet, as in a fight."""
    tool = instrument(figure)
    return says("by_hand", [figure.clause.units[figure.trigger]]) or (tool is not None and tool.value == "sniper")


def shot(figure: Figure) -> bool:
    """Demonstrators throw stones; who is hit by a bullet where they clash with forces was fired at."""
    return arm(figure) == "small_arms"
