"""Whom «nous», «nos forces», «sous notre contrôle» stand for: the party of who speaks; nobody where a source speaks
that does not act.
"""

from collections.abc import Iterator

from .actors import ActorMention
from .analysis import Analysis, within
from .draft import claimed
from .frames import Clause
from .stand_ins import SOURCES_ONLY

_FORCES = frozenset({"forces", "troupes", "soldats", "combattants", "hommes", "unités", "armée", "moudjahidine"})
_OUR = frozenset({"nos", "notre"})
_WE = _OUR | {"nous"}
_THEIRS = frozenset({"ont", "a", "avaient", "avait", "auraient", "aurait", "auront", "aura"})  # verbs behind «nous»
_HOLD = frozenset({"contrôle", "emprise", "autorité"})


def ourselves(analysis: Analysis, clause: Clause) -> dict[int, ActorMention]:
    """The units of a clause that stand for who speaks, with the words that name the speaker."""
    return {} if clause.lows.isdisjoint(_WE) else dict(_speakers(analysis, clause, _told(clause)))


def _told(clause: Clause) -> Iterator[int]:
    lows = [u.low for u in clause.units]
    for i, (before, low, after) in enumerate(zip(["", *lows], lows, [*lows[1:], ""], strict=False)):
        ours = low == "nous" and not _objects(after)
        if ours or (low in _FORCES and before in _OUR) or (low == "notre" and after in _HOLD):
            yield i


def _objects(verb: str) -> bool:
    """«ils nous ont bombardés», «ils nous attaquent»: the verb is of others, who do it to us."""
    return verb in _THEIRS or verb.endswith("ent")


def _speakers(analysis: Analysis, clause: Clause, told: Iterator[int]) -> Iterator[tuple[int, ActorMention]]:
    for at in told:
        said = claimed(analysis, clause.units[at].start, clause.units[at].end)
        if said is not None and SOURCES_ONLY.isdisjoint(said.said_by):
            named = within(analysis.actors, 0, max(said.claimant_end, clause.units[at].start))
            who = next((m for m in reversed(named) if m.ids and set(m.ids) <= {*said.said_by}), None)
            if who is not None:
                yield at, who
