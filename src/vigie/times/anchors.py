"""Dated anchors of the conflicts covered: battles, agreements, attacks, offices, and when each war began."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick

from vigie.values import Interval

from .data import rows
from .grammar import fold

ACCENTS = str.maketrans("àâäáãåçéèêëíìîïñóòôöõúùûüýÿ", "aaaaaaceeeeiiiinooooouuuuyy")
WARS = ("guerre", "invasion")  # what a row of wars.tsv is called whose first day begins a war
ABOUT = 21  # days around a war's first day in which it may be said to have begun
CLAUSE, NEAR = re.compile(r"[.;:!?\n»\"]|, "), 120  # where the words that tell an event end
FORMER = re.compile(r"(?:ancien|ancienne|ex|futur|future|feu|candidat|candidate|anciens)[- ]$")
PAST = re.compile(r"\b(?:19|20)\d\d\b|epoque|alors president|(?<!\w)(?:ancien|ancienne|ex-|predecesseur)")
HAD, STOP = re.compile(r"[^.]{0,25}?(?<!\w)(?:avait|avaient|etait)(?!\w)"), re.compile(r"[.!?\n](?= |\n|$)")
FALLEN = re.compile(r"renvers|destitu|depos|evinc|chass|chute|demission|putsch|coup d'etat|defunt|deces|successeur")


@dataclass(frozen=True, slots=True)
class Anchor:
    """An event of known days, and the words that tell it: groups, all needed, and words that must not stand by.

    `begins`: the first day of something that goes on, so that later news tell the same words.
    """

    start: dt.date
    end: dt.date
    label: str
    begins: bool
    groups: tuple[frozenset[str], ...]
    never: frozenset[str]


@dataclass(frozen=True, slots=True)
class Hit:
    """An anchor that a sentence tells; `tight` where that sentence alone does, not it and the one before."""

    anchor: Anchor
    sentence: int
    tight: bool


@dataclass(frozen=True, slots=True)
class Office:
    """A person in an office, or a name that exists, in a stretch of time."""

    pattern: "re.Pattern[str]"
    name: str
    titled: bool
    start: dt.date
    end: dt.date | None


def plain(text: str) -> str:
    """Folded and without accents; offsets stay."""
    return fold(text).translate(ACCENTS)


@cache
def anchors() -> tuple[Anchor, ...]:
    """The table of anchors, earliest first."""
    out = []
    for row in rows("anchors.tsv"):
        start = dt.date.fromisoformat(row["start"])
        parts = [frozenset(group.strip().split("|")) for group in row["words"].split("&")]
        groups = tuple(p for p in parts if not any(w.startswith("!") for w in p))
        never = frozenset(w[1:] for p in parts for w in p if w.startswith("!"))
        end = dt.date.fromisoformat(row["end"]) if row["end"] else start
        out.append(Anchor(start, end, row["label"], row["kind"] == "start", groups, never))
    return tuple(out)


@cache
def _matcher() -> tuple[list[str], AhoCorasick]:
    forms = {word.rstrip(".") for anchor in anchors() for group in (*anchor.groups, anchor.never) for word in group}
    listed = sorted(forms)
    return listed, AhoCorasick(listed)


def _present(text: str, bounds: list[tuple[int, int]]) -> list[set[str]]:
    """The anchors' words in each sentence of a plain text."""
    forms, matcher = _matcher()
    present: list[set[str]] = [set() for _ in bounds]
    at = 0
    for index, start, end in matcher.find_matches_as_indexes(text, overlapping=True):
        if start and text[start - 1].isalnum():
            continue
        while at < len(bounds) - 1 and bounds[at][1] < end:
            at += 1
        present[at].add(forms[index])
        if not text[end : end + 1].isalnum():
            present[at].add(forms[index] + ".")
    return present


def hits(text: str, bounds: list[tuple[int, int]]) -> list[Hit]:
    """The anchors that the sentences of a plain text tell, alone or with the sentence before."""
    present = _present(text, bounds)
    out = []
    for i, words in enumerate(present):
        if not words:
            continue
        alone = [Hit(a, i, True) for a in _candidates(words) if _tells(a, words)]
        both = words | (present[i - 1] if i else set())
        out.extend(alone or [Hit(a, i, False) for a in _candidates(both) if _tells(a, both)])
    return out


@cache
def _by_word() -> dict[str, list[int]]:
    out: dict[str, list[int]] = {}
    for index, anchor in enumerate(anchors()):
        for word in anchor.groups[0]:
            out.setdefault(word, []).append(index)
    return out


