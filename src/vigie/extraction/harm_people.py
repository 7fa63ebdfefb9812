"""Level 6: who was harmed: the category of the guide, whose fighters they were, how they are counted."""

import re
from typing import Literal, NamedTuple

from vigie.vocabulary import is_actor, source

from .actor_forms import called
from .actor_ids import UNKNOWN, nameless
from .acts import Act, unnamed
from .agency import governed
from .crowds import OF_PROTEST
from .cues import among, cues
from .cues import told as says
from .employers import employed, member_of
from .foes import at_odds
from .frames import BODILY, Figure
from .people import own_ranks
from .sides import ARMED, led_a_group, of_state, side_of
from .units import Unit

_BOTH = re.compile(r"Vtd?[lj]?V")
_AND_OTHERS = re.compile(r"V(?:,d?V)+td?V")
_OF_GROUP = re.compile(r"V[oja]?dl?[oj]?A")  # «militants du Hezbollah»
_COUNTED = re.compile(r"[Qq]d?$")  # those whom «a tué 15 rebelles et perdu deux hommes» counts lost nobody
_AGES = frozenset({"men", "women", "children"})
_OPEN, _TOLD = ("people", "men"), ("armed", "police", "civilians")  # who they are is left open, is told
_APART = frozenset({"IS", "AL-QAEDA"})  # «les rebelles» are others, mostly their foes
_HIT = ("killed", "injured", "neutralised")
_NAMED = 6  # units behind soldiers in which another people may be named
_SUBJECT = 14  # units back to the subject of «a perdu»
_LEFT = 6  # units around the dead in which it is told that they were left behind
_CAMPS = 12  # units behind the dead in which it is told that they fell on both sides
_ADMITS = 6  # units between «admet» and the dead that are admitted


class People(NamedTuple):
    """The category of the victims and, for fighters and police, whose they are (None where the words do not tell)."""

    victims: str
    side: str | None


def people_of(figure: Figure, act: Act | None, country: str | None) -> People:
    """Whom a figure counts; «dont 375», «dont 45 Emiratis», «tué 13 talibans, dont leur commandant», «ont pris dix
    soldats, dont trois blessés» are of those of whom they are a part.
    """
    own, whole = _people_of(figure, act, country), figure.parent
    if _both_kinds(figure):
        return People("people", None)
    led = own.victims == "armed" and _of_a_rank(figure.who)
    if whole is None or figure.relation != "subset":
        return own
    if whole.outcome != figure.outcome and whole.clause is not figure.clause:
        return own
    if not (led or own.victims in _OPEN):
        return own
    all_of_them = _people_of(whole, act, country)
    if led:
        return all_of_them if all_of_them.victims == "armed" else own
    return People(all_of_them.victims, own.side or all_of_them.side) if all_of_them.victims in _TOLD else own


def _both_kinds(figure: Figure) -> bool:
    """«onze policiers et civils», «40 civils et combattants»: one number of those under arms and of others."""
    units = figure.clause.units
    at = next((i for i, unit in enumerate(units) if unit is figure.who), len(units))
    number = units[figure.at].quantity
    if figure.clause.codes[at : at + 3] != "VtV" or (number is not None and number.kind == "vague"):
        return False  # «plusieurs soldats et civils»: several of each
    kinds = [units[at].value, units[at + 2].value]
    return "civilians" in kinds and not ARMED.isdisjoint(kinds)


def _of_a_rank(who: Unit | None) -> bool:
    """«leur commandant», «deux colonels»: armies and rebels have them, and no word says whose."""
    if who is None:
        return False
    rank = who.feature("title") is not None or who.feature("leader") is not None or who.low.startswith("offici")
    return rank and (who.actor is None or who.actor.text.lower() == who.actor.head or not who.actor.ids)


def _people_of(figure: Figure, act: Act | None, country: str | None) -> People:
    """Whom it counts by its noun; attackers are of the group that attacked, the men whom a side lost are its
    own.
    """
    if act is not None and len(act.by) == 1 and act.by[0] != act.target and _whoever(figure.who):
        group = act.by[0]
        if _group(group) or (unnamed(group) and not group.endswith(UNKNOWN)):
            return People("armed", group)
    if _its_leader(figure, act) and act is not None:
        return People("armed", act.target)
    loser = _loser(figure) or (_loser(figure.model) if figure.model is not None else None)
    if loser is not None:
        return People(_in_arms(loser), side_of(loser, country) or _state(loser))
    if _troops_lost(figure):
        return People("armed", None)
    if (theirs := _their_group(figure)) is not None:
        return People("armed", theirs)
    if _fell_fighting(figure, act):
        return People("armed", _named_group(act))
    ranks = _ranks(figure, act)
    if ranks is not None and ranks.actor is not None:
        return People("police" if says("polices", [ranks]) else "armed", ranks.actor.ids[0])
    if (helpers := employed(figure)) is not None:
        return People(helpers, None)
    side = side_of(figure.who, country)
    if led_a_group(figure.who):
        return People("armed", side)
    if _of_both_sides(figure, side, country):
        return People("armed", None)
    long = counted_since(figure.clause.units)
    return People(victims(figure), side if long else _by_name(figure.who, act, side) or side)


