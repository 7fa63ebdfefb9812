"""Level 6: of which group attackers were («Trois assaillants ont été abattus»), where the story blames one alone."""

from vigie.vocabulary import is_actor, source

from .actor_ids import UNKNOWN
from .acts import unnamed
from .frames import Figure
from .harm_people import People
from .harmed import attacked_others
from .sides import of_state
from .story import Story


def of_their_group(story: Story, figure: Figure, who: People) -> People:
    """The attackers whom no word gives a side are of the one named group that the acts of the story are laid to."""
    if who.side is None or not who.side.endswith(UNKNOWN) or not attacked_others(figure):
        return who
    blamed = story.analysis.once("groups blamed", lambda: _blamed(story))
    return who._replace(side=next(iter(blamed))) if len(blamed) == 1 and all(map(_group, blamed)) else who


def _blamed(story: Story) -> frozenset[str]:
    """Whoever but a state did the acts of the story."""
    return frozenset(one for act in story.acts if not act.denied for one in act.by if not of_state(one))


def _group(one: str) -> bool:
    return is_actor(one) and not unnamed(one) and source(one).kind == "armed_group"