def _candidates(words: set[str]) -> list[Anchor]:
    """The anchors whose first group the words meet, earliest first."""
    by_word = _by_word()
    return [anchors()[i] for i in sorted({i for word in words for i in by_word.get(word, ())})]


def _tells(anchor: Anchor, words: set[str]) -> bool:
    return all(group & words for group in anchor.groups) and not anchor.never & words


def since_anchor(text: str, start: int, end: int, ref: dt.date | None) -> Interval | None:
    """«depuis la chute de Mossoul»: from the event that the words tell up to `ref`; None where they tell none."""
    rest = text[end : end + NEAR]
    stop = CLAUSE.search(rest)
    first = max(0, start - NEAR)
    told = plain(text[first : end + (stop.start() if stop else len(rest))])
    bounds = [(0, start - first), (start - first, len(told))]
    found = [h.anchor for h in hits(told, bounds) if ref is not None and h.sentence == 1 and h.anchor.start <= ref]
    if ref is None or not found:
        return None
    best = max(found, key=lambda a: (len(a.groups), a.start))
    return Interval(start=best.start, end=ref)


@cache
def offices() -> tuple[Office, ...]:
    """Offices and names with the time in which a text would call them so."""
    out = []
    for row in rows("offices.tsv"):
        titles = "|".join(re.escape(t) for t in row["title"].split(";"))
        name = re.escape(row["name"])
        text = rf"(?<!\w)(?:{titles})(?:[ ,]+[\w'-]+){{0,4}}?[ ,]+{name}(?!\w)" if titles else rf"(?<!\w){name}(?!\w)"
        end = dt.date.fromisoformat(row["end"]) if row["end"] else None
        out.append(Office(re.compile(text), row["name"], bool(titles), dt.date.fromisoformat(row["start"]), end))
    return tuple(out)


def held(text: str) -> dict[str, list[Office]]:
    """The offices and names that a plain text speaks of in their own time; the terms of one person stand together."""
    out: dict[str, list[Office]] = {}
    for office in offices():
        if office.name in text:
            found = office.pattern.search(text)
            if found and _in_office(text, found.start(), found.end(), office.titled):
                out.setdefault(office.pattern.pattern, []).append(office)
    return out


def _in_office(text: str, start: int, end: int, titled: bool) -> bool:
    """Not «l'ancien président», nor one whose fall is told, nor in a sentence about years gone by."""
    if FORMER.search(text, max(0, start - 12), start) or FALLEN.search(text, max(0, start - 80), end + 80):
        return False
    ends = [m.end() for m in STOP.finditer(text, max(0, start - 120), start)]
    after = STOP.search(text, end, end + 120)
    past = PAST.search(text, ends[-1] if ends else max(0, start - 120), after.start() if after else end + 120)
    return not (past or (titled and HAD.match(text, end)))


@cache
def wars(whole: bool = False) -> dict[str, tuple[tuple[dt.date, dt.date | None], ...]]:
    """country (ISO 3166 alpha-3) → the wars' first and last days, earliest first; an open war has no last day.

    `whole`: without battles, crises and insurrections, whose first days are no start of a war.
    """
    out: dict[str, list[tuple[dt.date, dt.date | None]]] = {}
    for row in rows("wars.tsv"):
        if whole and not any(word in fold(row["name"]) for word in WARS):
            continue
        end = dt.date.fromisoformat(row["end"]) if row["end"] else None
        out.setdefault(row["country"], []).append((dt.date.fromisoformat(row["start"]), end))
    return {country: tuple(sorted(spans, key=lambda s: s[0])) for country, spans in out.items()}


def war_began(country: str, first: dt.date) -> bool:
    """Whether a war of the country is known to have begun within some days of `first`; battles are none."""
    return any(abs((first - day).days) <= ABOUT for day, _ in wars(whole=True).get(country, ()))


def war_period(country: str, published: Interval | None) -> Interval | None:
    """What «depuis le début de la guerre» means in a text about a country: from the war's start to publication.

    `country` is ISO 3166 alpha-3. None where no war of that country had begun, or nothing tells when the text was
    published. Of several wars the last that had begun counts; starts and sources are in `vocabulary/data/wars.tsv`.
    """
    if published is None:
        return None
    begun = [span for span in wars().get(country, ()) if span[0] <= published.end]
    if not begun:
        return None
    first, last = begun[-1]
    return Interval(start=first, end=max(first, min(published.end, last or published.end)))
