"""Level 6: «sept de ses combattants»: fighters of whom the sentence has named, be it not who tells of them."""

from .agency import roles
from .attribution import Attribution
from .cues import cues
from .cues import told as says
from .draft import claimed
from .frames import Figure
from .harm_people import People
from .people import own_ranks
from .sides import of_state, under_arms
from .story import Story
from .units import Unit

_HIS = frozenset({"ses", "leurs"})


def of_their_own(story: Story, figure: Figure) -> People | None:
    """«Le PKK a lancé des attaques qui ont coûté la vie à sept de ses combattants»: of who attacked; «X a attaqué Y,
    tuant six de ses hommes»: of the other side. None where nobody is told before them whose they may be.
    """
    act, telling = story.act_of.get(id(figure)), story.telling_of.get(id(figure))
    if act is None or telling is None or not (own_ranks(figure) and _his(figure)):
        return None
    author = roles(telling.clause).get(telling.at, {}).get("by")
    if author is None or author.unit.start > figure.start or len(telling.by) != 1:
        return None
    teller = _telling(story, figure, author.unit)
    if teller is not None:
        return People("armed", teller)
    other = act.target if act.target != "civilians" else None
    owner = other if _killed_by_subject(figure) or _soldiers_of(figure, other, telling.by[0]) else telling.by[0]
    return People("armed", owner) if owner is not None else None


def _telling(story: Story, figure: Figure, author: Unit) -> str | None:
    """«Un raid de X a visé Y, le mouvement Z annonçant la mort d'un de ses hommes»: of who tells, named nearer."""
    said = claimed(story.analysis, figure.start, figure.end)
    nearer = said is not None and said.rule == "gerund" and author.end < said.claimant_start < figure.start
    if said is None or not nearer or len(said.said_by) != 1:
        return None
    return said.said_by[0] if under_arms(said.said_by[0]) or of_state(said.said_by[0]) else None


def _his(figure: Figure) -> bool:
    first, last = sorted((figure.at, figure.trigger))
    return any(unit.low in _HIS for unit in figure.clause.units[first : last + 6])


def _killed_by_subject(figure: Figure) -> bool:
    """«tuant», «a tué», where it is no attack that «a coûté la vie»."""
    return figure.rule.startswith("harm.active") and not says("costs", [figure.clause.units[figure.trigger]])


def _soldiers_of(figure: Figure, target: str | None, author: str) -> bool:
    """«L'attaque des rebelles a coûté la vie à six de ses soldats»: a group has none, the army that it hit has."""
    soldiers = figure.who is not None and figure.who.feature("side") == "state"
    return soldiers and target is not None and of_state(target) and not of_state(author)


def told_by_their_own(story: Story, figure: Figure, attribution: Attribution | None) -> People | None:
    """«Deux soldats ont été tués à Idleb, a annoncé le ministère turc de la Défense»: of soldiers of whom no word tells
    whose they are, nor who killed them, the army that tells is theirs.
    """
    who = figure.who
    if attribution is None or len(attribution.said_by) != 1 or who is None or who.feature("side") != "state":
        return None
    teller, act = attribution.said_by[0], story.act_of.get(id(figure))
    named = who.actor is not None and who.actor.text.lower() != who.actor.head
    if named or figure.outcome != "killed" or figure.rule.startswith("harm.active") or (act is not None and act.by):
        return None
    words = story.analysis.low[attribution.claimant_start : attribution.claimant_end]
    army = cues("fr")["own_army"].search(words) is not None and (of_state(teller) or "minist" in words)
    return People("police" if who.value == "police" else "armed", teller) if army else None
