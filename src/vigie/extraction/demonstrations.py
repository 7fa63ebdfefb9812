"""Level 5: acts of crowds and of those who face them: which of the demonstration types of ACLED an act is, and who
did it.
"""

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import takewhile
from typing import NamedTuple

from vigie.vocabulary import occupied

from .actor_ids import nameless
from .agency import can_act
from .crowds import (
    DEMONSTRATIONS,
    DISPERSED,
    EXCESSIVE,
    MOB,
    PEACEFUL,
    RIOT,
    doer_of,
    in_a_mob,
    is_crowd,
    mob_of,
    part_around,
    protesters,
    stoning,
)
from .cues import told
from .events import LOOTING, Happening
from .harmed import mission_hit
from .lexicon import read_table
from .sides import of_state, unnamed
from .units import Unit

FIGHTS = frozenset({"Attack", "Armed clash"})
_DEEDS = FIGHTS | {MOB, LOOTING, "Other"}  # violent demonstrations where a crowd does them
_BEHIND = 9  # units behind a verb of shooting within which the crowd stands that it hits
_FAR = 18  # units behind a fight within which its two sides are told
_PUBLIC = frozenset({"public_building", "prison", "military_site", "infrastructure"})


class Part(NamedTuple):
    """An act in which a crowd takes part: its type, those who did it, those whom it hit."""

    type: str
    by: list[str]
    target: str | None


def take_part(seen: Happening, kind: str, by: list[str], said: str | None, country: str | None) -> Part | None:
    """The act as one of a crowd, or on it; None where none takes part."""
    if country is None or kind not in DEMONSTRATIONS | _DEEDS:
        return Part(kind, [], None) if kind in DEMONSTRATIONS else None
    settlers, forces = _settlers(seen, country), [a for a in dict.fromkeys([*by, said or ""]) if governs(a)]
    crowd = settlers or f"{country}-PRO"
    if kind == PEACEFUL:
        return Part(kind, [crowd], None)
    if kind == "Other":
        return Part(MOB, [], None) if told("jailed", part_around(seen.clause, seen.at)) else None
    if kind in (DISPERSED, EXCESSIVE):
        return Part(EXCESSIVE if _killed(seen) else kind, forces, crowd)
    if _on_the_march(seen):
        return Part(RIOT, [], None)
    if settlers is not None and not forces:
        return Part(kind if kind == LOOTING else MOB, [crowd], said or "civilians")
    if kind == RIOT or _marchers_act(seen) or _against_forces(seen):
        return Part(RIOT, [crowd], _faced(seen, forces, said, country))
    rammed = seen.weapons[:1] == ["other"]  # no police drive a car into a crowd
    if kind in FIGHTS and _hit(seen) and not rammed and not by_one_of_a_people(seen):
        hidden = not by or _hides(seen)
        return Part(EXCESSIVE, forces, crowd) if forces or hidden else Part("Attack", _others(by, crowd), crowd)
    if not _of_mobs(seen):
        return None
    if _doer(seen) is not None and (forces or _wrecks(seen, said)):
        return Part(RIOT, [crowd], _faced(seen, forces, said, country))
    return Part(MOB, [crowd] if _doer(seen) is not None else [], said or "civilians")


def _settlers(seen: Happening, country: str) -> str | None:
    """«Des colons ont mis le feu à des champs»: of the power that holds the land, and no protesters of it."""
    doer = _doer(seen)
    power = occupied().get(country) or (country if country in occupied().values() else None)
    theirs = doer is not None and told("settlers", [doer]) and power is not None
    return f"{power}-SETTLERS" if theirs else None


def _on_the_march(seen: Happening) -> bool:
    """«Des violences ont éclaté sur le parcours du cortège»: whoever began."""
    violence = seen.by is None and told("violence", [seen.clause.units[seen.at]])
    breaks = told("breaks_out", seen.clause.units[seen.at + 1 : seen.at + 4])
    return violence and breaks and any(map(is_crowd, part_around(seen.clause, seen.at)))


def by_one_of_a_people(seen: Happening) -> bool:
    """«un Palestinien a lancé sa voiture sur la foule»: no police of his people did."""
    author = seen.by.unit.actor if seen.by is not None else None
    return author is not None and author.kind == "people"


def _others(by: list[str], crowd: str) -> list[str]:
    return [actor for actor in by if actor != crowd]


def _hides(seen: Happening) -> bool:
    """Snipers and men in uniform whom nobody names put a crowd down; gunmen attack it."""
    hidden = all(u.actor is None or nameless(u.actor.ids) for u in _sides(seen)[:1])
    return hidden and told("uniformed", part_around(seen.clause, seen.at))


def _wrecks(seen: Happening, said: str | None) -> bool:
    """A crowd that goes for shops, vehicles, offices riots; homes and people are a mob's."""
    things = seen.struck is not None or seen.type.startswith("Looting")
    lived_in = seen.struck in ("homes", "camp", "place_of_worship")
    return (things and not lived_in and said in (None, "civilians")) or (said is not None and governs(said))


@lru_cache(maxsize=1)
def _rulers() -> frozenset[str]:
    return frozenset(row[0] for row in read_table(files("vigie.vocabulary") / "data" / "rulers.tsv"))


def governs(actor: str) -> bool:
    """Whose police may face a crowd: a state, or those who rule a land without being one."""
    return of_state(actor) or actor in _rulers() or unnamed(actor) == "kurdish_forces"


