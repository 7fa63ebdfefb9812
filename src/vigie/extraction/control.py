"""Who takes, holds, besieges and leaves places: the control rules of the pack, and what each of them is about."""

import dataclasses
import re
from collections.abc import Iterator
from itertools import pairwise

from vigie.values import Control

from .actor_ids import UNKNOWN
from .control_asides import no_place
from .control_change import Change
from .control_claims import draft, once
from .control_clause import fits
from .control_guards import (
    abroad,
    anonymous,
    gone,
    grants,
    negated,
    of_a_state,
    of_people,
    over,
    passing,
    raids,
    rescued,
    rides,
    somewhere,
    to_come,
    told_of,
    wished,
)
from .control_held import Held
from .control_lists import listed, names_among, names_behind
from .control_losers import same_place, tell_foes, tell_groups, tell_losers, tell_takers
from .control_names import named_states
from .control_object import find_held
from .control_people import of_captives, official, people_of
from .control_place import told_before
from .diplomacy_roles import actors_of
from .draft import Draft
from .frames import Why
from .lands import control_words
from .parties import Party, View, matches, may_tell, view
from .rules import Fit, Rule, fit_of
from .sides import of_state, unnamed
from .story import Story
from .topics import armed, borrows, out_of_the_news
from .units import Unit

NAME, OWN, LANGUAGE = "control", "C", "fr"
_LONGEST = 140  # characters: a claim's words are not longer than that, else its verb alone carries it
_AUXILIARY = re.compile(r"[xX][rgT]{0,2}$")
_AFTER, _APPOSED = "control.after-withdrawal", "control.clause-apposed"
_NOBODY = ("control.fallen", "control.clause-undergone", "control.noun", _APPOSED)  # who took it may be told elsewhere
_HAS = re.compile("x[rgT]{0,2}$")
_ON_A_DAY = re.compile(r"xX$")
_AHEAD = ("after", "inside", "of", "entered", "named", "driven")  # where what is held stands behind the act
_PAUSE = re.compile("[,;:(]| et | qui | que | où ")
_HIS = ("ses", "leurs")  # «l'armée et ses alliés»
_NEAR = 2  # sentences back to the taking that others withdrew from
_FROM_NOW = ("désormais", "dorénavant")


def _doubt(seen: View, at: int) -> bool:
    near = seen.clause.units[max(0, at - 4) : at + 3]
    return any(u.code == "H" or u.feature("conditional") is not None for u in near)


def _span(seen: View, at: int, held: Held, people: list[Party | None]) -> tuple[int, int]:
    """From the first to the last word that the claim needs; the act with what it is about where that is too long."""
    act = seen.clause.units[at]
    points = [(act.start, act.end), (held.start, held.end), *((p.start, p.end) for p in people if p)]
    start, end = min(p[0] for p in points), max(p[1] for p in points)
    if end - start <= _LONGEST:
        return start, end
    apart = abs(act.start - held.start) >= _LONGEST
    return (act.start, act.end) if apart else (min(act.start, held.start), max(act.end, held.end))


def _change(seen: View, rule: Rule, at: int, held: Held) -> str:
    """The change that the word stands for; a taking told with its share is a state («a repris 90 % de la ville»)."""
    value = str(rule.settings.get("change") or seen.values[at])
    if value == "captured" and held.share is not None:
        return "holds"
    return "captured" if value == "holds" and _newly(seen, at) else value


def _newly(seen: View, at: int) -> bool:
    """«occupent désormais», «ont occupé X»: they came; «occupée quelques heures»: they came, and left again."""
    units = seen.clause.units
    come = (
        _ON_A_DAY.search(seen.codes, 0, at) is not None and seen.codes[at + 1 : at + 2] == "T" and _day(units[at + 1])
    )
    long = any(u.low.startswith(("pendant", "durant", "depuis")) for u in units[at + 1 : at + 6])
    came = (_HAS.search(seen.codes, 0, at) is not None and not long) or come or _briefly(seen, at)
    now = came or any(u.low in _FROM_NOW for u in units[at + 1 : at + 3])
    return now and units[at].low.startswith("occup")


def _briefly(seen: View, at: int) -> bool:
    """«a brièvement occupé X», «occupée quelques heures»: so short a time that it is told as a raid."""
    near = seen.clause.units[max(0, at - 2) : at + 4]
    hours = control_words("hours")
    return any(u.low.startswith(hours) or (u.code == "T" and u.low.endswith(hours)) for u in near)


