"""Level 6: acts that the lead counts together and the body tells one by one («deux attentats ont fait 44 morts …»,
then «à X, une bombe …», «à Y, un kamikaze …»): the guide has one entry for each place.
"""

from .acts import Act, overlap
from .cues import told

_SUICIDE = "Suicide bomb"
_BOMBS = frozenset({_SUICIDE, "Remote explosive/landmine/IED"})
_OPEN = frozenset({"attack", "attentat", "blast", "Remote explosive/landmine/IED"})  # words that leave open who bore it
_SUMMED = _BOMBS | {"Attack", "Armed clash", "Abduction/forced disappearance"}
_LEAD = 2  # the rank of the last sentence that may count what follows
_MOST = 9  # acts: of more the body tells some only
_SERIES = 4  # units before an act in which «une série de» stands


def without_sums(acts: list[Act]) -> list[Act]:
    """The acts without those that others are told to be the parts of; what the whole says of its authors holds of
    the parts.
    """
    kept = list(acts)
    for whole in acts:
        many, parts = _counts(whole), _parts(whole, acts)
        if many is None or not parts or len(parts) < many - 1:
            continue
        if len(parts) >= many:
            kept.remove(whole)  # else one of the parts was taken for the whole
        for part in parts:
            _lend(whole, part)
    return kept


def _parts(whole: Act, acts: list[Act]) -> list[Act]:
    """The later acts of its kind, each at a place of its own of its country."""
    if whole.type not in _SUMMED or whole.where is None or whole.clause.index > _LEAD:
        return []
    kinds = _BOMBS if whole.type in _BOMBS else {whole.type}
    parts = [act for act in acts if act is not whole and act.type in kinds and _within(act, whole)]
    return list({act.where.place.id: act for act in parts if act.where is not None}.values())


def _within(part: Act, whole: Act) -> bool:
    """Told behind it, at a place of its own in the same country, on its day."""
    if part.clause.index <= whole.clause.index or part.where is None or whole.where is None or not part.own_place:
        return False
    days = part.when is None or whole.when is None or overlap(part.when, whole.when)
    return days and part.where.place.country == whole.where.place.country


def _counts(act: Act) -> int | None:
    """How many acts its words are: «deux attentats», «une série d'attaques»."""
    seen = act.seen
    if seen.rule != "event.noun":
        return None
    if told("series", seen.clause.units[max(0, seen.at - _SERIES) : seen.at + 1]):
        return 2
    quantity = seen.count.unit.quantity if seen.count is not None and seen.count.of == "attacks" else None
    number = quantity.figure if quantity is not None else None
    return number if number is not None and 1 < number <= _MOST else None


def _lend(whole: Act, part: Act) -> None:
    part.mentions = [*part.mentions, (whole.seen.start, whole.seen.end)]
    if whole.clause.units[whole.seen.at].value == "Suicide_bomb" and part.raw <= _OPEN:
        part.type = _SUICIDE  # «deux attentats suicides»: one of them is only told as a bomb that went off
    if whole.by and not (part.by or whole.numbered) and part.target not in whole.by:
        part.by, part.blame_at, part.hedged, part.blamed_by = whole.by, whole.blame_at, whole.hedged, whole.blamed_by
