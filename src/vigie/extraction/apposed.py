"""Level 4: whom an apposition takes attackers for: «des hommes armés, probablement des jihadistes, ont attaqué»."""

import itertools
import re

from msgspec.structs import replace

from .actor_ids import nameless
from .actors import ActorMention
from .cues import told
from .frames import Clause
from .stand_ins import SOURCES_ONLY
from .units import Unit

_TAKEN_FOR = re.compile(
    r"(?P<one>V)[oj]{0,2}A?[oj]?[,(](?P<how>[Hroicg](?:[Hroc]|l?A){0,5})d[lq]?(?:[oV]d[l\"]?)?(?P<other>[AV])[oja]{0,2}[,)]"
)


# «des hommes armés, qui seraient des jihadistes, ont attaqué»
_SAID_TO_BE = re.compile(r"(?P<one>V)[oj]{0,2},?w(?P<how>X)d[lq]?(?:[oV]d[l\"]?)?(?P<other>[AV])[oja]{0,2},?(?=x)")


def taken_for(clause: Clause) -> dict[int, Unit]:
    """The units of a clause that name nobody, each as those for whom it is taken; never for certain."""
    found = {}
    for match in itertools.chain(_TAKEN_FOR.finditer(clause.codes), _SAID_TO_BE.finditer(clause.codes)):
        one, other = clause.units[match.start("one")], clause.units[match.start("other")]
        how = clause.units[match.start("how") : match.end("how")]
        if _open(one) and other.actor is not None and _group(other.actor) and _supposed(how):
            doubted = replace(other.actor, hedge=True)
            found[match.start("one")] = other.but(start=one.start, end=one.end, code="A", actor=doubted)
    return found


def _open(unit: Unit) -> bool:
    """«des inconnus», «des militants»: the words name no party."""
    ids = unit.actor.ids if unit.actor is not None else ()
    return nameless(one for one in ids if one not in SOURCES_ONLY)


def _group(actor: ActorMention) -> bool:
    return actor.kind == "armed" and bool(actor.ids) and not nameless(actor.ids)


def _supposed(how: list[Unit]) -> bool:
    hedged = any((u.code == "H" and u.value == "hedge") or u.feature("conditional") is not None for u in how)
    return hedged or told("supposed", how)
