"""Level 6: who claimed an act, or was blamed for it,
in words that stand apart from it («L'attaque a été revendiquée par …»).
"""

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import NamedTuple

from .actor_ids import UNKNOWN, nameless
from .acts import Act, near, overlap, unnamed
from .analysis import Analysis
from .answers import answers, marked
from .attribution import Attribution
from .attribution_blame import Responsibility, responsibility
from .attribution_charges import of_them
from .cues import among, cues
from .draft import claimed, neighbours, said
from .frames import BODILY, Clause, Figure
from .kinds import bring_down
from .ordinals import order_of
from .retold_killings import killed_by
from .sides import of_state, under_arms
from .units import Unit

_ALL = 12  # sentences back over which several acts may be meant
_HEAD = 2  # the rank of the last sentence that may tell in general what follows
_FAR = 6  # the same, where the words are of this act and not of a quarrel
_REACH = 4  # sentences back to the act that a claim of responsibility is about
_NEXT = 90  # characters behind the words that accuse, in which stands of what
_DAYS = 4  # that an attack by several means lasts at most
_LONGEST = 200  # characters of a quote
_index = attrgetter("index")
_start = attrgetter("start")
_BOMBS = frozenset({"Suicide bomb", "Remote explosive/landmine/IED"})
_TAKING = {"Attack", "Abduction/forced disappearance"}
_COMPLEX = _BOMBS | {"Attack", "Armed clash"}  # what may be told apart of one attack
_WITNESS = frozenset({"WITNESS"})
_AIR = "Air/drone strike"
_IMPUTING = frozenset({"blamed", "imputed"})
_CIVIL = frozenset({"Peaceful protest", "Protest with intervention", "Arrests"})


def _spans(analysis: Analysis) -> list[tuple[int, int]]:
    return [(c.sentence.start, c.sentence.end) for c in analysis.clauses]


class _Told(NamedTuple):
    """The words that tell an act, or only mention it in passing."""

    start: int
    end: int
    act: int
    passing: bool
    violent: bool
    first: bool  # told there in its own right, not taken up («l'attaque»)


def _tellings(acts: list[Act]) -> list[_Told]:
    """Where acts are told, in the order of the text."""
    found = []
    for rank, act in enumerate(acts):
        own, asides, violent = (act.seen.start, act.seen.end), set(act.asides), act.type not in _CIVIL
        for span in [own, *act.mentions]:
            aside = span in asides
            found.append(_Told(*span, rank, aside or (span == own and act.bare), violent and not aside, span == own))
    return sorted(found)


_OTHERS = -1  # «des mosquées ont été la cible d'attaques attribuées aux jihadistes» is about others


def _act_meant(
    analysis: Analysis, tellings: list[_Told], told: Responsibility, acts: list[Act], bare: Collection[int] = ()
) -> int | None:
    """The act of the sentence, else the last one told shortly before it; -1 where it is about acts in general. Whoever
    claims an attack means none that another is told to have done («L'armée a bombardé X. L'EI a revendiqué l'attaque»).
    """
    here = _rank(analysis, told.start)
    reach = _REACH if told.rule in ("accused", "imputed") else _FAR
    first = bisect_left(analysis.clauses, here - reach, key=_index)
    start = analysis.clauses[first].sentence.start
    near = tellings[bisect_left(tellings, (start,)) : bisect_left(tellings, (told.end,))]
    claims = told.rule == "claimed"
    asides = of_them(analysis.low, told.start, told.end)
    passing = [t for t in near if t.passing and max(told.start, told.behind) <= t.start]
    if any(not any(first <= t.start < last for first, last in asides) for t in passing):
        return None if claims else _OTHERS
    violent = [t for t in near if t.violent and not (claims and not _may_take(acts[t.act], told))]
    inside = [t for t in violent if told.start <= t.start and t.end <= told.end]
    order = order_of(analysis, told)
    if order and (numbered := _of_that_number(order, [t for t in violent if t not in inside], inside)) != _OTHERS:
        return numbered
    if inside and not told.back:
        return min(inside, key=lambda t: (abs(t.start - told.start), t.act)).act
    before = [t for t in violent if 0 < here - _rank(analysis, t.start) <= reach] or _only_one(tellings, told)
    if not before:
        return None
    last = max(before, key=lambda t: (_rank(analysis, t.start), t.first, t.start, -t.act))
    return None if any(_rank(analysis, last.start) < rank < here for rank in bare) else last.act


