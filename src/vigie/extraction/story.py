"""Levels 5 and 6: the acts and figures of a document put together; what one sentence leaves out, another gives."""

from dataclasses import dataclass
from typing import NamedTuple

from vigie.times import war_period
from vigie.values import Interval

from .acts import Act
from .air_power import lend_aircraft
from .analysis import Analysis
from .blame import Charge, find_charges, take_claims
from .bombers import name_bombers
from .crowds import DEMONSTRATIONS, EXCESSIVE, PEACEFUL, RIOT
from .cues import told as says
from .culprits import lend_guilt
from .draft import claimed, said
from .event_types import air_war
from .events import LOOTING, Happening, find_happenings
from .figure_acts import gap
from .figures_conditions import SUBJECTS
from .figures_kept import violent_only
from .frames import BODILY, Clause, Figure
from .harming import TAKEN, Seen, acts_alone, by_clause, harming_act, tie_recounts
from .joint import joint_acts
from .killings import act_from
from .news import done, newsworthy, stands_alone
from .people import complete_people, lend_ranks, lend_sides, name_later
from .people_before import name_groups
from .persons_taken_up import figures_told
from .pronouns import read_pronouns
from .protests import deadly, mark, put_together
from .relevance import Relevance, of_theft
from .same_hands import lend_hands
from .setting_place import WHOLE, place_in_clause
from .settle import few_among_many, inherit, settle, told_once
from .sides import ARMED, of_state, side_of
from .spread import spread
from .sums import without_sums
from .targets import settle_targets
from .topics import borrows, out_of_the_news
from .unarmed import attacks_on_civilians
from .weapons_later import tell_weapons
from .wholes import tie_parts

_OF_SPEAKERS = SUBJECTS | {"harm.subset"}  # rules that may take who speaks for one of those who are told of


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
    """A document's acts and figures, with the act that each figure belongs to, and the second one of a joint toll."""

    analysis: Analysis
    acts: list[Act]
    figures: list[Figure]
    act_of: dict[int, Act]
    telling_of: dict[int, Telling]
    joint_of: dict[int, Act]
    rivals: list[Act]
    charges: list[Charge]
    mishap: bool
    played: bool

    def figures_in(self, first: int, last: int) -> list[Figure]:
        """The figures of the clauses of these ranks, in order."""
        by_rank = self.analysis.once("figures by clause", self._by_rank)
        return [figure for rank in range(first, last + 1) for figure in by_rank.get(rank, ())]

    def parts_of(self, figure: Figure) -> list[Figure]:
        """The figures that count a part of one, in order."""
        parts: dict[int, list[Figure]] = self.analysis.once("parts", self._by_whole)
        return parts.get(id(figure), [])

    def _by_whole(self) -> dict[int, list[Figure]]:
        found: dict[int, list[Figure]] = {}
        for figure in self.figures:
            if figure.parent is not None:
                found.setdefault(id(figure.parent), []).append(figure)
        return found

    def _by_rank(self) -> dict[int, list[Figure]]:
        found: dict[int, list[Figure]] = {}
        for figure in self.figures:
            found.setdefault(figure.clause.index, []).append(figure)
        return found


Told = tuple[Happening, Act, Telling]


