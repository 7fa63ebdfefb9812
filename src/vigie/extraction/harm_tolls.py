"""Level 6: what a toll that was raised («ce qui porte à 23 le nombre de tués») is of: one act, a movement, a war."""

import re
from functools import lru_cache

from .analysis import Analysis
from .frames import Clause, Figure
from .setting import time_in_clause
from .setting_cues import LANGUAGE, cues
from .setting_when import When, read_when
from .sought import Several

TOLLS = frozenset({"harm.toll-raised", "harm.toll-raised-bare", "harm.ordinal"})
_BESIDE = ("several", "stretch", "standing")
_MEASURED = frozenset({"stretch", "since_event", "period", "total"})  # not of «la pire recensée depuis»
_NEAR = 7  # units around a figure in which words tell that it counts several acts
_OF = re.compile(r"[KNDBVA][di]l?[oQ]?$")  # class letters between «le nombre de tués», «le bilan» and what they are of
_COUNTED = 2  # days: a day and its night
_BACK = 5  # units before what a toll is of
_SINCE_A_WAR = re.compile(r"(?P<since>T)[^.;:,TKk]{1,16}(?P<that>w)x[rg]*M$")
_AND_SINCE = re.compile(r"t[lr]?Q[do]{0,2}[NV]K?(?P<since>T)")


@lru_cache(maxsize=1)
def _scopes() -> tuple[list[str], Several]:
    scope = cues(LANGUAGE).scope
    return list(scope), Several([sought.pattern for sought in scope.values()])


def _likely(clause: Clause) -> frozenset[str]:
    """The lists of `[scope]` of which words may stand in a clause: a few of forty, told in one pass."""
    names, several = _scopes()
    return frozenset([names[rank] for rank in several.likely(clause.words)])


def says(figure: Figure, name: str) -> bool:
    """Whether words of the figure's sentence are on a list of the pack's `[scope]`; of `several` and `stretch`,
    words near it.
    """
    if name not in figure.clause.once("scopes", _likely):
        return False
    pattern = cues(LANGUAGE).scope[name].pattern
    if name in _MEASURED and cues(LANGUAGE).scope["rare"].search(figure.clause.words) is not None:
        return False
    if name not in _BESIDE:
        return figure.clause.once(f"scope {name}", lambda clause: pattern.search(clause.words) is not None)
    low, high = sorted((figure.at, figure.trigger))
    words = " ".join(u.low for u in figure.clause.units[max(0, low - _NEAR) : high + _NEAR])
    return pattern.search(words) is not None


def raised(figure: Figure) -> bool:
    """Somebody keeps count: «porte à 23 le nombre de morts», «le bilan s'est alourdi à 23 morts»."""
    return figure.rule in TOLLS or (figure.relation is None and says(figure, "raised"))


def counted_then(figure: Figure, when: When) -> bool:
    """«Le bilan est passé à douze morts mardi», «douze corps ont été retrouvés mardi»: the day of the counting, of
    people harmed before it.
    """
    if when.lasting or when.interval.days > _COUNTED or figure.number < 1:
        return False
    return says(figure, "bodies_found") or (figure.number > 1 and raised(figure))


def day_told(analysis: Analysis, figure: Figure) -> When | None:
    """The time that its words give to a figure, but for a day on which somebody only counted."""
    when = time_in_clause(analysis, figure.clause, figure.start, figure.end, past=True)
    return None if when is not None and counted_then(figure, when) else when


def toll_of(figure: Figure) -> str | None:
    """What a toll says it is of: an «act» («de l'attentat»), «acts» («des deux attaques»), a «campaign» («dans les
    manifestations»).
    """
    return figure.clause.once(f"toll of {figure.at}", lambda clause: _toll_of(clause, min(figure.at, figure.trigger)))


def _toll_of(clause: Clause, first: int) -> str | None:
    for at, unit in enumerate(clause.units):
        before = clause.codes[max(0, at - _BACK) : at]
        if unit.code == "E" and (at > first or "B" in before) and _OF.search(before):
            word = unit.low.split(" ")[0]
            campaign = cues(LANGUAGE).campaign.search(word) is not None
            if campaign or not word.endswith("s"):
                return "campaign" if campaign else "act"
            return "acts" if cues(LANGUAGE).scope["single"].search(word) else None
    return None


def war_dead(figure: Figure) -> bool:
    """Soldiers whom an army or a mission has lost so far, which no act or movement explains."""
    soldiers = figure.who is not None and (figure.who.code == "A" or figure.who.value == "armed")
    if not soldiers and not says(figure, "war"):
        return False
    return toll_of(figure) is None or cues(LANGUAGE).mission.search(figure.clause.words) is not None


def few_dead(beside: list[Figure], figure: Figure, many: int) -> bool:
    """«356 morts et 1.246 blessés»: people hurt, told with dead who are too few for a war."""
    dead = [f.number for f in beside if f.outcome == "killed" and f.relation is None]
    return figure.outcome == "injured" and 0 < max(dead, default=0) < many


def since_told(figure: Figure) -> When | None:
    """«a fait 15.000 morts et 1,5 million de déplacés depuis 2009»: what stands behind the last one is said of both;
    «depuis avril 2014 à un conflit opposant X à Y qui a fait 10.000 morts»: of the conflict and its dead.
    """
    behind = _AND_SINCE.match(figure.clause.codes, max(figure.at, figure.trigger) + 1)
    match = behind or _SINCE_A_WAR.search(figure.clause.codes, 0, figure.at)
    if match is not None and behind is None:
        lows = [u.low for u in figure.clause.units[match.start("since") : match.start("that")]]
        match = match if cues(LANGUAGE).scope["conflict"].search(" ".join(lows)) else None
    unit = figure.clause.units[match.start("since")] if match else None
    if unit is None or unit.time is None or unit.time.interval is None or not unit.low.startswith("depuis"):
        return None
    return read_when(unit.time, "time.sentence")