def _of_that_number(order: int, before: list[_Told], inside: list[_Told]) -> int | None:
    """The first or the last of the acts told before a charge of «le premier», «la seconde attaque»; None where only one
    act is told, and another is meant; -1 where the words of the charge tell the act themselves.
    """
    told = list(dict.fromkeys(one.act for one in before))
    if order > 0:
        return told[0] if told else _OTHERS
    if len(told) > 1:
        return told[-1]
    return None if told and not any(one.act not in told for one in inside) else _OTHERS


def _open_act(
    analysis: Analysis, at: int | None, told: Responsibility, tellings: list[_Told], acts: list[Act]
) -> int | None:
    """«Deux assaillants ont été abattus par l'armée. Ces hommes étaient de la milice X»: not the army's act, but the
    only one before it of which nobody is known to have done it; of several, the one with the word of the charge.
    """
    if at is None or at == _OTHERS or told.rule not in _IMPUTING or not acts[at].by or _may_take(acts[at], told):
        return at
    open_acts = {t.act for t in tellings if t.violent and t.start < told.start and nameless(acts[t.act].by)}
    may = [one for one in open_acts if _may_take(acts[one], told)]
    clause = analysis.clause_at(told.start)
    words = {_noun(unit) for unit in clause.units if unit.code == "E"} if clause is not None else set()
    may = may if len(may) < 2 else [one for one in may if _noun(acts[one].clause.units[acts[one].seen.at]) in words]
    return may[0] if len(may) == 1 and not set(acts[at].by) & set(told.ids) else at


def _noun(unit: Unit) -> str:
    """«attaque» of «attaque jihadiste»."""
    return unit.low.split(" ")[0]


def _only_one(tellings: list[_Told], told: Responsibility) -> list[_Told]:
    """Where the act is told, of a text that has told of one act of violence only, however far back."""
    before = [one for one in tellings if one.violent and one.start < told.start]
    return before if len({one.act for one in before}) == 1 else []


def _bare_news(analysis: Analysis, tellings: list[_Told], figures: list[Figure]) -> set[int]:
    """«Le 11 décembre, 344 lycéens avaient été capturés»: the sentences that date people harmed by an act that no word
    tells; a claim behind them is of that one.
    """
    acted = {_rank(analysis, told.start) for told in tellings}
    dated = {f.clause.index for f in figures if f.clause.codes.startswith(("T,", "lT,", "eP,T")) and _harmed(f)}
    return dated - acted


def _harmed(figure: Figure) -> bool:
    return figure.outcome in BODILY or figure.outcome == "abducted"


def _rank(analysis: Analysis, offset: int) -> int:
    clause = analysis.clause_at(offset)
    return clause.index if clause is not None else 10**6


class Charge(NamedTuple):
    """Who is held responsible in words that stand apart from the act; `act` where they are about one that is told."""

    told: Responsibility
    act: Act | None


def find_charges(analysis: Analysis, acts: list[Act], figures: list[Figure]) -> list[Charge]:
    """The claims of responsibility, attributions and accusations of a document, each with its act."""
    told = marked(
        analysis, responsibility(analysis.document.text, _spans(analysis), analysis.actors, analysis.attributions)
    )
    told = [*told, *killed_by(analysis, figures, [act.clause.index for act in acts if not act.by])]
    tellings = _tellings(acts) if told else []
    bare = _bare_news(analysis, tellings, figures)
    meant = [_open_act(analysis, _act_meant(analysis, tellings, one, acts, bare), one, tellings, acts) for one in told]
    about = [(one, at) for one, at in zip(told, meant, strict=True) if at != _OTHERS]
    return [Charge(one, None if at is None else acts[at]) for one, at in about]


