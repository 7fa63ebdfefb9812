"""Level 5: an act of the story, and when two tellings are of one act (the guide:
one entry for each type × place × day × pair).
"""

import re
from dataclasses import dataclass, field

from vigie.values import Place

from .act_types import COULD_BE
from .actor_ids import UNKNOWN, nameless
from .agency_relative import on_its_authors, told_beside
from .crowds import EXCESSIVE, LADDER, one_demonstration, shots_and_stones
from .cues import cues, told
from .event_sites import each_its_own, meet, two_towns, vicinity, within
from .event_types import FAMILIES
from .events import Happening, breaks_out, killed_others, of_a_part, words_of
from .frames import Clause, Figure
from .ordinals import begins_another
from .reprisals import numbered, older
from .setting import When, Where
from .setting_cover import beyond
from .sides import of_a_group, of_state, wingless

_ONE_WEAPON = ({"rocket", "missile"}, {"ied", "mine"}, {"drone", "missile"}, {"air_dropped", "missile"})
_NEXT, _QUARTER, _CALM = 3, 6, 6  # sentences; km: no wider than a part of a town; units from a march's word on
_SCENE = re.compile(r"[xei]l?P,")
_DAY, _WEEK, _MONTH, _YEAR = 2, 5, 28, 300  # days: a day and its night at most; most of a week; a month; most of a year
_MINED, _AIR = "Remote explosive/landmine/IED", "Air/drone strike"
NAMED, _LEAD = 2, 2  # grip on a target that the words name; rank of the last sentence that may tell what follows
_LAID = frozenset({"Suicide bomb", _MINED, "Grenade"})
_FIRED = frozenset({"Shelling/artillery/missile attack", "Grenade"})
_UNNAMED = (UNKNOWN, "-JIH", "-MIL", "-REB", "-SEP")  # patterns of ids that a named group may turn out to be


