"""Whether a text, and each of its sentences, is about a conflict: trade and sport are no matter of claims."""

from collections.abc import Iterable

from vigie.times.anchors import wars

from .analysis import Analysis
from .cues import cues, told
from .frames import BODILY, Clause
from .nature import of_peace
from .relevance import for_a_place
from .story import Story
from .topics import armed, borrows
from .units import Unit

_HEAD = 3  # sentences that say what a story is about: its title and its lead
_BUSINESS = ("labour", "trade", "ballot", "climate")
_OF_WAR = ("of_groups", "of_war")  # lists of words of war
_NEAR = 7  # units between soldiers and what befell them
_OFTEN = 2  # sentences with a word of war that make a text one of war, where its head has none
_POWERS = 3  # states and bodies whose names make a text without a word of war one between powers


def at_war(story: Story) -> bool:
    """Whether the text is about a conflict: violence, fighters, a truce, several powers; a match or a trial is none."""
    clauses = story.analysis.clauses
    if _of_peace(story):
        return False
    if any(map(_violence, clauses[:_HEAD])) or sum(map(_violence, clauses)) >= _OFTEN:
        return True
    if _says(story.analysis, _OF_WAR, 0, len(story.analysis.low)):
        return True
    named = [u.actor for c in clauses for u in c.units if u.actor is not None]
    powers = {i for a in named if a.kind in ("state", "international") for i in a.ids}
    if any(a.kind == "armed" and not a.inferred for a in named) or len(powers) >= _POWERS:
        return True
    return (len(powers) > 1 or _names_a_war(story.analysis, powers)) and _talks_of_war(story.analysis)


def _names_a_war(analysis: Analysis, powers: set[str]) -> bool:
    """Whether one of its powers or places is a country that had a war."""
    places = {m.place.country for m in analysis.places if m.place is not None}
    return not wars().keys().isdisjoint(powers | places)


def _talks_of_war(analysis: Analysis) -> bool:
    return _says(analysis, ("talks_of_war",), 0, len(analysis.low))


def _of_peace(story: Story) -> bool:
    """A disaster, a trade war, a strike or talks on the climate, without a word of groups under arms, of unrest or of a
    truce; where soldiers are killed by accident at war, others console.
    """
    business = any(borrows(story.analysis, topic) for topic in _BUSINESS) and not _bloody(story)
    accident = story.mishap and not _soldiers_first(story) and not armed(story.analysis)
    return (business or accident) and not _says(story.analysis, ("of_groups", "strife"), 0, len(story.analysis.low))


def _soldiers_first(story: Story) -> bool:
    """Soldiers died in the accident: they are not only those who come to help."""
    return any(
        _soldier(c.units[i]) and _harmed(c.units, i) for c in story.analysis.clauses[:2] for i in range(len(c.units))
    )


def _soldier(unit: Unit) -> bool:
    named = unit.feature("weak") is None and unit.feature("title") is None
    return unit.code == "V" and unit.value == "armed" and named


def _harmed(units: list[Unit], at: int) -> bool:
    return any(unit.code in "NKIk" and unit.value in BODILY for unit in units[max(0, at - _NEAR) : at + _NEAR])


def _bloody(story: Story) -> bool:
    return any(f.outcome in BODILY and f.number > 0 for f in story.figures)


def _violence(clause: Clause) -> bool:
    """Whether a sentence has a word of war that is meant."""
    units = clause.units
    found = [i for i, unit in enumerate(units) if _violent(unit, units[i - 1] if i else None)]
    found = [i for i in found if not told("imagery", [units[i]]) or for_a_place(clause, units[i])]
    return any(not clause.fancied(i) and not of_peace(clause, i) for i in found)


def _violent(unit: Unit, before: Unit | None) -> bool:
    """A word of war; «l'attaquant», a verb behind an article, may be a footballer."""
    if unit.feature("weak") is not None or (unit.code == "F" and before is not None and before.code == "l"):
        return False
    return unit.code in "EFW" or (unit.code in "Kk" and unit.value == "killed" and not told("befell", [unit]))


def about_it(story: Story, clause: Clause) -> bool:
    """Whether the text has acts or victims of a conflict, its head speaks of one, or the sentence or the one before."""
    if story.played or (story.mishap and not _soldiers_first(story)):
        return _of_sides(story.analysis, clause)
    analysis = story.analysis
    if story.acts or story.figures or analysis.once("conflict at the head", lambda: _tell(analysis, 0, _HEAD)):
        return True
    return _tell(analysis, max(0, clause.index - 1), clause.index + 1)


def _tell(analysis: Analysis, first: int, last: int) -> bool:
    """Whether clauses tell of a conflict."""
    return any(_tells(analysis, clause) for clause in analysis.clauses[first:last])


def _of_sides(analysis: Analysis, clause: Clause) -> bool:
    """Whether a sentence names a group under arms, a truce or the like."""
    if any(unit.actor is not None and unit.actor.kind == "armed" for unit in clause.units):
        return True
    return _says(analysis, _OF_WAR, clause.sentence.start, clause.sentence.end)


def _tells(analysis: Analysis, clause: Clause) -> bool:
    return _of_sides(analysis, clause) or _says(
        analysis, ("conflict", "talks_of_war"), clause.sentence.start, clause.sentence.end
    )


def _says(analysis: Analysis, lists: Iterable[str], start: int, end: int) -> bool:
    return any(cues("fr")[words].search(analysis.low, start, end) is not None for words in lists)
