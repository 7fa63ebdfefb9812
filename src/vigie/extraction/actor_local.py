"""«selon la police» of a town in another country than the story's: the police of that town, not the story's."""

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from msgspec.structs import replace

from vigie.places import PlaceMention, neighbours
from vigie.vocabulary import occupied

from .actor_forms import context_words
from .actor_tokens import keys
from .actors import ActorMention
from .sentences import Sentence

_TOWN = frozenset({"site", "quarter", "town", "district"})  # levels of places that have a police of their own
_start = attrgetter("start")


def of_their_town(
    actors: list[ActorMention],
    places: Sequence[PlaceMention],
    sentences: Sequence[Sentence],
    country: str | None,
    abroad_too: bool,
) -> list[ActorMention]:
    """The mentions, those of local organs that no word gives to a state given to that of the towns of their sentence;
    `country` is the story's. Forces go abroad, so that of them nothing follows. A government is that of a neighbour
    («tués à Diffa, au Niger, a annoncé le gouvernement»), unless the story's own speaks of wars `abroad_too`.
    """
    abroad = [p for p in places if p.place is not None and p.place.country not in (None, country)]
    if country is None or not abroad:
        return actors
    ends = [sentence.end for sentence in sentences]
    owners = [bisect_left(ends, actor.end) for actor in actors]
    return [
        _moved(actor, places, sentences[at], country, abroad_too) if at < len(sentences) else actor
        for actor, at in zip(actors, owners, strict=True)
    ]


def _moved(
    actor: ActorMention, places: Sequence[PlaceMention], sentence: Sentence, country: str, abroad_too: bool
) -> ActorMention:
    local = _is_a(actor, "local")
    if actor.ids != (country,) or not (local or (not abroad_too and _is_a(actor, "home"))):
        return actor
    first, last = (bisect_left(places, offset, key=_start) for offset in (sentence.start, sentence.end))
    near = [p for p in places[first:last] if p.place is not None and not p.metonym]
    lands = {p.place.country for p in near if p.place is not None}
    towns = {p.place.country for p in near if p.place is not None and p.place.level in _TOWN}
    land = next(iter(towns)) if len(towns) == 1 and lands == towns else None
    if land in (None, country) or land in occupied() or not (local or neighbours(country, str(land))):
        return actor
    return replace(actor, ids=(str(land),))


def _is_a(actor: ActorMention, kind: str) -> bool:
    """«la police», «le gouverneur X», with no word that says of which state: of a class of `actors_context.tsv`."""
    bare = actor.text.removesuffix(actor.person) if actor.person is not None else actor.text
    return " ".join(keys(bare)) in context_words("fr")[kind]