def _of_both_sides(figure: Figure, side: str | None, country: str | None) -> bool:
    """«370 combattants rebelles et loyalistes»: one number of two sides."""
    units = figure.clause.units
    at = next((i for i, unit in enumerate(units) if unit is figure.who), len(units))
    both = _BOTH.match(figure.clause.codes, at)
    other = side_of(units[both.end() - 1], country) if both is not None else None
    return side is not None and other is not None and at_odds(side, other)  # not «soldats et mercenaires»


def counted_since(units: list[Unit]) -> bool:
    """Some words among these tell from when on people are counted."""
    return any(unit.code == "T" and unit.low.startswith("depuis") for unit in units)


def _by_name(who: Unit | None, act: Act | None, side: str | None) -> str | None:
    """«trente jihadistes», «cinq rebelles» who fell in a fight with one named group were of that group."""
    if act is None or who is None or side is None or act.type != "Armed clash" or not unnamed(side):
        return None
    if side.endswith(UNKNOWN) or side == act.target or side in act.by:
        return None
    told = [*act.by, *([act.target] if act.sure and act.target is not None else [])]
    named = {one for one in told if _group(one)}
    if side.endswith("-JIH") and (who.actor is None or not who.actor.label):
        named &= called("fr", "jihadist")
    elif side.endswith("-MIL"):
        named &= called("fr", "militia")  # «quatre miliciens» whom the PKK hit are not of the PKK
    elif side.endswith("-REB"):
        named -= _APART
    return named.pop() if len(named) == 1 else None


def _group(one: str) -> bool:
    """The id of a named armed group."""
    return is_actor(one) and not unnamed(one) and source(one).kind == "armed_group"


def _whoever(who: Unit | None) -> bool:
    """«les assaillants»: the words themselves do not say of which group they were."""
    attacked = who is not None and who.feature("attacker") is not None
    return who is not None and attacked and (who.actor is None or nameless(who.actor.ids))


def _state(unit: Unit) -> str | None:
    """«La France a perdu 52 soldats»: the state that is named, be it no force."""
    return unit.actor.ids[0] if unit.actor is not None and unit.actor.kind == "state" and unit.actor.ids else None


def tellers_own(figure: Figure, tellers: list[str]) -> People | None:
    """«trois morts dans nos rangs», «huit de ses hommes», «Erevan a annoncé la mort de 49 soldats»: fighters of whoever
    tells of them.
    """
    alone = tellers if len(tellers) == 1 and is_actor(tellers[0]) else []
    if alone and of_state(alone[0]) and any(_told_of_its_army(f) for f in (figure, figure.model) if f is not None):
        return People("armed", alone[0])
    beside = figure.model is not None and own_ranks(figure.model)  # «six de nos hommes sont tombés, huit sont blessés»
    ours = _troops_lost(figure) and any(unit.low == "nous" for unit in _before(figure))
    if not alone or not (own_ranks(figure) or _admitted(figure) or beside or ours):
        return None
    return People("police" if says("polices", _before(figure)) else "armed", alone[0])


def _told_of_its_army(figure: Figure) -> bool:
    """A state tells of the death of soldiers, and no other people are named beside them."""
    who, units = figure.who, figure.clause.units
    if figure.rule != "harm.noun-of" or who is None or who.value != "armed":
        return False
    if who.actor is not None and who.actor.text != who.actor.head:
        return False  # «soldats russes»: the words say whose
    if who.feature("side") != "state" or not says("deaths", [units[figure.trigger]]):
        return False
    at = next((i for i, unit in enumerate(units) if unit is who), figure.at)
    return not any(unit.actor is not None for unit in units[at + 1 : at + _NAMED])


def _before(figure: Figure) -> list[Unit]:
    return figure.clause.units[: figure.at]


def _admitted(figure: Figure) -> bool:
    """«l'armée admet six morts», «les rebelles ont reconnu la perte de trois combattants»: a force owns up to its own
    dead.
    """
    if not _fighters(figure.who) or figure.outcome not in ("killed", "injured"):
        return False
    units = figure.clause.units[max(0, figure.at - _ADMITS) : figure.at]
    verb = next((i for i in range(len(units) - 1, -1, -1) if says("admits", [units[i]])), None)
    before = figure.clause.units[: max(0, figure.at - len(units) + (verb or 0))]
    forces = [u for u in before if u.code in "AV" and u.actor is not None and u.actor.role == "force"]
    return verb is not None and bool(forces)


