"""Level 6: words beside a place or a time that tell whether something happened there and then: data of the pack."""

import itertools
import re
import tomllib
from functools import lru_cache
from typing import Any, NamedTuple

from vigie.times import TimeMention

from .analysis import Analysis
from .attribution_forms import VERBS, speech_table, tolls
from .cues import told
from .frames import Clause
from .lexicon import pack_folder
from .sought import Sought
from .text import fold
from .units import Unit

LANGUAGE = "fr"
BACK, FAR = 90, 160  # characters before a mention that can say what it is; that a clause of its own may take
_AHEAD = 8  # units between a day and the verb of an earlier count
_WITHIN = 6  # units between a verb of speech and the day or place of the telling
_HARMING = frozenset("KIkNDEFQqZRGC")
_DEEDS = frozenset("KIkDEF;:.")  # letters of words for acts and harm, and marks
_A_MONTH = 31  # days
_SUBJECT = re.compile(r",[lqQ]?[ojAVU]")  # «, Amnesty …», not «, a indiqué X, …»
_TO_LAST_MARK = re.compile(r".*[,;:.!?()\[\]\"«»\n]", re.DOTALL)
_HEAD = 3  # the rank of the last sentence that may begin with a dateline
_TOWN = r"[A-ZÀ-ÖØ-Þ][\w'-]*(?: (?:[A-ZÀ-ÖØ-Þ][\w'-]*|de|du|la|le|les|sur)){0,4}"
_MONTH = r"(?:janv|f[ée]vr|mars|avr|mai|juin|juil|ao[uû]t|sept|oct|nov|d[ée]c)[a-zé]{0,6}\.?"
_DATED = rf",? (?:le )?(?:[a-z]{{5,8}} )?\d{{1,2}}(?:er)? {_MONTH}(?: \d{{4}})?"
_BRACKET = r" ?\([^()\n]{2,30}\)"
_DATELINE = re.compile(
    rf"{_TOWN}(?:(?:, |/){_TOWN})?(?:{_BRACKET}(?:{_DATED})?|{_DATED})(?:,?{_BRACKET})? ?- |"
    rf"{_TOWN}(?:, {_TOWN})? ?\| |\({_TOWN}(?:, {_TOWN})?(?:{_DATED})\) ?[-–—] |"
    r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ' -]{2,30}(?:,[^\n.;:]{2,30})? - "
)
_SLOTS = {
    "{de}": r"\b(?:de la |de l'|du |des |de |d')",
    "{to}": r"\b(?:à la |à l'|à |au |aux |en |vers |dans |pour |de |d'|depuis )(?:la |le |l'|les |un |une |des )?",
    "{art}": r"(?:la |le |l'|les )?",
}


class Campaigns(NamedTuple):
    """How what lasts is named and dated: `named` beside a figure («dans les bombardements»); before a day `launched`
    («a lancé une offensive»), `opening` («le début de l'offensive contre X»), `launches` («a lancé», with `launching`
    behind the day), `going_on` («mène une offensive» before «depuis»), `answers` («la contestation du coup d'Etat du»),
    `event` («le coup d'Etat du»); behind it `sparked` («a déclenché un mouvement»); `since_event` without its day;
    `aside`: what parts a «depuis» from the head of its sentence; `one`: names of one thing; `set_off`: «la répression
    lancée après la chute de X, déposé le» before a day.
    """

    named: Sought
    launched: Sought
    opening: Sought
    launches: Sought
    launching: re.Pattern[str]
    going_on: re.Pattern[str]
    answers: Sought
    sparked: re.Pattern[str]
    event: Sought
    since_event: Sought
    aside: re.Pattern[str]
    one: list[list[str]]
    set_off: Sought


