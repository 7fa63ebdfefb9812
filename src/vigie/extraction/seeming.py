"""Level 4: words of violence that tell no act: a broken truce, a wish, a question, an image, what nature does."""

import re

from .carried_out import taken_along
from .crowds import DEMONSTRATIONS
from .cues import cues, told
from .event_types import type_of
from .frames import Clause
from .images import goes_home
from .nature import of_peace

_ATTACK_BEHIND = re.compile(r"F[TrlqjhQ\"]{0,4}[EL]")
_PARTICIPLE = re.compile(r"(?:é|ée|és|ées|ant|er)$")
_APPOSED = re.compile(r"[oVYPNA][oja]?,?r$")
_WHO_HAD = re.compile(r"w(?P<x>x)[rg]*$")
_WAY = 3  # units before an act in which «rentrant d'une» stands
_BESIDE = 10  # units before an act
_WHO = re.compile(r"g[^.;:,]{0,3}(?:o|G|c)w[lug]{0,2}x?[rg]*$")


def only_seems(clause: Clause, at: int) -> bool:
    """Whether a word of violence tells no act where it stands."""
    return (
        _nobody_hit(clause, at)
        or _beats_back(clause, at)
        or _wished(clause, at)
        or _asked(clause, at)
        or of_peace(clause, at)
        or _ruled_out(clause, at)
        or clause.fancied(at)
        or _in_the_making(clause, at)
        or _often(clause, at)
        or _as_a_rule(clause, at)
        or _of_repute(clause, at)
        or _fled_before(clause, at)
        or _measured(clause, at)
        or _come_from(clause, at)
        or goes_home(clause, at)
        or taken_along(clause, at)
    )


def _often(clause: Clause, at: int) -> bool:
    """«Idleb, cible de frappes du régime», «une base régulièrement visée par des tirs»: what a place goes through."""
    if clause.codes[at] != "E":
        return False
    before = " ".join([unit.low for unit in clause.units[max(0, at - _BESIDE) : at]])
    return cues("fr")["aimed_often"].search(before) is not None


def _as_a_rule(clause: Clause, at: int) -> bool:
    """«X, où les rebelles attaquent souvent des convois», «où ils mènent régulièrement des raids»: what goes on in a
    region, beside the news of the day.
    """
    if clause.codes[at] not in "FE":
        return False
    if _is_again_and_again(clause, at) or _of_their_past(clause, at):
        return True
    first = next((i for i in range(at - 1, max(-1, at - _BESIDE), -1) if told("opens_where", [clause.units[i]])), None)
    if first is None or set(clause.codes[first:at]) & set(",;:XT"):
        return False
    verb = at if clause.codes[at] == "F" else next((i for i in range(first, at) if clause.codes[i] == "L"), None)
    if verb is None or ("x" not in clause.codes[first:at] and _PARTICIPLE.search(clause.units[verb].low) is not None):
        return False
    on = told("fights_on", [clause.units[verb]]) and "T" not in clause.codes[first:]
    return on or told("as_a_rule", clause.units[max(first, verb - 1) : max(verb, at) + 3])


def _is_again_and_again(clause: Clause, at: int) -> bool:
    """«X, assiégée depuis 2013, est régulièrement bombardée», «une minorité souvent ciblée par X»; «… bombardée depuis
    lundi» is news.
    """
    now = clause.codes[at - 2 : at + 1] == "XrF" and clause.units[at - 2].low in ("est", "sont")
    apposed = _APPOSED.search(clause.codes, 0, at) is not None and clause.codes[at + 1 : at + 2] == "p"
    often = told("as_a_rule", clause.units[max(0, at - 1) : at])
    return (now or apposed) and often and "T" not in clause.codes[at + 1 : at + 3]


def _of_their_past(clause: Clause, at: int) -> bool:
    """«un milicien, qui avait combattu Boko Haram, a été tué»: what he did once."""
    had = _WHO_HAD.search(clause.codes, 0, at)
    past = had is not None and clause.units[had.end("x") - 1].low in ("avait", "avaient")
    return past and told("fought_once", [clause.units[at]])


def _of_repute(clause: Clause, at: int) -> bool:
    """«X, épicentre de la contestation», «figure des manifestations»: what a place or somebody is known for; the
    protests of a day that is told are meant.
    """
    if clause.codes[at] != "E" or type_of(clause.units[at]) not in DEMONSTRATIONS:
        return False
    before = " ".join([unit.low for unit in clause.units[max(0, at - _BESIDE) : at]])
    return cues("fr")["of_repute"].search(before) is not None and "T" not in clause.codes[at + 1 : at + 4]


