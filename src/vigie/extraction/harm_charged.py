"""Level 6: whoever is held responsible in words apart from the figure, and the other side of a fight."""

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from operator import itemgetter
from typing import NamedTuple

from .acts import Act, overlap, unnamed
from .agency import can_act, governed, roles
from .attribution_blame import Responsibility
from .blame import Charge, elsewhere
from .complex_attack import BOMBS
from .cues import told as says
from .draft import claimed, said
from .enemies import by_the_enemy, fought_with, paid_to
from .events import lasting
from .foes import at_odds, foes_of
from .frames import Clause, Figure
from .harm_tolls import day_told
from .harm_tolls import says as says_of
from .killings import NO_ACT
from .ordinals import begins_another, order_of
from .pronouns import subject_of
from .setting import main_time
from .settle import of_clause
from .sides import polices, side_of
from .story import Story
from .units import Unit

BODILY = frozenset({"killed", "injured", "killed_or_injured", "neutralised"})
FOUGHT = BODILY | {"detained"}
ONE_SIDED = frozenset({"attack", "attentat", "blast", "shooting"})  # words of an attack on somebody, not of a fight
_FIGHTS = frozenset({"Armed clash", "operation"})  # words of a fight, not of an attack by who knows whom
WARS = frozenset({"guerre", "conflit", "conflits", "insurrection", "rébellion"})
LONGEST = 4  # days that an act lasts: what counts more of them counts other acts as well
_COSTLY = frozenset({"Armed_clash", "operation", "assault"})  # values of words for fights
_RAIDS = frozenset({"Attack", "Armed clash", "Looting/property destruction"})
_BEFORE = 2  # sentences back to whose offensive «leur offensive» is
_ONE_STORY = 2  # places: «à Jolo», «sur l'île de Jolo»
_ALL = 12  # sentences over which «toutes ces attaques» reaches in a story of one attack; any other charge, the next one
_CLAIM = 5  # sentences between people whose act no word tells and who answers for it
_DAYS_BEFORE = dt.timedelta(days=5)
_rank = itemgetter(0)
# The noun of an act as the subject of what made the dead: «l'offensive de X contre Y, qui dure depuis avril, a fait».
_SUBJECT = re.compile(
    r"E(?:[oaj]{0,2}(?:d[lq]?[Aao]{1,2})?i[lq]?[PAaon][oaj]{0,2})?"
    r"[^.;:EKkFDMi]{0,9}(?:,[^.;:EKkFDM]{0,12},)?w?x[rg]*M?[lqdrT]*$"
)


_IN_ACT = re.compile(r"[TP]?(?P<in>i)[ldQ\"]{0,3}E")


class Blame(NamedTuple):
    """Actor ids held responsible, whether with doubt, and by whom (None: nobody is blamed)."""

    ids: list[str]
    hedged: bool = False
    said_by: list[str] | None = None


NOBODY = Blame([])


def fought(story: Story, figure: Figure, side: str | None) -> Blame:
    """The dead of one side of a fight are the other's, whoever is told to have attacked."""
    act = story.act_of.get(id(figure))
    if side is None or figure.outcome not in FOUGHT or blew_himself_up(story, figure):
        return NOBODY
    foes = foes_of(side, story.analysis, story.acts) or fought_with(story, side)
    paid = paid_to(figure, side)
    fight = _of_a_fight(figure, act) or by_the_enemy(figure) or bool(paid)
    other = paid or (_other_side(story, figure, side) if fight else [])
    foes = foes if other and foes and unnamed(other[0]) and not unnamed(foes[0]) else other or foes
    if not foes or not (fight or _both_fell(story, figure, foes)) or set(own_people(figure)) & set(foes):
        return NOBODY
    figure.why["by"] = (*figure.why["outcome"][:2], "agency.foes")
    return Blame(foes, False, said(claimed(story.analysis, figure.start, figure.end)))


def campaign(story: Story, figure: Figure) -> Blame:
    """«L'offensive de X a tué 280 civils», «cette offensive qui a fait 150 morts»: whoever leads it answers for all,
    fighters of whom nothing is told apart.
    """
    at, led = _subject_at(figure), campaign_at(figure) is not None
    if at is None or figure.outcome not in FOUGHT | {"displaced"}:
        return NOBODY
    noun, unit = figure.clause.units[at], _leader(story, figure.clause, at) if led else _habitual(figure.clause, at)
    if unit is None or unit.actor is None or set(unit.actor.ids) & {*own_people(figure)}:
        return NOBODY
    figure.why["by"] = (noun.start, noun.end, "agency.campaign")
    return Blame(list(unit.actor.ids), False, said(claimed(story.analysis, figure.start, figure.end)))


