"""Level 4: what a rule for figures asks beyond its classes."""

import itertools
import re
from collections.abc import Callable
from itertools import takewhile

from .cues import told
from .figures_base import AS_WELL, SHARES, head_of
from .frames import Clause
from .rules import Rule
from .units import Unit

_OWN_NOUN = 3  # units behind a number in which the noun stands that tells it: «52 morts»
SUBJECTS = frozenset({"harm.passive", "harm.perfect", "harm.finite", "harm.state"})
_PREDICATE = re.compile(r"d?h?[VA]?[oja]?[xX][xXrgH]*[IKN]")
_AND_ONE = re.compile(r"[QV][oja]{0,2}td?q[oja]?V[oja]{0,2}$")  # «neuf soldats et un policier»
_WHOLE = re.compile(r"ilQd?V[^.;:,NKI]{0,6},[lr]?Q")
_OWN_WORD = re.compile(r"d?h?[VA]?[oja]?r?[NK]")
_HURT = frozenset({"injured", "missing"})
_FLIGHT = ("évad", "s'évad", "échapp", "s'échapp", "fuite", "enfui", "s'enfui", "évasion")
_ASKED = ("interrog", "questionn", "interview", "rencontr")  # «HRW a interrogé 27 personnes»
_DONT = re.compile(r"n[lrud\"]{0,3}(?:[QqVAoajdt,h]|[lU]){0,12}$")
_TOLD = re.compile(r"[QqV][^.;:]*[KNID]")  # people of whom something is told
_VERBS = frozenset("xXKIkMNDw;:.")  # classes that no list of people holds
_OF_ANOTHER = re.compile(r"x[rg]*[oFLKGJC][^.;:]*,w")  # «a visé le convoi de X, qui»
_AT_HOME = frozenset({"children", "civilians", "people", "women"})  # who is driven away where they leave a place
_TAKES = re.compile("[EF]|C[^.;:]*,")  # an attack, or a place taken, before those whom it freed
_FREED = 9  # units behind a number in which it is told that those are free again
_ALLOWED = re.compile(r"x[rH]*(?P<word>o)[rT]{0,2}el?[AV][aojAV]{0,3}d$")  # «a permis aux soldats maliens de tuer»
_HEADING = 12  # units before a colon among which the toll stands whose people are listed behind it
_OBJECT = 5  # units behind a verb among which its object stands
_A_STREET = 20  # people: as many as «des dizaines», who flee from home
_BEHIND_A_VERB = re.compile(r"(?:x[rgH]*[FKLGCo]|[FKLk])(?:[rT]|i){0,2}[ql]?$")  # where the object of a verb stands
_THING = re.compile(r"[WY][ojaL]{0,2}[dp][lq]?$")  # a car or a bomb, of him
_MASCULINE = frozenset({"un", "le", "ce"})  # before a man's noun
_LEADING = 3  # units before an infinitive among which stands what leads to it
_FALLEN = frozenset({"armed", "police", "men", "civilians"})  # who is said to fall


def of_others(clause: Clause, at: int) -> bool:
    """«les parents des deux enfants ont été tués», «les filles d'un secouriste»: the number is of those whose people
    the verb is about.
    """
    before = clause.units[max(0, at - 2) : at]
    if len(before) < 2 or before[0].code != "V" or before[0].feature("unit") is not None:
        return False
    return before[1].low == "des" or (before[1].code == "d" and told("kin", before[:1]))


def of_the_last(clause: Clause, rule: Rule, listed: list[int], at: int, trigger: int) -> bool:
    """«deux soldats et un civil touché par une balle»: the participle is of one."""
    one = clause.codes[listed[-1]] == "q" and clause.units[trigger].low.split(" ")[0].endswith(("é", "ée"))
    return rule.name == "harm.reduced" and at != listed[-1] and one and not _by_nearness(clause, trigger)


