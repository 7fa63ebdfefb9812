"""Level 4: violent events, out of the class strings: which act, by whom, on whom, with what,
and whether it is told as news.
"""

import re
from dataclasses import dataclass, field, replace

from .agency import roles
from .agency_shared import Role, Roles
from .crowds import DEMONSTRATIONS, PEACEFUL, RIOT, crowded, doer_of, shots_and_stones
from .cues import cues, told
from .event_counts import Counted, counted
from .event_sites import sites
from .event_types import FAMILIES, does, specific, type_of
from .event_weapons import weapons_of
from .frames import Clause, Why
from .lexicon import lexicon
from .means import Means, by_means
from .means_roles import arms_of, roles_of
from .seeming import only_seems
from .sides import ARMED
from .some_killed import some_killed, with_those_killed
from .units import Unit

LOOTING = "Looting/property destruction"
_ACTS = frozenset("EFKDkT")  # the classes of words that can be acts
_BURST = frozenset({"blast", "Remote explosive/landmine/IED"})  # types of acts that hit what is nearest
_FROM_AFAR = frozenset({"Shelling/artillery/missile attack", "Air/drone strike"})
_HELPERS = 5  # units before a verb among which its auxiliaries stand
_CLAUSE = 12  # units between «avant que» and its verb
_OF = re.compile(r"Y[oj]?d[lqo]?$")  # «le convoi du …»
_PART = re.compile(r"n[rl]?[Qq](?:d?V[oj]?)?[ip][lqdoH]{0,3}(?:W[oj]?)?$")
_OTHERS = re.compile(r"(?:,|,?t)[lr\"]{0,2}Q[hVojaUA\"]{0,4}[xX]{1,2}(?P<fate>[KIN])[eplqid]{1,3}$")
_OF_SOMEBODY = re.compile(r"[ojr]{0,2}d[lq\"]{0,2}[AV]")  # «lors d'une offensive des assaillants»
_FIRED = re.compile(r"[rT]{0,3}[lqQd]{1,3}[oj]?W")
_PLACE_HIT = re.compile(r"T?(?:l[oj]?d?)?P")  # «ont visé samedi Poltava», «la ville de Poltava»
_ONE_MORE = re.compile(r"q(?P<word>[hrRo])[YmP][^.;:EFKk]{0,14}$")  # «une autre localité, X, a été …»
_WHICH = re.compile(r"[oj]{0,2}d(?:[qQPUW]|l[oj]?Y)")  # «l'attaque de Solhan», «de leur poste»: which one is told here


@dataclass(slots=True)
class Happening:
    """An act found in a clause. `type` may still be a family («attack»,
    «blast») until its target and weapon are known.
    """

    clause: Clause
    at: int
    type: str
    start: int
    end: int
    rule: str
    by: Role | None = None
    target: Role | None = None
    weapons: list[str] = field(default_factory=list)
    struck: str | None = None
    definite: bool = False
    plural: bool = False
    weak: bool = False
    another: bool = False
    sequel: bool = False
    reply: bool = False
    earlier: bool = False
    toll: int = 0
    count: Counted | None = None
    aim: int = -1
    negated: bool = False
    sites: frozenset[str] = frozenset()
    why: Why = field(default_factory=dict)


def _definite(clause: Clause, at: int) -> bool:
    """«l'attaque», «cette explosion»: told before, unless a complement says which («l'attaque de Solhan»)."""
    before = [u for u in clause.units[max(0, at - 2) : at] if u.code == "l"][-1:]
    return told("definite", before) and (before[0].low.startswith("ce") or not _WHICH.match(clause.codes, at + 1))


def _plural(clause: Clause, at: int) -> bool:
    """«des raids», «des sit-in», «une campagne aérienne»."""
    low = clause.units[at].low.split(" ")[0]
    several = told("several", clause.units[max(0, at - 1) : at]) or told("many_in_one", [clause.units[at]])
    return (low.endswith("s") and low != "guet-apens") or several


def _another(clause: Clause, at: int) -> bool:
    """«une autre attaque», «un deuxième attentat», «un autre village a été attaqué»: not the one told before."""
    if _definite(clause, at):
        return told("the_other", clause.units[max(0, at - 2) : at])
    hit = _ONE_MORE.search(clause.codes, 0, at)
    near = [*clause.units[max(0, at - 2) : at], *(clause.units[hit.start("word") : hit.end("word")] if hit else ())]
    beside = clause.codes[at] == "E" and clause.codes[at - 1] == "q" and "E" not in clause.codes[:at]
    return (
        (beside and told("also", clause.units[:at]))
        or told("another", near)
        or told("alike", clause.units[at + 1 : at + 2])
    )


