"""Level 2: the forms of a language pack, found in one Aho-Corasick pass.

A pack file is a table: `form`, `code`, `value`, `features`. In a form, `tué(e)(s)` stands for its four spellings, and
`perdu/perdent la vie` for both; `code` is the one character that stands for the form in a sentence's class string.
"""

import itertools
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

import ahocorasick_rs

from .conjugation import tenses_of

TENSES = "tenses"  # the feature of an infinitive that stands for all of its tenses
_OPTION = re.compile(r"\(([^)]*)\)")
_PREPOSITION = 5  # characters of a blank and a preposition: a form that goes on with no more is not told by its end
_REACH = 30  # characters around a gap within which the words of a form stand
_GRAVE = re.compile(r"[eé]([bcdfgjklmnprstv]|qu|gr|br)$")  # the last e of a stem before a mute ending
_HAVING_IT_DONE = ("s'est fait", "s'était fait", "se serait fait", "se sont fait", "s'étaient fait", "se seraient fait",
                   "se fait", "se font")  # fmt: skip
_PLAIN = str.maketrans("éèêëàâîïôöùûüç", "eeeeaaiioouuuc")


class Entry:
    """One form of the lexicon: its class character, its value and its features (`key` or `key=value`).

    `told` has the features by their key: rules ask for them a thousand times an article. Nobody changes one.
    """

    def __init__(self, form: str, code: str, value: str, features: tuple[str, ...]) -> None:
        self.form: Final = form
        self.code: Final = code
        self.value: Final = value
        self.features: Final = features
        self.told: Final[dict[str, str]] = {}
        for feature in features:
            key, _, value = feature.partition("=")
            self.told.setdefault(key, value)

    def feature(self, name: str) -> str | None:
        """The value of a feature, "" for a bare one, None where it is absent."""
        return self.told.get(name)


class Hit:
    """An entry found in a text, with its offsets."""

    def __init__(self, start: int, end: int, entry: Entry) -> None:
        self.start: Final = start
        self.end: Final = end
        self.entry: Final = entry


def _options(word: str) -> list[str]:
    parts = _OPTION.split(word)
    choices = [[part] if i % 2 == 0 else ["", *part.split("|")] for i, part in enumerate(parts)]
    return ["".join(chosen) for chosen in itertools.product(*choices)]


def _spelled(form: str) -> list[str]:
    words = [
        list(dict.fromkeys(s for alternative in word.split("/") for s in _options(alternative)))
        for word in form.split(" ")
    ]
    return [" ".join(chosen) for chosen in itertools.product(*words)]


def expand(form: str) -> list[str]:
    """All spellings of a form: `(s)` may be there, `a/b` is one or the other, a first accent may be missing (Etat)."""
    spelled = [form] if "(" not in form and "/" not in form else _spelled(form)
    bare = [s[0].translate(_PLAIN) + s[1:] for s in spelled if len(s) > 3 and s[0] in "éèêàâîô"]
    return list(dict.fromkeys([*spelled, *bare]))


def read_table(table: Traversable | Path) -> Iterator[list[str]]:
    """The rows of a tab-separated pack file, without its header, its comments (#) and blank lines."""
    text = table.read_text(encoding="utf-8").removeprefix("\ufeff")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    for line in lines[1:]:
        yield [cell.strip() for cell in line.split("\t")]


def pack_folder(language: str) -> Traversable:
    """The folder of a language pack; its absence means that nothing reads that language."""
    return files("vigie.vocabulary") / "data" / "packs" / language


def is_lexicon(name: str) -> bool:
    """Whether a file of a pack is a table of the lexicon."""
    return name.startswith("lexicon_") and name.endswith(".tsv")


def _tables(folder: Traversable | Path) -> list[Traversable]:
    return sorted((t for t in folder.iterdir() if is_lexicon(t.name)), key=lambda t: t.name)


def entries(language: str, extra: Path | None = None) -> list[Entry]:
    """Every entry of the pack's `lexicon_*.tsv`, then of those of the folder `extra`, one for each spelling."""
    found, verbs = [], []
    models = _models(language)
    for table in [*_tables(pack_folder(language)), *(_tables(extra) if extra else [])]:
        for row in read_table(table):
            form, code, value, *rest = row
            features = tuple(f for f in (rest[0] if rest else "").split(" ") if f)
            found += [Entry(spelling, code, value, features) for spelling in expand(form)]
            if TENSES in features:
                verbs += list(_tenses(Entry(form, code, value, features), models))
    return [*found, *verbs, *(form for entry in found for form in conjugated(entry))]


def _models(language: str) -> tuple[tuple[str, ...], ...]:
    """How the verbs of a pack are conjugated; a pack need not say."""
    table = pack_folder(language) / "conjugations.tsv"
    return tuple(tuple(row) for row in read_table(table)) if table.is_file() else ()


def _tenses(entry: Entry, models: tuple[tuple[str, ...], ...]) -> Iterator[Entry]:
    """What an infinitive that is said in all tenses stands for; a form with its own row keeps it."""
    others = [f for f in entry.features if f != TENSES and not f.startswith("as=")]
    for told in tenses_of(entry.form, entry.code + entry.told.get("as", ""), models):
        value = "withdrew" if told.letter == "E" else entry.value
        features = (f"as={told.letter}", *others)
        yield from (Entry(spelling, entry.code, value, features) for spelling in expand(told.spelling))