def _habitual(clause: Clause, at: int) -> Unit | None:
    """«Les attaques de X ont fait 1.200 morts depuis 2013»: whose these attacks are, where the words name him."""
    told, noun = roles(clause).get(at, {}).get("by"), clause.units[at]
    attacks = noun.low.endswith("s") and noun.value not in ("Armed_clash", "operation")
    named = told is not None and told.unit.actor is not None and not any(map(unnamed, told.unit.actor.ids))
    return told.unit if told is not None and attacks and named else None


def campaign_at(figure: Figure) -> int | None:
    """The unit of «offensive», «opération», «assaut» that is told to have harmed them; None where another thing did."""
    at = _subject_at(figure)
    return at if at is not None and says("campaign", [figure.clause.units[at]]) else None


def _subject_at(figure: Figure) -> int | None:
    subject = _SUBJECT.search(figure.clause.codes, 0, min(figure.at, figure.trigger))
    return subject.start() if subject else None


def act_that_killed(figure: Figure) -> int | None:
    """The unit of the act that the words say to have killed them: «les attaques de X ont fait 500 morts depuis 2015»,
    «41 morts dans des attaques de X».
    """
    codes, after = figure.clause.codes, max(figure.at, figure.trigger) + 1
    behind = _IN_ACT.match(codes, after)
    word = figure.clause.units[behind.start("in")].low if behind else ""
    return behind.end() - 1 if behind and word in ("dans", "sous") else _subject_at(figure)


def _leader(story: Story, clause: Clause, at: int) -> Unit | None:
    """Whose offensive it is: as its own words tell, else as the last sentence with that word did."""
    word, clauses = clause.units[at].low.split(" ")[0], story.analysis.clauses
    for one in [clause, *reversed(clauses[: clauses.index(clause)])]:
        for i, unit in enumerate(one.units):
            part = roles(one).get(i, {}).get("by") if unit.code == "E" and unit.low.startswith(word) else None
            if part is not None and (one is not clause or i == at):
                return part.unit
    return _possessor(clauses[max(0, clauses.index(clause) - _BEFORE) : clauses.index(clause)], clause, at)


def _possessor(before: list[Clause], clause: Clause, at: int) -> Unit | None:
    """«Leur offensive»: that of the subject of the last sentence."""
    if at == 0 or clause.units[at - 1].low not in ("son", "sa", "leur"):
        return None
    for one in reversed(before):
        subject = subject_of(one)
        if subject is not None and one.codes[subject] in "AV":
            return one.units[subject] if can_act(one.units[subject]) else None
    return None


def held(story: Story, figure: Figure) -> Blame:
    """People who were arrested were so by the police or army that their sentence tells of, or the subject of the one
    before. Where nobody is told it stays open: groups that rule a land arrest people too.
    """
    clause = figure.clause
    suspects = figure.who is not None and figure.who.low.startswith("suspect")
    if figure.outcome != "detained" or not (suspects or says("arrested", [clause.units[figure.trigger]])):
        return NOBODY
    here = [u for u in clause.units if u.code in "AV" and polices(u)]
    before = story.analysis.clause_at(clause.sentence.start - 2)
    told = (
        [u for i, u in enumerate(before.units) if polices(u) and not governed(before, i)] if before and not here else []
    )
    unit = next((u for u in [*here, *told] if u.actor is not None), None)
    if unit is None or unit.actor is None:
        return NOBODY
    figure.why["by"] = (unit.start, unit.end, "agency.custody")
    return Blame(list(unit.actor.ids), False, said(claimed(story.analysis, figure.start, figure.end)))


def raided(story: Story, figure: Figure) -> Blame:
    """«Huit personnes ont aussi été enlevées»: by those whose attack was told right before."""
    rank = figure.clause.index
    if figure.outcome != "abducted" or not says_of(figure, "besides"):
        return NOBODY
    raids = [a for a in story.acts if a.by and a.type in _RAIDS and 0 <= rank - a.clause.index <= _BEFORE]
    authors = {tuple(act.by) for act in raids}
    own_day = day_told(story.analysis, figure)
    if len(authors) != 1 or (own_day is not None and not all(a.when and overlap(own_day, a.when) for a in raids)):
        return NOBODY
    figure.why["by"] = (raids[-1].seen.start, raids[-1].seen.end, "agency.story")
    return Blame(raids[-1].by, raids[-1].hedged, said(claimed(story.analysis, figure.start, figure.end)))


def blew_himself_up(story: Story, figure: Figure) -> bool:
    """Attackers of a story that tells of bombs may have died by their own."""
    attacked = figure.who is not None and figure.who.feature("attacker") is not None
    return attacked and not in_fights(figure) and any(act.type in BOMBS for act in story.acts)


def _felled(figure: Figure) -> bool:
    """Attackers died by those whom they attacked, but for those who blow themselves up."""
    who = figure.who
    return who is not None and who.feature("attacker") is not None and not says("bomber", [who])


