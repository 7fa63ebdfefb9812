"""Level 5: which figures stay: none of accidents, illness, nature, courts; a revised toll is two."""

import re
from collections import Counter
from dataclasses import replace

from .cues import told
from .frames import Clause, Figure
from .nature import by_nature

_RATE = re.compile(
    r"quotidiennement|par jour|chaque (?:jour|mois|semaine|année)|par (?:mois|semaine|heure)"
    r"|tous les \w+ (?:jours|mois)|en moyenne"
)

_ASIDE = 12  # units behind a death among which its age or bed is told
_OLD = 60  # years


def violent_only(figures: list[Figure], caused: frozenset[int] = frozenset()) -> list[Figure]:
    """Without the dead of accidents and the like, also where other sentences tell them again without the cause;
    `caused` are words (by their `id`) of what violence brought about.
    """
    harmless = [f for f in figures if _harmless(f, caused)]
    numbers = {(f.outcome, f.number) for f in harmless if f.number > 1}
    lists = _lists(figures, harmless)
    aged = any(map(_in_old_age, figures))  # «Décès du général X», in its title
    told = [f for f in figures if f not in harmless and id(f.clause) not in lists]
    told = [f for f in told if not (aged and f.rule == "harm.named-death")]
    return [f for f in told if (f.outcome, f.number) not in numbers or _fought(f)]


def _lists(figures: list[Figure], harmless: list[Figure]) -> set[int]:
    """Clauses whose figures add up to the dead of an accident («six officiers, six sous-officiers et un
    caporal-chef»).
    """
    totals = {f.number for f in harmless if f.outcome == "killed" and f.number > 2}
    sums: Counter[int] = Counter()
    for figure in figures:
        sums[id(figure.clause)] += figure.number * (figure.outcome == "killed" and figure not in harmless)
    parts = Counter(id(f.clause) for f in figures)
    return {clause for clause, total in sums.items() if total in totals and parts[clause] > 1}


def _fought(figure: Figure) -> bool:
    """The sentence names an act of violence beside the figure."""
    return any(u.code in "EF" and u.feature("weak") is None and u.value != "operation" for u in figure.clause.units)


def revised(figures: list[Figure]) -> list[Figure]:
    """«le bilan passe de 15 à 19 morts» is two figures, the second of which replaces the first."""
    out = []
    for figure in figures:
        quantity = figure.quantity
        if quantity is None or quantity.high is None or quantity.high <= quantity.figure or not _climbed(figure):
            out.append(figure)
            continue
        old = quantity._replace(high=quantity.low)
        new = quantity._replace(count=quantity.high, low=quantity.high, high=quantity.high)
        out.append(replace(figure, quantity=new))
        out.append(replace(figure, quantity=old, rule="harm.revised-from", relation="revision", why=dict(figure.why)))
    return out


def _climbed(figure: Figure) -> bool:
    """The numbers are those from and to which a toll went: «le bilan passe de …», «est également passé de …»."""
    before = figure.clause.codes[max(0, figure.at - 4) : figure.at]
    verb = figure.clause.units[max(0, figure.at - 2) : max(0, figure.at - 1)]
    return re.search("B[^,]{0,2}d$", before) is not None or (before.endswith("d") and told("climbs", verb))


def _imagined(figure: Figure) -> bool:
    """«pourrait faire des milliers de morts»: nobody says that it happened."""
    before = figure.clause.units[max(0, figure.at - 4) : figure.at]
    if _threatened(figure) or _feared(figure):
        return True
    if any(u.low in ("nous", "vous") for u in figure.clause.units[figure.at : figure.at + 4]):
        return True  # «quand l'un de nous est tué»
    return any(u.low == "faire" for u in before) and any(u.code == "H" and u.value == "might" for u in before)


def _threatened(figure: Figure) -> bool:
    """«menace de tuer un deuxième otage»: an infinitive that threats, orders and attempts govern."""
    at, verb = figure.trigger, figure.clause.units[figure.trigger].low
    if (
        figure.clause.codes[at] != "k"
        or not verb.endswith(("er", "ir", "re"))
        or figure.clause.codes[at - 1 : at] != "d"
    ):
        return False
    return told("threats", figure.clause.units[max(0, at - 3) : at - 1])


