"""The place of what is held where its own words do not name it: «la ville», «le nord», «de vastes zones rurales»."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from vigie.places.fold import fold
from vigie.places.gazetteer import gazetteer
from vigie.places.lexicon import lexicon as place_words
from vigie.places.parts import BEARINGS, part_of
from vigie.values import Place

from .analysis import Analysis, within
from .exceptions import excepted
from .frames import Clause
from .setting import Where, contains, country_of_story, main_place, place_before, place_in_clause
from .setting_cues import LANGUAGE, cues
from .setting_scenes import scenes
from .units import Unit

_BACK = 3  # sentences back in which «la ville» was named
_TOWN = 30.0  # km: a place that reaches no further is a town, a quarter, a site
_TOWN_NOUNS = frozenset({"ville", "cité", "localité", "métropole", "village", "agglomération"})
_index = attrgetter("index")
# Nouns that tell of land, not of a town: what they mean lies in a region that the sentence names, else in the country.
_LAND = re.compile(
    r"(?:territoires?|zones?|régions?|étendues|campagnes?|bastions|provinces|fiefs|villes|capitales|localités|villages)$"
)


def place_of_noun(analysis: Analysis, clause: Clause, noun: Unit, start: int, end: int) -> Where | None:
    """Where the thing is that a noun stands for, by the sentence and what the text spoke of before."""
    named = within(analysis.places, noun.start, noun.end)  # «le ministère de la Défense à X»
    if named and named[-1].place is not None:
        return Where(named[-1].place, named[-1].start, named[-1].end, "place.held")
    if noun.low in ("chef-lieu", "capitale") and _namesake(clause, noun):
        return _town_of(analysis, clause, start, end)
    if noun.low == "pays":
        return _country(analysis, noun.start, noun.end)
    if noun.low == "capitale" and (seat := _capital(analysis, clause, noun)):
        return seat
    if noun.low in BEARINGS:
        return _side_of_town(analysis, clause, noun) or _part(analysis, noun) or _named(analysis, clause, start, end)
    if _LAND.match(noun.low) and _vague(clause, noun):
        return _land(analysis, clause, start, end)
    told = _named(analysis, clause, start, end)
    return _whole(told) if told and noun.low in _TOWN_NOUNS else told


def _capital(analysis: Analysis, clause: Clause, noun: Unit) -> Where | None:
    """«80 % de la capitale»: of the country of the story, where no word says of what."""
    at = next(i for i, u in enumerate(clause.units) if u.start == noun.start)
    bare = at + 1 == len(clause.units) or clause.units[at + 1].code in ".,;:)ctwTxXi"
    entry = gazetteer().capital(analysis.country) if bare and analysis.country else None
    return Where(entry.place(), noun.start, noun.end, "place.country") if entry else None


def _whole(told: Where) -> Where:
    """«la ville», told after «la portion est de la ville»: all of it."""
    base, found, _ = told.place.id.partition("/")
    towns = gazetteer().get(fold(told.place.name.partition(" (")[0])) if found else []
    return next((told._replace(place=t.place()) for t in towns if t.id == base), told)


def _named(analysis: Analysis, clause: Clause, start: int, end: int) -> Where | None:
    here = place_in_clause(analysis, clause, start, end)
    if here is not None and not _left_out(clause, here):
        return here
    told = (_next(analysis, clause) if _first(analysis, clause) else None) or told_before(analysis, clause)
    excepted_here = told is not None and here is not None and told.place.id == here.place.id
    return None if excepted_here else told  # «toute la région sauf X»


def _left_out(clause: Clause, where: Where) -> bool:
    """Whether the place is told as the exception."""
    at = next((i for i, unit in enumerate(clause.units) if unit.start >= where.start), len(clause.units))
    return excepted(clause, at)


def _first(analysis: Analysis, clause: Clause) -> bool:
    """Nothing was told before it: a title, or a text without one."""
    return clause.sentence.heading or clause is analysis.clauses[0]


def told_before(analysis: Analysis, clause: Clause) -> Where | None:
    """The place that the sentences before were about."""
    return (
        _just_told(analysis, clause)
        or place_before(analysis, clause)
        or _spoken_of(analysis, clause)
        or _main(analysis)
    )


def _just_told(analysis: Analysis, clause: Clause) -> Where | None:
    """The town of the sentence before, in the same paragraph."""
    at = bisect_left(analysis.clauses, clause.index, key=_index)
    last = analysis.clauses[at - 1] if at else None
    same = last is not None and last.sentence.paragraph == clause.sentence.paragraph
    return _first_town(analysis, last, "place.before") if last is not None and same else None


def _main(analysis: Analysis) -> Where | None:
    """The town that the story is about."""
    main = main_place(analysis)
    return main if main is not None and main.place.km <= _TOWN else None


def _spoken_of(analysis: Analysis, clause: Clause) -> Where | None:
    """The last town or site that the sentences before name («La cité de X est ancienne. Le site a été repris»)."""
    at = bisect_left(analysis.clauses, clause.index, key=_index)
    for other in reversed(analysis.clauses[max(0, at - _BACK) : at]):
        if clause.sentence.paragraph - other.sentence.paragraph > 1:
            return None
        told = _first_town(analysis, other, "place.before")
        if told:
            return told
    return None


def _first_town(analysis: Analysis, clause: Clause, rule: str) -> Where | None:
    """What a sentence speaks of stands before what says where that is."""
    found = scenes(analysis, clause)
    return next((Where(p.place, p.start, p.end, rule) for p in found if p.place and p.place.km <= _TOWN), None)


def _next(analysis: Analysis, clause: Clause) -> Where | None:
    """«… plus de 70 % de ce bastion», the line below the title: the town that the next sentence names."""
    at = bisect_left(analysis.clauses, clause.index, key=_index) + 1
    return (
        _first_town(analysis, analysis.clauses[at], "place.next")
        if at <= _BACK and at < len(analysis.clauses)
        else None
    )


def _namesake(clause: Clause, noun: Unit) -> bool:
    return any(u.low.startswith(("éponyme", "du même nom")) for u in clause.units if 0 <= u.start - noun.end <= 2)


def _town_of(analysis: Analysis, clause: Clause, start: int, end: int) -> Where | None:
    """«la province de X mais son chef-lieu éponyme»: the town that has its province's name."""
    told = place_in_clause(analysis, clause, start, end)
    if told is None:
        return None
    towns = [e.place() for e in gazetteer().get(fold(told.place.name)) if e.level == "town"]
    near = [t for t in towns if contains(told.place, t)]
    return told._replace(place=near[0]) if near else told