def _both_fell(story: Story, figure: Figure, foes: list[str]) -> bool:
    """«25 soldats et 34 rebelles sont morts»: fighters of the other side died in the same breath."""
    beside = _beside(story, figure)
    country = story.analysis.country
    return any(side_of(f.who, country) in foes and f.who.feature("attacker") is None for f in beside if f.who)


def _beside(story: Story, figure: Figure) -> list[Figure]:
    """The other figures of its sentence of people hit."""
    return [f for f in of_clause(story.figures, figure.clause) if f is not figure and f.outcome in BODILY]


def _other_side(story: Story, figure: Figure, side: str) -> list[str]:
    """«Les combats ont fait 31 morts parmi les rebelles et 22 dans les rangs de X»: a toll with both sides."""
    fallen = [f for f in _beside(story, figure) if f.number and figure.number]
    sides = {side_of(f.who, story.analysis.country) for f in fallen} - {None, side}
    other = next(iter(sides)) if len(sides) == 1 else None
    return [other] if other is not None and at_odds(side, other) else []


def _of_a_fight(figure: Figure, act: Act | None) -> bool:
    """A clash killed them, or their sentence tells of fights; a count of years («porte à 45 le nombre de soldats
    tués») is of more than that.
    """
    if (figure.rule in NO_ACT and not _lost(figure)) or (
        figure.relation == "subset" and figure.parent is not None and figure.parent.rule in NO_ACT
    ):
        return False
    return in_fights(figure) or (
        act is not None and act.type == "Armed clash" and bool(act.raw & _FIGHTS) and not act.raw & ONE_SIDED
    )


def _lost(figure: Figure) -> bool:
    """«X a perdu dix hommes dans l'assaut»: men whom a fight of their sentence cost."""
    return figure.rule == "harm.lost" and any(u.code == "E" and u.value in _COSTLY for u in figure.clause.units)


def charged(story: Story, figure: Figure, side: str | None) -> Blame:
    """«Les soupçons se portent sur X»: whoever is held responsible shortly behind the figure, or before it, and
    nobody else is between; «toutes ces attaques» reach far back.
    """
    if figure.outcome not in BODILY | {"abducted"} or _felled(figure) or in_war(figure):
        return NOBODY
    news = _of_the_news(story, figure)
    within = [one for one in _near(story, figure) if news or _claims_that_day(story, figure, one.told)]
    reaching = [charge.told for charge in within if _reaches(story, charge, figure, side)]
    told = min(reaching, key=lambda one: abs(one.start - figure.start), default=None)
    if told is None or _someone_else(story, figure, told) or contested(story, figure):
        return NOBODY
    figure.why["by"] = (told.start, told.end, "agency.charge")
    return Blame(list(told.ids), told.certainty == "hedged", list(told.said_by))


def accused(story: Story, figure: Figure, side: str | None) -> Blame:
    """«Y compte 35 tués et impute les raids à X»: whoever counts the dead and accuses in one breath means them."""
    act, counting = story.act_of.get(id(figure)), said(claimed(story.analysis, figure.start, figure.end))
    for rival in story.rivals:
        here = rival.seen.clause is figure.clause and rival.rival_of is act and not rival.denied
        if here and figure.outcome in BODILY and rival.blamed_by == counting and side not in rival.by:
            figure.why["by"] = (rival.blame_at, rival.blame_at + 1, "agency.story")
            return Blame(list(rival.by), rival.hedged, counting)
    return NOBODY


def contested(story: Story, figure: Figure) -> bool:
    """«Kiev accuse les séparatistes. Moscou met en cause l'armée ukrainienne.»: each blames another, which is no
    answer to who did it; the word of the accused himself («l'OLA l'attribue à une milice») changes nothing.
    """
    told = [one.told for one in _near(story, figure) if one.told.said_by and one.told.rule != "claimed"]
    close = [one for one in told if not one.answer and 0 <= _sentences_to(story, figure, one) <= _CLAIM]
    return any(not set(a.ids) & set(b.ids) and a.said_by != b.said_by for a in close for b in close)


def _near(story: Story, figure: Figure) -> list[Charge]:
    """The charges at most as far from a figure as the farthest of them reach."""
    placed = story.analysis.once("charges", lambda: _placed(story))
    first = bisect_left(placed, figure.clause.index - _ALL, key=_rank)
    return [charge for _, charge in placed[first : bisect_right(placed, figure.clause.index + _ALL, key=_rank)]]


def _placed(story: Story) -> list[tuple[int, Charge]]:
    """Each charge behind the rank of its sentence, in order; one in no sentence is near nothing."""
    clauses = [(story.analysis.clause_at(charge.told.start), charge) for charge in story.charges]
    return sorted(((clause.index, charge) for clause, charge in clauses if clause is not None), key=_rank)


