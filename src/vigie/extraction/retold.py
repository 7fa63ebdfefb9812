"""Level 7: when two figures of one document are one figure told twice (the guide codes it once)."""

import re

from vigie.values import Base, Harm

from .cues import told as says
from .draft import Draft
from .figures_named import COMPANION
from .frames import Figure
from .harmed import attacked_others
from .sides import ARMED, of_state

_BACK = frozenset({"les", "des", "ces", "aux", "leurs"})  # before a number they mean people told before
_BESIDE_OTHERS = re.compile(r"[Qq][^.;:]{0,12}[KNI]")
_NEXT_ONE = re.compile(r"\w+ième$|seconde?$")
_BESIDES = re.compile(r"en outre|par ailleurs|de plus|en plus")
_ROUND, _CLOSE = 10, 1.1  # a title repeats numbers from ten on, and rounds them by a tenth at most
_ABOVE, _BELOW = frozenset({"more_than", "at_least", "about"}), frozenset({"about", "less_than"})
_UNNAMED = frozenset({"JIH", "REB", "MIL", "SEP", "UNK"})
_OPEN = ("Attack", "Armed clash")  # methods that may turn out to be any other
_KIN = (
    frozenset({"armed", "police", "medical", "officials"}),
    frozenset({"civilians", "children", "women", "men", "aid_workers", "medical", "journalists", "officials"}),
)


def _compatible(a: object, b: object, loose: tuple[object, ...]) -> bool:
    return a == b or a in loose or b in loose


def _victims_agree(x: Harm, y: Harm, single: bool) -> bool:
    """Equal, or one left open; one person may be told once by his trade and once by his rank."""
    if _compatible(x.victims, y.victims, ("people",)):
        return True
    if {x.victims, y.victims} == {"armed", "police"} and x.side is not None and x.side == y.side:
        return True  # «18 membres des forces de sécurité», «la mort de 18 de nos hommes»
    return single and any({x.victims, y.victims} <= kin for kin in _KIN)


def _sides_agree(a: str | None, b: str | None) -> bool:
    """Equal, or left open by one; unnamed jihadists stay jihadists whatever country a sentence puts them in."""
    unnamed = a is not None and b is not None and "-" in a and a[4:] == b[4:] and a[4:] in _UNNAMED
    return a == b or a is None or b is None or unnamed


def _names(figure: Figure) -> set[str]:
    """The capitalised words between the person and what happened to him."""
    first, last = sorted((figure.at, figure.trigger))
    units = figure.clause.units[first : last + 1]
    names = {u.low for u in units if u.code == "U" and len(u.low) > 2}
    told = [word for u in units if u.actor is not None for word in u.actor.text.split()]
    return names | {word.lower() for word in told if word[:1].isupper()}


def _pointed(figure: Figure) -> bool:
    """A named person, or one told with «le», «ce»: somebody the reader knows of already."""
    return figure.quantity is None


def _one_person(a: Draft[Harm], b: Draft[Harm], first: Figure, second: Figure) -> bool:
    """Whether one person harmed is the one told before: of the same kind, told in a title, or pointed at."""
    if attacked_others(first) != attacked_others(second) and not (a.heading or b.heading):
        return False  # «L'assaillant a été tué»: not the one whom he had killed
    if _pointed(first) and _pointed(second):
        mine, other = _names(first), _names(second)
        return not mine or not other or bool(mine & other)
    if _pointed(second):
        return True
    return a.claim.victims == b.claim.victims or a.heading or b.heading


def _added(first: Figure, second: Figure) -> bool:
    """«deux autres» told in the next sentence, «quatre personnes ont en outre été tuées»: they come on top."""
    if second.rule == COMPANION:
        return True
    units = second.clause.units[max(0, second.at - 3) : max(second.at, second.trigger) + 1]
    if _BESIDES.search(" ".join(u.low for u in units)):
        return True
    if _counted_on(second) and not _counted_on(first):
        return True  # «un second volontaire»
    other = second.clause.codes[second.at + 1 : second.at + 2] == "h"
    own = _BESIDE_OTHERS.search(second.clause.codes, 0, second.at) is not None  # «onze tués et 17 autres blessés»
    return other and not own and second.clause.index - first.clause.index <= 1


def _counted_on(figure: Figure) -> bool:
    """«un troisième policier»: not one told before."""
    behind = figure.clause.units[figure.at + 1 : figure.at + 2]
    return figure.number == 1 and bool(behind) and _NEXT_ONE.match(behind[0].low) is not None


def _part_of_others(first: Figure, second: Figure) -> bool:
    """«parmi les victimes, deux Colombiens» are not «deux assaillants»: a part, and people of another noun."""
    few, one, other = first.number < _ROUND, first.who, second.who
    part = first.relation == "subset" and second.relation != "subset"
    return few and part and one is not None and other is not None and one.low != other.low and first.number > 1


