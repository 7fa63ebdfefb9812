"""Level 5: an act of the story, and when two tellings are of one act (the guide: one entry for each type × place × day × pair)."""

from dataclasses import dataclass, field

from vigie.values import Place

from .event_types import FAMILIES
from .events import Happening
from .frames import Clause, Figure
from .setting import When, Where

# What a general word may turn out to be: «l'attaque» of a story may be its suicide bombing, «l'explosion» its mine.
_BOMBS = {"Suicide bomb", "Remote explosive/landmine/IED", "Grenade"}
_FIRE = {"Shelling/artillery/missile attack", "Air/drone strike"}
COULD_BE: dict[str, set[str]] = {
    "attack": {"Attack", "Armed clash", "Mob violence", "Abduction/forced disappearance", *_BOMBS, *_FIRE},
    "attentat": {"Attack", "Armed clash", *_BOMBS},
    "blast": {*_BOMBS, *_FIRE},
    "bombing": _FIRE,
    "operation": {"Armed clash", "Arrests", *_BOMBS, *_FIRE},
    "shooting": {"Attack", "Armed clash", *_FIRE},
    "strike": {"Attack", "Armed clash", *_FIRE, *_BOMBS},
}
# The more a type says, the later it stands: the type of an act is the most telling of its tellings.
TELLING = ("Attack", "Armed clash", "Shelling/artillery/missile attack", "Air/drone strike", "Remote explosive/landmine/IED",
           "Mob violence", "Grenade", "Suicide bomb", "Chemical weapon")  # fmt: skip
_UNNAMED = ("-UNK", "-JIH", "-MIL", "-REB", "-SEP")  # patterns of ids that a named group may turn out to be


@dataclass(slots=True)
class Act:
    """A happening with its place, its days and its people settled; `mentions` are the other places where it is told.

    `blame_at`: the offset of the words that say who did it, -1 where none do; `blamed_by`: who says so, None where
    the sentence around those words tells; `sure`: the words name the target, it is not concluded from those harmed.
    """

    seen: Happening
    type: str
    by: list[str]
    target: str | None
    where: Where | None
    when: When | None
    own_place: bool
    own_time: bool
    hedged: bool = False
    blame_at: int = -1
    sure: bool = False
    blamed_by: list[str] | None = None
    raw: set[str] = field(default_factory=set)
    figures: list[Figure] = field(default_factory=list)
    mentions: list[tuple[int, int]] = field(default_factory=list)
    tellings: int = 1

    @property
    def clause(self) -> Clause:
        """The clause that tells it best."""
        return self.seen.clause


def near(a: Place, b: Place) -> bool:
    """The points lie within the wider of the two radii (1 degree of latitude is 111 km; of longitude some 90 here)."""
    reach = max(a.km, b.km) / 85
    return abs(a.lat - b.lat) <= reach and abs(a.lon - b.lon) <= reach * 1.3


def overlap(a: When, b: When) -> bool:
    """The two have a day in common."""
    return a.interval.start <= b.interval.end and b.interval.start <= a.interval.end


def unnamed(actor: str) -> bool:
    """An id that describes without naming: gunmen, jihadists, rebels of a country."""
    return actor.endswith(_UNNAMED)


def _open(act: Act) -> bool:
    """Only general words have told the act so far, and no weapon."""
    return act.raw <= FAMILIES


def _types_agree(a: Act, b: Act) -> bool:
    """The same type, or the general words of one allow the type of the other; a car bomb may have had a driver."""
    if a.type == b.type:
        return True
    if _open(b) and all(a.type in COULD_BE[raw] for raw in b.raw):
        return True
    if _open(a) and all(b.type in COULD_BE[raw] for raw in a.raw):
        return True
    driven = {a.type, b.type} == {"Suicide bomb", "Remote explosive/landmine/IED"}
    return driven and "vehicle_bomb" in (*a.seen.weapons, *b.seen.weapons)


def _people_agree(a: Act, b: Act) -> bool:
    """Nobody is named twice differently; gunmen may be the group that is named elsewhere."""
    if not a.by or not b.by or set(a.by) & set(b.by):
        return True
    return any(unnamed(x) and (len(y) > 3) for x in a.by for y in b.by) or any(unnamed(y) and len(x) > 3 for x in a.by for y in b.by)


def _targets_agree(a: Act, b: Act) -> bool:
    return a.target is None or b.target is None or a.target == b.target or not (a.sure and b.sure)


def _further(a: Act, b: Act) -> bool:
    """The words say that `b` comes on top of what was told: «un autre attentat», «puis des hommes armés ont …»."""
    return (b.seen.another and not a.clause.sentence.heading) or (b.seen.sequel and bool(b.by) and b.blame_at != a.blame_at)


def same(a: Act, b: Act) -> bool:
    """Whether `b`, told after `a`, may be `a` told again: nothing that the words of both say apart differs."""
    if not _types_agree(a, b) or _further(a, b):
        return False
    place = not (a.own_place and b.own_place) or a.where is None or b.where is None or near(a.where.place, b.where.place)
    day = not (a.own_time and b.own_time) or a.when is None or b.when is None or overlap(a.when, b.when)
    return place and day and _people_agree(a, b) and _targets_agree(a, b)


def _detail(act: Act) -> int:
    told = 2 * act.own_place + 2 * act.own_time + bool(act.by) + bool(act.target)
    return told - 3 * act.clause.sentence.heading - act.seen.definite - act.seen.weak


def absorb(act: Act, told: Act) -> None:
    """Put another telling into an act: the more detailed one is its sentence, the other one a mention."""
    seen, other = act.seen, told.seen
    if _detail(told) > _detail(act):
        act.seen, other = told.seen, seen
    act.mentions.append((other.start, other.end))
    act.seen.weapons = list(dict.fromkeys([*seen.weapons, *told.seen.weapons]))
    act.seen.struck = act.seen.struck or other.struck
    act.seen.count = act.seen.count or other.count
    act.where, act.own_place = _finer(act, told)
    if told.own_time and not act.own_time:
        act.when, act.own_time = told.when, True
    _blame(act, told)
    if told.target and (act.target is None or (told.sure and not act.sure)):
        act.target, act.sure = told.target, told.sure
    act.type = _telling_type(act, told)
    act.raw |= told.raw
    act.tellings += 1


def _blame(act: Act, told: Act) -> None:
    """A named author says more than an unnamed one."""
    if told.by and (not act.by or (all(map(unnamed, act.by)) and not any(map(unnamed, told.by)))):
        act.by, act.blame_at, act.hedged = told.by, told.blame_at, told.hedged


def _telling_type(act: Act, told: Act) -> str:
    """A word that names the type outdoes general ones; among equals the more telling type."""
    if _open(act) != _open(told):
        return told.type if _open(act) else act.type
    return max(act.type, told.type, key=lambda t: TELLING.index(t) if t in TELLING else -1)


def _finer(act: Act, told: Act) -> tuple[Where | None, bool]:
    """The more exact of two own places; an own place before one taken from elsewhere."""
    if told.own_place and (not act.own_place or (act.where and told.where and told.where.place.km < act.where.place.km)):
        return told.where, True
    return act.where, act.own_place