def _earlier(clause: Clause, at: int) -> bool:
    """«avait déjà été visé», «un attentat avait fait 358 morts»: before what is news."""
    noun = clause.codes[at] in "ED"
    near = {u.low for u in clause.units[at + 1 if noun else max(0, at - _HELPERS) : at + _HELPERS if noun else at]}
    return (clause.codes[at - 1] == "q" if noun else "déjà" in near) and not near.isdisjoint(("avait", "avaient"))


def _replies(clause: Clause, at: int) -> bool:
    """«en représailles», «bombardements de riposte»: in the same part of the sentence."""
    first = max((i + 1 for i in range(at) if clause.codes[i] in ";:"), default=0)
    behind = [u for u in clause.units[at + 4 : at + 10] if u.low.startswith(("en ", "par "))]  # «en représailles»
    return told("reply", [*clause.units[max(first, at - 7) : at + 4], *behind])


def _struck(clause: Clause, at: int, target: Role | None) -> str | None:
    """What was hit: the object of the act, else the first thing told behind it, for a mine or bomb the nearest one."""
    named = target is not None and _named_site(target)
    if target and named and not _comes_from(clause, target.unit):
        return None if target.unit.feature("village") is not None else target.unit.value
    if (owned := _owned(clause, target)) is not None:
        return owned
    shelled = clause.codes[at] == "K" and type_of(clause.units[at]) in _FROM_AFAR  # «une école a été touchée par des»
    mined = clause.codes[at] == "W" or shelled or type_of(clause.units[at]) in _BURST
    ahead, back = clause.units[at + 1 : at + 12], clause.units[max(0, at - 9) : at]
    near = [u for u in [*ahead, *(reversed(back) if mined else [])] if _a_site(u) and not _comes_from(clause, u)]
    if "other" in weapons_of(clause, at):
        near = [u for u in near if u.value != "vehicle"]  # «a lancé vendredi sa voiture sur la foule»
    if near:
        return near[0].value
    hit = target is not None and told("vehicles", [target.unit])
    return "vehicle" if hit or (mined and cues("fr")["passing"].search(clause.words)) else None


def _named_site(target: Role) -> bool:
    """A thing or place that the words give as the object; a patrol is people, whether they walk or ride."""
    return target.unit.code in "YP" and target.rule != "target.passing" and not told("patrol", [target.unit])


def _a_site(unit: Unit) -> bool:
    return unit.code in "YP" and bool(unit.value) and unit.feature("weak") is None and not told("patrol", [unit])


def _comes_from(clause: Clause, site: Unit) -> bool:
    """«tirés depuis une base», «provenant d'une école»: where shots come from is not what they hit, nor
    the hospital where somebody died of them.
    """
    at = clause.units.index(site) if site in clause.units else 0
    words = "".join(f"{unit.low} " for unit in clause.units[max(0, at - 6) : at])
    nursed = site.value == "hospital" and told("nursed", clause.units[max(0, at - 4) : at])
    return nursed or cues("fr")["launched"].search(words) is not None


def _owned(clause: Clause, target: Role | None) -> str | None:
    """«la voiture du juge a été visée», «le convoi d'un chef de l'opposition»: the thing was hit with its owner."""
    at = clause.units.index(target.unit) if target is not None and target.unit in clause.units else 0
    thing = _OF.search(clause.codes, 0, at)
    return clause.units[thing.start()].value if thing is not None else None


def _hits(clause: Clause, at: int) -> int | None:
    """The thing in «…, touchant un dépôt»: what an act hit is told behind it by a participle, with its place."""
    for i in range(at + 1, min(at + 14, len(clause.units))):
        unit = clause.units[i]
        if unit.code in "EKk;:.":
            return None
        if unit.code == "F" and unit.feature("weak") is not None and unit.low.endswith("ant"):
            return next((j for j in range(i + 1, min(i + 5, len(clause.units))) if clause.codes[j] in "YVA"), i)
    return None


