"""Acts between governments, parties to a conflict and international bodies: the diplomacy rules of the pack."""

import re
from collections.abc import Iterator

from vigie.values import Diplomacy

from .diplomacy_about import about_it, at_war
from .diplomacy_acts import Meaning, act_of
from .diplomacy_claims import ANSWERING, MUTUAL, Step, draft, likewise, once, tell_answered
from .diplomacy_clause import endless, fits
from .diplomacy_guards import no_act
from .diplomacy_meant import meant
from .diplomacy_roles import actors_of, also_targets, captors, closer, host_of, other, target_of, warring, where_of
from .draft import Draft
from .frames import Why
from .parties import Party, View, matches, may_tell, view
from .rule_tables import word_lists
from .rules import Fit, Rule, fit_of
from .setting import Where
from .sides import of_states
from .story import Story
from .topics import of_no_power

NAME, OWN, LANGUAGE = "diplomacy", "G", "fr"
_QUOTED = 250  # characters of a quotation that is shown as another place of the act
_LONGEST = 140  # characters: the words of a claim are not longer than that, else those of the act alone carry it
_RECEIVING = ("reç", "recev", "accueil", "rencontr")
_FUTURE = ("ra", "ront")
_STANCES = ("SUPPORT", "ACCUSE", "REJECT")  # what one takes by saying so: «a annoncé soutenir X»
_OF_EACH = ("ACCUSE", "SANCTION", "REQUEST")  # acts told of each of those whom they are aimed at


def _negated(seen: View, rule: Rule, fit: Fit) -> bool:
    """«n'a pas condamné», «si la France le réclame»."""
    at = fit.roles["act"]
    actor = fit.roles.get("actor", at)
    before = seen.clause.units[max(0, actor - 2) : actor] if actor < at else []
    supposed = any(u.low in ("si", "s'il", "s'ils") for u in before)
    if rule.name == "diplomacy.unpunished":
        return supposed
    near = [u.low for u in seen.clause.units[max(0, at - 4) : at]]
    if any(endless(seen, i) for i in range(max(0, at - 3), at)):
        return supposed
    if near[-1:] in (["avoir"], ["être"]) and any(n.startswith(word_lists(LANGUAGE, NAME)["denied"]) for n in near):
        return True  # «a démenti avoir livré des armes»
    return supposed or "g" in re.split(r"[.;:,wctA]", seen.codes[max(0, at - 6) : at])[-1]


def _span(seen: View, fit: Fit, people: list[Party | None]) -> tuple[int, int]:
    unit = seen.clause.units[fit.roles["act"]]
    points = [(unit.start, unit.end), *((p.start, p.end) for p in people if p)]
    start, end = min(p[0] for p in points), max(p[1] for p in points)
    if end - start <= _LONGEST:
        return start, end
    return unit.start, seen.clause.units[min(fit.roles["act"] + 6, len(seen.clause.units) - 1)].end


def _steps(story: Story, seen: View, rule: Rule, fit: Fit) -> Iterator[Step]:
    """The acts of a match: one for each actor, or one of two who do it together."""
    act = act_of(seen, rule, fit)
    if act is None or _negated(seen, rule, fit):
        return
    actors = _actors(story, seen, rule, fit)
    partner = _partner(story, seen, rule, fit, act.name, actors)
    foes = dict(zip(actors, actors[::-1], strict=True)) if rule.name == "diplomacy.mutual" and len(actors) == 2 else {}
    for actor in actors[:1] if partner else actors:
        target = partner or foes.get(actor) or other(target_of(story, seen, rule, fit, actor, act.name), actor)
        target = target or host_of(seen, fit, actor, act.name) or meant(story, seen, fit, actor, act.name)
        where = closer(story, where_of(seen, fit, act.name), act.name)
        met = target is None and not _of_what_precedes(seen, fit) and (where is None or _transitive(seen, fit))
        met = met and not _sounds_out(seen, fit, act.name, actor)
        idle = (act.needs_target and met) or no_act(seen, rule, fit, act.name, target is not None)
        warns = act.name == "THREATEN" and target is None and seen.codes[fit.roles["act"]] != "N"
        idle = idle or (warns and _body(actor))
        paired = rule.name != "diplomacy.pair" or partner is not None
        idle = idle or (act.travels and _at_home(actor, target, where))
        if paired and not idle and _able(story, seen, fit, act, actor):
            yield _step(seen, rule, fit, act.name, actor, target, where)
            if target is not None and act.name in _OF_EACH and target.start > seen.clause.units[fit.roles["act"]].start:
                for one in also_targets(story, seen, target, actor):
                    yield _step(seen, rule, fit, act.name, actor, one, where)


