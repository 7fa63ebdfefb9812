"""Level 6: where. The most exact words of the sentence come first; then the act's, the paragraph's, the story's."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter

from msgspec.structs import replace

from vigie.places import PlaceMention, find_places
from vigie.places.gazetteer import gazetteer
from vigie.values import Place

from .actors import ActorMention
from .analysis import Analysis, within
from .figures_base import PEOPLE, measured
from .frames import Clause
from .setting_brackets import lies_there
from .setting_cover import contains
from .setting_cues import LANGUAGE, before, cues
from .setting_joined import JOINED
from .setting_recalled import far_from, place_recalled
from .setting_scenes import km, level, scenes
from .setting_time import NEWS, days
from .setting_where import Where, where_of_mention

SMALL = 60.0  # km: a place that reaches no further tells where one thing happened
BROAD = 60.0  # km: a place that reaches further may be told more exactly elsewhere
_NARROW = 30.0  # km: a place that reaches further is told more exactly by a place inside it
_ASIDE = 4  # characters: «(à »
HEAD = 3  # clauses at the head of a text that tell what it is about: title, line below it, lead
_COUNTRY_COST, _REGION_COST, _TOPIC_COST = 60, 35, 30  # characters that a less exact place must be nearer
_WIDE_REGION = 250.0  # km
_NEXT = re.compile(r",? ?(?:et |puis )?")  # between a place and the next figure of a list
_OPENS = re.compile(r", et (?:\w+ ){1,2}$")  # «…, et à Kidal, des hommes armés ont»: the place of what comes behind
_BREAK_COST = 50
_OF_WHOM = 4  # characters: «dont», with which the words of a part may begin
_RIGHT_BEHIND = re.compile(r" (?:autres? )?[àa] ")  # between the count and its place
_FAR = 1_200  # characters back in which the division is told that a place without a table lies in
_LONGEST_NAME = 80  # characters of the name of a force or group
TAKEN_UP = "place.taken-up"
WHOLE = "place.throughout"
UNKNOWN = "place.unknown"
AS_TOLD = (TAKEN_UP, WHOLE, UNKNOWN, JOINED)  # rules of places that no other sentence makes more exact
_SITES = frozenset({
    "market", "school", "hospital", "place_of_worship", "prison", "hotel", "public_building", "military_site", "camp",
    "infrastructure", "funeral_or_gathering", "depot",
})  # fmt: skip
_start = attrgetter("start")
_SITE = 8.0  # km: the radius of a site that no table has
_OF_TABLE = re.compile(
    r"gn:\d+"
)  # ids of towns whose radius tells how many live there, not how well their point is known
_UNKNOWN = re.compile(
    r"[KIkVEFWTNhQ]r?e(?P<name>U{1,3})|^e(?P<head>U{1,3}),"
)  # «tués à X», «hier à X», «des affrontements à X», «trois autres à X», «A X, …»
TRIGGERS = frozenset("KIkNDEFWY")


def _in_sentence(mention: PlaceMention) -> Where:
    """A place of the sentence; one that takes up what was told before («dans l'enclave») is meant as it is, and so is a
    village that no table has, be it placed as vaguely as its province.
    """
    if _of_no_table(mention):
        return where_of_mention(mention, UNKNOWN)
    up = mention.rule == "antecedent" and mention.relation == "in" and level(mention) != "country"
    return where_of_mention(mention, TAKEN_UP if up else "place.sentence")


def _of_no_table(mention: PlaceMention) -> bool:
    """Its point is that of what contains it."""
    return mention.place is not None and ">" in mention.place.id


def on_site(where: Where | None, struck: str | None) -> Where | None:
    """«l'hôtel X» of a large town: somewhere in it, no wider than any town."""
    wide = where is not None and where.place.level == "town" and _OF_TABLE.fullmatch(where.place.id)
    if where is None or struck not in _SITES or not wide:
        return where
    return where._replace(place=replace(where.place, km=min(where.place.km, _SITE)))


def aimed(analysis: Analysis, clause: Clause, mention: PlaceMention) -> bool:
    """«pour prendre le contrôle de X»: what somebody wants, where fighting need not have come to."""
    return cues(LANGUAGE).goal.search(before(analysis.low, clause.sentence.start, mention.start)) is not None


def _answered(text: str, end: int, mention: PlaceMention) -> bool:
    """«des frappes en représailles à des tirs sur X»: X is where the other side fired."""
    return mention.start >= end and cues(LANGUAGE).reprisal.search(text, end, mention.start) is not None


def of_a_part(text: str, end: int, mention: PlaceMention) -> bool:
    """«1.462 arrestations, dont 614 à X»: X is where the part of them was."""
    return mention.start >= end and cues(LANGUAGE).of_a_part.search(text, end, mention.start) is not None


def counted_from(analysis: Analysis, clause: Clause, mention: PlaceMention) -> bool:
    """«une centaine de tués au Soudan depuis l'assaut donné au sit-in de X»: X is where the count begins."""
    return cues(LANGUAGE).counted_from.search(before(analysis.low, clause.sentence.start, mention.start)) is not None


def _all_over(analysis: Analysis, clause: Clause, mention: PlaceMention) -> bool:
    """«dans toute la Catalogne», «à travers le pays»: no single spot of it."""
    return cues(LANGUAGE).all_over.search(before(analysis.low, clause.sentence.start, mention.start)) is not None


def parted_by_place(analysis: Analysis, clause: Clause, end: int) -> bool:
    """A part of what the words up to an offset count is told of one place: all of it was wider than that."""
    return any(of_a_part(analysis.low, end, p) for p in scenes(analysis, clause))


def reached(analysis: Analysis, clause: Clause) -> list[PlaceMention]:
    """The scenes of a sentence without those that somebody only aims at."""
    return [p for p in scenes(analysis, clause) if not aimed(analysis, clause, p)]


def _gap(text: str, left: PlaceMention, right: PlaceMention) -> str:
    return text[left.end : right.start]


def _breath(clause: Clause, found: Sequence[PlaceMention], at: int, text: str) -> list[PlaceMention]:
    """The places told in one breath with the one at an index: no mark but a comma, no «et», no verb, no people counted
    between them.
    """
    chain = [found[at]]
    for step in (1, -1):
        i = at + step
        while 0 <= i < len(found):
            left, right = (found[i - 1], found[i]) if step > 0 else (found[i], found[i + 1])
            between = _gap(text, left, right)
            if len(between) > 30 or any(c in between for c in ".;:\n") or _breaks(between):
                break
            if _counts(clause, left.end, right.start):
                break  # «trois à X, deux à Y»
            chain.append(found[i])
            i += step
    return chain


def _counts(clause: Clause, start: int, end: int) -> bool:
    between = [i for i, u in enumerate(clause.units) if u.code == "Q" and start <= u.start < end]
    return any(clause.codes[i + 1 : i + 2] in ("e", "i", "h") for i in between if not measured(clause, i))


def _breaks(between: str) -> bool:
    return not cues(LANGUAGE).apart.isdisjoint(between.split())


def most_exact(analysis: Analysis, clause: Clause, found: Sequence[PlaceMention], at: int) -> PlaceMention:
    """«à Zinjibar, chef-lieu de la province d'Abyane»: of places told in one breath the most exact one is meant."""
    chain = _breath(clause, found, at, analysis.low)
    told = [p for p in chain if not (_described(analysis, clause, p, chain) or _lends(p, chain))] or chain
    return min(told, key=lambda p: (km(p), p.start))


def _pointed(mention: PlaceMention) -> bool:
    """A town, a site, what lies around one; no division of a country, however small."""
    return mention.place is not None and km(mention) <= SMALL and not mention.place.id.startswith("div:")


def _described(analysis: Analysis, clause: Clause, mention: PlaceMention, chain: Sequence[PlaceMention]) -> bool:
    """«Y, à 15 km de X», «la région de Y (à l'ouest de X)», «située à 15 km de X»: they tell where another place is."""
    aside = "(" in analysis.low[mention.start - _ASIDE : mention.start]
    told = any(p.start < mention.start and (aside or _pointed(p)) for p in chain)
    if told and (mention.relation in ("near", "km_from", "part_of") or lies_there(analysis.low, mention, chain)):
        return True
    words = before(analysis.low, clause.sentence.start, mention.start)
    return cues(LANGUAGE).described.search(words) is not None


def _lends(mention: PlaceMention, chain: Sequence[PlaceMention]) -> bool:
    """«le village de X, dans la commune de Y»: Y gives its point to X, which no table has."""
    return mention.place is not None and any(p.place and p.place.id.startswith(f"{mention.place.id}>") for p in chain)


def _distance(start: int, end: int, mention_start: int, mention_end: int) -> float:
    """Characters between an act and a mention; what comes after the act counts as nearer than what comes before it."""
    if mention_start >= end:
        return mention_start - end
    return 1.4 * (start - mention_end) + 10 if mention_end <= start else 0


def _cost(mention: PlaceMention, start: int, end: int) -> float:
    """Characters to a place, and what a less exact one must be nearer."""
    wide = _COUNTRY_COST if level(mention) == "country" else _REGION_COST if km(mention) > _WIDE_REGION else 0
    return _distance(start, end, mention.start, mention.end) + wide


def place_in_clause(analysis: Analysis, clause: Clause, start: int, end: int, moved: bool = False) -> Where | None:
    """The place that the sentence gives for what its words at `start:end` tell."""
    key = ("place", clause.index, start, end, moved)  # asked for a figure, for its act, and again for its claim
    return analysis.once(key, lambda: _place_in_clause(analysis, clause, start, end, moved))


def _place_in_clause(analysis: Analysis, clause: Clause, start: int, end: int, moved: bool) -> Where | None:
    if (recalled := place_recalled(analysis, clause, start)) is not None:
        return recalled
    every = [p for p in scenes(analysis, clause, moved) if not far_from(analysis, clause, start, p.start)]
    lead = clause.index < HEAD - 1
    found = every if lead else [p for p in every if not aimed(analysis, clause, p)]
    found = [p for p in found if not _answered(analysis.low, end, p) and not of_a_part(analysis.low, end, p)]
    found = [p for p in found if p.start < end or not counted_from(analysis, clause, p)] or found
    if not found:
        return _seat(analysis, clause) or _whole_country(analysis, clause) or in_no_table(analysis, clause, start)
    text, unlisted = analysis.low, in_no_table(analysis, clause, start)
    if unlisted is not None and _RIGHT_BEHIND.fullmatch(text, end, unlisted.start):
        return unlisted  # «six à Kidal et trois autres à X»
    counted = next((u.code in PEOPLE for u in clause.units if u.start >= start), False)
    behind = counted and any(p.start >= end for p in found)
    nearest = min(
        range(len(found)),
        key=lambda i: (
            _reach(text, start, end, found[i])
            + (_meant(analysis, clause, start, found[i]) or _of_the_one_before(text, start, found[i], behind))
        ),
    )
    told = most_exact(analysis, clause, found, nearest)
    if _all_over(analysis, clause, told) and not _apart_from(text, start, end, told):
        return where_of_mention(told, WHOLE)
    inner = [
        i
        for i, p in enumerate(found)
        if km(told) > (BROAD if moved else _NARROW)
        and not _of_no_table(told)
        and level(p) != "region"
        and contains(told.place, p.place)
        and not parted(text, told, p)
    ]
    if inner:
        told = most_exact(analysis, clause, found, min(inner, key=lambda i: _cost(found[i], start, end)))
    if level(told) == "country" and told.place and told.place.country == analysis.country:
        return _seat(analysis, clause) or unlisted or _in_sentence(told)
    return _in_sentence(told)


def _of_the_one_before(text: str, start: int, mention: PlaceMention, behind: bool) -> float:
    """«Deux civils ont été tués à X, 38 soldats ont péri à Y»: what is told next has a place of its own behind it."""
    return _BREAK_COST if behind and mention.end <= start and _NEXT.fullmatch(text, mention.end, start) else 0


def parted(text: str, a: PlaceMention, b: PlaceMention) -> bool:
    """A mark or conjunction between two places of a sentence makes them places of two things."""
    return cues(LANGUAGE).breaks.search(text[min(a.end, b.end) : max(a.start, b.start)]) is not None


def _reach(text: str, start: int, end: int, mention: PlaceMention) -> float:
    """The cost of a place for an act; none where the act is told of it («X, où trois civils ont été tués»)."""
    if mention.end <= start and cues(LANGUAGE).relative.match(text, mention.end):
        return 0.0
    return _cost(mention, start, end) + _apart_from(text, start, end, mention)


def _meant(analysis: Analysis, clause: Clause, start: int, mention: PlaceMention) -> float:
    """«Dans plusieurs régions du Mali, huit soldats ont péri»: a land told so is no less meant than a town would be; a
    part of them («…, dont cinq à X») has its own place.
    """
    wide = level(mention) == "country" or km(mention) > _WIDE_REGION
    opens = mention.end <= start and "dont" not in analysis.low[mention.end : start + _OF_WHOM]
    return -_COUNTRY_COST if wide and opens and _all_over(analysis, clause, mention) else 0


def _apart_from(text: str, start: int, end: int, mention: PlaceMention) -> float:
    """What a mark or a conjunction between an act and a place costs: «…, tandis que …» tells of something else."""
    table, behind = cues(LANGUAGE), mention.start >= end
    between = text[end : mention.start] if behind else text[mention.end : start]
    opens = behind and _OPENS.search(between) is not None and text.startswith(",", mention.end)
    return _BREAK_COST if opens or table.breaks.search(between) or (behind and table.relative.search(between)) else 0


def _seat(analysis: Analysis, clause: Clause) -> Where | None:
    """«devant l'ambassade des Etats-Unis»: in the capital of the story's country."""
    match = cues(LANGUAGE).seat.search(analysis.low, clause.sentence.start, clause.sentence.end)
    entry = gazetteer().capital(analysis.country) if match and analysis.country else None
    return Where(entry.place(), match.start(), match.end(), "place.seat") if entry and match else None


def in_no_table(analysis: Analysis, clause: Clause, at: int = 0) -> Where | None:
    """«a été tué hier à X», X in no table: somewhere in the division told last, else in the country of the story, not
    in the town told before; of several the first behind an offset, else the last.
    """
    every = [match.span(match.lastgroup or "name") for match in _UNKNOWN.finditer(clause.codes)]
    named = [(first, last) for first, last in every if clause.units[first - 1].low in ("à", "a")]
    country = country_of_story(analysis) if named else None
    if country is None:
        return None
    first, last = next((span for span in named if clause.units[span[0]].start >= at), named[-1])
    start, end = clause.units[first].start, clause.units[last - 1].end
    around, name = _division_before(analysis, start, country.place), analysis.document.text[start:end]
    return Where(replace(around, name=name, id=f"{around.id}>{name}"), start, end, UNKNOWN)


def _division_before(analysis: Analysis, start: int, country: Place) -> Place:
    """The province or district of a country that is told last before an offset; the country where none is."""
    before = analysis.places[: bisect_left(analysis.places, start, key=_start)]
    inside = (p.place for p in reversed(before) if p.place and start - p.end <= _FAR and _divides(p, country))
    return next(inside, country)


def _divides(mention: PlaceMention, country: Place) -> bool:
    told = mention.place is not None and mention.relation in (None, "in") and not mention.metonym
    here = mention.place is not None and mention.place.country == country.country
    return told and here and level(mention) in ("province", "district")


def _whole_country(analysis: Analysis, clause: Clause) -> Where | None:
    """«le pays a été visé par», «le Mali fait face à»: the country itself is where it happened."""
    country, text, span = country_of_story(analysis), analysis.low, clause.sentence[:2]
    if country is None:
        return None
    hit = next(
        (m for m in cues(LANGUAGE).hit.finditer(text, *span) if _subject(analysis, text, m.start(), country)), None
    )
    found = hit or cues(LANGUAGE).throughout.search(text, *span)
    return Where(country.place, found.start(), found.end(), "place.country") if found else None


def _subject(analysis: Analysis, text: str, at: int, country: Where) -> bool:
    """The words before an offset are «le pays» or the name of the country."""
    named = within(analysis.places, at - _LONGEST_NAME, at)
    last = named[-1] if named else None
    own = last is not None and last.end >= at - 2 and last.place is not None and last.place.id == country.place.id
    return own or text[max(0, at - 10) : at].endswith(("le pays ", "le pays, "))


def mission_place(analysis: Analysis, clause: Clause) -> Where | None:
    """«tués dans les opérations Serval et Barkhane»: the region of a foreign mission, the widest of those named."""
    sentence = clause.sentence
    match = list(cues(LANGUAGE).mission.finditer(analysis.low, sentence.start, sentence.end))
    told = [(place, m) for m in match if (place := _region(cues(LANGUAGE).regions[m.group()])) is not None]
    widest = max(told, key=lambda pair: pair[0].km, default=None)
    return Where(widest[0], widest[1].start(), widest[1].end(), "place.mission") if widest else None


@lru_cache(maxsize=64)
def _region(name: str) -> Place | None:
    """The place of a name of the pack («Sahel»)."""
    return next((p.place for p in find_places(f"au {name}") if p.place), None)


def elsewhen(analysis: Analysis, clause: Clause) -> bool:
    """The sentence tells only of days before the news."""
    published, told = analysis.published, [t.interval for t in days(analysis, clause) if t.interval]
    return bool(told) and published is not None and all(t.end < published.end - NEWS for t in told)


def country_of_story(analysis: Analysis) -> Where | None:
    """The country of the story, by its name or its people («les soldats maliens», «le conflit afghan»), else None."""
    return analysis.once("country", lambda: _country(analysis))


def _country(analysis: Analysis) -> Where | None:
    code = analysis.country
    named = [p for p in analysis.places if level(p) == "country" and p.place and p.place.country == code]
    if named:
        return where_of_mention(named[0], "place.country")
    entry = gazetteer().country(code) if code else None
    part = next((p for p in analysis.places if entry and p.place and _part_of(p.place, entry.place())), None)
    if part is not None and entry is not None:
        return Where(entry.place(), part.start, part.end, "place.country")
    people = next((a for a in analysis.actors if code and _fights_for(a, code) and not _tells(analysis, a)), None)
    nowhere = not any(p.place is not None for p in analysis.places)
    people = people or next((a for a in analysis.actors if nowhere and a.adjective and a.ids == (code,)), None)
    return Where(entry.place(), people.start, people.end, "place.people") if entry and people else None


def _part_of(place: Place, country: Place) -> bool:
    """«le nord-est de l'Ukraine» names the country too."""
    return place.level == "region" and place.country == country.country and place.name.startswith(f"{country.name} (")


def _fights_for(actor: ActorMention, code: str) -> bool:
    return actor.role == "force" and any(i == code or i.startswith(f"{code}-") for i in actor.ids)


def _tells(analysis: Analysis, actor: ActorMention) -> bool:
    """The actor is only a source («selon les services de renseignement»)."""
    return any(a.claimant_start <= actor.start < a.claimant_end for a in analysis.attributions)