def _happening(clause: Clause, at: int, kind: str, parts: dict[str, Role]) -> Happening:
    unit, target = clause.units[at], parts.get("target")
    last = max([at, *(clause.units.index(r.unit) for r in parts.values() if r.unit in clause.units)])
    hit = _hits(clause, at)
    fired = _FIRED.match(clause.codes, at + 1)  # «ont tiré samedi un missile»
    last = max(last, fired.end() - 1) if fired is not None and unit.code == "F" else last
    end = clause.units[min(last, at + 10) if hit is None else hit].end
    noun = unit.code in "ED"
    return Happening(
        clause=clause, at=at, type=kind, start=unit.start, end=end, rule=f"event.{'noun' if noun else 'verb'}",
        by=parts.get("by"), target=target, weapons=weapons_of(clause, at), struck=_struck(clause, at, target),
        definite=noun and _definite(clause, at), plural=noun and _plural(clause, at),
        weak=unit.feature("weak") is not None and not _by_weapon(clause, at, parts),
        another=_another(clause, at), count=counted(clause, at, target), earlier=_earlier(clause, at),
        sequel=not noun and told("sequel", clause.units[max(0, at - 7) : at]), reply=_replies(clause, at),
        aim=-1 if hit is None else clause.units[hit].start, sites=sites(clause, at), negated=_negated(clause, at),
        why={"type": (unit.start, unit.end, "lexicon")},
    )  # fmt: skip


def breaks_out(seen: Happening) -> bool:
    """«Les combats, qui avaient éclaté lundi»: the day is their first."""
    units = seen.clause.units
    fights = seen.type == "Armed clash" and seen.plural
    return fights and told("breaks_out", units[max(0, seen.at - _BEGUN) : seen.at + _BEGUN])


_BEGUN, _LONGEST = 6, 140  # units around a fight that tell its beginning; characters of a telling with its authors


def of_a_part(clause: Clause, at: int) -> bool:
    """«61 morts, dont 44 dans l'explosion de voitures piégées»: an act that killed those only."""
    return _PART.search(clause.codes, 0, at) is not None


def killed_others(clause: Clause, fate: int, at: int) -> bool:
    """«600 civils ont été tués et 53 autres ont succombé aux tirs»: the act of those others, with the fate of these."""
    others = _OTHERS.search(clause.codes, fate + 1, at) if fate < at else None
    return others is not None and clause.units[others.start("fate")].value == clause.units[fate].value


def words_of(seen: Happening) -> tuple[int, int]:
    """The words of a telling, with those who did it and those hit where they stand close enough."""
    parts = [role.unit for role in (seen.by, seen.target) if role is not None and role.unit in seen.clause.units]
    start, end = seen.start, seen.end
    for unit in sorted(parts, key=lambda u: abs(u.start - seen.start)):
        if max(end, unit.end) - min(start, unit.start) <= _LONGEST:
            start, end = min(start, unit.start), max(end, unit.end)
    return start, end


def find_happenings(clause: Clause) -> list[Happening]:
    """The acts of a clause in the order of the text, with the roles that its words give."""
    kinds = [(i, kind) for i, u in enumerate(clause.units) if u.code in _ACTS and (kind := _kind(clause, i))]
    if not kinds and "W" not in clause.codes:
        return []
    parts: Roles = {**roles(clause), **with_those_killed(clause, roles(clause))}
    strong = any(clause.units[at].feature("weak") is None for at, _ in kinds)
    found = [
        _happening(clause, at, "assault" if _stormed(clause, at, parts.get(at, {})) else kind, parts.get(at, {}))
        for at, kind in kinds
        if _tells(clause, at, parts.get(at, {}), strong)
    ]
    known = [happening.at for happening in found if happening.type not in FAMILIES]
    found += [_of_means(clause, means, parts) for means in by_means(clause, known)]
    return _joined(sorted(found, key=lambda h: h.at))


def _of_means(clause: Clause, means: Means, parts: Roles) -> Happening:
    """An act that its weapon tells: up to the verb, behind which stands what was hit."""
    at = means.verb if means.downed else means.at
    told_so = _happening(clause, at, means.type, roles_of(clause, means, parts))
    end = max(told_so.end, clause.units[means.verb].end)
    if means.downed:
        start, arms = min(told_so.start, clause.units[means.at].start), specific(arms_of(clause, means))
        end = max(end, clause.units[means.at].end)
        return replace(told_so, weak=False, struck="vehicle", weapons=arms, count=None, start=start, end=end)
    struck = told_so.struck or (_struck(clause, means.verb, None) if means.verb > means.at else None)
    return replace(told_so, weak=False, struck=struck, end=end)


