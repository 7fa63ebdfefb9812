"""The interpreter of the grammar of times: words become one character each, rules regular expressions on them.

The forms are in `packs/fr/times_words.tsv`, the rules in `packs/fr/times_rules.tsv`, which tells their language.
Two levels: atoms out of words («5 mai», «soir»), then mentions out of atoms («depuis le 5 mai au soir»).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

from ahocorasick_rs import AhoCorasick, MatchKind

from .data import parse, rows
from .patterns import Patterns, symbols

FIRST = 0xE000  # the private use area: one character per set of classes, none of them special in a regular expression
FOLD = (("’", "'"), ("ʼ", "'"), ("`", "'"), ("\u00a0", " "), ("\u202f", " "), ("\u2009", " "), ("–", "-"), ("‑", "-"))
TOKEN = re.compile(
    r"[a-zß-öø-ÿ]++(?=[ ,;.!?)\n])|"  # most words: looked at first, they take the least time
    r"mi-(?!journ|temps|chemin|hauteur)|(?:aujourd'hui|[^\W\d_]+(?:-(?!là\b|ci\b|janv|févr|mars\b|avril|mai\b|juin|juil|août|sept|octo|nov|déc|début|fin\b)[^\W\d_]+)*'?)|-(?=là\b|ci\b)"
    r"|(?P<ISO>(?:19|20)\d\d-\d\d-\d\d(?![\d-]))|(?P<NUMDATE>\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d(?![\d/]))"
    r"|(?P<JUNK>(?<=[a-zà-ÿ])(?<!\ble)(?<!\bdu)(?<!\bau)\d+|\d{4}-\d\d(?!\d)|\d+[/:.,]\d+[/:.,]\d[\d/:.,]*)"
    r"|(?P<CLOCK>\d{1,2} ?h(?: ?[0-5]\d)?(?![\w-])|\d{1,2}:[0-5]\d(?![\d:]))"
    r"|(?P<BIG>\d{1,3}(?:[. ]\d{3})+(?!\d)|\d+[.,]\d+)|(?P<ORDN>\d+(?:er|re|ère|è|e|ème|eme|nde?)(?!\w))"
    r"|(?P<YEAR>(?:1[5-9]|20)\d\d(?!\w))|(?P<INT>\d+)"
    r"|(?P<OPEN>\()|(?P<CLOSE>\))|(?P<STOP>[.!?;:\n\"«»])|[^\s\w]"
)
AT = re.compile(r"A(?<![\w'-]A)(?= [a-zà-ÿ\d])")  # the letter first: it is looked for fastest
NUMERIC = re.compile(r"\d+(?: ?h\b|[:/]\d|h\d)?")
TRIGGERS = ("WEEKDAY", "MONTH", "PART", "UNIT", "DEICTIC", "ANAPHOR", "FEAST", "TRIGGER")
LONGEST = 30  # characters to go on to the border of a word
REACH = 48  # characters on both sides of a trigger that a rule can need
TYPES = ("ISO", "NUMDATE", "JUNK", "CLOCK", "BIG", "ORDN", "YEAR", "INT", "DAY", "WORD", "OPEN", "CLOSE", "STOP")
UNKNOWN = ("WORD", "PUNCT", "STOP", "CLOSE", "JUNK")
GIVES = ("TIME", "WEAK", "BARE", "HOUR", "PARTT", "PARTW", "SKIP")


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of times_rules.tsv."""

    level: int
    name: str
    gives: str
    action: str
    value: str
    pattern: str


@dataclass(slots=True)
class Atom:
    """A stretch of the text that a rule took: offsets, the rule, what it captured (words at level 1, atoms at 2)."""

    start: int
    end: int
    rule: Rule
    got: dict[str, str] = field(default_factory=dict)
    parts: "dict[str, Atom]" = field(default_factory=dict)


