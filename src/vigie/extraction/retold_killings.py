"""Level 6: «Les passagers ont été abattus par des jihadistes»: who killed those whose number was told before."""

import re
from collections.abc import Iterable, Iterator, Sequence

from .agency import doubted, roles
from .analysis import Analysis
from .attribution_blame import Responsibility
from .draft import claimed, said
from .frames import Clause, Figure
from .setting import time_in_clause
from .sides import ids_of

_NEXT = 2  # sentences behind the act in which its victims are taken up
# Those who were told of before, with what was done to them: «les passagers ont été abattus»; «ils», «les hommes» may be
# the attackers.
_THEY = re.compile(r"(?<![pdei])l[oj\"]{0,2}(?P<who>[VN])[oja]{0,3}(?:d[l\"]{0,2}[YPo])?x?X[Xr]*(?P<act>K)")
_FIGHTERS = frozenset({"armed", "police", "men"})


def killed_by(analysis: Analysis, figures: Sequence[Figure], open_acts: Iterable[int]) -> Iterator[Responsibility]:
    """Whom such sentences tell to have done an act of the sentence or two before (`open_acts`: the ranks of those by
    nobody known).
    """
    counted = {figure.clause.index for figure in figures}
    behind = {rank + gap for rank in open_acts for gap in range(1, _NEXT + 1)}
    for clause in analysis.clauses:
        if clause.index in behind and "K" in clause.codes and clause.index not in counted:
            yield from _told(analysis, clause)


def _told(analysis: Analysis, clause: Clause) -> Iterator[Responsibility]:
    for match in _THEY.finditer(clause.codes):
        verb = clause.units[match.start("act")]
        part = roles(clause).get(match.start("act"), {}).get("by")
        ids = ids_of(part.unit, analysis.country) if part is not None and verb.value == "killed" else []
        who = clause.units[match.start("who")]
        fighters = who.value in _FIGHTERS or who.feature("attacker") is not None
        if (
            part is None
            or not ids
            or fighters
            or time_in_clause(analysis, clause, verb.start, verb.end, past=True) is not None
        ):
            continue
        yield Responsibility(
            start=clause.sentence.start, end=clause.sentence.end, ids=tuple(ids), rule="blamed",
            said_by=tuple(said(claimed(analysis, verb.start, verb.end))),
            certainty="hedged" if doubted(clause, part.unit) else "stated",
        )  # fmt: skip
