"""Level 6: when one total counts several incidents: strikes and operations over more than one spot."""

from .acts import Act
from .frames import Figure
from .harm_people import victims
from .harm_tolls import TOLLS, says, toll_of
from .setting import Where
from .sides import ARMED

_SPOT = 9.0  # km: a town or less, where many strikes are one incident
_REGION = 60.0  # km: operations all over it are several
_FEW = 4  # people who may have been harmed at two places by one act
_MANY = 10  # strikes, or dead all over a land, that are more than one attack


def several(figure: Figure, act: Act | None, where: Where | None, plural: bool, single: bool, span: int) -> bool:
    """Several acts in one total: so the words say, or strikes or a series reached over more than one spot."""
    if says(figure, "several") or says(figure, "waves") or (figure.rule in TOLLS and says(figure, "in_a_day")):
        return True
    if "B" in figure.clause.codes and toll_of(figure) == "acts":
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


def _many(act: Act | None) -> bool:
    """«47 frappes»."""
    count = act.seen.count if act is not None else None
    return count is not None and count.unit.quantity is not None and count.unit.quantity.figure >= _MANY


def _one_target(figure: Figure) -> bool:
    """«des raids contre le quartier général», «neuf rebelles tués dans des frappes»: where fighters fell, or one thing
    was hit, the strikes were one.
    """
    return victims(figure) in ARMED or (says(figure, "one_target") and not says(figure, "wide_target"))