def _reaches(story: Story, charge: Charge, figure: Figure, side: str | None) -> bool:
    """The charge stands near the figure, is about no other act or author, and not on the dead's own people; an
    accusation is a rival's telling.
    """
    told, act = charge.told, story.act_of.get(id(figure))
    if {side, *own_people(figure)} & set(told.ids) or (act is not None and set(act.by) - set(told.ids)):
        return False
    order = order_of(story.analysis, told)
    if order and charge.act is not act and (order > 0 or not begins_another(figure.clause)):
        return False
    gap = _sentences_to(story, figure, told)
    first, last = (0, 1 if act is not None else _CLAIM)
    if told.every and story.analysis.once("one attack", lambda: _one_attack(story)):
        first, last = -_ALL, _ALL
    if told.rule not in ("claimed", "blamed") or not first <= gap <= last:
        return False
    if charge.act is None or charge.act is act:
        return True
    if told.every or _takes_up(charge):
        # «Deux policiers ont été tués à X. L'EI a revendiqué les attentats de Y»
        return told.rule != "claimed" or act is None or not elsewhere(charge.act, act)
    return act is None and figure.clause.index >= charge.act.clause.index - 1


def _one_attack(story: Story) -> bool:
    """The story tells of acts of one day at one place only, so that a charge is about all of them."""
    acts = [act for act in story.acts if not act.denied]
    days = {(act.when.interval.start, act.when.interval.end) for act in acts if act.when is not None}
    spots = {act.where.place.id for act in acts if act.where is not None}
    return len(days) <= 1 and len(spots) <= _ONE_STORY


def _takes_up(charge: Charge) -> bool:
    """«du massacre», «de cette tuerie»: another word for what was told before."""
    act = charge.act
    here = act is not None and charge.told.start <= act.seen.start < charge.told.end
    return act is not None and here and act.seen.definite and not (act.own_place or act.own_time)


def _sentences_to(story: Story, figure: Figure, told: Responsibility) -> int:
    clause = story.analysis.clause_at(told.start)
    return clause.index - figure.clause.index if clause is not None else 10**6


def _someone_else(story: Story, figure: Figure, told: Responsibility) -> bool:
    """Between the figure and the charge somebody else is told to have done something, so that it may be about that."""
    first, last = sorted((figure.start, told.start))
    far = abs(_sentences_to(story, figure, told)) > 1 and not told.every
    between = [act for act in story.acts if first < act.seen.start < last and not act.defence]
    return any(far and (act.own_time or act.own_place) for act in between) or any(
        act.by and not set(act.by) & set(told.ids) for act in between
    )


def _claims_that_day(story: Story, figure: Figure, told: Responsibility) -> bool:
    """«Le 11 décembre, 344 lycéens avaient été enlevés. X a revendiqué le rapt.»"""
    dated = figure.clause.codes.startswith(("T,", "lT,", "eP,T"))
    return dated and told.rule == "claimed" and _sentences_to(story, figure, told) == 1


def _of_the_news(story: Story, figure: Figure) -> bool:
    """The figure's own day is that of the news or of the days before publication, and no war is meant."""
    when = day_told(story.analysis, figure)
    fresh = main_time(story.analysis)
    if when is None:
        return not since(figure)
    published = story.analysis.published
    late = published is not None and when.interval.end >= published.end - _DAYS_BEFORE
    return when.interval.days <= LONGEST and (late or fresh is None or overlap(when, fresh))


def own_people(figure: Figure) -> tuple[str, ...]:
    """Whose people they were: «tuant trois Américains» is nothing that Washington did."""
    return figure.who.actor.ids if figure.who is not None and figure.who.actor is not None else ()


def since(figure: Figure) -> bool:
    """«depuis janvier» in a text without a date: the days are not known, but it was no single act."""
    return any(unit.code == "T" and unit.low.startswith("depuis") for unit in figure.clause.units)


def in_war(figure: Figure) -> bool:
    """«tués pendant la guerre civile»: no single act is meant."""
    return any(u.low in WARS for u in figure.clause.units)


def in_fights(figure: Figure) -> bool:
    """«sont morts dans les combats», «la bataille a fait 700 morts»: fights of weeks killed them, and nothing else."""
    acts = [u for u in figure.clause.units if u.code in "EFW" and u.feature("weak") is None]
    fights = all(u.code == "E" and u.value == "Armed_clash" for u in acts) and (
        bool(acts) or _long_fights(figure.clause)
    )
    return fights and campaign_at(figure) is None


def _long_fights(clause: Clause) -> bool:
    """«Trois semaines de combats ont fait 400 morts», «en dix heures de combat»: a time that tells what went on."""
    behind = zip(clause.units, clause.units[1:], strict=False)
    return any(u.code == "T" and (lasting(u) == "Armed clash" or nxt.low == "de combat") for u, nxt in behind)