def _actors(story: Story, seen: View, rule: Rule, fit: Fit) -> list[Party]:
    """Who does it; of hostages who are freed and of a truce that is signed the story tells whose it is."""
    if rule.name == "diplomacy.released":
        return captors(story)
    if rule.name.startswith("diplomacy.of-the-war"):
        return warring(story, seen, fit.roles["act"])
    return actors_of(story, seen, fit)


def _able(story: Story, seen: View, fit: Fit, act: Meaning, actor: Party) -> bool:
    """Whether somebody like the actor does such a thing: states mobilize, officials travel."""
    if act.name == "RETREAT" and seen.codes[fit.roles["act"]] == "N":
        return not _on_his_ground(story, seen, actor, fit.roles["act"])
    if act.name == "MOBILIZE":
        return of_states(actor.id) and not _on_his_ground(story, seen, actor, fit.roles["act"])
    return not act.travels or _official(seen, actor)


def _at_home(actor: Party, target: Party | None, where: Where | None) -> bool:
    """«Le président tchadien s'est rendu dans la province du Lac»: to no power."""
    inside = where is not None and where.place.country == actor.id
    return inside and not (target is not None and of_states(target.id))


def _partner(story: Story, seen: View, rule: Rule, fit: Fit, act: str, actors: list[Party]) -> Party | None:
    """Of two who do a thing together, or to each other, the second."""
    low = seen.clause.units[fit.roles["act"]].low
    if len(actors) < 2 or not (act in MUTUAL or low.startswith("échang")):
        return None
    if low.startswith(word_lists(LANGUAGE, NAME)["sending"]):
        return None  # «le Mali et le Burkina ont dépêché une délégation»
    received = low.startswith(_RECEIVING) and _guest(story, seen, rule, fit, actors)
    return None if received else actors[1]


def _guest(story: Story, seen: View, rule: Rule, fit: Fit, actors: list[Party]) -> bool:
    """«Paris et Berlin reçoivent le président burkinabè»: each of them meets him."""
    if "s" in seen.codes[max(0, fit.roles["act"] - 2) : fit.roles["act"]]:
        return False  # «se rencontrer»
    found = target_of(story, seen, rule, fit, actors[0], "CONSULT")
    return found is not None and found.id not in {a.id for a in actors}


def _of_what_precedes(seen: View, fit: Fit) -> bool:
    """«un plan que l'Egypte a appuyé»: what the act is about stands before it."""
    return re.search(r"c[l\"]?$", seen.codes[: fit.roles.get("actor", 0)]) is not None


def _transitive(seen: View, fit: Fit) -> bool:
    """«a rencontré» says whom; «s'est rendu», «a discuté» need only a place."""
    return seen.clause.units[fit.roles["act"]].low.startswith("rencontr") and seen.codes[fit.roles["act"]] != "N"


def _sounds_out(seen: View, fit: Fit, act: str, actor: Party) -> bool:
    """«L'émissaire de l'ONU a rencontré des chefs de tribus»: an international body talks to whoever there is."""
    units, at = seen.clause.units, fit.roles["act"]
    who = next((u.actor for u in units if u.start == actor.start), None)
    near = " ".join(u.low for u in units[at + 1 : at + 8])
    body = act == "CONSULT" and who is not None and who.kind == "international"
    return body and any(word in near for word in word_lists(LANGUAGE, NAME)["sounded"])