@dataclass(slots=True)
class Act:
    """A happening with its place, its days and its people settled; `mentions` are the other places where it is told.

    `blame_at`: the offset of the words that say who did it, -1 where none do; `blamed_by`: who says so, None where
    the sentence around those words tells; `around`: the place that its paragraph gives; `grip`:
    how well the target is known: 2 the words name it, 1 the dead and hurt are called so, 0 it is concluded from there
    being dead; `asides`: mentions that only speak of such acts; `rival_of`, `claimant`, `denied`: of a rival telling,
    of which act, who says it, whether he says that it is not so;
    `presumed`: a clash only because an ambush or an assault mostly hits people under arms; `defence`: its dead are
    attackers, so that its authors are not those of the attack; `of_all`: who did it is said of an act told before;
    `done`: how plainly it is told to have taken place; `numbered`: several acts, of one of which the author is told.
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
    grip: int = 0
    blamed_by: list[str] | None = None
    raw: set[str] = field(default_factory=set)
    around: Where | None = None
    figures: list[Figure] = field(default_factory=list)
    mentions: list[tuple[int, int]] = field(default_factory=list)
    claimant: list[str] | None = None
    denied: bool = False
    rival_of: "Act | None" = None
    asides: list[tuple[int, int]] = field(default_factory=list)
    tellings: int = 1
    presumed: bool = False
    defence: bool = False
    of_all: bool = False
    done: int = 0
    numbered: bool = False

    @property
    def sure(self) -> bool:
        """The words name the target."""
        return self.grip == NAMED

    @property
    def named(self) -> bool:
        """A noun tells who did it; a pronoun adds nothing to what was told before."""
        author = self.seen.by
        return bool(self.by) and (author is None or author.unit in self.clause.units)

    @property
    def bare(self) -> bool:
        """A plural that nothing says to have happened («des attentats») says nothing of the act told before."""
        seen = self.seen
        given = self.own_time or (self.target and not self.sure) or seen.definite or seen.count
        units = seen.clause.units
        if seen.weak and seen.rule == "event.noun" and self.target is None:
            return True
        if not self.own_time and told("habit", units[max(0, seen.at - 5) : seen.at + 4]):
            return True
        return (
            seen.plural
            and not given
            and not told("occurs", units[max(0, seen.at - 4) : seen.at] + units[seen.at + 1 : seen.at + 10])
        )

    @property
    def clause(self) -> Clause:
        """The clause that tells it best."""
        return self.seen.clause


def near(a: Place, b: Place) -> bool:
    """The points lie within the wider of the two radii (1 degree of latitude is 111 km; of longitude some 90 here)."""
    return max(abs(a.lat - b.lat), abs(a.lon - b.lon) / 1.3) <= max(a.km, b.km) / 85


def overlap(a: When, b: When) -> bool:
    """The two have a day in common."""
    return a.interval.start <= b.interval.end and b.interval.start <= a.interval.end


def unnamed(actor: str) -> bool:
    """An id that describes without naming: gunmen, jihadists, rebels of a country."""
    return actor.endswith(_UNNAMED)


def open_word(act: Act) -> bool:
    """Only general words have told the act so far, and no weapon."""
    return act.raw <= FAMILIES


def _types_agree(a: Act, b: Act) -> bool:
    """The same type, or the general words of one allow the type of the other; a car bomb may have had a driver."""
    if a.type == b.type:
        return True
    if a.defence != b.defence and {a.type, b.type} == {"Attack", "Armed clash"}:
        return False  # those who defend the attacked kill attackers
    mob = "Mob violence" in (a.type, b.type)
    if mob and (any(map(of_state, [*a.by, *b.by])) or shots_and_stones(*(x.clause.units[x.seen.at] for x in (a, b)))):
        return False  # forces that shoot are no mob
    if (a.type == EXCESSIVE and of_a_group(b.by)) or (b.type == EXCESSIVE and of_a_group(a.by)):
        return False
    if _other_arms(a, b) or _other_arms(b, a) or _on_the_road(a, b):
        return False
    if not b.seen.definite and any(wingless(x.by) and y.type == _AIR for x, y in ((a, b), (b, a))):
        return False  # «des jihadistes ont tué dix villageois», then «une frappe a touché X»
    if not (a.clause.index <= _LEAD or b.seen.definite or b.clause.index - a.clause.index <= _NEXT):
        return False
    if open_word(b) and all(a.type in COULD_BE[raw] for raw in b.raw):
        return True
    if open_word(a) and all(b.type in COULD_BE[raw] for raw in a.raw):
        return True
    if one_demonstration(a.type, b.type):
        return a.clause is b.clause or not (_marched_there(a, b) or of_weeks(a) or of_weeks(b) or calm(a) or calm(b))
    driven = "vehicle_bomb" in a.seen.weapons or "vehicle_bomb" in b.seen.weapons
    return driven and {a.type, b.type} == {"Suicide bomb", _MINED}


def _other_arms(a: Act, b: Act) -> bool:
    """Rockets that nobody, or somebody else, fired, and strikes of those who have aircraft."""
    fired = a.type in _FIRED and "rocket" in a.seen.weapons
    return fired and b.type == _AIR and bool(b.by) and not set(a.by) & set(b.by)


def _on_the_road(a: Act, b: Act) -> bool:
    """«Des hommes armés ont attaqué une gendarmerie», then «le véhicule des renforts a sauté sur une mine»."""
    stormed = a.seen.rule == "event.verb" and bool(a.by) and a.seen.struck not in (None, "vehicle")
    return stormed and b.type == _MINED and b.seen.struck == "vehicle" and a.clause is not b.clause


def _marched_there(a: Act, b: Act) -> bool:
    """«La police a tiré sur des manifestations dans tout le pays», then «on a défilé à X»: they marched there."""
    wide = a.own_place and a.where is not None and a.where.place.level == "country"
    return wide and b.own_place and LADDER.index(b.type) < LADDER.index(a.type)


def of_weeks(act: Act) -> bool:
    """«La répression» is that of a movement; told apart from a march it is not its dispersal."""
    return told("repression", [act.clause.units[act.seen.at]])


def calm(act: Act) -> bool:
    """«ont défilé dans le calme»: nobody put that march down."""
    return act.type == LADDER[0] and told("calm", act.clause.units[act.seen.at : act.seen.at + _CALM])


def _people_agree(a: Act, b: Act) -> bool:
    """Nobody is named twice differently; gunmen may be the group that is named elsewhere; a fight has two sides."""
    if mirrored(a, b) or not a.by or not b.by or set(a.by) & set(b.by) or one_demonstration(a.type, b.type):
        return True
    pairs = [(x, y) for x in a.by for y in b.by]
    return any((unnamed(x) and not of_state(y)) or (unnamed(y) and not of_state(x)) for x, y in pairs)


def _by_forces(a: Act, b: Act) -> bool:
    """«L'armée a tué un chef du groupe», behind a bomb that was laid or borne, or an attack on others: another act."""
    killers = b.seen.rule == "event.killing" and a.clause is not b.clause and any(map(of_state, b.by))
    fighters = b.target is not None and b.target != "civilians" and not of_state(b.target)
    return killers and not a.by and (a.type in _LAID or (a.type == "Attack" and fighters))


