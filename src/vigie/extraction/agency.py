"""Level 4: who did it to whom, read off the class string by the pack's agency rules;
nothing is guessed from nearness.
"""

import re

from msgspec.structs import replace

from vigie.vocabulary import occupied

from .actor_ids import nameless
from .agency_relative import PARTICIPLE, after_its_authors, asks_who, beside_the_act, likened, only_attacked
from .agency_shared import Role, Roles, attackers_first, share
from .cues import cues, told
from .enumerated import enumerated
from .event_types import suicidal, type_of
from .frames import Clause
from .rules import Rule, fitting
from .sides import of_state, under_arms, unnamed
from .units import Unit

_JOINED = re.compile(r"(?:\([AU]\))?[ojrH\"]{0,2},?ti?[lodrpq\"]{0,3}$")
_AND_OF = re.compile(r"tdl?[AV]")
_ARTICLE_BEFORE = frozenset('.,;:(-"ctwiTrsxXFKkLEg')  # behind these «des» is the plural of «un», not «de les»
_SHARED = {"carry": "LIGHT"}  # light verbs that the rules of diplomacy use as well
_BEFALL = frozenset({"assault", "attack", "attentat", "blast", "Suicide bomb", "Attack"})
_WAGED = frozenset({"operation", "Armed clash"})
_FAR = 9  # units between two who share a part
_PAIR = 2  # sides of a fight


def _word(clause: Clause, rule: Rule, match: re.Match[str]) -> bool:
    """The preposition or verb that the rule asks for."""
    words = rule.settings.get("word")
    at = match.start("word") if "word" in rule.pattern.groupindex else match.start("act")
    return words is None or re.match(words, clause.units[at].low) is not None


def _between(clause: Clause, rule: Rule, match: re.Match[str]) -> bool:
    """None of the words that break the tie stands between the act and the role: «les rebelles soutenus par X»."""
    unless = rule.settings.get("unless")
    if unless is None:
        return True
    role = "by" if "by" in rule.pattern.groupindex else "target"
    ends = sorted((match.start("act"), match.start(role)))
    return not any(re.match(unless, unit.low) for unit in clause.units[ends[0] + 1 : ends[1]])


def _finite(unit: Unit) -> bool:
    if unit.low.endswith("ant"):
        return False
    itself = unit.low.startswith(("s'", "se "))  # «s'est fait exploser»
    return itself or unit.code == "k" or unit.feature("verb") is not None or unit.low.endswith("ent")


def governed(clause: Clause, at: int) -> bool:
    """Whether a preposition governs the noun at a unit, so that it is nobody's subject; «des» may be an article."""
    i = at - 1
    if clause.codes[i : at + 1] == "YA":
        return True  # «quatre positions ADF»
    if clause.codes[at - 2 : at] == "Qd":
        i -= 2  # «des dizaines d'hommes»
    while i >= 0 and clause.codes[i] in 'l"qQrHj':
        i -= 1
    if i < 0:
        return False
    unit = clause.units[i]
    if _aim(clause, i):
        return True
    if likened(clause, i - (unit.code == "d")):
        return True
    if unit.code == "d":
        if clause.codes[i - 1 : i] == "i":
            return True  # «entre des militaires et des hommes armés»
        plural = clause.codes[i - 1] in _ARTICLE_BEFORE or told("opens", clause.units[max(0, i - 1) : i])
        supposed = unit.low == "de" and clause.codes[i + 1] == "H" and clause.codes[i - 1] in '.,;:("cT'
        return i > 0 and not (supposed or (unit.low == "des" and plural))  # «mardi, de présumés rebelles ont …»
    return unit.code in "iep" or unit.low in ("selon", "après", "d'après", "citant")  # «citant l'armée, …»


_INFINITIVE = re.compile(r".{2,}(?:er|ir|oir|[^aeiou]dre|[aout]ire|ttre|pre|cre|vre)$")