def _day(unit: Unit) -> bool:
    """«a été occupée mercredi», not «depuis mercredi», «durant un an»."""
    return not unit.low.startswith(("depuis", "durant", "pendant", "jusqu", "de ", "entre"))


def _found(story: Story, seen: View, rule: Rule, fit: Fit) -> Change | None:
    """The change that a match tells; None where nothing is held, nobody holds it, or it did not happen."""
    at = fit.roles["act"]
    held = find_held(story.analysis, seen, fit, str(rule.settings["held"]))
    if held is not None and rule.settings["held"] in _AHEAD:
        held = names_among(story.analysis, seen, names_behind(story.analysis, seen, held))
        held = held._replace(more=(*held.more, *listed(story.analysis, seen, held)))
    if held is not None and rule.settings["held"] == "before":
        held = names_among(story.analysis, seen, held)
    if held is not None and rule.name == _APPOSED:
        held = held._replace(more=())  # «X et Y, pris lundi»: Y
    if (
        held is None
        or negated(seen, at)
        or wished(seen, fit)
        or to_come(seen, rule, fit)
        or (rule.name.startswith("control.los") and held.where is None)
    ):
        return None
    actor, loser = people_of(story, seen, rule, fit, held, _change(seen, rule, fit.roles["act"], held))
    if actor is not None and held.where is not None and held.where.start == actor.start and _named_place(held):
        held = held._replace(where=told_before(story.analysis, seen.clause))  # «la zone aux mains de Kiev»
    value_of = _change(seen, rule, at, held)
    if actor is not None and _merely_goes(seen, fit, held, actor, value_of):
        return None
    if (
        (value_of == "captured" and somewhere(seen, held))
        or (rule.name != _AFTER and of_a_state(seen, held, at, value_of))
        or of_people(seen, at)
        or rescued(seen, at)
        or rides(seen, at, value_of)
        or raids(seen, at, actor)
        or of_captives(seen, held, at)
        or no_place(seen, rule, at, held, actor)
        or (rule.name == "control.noun-by" and told_of(seen, fit))
        or (value_of == "captured" and rule.name == "control.announced" and grants(seen, fit, actor))
        or (value_of == "besieges" and actor is not None and actor.id.endswith(UNKNOWN))
    ):
        return None
    nobody = actor is None and loser is None
    if nobody and not (value_of == "captured" and rule.name in _NOBODY and held.named):
        return None
    if actor is None and value_of != "captured":
        return None
    if anonymous(seen.clause.units[at], held):
        return None  # «les soldats ont sécurisé la zone», «la libération de 22 soldats»
    return _changed(story, seen, rule, fit, held, actor, loser)


def _named_place(held: Held) -> bool:
    return held.where is not None and held.where.rule not in ("place.country", "place.people")


def _merely_goes(seen: View, fit: Fit, held: Held, actor: Party, change: str) -> bool:
    """Whether who comes or goes takes and gives up nothing: officials, patrols, who crosses a border."""
    at = fit.roles["act"]
    goes = change == "withdrew" or seen.clause.units[at].feature("enter") is not None
    left = change == "withdrew" and gone(seen, actor, held)
    return left or (goes and (official(seen, actor) or abroad(seen, held, at) or passing(seen, actor, held, at)))


def _changed(
    story: Story, seen: View, rule: Rule, fit: Fit, held: Held, actor: Party | None, loser: Party | None
) -> Change:
    at = fit.roles["act"]
    unit = seen.clause.units[at]
    start, end = _span(seen, at, held, [actor, loser])
    why: Why = {"change": (unit.start, unit.end, rule.name)}
    why |= {role: (p.start, p.end, rule.name) for role, p in (("actor", actor), ("loser", loser)) if p}
    change, point = _change(seen, rule, at, held), min(unit.start, max(held.start, start))
    found = Change(seen.clause, change, start, end, rule.name, point, held, actor, loser, why=why)
    found.hedged, found.apposed = _doubt(seen, at), _apposed(seen, rule, at)
    found.past = rule.name == "control.from-hands" or (change == "holds" and over(seen, fit))
    found.newly = seen.values[at] == "holds" and change == "captured"
    found.allies = _allies(story, seen, fit, actor, loser)
    return found


