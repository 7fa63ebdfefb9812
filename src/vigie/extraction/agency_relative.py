"""Level 4: who stands beside an act: in a clause about its place, or asking who did it."""

import re

from .cues import cues, told
from .frames import Clause

_OPENS = re.compile(r",(?P<word>[oc])[ldqQjr\"]{0,3}$")
_FAR = 14  # units between «l'attaque» and what it did
_RIGHT = 3  # units between «malgré» and the act
_BEFORE = 4  # units before «qui»: «ne sait pas encore au juste qui»
_AGAINST = re.compile(r"E[^.;:,KkFxXC]{0,16}(?P<word>i)[lqdQYoj\"]{0,6}$")
_WHO = re.compile(r"[oja\"]{0,3}(?:\([AU]\))?,?w")
_BEHIND = 4  # units behind «a tué» in which stands whom
PARTICIPLE = re.compile(r".{3,}ée?s?$")
_POSED = re.compile(r"s[xXrg]{0,3}[oG]$")
_OBJECT_OF = re.compile(r"[EWVAF][^.;:,wF]{0,9}w[lsu]{0,2}(?:x[rg]*)?[oGL][rT]{0,2}[ldqQ\"]{1,2}$")
_ACTS, _DEEDS = frozenset("EFW"), frozenset("EFKkW")


def beside_the_act(clause: Clause, by: int, act: int) -> bool:
    """«Une attaque a visé X, où les rebelles sont entrés en mai, tuant dix civils»: the attack killed them. Where the
    sentence tells of no act before («L'armée a quitté X, où les rebelles sont entrés, tuant …»), or the clause tells of
    one itself, they did it.
    """
    opens = _OPENS.search(clause.codes, 0, by)
    if opens is None or not told("of_a_place", [clause.units[opens.start("word")]]):
        return False
    between, before = clause.codes[by + 1 : act], clause.codes[: opens.start()]
    return "," in between and _DEEDS.isdisjoint(between) and not _ACTS.isdisjoint(before)


def asks_who(clause: Clause, by: int, act: int) -> bool:
    """«L'armée ne sait pas qui a tué dix civils», «a dit ignorer qui avait tiré», «cherche à établir qui …»: open."""
    who = next((i for i in range(by + 1, act) if clause.codes[i] == "w" and clause.units[i].low == "qui"), 0)
    return who > 0 and told("wonders", clause.units[max(by + 1, who - _BEFORE) : who])


def after_its_authors(clause: Clause, by: int, act: int) -> bool:
    """«L'armée poursuit les auteurs de l'attaque», «mène la chasse aux responsables du massacre»: others did it."""
    at = act - 1
    while at > by and clause.codes[at] in 'ldqQj"':
        at -= 1
    return at > by and told("authors_of", [clause.units[at]])


def only_attacked(clause: Clause, by: int, act: int) -> bool:
    """«depuis l'attentat contre deux ministères qui avait tué 95 personnes», «l'assaut contre la police, qui a tué»: it
    killed them; «une attaque contre l'armée, qui a tué douze assaillants»: the army.
    """
    against = _AGAINST.search(clause.codes, 0, by) if _WHO.match(clause.codes, by + 1, act) else None
    if against is None or clause.units[against.start("word")].low != "contre":
        return False
    hurt = clause.units[act + 1 : act + _BEHIND]
    return not any(unit.feature("attacker") is not None or unit.value == "armed" for unit in hurt)


def on_its_authors(clause: Clause, act: int, harm: int) -> bool:
    """«une opération contre les auteurs de l'attaque qui a tué dix villageois»: the act behind killed them."""
    attacks = (i for i in range(max(act + 1, harm - _FAR), harm + 1) if clause.codes[i] in "ED")
    return any(after_its_authors(clause, act, i) for i in attacks)


def likened(clause: Clause, at: int) -> bool:
    """«des hommes habillés comme des soldats», «qui se présentaient comme des soldats»: what they seem; «identifiés
    comme des soldats» says that they are.
    """
    before = clause.units[at - 1 : at] if at > 0 and clause.units[at].low == "comme" else []
    if _POSED.search(clause.codes, 0, at) is not None and told("poses_as", before):
        return True
    return bool(before) and PARTICIPLE.match(before[0].low) is not None and not told("supposed", before)


def whom_others(clause: Clause, by: int) -> bool:
    """«Une grenade lancée sur une foule qui acclamait l'armée a fait sept morts»: the object of a clause about somebody
    else is no subject.
    """
    return _OBJECT_OF.search(clause.codes, 0, by) is not None


def told_beside(clause: Clause, act: int) -> bool:
    """«tués malgré les raids de X», «en représailles à l'offensive», «deux ans après l'attentat»: another act."""
    before = clause.units[max(0, act - _BEFORE) : act]
    words = " ".join(unit.low for unit in before)
    return told("answered_to", before[-_RIGHT:]) or cues("fr")["years_after"].search(words) is not None