def _feared(figure: Figure) -> bool:
    """«redoute que 800.000 personnes ne fuient», «une offensive ferait des milliers de morts»; «tombés malades»."""
    first, last = sorted((figure.at, figure.trigger))
    units = figure.clause.units
    if told("feared_that", units[max(0, first - 6) : first]) and any(
        u.code == "c" for u in units[max(0, first - 4) : first]
    ):
        return True
    ill = units[last + 1 : last + 2]
    return any(u.low in ("ferait", "feraient") for u in units[max(0, first - 3) : first]) or any(
        u.low.startswith("malade") for u in ill
    )


def _rate(figure: Figure) -> bool:
    """«tue chaque jour des dizaines de personnes», «un mort tous les quatre jours»: a rate is no figure
    (gold/GUIDE.md).
    """
    low, high = sorted((figure.at, figure.trigger))
    near = " ".join(u.low for u in figure.clause.units[max(0, low - 4) : high + 7])
    return _RATE.search(near) is not None


def _spoken(figure: Figure) -> bool:
    """«"Un mort, c'est un mort de trop"»: one or none of nobody in particular, in somebody's speech."""
    quantity = figure.quantity
    bare = quantity is not None and quantity.kind in ("article", "zero") and figure.who is None
    return figure.clause.quoted and bare and figure.parent is None


def _in_old_age(figure: Figure) -> bool:
    """«Le général X est mort à l'âge de 94 ans», «à son domicile», and no word of violence beside."""
    units, at = figure.clause.units, figure.trigger
    if figure.outcome != "killed" or figure.number > 1 or figure.clause.codes[at] not in "ID":
        return False
    behind = units[at + 1 : at + _ASIDE]
    if not told("dies_old", behind) or any(u.code in "EFWK" or told("dies_of_wounds", [u]) for u in units):
        return False
    ages = [u.quantity.figure for u in behind if u.quantity is not None]
    return max(ages, default=_OLD) >= _OLD


def _came_down(figure: Figure) -> bool:
    """«Un avion de l'armée s'est écrasé, sans faire de victime»: nobody is told to have brought it down."""
    if figure.number > 0 or figure.quantity is None:
        return False
    units = figure.clause.units[: min(figure.at, figure.trigger)]
    craft = next((i for i, u in enumerate(units) if u.value == "air_dropped"), len(units))
    hit = any(u.code in "KEF" for u in units)
    return not hit and told("comes_down", units[craft:])


def _always(clause: Clause) -> bool:
    """A word of it is of accidents, illness or courts wherever it stands."""
    return any(unit.feature("always") is not None for unit in clause.units)


def _harmless(figure: Figure, caused: frozenset[int]) -> bool:
    """Accidents, illness, nature and courts: told in the same breath, they make the figure none of ours."""
    if figure.rule == "harm.toll-raised":
        return False
    if (
        _imagined(figure)
        or _rate(figure)
        or _spoken(figure)
        or _in_old_age(figure)
        or _came_down(figure)
        or figure.clause.once("always", _always)
    ):
        return True
    low, high = sorted((figure.at, figure.trigger))
    near = figure.clause.units[max(0, low - 8) : high + 12]
    if any(by.code == "p" and beast.value == "animal" for by, beast in zip(near, near[2:], strict=False)):
        return True  # «blessé par un chien»
    if by_nature(figure.clause, figure.trigger):
        return True  # «l'ours a blessé trois randonneurs»
    causes = [u for u in near if u.code == "J" and u.feature("weak") is None and id(u) not in caused]
    return bool(causes) and not _violent(figure.clause, 0, high + 12)


def _violent(clause: Clause, first: int, last: int) -> bool:
    """Whether something else than nature or an accident does violence there."""
    return any(
        u.code in "EFW"
        and u.feature("weak") is None
        and u.value not in ("operation", "air_dropped", "blast")
        and not (u.code == "F" and by_nature(clause, i))
        for i, u in enumerate(clause.units[first:last], first)
    )