def _by_nearness(clause: Clause, trigger: int) -> bool:
    """«neuf soldats et un policier tué, et trois blessés»: nothing more is told of the one, whose number the
    participle takes for all.
    """
    how = " " in clause.units[trigger].low  # «touché par une balle»
    told_more = how or clause.codes[trigger + 1 : trigger + 2] not in ("", ",", ".", ";", '"', ")", "t", "T", "e")
    return _AND_ONE.search(clause.codes, 0, trigger) is not None and not told_more


def _relative(clause: Clause, match: re.Match[str], trigger: int) -> bool:
    """«Un kamikaze a visé le convoi du préfet, qui a été blessé»: whoever stands before «qui» was hurt."""
    return _OF_ANOTHER.search(clause.codes, match.end("list"), trigger) is not None


def _ratio(clause: Clause, at: int) -> bool:
    """«un mort sur deux»: a share, no figure."""
    after = clause.units[at + 1 : at + 4]
    return any(a.value == "sur" and b.code in "QR" for a, b in itertools.pairwise(after))


def _share(clause: Clause, at: int) -> bool:
    """«la moitié des 22 millions d'habitants»: the number is what the share is taken of."""
    return any(u.low in SHARES for u in clause.units[max(0, at - 2) : at])


def _same_family(clause: Clause, at: int) -> bool:
    """«neuf membres d'une même famille», «d'une famille»: no figure of its own."""
    after = [u.low for u in clause.units[at + 1 : at + 3]]
    return clause.codes[at] == "q" and clause.codes[at - 1 : at] == "d" and ("même" in after or "famille" in after[:1])


def told_of_the_first(clause: Clause, at: int, trigger: int, last: bool) -> bool:
    """«14 sont mortes, dont sept soldats, et 75 ont été blessées», «un chauffeur a été tué ainsi que deux passagers, et
    trois autres ont été blessés»: the seven, or two, are not those of whom the second verb tells; `last` is the
    number that stands nearest to it.
    """
    first = _DONT.search(clause.codes, 0, at)
    well = _as_well_before(clause, at)
    joined = well if well is not None else first.start() if first is not None else None
    return not last and trigger > at and joined is not None and _TOLD.search(clause.codes, 0, joined) is not None


def _as_well_before(clause: Clause, at: int) -> int | None:
    """Where «ainsi que» opens the list that a number stands in: «…, ainsi que dix policiers et deux soldats, et …»."""
    first = clause.codes.rfind(",t", 0, at) + 1  # «…, et quatre civils ainsi que deux enfants»: another list
    before = takewhile(lambda i: clause.codes[i] not in _VERBS, range(at - 1, first - 1, -1))
    return next((i + 1 for i in before if clause.units[i].low in AS_WELL), None)


def lost_before(clause: Clause, at: int, trigger: int) -> bool:
    """«ont perdu 19 hommes, et deux suspects ont été arrêtés»: the nineteen are the object of the first verb."""
    return trigger - at > _OWN_NOUN and at > 0 and clause.units[at - 1].value == "lost"


def countable(clause: Clause, at: int) -> bool:
    """The number does not count sources or governments («plusieurs médias», «deux ministres ont annoncé»)."""
    head = head_of(clause, at, at + 5)
    before = clause.units[max(0, at - 2) : at]
    if clause.codes[at] == "q" and told("bodies_of_people", clause.units[at + 1 : at + 2]):
        return False  # «un commandant de X, un groupe de rebelles»
    if len(before) == 2 and before[0].code == "q" and before[1].low == "des":
        return False  # «l'un des deux frères»
    if before and (before[-1].low.startswith(_ASKED) or by_word_of(clause, at - 1)):
        return False  # «selon un autre officier»
    if _taken_out_of(clause, at) or free_again(clause, at):
        return False
    if _ratio(clause, at) or _share(clause, at) or _same_family(clause, at):
        return False
    return head is None or head.code != "A" or head.actor is None or head.actor.role not in ("source", "government")