def _of_others(a: Act, b: Act) -> bool:
    """Attackers whom one side shot, or bombed, and an attack on another side."""
    apart = a.type != b.type or b.defence
    if apart and a.target and a.target in b.by and of_state(a.target) and not a.by:
        return True
    if a.type == "Attack" and b.sure and not b.by and b.target in a.by and a.target in (None, "civilians"):
        return True  # «a poignardé un voyageur», then «un passant a tiré sur l'assaillant»
    if a.type == EXCESSIVE and b.grip and b.target and b.target in a.by:
        return True  # «deux policiers ont été poignardés», told behind the shots of the police
    return any(one.defence and two.grip and two.target and two.target not in one.by for one, two in ((a, b), (b, a)))


def mirrored(a: Act, b: Act) -> bool:
    """«combats entre X et Y», then «Y a attaqué X»: one fight told from both sides."""
    fight = a.type == b.type == "Armed clash" and a.target is not None and any(_may_be(a.target, x) for x in b.by)
    return fight and (b.target is None or not b.sure or any(_may_be(b.target, x) for x in a.by))


def _may_be(a: str, b: str) -> bool:
    """The same id, or two that only describe («hommes armés», «terroristes»)."""
    return a == b or (unnamed(a) and unnamed(b))


def _targets_agree(a: Act, b: Act) -> bool:
    same_target = a.target is None or b.target in (None, a.target) or not (a.sure and b.sure)
    return same_target or mirrored(a, b) or one_demonstration(a.type, b.type)


def _further(a: Act, b: Act) -> bool:
    """`b` comes on top of what was told: «un autre attentat», «puis des hommes ont …», «plus tard, une voiture …»."""
    return (
        ((b.seen.another or _besides(a, b) or numbered(a.seen, b.seen, b.own_place)) and not a.clause.sentence.heading)
        or (b.seen.sequel and bool(b.by) and b.blame_at != a.blame_at and b.type != "Arrests")
        or _answered(a, b)
        or _elsewhere(a, b)
        or _away(a, b)
        or _afterwards(a, b)
        or (a.clause is not b.clause and not b.seen.definite and begins_another(b.clause))
        or (b.seen.earlier and b.own_time and not a.own_time and a.clause is not b.clause)
    )


def _away(a: Act, b: Act) -> bool:
    """«A 30 km de là, …», «Dans un village voisin, …», «Presque au même moment, un Palestinien …»: it opens anew."""
    return a.clause is not b.clause and not b.seen.definite and b.clause.once("opens anew", _opens_anew)


def _opens_anew(clause: Clause) -> bool:
    return cues("fr")["opens_anew"].match(clause.words) is not None


def _afterwards(a: Act, b: Act) -> bool:
    """«Un peu plus tard, un kamikaze …», «dix minutes après, une voiture sautait»."""
    units, bomb = b.clause.units if a.clause is not b.clause else [], b.clause.codes[b.seen.at] == "W"
    return (bomb and told("later", units[:4])) or (not b.seen.definite and told("afterwards", units[:4]))


