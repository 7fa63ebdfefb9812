"""From pieces to phrases: a head noun takes in what stands beside it («forces» «syriennes», «chef» «du Hezbollah»)."""

from dataclasses import dataclass, field
from typing import NamedTuple

from .actor_forms import Form, Piece, form_table
from .actor_tokens import Words

_PATTERN_EFFECTS = frozenset({"REB", "JIH", "MIL", "SEP", "KUR", "UNK"})


@dataclass(slots=True)
class Phrase:
    """A noun phrase under construction: the words `first` to `last - 1`, and what its words say about who it is."""

    first: int
    last: int
    head: Form
    head_last: int = 0
    nouns: list[tuple[int, str]] = field(default_factory=list)
    isos: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    patterns: list[str] = field(default_factory=list)
    also: list[str] = field(default_factory=list)
    inner: Form | None = None
    hedge: bool = False
    adjective: bool = False
    metonym: bool = False
    person: str | None = None
    depth: int = 0

    @property
    def explicit(self) -> bool:
        """The phrase itself tells who it is."""
        return bool(self.isos or self.ids or self.patterns)


class Reading(NamedTuple):
    """A text's words with its pieces, for the rules that look left and right."""

    text: str
    text_words: Words
    pieces: list[Piece]
    at: dict[int, Piece]
    language: str
    classes: dict[str, frozenset[str]]
    country: str | None = None

    def key(self, index: int) -> str:
        """The key of a word, "" outside the text."""
        keys = self.text_words.keys
        return keys[index] if 0 <= index < len(keys) else ""

    def word(self, index: int) -> str:
        """A word in small letters, with its accents."""
        return self.text_words.lows[index]

    def is_a(self, index: int, cls: str) -> bool:
        """Whether a word belongs to a class of `actors_context.tsv`."""
        keys = self.text_words.keys
        return 0 <= index < len(keys) and keys[index] in self.classes[cls]

    def definite(self, first: int) -> bool:
        """«les insurgés»; «un assaut des insurgés» too, where «des» is «de les»."""
        return self.is_a(first - 1, "definite") or (self.key(first - 1) == "des" and self.is_a(first - 2, "theirs"))

    def hit(self, first: int) -> bool:
        """«huit morts, dont cinq membres de X»: told as part of a toll, so that «le kamikaze» is none of them."""
        return any(self.key(i) == "dont" for i in range(first - 3, first))

    def fought(self, first: int) -> bool:
        """«où l'armée combat X», «en guerre contre X»: their foe, so that «les assaillants» need not be they."""
        while self.is_a(first - 1, "definite") and not self.is_a(first - 1, "at"):
            first -= 1
        against = self.key(first - 1) in _AGAINST or self.is_a(first - 1, "at")
        return (against and self.is_a(first - 2, "war")) or self.is_a(first - 1, "fights")

    def noun(self, piece: Piece) -> str:
        """The keys of a piece as one string."""
        return " ".join(self.text_words.keys[piece.first : piece.last])

    def lower(self, index: int) -> bool:
        """Whether a word is written in small letters."""
        return 0 <= index < len(self.text_words.raws) and self.text_words.raws[index][0].islower()


_AGAINST = frozenset({"contre", "avec"})
_OATH = 5  # words of «qui ont déjà prêté allégeance»
DEEPEST = 5  # complements within complements: «le porte-parole du chef de la police de …»


def read_phrase(reading: Reading, piece: Piece, depth: int = 0) -> Phrase:
    """The phrase that begins with a head piece; it grows to the right as long as words tell who or how sure."""
    phrase = Phrase(
        piece.first, piece.last, piece.form, piece.last, [(piece.form.row, reading.noun(piece))], depth=depth
    )
    while _grows(reading, phrase):
        pass
    if "title" in piece.form.features and phrase.person is None:
        take_person(reading, phrase)
    if "anaphor" in piece.form.features and not phrase.explicit:
        phrase.ids += _named_behind(reading, phrase.last)
    return phrase


