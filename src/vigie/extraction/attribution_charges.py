"""Who is held responsible, or takes it upon himself, in words of any build (`cues_blame.toml`): «les soupçons se
portent sur X».
"""

import re
import tomllib
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from vigie.vocabulary import is_actor

from .actors import ActorMention
from .lexicon import pack_folder
from .sought import Several
from .text import fold, lower

_FIRST, _ADJECTIVE, _INDEX = 0xE000, 0xF000, 0xFFF  # the characters that stand for actors, and for their adjectives
_WHO, _WHOSE = "(?P<who>[\ue000-\uefff])", "(?P<who>[\uf000-\uf8ff])"
_LEAD = 18  # characters before the words in which a denial may stand
_BARE = re.compile(
    "auteur|assaillant|attaquant|agresseur|tireur|ravisseur|responsable|commanditaire|coupable|cerveau|instigat"
)  # «les auteurs» are whoever did it
_ONE = re.compile(r"(?:soldat|militaire|policier|gendarme|combattant)(?: du (?:califat|groupe|mouvement))?$")
_ARTICLE = 4  # characters of «les » before an accuser
_BY = re.compile(r"\bpar (?:l'|la |le |les |des |une? )?$")  # «des habitants joints par l'AFP soupçonnent»
_NEAR = 10  # characters between an accuser and the verb


class Charge(NamedTuple):
    """In the text at `start` `who` is held responsible («blamed») or says that it was he («claimed»);
    `every`: for several acts; `accuser`: who blames, if he stands beside; `verb`: else the subject does.
    """

    start: int
    who: ActorMention
    rule: str
    hedged: bool
    every: bool
    accuser: tuple[str, ...]
    verb: bool


class _Table(NamedTuple):
    charges: list[tuple[str, bool, re.Pattern[str]]]  # the rule, whether the one blamed stands first, the words
    words: Several  # what each of them does without in no sentence
    hedged: re.Pattern[str]
    denied: re.Pattern[str]
    every: re.Pattern[str]
    habit: re.Pattern[str]
    often: re.Pattern[str]
    seldom: re.Pattern[str]
    some: re.Pattern[str]
    other: re.Pattern[str]
    governed: re.Pattern[str]
    as_it_was: re.Pattern[str]
    of_them: re.Pattern[str]


@lru_cache(maxsize=4)
def _table(language: str) -> _Table:
    data = tomllib.loads((pack_folder(language) / "cues_blame.toml").read_text(encoding="utf-8"))
    slots = {**data["slots"], "who": "{art}" + _WHO, "whose": _WHOSE}
    rules = [
        (rule, pattern.startswith("{who}"), re.compile(_filled(pattern, slots)))
        for rule in ("claimed", "blamed")
        for pattern in data[rule]["patterns"]
    ]
    tones = {name: re.compile("|".join(_filled(one, slots) for one in words)) for name, words in data["tones"].items()}
    return _Table(rules, Several([pattern for _, _, pattern in rules]), **tones)


def _filled(pattern: str, slots: dict[str, Any]) -> str:
    """A pattern with its {slot}s written out; they may hold others."""
    for _ in range(5):
        pattern = re.sub(r"\{([a-z]+)\}", lambda m: slots[m[1]], pattern)
    return pattern


def end_of_denial(text: str, start: int, end: int, language: str) -> int:
    """«X dément avoir bombardé le marché, où 20 civils ont péri»: their death is told as it was, and not denied."""
    beyond = _table(language).as_it_was.search(text, start, end)
    return beyond.start() if beyond else end


def find_charges(text: str, start: int, end: int, actors: Sequence[ActorMention], language: str) -> list[Charge]:
    """The charges of a sentence; `actors` are the mentions in it."""
    table, low = _table(language), lower(fold(text))[start:end]
    likely = table.words.likely(low) if actors else []
    if not likely:
        return []
    answering = [one for one in actors if not former(text, one.start)]
    masked, offsets = _masked(low, start, answering)
    found: dict[int, Charge] = {}
    for rule, told_first, pattern in [table.charges[rank] for rank in likely] if masked != low else ():
        for match in pattern.finditer(masked):
            at, who = offsets[match.start()], answering[ord(match["who"]) & _INDEX]
            words = _before(masked, match.start()) + match[0]
            if not table.denied.search(words) and not (
                table.governed.search(masked[: match.start("who")]) if told_first else _speaks(masked, match, answering)
            ):
                accuser = _agent(text, at, offsets[match.end()], actors) if told_first else _subject(text, at, actors)
                hedged, every = bool(table.hedged.search(words)), bool(table.every.search(masked))
                charge = Charge(at, who, rule, hedged, every, accuser, "verb" in pattern.groupindex)
                found.setdefault(who.start, charge)
    return list(found.values())


