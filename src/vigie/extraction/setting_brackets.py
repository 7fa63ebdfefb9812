"""Level 6: a place in brackets right behind another one that tells where it lies: «à Boni (Douentza)»."""

from collections.abc import Iterator, Sequence

from vigie.places import PlaceMention
from vigie.places.fold import fold
from vigie.places.gazetteer import Entry, gazetteer
from vigie.places.lexicon import lexicon

_TOWN = 60.0  # km: a town, what lies around it, the road between two
_BRACKET = 2  # characters: « (»
_DIVISIONS = ("province", "district")


def lies_there(text: str, mention: PlaceMention, told: Sequence[PlaceMention]) -> bool:
    """«à X (Douentza)», «l'axe X-Y (Mopti)»: the district or province that has the name of its chief town is meant."""
    if mention.place is None or text[mention.start - 1 : mention.start] + text[mention.end : mention.end + 1] != "()":
        return False
    of_it = any(p.end == mention.start - _BRACKET and p.place is not None and p.place.km <= _TOWN for p in told)
    return of_it and any(e.country == mention.place.country for e in _divisions(fold(mention.text)))


def _divisions(key: str) -> Iterator[Entry]:
    table, words = gazetteer(), lexicon()
    kinds = (kind for kind, (level, *_) in words.types.items() if level in _DIVISIONS)
    for name in (key, *(f"{kind} de {key}" for kind in kinds)):
        yield from (entry for entry in table.get(name) if entry.level in _DIVISIONS)
