"""Level 2: how many. French numbers in digits and words, approximations, bounds, ranges, vague words, zero."""

import re
from functools import lru_cache
from typing import Literal, NamedTuple, cast

from ahocorasick_rs import AhoCorasick

from vigie.values.claim import Qualifier

from .lexicon import pack_folder, read_table
from .text import fold, lower

Bound = Qualifier | Literal["between"]
_DIGITS = re.compile(r"\d+")


class Quantity(NamedTuple):
    """A number of something, with the words that give it. `count` is None for a vague word, which only gives `low`.

    `kind`: number | article (a lone «un») | dozen («une dizaine») | vague | zero | ordinal («le 24e»).
    """

    start: int
    end: int
    count: int | None  # type: ignore[assignment]  # a tuple's own `count` is never called
    low: int
    high: int | None
    qualifier: Qualifier
    kind: str
    words: str

    @property
    def figure(self) -> int:
        """The number that stands for it: the count, or the lower bound of a vague word."""
        return self.low if self.count is None else self.count


class _Pack(NamedTuple):
    units: dict[str, int]
    scales: dict[str, int]
    collective: dict[str, int]
    vague: dict[str, int]
    zero: frozenset[str]
    before: dict[str, str]
    after: dict[str, str]
    pattern: re.Pattern[str]
    begins: AhoCorasick


def _alternatives(words: "dict[str, int] | dict[str, str] | frozenset[str]") -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _pattern(units: dict[str, int], scales: dict[str, int], collective: dict[str, int], vague: dict[str, int],
             zero: frozenset[str], before: dict[str, str], after: dict[str, str],
             label: dict[str, str]) -> re.Pattern[str]:  # fmt: skip
    """One expression: bound, number or range or collective or vague word, bound behind."""
    word = rf"(?:{_alternatives(units)}|cents?|mille)"
    spelled = rf"(?:{word}(?:[- ](?:et[- ](?=une?\b|onze\b))?(?:{word}|{_alternatives(scales)}))*)"
    digits = r"\d{1,3}(?:[ .']\d{3})+(?![\d])|\d+(?:,\d+)?"  # «29'000» is written in Switzerland
    number = rf"(?:(?:{digits})(?: (?:{_alternatives(scales)}))?|(?:un )?demi-million|{spelled})"
    of_many = r"(?: (?:de|d') ?(?:milliers|millions|dizaines|centaines))?"
    some = rf"(?:{_alternatives(collective)})s?"
    group = rf"(?:(?:une|un|{number}) (?:bonne |petite |demi-|)?|plus d'une |demi-)?{some}{of_many}"
    # «le Front n°53» is no number of people
    named = "".join(rf"(?<!\b{word})(?<!\b{word} )" for word in sorted(map(re.escape, label)))
    return re.compile(
        rf"(?<![\w,.])(?<!\w-){named}(?P<before>(?:{_alternatives(before)}),? ?)?"
        rf"(?:(?P<zero>{_alternatives(zero)})|"
        rf"(?P<vague>(?:{_alternatives(vague)})(?: {some})?{of_many})|"
        rf"(?P<group>{group})(?:(?P<by> à | et | ou )(?P<most>{group}))?|"
        rf"(?P<ordinal>\d+(?:e|è|ème|ième|er|ère))|"
        rf"(?P<number>{number})(?:(?P<to> à | et |-| ou |,? voire |,? peut-être )(?P<high>{number}))?)"
        rf"(?: \(0?\d+\))?(?P<after> (?:{_alternatives(after)}))?(?![\w])"
    )


@lru_cache(maxsize=1)
def _pack() -> _Pack:
    tables: dict[str, dict[str, str]] = {}
    for kind, form, value in read_table(pack_folder("fr") / "quantities.tsv"):
        tables.setdefault(kind, {})[form] = value
    number = {kind: {f: int(v) for f, v in tables[kind].items()} for kind in ("unit", "scale", "collective", "vague")}
    zero = frozenset(tables["zero"])
    parts = (
        number["unit"],
        number["scale"],
        number["collective"],
        number["vague"],
        zero,
        tables["before"],
        tables["after"],
    )
    begins = {word for words in parts[:-1] for word in words} | {"cent", "mille", "demi-", "plus d'une", "une", "un"}
    return _Pack(*parts, pattern=_pattern(*parts, tables["label"]), begins=AhoCorasick(sorted(begins)))


def _tens(word: str, current: float) -> float:
    """What a number word adds: «vingt» after «quatre» makes eighty (in French a product, 4 × 20)."""
    value = _pack().units[word]
    return 76 if value == 20 and current % 100 == 4 else value


@lru_cache(maxsize=10_000)  # «un» and «une» are four of five
def spelled_number(words: str) -> int | None:
    """The value of a French number in words or digits («deux cent trois», «1,5 million»); None when it is none."""
    pack, total, current = _pack(), 0.0, 0.0
    grouped = re.sub(r"(?<=\d)[ .'](?=\d{3})", "", words.strip())
    for word in re.split(r"[ -]+", grouped.replace("un demi-", "0,5 ").replace("demi-", "0,5 ")):
        if re.fullmatch(r"\d+(,\d+)?", word):
            current += float(word.replace(",", "."))
        elif word in ("cent", "cents"):
            current = max(current, 1) * 100
        elif word in pack.scales:
            total, current = total + (current or 1) * pack.scales[word], 0.0
        elif word in pack.units:
            current += _tens(word, current)
        elif word != "et":
            return None
    return round(total + current)


