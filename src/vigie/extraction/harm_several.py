"""Level 6: when one total counts several incidents: strikes and operations over more than one spot."""

import re

from .acts import Act
from .frames import Figure
from .harm_people import victims
from .harm_tolls import TOLLS, says, toll_of
from .setting import When, Where, place_in_clause
from .setting_cues import LANGUAGE, cues
from .settle import of_clause
from .sides import ARMED
from .story import Story

_SPOT = 9.0  # km: a town or less, where many strikes are one incident
_REGION = 60.0  # km: operations all over it are several
_FEW = 4  # people who may have been harmed at two places by one act
_MANY = 10  # strikes, or dead all over a land, that are more than one attack
_SPAN = 3  # days: two that are joined by «et» reach no further
_TWO_DAYS = re.compile(r"^(?!.*\b(?:nuits?|soirs?|matins?|aube|soirée|matinée)\b).* et ")
# The noun of an act behind its preposition, and behind «et» that of another behind one of its own.
_TWO_ACTS = re.compile(r"i[lqd]{0,2}[oQ]?E[^.;:KkFINMQXxEwc,\"()]{0,8}t[id][lqd]{0,2}[oQ]?E")


def of_two(story: Story, figure: Figure, when: When | None, act: Act | None) -> bool:
    """«tués dans un attentat et dans l'explosion d'une mine», «tués vendredi et samedi», «trois tués, deux à X et un à
    Y»: no single act did it.
    """
    if figure.relation is not None:
        return False
    if _TWO_ACTS.search(figure.clause.codes, figure.trigger + 1):
        return True
    if act is not None and act.clause is figure.clause and not act.seen.plural and act.seen.at != figure.trigger:
        return False
    return _on_two_days(story, figure, when) or _at_spots(story, figure)


def _on_two_days(story: Story, figure: Figure, when: When | None) -> bool:
    """The figure's sentence dates it by two days: «vendredi et samedi», «entre mercredi et jeudi»; not the one act or
    fight that took both («une opération menée samedi et dimanche», «tués lundi et mardi dans des combats»).
    """
    acts = [u.low.split(" ")[0] for u in figure.clause.units[figure.trigger + 1 :] if u.code == "E"]
    if any(not word.endswith("s") or cues(LANGUAGE).campaign.search(word) for word in acts):
        return False
    if when is None or when.rule != "time.sentence" or not 1 < when.interval.days <= _SPAN:
        return False
    return _TWO_DAYS.search(story.analysis.low[when.start : when.end]) is not None


def _at_spots(story: Story, figure: Figure) -> bool:
    """The parts of a figure were harmed each at a place of its own."""
    parts = [f for f in of_clause(story.figures, figure.clause) if f.parent is figure and f.elliptic]
    spots = [place_in_clause(story.analysis, f.clause, f.start, f.end) for f in parts]
    told = {where.place.id for where in spots if where is not None and where.place.km <= _REGION}
    return len(told) > 1


def several(figure: Figure, act: Act | None, where: Where | None, plural: bool, single: bool, span: int) -> bool:
    """Several acts in one total: so the words say, or strikes or a series reached over more than one spot."""
    if says(figure, "several") or says(figure, "waves") or (figure.rule in TOLLS and says(figure, "in_a_day")):
        return True
    if "B" in figure.clause.codes and toll_of(figure) == "acts":
        return True
    if plural and _counted_acts(act):
        return True
    km = where.place.km if where is not None else 0.0
    killed = figure.outcome == "killed" and figure.number > _FEW and not single
    if where is not None and where.rule == "place.joined" and (plural or killed):
        return True
    strikes = plural and act is not None and act.type.startswith("Air")
    strikes = strikes and (span > 1 or _many(act) or not _one_target(figure))
    if (strikes or says(figure, "series")) and km > _SPOT:
        return True
    if km <= _REGION:
        return False
    operations = plural and act is not None and "operation" in act.raw
    return operations or (figure.number >= _MANY and says(figure, "violence"))


def _counted_acts(act: Act | None) -> bool:
    """«Treize attentats ont eu lieu …, tuant 35 personnes»: so many acts, each done once."""
    count = act.seen.count.unit.quantity if act is not None and act.seen.count is not None else None
    word = act.clause.units[act.seen.at].low.split(" ")[0] if act is not None else ""
    return count is not None and count.figure > 1 and cues(LANGUAGE).scope["single"].search(word) is not None


def _many(act: Act | None) -> bool:
    """«47 frappes»."""
    count = act.seen.count if act is not None else None
    return count is not None and count.unit.quantity is not None and count.unit.quantity.figure >= _MANY


def _one_target(figure: Figure) -> bool:
    """«des raids contre le quartier général», «neuf rebelles tués dans des frappes»: where fighters fell, or one thing
    was hit, the strikes were one.
    """
    return victims(figure) in ARMED or (says(figure, "one_target") and not says(figure, "wide_target"))
