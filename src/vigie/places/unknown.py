"""Names in no table, behind a word that only a place can follow: «le village de Botodji, dans le nord du Burkina Faso».

Such a place gets its own name and the point and radius of what contains it, as exact as the text is; a quarter those of
its town.
"""

import re
from bisect import bisect_left

from msgspec.structs import replace

from vigie.values import Place

from .geo import distance
from .lexicon import Lexicon
from .mention import PlaceMention, merge
from .tokens import Tokens

BARE = ("village", "villages", "localite", "localites", "hameau", "quartier")
"""Kinds that a name follows without «de»: «au village X»; «le camp X» may be a side."""
FURTHER = re.compile(r",? (?:et |ou )(?:de |d['’]|celui de )?|, (?:de |d['’])?(?=[^.;:()\n]{2,60}? et )")
"""Between the names of «les villages de X, Y et Z»."""
AGAIN = ("a", "vers", "sur", "contre", "dans")
"""Before a name that was told with its kind: it is a place all through."""
FAR_BEFORE, CLOSE = 1200, 25
"""Characters back in which a division is told that a village without one lies in; from a district to its province."""
STOP = re.compile(r"[.;!?\n]")
AFTER = re.compile(r"[^.;!?\n]{0,45}")
BEHIND = re.compile(r"\s*(?:,|\()\s*(?:[^.;:()]{0,40}\s)?(?:dans|en|au|aux|à)?\s*(?:la\s|le\s|l['’]|les\s)?")
DIVISIONS = ("province", "region", "district")
CONTAINERS = (*DIVISIONS, "country")
LONGEST = 4
HEADQUARTERS = ["quartier", "general"]
THE = ("du", "au", "ce")
QUARTER, FARTHEST_QUARTER = "quartier", 40.0
"""The word; kilometres from its town beyond which a place is none of its quarters."""