def _elsewhere(a: Act, b: Act) -> bool:
    """Told in two quarters or villages, of which a map may know neither, or in two towns by one who acts again."""
    if a.clause is b.clause or b.seen.definite or a.clause.sentence.heading:
        return False
    if a.seen.sites and b.seen.sites and not a.seen.sites & b.seen.sites:
        return True
    towns = a.own_place and b.own_place and a.where and b.where and two_towns(a.where, b.where, a.clause.index < _LEAD)
    return bool(towns) and b.seen.rule != "event.killing" and words_of(b.seen) not in a.mentions  # «à X et à Y»


def _besides(a: Act, b: Act) -> bool:
    """«Le même jour, deux Casques bleus ont été blessés dans une embuscade près de Y»: not what was told before."""
    return a.clause is not b.clause and not b.seen.definite and b.own_place and told("besides", b.clause.units[:3])


def _answered(a: Act, b: Act) -> bool:
    """«les bombardements de représailles»: not the act that they answer, nor by its authors."""
    if a.seen.reply == b.seen.reply or set(a.by) & set(b.by):
        return False
    if b.seen.reply:
        return (not nameless(a.by) or not b.seen.definite) and not a.clause.sentence.heading
    return bool(b.by) and not b.seen.definite


def _places_agree(a: Act, b: Act) -> bool:
    """Their own places meet; an act without one is where its paragraph is,
    unless it stands in the head of the story.
    """
    head = a.clause.index <= _LEAD and not (a.clause.index == _LEAD and _sets_scene(b))
    first = a.where if a.own_place else None if head else a.around
    second = b.where if b.own_place else None if b.seen.definite or not a.own_place else b.around
    if first is None or second is None or (a.clause.index < _LEAD and vicinity(first, second)):
        return True
    if a.own_place and _sets_scene(b) and beyond(first.place, second.place):
        return False  # «à Lashkar Gah […]. Dans la province de Kandahar, une voiture piégée …»
    ordered = first.place.km <= second.place.km
    small, wide = (first.place, second.place) if ordered else (second.place, first.place)
    vaguely = wide is second.place and wide.level == "region" and not _sets_scene(b)  # «…, dans le sud du Yémen»
    if a.own_place and b.own_place and not (vaguely or (small is second.place and head) or _taken_up(a, b)):
        quarters = wide.km <= _QUARTER and a.clause is not b.clause and small.name != wide.name
        return meet(small, wide, wide.km if quarters else 1.3 * small.km + 4)
    return meet(small, wide, 1.3 * wide.km + 5) or within(small, wide)


def _sets_scene(act: Act) -> bool:
    """«A Tripoli, des inconnus ont tiré …»: the sentence opens with the place of its act."""
    return act.own_place and _SCENE.match(act.clause.codes) is not None and not act.seen.definite


def _taken_up(a: Act, b: Act) -> bool:
    """«l'attaque», or the next sentence: a province and a town of it may be one place."""
    again = b.seen.definite and not b.seen.plural
    return a.clause is not b.clause and (again or b.clause.index - a.clause.index == 1)


def _days_agree(a: Act, b: Act) -> bool:
    """They have a day in common, and a day is not told as the week that it lies in."""
    days = [act.when.interval.days for act in (a, b) if act.own_time and act.when is not None]
    if len(days) < 2 or a.when is None or b.when is None:
        taken_up = b.seen.definite and not (b.seen.plural and b.seen.weak and b.own_time and max(days) > _WEEK)
        return taken_up or max(days, default=0) < _WEEK  # «les violences ont fait depuis 2015 …» are no single act
    apart = min(days) <= _DAY and max(days) >= _WEEK and not a.clause.sentence.heading
    years = min(days) < _MONTH and max(days) > _YEAR  # «Depuis 2015, les attaques …», «Fin mai, une bombe …»
    return overlap(a.when, b.when) and not years and not (apart and not breaks_out(b.seen))