def free_again(clause: Clause, at: int) -> bool:
    """«neuf d'entre eux ont retrouvé la liberté»."""
    return clause.codes.startswith("di", at + 1) and told("freed", clause.units[at : at + _FREED])


def by_word_of(clause: Clause, at: int) -> bool:
    """«selon», «d'après»: behind it stands who tells it."""
    units = clause.units[max(0, at - 1) : at + 1] if at >= 0 else []
    return told("by_word_of", units[-1:]) or [unit.low for unit in units] == ["d'", "après"]


def _taken_out_of(clause: Clause, at: int) -> bool:
    """«sur ces 1.500 personnes, plus de 600 …»: the whole, told before."""
    return clause.units[max(0, at - 2)].low == "sur" and _WHOLE.match(clause.codes, max(0, at - 2)) is not None


def has_own_verb(clause: Clause, at: int, trigger: int) -> bool:
    """«ont tué 30 civils et 4.000 autres ont fui», «la mort de onze civils et vingt personnes blessées»: behind the
    verb of others these people have one of their own.
    """
    if trigger > at:
        return False
    own = _OWN_WORD.match(clause.codes, at + 1) if clause.codes[at - 1 : at] in ("t", ",") else None
    if own is not None and clause.units[own.end() - 1].value in _HURT:
        return clause.units[trigger].value not in _HURT
    found = _PREDICATE.match(clause.codes, at + 1)
    # «tué X puis ont fui»
    return found is not None and not told("second_verb", clause.units[at : found.end()])


def conditions(clause: Clause, rule: Rule, match: re.Match[str], trigger: int) -> bool:
    """What a rule asks beyond classes: of its settings, of the word for what befell the people, of who they are."""
    if not (_word_fits(clause, match, trigger) and _settings_fit(clause, rule, match, trigger)):
        return False
    if object_before_being(clause, *match.span("list"), trigger) or _unlike_one(clause, match, trigger):
        return False
    if rule.name in SUBJECTS and _relative(clause, match, trigger):
        return False
    barred = _BARRED.get(rule.name)
    return barred is None or not barred(clause, match, trigger)


def _word_fits(clause: Clause, match: re.Match[str], trigger: int) -> bool:
    """What a word for harm asks of the words around it."""
    out = clause.units[trigger]
    if not (_led_to_it(clause, trigger) and followed(clause, out)):
        return False
    if out.low.startswith("abatt") and any(u.low in ("s'", "se") for u in clause.units[max(0, trigger - 3) : trigger]):
        return False  # «une pluie d'obus s'est abattue»
    anybody = " sous " in out.low or " martyr" in out.low  # under fire, and as martyrs, anybody falls
    fallen = out.low.startswith("tombé") and not anybody
    if (out.feature("fighters") is not None or fallen) and not _of_fighters(clause, match):
        return False
    return out.value != "displaced" or not _escapes(clause, match)


def _settings_fit(clause: Clause, rule: Rule, match: re.Match[str], trigger: int) -> bool:
    """`bodies`, `participle`, `noun`, `word`, `plural` of the rule: what its words are."""
    out, asked = clause.units[trigger], rule.settings
    if asked.get("bodies") and out.feature("unit") != "bodies":
        return False
    if asked.get("participle") and out.feature("participle") is None:
        return False
    if asked.get("noun") and clause.units[match.start("who")].value not in asked["noun"]:
        return False
    if asked.get("word") and not re.match(asked["word"], clause.units[match.start("word")].low):
        return False
    if clause.units[match.start("list")].code == "q":
        return not asked.get("plural") or out.value in ("killed", "injured", "abducted")
    noun = next((u.low for u in clause.units[match.start("list") + 1 : match.end("list")] if u.code == "o"), "s")
    return not asked.get("plural") or noun.endswith(("s", "x"))


def _unlike_one(clause: Clause, match: re.Match[str], trigger: int) -> bool:
    """One man alone is told, and the participle is in the feminine."""
    alone = clause.codes[slice(*match.span("list"))].count("q") == 1
    return alone and of_another_gender(clause, match.start("list"), trigger)