def read(analysis: Analysis) -> Story:
    """The story of a document: its figures and acts, settled and tied."""
    read_pronouns(analysis)
    mark(analysis.clauses)
    relevance = Relevance(analysis.headline + analysis.clauses)
    figures = _harm(analysis, relevance)
    told = _told(analysis, figures)
    tellings = [(act.seen, act, _as_told(act)) for act in told]  # before other sentences add to the acts
    acts, became = _merged(analysis, told)
    charges = find_charges(analysis, acts, figures)
    rivals = take_claims(analysis, acts, charges)
    lend_aircraft(analysis, acts)
    lend_hands(analysis, acts)
    seen = by_clause((happening, became[id(act)]) for happening, act, _ in tellings)
    act_of = _tied(analysis, figures, seen)
    joint_of = joint_acts(figures, act_of, seen)
    telling_of = _tellings_of(figures, act_of, became, tellings)
    _credit(figures, act_of)
    _credit(figures, joint_of)
    deadly(acts)
    attacks_on_civilians(acts)
    news = _news(analysis, relevance, [*acts, *rivals], figures)
    settle_targets(analysis, acts)
    # In a text of some sentences, that nobody was hurt is of no act where none is told.
    return Story(
        analysis,
        without_sums(_of_the_body(news)),
        figures if news or any(f.number for f in figures) or len(analysis.clauses) == 1 else [],
        act_of,
        telling_of,
        joint_of,
        rivals,
        charges,
        relevance.mishap,
        relevance.played,
    )


def _harm(analysis: Analysis, relevance: Relevance) -> list[Figure]:
    """The figures of violence, with what the clauses around them say of the people."""
    told = figures_told(analysis)
    held = [
        f
        for f in told
        if relevance.holds(f)
        and not (_speaks(analysis, f) or _ousted(analysis, f))
        and not out_of_the_news(analysis, f.clause, f.at)
    ]
    held = held if any(map(_dead, held)) else [f for f in held if not _at_law(analysis, f)]
    figures = violent_only(held, relevance.caused)
    complete_people(figures)
    name_groups(figures, analysis.clauses)
    lend_sides(figures, analysis.clauses)
    lend_ranks(figures)
    lend_guilt(figures, analysis.clauses)
    name_later(figures, analysis.clauses)
    tie_parts(figures, analysis.clauses)
    return figures


def _ousted(analysis: Analysis, figure: Figure) -> bool:
    """«Une vingtaine de députés ont été éliminés dès le premier tour»: nobody died; nor is a boss whom strikers shut in
    a hostage of war, nor are «les victimes» of a merger hurt, or
    firms that «ont disparu» missed.
    """
    if figure.outcome in ("killed_or_injured", "missing") and borrows(analysis, "trade"):
        return True
    return says("ousted", [figure.clause.units[figure.trigger]]) and _at_peace(analysis)


def _dead(figure: Figure) -> bool:
    return figure.outcome == "killed" and figure.number > 0


def _at_law(analysis: Analysis, figure: Figure) -> bool:
    """Who is arrested for fraud in a story of trade is not arrested in a conflict; protesters are."""
    return figure.outcome == "detained" and not says("political", figure.clause.units) and borrows(analysis, "trade")


def _at_peace(analysis: Analysis) -> bool:
    return borrows(analysis, "ballot") or borrows(analysis, "labour")


def _speaks(analysis: Analysis, figure: Figure) -> bool:
    """«Selon un policier, trois civils ont été tués», «"Trois ont été tués", a dit l'un d'eux»: he is who tells it; «un
    rescapé blessé à la jambe» is hurt himself.
    """
    who = figure.who if figure.who is not None and figure.who.code == "V" and figure.rule in _OF_SPEAKERS else None
    if who is None and figure.rule != "harm.ellipsis":
        return False
    told, said = figure.start if who is None else who.start, claimed(analysis, figure.start, figure.end)
    return said is not None and said.claimant_start <= told < said.claimant_end


def _told(analysis: Analysis, figures: list[Figure]) -> list[Act]:
    """The acts as each sentence tells them, in order; a figure without an act of its own tells one."""
    happenings = [h for clause in analysis.clauses for h in find_happenings(clause)]
    air = air_war(analysis.clauses)
    told = [act for h in happenings for act in spread(analysis, settle(analysis, h, figures, air))]
    told = [act for act in told if not _not_done(analysis, act)]
    seen = by_clause((act.seen, act) for act in told)
    alone = [f for f in figures if acts_alone(f, harming_act(analysis, f, seen), seen)]
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
    for act in told:
        act.done = done(act)
    acts, became = told_once(told)
    for act in acts:
        inherit(act, analysis)
    acts = put_together(analysis, acts, became)
    name_bombers(analysis, acts)
    tell_weapons(analysis, acts)
    return acts, became


