"""Governments that no word of their own names: of a capital, of the land whose capital opens the sentence."""

import re
from functools import lru_cache

from .actor_forms import context_words
from .actor_tokens import keys
from .frames import Clause
from .lexicon import pack_folder, read_table
from .units import Unit

_SEAT_FIRST = re.compile("P,[lq]?")


@lru_cache(maxsize=4)
def capitals(language: str) -> frozenset[str]:
    """The capitals that the pack knows, in lower case."""
    rows = read_table(pack_folder(language) / "demonyms.tsv")
    names = [name.strip().lower() for row in rows if len(row) > 3 for name in row[3].split("|")]
    return frozenset([*names, *(n.removeprefix("le ") for n in names)])  # «au Caire»


@lru_cache(maxsize=4)
def prefixes(language: str) -> dict[str, str]:
    """The countries that the first half of a compound names: «américano-»."""
    rows = read_table(pack_folder(language) / "demonyms.tsv")
    return {prefix: row[0] for row in rows if len(row) > 4 for prefix in row[4].split("|") if prefix}


def abroad(clause: Clause, at: int) -> str | None:
    """«A Alger, le gouvernement a condamné»: of the land of the capital that opens the sentence."""
    who, first = clause.units[at].actor, clause.units[1] if len(clause.units) > 1 else None
    place = first.place.place if first is not None and first.place else None
    opens = clause.units[0].low in ("a", "à") and _SEAT_FIRST.fullmatch(clause.codes, 1, at) is not None
    if not (opens and place and first and first.low in capitals("fr") and who):
        return None
    return place.country if " ".join(keys(who.text)) in context_words("fr")["seat"] else None


def government_of(unit: Unit) -> str | None:
    """«l'appel de Paris»: whose government a country or a capital stands for."""
    place = unit.place.place if unit.place else None
    named = place is not None and (place.level == "country" or unit.low in capitals("fr"))
    return place.country if named and place else None