def _killed(seen: Happening) -> bool:
    """«dispersé à balles réelles», «réprimée dans le sang»."""
    return told("lethal", part_around(seen.clause, seen.at))


def _sides(seen: Happening) -> list[Unit]:
    return [role.unit for role in (seen.by, seen.target) if role is not None]


def _marchers_act(seen: Happening) -> bool:
    """Those who march are the subject of the verb, its agent, or one of the two sides of the fight."""
    if seen.by is not None and is_crowd(seen.by.unit):
        return True
    if seen.clause.codes[seen.at] == "E":
        return any(map(is_crowd, _sides(seen))) and (len(_sides(seen)) > 1 or seen.type == "Armed clash")
    doer = _doer(seen)
    return doer is not None and seen.rule != "event.killing" and (protesters(doer) or seen.struck in _PUBLIC)


def _doer(seen: Happening) -> Unit | None:
    """People without arms who did it: the subject or agent of a deed, the agent of a killing."""
    if (seen.by is not None and not in_a_mob(seen.by.unit)) or "small_arms" in seen.weapons:
        return None
    if seen.clause.codes[seen.at] in "Kk":
        return mob_of(seen.clause, seen.at)
    return doer_of(seen.clause, seen.at)


def _faced(seen: Happening, forces: list[str], said: str | None, country: str) -> str | None:
    """Whom a riot is against: the forces it fights, else whose the building is that it wrecks."""
    if forces:
        return forces[0]
    house = seen.target.unit.actor if seen.target is not None and seen.target.rule == "target.object" else None
    if house is not None and house.ids and governs(house.ids[0]):
        return house.ids[0]  # «le siège du gouvernement»
    if seen.struck in _PUBLIC and said in (None, "civilians"):
        return _mission(seen) or mission_hit(seen) or country
    return None if said is not None and said.endswith("-PRO") else said


def _mission(seen: Happening) -> str | None:
    """«le consulat d'Iran»: the state whose house it is."""
    units = seen.clause.units
    houses = (i for i, u in enumerate(units) if u.start > seen.start and told("mission", [u]))
    behind = [u for i in houses for u in units[i : i + 4]]
    states = (u.place.place for u in behind if u.place is not None)
    owners = (i for u in behind if u.code == "a" and u.actor is not None for i in u.actor.ids if of_state(i))
    return next((p.country for p in states if p is not None and p.level == "country"), None) or next(owners, None)


def _against_forces(seen: Happening) -> bool:
    """«des heurts entre la police et des partisans», «la police a affronté des jeunes»: a crowd, and forces."""
    sides = _between(seen) if seen.clause.codes[seen.at] == "E" else _fought(seen)
    if gunmen(sides) or not (any(map(in_a_mob, sides)) or any(map(is_crowd, sides))):
        return False
    return any(can_act(unit) and not in_a_mob(unit) and not is_crowd(unit) for unit in [*sides, *_sides(seen)])


def gunmen(units: Sequence[Unit]) -> bool:
    """Whether rebels, militiamen, deserters are told of, who neither march nor put a march down; «des partisans de X»
    do.
    """
    return any(map(_gunman, units)) and not told("followers", units)


def _gunman(unit: Unit) -> bool:
    if told("mutineers", [unit]) or (unit.code == "V" and unit.value == "people"):
        return unit.value != "people"  # «des jeunes armés de pierres»
    if unit.actor is not None and unit.actor.kind in ("state", "armed"):
        return unit.actor.kind == "armed" and not any(i.endswith("-SEP") for i in unit.actor.ids)
    return unit.code == "V" and unit.value == "armed" and unit.feature("side") != "state"


def _fought(seen: Happening) -> list[Unit]:
    """Both sides of a verb that tells a fight."""
    sides = [*_sides(seen), doer_of(seen.clause, seen.at)] if seen.type == "Armed clash" else []
    return [unit for unit in sides if unit is not None]


def _between(seen: Happening) -> list[Unit]:
    """The first words of either side of «entre X et Y»."""
    behind = list(takewhile(lambda u: u.code not in ".;:", seen.clause.spoken.units[seen.at + 1 : seen.at + _FAR]))
    first = next((i for i, u in enumerate(behind) if told("between", [u])), len(behind))
    second = next((i for i in range(first, len(behind)) if behind[i].code == "t"), len(behind))
    return [*behind[first + 1 : first + 4], *behind[second + 1 : second + 4]]


def _of_mobs(seen: Happening) -> bool:
    """«des heurts entre partisans des deux candidats», «des habitants ont incendié»: nobody is under arms."""
    if seen.clause.codes[seen.at] == "E":
        civil = all(in_a_mob(unit) or not can_act(unit) for unit in _sides(seen))
        return civil and told("mob", _between(seen))
    return _doer(seen) is not None


def _hit(seen: Happening) -> bool:
    """A crowd is fired at: «sur des manifestants», «sur un rassemblement»."""
    if seen.target is not None and is_crowd(seen.target.unit):
        return True
    behind = seen.clause.units[seen.at + 1 : seen.at + _BEHIND]
    shot = seen.clause.codes[seen.at] == "F" and seen.by is not None
    return shot and (any(map(is_crowd, behind)) or told("gathered", behind) or _stoned(seen))


def _stoned(seen: Happening) -> bool:
    """«La police a tiré après des jets de pierres»: at those who threw them."""
    author = seen.by.unit.actor if seen.by is not None else None
    forces = author is not None and any(map(governs, author.ids))
    return forces and any(map(stoning, part_around(seen.clause, seen.at)))