def _measured(clause: Clause, at: int) -> bool:
    """«l'attaque la plus meurtrière recensée depuis le début des violences»: since when the news has no like."""
    told_before = "E" in clause.codes[max(0, at - _BESIDE) : at]
    if clause.codes[at] not in "ET" or not told_before or "depuis" not in clause.words:
        return False
    before = " ".join([unit.low for unit in clause.units[max(0, at - _BESIDE) : at + (clause.codes[at] == "T")]])
    return cues("fr")["without_like"].search(before) is not None


def _come_from(clause: Clause, at: int) -> bool:
    """«des soldats rentrant d'une opération ont été tués par une mine»: the mine is the act."""
    return clause.codes[at] == "E" and told("on_the_way", clause.units[max(0, at - _WAY) : at])


_FLED = re.compile(r"[xX][rg\"]*I(?:[lqdtoj,]{0,4}E[oja]{0,2}){0,2}[lqdtoj,]{0,4}$")


def _fled_before(clause: Clause, at: int) -> bool:
    """«des déplacés qui avaient déjà fui les frappes et les combats»: what drove them out before."""
    found = _FLED.search(clause.codes, max(0, at - _BESIDE), at) if clause.codes[at] == "E" else None
    if found is None:
        return False
    helper, flight = clause.units[found.start()], clause.units[clause.codes.index("I", found.start())]
    return flight.value == "displaced" and (helper.feature("past") is not None or helper.low == "ayant")


_TO_CARRY = re.compile(r"(?P<word>[oGHFj])[TrjlAo]{0,3}[ed]?(?P<carry>[LGo])[lqrjQ\"]{0,3}$")


def _in_the_making(clause: Clause, at: int) -> bool:
    """«se prépare à lancer une offensive», «menace de mener des frappes», «allait lancer une grenade»."""
    if clause.codes[at] not in "EW":
        return False
    found = _TO_CARRY.search(clause.codes, max(0, at - 11), at)
    carry = clause.units[found.start("carry")].low if found is not None else ""
    return (
        found is not None
        and carry.endswith(("er", "ir", "re"))
        and told("preparing", [clause.units[found.start("word")]])
    )


def _nobody_hit(clause: Clause, at: int) -> bool:
    """«la trêve a été violée», «Syrte, enlevée le 6 janvier», «tirés des décombres», «sans heurts»: no act."""
    unit, before = clause.units[at], clause.codes[max(0, at - 7) : at]
    if type_of(unit) == "Sexual violence":
        return told("broken", clause.units[max(0, at - 8) : at + 5]) or _breached(clause, at)
    if unit.value == "abducted" and unit.code == "K":
        return re.search(r"[PY],?$", before) is not None and not set(before) & set("VAQNxX")
    if unit.code == "F" and type_of(unit) == "shooting":
        return "X" in before[-3:] and "W" not in clause.codes[:at]
    return unit.code == "E" and at > 0 and clause.units[at - 1].low == "sans"


def _breached(clause: Clause, at: int) -> bool:
    """«Un avion a violé samedi l'espace aérien turc»: nobody was raped."""
    active = "x" in clause.codes[max(0, at - 3) : at] and "X" not in clause.codes[max(0, at - 3) : at]
    behind = clause.units[at + 1 : at + 5]
    return active and told("breached", behind) and not any(unit.code == "V" for unit in behind)


def _beats_back(clause: Clause, at: int) -> bool:
    """«a repoussé une attaque de X»: the act is the attack."""
    return _ATTACK_BEHIND.match(clause.codes, at) is not None and told("repels", clause.units[at : at + 1])


def _ruled_out(clause: Clause, at: int) -> bool:
    """«la piste d'un attentat est écartée», «aucun élément n'étaye la thèse de l'attaque»."""
    if clause.codes[at] != "E" or "d" not in clause.codes[max(0, at - 3) : at]:
        return False
    return told("theory", clause.units[max(0, at - 4) : at]) and "ruled_out" in clause.listed


def _asked(clause: Clause, at: int) -> bool:
    """«n'a pas dit qui les avait attaqués», «ignore qui a tiré»: of an act told elsewhere, by nobody known."""
    return clause.codes[at] in "FK" and _WHO.search(clause.codes, max(0, at - 9), at) is not None


def _wished(clause: Clause, at: int) -> bool:
    """«laisser les Kurdes être massacrés»: a passive infinitive tells no fact."""
    before = clause.units[max(0, at - 3) : at]
    return any(u.code == "X" and u.feature("infinitive") is not None for u in before) and not any(
        u.code == "x" for u in before
    )