def _before(masked: str, at: int) -> str:
    """The words before in which a denial may stand, of the same clause: not «revendiqué par aucun groupe, mais X»."""
    return re.split(r"[,;:]| mais ", masked[max(0, at - _LEAD) : at])[-1]


def _speaks(masked: str, match: re.Match[str], answering: Sequence[ActorMention]) -> bool:
    """«…, soupçonne le chef de la diplomatie»: a government behind the verb that closes what it says."""
    if "verb" not in match.re.groupindex or answering[ord(match["who"]) & _INDEX].role != "government":
        return False
    return masked[: match.start()].rstrip()[-1:] in (",", '"', "»")


def _agent(text: str, start: int, end: int, actors: Sequence[ActorMention]) -> tuple[str, ...]:
    """Whoever is told behind «par» in the words that blame: «X a été mis en cause par les autorités»."""
    by = text.find(" par ", start, end) + len(" par ")
    near = (one for one in actors if by <= one.start <= by + _ARTICLE and one.ids) if by >= len(" par ") else ()
    return next((one.ids for one in near), ())


def former(text: str, start: int) -> bool:
    """«l'ex-président», «l'ancien ministre»: no longer those who govern."""
    return lower(text[max(0, start - _LEAD) : start]).rstrip().endswith(("ex-", "ancien", "ancienne", "anciens"))


def habitual(text: str, start: int, end: int, language: str) -> bool:
    """Whether a sentence tells what happens again and again, so that its charge is about no single act."""
    table = _table(language)
    return table.habit.search(table.of_them.sub("", lower(fold(text[start:end])))) is not None


def of_them(low: str, start: int, end: int, language: str = "fr") -> list[tuple[int, int]]:
    """Where a sentence only tells more of whom it names: «X, connu pour ses attaques fréquentes»."""
    return [match.span() for match in _table(language).of_them.finditer(low, start, end)]


def of_many(text: str, start: int, end: int, language: str) -> bool:
    """«X a revendiqué plusieurs attentats»: whether a sentence tells of a claim to many acts, none pointed at, only."""
    return _table(language).often.search(lower(fold(text[start:end]))) is not None


def seldom(text: str, start: int, end: int, language: str) -> bool:
    """«X revendique rarement ses attaques»: whether a sentence tells of what a group claims as a rule, or does not."""
    return _table(language).seldom.search(lower(fold(text[start:end]))) is not None


def of_some(text: str, start: int, end: int, language: str) -> bool:
    """«deux attaques, dont la plus meurtrière a été attribuée à X», «dont 10% imputées à X»: said of some of them."""
    return _table(language).some.search(lower(fold(text[start:end]))) is not None


def of_something_else(text: str, start: int, end: int, language: str) -> bool:
    """«accuse X d'ingérence»: the words behind the accused, from `start` on, tell of no violence."""
    return _table(language).other.search(lower(fold(text[start:end]))) is not None


def _subject(text: str, at: int, actors: Sequence[ActorMention]) -> tuple[str, ...]:
    """Whoever is told right before the words that blame: «les autorités, elles, soupçonnent»."""
    before = [one for one in actors if one.end <= at and one.ids and not one.adjective]
    near = before and len(text[before[-1].end : at].strip(" ,")) <= _NEAR
    return before[-1].ids if near and not _BY.search(text[before[-1].start - _NEAR : before[-1].start]) else ()


def _may_answer(who: ActorMention) -> bool:
    kind = who.kind not in ("source", "people") and who.role != "source"
    if _BARE.match(who.head) or (not who.plural and _ONE.match(lower(who.text))):
        return False  # «l'assaillant est un soldat» blames no army
    return kind and bool(who.ids) and all(map(is_actor, who.ids))


def _masked(low: str, start: int, actors: Sequence[ActorMention]) -> tuple[str, list[int]]:
    """The sentence with one character for each actor that may be meant, and where each of its characters stands."""
    pieces, offsets, done = [], [], 0
    for index, mention in enumerate(actors):
        first, last = mention.start - start, mention.end - start
        if first < done or not _may_answer(mention):
            continue
        pieces += [low[done:first], chr((_ADJECTIVE if mention.adjective else _FIRST) + index)]
        offsets += [*range(start + done, start + first), mention.start]
        done = last
    return "".join([*pieces, low[done:]]), [*offsets, *range(start + done, start + len(low) + 1)]
