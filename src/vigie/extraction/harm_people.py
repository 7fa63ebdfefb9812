"""Level 6: who was harmed: the category of the guide, whose fighters they were, how they are counted."""

from functools import lru_cache
from typing import Literal, NamedTuple

from .frames import Figure
from .lexicon import pack_folder, read_table
from .sides import side_of


class People(NamedTuple):
    """The category of the victims and, for fighters and police, whose they are (None where the words do not tell)."""

    victims: str
    side: str | None


@lru_cache(maxsize=1)
def by_actor() -> dict[str, str]:
    """Bodies whose members are victims of one category."""
    return {row[0]: row[1] for row in read_table(pack_folder("fr") / "victims_by_actor.tsv")}


def people_of(figure: Figure, country: str | None) -> People:
    """Whom a figure counts, by its noun."""
    return People(victims(figure), side_of(figure.who, country))


def unit_of(figure: Figure) -> Literal["persons", "families", "bodies"]:
    """How they are counted."""
    if figure.who is not None and figure.who.feature("unit") == "families":
        return "families"
    return "bodies" if figure.clause.units[figure.trigger].feature("unit") == "bodies" else "persons"


def victims(figure: Figure) -> str:
    """The category of the guide, by the noun; an actor noun or complement says fighters («membres d'Aqmi»)."""
    if figure.who is None:
        return "people"
    actor = figure.who.actor
    if figure.who.code == "j":
        return figure.who.value
    member = next((by_actor()[i] for i in actor.ids if i in by_actor()), None) if actor is not None else None
    if member and figure.who.value in ("", "people"):
        return member
    if figure.who.code == "V" and figure.who.value != "people":
        return figure.who.value
    if actor is not None and (actor.kind == "armed" or (actor.kind == "state" and actor.role == "force")):
        return "armed"
    return "civilians" if figure.outcome == "abducted" else "people"
