"""Level 6: what counts the dead of more than one act: since an act began, or over years."""

from .acts import Act
from .agency import roles
from .cues import told as says
from .frames import Figure
from .harm_charged import act_that_killed
from .harm_clash import ambushes
from .harm_people import counted_since
from .settle import starts_count
from .story import Telling

_BESIDE = 4  # units behind a figure in which its own days stand


def only_since(figure: Figure, telling: Telling | None) -> bool:
    """«1.766 tués depuis le début de l'opération de X», «ont fui depuis l'attaque jihadiste»: the act tells from when
    on they are counted, not who did it.
    """
    units = figure.clause.units
    if telling is not None and telling.clause is figure.clause and starts_count(figure.clause, telling.at):
        return True
    authored = [i for i, parts in roles(figure.clause).items() if "by" in parts and units[i].code in "ED"]
    return bool(authored) and all(starts_count(figure.clause, i) for i in authored)


def outlasts(figure: Figure, act: Act) -> bool:
    """«deux gendarmes tués dans une embuscade, 6.000 morts depuis 2017»: a count of years beside one attack; «…, selon
    l'ONG, qui recense 618 morts depuis février»: of whoever counts, not of the act of the day.
    """
    last, units = max(figure.at, figure.trigger), figure.clause.units
    since_when = counted_since(units[last + 1 : last + _BESIDE])
    counter = figure.clause.codes.rfind("w", max(0, figure.at - _BESIDE), figure.at)
    counting = counter >= 0 and says("counts", units[counter : figure.at])
    single = counting or (not act.seen.plural and ambushes(act))
    return since_when and single and act_that_killed(figure) is None


def over_days(figure: Figure) -> bool:
    """«Quatre manifestants ont péri en deux jours»: of more than what the sentence before tells of one day."""
    near = figure.clause.units[figure.at : max(figure.at, figure.trigger) + _BESIDE]
    return any(unit.code == "T" and says("over_days", [unit]) for unit in near)