def _aim(clause: Clause, at: int) -> bool:
    """«des raids visant à affaiblir X ont tué», «les forces combattant X ont tué»: the object of another verb."""
    unit = clause.units[at]
    if unit.code not in "oFGkCLKMI" and clause.codes[at : at + 2] != "Vl":  # «les forces combattant l'EI»
        return False
    gerund = unit.low.endswith("ant") and not told("no_gerund", [unit])
    before = clause.codes[at - 1 : at]
    return gerund or (before in ("e", "d", "i") and _INFINITIVE.match(unit.low) is not None)


def _fits(clause: Clause, rule: Rule, match: re.Match[str]) -> bool:
    """The rule's own conditions."""
    light, settings = rule.settings.get("light"), rule.settings
    if light is not None and not _carries(clause.units[match.start("light")], light):
        return False
    if settings.get("finite") and not _finite(clause.units[match.start("act")]):
        return False
    if settings.get("group") and any(map(of_state, _ids(clause.units[match.start("by")]))):
        return False
    if settings.get("subject") and not _does_it(clause, match.start("by"), match.start("act")):
        return False
    if rule.settings.get("group") and "word" in rule.pattern.groupindex and _named_already(clause, match):
        return False
    if rule.name == "agency.agent" and _of_another(clause, match.start("act"), match.start("by")):
        return False
    if settings.get("object") and _behind_preposition(clause, match.start("act")):
        return False
    return _word(clause, rule, match) and _between(clause, rule, match)


def _named_already(clause: Clause, match: re.Match[str]) -> bool:
    """«les shebab affiliés à Al-Qaïda»: a group of its own did it, not the one that it is tied to."""
    names = _ids(clause.units[match.start("word") - 1])
    return any(under_arms(one) and not unnamed(one) for one in names)


def _ids(unit: Unit) -> tuple[str, ...]:
    return unit.actor.ids if unit.actor is not None else ()


_SUBJECT_ANEW = re.compile(r"c[r,]?[ldqQ]{1,2}[oUYj]")  # «X dit que des comités ont tué»
# «X a tué dix combattants de Y et en a capturé trois»: Y is the object.
_OBJECT = re.compile(r"[AV][^.;:,]{0,6}x[rgy\"]*[KF][lqrdhjQT\"]{0,5}$")
_EACH_OTHER = re.compile(r"s(?P<verb>[Go])[rT]{0,2}dx")
_VERB_ANEW = re.compile(r"t[isgyr\"]{0,3}[xX][rg]*[KF]$")
# «détruit par un drone, des armes prises par X»
_NOUN_ANEW = re.compile(r",[ldqQ\"]{1,3}[^,.;:]*o[rT]{0,2}p[lrdqQ\"]{0,3}$")


_OF_WHOM_ANEW = re.compile(r"n[^,.;:]*[xX][^,.;:]*$")  # «ont enlevé 14 élèves, dont deux ont été secourus par X»


def _does_it(clause: Clause, by: int, act: int) -> bool:
    """Whether the noun may be the subject of the verb: nothing governs it, no other subject stands between, and the
    verb is nothing that befalls («a sauté sur une mine»).
    """
    if governed(clause, by) or (clause.codes[act] == "F" and told("sprung", clause.units[act : act + 1])):
        return False
    if beside_the_act(clause, by, act) or asks_who(clause, by, act) or after_its_authors(clause, by, act):
        return False
    mutual = _EACH_OTHER.search(clause.codes, by + 1, act)
    if mutual is not None and told("accuses", [clause.units[mutual.start("verb")]]):
        return False  # «X et Y s'accusent d'avoir bombardé»: open who did it
    if _OBJECT.search(clause.codes, 0, by) is not None and _VERB_ANEW.search(clause.codes, by + 1, act + 1) is not None:
        return False
    return _SUBJECT_ANEW.search(clause.codes, by + 1, act) is None


