"""States of control that the name of a place tells in passing: «la Cisjordanie occupée», «l'enclave kurde d'Afrine»."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from vigie.places import PlaceMention
from vigie.values import Place
from vigie.vocabulary import occupied

from .analysis import Analysis, within
from .frames import Clause
from .parties import Party, antecedent
from .setting import Where
from .sides import ids_of, of_state
from .units import Unit

_APPOSED = r",? (?:est |reste |demeure )?(?:le |l'|un |une |la |des |les )?(?:\w+ ){0,3}"
_OCCUPIED = re.compile(r"\boccupée?s?$")
_HIS_SEAT = re.compile(r"(?P<whose>son|leur) (?:\w+ )?(?:enclave|réduit|bastion|fief|repaire)\b", re.IGNORECASE)
_OPENS_WITH_SEAT = re.compile(r"[ideT,]{0,3}(?P<seat>P),[l\"]?(?P<subject>A)")
_SEAT = re.compile(r"(?:l[ea] |l'|l’)?(?:enclave|poche|réduit|bastion|fief)\b", re.IGNORECASE)


class Named(NamedTuple):
    """A place, who holds it, and the words of its name that tell so."""

    where: Where
    actor: Party
    rule: str


def named_states(analysis: Analysis) -> Iterator[Named]:
    """The states told by the names of places, in the order of the text."""
    for mention in analysis.places:
        found = mention.place and (_occupied(mention) or _seat(analysis, mention) or _his_seat(analysis, mention))
        if found:
            yield found


def _occupied(mention: PlaceMention) -> Named | None:
    place, match = mention.place, _OCCUPIED.search(mention.text)
    ident = occupied().get(place.country or "") if place and match else None
    if place is None or match is None or ident is None:
        return None
    actor = Party(ident, mention.start + match.start(), mention.start + match.end())
    return Named(Where(place, mention.start, mention.end, "place.held"), actor, "control.named-occupied")


def _seat(analysis: Analysis, mention: PlaceMention) -> Named | None:
    place = mention.place if _SEAT.match(mention.text) else None
    if place is not None and place.level == "country":
        place = _of_land(analysis, mention)
    if place is None:
        return None
    holders = [a for a in within(analysis.actors, mention.start, mention.name_start) if a.ids and a.kind != "source"]
    if not holders:
        return None
    actor = Party(holders[0].ids[0], holders[0].start, holders[0].end)
    return Named(Where(place, mention.start, mention.end, "place.held"), actor, "control.named-seat")


def _his_seat(analysis: Analysis, mention: PlaceMention) -> Named | None:
    """«l'EI, depuis son fief de X»: of the group that the sentence spoke of; a politician's is no land that is held."""
    whose, clause = _HIS_SEAT.match(mention.text), analysis.clause_at(mention.start)
    unit = next((u for u in clause.units if u.start == mention.start), None) if clause else None
    if whose is None or clause is None or unit is None or mention.place is None:
        return None
    plural = whose["whose"].lower() == "leur"
    holder = _subject_behind(analysis, clause, unit) or antecedent(analysis, clause, unit, plural, analysis.country)
    if holder is None or of_state(holder.id):
        return None
    return Named(Where(mention.place, mention.start, mention.end, "place.held"), holder, "control.named-seat")


def _subject_behind(analysis: Analysis, clause: Clause, seat: Unit) -> Party | None:
    """«Dans son fief de X, l'EI a»: whose it is follows."""
    opens = _OPENS_WITH_SEAT.match(clause.codes)
    if opens is None or clause.units[opens.start("seat")].start != seat.start:
        return None
    unit = clause.units[opens.start("subject")]
    ids = ids_of(unit, analysis.country)
    return Party(ids[0], unit.start, unit.end) if ids else None


def _of_land(analysis: Analysis, mention: PlaceMention) -> Place | None:
    """«X, dernier bastion rebelle de Syrie»: a country is no seat, what stands before these words is."""
    before = [one for one in analysis.places if one.end <= mention.start]
    named = before[-1] if before else None
    joined = named is not None and re.fullmatch(_APPOSED, analysis.low[named.end : mention.start])
    return named.place if named is not None and joined else None