def _fighters(who: Unit | None) -> bool:
    """Nobody or «hommes», «combattants»: the words do not say whose."""
    unsaid = who is None or who.actor is None or not (who.actor.ids or who.actor.text != who.actor.head)
    return unsaid and (who is None or (who.value in ("men", "armed") and who.feature("side") is None))


def _its_leader(figure: Figure, act: Act | None) -> bool:
    """«le chef de l'organisation» is of the group that the fight was against."""
    unnamed = figure.who is not None and figure.who.feature("leader") is not None and figure.who.actor is None
    return unnamed and act is not None and act.type == "Armed clash" and act.target not in (None, "civilians")


_WHO_LOST = re.compile(r"(?P<side>[AV])[oja]{0,2},?wx?[rgy]*$")  # «une opération contre X, qui a perdu»


def _loser(figure: Figure) -> Unit | None:
    """«L'EI a perdu 42 hommes», «le bataillon, sous commandement de X, a perdu»: the side that lost them."""
    lost = figure.rule == "harm.lost" and figure.who is not None and figure.who.value in ("men", "people", "armed")
    if not lost and not _suffered(figure):
        return None
    spoken = figure.clause.spoken
    whose = _WHO_LOST.search(spoken.codes, 0, figure.trigger)
    before = range(figure.trigger - 1, max(-1, figure.trigger - _SUBJECT), -1)
    sides = [i for i in before if spoken.codes[i] == "A" or (spoken.codes[i] == "V" and spoken.units[i].value in ARMED)]
    if whose is not None and whose.start("side") in sides:
        return spoken.units[whose.start("side")]
    free = [i for i in sides if not governed(spoken, i)]
    uncounted = [i for i in free if _COUNTED.search(spoken.codes, 0, i) is None]
    return spoken.units[(uncounted or free or sides)[0]] if sides else None


def _in_arms(loser: Unit) -> str:
    """Whether those whom a side lost were police or fighters."""
    return "police" if among("polices", loser.low.split()) else "armed"


def _troops_lost(figure: Figure) -> bool:
    """«Les troupes fidèles au président ont perdu onze hommes», «nous avons perdu trente hommes»: no word tells whose,
    but they were under arms.
    """
    lost = figure.rule == "harm.lost" and figure.who is not None and figure.who.value == "men"
    return lost and says("troops", figure.clause.units[max(0, figure.trigger - _SUBJECT) : figure.trigger])


def _suffered(figure: Figure) -> bool:
    """«Les assaillants ont eu dix morts», «ont laissé cinq corps derrière eux»; not «il y a eu dix morts», «l'attaque
    qu'a subie l'armée a fait …».
    """
    elsewhere = figure.who is not None and figure.who.start < figure.clause.sentence.start
    if (figure.who is None or elsewhere) and left_behind(figure):
        return True
    near = figure.clause.units[max(0, figure.at - _ADMITS) : figure.at]
    own = figure.rule == "harm.count-noun" and figure.who is None and says("suffered", near)
    return own and not any(u.code in "yEFM" for u in near)


def left_behind(figure: Figure) -> bool:
    """«laissant douze morts sur le terrain»: their own; who attacks a village and leaves twelve dead killed them."""
    units = figure.clause.units[max(0, figure.at - _LEFT) : figure.trigger + 1 + _LEFT]
    return cues("fr")["left_behind"].search(" ".join([unit.low for unit in units])) is not None


def _their_group(figure: Figure) -> str | None:
    """«trois militants du Jihad islamique» fight for it, where militants of a cause are civilians."""
    who, units = figure.who, figure.clause.units
    if who is None or not says("activists", [who]):
        return None
    at = next((i for i, unit in enumerate(units) if unit is who), len(units))
    match = _OF_GROUP.match(figure.clause.codes, at)
    actor = units[match.end() - 1].actor if match else None
    return next((one for one in actor.ids if _group(one)), None) if actor is not None else None


def _fell_fighting(figure: Figure, act: Act | None) -> bool:
    """«huit militants ont été tués dans des combats avec l'armée»: not «de l'opposition», nor of those who march."""
    who, clause = figure.who, figure.clause
    if act is None or act.type != "Armed clash" or who is None or OF_PROTEST in clause.memo or who.low != "militants":
        return False
    at = next((i for i, unit in enumerate(clause.units) if unit is who), len(clause.units))
    return figure.outcome in ("killed", "injured", "neutralised") and clause.codes[at + 1 : at + 2] not in tuple(
        "dojAaP"
    )