class Cues(NamedTuple):
    """The lists of `cues_setting.toml`, each compiled; `statement`, `participles` and `fact` are whole words."""

    never: Sought
    of_fighters: Sought
    war_which: Sought
    likened: Sought
    gathered: Sought
    lies: Sought
    state: Sought
    theatre: Sought
    moved: Sought
    described: Sought
    goal: Sought
    partly: Sought
    unnamed: Sought
    spots: Sought
    office: Sought
    past_aside: Sought
    counted_from: Sought
    all_over: Sought
    named: Sought
    care: Sought
    cared: Sought
    sent: Sought
    sent_to: Sought
    side: Sought
    from_side: Sought
    compared: Sought
    lasting: Sought
    other: Sought
    begun: Sought
    begins: Sought
    campaign: Sought
    counted_to: Sought
    aside: re.Pattern[str]
    which: Sought
    report: Sought
    from_start: Sought
    from_news: Sought
    campaign_toll: re.Pattern[str]
    campaigns: Campaigns
    spans: frozenset[str]
    statement: frozenset[str]
    participles: frozenset[str]
    fact: frozenset[str]
    recount: frozenset[str]
    counts: frozenset[str]
    counting: tuple[str, ...]
    noted: frozenset[str]
    then: frozenset[str]
    seat: Sought
    hit: Sought
    mission: Sought
    regions: dict[str, str]
    scope: dict[str, Sought]
    joined: re.Pattern[str]
    goes_for_all: re.Pattern[str]
    breaks: Sought
    meanwhile: re.Pattern[str]
    relative: Sought
    charge: Sought
    reprisal: Sought
    of_a_part: Sought
    next_total: Sought
    sequel: Sought
    takes_up: re.Pattern[str]
    since: Sought
    back_then: re.Pattern[str]
    one_spot: re.Pattern[str]
    found: re.Pattern[str]
    opens_relative: re.Pattern[str]
    parted: re.Pattern[str]
    since_then: re.Pattern[str]
    since_act: Sought
    in_which: re.Pattern[str]
    taken_up: Sought
    throughout: Sought
    apart: frozenset[str]
    past: frozenset[str]
    recalled: re.Pattern[str]
    recalled_toll: re.Pattern[str]
    anew: Sought
    quarters: frozenset[str]
    same_act: Sought


def _compiled(entries: list[str]) -> Sought:
    """One of some words at the end of a string; where one may begin is asked once a place, not for each of them."""
    pattern = "|".join(f"(?:{entry})" for entry in entries)
    for slot, meaning in _SLOTS.items():
        pattern = pattern.replace(slot, meaning)
    return Sought(rf"(?<![\w-])(?:{pattern})$")


def _words(entries: list[str]) -> Sought:
    return Sought(rf"(?<![\w-])(?:{'|'.join(entries)})(?![\w-])")


def _recalled(link: dict[str, Any]) -> re.Pattern[str]:
    """«depuis l'attaque de X», «(deux ans) après celle de X»: up to a mark or what tells something of it."""
    acts, stops = "|".join(link["recalled"]), "|".join(link["recalled_stops"])
    opens = r"\b(?:(?P<since>depuis)|après|lendemain) (?:de |d')?(?:la |le |l'|les |une? |des |du |cet?t?e? |ces )?"
    return re.compile(rf"{opens}(?:[\wà-ÿ-]+ )??(?P<noun>{acts})\b(?:(?! (?:{stops})\b)[^,.;:()\"«»])*")


def _joined(link: dict[str, Any]) -> re.Pattern[str]:
    """What may stand between two places of one figure: an «et» with small words behind it, or a comma."""
    both, small = "|".join(link["and"]), "|".join(link["small"])
    return re.compile(rf",? (?:{both})(?: (?:{small}))*[ ']?|, {link['comma']}")


def _starts(time: dict[str, Any]) -> tuple[Sought, Sought, Sought]:
    """«l'offensive lancée …» up to its day, «Lancée …» at the head of a sentence, and the names of what lasts."""
    named, begins = rf"(?P<name>{'|'.join(time['campaign'])})", "|".join(time["begins"])
    word = rf"(?! (?:{'|'.join(time['parted'])})\b) [\wà-ÿ'-]+"
    behind = rf"(?:{begins})(?:,?{word}){{0,5}},? ?(?:l')?$"
    begun = rf"\b{named}(?:{word}){{0,7}},?(?: (?:qui )?(?:{'|'.join(time['helps'])}))? {behind}"
    return Sought(begun), Sought(behind), Sought(rf"\b{named}\b")


