"""Level 5: people killed of whom no word tells the act («43 soldats ont été tués à X»): an act all the same, where
the words say that somebody did it.
"""

from .acts import Act
from .agency import roles
from .agency_shared import Role
from .analysis import Analysis
from .cues import cues, told
from .events import Happening
from .figure_acts import long_before
from .figures_named import BEFORE_BEING
from .frames import Figure
from .harmed import attacked_others
from .ordinals import begins_another
from .setting import place_in_clause, time_in_clause
from .settle import country_of, settle
from .sides import of_state, side_of
from .units import Unit
from .weapons_told import borne, instrument, instruments

NO_ACT = frozenset(
    {
        "harm.toll-raised",
        "harm.toll-number",
        "harm.ordinal",
        "harm.noun-of",
        "harm.count-act",
        "harm.lost",
        BEFORE_BEING,
    }
)  # of who attacked and was shot the attack is the act
_MEANS = 9  # units behind a death in which its weapon stands
_MOST, _SCHOOLS = 300, 1000  # more dead, or people taken, than that are no single act's
# Days: dead of a longer time are a toll, no act; those by whom and where is told of a week, of an operation of two.
_DAYS, _WEEK, _WEEKS = 3, 7, 14


def _counted_in(figure: Figure, told: bool) -> bool:
    """Somebody whom a total of months counts as well: told with its authors, or its own place and day, it is an act
    like others.
    """
    return figure.relation == "component" and (told or "by" in roles(figure.clause).get(figure.trigger, {}))


def _mishap(unit: Unit) -> bool:
    """A word for an accident, an illness; «un juge» is somebody."""
    return unit.code == "J" and unit.feature("weak") is None and unit.value != "court"


def _found_dead(figure: Figure) -> bool:
    """«retrouvé mort»: nothing says that somebody killed him."""
    near = figure.clause.units[max(0, figure.trigger - 3) : figure.trigger + 1]
    return told("found_dead", near)


def _deed(figure: Figure) -> bool:
    """«ont été tués», «abattus», or a means: somebody did it; «27 morts», «onze corps», «ont péri» count the dead."""
    trigger = figure.clause.units[figure.trigger]
    near = figure.clause.units[max(0, figure.trigger - 2) : figure.trigger + _MEANS]
    done = trigger.code in "Kk" and not told("befell", [trigger])  # «est décédé»: perhaps of age
    return done or any(u.code == "W" for u in near) or _passed(figure) or begins_another(figure.clause)


def _passed(figure: Figure) -> bool:
    """«au passage de leur convoi»."""
    return cues("fr")["passing"].search(figure.clause.words) is not None


def _side(figure: Figure, analysis: Analysis, act: Act) -> str | None:
    """Whose fighters those were whom it killed."""
    return side_of(figure.who, country_of(analysis, act.where))


def _family(figure: Figure, parts: dict[str, Role]) -> str:
    """What kind of act a killing is: by its author, by what passed when it happened, by its verb."""
    if "by" in parts and told("bearer", [parts["by"].unit]):
        return "Suicide bomb"
    if figure.outcome == "abducted":
        return "Abduction/forced disappearance"
    tool = instrument(figure)
    made = tool.feature("type") if tool is not None else None  # «tué par une mine»
    if tool is not None and (made or figure.outcome == "injured"):
        return (made or "assault").replace("_", " ")
    if _passed(figure):
        return "Remote explosive/landmine/IED"
    return "assault" if told("by_hand", [figure.clause.units[figure.trigger]]) else "attack"


def _wounded_with(figure: Figure) -> bool:
    """«blessé à la grenade», «deux jeunes blessés par balles», «un homme armé d'une hache a blessé deux agents»: the
    wound tells the act.
    """
    hurt = figure.outcome == "injured" and figure.relation is None
    return hurt and (instrument(figure) or borne(figure)) is not None


