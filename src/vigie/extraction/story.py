"""Levels 5 and 6: the acts and figures of a document put together; what one sentence leaves out, another gives."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from vigie.times import war_period
from vigie.values import Interval

from .acts import Act, near, overlap
from .agency import roles
from .air_power import lend_aircraft
from .analysis import Analysis
from .blame import Charge, find_charges, take_claims
from .bombers import name_bombers
from .crowds import DEMONSTRATIONS, EXCESSIVE, PEACEFUL, RIOT
from .cues import told as says
from .draft import claimed, said
from .event_types import air_war
from .events import LOOTING, Happening, find_happenings
from .figures import find_figures
from .figures_kept import violent_only
from .frames import BODILY, Clause, Figure
from .harmed import attacked_others
from .items import siblings
from .killings import act_from
from .news import newsworthy, stands_alone
from .people import complete_people, lend_sides, take_up, tie_parts
from .pronouns import read_pronouns
from .protests import deadly, mark, put_together
from .relevance import Relevance
from .setting import When, Where, place_in_clause, time_in_clause
from .setting_cues import LANGUAGE, cues
from .settle import inherit, settle, told_once
from .sides import ARMED, of_state, side_of
from .spread import spread
from .targets import settle_targets
from .topics import borrows, out_of_the_news


class Telling(NamedTuple):
    """An act as one sentence tells it; `again`: it takes up what was told before («cette attaque»)."""

    clause: Clause
    by: list[str]
    hedged: bool
    weapons: list[str]
    type: str
    again: bool
    at: int


@dataclass(slots=True)
class Story:
    """A document's acts and figures, with the act that each figure belongs to."""

    analysis: Analysis
    acts: list[Act]
    figures: list[Figure]
    act_of: dict[int, Act]
    telling_of: dict[int, Telling]
    rivals: list[Act]
    charges: list[Charge]
    mishap: bool

    def figures_in(self, first: int, last: int) -> list[Figure]:
        """The figures of the clauses of these ranks, in order."""
        by_rank = self.analysis.once("figures by clause", self._by_rank)
        return [figure for rank in range(first, last + 1) for figure in by_rank.get(rank, ())]

    def _by_rank(self) -> dict[int, list[Figure]]:
        found: dict[int, list[Figure]] = {}
        for figure in self.figures:
            found.setdefault(figure.clause.index, []).append(figure)
        return found


_ASIDE = 6  # units by which an act behind an elliptic figure is nearer to it than one before
_SOME, _TIMES = 3, 4  # people; how far two counts of the same dead differ
_HELPER = 3  # units before a verb among which its auxiliary stands
_REACH = 3  # sentences back to the act that harmed them
Seen = dict[int, list[tuple[Happening, Act]]]
Told = tuple[Happening, Act, Telling]


def _by_clause(pairs: Iterable[tuple[Happening, Act]]) -> Seen:
    """What is told in each clause, by its rank."""
    seen: Seen = {}
    for happening, act in pairs:
        seen.setdefault(happening.clause.index, []).append((happening, act))
    return seen


def _aside(analysis: Analysis, figure: Figure, seen: Happening) -> bool:
    """«24 morts à X, où des violences avaient …»: another act, told of the place; not «où X a tiré»."""
    at = seen.clause.units[seen.at].start
    if _measured(analysis, figure, seen):
        return True
    if at <= figure.end or cues(LANGUAGE).relative.search(analysis.low, figure.end, at) is None:
        return False
    if "n" in seen.clause.codes[figure.at : seen.at]:
        return True  # «46 morts, dont 29 à X, où la police a tiré»
    helper = [u for u in seen.clause.units[max(0, seen.at - _HELPER) : seen.at] if u.code == "x"]
    return not (seen.clause.codes[seen.at] == "F" and helper and helper[-1].feature("present") is not None)


def _measured(analysis: Analysis, figure: Figure, seen: Happening) -> bool:
    """«19 morts à X, quelques heures après l'incendie du consulat à Y»: not of the act that only dates them."""
    if not says("apart_from", seen.clause.units[max(0, seen.at - 2) : seen.at]):
        return False
    here = place_in_clause(analysis, figure.clause, figure.start, figure.end)
    there = place_in_clause(analysis, seen.clause, seen.start, seen.end)
    return here is not None and there is not None and not near(here.place, there.place)


