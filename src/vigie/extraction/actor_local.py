"""«selon la police» of a town in another country than the story's: the police of that town, not the story's; «24
soldats» who fell there: that country's.
"""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from msgspec.structs import replace

from vigie.places import PlaceMention, neighbours
from vigie.values import Place
from vigie.vocabulary import armies_abroad, occupied

from .actor_forms import context_words
from .actor_ids import pattern_id
from .actor_tokens import keys
from .actors import ActorMention
from .sentences import Sentence

_KINDS = frozenset({"REB", "JIH", "MIL", "SEP"})
_OF = re.compile(r" (?:de la |de l['’]|du |de |d['’])")
_TOWN = frozenset({"site", "quarter", "town", "district"})  # levels of places that have a police of their own
_start = attrgetter("start")


class _Near(NamedTuple):
    """The countries of the places of a sentence, and those of its towns."""

    lands: frozenset[str]
    towns: frozenset[str]


def of_their_town(
    actors: list[ActorMention], places: Sequence[PlaceMention], sentences: Sequence[Sentence], country: str | None
) -> list[ActorMention]:
    """The mentions, those of local organs that no word gives to a state given to that of the towns of their sentence;
    `country` is the story's. Forces go abroad, so that soldiers are of the next country only where none of the story's
    are told to be there; where none of the story's is told of, a government is that of a neighbour («tués à Diffa, au
    Niger, a annoncé le gouvernement»).
    """
    abroad = [p for p in places if p.place is not None and p.place.country not in (None, country)]
    if country is None or not abroad:
        return actors
    ends = [sentence.end for sentence in sentences]
    owners = [bisect_left(ends, actor.end) for actor in actors]
    near = [_near(places, sentence) for sentence in sentences]
    told = [(actor, at) for actor, at in zip(actors, owners, strict=True) if at < len(sentences)]
    gone = {at for actor, at in told if _goes_abroad(actor, country)}
    sent = {land for actor, at in told if _named_force(actor, country) for land in near[at].lands}
    moved = [_moved(actor, _scene(near, at, actor), country, at in gone, sent) for actor, at in told]
    return moved + actors[len(told) :]


def of_their_land(
    text: str, actors: list[ActorMention], places: Sequence[PlaceMention], published: dt.date | None
) -> list[ActorMention]:
    """The mentions, with «des rebelles de Casamance» those of the state in which that land lies."""
    starting = {place.start: place.place for place in places if place.place is not None}
    return [_from(text, actor, starting, published) for actor in actors]


def _from(text: str, actor: ActorMention, starting: dict[int, Place], published: dt.date | None) -> ActorMention:
    home, _, kind = actor.ids[0].rpartition("-") if len(actor.ids) == 1 else ("", "", "")
    linker = _OF.match(text, actor.end) if kind in _KINDS and not actor.inferred else None
    land = starting.get(linker.end()) if linker is not None else None
    if land is None or land.level != "province" or land.country in (None, home):
        return actor
    return replace(actor, ids=pattern_id(str(land.country), kind, published, "fr"))


def _near(places: Sequence[PlaceMention], sentence: Sentence) -> _Near:
    first, last = (bisect_left(places, offset, key=_start) for offset in (sentence.start, sentence.end))
    there = [p.place for p in places[first:last] if p.place is not None and not p.metonym and p.place.country]
    return _Near(
        frozenset({str(p.country) for p in there}), frozenset({str(p.country) for p in there if p.level in _TOWN})
    )


def _scene(near: Sequence[_Near], at: int, actor: ActorMention) -> _Near:
    """The places of a sentence; of one that counts people and names none, those of the one before."""
    bare = not near[at].lands and at > 0 and actor.plural and not actor.definite
    return near[at - 1] if bare else near[at]


def _goes_abroad(actor: ActorMention, country: str) -> bool:
    """«trois soldats ont été tués à Al-Bab, a annoncé le gouvernement»: soldiers of the story's country."""
    return actor.role == "force" and actor.ids == (country,) and not (_is_a(actor, "local") or _is_a(actor, "home"))


def _named_force(actor: ActorMention, country: str) -> bool:
    """«des soldats turcs», «l'armée»: a force of the story's country that is told to be somewhere."""
    return _goes_abroad(actor, country) and not _is_a(actor, "army")


def _moved(actor: ActorMention, near: _Near, country: str, gone: bool, sent: set[str]) -> ActorMention:
    local, army = _is_a(actor, "local"), _is_a(actor, "army")
    if actor.ids != (country,) or not (local or army or (not gone and _is_a(actor, "home"))):
        return actor
    land = next(iter(near.lands)) if len(near.lands) == 1 and (army or near.towns) else country
    stays = army and (land in sent or (country, land) in armies_abroad())
    if land == country or land in occupied() or stays or not (local or neighbours(country, land)):
        return actor
    return replace(actor, ids=(land,))


def _is_a(actor: ActorMention, kind: str) -> bool:
    """«la police», «le gouverneur X», with no word that says of which state: of a class of `actors_context.tsv`."""
    bare = actor.text.removesuffix(actor.person) if actor.person is not None else actor.text
    return " ".join(keys(bare)) in context_words("fr")[kind]
