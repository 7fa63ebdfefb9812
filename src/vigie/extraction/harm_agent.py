"""Level 6: the agent of the harm's own words («tués par X», «X a tué»), and of those told with them («et vingt autres
ont été blessés»).
"""

import itertools
import re

from .acts import Act
from .agency import can_act, companions, doubted, governed, roles
from .agency_relative import beside_the_act, whom_others
from .agency_shared import Role
from .crowds import DEMONSTRATIONS, DISPERSED, EXCESSIVE, MOB, RIOT
from .cues import told as says
from .draft import claimed, said
from .frames import BODILY, Clause, Figure
from .harm_charged import NOBODY, WARS, Blame
from .harm_people import left_behind
from .own_fire import killed_by_own, own_fire
from .sides import at_home, ids_of, of_state
from .story import Story
from .units import Unit

_BEHIND = 8  # units from the word of the wound to what it was made with
_WILLING = frozenset({"evacuated", "surrendered", "missing"})  # nobody did it to them
_LISTED = re.compile(r"(?:[AVo][oj]{0,2},[ld\"]{0,2}){0,4}[AV][oj]{0,2}t[ld\"]{0,2}$")
# «X ont fait douze morts», «X ont causé depuis 2012, au Mali, la mort de»
_MAKER = re.compile(r"(?P<by>[AVW])[ojaP]{0,3}(?:x[rg]*[oG])?x?[rg]*M[rT]*(?:(?:,?[eiTP]{1,5}){0,2},?lDo?d)?l?$")
_BY_PART = re.compile(r"n[rl]?[Qq](?:d?V[oj]?)?(?:p|i[lqd]{0,2}[EW])[^,;:.]{0,12}$")  # «dont douze par»
_ITS_WAY = re.compile(r"[hVNajo]{0,3}[TePr]{0,4},?(?:p[lrdqQ\"]{0,3}[EWAV]|i[lrdqQ\"]{0,3}[EW])")  # «quatre autres par»
_ITS_AUTHOR = re.compile(r"[EW]d[lq]{0,2}(?P<by>[AV])$")
_FIRE = re.compile(r"[TPr]{0,2}p[lrdqQ\"]{0,3}[EW]")
# «X a ouvert le feu sur la foule, faisant»: the subject of the verb before, with nobody else between.
_MAKING = re.compile(r"(?P<by>[AV])[^.;:,KkEFDwAVGMp]{0,5}?(?:x[rgy\"]*[oFLC]|[FLC])[^.;:KkwAxp]{0,14}?,M[rT]*l?$")

_LISTED_WITH = re.compile(r"M[rT]*l?(?P<rest>(?:Qd?[NV][ojH]{0,2}(?:,?t|,)){1,3})$")  # «faisant trois morts et»


def own_agent(story: Story, figure: Figure, country: str | None) -> Blame:
    """The agent of the harm's own word: «tués par X», «X a tué», «l'assassinat par X de»."""
    part, way = roles(figure.clause).get(figure.trigger, {}).get("by"), its_way(figure)
    part = _on_its_way(figure.clause, way) if way is not None else part
    maker = (_theirs(figure) or _maker(figure)) if way is None else None
    unit, rule = (part.unit, part.rule) if part is not None else (maker, "agency.maker")
    if unit is None or figure.outcome in _WILLING or unit.low in WARS or of_its_part(figure, unit.start):
        return NOBODY
    figure.why["by"] = (unit.start, unit.end, rule)
    teller = said(claimed(story.analysis, figure.start, figure.end))
    together = [unit, *(part.others if part is not None else _beside(figure.clause, unit))]
    ids = dict.fromkeys(i for one in sorted(together, key=lambda u: u.start) for i in ids_of(one, country))
    return Blame(at_home(list(ids), story.analysis.country, country), doubted(figure.clause, unit), teller)


def of_its_part(figure: Figure, blame_at: int) -> bool:
    """«40 blessés, dont douze par des tirs de la police»: those twelve alone are told to be hers."""
    units = figure.clause.units
    if not figure.end <= blame_at < units[-1].end:
        return False
    author = next(i for i, unit in enumerate(units) if unit.end > blame_at)
    return _BY_PART.search(figure.clause.codes, max(figure.at, figure.trigger), author) is not None


def its_way(figure: Figure) -> int | None:
    """«Neuf ont été tués par X, quatre autres par des obus», «… et cinq dans un attentat»: the unit of the act or of
    those who harmed the second ones, of whom the verb before and its agent say nothing.
    """
    told = _ITS_WAY.match(figure.clause.codes, figure.at + 1) if figure.elliptic else None
    return told.end() - 1 if told is not None and figure.relation != "subset" else None


def _on_its_way(clause: Clause, way: int) -> Role | None:
    part = roles(clause).get(way, {}).get("by")
    unit = clause.units[way]
    actor = part is None and clause.codes[way] in "AV" and can_act(unit)
    return Role(unit, "agency.agent", companions(clause, way)) if actor else part


def _beside(clause: Clause, unit: Unit) -> tuple[Unit, ...]:
    return companions(clause, clause.units.index(unit)) if unit in clause.units else ()


def by_others(figure: Figure, side: str | None) -> bool:
    """«tués par leurs propres troupes», «un homme accusé d'avoir tué deux policiers»: not by those whom the sentence
    tells of.
    """
    units = figure.clause.units
    charged = says("charged_with", [u for u in units[max(0, figure.trigger - 3) : figure.trigger] if u.code != "d"])
    infinitive = figure.clause.codes[max(0, figure.trigger - 2) : figure.trigger] == "dx"
    return (charged and infinitive) or (side is not None and own_fire(figure.clause))