def _act_of(analysis: Analysis, figure: Figure, seen: Seen) -> Act | None:
    """The act that harmed them: the nearest of the sentence, else the last one told before that their words allow."""
    rank = figure.clause.index
    here = [(h, act) for h, act in seen.get(rank, ()) if not _aside(analysis, figure, h)]
    same_clause = [(h, act) for h, act in here if _harms(act, figure)]
    if same_clause:
        return min(same_clause, key=lambda pair: _gap(figure, pair[0].at) + (4 if pair[0].weak else 0))[1]
    where = place_in_clause(analysis, figure.clause, figure.start, figure.end)
    when = time_in_clause(analysis, figure.clause, figure.start, figure.end, past=True)
    aside = siblings(analysis, figure.clause)
    near_before = [pair for index in range(rank - _REACH, rank) if index not in aside for pair in seen.get(index, ())]
    before = [act for h, act in near_before if not h.weak and _harms(act, figure)]
    fitting = [act for act in before if _allowed(act, where, when)]
    return fitting[-1] if fitting else None


def _gap(figure: Figure, at: int) -> int:
    """Units between a figure and an act; of «… et 60 autres par les tirs des rebelles» the verb stands far before."""
    if not figure.elliptic or figure.parent is not None:
        return abs(at - figure.trigger)
    before = figure.at - at  # «leurs attentats 183»
    return abs(before) if before <= 1 else before + _ASIDE


def _tie_recounts(analysis: Analysis, figures: list[Figure], act_of: dict[int, Act]) -> None:
    """«L'armée parle de 53 morts», «un premier décompte»: another count of the same people is of the same act."""
    for rank, figure in enumerate(figures):
        if id(figure) in act_of or figure.outcome not in BODILY or not counts_again(figure):
            continue
        where = place_in_clause(analysis, figure.clause, figure.start, figure.end)
        when = time_in_clause(analysis, figure.clause, figure.start, figure.end, past=True)
        first = [
            f
            for f in figures[:rank]
            if id(f) in act_of and f.relation in (None, "component") and same_people(f, figure)
        ]
        acts = [act_of[id(f)] for f in first if _allowed(act_of[id(f)], where, when)]
        if acts:
            act_of[id(figure)] = acts[-1]


def counts_again(figure: Figure) -> bool:
    """The sentence is about a count, and tells no act."""
    return says("counts", figure.clause.units) and not set("EF") & set(figure.clause.codes)


def same_people(first: Figure, second: Figure) -> bool:
    """Some people with one outcome, whose number another count puts a few times higher or lower."""
    few, many = sorted((first.number, second.number))
    return first.outcome == second.outcome and few >= _SOME and many <= few * _TIMES


def _alone(figure: Figure, act: Act | None, seen: Seen) -> bool:
    """Whether a figure is an act of its own: none that was told harmed them, or it names its own authors."""
    return act is None or _names_its_author(figure, seen) or _felled(figure, act) or _taken_too(figure, act)


def _taken_too(figure: Figure, act: Act) -> bool:
    """«ont fait irruption dans l'école et emmené 30 élèves»: an abduction beside the attack, by those told with it."""
    taken = figure.outcome == "abducted" and act.type != "Abduction/forced disappearance"
    return taken and "by" in roles(figure.clause).get(figure.trigger, {})


def _felled(figure: Figure, act: Act) -> bool:
    """«ont tué 48 déplacés; dix assaillants ont été abattus par l'armée»: who came to the rescue did another act."""
    author = roles(figure.clause).get(figure.trigger, {}).get("by")
    if author is None or not attacked_others(figure) or act.clause is not figure.clause:
        return False
    force = author.unit.actor is not None or author.unit.feature("side") is not None
    return force and (act.seen.by is None or act.seen.by.unit is not author.unit)


def _names_its_author(figure: Figure, seen: Seen) -> bool:
    """«les services de sécurité ont abattu 23 détenus»: an act of its own, whatever was told before it."""
    return figure.clause.index not in seen and "by" in roles(figure.clause).get(figure.trigger, {})


TAKEN = {"Arrests": "detained", "Abduction/forced disappearance": "abducted"}
_HARMLESS = frozenset({*TAKEN, LOOTING, "Change to group/activity", "Sexual violence"})


def _harms(act: Act, figure: Figure) -> bool:
    """Arrests detain and abductions abduct, looters take things: they kill nobody."""
    if act.type == LOOTING and figure.outcome in TAKEN.values():
        return False
    return act.type not in _HARMLESS or figure.outcome not in BODILY


