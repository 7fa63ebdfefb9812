"""Places of a text: names read, judged in their context, resolved with the whole text, widened to expressions."""

import re
from collections import Counter
from itertools import pairwise

from msgspec.structs import replace

from .appositions import bracketed, contained, land_told
from .astray import QUARTERS, in_quarter, outside, send_home
from .attacked import attacked
from .countries import BORDER, CITY, COUNTRY, DEMONYM, HYPHENS, METONYM, bound, peoples
from .expressions import Expressions, place_of
from .fitting import fitting, of_a_land
from .fold import fold, skeleton
from .found import Found
from .gazetteer import Entry, Gazetteer, gazetteer
from .geo import distance
from .left import LeftReader
from .lexicon import Lexicon, lexicon
from .mention import PlaceMention, merge
from .names import NameReader
from .phrases import Phrases
from .resolve import REACH, Story, decide, homes, lies_in, of_division
from .supposed import supposed
from .tokens import tokens_of
from .unknown import Unknown

ACTING = 0.5
"""What a mention of a country that acts weighs in the count of a story's countries, as a share of another one."""
FARTHEST, OUTSIDE_REACH, WIDEST_GAP = 80.0, 65.0, 60
"""In a division told with it a place lies no further than so many km; beyond a town in a direction up to so many;
characters between the two names."""
COORDINATE = re.compile(r"(?:\s+et|\s+ou|,)\s+(?:la\s|le\s|l['’])?|\s*[-–]\s*")
ACTS = r" (?:et|ou) (?:l['’]|l[ae]s? )?[A-ZÀ-Þ][\w'’-]*(?: [A-ZÀ-Þ][\w'’-]*)* (?:ont|avaient|auraient|se sont) "
ROW = re.compile(rf"(?!{ACTS}),? (?:et|ou) |, ")  # not «…, Washington et Paris ont condamné»
LANDS, DIVISIONS, BLAMED = ("country", "region"), ("district", "province"), ("imput", "attribu", "reproch")
STOP = re.compile(r"[.;:!?\n]")
COORDINATE_OF = re.compile(r"(?:\s*\([^()\n]{2,20}\))?(?:\s+et|,)\s+(?:de\s|d['’])")
HOLDING = re.compile(r"\s*,?\s*(?:dans|du|au)?\s*(?:le |la |l['’])?")
LEAST, LEAST_SOUND = 0.15, 0.4
"""Share of the story that the country of a lesser-known name needs; of a name known by its sound alone."""
ACCENTS = re.compile("[éèêëàâîïôûùç]")
ABBREVIATED = ("m", "mm", "mme", "dr", "pr", "mgr")
ITSELF = frozenset(("s", "se"))  # «la prise d'otages dans un complexe de X s'est achevée»
AUXILIARIES = frozenset(("a", "ont", "avait", "avaient", "est", "etait"))  # too little: «un carrefour de X a été pris»
MOST, LARGE_CITY, LARGE_TOWN, SHORTEST_OTHER, HEAVY = 10, 300_000, 100_000, 3, 0.5
"""A country named this often is not made more likely by a further mention."""


