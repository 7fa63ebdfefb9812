"""Level 6: those who work for a body: «chauffeurs de MSF», «agents de l'ONU» are aid workers, not drivers or police."""

import re
from functools import lru_cache

from .actors import ActorMention
from .cues import among
from .frames import Figure
from .lexicon import pack_folder, read_table

_OF_BODY = re.compile(r"V[oja]{0,2}d[lq]?[oj]?A")
_WORDS = re.compile(r"[ '’]")
_MANY = "NGO"  # the id of bodies of many kinds: of unions and churches as well


@lru_cache(maxsize=1)
def _bodies() -> dict[str, tuple[str, bool]]:
    """The category of those of a body, and whether its members are of it as well as those who work for it."""
    rows = read_table(pack_folder("fr") / "victims_by_actor.tsv")
    return {row[0]: (row[1], row[2:3] != ["staff"]) for row in rows}


def member_of(actor: ActorMention | None) -> str | None:
    """The category of the members of a body («quatre membres de la défense civile»)."""
    found = [_bodies()[one] for one in actor.ids if one in _bodies()] if actor is not None else []
    return next((victims for victims, members in found if members), None)


def employed(figure: Figure) -> str | None:
    """The category of those who work for a body («un logisticien de MSF»); None for others."""
    if figure.who is None or figure.who.feature("staff") is None:
        return None
    body = _body(figure)
    if body is None or (_MANY in body.ids and not among("helpers", _WORDS.split(body.text.lower()))):
        return None
    return next((_bodies()[one][0] for one in body.ids if one in _bodies()), None)


def _body(figure: Figure) -> ActorMention | None:
    """Whom they work for: the noun's own phrase tells it, or the words behind it."""
    own = figure.who.actor if figure.who is not None else None
    if own is not None and not _bodies().keys().isdisjoint(own.ids):
        return own
    units = figure.clause.units
    at = next((i for i, unit in enumerate(units) if unit is figure.who), len(units))
    match = _OF_BODY.match(figure.clause.codes, at)
    return units[match.end() - 1].actor if match is not None else None