def _allowed(act: Act, where: Where | None, when: When | None) -> bool:
    """The figure's own place and days are those of the act."""
    place = where is None or not act.own_place or act.where is None or near(where.place, act.where.place)
    return place and (when is None or not act.own_time or act.when is None or overlap(act.when, when))


def read(analysis: Analysis) -> Story:
    """The story of a document: its figures and acts, settled and tied."""
    read_pronouns(analysis)
    mark(analysis.clauses)
    relevance = Relevance(analysis.clauses)
    figures = _harm(analysis, relevance)
    told = _told(analysis, figures)
    tellings = [(act.seen, act, _as_told(act)) for act in told]  # before other sentences add to the acts
    acts, became = _merged(analysis, told)
    charges = find_charges(analysis, acts, figures)
    rivals = take_claims(analysis, acts, charges)
    lend_aircraft(analysis, acts)
    act_of = _tied(analysis, figures, _by_clause((seen, became[id(act)]) for seen, act, _ in tellings))
    telling_of = _tellings_of(figures, act_of, became, tellings)
    _credit(figures, act_of)
    deadly(acts)
    _unarmed(acts)
    news = _news(analysis, relevance, [*acts, *rivals], figures)
    settle_targets(analysis, acts)
    return Story(analysis, _of_the_body(news), figures, act_of, telling_of, rivals, charges, relevance.mishap)


def _harm(analysis: Analysis, relevance: Relevance) -> list[Figure]:
    """The figures of violence, with what the clauses around them say of the people."""
    told = take_up([f for clause in analysis.clauses for f in find_figures(clause)])
    figures = violent_only(
        [f for f in told if relevance.holds(f) and not _speaks(analysis, f) and not out_of_the_news(analysis, f.clause)]
    )
    complete_people(figures)
    lend_sides(figures, analysis.clauses)
    tie_parts(figures, analysis.clauses)
    return figures


def _speaks(analysis: Analysis, figure: Figure) -> bool:
    """«"Trois ont été tués", a dit l'un d'eux»: the last one is who tells it."""
    said = claimed(analysis, figure.start, figure.end) if figure.rule == "harm.ellipsis" else None
    return said is not None and said.claimant_start <= figure.start < said.claimant_end


def _told(analysis: Analysis, figures: list[Figure]) -> list[Act]:
    """The acts as each sentence tells them, in order; a figure without an act of its own tells one."""
    happenings = [h for clause in analysis.clauses for h in find_happenings(clause)]
    air = air_war(analysis.clauses)
    told = [act for h in happenings for act in spread(analysis, settle(analysis, h, figures, air))]
    told = [act for act in told if not _not_done(analysis, act)]
    seen = _by_clause((act.seen, act) for act in told)
    alone = [f for f in figures if _alone(f, _act_of(analysis, f, seen), seen)]
    killings = [act for f in alone if (act := act_from(analysis, f)) is not None]
    return sorted([*told, *killings], key=lambda a: (a.seen.start, a.seen.end))


def _not_done(analysis: Analysis, act: Act) -> bool:
    """«les assaillants n'ont tiré aucun coup de feu», told by somebody else than they: a trait of the attack, where
    «nous n'avons pas visé l'hôpital» denies one.
    """
    says = claimed(analysis, act.seen.start, act.seen.end) if act.seen.negated and act.by else None
    return act.seen.negated and bool(act.by) and not set(said(says)) & set(act.by)


def _as_told(act: Act) -> Telling:
    """The act as its own sentence has it."""
    seen = act.seen
    return Telling(seen.clause, _doers(act), act.hedged, list(seen.weapons), act.type, seen.definite, seen.at)


def _merged(analysis: Analysis, told: list[Act]) -> tuple[list[Act], dict[int, Act]]:
    """Each act once, and what each telling (by its `id`) became."""
    acts, became = told_once(told)
    for act in acts:
        inherit(act, analysis)
    acts = put_together(analysis, acts, became)
    name_bombers(analysis, acts)
    return acts, became


def _tied(analysis: Analysis, figures: list[Figure], seen: Seen) -> dict[int, Act]:
    """The act of each figure (by its `id`) that has one."""
    act_of = {id(f): a for f in figures if (a := _act_of(analysis, f, seen)) is not None}
    _tie_recounts(analysis, figures, act_of)
    return act_of


def _tellings_of(
    figures: list[Figure], act_of: dict[int, Act], became: dict[int, Act], tellings: list[Told]
) -> dict[int, Telling]:
    """What the sentence of each figure (by its `id`) says of its act."""
    own: dict[int, list[Told]] = {}
    for telling in tellings:
        own.setdefault(telling[0].clause.index, []).append(telling)
    return {id(f): t for f in figures if (t := _telling(f, act_of, became, own)) is not None}


