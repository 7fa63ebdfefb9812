"""Level 6: a figure that says less than those which it goes on from, or than its whole, shares their reach."""

from .acts import Act
from .frames import Figure
from .harm_kin import counted_on, kin, taken_up
from .harm_place import verb_words
from .harm_scope import on_a_spot, time_of, time_of_part
from .harm_setting import Setting, own_setting
from .setting import BROAD
from .story import Story


def setting_of(story: Story, figure: Figure, act: Act | None) -> Setting:
    """The setting of a figure; one that says less than the toll which it goes on from totals what that one does."""
    return story.analysis.once(("reach", id(figure)), lambda: _find_reach(story, figure, act))


def _find_reach(story: Story, figure: Figure, act: Act | None) -> Setting:
    own = own_setting(story, figure)
    if own.scope != "incident" or figure.quantity is None or figure.number < 2:
        return own
    if (part := _with_its_whole(story, figure, own)) is not None:
        return part
    wider = [own_setting(story, f) for f in kin(story, figure, act)]
    whole = next((s for s in wider if s.scope in ("several", "period", "war")), None) or _total_before(
        story, figure, act
    )
    apart = whole is not None and whole.scope == "several" and _apart(story, figure, own, whole)
    if whole is None or apart or (whole.scope == "war" and taken_up(story, figure) is None):
        return own
    sentence = figure.clause.sentence
    here = own.where is not None and (sentence.start <= own.where.start < sentence.end or "y" in verb_words(figure))
    return own._replace(
        scope=whole.scope,
        when=own.when if time_of(story, figure) is not None else whole.when,
        where=own.where if here or whole.where is None else whole.where,
    )


def _apart(story: Story, figure: Figure, own: Setting, whole: Setting) -> bool:
    """«19 morts à X et dans ses environs. A Y, 14 civils ont péri»: a part of several acts has a spot of its own."""
    if figure.parent is None or own.where is None:
        return False
    other = whole.where is None or own.where.place.id != whole.where.place.id
    named = figure.parent.clause is not figure.clause and own.where.rule == "place.sentence" and other
    return on_a_spot(story, figure) or (named and own.where.place.km <= BROAD)


def _with_its_whole(story: Story, figure: Figure, own: Setting) -> Setting | None:
    """«97 civils tués, dont 45 dans la capitale»: a part is of all the days of its whole, wherever it is; of several
    acts one may have been on its spot.
    """
    parent = figure.parent if figure.relation == "subset" else None
    if parent is None or parent.clause is not figure.clause or time_of_part(story, figure) is not None:
        return None
    whole = setting_of(story, parent, story.act_of.get(id(parent)))
    if whole.scope not in ("several", "period") or (whole.scope == "several" and on_a_spot(story, figure)):
        return None
    return own._replace(scope=whole.scope, when=whole.when)


def _total_before(story: Story, figure: Figure, act: Act | None) -> Setting | None:
    """The total of days or weeks that a figure goes on counting; which may itself go on from one told before."""
    told = (setting_of(story, f, story.act_of.get(id(f))) for f in counted_on(story, figure, act))
    return next((s for s in told if s.scope == "period"), None)