def _of_campaigns(time: dict[str, Any]) -> tuple[Sought, Sought, re.Pattern[str]]:
    """«depuis le début de l'offensive» and «L'offensive a fait», which name it without its day."""
    name = rf"(?P<name>{'|'.join(time['campaign'])})"
    since = rf"\bdepuis (?:{'|'.join(time['starts'])}){name}\b"
    toll = (
        rf"(?:[^,.;]{{0,80}}, )?(?:{'|'.join(time['definite'])}){name}\b[^.;]{{0,150}}? (?:{'|'.join(time['makes'])})\b"
    )
    news = rf"\bdepuis (?:{time['starts'][0]})(?:{'|'.join([*time['quick'], *time['strikes']])})\b"
    return Sought(since), Sought(news), re.compile(toll)


def _dated(time: dict[str, Any]) -> Campaigns:
    some = r"(?:une |un |des |l'|la |le |les |cette |ce |son |sa |leurs? )(?:[\wà-ÿ-]+ )?"
    name, word = rf"(?P<name>{'|'.join(time['campaign'])})\b", r"(?: [\wà-ÿ'-]+)"
    verb, events = rf"\b(?:{'|'.join(time['launches'])})", rf"(?:{'|'.join(time['events'])})"
    opens, rest = "|".join(time["openings"]), rf"(?:(?! (?:{'|'.join(time['parted'])})\b)[^.;:,])"
    event, day = events.replace("?:", "?P<name>", 1), "du |de |d'|en |le |au "
    return Campaigns(
        Sought(rf"\b(?:{'|'.join(time['definite'])}|du |des |au |aux ){name}"),
        Sought(rf"{verb}{word}{{0,3}} {some}{name}{word}{{0,8}} ?$"),
        Sought(rf"\b(?:{opens}) (?:de {some}|du |des |d'){name}{rest}{{0,130}} (?:le|en|du)? ?$"),
        Sought(rf"{verb}{word}{{0,2}}(?: en| le| au| dès)? ?$"),
        re.compile(rf"{word}{{0,2}} {some}{name}"),
        re.compile(rf"\b{name}{word}{{0,3}} ?$"),
        Sought(
            rf"\b{name}{word}{{0,3}} (?:{'|'.join(time['answers'])}){word}{{0,2}} {events}{word}{{0,6}}?,? (?:{day})?$"
        ),
        re.compile(rf"[^.;:]{{0,120}}? (?:{'|'.join(time['sparks'])}){word}{{0,5}} {name}"),
        Sought(rf"\b{event}{word}{{0,6}}?,? (?:{day})?$"),
        Sought(rf"\bdepuis (?:l'|la |le |les |cette |cet |ce |son |sa |leur ){event}\b"),
        re.compile(time["aside_marks"]),
        time["one"],
        Sought(
            rf"\b{name}{word}{{0,2}} (?:{'|'.join(time['begins'])}) (?:{'|'.join(time['set_off'])})\b[^.;:]{{0,110}}$"
        ),
    )


