"""Who is spoken of: states and their forces, armed groups, international bodies, peoples, sources, in French.

An id comes only from words: from the phrase itself, from an earlier mention of the same kind («l'armée» after «l'armée
turque»: `inferred`), or from the country of the story («le régime»); with none of these it stays empty.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from vigie.values import Value

from .actor_bodies import another_body, of_that_land, of_the_group, only_described
from .actor_forms import Form, Piece, called, context_words, form_table
from .actor_ids import in_general, kurdish_country, own_ids, owned_by
from .actor_joined import joined, of_the_only_army
from .actor_metonyms import metonym, one_of_the_kind
from .actor_owners import in_hands_of, of_a_body, owner, pointed
from .actor_phrases import Phrase, Reading, leaning, noun_like, read_phrase, second_source, take_person
from .actor_tokens import words

ActorKind = Literal["state", "armed", "people", "international", "source", "generic"]
Role = Literal["force", "government", "people", "source"]
_CALLED = {"REB": "rebel", "MIL": "militia"}  # what a plain noun describes, and the groups that are called so
REACH = 1500  # characters within which a bare «l'armée» may take up «l'armée turque»


class ActorMention(Value, frozen=True, kw_only=True):
    """A noun phrase that names or describes an actor, or an adjective that does («raids russes»: `adjective`).

    `start`/`end` are offsets of the phrase without its determiner; `head` its head noun (of an adjective: the word
    that it qualifies); `ids` those of the coding guide, empty where the words do not tell; `metonym`: a country or
    capital that stands for its government; `inferred`: ids taken from an earlier mention; `label`: an enemy's word.
    """

    start: int
    end: int
    text: str
    ids: tuple[str, ...]
    kind: ActorKind
    role: Role
    head: str
    plural: bool = False
    hedge: bool = False
    adjective: bool = False
    metonym: bool = False
    inferred: bool = False
    definite: bool = False
    label: bool = False
    person: str | None = None


class Seen(NamedTuple):
    """A mention with the nouns of its phrase, each with its row in the pack: what a later noun is compared with."""

    mention: ActorMention
    nouns: list[tuple[int, str]]
    first: int  # its first word
    beside: bool  # it only says to whom another belongs («affilié à X», «allégeance au groupe X»)


def find_actors(
    text: str, country: str | None, published: dt.date | None, language: str = "fr", extra: Path | None = None
) -> list[ActorMention]:
    """All actor mentions of a text in order, without overlaps.

    `country` is the ISO 3166 alpha-3 code of the country that the text is about, None when it is not known; `published`
    chooses between holders of an office; `extra` is a folder with an `actors.tsv` that is read after the pack's.
    Mentions of role "source" (agencies, doctors, residents) are there for attribution: they do no violence.
    """
    text_words = words(text)
    pieces = _introduced(form_table(language, extra).find(text_words, country, published))
    kurdish = kurdish_country(pieces, country)
    at = {i: p for p in pieces for i in range(p.first, p.last)}
    reading = Reading(text, text_words, pieces, at, language, context_words(language), country)
    located = _located(reading)
    seen: list[Seen] = []
    for phrase in joined(reading, _phrases(reading)):
        if of_a_body(reading, phrase):
            continue
        kurds = "KUR" in phrase.patterns or phrase.head.value == "KUR"
        home = kurdish if kurds else _home(reading, located, phrase, country)
        nouns = [] if pointed(reading, phrase) else phrase.nouns  # «ses troupes» say nothing of «l'armée» further on
        mention = _mention(text, reading, phrase, seen, home, published)
        seen.append(Seen(mention, nouns, phrase.first, _beside(reading, phrase.first)))
    return [s.mention for s in seen if s.mention.ids or s.nouns]


def _introduced(pieces: list[Piece]) -> list[Piece]:
    """«M. Dupont» is the minister whom the text has called by his full name, and nobody before that."""
    known: set[str] = set()
    kept = []
    for piece in pieces:
        if "short" not in piece.form.features or piece.form.features - {"short"} <= known:
            kept.append(piece)
        elif piece.form.cls == "person":
            continue
        if piece.form.cls == "person" and "short" not in piece.form.features:
            known |= piece.form.features
    return kept


OFFICES = ("head_of_state", "head_of_government")  # classes of words for one office
_LATEST = 60  # mentions back that a bare noun may take up
SENTENCE = 40  # words looked back for «Au Niger, …» in the same sentence
_BREAKS = frozenset([".", "!", "?", ";"])


def _located(reading: Reading) -> list[Piece]:
    """The countries that a text says something to be in: «au Mali», «en Irak»."""
    return [p for p in reading.pieces if p.form.cls == "country" and reading.is_a(p.first - 1, "in")]


def _home(reading: Reading, located: list[Piece], phrase: Phrase, country: str | None) -> str | None:
    """Whose unnamed people: «au Mali voisin, des jihadistes» are of Mali in a story on Burkina Faso.

    A state's own forces go abroad («deux soldats tués en Syrie»), so for them only the head of the sentence counts.
    """
    if phrase.explicit or phrase.head.cls != "head":
        return country
    before = [p for p in located if phrase.first - SENTENCE < p.first < phrase.first]
    if not before or _BREAKS.intersection(reading.text_words.keys[before[-1].last : phrase.first]):
        return country
    abroad = phrase.head.kind != "armed" and phrase.head.value not in ("UNK", "PRO")
    return before[-1].form.value if not abroad or _heads_sentence(reading, before[-1].first - 1) else country


def _heads_sentence(reading: Reading, index: int) -> bool:
    if index == 0 or reading.key(index - 1) in (".", "!", "?"):
        return True
    found = reading.text_words
    return "\n" in reading.text[found.ends[index - 1] : found.starts[index]]


def _phrases(reading: Reading) -> Iterator[Phrase]:
    done = 0
    for piece in reading.pieces:
        if piece.first < done:
            continue
        phrase = _phrase(reading, piece)
        if phrase:
            yield phrase
            done = phrase.last


def _phrase(reading: Reading, piece: Piece) -> Phrase | None:
    form = piece.form
    if leaning(reading, piece):
        return None
    if form.cls == "head":
        return _head_phrase(reading, piece)
    if form.cls in ("name", "person"):
        return None if one_of_the_kind(reading, piece) else _name_phrase(reading, piece)
    if form.cls in ("country", "capital"):
        return metonym(reading, piece)
    if form.cls in ("demonym", "prefix") or (form.cls == "mod" and form.value in ("KUR", "STATE")):
        return _adjective(reading, piece)
    return None


def _name_phrase(reading: Reading, piece: Piece) -> Phrase | None:
    if "metonym" in piece.form.features:
        return metonym(reading, piece)
    phrase = Phrase(piece.first, piece.last, piece.form, ids=[piece.form.value])
    also = [f.removeprefix("as=").split("/") for f in piece.form.features if f.startswith("as=")]
    phrase.nouns += [(piece.form.row, noun) for nouns in [[reading.noun(piece)], *also] for noun in nouns]
    if piece.form.kind == "source" and reading.lower(piece.first):
        second_source(reading, phrase)
        take_person(reading, phrase)
    if piece.form.cls == "person":
        phrase.person = next(f.removeprefix("person=") for f in piece.form.features if f.startswith("person="))
    return phrase


def _head_phrase(reading: Reading, piece: Piece) -> Phrase | None:
    """A noun with its surroundings; the same word behind a noun is an adjective («tirs rebelles»)."""
    form = piece.form
    if "adj" in form.features and _behind_noun(reading, piece.first):
        return Phrase(piece.first, piece.last, form, patterns=[form.value], adjective=True)
    single = form.kind == "state" and form.role == "force" and piece.last - piece.first == 1
    if single and _behind_noun(reading, piece.first):
        return None
    phrase = read_phrase(reading, piece)
    phrase.hedge = phrase.hedge or _hedged(reading, piece.first)
    named = phrase.explicit or phrase.inner is not None
    owned = pointed(reading, phrase) and reading.is_a(piece.first - 1, "possessive")  # «ses combattants»
    if (
        "need" in form.features
        and not (named or owned)
        and not ({"title", "name"} & form.features)
        and form.value != "OF"
    ):
        return None
    return phrase


def _hedged(reading: Reading, first: int) -> bool:
    before = reading.at.get(first - 1)
    return before is not None and before.form.value == "hedge"


def _behind_noun(reading: Reading, first: int) -> bool:
    """The word before is a noun in small letters: not an article, a preposition, a number or a mark."""
    before = reading.text_words.raws[first - 1] if first else ""
    return bool(before) and before[0].isalpha() and reading.lower(first) and noun_like(reading, first - 1)


def _adjective(reading: Reading, piece: Piece) -> Phrase | None:
    """A bare adjective, or (with a capital) a people."""
    form = piece.form
    if form.cls == "prefix":
        return None
    phrase = Phrase(piece.first, piece.last, form)
    (phrase.isos if form.cls == "demonym" else phrase.patterns).append(form.value)
    if not reading.lower(piece.first):
        return phrase if form.cls == "demonym" or form.value == "KUR" else None
    phrase.adjective, phrase.hedge = True, _hedged(reading, piece.first)
    before = reading.at.get(piece.first - 1)
    if before and before.form.cls == "prefix":
        phrase.isos.insert(0, before.form.value)
        phrase.first = before.first
    _more_adjectives(reading, phrase)
    return phrase


def _more_adjectives(reading: Reading, phrase: Phrase) -> None:
    """«raids russes et syriens» is one mention of two."""
    piece = reading.at.get(phrase.last + 1)
    while piece and piece.form.cls == "demonym" and reading.is_a(phrase.last, "and") and reading.lower(piece.first):
        phrase.isos.append(piece.form.value)
        phrase.last = piece.last
        piece = reading.at.get(phrase.last + 1)
    hedge = reading.at.get(phrase.last)
    phrase.hedge = phrase.hedge or bool(hedge and hedge.form.value == "hedge")


def _mention(
    text: str, reading: Reading, phrase: Phrase, earlier: list[Seen], country: str | None, published: dt.date | None
) -> ActorMention:
    start, end = reading.text_words.starts[phrase.first], reading.text_words.ends[phrase.last - 1]
    form, kind = phrase.head, _kind(phrase)
    ids = own_ids(phrase, country, published, reading.language)
    inferred = False
    definite = reading.definite(phrase.first) or in_hands_of(reading, phrase)
    definite = definite and not another_body(reading, phrase)
    if form.cls == "head" and (not phrase.explicit or (definite and only_described(phrase))):
        of_it = of_the_group(phrase)
        language = reading.language if definite or of_it else None
        told = _antecedent(reading, _first_the_main(earlier), phrase.inner or form, phrase, start, language)
        told = told or of_the_only_army(reading, phrase, [one.mention for one in earlier])
        if told is not None or not ids or of_it:
            ids, inferred = (told or ()), told is not None
    if not (definite or inferred) and "anaphor" in form.features and earlier and _apposed(text, earlier[-1], start):
        ids, inferred = earlier[-1].mention.ids, True
    near = [one.mention for one in earlier if start - one.mention.end <= REACH] if definite and not inferred else []
    if (there := of_that_land(phrase, near)) is not None:
        ids, kind, inferred = there, "armed", True
    if not inferred and pointed(reading, phrase):
        meant = owner(reading, phrase, [one.mention for one in earlier], start)
        ids, inferred = (ids if meant is None else meant), meant is not None
    hedge = phrase.hedge or (definite and not phrase.ids and kind == "armed" and _supposed(earlier, ids))
    return ActorMention(
        start=start, end=end, text=text[start:end], ids=ids, kind=kind, role=_role(phrase, kind),
        head=_head_words(text, reading, phrase), plural=_plural(reading, phrase), hedge=hedge,
        adjective=phrase.adjective, metonym=phrase.metonym, inferred=inferred, definite=definite,
        label="label" in form.features, person=phrase.person,
    )  # fmt: skip


def _supposed(earlier: Sequence[Seen], ids: tuple[str, ...]) -> bool:
    """«des jihadistes présumés», then «les assaillants»: who they are is no surer the second time."""
    last = next((one.mention for one in reversed(earlier) if ids and one.mention.ids == ids), None)
    return last is not None and last.hedge and not last.adjective


def _apposed(text: str, before: Seen, start: int) -> bool:
    """«X, un groupe rebelle»: the words say what X is."""
    named = before.mention.kind == "armed" and bool(before.mention.ids)
    return named and text[before.mention.end : start] in (", un ", ", une ")


def _head_words(text: str, reading: Reading, phrase: Phrase) -> str:
    """The head noun in small letters; of an adjective, the noun before it («raids probablement russes»: raids)."""
    if not phrase.adjective:
        last = max(phrase.head_last, phrase.first + 1) - 1
        return text[reading.text_words.starts[phrase.first] : reading.text_words.ends[last]].lower()
    before = phrase.first - 1
    while before > 0 and (reading.key(before) == "," or ((p := reading.at.get(before)) and p.form.value == "hedge")):
        before -= 1
    return reading.key(before)


def _plural(reading: Reading, phrase: Phrase) -> bool:
    return reading.text_words.keys[phrase.first].endswith(("s", "x")) or len(phrase.isos) > 1


def _kind(phrase: Phrase) -> ActorKind:
    form = phrase.inner or phrase.head
    if phrase.head.cls in ("demonym", "mod") and not phrase.adjective:
        return "people"
    if phrase.head.cls in ("demonym", "mod", "country", "capital"):
        return "state"
    kind = form.kind or "generic"
    if set(phrase.patterns) & {"REB", "JIH", "MIL", "SEP", "KUR", "UNK"} and kind in ("state", "generic"):
        return "armed"
    if kind == "generic" and phrase.isos:
        return "armed" if "lawless" in phrase.head.features else "state"
    if kind == "generic" and phrase.ids:
        return owned_by(phrase.ids)
    return kind  # type: ignore[return-value]


def _role(phrase: Phrase, kind: ActorKind) -> Role:
    if kind == "people":
        return "people"
    role = phrase.head.role or "government"
    return "source" if role == "describer" else role  # type: ignore[return-value]


def _beside(reading: Reading, first: int) -> bool:
    """Whether «à» stands before the word at which a mention begins, or before its article."""
    return reading.is_a(first - 1, "at") or (reading.is_a(first - 1, "article") and reading.is_a(first - 2, "at"))


def _first_the_main(earlier: Sequence[Seen]) -> list[Seen]:
    """Earlier mentions, those last that are not beside others."""
    latest = earlier[-_LATEST:]
    return [*[seen for seen in latest if seen.beside], *[seen for seen in latest if not seen.beside]]


def _antecedent(
    reading: Reading, earlier: Sequence[Seen], form: Form, phrase: Phrase, start: int, language: str | None
) -> tuple[str, ...] | None:
    """The ids of the last mention that a noun can take up, or None; `language` is given for definite nouns."""
    noun, bare = phrase.nouns[-1], phrase.last <= phrase.head_last  # not «les insurgés proturcs»
    for mention, nouns, at, _ in reversed(earlier):
        if start - mention.end > REACH:
            continue
        if mention.adjective or not mention.ids or mention.metonym or (form.kind == "generic" and reading.hit(at)):
            continue
        if reading.fought(at) and (form.kind == "generic" or form.value == "UNK"):
            continue
        if in_general(mention.head, mention.ids, noun[1]):
            continue
        acts = form.role != "force" or mention.role == "force"
        if form.kind == "state" and acts and _same_noun(reading, form, noun, nouns):
            return mention.ids
        if language and (_takes_up(form, mention, language) or _described_so(form, noun, mention, nouns)):
            return mention.ids
    if not language or not bare or form.value not in _CALLED:
        return None
    groups = called(language, _CALLED[form.value])
    if noun[1] in reading.classes["insurgents"]:
        groups |= called(language, "insurgent")
    return _called_so(form, groups, earlier, start)


def _same_noun(reading: Reading, form: Form, noun: tuple[int, str], nouns: list[tuple[int, str]]) -> bool:
    """Forces by their row («un soldat» after «l'armée française»), governments by the very word («le ministère») or
    one for the same office («le chef de l'Etat» after «le président ougandais»).
    """
    if form.role == "force":
        return any(noun[0] == row for row, _ in nouns)
    office = next((reading.classes[one] for one in OFFICES if noun[1] in reading.classes[one]), frozenset[str]())
    return any(noun[1] == known or known.startswith(noun[1] + " ") or known in office for _, known in nouns)


def _takes_up(form: Form, mention: ActorMention, language: str) -> bool:
    """«les jihadistes» after «Daech», «le groupe» after any armed group, «les assaillants» after «des hommes armés»."""
    if mention.kind != "armed":
        return False
    if form.value == "JIH" and "anaphor" not in form.features:
        return bool(called(language, "jihadist").intersection(mention.ids))
    return "anaphor" in form.features


def _called_so(form: Form, groups: frozenset[str], earlier: Sequence[Seen], start: int) -> tuple[str, ...] | None:
    """«les rebelles», «les miliciens»: the one group named before that the press calls so, behind no nameless ones."""
    near = [one.mention for one in earlier if start - one.mention.end <= REACH and one.mention.kind == "armed"]
    named = [rank for rank, one in enumerate(near) if groups.intersection(one.ids)]
    before = near[: named[0]] if named else []
    nameless = any(ident.endswith(f"-{form.value}") for one in before for ident in one.ids)
    return near[named[0]].ids if len({near[rank].ids for rank in named}) == 1 and not nameless else None


def _described_so(form: Form, noun: tuple[int, str], mention: ActorMention, nouns: list[tuple[int, str]]) -> bool:
    """«les rebelles» after «les rebelles du M23»: the group that was called so, and has a name."""
    called = mention.kind == "armed" and form.value in ("REB", "SEP", "MIL") and any(noun[0] == row for row, _ in nouns)
    return called and not any(ident.endswith(f"-{form.value}") for ident in mention.ids)


def resolve(mention: ActorMention, mentions: Sequence[ActorMention]) -> tuple[str, ...]:
    """The ids of a mention, or those of the last earlier one that it can take up («le groupe», «l'organisation»)."""
    if mention.ids:
        return mention.ids
    fitting = (m for m in reversed(mentions) if m.end <= mention.start and m.ids and not m.adjective)
    return next((m.ids for m in fitting if m.kind in ("armed", "source") and m.role != "people"), ())
