"""Who takes, holds or leaves a place, and whose it was: the actor and the loser of a change of control."""

import re

from vigie.places.gazetteer import gazetteer
from vigie.vocabulary import actor, is_actor, occupied

from .actors import ActorMention
from .control_held import Held
from .lands import control_words
from .parties import Party, View, antecedent, party_at, possessor
from .rules import Fit, Rule
from .setting import contains
from .story import Story

# Fighters described without their country.
_NAMELESS = re.compile(
    r"[^ ]+(?: armés?| islamistes?| d?jihadistes?| rebelles?| séparatistes?| extrémistes?| radicaux)*"
)
_TO = re.compile(r"[^.;:VKNwc]{0,9}?e[l\"]{0,1}(?P<hands>(?!))?(?P<loser>A)")
_FROM_HANDS = re.compile(r"[^.;:VKNwc]{0,9}?d(?P<hands>o)d[l\"]?(?P<loser>A)")
_FOR = re.compile(r"[^.;:]{0,12}?(?P<to>[oi])[de][l\"]?(?P<actor>A)")
_LOST = ("control.loss", "control.lost", "control.losing", "control.having-lost")
_HIM, _MANY = ("lui", "leur", "l'", "les"), ("leur", "les")
_TAKERS = ("au profit", "face", "bénéfice")


def people_of(
    story: Story, seen: View, rule: Rule, fit: Fit, held: Held, value: str
) -> tuple[Party | None, Party | None]:
    """The actor and the loser of a change, None where the words do not tell; nobody loses to himself."""
    at = fit.roles["act"]
    actor, loser = _named(story, seen, fit, "actor"), _named(story, seen, fit, "loser")
    if "actor" not in fit.roles and seen.codes[at] == "O":
        actor = possessor(story.analysis, seen.clause, seen.clause.units[at], story.analysis.country)
    actor = _local(seen, actor, held) or _occupier(seen, rule, at, held)
    if (value == "captured" or held.share is not None) and loser is None:
        loser = _named_at(story, seen, held.driven) if held.driven is not None else _loser(story, seen, at, held)
    if loser is not None and actor is None and rule.name in _LOST:
        taker = _FOR.match(seen.codes, at + 1)
        known = taker is not None and seen.clause.units[taker.start("to")].low in _TAKERS
        actor = (
            party_at(story.analysis, seen, taker.start("actor"), story.analysis.country) if taker and known else None
        )
    if loser and actor and loser.id == actor.id:
        loser = None
    return actor, loser


def _named(story: Story, seen: View, fit: Fit, role: str) -> Party | None:
    if role in fit.roles and seen.codes[fit.roles[role]] == "l":
        return _him(story, seen, fit.roles[role])
    return _named_at(story, seen, fit.roles[role]) if role in fit.roles else None


def _him(story: Story, seen: View, at: int) -> Party | None:
    """«l'offensive leur a permis de prendre X», «des combats l'ont rendu maître de X»: who was told before."""
    unit = seen.clause.units[at]
    if unit.low not in _HIM:
        return None
    return antecedent(story.analysis, seen.clause, unit, unit.low in _MANY, story.analysis.country)


def _loser(story: Story, seen: View, at: int, held: Held) -> Party | None:
    """«prise au régime», «ce bastion insurgé»: whose it was."""
    match = _TO.match(seen.codes, at + 1) or _FROM_HANDS.match(seen.codes, at + 1)
    between = seen.clause.units[at + 1 : match.start("loser")] if match else []
    if any(u.low.startswith(control_words("tied_to")) for u in between):
        return None
    if match and (match["hands"] is None or seen.clause.units[match.start("hands")].low == "mains"):
        return _named_at(story, seen, match.start("loser"))
    units = enumerate(seen.clause.units)
    inside = next((i for i, u in units if held.start <= u.start < held.end + 2 and seen.codes[i] == "a"), None)
    return None if inside is None else _named_at(story, seen, inside)


def _occupier(seen: View, rule: Rule, at: int, held: Held) -> Party | None:
    """«la Cisjordanie occupée»: nobody need say by whom."""
    country = held.where.place.country if held.where and rule.name == "control.occupied" else None
    ident = occupied().get(country or "")
    unit = seen.clause.units[at]
    return Party(ident, unit.start, unit.end) if ident else None


def official(seen: View, actor: Party) -> bool:
    """«le président français a quitté Paris»: an office-holder who goes takes and leaves no place."""
    at = next((i for i, u in enumerate(seen.clause.units) if u.start == actor.start), None)
    unit = seen.clause.units[at] if at is not None else None
    if at and seen.clause.units[at - 1].low.startswith(control_words("delegates")):
        return True
    if unit is None or unit.actor is None:
        return False
    leader = unit.actor.person is not None and unit.actor.role != "force"  # «les troupes du maréchal Haftar»
    return leader or unit.actor.head.lower().startswith(control_words("offices"))


def on_patrol(actor: Party, held: Held) -> bool:
    """«les soldats israéliens sont entrés dans Jénine»: who occupies a land takes no town by coming, nor loses it by
    going.
    """
    where = held.where
    if where is None or occupied().get(where.place.country or "") != actor.id:
        return False
    lands = (e.place() for name in control_words("patrolled") for e in gazetteer().get(name))
    return any(contains(land, where.place) for land in lands)


def _local(seen: View, party: Party | None, held: Held) -> Party | None:
    """Fighters without a name belong to the country of what they take («des jihadistes ont pris le nord du Mali»)."""
    home = held.where.place.country if held.where else None
    if party is None or home is None or party.pronoun:
        return party
    unit = next((u for u in seen.clause.units if u.start == party.start), None)
    who = unit.actor if unit is not None else None
    nameless = who is not None and _NAMELESS.fullmatch(who.text.lower()) is not None
    kind = _kind(party.id, who, home) if who is not None and nameless else None
    return party._replace(id=f"{home}-{kind}") if kind else party


def _kind(ident: str, who: ActorMention, home: str) -> str | None:
    """Of what kind they are; «les rebelles» are the PKK in Turkey, not where a town of Syria is taken."""
    text = who.text.lower()
    match = re.fullmatch(r"[A-Z]{3}-(JIH|REB|MIL|SEP|UNK)", ident)
    if match is not None:
        return "MIL" if text.startswith(control_words("militias")) else match.group(1)
    abroad = not who.inferred and is_actor(ident) and actor(ident).country not in (None, home)
    return "REB" if abroad and text.startswith(control_words("rebels")) else None


def _named_at(story: Story, seen: View, at: int) -> Party | None:
    return party_at(story.analysis, seen, at, story.analysis.country)


def of_captives(seen: View, held: Held, at: int) -> bool:
    """«Trois journalistes sont aux mains de X à Y»: whoever is told before it is held, and no place."""
    units = seen.clause.units
    hands = units[at].low.endswith("mains") and held.start >= units[at].start
    return hands and any(u.code in "VhU" or u.low.startswith(control_words("captives")) for u in units[:at])