def _reduced_of_others(clause: Clause, match: re.Match[str], trigger: int) -> bool:
    """A participle behind people that is not told of them."""
    out = clause.units[trigger]
    return (
        clause.units[trigger - 1].low == "des"  # «trois policiers, des blessés et des dégâts»
        or _on_a_tour(clause, match, out)
        or _how_one_died(clause, match.start("list"), out)
        or _of_another_noun(clause, match, out)
        or _second_verb(clause, trigger)
    )


def _second_verb(clause: Clause, trigger: int) -> bool:
    """«fait un prisonnier et "neutralisé" 33 autres», «perdu deux soldats mais tué vingt rebelles»: a second verb, with
    people of its own.
    """
    before = clause.codes[:trigger].rstrip('"r')
    return before.endswith("t") or told("second_verb", clause.units[max(0, trigger - 2) : trigger])


def _led_to_it(clause: Clause, trigger: int) -> bool:
    """«avant d'enlever douze femmes», «ont réussi à capturer»: an infinitive was done where what leads to it says so,
    not in «pour enlever», «veulent capturer».
    """
    if clause.units[trigger].feature("infinitive") is None:
        return True
    allowed = _ALLOWED.search(clause.codes, 0, trigger)
    near = clause.units[max(0, trigger - _LEADING) : trigger]
    return told("led_to_it", near) or (allowed is not None and told("allowed", [clause.units[allowed.start("word")]]))


def _how_one_died(clause: Clause, first: int, out: Unit) -> bool:
    """«six morts: deux soldats, trois miliciens et un civil touché par une balle»: each of the list is dead."""
    colon = clause.codes.rfind(":", 0, first)
    if colon < 0 or not told("hit", [out]):
        return False
    return any(u.code in "NKI" and u.value == "killed" for u in clause.units[max(0, colon - _HEADING) : colon])


def _of_another_noun(clause: Clause, match: re.Match[str], out: Unit) -> bool:
    """«200 migrants descendent d'un train arrêté par la police»: what is stopped is one, and stands between."""
    one = "q" in clause.codes[match.start("list") + 1 : match.start("out")]
    return out.low.endswith("é") and one and _AND_ONE.search(clause.codes, 0, match.start("out")) is None


def _fled(clause: Clause, first: int, last: int) -> bool:
    """«500 détenus s'évadent», «la fuite de 500 prisonniers», «ont attaqué la prison, libérant 90 détenus»,
    «ont repris X, libérant 900 captifs»: nobody holds them any more.
    """
    before = clause.units[max(0, first - 4) : first]
    if any(unit.low.startswith(_FLIGHT) for unit in [*before, *clause.units[last : last + 6]]):
        return True
    return told("frees", before) and _TAKES.search(clause.codes, 0, first) is not None


def _by_police(clause: Clause, trigger: int) -> bool:
    """The police, not a deputy, «interpelle»."""
    before = clause.units[max(0, trigger - 2) : trigger]
    return any(told("police_force", [u]) or (u.code == "V" and u.value == "police") for u in before)


def object_before_being(clause: Clause, first: int, last: int, trigger: int) -> bool:
    """«ont attaqué deux blindés avant d'être abattus», «a tiré sur un député avant d'être tué»: the attackers, not
    whom they attacked, who stand right behind their verb; nor one man where several «avant d'être évacués».
    """
    if "idX" not in clause.codes[last:trigger]:
        return False
    one = clause.codes[first] == "q" and clause.units[trigger].low.endswith("s")
    one = one and all(unit.feature("count") is None for unit in clause.units[first:last])
    return one or _BEHIND_A_VERB.search(clause.codes, 0, first) is not None


