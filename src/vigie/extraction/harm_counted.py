"""Level 6: who alone counts the dead of those whom he fights («L'armée fait état de 15 jihadistes tués»)."""

from vigie.vocabulary import is_actor, source

from .acts import Act
from .cues import cues
from .cues import told as says
from .draft import claimed, said
from .foes import at_odds
from .frames import Figure
from .harm_charged import FOUGHT, NOBODY, Blame, blew_himself_up, in_war
from .settle import of_clause
from .sides import of_state
from .story import Story

_FAR = frozenset({"Air/drone strike", "Shelling/artillery/missile attack"})
_VERB = 4  # units before «mort» among which the verb stands
_DIED = frozenset({"harm.passive", "harm.perfect"})  # rules of «sont morts», «ont péri»


def counted(story: Story, figure: Figure, side: str | None) -> Blame:
    """«L'armée fait état de 15 jihadistes tués»: who fights a side, and alone counts its dead and captured, took them,
    where nobody else is told to have.
    """
    tellers = said(claimed(story.analysis, figure.start, figure.end))
    act = story.act_of.get(id(figure))
    if side is None or len(tellers) != 1 or figure.outcome not in FOUGHT or figure.number == 0:
        return NOBODY
    others = act is not None and not set(act.by) & {side, *tellers} and (bool(act.by) or _struck_by_others(story, act))
    if (
        others
        or _among_others(story, figure)
        or not _enemies(tellers[0], side)
        or blew_himself_up(story, figure)
        or in_war(figure)
        or _admitted(figure)
    ):
        return NOBODY
    figure.why["by"] = (*figure.why["outcome"][:2], "agency.counted")
    return Blame(tellers, False, tellers)


def _admitted(figure: Figure) -> bool:
    """«Les Houthis ont admis la mort de quatre commandants»: of their own."""
    at = figure.trigger
    return figure.clause.codes[at] == "D" and says("admits_loss", figure.clause.units[max(0, at - _VERB) : at])


def _struck_by_others(story: Story, act: Act) -> bool:
    """«… tués par des drones américains. Un drone a tiré deux missiles»: another state strikes so in the story."""
    strikes = [one for one in story.acts if one.type in _FAR] if act.type in _FAR else []
    return any(of_state(i) and not (act.target or "").startswith(i) for one in strikes for i in one.by)


def _among_others(story: Story, figure: Figure) -> bool:
    """«tués dans un affrontement avec un groupe rival, selon l'armée»; of who «est mort» alone, of bombers, of rebels
    who «ont péri» as others did, and where a government, no army, tells of those who died, the cause is not told.
    """
    died = figure.clause.units[figure.trigger].code not in "Kk"
    bombers = figure.who is not None and says("bomber", [figure.who])
    open_ = figure.rule in _DIED and id(figure) not in story.act_of
    causeless = open_ and (bombers or not _told_by_forces(story, figure))
    rivals = cues("fr")["rivals"].search(story.analysis.low, *_span(figure)) is not None
    return rivals or (died and (figure.number == 1 or causeless or _as_others(story, figure)))


def _as_others(story: Story, figure: Figure) -> bool:
    """«190 rebelles et 50 civils ont péri depuis janvier»: one verb for people whom different hands killed."""
    same = (f for f in of_clause(story.figures, figure.clause) if f is not figure and f.trigger == figure.trigger)
    return figure.relation is None and any(f.relation is None for f in same)


def _told_by_forces(story: Story, figure: Figure) -> bool:
    """An army or police counts them, or men of theirs."""
    told, units = claimed(story.analysis, figure.start, figure.end), figure.clause.units
    first, last = (told.claimant_start, told.claimant_end) if told is not None else (0, 0)
    return any(u.actor is not None and u.actor.role == "force" for u in units if first <= u.start < last)


def _span(figure: Figure) -> tuple[int, int]:
    return figure.clause.sentence.start, figure.clause.sentence.end


def _enemies(teller: str, side: str) -> bool:
    """A state and a group that fights it, or two sides of a war; what one state says of another's dead is open."""
    two_states = of_state(teller) and of_state(side)
    own_voice = not two_states and is_actor(teller) and source(teller).voice_of == teller
    return own_voice and at_odds(teller, side)