def _kind(clause: Clause, at: int) -> str | None:
    unit = clause.units[at]
    return type_of(unit) or lasting(unit) or ("attack" if some_killed(clause, at) else None)


def _tells(clause: Clause, at: int, parts: dict[str, Role], strong: bool) -> bool:
    """Whether a word is an act here: a weak verb needs an author, or a victim beside another act;
    what is denied or a charge is none.
    """
    unit = clause.units[at]
    if unit.code in "FKk" and _negated(clause, at) and "by" not in parts:
        return False
    before = clause.units[max(0, at - 2) : at]
    if unit.code == "D" and any(u.low in ("pour", "tentative") or u.code == "Z" for u in before):
        return False
    if unit.value == "abducted" and unit.low.startswith("retenu"):
        return False  # a state
    if unit.code == "K" and type_of(unit) is None and "by" not in parts:
        return False
    if told("reply", [unit]) and _TO_AN_ACT.match(clause.codes, at + 1):
        return False  # «a riposté à une attaque de X» tells of X's
    hit = parts["target"].unit.code if "target" in parts else ""
    burnt = hit == "V" and unit.feature("weapon") == "arson" and parts["target"].rule == "target.object"
    if burnt or only_seems(clause, at) or _circumstance(clause, at, parts) or _by_shells(clause, at):
        return False
    if unit.feature("fighters") is not None and not _by_fighters(parts.get("by")):
        return False
    if _stormed(clause, at, parts):
        return True
    if unit.feature("crowd") is not None:
        return doer_of(clause, at) is not None if unit.value == "Violent_demonstration" else crowded(clause, at)
    if unit.code != "F" or unit.feature("weak") is None or _by_weapon(clause, at, parts):
        return True
    if "by" in parts or doer_of(clause, at) is not None:
        return True
    if type_of(unit) == LOOTING and hit == "Y":
        return True  # «trente cases brûlées»
    fallen = hit == "Y" and "X" in clause.codes[max(0, at - 3) : at] and not {"K", "N", "I"}.isdisjoint(clause.codes)
    return fallen or (
        strong and hit in ("A", "V") and not unit.low.endswith("ant")
    )  # «tués quand un marché a été visé»


def _stormed(clause: Clause, at: int, parts: dict[str, Role]) -> bool:
    """«des hommes armés ont envahi l'hôtel»: what a crowd does by rioting, people under arms do by attacking."""
    return clause.units[at].feature("storm") is not None and _by_fighters(parts.get("by"))


def _by_fighters(author: Role | None) -> bool:
    """«Le ministre s'en est pris aux médias» is talk; rebels, soldiers, men nobody knows do it with their hands."""
    unit = author.unit if author is not None else None
    armed = unit is not None and unit.actor is not None and (unit.actor.kind == "armed" or unit.actor.role == "force")
    return armed or (unit is not None and (unit.value in ARMED or unit.feature("doer") is not None))


def _by_weapon(clause: Clause, at: int, parts: dict[str, Role]) -> bool:
    """«des drones ont visé un dépôt», «ont visé samedi Poltava»: the weapon does it, to something or at a place."""
    weapons = (i for i in range(max(0, at - 9), at) if clause.units[i].code == "W")
    hit = "target" in parts or _PLACE_HIT.match(clause.codes, at + 1) is not None
    return hit and any(does(clause, i, at) for i in weapons)


def _by_shells(clause: Clause, at: int) -> bool:
    """«Les obus ont mis le feu à des étals», «deux obus sont tombés, mettant le feu à»: nobody set it on fire."""
    if clause.units[at].feature("weapon") != "arson" or clause.codes[at] != "F":
        return False
    before = [i for i in range(max(0, at - 12), at) if clause.codes[i] == "W" and clause.units[i].feature("type")]
    follows = clause.units[at].low.startswith("mettant") or clause.units[at].low.endswith("ant")
    landed = follows and any(told("lands", clause.units[i + 1 : at]) for i in before)
    return landed or any(does(clause, i, at) for i in before)


