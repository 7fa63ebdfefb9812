"""Level 6: a bomb whose bearer another sentence tells («l'attentat …», then «le kamikaze s'était glissé parmi eux»)."""

from .acts import Act, near, overlap
from .analysis import Analysis
from .cues import cues
from .frames import Clause, Figure
from .setting import place_in_clause, time_in_clause
from .units import Unit

_BOMB, _SUICIDE = "Remote explosive/landmine/IED", "Suicide bomb"
_OPEN = frozenset({"attack", "attentat", "blast", "strike", _BOMB})  # words that leave open who carried the bomb
_HARMED = frozenset("KkNI")  # the classes of words of harm
_BEHIND = 5  # sentences behind an act that still tell of its bearer


def name_bombers(analysis: Analysis, acts: list[Act]) -> None:
    """Give acts of a bomb the type that their bearer tells."""
    bearing = [clause for clause in analysis.clauses if _bears(clause)]
    if not bearing:
        return
    owner = {rank: act for act in acts for rank in _ranks(analysis, act)}
    for clause in bearing:
        own = owner.get(clause.index)
        act = _meant(analysis, acts, clause) if own is None else own if own.type == _BOMB else None
        if act is not None:
            act.type = _SUICIDE
            act.seen.weapons = list(dict.fromkeys([*(w for w in act.seen.weapons if w != "ied"), "suicide_belt"]))


def _ranks(analysis: Analysis, act: Act) -> set[int]:
    """The sentences that tell an act themselves."""
    told_in = (analysis.clause_at(start) for start, _ in [(act.seen.start, 0), *act.mentions])
    return {clause.index for clause in told_in if clause is not None}


def _bears(clause: Clause) -> bool:
    """One who carries the bomb himself; a sentence with dead of its own tells another act, one that asks whether it was
    he tells none.
    """
    if set(clause.codes) & _HARMED or ({"si", "s'"} & clause.lows and "wonders" in clause.listed):
        return False
    worn = cues("fr")["worn"].search(clause.words) is not None
    return worn or any(clause.codes[i] != "E" for i in clause.listed.get("bearer", ()))


def _meant(analysis: Analysis, acts: list[Act], clause: Clause) -> Act | None:
    """The last act of an explosion told before that the place and the day of the sentence allow: shortly before, or
    the only act told until then.
    """
    first, last = clause.sentence.start, clause.sentence.end
    where = place_in_clause(analysis, clause, first, last)
    when = time_in_clause(analysis, clause, first, last)
    until = {id(act): clause.index - rank for act in acts if (rank := _first(analysis, act)) < clause.index}
    reach = _BEHIND if len(until) > 1 else clause.index
    fitting = [
        act
        for act in acts
        if act.raw <= _OPEN and act.raw & {"attentat", "blast", _BOMB} and not act.denied
        and until.get(id(act), reach + 1) <= reach
        and (where is None or act.where is None or near(where.place, act.where.place))
        and (when is None or act.when is None or overlap(when, act.when))
    ]  # fmt: skip
    return fitting[-1] if fitting else None


def _first(analysis: Analysis, act: Act) -> int:
    """The rank of the first sentence that tells the act."""
    return min(_ranks(analysis, act), default=act.clause.index)


def another_bomber(figure: Figure) -> Unit | None:
    """«Un kamikaze s'est fait exploser, un deuxième a été abattu»: another one of them; not of those whom he hurt."""
    units, codes, at = figure.clause.units, figure.clause.codes, figure.at
    if figure.outcome != "killed" or codes[at + 1 : at + 2] not in ("r", "h", "o"):
        return None
    blown = next((i for i in range(at - 1, 0, -1) if units[i].code == "F" and units[i].value == "Suicide_bomb"), None)
    if blown is None or not _HARMED.isdisjoint(codes[blown:at]):
        return None
    first = next((unit for unit in reversed(units[:blown]) if unit.code == "V"), None)
    return first if first is not None and first.value == "armed" else None