def by_their_own(story: Story, figure: Figure, side: str | None) -> Blame:
    """«tués par leurs camarades», «dans une frappe de leur armée»: soldiers whom their own side's fire hit."""
    act = story.act_of.get(id(figure))
    if side is None or not of_state(side) or figure.outcome not in BODILY:
        return NOBODY
    itself = act is not None and act.target == side and act.by == [side]
    country = story.analysis.country
    if not (itself or own_fire(figure.clause) or killed_by_own(figure, side, country)):
        return NOBODY
    figure.why["by"] = (*figure.why["outcome"][:2], "agency.own-fire")
    return Blame([side], False, said(claimed(story.analysis, figure.start, figure.end)))


def denied_apart(story: Story, figure: Figure, act: Act) -> bool:
    """«X dément avoir bombardé le marché, où 20 civils ont péri»: the act is denied, the dead are not, and not X's."""
    told = claimed(story.analysis, figure.start, figure.end)
    return act.denied and (told is None or not told.denied)


def by_both(story: Story, figure: Figure, act: Act, side: str | None) -> Blame:
    """«tués dans un bombardement du régime et des raids de son allié»: by the authors of either act."""
    joint = story.joint_of.get(id(figure))
    if joint is None or not act.by or not joint.by or side in act.by or side in joint.by:
        return NOBODY
    figure.why["by"] = (act.seen.start, joint.seen.end, "agency.joint")
    teller = said(claimed(story.analysis, figure.start, figure.end))
    return Blame(list(dict.fromkeys([*act.by, *joint.by])), act.hedged or joint.hedged, teller)


def in_a_crowd(figure: Figure, act: Act, side: str | None, here: bool) -> bool:
    """Riots kill people of whom nothing says that rioters did it, but for police; a mob that lynches somebody, and tear
    gas, nobody further on; who throws stones shoots nobody.
    """
    riot = act.type == RIOT and all(actor.endswith("-PRO") for actor in act.by)
    gassed = DISPERSED in act.raw and act.raw <= DEMONSTRATIONS - {EXCESSIVE}
    lynched = act.type == MOB and side is None and act.seen.clause.codes[act.seen.at] in "Kk"
    return (
        (riot and side is None)
        or ((gassed or lynched) and not here)
        or ("stones" in act.seen.weapons and _shot(figure))
    )


def _shot(figure: Figure) -> bool:
    """«blessé par balle», «touché à l'épaule par une balle»."""
    units = figure.clause.units[figure.trigger : figure.trigger + _BEHIND]
    near = itertools.takewhile(lambda unit: unit.code not in ",.;:", units)
    return any("small_arms" in (unit.feature("weapon"), unit.value) for unit in near)


def by_fire_of(story: Story, figure: Figure, authors: list[str]) -> bool:
    """«tués par des tirs de X lors d'affrontements»: the words say whose fire it was, whatever else went on."""
    fire = _FIRE.match(figure.clause.codes, figure.trigger + 1)
    part = roles(figure.clause).get(fire.end() - 1, {}).get("by") if fire else None
    return part is not None and set(ids_of(part.unit, story.analysis.country)) <= set(authors)


_BETWEEN = re.compile(r"i[lod\"]{0,3}[^.;:,xFK]{1,4}t[lod\"]{0,3}$")


def _led(clause: Clause, at: int) -> bool:
    """«le conflit entre rebelles, milices et l'armée a fait»: the last of several behind a preposition."""
    if _BETWEEN.search(clause.codes, 0, at) is not None and says("between", clause.units[max(0, at - 9) : at]):
        return True  # «les affrontements entre cartels et forces de sécurité ont fait»
    before = _LISTED.search(clause.codes, 0, at)
    listed = range(at if before is None else before.start(), at + 1)
    return any(governed(clause, i) for i in listed if clause.codes[i] in "AVo")


def _theirs(figure: Figure) -> Unit | None:
    """«Les raids de X ont fait 480 morts, les mines de Y 130»: of an act without its verb, whose it is."""
    match = _ITS_AUTHOR.search(figure.clause.codes, 0, figure.at) if figure.elliptic else None
    unit = figure.clause.units[match.start("by")] if match else None
    return unit if unit is not None and can_act(unit) else None


def _hit(clause: Clause, unit: Unit) -> bool:
    """«L'armée est tombée dans une embuscade, faisant dix morts»: who was hit did not do it."""
    return any("target" in act and act["target"].unit is unit for act in roles(clause).values())


def _maker(figure: Figure) -> Unit | None:
    """«Les rebelles ont fait douze morts»: the subject of the making verb, where it is somebody who does violence."""
    clause = figure.clause.spoken
    listed = _LISTED_WITH.search(clause.codes, 0, figure.at)
    at = figure.at if listed is None else listed.start("rest")
    codes, gerund = clause.codes, clause.units[at - 1].low.endswith("ant")
    match = _MAKER.search(codes, 0, at) or (_MAKING.search(codes, 0, at) if gerund else None)
    unit = clause.units[match.start("by")] if match else None
    if (
        match is None
        or unit is None
        or _hit(clause, unit)
        or left_behind(figure)
        or unit.low in WARS
        or not can_act(unit)
        or _led(clause, match.start("by"))
        or beside_the_act(clause, match.start("by"), at)
        or whom_others(clause, match.start("by"))
    ):
        return None
    verbs = [u.value for u in figure.clause.units[match.start() : figure.at] if u.code == "M"]
    return None if {"lost", "count"} & set(verbs) else unit  # who lost men, or counts the dead, killed nobody
