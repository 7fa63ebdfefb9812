"""Level 6: which places of a sentence may be where something happened, by the words around them."""

import re
from bisect import bisect_left
from operator import attrgetter

from vigie.places import PlaceMention
from vigie.places.gazetteer import gazetteer
from vigie.values import Place

from .agency import roles
from .analysis import Analysis, within
from .frames import Clause
from .setting_cover import apart
from .setting_cues import BACK, LANGUAGE, before, cues, dateline, of_telling, speech_after

_OF_CLAIMANT = re.compile(r"[^,.;:\n]{0,25}\b(?:de|du|d')\s*(?:la |l')?")  # between a claimant and where it sits
_AT_HOME = re.compile(r" (?:à |a )?(?:la |le |l')?")  # between a claimant and the capital in which he speaks
_BARE = re.compile(r"\b(?:à|depuis|de|en|au) (?:la |le |l')?$")
_APPOSED = re.compile(r"(?:, (?:dans|en|au) [^,.;:()]{2,40}| \([^()]{2,40}\))?(?=,)")
_AHEAD = 3  # characters before a place that opens its sentence: «A »
_LONGEST_NAME = 80  # characters of the name of a force or group
_WIDE_REGION = 250.0  # km
_BESIDE = re.compile(r" ?([,(])[^,.;:()\n]{0,12}")  # between a place and what tells where it lies
_LANDMARKS = ("town", "province")  # what another division lies north of
_MIDDLE = 0.5  # radii from the middle of a division within which a town may well lie in it
_NEAR = 4  # units before a place in which an act stands
_ACT_OF = re.compile(r"E[oaj]{0,2}dl?$")
_PLURAL, _MANY = ("s", "x"), ("les", "des", "ces", "aux")
_SEVERAL = 2
_start = attrgetter("start")


def km(mention: PlaceMention) -> float:
    """The radius of a place; beyond any where it is not resolved."""
    return mention.place.km if mention.place else 9e9


def level(mention: PlaceMention) -> str:
    """The level of a place, "" where it is not resolved."""
    return mention.place.level if mention.place else ""


def _state(mention: PlaceMention, words: str) -> bool:
    """«le président du Niger»: of countries and capitals only; «les rebelles de X» may well be where X is."""
    return level(mention) in ("country", "region") and cues(LANGUAGE).state.search(words) is not None


def is_scene(analysis: Analysis, clause: Clause, mention: PlaceMention, moved: bool = False) -> bool:
    """Whether something may have happened at a place, by the words before it; `moved`: people taken or driven there."""
    table = cues(LANGUAGE)
    words = before(analysis.low, clause.sentence.start, mention.start)
    if (
        (table.never.search(words) and not table.gathered.search(words))
        or _state(mention, words)
        or _theatre(mention, words)
        or _inside_actor(analysis, mention)
        or _people(clause, mention)
        or (_of_claimant(analysis, mention) and not _of_an_act(clause, mention))
        or _in_a_name(analysis, clause, mention)
        or _lies_by(analysis, clause, mention)
        or _told_from(analysis, clause, mention)
        or (table.likened.search(words) and not _told_there(analysis, mention))
    ):
        return False
    if not moved and (_of_care(mention, words) or _moved(analysis, mention, words)):
        return False
    bare = _BARE.search(words) is not None and of_telling(clause, mention.start)
    return not bare or table.gathered.search(words) is not None


def _of_an_act(clause: Clause, mention: PlaceMention) -> bool:
    """«a revendiqué l'attentat de Gao», «a condamné mardi le raid de Homs»: the place of the act, not of who speaks."""
    at = bisect_left(clause.units, mention.start, key=_start)
    return _ACT_OF.search(clause.codes, max(0, at - _NEAR), at) is not None


def _told_there(analysis: Analysis, mention: PlaceMention) -> bool:
    """«Comme à Sokolo, dans la région de Ségou, où trois femmes ont été tuées»: what follows happened there."""
    behind = _APPOSED.match(analysis.low, mention.end)
    return cues(LANGUAGE).relative.match(analysis.low, behind.end() if behind else mention.end) is not None


def _moved(analysis: Analysis, mention: PlaceMention, words: str) -> bool:
    """«transporté à X»; but reinforcements go where the fight is («des renforts à X, bourg où elle affronte»)."""
    table = cues(LANGUAGE)
    if table.moved.search(words) is None:
        return False
    return table.sent.search(words) is None or table.sent_to.match(analysis.low, mention.end) is None


def _of_care(mention: PlaceMention, words: str) -> bool:
    """«trois sont décédés à l'hôpital de X», «selon une source de l'hôpital de X»: they were not hit there."""
    table, told = cues(LANGUAGE), words + mention.text.lower()
    house = table.care.search(told)
    return house is not None and table.cared.search(told, 0, house.start()) is not None


def _in_a_name(analysis: Analysis, clause: Clause, mention: PlaceMention) -> bool:
    """«l'opération "Colère de X"»: the name of what was done there or elsewhere."""
    start = max(clause.sentence.start, mention.start - BACK)
    return cues(LANGUAGE).named.search(analysis.low[start : mention.start]) is not None


def _inside_actor(analysis: Analysis, mention: PlaceMention) -> bool:
    """«les Forces armées de la République démocratique du Congo», «Al-Qaïda au Maghreb»: part of a name."""
    wide = level(mention) in ("country", "region")
    near = within(analysis.actors, mention.start - _LONGEST_NAME, mention.end + 1)
    return wide and any(a.start < mention.start and mention.end <= a.end for a in near)