def take_claims(analysis: Analysis, acts: list[Act], charges: list[Charge]) -> list[Act]:
    """Put claims of responsibility to the acts that they are about; an accusation or a denial is a rival telling,
    returned apart.
    """
    rivals, rank = [], {id(act): at for at, act in enumerate(acts)}
    nobodys = _unclaimed(analysis, acts) if any(one.told.rule == "claimed" for one in charges) else set()
    for claim, act in charges:
        for other in _all_meant(analysis, acts, act, claim) if claim.every else ():
            _take(acts, other, claim)
        if act is not None and (answer := _turned_back(analysis, act, claim)):
            rivals.append(_rival(analysis, act, answer, list(act.by), list(claim.ids)))
            act.by = []
        if act is None or not _may_take(act, claim) or (claim.rule == "claimed" and id(act) in nobodys):
            continue
        if claim.answer or _apart(analysis, acts, act, claim):
            if _aided(analysis, claim):
                continue
            rivals.append(_rival(analysis, act, (claim.start, claim.end), list(claim.ids), list(claim.said_by)))
            rivals[-1].hedged = claim.certainty == "hedged"
        else:
            about = [one for one in neighbours(acts, rank[id(act)]) if id(one) not in nobodys]
            _take(about, act, claim)
            act.numbered = act.seen.plural and order_of(analysis, claim) != 0
            act.hedged = act.hedged or _answered(analysis, claim)
            told_at = _rank(analysis, claim.start)
            for other in _parts(neighbours(acts, rank[id(act)]), act, told_at):
                if told_at >= other.clause.index and _may_take(other, claim):
                    _take([other], other, claim)
    return [*rivals, *_denials(analysis, [*acts, *rivals])]


def _unclaimed(analysis: Analysis, acts: list[Act]) -> set[int]:
    """The acts (by their `id`) of which the text says that nobody claimed them: a claim beside it is of another."""
    spans = [s for s in _spans(analysis) if cues("fr")["unclaimed"].search(analysis.low, *s)]
    tellings = _tellings(acts) if spans else []
    told = (
        Responsibility(start=start, end=end, ids=(), said_by=(), rule="claimed", certainty="stated")
        for start, end in spans
    )
    meant = [_act_meant(analysis, tellings, one, acts) for one in told]
    return {id(acts[at]) for at in meant if at is not None}


def _parts(acts: Sequence[Act], act: Act, told_at: int) -> list[Act]:
    """«une voiture piégée a explosé, puis des hommes ont tiré»: what else is told of one attack, there and then; who
    claims «des dizaines d'attentats ces derniers mois» says nothing of this one.
    """
    if act.seen.plural and not act.seen.definite and act.clause.index == told_at:
        return []
    free = (one for one in acts if not one.denied and nameless(one.by))
    return [one for one in free if one.type != act.type and _of_one(act, one)]


def _of_one(act: Act, other: Act) -> bool:
    kinds, gap = {act.type, other.type}, abs(act.clause.index - other.clause.index)
    taken = kinds == _TAKING and act.seen.definite  # «l'attaque» in which people were taken
    complex_one = kinds <= _COMPLEX and kinds & _BOMBS and gap <= _REACH
    if not (taken or complex_one) or act.when is None or other.when is None:
        return False
    first, second = sorted((act, other), key=lambda one: one.seen.start)
    if second.clause is not first.clause and _hours_apart(second.clause):
        return False
    there = act.where is not None and other.where is not None and near(act.where.place, other.where.place)
    since = act.when.interval.start - other.when.interval.end
    day = overlap(act.when, other.when) or (taken and 0 <= since.days <= 1)
    return there and day and other.when.interval.days <= _DAYS