def _named_behind(reading: Reading, comma: int) -> list[str]:
    """«Le mouvement rebelle, le M23, a revendiqué»: the name between commas or brackets behind the noun."""
    mark = reading.key(comma)
    first = comma + 1 + reading.is_a(comma + 1, "article")
    piece = reading.at.get(first) if mark in (",", "(") else None
    if piece is None or piece.first != first or piece.form.cls != "name" or piece.form.kind != "armed":
        return []
    return [piece.form.value] if reading.key(piece.last) in (",", ")", "(") else []


def _grows(reading: Reading, phrase: Phrase) -> bool:
    return (
        _beside(reading, phrase)
        or _in_quotes(reading, phrase)
        or _siding(reading, phrase)
        or _near_a_group(reading, phrase)
        or _come_from(reading, phrase)
        or _behind_linker(reading, phrase)
        or _second_adjective(reading, phrase)
        or second_source(reading, phrase)
    )


def _beside(reading: Reading, phrase: Phrase) -> bool:
    """Take in the adjective, the name in apposition or the business that follows directly."""
    piece = reading.at.get(phrase.last)
    if piece is None or reading.key(phrase.last) in (",", "(", '"'):
        return False
    form = piece.form
    if form.cls in ("demonym", "prefix", "mod") or "adj" in form.features:
        return reading.lower(piece.first) and not _verb(reading, piece) and _take_adjective(phrase, piece)
    apposed = phrase.head.kind in ("armed", "generic") or reading.lower(piece.first)
    if form.cls == "name" and form.kind == "armed" and apposed:
        return _take_name(phrase, piece)
    if form.cls == "person" and "title" in phrase.head.features:
        phrase.person = form.form
        return _take_name(phrase, piece)
    return False


_ONE = frozenset({"un", "une"})  # «des membres d'un groupe jihadiste»
_QUOTES = frozenset({'"', "«", "»", "“", "”", "'"})


def _in_quotes(reading: Reading, phrase: Phrase) -> bool:
    """Take in a name in quotation marks: «le groupe "Boko Haram"», «l'organisation dite "Etat islamique"»."""
    at = phrase.last + (reading.key(phrase.last) in ("dit", "dite"))
    piece = reading.at.get(at + 1) if reading.key(at) in _QUOTES else None
    if (
        piece is None
        or piece.form.cls != "name"
        or piece.form.kind != "armed"
        or phrase.head.kind not in ("armed", "generic")
    ):
        return False
    if reading.key(piece.last) not in _QUOTES or not _take_name(phrase, piece):
        return False
    phrase.last = piece.last + 1
    return True


def _verb(reading: Reading, piece: Piece) -> bool:
    """«l'armée soupçonne», which without its accent would be «soupçonné»."""
    word = reading.word(piece.first)
    participle = piece.form.value == "hedge" and piece.form.form.partition("(")[0].endswith("é")
    return participle and word.endswith("e") and not word.endswith("ée")


def _take_adjective(phrase: Phrase, piece: Piece) -> bool:
    form = piece.form
    if form.cls in ("demonym", "prefix"):
        phrase.isos.append(form.value)
    elif form.cls == "head":
        phrase.patterns.append(form.value)
    elif form.value == "hedge":
        phrase.hedge = True
    elif form.value in _PATTERN_EFFECTS or form.value == "STATE":
        phrase.patterns.append(form.value)
    phrase.last = piece.last
    return True


def _take_name(phrase: Phrase, piece: Piece) -> bool:
    if piece.form.value and piece.form.value not in phrase.ids:
        phrase.ids.append(piece.form.value)
    phrase.last = piece.last
    return True


def _siding(reading: Reading, phrase: Phrase) -> bool:
    """Take in the side that fighters are on: «forces pro-Haftar», «milices loyales au président Hadi»; those who are
    for another state («factions pro-Iran») are not its own.
    """
    if phrase.head.role != "force":
        return False
    if reading.is_a(phrase.last, "siding"):
        piece = reading.at.get(phrase.last + 1)
        if _of_another_state(reading, piece):
            return False
    else:
        tie = _sworn(reading, phrase)
        piece = _behind(reading, tie, "loyal", "at") or _behind(reading, tie, "claiming", "of")
    return piece is not None and _take_complement(reading, phrase, piece)