def _of_claimant(analysis: Analysis, mention: PlaceMention) -> bool:
    """«selon un centre de recherche de New York», «a confié une source à Bamako»: where the one who tells is, not what
    he tells of.
    """
    spans = analysis.once(
        "claimants", lambda: sorted({(a.claimant_start, a.claimant_end) for a in analysis.attributions})
    )
    at = bisect_left(spans, (mention.start + 1, 0)) - 1
    if at < 0:
        return False
    end = spans[at][1]
    if mention.start < end or _OF_CLAIMANT.fullmatch(analysis.low, end, mention.start) is not None:
        return True
    return is_seat(mention.place) and _AT_HOME.fullmatch(analysis.low, end, mention.start) is not None


def is_seat(place: Place | None) -> bool:
    """A capital, in which sources of a whole country sit."""
    entry = gazetteer().capital(place.country) if place is not None and place.country else None
    return entry is not None and place is not None and entry.id == place.id


def _lies_by(analysis: Analysis, clause: Clause, mention: PlaceMention) -> bool:
    """«la ville, située à 100 km de X», «basée à Y (100 km au nord de X)»: where what was named before lies."""
    if mention.relation not in ("km_from", "near", "part_of"):
        return False
    named = within(analysis.places, mention.start - _LONGEST_NAME, mention.start)
    if named and named[-1].place is not None and _lies_off(analysis, named[-1], named[-1].place, mention):
        return True
    start = max(clause.sentence.start, mention.start - BACK)
    return cues(LANGUAGE).lies.search(analysis.low, start, mention.start) is not None


def _lies_off(analysis: Analysis, one: PlaceMention, place: Place, other: PlaceMention) -> bool:
    """«Y (à 100 km au nord de X)»; «la région de Y, au sud-ouest de X»: the town X lies outside of a division and
    tells only which way it is.
    """
    gap = _BESIDE.fullmatch(analysis.low, one.end, other.start)
    if gap is None or gap[1] == "(":
        return gap is not None
    town = other.place
    if (
        place.level not in ("province", "district")
        or town is None
        or town.level not in _LANDMARKS
        or "/" not in town.id
    ):
        return False
    side = other.relation in ("near", "part_of") and town.admin1 != place.name
    return side and apart(place, town) > place.km * _MIDDLE


def _told_from(analysis: Analysis, clause: Clause, mention: PlaceMention) -> bool:
    """«A Genève, le HCR s'est dit inquiet», «A Riyad, un porte-parole a affirmé»: where somebody speaks."""
    if mention.start - clause.sentence.start > _AHEAD or analysis.low[mention.end : mention.end + 1] != ",":
        return False
    spoken = speech_after(clause, mention.end)
    if spoken is None:
        return False
    abroad = mention.place is not None and mention.place.country not in (None, analysis.country)
    return abroad or cues(LANGUAGE).office.search(analysis.low, mention.end, spoken) is not None


def _theatre(mention: PlaceMention, words: str) -> bool:
    """«la force Barkhane au Sahel»: the region in which a force is at work, told with its name."""
    return km(mention) > _WIDE_REGION and cues(LANGUAGE).theatre.search(words) is not None and " a été " not in words


def scenes(analysis: Analysis, clause: Clause, moved: bool = False) -> list[PlaceMention]:
    """The places of a sentence where something may have happened, in order."""
    return analysis.once(("scenes", clause.index, moved), lambda: _scenes(analysis, clause, moved))


def _scenes(analysis: Analysis, clause: Clause, moved: bool) -> list[PlaceMention]:
    start = dateline(analysis, clause)
    found: list[PlaceMention] = []
    apart: PlaceMention | None = None  # the last place that something was said of that makes it none
    for mention in analysis.places_in(start, clause.sentence.end):
        listed = apart is not None and _listed(analysis, apart, mention)
        if not listed and is_scene(analysis, clause, mention, moved):
            found.append(mention)
        elif listed or cues(LANGUAGE).never.search(before(analysis.low, clause.sentence.start, mention.start)):
            apart = mention
    if len(found) < _SEVERAL:
        return found
    there = [p for p in found if not _of_fighters(analysis, clause, p)]
    return [p for p in (there if any(map(_told_in, there)) else found) if not _acts(clause, p)]


def _of_fighters(analysis: Analysis, clause: Clause, mention: PlaceMention) -> bool:
    """«des rebelles de Casamance», «le Front de libération de X»: a land and no town, which has given them a name."""
    words = before(analysis.low, clause.sentence.start, mention.start)
    named = level(mention) == "province" and cues(LANGUAGE).of_fighters.search(words) is not None
    return named and not _told_there(analysis, mention)


def _told_in(mention: PlaceMention) -> bool:
    """«en Gambie», «à X»: something is told to have been there."""
    return mention.relation == "in"


def _people(clause: Clause, mention: PlaceMention) -> bool:
    """«200 Amhara ont été tués», «des Amhara»: a people whose land has its name; not «trois villages d'Amhara»."""
    at = bisect_left(clause.units, mention.start, key=_start)
    named = level(mention) == "province" and mention.start == mention.name_start
    if not named or not at or mention.text.endswith(_PLURAL):
        return False
    return clause.codes[at - 1] == "Q" or clause.units[at - 1].low in _MANY


def _listed(analysis: Analysis, one: PlaceMention, other: PlaceMention) -> bool:
    """«originaires de X et Y», «après X, Y et Z»: what is said of the first goes for all."""
    return cues(LANGUAGE).goes_for_all.fullmatch(analysis.low, one.end, other.start) is not None


def _acts(clause: Clause, mention: PlaceMention) -> bool:
    """«Les frappes de Damas ont tué cinq civils à Alep»: the government did it, from its capital."""
    if not is_seat(mention.place):
        return False
    authors = (role.unit for parts in roles(clause).values() if (role := parts.get("by")) is not None)
    return any(unit.start <= mention.start and mention.end <= unit.end for unit in authors)
