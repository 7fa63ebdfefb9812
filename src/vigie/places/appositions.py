"""What stands behind a name and tells where it lies: «Tripoli, deuxième ville du Liban», «la capitale libyenne»."""

import re
from functools import cache

from .lexicon import Lexicon, lexicon
from .names import Name
from .tokens import Tokens

_PLAIN = str.maketrans("éèê", "eee")  # the table of words has no accents
INTO = r"(?:dans|en|au|aux|à|du|des|de|d['’])\s*(?:la\s|le\s|l['’]|les\s)?"
LONGEST = 6
"""Words of an apposition up to the people that it names."""


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    kind = rf"(?:une?|la|le|l['’]|{'|'.join(sorted(lexicon().apposed))})"
    kinds = rf"(?:{kind}\s*[^,.;:()]{{0,35}}\s)?"
    inside = rf"\s*,\s*{kinds}{INTO}|\s*\((?:{INTO})?|\s+(?:en|au|aux|dans)\s+(?:la\s|le\s|l['’]|les\s)?"
    return re.compile(inside), re.compile(rf"\s*,?\s*{kinds}(?:à\s+|au\s+|à l['’])?"), re.compile(rf"\s*,\s*{kinds}")


def contained(gap: str, beside: bool, a_town_of_a_land: bool) -> bool:
    """Whether the words between two names say that the first lies in the second, or (`beside`) near it; of a land the
    word for a town may belong to its own name («…, deuxième » before «ville du Liban»).
    """
    inside, near, apposed = _patterns()
    gap = gap.translate(_PLAIN)
    if beside:
        return near.fullmatch(gap) is not None
    return inside.fullmatch(gap) is not None or (a_town_of_a_land and apposed.fullmatch(gap) is not None)


def land_told(tokens: Tokens, words: Lexicon, last: int) -> str | None:
    """The country whose people an apposition behind the name that ends with word `last` names: «Tripoli, deuxième ville
    libanaise».
    """
    if last + 1 >= len(tokens) or tokens.gap(last).strip() != ",":
        return None
    town = False
    for at in range(last + 1, min(last + 1 + LONGEST, len(tokens))):
        key = tokens.keys[at]
        if town and key in words.demonyms:
            return words.demonyms[key]
        if tokens.capital(at) or not tokens.linked(at):
            return None
        town = town or key in words.towns
    return None


def bracketed(tokens: Tokens, name: Name) -> bool:
    """«Tripoli (Liban)»."""
    start, end = tokens.starts[name.first], tokens.ends[name.last]
    return tokens.text[max(0, start - 1) : start] + tokens.text[end : end + 1] == "()"