@lru_cache(maxsize=4)
def cues(language: str) -> Cues:
    """The cues of a pack, compiled once a process."""
    data = tomllib.loads((pack_folder(language) / "cues_setting.toml").read_text(encoding="utf-8"))
    place, time, said = data["place"], data["time"], data["statement"]
    never = [entry for name in ("unit", "agent", "elsewhere", "press", "this", "tribe") for entry in place[name]]
    verbs = [
        f
        for options in speech_table(language).by_first.values()
        for f in options
        if f.cls in VERBS and "quoted" not in f.features and not tolls(f)
    ]
    participles = frozenset(f.sequence[-1] for f in verbs if f.cls == "participle")
    fact = frozenset(said["fact"])
    present = frozenset(f.sequence[-1] for f in verbs if f.cls != "participle")
    return Cues(
        _compiled(never), _compiled(place["of_fighters"]), Sought(place["war_which"]),
        _compiled(place["likened"]), _compiled(place["gathered"]), _compiled(place["lies"]),
        _compiled(place["state"]), _compiled(place["theatre"]),
        _compiled(place["moved"]), _compiled(place["described"]), _compiled(place["goal"]), _compiled(place["partly"]),
        _compiled(place["unnamed"]), Sought(place["spots"]),
        _words(place["office"]), Sought(place["past_aside"]),
        _compiled(place["counted_from"]), _compiled(place["all_over"]),
        Sought(place["named"]), Sought(place["care"]), Sought(place["cared"]), Sought(place["sent"]),
        Sought(place["sent_to"]), Sought(place["side"]), Sought(place["from_side"]),
        _compiled(time["compared"]), _compiled(time["lasting"]),
        _compiled(time["other"]), *_starts(time), _compiled(time["counted_to"]),
        re.compile(time["aside"]), _words(time["which"]), _words(time["report"]), *_of_campaigns(time),
        _dated(time), frozenset(time["spans"]),
        (frozenset(said["words"]) | present) - fact, participles, fact,
        frozenset(said["recount"]), frozenset(said["counts"]), tuple(said["counting"]),
        frozenset(said["noted"]), frozenset(said["then"]),
        _words(data["seat"]["words"]), _words(data["hit"]["words"]), _words(list(data["mission"])), data["mission"],
        {name: _words(entries) for name, entries in data["scope"].items()},
        _joined(data["link"]), re.compile(data["link"]["goes_for_all"]), Sought("|".join(data["link"]["breaks"])),
        re.compile(data["link"]["meanwhile"]), Sought(data["link"]["relative"]), Sought(data["link"]["charge"]),
        Sought(data["link"]["reprisal"]), Sought(data["link"]["of_a_part"]),
        Sought(data["link"]["next_total"]), _compiled(data["link"]["sequel"]),
        re.compile(data["link"]["takes_up"]), _words(data["link"]["since"]), re.compile(data["link"]["back_then"]),
        re.compile(data["link"]["one_spot"]), re.compile(data["link"]["found"]),
        re.compile(data["link"]["opens_relative"]),
        re.compile(data["link"]["parted"]), re.compile(time["since_then"]),
        _words(data["link"]["since_act"]), re.compile(data["link"]["in_which"]),
        _words(data["link"]["taken_up"]), _words(data["link"]["throughout"]),
        frozenset(data["link"]["apart"]), frozenset(data["link"]["past"]),
        _recalled(data["link"]), re.compile(data["link"]["recalled_toll"]),
        _words(data["link"]["anew"]), frozenset(place["quarters"]), _words(data["link"]["same_act"]),
    )  # fmt: skip


def before(low: str, start: int, at: int) -> str:
    """The words of a folded small-letter text before `at`, from the last mark on, back to a sentence's `start`."""
    words = low[max(start, at - BACK) : at]
    marks = _TO_LAST_MARK.match(words)
    return words[marks.end() :] if marks else words


def of_telling(clause: Clause, at: int) -> bool:
    """The mention that begins at an offset stands behind a verb of speech («a indiqué mardi», «a annoncé à Genève»)."""
    table = cues(LANGUAGE)
    earlier = [i for i, u in enumerate(clause.units) if u.end <= at][-_WITHIN:]
    if earlier and clause.codes[earlier[-1] : earlier[-1] + 3] == ",T," and _of_a_day(clause.units[earlier[-1] + 1]):
        earlier = earlier[-2:-1]  # «a annoncé, dimanche, le gouverneur»
    for i in reversed(earlier):
        unit = clause.units[i]
        low = unit.low.split(" ")[-1] if unit.code == "B" else unit.low  # «est passé mardi à 19»
        pair = f"{clause.units[i - 1].low} {low}" if i else low  # «rendu public»
        if low in table.statement or pair in table.statement or _spoken(clause, i):
            return True
        if unit.code == "N" and _recounted(clause, i):
            return True
        if unit.code in _HARMING or unit.code in ",;:." or unit.low in table.fact:
            return unit.code == "Q" and _told_again(clause, i)
    return False


def _of_a_day(unit: Unit) -> bool:
    return unit.time is not None and unit.time.kind in ("day", "night", "part", "clock")


