"""Level 4: whom «ils», «elles», «il» stand for, where they may have done an act: the subject told before them;
«celle-ci»: the last noun that agrees; «nous», «nos forces»: who speaks; «des inconnus, sans doute des X»:
for whom they are taken; «des militants de X»: X.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from .agency import governed, roles
from .analysis import Analysis
from .apposed import members, taken_for
from .cues import told as says
from .frames import Clause
from .ourselves import ourselves
from .units import Unit, codes

_BACK = 3  # sentences back to the subject that a pronoun may stand for
_TWO = re.compile(r"[oja]{0,2}t[l\"]?[AVu]")  # «l'armée française et celles de ses alliés»
_PLURAL = frozenset({"ils", "elles"})
_FEMININE = frozenset({"elle", "elles"})
_PERSONAL = _PLURAL | _FEMININE | {"il"}
_LATTER = {"celui-ci": "il", "celle-ci": "elle", "ceux-ci": "ils", "celles-ci": "elles"}
_NO_ACT = frozenset({"s", "y", "g", "-", ""})  # «il s'agit», «il y a», «qu'ils n'attaquent»
_NOUNS = frozenset("AVWEDYN")


def read_pronouns(analysis: Analysis) -> None:
    """Tell each clause who its pronouns are (`Clause.spoken`)."""
    for rank, clause in enumerate(analysis.clauses):
        told = analysis.clauses[max(0, rank - _BACK) : rank]
        stand_ins = {at: who for at in _pronouns(clause) if (who := _antecedent(clause, at, told)) is not None}
        us = ourselves(analysis, clause)
        stand_ins |= {at: clause.units[at].but(code="A", actor=who) for at, who in us.items()}
        stand_ins |= taken_for(clause) | members(clause)
        if stand_ins:
            clause.memo = {"spoken": _spoken(clause, stand_ins)}


def _spoken(clause: Clause, stand_ins: dict[int, Unit]) -> Clause:
    units = [stand_ins.get(at, unit) for at, unit in enumerate(clause.units)]
    return replace(clause, units=units, codes=codes(units), memo={})


def _pronouns(clause: Clause) -> list[int]:
    """The personal pronouns that stand before a verb; «a-t-il» and «il s'agit», «il y a» are left out."""
    at = (
        i
        for i, unit in enumerate(clause.units)
        if (unit.code == "u" and unit.low in _PERSONAL) or (unit.code in "oUu" and unit.low in _LATTER)
    )
    return [i for i in at if clause.codes[i - 1 : i] != "-" and clause.codes[i + 1 : i + 2] not in _NO_ACT]


def _antecedent(clause: Clause, at: int, before: Sequence[Clause]) -> Unit | None:
    """The subject of the sentence so far, else that of one shortly before, where number and gender agree."""
    pronoun = clause.units[at]
    if pronoun.low in _LATTER:
        return _latter(pronoun, before)
    if clause.codes.count('"', 0, at) % 2:
        before = ()  # «"Ils ont tiré", raconte un rescapé»: who speaks has others in mind than who writes
    places = [(clause, at), *((one.spoken, None) for one in reversed(before))]
    for place, end in places:
        subject = subject_of(place, end)
        if subject is not None and _agrees(pronoun.low, place, subject):
            who = _author(place, subject)
            if who is None and place.codes[subject] in "YP":  # hotels and towns do nothing
                who = _only_group(_agreeing(pronoun.low, place, end))
                if who is None:
                    continue
            return _standing(pronoun, who)
    people = (_agreeing(pronoun.low, place, end) for place, end in places)
    return _standing(pronoun, _only_group(next((near for near in people if near), [])))


def _agreeing(pronoun: str, clause: Clause, end: int | None) -> list[Unit]:
    """The people of a sentence whom a pronoun may mean by its number and gender."""
    return [unit for i, unit in enumerate(clause.units[:end]) if unit.code in "AVa" and _agrees(pronoun, clause, i)]


def _only_group(people: list[Unit]) -> Unit | None:
    """«Les hôtels sont la cible des shebab. Ils en ont attaqué un»: no subject fits, and the nearest people of whom is
    told are one group under arms.
    """
    groups = {unit.actor.ids if unit.actor is not None and unit.actor.kind == "armed" else () for unit in people}
    return people[-1] if len(groups) == 1 and () not in groups else None


def _standing(pronoun: Unit, who: Unit | None) -> Unit | None:
    """Those who are meant, at the place of the pronoun; whom an adjective names as if a noun did."""
    if who is None:
        return None
    code = "A" if who.code == "a" else who.code
    return who.but(start=pronoun.start, end=pronoun.end, code=code)


def _latter(pronoun: Unit, before: Sequence[Clause]) -> Unit | None:
    """«celle-ci»: the last noun of the sentence before that agrees."""
    for place in (one.spoken for one in before[-1:]):
        for i in range(len(place.units) - 1, -1, -1):
            if place.codes[i] in _NOUNS and _agrees(_LATTER[pronoun.low], place, i):
                return _standing(pronoun, _author(place, i))
    return None


def subject_of(clause: Clause, end: int | None = None) -> int | None:
    """The first noun that no preposition governs, be it one that no list knows («les parents»)."""
    for i, unit in enumerate(clause.units[:end]):
        if unit.code in _NOUNS and not governed(clause, i):
            return i
        known = "lq" if unit.code == "m" else "lqQ"  # «un siège de vingt heures»; not «vingt heures»
        if unit.code in "oUm" and i and clause.codes[i - 1] in known and not governed(clause, i):
            return i
    return None


def _author(clause: Clause, at: int) -> Unit | None:
    """Those who are meant: the noun itself, of an act («deux frappes turques») those who did it;
    of attackers nothing is known.
    """
    unit = clause.units[at]
    if unit.code == "E":
        part = roles(clause).get(at, {}).get("by")
        return part.unit if part is not None and part.unit.feature("attacker") is None else None
    return unit if unit.code in "AV" else None


def _agrees(pronoun: str, clause: Clause, at: int) -> bool:
    noun = clause.units[at]
    head = noun.actor.head if noun.actor is not None else noun.low
    first = head.split(" ")[0]
    plural = noun.actor.plural if noun.actor is not None and noun.code == "A" else first.endswith(("s", "x"))
    plural = (
        plural or bool(_TWO.match(clause.codes, at + 1)) or says("several", [*clause.units[max(0, at - 1) : at], noun])
    )
    feminine = says("feminine", [noun.but(low=first)])
    return plural == (pronoun in _PLURAL) and feminine == (pronoun in _FEMININE)
