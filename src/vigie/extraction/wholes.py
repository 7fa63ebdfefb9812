"""Level 6: of what a figure is a part: some of those told before, the tolls of several acts that add up."""

import itertools
import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import takewhile

from .crowds import protesters
from .cues import told
from .figures_parts import RECOUNTS
from .frames import BODILY, Clause, Figure
from .harm_tolls import raised, says, toll_of
from .people import CIVIL, is_part, may_be_among, those_named
from .sides import ARMED

_NEAR = 2  # sentences back to the toll that is told in more detail
_ACTS, _ROUND = 6, 20  # acts told one after the other; of so many one may be off in a round number
_SOME = ("harm.among", "harm.of-them")  # rules of figures that say that they are of some
_OF_THEM = re.compile(r"QdQ?[oj]?(?:N|[VA][oja]?K)")  # «deux des blessés», «douze des soldats tués»
_AGES = frozenset({"men", "women", "children"})  # of which none is one of the others
_TOLLS = 5  # tolls told one after the other that may add up
_SUM = 5  # a smaller sum may be one by chance


def tie_parts(figures: list[Figure], clauses: Sequence[Clause]) -> None:
    """Parts to wholes: components that add up to a total, some «of them», the newly dead of a cumulative toll."""
    by_rank = {clause.index: clause for clause in clauses}
    for rank, figure in enumerate(figures):
        if figure.parent is None:
            some = _some_of(figure, figures[:rank])
            some = some if some is None or not _others_told_since(figure, some, by_rank) else None
            some = some or _of_the_dead(figure, figures) or _of_the_hurt(figure, figures[:rank])
            figure.parent = some or _of_the_last(figure, figures[:rank])
            figure.relation = "subset" if figure.parent else figure.relation
    for whole in figures:
        _components(whole, figures)
        _summed(whole, figures)
        _told_apart(whole, figures)
        _one_by_one(whole, figures)
        _itemised(whole, figures)
        _raised(whole, figures)
        _counted_up(whole, figures)


def _of_the_dead(figure: Figure, figures: list[Figure]) -> Figure | None:
    """«trois médecins comptent parmi les trente tués», «parmi les morts figurent cinq policiers», «trois des
    blessés sont des civils»: of the toll told there or last before.
    """
    if not _of_some(figure):
        return None
    same = [f for f in figures if f.outcome == figure.outcome and f.number > figure.number and not _of_some(f)]
    same = [f for f in same if f.parent is not figure]
    here = [f for f in same if f.clause is figure.clause]
    before = [f for f in same if 0 < figure.clause.index - f.clause.index <= 8 and f.relation != "subset"]
    return here[0] if here else before[-1] if before else None


def _of_some(figure: Figure) -> bool:
    """«parmi les morts figurent …», «trois des blessés», «cinq enfants parmi les morts»."""
    before = figure.clause.units[max(figure.at, figure.trigger - 2) : figure.trigger]
    if figure.quantity is not None and _OF_THEM.match(figure.clause.codes, figure.at) is not None:
        return figure.clause.units[figure.at + 1].low == "des"  # «deux des blessés sont grièvement touchés»
    return figure.rule in _SOME or any(unit.value == "parmi" for unit in before)


def _of_the_hurt(figure: Figure, earlier: list[Figure]) -> Figure | None:
    """«Une vingtaine sont dans un état critique», «deux des blessés sont en réanimation»: of those hurt told before."""
    if figure.outcome != "injured" or not told("critical", [figure.clause.units[figure.trigger]]):
        return None
    near = takewhile(lambda f: figure.clause.index - f.clause.index <= _NEAR, reversed(earlier))
    return next((f for f in near if f.outcome == "injured" and f.number > figure.number and not is_part(f)), None)


def _of_the_last(figure: Figure, earlier: list[Figure]) -> Figure | None:
    """«Vingt-six ont été abattues par la police», «Ce chiffre inclut 94 morts à X»: some of the toll of the sentence
    before.
    """
    codes, at = figure.clause.codes, figure.at
    bare = codes[:at].strip('"') == "" and codes[at + 1 : at + 2] in ("x", "X") and figure.outcome == "killed"
    if not bare and not says(figure, "included"):
        return None
    before = [f for f in earlier if f.clause.index == figure.clause.index - 1 and not is_part(f)]
    figure.apart = "T" in codes  # on a day of its own
    return next((f for f in reversed(before) if f.outcome == figure.outcome and f.number > figure.number), None)


