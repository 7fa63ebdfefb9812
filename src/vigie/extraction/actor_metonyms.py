"""Words that stand for a party: countries and capitals for their governments («Bamako accuse», «…, a dit Quito», never
«à Bamako»), «la coalition» for the one that is known there.
"""

from .actor_forms import Piece
from .actor_phrases import Phrase, Reading
from .attribution_forms import speaking

_ANY = frozenset({"un", "une"})


def metonym(reading: Reading, piece: Piece) -> Phrase | None:
    """A country or capital where its government acts or speaks; None where it is a place."""
    phrase = Phrase(piece.first, piece.last, piece.form, metonym=True)
    (phrase.ids if piece.form.cls == "name" else phrase.isos).append(piece.form.value)
    before = piece.first - 1
    if (joined := _joined(reading, before)) is not None:
        return phrase if joined else None
    if piece.form.cls == "country" and reading.is_a(before, "article"):
        before -= 1
        if reading.is_a(before, "of"):
            return phrase if _of_an_act(reading, before) else None
        return None if reading.is_a(before, "place") and not _imputed(reading, before) else phrase
    if reading.is_a(before, "of"):
        return phrase if _of_an_act(reading, before) else None
    if _said_it(reading, before) or _imputed(reading, before):
        return phrase
    if reading.is_a(before, "place") or not _agent_position(reading, before):
        return None
    return phrase if _verb_follows(reading, piece) or reading.is_a(before, "by") else None


def _joined(reading: Reading, before: int) -> bool | None:
    """«les raids de Damas et Moscou», «menés par Damas et par Moscou»: whether the act is of both; in «les attentats de
    Paris et Bruxelles», «les raids de Mossoul et Bagdad» it took place there. None where it is joined to no other.
    """
    tie = before - (reading.is_a(before, "of") or reading.is_a(before, "by"))
    if not reading.is_a(tie, "and"):
        return None
    other = reading.at.get(tie - 1)
    power = other is not None and other.form.cls in ("capital", "country")
    if reading.is_a(tie - 2, "by"):  # not «soutenu par Téhéran et Damas», who did nothing
        return True if power and reading.is_a(tie - 3, "done") else None
    if not reading.is_a(tie - 2, "of"):
        return None
    joint, befalls = (any(reading.is_a(tie - k, cls) for k in (3, 4)) for cls in ("joint", "befalls"))
    return power if joint else False if befalls and reading.text_words.raws[tie - 1][0].isupper() else None


def _imputed(reading: Reading, to: int) -> bool:
    """«imputé à Damas», «l'attribuent à la Russie»: not a place."""
    return reading.is_a(to, "at") and (reading.is_a(to - 1, "imputing") or reading.is_a(to - 2, "imputing"))


def _said_it(reading: Reading, verb: int) -> bool:
    """«…, a fait savoir Quito», «…, déplore Tbilissi»: an inverted verb of speech stands before."""
    if not 0 <= verb < len(reading.text_words.lows) or reading.text_words.lows[verb] not in speaking(reading.language):
        return False
    first = verb - (reading.key(verb) == "savoir")
    first -= reading.is_a(first - 1, "had")
    return reading.key(first - 1) in (",", '"', "»", "”")


def _of_an_act(reading: Reading, of: int) -> bool:
    return reading.is_a(of - 1, "act") or reading.is_a(of - 2, "act")


def _agent_position(reading: Reading, before: int) -> bool:
    if before < 0 or reading.is_a(before, "agent"):
        return True
    found = reading.text_words
    gap = reading.text[found.ends[before] : found.starts[before + 1]]
    apart = len(gap) > 1 or gap == "\n"
    return apart or found.raws[before] in (".", "-", "--", "!", "?", ")")


def _verb_follows(reading: Reading, piece: Piece) -> bool:
    after = piece.last
    if reading.is_a(after, "and") and reading.is_a(after + 1, "possessive"):
        return True
    while reading.key(after) == "," and (listed := _power(reading, after + 1)) is not None:
        after = listed.last  # «Washington, Paris et Londres ont frappé»
    if after > piece.last and not reading.is_a(after, "and"):
        return False
    joined = _power(reading, after + 1) if reading.is_a(after, "and") else None
    if joined is not None:
        after = joined.last
    auxiliary = after < len(reading.text_words.raws) and reading.text_words.raws[after] == "a"
    return auxiliary or (reading.lower(after) and not reading.is_a(after, "not_verb"))


def _power(reading: Reading, at: int) -> Piece | None:
    """The country or capital whose name, or whose article, stands at a word."""
    piece = reading.at.get(at + reading.is_a(at, "article"))
    return piece if piece is not None and piece.form.cls in ("capital", "country") else None


def one_of_the_kind(reading: Reading, piece: Piece) -> bool:
    """«X, une coalition de groupes islamistes»: the bare word that means one alliance in stories of a country does not
    where it is any.
    """
    bare = bool(piece.form.countries) and piece.last - piece.first == 1
    return bare and reading.key(piece.first - 1) in _ANY and reading.lower(piece.first)
