"""Level 5: one person told of before, whom a pronoun takes up: «Le préfet revenait du marché. Il a été tué»; of whom it
is read only where one person is told who fits, who is not the one who speaks.
"""

import re
from collections.abc import Iterator, Sequence

from .analysis import Analysis
from .cues import told as says
from .figures import find_figures
from .figures_base import singular
from .figures_conditions import followed
from .frames import Clause, Figure
from .people import take_up
from .pronouns import subject_of
from .units import Unit

RULE = "harm.person-taken-up"
_HE = re.compile(
    r"(?<!\-)(?P<he>u)[r\"]*(?:x[r\"]*X[r\"]*(?P<passive>K)|X[r\"]*(?P<dead>D)|x[r\"]*(?P<perfect>I))(?![Qq])"
)
_BESIDE = re.compile(r"[^.;:,xXKFk]{0,6}t[lq][oj]?[VA]")  # «Un soldat et un civil»
_PRONOUNS = {"il": False, "elle": True}  # whether it is feminine
_BEFALLEN = frozenset({"killed", "injured", "abducted", "detained"})
_BACK = 2  # sentences back in which that person is told of
_NAME = re.compile(r"^\"?(?P<name>UU{1,3})(?=[,xXo(])")
_FEMALE, _MALE = frozenset({"la", "une", "sa", "cette"}), frozenset({"le", "un", "son", "ce", "du", "au"})


def figures_told(analysis: Analysis) -> list[Figure]:
    """The figures of all sentences, and in their order one for each person whom a pronoun takes up, who was not told to
    be hurt yet.
    """
    figures = take_up([f for clause in analysis.clauses for f in find_figures(clause)])
    found = [f for rank, clause in enumerate(analysis.clauses) for f in _of(analysis, rank, clause, figures)]
    return sorted([*figures, *found], key=lambda f: f.clause.index) if found else figures


def _of(analysis: Analysis, rank: int, clause: Clause, figures: Sequence[Figure]) -> Iterator[Figure]:
    for match in _HE.finditer(clause.codes) if "u" in clause.codes else ():
        at, trigger = match.start("he"), max(match.start(group) for group in ("passive", "dead", "perfect"))
        if not _befell(clause, at, trigger) or _known(clause, trigger, figures):
            continue
        who = _meant(analysis, rank, clause, at)
        if who is not None:
            pronoun, out = clause.units[at], clause.units[trigger]
            person = who.but(start=pronoun.start, end=pronoun.end) if who.code == "V" else None
            why = {"outcome": (out.start, out.end, RULE)}
            yield Figure(clause, None, at, trigger, out.value, RULE, pronoun.start, out.end, person, why=why)


def _befell(clause: Clause, at: int, trigger: int) -> bool:
    """One person was hurt or taken: a participle in the singular, of which «il» is the subject."""
    out = clause.units[trigger]
    one = clause.units[at].low in _PRONOUNS and not out.low.endswith("s")
    strong = out.feature("weak") is None and out.feature("zero") is None and followed(clause, out)
    dead = out.code != "D" or out.feature("participle") is not None
    long_ago = any(
        unit.low == "avait" for unit in clause.units[at:trigger]
    )  # who he was: «il avait été fait prisonnier»
    return one and strong and dead and not long_ago and out.value in _BEFALLEN


def _known(clause: Clause, trigger: int, figures: Sequence[Figure]) -> bool:
    """The verb has people of its own, or one person was told to be hurt so right before."""
    value = clause.units[trigger].value
    near = [f for f in figures if clause.index - _BACK <= f.clause.index <= clause.index]
    return any((f.clause is clause and f.trigger == trigger) or (f.outcome == value and f.number == 1) for f in near)


def _meant(analysis: Analysis, rank: int, clause: Clause, at: int) -> Unit | None:
    """The person told of last in the sentence so far or in those before: its subject, or the only one."""
    feminine = _PRONOUNS[clause.units[at].low]
    before = reversed(analysis.clauses[max(0, rank - _BACK) : rank])
    within = clause.codes.count('"', 0, at) % 2
    for place, end in [(clause, at), *((one, len(one.units)) for one in before if not within)]:
        found = [i for i in range(end) if _person(place, i)]
        subject = subject_of(place, end)
        alone = subject in found and _BESIDE.match(place.codes, subject + 1 if subject is not None else 0) is None
        meant = subject if alone else found[0] if len(found) == 1 else None
        if found:
            fits = meant is not None and _agrees(place, meant, feminine) and not _speaks(analysis, place, meant)
            return place.units[meant] if fits and meant is not None else None
    return None


def _person(clause: Clause, at: int) -> bool:
    """One person: a noun in the singular, or a name that opens the sentence."""
    unit = clause.units[at]
    if unit.code == "U":
        name = _NAME.match(clause.codes)
        return name is not None and name.start("name") == at
    one = unit.code == "V" and singular(unit) and unit.feature("unit") is None and unit.feature("count") is None
    before = clause.units[at - 1] if at else None
    led = before is not None and (before.code in "lqoj" or before.low in ("du", "au"))
    return one and led and not says("several", clause.units[max(0, at - 2) : at])


def _agrees(clause: Clause, at: int, feminine: bool) -> bool:
    if clause.units[at].code == "U":
        return True
    before = {unit.low for unit in clause.units[max(0, at - 2) : at]}
    if before & (_FEMALE | _MALE):
        return bool(before & _FEMALE) == feminine
    return says("feminine", [clause.units[at].but(low=clause.units[at].low.split(" ")[0])]) == feminine


def _speaks(analysis: Analysis, clause: Clause, at: int) -> bool:
    """Who tells it is seldom the one who was hurt: «Le porte-parole a annoncé … Il a été tué»."""
    start = clause.units[at].start
    return any(told.claimant_start <= start < told.claimant_end for told in analysis.attributions)
