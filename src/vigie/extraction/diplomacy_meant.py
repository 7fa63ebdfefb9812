"""Whom an act of diplomacy is aimed at where its words name nobody: «l'a accusé», «l'usage excessif de la force»."""

import re
from collections.abc import Callable

from .crowds import EXCESSIVE
from .diplomacy_roles import other
from .parties import Party, View, object_of, party_at
from .rule_tables import word_lists
from .rules import Fit
from .sides import of_state, unnamed
from .story import Story

NAME, LANGUAGE = "diplomacy", "fr"
_CLITIC = re.compile(r"(?:(?P<it>[lo])[ry]?(?:x[rgT\"]{0,3}(?:X[rT]{0,2})?)?)$")
_LIGHT = re.compile(r"[LMJ][^.;:VKLMJxXwc]{0,7}$")  # «lui a apporté son soutien»: the verb of the noun
_WITH = re.compile(r"[^.;:,VKw]{0,5}?(?P<with>[ie])(?P<him>[ou])")  # «s'est entretenu avec lui»
_IT, _DATIVE, _HIM = ("l'", "le", "la", "les"), ("lui", "leur"), ("lui", "elle", "eux", "elles")
_MANY = ("les", "leur", "eux", "elles")
_SAID = re.compile(r'"(?P<said>[^"]+)",?(?:x[rg]{0,2})?$')
_SUBJECT = re.compile(r'(?:["l,]l|.?[",]|^)A[oajU]{0,2}[rgsylx]{0,3}[oVKLMxXO]')
_FORCED = 14  # units behind a word of blame within which what it is about is told
_FORCE = 6  # units from «usage» to «la force»


def meant(story: Story, seen: View, fit: Fit, actor: Party, act: str) -> Party | None:
    """The party that a pronoun stands for, or that the story tells of in that part; None where it is open who."""
    found = _by_pronoun(story, seen, fit, actor, act)
    if found is None and act == "ACCUSE":
        found = _in_quotation(story, seen, fit.roles["act"])
    if found is None and act in _READERS:
        ident = _READERS[act](story, seen, fit.roles["act"], actor.id)
        unit = seen.clause.units[fit.roles["act"]]
        found = Party(ident, unit.start, unit.end) if ident else None
    return other(found, actor)


def _in_quotation(story: Story, seen: View, at: int) -> Party | None:
    """«"X commet un crime", a accusé Y»: whom the quotation speaks of first, where it names nobody else."""
    found = _SAID.search(seen.codes, 0, at)
    if found is None:
        return None
    named = [i for i in range(found.start("said"), found.end("said")) if seen.codes[i] == "A"]
    parties = {i: party for i in named if (party := party_at(story.analysis, seen, i, story.analysis.country))}
    alone = len({party.id for party in parties.values()}) == 1 and named[0] in parties
    return parties[named[0]] if alone and _SUBJECT.match(seen.codes, named[0] - 2) else None


def _words() -> dict[str, tuple[str, ...]]:
    return word_lists(LANGUAGE, NAME)


def _by_pronoun(story: Story, seen: View, fit: Fit, actor: Party, act: str) -> Party | None:
    at = fit.roles["act"]
    carrier = _LIGHT.search(seen.codes, 0, at) if seen.codes[at] == "N" else None
    verb = carrier.start() if carrier else at
    found = _CLITIC.search(seen.codes, fit.roles.get("actor", 0) + 1, verb)
    units = seen.clause.units
    if found and _of_people(units[found.start("it")].low, units[verb].low):
        it = found.start("it")
    elif act == "CONSULT" and (behind := _WITH.match(seen.codes, at + 1)) and units[behind.start("him")].low in _HIM:
        it = behind.start("him")
    else:
        return None
    if any(u.low in _words()["both"] for u in units[:it]):
        return None  # «Washington, qui arme les deux camps, les exhorte à»
    return object_of(story.analysis, seen, it, units[it].low in _MANY, actor, story.analysis.country)


def _of_people(pronoun: str, verb: str) -> bool:
    """«lui demande», «les exhorte» speak of people; «l'a condamnée» may be of an attack."""
    return pronoun in _DATIVE or (pronoun in _IT and verb.startswith(_words()["of_people"]))


def _government(story: Story, seen: View, at: int, actor: str) -> str | None:
    """«l'usage excessif de la force», «la répression»: of whoever the story has shoot at crowds, else of the land's
    own government; «un bain de sang»: of those who alone shot; «sa souveraineté»: of the one foreign state that struck.
    """
    lows = [u.low for u in seen.clause.units[at + 1 : at + _FORCED] if u.code != '"']
    states = {i for one in story.acts for i in one.by if of_state(i) and not one.denied}
    if any(soil in " ".join(lows) for soil in _words()["own_soil"]):
        foreign = states - {actor}
        return foreign.pop() if len(foreign) == 1 else None
    shot = {i for one in story.acts if one.type == EXCESSIVE for i in one.by if of_state(i)}
    if len(shot) == 1 and states == shot and any(deed in " ".join(lows) for deed in _words()["bloodshed"]):
        return shot.pop()
    if not _of_force(lows):
        return None
    return shot.pop() if len(shot) == 1 else None if shot else story.analysis.country


def _of_force(lows: list[str]) -> bool:
    """«le recours (continu) aux balles réelles», «un usage excessif de la force», «la répression»."""
    words = _words()
    used = (i for i, low in enumerate(lows) if low.startswith(words["use"]))
    forced = any(low.startswith(words["force"]) for i in used for low in lows[i + 1 : i + _FORCE])
    return forced or any(low.startswith(words["repression"]) for low in lows)


def _attacker(story: Story, seen: View, at: int, actor: str) -> str | None:
    """«a promis une riposte», «de venger ses soldats»: on the one who alone has struck."""
    near = seen.clause.units[at : at + _FORCE]
    if not any(word in u.low for u in near for word in _words()["revenge"]):
        return None
    struck = {i for one in story.acts for i in one.by if not one.denied} - {actor}
    return next(iter(struck)) if len(struck) == 1 and not any(map(unnamed, struck)) else None


def _struck(story: Story, seen: View, at: int, _actor: str) -> str | None:
    """«a exprimé sa solidarité», «a proposé son aide aux enquêteurs»: with the land where the people fell."""
    near = seen.clause.units[at : at + 2]
    return story.analysis.country if any(word in u.low for u in near for word in _words()["solidarity"]) else None


def _called_back(_story: Story, seen: View, at: int, _actor: str) -> str | None:
    """«a exigé un retour à l'ordre constitutionnel au Niger», «une transition civile au Mali»: of its rulers."""
    near = seen.clause.units[at + 1 : at + _FORCED]
    if not any(order in " ".join(u.low for u in near) for order in _words()["order"]):
        return None
    places = (u.place.place for u in near if u.place and u.place.place)
    return next((place.country for place in places if place.level == "country"), None)


_READERS: dict[str, Callable[[Story, View, int, str], str | None]] = {
    "ACCUSE": _government,
    "THREATEN": _attacker,
    "SUPPORT": _struck,
    "COOPERATE": _struck,
    "REQUEST": _called_back,
}
