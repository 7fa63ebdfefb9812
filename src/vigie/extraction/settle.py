"""Level 5: the acts of a document, settled: each happening with its place, its days and its people,
and each act told once.
"""

import itertools
import re
from bisect import bisect_left, bisect_right

from vigie.values import Interval
from vigie.vocabulary import is_actor, is_source

from .absorbing import absorb
from .act_dead import day_of_its_dead, died_in, told_with_its_dead
from .acts import NAMED, Act, overlap, same
from .agency import doubted, roles
from .agency_shared import Role
from .analysis import Analysis
from .cues import cues, told
from .demonstrations import take_part
from .draft import MEMORY, claimed, said
from .event_claims import SHOT, moods
from .events import Happening
from .frames import Clause, Figure
from .harmed import felled, guessed, hit, of_their_quarter
from .kinds import fights, kind_of, raw, sharpen, shoots
from .means_roles import OWNER
from .owners import owner_of
from .setting import (
    When,
    Where,
    assumed_time,
    closer,
    day_before,
    main_place,
    news_before,
    parted_by_place,
    place_before,
    place_in_clause,
    time_in_clause,
)
from .setting_back import RECALLED
from .setting_theatre import theatre
from .setting_time import old
from .sides import ARMED, at_home, ids_of, of_state, polices, rounded_up, shared, target_of, under_arms
from .units import Unit

_SEAT = 6  # characters between a claimant and «à Paris»
_CLAIMANT = 400  # characters that the words for a claimant never exceed
_WEEK, _MONTH = 7, 28  # days
_OBJECT, _ENDS = 4, 7  # units between a verb of speech and its object, behind «l'assaut» up to «a pris fin»
_BESIDE = 5  # characters between a day and the act behind it: its article
_LEAD, _ROAD = 8, 4  # units before a noun in which «depuis le début de» stands, before a place in which «menant à» does
_NEAR = 45  # characters behind «l'attaque» in which its own place or day is told («l'attaque de vendredi à Inata»)
_THERE = re.compile(r"[^u]y[rg]*x[xXrg]*$")
_OPENING = re.compile(r"[xei]l?P(?=,)")  # «A Tripoli, …»
_STORMS = frozenset({"attack", "assault"})  # what is guarded is attacked against its guards
_OWNED = frozenset({"vehicle", "military_site", "depot", "other", "none", "prison"})
_ON_SOMEBODY = frozenset({"assault", "attack", "attentat"})  # words of what one side does to others


def country_of(analysis: Analysis, where: Where | None) -> str | None:
    """The country of a place; of a stretch between two («Burkina Faso – Niger») the story's."""
    own = where.place.country if where and "–" not in where.place.name else None
    return own or analysis.country


def _own(seen: Happening, start: int, end: int) -> bool:
    """Whether a place or a day belongs to the act: «l'attaque», told before, has only what its complement says, or
    what stands right before it («ont multiplié depuis samedi les raids»). What those hit were doing they did there
    («tués alors qu'ils manifestaient à X»).
    """
    if seen.definite and (0 < seen.clause.units[seen.at].start - end <= _BESIDE or _goes_on_there(seen, start)):
        return True
    if seen.definite and died_in(seen, start, end):
        return True
    if seen.definite and not 0 <= start - seen.start <= _NEAR + seen.end - seen.start:
        return False
    between = [u for u in seen.clause.units if seen.end <= u.start <= start]
    apart = cues("fr")["beside_another"].search(" ".join(u.low for u in between)) if seen.definite else None
    if apart is not None or (seen.definite and told("leads_to", between[-_ROAD:])):
        return False
    heads = itertools.pairwise(between[:-1])
    clauses = [i for i, (word, that) in enumerate(heads) if that.code == "c" and told("since", [word])]
    return all(told("meanwhile", [between[i]]) and between[i + 2].code == "u" for i in clauses)


