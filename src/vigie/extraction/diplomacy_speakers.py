"""Who acts by what he says: «X doit se retirer», «…, a-t-il dit, appelant à …», «des crimes de guerre, selon Y»."""

from .analysis import Analysis
from .attribution import Attribution
from .draft import claimed
from .frames import Clause
from .parties import Party
from .stand_ins import SOURCES_ONLY

_NO_POWER = frozenset({"ANONYMOUS", "SANA", "REUTERS", "AP"}) | SOURCES_ONLY


def speaker_of(analysis: Analysis, clause: Clause, at: int) -> Party | None:
    """The state, body or group that says the words around a unit; None where an outlet, a witness or nobody does."""
    unit = clause.units[at]
    said = claimed(analysis, unit.start, unit.end) or _of_sentence(analysis, clause, unit.start)
    ident = said.said_by[0] if said and len(said.said_by) == 1 else ""
    known = ident and ident not in _NO_POWER and not ident.endswith("-MEDIA")
    return Party(ident, said.claimant_start, said.claimant_end) if said and known else None


def _of_sentence(analysis: Analysis, clause: Clause, before: int) -> Attribution | None:
    """Whose quotation stands in the sentence before the words: «"…", a-t-il ajouté, appelant à …»."""
    start = clause.sentence.start
    told = [a for a in analysis.attributions if start <= a.start < before and a.end <= before]
    return told[-1] if told else None