def _allies(story: Story, seen: View, fit: Fit, actor: Party | None, loser: Party | None) -> tuple[Party, ...]:
    """«les soldats français et maliens», «l'armée et le Hezbollah»: who does it too, and has a name of his own."""
    beside = actors_of(story, seen, fit) if actor is not None and "actor" in fit.roles else []
    known = {one.id for one in (actor, loser) if one is not None}
    owned = {u.start for u, before in zip(seen.clause.units[1:], seen.clause.units, strict=False) if before.low in _HIS}
    places = {u.start for u, code in zip(seen.clause.units, seen.codes, strict=False) if code == "P"}
    return tuple(
        one for one in beside if one.id not in known and _known(one, actor) and one.start not in owned | places
    )


def _known(one: Party, actor: Party | None) -> bool:
    """«par des rebelles et des jihadistes»: neither has a name; «l'armée et des miliciens»: who they are is open."""
    other = actor is not None and unnamed(actor.id) and one.start != actor.start and not one.id.endswith(UNKNOWN)
    return bool(other) or not unnamed(one.id)


def _apposed(seen: View, rule: Rule, at: int) -> bool:
    """«Al-Bab, ville sous contrôle de l'EI»: told in passing; who is quoted for the rest does not say it."""
    return rule.settings["held"] in ("before", "near") and _AUXILIARY.search(seen.codes, 0, at) is None


def _everywhere(change: Change) -> list[Change]:
    """One change for each of the places told in one breath, and for each of those who act."""
    told = [change, *(_with(change, held) for held in change.held.more)]
    return [*told, *(dataclasses.replace(one, actor=ally) for ally in change.allies for one in told)]


def _with(change: Change, held: Held) -> Change:
    """The change of another thing told in the same breath, with the words up to it or, where they are many, its own."""
    start, end = min(change.start, held.start), max(change.end, held.end)
    if end - start > _LONGEST:
        start, end = held.start, held.end
    return dataclasses.replace(change, held=held, start=start, end=end)


def _inside(change: Change, beside: list[Change]) -> bool:
    """«70% de ce bastion insurgé»: a seat that is only named as what somebody else holds says nothing of its own."""
    if not change.rule.startswith("control.seat"):
        return False
    acts = [o for o in beside if not o.rule.startswith("control.seat")]
    return any(o.held.start <= change.why["change"][0] <= o.held.end for o in acts)


def _taken_since(change: Change, beside: list[Change]) -> bool:
    """«X, dernier bastion de Y, repris par Z»: whose seat it was, who loses it."""
    if not change.rule.startswith("control.seat") or change.held.where is None:
        return False
    place, whole = change.held.where.place, [o for o in beside if o.change == "captured" and o.held.extent == "whole"]
    taken = [o for o in whole if o.held.where is not None and same_place(o.held.where.place, place)]
    if len(taken) == 1 and taken[0].loser is None and taken[0].actor != change.actor:
        taken[0].loser = change.actor
    return bool(taken)


def _left_to(change: Change, beside: list[Change]) -> bool:
    """«ont pris X après le retrait de l'armée»: who withdrew left what another takes in the same breath."""
    actor = change.actor.id if change.actor else ""
    taken = (o for o in beside if o.change in ("captured", "holds") and o.actor and o.held.where)
    other = next((o for o in taken if o.actor and o.actor.id != actor), None)
    if other is None or other.held.where is None or (of_state(actor) and other.held.where.place.country != actor):
        return False  # «après le retrait des forces américaines»: from the country
    change.held = change.held._replace(where=other.held.where, named=other.held.named)
    return True


def _tell_left(change: Change, told: list[Change]) -> None:
    """«X s'est emparé de Y. Les soldats se sont repliés vers Z»: they left Y."""
    near = (o for o in reversed(told) if o.clause.index < change.clause.index and o.actor and o.held.where)
    last = next((o for o in near if change.clause.index - o.clause.index <= _NEAR), None)
    if last is None or change.actor is None or last.change != "captured" or last.actor == change.actor:
        return
    change.held = change.held._replace(where=last.held.where, named=last.held.named)


def _its_holder(change: Change, beside: list[Change]) -> Party | None:
    """«X tient toujours Y, prise en juin»: whoever has it took it."""
    if change.rule != _APPOSED or change.held.where is None:
        return change.actor
    place = change.held.where.place
    held = ((o.actor, h.where) for o in beside if o.change == "holds" for h in (o.held, *o.held.more))
    return next((actor for actor, where in held if where and same_place(where.place, place)), None)


