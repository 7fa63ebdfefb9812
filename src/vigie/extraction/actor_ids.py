"""From the words of a phrase to ids of the coding guide."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Literal

from vigie.vocabulary import actor, is_actor, is_source, occupied

from .actor_forms import Piece, exceptions
from .actor_phrases import Phrase

UNKNOWN = "-UNK"  # ids of gunmen whom nobody knows end with it
KURDISTAN = ("SYR", "IRQ", "IRN", "TUR")
_KURDISH = frozenset({"PKK", "YPG", "SDF", "PYD", "PJAK", "KDPI", "IRQ-KUR"})


def nameless(ids: Iterable[str]) -> bool:
    """Nobody, or gunmen alone whom nobody knows."""
    return all(one.endswith(UNKNOWN) for one in ids)


def owned_by(ids: Sequence[str]) -> Literal["source", "international", "armed"]:
    """What the «membres» or «le représentant» of somebody named are: those of a family or of the UN bear no arms."""
    if not any(map(is_actor, ids)) and all(map(is_source, ids)):
        return "source"
    return "international" if all(is_actor(i) and actor(i).kind == "international" for i in ids) else "armed"


def kurdish_country(pieces: Sequence[Piece], country: str | None) -> str | None:
    """Whose Kurds: the story's country's if it has any (a Turkish story that names Syria is on an offensive there), or
    the PKK's where it alone is named.
    """
    groups = {p.form.value for p in pieces if p.form.value in _KURDISH}
    if groups == {"PKK"}:
        return "TUR"
    named = {p.form.value for p in pieces if p.form.cls in ("country", "demonym")}
    if country in KURDISTAN[:3]:
        return country
    return next((home for home in KURDISTAN if home in named), country if country in KURDISTAN else None)


def own_ids(phrase: Phrase, country: str | None, published: dt.date | None, language: str) -> tuple[str, ...]:
    """The ids that the words of the phrase give, with the story's country where a pattern needs one."""
    home = occupied().get(country or "", country) if "army" in phrase.head.features else country
    states = tuple(dict.fromkeys(phrase.isos)) or ((home,) if home else ())
    also = [
        i
        for ident in phrase.also
        for i in (_template_ids(ident, states, published, language) if "{" in ident else (ident,))
    ]
    return tuple(dict.fromkeys([*_first_ids(phrase, states, published, language), *also]))


def _first_ids(phrase: Phrase, states: tuple[str, ...], published: dt.date | None, language: str) -> tuple[str, ...]:
    form = phrase.head
    if phrase.ids and (form.kind != "state" or not phrase.isos):
        return tuple(i for i in phrase.ids if i)
    if form.cls in ("country", "capital"):
        return tuple(phrase.isos)
    pattern = _pattern(phrase)
    if pattern == "OF":
        unnamed = UNKNOWN if "lawless" in form.features else ""
        return tuple(dict.fromkeys(f"{iso}{unnamed}" if iso != "PSE" else iso for iso in phrase.isos))
    if "{" in pattern:
        return _template_ids(pattern, states, published, language) or ("ANONYMOUS",)
    if form.kind == "source" and pattern == form.value:
        return (pattern,)
    return tuple(i for state in states for i in pattern_id(state, pattern, published, language))


def _template_ids(template: str, states: tuple[str, ...], published: dt.date | None, language: str) -> tuple[str, ...]:
    """`{C}-SEP` for each state, by the exceptions of the pack; nothing where no state is known."""
    suffix = template.removeprefix("{C}").removeprefix("-")
    if suffix == "MEDIA":
        return tuple(f"{state}-MEDIA" for state in states) or ("MEDIA",)
    return tuple(i for state in states for i in pattern_id(state, suffix or "STATE", published, language))


def _pattern(phrase: Phrase) -> str:
    """Adjectives decide before the complement, that before the head: «forces rebelles», «chef des rebelles»."""
    told = [p for p in phrase.patterns if p != "OF"]
    if told:
        if phrase.head.value in ("MIL",) and set(told) == {"STATE"}:
            return "MIL"
        return next((p for p in told if p != "STATE"), "STATE")
    if phrase.inner is not None and phrase.inner.value != "OF":
        return phrase.inner.value
    if phrase.head.cls in ("demonym", "mod") or (phrase.isos and phrase.head.role == "describer"):
        return "STATE"
    return phrase.head.value


_DEFAULTS = {"TER": "JIH", "GRP": "UNK"}


def _in_force(published: dt.date | None, since: dt.date | None, until: dt.date | None) -> bool:
    """Of a text without a day only what is not bound to a few years holds."""
    if published is None:
        return since is None or until is None
    return (since or published) <= published <= (until or published)


def pattern_id(state: str, pattern: str, published: dt.date | None, language: str) -> tuple[str, ...]:
    exception = exceptions(language).get((state, pattern))
    if exception is not None:
        ident, since, until = exception
        if _in_force(published, since, until):
            return (ident,) if ident else ()
    if pattern == "STATE":
        return (state,)
    return (f"{state}-{_DEFAULTS.get(pattern, pattern)}",)


def in_general(head: str, ids: tuple[str, ...], noun: str) -> bool:
    """«des attaques de gangs», then «le gang»: gangs in general are not the one that was named."""
    return head == f"{noun}s" and nameless(ids)