def _named_group(act: Act | None) -> str | None:
    """The one armed group of a fight."""
    named = {one for one in (*act.by, act.target) if one is not None and _group(one)} if act is not None else set()
    return named.pop() if len(named) == 1 else None


def _ranks(figure: Figure, act: Act | None) -> Unit | None:
    """«sept morts dans les rangs du régime», of a fight «sept morts côté gouvernemental»: those who fight for it."""
    who = figure.who
    if who is None or who.code not in "aA" or who.actor is None or not who.actor.ids or who.actor.kind != "state":
        return None
    at = next((i for i, unit in enumerate(figure.clause.units) if unit.start == who.start), 0)
    before = figure.clause.units[max(0, at - 2) :][:2]
    fight = act is not None and act.type == "Armed clash" and not who.actor.metonym and says("camp", [who])
    return who if any("rangs" in u.low or (fight and u.low == "côté") for u in before) else None


def unit_of(figure: Figure) -> Literal["persons", "families", "bodies"]:
    """How they are counted."""
    if figure.who is not None and figure.who.feature("unit") == "families":
        return "families"
    return "bodies" if figure.clause.units[figure.trigger].feature("unit") == "bodies" else "persons"


def victims(figure: Figure) -> str:
    """The category of the guide, by the noun; an actor noun or complement says fighters («membres d'Aqmi»)."""
    if figure.people:
        return figure.people
    if figure.who is None:
        return figure.clause.units[figure.trigger].feature("victims") or _unnamed(figure)
    if (loser := _loser(figure)) is not None:
        return _in_arms(loser)
    actor = figure.who.actor
    if figure.who.code == "j":
        return figure.who.value
    if figure.who.code == "N":
        return "civilians" if figure.who.value == "displaced" else "people"
    if figure.outcome == "displaced" and figure.who.feature("state") == "displaced":
        return "people"  # «119.000 réfugiés», as «119.000 déplacés»
    if figure.who.feature("resident") is not None and figure.outcome in BODILY:
        return "civilians"
    if figure.outcome == "killed" and says("outlaws", [figure.who]):
        return "armed"
    if figure.outcome == "abducted" and figure.who.low.startswith("personne"):
        return "people"
    if figure.who.value == "police" and _soldiers_too(figure):
        return "armed"
    if figure.who.value in _AGES and _of_all_ages(figure):
        return "people"
    if figure.who.code == "A" and says("polices", [figure.who]):
        return "police"
    member = member_of(actor)
    if member and figure.who.value in ("", "people"):
        return member
    if figure.who.code == "V" and figure.who.value != "people":
        return figure.who.value
    if actor is not None and (actor.kind == "armed" or (actor.kind == "state" and actor.role == "force")):
        return "armed"
    return "civilians" if figure.outcome == "abducted" else "people"


def _of_all_ages(figure: Figure) -> bool:
    """«144 hommes, femmes et enfants»: one number of all."""
    units = figure.clause.units
    at = next((i for i, unit in enumerate(units) if unit is figure.who), len(units))
    match = _AND_OTHERS.match(figure.clause.codes, at)
    return match is not None and all(u.value in _AGES for u in units[at : match.end()] if u.code == "V")


def _soldiers_too(figure: Figure) -> bool:
    """«quatre policiers et soldats»: one number of both."""
    units = figure.clause.units
    at = next((i for i, unit in enumerate(units) if unit is figure.who), len(units))
    both = _BOTH.match(figure.clause.codes, at)
    return both is not None and units[both.end() - 1].value == "armed"


def _unnamed(figure: Figure) -> str:
    """Nobody says who they were: a person who was carried off is a civilian, the dead of both camps are fighters,
    unless the words say otherwise.
    """
    if figure.outcome == "abducted":
        return "civilians" if figure.rule in ("harm.named-person", "harm.two-names") else "people"
    return "armed" if figure.outcome in BODILY and _of_camps(figure) else "people"


def _of_camps(figure: Figure) -> bool:
    """«une vingtaine de morts dans les deux camps»; not «des deux côtés de la frontière», nor beside civilians; «12
    morts dans les rangs de ceux qui le soutiennent», «sept morts côté ennemi».
    """
    behind = figure.clause.units[figure.trigger + 1 : figure.trigger + 1 + _CAMPS]
    words, table = " ".join([unit.low for unit in behind]), cues("fr")
    if any(unit.code in "Vj" and unit.value == "civilians" for unit in figure.clause.units):
        return False
    return table["fell_on_both"].search(words) is not None or table["fell_in_ranks"].search(words) is not None