def _put_out(figure: Figure) -> bool:
    """«l'armée a neutralisé trente jihadistes»: a fight, told by those who won it."""
    author = roles(figure.clause).get(figure.trigger, {}).get("by")
    told_so = author is not None and author.unit.actor is not None and author.unit.actor.role == "force"
    return figure.outcome == "neutralised" and figure.relation is None and told_so


def _one_of_a_people(figure: Figure) -> bool:
    """«le Tunisien X, abattu par la police»: one man whom forces came for."""
    who = figure.who.actor if figure.who is not None else None
    return figure.number == 1 and who is not None and who.kind == "people"


def act_from(analysis: Analysis, figure: Figure) -> Act | None:
    """A killing told without a word for the act («43 soldats ont été tués à X») is one all the same."""
    where = place_in_clause(analysis, figure.clause, figure.start, figure.end)
    when = time_in_clause(analysis, figure.clause, figure.start, figure.end)
    if not _may_tell(figure, where is not None and when is not None):
        return None
    seen = _seen(figure)
    if not _done_by_somebody(figure, seen):
        return None
    act = settle(analysis, seen, [figure], air=False)
    if figure.outcome == "abducted" and (not act.by or any(map(of_state, act.by))):
        return None  # «emmenés par la police» is an arrest
    _fought(analysis, figure, act)
    told_so = where is not None or when is not None or bool(act.by)
    return act if told_so and (when is None or when.interval.days <= _longest(act)) else None


def _may_tell(figure: Figure, apart: bool) -> bool:
    """Whether the figure is of people killed or taken at one time, and not of an accident, a toll, a body found."""
    if figure.outcome not in ("killed", "abducted") and not (_wounded_with(figure) or _put_out(figure)):
        return False
    most = _SCHOOLS if figure.outcome == "abducted" else _MOST
    if figure.rule in NO_ACT or not 0 < figure.number <= most:
        return False
    if figure.relation and not _counted_in(figure, apart):
        return False
    return not (any(map(_mishap, figure.clause.units)) or _found_dead(figure))


def _seen(figure: Figure) -> Happening:
    """The killing as an act that the sentence tells."""
    parts = roles(figure.clause).get(figure.trigger, {})
    trigger = figure.clause.units[figure.trigger]
    return Happening(
        figure.clause, figure.trigger, _family(figure, parts), min(figure.start, trigger.start),
        max(figure.end, trigger.end), "event.killing", parts.get("by"), weapons=instruments(figure),
        earlier=long_before(figure), toll=figure.number,
    )  # fmt: skip


def _done_by_somebody(figure: Figure, seen: Happening) -> bool:
    """Its author is told, or its verb says that there was one; «retenus» is no act of a day."""
    if figure.clause.units[figure.trigger].low.startswith("retenu"):
        return False
    return seen.by is not None or (figure.outcome != "abducted" and _deed(figure))


def _fought(analysis: Analysis, figure: Figure, act: Act) -> None:
    """Attackers whom forces killed fell in a fight, and so did a suspect, or somebody not told of, whom they shot."""
    act.defence, by_state = attacked_others(figure), any(map(of_state, act.by))
    worn = act.type == "Suicide bomb" and by_state  # «munis de ceintures, ils ont été tués par l'armée»
    if act.defence and (act.type == "Attack" or worn):
        act.type, act.raw, act.target = "Armed clash", {"Armed clash"}, _side(figure, analysis, act)
    open_ = figure.who is None or told("suspected", [figure.who]) or _one_of_a_people(figure)
    if open_ and by_state and act.type == "Attack" and told("shot", [figure.clause.units[figure.trigger]]):
        act.type, act.raw, act.target = "Armed clash", {"Armed clash"}, None


def _longest(act: Act) -> int:
    """Days that the dead of one act are told over: «la semaine dernière, 30 élèves ont été emmenés par X à Y»."""
    if not (act.by and act.own_place):
        return _DAYS
    return _WEEKS if act.type == "Armed clash" and any(map(of_state, act.by)) else _WEEK
