"""The class strings that the control and diplomacy rules run over, and who «ils» are.

Both kinds read the units of a clause through their own letters: parties with an id are A, their own trigger words carry
the letter that the pack gives them (`as=`), and words that another table owns are borrowed for it (`[[borrow]]`).
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from vigie.places import PlaceMention
from vigie.values import Place

from .analysis import Analysis, within
from .both import both
from .deals import named_after
from .exceptions import excepted
from .frames import Clause
from .genders import agrees, suits
from .governments import abroad, government_of
from .lands import land, lands
from .meanwhile import nearer
from .ourselves import ourselves
from .rule_tables import Borrowed, borrowed, spokesmen
from .rules import Rule, fitting, letters
from .sides import ids_of
from .stand_ins import SOURCES_ONLY, stand_ins
from .units import Unit

PRONOUNS = frozenset({"il", "elle", "ils", "elles"})
_ARTICLE_BEFORE = frozenset('.,;:(-"ctwiTr')  # behind these «des» is the plural of «un», not «de les»
_OF_PARTY = re.compile(
    r"(?<![pdei])(?<![pdei][l\"])(?P<head>[omnU])(?:[oaj]?(?:d[l\"]?[ojU]{1,2}t?){0,3}d[l\"]?j?(?=A)|[oj]?(?=a))"
)
_HELD = re.compile(r"[VKIGRN][rdT]{0,2}$")
_ASIDE = re.compile("quant (?:à|au|aux) [^,.;]{1,90},")  # «Quant à X, elle»
_DESCRIBED = re.compile(r"\)?(?: \([^()]{1,20}\))?, (?:une? |l[ea] |l'|principale? )?")
_IN_BRACKETS = re.compile(r"\(l?(?P<who>A)\)")
_NOMINAL = re.compile(r"(?<![omnNEWA])(?<=l)a(?=,?[VKLxXwgsyc])")  # «les gouvernementaux occupaient»
_MANY = re.compile("(?<![pdei])Qd(?=A)")  # «des centaines de combattants de l'EI ont»
_MAX_BACK = 1
_SAME_SUBJECT = 3  # sentences in a row that one pronoun may open
_DETERMINERS = frozenset(
    {"la", "une", "sa", "leur", "cette", "toute", "des", "les", "ces", "ses", "leurs", "un", "le", "son"}
)
_JOINED = re.compile(r"A[oajU]{0,2}t[lro]{0,3}A$")
_APPOSED = re.compile(r"A[oajU]{0,3},A[^.;:,tVKG]*,")  # «l'Armée de la conquête, coalition dominée par X, a»
_OWNED = re.compile(r"(?P<owner>[AP])[oajU]{0,3},$")
_OWNED_AT = 4  # units: an owner, a comma and «dont les» stand before what he owns
_OFFICE = re.compile(r"A[oajU]{0,2},l?A[oaj]{0,4},")
_QUOTED_FIRST = re.compile('"[^"]+",?')
_RELATIVE = re.compile(r",[^,]{0,3}[cw][^,]*$")


class View(NamedTuple):
    """A clause as one kind's rules see it: the class string, and each unit's value (its entry's, or the borrowed one).

    `seats` are the units that name a country or its capital for its government, with its id; `sites` those that do so
    in other sentences, but are what is taken or held here («ont pris Sanaa»).
    """

    clause: Clause
    codes: str
    values: list[str]
    seats: dict[int, str]
    sites: dict[int, Place]


class Party(NamedTuple):
    """An actor id and the words that give it; `pronoun` where it was taken up from before."""

    id: str
    start: int
    end: int
    pronoun: bool = False


@lru_cache(maxsize=8)
def _triggers(language: str, name: str) -> frozenset[str]:
    """Borrowed words that may carry a claim: those with a capital letter."""
    return frozenset(form for form, word in borrowed(language, name).items() if word.letter.isupper())


def may_tell(clause: Clause, language: str, name: str, own: str) -> bool:
    """The cheap first pass: whether a clause has any word that a rule of `name` could start from."""
    return own in clause.codes or not clause.lows.isdisjoint(_triggers(language, name))


def is_party(unit: Unit) -> bool:
    """Whether the words name a state, a party to the conflict or an international body."""
    if unit.actor is not None:
        ids, kinds = unit.actor.ids, (unit.actor.role, unit.actor.kind)
        return bool(ids) and "source" not in kinds and ids[0] not in SOURCES_ONLY
    return unit.code == "V" and unit.value in ("armed", "police") and unit.feature("side") is not None


def _letter(
    analysis: Analysis, clause: Clause, at: int, own: str, words: dict[str, Borrowed], before: str
) -> tuple[str, str]:
    unit = clause.units[at]
    people = unit.actor is not None or unit.code == "V"
    if people and is_party(unit) and not _nobody(analysis, clause, at):
        return ("a" if unit.code in "aj" and unit.actor is not None and unit.actor.adjective else "A"), unit.value
    if unit.code == own:
        letter = unit.feature("as") or "o"
        return "N" if letter == "V" and own == "G" and _noun(clause, at) else letter, unit.value
    word = words.get(unit.low)
    if word is not None and unit.code not in "PT":
        return word.letter, word.value
    if unit.low == "des" and (not before or before in _ARTICLE_BEFORE):
        return "l", ""
    return _plain(unit, own), unit.value


def _noun(clause: Clause, at: int) -> bool:
    """«la menace», «une demande», «sa critique»; «il la menace», «l'ONU la critique», «les exhorte» are verbs."""
    if not at or clause.units[at - 1].low not in _DETERMINERS:
        return False
    if clause.units[at - 1].low == "les" and not clause.units[at].low.split(" ")[0].endswith(("s", "x")):
        return False
    return at < 2 or clause.units[at - 2].code not in "AuUgxXwcsty"


def _nobody(analysis: Analysis, clause: Clause, at: int) -> bool:
    return _former(analysis, clause, at) or _renamed(clause, at) or _somebody(clause, at)


def _plain(unit: Unit, own: str) -> str:
    if own == "G" and unit.code in "EW":
        return unit.code
    if unit.code == "u":
        return "u" if unit.low in PRONOUNS else "o"
    return unit.code if unit.code in 'PTQqUxXdeilrptwcgsyhjam.,;:()-"%' else "o"


_PLAIN = frozenset('AaPTQqUxXdeilrptwcgsyhjmuo.,;:()-"%')
"""Letters that units have by themselves; all others come from the kind's own words and the borrowed ones."""


@lru_cache(maxsize=8)
def _acting(language: str, name: str, own: str) -> frozenset[str] | None:
    """The borrowed words that can be an act of this kind; None where any unit can, by a letter of its own."""
    needed = letters(language, name, "act")
    if needed is None or not needed.isdisjoint(_PLAIN) or (own == "G" and not needed.isdisjoint("EW")):
        return None
    return frozenset(form for form, word in borrowed(language, name).items() if word.letter in needed)


def _silent(clause: Clause, language: str, name: str, own: str) -> bool:
    """No word of the clause can be an act of this kind: its rules need not be tried."""
    words = _acting(language, name, own)
    return words is not None and own not in clause.codes and clause.lows.isdisjoint(words)


def view(analysis: Analysis, clause: Clause, language: str, name: str, own: str) -> View:
    """The clause as the rules of `name` see it; `own` is the class character of their lexicon table."""
    if _silent(clause, language, name, own):
        return View(clause, "", [], {}, {})
    words = borrowed(language, name)
    codes: list[str] = []
    values: list[str] = []
    seats = clause.once("seats", lambda one: _seats(analysis, one) | _ours(analysis, one) | stand_ins(analysis, one))
    if own == "G":
        seats = seats | {i: two[0] for i, two in both(analysis, clause).items()}
    sites = _sites(analysis, clause) if own == "C" else {}
    for i in range(len(clause.units)):
        letter, value = _letter(analysis, clause, i, own, words, codes[-1] if codes else "")
        letter = "A" if i in seats else letter
        letter = (
            "U" if own == "G" and letter in "AP" and _capital(clause.units[i]) and named_after(clause, i) else letter
        )
        letter = "P" if i in sites and _HELD.search("".join(codes[-3:])) else letter
        if own == "C":
            letter, value = land(analysis, clause, i, "".join(codes[-7:]), (letter, value), words)
            letter = "o" if letter in "Pn" and excepted(clause, i) else letter
        codes.append(letter)
        values.append(value)
    text = _MANY.sub("hh", _NOMINAL.sub("A", "".join(codes)))
    for _ in range(2):  # «les chefs des diplomaties française et allemande»
        text = _headless(clause, text, spokesmen(language, name))
    return View(clause, lands(clause, text, values, sites, words) if own == "C" else text, values, seats, sites)


def _capital(unit: Unit) -> bool:
    """A town's name that may stand for a government."""
    return unit.actor is None or unit.actor.metonym


def _told(analysis: Analysis, clause: Clause) -> Sequence[PlaceMention]:
    return within(analysis.places, clause.sentence.start, clause.sentence.end)


def _former(analysis: Analysis, clause: Clause, at: int) -> bool:
    """«l'ancien président», «l'ex-ministre»: speaks for nobody but himself."""
    unit = clause.units[at]
    if unit.actor is not None and unit.actor.role == "government" and unit.actor.kind == "state":
        start = unit.start
        if analysis.low[max(0, start - 3) : start] in ("ex-", "ex "):
            return True
    return at > 0 and clause.units[at - 1].value == "former"


def _somebody(clause: Clause, at: int) -> bool:
    """«l'Américaine Stephanie Williams»: where a person comes from is not for whom she speaks."""
    unit = clause.units[at]
    named = at + 1 < len(clause.units) and clause.units[at + 1].code == "U"
    return named and unit.actor is not None and unit.actor.role == "people" and not unit.actor.plural


def _renamed(clause: Clause, at: int) -> bool:
    """«l'organisation Human Rights Watch»: a name that we do not know is not the group told before."""
    unit = clause.units[at]
    named = at + 1 < len(clause.units) and clause.units[at + 1].code == "U"
    return named and unit.actor is not None and unit.actor.kind == "generic"


def _sites(analysis: Analysis, clause: Clause) -> dict[int, Place]:
    named = {p.start: p.place for p in _told(analysis, clause) if p.place}
    seats = [(i, u) for i, u in enumerate(clause.units) if u.code in "AUo" and (u.actor is None or u.actor.metonym)]
    return {i: named[u.start] for i, u in seats if u.start in named}


def _seats(analysis: Analysis, clause: Clause) -> dict[int, str]:
    """«Israël et le Hamas ont conclu»: countries and capitals that stand for a government, where no actor is read."""
    named = {p.start: p.place.country for p in _told(analysis, clause) if p.metonym and p.place and p.place.country}
    units = clause.units
    first = 1 if len(units) > 1 and units[1].code in "-(" else 0  # «Téhéran - Dans la région»: a dateline acts not
    return {i: named[u.start] for i, u in enumerate(units) if i >= first and u.code in "Uo" and u.start in named}


def _ours(analysis: Analysis, clause: Clause) -> dict[int, str]:
    """«Nous avons repris X», «nos forces»: those of who speaks."""
    return {at: who.ids[0] for at, who in ourselves(analysis, clause).items()}


def _headless(clause: Clause, codes: str, spokesmen: frozenset[str]) -> str:
    """«les pays de la coalition», «la délégation russe»: who belongs to a party speaks for it; the rest is filler."""
    for match in _OF_PARTY.finditer(codes):
        if clause.units[match.start("head")].low in spokesmen:
            party = "A" if codes[match.end() : match.end() + 1] == "a" else ""
            filler = "j" * (match.end() - match.start("head")) + party
            codes = codes[: match.start("head")] + filler + codes[match.start("head") + len(filler) :]
    return codes


def matches(seen: View, language: str, name: str) -> Iterator[tuple[Rule, re.Match[str]]]:
    """Rules and where they fit, in the rules' order; each `act` once."""
    taken: set[int] = set()
    for rule in fitting(language, name, "act", seen.codes):
        for match in rule.pattern.finditer(seen.codes):
            at = match.start("act")
            if (at not in taken or rule.settings.get("also")) and _fits(seen, rule, match):
                taken.add(at)
                yield rule, _subject(seen, rule, match)


def _subject(seen: View, rule: Rule, match: re.Match[str]) -> re.Match[str]:
    first = rule.settings.get("subject") == "first"
    return nearer(seen.codes, seen.clause.units, rule, match) if first else _nearest(seen, rule, match)


def _nearest(seen: View, rule: Rule, match: re.Match[str]) -> re.Match[str]:
    """Of the subjects that a rule could take the last one, unless a relative clause holds it («que soutient X»)."""
    if "actor" not in rule.pattern.groupindex or match.start("actor") > match.start("act"):
        return match
    for start in range(match.start("act") - 1, match.start("actor"), -1):
        other = rule.pattern.match(seen.codes, start) if seen.codes[start] in "Au" else None
        if other and other.start("act") == match.start("act") and _free(seen.codes, match.start("actor"), start):
            return match if _same_person(seen, match.start("actor"), start) else other
    return match


def _same_person(seen: View, first: int, at: int) -> bool:
    """«Jean Dupont, le ministre des Affaires étrangères, a»: an office in apposition names no other country."""
    person, office = seen.clause.units[first].actor, seen.clause.units[at].actor
    if person is None or office is None or person.person is None or office.person is not None:
        return False
    return _OFFICE.match(seen.codes, first) is not None and office.role == "government"


def _free(codes: str, first: int, at: int) -> bool:
    """The party at `at` is a subject of its own: not the second of two, nor in words about the first."""
    if _JOINED.search(codes, 0, at + 1) or _RELATIVE.search(codes, first, at):
        return False
    return _APPOSED.match(codes, first) is None


def _fits(seen: View, rule: Rule, match: re.Match[str]) -> bool:
    """The rule's own conditions: the change that the word stands for, its form, the form of its auxiliary."""
    low, settings, units = seen.clause.units[match.start("act")].low, rule.settings, seen.clause.units
    if "only" in settings and not {seen.values[match.start("act")], low} & set(settings["only"]):
        return False
    if "word" in settings and not re.match(settings["word"], units[match.start("word")].low):
        return False
    if "words" in settings and not re.fullmatch(settings["words"], low):
        return False
    if "except" in settings and re.fullmatch(settings["except"], low):
        return False
    forms = settings["aux"].split("|") if settings.get("aux") else []
    return not forms or any(units[match.start("aux")].feature(form) is not None for form in forms)


def party_at(analysis: Analysis, seen: View, at: int, country: str | None) -> Party | None:
    """Who the unit names: itself, or for a pronoun the last one spoken of."""
    unit = seen.clause.units[at]
    if seen.codes[at] == "u" and (named := _IN_BRACKETS.match(seen.codes, at + 1)):
        return party_at(analysis, seen, named.start("who"), country)  # «ils (l'EI) tenaient»
    if seen.codes[at] == "u":
        return antecedent(analysis, seen.clause, unit, unit.low.endswith("s"), country)
    there = government_of(unit) if seen.codes[at] == "P" else abroad(seen.clause, at)
    if there is not None or seen.codes[at] == "P":
        return Party(there, unit.start, unit.end) if there else None
    owner = _owner(seen, at)
    if owner is not None:
        found = party_at(analysis, seen, owner, country)
        return found._replace(start=unit.start, end=unit.end) if found else None
    ids = [seen.seats[at]] if at in seen.seats else ids_of(unit, country)
    return Party(ids[0], unit.start, unit.end) if ids else None


def _owner(seen: View, at: int) -> int | None:
    """«L'Erythrée, dont les troupes occupent», «dont le président»: whose they are, where no words of theirs say so."""
    units = seen.clause.units
    if at < _OWNED_AT or units[at - 2].low != "dont":
        return None
    who, found = units[at].actor, _OWNED.search(seen.codes, 0, at - 2)
    bare = who is not None and who.kind == "state" and who.text.lower() == who.head.lower()
    owner = found.start("owner") if found and bare else None
    return None if owner is not None and seen.codes[owner] == "P" and not government_of(units[owner]) else owner


def _subjects(clause: Clause, until: int) -> Iterator[Unit]:
    """Parties of a clause that no preposition governs, in order; not within a quotation whose speaker follows."""
    said = _QUOTED_FIRST.match(clause.codes)
    closed = clause.units[said.end() - 1].start if said else 0
    for i, unit in enumerate(clause.units):
        if unit.start >= until:
            return
        if unit.start < closed:
            continue
        before = clause.units[i - 1].code if i else "."
        beyond = clause.units[i - 2].code if i > 1 else "."
        if i and clause.units[i - 1].low == "des" and beyond in _ARTICLE_BEFORE:
            before = "l"  # «Des hommes armés ont»
        if is_party(unit) and unit.code != "a" and before not in "pdei" and not (before in 'l"' and beyond in "pdei"):
            yield unit


def object_of(analysis: Analysis, seen: View, at: int, plural: bool, actor: Party, country: str | None) -> Party | None:
    """«l'a accusé», «leur a demandé»: the last party before it that is not who acts, else the subject of the sentence
    before.
    """
    clause = seen.clause
    here = [u for u in clause.units[:at] if is_party(u) and agrees(u, plural)]
    earlier = [c for c in analysis.clauses if 0 < clause.index - c.index <= _MAX_BACK and not c.sentence.heading]
    told = [u for c in earlier for u in _subjects(c, c.sentence.end) if agrees(u, plural)][:1]
    named = (ids_of(u, country)[:1] for u in (*reversed(here), *told))
    ident = next((ids[0] for ids in named if ids and ids[0] != actor.id), None)
    return Party(ident, clause.units[at].start, clause.units[at].end, True) if ident else None


def possessor(analysis: Analysis, clause: Clause, unit: Unit, country: str | None) -> Party | None:
    """«sous leur contrôle»: whose."""
    return antecedent(analysis, clause, unit, "leur" in unit.low, country)


def antecedent(analysis: Analysis, clause: Clause, pronoun: Unit, plural: bool, country: str | None) -> Party | None:
    """«ils»: the last subject before it in the sentence, else the first one of the sentence before; number agrees."""
    aside = _ASIDE.match(analysis.low, clause.sentence.start, pronoun.start)
    if aside and (told := [u for u in clause.units if u.start < pronoun.start and is_party(u)]):
        return Party(ids_of(told[0], country)[0], pronoun.start, pronoun.end, True)
    own = [u for u in _subjects(clause, pronoun.start) if suits(u, pronoun, plural)]
    if len(own) > 1 and _DESCRIBED.fullmatch(analysis.low, own[-2].end, own[-1].start):
        own.pop()  # «le MNLA, rébellion touareg, … il»
    earlier = _told_before(analysis, clause, pronoun.low)
    before = ([u for u in _subjects(c, c.sentence.end) if suits(u, pronoun, plural)][:1] for c in reversed(earlier))
    for units in (own[-1:], *before):
        ids = ids_of(units[0], country) if units else []
        if ids:
            return Party(ids[0], pronoun.start, pronoun.end, True)
    return None


def _told_before(analysis: Analysis, clause: Clause, pronoun: str) -> list[Clause]:
    """The sentence before, and those before it as long as the same pronoun opens them («La France … Elle … Elle …»)."""
    before = [c for c in analysis.clauses[: clause.index] if not c.sentence.heading][-_SAME_SUBJECT:]
    told: list[Clause] = []
    for c in reversed(before):
        if told and not (told[-1].units and told[-1].units[0].low == pronoun):
            break
        told.append(c)
    return told[::-1]