def _goes_on_there(seen: Happening, start: int) -> bool:
    """«Dans le Golan, où …, les combats se poursuivaient»: the sentence opens with the place of what goes on."""
    clause = seen.clause
    opens = _OPENING.match(clause.codes)
    there = opens is not None and clause.units[opens.end() - 1].start <= start < clause.units[opens.end() - 1].end
    return there and told("lasts", clause.units[seen.at + 1 : seen.at + _LEAD])


def _dated(seen: Happening, when: When) -> bool:
    """The day of an act, not of its end («a pris fin samedi»); «En avril, les violences ont fait …»: of all of them."""
    ended = seen.definite and told("ends", seen.clause.units[seen.at + 1 : seen.at + _ENDS])
    of_all = seen.plural and (seen.weak or when.since) and when.interval.days > _WEEK
    return not ended and (_own(seen, when.start, when.end) or of_all)


def _said(seen: Happening, when: When) -> bool:
    """«a condamné mardi l'attaque», «n'a revendiqué cette attaque samedi soir»: the day of the speech, unless «de» ties
    it to the act («l'attaque de samedi»).
    """
    if not seen.definite or not told("spoken_of", seen.clause.units[max(0, seen.at - _OBJECT) : seen.at]):
        return False
    before = [u for u in seen.clause.units if u.start < when.start][-1:]
    return not before or before[0].code != "d"


def _same_place(analysis: Analysis, seen: Happening) -> Where | None:
    """«dans cette localité», «de la même province», «y ont été arrêtés»: the place told before."""
    behind = [u for u in seen.clause.units if seen.start <= u.start <= seen.end + _NEAR]
    named = any(told("same", [a]) and told("there", [b]) for a, b in itertools.pairwise(behind))
    return place_before(analysis, seen.clause) if named or _THERE.search(seen.clause.codes, 0, seen.at) else None


def _seat(analysis: Analysis, where: Where) -> bool:
    """«l'état-major à Paris a indiqué»: where a claimant sits is not where it happened."""
    claimants = analysis.once(
        "claimants", lambda: sorted((a.claimant_end, a.claimant_start) for a in analysis.attributions)
    )
    first, last = (
        bisect_left(claimants, (where.start - _SEAT, -1)),
        bisect_left(claimants, (where.start + _CLAIMANT, -1)),
    )
    return any(end <= where.start or start <= where.start for end, start in claimants[first:last])


def _span(seen: Happening, when: When) -> bool:
    """A single act does not last: «le premier soldat tué depuis le début de l'année» was not killed all the year."""
    return when.lasting and when.interval.days > _MONTH and not seen.plural and seen.type != "Armed clash"


def _authors(analysis: Analysis, role: Role | None, country: str | None) -> list[str]:
    """The ids of those who did it, the companions of the first included."""
    if role is None:
        return []
    every = sorted([role.unit, *role.others], key=lambda u: u.start)
    every = [unit for unit in every if not _open_armour(unit, country)]
    found = [i for unit in every for i in ids_of(unit, country) if is_actor(i) or not is_source(i)]
    return at_home(list(dict.fromkeys(found)), analysis.country, country)


def _open_armour(unit: Unit, country: str | None) -> bool:
    """«une incursion de blindés» in a land in which only another state has any: whose they are is not told."""
    arms = unit.actor is not None and unit.actor.role == "force" and unit.actor.ids == (country,)
    return shared(country) and arms and not polices(unit)


def _tautology(seen: Happening) -> bool:
    """«une attaque menée par 65 assaillants» says nothing of who they were."""
    author = seen.by.unit if seen.by is not None else None
    return seen.rule == "event.noun" and author is not None and author.feature("attacker") is not None


def begun(clause: Clause, at: int) -> bool:
    """«depuis le début des violences jihadistes»: the noun tells from when on something is counted."""
    before = " ".join(u.low for u in clause.units[max(0, at - _LEAD) : at])
    since = cues("fr")["begun"].search(before)
    return since is not None and not re.search(r"\w{4}|[,;:]", before[since.end() :])


