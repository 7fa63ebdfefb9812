"""Level 5: an act of the story, and when two tellings are of one act (the guide: one entry for each type × place × day × pair)."""

from dataclasses import dataclass, field

from vigie.values import Place

from .events import FAMILIES, Happening
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


@dataclass(slots=True)
class Act:
    """A happening with its place, its days and its people settled; `mentions` are the other places where it is told.

    `blame_at`: the offset of the words that say who did it, -1 where none do.
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
    raw: set[str] = field(default_factory=set)
    figures: list[Figure] = field(default_factory=list)
    mentions: list[tuple[int, int]] = field(default_factory=list)

    @property
    def clause(self) -> Clause:
        """The clause that tells it best."""
        return self.seen.clause


def near(a: Place, b: Place) -> bool:
    """The points lie within the wider of the two radii (1 degree of latitude is 111 km; of longitude some 90 here)."""
    reach = max(a.km, b.km) / 85
    return abs(a.lat - b.lat) <= reach and abs(a.lon - b.lon) <= reach * 1.3


def _types_agree(a: Act, b: Act) -> bool:
    if a.type == b.type:
        return True
    return any(b.type in COULD_BE[raw] for raw in a.raw & FAMILIES) or any(a.type in COULD_BE[raw] for raw in b.raw & FAMILIES)


def same(a: Act, b: Act) -> bool:
    """Whether `b`, told after `a`, may be `a` told again: nothing that the words of both say apart differs."""
    if not _types_agree(a, b) or b.seen.another:
        return False
    place = not (a.own_place and b.own_place) or a.where is None or b.where is None or near(a.where.place, b.where.place)
    day = not (a.own_time and b.own_time) or a.when is None or b.when is None or overlap(a.when, b.when)
    people = not a.by or not b.by or bool(set(a.by) & set(b.by))
    target = a.target is None or b.target is None or a.target == b.target
    return place and day and people and target


def overlap(a: When, b: When) -> bool:
    """The two have a day in common."""
    return a.interval.start <= b.interval.end and b.interval.start <= a.interval.end


def _detail(act: Act) -> int:
    return 2 * act.own_place + 2 * act.own_time + bool(act.by) + bool(act.target) - 3 * act.clause.sentence.heading - act.seen.definite


def absorb(act: Act, told: Act) -> None:
    """Put another telling into an act: the more detailed one is its sentence, the other one a mention."""
    if _detail(told) > _detail(act):
        act.mentions.append((act.seen.start, act.seen.end))
        act.seen, told_seen = told.seen, act.seen
        act.seen.weapons, told_seen.weapons = list(dict.fromkeys([*act.seen.weapons, *told_seen.weapons])), told_seen.weapons
        act.seen.struck = act.seen.struck or told_seen.struck
    else:
        act.mentions.append((told.seen.start, told.seen.end))
        act.seen.weapons = list(dict.fromkeys([*act.seen.weapons, *told.seen.weapons]))
        act.seen.struck = act.seen.struck or told.seen.struck
    act.where, act.own_place = _finer(act, told)
    if told.own_time and not act.own_time:
        act.when, act.own_time = told.when, True
    act.blame_at = act.blame_at if act.by else told.blame_at
    act.by, act.target = act.by or told.by, act.target or told.target
    act.raw |= told.raw
    act.type = max(act.type, told.type, key=lambda t: TELLING.index(t) if t in TELLING else -1)


def _finer(act: Act, told: Act) -> tuple[Where | None, bool]:
    """The more exact of two own places; an own place before one taken from elsewhere."""
    if told.own_place and (not act.own_place or (act.where and told.where and told.where.place.km < act.where.place.km)):
        return told.where, True
    return act.where, act.own_place


def newsworthy(act: Act) -> bool:
    """Told as something that happened: it harmed somebody, or the words give enough of where, when, by whom, on whom."""
    if act.seen.weak and not act.figures:
        return False
    if act.raw == {"operation"} and not (act.by and (act.target or act.own_place)):
        return False
    given = 2 * act.own_place + act.own_time + bool(act.by) + bool(act.target and act.target != "civilians")
    if act.seen.plural and not act.figures and not (act.own_time and act.own_place):
        return given >= 3 and not act.seen.habitual
    return bool(act.figures) or given >= 2