def _hours_apart(clause: Clause) -> bool:
    """«Une heure plus tard, un kamikaze …», «Dans la soirée, …»: another attack than the one told before."""
    return among("hours_apart", [unit.low for unit in clause.units[:3]])


def _turned_back(analysis: Analysis, act: Act, claim: Responsibility) -> tuple[int, int] | None:
    """«Kiev accuse l'aviation russe. Moscou affirme que le bataillon X a fait sauter le bâtiment»: the span of the
    answer by which the accused blame others, in the words that tell the act.
    """
    clause = analysis.clause_at(act.blame_at)
    if not act.by or set(act.by) & set(claim.ids) or act.blame_at < claim.end or clause is None:
        return None
    sayers = said(claimed(analysis, act.blame_at, act.blame_at + 1))
    thrown_back = answers(sayers, act.blame_at, dict.fromkeys(claim.ids, claim.start))
    return (clause.sentence.start, clause.sentence.end) if thrown_back else None


def _all_meant(analysis: Analysis, acts: list[Act], act: Act | None, claim: Responsibility) -> list[Act]:
    """«toutes ces attaques»: the acts of the sentences before, of those behind a head that says it of all of them."""
    if claim.rule not in ("claimed", "blamed"):
        return []
    here = _rank(analysis, claim.start)
    free = [a for a in acts if not a.by and not a.denied and a.type not in _CIVIL and _may_take(a, claim)]
    behind = [a for a in free if a.clause.index > here and (act is None or (_same_day(act, a) and a.type != _AIR))]
    behind = [a for a in behind if act is None or not elsewhere(act, a)]
    named = act is not None and act.clause.index == here and claim.rule == "claimed"
    spots = [a for a in acts if named and a.clause.index == here]  # «les attentats de Homs et de Tartous»
    before = [a for a in free if 0 < here - a.clause.index <= _ALL]
    before = [a for a in before if not spots or not all(elsewhere(spot, a) for spot in spots)]
    return before + (behind if here <= _HEAD else [])


def _apart(analysis: Analysis, acts: list[Act], act: Act, claim: Responsibility) -> bool:
    """An accusation is another telling of the act, unless in its own sentence, or the first word on who did it; what is
    imputed, only beside another teller.
    """
    if _first_word(analysis, acts, act, claim):
        return False
    inside = claim.start <= act.seen.start < claim.end and act.tellings == 1 and not act.by
    accuses = claim.rule in ("accused", "imputed") and bool(claim.said_by)
    tellers = said(claimed(analysis, act.seen.start, act.seen.end))
    alone = claim.rule == "imputed" and (not tellers or tellers == list(claim.said_by))
    unknown = bool(act.by) and all(map(unnamed, act.by))  # «des hommes armés», whom somebody names: one telling
    return accuses and not (inside or alone or unknown) and not set(act.by) & set(claim.ids)


def _first_word(analysis: Analysis, acts: list[Act], act: Act, claim: Responsibility) -> bool:
    """«Kiev accuse les séparatistes.»: of an act that nobody else is said to have done, and no more than that; what
    residents saw or a group under arms says, and «accuse X d'avoir tiré», is a telling of its own.
    """
    party = any(one in _WITNESS or under_arms(one) for one in claim.said_by)
    if claim.rule not in ("accused", "imputed") or act.by or party:
        return False
    first, last = (bisect_left(analysis.actors, offset, key=_start) for offset in (claim.start, claim.end))
    whom = next((a for a in analysis.actors[first:last] if a.ids == claim.ids), None)
    if whom is None or not cues("fr")["no_more"].match(analysis.low[whom.end : whom.end + _NEXT]):
        return False
    return not any(claim.start <= one.seen.start < claim.end for one in acts if one is not act)


def _aided(analysis: Analysis, claim: Responsibility) -> bool:
    """«accuse X de soutenir les attaques»: whoever helps, arms or hides does not do it."""
    words = analysis.low[claim.start : claim.end + _NEXT].split()
    return among("aids", words)