class Unknown:
    """Reads them in one text, given the mentions already known, of which `known` keeps those that are what they say."""

    def __init__(self, tokens: Tokens, words: Lexicon, known: list[PlaceMention]) -> None:
        self.tokens, self.words = tokens, words
        self.known = [m for m in known if not (self._definite(m) and _stray_quarter(m, known))]
        self.starts = [m.start for m in self.known]

    def read(self) -> list[PlaceMention]:
        """The mentions, in order; `place` is None where nothing near contains them."""
        found: list[PlaceMention] = []
        kinds = self.words.kinds
        for at, key in [(at, key) for at, key in enumerate(self.tokens.keys) if key == "a" or key in kinds]:
            if key in kinds:
                found += self._after_kind(at)
            elif self.tokens.words[at] in ("à", "À") and (mention := self._after_preposition(at)):
                found.append(mention)
        return merge(found, self._again(found))

    def _again(self, found: list[PlaceMention]) -> list[PlaceMention]:
        """«le village de X», then «à X»: the same place."""
        told = {self.tokens.text[m.name_start : m.name_end]: m.place for m in found if m.place}
        again: list[PlaceMention] = []
        for at in [at for at, key in enumerate(self.tokens.keys[:-1]) if told and key in AGAIN]:
            mention = self._mention(at, at + 1)
            place = told.get(mention.text) if mention else None
            if mention and place:
                again.append(replace(mention, place=place, relation="in"))
        return again

    def _definite(self, mention: PlaceMention) -> bool:
        """«le quartier de X», «du quartier de X»; «un quartier de Mossoul» is in that town."""
        at = bisect_left(self.tokens.starts, mention.start)
        first = self.tokens.keys[at : at + 2]
        return first == ["le", QUARTER] or (first[:1] == [QUARTER] and self.tokens.keys[at - 1] in THE)

    def _after_kind(self, kind: int) -> list[PlaceMention]:
        """«le village (dogon) de X», «le quartier X», «les villages de X et Y»: places, whatever is told of them."""
        tokens, first = self.tokens, kind + 1
        if tokens.keys[kind : kind + 2] == HEADQUARTERS:
            return []
        while first < len(tokens) and tokens.linked(first - 1) and not tokens.capital(first) and first - kind < LONGEST:
            first += 1
        bare = first == kind + 1 and tokens.keys[kind] in BARE
        if first >= len(tokens) or not (bare or tokens.keys[first - 1] in ("de", "d", "du")):
            return []
        one = self._mention(kind, first)
        found = [one] if one else []
        last = self._further(kind, one.end if one else self._end_of_known(first), found)
        around = self._containing(self._behind(last)) if last else None
        around = around or next((m.place for m in found if m.place), None)
        found = [_in_common(m, around) for m in found] if len(found) > 1 or last else found
        land = next((code for key in tokens.keys[kind:first] if (code := self.words.demonyms.get(key))), None)
        return [m if not m.place or land in (None, m.place.country) else replace(m, place=None) for m in found]

    def _end_of_known(self, first: int) -> int | None:
        """Where the known place ends whose name begins at a word."""
        start = self.tokens.starts[first]
        return next((m.end for m in self.known if m.name_start == start), None)

    def _further(self, kind: int, end: int | None, found: list[PlaceMention]) -> int | None:
        """Add the unknown ones that follow the first of «les villages de X, Y et Z»; where the last of them ends."""
        last = None
        plural = self.tokens.keys[kind].endswith("s")
        while end is not None and plural and (gap := FURTHER.match(self.tokens.text, end)):
            first = bisect_left(self.tokens.starts, gap.end())
            if first >= len(self.tokens) or self.tokens.starts[first] != gap.end():
                break
            mention = self._mention(first, first, kind)
            found += [mention] if mention else []
            last = end = mention.end if mention else self._end_of_known(first)
            if " et " in gap[0] or " ou " in gap[0]:
                break
        return last

    def _after_preposition(self, at: int) -> PlaceMention | None:
        """«à X, dans le nord du Mali»: only with what contains it right behind, for people follow «à» too."""
        mention = self._mention(at, at + 1) if at + 1 < len(self.tokens) else None
        if mention is None or mention.place is None or mention.text.isupper():
            return None
        following = self.known[bisect_left(self.starts, mention.end) :][:1]  # none where it is the last of the text
        return (
            mention if any(BEHIND.fullmatch(self.tokens.text[mention.end : one.start]) for one in following) else None
        )

    def _mention(self, kind: int, first: int, listed: int | None = None) -> PlaceMention | None:
        """The name that begins at word `first`, told with its `kind`, or further on in a list of that kind."""
        tokens = self.tokens
        linked = listed is not None or tokens.linked(first - 1)
        if not tokens.capital(first) or not linked or tokens.keys[first] in self.words.demonyms:
            return None
        last = first
        while last - first < LONGEST and (more := self._more(last)):
            last += more
        start, name_start, end = tokens.starts[kind], tokens.starts[first], tokens.ends[last]
        if self._taken(start, end):
            return None
        name = tokens.text[name_start:end]
        place = self._quarter(name, start) if tokens.keys[kind] == QUARTER else None
        place = place or self._container(name, start, end)
        word = tokens.keys[kind if listed is None else listed]
        of_kind = word in self.words.kinds
        place = place or (self._told_before(name, start) if of_kind and word != QUARTER else None)
        start = start if of_kind else name_start
        return PlaceMention(
            start=start, end=end, text=tokens.text[start:end], name_start=name_start, name_end=end, place=place,
            rule="unknown",
        )  # fmt: skip

    def _quarter(self, name: str, start: int) -> Place | None:
        """A quarter of the town that its sentence names last, or of the only one in the text: somewhere in it."""
        towns = [m.place for m in self.known if m.place and m.place.level == "town" and _inside(m)]
        here = [m.place for m in self.known if m.place in towns and self._one_sentence(m, start)]
        only = towns[0] if len({town.id for town in towns}) == 1 else None
        town = here[-1] if here else only
        return replace(town, name=name, id=f"{town.id}>{name}", level="quarter") if town else None

    def _one_sentence(self, mention: PlaceMention, start: int) -> bool:
        first, last = sorted((mention.start, start))
        return _inside(mention) and STOP.search(self.tokens.text, first, last) is None

    def _more(self, last: int) -> int:
        """Words that belong to a name behind its word `last`: a capital, or an Arabic article and one («Deir al-X»)."""
        tokens = self.tokens
        if not tokens.tight(last) or last + 1 >= len(tokens):
            return 0
        return 1 if tokens.capital(last + 1) else 2 * tokens.article(last + 1)

    def _taken(self, start: int, end: int) -> bool:
        at = bisect_left(self.starts, end)
        return at > 0 and self.known[at - 1].end > start

    def _container(self, name: str, start: int, end: int) -> Place | None:
        """What contains it: told right after it, else right before it, in the same sentence."""
        at = bisect_left(self.starts, end)
        ahead = [m for m in self.known[max(0, at - 1) : at] if m.end <= start]
        near = [m for m in ahead if AFTER.fullmatch(self.tokens.text, m.end, start)]
        place = self._containing([*self._behind(end), *near])
        return replace(place, name=name, id=f"{place.id}>{name}") if place else None

    def _behind(self, end: int) -> list[PlaceMention]:
        """The place that follows in the same sentence, unless it is beside a land."""
        at = bisect_left(self.starts, end)
        behind = [m for m in self.known[at : at + 2] if AFTER.fullmatch(self.tokens.text, end, m.start)]
        return [m for m in behind if not _beside_a_land(m)][:1]

    def _containing(self, near: list[PlaceMention]) -> Place | None:
        """The first of some places that may contain a village."""
        for mention in near:
            place = mention.place
            if place and not mention.metonym and (place.level in CONTAINERS or mention.relation in ("km_from", "near")):
                return place
        return None

    def _told_before(self, name: str, start: int) -> Place | None:
        """«Attaques dans le nord du Mali. … le village de X»: the last division or part of a country told before; none
        where the sentence names a town («A Gao, … le village de X»).
        """
        last: PlaceMention | None = None
        for mention in reversed(self.known[: bisect_left(self.starts, start)]):
            if last is not None and (not _around(mention) or last.start - mention.end > CLOSE):
                break
            here = STOP.search(self.tokens.text, mention.end, start) is None
            if start - mention.end > FAR_BEFORE or (last is None and here and _in_town(mention)):
                break
            if _around(mention) or (last is None and _wide(mention)):
                last = mention
        place = last.place if last else None
        return replace(place, name=name, id=f"{place.id}>{name}") if place else None


