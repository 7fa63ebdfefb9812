"""Levels 2 and 3: a sentence as units, and the units as a string with one character a class.

The phrase and clause rules are regular expressions over that string (the idea of a cascade of finite automata is
FASTUS's). A unit is a lexicon form, a quantity, a time, a place, an actor, a mark, or a word that says nothing.
"""

import itertools
import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Final, NamedTuple

from vigie.places import PlaceMention
from vigie.times import TimeMention

from .actors import ActorMention
from .lexicon import Entry, Hit, lexicon
from .quantities import Quantity
from .quoted_gaps import gap_marks
from .text import Token

_MARKS = {
    ",": ",",
    ";": ";",
    ":": ":",
    '"': '"',
    "'": '"',  # «387 'terroristes'»
    "(": "(",
    ")": ")",
    "[": "(",
    "]": ")",
    ".": ".",
    "!": ".",
    "?": ".",
    "…": ".",
    "%": "%",
}
_start = attrgetter("start")
_ADVERB = re.compile(r"[a-zéèêîïû]{4,}ment$|[a-zéèê]{3,}ième$")
_AGES = re.compile(r"(?<=[d(])Q(?:[t,]{1,2}Q){1,4}(?=m)")
_SUBJECTS = "wgJ"  # behind «qui», «ne», «la canicule» a word is a verb where it can be one: «frappe», «attaque»
_SOME_OF = re.compile(r"[Qq]dl?(?P<all>Q)(?=[oj]?V(?!o?K))")  # but «cinq des 17 personnes tuées» were killed all
_NAME = re.compile(r"[A-ZÀ-ÖØ-Þ]")
_PROPER = re.compile(r"[A-ZÀ-ÖØ-Þ][a-zß-ÿ]")

_ARTICLE = re.compile("l['’]|la |les? ")
_LINKED = re.compile(r" (?:de |du |des |de la |de l['’]|d['’])$")
_LINKER = re.compile("(?:du |des |de la |de l['’]|de |d['’])")


class Unit:
    """One class character with what stands behind it. `code` is documented in docs/rules.md.

    A class of our own, no struct and no named tuple: there are hundreds an article, they are read from thousands of
    times, and only of such a class does the compiled code know where a field lies. Nobody changes one.
    """

    def __init__(
        self,
        start: int,
        end: int,
        code: str,
        low: str,
        entry: Entry | None = None,
        quantity: Quantity | None = None,
        time: TimeMention | None = None,
        place: PlaceMention | None = None,
        actor: ActorMention | None = None,
    ) -> None:
        self.start: Final = start
        self.end: Final = end
        self.code: Final = code
        self.low: Final = low
        self.entry: Final = entry
        self.quantity: Final = quantity
        self.time: Final = time
        self.place: Final = place
        self.actor: Final = actor

    def but(
        self,
        *,
        start: int | None = None,
        end: int | None = None,
        code: str | None = None,
        low: str | None = None,
        actor: ActorMention | None = None,
    ) -> "Unit":
        """Another one, which differs in what is told."""
        return Unit(
            self.start if start is None else start,
            self.end if end is None else end,
            self.code if code is None else code,
            self.low if low is None else low,
            self.entry, self.quantity, self.time, self.place,
            self.actor if actor is None else actor,
        )  # fmt: skip

    def feature(self, name: str) -> str | None:
        """A feature of the lexicon entry, None without one."""
        return self.entry.told.get(name) if self.entry is not None else None

    @property
    def value(self) -> str:
        """The value of the lexicon entry, "" without one."""
        return self.entry.value if self.entry is not None else ""


_INSIDE = 6  # words of a time that may tell an act
_FIRST = 3  # spaces before the act: «depuis les raids»; «depuis le début de l'assaut» tells of none
_DONE = re.compile(r" \w+ée?s? ")  # «l'attaque menée vendredi»
_hit_start = attrgetter("start")
_END = Unit(sys.maxsize, sys.maxsize, "", "")  # behind every other


class Mentions(NamedTuple):
    """What level 2 found in a text, each list in the order of offsets."""

    hits: Sequence[Hit]
    quantities: Sequence[Quantity]
    times: Sequence[TimeMention]
    places: Sequence[PlaceMention]
    actors: Sequence[ActorMention]


