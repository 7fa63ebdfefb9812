"""What the rules of control read as land: «l'Est», capitals that fell, names that no list of places has."""

import re

from vigie.values import Place

from .analysis import Analysis
from .frames import Clause
from .rule_tables import Borrowed, word_lists
from .units import Unit

# «Tripoli est sous le contrôle», «Damas, tenue par»: a capital that is spoken of as a town.
_FALLEN = re.compile(r"A(?:,|,?x?X(?:[rgT]|io?m){0,3})?(?:[SDF]|K[rT]{0,2}p)")
_UNKNOWN = re.compile(r"(?P<word>[VKIGRn])[Tr]?[di]?(?P<name>U{1,2})(?!U)")
# «X est sous contrôle», «X, tenue par»: a name that no list has, and is no man's.
_SUBJECT = re.compile(r"(?<![UoAQa])U(?:,|,?x?X[rgT]{0,3})?(?P<word>[SD]|F(?=T?S)|K(?=[rT]{0,2}p))")
# «ont pris X et Y»: names beside one that is taken
_LIST = re.compile(r"(?P<word>[VKIGR])T?[di]?l?(?P<list>P(?:,?t?[dl]{0,2}[PU]){0,5}td?[PU])(?=[,.;:)T]|$|i)")
_ENDS = re.compile(r"[,.;:)Tp]|$|(?P<how>i)")  # nothing behind it that says what for: «a pris X en otage»
_TAKEN = re.compile(r"[VKIGR](?:T?el?A)?[rdT]{0,2}l?$")
_OF_EAST = re.compile(r"(?:[ei]|[VKIGR][rdT]{0,2}|[PnU]o?[,t])l$")  # «contrôle (le nord,) l'est»; a verb in «il l'est»


def _building(unit: Unit, words: dict[str, Borrowed]) -> bool:
    """«le palais présidentiel», «le ministère de la Défense»: a seat of power, and a house that can be taken."""
    name = unit.low.split(" ")[:2]
    found = words.get(" ".join(name)) or words.get(name[0])
    return found is not None and found.value == "facility"


def lands(clause: Clause, codes: str, values: list[str], sites: dict[int, Place], words: dict[str, Borrowed]) -> str:
    """Towns where only a town can be meant: capitals that fell, names that are taken; a seat of power that fell."""
    fallen = [m.start() for m in _FALLEN.finditer(codes)]
    for at in fallen:
        if codes[at + 1] != "," and _building(clause.units[at], words):
            codes, values[at] = codes[:at] + "n" + codes[at + 1 :], "facility"
    subjects = (at for at in fallen if at in sites)
    for at in (*subjects, *_unlisted(clause, codes)):
        codes = codes[:at] + "P" + codes[at + 1 :]
    for match in _LIST.finditer(codes) if "U" in codes else ():
        if _takes(clause.units[match.start("word")].low):
            codes = codes[: match.start("list")] + match["list"].replace("U", "P") + codes[match.end("list") :]
    return codes


def _takes(low: str) -> bool:
    """A verb that a town is the object of."""
    return low in control_words("taking") or low.startswith(control_words("only_towns")) or "contrôl" in low


def _unlisted(clause: Clause, codes: str) -> list[int]:
    """Names that no list of places has where only a town can be meant: «reconquis X», «X, tenue par»."""
    if "U" not in codes:
        return []
    of_towns = control_words("of_towns")
    named = [m.end() - 1 for m in _UNKNOWN.finditer(codes) if _for_towns(clause, codes, m)]
    states = ((m.start(), clause.units[m.start("word")].low) for m in _SUBJECT.finditer(codes))
    return named + [at for at, low in states if low.startswith(of_towns)]


def _for_towns(clause: Clause, codes: str, match: re.Match[str]) -> bool:
    """The word takes no people: «reconquis», «s'emparer de», «la localité de»; of fighters «ont pris X», «sont entrés
    dans X».
    """
    low, letter, single = clause.units[match.start("word")].low, match["word"], len(match["name"]) == 1
    if codes[match.start("name") - 1] == "i":
        return low.startswith(control_words("entering")) and clause.units[match.start("name") - 1].low == "dans"
    if letter == "n":
        return low in control_words("towns") and single
    if low.startswith(control_words("only_towns")) or "contrôle" in low:
        return single or not low.startswith("repr")
    return single and low in control_words("taking") and _ended(clause, codes, match.end()) and _armed(clause)


def control_words(name: str) -> tuple[str, ...]:
    """A list of words of the rules of control."""
    return word_lists("fr", "control")[name]


def _ended(clause: Clause, codes: str, at: int) -> bool:
    found = _ENDS.match(codes, at)
    return found is not None and (found["how"] is None or clause.units[at].low in control_words("how"))


def _armed(clause: Clause) -> bool:
    """Whether soldiers or fighters act: a minister takes no town."""
    return any(u.actor is not None and u.actor.role == "force" for u in clause.units)


def land(
    analysis: Analysis, clause: Clause, at: int, before: str, found: tuple[str, str], words: dict[str, Borrowed]
) -> tuple[str, str]:
    """What is no verb and nobody where places are told of, or no guard: «l'Est», «a pris le ministère», «X garde Y»."""
    unit = clause.units[at]
    if unit.low == "est" and unit.code == "X":
        if analysis.document.text[unit.start] == "E" or _OF_EAST.search(before):
            return "n", "whole"
        return ("j", "") if _side_of(clause, at, before) else found
    if found[0] != "A":
        return found
    word = words.get(unit.low)
    if unit.actor is None and word is not None and word.letter == "V" and before[-1:] in set("AUu),"):
        return "V", word.value
    return ("n", "facility") if _TAKEN.search(before) and _building(unit, words) else found


def _side_of(clause: Clause, at: int, before: str) -> bool:
    """«la partie est de la ville», «les quartiers est d'Alep», not «une partie est de nouveau tenue»."""
    plural = before[-1:] == "n" and clause.units[at - 1].low.endswith("s")
    whose = "".join(u.code for u in clause.units[at + 1 : at + 4])
    return (plural or before[-1:] == "m") and re.match("d(?:l|P|[^o])", whose) is not None
