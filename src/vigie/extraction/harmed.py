"""Level 5: who an act hit, from the people that it harmed."""

from .agency_shared import Role
from .frames import BODILY, Figure
from .sides import ARMED, side_of
from .units import Unit

_PEACEABLE = frozenset({"civilians", "journalists", "medical", "aid_workers"})


def hit(figures: list[Figure], country: str | None) -> tuple[str | None, int]:
    """Who was hit, from those harmed, and how well that is known: armed or police victims give their side,
    others are civilians.
    """
    bodily = [f for f in figures if f.outcome in BODILY and not attacked_others(f)]
    for figure in figures:
        who = figure.who
        fights = who is not None and (who.value in ARMED or who.code == "A" or _members(who))
        if who is not None and fights and not attacked_others(figure):
            side = side_of(who, country)
            if side is not None or (who.code == "V" and who.value in ARMED):
                return side, 1
    if not bodily:
        taken = any(f.outcome == "abducted" or (f.outcome == "detained" and _peaceable(f)) for f in figures)
        return ("civilians", 1) if taken else (None, 0)
    named = any(f.who is not None and f.who.code == "V" and f.who.value != "people" for f in bodily)
    return "civilians", int(named)


def _members(who: Unit) -> bool:
    """«24 membres d'Abou Sayyaf»: of a group that fights."""
    return who.value == "people" and who.actor is not None and who.actor.kind == "armed"


def guessed(target: Role | None) -> bool:
    """«une embuscade tendue par des rebelles contre une de ses patrouilles»: not those of the one told right before."""
    whose = target.unit.actor if target is not None else None
    return whose is not None and whose.inferred


def _peaceable(figure: Figure) -> bool:
    """Journalists, villagers, doctors who were arrested; of «suspects», «trois femmes» nothing is known."""
    who = figure.who
    return who is not None and who.code == "V" and who.value in _PEACEABLE and who.feature("weak") is None


def attacked_others(figure: Figure) -> bool:
    """«les assaillants»: those who did violence themselves."""
    return figure.who is not None and figure.who.feature("attacker") is not None


def felled(figures: list[Figure], country: str | None) -> str | None:
    """The side of attackers whom forces of a state killed: «plusieurs assaillants tués dans un raid de l'armée»."""
    fallen = [f.who for f in figures if f.outcome in BODILY and attacked_others(f)]
    return side_of(fallen[0], country) if fallen else None