def _side_of_town(analysis: Analysis, clause: Clause, noun: Unit) -> Where | None:
    """«A X, les quartiers nord sont tenus par …»: of the town told before, never of the country."""
    at = next(i for i, u in enumerate(clause.units) if u.start == noun.start)
    if not at or clause.units[at - 1].low not in cues(LANGUAGE).quarters:
        return None
    here = [p for p in scenes(analysis, clause) if p.end <= noun.start and p.place and p.place.km <= _TOWN]
    told = Where(here[-1].place, here[-1].start, here[-1].end, "place.before") if here and here[-1].place else None
    told = told or told_before(analysis, clause)
    if told is None or told.place.km > _TOWN:
        return None
    town = _whole(told).place
    return Where(part_of(place_words(), town, noun.low, False), noun.start, noun.end, "place.part")


def _part(analysis: Analysis, noun: Unit) -> Where | None:
    """«le nord», «l'ouest du pays»: of the country that the text is about."""
    country = country_of_story(analysis)
    if country is None:
        return None
    place: Place = part_of(place_words(), country.place, noun.low, False)
    return Where(place, noun.start, noun.end, "place.part")


def _vague(clause: Clause, noun: Unit) -> bool:
    """«de vastes zones», «d'autres bastions», «un large territoire»: not one that was named before."""
    at = next(i for i, u in enumerate(clause.units) if u.start == noun.start)
    words: Sequence[Unit] = clause.units[max(0, at - 3) : at]
    definite = any(u.low in ("la", "le", "l'", "du", "au", "ce", "cette", "cet") for u in words[-2:])
    return not definite


def _land(analysis: Analysis, clause: Clause, start: int, end: int) -> Where | None:
    told = place_in_clause(analysis, clause, start, end)
    if told is not None and told.place.km > _TOWN:
        return told
    return _country(analysis, start, end) or told


def _country(analysis: Analysis, start: int, end: int) -> Where | None:
    """«la moitié du pays»: the one that the story is about."""
    entry = gazetteer().country(analysis.country) if analysis.country else None
    return country_of_story(analysis) or (Where(entry.place(), start, end, "place.country") if entry else None)