def _news(analysis: Analysis, relevance: Relevance, acts: list[Act], figures: list[Figure]) -> list[Act]:
    """The acts that are news of violence; a text on a game or a film that tells no death has none."""
    if relevance.played and not any(f.number > 0 and f.outcome == "killed" for f in figures):
        return []
    news = [a for a in acts if not out_of_the_news(analysis, a.clause) and not _image(analysis, a)]
    if relevance.mishap:
        news = [a for a in news if a.by or a.type in DEMONSTRATIONS]
    fresh = [a for a in news if newsworthy(a.rival_of or a, analysis.published)]
    bloody = any(f.outcome == "killed" for a in fresh for f in a.figures)  # what its authors burn is of violence too
    return [
        a
        for a in fresh
        if relevance.violent or a.figures or stands_alone(a, relevance.brief) or (bloody and a.type == LOOTING)
    ]


def _image(analysis: Analysis, act: Act) -> bool:
    """«Le président a lancé une offensive contre son adversaire»: nobody is harmed, and no crowd is told of."""
    return not act.figures and act.type not in DEMONSTRATIONS and borrows(analysis, "ballot")


def _of_the_body(acts: list[Act]) -> list[Act]:
    """A title tells what the body tells better: its own acts are those of a text that has no other."""
    body = [a for a in acts if not _titled(a.rival_of or a) and not (a.rival_of and a.clause.sentence.heading)]
    return body or acts


def _titled(act: Act) -> bool:
    """Only the title tells it; other sentences at most speak of such acts."""
    return act.clause.sentence.heading and set(act.mentions) <= set(act.asides)


def _doers(act: Act) -> list[str]:
    """Those who did what harms; who marches peacefully harms nobody, and clashes of a crowd do not tell who did."""
    unknown = act.type == PEACEFUL or (act.type == RIOT and act.clause.codes[act.seen.at] in "ET")
    return [] if unknown else list(act.by)


def _telling(
    figure: Figure,
    act_of: dict[int, Act],
    became: dict[int, Act],
    tellings: dict[int, list[Told]],
) -> Telling | None:
    """What the figure's own sentence says of its act, before the story's other sentences were added."""
    act = act_of.get(id(figure))
    if act is None:
        return None
    own = [(h, t) for h, told, t in tellings.get(figure.clause.index, ()) if became[id(told)] is act]
    return min(own, key=lambda pair: _gap(figure, pair[0].at))[1] if own else None


def _credit(figures: list[Figure], act_of: dict[int, Act]) -> None:
    """Acts know whom they harmed; an attack on soldiers or police is a clash of armed sides (ACLED)."""
    for figure in figures:
        act = act_of.get(id(figure))
        if act is None or figure.elliptic or (figure.outcome not in BODILY and figure.outcome != TAKEN.get(act.type)):
            continue
        act.figures.append(figure)
        fighters = (
            figure.who is not None
            and figure.who.code == "V"
            and figure.who.value in ARMED
            and figure.who.feature("attacker") is None
        )
        if (
            act.type == RIOT
            and act.seen.rule == "event.noun"
            and act.target
            and figure.outcome == "killed"
            and not fighters
        ):
            act.type, act.by, act.target = EXCESSIVE, [act.target], act.by[0]
        if (
            act.type == "Attack"
            and fighters
            and not _few_among_many(figure)
            and not act.sure
            and act.target in (None, "civilians")
        ):
            act.type, act.target = (
                "Armed clash",
                side_of(figure.who, act.where.place.country if act.where else None) or act.target,
            )


def _few_among_many(figure: Figure) -> bool:
    """«25 morts, dont un policier»: most of those hit were no fighters."""
    return figure.parent is not None and figure.number * 2 < figure.parent.number


def _unarmed(acts: list[Act]) -> None:
    """An ambush that hit nobody under arms is an attack."""
    for act in acts:
        if act.type == "Armed clash" and act.presumed and act.target == "civilians" and not _forces_came(act):
            act.type = "Attack"


def _forces_came(act: Act) -> bool:
    """Forces of a state that come for somebody fight, unless the words say that those who died were civilians."""
    return not act.grip and any(of_state(actor) for actor in act.by)


def war(country: str | None, published: Interval | None) -> Interval | None:
    """From the war's first day to publication, for tolls of the whole conflict."""
    return war_period(country, published) if country and published else None