def _step(seen: View, rule: Rule, fit: Fit, act: str, actor: Party, target: Party | None, where: Where | None) -> Step:
    start, end = _span(seen, fit, [actor, target])
    unit = seen.clause.units[fit.roles["act"]]
    why: Why = {"act": (unit.start, unit.end, rule.name), "actor": (actor.start, actor.end, rule.name)}
    if target:
        why["target"] = (target.start, target.end, rule.name)
    planned = (bool(rule.settings.get("planned")) and not _already(seen, fit)) or (
        unit.feature("as") in ("V", "L") and unit.low.endswith(_FUTURE)
    )
    said = _quotation(seen, fit) if rule.name.startswith("diplomacy.inverted") else []
    denies = unit.feature("denial") is not None
    answers = act in ANSWERING and _of_what_precedes(seen, fit)
    stem = unit.low[:5]
    return Step(
        seen.clause, act, start, end, rule.name, actor, target, where, planned, stem, why, said, denies, answers
    )


def _already(seen: View, fit: Fit) -> bool:
    """«continue d'appeler», «a commencé à retirer ses troupes», «a annoncé soutenir»: done now, not to come."""
    units, at = seen.clause.units, fit.roles["act"]
    between = [u.low for u in units[fit.roles["actor"] + 1 : at]]
    begun = any(low.startswith(word_lists(LANGUAGE, NAME)["begun"]) for low in between)
    return begun or (seen.values[at] in _STANCES and seen.codes[at - 1] == "M")


def _quotation(seen: View, fit: Fit) -> list[tuple[int, int]]:
    """«"…", a dénoncé X»: what was said stands before the word for it."""
    start, end = seen.clause.sentence.start, seen.clause.units[fit.start].end
    return [(start, end)] if 0 < end - start <= _QUOTED else []


def _official(seen: View, actor: Party) -> bool:
    """Who travels for a government or a group: its leaders and envoys, neither «il» nor soldiers."""
    units = seen.clause.units
    at = next((i for i, u in enumerate(units) if u.start == actor.start), None)
    if at is None or actor.pronoun:
        return False
    who = units[at].actor
    sent = any(u.low.startswith(word_lists(LANGUAGE, NAME)["envoys"]) for u in units[max(0, at - 3) : at])
    return who is None or who.role == "government" or sent


def _body(actor: Party) -> bool:
    """Who only warns of what may come: «l'ONU a prévenu que la famine»."""
    return actor.id in ("UN", "EU", "AU", "ICC", "NATO")


def _on_his_ground(story: Story, seen: View, actor: Party, at: int) -> bool:
    """«l'armée a déployé des renforts dans le nord», «un retrait»: an army in its own country acts towards no power."""
    unit = next((u for u in seen.clause.units if u.start == actor.start), None)
    army = unit is not None and unit.actor is not None and unit.actor.role == "force"
    moved = seen.clause.units[at].low.startswith((*word_lists(LANGUAGE, NAME)["sending"], "retrait"))
    return army and moved and actor.id == story.analysis.country


def _told(story: Story, seen: View) -> Iterator[Step]:
    """What the rules find, then the clause grammar where they find nothing, then the rules that ask who speaks."""
    matched = [(rule, fit_of(match)) for rule, match in matches(seen, LANGUAGE, NAME)]
    done: set[int] = set()
    for rule, fit in matched:
        if "late" not in rule.settings and (steps := list(_steps(story, seen, rule, fit))):
            done.add(fit.roles["act"])
            yield from steps
    for rule, fit in fits(seen, done):
        done.add(fit.roles["act"])
        yield from _steps(story, seen, rule, fit)
    for rule, fit in matched:
        if "late" in rule.settings and fit.roles["act"] not in done:
            yield from _steps(story, seen, rule, fit)


def find(story: Story) -> list[Draft[Diplomacy]]:
    """The diplomatic acts of a document in the order of the text, each told once; none where there is no conflict."""
    if not at_war(story):
        return []
    steps: list[Step] = []
    for clause in story.analysis.clauses:
        if not may_tell(clause, LANGUAGE, NAME, OWN) or of_no_power(story.analysis, clause):
            continue
        seen = view(story.analysis, clause, LANGUAGE, NAME, OWN)
        found = list(_told(story, seen))
        if found and about_it(story, clause):
            steps += found
    told = likewise(sorted(steps, key=lambda s: s.start))
    drafts = once([draft(story, step) for step in told])
    return tell_answered(drafts, story.analysis.document.text)