def _of_another(clause: Clause, act: int, by: int) -> bool:
    """«par une frappe, des armes emportées par X»: the agent of what is said of another noun; «n'a pas été revendiquée
    par X» makes it nobody's.
    """
    anew = _NOUN_ANEW.search(clause.codes, act + 1, by) or _OF_WHOM_ANEW.search(clause.codes, act + 1, by)
    return "g" in clause.codes[act + 1 : by] or anew is not None


def _carries(verb: Unit, light: str) -> bool:
    """Whether a light verb is one of the rule's: «a mené», «a organisé», not «a confirmé»."""
    return verb.value == light or (verb.value == _SHARED.get(light) and not told("only_said", [verb]))


def _behind_preposition(clause: Clause, at: int) -> bool:
    """«après l'attaque», «contre ces raids»."""
    while at and clause.codes[at - 1] in 'lqQj"':
        at -= 1
    return clause.codes[at - 1 : at] == "i"


def can_act(unit: Unit) -> bool:
    """Whether the words name somebody who does violence: an armed actor, a force, an adjective of one;
    never civilians, nor a spokesman.
    """
    if unit.actor is not None and unit.code != "j":
        ids = unit.actor.ids
        if unit.actor.kind == "source" or unit.low.startswith("porte-parole"):
            return False
        return (
            unit.actor.role not in ("source", "people")
            or (len(ids) == 1 and ids[0] in occupied())
            or (bool(ids) and all(i.endswith("-PRO") for i in ids))
        )
    if unit.code == "j":
        return unit.feature("slur") is None and unit.feature("side") not in (None, "state")
    return unit.code == "V" and unit.value in ("armed", "police")


def _may_act(clause: Clause, rule: Rule, at: int, act: int) -> bool:
    """Somebody who does violence, or any person where the rule reads who did it off the verb («un homme a tiré»); but
    «ses hommes», «les hommes du cartel» are somebody's, and of bombers the bomb tells more.
    """
    if can_act(clause.units[at]):
        return not _adjective(clause, at, act) and not _bomber(clause, at)
    if "anyone" not in rule.settings or clause.units[at].feature("doer") is None:
        return False
    before = clause.units[at - 1 : at]
    indefinite = clause.codes[at - 1 : at] in ("q", "Q") or told("some", before)
    owned = told("of_the", clause.units[at + 1 : at + 3])
    return bool(before) and indefinite and not owned and not suicidal(clause)


def _bomber(clause: Clause, at: int) -> bool:
    """«un assaillant s'est fait exploser»: the act says no more of him than that."""
    actor, behind = clause.units[at].actor, clause.units[at + 1 : at + 2]
    nobody = actor is not None and nameless(actor.ids)
    return nobody and any(unit.value == "Suicide_bomb" for unit in behind)


def _adjective(clause: Clause, at: int, act: int) -> bool:
    """«le véhicule militaire a sauté sur une mine»: whose it was; it may fire, no «convoi de véhicules militaires»."""
    word = clause.units[act]
    fires = word.code == "F" and (word.value == "shooting" or word.feature("weapon") == "small_arms")
    beside = clause.codes[at - 1 : at + 1] == "YV" and clause.units[at].feature("adj") is not None
    others = governed(clause, at - 1) or _OBJECT.search(clause.codes, 0, at - 1) is not None
    return beside and (others or not fires)


def _can_suffer(unit: Unit, rule: Rule) -> bool:
    """«l'attaque de jihadistes» is theirs; «l'attaque d'un marché», «le massacre de civils» befalls them."""
    if unit.code == "P":
        return unit.entry is not None
    return rule.name != "target.of" or unit.code == "Y" or not can_act(unit)


_HELD = re.compile(r"(?P<what>[YP])[^.;:EFKkAVY]{0,8}?C[pd]l?$")


def _only_holds(clause: Clause, rule: Rule, at: int) -> bool:
    """«un hôpital d'un quartier tenu par les rebelles a été bombardé»: they hold the ground, and were not hit; but in
    «une position tenue par les rebelles» they were.
    """
    if rule.name.startswith("target.on-held-ground"):
        return clause.units[at].feature("armed") is not None
    held = _HELD.search(clause.codes, 0, at) if rule.name.startswith("target.") else None
    return held is not None and clause.units[held.start("what")].feature("armed") is None