def conjugated(entry: Entry) -> Iterator[Entry]:
    """The regular tenses of an infinitive in -er of the class strings (`as=I`); a form with its own row keeps it."""
    if entry.told.get("as") == "K" and re.fullmatch(r"[^ ]{3,}é", entry.form):
        yield from (Entry(entry.form + end, entry.code, entry.value, entry.features) for end in ("e", "s", "es"))
    if "tenses" in entry.told and re.fullmatch(r"[^ ]{3,}é", entry.form):
        yield from _harming(entry)
    if entry.told.get("as") != "I" or not re.fullmatch(r"[^ ]{3,}er", entry.form):
        return
    stem, others = entry.form[:-2], [f for f in entry.features if f != "as=I"]
    soft = _soft(stem)
    to_come = "" if entry.code == "C" else "era eront "  # «s'empareront»: nothing changed hands
    tenses = ((stem, f"{to_come}erait eraient èrent"), (soft, "ait aient a"))
    for letter, base, ends in (*(("V", b, e) for b, e in tenses), ("G", soft, "ant")):
        for end in ends.split():
            yield Entry(base + end, entry.code, entry.value, (f"as={letter}", *others))


def _soft(stem: str) -> str:
    """A stem before an a: «égorgeant», «forçant»."""
    return stem + "e" if stem.endswith("g") else stem[:-1] + "ç" if stem.endswith("c") else stem


def _harming(entry: Entry) -> Iterator[Entry]:
    """The tenses that a participle in -é brings: «fusillant», «fusillent», «fusiller», «se sont fait fusiller»."""
    stem, others = entry.form[:-1], tuple(f for f in entry.features if f != "tenses")
    now = _GRAVE.sub(r"è\1", stem)  # «enlèvent», «incarcèrent»
    for form in (now + "ent", stem + "èrent", *(_soft(stem) + end for end in ("ant", "ait", "aient", "a"))):
        yield Entry(form, "k", entry.value, others)
    wished = tuple(f for f in others if not f.startswith("method="))  # «pour enlever»: an infinitive is no act yet
    yield Entry(stem + "er", "k", entry.value, ("infinitive", *wished))
    for being in _HAVING_IT_DONE:
        yield Entry(f"{being} {stem}er", "I", entry.value, others)


_SIGNS = "\n'\",.:;()!?%/[]"  # what parts words in most texts: asked for one after the other, fast
_OTHER = re.compile(r"[^\w -]|_")  # all that parts words


def _spaced(padded: str) -> str:
    """A text with a blank on either side, and with one for whatever parts its words, character for character."""
    if padded.replace(" ", "").isalnum():  # most forms
        return padded
    padded = padded.replace("--", "  ").replace(" -", "  ")  # no hyphen of a word: «- Intertitre -L'attaque»
    for sign in _SIGNS:
        padded = padded.replace(sign, " ")
    padded = padded.replace("- ", "  ")  # «-dont une femme- et»
    return padded if padded.replace(" ", "").replace("-", "").isalnum() else _OTHER.sub(" ", padded)


class Lexicon:
    """All forms of a pack (the first table that has a form keeps it); `find` returns the longest hits, in order."""

    def __init__(self, all_entries: Iterable[Entry]) -> None:
        first: dict[str, Entry] = {}
        for entry in all_entries:
            first.setdefault(entry.form, entry)
        self._entries = list(first.values())
        # Whole words, between blanks: three of four fits would lie within a word, and cost as much as the others.
        self._automaton = ahocorasick_rs.AhoCorasick(
            [_spaced(f" {form}" if form.endswith("'") else f" {form} ") for form in first],
            matchkind=ahocorasick_rs.MatchKind.Standard,
        )

    def find(self, lowered: str) -> list[Hit]:
        """Hits in a folded, lower-case text."""
        entries = self._entries
        found = self._automaton.find_matches_as_indexes(_spaced(f" {lowered} "), overlapping=True)
        spans = [
            (start, -len(entries[index].form), index)
            for index, start, _ in found
            if lowered.startswith(entries[index].form, start)  # not «l armée», where the form is «l'armée»
        ]
        spans.sort()
        hits, last = [], 0
        for start, length, index in spans:
            if start >= last:
                last = start - length
                hits.append(Hit(start, last, entries[index]))
        return hits

    def parted(self, lowered: str, gaps: Iterable[tuple[int, int]]) -> list[Hit]:
        """Acts of several words with a gap in them («ont ouvert mardi le feu»): up to the gap, as if whole; not
        where a word behind it tells the act («tombés mardi dans une embuscade»).
        """
        return [hit for start, end in gaps for hit in self._across(lowered, start, end)]

    def _across(self, lowered: str, start: int, end: int) -> Iterator[Hit]:
        if lowered[start - 1 : start] != " " or lowered[end : end + 1] != " ":
            return
        first, joint = max(0, start - _REACH), start - 1
        for hit in self.find(lowered[first:joint] + lowered[end : end + _REACH]):
            behind = hit.end - (joint - first)
            act = hit.entry.code in "GK" and behind > _PREPOSITION  # «a mis lundi son veto», not «a opposé lundi à»
            tells = act or hit.entry.code == "F" or hit.entry.value == "carry"
            crosses = tells and hit.start < joint - first and behind > 0
            if crosses and not any(h.entry.code in "EW" for h in self.find(lowered[end : end + behind])):
                yield Hit(first + hit.start, joint, hit.entry)


def lexicon(language: str, extra: Path | None = None) -> Lexicon:
    """The compiled lexicon of a language pack and of a folder read after it, built once a process."""
    return _lexicon(language, extra)


@lru_cache(maxsize=4)  # a cache takes one that is asked without a folder for another than one that is asked with none
def _lexicon(language: str, extra: Path | None) -> Lexicon:
    return Lexicon(entries(language, extra))
