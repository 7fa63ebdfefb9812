"""The forms by which a pack knows actors and sources, compiled into one table of word sequences.

A look-up by words rather than by characters: a form then never matches inside a word, and hyphens, non-breaking spaces,
accents and capitals cannot hide it. Files: `actors*.tsv`, `sources.tsv`, `demonyms.tsv`, `leaders.tsv` of the pack.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from vigie.vocabulary import actors, coded_as

from .actor_tokens import Words, keys
from .lexicon import expand, pack_folder, read_table

CLASSES = ("name", "person", "country", "capital", "demonym", "prefix", "head", "mod")
PATTERNS = frozenset(["STATE", "OF", "REB", "JIH", "TER", "GRP", "MIL", "SEP", "UNK", "PRO", "KUR"])
EFFECTS = frozenset(["STATE", "REB", "JIH", "MIL", "SEP", "KUR", "UNK", "fill", "hedge", "port"])


_COMMON = frozenset({"ans"})  # acronyms of the register that a title in capitals has as words
_MINE = 10_000  # the rows of a user's table are numbered after all of the pack's


class Form(NamedTuple):
    """What a sequence of words means: its class (of CLASSES), its value (an id, a pattern, an effect), its features."""

    form: str
    cls: str
    value: str
    kind: str = ""
    role: str = ""
    features: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    row: int = 0
    since: dt.date | None = None
    until: dt.date | None = None


class Piece(NamedTuple):
    """A form found in a text: it covers the words `first` to `last - 1`."""

    first: int
    last: int
    form: Form


def _cells(row: list[str], width: int) -> list[str]:
    return [*row, *[""] * (width - len(row))][:width]


def _features(cell: str) -> tuple[frozenset[str], frozenset[str]]:
    """`cap,in=SYR,TUR` as ({cap}, {SYR, TUR})."""
    before, found, after = cell.partition("in=")
    flags = frozenset(part for part in before.split(",") if part)
    return flags, frozenset(after.split(",")) if found else frozenset()


def _day(cell: str) -> dt.date | None:
    return dt.date.fromisoformat(cell) if cell else None


def _table(language: str, name: str) -> Iterator[tuple[int, list[str]]]:
    yield from enumerate(read_table(pack_folder(language) / name))


def _named(rows: Iterable[tuple[int, list[str]]]) -> Iterator[Form]:
    for number, row in rows:
        forms, ident, kind, role, features = _cells(row, 5)
        flags, countries = _features(features)
        cls = "head" if "{" in ident or role == "describer" else "name"
        for form in forms.split("|"):
            yield Form(form, cls, ident, kind, role, flags, countries, row=1000 + number)


def _heads(language: str) -> Iterator[Form]:
    for number, row in _table(language, "actors_heads.tsv"):
        forms, pattern, kind, role, features = _cells(row, 5)
        for form in forms.split("|"):
            yield Form(form, "head", pattern, kind, role, _features(features)[0], row=1 + number)


def _mods(language: str) -> Iterator[Form]:
    for _, row in _table(language, "actors_mods.tsv"):
        forms, effect, features = _cells(row, 3)
        for form in forms.split("|"):
            yield Form(form, "mod", effect, features=_features(features)[0])


def _leaders(language: str) -> Iterator[Form]:
    for _, row in _table(language, "leaders.tsv"):
        forms, ident, since, until = _cells(row, 4)
        full, *_ = forms.split("|")
        for form in forms.split("|"):
            flags = frozenset({"cap", f"person={full}"})
            yield Form(form, "person", ident, "state", "government", flags, since=_day(since), until=_day(until))
        for title in ("M.", "Mme"):
            last = full.rpartition(" ")[2].removeprefix("al-").removeprefix("el-")
            short, named = f"{title} {last}", flags | {"short"}
            yield Form(short, "person", ident, "state", "government", named, since=_day(since), until=_day(until))


def _states(language: str) -> Iterator[Form]:
    columns = ("country", "demonym", "capital", "prefix")
    for _, row in _table(language, "demonyms.tsv"):
        iso, *cells = _cells(row, 5)
        for cls, cell in zip(columns, cells, strict=True):
            flags = frozenset({"cap"}) if cls in ("country", "capital") else frozenset()
            for form in filter(None, cell.split("|")):
                yield Form(form, cls, iso, "state", "government", flags)


def _register() -> Iterator[Form]:
    """The names of the vocabulary's own register, for groups that the pack does not list.

    A single word or an acronym is trusted only in a story of the group's country.
    """
    for actor in actors().values():
        if actor.kind in ("state", "people"):
            continue
        kind, role = ("international", "government") if actor.kind == "international" else ("armed", "force")
        for name in (actor.name_fr.partition(" (")[0], *(a for a in actor.acronyms if len(a) > 2)):
            alone = len(keys(name)) == 1
            if alone and (not actor.country or name.lower() in _COMMON):
                continue
            here = frozenset({actor.country}) if alone and actor.country else frozenset[str]()
            flags = frozenset({"cap"}) if name[0].isupper() else frozenset[str]()
            yield Form(name, "name", coded_as(actor.id), kind, role, flags, here)


def pack_forms(language: str) -> list[Form]:
    """Every form of the pack as written there, in order of precedence."""
    return [
        *_named(_table(language, "actors.tsv")),
        *_leaders(language),
        *_named(_table(language, "sources.tsv")),
        *_heads(language),
        *_mods(language),
        *_states(language),
    ]


def all_forms(language: str, extra: Path | None = None) -> list[Form]:
    """The forms of the pack, of `actors.tsv` in the folder `extra`, of the register: the first to hold a form wins."""
    table = extra / "actors.tsv" if extra else None
    mine = _named(enumerate(read_table(table), _MINE)) if table and table.is_file() else ()
    return [*pack_forms(language), *mine, *_register()]


Options = list[tuple[list[str], Form]]


class FormTable:
    """All forms of a pack by their first word; `find` gives the longest ones that fit, left to right."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self._by_first: dict[str, Options] = {}
        for form in forms:
            for spelled in expand(form.form):
                sequence = list(keys(spelled))
                if sequence:
                    self._by_first.setdefault(sequence[0], []).append((sequence, form))
        for options in self._by_first.values():
            options.sort(key=lambda option: -len(option[0]))
        self._by_pair = {first: _by_second(options) for first, options in self._by_first.items()}

    def find(self, text_words: Words, country: str | None, published: dt.date | None) -> list[Piece]:
        """Non-overlapping pieces in the order of the text."""
        pieces: list[Piece] = []
        done, by_pair = 0, self._by_pair
        following = [*text_words.keys[1:], ""]
        for i, key in enumerate(text_words.keys):
            if key in by_pair and i >= done:
                seconds = by_pair[key]
                options = seconds[following[i] if following[i] in seconds else ""]
                piece = _fitting(options, text_words, i, country, published) if options else None
                if piece:
                    pieces.append(piece)
                    done = piece.last
        return pieces

    def lookup(self, sequence: list[str]) -> Form | None:
        """The form with exactly these keys."""
        return next((form for known, form in self._by_first.get(sequence[0], []) if known == sequence), None)