def _collective(words: str) -> int:
    """«une dizaine» 10, «deux douzaines» 24, «une demi-douzaine» 6, «dizaines de milliers» 10 × 1000."""
    pack, value = _pack(), 1.0
    for word in re.split(r"[ '-]+", words):
        base = word.removesuffix("s")
        if base in pack.collective or word in pack.collective:
            value *= pack.collective.get(base, pack.collective.get(word, 1))
        elif base in ("millier", "million"):
            value *= pack.scales[base]
        elif word == "demi":
            value *= 0.5
        elif word not in ("une", "un", "bonne", "petite", "de", "d", "plus"):
            value *= spelled_number(word) or 1
    return int(value)


def _vague(words: str) -> int:
    """The lower bound of a vague word: «plusieurs» 2, «des dizaines» 20, «des dizaines de milliers» 20 000."""
    pack = _pack()
    for form in sorted(pack.vague, key=len, reverse=True):
        if words.startswith(form):
            rest = words[len(form) :].strip()
            return pack.vague[form] * (_collective(rest) if rest else 1)
    return 2


def _bounds(qualifier: str, value: int) -> tuple[int, int | None]:
    low = {"less_than": 0, "at_most": 0, "more_than": value, "at_least": value}.get(qualifier, value)
    return low, None if qualifier in ("at_least", "more_than") else value


def _read(match: re.Match[str]) -> Quantity | None:
    pack, words = _pack(), match.group().strip()
    before = pack.before.get((match["before"] or "").strip(" ,"), "")
    qualifier = before or pack.after.get((match["after"] or "").strip(), "") or "exactly"
    start, end = match.start(), match.end()
    if match["zero"]:
        return Quantity(start, end, 0, 0, 0, "exactly", "zero", words)
    if match["vague"]:
        return Quantity(start, end, None, _vague(match["vague"]), None, "vague", "vague", words)
    if match["ordinal"]:
        value = int(re.match(r"\d+", match["ordinal"]).group())  # type: ignore[union-attr]
        return Quantity(start, end, value, value, value, "exactly", "ordinal", words)
    if match["group"]:
        return _dozens(match, before)
    return _number(match, cast("Bound", qualifier), words)


def _dozens(match: re.Match[str], before: str) -> Quantity:
    """«une trentaine», «plus d'une centaine», «entre une vingtaine et une trentaine»."""
    start, end, value = match.start(), match.end(), _collective(match["group"])
    most = _collective(match["most"]) if match["most"] else 0
    if most and (most <= value or (match["by"] == " et " and before != "between")):
        most, end = 0, match.end("group")
    words = match.string[start:end].strip()
    if most:
        return Quantity(start, end, value, value, most, "about", "dozen", words)
    bound = "more_than" if match["group"].startswith("plus") else before.replace("between", "") or "about"
    return Quantity(start, end, value, *_bounds(bound, value), bound, "dozen", words)  # type: ignore[arg-type]


def _scaled(match: re.Match[str], value: int, high: int | None) -> int:
    """«cinq à six mille»: the scale behind the upper end is that of the lower one too."""
    if high is None or any(word in match["number"] for word in _pack().scales):
        return value
    word = match["high"].split(" ")[-1]
    scale = _pack().scales.get(word.removesuffix("s"), _pack().scales.get(word, 1))
    return value * scale if value * scale < high else value


def _number(match: re.Match[str], qualifier: Bound, words: str) -> Quantity | None:
    value = spelled_number(match["number"])
    high = spelled_number(match["high"]) if match["high"] else None
    if value is None:
        return None
    start, end = match.start(), match.end()
    value = _scaled(match, value, high)
    if high is not None and (high <= value or (match["to"] == " et " and qualifier != "between")):
        high, end = None, match.end("number")
        words = match.string[start:end]
    kind = "article" if match["number"] in ("un", "une") else "number"
    stated: Qualifier = "exactly" if qualifier == "between" else qualifier
    if high is not None:
        return Quantity(start, end, value, value, high, stated, kind, words)
    return Quantity(start, end, value, *_bounds(stated, value), stated, kind, words)


@lru_cache(maxsize=1)
def _behind() -> re.Pattern[str]:
    return re.compile(rf",? ?({_alternatives(_pack().after)})\b")


def bound_behind(words: str) -> Qualifier:
    """The bound with which words behind a counted noun begin («trente soldats au moins»), exactly where none does."""
    match = _behind().match(words)
    return cast("Qualifier", _pack().after[match[1]]) if match else "exactly"


def find_quantities(text: str) -> list[Quantity]:
    """The quantities of a text in order, offsets in it; «30 %», «3e», dates and ages are left to the levels above."""
    lowered, found, position = lower(fold(text)), [], 0
    pattern = _pack().pattern
    for start in _starts(lowered):
        match = pattern.match(lowered, start) if start >= position else None
        if match is None:
            continue
        quantity = _read(match)
        if quantity:
            found.append(quantity)
        position = max(quantity.end if quantity else match.end(), match.start() + 1)
    return found


def _starts(lowered: str) -> list[int]:
    """Where a word or digit stands that a quantity can begin with: the pattern is tried there only."""
    words = _pack().begins.find_matches_as_indexes(lowered, overlapping=True)
    return sorted({*(start for _, start, _ in words), *(m.start() for m in _DIGITS.finditer(lowered))})
