"""Level 6: what a report lays to one after the other («attribue aux talibans 512 civils tués, et à l'EI 140 morts»)."""

import re

from .agency import can_act
from .cues import cues
from .cues import told as says
from .draft import claimed, said
from .frames import Clause, Figure
from .harm_charged import NOBODY, Blame
from .sides import ids_of
from .story import Story
from .units import Unit

_TO = re.compile(r"e[lq\"]{0,2}[oj]{0,2}(?P<by>[AVj])")  # «à l'armée», «aux seuls talibans»


def imputed(story: Story, figure: Figure, country: str | None) -> Blame:
    """Whom the words lay a figure to: of those told behind «attribue», «impute», the last one before it; never sure."""
    first = min(figure.at, figure.trigger)
    verb = next((i for i in range(first - 1, -1, -1) if says("lays_to", [figure.clause.units[i]])), None)
    if verb is None or figure.clause.codes.find(";", verb, first) >= 0:
        return NOBODY
    found = [match.start("by") for match in _TO.finditer(figure.clause.codes, verb, first)]
    who = figure.clause.units[found[-1]] if found else None
    if who is None or who.actor is None or not can_act(who.but(code="A")):
        return NOBODY
    figure.why["by"] = (who.start, who.end, "agency.imputed")
    sayers = said(claimed(story.analysis, figure.start, figure.end)) or _subject(figure.clause, verb)
    ids = ids_of(who.but(code="A"), country)
    return Blame(list(ids), True, [one for one in sayers if one not in ids])


def nobody_knows(story: Story, figure: Figure) -> bool:
    """«Un homme a été tué par balle. L'auteur du tir n'a pas été identifié»: whoever acts nearby, it is not laid to,
    neither there nor in a title that tells of the same one.
    """
    open_ = story.analysis.once("authors_open", lambda: _authors_open(story))
    same = [f for f in story.figures if (f.outcome, f.number) == (figure.outcome, figure.number)] if open_ else ()
    return any(f.clause.index <= rank <= f.clause.index + 1 for f in same for rank in open_)


def _authors_open(story: Story) -> list[int]:
    """The ranks of the sentences that leave open who did it."""
    cue = cues("fr")["author_open"]
    return [clause.index for clause in story.analysis.clauses if cue.search(clause.words.replace("' ", "'"))]


def _subject(clause: Clause, verb: int) -> list[str]:
    """Who lays it to somebody: the one named before the verb."""
    before = [u for u in clause.units[:verb] if _named(u)]
    return list(before[-1].actor.ids) if before and before[-1].actor is not None else []


def _named(unit: Unit) -> bool:
    return unit.code in "AV" and unit.actor is not None and bool(unit.actor.ids)
