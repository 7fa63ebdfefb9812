"""When a place changed hands, and for which days it is told who has it."""

import re

from vigie.times import TimeMention

from .analysis import Analysis
from .control_change import Change
from .setting import When, assumed_time, day_before, days, time_after, time_in_clause, up_to_publication
from .story import Story
from .units import Unit

_NEAR = 6  # units before the words of a change among which its auxiliary and its relative pronoun stand
_BESIDE = frozenset({"qui", "que", "qu'", "dont", "où", "avait", "avaient", "était", "étaient"})
_HAD = frozenset({"avait", "avaient", "était", "étaient"})
_NOUNS = ("control.noun", "control.announced", "control.carried", "control.with-the-taking", "control.entry")
_THAT = frozenset({"que", "qu'"})
_AUXILIARY = 3  # units before a participle among which stands its auxiliary
_ONLY_NEAR = 40  # characters: a state («contrôle») takes only a time that stands by it


def change_time(story: Story, change: Change) -> When | None:
    analysis = story.analysis
    first, last, _ = change.why["change"]
    own = time_after(analysis, change.clause, first) or _own_time(analysis, change, first, last)
    state = change.change in ("holds", "besieges") or change.newly
    if own and state and not _beside(analysis.document.text, own, change):
        own = None
    if own and own.end <= first and _later_than_told(change):
        return None
    told = None if _told_beside(change) else day_before(analysis, change.clause)
    if change.change == "holds":
        return own or up_to_publication(analysis)
    if not own and not told and _long_before(change):
        return None
    return own or told or assumed_time(analysis, change.clause)


def _long_before(change: Change) -> bool:
    """«L'EI s'était emparé de X»: before what the story tells, and nobody says when; «a dit qu'il avait repris X» is
    news.
    """
    units = [u for u in change.clause.units if u.start < change.why["change"][0]]
    had = any(u.low in _HAD for u in units[-_AUXILIARY:])
    done = change.change in ("captured", "withdrew") and not change.rule.startswith(_NOUNS)
    return done and had and not any(u.low in _THAT for u in units[:-1])


def _told_beside(change: Change) -> bool:
    """«… qu'ils ont repris», «s'étaient repliés»: what came before the story's own day."""
    before = [u.low for u in change.clause.units if u.start < change.why["change"][0]][-_NEAR:]
    return any(low in _BESIDE for low in before)


def _own_time(analysis: Analysis, change: Change, first: int, last: int) -> When | None:
    """The time nearest to the act that no other act of its sentence stands before («reprise hier, tombée en mai»)."""
    clause = change.clause
    acts = [u for u in clause.units if u.code == "C" and not first <= u.start < last]
    state = change.change in ("holds", "besieges")
    dated = [t for t in days(analysis, clause) if state or t.kind != "since"]
    dated += _since(analysis, change) if state else []
    told = [t for t in dated if not any(_between(u, t.start, first) for u in acts)]
    if not told:
        return None
    near = min(told, key=lambda t: t.start - last if t.start >= last else 1.4 * (first - t.end) + 10)
    if near.kind == "since" and near.interval is not None:
        return When(near.interval, near.basis, near.time_of_day, near.start, near.end, "time.since", True)
    return time_in_clause(analysis, clause, near.start, near.end)


def _since(analysis: Analysis, change: Change) -> list[TimeMention]:
    """«assiégée par l'armée depuis 2013»: of a state this tells when."""
    sentence = change.clause.sentence
    return [t for t in analysis.times_in(sentence.start, sentence.end) if t.kind == "since"]


def _between(unit: Unit, time: int, act: int) -> bool:
    return min(time, act) < unit.start < max(time, act)


def _beside(text: str, when: When, change: Change) -> bool:
    """Whether a time stands by the words of a state, in the same breath."""
    first, last, _ = change.why["change"]
    if change.start <= when.start < change.end:
        return re.search("[,;:(]| et ", text[min(when.end, last) : max(when.start, first)]) is None
    gap = max(when.start - change.end, change.start - when.end)
    between = text[min(when.end, change.end) : max(when.start, change.start)]
    return gap < _ONLY_NEAR and re.search("[,;:(]| et ", between) is None


def _later_than_told(change: Change) -> bool:
    """«signé le 5 novembre après la prise de X»: the day of something else."""
    if not change.rule.startswith("control.noun"):
        return False
    before = [u.low for u in change.clause.units if u.start < change.why["change"][0]]
    return any(low in ("après", "depuis", "avant", "dès") for low in before[-2:])
