"""Level 4: people told of as more than those counted before, without a verb of their own: «auxquels s'ajoutent dix
autres», «S'y ajoutent huit soldats», «en plus des dix autres du 12 juillet».
"""

import re
from collections.abc import Iterator

from .cues import told
from .figures_base import make, measured
from .figures_parts import SHARED, SO_WERE
from .frames import Clause, Figure

_ADDED = re.compile(r"s[yxX]{0,2}(?P<word>[oG])r?l?(?P<at>[Qq])(?=d?h?[VA.,;)]|h|[TeP])")
_MORE = re.compile(r"ir?(?<=[ir])d(?P<at>Q)h")  # «en plus des dix autres»
_BEGINNING = 40  # letters in which a sentence begins with «S'y ajoutent», «À ce bilan viennent s'ajouter»
_OWN = re.compile(r"[Qq]d?h?[VA]?[oja]{0,2}(?:[xX][xXrg]*)?[KIN]")


def added(clause: Clause, figures: list[Figure], taken: set[int]) -> Iterator[Figure]:
    """More people whom the same befell as those told last before, in the sentence or, where it begins so, before it."""
    for match in (*_ADDED.finditer(clause.codes), *_MORE.finditer(clause.codes)):
        at = match.start("at")
        if at in taken or measured(clause, at) or not _says_more(clause, match) or _OWN.match(clause.codes, at):
            continue
        before = [f for f in figures if f.at < at and f.outcome in SHARED and f.relation is None]
        last = max(before, key=lambda f: f.at) if before else None
        if _count_between(clause, last, match.start()) or (last is None and "ajout" not in clause.words[:_BEGINNING]):
            continue
        taken.add(at)
        yield _as_told(clause, at, last)


def _count_between(clause: Clause, last: Figure | None, at: int) -> bool:
    """«…, qui compte 5.000 hommes auxquels s'ajoutent 300 miliciens»: more of others than those who were hurt."""
    first = 0 if last is None else max(last.at, last.trigger) + 1
    return any(clause.codes[i] in "Qq" and not measured(clause, i) for i in range(first, at))


def _says_more(clause: Clause, match: re.Match[str]) -> bool:
    """«s'ajoutent», «en plus de»."""
    units = clause.units[match.start() : match.start("at")]
    return told("adds", units) and (match.re is _ADDED or units[0].low == "en")


def _as_told(clause: Clause, at: int, model: Figure | None) -> Figure:
    """A figure of its own place and days; of «autres» the noun is that of the model."""
    found = make(clause, at, at, "harm.added" if model is not None else SO_WERE)
    found.outcome, found.elliptic = (model.outcome, True) if model is not None else ("", False)
    if model is not None:
        found.trigger, found.who = model.trigger, found.who or model.who
    return found
