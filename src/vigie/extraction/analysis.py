"""Levels 1 to 3 of a document: its sentences as class strings, with places, times and actors resolved."""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from vigie.intake import boilerplate_spans
from vigie.places import PlaceMention, find_places, story_countries
from vigie.times import TimeMention, find_times
from vigie.times.anchors import wars
from vigie.values import Document, Interval

from .actors import ActorMention, find_actors
from .attribution import Attribution, attribute
from .frames import Clause
from .lexicon import Hit, lexicon, read_table
from .quantities import find_quantities
from .rules import LONGEST
from .sentences import Sentence, quotations, sentences
from .text import fold, lower, tokens
from .units import Mentions, build, codes


@dataclass(slots=True)
class Analysis:
    """A document read up to level 3. `clauses` are its sentences; the mention lists are those of the whole text."""

    document: Document
    published: Interval | None
    country: str | None
    clauses: list[Clause]
    places: list[PlaceMention]
    times: list[TimeMention]
    actors: list[ActorMention]
    attributions: list[Attribution]

    def places_in(self, start: int, end: int) -> list[PlaceMention]:
        """Place mentions inside a span that are places of events (resolved, not metonyms)."""
        return [p for p in self.places if start <= p.start and p.end <= end and p.place and not p.metonym]

    def times_in(self, start: int, end: int) -> list[TimeMention]:
        """Dated time mentions inside a span."""
        return [t for t in self.times if start <= t.start and t.end <= end and t.interval]

    def actors_in(self, start: int, end: int) -> list[ActorMention]:
        """Actor mentions inside a span that name somebody."""
        return [a for a in self.actors if start <= a.start and a.end <= end and a.ids]


_TRIGGERS = frozenset("KIkNDEFCGWB")


def _skipped(sentence: Sentence, spans: list[tuple[int, int]]) -> bool:
    return any(start < sentence.end and sentence.start < end for start, end in spans)


def _carries(hits: list[Hit], sentence: Sentence) -> bool:
    """The cheap first pass: a sentence without any trigger form cannot carry a claim."""
    return any(sentence.start <= h.start and h.end <= sentence.end and h.entry.code in _TRIGGERS for h in hits)


def _clauses(text: str, found: list[Sentence], mentions: Mentions, skip: list[tuple[int, int]]) -> list[Clause]:
    folded = fold(text)
    low, quotes, clauses = lower(folded), quotations(text), []
    for index, sentence in enumerate(found):
        if _skipped(sentence, skip):
            continue
        inside = _inside(mentions, sentence)
        units = build(text, low, tokens(folded, sentence.start, sentence.end), inside)[:LONGEST]
        quoted = any(start <= sentence.start + 1 and sentence.end - 1 <= end for start, end in quotes)
        clauses.append(Clause(index, sentence, units, codes(units), quoted))
    return clauses


def _inside(mentions: Mentions, sentence: Sentence) -> Mentions:
    return Mentions(*([m for m in kind if sentence.start <= m.start and m.end <= sentence.end] for kind in mentions))  # type: ignore[arg-type, attr-defined]


@lru_cache(maxsize=1)
def _interveners() -> frozenset[str]:
    return frozenset(row[0] for row in read_table(files("vigie.vocabulary") / "data" / "interveners.tsv"))


def _theatre(countries: list[str]) -> str | None:
    """The country that the story is about: the most named one, or behind a power that fights abroad the next one at war."""
    if not countries or countries[0] not in _interveners():
        return countries[0] if countries else None
    return next((c for c in countries[1:] if c in wars() and c not in _interveners()), countries[0])


def analyse(document: Document) -> Analysis | None:
    """Read a document up to level 3; None when no sentence carries a trigger (the cheap first pass)."""
    text = document.text
    low = lower(fold(text))
    hits = lexicon("fr").find(low)
    found = sentences(text)
    if not any(_carries(hits, sentence) for sentence in found):
        return None
    places = find_places(text)
    countries = story_countries(places, f"{document.title or ''}\n{text}")
    country = _theatre(countries)
    published = document.published
    times = find_times(text, published)
    actors = find_actors(text, country, published.end if published else None)
    mentions = Mentions(hits, find_quantities(text), times, places, actors)
    clauses = _clauses(text, found, mentions, boilerplate_spans(text))
    attributions = attribute(text, [(s.start, s.end) for s in found], actors)
    return Analysis(document, published, country, clauses, places, times, actors, attributions)
