"""From a bare name to the whole expression: its part, its surroundings, the level that a word beside it asks for."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from vigie.values import Place

from .gazetteer import Entry, Gazetteer
from .geo import distance, middle, shift
from .lexicon import DIRECTIONS, Lexicon
from .mention import PlaceMention, Relation
from .resolve import Story
from .tokens import Tokens

if TYPE_CHECKING:
    from .find import Found

BEARINGS = {**DIRECTIONS, "nord-est": 45, "sud-est": 135, "sud-ouest": 225, "nord-ouest": 315}
PART, PART_RADIUS = 0.45, 0.5
"""The centre of a part lies this share of the whole's radius off its centre, and has this share of its radius."""
OUTSIDE_KM, NEAR_KM, ROAD_KM = 40.0, 20.0, 30.0
"""«au nord de» a town; «près de» it; «sur la route de» it: as far as French dispatches mean by it, by the guide's examples."""
FARTHEST_BETWEEN = 400.0


class Expressions:
    """Turns found names of one text into mentions."""

    def __init__(self, tokens: Tokens, words: Lexicon, table: Gazetteer, story: Story) -> None:
        self.tokens, self.words, self.table, self.story = tokens, words, table, story

    def widen(self, found: "list[Found]") -> list[PlaceMention]:
        """One mention a name."""
        mentions, end = [], -1
        for f in found:
            mention = self._mention(f, end)
            mentions.append(mention)
            end = mention.end
        return mentions

    def _mention(self, f: "Found", after: int) -> PlaceMention:
        tokens, left = self.tokens, f.left
        name_start, end = tokens.starts[f.name.first], tokens.ends[f.name.last]
        start = tokens.starts[left.start]
        start = name_start if start < after else start
        place = self._place(f)
        return PlaceMention(
            start=start, end=end, text=tokens.text[start:end], name_start=name_start, name_end=end, place=place,
            candidates=() if place else tuple(e.place() for e in (f.ranked or [])[:8]), relation=self._relation(f),
            metonym=f.metonym, rule="sound" if f.name.sound else "name",
        )  # fmt: skip

    def _relation(self, f: "Found") -> Relation | None:
        left = f.left
        if left.km is not None:
            return "km_from"
        if left.near or (left.direction and left.outside and f.entry and f.entry.level in ("town", "site", "quarter")):
            return "near"
        if left.direction:
            return "part_of"
        if left.road:
            return "road"
        if left.prep in ("a", "au", "aux", "dans", "en", "sur", "vers"):
            return "in"
        return None

    def _place(self, f: "Found") -> Place | None:
        if f.entry is None:
            return None
        place, left = self._typed(f.entry, f), f.left
        bearing = BEARINGS.get((left.direction or "").removeprefix("extreme-"))
        if left.km is not None:
            return away(place, bearing, left.km)
        if left.near:
            return replace(place, km=max(place.km * 1.5, NEAR_KM))
        if left.road:
            return replace(place, km=max(place.km, ROAD_KM))
        return self._part(place, left.direction, bearing, left.outside) if left.direction else place

    def _typed(self, entry: Entry, f: "Found") -> Place:
        """The level that the word before asks for: «la région de Tessalit» is 45 km around the town."""
        place = entry.place()
        if not f.left.type or entry.level != "town":
            return place
        level, km = self.words.types[f.left.type]
        if level in ("province", "district") and km:
            return replace(place, level=level, km=km)
        return place

    def _part(self, place: Place, direction: str, bearing: int | None, outside: bool) -> Place:
        """The part of a country or province; for a town its quarters, or its surroundings when `outside`."""
        row = self.words.parts.get((place.country or "", direction)) if place.level == "country" else None
        row = row or (self.words.parts.get((place.country or "", direction.removeprefix("extreme-"))) if place.level == "country" else None)
        if row:
            return replace(place, lat=float(row["lat"]), lon=float(row["lon"]), km=float(row["km"]), level="region")
        if bearing is None:
            return replace(place, km=place.km * PART_RADIUS) if place.km > 20 else place
        if place.level in ("town", "site", "quarter"):
            off, km = (OUTSIDE_KM, OUTSIDE_KM) if outside else (place.km * 0.3, place.km * 0.8)
        else:
            off, km = place.km * PART, place.km * PART_RADIUS
        lat, lon = shift((place.lat, place.lon), bearing, off)
        return replace(place, lat=lat, lon=lon, km=km)


def away(place: Place, bearing: int | None, km: float) -> Place:
    """The place `km` away: a point with some slack when the bearing is told, else the circle around it."""
    if bearing is None:
        return replace(place, km=max(place.km, km * 1.1))
    lat, lon = shift((place.lat, place.lon), bearing, km)
    return replace(place, lat=lat, lon=lon, km=max(place.km, km * 0.5))


def between(one: Place, other: Place) -> Place | None:
    """The stretch between two places, when they are near enough for the words to mean it."""
    far = distance((one.lat, one.lon), (other.lat, other.lon))
    if far > FARTHEST_BETWEEN:
        return None
    lat, lon = middle((one.lat, one.lon), (other.lat, other.lon))
    return replace(one, lat=lat, lon=lon, km=max(8.0, far / 2))