def _tied(analysis: Analysis, figures: list[Figure], seen: Seen) -> dict[int, Act]:
    """The act of each figure (by its `id`) that has one."""
    found: dict[int, Act] = {}
    deadly: set[int] = set()
    for figure in figures:
        if (act := harming_act(analysis, figure, seen, deadly)) is not None:
            found[id(figure)] = act
            deadly.add(id(act))
    act_of = {id(f): found[id(f)] for f in figures if id(f) in found and not _all_over(analysis, f, found)}
    tie_recounts(analysis, figures, act_of)
    return act_of


def _all_over(analysis: Analysis, figure: Figure, found: dict[int, Act]) -> bool:
    """«120 morts à travers le pays, dont 31 soldats»: a part of people who are not of the act told before."""
    whole = figure.parent
    if whole is None or whole.clause is not figure.clause or id(whole) in found:
        return False
    where = place_in_clause(analysis, whole.clause, whole.start, whole.end)
    return found[id(figure)].clause is not figure.clause and where is not None and where.rule == WHOLE


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
    if relevance.played and not any(map(_dead, figures)):
        return []
    news = [a for a in acts if not out_of_the_news(analysis, a.clause, a.seen.at) and not _of_crime(a)]
    if not any(map(_dead, figures)):
        news = [a for a in news if not _image(analysis, a)]
    if relevance.mishap:
        news = [a for a in news if a.by or a.type in DEMONSTRATIONS or _on_a_side(a)]
    fresh = [a for a in news if newsworthy(a.rival_of or a, analysis)]
    bloody = any(f.outcome == "killed" for a in fresh for f in a.figures)  # what its authors burn is of violence too
    return [
        a
        for a in fresh
        if relevance.violent
        or a.figures
        or stands_alone(a, relevance.brief)
        or (bloody and a.type == LOOTING)
        or (relevance.mishap and a.type not in DEMONSTRATIONS and _on_a_side(a))
    ]


def _of_crime(act: Act) -> bool:
    """«La police a interpellé trois voleurs»."""
    return act.type == "Arrests" and of_theft(act.clause)


def _on_a_side(act: Act) -> bool:
    """«tués dans l'accident de deux hélicoptères lors d'une opération contre des jihadistes»: the war beside it."""
    return act.target not in (None, "civilians") and (act.type == "Armed clash" or not of_state(str(act.target)))


def _image(analysis: Analysis, act: Act) -> bool:
    """«Le président a lancé une offensive contre son adversaire»: nobody is harmed, and no crowd is told of; what is
    struck, or with a weapon, or by a group, on a day of its own is no image.
    """
    if act.figures or act.type in DEMONSTRATIONS:
        return False
    real = act.own_time and (act.seen.weapons or act.seen.struck or not all(map(of_state, act.by)))
    return not real and (_at_peace(analysis) or borrows(analysis, "trade"))


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
    return min(own, key=lambda pair: gap(figure, pair[0].at))[1] if own else None


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
            and not few_among_many(figure)
            and not _outnumbered(figure, act)
            and not act.sure
            and act.target in (None, "civilians")
        ):
            act.type, act.target = (
                "Armed clash",
                side_of(figure.who, act.where.place.country if act.where else None) or act.target,
            )


def _outnumbered(figure: Figure, act: Act) -> bool:
    """«ont tué huit villageois; un soldat est tombé lors de l'intervention»: more civilians were hit before."""
    civilians = [f for f in act.figures if f.who is not None and f.who.value == "civilians" and f.parent is None]
    return sum(f.number for f in civilians) > figure.number


def war(country: str | None, published: Interval | None) -> Interval | None:
    """From the war's first day to publication, for tolls of the whole conflict."""
    return war_period(country, published) if country and published else None