def _held_until(story: Story, change: Change, beside: list[Change]) -> bool:
    """«s'est emparée de deux localités tenues par Y»: whose they were, told with what is taken."""
    if change.change != "holds" or not change.apposed:
        return False
    first, _, _ = change.why["change"]
    for other in beside:
        _, last, _ = other.why["change"]
        listed_too = change.held.start in {held.start for held in (other.held, *other.held.more)}  # «X et Y tenues par»
        beside_it = listed_too or not _PAUSE.search(story.analysis.low, last, first)
        if other.change == "captured" and last <= first and beside_it:
            other.loser = other.loser or (change.actor if change.actor != other.actor else None)
            return True
    return False


def _won_since(change: Change, told: list[Change]) -> bool:
    """«le dernier secteur tenu par Y», in passing, of a town that the text tells X took wholly: Y had it."""
    where, units = change.held.where, change.clause.units
    in_it = any(b.start == change.held.start and a.low.startswith("derni") for a, b in pairwise(units))
    if change.change != "holds" or not change.apposed or not in_it or where is None or change.actor is None:
        return False
    whole = (o for o in told if o.change == "captured" and o.held.extent == "whole" and o.held.where and o.actor)
    ident = change.actor.id
    return any(
        o.actor and o.actor.id != ident and o.held.where and same_place(o.held.where.place, where.place) for o in whole
    )


def _in_names(story: Story) -> Iterator[Change]:
    """What the names of places tell in passing («l'enclave kurde d'Afrine»)."""
    analysis = story.analysis
    for named in named_states(analysis):
        where, actor = named.where, named.actor
        clause = analysis.clause_at(where.start)
        if clause is None:
            continue
        held = Held(where, where.start, where.end, "whole", None)
        why: Why = dict.fromkeys(("change", "actor"), (actor.start, actor.end, named.rule))
        yield Change(
            clause, "holds", where.start, where.end, named.rule, where.start, held, actor, apposed=True, why=why
        )


def _won_by_votes(story: Story) -> bool:
    """«L'opposition a repris la capitale, bastion du pouvoir»: in a story of ballots without an act of war."""
    return not story.acts and not story.figures and borrows(story.analysis, "ballot")


def find(story: Story) -> list[Draft[Control]]:
    """The control claims of a document, in the order of the text, each change told once."""
    if (story.mishap and not armed(story.analysis)) or _won_by_votes(story):
        return []  # «des hélicoptères ont évacué les blessés»: rescuers take and leave nothing
    changes: list[Change] = []
    for clause in story.analysis.clauses:
        if may_tell(clause, LANGUAGE, NAME, OWN) and not out_of_the_news(story.analysis, clause):
            seen = view(story.analysis, clause, LANGUAGE, NAME, OWN)
            matched = [(rule, fit_of(match)) for rule, match in matches(seen, LANGUAGE, NAME)]
            walked = fits(seen, {fit.roles["act"] for _, fit in matched})
            found = [_found(story, seen, rule, fit) for rule, fit in (*matched, *walked)]
            changes += [change for change in found if change is not None]
    changes += _in_names(story)
    beside: dict[int, list[Change]] = {}
    for change in changes:
        beside.setdefault(change.clause.index, []).append(change)
    for i, change in enumerate(changes):
        if change.change == "withdrew" and change.held.where is None:
            _tell_left(change, changes[:i])
        near = beside[change.clause.index]
        change.actor = _its_holder(change, near)
        change.past = change.past or _taken_since(change, near) or _held_until(story, change, near)
        change.past = change.past or _won_since(change, changes)
    changes = [c for c in changes if c.rule != _AFTER or _left_to(c, beside[c.clause.index])]
    told = [c for c in sorted(changes, key=lambda c: c.start) if not _inside(c, beside[c.clause.index])]
    drafts = once([draft(story, one) for change in told for one in _everywhere(change)])
    tell_groups(drafts, story)
    tell_takers(drafts, story.analysis.published)
    tell_losers(drafts, story.analysis.published)
    tell_foes(drafts, story, story.analysis.published)
    return [d for d in drafts if not d.frame.past and not _nowhere(d.claim) and (d.claim.actor or d.claim.loser)]  # type: ignore[attr-defined]


def _nowhere(claim: Control) -> bool:
    """«les soldats se retiraient du village», without a name: no place changes hands."""
    return claim.change == "withdrew" and claim.place is None
