"""Level 4: what nature, accidents, illness and beasts do is no act of violence."""

import re

from .cues import LIKENED, cues, told
from .frames import Clause
from .images import rush
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


_BEASTS = re.compile(r"[TrPeio]{0,4}p[dlqQ]{1,2}[oj]{0,2}[mJ]")


def _by_beasts(clause: Clause, at: int) -> bool:
    """«Piqué par des frelons», «un surfeur a été attaqué par un requin»."""
    found = _BEASTS.match(clause.codes, at + 1) if clause.codes[at] in "FK" else None
    return found is not None and clause.units[found.end() - 1].value == "animal"


_BY_HUNTER = re.compile(r"(?:pq?)?W?[TrPeio]{0,4}pq(?P<who>V)")


def _by_a_hunter(clause: Clause, at: int) -> bool:
    """«Un promeneur tué par un chasseur», «touché lors d'une battue aux sangliers»: an accident; the «chasseurs dozos»
    of a war hunt people.
    """
    if clause.codes[at] not in "Kk":
        return False
    found = _BY_HUNTER.match(clause.codes, at + 1)
    alone = found is not None and told("a_hunter", [clause.units[found.start("who")]])
    return alone or "hunting" in clause.listed


def worst_hit(clause: Clause, at: int) -> bool:
    """«Le pays le plus frappé», «durement frappée»: by what a story of illness or nature tells, unless by somebody."""
    if clause.codes[at] != "F" or not clause.units[at].low.startswith("frappé"):
        return False
    before = clause.units[max(0, at - 2) : at]
    return told("to_a_degree", before) and not set("pW") & set(clause.codes[at + 1 : at + 4])


def beasts_at_work(clause: Clause, at: int) -> bool:
    """«Des éléphants ont saccagé un village», not «cent vaches ont été pillées»."""
    return clause.codes[at] == "F" and "X" not in clause.codes[max(0, at - 3) : at] and by_nature(clause, at)


def _from_the_air(clause: Clause, at: int) -> bool:
    """«Les Canadair ont bombardé le foyer», «les bombardiers d'eau ont largué 380 tonnes»."""
    if clause.codes[at] != "F" or "water_bombers" not in clause.listed:
        return False
    first = next((i for i in clause.listed["water_bombers"] if i < at), at)
    return first < at and not set("AW") & set(clause.codes[first + 1 : at])


def _dropped_to_help(clause: Clause, at: int) -> bool:
    """«L'armée a largué par hélicoptère des vivres»: no bombs."""
    if clause.codes[at] != "F" or not clause.units[at].low.startswith("largu"):
        return False
    load = next((u for u in clause.units[at + 1 : at + _LOAD] if told("dropped_aid", [u]) or told("falls", [u])), None)
    return load is not None and not told("falls", [load])


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


_ONE = re.compile(r"q(?P<who>[Vo])[oja]{0,3}x[rgT]{0,2}$")


def _of_his_kin(clause: Clause, at: int) -> bool:
    """«Un mari jaloux a tué sa femme et ses deux enfants»; who bombs a house kills somebody else's."""
    one = _ONE.search(clause.codes, 0, at) if clause.codes[at] in "kK" else None
    who = None if one is None else clause.units[one.start("who")]
    if who is None or who.value == "armed" or set("EWA") & set(clause.codes[:at]):
        return False
    if who.code != "V" and not told("relatives", [who]):
        return False
    return told("own_one", clause.units[at + 1 : at + 2]) and told("relatives", clause.units[at + 2 : at + 4])


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


_FAR = 6  # units around a word of violence that make it an image
_DATELINE = re.compile(r"(?:[^,.;:]{1,30} [-–—] )?")
_SCORE = re.compile(r"[o]{0,2}\(?-{0,2}Q%")


def old_times(clause: Clause) -> bool:
    """«En 1684, les galères du roi bombardèrent la ville», «tué au combat en 1415»: history, unless the sentence tells
    a day of ours as well.
    """
    return clause.once("old_times", _old_times)


def _old_times(clause: Clause) -> bool:
    found = cues("fr")["old_years"].search(clause.words)
    if found is None:
        return False
    times = [unit.time for unit in clause.units if unit.time is not None and unit.time.interval is not None]
    opening = _DATELINE.fullmatch(clause.words, 0, found.start()) is not None
    return opening or all(time.kind in ("duration", "offset", "that") for time in times)


