"""Places told without a name of their own: «le nord du pays», «l'est syrien», «la capitale malienne», a border."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator

from msgspec.structs import replace

from vigie.values import Place
from vigie.vocabulary import occupied

from .fold import fold
from .gazetteer import Gazetteer
from .geo import distance, middle
from .left import LeftReader, compass
from .lexicon import DIRECTIONS, SIDES, Lexicon
from .mention import PlaceMention, Relation
from .parts import around, part_of
from .resolve import Story
from .seats import airport_of, seat_of
from .sides import Sides
from .tokens import Tokens

LEVELS = {
    "pays": ("country",), "province": ("province",), "region": ("province", "region", "district"),
    "territoire": ("province", "country", "region"), "district": ("district",), "quartier": ("quarter",),
    "gouvernorat": ("province",), "departement": ("province", "district"),
    "enclave": ("province", "district", "town"), "peninsule": ("province", "region", "district"),
    "archipel": ("country", "region", "district"), "ile": ("country", "province", "region", "district"),
}  # fmt: skip
TOWN, LEADING, HALF, FIRST, LONGEST_GAP, LOOK_BACK = ("town",), 0.35, 0.5, 0.9, 20, 80
"""«le pays» is the last country named if it has this share of the weight of the story's first one, else that one; the
capital of another country needs half of it."""
BORDER_KM, BORDERS = 200.0, ("frontiere", "frontieres")
AIRPORT, TRAFFIC = "aeroport", (["international"], ["militaire"], ["civil"])
ITS_TOWN = (["de", "la", "ville"], ["de", "la", "capitale"])
PLURAL = frozenset(("les", "des", "ces", "leurs", "ses", "nos"))
"""«les pays voisins», «dans les quartiers»: more than what was named before."""
AROUND = frozenset(("autour", "hors", "coeur", "sein", "interieur"))
THIS = frozenset(("cette", "cet", "ce"))
LESSER = frozenset(("regionale", "provinciale", "economique", "historique", "departementale"))
"""Behind «capitale»: not the country's seat of government."""
OF_DIVISION = (["regionale"], ["provinciale"], ["departementale"])
ISLES = ("ile", "archipel")
LINES = ("between", "road", "border")
SINGLE = frozenset(("l", "la", "le", "du", "au", "cet", "cette", "ce"))
LISTED = re.compile(r",\s|\s(?:et|ou)\s(?:à\s)?")
AREAS = frozenset(("region", "province", "peninsule", "enclave", "ile", "vallee", "zone", "ville", "localite"))
"""Kinds of places that open a sentence: «La région abrite 300.000 déplacés»."""
ASIDE = 3
"""Words before a town among which «combattants de», «évacués à» tell that somebody is from there or was taken there."""
OF = re.compile(r"\s*(?:entre|avec|de|du|des|d['’])\s*(?:la\s|le\s|l['’]|les\s)?")
AND = re.compile(r"\s+et\s+(?:avec\s+)?(?:la\s|le\s|l['’]|les\s)?")