def _some_of(figure: Figure, earlier: list[Figure]) -> Figure | None:
    """«l'un d'eux», «deux d'entre eux», «un des soldats»."""
    codes = figure.clause.codes[figure.at + 1 : figure.at + 5]
    if not (
        codes.startswith(("du", "diu"))
        or (figure.clause.units[figure.at].code == "q" and codes.startswith("d") and _plural(figure))
    ):
        return None
    if those_named(figure) is not None:
        return None
    wholes = [
        f
        for f in earlier
        if f.number > figure.number and f.outcome in BODILY and figure.clause.index - f.clause.index <= 8
    ]
    same = [f for f in wholes if f.outcome == figure.outcome]
    return (same or wholes)[-1] if wholes else None


def _others_told_since(figure: Figure, whole: Figure, by_rank: dict[int, Clause]) -> bool:
    """«La police a dispersé des manifestants. Deux d'entre eux ont été tués»: of a crowd told behind the last toll."""
    before = by_rank.get(figure.clause.index - 1)
    return before is not None and whole.clause.index < before.index and any(map(protesters, before.units))


def _plural(figure: Figure) -> bool:
    follow = figure.clause.units[figure.at + 1 : figure.at + 3]
    return len(follow) == 2 and follow[0].low == "des" and follow[1].code == "V"


def _rank(figure: Figure) -> int:
    return figure.clause.index


def _apart_from(whole: Figure, part: Figure) -> bool:
    """Attackers, fighters who fell are none of «douze civils»."""
    civil = whole.who is not None and whole.who.value in CIVIL
    return civil and part.who is not None and part.who.value in ARMED


def _components(whole: Figure, figures: list[Figure]) -> None:
    """Two or more figures of one later sentence whose sum is the total are its components."""
    if whole.number < 3 or whole.parent is not None:
        return
    rank = whole.clause.index
    first, last = (bisect_right(figures, index, key=_rank) for index in (rank, rank + 4))
    later = [f for f in figures[first:last] if f.parent is None and f.outcome == whole.outcome]
    later = [f for f in later if not _apart_from(whole, f)]
    for index in sorted({f.clause.index for f in later}):
        parts = [f for f in later if f.clause.index == index]
        if len(parts) > 1 and _makes(sum(f.number for f in parts), whole):
            for part in parts:
                part.parent, part.relation = whole, "component"
            return


def _summed(whole: Figure, figures: list[Figure]) -> None:
    """«dix morts»; «huit soldats ont été tués»; «deux rebelles ont aussi été tués»: told one after the other, they
    add up; humanitarians and soldiers add up to no «dix combattants».
    """
    if whole.number < _SUM or whole.parent is not None:
        return
    rank = whole.clause.index
    first, last = (bisect_right(figures, index, key=_rank) for index in (rank, rank + 8))
    later = [f for f in figures[first:last] if f.parent is None and f.outcome == whole.outcome and f.who is not None]
    later = [f for f in later if f.rule != RECOUNTS and not _apart_from(whole, f)]  # a rival count is no part
    fitting = [f for f in later if f.number < whole.number][:_TOLLS]
    for count in range(2, _TOLLS + 1):
        parts = fitting[:count]
        if len(parts) == count and sum(f.number for f in parts) == whole.number:
            for part in parts if all(may_be_among(_people(whole), _people(f)) for f in parts) else ():
                part.parent, part.relation = whole, "component"
            return


def _told_apart(whole: Figure, figures: list[Figure]) -> None:
    """«Trois attentats ont fait 34 morts. L'un …, 11 morts. Le deuxième …, huit morts»: the tolls of several acts, told
    next one after the other, add up to that of all of them.
    """
    if whole.number < _SUM or whole.parent is not None or not (says(whole, "several") or says(whole, "waves")):
        return
    rank = whole.clause.index
    first, last = (bisect_right(figures, index, key=_rank) for index in (rank, rank + 8))
    later = [f for f in figures[first:last] if f.parent is None and f.outcome == whole.outcome and f.rule != RECOUNTS]
    sums = list(itertools.accumulate(f.number for f in later[:_ACTS]))
    at = next((i for i, total in enumerate(sums) if i and _makes(total, whole)), None)
    if at is not None and all(f.number < whole.number for f in later[: at + 1]):
        for part in later[: at + 1]:
            part.parent, part.relation, part.apart = whole, "component", True