def starts_count(clause: Clause, at: int) -> bool:
    """The noun tells from when on something is counted, by its beginning or by itself («ont fui depuis l'attaque»)."""
    before = " ".join([unit.low for unit in clause.units[max(0, at - 2) : at]])
    return begun(clause, at) or cues("fr")["right_since"].search(before) is not None


def _told_authors(analysis: Analysis, seen: Happening, country: str | None) -> list[str]:
    """Who did it, by the author's words, else by the noun; none where it only tells since when something is counted."""
    if _tautology(seen) or begun(seen.clause, seen.at):
        return []
    return _authors(analysis, seen.by, country) or _named_by_word(seen, country)


def _named_by_word(seen: Happening, country: str | None) -> list[str]:
    """«une attaque jihadiste»: the noun itself says who."""
    kind = seen.clause.units[seen.at].feature("by")
    return [f"{country}-{kind}"] if kind and country else []


def _raiding(analysis: Analysis, seen: Happening, figures: list[Figure], country: str | None) -> list[str]:
    """«Les soldats ont tué deux hommes lors d'un raid»: the raid is that of who killed in it, if nobody else's."""
    before = " ".join(u.low for u in seen.clause.units[max(0, seen.at - _OBJECT) : seen.at])
    own = seen.rule == "event.noun" and told("own_raid", [seen.clause.units[seen.at]])
    if not own or cues("fr")["in_course_of"].search(before) is None:
        return []
    for figure in of_clause(figures, seen.clause):
        killer = roles(seen.clause).get(figure.trigger, {}).get("by")
        if killer is not None and killer.unit.start < figure.start < seen.start:
            return _authors(analysis, killer, country)
    return []


def _detaining(analysis: Analysis, seen: Happening, country: str | None, taken: list[Figure]) -> list[str]:
    """«sept suspects ont été arrêtés, a indiqué la police»: the authority of the country that tells of arrests made
    them; of many, the police or army told in the sentence or the one before; its own where the word says so.
    """
    if seen.type != "Arrests" or country is None or shared(country):
        return []
    if told("police_only", [seen.clause.units[seen.at]]) and not _another_rule(analysis, seen.clause, country):
        return [country]
    if rounded_up(taken, country) and (forces := _rounding_up(analysis, seen)):
        return list(forces)
    return [actor for actor in said(claimed(analysis, seen.start, seen.end)) if actor == country]


def _rounding_up(analysis: Analysis, seen: Happening) -> tuple[str, ...]:
    """The police or army told in the sentence or the one before."""
    before = analysis.clause_at(seen.clause.sentence.start - 2)
    units = [*seen.clause.units, *(before.units if before is not None else ())]
    return next((u.actor.ids for u in units if u.code in "AV" and u.actor is not None and polices(u)), ())


def _another_rule(analysis: Analysis, clause: Clause, country: str) -> bool:
    """A group is told of that may have a police of its own («interpellés à Sanaa, aux mains des Houthis»), or forces of
    such a one are anywhere in the text («la police kurde»).
    """
    here = any(u.actor is not None and u.code in "AV" and any(map(under_arms, u.actor.ids)) for u in clause.units)
    units = (u for one in analysis.clauses for u in one.units if polices(u))
    return here or any(u.actor and any(i.startswith(f"{country}-") for i in u.actor.ids) for u in units)


def _target(seen: Happening, country: str | None) -> str | None:
    """Who was hit as the words say: the object, or the owner of a military thing; None where they leave it open."""
    if seen.target is None:
        return None
    unit = seen.target.unit
    if seen.target.rule == OWNER:
        return unit.actor.ids[0] if unit.actor is not None and unit.actor.ids else None
    owner = owner_of(seen.clause, unit) if unit.code in "YP" and unit.value in _OWNED else None
    if owner is None:
        stormed = unit.feature("guards") is not None and seen.type in _STORMS
        return country if stormed else target_of(unit, country)
    if owner.code == "a" and owner.actor is not None:
        return owner.actor.ids[0] if owner.actor.ids else None
    return target_of(owner, country)