def _wide(mention: PlaceMention) -> bool:
    """A division or a part of a country."""
    return mention.place is not None and mention.place.level in DIVISIONS and _told(mention)


def _around(mention: PlaceMention) -> bool:
    """A district, what lies near a town."""
    place = mention.place
    near = mention.relation in ("near", "km_from")
    return place is not None and _told(mention) and (near or place.level == "district")


def _told(mention: PlaceMention) -> bool:
    return not mention.metonym and mention.relation != "border"


def _in_town(mention: PlaceMention) -> bool:
    return mention.place is not None and mention.place.level == "town" and _inside(mention)


def _in_common(mention: PlaceMention, around: Place | None) -> PlaceMention:
    """One of several villages, with what contains all of them."""
    if around is None or (mention.place and ">" in around.id):
        return mention
    name = mention.text[mention.name_start - mention.start :]
    return replace(mention, place=replace(around, name=name, id=f"{around.id.partition('>')[0]}>{name}"))


def _inside(mention: PlaceMention) -> bool:
    return mention.relation in (None, "in") and not mention.metonym


def _stray_quarter(mention: PlaceMention, known: list[PlaceMention]) -> bool:
    """«le quartier de Koweït» of Abidjan: a quarter called after a country, or after a town that no other is near."""
    place = mention.place
    if place and place.level != "town":
        return False
    towns = (m.place for m in known if m.place and m.place.level == "town" and m is not mention)
    return place is None or all(distance((place.lat, place.lon), (t.lat, t.lon)) > FARTHEST_QUARTER for t in towns)


def _beside_a_land(mention: PlaceMention) -> bool:
    """«près du Mali»: in the country beside it."""
    return mention.relation == "near" and mention.place is not None and mention.place.level == "country"
