"""Level 6: how far words on who did it reach: to the dead of other sentences, and not to the author's own side."""

import re

from vigie.vocabulary import camps, camps_of

from .acts import Act, unnamed
from .agency import governed
from .cues import told as says
from .frames import BODILY, Clause, Figure
from .harm_charged import ONE_SIDED
from .sides import of_state
from .story import Story

_MOST = 300  # people: more are hardly of one act
_FAR = 6  # sentences between the words on who did it and the figure
_ASSAULT = frozenset({"assault", "shooting"})
_LETTERS = 3  # letters of a country in the id of an unnamed group
_BEFALLEN = re.compile(r"x[Xrg]*[KIkMFT]")


def undisturbed(story: Story, figure: Figure, act: Act, side: str | None) -> bool:
    """Words on who did it that are about an act told before («Les frappes ont été menées par X»), or that stand a few
    sentences before the figure, where nothing between is told of anybody else, nor of another act by the figure.
    """
    teller = story.analysis.clause_at(act.blame_at)
    gap = figure.clause.index - teller.index if teller is not None else 0
    if not gap or not (-_FAR if act.of_all else 1) <= gap <= _FAR or side not in (None, act.target):
        return False
    if gap > 0 and (_tells_more(figure.clause) or _long_before(figure) or figure.number > _MOST):
        return False
    first, last = sorted((act.blame_at, figure.start))
    others = [one for one in story.acts if one is not act and one.by and set(one.by) != set(act.by)]
    if gap > 1 and (_of_more(act, figure) or any(not one.defence and _told_by(one, figure.end) for one in others)):
        return False  # two authors of violence told so far: far off, either may have done it
    return not any(first < start < last for one in others for start, _ in [(one.seen.start, 0), *one.mentions])


def _told_by(act: Act, until: int) -> bool:
    """Some words tell the act before an offset."""
    return any(start < until for start in (act.seen.start, *(start for start, _ in act.mentions)))


def _of_more(act: Act, figure: Figure) -> bool:
    """«Au moins 71 ont été tués dimanche», where the act killed ten; «un hôpital a reçu 40 blessés»: those of more
    acts than this one.
    """
    before = (f for f in act.figures if f.start < figure.start and f.outcome == figure.outcome)
    more = figure.rule != "harm.count-noun" and any(f.number < figure.number for f in before)
    return figure.outcome in BODILY and (more or says("received", figure.clause.units[: figure.at]))


def _long_before(figure: Figure) -> bool:
    """«avaient été tués»: told as what came before the story; not «avait évoqué dix morts»."""
    clause, first = figure.clause, max(0, figure.trigger - 4)
    past = (i for i in range(first, figure.trigger) if clause.units[i].low in ("avait", "avaient"))
    return any(_BEFALLEN.match(clause.codes, i) for i in past)


def _tells_more(clause: Clause) -> bool:
    """An act or a weapon of its own; «par balles» only says how."""
    weapons = (i for i, code in enumerate(clause.codes) if code == "W" and not governed(clause, i))
    own = any(not clause.units[i].low.startswith(("par ", "à ")) for i in weapons)
    return own or not set("EF").isdisjoint(clause.codes)


def charged_with(act: Act) -> bool:
    """Somebody claims it, or is held responsible for what is no fight by its words."""
    claimed_by_self = act.blamed_by is not None and bool(set(act.blamed_by) & set(act.by))
    return claimed_by_self or (bool(act.blamed_by) and bool(act.raw & (ONE_SIDED | _ASSAULT)))


def kin(act: Act, side: str) -> bool:
    """«15 terroristes ont péri» in an attack by a group on a state's army: they are that group's."""
    groups = not any(map(of_state, act.by)) and act.target is not None and of_state(act.target)
    return groups and unnamed(side) and side[:_LETTERS] == str(act.target)[:_LETTERS]


def fellows(side: str | None, authors: list[str]) -> bool:
    """«sept rebelles ont été tués» behind an ambush by the country's separatists: they are hardly others."""
    groups = [one for one in authors if not of_state(one) and unnamed(one)]
    return side is not None and unnamed(side) and any(one[:_LETTERS] == side[:_LETTERS] for one in groups)


def comrades(one: str | None, other: str) -> bool:
    """Two parties of one camp («un membre des YPG», the SDF): they kill each other only where the words say so."""
    shared = set(camps_of(one)) & set(camps_of(other)) if one is not None else set()
    return any({one, other} <= camps()[camp].parties for camp in shared)