@dataclass(slots=True)
class Row:
    """A text as a row of tokens: `chars` has one class character for each, `spans` where they are in the text."""

    text: str
    chars: str
    spans: list[tuple[int, int]]


def fold(text: str) -> str:
    """Lower case with plain apostrophes, spaces and hyphens; every offset stays what it was."""
    plain = text  # a capital «A» alone is «À»: the press leaves its accent out
    for odd, usual in FOLD:
        plain = plain.replace(odd, usual)
    lower = AT.sub("à", plain).lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)


def _timely(number: "re.Match[str]") -> bool:
    """Whether a number can be a clock, a date, a year, or a day alone («le 5»)."""
    told = number.group()
    if not told.isdigit():
        return True
    if len(told) == 4:
        return told[:2] in ("19", "20")
    return len(told) <= 2 and number.string[max(0, number.start() - 3) : number.start()] in ("le ", "du ")


def _word_start(text: str, at: int) -> int:
    lowest = max(0, at - LONGEST)
    while at > lowest and not text[at - 1].isspace():
        at -= 1
    return at


def _word_end(text: str, at: int) -> int:
    highest = min(len(text), at + LONGEST)
    while at < highest and not text[at].isspace():
        at += 1
    return min(at, len(text))


@cache
def words() -> dict[str, dict[str, str]]:
    """class → form → value, from times_words.tsv."""
    out: dict[str, dict[str, str]] = {}
    for row in rows("packs/fr/times_words.tsv"):
        out.setdefault(row["class"], {})[row["form"]] = row["value"] or ""
    return out


@cache
def all_rules() -> tuple[Rule, ...]:
    """The grammar, in order of preference."""
    return tuple(
        Rule(int(r["level"]), r["name"], r["gives"], r["action"] or "", r["value"] or "", r["pattern"])
        for r in rows("packs/fr/times_rules.tsv")
    )


