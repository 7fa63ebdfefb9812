"""From a bare name to the whole expression: its part, its surroundings, the level that a word beside it asks for."""

import re

from msgspec.structs import replace

from vigie.values import Place

from .astray import QUARTERS
from .found import Found
from .gazetteer import Entry, Gazetteer
from .left import Left
from .lexicon import Lexicon
from .mention import PlaceMention, Relation
from .parts import around, between
from .tokens import Tokens

IN = frozenset(("a", "au", "aux", "dans", "en", "sur", "vers"))
SMALL = ("town", "site", "quarter", "district")
AND = re.compile(r"\s+et\s+(?:celles? |la |le |l['’]|les )?|\s*[-–]\s*|\s+(?:à|au|jusqu['’]à)\s+")
OTHER_END = re.compile(r"\s+et\s+(?:la |le |l['’])?[A-ZÀ-Þ][\w'’-]*(?: [A-ZÀ-Þ][\w'’-]*)*")
SITE_IN_TOWN = 8.0
"""Radius of a site of a large town where no table has the site: that of any town."""
WIDEST_GAP, APPOSED, MISFIT, ON_THE_WAY = 25, 4, 1.5, 30.0


class Expressions:
    """Turns found names of one text into mentions."""

    def __init__(self, tokens: Tokens, words: Lexicon, table: Gazetteer) -> None:
        self.tokens, self.words, self.table = tokens, words, table

    def widen(self, found: "list[Found]") -> list[PlaceMention]:
        """One mention a name; two that «entre … et …» or a road joins become one."""
        mentions: list[PlaceMention] = []
        alone: list[Found | None] = []
        previous: Found | None = None
        for f in found:
            mention = self._mention(f, mentions[-1].end if mentions else -1)
            joined = self._joined(previous, mentions[-1], mention) if previous and mentions else None
            if joined:
                mentions[-1], alone[-1] = joined, None
                previous = None
            else:
                mentions.append(mention)
                alone.append(f)
                previous = f
        after = [m.start for m in mentions[1:]] + [len(self.tokens.text)] * bool(mentions)
        return [self._half(f, m, end) if f else m for f, m, end in zip(alone, mentions, after, strict=True)]

    def _half(self, f: "Found", mention: PlaceMention, following: int) -> PlaceMention:
        """«entre Ouallam et X», X unknown: somewhere on the way from the one that is known."""
        place, rest = mention.place, self.tokens.text[mention.end :]
        on_the_way = f.left.prep == "entre" and not f.metonym and place is not None and place.level in SMALL
        other = OTHER_END.match(rest) if on_the_way else None
        if place is None or other is None or mention.end + other.end() > following:
            return mention
        end = mention.end + other.end()
        way = replace(place, km=max(place.km, ON_THE_WAY))
        return replace(mention, end=end, text=self.tokens.text[mention.start : end], place=way, relation="between")

    def _mention(self, f: "Found", after: int) -> PlaceMention:
        tokens, left = self.tokens, f.left
        name_start, end = tokens.starts[f.name.first], tokens.ends[f.name.last]
        start = tokens.starts[left.start]
        if start < after or self._apposed(f, after, start):
            start, f.left = name_start, Left(start=f.name.first)
        place = self._place(f)
        return PlaceMention(
            start=start, end=end, text=tokens.text[start:end], name_start=name_start, name_end=end, place=place,
            candidates=() if place else tuple(e.place() for e in (f.ranked or [])[:8]), relation=self._relation(f),
            metonym=f.metonym, rule="sound" if f.name.sound else "name",
        )  # fmt: skip

    def _apposed(self, f: "Found", after: int, start: int) -> bool:
        """«Bujumbura, capitale du Burundi» says nothing new of where: the country alone is left."""
        aside = (
            f.left.km is None and not f.left.near and f.left.direction is None
        )  # «au Mali à 300 km de la capitale, X»
        return f.left.type == "capitale" and aside and 0 <= start - after <= APPOSED

    def _joined(self, first: "Found", one: PlaceMention, other: PlaceMention) -> PlaceMention | None:
        """«entre Ménaka et Indelimane», «la route Alep-Damas», «la route qui relie X à Y»."""
        text, gap = self.tokens.text, self.tokens.text[one.end : other.start]
        on_road = first.left.road
        if not (first.left.prep == "entre" or on_road) or len(gap) > WIDEST_GAP or not AND.fullmatch(gap):
            return None
        if one.metonym or other.metonym or not one.place or not other.place:
            return None
        if one.place.level not in SMALL or other.place.level not in SMALL:
            return None
        place = between(one.place, other.place, on_road)
        if place is None:
            return None
        return replace(
            one, end=other.end, text=text[one.start : other.end], place=place, relation="road" if on_road else "between"
        )

    def _relation(self, f: "Found") -> Relation | None:
        left = f.left
        if left.km is not None:
            return "km_from"
        if left.near or (left.direction and left.outside and f.entry and f.entry.level in SMALL):
            return "near"
        if left.direction:
            return "part_of"
        if left.road:
            return "road"
        return "in" if left.prep in IN else None

    def _place(self, f: "Found") -> Place | None:
        place = place_of(self.words, self.table, f)
        kind = self.words.types[f.left.type][0] if f.left.type else "town"
        quarter = f.left.type in QUARTERS and not f.ranked
        if place or not f.container or (kind != "town" and not f.left.named and not quarter):
            return place
        outer = place_of(self.words, self.table, f.container)
        name = self.tokens.text[self.tokens.starts[f.name.first] : self.tokens.ends[f.name.last]]
        if kind != "town":  # «l'hôtel X, à Kaboul»
            town = outer if outer is not None and outer.level == "town" else None
            level = "quarter" if quarter else "town"
            km = min(town.km, SITE_IN_TOWN) if town else 0
            return replace(town, name=name, id=f"{town.id}>{name}", level=level, km=km) if town else None
        misfit = outer is not None and not f.ranked
        return replace(outer, name=name, id=f"{outer.id}>{name}", km=outer.km * MISFIT) if outer and misfit else None


def place_of(words: Lexicon, table: Gazetteer, f: "Found") -> Place | None:
    """The place that a resolved name and the words before it mean."""
    if f.entry is None:
        return None
    return around(words, typed(words, table, f.entry, f.left.type), f.left)


def typed(words: Lexicon, table: Gazetteer, entry: Entry, kind: str | None) -> Place:
    """The level a word before asks for: «la région de Tessalit» is 45 km around it, «la capitale du Mali» Bamako."""
    if kind == "capitale" and entry.level == "country" and entry.country:
        return (table.capital(entry.country) or entry).place()
    place = entry.place()
    if not kind or entry.level != "town":
        return place
    level, km = words.types[kind]
    if level == "site" and entry.population:
        return replace(place, km=min(place.km, SITE_IN_TOWN))
    return replace(place, level=level, km=km) if level in ("province", "district") and km else place