def _quantity_code(quantity: Quantity) -> str:
    return {"article": "q", "zero": "Z", "ordinal": "R"}.get(quantity.kind, "Q")


class _Codes(dict[str, str]):
    """The classes of the words that no list knows, met so far; bounded: foreign text brings ever new ones."""

    def __missing__(self, low: str) -> str:
        if len(self) > 20_000:
            self.clear()
        self[low] = code = _word_code(low)
        return code


_CODES = _Codes()


def _word_code(low: str) -> str:
    """The class of a word in small letters; one of letters is a name («U») where it is written with a capital."""
    if low in _MARKS:
        return _MARKS[low]
    if not low[0].isalnum():
        return "-"
    if _ADVERB.match(low):
        return "r"
    return "#" if low[0].isdigit() else "o"


def _past_article(low: str, start: int) -> int:
    """Where the first noun of a place begins: «le camp militaire de X» is a camp."""
    article = _ARTICLE.match(low, start)
    return start if article is None else article.end()


def _spans(mentions: Mentions, low: str, text: str) -> list[Unit]:
    """Candidate units by preference: a time swallows its number, a victim noun its demonym, a place its name."""
    times = [_time(t, mentions.hits, low) for t in mentions.times]
    hits = [h for h in mentions.hits if h.entry.code != "V" or _fits(h, text)]
    lexical = [Unit(h.start, h.end, (entry := h.entry).code, entry.form, entry) for h in hits]
    figures = [Unit(q.start, q.end, _quantity_code(q), q.words, None, q) for q in mentions.quantities]
    things = {
        h.start: h.entry for h in mentions.hits if h.entry.code == "Y"
    }  # «l'hôpital de Sanaa» is a place and a thing
    places = [
        Unit(p.start, p.end, "P", low[p.start : p.end], things.get(_past_article(low, p.start)), place=p)
        for p in mentions.places
        if not p.metonym
    ]
    actors = [Unit(a.start, a.end, "a" if a.adjective else "A", low[a.start : a.end], actor=a) for a in mentions.actors]
    return [*times, *_up_to(places, _with_sides(lexical, actors, low), low), *figures, *places]


def _fits(hit: Hit, text: str) -> bool:
    """«deux Peuls» are people, «un éleveur peul» is one of them."""
    return hit.entry.feature("capital") is None or text[hit.start].isupper()


def _up_to(places: list[Unit], units: list[Unit], low: str) -> list[Unit]:
    """«le chef de district de X»: a noun for somebody ends where the name of a place begins that goes on behind it."""
    if not places:
        return units
    starts = [place.start for place in places]
    return [_cut(unit, places, starts, low) if unit.code == "V" else unit for unit in units]


def _cut(unit: Unit, places: list[Unit], starts: list[int], low: str) -> Unit:
    at = bisect_right(starts, unit.start)
    if at == len(starts) or not starts[at] < unit.end < places[at].end:
        return unit
    linked = _LINKED.search(low, unit.start, starts[at])
    return unit if linked is None else unit.but(end=linked.start())


def _violent(hit: Hit) -> bool:
    """An act but a coup, from which years are counted («depuis leur putsch»)."""
    return hit.entry.code == "E" and not hit.entry.value.startswith("Change")


def _time(told: TimeMention, hits: Sequence[Hit], low: str) -> Unit:
    """A time as a unit; of «depuis l'attaque menée vendredi» what stands behind the act and its verb, of «depuis
    l'offensive» the first word: the act is told as well.
    """
    start, end = told.start, told.end
    counted = told.kind in ("since", "event")
    first = bisect_left(hits, start, key=_hit_start) if counted else len(hits)
    near = (hit for hit in hits[first : first + _INSIDE] if hit.end <= end and _violent(hit))
    act = next((hit.end for hit in near if low.count(" ", start, hit.start) < _FIRST), 0)
    if act == end:
        end = low.index(" ", start)
    elif act:
        done = _DONE.match(low, act)
        start = done.end() if done is not None else act + 1
    return Unit(start, end, "T", low[start:end], None, None, told)