def _sworn(reading: Reading, phrase: Phrase) -> int:
    """«jihadistes ayant prêté allégeance à X», «qui se réclament de X»: the word that ties them, of fighters without a
    name; else the one behind the phrase.
    """
    at = phrase.last
    the_group = "anaphor" in phrase.head.features and reading.is_a(phrase.first - 1, "definite")  # told before
    if phrase.ids or the_group or not reading.is_a(at, "swears"):
        return at
    while at < phrase.last + _OATH and (reading.is_a(at, "swears") or reading.is_a(at, "swearing")):
        at += 1
    return at


def _behind(reading: Reading, start: int, word: str, preposition: str) -> Piece | None:
    """«proches du MPC», «venus de Libye», «loyales au président X»: what is told behind two words of these classes."""
    if not reading.is_a(start, word) or not reading.is_a(start + 1, preposition):
        return None
    start += 2
    while reading.is_a(start, "article"):
        start += 1
    return reading.at.get(start)


def _near_a_group(reading: Reading, phrase: Phrase) -> bool:
    """«des hommes armés (présumés) proches du MPC»: of a group that is named, though not for certain; those who are
    near a state or a town are not its own.
    """
    unnamed = phrase.head.value == "UNK" and phrase.head.role == "force" and not phrase.explicit
    piece = _behind(reading, phrase.last, "near", "of") if unnamed else None
    if piece is None or piece.form.cls != "name" or piece.form.kind != "armed":
        return False
    phrase.hedge = True
    return _take_name(phrase, piece)


def _of_another_state(reading: Reading, piece: Piece | None) -> bool:
    """A state, its capital or what stands for it, where the text is about another one."""
    state = piece is not None and (piece.form.cls in ("country", "capital") or "metonym" in piece.form.features)
    return state and piece is not None and piece.form.value != reading.country


def leaning(reading: Reading, piece: Piece) -> bool:
    """«pro-russe», «anti-Assad», «anti-talibans», «pro-Iran»: none of those behind the hyphen; but «les pro-Assad» are
    his, and «l'ex-Seleka» was it.
    """
    before = piece.first - 1
    ends, starts = reading.text_words.ends, reading.text_words.starts
    if before < 0 or ends[before] != starts[piece.first] - 1:
        return False
    if piece.form.cls in ("demonym", "prefix", "mod"):
        return reading.is_a(before, "leaning")
    return reading.is_a(before, "against") or (reading.is_a(before, "siding") and _of_another_state(reading, piece))


def _come_from(reading: Reading, phrase: Phrase) -> bool:
    """Take in where fighters came from: «des jihadistes venus de Libye»; «un drone venu du Liban» may be anybody's."""
    fighters = phrase.head.role == "force" and "craft" not in phrase.head.features
    piece = _behind(reading, phrase.last, "come", "of") if fighters else None
    if piece is None or piece.form.cls != "country":
        return False
    phrase.isos.append(piece.form.value)
    if phrase.head.value == "OF" or reading.key(phrase.first) == "hommes":
        phrase.patterns.append("UNK")  # «des hommes venus du Mali» are not Mali's
    phrase.last = piece.last
    return True


def _behind_linker(reading: Reading, phrase: Phrase) -> bool:
    """Take in a complement: «de la Défense», «du régime», «d'Ankara», «de l'EI», «de l'armée syrienne», «l'état-major à
    Paris».
    """
    start = phrase.last
    if phrase.head.role == "describer" and reading.is_a(start, "near"):
        start += 1
    linker = start
    if not reading.is_a(start, "of") and not reading.is_a(start, "at"):
        return False
    if reading.is_a(linker - 1, "rival"):
        return False  # «le groupe armé rival du Hamas»: of another camp
    raw = reading.text_words.raws[linker]
    if raw[0].isupper() and not raw.isupper():
        return False  # a title without a full stop: «X aux mains des jihadistes / Des groupes armés ont»
    start += 1
    while reading.is_a(start, "article") or reading.key(start) in _ONE:
        start += 1
    piece = reading.at.get(start)
    if piece is None:
        return False
    if piece.form.cls == "mod":
        return piece.form.value == "port" and _take_adjective(phrase, piece)
    if piece.form.cls == "capital" and reading.is_a(linker, "at"):
        return reading.is_a(phrase.first, "seated") and not phrase.explicit and _take_complement(reading, phrase, piece)
    return reading.is_a(linker, "of") and _take_complement(reading, phrase, piece)


