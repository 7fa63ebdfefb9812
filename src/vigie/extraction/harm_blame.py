"""Level 6: who harmed them and how: the agent of the harm's own verb, else its act as words tell it; else nobody."""

from typing import Any

from .actor_ids import UNKNOWN
from .acts import Act, overlap, unnamed
from .crowds import DISPERSED, EXCESSIVE
from .cues import told as says
from .draft import claimed, said
from .foes import MUTUAL, at_odds
from .frames import Figure
from .harm_agent import (
    by_both,
    by_fire_of,
    by_others,
    by_their_own,
    denied_apart,
    in_a_crowd,
    its_way,
    of_its_part,
    own_agent,
)
from .harm_carried import comrades, kin, of_a_part_elsewhere, undisturbed
from .harm_charged import (
    BODILY,
    LONGEST,
    NOBODY,
    Blame,
    accused,
    act_that_killed,
    campaign,
    charged,
    contested,
    fought,
    held,
    in_war,
    own_people,
    raided,
    since,
)
from .harm_clash import of_side
from .harm_counted import counted
from .harm_earlier import in_another_town, of_other_acts
from .harm_fallen import HARMLESS
from .harm_imputed import imputed, nobody_knows
from .harm_lasting import only_since, outlasts, over_days
from .harm_lent import fled, others_than, recounted, struck_with, told_beside
from .harm_tolls import day_told
from .harming import TAKEN
from .one_breath import in_one_breath
from .settle import of_clause, starts_count
from .sides import of_state, side_of, under_arms
from .story import Story, Telling
from .units import Unit

_SOON = 300  # characters behind the figure in which a claim names the group
_FIGHT = frozenset({"Armed clash", "shooting", "assault"})
# Bodies that count the dead: where another sentence makes them an author, it was misread.
_COUNTING = frozenset({"UN", "EU", "AU", "ICC", "ECOWAS", "RED-CROSS", "NGO", "MEDIA", "MEDICAL"})


def blame_fields(blame: Blame) -> dict[str, Any]:
    """`by`, `by_certainty`, `by_said_by` of a claim."""
    certainty = ("hedged" if blame.hedged else "stated") if blame.ids else None
    return {"by": blame.ids, "by_certainty": certainty, "by_said_by": blame.said_by if blame.ids else None}


def _met(figure: Figure, act: Act, side: str | None) -> bool:
    """«dix soldats tués dans des combats avec X»: X alone is told, and is the other side."""
    lost = side is not None and of_state(side) and not unnamed(act.target or "") and "W" not in figure.clause.codes
    words = _FIGHT | {"operation"} if lost else _FIGHT  # soldiers whom an operation against X cost
    fight = act.type == "Armed clash" and act.seen.clause is figure.clause and not act.by and act.raw <= words
    return fight and act.sure and side is not None and act.target not in (None, "civilians", side)


def _in_the_answer(figure: Figure, act: Act, side: str | None) -> bool:
    """«47 terroristes tués dans la riposte», «neuf assaillants ont été neutralisés»: by those whom they attacked."""
    attacked = side is not None and act.target not in ("civilians", side) and (side in act.by or kin(act, side))
    answered = figure.outcome == "neutralised" or says("reply", figure.clause.units)
    return attacked and figure.outcome in BODILY and answered


