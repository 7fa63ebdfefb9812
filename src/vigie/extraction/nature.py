"""Level 4: what nature, accidents, illness and beasts do is no act of violence."""

import re

from .cues import LIKENED, cues, told
from .frames import Clause
from .units import Unit

_BY_NATURE = re.compile(
    r"(?<![ie])(?<![ie]l)[Jm](?:[^.;:VAEW]{0,8}?(?:,[^.;:,VAEW]{1,14},)?(?:,?wx?|x)[rgT]{0,2}|[oaj]{0,2}|[oaj]{0,3}x?X[rgT]{0,2})$"
)
_AGENT = 6  # units behind a verb within which «par» stands
_SUBJECT = 4  # units before a verb among which its subject stands
_SUBJECT_OF_RISE = (
    9  # units before «explosé» among which stands what has risen: «les prix du gaz en Europe ont explosé»
)
_LOAD = 10  # units behind «largué» among which what is dropped stands


def peaceful(unit: Unit) -> bool:
    """Accidents, nature, illness; courts judge violence too and say nothing."""
    return unit.code == "J" and unit.feature("weak") is None and unit.value != "court"


def by_nature(clause: Clause, at: int) -> bool:
    """«Le séisme qui a frappé l'île», «le chien a attaqué», «des éléphants ont été massacrés»: nobody, or no people."""
    before = _BY_NATURE.search(clause.codes, 0, at) if clause.codes[at] in "FkK" else None
    if before is None:
        return False
    subject = clause.units[before.start()]
    passive = "X" in before[0]
    return subject.value == "animal" or (peaceful(subject) and not passive)


def _dropped_to_help(clause: Clause, at: int) -> bool:
    """«L'armée a largué par hélicoptère des vivres»: no bombs."""
    if clause.codes[at] != "F" or not clause.units[at].low.startswith("largu"):
        return False
    load = next((u for u in clause.units[at + 1 : at + _LOAD] if told("dropped_aid", [u]) or told("falls", [u])), None)
    return load is not None and not told("falls", [load])


def _by_guests(clause: Clause, at: int) -> bool:
    """«Les routes sont prises d'assaut par les automobilistes»: nobody attacks."""
    behind = clause.codes[at + 1 : at + _AGENT]
    if clause.codes[at] != "F" or "p" not in behind:
        return False
    agent = at + 1 + behind.index("p")
    return told("guests", clause.units[agent : agent + 4]) and clause.units[at].value == "assault"


def _by_contenders(clause: Clause, at: int) -> bool:
    """«Les deux équipes s'affrontent»: nobody fights, as those of «les partisans de deux candidats» do."""
    if clause.codes[at] != "F" or clause.units[at].value != "Armed_clash":
        return False
    subjects = [i for i in range(max(0, at - _SUBJECT), at) if told("contenders", [clause.units[i]])]
    return any("d" not in clause.codes[max(0, i - 2) : i] for i in subjects)


def _by_words(clause: Clause, at: int) -> bool:
    """«attaquent leur direction aux prud'hommes», «bombarde ses hôtes de questions»."""
    return clause.codes[at] == "F" and told("by_words", clause.units[at + 1 : at + LIKENED])


def _soars(clause: Clause, at: int) -> bool:
    """«Les prix ont explosé», «a explosé de 140%»: nothing bursts."""
    if clause.codes[at] != "F" or clause.units[at].value != "blast":
        return False
    before = clause.units[max(0, at - _SUBJECT_OF_RISE) : at]
    return told("soars", before) or ("Q%" in clause.codes[at + 1 : at + 5] and clause.units[at + 1].low in ("de", "d'"))


def _by_kin(clause: Clause, at: int) -> bool:
    """«Enlevée par son père», «tué par sa compagne»: a matter of the family."""
    found = re.match("[TrPei]{0,4}pl", clause.codes[at + 1 :]) if clause.codes[at] in "KF" else None
    if found is None or not told("own_one", [clause.units[at + found.end()]]):
        return False
    return told("relatives", clause.units[at + 1 + found.end() : at + 4 + found.end()])


_THING = re.compile(r"(?:[QqZ]d?l?|l)[jr]?[oY]")
_TAKERS = re.compile(r"[TrPeiU]{0,4}p[dlqQ]{0,2}[AV]")


def _removed(clause: Clause, at: int) -> bool:
    """«Trois bancs ont été enlevés», «Une tumeur lui a été enlevée»: a thing, no captive."""
    first = max(0, at - _SUBJECT_OF_RISE)
    before = clause.codes[first:at]
    if clause.codes[at] != "K" or "X" not in before[-3:] or not told("removed", [clause.units[at]]):
        return False
    if set("VAUNHh") & set(before) or _THING.search(before) is None or _TAKERS.match(clause.codes, at + 1) is not None:
        return False
    return not told("personal", [u for u in clause.units[first:at] if u.code in "oj"])


def _in_words(clause: Clause, at: int) -> bool:
    """«Les usagers, pris en otage par la grève», «se disent pris en otage»: nobody holds them."""
    if not clause.units[at].low.endswith(("otage", "otages")):
        return False
    agents = re.match("[TrPei]{0,4}p[^,.;:]{1,4}", clause.codes[at + 1 :])
    if agents is not None:
        return told("no_captors", clause.units[at + 1 : at + 1 + agents.end()])
    before = " ".join([unit.low for unit in clause.units[max(0, at - _AGENT) : at]])
    return cues("fr")["feels_so"].search(before) is not None


def of_peace(clause: Clause, at: int) -> bool:
    """Whether a word of violence tells there what nature does, what helps, a rush of people, a match or mere talk."""
    by_others = _by_guests(clause, at) or _by_contenders(clause, at) or _removed(clause, at)
    if _by_words(clause, at) or _in_words(clause, at) or _soars(clause, at) or _by_kin(clause, at):
        return True
    return by_nature(clause, at) or by_others or _dropped_to_help(clause, at)