def _by_second(options: Options) -> dict[str, Options]:
    """What can stand where a second word follows: forms that go on with it and forms of one word, at "" these alone."""
    seconds = {sequence[1] for sequence, _ in options if len(sequence) > 1}
    told = {second: [o for o in options if len(o[0]) == 1 or o[0][1] == second] for second in seconds}
    return {**told, "": [o for o in options if len(o[0]) == 1]}


def _fitting(
    options: Options, text_words: Words, at: int, country: str | None, published: dt.date | None
) -> Piece | None:
    for sequence, form in options:
        last = at + len(sequence)
        fits = len(sequence) == 1 or text_words.keys[at:last] == sequence
        if "surname" in form.features and _of_a_person(text_words, at):
            continue
        if fits and (form.cls == "mod" or _allowed(form, text_words.raws[at:last], country, published)):
            return Piece(at, last, form)
    return None


def _of_a_person(text_words: Words, at: int) -> bool:
    """«Marc Wagner», «M. Wagner»: somebody's name, where «Selon Wagner» is the group."""
    if at == 0:
        return False
    classes, before, key = context_words("fr"), text_words.raws[at - 1], text_words.keys[at - 1]
    if before == "." and at > 1:
        return text_words.keys[at - 2] in classes["mister"]
    first_name = before[:1].isupper() and before[1:].islower()
    return key in classes["mister"] or (first_name and key not in classes["opens"])