def _hit_and_hitting(hit: Figure, hitting: Figure, told: Harm) -> bool:
    """«Cinq personnes ont été tuées. Cinq assaillants sont morts.»: those who were hit, and those who hit them; whom an
    army killed it may call terrorists.
    """
    one, other = hit.who, hitting.who
    if one is None or other is None or one.code != "V" or one.value in ARMED or attacked_others(hit):
        return False
    return attacked_others(hitting) or (says("outlaws", [other]) and not any(map(of_state, told.by)))


def _taken_up(figure: Figure) -> bool:
    """«les treize militaires», «la mort des 13 soldats»: a number with an article means people told before."""
    before = figure.clause.units[figure.at - 1] if figure.at else None
    return figure.number > 1 and before is not None and before.low in _BACK


def _near(x: Base, y: Base) -> bool:
    """The points are closer than the wider of the two radii (in degrees, generously)."""
    if x.place is None or y.place is None:
        return True
    reach = max(x.place.km, y.place.km) / 80
    return abs(x.place.lat - y.place.lat) <= reach and abs(x.place.lon - y.place.lon) <= reach * 1.5


def _meet(a: Draft[Harm], b: Draft[Harm]) -> bool:
    """The place that the second tells is near that of the first, and their own days agree; of a few people, the own
    day of one with that of the other, too. A title may have its place from anywhere.
    """
    x, y = a.claim, b.claim
    if (a.own_place or not a.heading) and b.own_place and not _near(x, y):
        return False
    few = y.low is not None and y.low < _ROUND and b.own_time and not a.heading
    if not ((a.own_time or few) and b.own_time) or x.when is None or y.when is None:
        return True
    return x.when.start <= y.when.end and y.when.start <= x.when.end


def _rounded(title: Draft[Harm], draft: Draft[Harm]) -> bool:
    """«plus de 640 morts» of the title are the 642 of the text, «près de 1.600» its 1.592."""
    x, y = title.claim, draft.claim
    if not title.heading or draft.heading or x.outcome != y.outcome or x.count is None or y.count is None:
        return False
    above, below = y.count / x.count if x.count else 0.0, x.qualifier in _BELOW
    return x.count >= _ROUND and (
        (1 < above <= _CLOSE and x.qualifier in _ABOVE) or (1 / _CLOSE <= above < 1 and below)
    )


def _of_the_title(a: Draft[Harm], b: Draft[Harm]) -> bool:
    """A title gives no figures of its own: ten dead or more are those of the text, fewer where the people agree."""
    x, y = a.claim, b.claim
    if a.heading == b.heading or x.low is None or x.low == 1:
        return False
    return x.low >= _ROUND or (_victims_agree(x, y, False) and _sides_agree(x.side, y.side))


def _another_way(x: Harm, y: Harm) -> bool:
    """Two dead of a mine are not two dead of a mob; large numbers are seldom equal by chance."""
    named = {x.method, y.method} - {None, *_OPEN}
    return len(named) > 1 and x.low is not None and x.low < _ROUND


def _chief_of_the_title(a: Draft[Harm], b: Draft[Harm]) -> bool:
    """«la mort du chef de X» in the title, «Y, chef de X, a été tué»: one person, whatever his land is there."""
    first, second = a.frame, b.frame
    if not a.heading or not isinstance(first, Figure) or not isinstance(second, Figure):
        return False
    return _pointed(first) and _pointed(second)


def _as_victims(dead: Draft[Harm], left_open: Draft[Harm]) -> bool:
    """«Dix personnes ont été tuées. Les dix victimes …», «deux policiers ont été poignardés»: the word leaves open what
    the other sentence tells.
    """
    frame = left_open.frame
    told = dead.claim.outcome in ("killed", "injured") and left_open.claim.outcome == "killed_or_injured"
    if not told or (dead.claim.low or 0) < 2 or not isinstance(frame, Figure):
        return False
    return says("left_open", [frame.clause.units[frame.trigger]])


def same_figure(a: Draft[Harm], b: Draft[Harm]) -> bool:
    """`b`, told after `a`, is the same figure: outcome and number equal, nothing that the words say apart differs."""
    x, y, first, second = a.claim, b.claim, a.frame, b.frame
    if x.outcome != y.outcome and not (_as_victims(a, b) or _as_victims(b, a)):
        return False
    if x.side != y.side and (x.side in y.by or y.side in x.by):
        return False  # «L'attaque a fait cinq morts. Les cinq membres du commando ont été tués»
    told = (x.count == y.count and x.low == y.low) or _rounded(a, b)
    if told and _of_the_title(a, b):
        return True
    if not told or not (_sides_agree(x.side, y.side) or _chief_of_the_title(a, b)):
        return False
    if not isinstance(first, Figure) or not isinstance(second, Figure) or not _victims_agree(x, y, x.low == 1):
        return False
    if first.clause is second.clause or _added(first, second) or _part_of_others(first, second):
        return False
    if _taken_up(second):
        return True
    if not (a.heading or b.heading) and (_hit_and_hitting(first, second, x) or _hit_and_hitting(second, first, y)):
        return False
    if not _meet(a, b) or _another_way(x, y):
        return False
    return x.low != 1 or _one_person(a, b, first, second)