def _on_a_stage(clause: Clause, at: int) -> bool:
    """«Les deux hommes s'affrontent à la télévision», «ont ouvert le feu sur son programme», «blessé dans son orgueil»:
    with words, or in play.
    """
    if clause.codes[at] not in "FEKN":
        return False
    behind = " ".join([unit.low for unit in clause.units[at + 1 : at + 1 + _FAR]])
    return cues("fr")["on_a_stage"].match(behind) is not None


def _of_savers(clause: Clause, at: int) -> bool:
    """«Les pompiers ont livré bataille toute la nuit», «la bataille contre les flammes»."""
    if clause.codes[at] not in "FE" or clause.units[at].value not in ("Armed_clash", "assault", "attack"):
        return False
    behind = " ".join([unit.low for unit in clause.units[at + 1 : at + 1 + _FAR]])
    if cues("fr")["on_flames"].match(behind) is not None:
        return True
    if "A" in clause.codes[max(0, at - _LONG) : at] or not told("wages", clause.units[max(0, at - 4) : at]):
        return False
    return told("savers", clause.units[max(0, at - _LONG) : at])


def _by_waters(clause: Clause, at: int) -> bool:
    """«Les eaux de la Loire ont envahi la ville», «la fumée a envahi le tunnel»."""
    verb = clause.codes[at] == "F" and clause.units[at].low.startswith("enva")
    return verb and told("elements", clause.units[max(0, at - _FAR) : at])


def _on_the_market(clause: Clause, at: int) -> bool:
    """«Le titre a été massacré (-14%)», «l'action, attaquée lundi, cède 3%»: nobody is killed by a share."""
    if clause.codes[at] not in "FK" or "%" not in clause.codes:
        return False
    if _SCORE.match(clause.codes, at + 1) is not None:
        return True
    nobody = not set("VANWE") & set(clause.codes[:at]) and "X" in clause.codes[max(0, at - 4) : at]
    return nobody and cues("fr")["shares"].search(clause.words) is not None


_FIRST = re.compile(r"[qlQojrTU,\-P()]*")
_UNDERGONE = re.compile(r"(?<!s)X")  # «un train a été attaqué»
_LONG = 14  # units behind a machine within which it kills


def _by_machine(clause: Clause, at: int) -> bool:
    """«Une rame de tramway a tué un piéton», «Une grue s'est abattue sur un immeuble, tuant trois ouvriers»."""
    if clause.codes[at] not in "FkK" or "p" in clause.codes[at : at + 4]:
        return False
    opening = _FIRST.match(clause.codes)
    subject = range(max(0, at - _LONG), min(at, opening.end() if opening is not None else 0))
    found = next((i for i in subject if told("machines", [clause.units[i]])), None)
    between = "V" if found is None else clause.codes[found + 1 : at]
    return not set("VAEWN") & set(between) and _UNDERGONE.search(between) is None


def _of_old_arms(clause: Clause) -> bool:
    return cues("fr")["old_arms"].search(clause.words) is not None


def calamity(clause: Clause) -> bool:
    """Waters, smoke or a machine that do the harm, flames that are fought, and deaths among the cases of an illness."""
    if "cas" in clause.lows and cues("fr")["of_cases"].search(clause.words) is not None:
        return True
    return any(
        _by_waters(clause, i) or _of_savers(clause, i) or _by_machine(clause, i)
        for i, code in enumerate(clause.codes)
        if code in "EFkK"
    )


def of_peace(clause: Clause, at: int) -> bool:
    """Whether a word of violence tells there what nature does, what helps, a rush of people, a match or mere talk."""
    if old_times(clause) or clause.once("old_arms", _of_old_arms):
        return True
    if _on_a_stage(clause, at) or _of_savers(clause, at) or _on_the_market(clause, at) or _by_machine(clause, at):
        return True
    if _of_his_kin(clause, at) or _by_beasts(clause, at) or _by_a_hunter(clause, at):
        return True
    if _by_words(clause, at) or _in_words(clause, at) or _soars(clause, at) or _by_kin(clause, at):
        return True
    if rush(clause, at) or _by_contenders(clause, at) or _removed(clause, at) or _by_waters(clause, at):
        return True
    return by_nature(clause, at) or _from_the_air(clause, at) or _dropped_to_help(clause, at)