def blamed(story: Story, figure: Figure, side: str | None, country: str | None, total: bool) -> Blame:
    """Who did it, from words only; `total`: a toll that no single act explains."""
    own = own_agent(story, figure, country)
    act = story.act_of.get(id(figure))
    home = by_their_own(story, figure, side) if not set(own.ids) - {side} else NOBODY
    if home.ids and not by_others(figure, side):
        return home
    if own.ids and (act is None or not _known_by_name(own.ids, act, figure)):
        return own._replace(ids=[a for a in own.ids if a != side])
    if by_others(figure, side):
        charge = accused(story, figure, side)
        return charge if charge.ids else home
    if nobody_knows(story, figure) or in_one_breath(story, figure, side):
        return NOBODY
    if (laid := imputed(story, figure, country)).ids:
        return laid._replace(ids=[a for a in laid.ids if a != side])
    if act is not None and (both := by_both(story, figure, act, side)).ids:
        return both
    if act is not None and _met(figure, act, side):
        teller = said(claimed(story.analysis, figure.start, figure.end))
        figure.why["by"] = (act.seen.start, act.seen.end, "agency.story")
        return Blame([act.target] if act.target else [], False, teller)
    if act is not None and act.target is not None and _in_the_answer(figure, act, side):
        figure.why["by"] = (*figure.why["outcome"][:2], "agency.answer")
        return Blame([act.target], False, said(claimed(story.analysis, figure.start, figure.end)))
    blame = accused(story, figure, side)
    if blame.ids:
        return blame
    by_act = _by_act(story, figure, side, total)
    by_act = by_act if by_act.ids else _with_the_dead(story, figure, country, total)
    if by_act.ids:
        return by_act
    led = campaign(story, figure) if side is None else NOBODY
    led = led if led.ids or side is not None else _by_those_who_put_down(story, figure)
    if led.ids or total:
        return led
    apart = charged(story, figure, side)
    apart = apart if apart.ids else fought(story, figure, side)
    rest = (counted(story, figure, side), held(story, figure), raided(story, figure)) if not apart.ids else ()
    apart = next((blame for blame in rest if blame.ids), apart)
    taken = figure.outcome == "detained"
    found = bool(apart.ids) and (taken or not ({side} & set(apart.ids) or _of_one_camp(side, apart)))
    return apart if found else _with_others(story, figure, side, country)


def _with_others(story: Story, figure: Figure, side: str | None, country: str | None) -> Blame:
    """By whoever harmed the whole that they are a part of; «Dix civils ont été tués par l'armée. Vingt autres ont été
    blessés»: or the first, where no other act is told of the others.
    """
    whole = _of_the_whole(story, figure, side, country)
    first = others_than(story, figure) if not whole.ids and its_way(figure) is None else None
    first = None if first is not None and in_another_town(story, figure, first) else first
    act = story.act_of.get(id(figure))
    if first is None or (act is not None and (act.by or act is not story.act_of.get(id(first)))):
        return whole
    return _as(story, figure, first, side, country)


def _with_the_dead(story: Story, figure: Figure, country: str | None, total: bool) -> Blame:
    """«Les attaques de X ont fait neuf morts et poussé 200 familles à fuir»: by those who killed the nine; «ont péri et
    27 ont été blessées par X»: by X.
    """
    dead, side = told_beside(story, figure), side_of(figure.who, country)
    behind = struck_with(story, figure) if dead is None else None
    if behind is None:
        return _as(story, figure, dead, side, country, total) if dead is not None else NOBODY
    told = own_agent(story, behind, country)
    told = told if told.ids else _by_act(story, behind, side_of(behind.who, country), total)
    if not told.ids or side in told.ids:
        return NOBODY
    figure.why["by"] = behind.why["by"]
    return told


def _as(
    story: Story, figure: Figure, model: Figure, side: str | None, country: str | None, total: bool = False
) -> Blame:
    """By whoever harmed those of another figure."""
    blame = blamed(story, model, side_of(model.who, country), country, total)
    if not blame.ids or side in blame.ids:
        return NOBODY
    figure.why["by"] = model.why["by"]
    return blame


def _of_one_camp(side: str | None, blame: Blame) -> bool:
    """«40 extrémistes tués», then the group that claims the attack: its own, whom others killed."""
    return any(comrades(side, other) for other in blame.ids)


def _of_the_whole(story: Story, figure: Figure, side: str | None, country: str | None) -> Blame:
    """«dont trois enfants»: those who harmed the whole harmed its part."""
    whole = figure.parent
    attacked = figure.who is not None and figure.who.feature("attacker") is not None
    if whole is None or attacked or figure.relation != "subset" or whole.outcome != figure.outcome:
        return NOBODY
    return _as(story, figure, whole, side, country)