def _garrisoned(seen: Happening, harmed: list[Figure]) -> bool:
    """«un missile sur une mosquée a tué 70 soldats»: the place was theirs, whatever it was."""
    place = seen.target is not None and seen.target.unit.code in "YP" and not seen.type.startswith("Looting")
    theirs = (f.who is not None and f.who.value in ARMED and not told("outlaws", [f.who]) for f in harmed)
    return place and bool(harmed) and all(theirs)


def _of_theirs(seen: Happening) -> bool:
    """«l'offensive de l'armée contre leurs bases»: those of somebody told before."""
    units, unit = seen.clause.units, seen.target.unit if seen.target else None
    at = next((i for i, one in enumerate(units) if one is unit), 0)
    return at > 0 and told("theirs", units[at - 1 : at])


def _loose(seen: Happening) -> bool:
    """A vehicle, a depot, a thing: who used it is open where the words do not say whose it was."""
    unit = seen.target.unit if seen.target else None
    loose = unit is not None and unit.code in "YP" and unit.value in _OWNED and unit.feature("armed") is None
    return loose and unit is not None and owner_of(seen.clause, unit) is None


def _hedged(seen: Happening) -> bool:
    return seen.by is not None and doubted(seen.clause, seen.by.unit)


def of_clause(figures: list[Figure], clause: Clause) -> list[Figure]:
    """The figures of a clause; figures stand in the order of clauses."""
    first, last = (
        bisect_right(figures, index, key=lambda f: f.clause.index) for index in (clause.index - 1, clause.index)
    )
    return figures[first:last]


def _setting(analysis: Analysis, seen: Happening, figures: list[Figure]) -> tuple[Where | None, When | None]:
    """The place and the days that its own sentence gives to a happening."""
    where = place_in_clause(analysis, seen.clause, max(seen.start, seen.aim), seen.end)
    at, past = seen.clause.units[seen.at].start, "future" not in moods(seen)
    when = time_in_clause(analysis, seen.clause, at, seen.end, past)
    own = where is not None and _own(seen, where.start, where.end) and not _seat(analysis, where)
    own = own or (where is not None and told_with_its_dead(seen, where.start))
    if (day := _counted_from(analysis, seen) or day_of_its_dead(analysis, seen)) is not None:
        return where if own else _same_place(analysis, seen), day
    of_many = any(f.number > 1 for f in of_clause(figures, seen.clause))
    spans = when is not None and _span(seen, when) and not of_many
    timed = when is not None and _dated(seen, when) and not spans and not _said(seen, when)
    return where if own else _same_place(analysis, seen), when if timed else None


def _counted_from(analysis: Analysis, seen: Happening) -> When | None:
    """«ont fui depuis l'attaque menée vendredi»: the attack was on the day from which is counted."""
    at, sentence = seen.clause.units[seen.at].start, seen.clause.sentence
    told = analysis.times_in(sentence.start, sentence.end)
    since = next((t for t in told if t.kind == "since" and t.start <= at < t.end), None)
    if since is None or since.interval is None:
        return None
    return When(Interval.day(since.interval.start), since.basis, None, since.start, since.end, "time.counted-from")


def _harmed_by(seen: Happening, figures: list[Figure]) -> list[Figure]:
    """The figures of its sentence that an act of its kind may have harmed, but for who did it."""
    taken = seen.type in ("Arrests", "Abduction/forced disappearance")
    here = [f for f in of_clause(figures, seen.clause) if taken == (f.outcome in ("detained", "abducted"))]
    if seen.type in _ON_SOMEBODY:
        here = [f for f in here if not few_among_many(f) or f.parent not in here]  # «dix morts, dont un policier»
    return [f for f in here if seen.by is None or f.who is not seen.by.unit]  # «des hommes … avant d'être abattus»


def few_among_many(figure: Figure) -> bool:
    """«25 morts, dont un policier»: most of those hit were no fighters."""
    return figure.parent is not None and figure.number * 2 < figure.parent.number


