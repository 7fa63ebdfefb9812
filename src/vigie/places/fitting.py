"""Which places of a name the words before it allow: «province d'», «dans l'Etat de», «en», a street."""

from .gazetteer import Entry, Gazetteer
from .left import STREETS, Left
from .lexicon import Lexicon
from .names import Name
from .tokens import Tokens

SQUARES = ("place", "pont")  # «place d'Italie» is in no such country
SEAT = 10_000  # inhabitants from which a bare name is the town and not the province around it


def of_a_land(tokens: Tokens, name: Name, left: Left) -> bool:
    """«en Oregon», «au Québec», «dans le Veracruz»: never a town."""
    article = name.first > 0 and tokens.keys[name.first - 1] in ("le", "la", "l")
    return left.prep in ("en", "au") or (left.prep == "dans" and article)


def fitting(name: Name, left: Left, words: Lexicon, table: Gazetteer, of_a_land: bool) -> list[Entry]:
    """The entries that the word before the name allows («province d'»); bare, a town before a province."""
    entries = name.entries
    level = words.types[left.type][0] if left.type else None
    if left.type in STREETS:
        return [e for e in entries if e.level in ("site", "quarter")]
    known = not name.sound and any(e.strong for e in entries)
    if left.type in SQUARES:
        entries = [e for e in entries if e.level != "country"]
    if level == "site" and left.named and not known:  # «l'hôtel X» has that name itself
        return [e for e in entries if e.level in ("site", "quarter")]
    if left.type == "etat" and left.prep == "dans":  # «dans l'Etat de Borno», never the state as a power
        states = [*entries, *table.get(f"etat de {name.key}")]
        return [e for e in states if e.level == "province"] or entries
    if left.type in words.country_word:
        return [e for e in entries if e.level in ("country", "province", "region")] or entries
    if level == "province":
        wide = [e for e in entries if e.level in ("province", "district", "region")]
        return wide or [e for e in entries if e.level != "country"] or entries
    if level == "district":
        wide = [e for e in entries if e.level == "district"]
        return wide or [e for e in entries if e.level in ("town", "province")] or entries
    if level is None:
        countries = [e for e in entries if e.level == "country"]
        wide = [e for e in entries if e.level == "province"] if of_a_land else []
        if wide:
            return countries or [e for e in entries if e.level in ("province", "quarter")]  # «au Plateau» of Abidjan
        towns = [e for e in entries if e.level == "town"]
        return countries or _towns_first(towns, entries)
    same = [e for e in entries if e.level == level]
    small = [e for e in entries if e.level not in ("province", "country")]
    return same or small or ([] if level == "quarter" else entries)


def _towns_first(towns: list[Entry], entries: list[Entry]) -> list[Entry]:
    """A province is left out where its town has the same name; hand-written sites and quarters stay."""
    homes = {e.country for e in towns if e.strong or e.population >= SEAT}
    return [e for e in entries if e.level != "province" or e.country not in homes] or entries