def _one_by_one(whole: Figure, figures: list[Figure]) -> None:
    """«La frappe a fait deux morts à X. Une femme est morte sous les décombres et une autre est décédée à l'hôpital»:
    who is told in the next sentence, with neither a place nor a day of their own, and who add up to the few dead.
    """
    if not 1 < whole.number < _SUM or whole.parent is not None or whole.outcome != "killed":
        return
    rank = whole.clause.index
    first, last = (bisect_right(figures, index, key=_rank) for index in (rank, rank + 1))
    later = [f for f in figures[first:last] if f.outcome == whole.outcome and f.relation != "subset"]
    apart = any(set("PT") & set(f.clause.codes) or told("besides", f.clause.units[: f.trigger]) for f in later)
    free = all(f.parent is None and may_be_among(_people(whole), _people(f)) for f in later)
    if len(later) > 1 and free and not apart and sum(f.number for f in later) == whole.number:
        for part in later:
            part.parent, part.relation = whole, "component"


def _makes(total: int, whole: Figure) -> bool:
    """The sum is the total, or what «près de 90», «plus de 500» stand for."""
    more, room = total - whole.number, whole.number // _ROUND
    told = whole.quantity.qualifier if whole.quantity is not None else ""
    return -room * (told == "about") <= more <= room * (told in ("about", "more_than"))


def _itemised(whole: Figure, figures: list[Figure]) -> None:
    """«12.000 étrangers, 4.000 femmes et 8.000 enfants»: the figures told next, of the same verb, add up to it."""
    first, last = (bisect_right(figures, index, key=_rank) for index in (whole.clause.index - 1, whole.clause.index))
    here = [f for f in figures[first:last] if f.outcome == whole.outcome and f.at > whole.at]
    beside = [f for f in here if f.trigger == whole.trigger or ":" in whole.clause.codes[whole.at : f.at]]
    free = all(f.parent is None for f in beside) and whole.relation != "subset"
    free = free and not (_people(whole) in _AGES and any(_people(f) in _AGES - {_people(whole)} for f in beside))
    if len(beside) > 1 and free and sum(f.number for f in beside) == whole.number:
        for part in beside:
            part.parent, part.relation = whole, "component"


def _raised(whole: Figure, figures: list[Figure]) -> None:
    """«ce qui porte à 45 le nombre de soldats français tués»: today's dead of that side are among them."""
    if whole.rule not in ("harm.toll-raised", "harm.ordinal") or whole.who is None:
        return
    later = toll_of(whole) == "act"  # the toll of an attack: whoever is told behind it died of another one
    for figure in figures:
        if later and _rank(figure) > _rank(whole):
            break
        same_people = figure.who is not None and figure.who.value == whole.who.value
        if (
            figure is not whole
            and figure.parent is None
            and figure.outcome == whole.outcome
            and same_people
            and figure.number < whole.number
        ):
            figure.parent, figure.relation, figure.apart = whole, "component", True


def _counted_up(whole: Figure, figures: list[Figure]) -> None:
    """«Douze soldats ont été tués lundi, ce qui porte à 41 le nombre de morts», «le bilan est passé à 22 morts, deux
    blessés ayant succombé»: the newly dead that the sentence itself adds, whoever those are whom it counts.
    """
    if whole.parent is not None or not raised(whole):
        return
    first, last = (bisect_right(figures, index, key=_rank) for index in (_rank(whole) - 1, _rank(whole)))
    for part in figures[first:last]:
        added = part.at < whole.at or told("newly_dead", part.clause.units[whole.at : part.trigger + 1])
        fewer = part.outcome == whole.outcome and 0 < part.number < whole.number and part.parent is None
        if fewer and added and may_be_among(_people(whole), _people(part)):
            part.parent, part.relation, part.apart = whole, "component", True


def _people(figure: Figure) -> str:
    return figure.who.value if figure.who is not None and figure.who.code == "V" else "people"