def _weapons_agree(a: Act, b: Act) -> bool:
    """Two things that each did harm by themselves («un obus …», «une roquette …») are two acts, unless one word is the
    wider one; an attack by drones is none of rockets.
    """
    first, second = set(a.seen.weapons), set(b.seen.weapons)
    if any(act.clause.codes[act.seen.at] != "W" for act in (a, b)):
        return first | second != {"drone", "rocket"} or bool(first & second) or not (first and second)
    return bool(first & second) or not first or not second or first | second in _ONE_WEAPON or "ied" in second


def _counts_agree(a: Act, b: Act) -> bool:
    first, second = a.seen.count, b.seen.count
    if second is not None and a.seen.definite and not (a.seen.plural or b.seen.definite) and first is None:
        return False  # «L'attaque […] survient cinq jours après deux attaques»
    if first is None or second is None or first.unit.quantity is None or second.unit.quantity is None:
        return True
    return first.unit.quantity.figure == second.unit.quantity.figure


def _set_apart(a: Act, b: Act) -> bool:
    """«X a riposté en tirant 350 roquettes. […] A Y, cinq enfants ont péri samedi dans une explosion»: an act that is
    brought in with its own place and day is not one that has neither, but in the head of a story.
    """
    brought_in = b.seen.rule == "event.noun" and not b.seen.definite and b.own_place and b.own_time
    return older(b.seen) or (brought_in and not (a.own_place or a.own_time) and bool(a.by) and a.clause.index > _LEAD)


def _siblings(a: Act, b: Act) -> bool:
    """One word told both, for two places, or an act did a part; the dead of one verb are of one act."""
    if a.clause is not b.clause:
        return a.seen.rule == "event.killing" and not b.seen.definite and of_a_part(b.clause, b.seen.at)
    at, other = a.seen.at, b.seen.at
    if (a.seen.rule == "event.killing" and killed_others(a.clause, at, other)) or on_its_authors(a.clause, at, other):
        return True
    if (part := of_a_part(b.clause, other)) or b.seen.rule == "event.killing":
        return part or told_beside(a.clause, at)
    if a.seen.rule == "event.killing" and told_beside(b.clause, other):
        return True
    apart = a.seen.rule == b.seen.rule and a.own_place and b.own_place and not b.seen.definite
    return at == other or (apart and each_its_own(a.where, b.where))


def _bare_killing(a: Act, b: Act) -> bool:
    """Dead who are told far from any act, without its place: nothing says that it was that act."""
    if _title_alone(a) and b.clause.index > 1 and _two_sides(a.target, b.target):
        return True
    if b.seen.rule != "event.killing" or (a.own_place and b.own_place):
        return False
    return b.clause.index - a.clause.index > (_NEXT if open_word(a) else 1)


def _title_alone(act: Act) -> bool:
    """«36 islamistes tués en Egypte»: a title that no word for an act, and nothing in the lead, has taken up."""
    return act.seen.rule == "event.killing" and act.clause.sentence.heading and act.tellings == 1


def _two_sides(one: str | None, other: str | None) -> bool:
    """Two sides under arms."""
    return not {None, "civilians"} & {one, other} and one != other


def same(a: Act, b: Act) -> bool:
    """Whether `b`, told after `a`, may be `a` told again: nothing that the words of both say apart differs."""
    if not (_days_agree(a, b) and _types_agree(a, b) and _places_agree(a, b)) or _further(a, b):  # the quick ones first
        return False
    if _by_forces(a, b) or _set_apart(a, b) or _bare_killing(a, b) or _siblings(a, b) or _of_others(a, b):
        return False
    return not (a.denied and not b.denied) and _people_agree(a, b) and (_of_the_title(a, b) or _told_alike(a, b))


def _of_the_title(a: Act, b: Act) -> bool:
    """The title's act is that of the first sentences, whose words for its target or weapon may differ."""
    title, head = a.clause, b.clause
    return title.sentence.heading and not title.index and not head.sentence.heading and head.index <= _LEAD


def _told_alike(a: Act, b: Act) -> bool:
    return _targets_agree(a, b) and _counts_agree(a, b) and _weapons_agree(a, b)