def _by_act(story: Story, figure: Figure, side: str | None, total: bool) -> Blame:
    """The authors of the figure's act, where the words carry them to it."""
    act, telling = story.act_of.get(id(figure)), story.telling_of.get(id(figure))
    if (
        act is None
        or not act.by
        or (total and not _explained(figure, telling))
        or _nameless(act)
        or _attacker(figure, act)
        or not _answers(act, figure, telling, side)
        or denied_apart(story, figure, act)
        or of_its_part(figure, act.blame_at)
        or its_way(figure) not in (None, act.seen.at)
        or of_other_acts(story, figure, act)
    ):
        return NOBODY
    fire = by_fire_of(story, figure, act.by)
    here = (fire or _told_here(figure, act, telling)) and not _another_between(story, figure, act)
    if (here and (only_since(figure, telling) or outlasts(figure, act))) or in_a_crowd(figure, act, side, here):
        return NOBODY
    if not here and (not _carries_over(story, figure, act, side) or (act.blamed_by and contested(story, figure))):
        return NOBODY
    blame = _told(story, figure, act, telling if telling is not None and telling.by and here else None)
    if act.type == "Armed clash" and figure.outcome != "displaced" and not (here and fire):
        blame = of_side(story, figure, act, side, blame, here, here or _next(story, figure, act))
    if {side, *own_people(figure)} & set(blame.ids) or (not here and _misread(story, figure, act, side, blame.ids)):
        return NOBODY
    if not here and any(_of_one_camp(one, blame) for one in (side, *own_people(figure))):
        return NOBODY
    figure.why["by"] = figure.why["outcome"] if here else (act.blame_at, act.blame_at + 1, "agency.story")
    return blame


def _by_those_who_put_down(story: Story, figure: Figure) -> Blame:
    """«La répression a fait 450 morts», «2.850 personnes ont été arrêtées»: by the one state whose forces the story
    tells to have put down its protests.
    """
    at, units = act_that_killed(figure), figure.clause.units
    put_down = at is not None and figure.outcome in BODILY and says("repression", [units[at]])
    many = figure.outcome == "detained" and figure.number > 1 and says("arrested", [units[figure.trigger]])
    if not (put_down or many):
        return NOBODY
    when = day_told(story.analysis, figure)
    acts = [act for act in story.acts if act.by and act.type in (DISPERSED, EXCESSIVE)]
    forces = {tuple(a.by) for a in acts if when is None or a.when is None or overlap(when, a.when)}
    authors = next(iter(forces)) if len(forces) == 1 else ()
    if not authors or not all(map(of_state, authors)):
        return NOBODY
    figure.why["by"] = (*figure.why["outcome"][:2], "agency.repression")
    return Blame(list(authors), False, said(claimed(story.analysis, figure.start, figure.end)))


def _explained(figure: Figure, telling: Telling | None) -> bool:
    """«Les attaques de X ont fait 500 morts depuis 2015»: a toll of the war whose own words say who all of them did."""
    at = act_that_killed(figure)
    return telling is not None and bool(telling.by) and at is not None and not starts_count(figure.clause, at)


def _misread(story: Story, figure: Figure, act: Act, side: str | None, authors: list[str]) -> bool:
    """Who counts the dead, and says no word of having killed them, is not their author, but where they are of the side
    that he is told to have attacked.
    """
    counting = set(said(claimed(story.analysis, figure.start, figure.end)))
    attacked = side is not None and side == act.target
    return bool(set(authors) & _COUNTING) or (act.blamed_by is None and set(authors) <= counting and not attacked)