class Grammar:
    """The compiled grammar: an alphabet of classes and one regular expression a level."""

    def __init__(self, rules: tuple[Rule, ...], forms: dict[str, dict[str, str]], same: dict[str, str]) -> None:
        """`same`: words of `forms` that mean what another one means, by which they are known from then on."""
        self.rules, self._same = rules, same
        literals = {s for rule in rules for s in symbols(rule.pattern) if not s.isupper()}
        sets: dict[str, set[str]] = {word: {word} for word in literals}
        for kind, members in forms.items():
            for form in members:
                sets.setdefault(form, set()).add(kind)
        self._chars: dict[frozenset[str], str] = {}
        self.by_word = {word: self._char(frozenset(kinds)) for word, kinds in sets.items()}
        triggers = sorted({form for kind in TRIGGERS for form in forms.get(kind, ())})
        self._triggers = AhoCorasick(triggers, matchkind=MatchKind.LeftmostLongest)
        self.by_type = {t: self._char(frozenset((t,))) for t in (*TYPES, *GIVES, "PUNCT")}
        self.day = self._char(frozenset(("DAY", "INT")))
        unknown = "".join(self.by_type[t] for t in UNKNOWN)
        stops = self.by_type["WORD"] + self.by_type["STOP"]
        levels = {n: {i: r.pattern for i, r in enumerate(rules) if r.level == n} for n in (1, 2)}
        self._atoms = Patterns(levels[1], self._chars, unknown, stops)
        self._mentions = Patterns(levels[2], self._chars, unknown, stops)

    def _char(self, kinds: frozenset[str]) -> str:
        return self._chars.setdefault(kinds, chr(FIRST + len(self._chars)))

    def _windows(self, folded: str) -> list[tuple[int, int]]:
        """The stretches of the text round words that can be part of a time."""
        found = [m.span() for m in NUMERIC.finditer(folded) if _timely(m)]
        for _, start, end in self._triggers.find_matches_as_indexes(folded, overlapping=False):
            if not (folded[start - 1 : start].isalnum() or folded[end : end + 1].isalnum()):
                found.append((start, end))
        found.sort()
        out: list[tuple[int, int]] = []
        for start, end in found:
            first, last = max(0, start - REACH), end + REACH
            if out and first <= out[-1][1] + 2 * LONGEST:
                out[-1] = (out[-1][0], last)
            else:
                out.append((first, last))
        return [(_word_start(folded, a), _word_end(folded, b)) for a, b in out]

    def row(self, folded: str) -> Row:
        """Cut a folded text into tokens; what is far from any trigger is left out, a full stop in its place."""
        chars: list[str] = []
        spans: list[tuple[int, int]] = []
        for start, end in self._windows(folded):
            chars.append(self.by_type["STOP"])
            spans.append((start, start))
            self._cut(folded, start, end, chars, spans)
        return Row(folded, "".join(chars), spans)

    def _cut(self, folded: str, start: int, end: int, chars: list[str], spans: list[tuple[int, int]]) -> None:
        by_word, by_type = self.by_word, self.by_type
        word, punctuation = by_type["WORD"], by_type["PUNCT"]
        for match in TOKEN.finditer(folded, start, end):
            token = match[0]
            char = by_word.get(token)
            if char is None:
                kind = match.lastgroup
                char = by_type[kind] if kind else word if token[0].isalpha() else punctuation
                if kind == "INT" and len(token) <= 2 and 1 <= int(token) <= 31:
                    char = self.day
            chars.append(char)
            spans.append(match.span())

    def _atom(self, match: "re.Match[str]", row: Row, below: dict[int, Atom], patterns: Patterns) -> Atom:
        index = int((match.lastgroup or "r0")[1:])
        atom = Atom(row.spans[match.start()][0], row.spans[match.end() - 1][1], self.rules[index])
        for group, key in patterns.groups.get(index, ()):
            at = match.start(group)
            if at >= 0:
                start, end = row.spans[at]
                word = row.text[start:end]
                atom.got[key] = self._same.get(word, word)
                if at in below:
                    atom.parts[key] = below[at]
        return atom

    def atoms(self, row: Row) -> list[tuple[int, int, Atom]]:
        """Level 1: (first token, token after the last, atom)."""
        return [(m.start(), m.end(), self._atom(m, row, {}, self._atoms)) for m in self._atoms.scan(row.chars)]

    def mentions(self, row: Row) -> list[Atom]:
        """Both levels: the mentions of times, in order."""
        chars, spans, below, last = [], [], {}, 0
        for first, after, atom in self.atoms(row):
            chars.append(row.chars[last:first])
            spans.extend(row.spans[last:first])
            below[len(spans)] = atom
            chars.append(self.by_type[atom.rule.gives])
            spans.append((atom.start, atom.end))
            last = after
        if not below:
            return []
        joined = Row(row.text, "".join((*chars, row.chars[last:])), spans + row.spans[last:])
        return [self._atom(m, joined, below, self._mentions) for m in self._mentions.scan(joined.chars)]


def _added(extra: Path) -> Iterator[tuple[str, str, str]]:
    """Class, form and meaning of the words of `times_words.tsv` in a folder; the meaning is a word of the pack."""
    table = extra / "times_words.tsv"
    for row in parse(table.read_text(encoding="utf-8-sig")) if table.is_file() else ():
        known = words().get(row["class"], {})
        meant = next((form for form, value in known.items() if value == (row["value"] or "")), None)
        if meant is not None and row["form"] not in known:
            yield row["class"], row["form"], meant


@lru_cache(maxsize=4)
def grammar(extra: Path | None = None) -> Grammar:
    """The French grammar of times, with the words of the folder `extra`, compiled once a process."""
    added = list(_added(extra)) if extra else []
    forms = {kind: dict(members) for kind, members in words().items()}
    for kind, form, meant in added:
        forms[kind][form] = forms[kind][meant]
    return Grammar(all_rules(), forms, {form: meant for _, form, meant in added})
