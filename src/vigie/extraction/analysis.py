"""Levels 1 to 3 of a document: its sentences as class strings, with places, times and actors resolved."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from operator import attrgetter, itemgetter
from pathlib import Path
from typing import Any, TypeVar

from vigie.intake import boilerplate_spans
from vigie.places import PlaceMention, find_places, story_countries
from vigie.times import TimeMention, find_times
from vigie.times.anchors import wars
from vigie.values import Document, Interval

from .actor_local import of_their_land, of_their_town
from .actors import ActorMention, find_actors
from .attribution import Attribution, attribute
from .frames import Clause
from .lexicon import Hit, lexicon, read_table
from .quantities import Quantity, find_quantities
from .rules import LONGEST
from .sentences import Sentence, quotations, sentences
from .text import fold, lower, tokens
from .units import Mentions, build, codes

M = TypeVar("M", Hit, Quantity, TimeMention, PlaceMention, ActorMention)
R = TypeVar("R")
Span = tuple[int, int]
_start = attrgetter("start")
_sentence_start = attrgetter("sentence.start")
_first = itemgetter(0)


def within(mentions: Sequence[M], start: int, end: int) -> Sequence[M]:
    """Those mentions of a list in the order of offsets that lie inside a span; none overlap: only the last may cross
    its end."""
    found = mentions[bisect_left(mentions, start, key=_start) : bisect_left(mentions, end, key=_start)]
    return found if not found or found[-1].end <= end else [m for m in found if m.end <= end]


@dataclass(slots=True)
class Analysis:
    """A document read up to level 3. `clauses` are its sentences; the mention lists are those of the whole text.

    `low`: the whole text, folded and in small letters; offsets are those of the text.

    `headline` are the sentences of a title that came apart from the text: they tell what it is about, and nothing is
    claimed from them.

    `memo` keeps what higher levels ask for again and again (the place of the story, the places of a sentence).
    """

    document: Document
    low: str
    published: Interval | None
    country: str | None
    clauses: list[Clause]
    places: list[PlaceMention]
    times: list[TimeMention]
    actors: list[ActorMention]
    attributions: list[Attribution]
    headline: list[Clause] = field(default_factory=list)
    memo: dict[Hashable, Any] = field(default_factory=dict)

    def clause_at(self, offset: int) -> Clause | None:
        """The clause whose sentence has the character at an offset."""
        at = bisect_right(self.clauses, offset, key=_sentence_start) - 1
        return self.clauses[at] if at >= 0 and offset < self.clauses[at].sentence.end else None

    def places_in(self, start: int, end: int) -> list[PlaceMention]:
        """Place mentions inside a span that are places of events (resolved, not metonyms)."""
        return [p for p in within(self.places, start, end) if p.place and not p.metonym]

    def times_in(self, start: int, end: int) -> list[TimeMention]:
        """Dated time mentions inside a span."""
        return [t for t in within(self.times, start, end) if t.interval]

    def once(self, key: Hashable, find: Callable[[], R]) -> R:
        """What `find` gives, worked out once a document."""
        if key not in self.memo:
            self.memo[key] = find()
        found: R = self.memo[key]
        return found


_TRIGGERS = frozenset("KIkNDEFCGWB")


def _with_parted(hits: list[Hit], parted: list[Hit]) -> list[Hit]:
    """The hits with those parted by a time, which take the place of what lies in them."""
    if not parted:
        return hits
    kept = [h for h in hits if not any(p.start <= h.start < p.end for p in parted)]
    return sorted([*kept, *parted], key=_start)


def _touched(sentence: Sentence, spans: list[Span]) -> bool:
    """Whether one of the spans, which are in order and apart, has a character of the sentence."""
    at = bisect_left(spans, sentence.end, key=_first) - 1
    return at >= 0 and sentence.start < spans[at][1]


def _carry(hits: list[Hit], found: list[Sentence]) -> bool:
    """The cheap first pass: a sentence without any trigger form cannot carry a claim."""
    triggers = [h for h in hits if h.entry.code in _TRIGGERS or (h.entry.code == "V" and h.entry.feature("state"))]
    owners = (bisect_right(found, h.start, key=_start) - 1 for h in triggers)
    return any(at >= 0 and h.end <= found[at].end for h, at in zip(triggers, owners, strict=True))


def _quoted(sentence: Sentence, quotes: list[Span]) -> bool:
    """The sentence is a quotation from end to end, or a part of a longer one."""
    at = bisect_right(quotes, sentence.start + 1, key=_first) - 1
    return at >= 0 and sentence.end - 1 <= quotes[at][1]


def _clauses(text: str, found: list[Sentence], mentions: Mentions, skip: list[Span]) -> list[Clause]:
    folded = fold(text)
    low, quotes, clauses = lower(folded), quotations(text), []
    starts = [[m.start for m in one] for one in mentions]
    for index, sentence in enumerate(found):
        if _touched(sentence, skip):
            continue
        units = build(text, low, tokens(folded, sentence.start, sentence.end), _inside(mentions, starts, sentence))[
            :LONGEST
        ]
        clauses.append(Clause(index, sentence, units, codes(units), _quoted(sentence, quotes)))
    return clauses


def _inside(mentions: Mentions, starts: list[list[int]], sentence: Sentence) -> Mentions:
    """The mentions that lie inside a sentence; `starts` has the offsets at which those of each list begin."""
    hits, quantities, times, places, actors = starts
    return Mentions(
        _between(mentions.hits, hits, sentence),
        _between(mentions.quantities, quantities, sentence),
        _between(mentions.times, times, sentence),
        _between(mentions.places, places, sentence),
        _between(mentions.actors, actors, sentence),
    )


def _between(mentions: Sequence[M], starts: list[int], sentence: Sentence) -> Sequence[M]:
    start, end = sentence.start, sentence.end
    found = mentions[bisect_left(starts, start) : bisect_left(starts, end)]
    return found if not found or found[-1].end <= end else [m for m in found if m.end <= end]


@lru_cache(maxsize=1)
def _interveners() -> dict[str, bool]:
    """Powers that fight abroad, and whether places of their own tell that a story is set there."""
    return {row[0]: row[2] == "yes" for row in read_table(files("vigie.vocabulary") / "data" / "interveners.tsv")}


def _theatre(countries: list[str], places: list[PlaceMention], low: str) -> str | None:
    """The story's country: the most named one; behind a power that fights abroad the next one at war, unless more is
    told to be in the power's own country («une bombe à Ankara»).
    """
    there = Counter(m.place.country for m in places if m.place is not None and m.place.country and not m.metonym)
    if countries and len(there) == 1 and not there[countries[0]]:
        beyond = all("fronti" in low[m.start : m.end] for m in places if m.place is not None and not m.metonym)
        # «L'assaillant, un Tunisien, a été blessé à Nice par la police», not «des soldats maliens tués près de la
        # frontière avec le Niger»
        return countries[0] if beyond else next(iter(there))
    if not countries or countries[0] not in _interveners():
        return countries[0] if countries else None
    other = next((c for c in countries[1:] if c in wars() and c not in _interveners()), None)
    at_home = _interveners()[countries[0]] and (other is None or there[other] < there[countries[0]])
    return countries[0] if at_home or other is None else other


def analyse(document: Document, extra: Path | None = None) -> Analysis | None:
    """Read a document up to level 3; None when no sentence carries a trigger (the cheap first pass).

    `extra` is a folder whose tables are read after those of the pack (docs/extending.md).
    """
    text = document.text
    low = lower(fold(text))
    hits = lexicon("fr", extra).find(low)
    found = sentences(text)
    if not _carry(hits, found):
        return None
    places = find_places(text)
    countries = story_countries(places, text, document.title or "")
    country = _theatre(countries, places, low)
    published = document.published
    times = find_times(text, published, extra)
    named = find_actors(text, country, published.end if published else None, extra=extra)
    times = [t for t in times if not _in_name(t, named)]
    places = [p for p in places if not _supposed(p, named)]
    named = of_their_land(text, named, places, published.end if published else None)
    actors = of_their_town(named, places, found, country)
    hits = _with_parted(hits, lexicon("fr", extra).parted(low, ((t.start, t.end) for t in times)))
    mentions = Mentions(hits, find_quantities(text), times, places, actors)
    clauses = _clauses(text, found, mentions, boilerplate_spans(text))
    attributions = attribute(text, [(s.start, s.end) for s in found], actors, country=country)
    headline = _headline(document.title or "", low, country, extra)
    return Analysis(document, low, published, country, clauses, places, times, actors, attributions, headline)


def _in_name(time: TimeMention, actors: list[ActorMention]) -> bool:
    """«Mouvement du 23 mars»: the day is a part of a name; actors stand in the order of the text and apart."""
    at = bisect_left(actors, time.start, key=_start) - 1
    return at >= 0 and time.end <= actors[at].end


def _supposed(mention: PlaceMention, actors: list[ActorMention]) -> bool:
    """«lié à Al-Qaïda, dans le nord du pays»: a name that no table of places has, and that is a group's."""
    unlisted = mention.place is not None and ">" in mention.place.id
    return unlisted and any(
        a.start <= mention.start and mention.end <= a.end for a in actors if a.kind == "armed" and a.ids
    )


def _headline(title: str, low: str, country: str | None, extra: Path | None) -> list[Clause]:
    """The sentences of a title that the text (folded, in small letters) does not begin with."""
    lowered = lower(fold(title))
    if not title or low.lstrip().startswith(lowered.rstrip(" .")):
        return []
    hits = lexicon("fr", extra).find(lowered)
    mentions = Mentions(hits, find_quantities(title), [], [], find_actors(title, country, None, extra=extra))
    return _clauses(title, sentences(title), mentions, [])