class Phrases:
    """Reads such phrases of one text; `known` are the mentions with names, in order."""

    def __init__(
        self, tokens: Tokens, words: Lexicon, table: Gazetteer, story: Story, known: list[PlaceMention]
    ) -> None:
        self.tokens, self.words, self.table, self.story, self.known = tokens, words, table, story, known
        self.ends = [m.end for m in known]
        self.inside = words.taken | {"dans", "sur"}
        self.ranked, self.lefts = story.ranked(), LeftReader(tokens, words)

    def read(self) -> list[PlaceMention]:
        """The mentions, in order; some may lie over ones with names, which then give way."""
        found: list[PlaceMention] = []
        end, watched, keys = -1, self.words.watched, self.tokens.keys
        # Not kept in `self`: each would hold the other, and the words of the text, until the collector comes by.
        sides = Sides(self.tokens, self.words, self.known, lambda at: self._antecedent("pays", at))
        for at in [at for at, key in enumerate(keys) if key in watched]:
            result = self._at(at, keys[at], found, sides) if at > end and at else None
            if result:
                found.append(result[0])
                end = result[1]
        return found

    def _at(self, at: int, key: str, found: list[PlaceMention], sides: Sides) -> tuple[PlaceMention, int] | None:
        if key in BORDERS:
            return self._border(at)
        if self._told_off(at):
            return None
        if key in SIDES:
            side = sides.read(at, found[-1] if found else None)
            return (self._mention(side[0], at, side[1], "part_of", "side"), at) if side else None
        if key in self.words.sites:
            return self._site(at)
        return self._demonym(at) if key in self.words.demonyms else self._anaphor(at)

    def _mention(self, first: int, last: int, place: Place, relation: Relation | None, rule: str) -> PlaceMention:
        first -= first > 0 and self.tokens.keys[first - 1] in ("l", "le", "la") and self.tokens.linked(first - 1)
        start, end = self.tokens.starts[first], self.tokens.ends[last]
        return PlaceMention(
            start=start, end=end, text=self.tokens.text[start:end], name_start=start, name_end=end, place=place,
            relation=relation, rule=rule,
        )  # fmt: skip

    def _country(self, code: str) -> Place | None:
        entries = self.table.country(code)
        return entries.place() if entries else None

    def _demonym(self, at: int) -> tuple[PlaceMention, int] | None:
        """«le nord syrien», «la capitale malienne», «le territoire ukrainien»."""
        code = self.words.demonyms[self.tokens.keys[at]]
        before = self.tokens.keys[at - 1]
        if self.tokens.gap(at - 1) != " " or (self.tokens.capital(at) and before not in DIRECTIONS):
            return None
        if before in DIRECTIONS or before == "centre":
            return self._part_of_country(at, code)
        if before == "capitale":
            seat = self.table.capital(code)
            return (self._mention(at - 1, at, seat.place(), "in", "capital"), at) if seat else None
        if before in ("territoire", "sol", "territoires"):
            place = self._country(code)
            return (self._mention(at - 1, at, place, "in", "territory"), at) if place else None
        return None

    def _part_of_country(self, at: int, code: str) -> tuple[PlaceMention, int] | None:
        name, first = compass(self.tokens.keys, self.tokens, at - 1)
        country = self._country(code)
        verb = name == "est" and not (first and self.tokens.keys[first - 1] in ("l", "d", "grand", "extreme"))
        if country is None or verb:
            return None
        return self._mention(first, at, part_of(self.words, country, name, False), "part_of", "part"), at

    def _anaphor(self, at: int) -> tuple[PlaceMention, int] | None:
        """«l'est du pays», «à 30 km de la capitale», «dans la province»: what was named before."""
        keys, det = self.tokens.keys, at - 1
        if keys[at] == "capitale" and keys[at + 1 : at + 2] in OF_DIVISION:
            return self._seat(at)
        if (
            self._named(at)
            or (keys[det] not in self.words.det and keys[det] != "du")
            or keys[det] in PLURAL
            or not self.tokens.tight(det)
            or (self._goes_on(at) and not self._this(at))
        ):
            return None
        left = self.lefts.read(at)
        told = left.direction or left.near or left.km is not None
        subject = self.tokens.first(det) and keys[at] in AREAS and keys[det] in ("la", "l")
        if not told and not subject and left.prep not in self.inside and keys[det - 1] not in ("contre", "travers"):
            around_it = left.prep in self.words.of and (keys[det - 2] in AROUND or self._part_of_town(keys[det - 2]))
            if not around_it:
                return None
        place = self._antecedent(keys[at], self.tokens.starts[left.start], self._holder(at))
        if place is None:
            return None
        if not told:
            return self._mention(det, at, place, "in", "antecedent"), at
        relation: Relation = "km_from" if left.km is not None else "near" if left.near else "part_of"
        return self._mention(left.start, at, around(self.words, place, left), relation, "antecedent"), at

    def _seat(self, at: int) -> tuple[PlaceMention, int] | None:
        """«la capitale régionale»: of the division told last, or of the one in which the town told last lies; «cette
        capitale régionale» is that town.
        """
        before = self.tokens.starts[at]
        if self.tokens.keys[at - 1] in THIS:
            seat = self._antecedent("ville", before)
        else:
            told = (m.place for m in self._before(before) if m.place and not m.metonym)
            names = ((p.country, p.name if p.level == "province" else p.admin1) for p in told)
            seat = next((seat_of(country, name, self.table) for country, name in names if country and name), None)
        return (self._mention(at, at + 1, seat, "in", "capital"), at + 1) if seat else None

    def _site(self, at: int) -> tuple[PlaceMention, int] | None:
        """«autour de l'aéroport»: the one that was named before by the same word («l'aéroport de Gao»)."""
        tokens, noun = self.tokens, self.tokens.keys[at]
        if tokens.keys[at - 1] not in SINGLE or not tokens.tight(at - 1) or self._named(at):
            return None
        last = self._of_its_town(at) if noun == AIRPORT else at
        if last == at and self._goes_on(at):
            return None
        named = (m for m in self._before(tokens.starts[at]) if m.place and not m.metonym)
        place = next((m.place for m in named if noun in fold(m.text).split()), None)
        if place is None and noun == AIRPORT:
            town = self._antecedent(tokens.keys[last], tokens.starts[at])
            place = airport_of(town, self.table) if town else None
        return (self._mention(at - 1, last, place, "in", "antecedent"), last) if place else None

    def _of_its_town(self, at: int) -> int:
        """The last word of «l'aéroport (international) de la ville», of «l'aéroport» alone."""
        keys, first = self.tokens.keys, at + 1 + (self.tokens.keys[at + 1 : at + 2] in TRAFFIC)
        whole = keys[first : first + 3] in ITS_TOWN and all(map(self.tokens.linked, range(at, first + 2)))
        return first + 2 if whole else at

    def _part_of_town(self, key: str) -> bool:
        """«dans une pizzeria de la capitale»: a building or a quarter of it."""
        return key in self.words.building or self.words.types.get(key, ("",))[0] in ("site", "quarter")

    def _named(self, at: int) -> bool:
        """The word begins a name of its own: «le pays dogon»."""
        start = self.tokens.starts[at]
        here = bisect_right(self.ends, start)
        return here < len(self.known) and self.known[here].name_start == start

    def _told_off(self, at: int) -> bool:
        """«à 80 km de la capitale régionale, X»: the name behind has the role and the distance already."""
        start = self.tokens.starts[at]
        here = bisect_right(self.ends, start)
        known = self.known[here] if here < len(self.known) else None
        return known is not None and known.start <= start < known.name_start and known.relation in ("km_from", "near")

    def _goes_on(self, at: int) -> bool:
        """A name or an adjective follows: «la ville d'Alep», «la province syrienne», «la capitale régionale»."""
        tokens = self.tokens
        if at + 1 >= len(tokens) or not tokens.linked(at):
            return False
        after = tokens.keys[at + 1]
        if tokens.keys[at] == "capitale" and after in LESSER:
            return True
        named = at + 3 < len(tokens) and tokens.keys[at + 2] in self.words.of and tokens.linked(at + 1)
        if named and tokens.capital(min(at + 4 if tokens.keys[at + 3] in self.words.det else at + 3, len(tokens) - 1)):
            return True  # «l'île touristique de X»
        return after in self.words.of or after in self.words.demonyms or tokens.capital(at + 1)

    def _this(self, at: int) -> bool:
        """«dans cette ville de la province d'Idleb»: what follows tells where it lies, unless it is its name."""
        tokens, after = self.tokens, at + 1
        if tokens.keys[at - 1] not in THIS or tokens.capital(after):
            return False
        return tokens.keys[after] in self.words.demonyms or not tokens.capital(min(after + 1, len(tokens) - 1))

    def _holder(self, at: int) -> Place | None:
        """What «cette ville de la province d'Idleb», «ce village syrien» is told to lie in."""
        if not self._goes_on(at):
            return None
        key = self.tokens.keys[at + 1]
        if key in self.words.demonyms:
            return self._country(self.words.demonyms[key])
        here = bisect_right(self.ends, self.tokens.ends[at])
        follows = self.known[here : here + 1]
        return next((m.place for m in follows if m.start - self.tokens.ends[at] <= LONGEST_GAP), None)

    def _antecedent(self, noun: str, before: int, holder: Place | None = None) -> Place | None:
        """The nearest earlier place of the level the noun asks for; for the country and its capital, the story's."""
        if noun == "capitale":
            here = list(self._countries_of_sentence(before))
            near = (c for c in self._countries_before(before) if self.story.share(c) >= (HALF if c in here else FIRST))
            country = next(near, self.ranked[0] if self.ranked else "")
            entry = self.table.capital(country)
            return entry.place() if entry else None
        if noun == "enclave" and self._of_gaza():
            return self.table.get("bande de gaza")[0].place()
        levels = LEVELS.get(noun, TOWN)
        named = [m for m in self._before(before) if m.relation not in ("near", "km_from")]
        earlier = [m for m in named if m.place and m.place.level in levels]
        if levels != TOWN:
            earlier = self._called(earlier, noun)
        if levels == TOWN:  # the town that the story is at, rather than the one that somebody is from
            aside = self._belong(named)
            earlier = [m for m in earlier if not m.metonym]
            earlier = [m for m in earlier if m.start not in aside] or earlier
            code = holder.country if holder else self.ranked[0] if self.ranked else None
            earlier = [m for m in earlier if m.place and not self._foreign_seat(m.place, code)] or earlier
            earlier = self._in_focus(earlier, before)
        place = next((m.place for m in earlier if not m.metonym or self._leads(m.place, noun)), None)
        if noun != "pays" or (place and self.story.share(place.country) >= LEADING):
            return place
        return self._country(self.ranked[0]) if self.ranked else place

    def _called(self, earlier: list[PlaceMention], noun: str) -> list[PlaceMention]:
        """«la région de Y» first, for «la région», before a lake or a road; for «l'île» else a country."""
        earlier = [m for m in earlier if m.relation not in LINES] or earlier
        called = [m for m in earlier if noun in fold(m.text).split()[:2]]
        lands = [m for m in earlier if m.place and m.place.level == "country"]
        return called or (lands if noun in ISLES else earlier)

    def _in_focus(self, earlier: list[PlaceMention], before: int) -> list[PlaceMention]:
        """Without the capital, where somebody speaks, if the text tells another town more often."""
        here = [m for m in earlier if "." not in self.tokens.text[m.end : before]]
        seats = [m for m in earlier if m.place and self._is_seat(m.place)]
        if here or not seats or seats[0] is not earlier[0]:
            return earlier
        told = Counter(m.place.id for m in earlier if m.place)
        often = max(told.values())
        return [m for m in earlier if m.place and told[m.place.id] == often and m not in seats] or earlier

    def _is_seat(self, place: Place) -> bool:
        seat = self.table.capital(place.country) if place.country else None
        return seat is not None and seat.id == place.id

    def _of_gaza(self) -> bool:
        """The story plays in Gaza: «l'enclave» is never a town of the West Bank told just before."""
        return "gaza" in self.tokens.keys and not occupied().keys().isdisjoint(self.ranked[:3])

    def _foreign_seat(self, place: Place, code: str | None) -> bool:
        """The capital of a country that the story is not about, where somebody only speaks."""
        return place.country != code and self._is_seat(place)

    def _belong(self, mentions: list[PlaceMention]) -> set[int]:
        """Offsets of the towns that somebody is from or was taken to, and of those listed with them («à X, Y et Z»)."""
        found: set[int] = set()
        before: PlaceMention | None = None
        for mention in reversed(mentions):
            listed = before is not None and before.start in found and self._listed(before, mention)
            if listed or self._belongs(mention):
                found.add(mention.start)
            before = mention
        return found

    def _listed(self, one: PlaceMention, other: PlaceMention) -> bool:
        return LISTED.fullmatch(self.tokens.text, one.end, other.start) is not None

    def _belongs(self, mention: PlaceMention) -> bool:
        at = bisect_left(self.tokens.starts, mention.name_start)
        before = self.tokens.keys[max(0, at - ASIDE) : at]
        if not before or before[-1] not in self.words.of | self.words.place_prep:
            return False
        aside = self.words.residents if before[-1] in self.words.of else self.words.taken_to
        return not aside.isdisjoint(before)

    def _leads(self, place: Place | None, noun: str) -> bool:
        """A country that acts is «le pays» only where it leads the story: «Le Mali … le nord du pays»."""
        return noun == "pays" and place is not None and self.story.share(place.country) >= FIRST

    def _before(self, end: int) -> list[PlaceMention]:
        """The last LOOK_BACK mentions before an offset, the nearest first."""
        at = bisect_right(self.ends, end)
        return self.known[max(0, at - LOOK_BACK) : at][::-1]

    def _countries_before(self, end: int) -> Iterator[str]:
        """The countries of the places named before, the nearest first, governments left out."""
        for mention in self._before(end):
            if mention.place and mention.place.country and not mention.metonym:
                yield mention.place.country

    def _border(self, at: int) -> tuple[PlaceMention, int] | None:
        """«la frontière syro-turque», «la frontière turque», «avec le Niger», «entre Israël et la bande de Gaza»."""
        codes, last = self._border_adjectives(at)
        if not codes:
            codes, last = self._border_names(at)
        pair = self._pair(codes, self.tokens.starts[at])
        place = self._border_place(*pair) if pair else None
        return (self._mention(at, last, place, "border", "border"), last) if place else None

    def _border_adjectives(self, at: int) -> tuple[list[str], int]:
        codes, last = [], at
        while (
            last + 1 < len(self.tokens)
            and self.tokens.tight(last)
            and self.tokens.keys[last + 1] in self.words.demonyms
        ):
            last += 1
            codes.append(self.words.demonyms[self.tokens.keys[last]])
        return codes, last

    def _border_names(self, at: int) -> tuple[list[str], int]:
        codes: list[str] = []
        end, last, apart = self.tokens.ends[at], at, False
        for mention in self.known[bisect_left(self.known, end, key=lambda m: m.name_start) :][:2]:
            region = mention.place is not None and mention.place.level in ("region", "province")  # «la bande de Gaza»
            gap = self.tokens.text[end : mention.start if region else mention.name_start]
            country = mention.place and (region or mention.place.level == "country") and mention.place.country
            if not country or len(gap) > LONGEST_GAP or not (AND if codes else OF).fullmatch(gap):
                break
            codes.append(country)
            apart = apart or region
            end, last = mention.name_end, bisect_right(self.tokens.ends, mention.name_end) - 1
        return (codes, last) if len(codes) > 1 or not apart else ([], at)

    def _pair(self, codes: list[str], before: int) -> tuple[str, str] | None:
        """The two countries of a border of which the text may tell one: the other is where the story just was."""
        if len(codes) >= 2:
            return codes[0], codes[1]
        if not codes:
            return None
        here = [c for c in self._countries_of_sentence(before) if self._neighbours(c, codes[0])]
        if here:
            return codes[0], here[0]
        rivals = [c for c in (*self._countries_before(before), *self.ranked) if self._neighbours(c, codes[0])]
        return (codes[0], max(rivals, key=self.story.share)) if rivals else None

    def _neighbours(self, one: str, other: str) -> bool:
        return one != other and frozenset((one, other)) in self.words.borders

    def _countries_of_sentence(self, before: int) -> Iterator[str]:
        """The countries that the sentence names before an offset, those that act included, the nearest first."""
        for mention in self._before(before):
            if "." in self.tokens.text[mention.end : before]:
                return
            if mention.place and mention.place.country:
                yield mention.place.country

    def _border_place(self, one: str, other: str) -> Place | None:
        first, second = self._country(one), self._country(other)
        if first is None or second is None:
            return None
        row = self.words.borders.get(frozenset((one, other)))
        name, ident = f"{first.name} – {second.name}", f"border:{min(one, other)}-{max(one, other)}"
        if row:
            point, km = (float(row["lat"]), float(row["lon"])), float(row["km"])
        else:
            ends = (first.lat, first.lon), (second.lat, second.lon)
            point, km = middle(*ends), max(BORDER_KM, distance(*ends) / 3)
        return replace(first, name=name, id=ident, lat=point[0], lon=point[1], km=km, level="region")
