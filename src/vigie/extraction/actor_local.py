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
    actors: list[ActorMention], places: Sequence[PlaceMention], sentences: Sequence[Sentence], country: str | None
) -> list[ActorMention]:
    """The mentions, those of local organs that no word gives to a state given to that of the towns of their sentence;
    `country` is the story's. Forces go abroad, so that of them nothing follows; where none of the story's is told of, a
    government is that of a neighbour («tués à Diffa, au Niger, a annoncé le gouvernement»).
    """
    abroad = [p for p in places if p.place is not None and p.place.country not in (None, country)]
    if country is None or not abroad:
        return actors
    ends = [sentence.end for sentence in sentences]
    owners = [bisect_left(ends, actor.end) for actor in actors]
    gone = {at for actor, at in zip(actors, owners, strict=True) if _goes_abroad(actor, country)}
    return [
        _moved(actor, places, sentences[at], country, at in gone) if at < len(sentences) else actor
        for actor, at in zip(actors, owners, strict=True)
    ]


def _goes_abroad(actor: ActorMention, country: str) -> bool:
    """«trois soldats ont été tués à Al-Bab, a annoncé le gouvernement»: soldiers of the story's country."""
    return actor.role == "force" and actor.ids == (country,) and not (_is_a(actor, "local") or _is_a(actor, "home"))


def _moved(
    actor: ActorMention, places: Sequence[PlaceMention], sentence: Sentence, country: str, gone: bool
) -> ActorMention:
    local = _is_a(actor, "local")
    if actor.ids != (country,) or not (local or (not gone and _is_a(actor, "home"))):
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