def _allowed(form: Form, found: list[str], country: str | None, published: dt.date | None) -> bool:
    """The features of the form: its capitals, the countries of its stories, the period."""
    first = found[0]
    if "upper" in form.features and not all(raw.isupper() or not raw.isalpha() for raw in found):
        return False
    if "cap" in form.features and not (first[0].isupper() or first[0].isdigit()):
        return False
    if form.countries and country not in form.countries:
        return False
    return published is None or ((form.since or published) <= published <= (form.until or published))


def form_table(language: str, extra: Path | None = None) -> FormTable:
    """The compiled forms of a pack and of a folder read after it, built once a process."""
    return _form_table(language, extra)


@lru_cache(maxsize=4)  # a cache takes one that is asked without a folder for another than one that is asked with none
def _form_table(language: str, extra: Path | None) -> FormTable:
    return FormTable(all_forms(language, extra))


@lru_cache(maxsize=4)
def context_words(language: str) -> dict[str, frozenset[str]]:
    """The classes of `actors_context.tsv`: class name to its words, each the keys of them joined by blanks."""
    found: dict[str, set[str]] = {}
    for _, row in _table(language, "actors_context.tsv"):
        forms, cls = row
        found.setdefault(cls, set()).update(" ".join(keys(form)) for form in forms.split("|"))
    return {cls: frozenset(members) for cls, members in found.items()}


@lru_cache(maxsize=4)
def exceptions(language: str) -> dict[tuple[str, str], tuple[str, dt.date | None, dt.date | None]]:
    """`actors_by_country.tsv`: (country, pattern) to the id that the press means there, with its period."""
    rows = (_cells(row, 5) for _, row in _table(language, "actors_by_country.tsv"))
    return {(country, pattern): (ident, _day(since), _day(until)) for country, pattern, ident, since, until in rows}


@lru_cache(maxsize=4)
def called(language: str, what: str) -> frozenset[str]:
    """The ids of the groups that a bare «les jihadistes», «les rebelles», «les miliciens» can take up."""
    return frozenset(form.value for form in pack_forms(language) if what in form.features)


def lint_forms(language: str) -> list[str]:
    """What is wrong in the pack's actor tables, one sentence each; an empty list is a clean pack."""
    problems = []
    seen: dict[tuple[tuple[str, ...], frozenset[str], frozenset[str], dt.date | None], Form] = {}
    for form in pack_forms(language):
        if form.cls == "head" and "{" not in form.value and form.role != "describer" and form.value not in PATTERNS:
            problems.append(f"«{form.form}»: unknown pattern {form.value}")
        if form.cls == "mod" and form.value not in EFFECTS:
            problems.append(f"«{form.form}»: unknown effect {form.value}")
        if not keys(form.form):
            problems.append(f"{form.value}: an empty form")
        for spelled in expand(form.form):
            case = form.features & {"cap", "upper"}
            earlier = seen.setdefault((keys(spelled), case, form.countries, form.since), form)
            if earlier.value != form.value and earlier.cls == form.cls:
                problems.append(f"«{spelled}» is both {earlier.value} and {form.value}")
    return problems