def _answered(analysis: Analysis, claim: Responsibility) -> bool:
    """«Yaoundé accuse les séparatistes, qui démentent»: his word against theirs."""
    near = (one for one in analysis.attributions if one.denied and claim.start <= one.start < claim.end)
    return claim.rule == "accused" and any(not set(one.said_by) & set(claim.said_by) for one in near)


def _take(acts: Sequence[Act], act: Act, claim: Responsibility) -> None:
    if not set(act.by) >= set(claim.ids):
        act.by, act.hedged = list(claim.ids), claim.certainty == "hedged"
        act.blame_at, act.of_all = claim.start, True
        bring_down(act)
    elif claim.certainty == "hedged" and claim.start <= act.blame_at:
        act.hedged = True  # whoever names them again is no surer
    elif claim.rule == "claimed" or (claim.rule == "accused" and act.blamed_by == list(claim.said_by)):
        act.hedged = False
    elif act.blamed_by and set(act.blamed_by) <= set(act.by):
        return  # who says himself that it was he needs no accuser
    for other in acts if claim.rule == "claimed" else [act]:
        if other is act or (other.by == list(claim.ids) and _same_day(act, other)):
            other.blamed_by = list(claim.said_by)


def _rival(analysis: Analysis, act: Act, span: tuple[int, int], by: list[str], sayers: list[str]) -> Act:
    """The same act as somebody else tells it; `span` is the sentence that does."""
    clause = analysis.clause_at(span[0]) or act.clause
    seen = replace(
        act.seen, clause=clause, at=0, start=span[0], end=min(span[1], span[0] + _LONGEST), rule="event.rival"
    )
    rival = replace(
        act,
        seen=seen,
        by=by,
        hedged=False,
        blame_at=span[0],
        blamed_by=sayers,
        claimant=sayers,
        rival_of=act.rival_of or act,
    )
    return replace(rival, mentions=[], asides=[], figures=list(act.figures), raw=set(act.raw))


def _denials(analysis: Analysis, acts: list[Act]) -> list[Act]:
    """«Moscou dément»: the accused says that it was not he; one denial for each who denies."""
    found: dict[tuple[str, ...], Act] = {}
    first = {frozenset(act.by): act for act in reversed(acts) if not act.denied}
    for denial in analysis.attributions:
        sayers = denial.said_by
        act = first.get(frozenset(sayers)) if denial.denied and sayers else None
        if (
            act is not None
            and sayers not in found
            and _rank(analysis, denial.start) - act.clause.index in range(_REACH + 1)
            and not _brushed_aside(analysis, denial)
        ):
            found[sayers] = _rival(analysis, act, (denial.start, denial.end), list(sayers), list(sayers))
            found[sayers].denied = True
    return list(found.values())


def _brushed_aside(analysis: Analysis, denial: Attribution) -> bool:
    words = analysis.low[denial.start : denial.end].split()
    return among("brushed_aside", words)


def elsewhere(act: Act, other: Act) -> bool:
    """«des bombardements sur X, selon Y, qui accuse Z. […] W a été visée»: each is told with a town of its own."""
    if not (act.own_place and other.own_place) or act.where is None or other.where is None:
        return False
    return not near(act.where.place, other.where.place)


def _same_day(a: Act, b: Act) -> bool:
    return a.when is None or b.when is None or overlap(a.when, b.when)


def _may_take(act: Act, claim: Responsibility) -> bool:
    """An act without a named author, or one by the very group that claims it; nobody attacks himself."""
    if act.target in claim.ids and len(claim.ids) == 1:
        return False
    state = any(map(of_state, claim.ids))  # «les rebelles» may be a group that is named, never an army
    unnamed_too = all(map(unnamed, claim.ids))  # «les miliciens» are not the «terroristes» whom somebody accuses
    open_ = all(i.endswith(UNKNOWN) or (unnamed(i) and not state and not unnamed_too) for i in act.by)
    return open_ or set(act.by) <= set(claim.ids)