def _spoken(clause: Clause, at: int) -> bool:
    """«a indiqué», «a été annoncé»; «une attaque a été signalée lundi», «a répliqué lundi en tirant» tell when it took
    place.
    """
    table, word, helpers = cues(LANGUAGE), clause.units[at].low, clause.codes[max(0, at - 3) : at]
    if told("reply", [clause.units[at]]) and _by_deeds(clause, at):
        return False
    return word in table.participles and "x" in helpers and not (word in table.noted and "X" in helpers[-2:])


def _by_deeds(clause: Clause, at: int) -> bool:
    """«a répliqué mardi par des tirs», «dès lundi en bombardant»: an answer that was no speech."""
    behind = list(itertools.dropwhile(lambda u: u.code in "Tr", clause.units[at + 1 :]))[:2]
    lows = [unit.low for unit in behind]
    return lows[:1] == ["par"] or (lows[:1] == ["en"] and lows[-1].endswith("ant"))


def opens_recount(clause: Clause, end: int) -> bool:
    """«Mardi, les autorités parlaient de 50 morts»: behind a mention an earlier count is told."""
    first = next((i for i, u in enumerate(clause.units) if u.start >= end), len(clause.units))
    for i, unit in enumerate(clause.units[first : first + _AHEAD], first):
        if unit.code in _HARMING:
            return unit.code == "G" and _recounts(clause, i)
        if _recounts(clause, i):
            return "N" in clause.codes[i : i + _WITHIN]
    return False


def opens_telling(clause: Clause, mention: TimeMention) -> bool:
    """«Lundi, Amnesty a fait état de 208 morts»: the weekday or month at the head of what tells a count."""
    interval = mention.interval
    opens = mention.start == clause.sentence.start and interval is not None and interval.days <= _A_MONTH
    if not opens or not mention.rule.endswith(("weekday", "month")):
        return False
    behind = next((i for i, u in enumerate(clause.units) if u.start >= mention.end), len(clause.units))
    if not _SUBJECT.match(clause.codes, behind):
        return False
    spoken = speech_after(clause, mention.end)
    verb = next((u.low for u in clause.units if u.start == spoken), "").split(" ")[-1]
    return verb in cues(LANGUAGE).recount or verb in cues(LANGUAGE).counts


def _recounts(clause: Clause, at: int) -> bool:
    low = clause.units[at].low.split(" ")[0]
    if low not in cues(LANGUAGE).recount:
        return False
    return low.endswith("t") or not {"avait", "avaient"}.isdisjoint(u.low for u in clause.units[max(0, at - 2) : at])


def _told_again(clause: Clause, at: int) -> bool:
    """«avait évoqué 50 morts le 3, puis 270 lundi»: the day of a second count stands beside that of the first."""
    words = clause.units[max(0, at - 3) : at]
    if len(words) < 3 or words[-1].low not in cues(LANGUAGE).then:
        return False
    first = words[0] if words[1].code == "," else words[1]
    return first.code == "T" and of_telling(clause, first.start)


def _recounted(clause: Clause, at: int) -> bool:
    """«Kinshasa avait évoqué 50 morts le 3»: a number that was told once is the object of a verb in the past."""
    words = [u.low for u in clause.units[max(0, at - _WITHIN) : at]]
    told = [i for i, word in enumerate(words) if word in cues(LANGUAGE).recount]
    return bool(told) and (words[told[-1]].endswith("t") or bool({"avait", "avaient"} & set(words[: told[-1]])))


def speech_after(clause: Clause, at: int) -> int | None:
    """The offset of the verb of speech that comes first behind an offset; None where an act or harm comes before it."""
    table = cues(LANGUAGE)
    for unit in clause.units:
        if unit.start < at:
            continue
        if unit.low in table.participles or unit.low in table.statement:
            return unit.start
        if unit.code in _DEEDS:
            return None
    return None


def dateline(analysis: Analysis, clause: Clause) -> int:
    """The offset where «ALEP (Syrie), 12 octobre 2016 (AFP) -» ends; the sentence's start where there is none."""
    sentence = clause.sentence
    if clause.index > _HEAD:
        return sentence.start
    match = _DATELINE.match(fold(analysis.document.text), sentence.start, sentence.end)
    return match.end() if match else sentence.start
