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

_OTHER = r"(?:[oV]d[l\"]?)?(?P<other>[AV])[oja]{0,2}"  # «des membres d'un groupe jihadiste»
_ENDS = r"(?=[.;:)iT\"]|$)"
_APPOSED = (
    rf"(?P<one>V)[oj]{{0,2}}A?[oj]?[,(](?P<how>[Hroicg](?:[Hroc]|l?A){{0,5}})d[lq]?{_OTHER}(?:[,)]|{_ENDS})",
    # «des hommes armés, qui seraient des jihadistes, ont attaqué»
    rf"(?P<one>V)[oj]{{0,2}},?w(?P<how>X)(?:d[lq]?)?{_OTHER}(?:,?(?=x)|(?=,)|{_ENDS})",
    # «des hommes armés, qui appartiendraient à un groupe jihadiste, ont attaqué»
    rf"(?P<one>V)[oj]{{0,2}},?w(?P<how>o)e[lq]?{_OTHER}(?:,?(?=x)|(?=,)|{_ENDS})",
    # «des hommes armés décrits par le maire comme des jihadistes», «identifiés comme éléments du groupe X»
    rf"(?P<one>V)[oj]{{0,2}},?(?P<how>[oG](?:pl?[oj]?[VA][oja]?)?o)(?:d[lq]?)?{_OTHER}",
    # «des hommes armés, des jihadistes selon les habitants»
    rf"(?P<one>V)[oj]{{0,2}},d[lq]?{_OTHER},?(?P<how>o|di)l?[oj]?[AVo]",
)
_TAKEN_FOR = [re.compile(pattern) for pattern in _APPOSED]
# «des militants du Hezbollah», «des militants talibans»
_MEMBERS = re.compile(r"(?P<one>V)(?:[oj]{0,2}d[l\"]?[oj]?(?P<whose>[AV])|(?P<called>j))")


def taken_for(clause: Clause) -> dict[int, Unit]:
    """The units of a clause that name nobody, each as those for whom it is taken; never for certain."""
    found = {}
    for match in itertools.chain(*(pattern.finditer(clause.codes) for pattern in _TAKEN_FOR)):
        one, other = clause.units[match.start("one")], clause.units[match.start("other")]
        how = clause.units[match.start("how") : match.end("how")]
        if _open(one) and other.actor is not None and _group(other.actor) and _supposed(how):
            doubted = replace(other.actor, hedge=True)
            found[match.start("one")] = other.but(start=one.start, end=one.end, code="A", actor=doubted)
    return found


def members(clause: Clause) -> dict[int, Unit]:
    """The militants of a clause who are those of an armed group, each as the group: they fight, where militants of a
    cause march.
    """
    found = {}
    for match in _MEMBERS.finditer(clause.codes):
        one, whose = clause.units[match.start("one")], clause.units[match.end() - 1]
        if told("activists", [one]) and whose.actor is not None and _group(whose.actor):
            found[match.start("one")] = one.but(code="A", actor=whose.actor)
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