def _one_of_a_state(clause: Clause, at: int) -> bool:
    """«l'attaque d'une patrouille de l'armée» befalls it; «l'attaque d'un groupe armé»,
    «une frappe d'un drone» are theirs.
    """
    unit = clause.units[at]
    return (
        clause.codes[at - 1 : at + 1] == "qA"
        and unit.actor is not None
        and unit.actor.kind in ("state", "international")
    )


def _capital_hit(clause: Clause, rule: Rule, act: int, unit: Unit) -> bool:
    """«l'attaque de Berlin», «le raid de Sanaa» took place there; «l'offensive d'Ankara», «les raids de Damas» are its
    government's.
    """
    word, kind = clause.units[act], type_of(clause.units[act])
    one = word.code == "E" and not word.low.endswith("s") and kind not in _WAGED
    capital = rule.name == "agency.of" and unit.actor is not None and unit.actor.metonym
    return capital and (one or kind in _BEFALL)


def companions(clause: Clause, at: int) -> tuple[Unit, ...]:
    """Those who are joined to an actor by «et», «ainsi que»: before it and behind it, in the order of the text; to an
    adjective by «et du» alone («des raids russes et du régime»); and those of a row («X, Y et Z»).
    """
    if clause.codes[at] == "a":
        other = _AND_OF.match(clause.codes, at + 1)
        return tuple(u for u in clause.units[other.end() - 1 : other.end()] if can_act(u)) if other else ()
    if clause.codes[at + 1 : at + 4] == ",lr" and told("latter", clause.units[at + 3 : at + 4]):
        return ()  # «selon l'armée et X, ce dernier a fait exploser»
    found = [at]
    for step in (-1, 1):
        edge, i = at, at + step
        while 0 <= i < len(clause.units) and abs(i - edge) <= _FAR:
            if clause.codes[i] in "AVW" and can_act(clause.units[i]) and clause.codes[i - 1 : i + 2] != "(A)":
                first, last = min(edge, i), max(edge, i)
                if not _JOINED.match(clause.codes[first + 1 : last]):
                    break
                found.append(i)
                edge = i
            i += step
    found += [i for i in enumerated(clause.codes, at) if can_act(clause.units[i])]
    return tuple(clause.units[i] for i in sorted(set(found)) if i != at)


_ONES = frozenset({"celui", "celle", "ceux", "celles"})


def _of_another_one(clause: Clause, act: int, at: int) -> bool:
    """«un attentat plus meurtrier que celui mené par X»: of the other one."""
    return act < at and any(u.code == "u" and u.low in _ONES for u in clause.units[act + 1 : at])


_BY = re.compile(r"[^ljq](?P<word>o)[Trj]{0,2}p[lrdqoQ\"]{0,3}$")


def _of_other_word(clause: Clause, match: re.Match[str], at: int) -> bool:
    """«une attaque sur deux mosquées fréquentées par des Houthis»: they only go there."""
    by = _BY.search(clause.codes, match.start("act") + 1, at)
    word = clause.units[by.start("word")] if by is not None else None
    return word is not None and PARTICIPLE.match(word.low) is not None and not told("done_by", [word])


_WONDERED = 6  # units before «si» in which somebody does not know


def _wondered(clause: Clause, act: int) -> bool:
    """«ne savait pas si les raids avaient été menés par le régime»: it is open who did it."""
    if "si" not in clause.lows:
        return False
    at = max((i for i, u in enumerate(clause.units[:act]) if u.low == "si"), default=0)
    return told("wonders", clause.units[max(0, at - _WONDERED) : at]) and not set(clause.codes[at:act]) & set(".;:")


def _of_nobody(clause: Clause, match: re.Match[str], at: int) -> bool:
    act = match.start("act")
    return _of_other_word(clause, match, at) or _wondered(clause, act) or only_attacked(clause, at, act)


