"""Level 5: whose people a unit names: actor ids, the side of fighters and police, who was hit."""

import re
from collections.abc import Sequence

from vigie.vocabulary import actor, countries, is_actor, occupied, patterns, winged

from .cues import among, told
from .frames import Figure
from .units import Unit

ARMED = frozenset({"armed", "police"})
# Kinds of actors that fight and are no state.
GROUPS = frozenset({"armed_group", "criminal_group", "jihadists", "kurdish_forces", "militia", "people",
                    "political_group", "private_military", "rebels", "separatists"})  # fmt: skip
ARMED_PEOPLE = ARMED | {"people"}


def of_state(actor: str) -> bool:
    """The id of a state; many a group has three letters as well (`STC`, `YPG`)."""
    return actor in countries()


def of_a_group(authors: Sequence[str]) -> bool:
    """Authors of whom none is a state or a crowd, and of whom there is one."""
    return bool(authors) and not any(of_state(actor) or actor.endswith("-PRO") for actor in authors)


def of_states(actor_id: str) -> bool:
    """A state, a body of states or a coalition of them."""
    return of_state(actor_id) or (is_actor(actor_id) and actor(actor_id).kind in ("international", "coalition"))


def under_arms(actor_id: str) -> bool:
    """A group that fights, named or not, whose word on who did what is one side's answer to another's."""
    return is_actor(actor_id) and actor(actor_id).kind in GROUPS


def wingless(by: list[str]) -> bool:
    """Gunmen, rebels, jihadists: whatever flies in a story, their raids are on the ground."""
    return bool(by) and all(actor not in winged() and (unnamed(actor) or under_arms(actor)) for actor in by)


def shared(country: str | None) -> bool:
    """A land that two powers police: «un officier», «la police» do not tell whose."""
    return country in occupied()


def two_peoples(country: str | None) -> bool:
    """A land of one of two peoples at war there: no guess at who somebody is would be fair."""
    return shared(country) or country in occupied().values()


def unnamed(actor: str) -> str | None:
    """The kind of those whom the text names by kind only («SYR-REB»: rebels); None for a name."""
    pattern = patterns().get(actor.rpartition("-")[2]) if "-" in actor else None
    return pattern.kind if pattern else None


def side_of(unit: Unit | None, country: str | None) -> str | None:
    """Whose fighters or police the words name; None for civilians, and where the words do not tell."""
    if unit is None:
        return None
    side = unit.feature("side") if unit.value in ARMED else None
    if side == "UN":
        return side  # «soldats de la paix», of whatever land
    if unit.actor is not None and unit.actor.ids:
        force = unit.actor.kind in ("state", "international") and (unit.actor.role == "force" or unit.value in ARMED)
        return (
            unit.actor.ids[0]
            if (unit.actor.kind == "armed" or force)
            and (unit.code in "Aa" or unit.value in ARMED_PEOPLE or led_a_group(unit))
            else None
        )
    if side is None:
        return None
    if side == "state":
        return None if shared(country) else country
    pattern = side in ("REB", "JIH", "MIL", "SEP", "UNK")
    return (f"{country}-{side}" if country else None) if pattern else side


def led_a_group(unit: Unit | None) -> bool:
    """«un responsable du Jihad islamique», of whom no word says that he was a politician: one of its fighters."""
    if unit is None or unit.value != "officials" or unit.actor is None or unit.actor.kind != "armed":
        return False
    return any(map(under_arms, unit.actor.ids)) and not among("politicians", unit.actor.text.lower().split())


def ids_of(unit: Unit, country: str | None) -> list[str]:
    """The actor ids that a unit names."""
    if unit.actor is not None:
        return list(unit.actor.ids) if unit.actor.kind != "source" else []
    side = side_of(unit, country) or _unknown(unit, country)
    return [side] if side else []


def _unknown(unit: Unit, country: str | None) -> str | None:
    """«un homme», «des inconnus»: nobody knows of which side, and in a land of two peoples no guess is fair."""
    return f"{country}-UNK" if unit.feature("doer") is not None and country and not two_peoples(country) else None


def polices(unit: Unit) -> bool:
    """Police, an army, authorities that hold people: with an id, and not among those whom somebody detained."""
    return unit.actor is not None and bool(unit.actor.ids) and told("custody", [unit])


def rounded_up(figures: list[Figure], country: str | None) -> bool:
    """Several people arrested, of whom nothing else is told: police do that, but in a land of two polices it is open
    whose; of «quatre suspects» the press tells no more.
    """
    taken = [f for f in figures if f.outcome == "detained" and f.number > 1]
    plain = any(f.who is None or not f.who.low.startswith("suspect") for f in taken)  # «des dizaines d'arrestations»
    return country is not None and not shared(country) and plain


def target_of(unit: Unit | None, country: str | None) -> str | None:
    """`civilians` or the side that was hit; None where the words leave it open."""
    if unit is None:
        return None
    if unit.code in "YP":
        guarded = unit.feature("armed") is not None or unit.feature("police") is not None
        return country if guarded and unit.value != "depot" else None if guarded else "civilians"
    if unit.code == "V" and unit.value not in ARMED:
        return "civilians" if unit.feature("capital") is None else None  # «un Tchétchène»: nobody says what he was
    if unit.actor is not None and unit.actor.kind == "people" and _rule_there(unit.actor.ids[:1], country):
        return unit.actor.ids[0]  # «l'offensive contre les Kurdes» is on their forces
    return side_of(unit, country)


def sent_by(unit: Unit | None) -> str | None:
    """The body of states whose mission a unit names («la Minusma»): its soldiers are told of as those of their states
    too.
    """
    return unit.actor.ids[0] if unit is not None and unit.actor is not None and told("peacekeepers", [unit]) else None


def _rule_there(ids: tuple[str, ...], country: str | None) -> bool:
    return any(unnamed(i) == "kurdish_forces" and i.partition("-")[0] == country for i in ids)


def at_home(ids: list[str], home: str | None, country: str | None) -> list[str]:
    """The unnamed are of the country where they act: «des hommes armés» in Niger, in a story on Burkina Faso."""
    if home is None or country is None or home == country:
        return ids
    return [re.sub(rf"^{home}-(?=UNK$|JIH$|REB$|MIL$|PRO$)", f"{country}-", actor) for actor in ids]