def of_another_gender(clause: Clause, first: int, trigger: int) -> bool:
    """«la voiture piégée d'un kamikaze, qui a été neutralisée»: the car, not one man; `first` is his number, or his
    noun. Of a woman it may be said all the same: «un médecin qui est décédée».
    """
    article = clause.units[first if clause.codes[first] == "q" or first == 0 else first - 1].low
    thing = _THING.search(clause.codes, 0, first) is not None
    return thing and article in _MASCULINE and clause.units[trigger].low.split(" ")[0].endswith("ée")


def _on_a_tour(clause: Clause, match: re.Match[str], out: Unit) -> bool:
    """«Un correspondant emmené par l'armée»: shown round, where armed men would abduct him."""
    if not told("led_there", [out]) or not any(u.value == "journalists" for u in clause.units[slice(*match.span())]):
        return False
    behind = clause.units[match.end() : match.end() + 3]
    return any(u.actor is not None and u.actor.kind == "state" for u in behind)


def _leave_home(clause: Clause, match: re.Match[str], trigger: int) -> bool:
    """«15.000 civils ont quitté la zone des combats»; soldiers withdraw, and who leaves a room flees nothing."""
    people = [u for u in clause.units[match.start() : trigger] if u.code == "V"]
    if not people or any(u.value not in _AT_HOME for u in people):
        return False
    behind = clause.units[trigger + 1 : trigger + _OBJECT]
    return told("war_zones", behind) or any(u.code == "P" for u in behind[:2])


def _out_of(clause: Clause, at: int) -> bool:
    """«quatre des blessés»: some out of them, whom another word tells about."""
    after = clause.units[at + 1 : at + 2]
    return (
        bool(after) and after[0].low == "des" and clause.units[at].quantity is not None and clause.units[at].code != "q"
    )


def followed(clause: Clause, out: Unit) -> bool:
    """«jeté … sur les routes», «poussé … hors de leurs foyers»: the word harms only with what the pack says must
    follow.
    """
    then = out.feature("then")
    if then is None:
        return True
    after = " ".join(u.low for u in clause.units if u.start > out.start).replace("' ", "'")
    return re.search(then.replace("_", " "), after) is not None


def _escapes(clause: Clause, match: re.Match[str]) -> bool:
    """The flight of fighters or prisoners drives nobody from home, nor does that of a few who run off from what they
    did: «trois hommes ont tiré avant de prendre la fuite».
    """
    first, last = match.span()
    held = [u for u in clause.units[first:last] if u.code == "V"]
    if told("runs_off", [clause.units[match.start("out")]]) and _a_few(clause.units[first:last]):
        return True
    return bool(held) and all(
        u.value == "armed" or u.feature("prisoner") is not None or u.low.startswith("suspect") for u in held
    )


def _a_few(units: list[Unit]) -> bool:
    """Fewer than a street of them, and neither families nor residents."""
    counts = [u.quantity.figure for u in units if u.quantity is not None] or [1]
    homes = any(u.feature("unit") == "families" or u.feature("resident") is not None for u in units)
    return max(counts) < _A_STREET and not homes


def _of_fighters(clause: Clause, match: re.Match[str]) -> bool:
    """«sont tombés», «la perte de»: said of the dead only where they are soldiers or men."""
    first, last = match.span()
    return any(
        u.code == "V" and (u.value in _FALLEN or u.feature("resident") is not None) for u in clause.units[first:last]
    )


_BARRED: dict[str, Callable[[Clause, re.Match[str], int], bool]] = {
    "harm.left": lambda clause, match, trigger: not _leave_home(clause, match, trigger),
    "harm.arrested-now": lambda clause, _, trigger: not _by_police(clause, trigger),
    "harm.another-death": lambda clause, _, trigger: told("mass_killings", [clause.units[trigger]]),
    "harm.held": lambda clause, match, _: _fled(clause, match.start(), match.end()),
    "harm.count-noun": lambda clause, match, _: _out_of(clause, match.start("list")),
    "harm.reduced": _reduced_of_others,
}
"""Rules of figures, and what makes the words that they fit tell of something else."""
