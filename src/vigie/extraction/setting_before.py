"""Level 6: the place of a sentence that names none: what «y» means, the last exact place of the sentences before."""

import re
from bisect import bisect_left
from collections import Counter
from operator import attrgetter

from vigie.places import PlaceMention

from .analysis import Analysis
from .frames import Clause
from .items import siblings
from .setting_cover import contains
from .setting_cues import LANGUAGE, before, cues
from .setting_joined import joined
from .setting_place import TRIGGERS, aimed, elsewhen, in_no_table, most_exact, parted
from .setting_scenes import km, level, scenes
from .setting_time import main_time
from .setting_where import Where, where_of_mention

_OPENING = 12  # characters in which the subject of a sentence begins
_PARAGRAPHS = 2  # paragraphs back: agencies give a sentence or two to each
_BACK = 4  # sentences back in which the place of a sentence without one is looked for
_PROVINCE, _REGION = 150.0, 300.0  # km: how far a place may reach that a sentence takes up; one of the sentence before
_AS_MUCH = 0.5  # share of the places of the story's country
_HARM = frozenset("KIkND")  # letters of words that harm
_PLACE_ALONE = re.compile(r"(?:Q\)|-)?P(?:[,(-][PUodl#)-]*)?[.:]?")
_index = attrgetter("index")


def place_just_told(analysis: Analysis, clause: Clause) -> Where | None:
    """What the sentence before, in the same paragraph, begins with («X est sous état de siège. … y ont été tués»), else
    the last place that it tells, be it a region.
    """
    at = bisect_left(analysis.clauses, clause.index, key=_index)
    last = analysis.clauses[at - 1] if at else None
    if last is None or last.sentence.paragraph != clause.sentence.paragraph:
        return None
    opening = last.sentence.start + _OPENING
    told = [p for p in scenes(analysis, last) if level(p) != "country"]
    first = next((p for p in told if p.start < opening), None)
    if first is None and told:
        first = _inmost(analysis, last, told)
    return where_of_mention(first, "place.before") if first is not None else None


def place_before(analysis: Analysis, clause: Clause, wide: bool = False) -> Where | None:
    """The last exact place of the sentences before, up to two paragraphs back; `wide`: of any size but a country."""
    return analysis.once(("before", clause.index, wide), lambda: _place_before(analysis, clause, wide))


def _place_before(analysis: Analysis, clause: Clause, wide: bool) -> Where | None:
    at, aside = bisect_left(analysis.clauses, clause.index, key=_index), siblings(analysis, clause)
    for other in reversed(analysis.clauses[max(0, at - _BACK) : at]):
        if other.index in aside:
            continue
        if clause.sentence.paragraph - other.sentence.paragraph > _PARAGRAPHS:
            break
        silent = TRIGGERS.isdisjoint(other.codes) and not _heads(other, clause)
        found = [] if silent else scenes(analysis, other)
        found = [p for p in found if _at_home(analysis, p) or _struck(other, clause)]
        unknown = None if found else in_no_table(analysis, other)
        if unknown is not None and other.sentence.paragraph == clause.sentence.paragraph:
            return unknown
        if not found or (elsewhen(analysis, other) and not _goes_on(analysis, clause)):
            continue
        beside = clause.index - other.index == 1 and clause.sentence.paragraph == other.sentence.paragraph
        most = 9e9 if wide else _REGION if beside else _PROVINCE
        exact = [i for i, p in enumerate(found) if level(p) != "country" and km(p) <= most]
        exact = [i for i in exact if not _in_passing(analysis, other, found[i], wide)]
        exact = [i for i in exact if found[i].relation != "border"] or exact
        if exact:
            told = where_of_mention(_inmost(analysis, other, [found[i] for i in exact]), "place.before")
            return joined(analysis, told, other)
    return None


def _heads(clause: Clause, after: Clause) -> bool:
    """«Jonglei.», «4) Mongbwalu, carrière de Gala.»: a place alone, at the head of the paragraph that tells of it."""
    apart = clause.sentence.paragraph - after.sentence.paragraph
    here = apart == 0 or (apart == -1 and clause.sentence.heading)
    return here and _PLACE_ALONE.fullmatch(clause.codes) is not None


def _at_home(analysis: Analysis, mention: PlaceMention) -> bool:
    """The place lies in the country of the story, or in another one of which it tells nearly as much."""
    country = mention.place.country if mention.place else None
    homes = analysis.once("homes", lambda: _homes(analysis))
    return country in (None, analysis.country) or not homes or country in homes


def _homes(analysis: Analysis) -> frozenset[str]:
    """The countries whose places the story names at least half as often as those of its own."""
    told = Counter(p.place.country for p in analysis.places if p.place and p.place.country and not p.metonym)
    own = told[analysis.country] if analysis.country else 0
    return frozenset(c for c, often in told.items() if often >= _AS_MUCH * own)


def _struck(clause: Clause, after: Clause) -> bool:
    """The sentence tells of people harmed, so that one of its paragraph may go on about a place abroad; a conference,
    an embassy, a speech there is nothing to go on about.
    """
    return clause.sentence.paragraph == after.sentence.paragraph and not _HARM.isdisjoint(clause.codes)


def _inmost(analysis: Analysis, clause: Clause, found: list[PlaceMention]) -> PlaceMention:
    """The last of some places, or the exact one that it only describes («à X, dans le centre de la province»)."""
    told = most_exact(analysis, clause, found, len(found) - 1)
    inner = [p for p in found if p.end <= told.start and contains(told.place, p.place)]
    return inner[-1] if inner and not parted(analysis.low, inner[-1], told) else told


def _in_passing(analysis: Analysis, clause: Clause, mention: PlaceMention, wide: bool) -> bool:
    """«…, comme à X», «en particulier à X» for a toll of all places, «pour prendre X»: not what comes next is about."""
    words = before(analysis.low, clause.sentence.start, mention.start)
    likened = cues(LANGUAGE).likened.search(words) is not None or cues(LANGUAGE).past_aside.search(words) is not None
    return likened or aimed(analysis, clause, mention) or (wide and cues(LANGUAGE).partly.search(words) is not None)


def _goes_on(analysis: Analysis, clause: Clause) -> bool:
    """The sentence may still tell of the past: in the pluperfect, with «y», or where there is no news to return to."""
    past = any(u.low in cues(LANGUAGE).past for u in clause.units)
    return past or main_time(analysis) is None or elsewhen(analysis, clause)