class Finder:
    """The places of one text."""

    def __init__(self, text: str, table: Gazetteer, words: Lexicon) -> None:
        self.tokens, self.table, self.words = tokens_of(text), table, words
        self.lefts = LeftReader(self.tokens, words)
        self.story = Story()
        self._edges: set[int] = set()
        self._accented = ACCENTS.search(text) is not None
        self._sure: set[str] = set()  # names told once as only a place is («à Vienne»): they are places all through

    def find(self) -> list[PlaceMention]:
        """Mentions in order, none overlapping."""
        names = NameReader(self.tokens, self.table, self.words).read()
        found = [Found(name, self.lefts.read(name.first)) for name in names if not name.blocked]
        self._stand_ins(found)
        self._edges = {edge for f in found for edge in (f.name.first, f.name.last)}
        found = [f for f in found if not self._person(f)]
        self._sure = {f.name.key for f in found if self._topic(f) or self._locative(f)}
        strong = [f for f in found if self._strong(f)]
        self._count(strong)
        self._suppose(found)
        known = {id(f) for f in strong}
        chosen = [f for f in found if (id(f) in known and self._near_story(f)) or self._likely(f)]
        chosen = [f for f in chosen if not (self._cut_short(f) or self._misspelt(f))]
        self._coordinate(chosen)
        self._resolve(chosen)
        send_home(chosen, self.story)
        named = Expressions(self.tokens, self.words, self.table).widen(chosen)
        named = merge(named, Phrases(self.tokens, self.words, self.table, self.story, named).read())
        unknown = Unknown(self.tokens, self.words, named)
        return merge(unknown.known, unknown.read())

    def _stand_ins(self, found: list[Found]) -> None:
        """«la province d'Alep et celle d'Idleb», «les provinces d'Alep et d'Idleb»: of the kind told before."""
        kind, last = None, 0
        for f in found:
            between = self.tokens.text[last : self.tokens.starts[f.left.start]]
            if kind and f.left.of and not f.left.type and not STOP.search(between):
                stands_in = self.lefts.word_before_of(f.name.first) in self.words.stand_in
                if stands_in or (kind.endswith("s") and COORDINATE_OF.fullmatch(between)):
                    f.left.type = kind
            kind, last = f.left.type or kind, self.tokens.ends[f.name.last]

    def _strong(self, f: Found) -> bool:
        """A well-known name that is no common word: a place without more ado."""
        if f.name.sound or not any(e.strong for e in f.name.entries):
            return False
        if not f.name.key.isascii():
            return f.name.key not in self.words.ambiguous
        return f.name.key not in self.words.ambiguous or f.name.key in self._sure

    def _misspelt(self, f: Found) -> bool:
        """«Bale», in a text on Nigeria that writes its accents, is no «Bâle»; «Beni», in one on Congo, is «Béni»."""
        told = self.tokens.text[self.tokens.starts[f.name.first] : self.tokens.ends[f.name.last]]
        if told.isupper() or not told[1:].isascii() or not self._accented or not self._others(f):
            return False
        return all(
            not e.capital and len(told) == len(e.name) and ACCENTS.search(e.name[1:]) is not None
            and not self.story.others_speak_of(e.country, f.own)
            for e in f.name.entries
        )  # fmt: skip

    def _near_story(self, f: Found) -> bool:
        """A quarter, a site or a shared name of a country that the text does not speak of is not meant."""
        inside = f.left.type in QUARTERS  # of a town of the story
        if len(self.story.countries) < 2 and not f.own and not inside:
            return True
        shared = len({e.country for e in f.name.entries}) > 1 or f.name.key.startswith(("region ", "province "))
        there = [
            e for e in f.name.entries
            if self.story.others_speak_of(e.country, f.own) or e.level in ("country", "region")
            or (not inside and (e.capital or e.population >= LARGE_CITY))
            or not (shared or self._quarter(f) or e.level in ("quarter", "site"))
        ]  # fmt: skip
        if not there and not self._others(f):
            return True
        there = there or [e for e in self._by_sound(f) if self.story.share(e.country) > HEAVY]
        f.name.entries = there or f.name.entries
        return bool(there)

    def _others(self, f: Found) -> bool:
        """The text speaks of some country besides by this name."""
        return any(weight > f.own + 0.01 for weight in self.story.countries.values())

    def _locative(self, f: Found) -> bool:
        """Words stand before the name that only a place can follow: «à», «vers», «ont repris»."""
        left, words = f.left, self.words
        told = left.type or left.direction or left.near or left.km or left.road
        return bool(told) or left.prep in words.place_prep or left.prep in words.taken or self._of_deed(f)

    def _of_deed(self, f: Found) -> bool:
        """«l'attentat de Nice», «quatre jours après celle de Nice», «un bar de Nice»: a large town, whose name is a
        word too.
        """
        if not f.left.of or self.lefts.word_before_of(f.name.first) not in self.words.deed | self.words.building:
            return False
        return any(e.population >= LARGE_TOWN and fold(e.name) == f.name.key for e in f.name.entries)

    def _likely(self, f: Found) -> bool:
        """A lesser-known name: in a country of the story and after a locative word, or after «village de»."""
        if f.name.key in self.words.common and not f.left.type:
            return False
        if len(f.name.key) < 3 or (f.name.key in self.words.ambiguous and not self._locative(f)):
            return False
        if self._quarter(f) and not any(self.story.others_speak_of(e.country, f.own) for e in f.name.entries):
            return not self._others(f)
        least = LEAST_SOUND if f.name.sound else LEAST
        local = [e for e in f.name.entries if self.story.share(e.country) >= least]
        if not local:
            alone = not f.name.sound and not self._others(f)  # else it is more likely a village that no table has
            return alone and f.left.type in ("ville", "village", "localite")
        f.name.entries = local
        if f.name.key in self.words.ambiguous or f.name.sound:
            return self._locative(f) or (bool(f.left.of) and f.name.key not in self.words.ambiguous)
        return self._locative(f) or f.left.of or self._listed(f)

    def _listed(self, f: Found) -> bool:
        """«à Gao, Ansongo et Ménaka», a dateline, «(Dori)»: names that follow a place or stand by themselves."""
        before = self.tokens.text[max(0, self.tokens.starts[f.left.start] - 4) : self.tokens.starts[f.left.start]]
        return bool(re.search(r"(,| et| ou|\() ?$", before))

    def _person(self, f: Found) -> bool:
        """Part of a person's or a group's name: «général Douma», «Mohammed Hassan al-Homsi», «Paris Hilton»."""
        tokens, first, last = self.tokens, f.name.first, f.name.last
        if f.left.type or f.left.direction or not f.name.key.isascii():
            return False
        if first > 0 and tokens.keys[first - 1] in ABBREVIATED and tokens.gap(first - 1).rstrip() == ".":
            return True
        if first > 0 and tokens.tight(first - 1) and not self._joined(first - 1, first - 1):
            before = tokens.keys[first - 1]
            if before in self.words.title:
                return True
            if tokens.capital(first - 1) and not tokens.first(first - 1) and not self._function(before):
                return True
            if tokens.capital(first - 1) and not self._function(before) and tokens.gap(first - 1) != "-":
                return True
        follows = last + 1 < len(tokens) and tokens.tight(last) and tokens.capital(last + 1)
        beside = tokens.gap(last) in HYPHENS and any(e.level == "country" for e in f.name.entries)  # «Colombie-ELN :»
        if (
            not follows
            or beside
            or self._joined(last, last + 1)
            or tokens.keys[last + 1] in ("est", "ouest", "nord", "sud", "centre")
        ):
            return False
        return not (self._locative(f) and any(e.strong for e in f.name.entries))

    def _cut_short(self, f: Found) -> bool:
        """«Taza Khormatou»: a capital right behind a name of another part of the world; no table has the whole name."""
        last, tokens = f.name.last, self.tokens
        if last + 1 < len(tokens) and f.name.key in self.words.first_part and tokens.tight(last):
            return tokens.article(last + 1)  # «Deir al-Charqi» is not Deir
        follows = last + 1 < len(tokens) and tokens.tight(last) and tokens.capital(last + 1)
        if not follows or self._joined(last, last + 1) or self._function(tokens.keys[last + 1]):
            return False
        told = any(self.story.others_speak_of(e.country, f.own) or e.level == "country" for e in f.name.entries)
        return not told and not self.story.countries.keys() <= {e.country for e in f.name.entries}

    def _joined(self, at: int, neighbour: int) -> bool:
        """A hyphen after word `at` joins two names of places: «la route Hama-Alep»."""
        return neighbour in self._edges and self.tokens.gap(at) in HYPHENS

    def _function(self, key: str) -> bool:
        words = self.words
        every = (words.place_prep, words.of, words.det, words.near, words.metonym_before)
        return any(key in group for group in every) or key in words.types or key in words.common

    def _count(self, strong: list[Found]) -> None:
        """Weigh the countries: their names, their people, cities that only one of them has."""
        weights, own = self.story.countries, Counter(f.name.key for f in strong)
        for country in peoples(self.tokens, self.words):
            weights[country] += DEMONYM
        for f in sorted(strong, key=lambda f: len(homes(f.name.entries)) > 1):
            f.metonym = self._metonym(f)
            fitting = self._fitting(f)
            if not fitting:  # «le quartier de Koweït»: a quarter that no table has, called after a country
                continue
            best = max(fitting, key=lambda e: (e.level == "country", e.capital, e.strong, e.curated, e.population))
            if self.story.shared(f.name.entries, best):
                continue
            if best.country and best.level not in ("quarter", "site"):
                f.own = own[f.name.key] * CITY
                weights[best.country] += self._weight(f, best)
            if best.level == "province":
                self.story.provinces.add(best.name)
        for country in weights:
            weights[country] = min(weights[country], MOST)

    def _suppose(self, found: list[Found]) -> None:
        """A text that speaks of no country plays where its lesser-known places are."""
        if self.story.countries:
            return
        common = self.words.ambiguous | self.words.common
        here = (f for f in found if self._locative(f) or bracketed(self.tokens, f.name))
        told = {f.name.key: (f.name.entries, self._of_its_kind(f)) for f in here if not f.name.sound}
        if country := supposed(what for key, what in told.items() if what[1] or key not in common):
            self.story.countries[country] = CITY

    def _of_its_kind(self, f: Found) -> bool:
        """«le département du Rhône»: the word before the name is what its place is."""
        return f.left.type is not None and any(e.level == self.words.types[f.left.type][0] for e in f.name.entries)

    def _weight(self, f: Found, best: Entry) -> float:
        """What one name says for its country."""
        if best.level != "country":
            return METONYM if f.metonym and best.capital else CITY
        return (BORDER if bound(self.tokens, f.name.first, self.words) else COUNTRY) * (ACTING if f.metonym else 1.0)

    def _metonym(self, f: Found) -> bool:
        """A capital or a country that acts: «Washington a annoncé», «selon Moscou», «les alliés de Damas»."""
        tokens, words, left = self.tokens, self.words, f.left
        country = any(e.level == "country" for e in f.name.entries)
        seat = f.name.key in words.seat or any(e.capital for e in f.name.entries)
        scene = bracketed(tokens, f.name) or attacked(tokens, words, left.start, f.name.first)
        if not (seat or country) or self._topic(f) or scene:
            return False
        if left.prep in ("a", "au") and self._addressed(f, seat):
            return True
        outer = words.place_prep - ({"entre", "sur"} if country else {"entre"})
        if left.type or left.direction or left.near or left.km or left.road or left.prep in outer:
            return False
        last = f.name.last
        follows = tokens.keys[last + 1] if last + 1 < len(tokens) and tokens.linked(last) else ""
        if left.of:
            before = self.lefts.word_before_of(f.name.first)
            return before in words.metonym_before or (seat and follows in words.speech - AUXILIARIES - ITSELF)
        after = (
            tokens.keys[last + 2] if last + 2 < len(tokens) and tokens.linked(last) and tokens.linked(last + 1) else ""
        )
        subject = left.start == 0 or tokens.keys[left.start - 1] not in words.metonym_before
        if seat and subject and follows in ("a", "ont", "est", "etait") and (after == "ete" or after in words.hit):
            return False
        return follows != "" or left.prep is not None or f.name.first > 0

    def _addressed(self, f: Found, seat: bool) -> bool:
        """«imputé à Moscou», «face à Damas»; of a country only what is laid at its door («attribué à l'Iran»)."""
        behind = self.tokens.keys[max(0, f.left.start - 3) : f.left.start]
        words = [key for key in behind if key != "a" and key not in self.words.det]
        return bool(words) and words[-1] in self.words.address and (seat or words[-1].startswith(BLAMED))

    def _coordinate(self, chosen: list[Found]) -> None:
        """«entre Alep et Damas», «à Bagdad et Mossoul»: what stands beside a place is one, beside a government too."""
        listed = False  # the one is told in a row with a place
        for one, other in pairwise(chosen):
            gap = self.tokens.text[self.tokens.ends[one.name.last] : self.tokens.starts[other.left.start]]
            row = COORDINATE.fullmatch(gap) if self._locative(one) or listed else None
            goes_on = "," not in gap or ROW.match(self.tokens.text, self.tokens.ends[other.name.last])
            listed = row is not None and goes_on is not None and not one.metonym
            if other.metonym and listed:
                other.metonym = other.is_land and not one.is_land  # «avance vers Alep, la Russie et l'Iran ont dit»
            elif (
                one.metonym and other.left.of and COORDINATE_OF.fullmatch(gap)
            ):  # «à l'initiative d'Ankara et de Moscou»
                other.metonym = any(e.capital for e in other.name.entries)
        for one, other in pairwise(reversed(chosen)):  # «Washington, Paris et Londres ont frappé»
            gap = self.tokens.text[self.tokens.ends[other.name.last] : self.tokens.starts[one.left.start]]
            if one.metonym and gap.strip() == "," and self.tokens.first(other.left.start) and not self._locative(other):
                other.metonym = other.is_land or any(e.capital for e in other.name.entries)

    def _topic(self, f: Found) -> bool:
        """The head of a title or a dateline: «Mali : deux soldats tués», «BAMAKO (AFP)»."""
        after = self.tokens.text[self.tokens.ends[f.name.last] : self.tokens.ends[f.name.last] + 4].lstrip()
        return self.tokens.first(f.name.first) and after[:1] in (":", "(", "-", "–", "—", ".")

    def _resolve(self, chosen: list[Found]) -> None:
        """Unequivocal names first: they tell where the story plays; then the rest, each after what contains it."""
        for one, other in pairwise(chosen):
            one.container = other if self._contains(one, other) else None
        for one, other in pairwise(chosen):
            if other.container is None and self._holds(one, other):
                other.container = one
        for f in sorted(chosen, key=lambda f: (len({e.id for e in f.name.entries}), f.name.first)):
            self._settle(f)

    def _settle(self, found: Found) -> None:
        """A name after those that contain it, the widest first; in a list there may be thousands, each in the next."""
        chain: list[tuple[Found, list[Entry]]] = []
        outer: Found | None = found
        while outer is not None and not outer.done:
            outer.done = True
            chain.append((outer, self._fitting(outer)))
            outer = outer.container
        for f, able in reversed(chain):
            inside = f.container is not None and (able or not f.left.named)
            entries = self._inside(able, f) if inside else able
            f.entry, f.ranked = decide(entries, self.story)
            if f.entry and f.entry.level in ("town", "quarter", "site", "district") and not f.metonym:
                self.story.add_point(f.entry.point)

    def _contains(self, f: Found, other: Found) -> bool:
        """«Nawa, dans le Helmand», «Tripoli (Liban)», «Douma, près de Naplouse»: the next name tells where."""
        tokens = self.tokens
        gap = tokens.text[tokens.ends[f.name.last] : tokens.starts[other.left.start]]
        if other.metonym or f.metonym or len(gap) > WIDEST_GAP or in_quarter(f, other):
            return False
        f.told = gap.lstrip()[:1] in (",", "(")
        if gap.strip() == "à" and self._quarter(f):
            return True
        if gap.strip() == "," and other.left.type and self.words.types[other.left.type][0] in DIVISIONS:
            f.apposed = True  # «Agdam, district de Tovouz»
            return True
        if other.left.near and any(e.level == "country" for e in other.name.entries):
            f.told = False
            return False  # «à Ménaka, près du Niger»: in the country beside it
        beside = other.left.near or other.left.km is not None or (other.left.direction and other.left.outside)
        land = other.left.type in self.words.towns and any(e.level in LANDS for e in other.name.entries)
        return contained(gap, bool(beside), land)

    def _quarter(self, f: Found) -> bool:
        """«le quartier de», «le camp de» stands before the name."""
        return f.left.type is not None and self.words.types[f.left.type][0] in ("quarter", "site")

    def _holds(self, one: Found, f: Found) -> bool:
        """«à Homs, dans le quartier de Bayada»: a town told before its quarter."""
        gap = self.tokens.text[self.tokens.ends[one.name.last] : self.tokens.starts[f.left.start]]
        return self._quarter(f) and len(gap) <= WIDEST_GAP and bool(HOLDING.fullmatch(gap))

    def _inside(self, entries: list[Entry], f: Found) -> list[Entry]:
        """The entries that lie in the container; when it has none, those of its country; else none for sure."""
        place = place_of(self.words, self.table, f.container) if f.container else None
        if place is None or f.container is None:
            return entries
        if f.container.left.outside:  # «Homs, à l'est de Tripoli»: it may be a good way off
            place = replace(place, km=max(place.km, OUTSIDE_REACH))
        within = [e for e in entries if of_division(e, place)] or [e for e in entries if lies_in(e, place)]
        able = [e for e in entries if not outside(e, f, place)]
        same = [e for e in able if e.country == place.country or place.country is None]
        if f.apposed:  # none of that name near by: a village that no table has
            same = [e for e in same if distance(e.point, (place.lat, place.lon)) <= place.km * REACH + FARTHEST]
        sure = able if not f.told else [e for e in able if e.capital or e.level in ("country", "region")]
        return within or same or sure or [e for e in self._by_sound(f) if lies_in(e, place)]

    def _by_sound(self, f: Found) -> list[Entry]:
        """Other spellings of the name, asked when none of its own fits: «Mansoura» is «Al Manşūrah» in Egypt."""
        return self.table.get("~" + skeleton(f.name.key)) if len(f.name.key) > SHORTEST_OTHER else []

    def _fitting(self, f: Found) -> list[Entry]:
        found = fitting(f.name, f.left, self.words, self.table, of_a_land(self.tokens, f.name, f.left))
        land = land_told(self.tokens, self.words, f.name.last)
        return [e for e in found if land and e.country == land] or found


def find_places(text: str) -> list[PlaceMention]:
    """The places that a text names: in order, not overlapping, offsets in code points of `text`.

    Each is resolved with the context of the whole text (countries of the story, provinces named, its other places,
    size); a name that stays between several places has no `place` but `candidates`.
    """
    return Finder(text, gazetteer(), lexicon()).find()