def _negated(clause: Clause, at: int) -> bool:
    """«n'a pas bombardé», «n'ont mené aucune frappe»: somebody says that it was not done."""
    verb = clause.codes[max(0, at - 6) : at]
    if clause.codes[at] in "ED":
        return re.search(r"gx?[gr]*L[^,.;:]{0,4}$", verb) is not None
    if "g" not in verb[-3:]:
        return False
    before = " ".join([u.low for u in clause.units[max(0, at - _CLAUSE) : at]])
    return cues("fr")["until"].search(before) is None  # «avant que les forces spéciales ne donnent l'assaut»


def _circumstance(clause: Clause, at: int, parts: dict[str, Role]) -> bool:
    """«tué lors d'une opération»: the frame of another act of the sentence, unless it says against whom."""
    if clause.units[at].feature("operation") is None:
        return False
    lead = clause.units[max(0, at - 4) : at]
    if told("frame", lead):
        return True
    theirs = _definite(clause, at) or _OF_SOMEBODY.match(clause.codes, at + 1)
    doers: Roles = {} if theirs else roles(clause)  # «ont neutralisé dix jihadistes lors d'une opération»
    others = any(i != at and (type_of(u) or "by" in doers.get(i, {})) for i, u in enumerate(clause.units))
    return "target" not in parts and told("during", lead) and others


def lasting(unit: Unit) -> str | None:
    """«deux jours de combats» is a time, and tells a fight."""
    hits = lexicon("fr").find(unit.low) if unit.code == "T" and unit.low.endswith("s") else []
    return hits[-1].entry.value.replace("_", " ") if hits and hits[-1].entry.code == "E" else None


_TO_AN_ACT = re.compile(r"[rT]?e[lqdQoj]{0,4}E")
_ANEW = re.compile(r",l$")  # «X a tiré, les combats entre Y et Z …»: the noun is the subject of what follows
_SAME_ACT = re.compile(r"^[odlrjpeiXxW\"gLyYs,aPT]{0,7}$")


def _joined(found: list[Happening]) -> list[Happening]:
    """«une attaque … par l'explosion d'une voiture», «frappes ayant visé»: neighbouring words of one act are one."""
    joined: list[Happening] = []
    for happening in found:
        last = joined[-1] if joined else None
        beside = last is not None and _beside(last, happening)
        if last is not None and not beside and _one_act(last, happening):
            _merge(last, happening)
        else:
            happening.another = happening.another or beside
            joined.append(happening)
    return joined


def _one_act(first: Happening, second: Happening) -> bool:
    between = first.clause.codes[first.at + 1 : second.at]
    if first.clause.codes[second.at] == "W":
        between = re.sub("[qhR]", "", between)  # «l'explosion d'une mine», «d'une autre voiture piégée»
    if first.clause.codes[first.at] == "F" and told("sent", [first.clause.units[first.at]]):
        between = between.strip("Q")  # «ont tiré 130 salves de missiles»
    generic = first.type in FAMILIES or second.type in FAMILIES or first.type == second.type
    anew = first.rule == "event.verb" and second.rule == "event.noun" and _ANEW.search(between) is not None
    marched = second.type in (PEACEFUL, RIOT) and first.type not in DEMONSTRATIONS  # «ont tiré sur des manifestations»
    apart = marched or shots_and_stones(first.clause.units[first.at], second.clause.units[second.at])
    return generic and not (apart or anew) and _SAME_ACT.match(between) is not None


def _beside(first: Happening, second: Happening) -> bool:
    """«L'attaque survient deux jours après l'attentat de X»: the second one is another act."""
    between = first.clause.units[first.at + 1 : second.at]
    words = " ".join(u.low for u in between) if first.rule == second.rule == "event.noun" else ""
    return cues("fr")["beside_another"].search(words) is not None


def _merge(first: Happening, second: Happening) -> None:
    answer = first.reply and told("reply", [first.clause.units[first.at]])  # «a riposté en bombardant» is a bombing
    open_ = first.type in ("attack", "operation") or answer
    telling = not second.weak or open_  # «tirs de représailles» are shots
    if first.type in FAMILIES and telling and (second.type not in FAMILIES or open_):
        first.type = second.type
    first.by, first.target = first.by or second.by, first.target or second.target
    first.weapons = specific(list(dict.fromkeys([*first.weapons, *second.weapons])))
    first.struck, first.end = first.struck or second.struck, max(first.end, second.end)
    first.weak, first.another = first.weak and second.weak, first.another or second.another