def _with_sides(lexical: list[Unit], actors: list[Unit], low: str) -> list[Unit]:
    """Actors as units; where one overlaps a victim noun («soldats français») the noun keeps its class."""
    if not actors:
        return lexical
    merged, starts = [], [unit.start for unit in lexical]
    acts = [unit for unit in lexical if unit.code == "E"]
    taken: set[int] = set()
    for actor in [_behind_act(acts, actor, low) for actor in actors]:
        inside = range(bisect_left(starts, actor.start), bisect_left(starts, actor.end))
        nouns = [i for i in inside if lexical[i].code == "V" or _craft(lexical[i], actor)]
        if nouns and not _of_a_body(lexical[nouns[0]], actor):
            noun = lexical[nouns[0]]
            first = actor.start if noun.feature("adj") is not None and actor.code == "A" else noun.start
            merged.append(noun.but(start=first, end=max(actor.end, noun.end), actor=actor.actor))
            taken.update(inside)
        elif not any(
            lexical[i].code in "KIkEFWDNCGM" and actor.code == "A" and _tail(lexical[i], actor) for i in inside
        ) and not _nobody(actor, [lexical[i] for i in inside]):
            merged.append(actor)
            taken.update(inside)
    return [*merged, *(unit for i, unit in enumerate(lexical) if i not in taken)]


def _of_a_body(noun: Unit, actor: Unit) -> bool:
    """«le secrétaire général de l'ONU», «une source militaire», «le Parti des travailleurs du Kurdistan»: a word of
    people within the name of a body or a group, its office or a source counts nobody.
    """
    if actor.actor is None or actor.code != "A" or noun.start == actor.start:
        return False
    if actor.actor.kind == "armed" and actor.actor.text[0].isupper() and not any(map(_described, actor.actor.ids)):
        return True
    speaks = noun.feature("adj") is not None and actor.actor.head.startswith(("source", "responsable"))
    return speaks or (actor.actor.kind == "international" and actor.actor.role == "government")


def _described(actor: str) -> bool:
    """«CMR-UNK»: an id that no name gives."""
    return actor[3:4] == "-"


def _behind_act(acts: list[Unit], actor: Unit, low: str) -> Unit:
    """«une frappe de drone américaine»: the craft belongs to the act, its owner stands behind it like an adjective, or
    behind «de» as any other («les tirs d'artillerie du régime»).
    """
    ends = [u.end for u in acts if u.start < actor.start < u.end < actor.end]
    if not ends:
        return actor
    start = ends[0] + 1
    linker = _LINKER.match(low, start, actor.end)
    start = linker.end() if linker else start
    return actor.but(start=start, low=low[start : actor.end], code="A" if linker else "a")


def _craft(unit: Unit, actor: Unit) -> bool:
    """«des avions russes»: a weapon that names who uses it stays a weapon and gains the actor."""
    return unit.code == "W" and actor.code == "A" and unit.start == actor.start


def _nobody(actor: Unit, inside: list[Unit]) -> bool:
    """«l'auteur de l'attaque» names nobody, but an act; a hospital that speaks is a building all the same."""
    if actor.actor is not None and actor.actor.kind == "source":
        return any(unit.code == "Y" and unit.start == actor.start for unit in inside)
    return (
        actor.actor is not None
        and (actor.actor.inferred or not actor.actor.ids)
        and any(unit.code == "E" for unit in inside)
    )


def _tail(unit: Unit, actor: Unit) -> bool:
    """A trigger at the head of an actor phrase is the trigger's, not the actor's."""
    return unit.start == actor.start


def _choose(units: Sequence[Unit]) -> list[Unit]:
    """Non-overlapping units in order. Few overlap at all: only those are held against each other."""
    groups: list[list[Unit]] = []
    last = 0
    for unit in sorted(units, key=_start):
        if unit.start < last:
            groups[-1].append(unit)
        else:
            groups.append([unit])
        last = max(last, unit.end)
    return [unit for group in groups for unit in (group if len(group) == 1 else _best(group, units))]