def _roles(clause: Clause, rule: Rule, match: re.Match[str]) -> dict[str, Role]:
    given: dict[str, Role] = {}
    for group in ("by", "target"):
        if group not in rule.pattern.groupindex or not match[group]:
            continue
        at = match.start(group)
        if _of_another_one(clause, match.start("act"), at) or (group == "by" and _of_nobody(clause, match, at)):
            continue
        befallen = rule.name in ("agency.of", "target.of") and _one_of_a_state(clause, at)
        name, unit = "target" if befallen else group, clause.units[at]
        if _capital_hit(clause, rule, match.start("act"), unit) or _only_holds(clause, rule, at):
            continue
        if _may_act(clause, rule, at, match.start("act")) if name == "by" else _can_suffer(unit, rule) or befallen:
            alone = rule.settings.get("pair") or name == "target"
            given[name] = Role(unit, rule.name, () if alone else companions(clause, at))
    return _sides_of(given["by"]) if "by" in given and rule.name.endswith("-peoples") else attackers_first(given)


def _sides_of(role: Role) -> dict[str, Role]:
    """«les forces arméniennes et azerbaïdjanaises»: the first state that the words name, and the other one."""
    actor = role.unit.actor
    if actor is None or actor.kind != "state" or len(actor.ids) != _PAIR:
        return {}
    one, other = (role.unit.but(actor=replace(actor, ids=(name,))) for name in actor.ids)
    return {"by": Role(one, role.rule), "target": Role(other, role.rule)}


_PASSIVE = 5  # units before «par» among which «aurait été» stands
_OF_GROUP = re.compile(r"V(?:pl?[AV])?d?[oX][oVdlqe\"]{0,5}$")
_GROUP = 10  # units between «des hommes armés soupçonnés» and of whom
_DOUBT = 5  # units around an author in which a word of doubt is about him


def doubted(clause: Clause, unit: Unit) -> bool:
    """«des jihadistes présumés», «des hommes soupçonnés d'appartenir à X»: it is not certain that it was they."""
    if unit.actor is not None and unit.actor.hedge:
        return True
    at = clause.units.index(unit) if unit in clause.units else -1
    before = clause.units[max(0, at - _DOUBT) : at]
    group = _OF_GROUP.search(clause.codes, max(0, at - _GROUP), at) if at > 0 else None
    head = clause.units[group.start()].actor if group is not None else None
    if head is not None and head.hedge:
        return True  # «des hommes armés soupçonnés d'appartenir à X»
    unsure = any(u.code == "H" and u.value == "hedge" for u in [*before, *clause.units[at + 1 : at + 3]])
    return at >= 0 and (unsure or told("suspects", before) or _would_be(clause, at) or _maybe(clause, at))


def _maybe(clause: Clause, at: int) -> bool:
    """«il est possible que l'attaque ait été menée par X», «semble avoir été commise par X»: so it may have been."""
    words = " ".join(unit.low for unit in clause.units[:at])
    return cues("fr")["may_be_theirs"].search(words) is not None


def _would_be(clause: Clause, at: int) -> bool:
    """«une attaque qui aurait été menée par X»: the doubt is about who did it."""
    by = clause.codes.rfind("p", max(0, at - 3), at)
    near = clause.units[max(0, by - _PASSIVE) : by] if by >= 0 else []
    return any(u.code == "x" and u.feature("conditional") is not None for u in near) and any(
        u.low == "été" for u in near
    )


def roles(clause: Clause) -> Roles:
    """For each act (unit index): `by` and `target` where the words give them."""
    return clause.once("roles", _all_roles)


def _all_roles(heard: Clause) -> Roles:
    found: Roles = {}
    clause = heard.spoken
    for rule in fitting("fr", "agency", "act", clause.codes):
        for match in rule.pattern.finditer(clause.codes):
            if _fits(clause, rule, match):
                act = found.setdefault(match.start("act"), {})
                for name, role in _roles(clause, rule, match).items():
                    act.setdefault(name, role)
    share(clause, found)
    return found
