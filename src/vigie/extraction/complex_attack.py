"""Level 6: attacks by several means, of which nothing tells which of them killed."""

from vigie.values import Interval, Place

from .acts import Act, near, overlap
from .cues import cues, told
from .figures_base import singular
from .frames import Figure
from .harm_people import victims
from .sides import ARMED
from .story import Story, Telling
from .units import Unit

BOMBS = frozenset({"Suicide bomb", "Remote explosive/landmine/IED"})
_COMPLEX = BOMBS | {"Attack", "Armed clash"}  # what may be told apart of one attack
_DEADLY = _COMPLEX | {"Grenade", "Air/drone strike", "Shelling/artillery/missile attack"}
_OPEN = ("attack", "attentat")  # words that leave open how
_Day = tuple[str | None, Interval]
_EXACT = frozenset(kind.replace(" ", "_") for kind in BOMBS)


def in_several_ways(story: Story, figure: Figure, act: Act) -> bool:
    """«L'attaque a fait 14 morts», where a bomb and gunmen, or two kinds of bombs, struck one place on one day."""
    if act.type not in _COMPLEX:
        return False
    begun = _only_begun(story, act)
    if _tells_how(figure) and not (begun and figure.clause.codes[figure.trigger] != "k"):
        return False
    if begun:
        return True
    if act.where is None or act.when is None:
        return False
    struck = story.analysis.once("struck", lambda: _struck(story.acts)).get(_day(act), {})
    beside = {kind for kind, place in struck if near(place, act.where.place)}
    return len(beside | {act.type}) > 1 and bool(beside & BOMBS)


def of_a_bomb(act: Act, telling: Telling | None) -> bool:
    """«Un attentat contre les forces de sécurité»: by a bomb or by gunmen, where the story tells of no shots."""
    attentat = telling is not None and telling.clause.units[telling.at].value == "attentat"
    return attentat and not act.raw & {"shooting", "assault", "Armed clash"}


def all_told(story: Story, figure: Figure) -> bool:
    """«Les attaques ont fait 32 morts»: a total over acts that were of several kinds."""
    telling, act = story.telling_of.get(id(figure)), story.act_of.get(id(figure))
    word = telling.clause.units[telling.at] if telling is not None else None
    if act is None or word is None or word.code != "E" or word.value not in _OPEN or singular(word):
        return False
    then = [a for a in story.acts if a.figures and not a.denied and (a is act or _on_its_days(a, act))]
    kinds = {a.type for a in then if a.type in _DEADLY}
    fought = act.type == "Armed clash" and victims(figure) in ARMED and not kinds & BOMBS
    return len(kinds) > 1 and not fought


def _on_its_days(one: Act, act: Act) -> bool:
    return one.when is not None and act.when is not None and overlap(one.when, act.when)


def _only_begun(story: Story, act: Act) -> bool:
    """«L'attaque a débuté par l'explosion d'une voiture piégée, puis des hommes armés sont entrés»."""
    clauses = [act.clause, *(story.analysis.clause_at(start) for start, _ in act.mentions)]
    return any(clause is not None and cues("fr")["bomb_first"].search(clause.words) for clause in clauses)


def _day(act: Act) -> _Day | None:
    """The country and the days of an act, where both are told."""
    return (act.where.place.country, act.when.interval) if act.where is not None and act.when is not None else None


def _struck(acts: list[Act]) -> dict[_Day | None, dict[tuple[str, Place], None]]:
    """What happened where, by country and days: each kind once a place."""
    found: dict[_Day | None, dict[tuple[str, Place], None]] = {}
    for act in acts:
        bare = act.type == "Armed clash" and act.seen.plural and not act.by and act.target is None  # «les combats»
        bare = bare or act.raw == {"attentat"}  # «le deuxième attentat» of a wave of bombs: no other way
        bare = bare or act.clause.codes[act.seen.at] == "D"  # «après l'assassinat du bâtonnier»: of one man
        if act.type in _COMPLEX and not (act.denied or bare) and act.where is not None and act.when is not None:
            found.setdefault(_day(act), {})[act.type, act.where.place] = None
    return found


def _tells_how(figure: Figure) -> bool:
    """The sentence names the bomb, the one explosion or the weapon, or its verb says what was done («abattues»)."""
    verb = figure.clause.units[figure.trigger]
    named = any(u.code == "W" or (u.code in "EF" and _of_one_bomb(u)) for u in figure.clause.units)
    return named or verb.feature("weapon") is not None or told("by_hand", [verb])


def _of_one_bomb(unit: Unit) -> bool:
    """«un attentat-suicide», «des attentats à la voiture piégée», «l'explosion», «la déflagration»."""
    return unit.value in _EXACT or unit.feature("weapon") is not None or (unit.value == "blast" and singular(unit))