def _told_here(figure: Figure, act: Act, telling: Telling | None) -> bool:
    """The figure's own sentence says who did the act."""
    sentence = figure.clause.sentence
    claimed_here = (
        act.blamed_by is not None and act.seen.clause is figure.clause and sentence.start <= act.blame_at < sentence.end
    )
    return claimed_here or (telling is not None and bool(telling.by))


def _another_between(story: Story, figure: Figure, act: Act) -> bool:
    """«463 morts, ainsi que 130 dans des quartiers, bombardés par X»: the act is that of the figure told next to it."""
    clause, at = act.seen.clause, act.seen.at
    if clause is not figure.clause:
        return False
    first = figure.at if figure.elliptic else figure.trigger
    between = [f for f in of_clause(story.figures, clause) if first < f.at < at]
    others = [f for f in between if f.trigger != figure.trigger]
    joined = clause.codes[figure.trigger : others[0].at] if others else "t"
    claimed_apart = act.blamed_by is not None and bool(others)
    apart = clause.codes[at - 1 : at + 1] == ",F" or ("," in joined and "t" not in joined)
    return bool(between) and (apart or claimed_apart)


def _nameless(act: Act) -> bool:
    """«perpétrée par 65 assaillants»: an attack by attackers says nothing of who they were."""
    author = act.seen.by.unit if act.seen.by is not None else None
    if author is None or author.feature("attacker") is None or act.blamed_by is not None:
        return False
    told = author.actor.ids if author.actor is not None and not author.actor.inferred else ()
    return all(map(unnamed, told))  # but «des kamikazes de X»


def _attacker(figure: Figure, act: Act) -> bool:
    """Attackers who died are not their own side's victims, but may be those of a state's forces («un raid de
    l'armée»); «l'ennemi» whose dead are counted is who attacked.
    """
    if says("enemy", figure.clause.units) and not figure.rule.startswith("harm.active"):
        return True
    state = all(of_state(actor) for actor in act.by)
    people = (figure.who, figure.parent.who if figure.parent is not None else None)
    return not state and any(who is not None and who.feature("attacker") is not None for who in people)


def _answers(act: Act, figure: Figure, telling: Telling | None, side: str | None) -> bool:
    """Whether those who did the act answer for the figure: for dead and wounded, those whom an abduction took,
    those whom an act told in the same breath drove out."""
    if act.type in HARMLESS and act.type not in TAKEN:
        return False
    if figure.outcome == "detained" and act.type == "Armed clash":
        return side is not None and side == act.target  # «dix soldats ont été faits prisonniers» in an attack on them
    if figure.outcome in BODILY or TAKEN.get(act.type) == figure.outcome:
        return True
    if figure.outcome != "displaced" or telling is None or (act.seen.by is not None and act.seen.by.rule in MUTUAL):
        return False  # «les combats entre X et Y ont fait 120.000 déplacés»
    return bool(telling.by) and not (fled(figure) and telling.at < figure.trigger)  # «… ont fui après l'attaque de X»


def _naming(story: Story, act: Act, telling: Telling) -> list[str]:
    """«Y accuse X d'avoir commis l'attentat qui a fait dix morts»: Y says who, the outlet how many."""
    here = act.by == telling.by and act.blame_at >= 0
    return said(claimed(story.analysis, act.blame_at, act.blame_at + 1)) if here else []


def _known_by_name(ids: list[str], act: Act, figure: Figure) -> bool:
    """«des hommes armés», of whom the story tells who they were; «des rebelles», then the group that claims it."""
    known = bool(act.by) and not any(one.endswith(UNKNOWN) for one in act.by) and act.by != [act.target]
    soon = act.blamed_by is not None and 0 <= act.blame_at - figure.end <= _SOON
    return known and all(one.endswith(UNKNOWN) or (soon and unnamed(one)) for one in ids)


