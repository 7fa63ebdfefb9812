"""Level 6: in a fight of two sides, who killed the dead of one of them."""

from .acts import Act
from .draft import claimed, said
from .foes import MUTUAL, at_odds
from .frames import Figure
from .harm_carried import charged_with, fellows, kin
from .harm_charged import ONE_SIDED, Blame
from .story import Story

_ATTACKS = ONE_SIDED - {"shooting"}


def of_side(story: Story, figure: Figure, act: Act, side: str | None, told: Blame, here: bool, soon: bool) -> Blame:
    """Who killed the dead of a side in a clash; of the attackers' own, whoever claims the attack says nothing.

    `here`: their own sentence says who attacked; `soon`: it or the one right before.
    """
    ids = _across(act, told.ids, side, here, soon)
    if not ids or set(ids) & set(told.ids):
        return told._replace(ids=ids)
    return Blame(ids, False, said(claimed(story.analysis, figure.start, figure.end)))


def _across(act: Act, authors: list[str], side: str | None, here: bool, soon: bool) -> list[str]:
    """In a clash the dead of one side are the other's; dead whose side is not told are blamed on nobody, but in an
    attack told there or right before (`soon`).
    """
    if side is not None and (side in authors or kin(act, side)):
        return [act.target] if act.target and act.target not in ("civilians", side) else []
    if not act.sure and fellows(side, authors):
        return []
    if charged_with(act):
        return authors
    facing = side is not None and (side == act.target or (here and (act.target is None or not act.sure)))
    ambushed = soon and act.target is None and side is not None and len(authors) == 1 and at_odds(side, authors[0])
    return authors if _one_sided(act, soon) or facing or ambushed else []


def _one_sided(act: Act, soon: bool) -> bool:
    """An attack or ambush, by its words, of whose dead a sentence further on says no side; shots alone were perhaps
    returned.
    """
    if act.seen.by is not None and act.seen.by.rule in MUTUAL:
        return False
    far = bool(act.raw & _ATTACKS) and act.target != "civilians"
    return ambushes(act) or far or (soon and bool(act.raw & ONE_SIDED))


def ambushes(act: Act) -> bool:
    """«une embuscade», «un assaut»: by one side on another."""
    return act.clause.units[act.seen.at].feature("fight") is not None
