"""Level 5: who fights whom in a story, so that the dead of one side, told anywhere in it, are those of the other."""

from collections.abc import Iterator

from vigie.vocabulary import is_actor, opposed

from .acts import Act, unnamed
from .agency import can_act
from .analysis import Analysis
from .cues import told
from .frames import Clause
from .sides import of_state, side_of
from .units import Unit

MUTUAL = frozenset({"agency.between", "agency.opposing", "agency.opposing-them"})  # rules for fights of two sides
_LETTERS = 3  # letters of a country in the id of an unnamed group
_BEFORE, _BEHIND = 14, 7  # units between a word of enmity and the two sides
_HANDS = 3  # units between «aux mains» and who holds a place
_SIDES = 2
_ENMITY = ("between", "against", "wrests")  # lists of words that have who is fought behind them, or on both sides
_CIVIL = frozenset({"Peaceful protest", "Protest with intervention", "Violent demonstration", "Arrests"})
Pairs = dict[str, set[str]]


def foes_of(side: str, analysis: Analysis, acts: list[Act]) -> list[str]:
    """The one enemy that the story gives a side; none where it has several, or none is told."""
    pairs = analysis.once("foes", lambda: _pairs(analysis, acts))
    names = _named(pairs.get(side, set()) | (_kin(side, pairs) if unnamed(side) else set()))
    return [] if len(names) != 1 or side in names else list(names)


def pairs_of(analysis: Analysis, acts: list[Act]) -> set[frozenset[str]]:
    """All who fight each other in a story, by twos."""
    pairs = analysis.once("foes", lambda: _pairs(analysis, acts))
    return {frozenset((one, other)) for one, others in pairs.items() for other in others}


def at_odds(one: str, other: str) -> bool:
    """Two sides of one war: of different camps, or a state and its rebels, jihadists, gunmen."""
    plain = [x for x in (one, other) if unnamed(x) and not x.endswith("-MIL")]
    states = [x for x in (one, other) if of_state(x)]
    own = bool(plain) and bool(states) and plain[0].startswith(f"{states[0]}-")
    return own or (is_actor(one) and is_actor(other) and opposed(one, other))


def faced(analysis: Analysis, act: Act) -> list[str]:
    """«Dix soldats sont morts dans un accrochage avec X»: the side that met X, as its dead tell."""
    met = act.seen.target is not None and act.seen.target.rule == "target.against-whom"
    if not met or act.type != "Armed clash" or act.target in (None, "civilians"):
        return []
    country = act.where.place.country if act.where is not None else analysis.country
    sides = {side_of(f.who, country) for f in act.figures if f.clause is act.clause} - {None, act.target}
    two = [side for side in sides if side is not None]
    return two if len(two) == 1 and (of_state(two[0]) or of_state(act.target or "")) else []


def _kin(side: str, pairs: Pairs) -> set[str]:
    """«les assaillants», «les terroristes» are the only group that the story has fighting."""
    near = (one for one in pairs if not of_state(one) and one[:_LETTERS] == side[:_LETTERS])
    groups = {one for one in near if not one.endswith("-PRO")}  # «deux miliciens» are no protesters
    return set().union(*(pairs[one] for one in groups)) if len(_named(groups)) == 1 else set()


def _named(ids: set[str]) -> set[str]:
    """An unnamed group is the named one beside it."""
    named = {one for one in ids if not unnamed(one)}
    return named or ids


def _pairs(analysis: Analysis, acts: list[Act]) -> Pairs:
    found: Pairs = {}
    told_acts = [(act.by, [act.target]) for act in acts if act.type not in _CIVIL and act.target and not act.denied]
    opposed = [pair for clause in analysis.clauses for pair in _opposed(clause, analysis.country)]
    for rank, (left, right) in enumerate([*told_acts, *opposed]):
        for one in left:
            for other in right:
                two_states = rank < len(told_acts) and of_state(one) and other is not None and of_state(other)
                if other is not None and one != other and not two_states and is_actor(one) and is_actor(other):
                    found.setdefault(one, set()).add(other)
                    found.setdefault(other, set()).add(one)
    return found


def _opposed(clause: Clause, country: str | None) -> Iterator[tuple[list[str], list[str]]]:
    """The two sides around a word of enmity: «X combat Y», «la guerre entre X et Y», «X a repris la ville à Y»."""
    units = clause.spoken.units
    if sum(unit.code in "AV" for unit in units) < _SIDES:
        return
    listed = clause.spoken.listed
    for at in sorted({i for name in _ENMITY for i in listed.get(name, ())}):
        if at in listed.get("between", ()):
            sides = [one for one in units[at + 1 : at + 1 + _BEFORE] if _fights(one, country)][:2]
            fought = told("hostile", units[max(0, at - _BEHIND) : at])
            if fought and len(sides) > 1:
                yield _ids(sides[0], country), _ids(sides[1], country)
        else:
            left = next((one for one in reversed(units[max(0, at - _BEFORE) : at]) if _fights(one, country)), None)
            reach = range(at + 1, min(len(units), at + 1 + _BEHIND))
            told_of = (
                i for i in reach if _fights(units[i], country) and (at in listed.get("against", ()) or _from(units, i))
            )
            right = next((units[i] for i in told_of), None)
            if left is not None and right is not None:
                yield _ids(left, country), _ids(right, country)


def _from(units: list[Unit], at: int) -> bool:
    """«reprendre Garma aux jihadistes», «la ville aux mains de l'EI»: from whom it is taken."""
    before = units[at - 2 : at] if units[at - 1].code in 'l"' else units[at - 1 : at]
    return before[0].code == "e" or any(unit.low.endswith("mains") for unit in units[at - _HANDS : at])


def _fights(unit: Unit, country: str | None) -> bool:
    return unit.code in "AV" and bool(_ids(unit, country)) and can_act(unit)


def _ids(unit: Unit, country: str | None) -> list[str]:
    """«dix soldats … en sept heures de combat contre X»: they are the story's army, whom no word names."""
    side = side_of(unit, country) if unit.actor is None else None
    return list(unit.actor.ids) if unit.actor is not None else [side] if side is not None and of_state(side) else []