def _take_complement(reading: Reading, phrase: Phrase, piece: Piece) -> bool:
    form, head = piece.form, phrase.head
    if head.kind == "source" and head.role != "describer":
        return False
    if form.cls in ("country", "capital"):
        if head.kind == "people" or ("need" in head.features and head.value == "OF" and form.cls == "capital"):
            return False
        phrase.isos.append(form.value)
        phrase.last = piece.last
        return True
    if form.cls in ("name", "person"):
        fights = head.kind == "armed" and form.kind == "source"  # «les miliciens du Collectif X» are of no NGO
        return not fights and _take_name(phrase, piece)
    if form.cls == "head" and form.kind != "source":
        return _take_inner(reading, phrase, piece)
    return False


def _take_inner(reading: Reading, phrase: Phrase, piece: Piece) -> bool:
    """A complement with a head of its own: read it as a phrase and take over what it says."""
    if phrase.depth >= DEEPEST:
        return False
    inner = read_phrase(reading, piece, phrase.depth + 1)
    phrase.inner = inner.inner or inner.head
    phrase.nouns += inner.nouns
    phrase.isos += inner.isos
    phrase.ids += [i for i in inner.ids if i not in phrase.ids]
    phrase.patterns += inner.patterns
    phrase.hedge = phrase.hedge or inner.hedge
    phrase.last = inner.last
    phrase.person = phrase.person or inner.person
    return True


def _second_adjective(reading: Reading, phrase: Phrase) -> bool:
    """«avions russes et syriens», «groupes rebelles et jihadistes», «forces russes, iraniennes»."""
    before = reading.at.get(phrase.last - 1)
    piece = reading.at.get(phrase.last + 1)
    if before is None or piece is None or not reading.is_a(phrase.last, "and"):
        return False
    descriptions = "adj" in before.form.features and "adj" in piece.form.features
    same = before.form.cls == piece.form.cls == "demonym" or descriptions
    return same and before.first > phrase.first and reading.lower(piece.first) and _take_adjective(phrase, piece)


def second_source(reading: Reading, phrase: Phrase) -> bool:
    """«sources médicales et sécuritaires»: the second adjective makes a form of its own with the same noun."""
    noun = reading.key(phrase.first)
    if not reading.is_a(phrase.last, "and") or not reading.is_a(phrase.first, "informant"):
        return False
    form = form_table(reading.language).lookup([noun, reading.key(phrase.last + 1)])
    if form is None or (form.cls != "name" and "{" not in form.value):
        return False
    phrase.also.append(form.value)
    phrase.last += 2
    return True


def take_person(reading: Reading, phrase: Phrase) -> None:
    """The name behind a title: «le porte-parole de l'armée Jean Martin», «…, Jean Martin,»."""
    start = phrase.last
    if reading.is_a(start, "of"):
        start = next((k for k in range(start, start + 6) if reading.key(k) == ","), start)
    start += reading.key(start) == ","
    stop = start
    while stop < len(reading.text_words.raws) and stop - start < 5 and _name_word(reading, stop, start):
        stop += 1
    while stop > start and reading.is_a(stop - 1, "name"):
        stop -= 1
    if stop - start >= 2:
        phrase.person = " ".join(reading.text_words.raws[start:stop])
        if start == phrase.last:
            phrase.last = stop


def _name_word(reading: Reading, index: int, start: int) -> bool:
    raw = reading.text_words.raws[index]
    if raw[0].isupper():
        return len(raw) > 1 and (index not in reading.at or reading.at[index].form.cls in ("capital", "person"))
    return index > start and reading.is_a(index, "name")


def noun_like(reading: Reading, index: int) -> bool:
    """A noun in small letters, as far as its spelling tells."""
    word = reading.text_words.raws[index]
    return (
        not reading.is_a(index, "det")
        and word[0].islower()
        and len(word) > 2
        and not word.endswith(("'", "’", "er", "ez"))
    )
