"""What is attacked is a place, whoever governs from there: «l'offensive contre Tripoli», «a secoué lundi Beyrouth»."""

from .lexicon import Lexicon
from .tokens import Tokens

_ADJECTIVES = 3  # words back from «contre» to the attack: «l'offensive terrestre lancée contre»
_SUBJECT = 8  # words back from «a frappé Kaboul» to what struck it


def attacked(tokens: Tokens, words: Lexicon, start: int, first: int) -> bool:
    """The name whose words begin at `start`, and the name itself at `first`, is the object of an act of war."""
    return _assaulted(tokens, words, start) or (start == first and _struck(tokens, words, start))


def _assaulted(tokens: Tokens, words: Lexicon, start: int) -> bool:
    """«l'offensive (lancée) contre Tripoli», «des roquettes sur Israël»."""
    at = start - 1
    while at > 0 and tokens.keys[at] in words.det:
        at -= 1
    if at < 1 or tokens.keys[at] not in ("contre", "sur"):
        return False
    return any(key in words.assault for key in tokens.keys[max(0, at - _ADJECTIVES) : at])


def _struck(tokens: Tokens, words: Lexicon, start: int) -> bool:
    """«a secoué lundi Beyrouth»; of verbs with other senses («vise Téhéran»), where an attack is their subject."""
    keys, at = tokens.keys, start - 1
    while at > 0 and keys[at] in words.moment:
        at -= 1
    if at < 1 or keys[at] in words.shaken:
        return at > 0
    return keys[at] in words.taken and any(key in words.assault for key in keys[max(0, at - _SUBJECT) : at])