def _best(group: list[Unit], units: Sequence[Unit]) -> list[Unit]:
    """Of units that overlap times first (they swallow their numbers), then the longest; an article comes last."""
    rivals = set(map(id, group))
    ranked = sorted([unit for unit in units if id(unit) in rivals], key=_rank)  # equals stay in the order of `units`
    chosen: list[Unit] = []
    starts: list[int] = []
    for unit in ranked:
        at = bisect_left(starts, unit.end)
        if not at or chosen[at - 1].end <= unit.start:
            starts.insert(at, unit.start)
            chosen.insert(at, unit)
    return chosen


def _rank(unit: Unit) -> tuple[bool, float]:
    return unit.code != "T", unit.start - unit.end + (0.5 if unit.code in "Qq" else 0)


def build(text: str, low: str, words: Sequence[Token], mentions: Mentions) -> list[Unit]:
    """The units of a stretch of text: mentions where there are, single words elsewhere. `words` are its tokens."""
    chosen = iter([*_choose(_spans(mentions, low, text)), _END])
    units: list[Unit] = []
    taken, mention = 0, next(chosen)  # where the last mention that became a unit ends, and the next one
    for start, end, word in words:
        if start < taken:
            continue
        while mention.end <= start:
            mention = next(chosen)
        if mention.start < end:
            units.append(mention.but(code="U") if _mister(mention, text) else mention)
            taken = mention.end
        else:
            code = _CODES[word]
            units.append(Unit(start, end, "U" if code == "o" and _NAME.match(text, start) else code, word))
    told = [units[0], *(_beside(unit, before, text) for before, unit in itertools.pairwise(units))] if units else []
    if marks := gap_marks(codes(told)):
        told = [unit for at, unit in enumerate(told) if at not in marks]
    idle = set(_idle(told, codes(told)))
    return [unit.but(code="o") if at in idle else unit for at, unit in enumerate(told)] if idle else told


def _mister(unit: Unit, text: str) -> bool:
    """«M. Keita» is no number of metres."""
    return unit.code == "m" and text.startswith("M.", unit.start)


def _idle(units: list[Unit], letters: str) -> Iterator[int]:
    """Numbers that count nobody who is told of: years with the last one («deux enfants de 3 et 8 ans», «(12, 15 et 17
    ans)»); all those of whom some are meant («quatre des cinq assaillants ont été tués»).
    """
    if "Qm" in letters:
        for match in _AGES.finditer(letters):
            if units[match.end()].low in ("an", "ans", "mois"):
                yield from (at for at in range(match.start(), match.end() - 1) if letters[at] == "Q")
    if "dQ" in letters or "dlQ" in letters:
        yield from (match.start("all") for match in _SOME_OF.finditer(letters))


def _beside(unit: Unit, before: Unit, text: str) -> Unit:
    """What a word is behind another one; «les policiers du Raid» are of a unit of that name."""
    if unit.code == "V":
        return _as_adjective(unit, before)
    if unit.code == "H" and before.code in "Qqhl" and unit.low.startswith("présum"):
        return unit.but(
            code="r"
        )  # «deux présumés jihadistes ont été tués»: it is open who they were, not that they were
    if unit.code == "E" and before.code in "dl" and text[before.start].islower() and _PROPER.match(text, unit.start):
        return Unit(unit.start, unit.end, "U", unit.low)
    verb = _as_verb(unit.low) if unit.code == "E" and before.code in _SUBJECTS else None
    return unit if verb is None else Unit(unit.start, unit.end, verb.code, unit.low, verb)


@lru_cache(maxsize=64)
def _as_verb(low: str) -> Entry | None:
    """«L'épidémie qui frappe»: the entry of a noun's word as a verb, by its plural («frappent»)."""
    hits = lexicon("fr").find(f"{low}nt") if low.endswith("e") else []
    return next((hit.entry for hit in hits if hit.entry.code == "F"), None)


def _as_adjective(unit: Unit, before: Unit) -> Unit:
    """«une opération militaire», «des tirs rebelles»: behind a noun the word is an adjective and nobody is counted."""
    if unit.feature("adj") is None or before.code not in "oUEDWVANCB":
        return unit
    return unit.but(code="j")


def codes(units: Sequence[Unit]) -> str:
    """The class string of a sequence of units."""
    return "".join([unit.code for unit in units])
