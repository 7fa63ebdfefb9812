"""The countries that a text is about: by names of places, of peoples, of cities."""

from bisect import bisect_left
from functools import lru_cache

from vigie.values import Place

from .lexicon import Lexicon, lexicon
from .mention import PlaceMention
from .resolve import Story
from .tokens import Tokens, tokens_of

DEMONYM, COUNTRY, CITY, METONYM, BORDER = 0.5, 1.0, 0.7, 0.2, 0.1
"""Weight of one mention in the count of a story's countries; METONYM for a capital."""
HYPHENS = ("-", "–", "‑")


@lru_cache(maxsize=4)  # asked while the places are read, and of all the text afterwards
def peoples(tokens: Tokens, words: Lexicon) -> tuple[str, ...]:
    """The countries of the peoples and adjectives in a text («malien», «sud-soudanaise»), one each time."""
    known, keys = words.demonyms, tokens.keys
    places = [at for at, key in enumerate(keys) if key in known]
    places = [at for at in places if not keys[at].endswith("o") or tokens.gap(at) in HYPHENS]  # «Colombo» is a town
    places = [at for at in places if not at or keys[at - 1] not in words.frontier]
    hyphened = {at: known.get(f"{keys[at - 1]}-{keys[at]}") for at in places if at and tokens.gap(at - 1) == "-"}
    return tuple(hyphened.get(at) or known[keys[at]] for at in places)


def bound(tokens: Tokens, first: int, words: Lexicon) -> bool:
    """Whether the country named at word `first` is only where somebody goes or comes from: «repartis vers le Mali»."""
    at = first - 1
    while at >= 0 and tokens.linked(at) and _little(tokens.keys[at], words):
        at -= 1
    return at >= 0 and tokens.linked(at) and tokens.keys[at] in words.bound


def _little(key: str, words: Lexicon) -> bool:
    """«le», «du», «d'»."""
    return key in words.det or key in words.of


def _next_door(mention: PlaceMention, tokens: Tokens) -> bool:
    """«au Mali voisin», «au Mali, pays voisin»: the story is next to it."""
    behind = bisect_left(tokens.starts, mention.name_end)
    said = tokens.keys[behind : behind + 2]
    return not lexicon().neighbour.isdisjoint(said[1:] if said[:1] == ["pays"] else said[:1])


def _aside(mention: PlaceMention, tokens: Tokens) -> bool:
    """A country named for its border, as where the killers fled, or as the neighbour: the event lies on this side."""
    first = bisect_left(tokens.starts, mention.name_start)
    return bound(tokens, first, lexicon()) or _next_door(mention, tokens)


def _weight(mention: PlaceMention, place: Place, tokens: Tokens) -> float:
    """A country that is told by the way says little of where the story lies."""
    if mention.relation == "border" or (place.level == "country" and _aside(mention, tokens)):
        return BORDER
    return METONYM if mention.metonym else COUNTRY if place.level == "country" else CITY


def story_countries(mentions: list[PlaceMention], text: str, title: str = "") -> list[str]:
    """The countries that a text and its title are about, ISO alpha-3, the likeliest first: by names, people, cities."""
    story = Story()
    for words in (title, text):
        for country in peoples(tokens_of(words), lexicon()):
            story.countries[country] += DEMONYM
    for mention in mentions:
        place: Place | None = mention.place
        if place and place.country:
            story.countries[place.country] += _weight(mention, place, tokens_of(text))
    return story.ranked()


def neighbours(one: str, other: str) -> bool:
    """Whether two countries (ISO alpha-3) share a border of which the press tells (`borders.tsv`)."""
    return frozenset((one, other)) in lexicon().borders
