"""Level 6: where the fighting of a story goes on as a whole, for tolls of weeks, of a war, of all who fled."""

from vigie.places import PlaceMention
from vigie.places.gazetteer import gazetteer
from vigie.values import Place

from .analysis import Analysis
from .setting_cover import EDGE, apart
from .setting_main import main_place
from .setting_place import BROAD, country_of_story
from .setting_scenes import km, level
from .setting_where import Where

_GOOD_PART = 0.25  # of the radius of the country
_MOST = 0.75  # share of the story's places that its theatre holds
_TOWN = 30.0  # km: a place that reaches no further is a town, its quarters and what lies around it
_AROUND = 40.0  # km around the town of a story that plays in one


def theatre(analysis: Analysis) -> Where | None:
    """The region that holds the places of the story («l'est de l'Ukraine»), else its country."""
    return analysis.once("theatre", lambda: _region(analysis) or country_of_story(analysis))


def large_theatre(analysis: Analysis) -> Where | None:
    """The region, where it is a good part of the country: a war is seldom told of one province; else the country."""
    where, country = theatre(analysis), country_of_story(analysis)
    large = where is None or country is None or where.place.km >= country.place.km * _GOOD_PART
    return where if large else country


def one_town(analysis: Analysis) -> Where | None:
    """The town of a story that tells of no other place of its country but those around it."""
    return analysis.once("one town", lambda: _one_town(analysis))


def _one_town(analysis: Analysis) -> Where | None:
    main = main_place(analysis)
    if main is None or main.place.km > _TOWN:
        return None
    return main if all(apart(main.place, spot) <= _AROUND for spot in _spots(analysis)) else None


def land_of(where: Where) -> Where | None:
    """The country of a place, where the story names none."""
    entry = gazetteer().country(where.place.country) if where.place.country else None
    return where._replace(place=entry.place(), rule="place.country") if entry is not None else None


def _told(analysis: Analysis) -> list[PlaceMention]:
    """The places of the story's country that are no countries, in order."""
    inside = [p for p in analysis.places if p.place and p.place.country == analysis.country and not p.metonym]
    return [p for p in inside if level(p) != "country"]


def _spots(analysis: Analysis) -> list[Place]:
    """The towns and sites of the story's country, without the capital, where things are announced."""
    seat = gazetteer().capital(analysis.country) if analysis.country else None
    small = {p.place.id: p.place for p in _told(analysis) if p.place and km(p) <= BROAD}
    return [place for ident, place in small.items() if seat is None or ident != seat.id]


def _region(analysis: Analysis) -> Where | None:
    """The first region told that holds most of those places."""
    spots, main = _spots(analysis), main_place(analysis)
    if main is not None and main.place.km <= BROAD and main.place.country == analysis.country:
        spots = [*spots, main.place]
    for told in _told(analysis):
        place = told.place
        if place is None or place.km <= BROAD or told.relation == "border":
            continue
        held = sum(apart(place, spot) <= place.km * EDGE for spot in spots)
        around = main is None or main.place not in spots or apart(place, main.place) <= place.km * EDGE
        if around and held >= _MOST * len(spots):
            return Where(place, told.start, told.end, "place.theatre")
    return None