def _told(story: Story, figure: Figure, act: Act, telling: Telling | None) -> Blame:
    """The authors as the figure's own sentence tells them, else as the story does, with who says so."""
    fewer = telling is not None and bool(act.blamed_by) and set(telling.by) < set(act.by)  # «tant par X que par Y»
    if telling is not None and not fewer and not _known_by_name(telling.by, act, figure):
        doubt = telling.hedged or (act.hedged and act.by == telling.by)
        counting = said(claimed(story.analysis, figure.start, figure.end))
        own = act.blamed_by if act.by == telling.by and set(act.blamed_by or ()) <= set(act.by) else None
        return Blame(list(telling.by), doubt, own or counting or _naming(story, act, telling))
    counting, teller = said(claimed(story.analysis, figure.start, figure.end)), act.blamed_by
    if set(counting) & set(act.by) and story.analysis.clause_at(act.blame_at) is not figure.clause:
        return Blame(list(act.by), False, counting)  # «X affirme avoir tué dix soldats»: he says so himself
    if teller is None:
        teller = said(claimed(story.analysis, act.blame_at, act.blame_at + 1))
    return Blame(list(act.by), act.hedged, teller)


def _carries_over(story: Story, figure: Figure, act: Act, side: str | None) -> bool:
    """Whether blame told in another sentence reaches a figure.

    An act's own claimant answers for all that it did, and whoever counts the dead and names the author means them;
    the two sides of a fight may be told behind it. Else the words must stand shortly before the figure, and be
    the outlet's or those of the same claimant.
    """
    replied = not act.seen.reply and says("reply", _before(figure))
    if replied or not _of_the_act(story, figure, act) or of_a_part_elsewhere(story, figure, act):
        return False
    if (side is None or (side == act.target and act.type == "Armed clash")) and recounted(story, figure, act):
        return True
    analysis = story.analysis
    counting = set(said(claimed(analysis, figure.start, figure.end)))
    teller = next((c for c in analysis.clauses if c.sentence.start <= act.blame_at < c.sentence.end), None)
    if act.blamed_by and (set(act.blamed_by) & set(act.by) or not any(map(under_arms, act.blamed_by))):
        return True
    blaming = set(said(claimed(analysis, act.blame_at, act.blame_at + 1)))
    if act.blame_at > figure.start and blaming & set(act.by) and not (act.hedged or counting & set(act.by)):
        return True  # «X affirme avoir perpétré l'attentat»: his own word
    if teller is None or (act.blamed_by and teller is figure.clause and set(act.blamed_by) & counting):
        return teller is not None
    friends = side is not None and not act.sure and any(map(of_state, act.by)) and not at_odds(side, act.by[0])
    if side == act.target and friends:
        return False
    clash = act.type == "Armed clash" and "operation" not in act.raw
    hit = side is not None and side == act.target
    fought = (clash and (hit or side in act.by)) or (hit and act.sure and id(figure) in story.telling_of)
    if not fought and not _next(story, figure, act) and not undisturbed(story, figure, act, side):
        return False
    return not blaming or bool(blaming & counting) or not any(map(under_arms, counting))


def _before(figure: Figure) -> list[Unit]:
    return figure.clause.units[: max(figure.at, figure.trigger)]


def _of_the_act(story: Story, figure: Figure, act: Act) -> bool:
    """The figure is one of the act, not of weeks or months, nor told of the army's «neutralised» in general."""
    if figure.outcome == "neutralised" or in_war(figure) or (over_days(figure) and not act.seen.plural):
        return False
    when = day_told(story.analysis, figure)
    if when is None:
        return not since(figure)
    return when.interval.days <= LONGEST and (act.when is None or overlap(when, act.when))


def _next(story: Story, figure: Figure, act: Act) -> bool:
    """The sentence behind the one that says who attacked («… ont été attaqués par X. Le bilan est de six morts.»), or
    one further on that takes up the attack («L'attaque a fait six morts.»).
    """
    teller, telling = story.analysis.clause_at(act.blame_at), story.telling_of.get(id(figure))
    gap = figure.clause.index - teller.index if teller is not None else 0
    return gap == 1 or (gap > 1 and telling is not None and telling.again)
