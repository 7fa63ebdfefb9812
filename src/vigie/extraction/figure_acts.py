"""Level 6: which of the acts of its sentence a figure is near, and which are only told beside it."""

import re

from .acts import Act, near
from .agency import roles
from .agency_relative import told_beside
from .analysis import Analysis
from .cues import cues as listed
from .cues import told as says
from .events import Happening, killed_others, of_a_part
from .figures_named import BEFORE_BEING
from .frames import Figure
from .setting import place_in_clause
from .setting_back import RECALLED
from .setting_cues import LANGUAGE, cues

_ASIDE = 6  # units by which an act behind an elliptic figure is nearer to it than one before
_APPOSED = re.compile(r"[Qq]d?h?[VA][oja]{0,2},K[pi][dlq]{0,2}[EW]")  # people, and behind a comma how they were harmed
_BEFALLEN = re.compile(r"x[Xrg]*[KIkMFT]")
_LEAD = 4  # units before an act in which it is told how long ago it was
_SUFFERED = re.compile(r"idX[r\"]*(?:[oF](?:,[oF])?[to]{1,2})?\"?$")  # «avant d'être»
_HELPER = 3  # units before a verb among which its auxiliary stands


def told_aside(analysis: Analysis, figure: Figure, seen: Happening) -> bool:
    """«24 morts à X, où des violences avaient …»: another act, told of the place; not «où X a tiré»."""
    at = seen.clause.units[seen.at].start
    if _of_the_other_verb(figure, seen) or measured(analysis, figure, seen) or _of_others(figure, seen):
        return True
    if _done_there(analysis, figure, seen) or told_beside(seen.clause, seen.at):
        return True
    if _meanwhile(analysis, figure, seen):
        return True
    if at <= figure.end or cues(LANGUAGE).relative.search(analysis.low, figure.end, at) is None:
        return False
    if "n" in seen.clause.codes[figure.at : seen.at]:
        return True  # «46 morts, dont 29 à X, où la police a tiré»
    told_by, units = seen.clause.codes[seen.at], seen.clause.units
    if told_by == "W":  # «où un drone s'est écrasé sur une maison»
        behind = units[seen.at + 1 : seen.at + 1 + _HELPER]
        return not any(u.feature("present") is not None or u.low.startswith("s'est ") for u in behind)
    helper = [u for u in units[max(0, seen.at - _HELPER) : seen.at] if u.code == "x"]
    return not (told_by == "F" and helper and helper[-1].feature("present") is not None)


def _of_the_other_verb(figure: Figure, seen: Happening) -> bool:
    """«Un homme a blessé trois passants avant d'être abattu»: what he did harmed them, the other verb him."""
    if seen.clause is not figure.clause or seen.at == figure.trigger:
        return False
    if figure.rule == BEFORE_BEING:
        return seen.at < figure.trigger
    return figure.trigger < seen.at and _SUFFERED.search(seen.clause.codes, figure.trigger, seen.at) is not None


def _meanwhile(analysis: Analysis, figure: Figure, seen: Happening) -> bool:
    """«12 corps ont été trouvés à X, alors que des hommes armés ont tiré sur une voiture à Y»: in another place."""
    if not says("whereas", seen.clause.units[figure.trigger + 1 : seen.at]):
        return False
    return _elsewhere(analysis, figure, seen)


def _elsewhere(analysis: Analysis, figure: Figure, seen: Happening) -> bool:
    """The place that the words give the people is far from that of the act."""
    here = place_in_clause(analysis, figure.clause, figure.start, figure.end)
    there = place_in_clause(analysis, seen.clause, seen.start, seen.end)
    return here is not None and there is not None and not near(here.place, there.place)


def _done_there(analysis: Analysis, figure: Figure, seen: Happening) -> bool:
    """«L'explosion est survenue près de X, où des rebelles avaient tué 23 civils»: X has seen another act."""
    start, low = seen.clause.units[seen.at].end, seen.clause.units[figure.trigger].start
    if start >= low or seen.at == figure.trigger or "by" not in roles(seen.clause).get(figure.trigger, {}):
        return False
    where = cues(LANGUAGE).relative.search(analysis.low, start, low)
    past = any(
        u.feature("past") is not None for u in seen.clause.units[max(0, figure.trigger - _HELPER) : figure.trigger]
    )
    return where is not None and past


def _of_others(figure: Figure, seen: Happening) -> bool:
    """«600 civils ont été tués et 53 autres ont succombé aux tirs», «61 morts, dont 44 dans l'explosion»: of the act
    it is told that it killed those others, or that part.
    """
    if killed_others(seen.clause, figure.trigger, seen.at):
        return True
    return "n" in seen.clause.codes[figure.at : seen.at] and of_a_part(seen.clause, seen.at)


def measured(analysis: Analysis, figure: Figure, seen: Happening) -> bool:
    """«19 morts à X, quelques heures après l'incendie du consulat à Y»: not of the act that only dates them."""
    if not says("apart_from", seen.clause.units[max(0, seen.at - 2) : seen.at]):
        return False
    return _elsewhere(analysis, figure, seen)


def long_ago(seen: Happening) -> bool:
    """«Six mois après les attentats de X, la ville est sous le choc»: an act that only tells how long ago it was."""
    before = " ".join(unit.low for unit in seen.clause.units[max(0, seen.at - _LEAD) : seen.at])
    return listed("fr")["long_after"].search(before) is not None


def recalled(figure: Figure, seen: Happening, act: Act) -> bool:
    """«la pire journée depuis le 20 mars, lorsque des attentats avaient fait 50 morts»: of what happened back then,
    where the next sentence goes on with the news.
    """
    past = any(unit.code == "x" and unit.feature("past") is not None for unit in figure.clause.units)
    return not past and seen.earlier and act.when is not None and act.when.rule in RECALLED


def gap(figure: Figure, at: int) -> int:
    """Units between a figure and an act; of «… et 60 autres par les tirs des rebelles» the verb stands far before."""
    if figure.parent is not None and at > figure.at and of_a_part(figure.clause, at):
        return -1  # nearer than the verb of its whole
    if (own := _APPOSED.match(figure.clause.codes, figure.at)) is not None and own.end() - 1 <= at <= own.end():
        return 0  # «la mort de trois soldats, tués par l'explosion d'une mine»
    if not figure.elliptic or figure.parent is not None:
        return abs(at - figure.trigger)
    before = figure.at - at  # «leurs attentats 183»
    return abs(before) if before <= 1 else before + _ASIDE


def long_before(figure: Figure) -> bool:
    """«avaient été tués»: told as what came before the story; not «avait évoqué dix morts»."""
    clause, first = figure.clause, max(0, figure.trigger - 4)
    past = (i for i in range(first, figure.trigger) if clause.units[i].low in ("avait", "avaient"))
    return any(_BEFALLEN.match(clause.codes, i) for i in past)