def settle(analysis: Analysis, seen: Happening, figures: list[Figure], air: bool) -> Act:
    """A happening with what its own sentence says of place, days, authors and target."""
    where, when = _setting(analysis, seen, figures)
    seen.earlier = seen.earlier or (when is not None and when.rule in RECALLED and old(analysis, when))
    country = country_of(analysis, where)
    said, harmed = _target(seen, country), _harmed_by(seen, figures)
    hurt, grip = hit(harmed, country, seen.type == "Armed clash")
    said = None if said == "civilians" and _garrisoned(seen, harmed) else said
    said = None if (hurt, grip) == ("civilians", 1) and of_their_quarter(seen) else said
    by = _told_authors(analysis, seen, country)
    said = None if [said] == by and guessed(seen.target) else said
    target = said or hurt or (felled(harmed, country) if by and all(of_state(i) for i in by) else None)
    target = None if by == [target] and _of_theirs(seen) else target
    by = by if by != [target] else []  # nobody attacks himself: one of the two words was misread
    sharpen(analysis, seen, by, air, where, country)
    unsaid = not (said or grip) and any(map(of_state, by)) and all(f.who is None or f.who.code in "Aa" for f in harmed)
    told_so = None if unsaid else target  # «une incursion de l'armée a fait onze morts»
    kind = kind_of(seen, told_so, air or (seen.type == "bombing" and shared(country)), by, country)
    if kind in SHOT and not seen.weapons and shoots(seen):
        seen.weapons = ["small_arms"]
    if (part := take_part(seen, kind, by, said, country)) is not None:
        kind, by, target = part
    by = by or _detaining(analysis, seen, country, harmed) or _raiding(analysis, seen, figures, country)
    blame = (seen.by.unit.start if seen.by else seen.start) if by else -1
    act = Act(seen, kind, by, target, where, when, where is not None, when is not None, _hedged(seen), blame)
    says = claimed(analysis, seen.start, seen.end)
    act.denied = seen.negated or (says is not None and says.denied)
    act.grip = grip if part is None and (said is None or _loose(seen)) else NAMED
    act.presumed = kind == "Armed clash" and target in (None, "civilians") and fights(seen)
    act.raw, act.around = {raw(seen, kind, by, target)}, place_before(analysis, seen.clause)
    return act


def inherit(act: Act, analysis: Analysis) -> None:
    """What no telling gives, from the story before it; a broad place gives way to the exact one of the news in it."""
    fresh = day_before(analysis, act.clause) or news_before(analysis, act.clause) or assumed_time(analysis, act.clause)
    if act.where is None and parted_by_place(analysis, act.clause, act.seen.end):
        act.where = theatre(analysis)
    act.where = act.where or _beside(analysis, act.seen) or place_before(analysis, act.clause) or main_place(analysis)
    if act.where is not None and not act.seen.plural:
        act.where = closer(analysis, act.where, act.when is None or fresh is None or overlap(act.when, fresh))
    act.when = act.when or fresh


def _beside(analysis: Analysis, seen: Happening) -> Where | None:
    """«l'attaque …» that nothing told before: the place of its own sentence, be it far from the word."""
    where = place_in_clause(analysis, seen.clause, max(seen.start, seen.aim), seen.end) if seen.definite else None
    return where if where is not None and not _seat(analysis, where) else None


def told_once(acts: list[Act]) -> tuple[list[Act], dict[int, Act]]:
    """Acts of which one is told several times become one; and which one each became."""
    kept: list[Act] = []
    became: dict[int, Act] = {}
    for act in acts:
        twin = next((a for a in reversed(kept[-MEMORY:]) if same(a, act) and not _supposed(a.seen)), None)
        if twin is None:
            kept.append(act)
        else:
            absorb(twin, act)
        became[id(act)] = twin or act
    return kept, became


def _supposed(seen: Happening) -> bool:
    """«une nouvelle frappe serait inacceptable»: of an act that did not take place nothing is told again."""
    behind = seen.clause.units[seen.at + 1 : seen.at + 5]
    ends = [u for u in behind if u.code == "X" and u.feature("conditional") is not None]
    return seen.rule == "event.noun" and bool(ends) and not any(u.code in "KFL" for u in behind)
