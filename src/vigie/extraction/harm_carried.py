"""Level 6: how far words on who did it reach: to the dead of other sentences, and not to the author's own side."""

from vigie.vocabulary import camps, camps_of

from .actor_forms import called
from .acts import Act, unnamed
from .agency import governed, roles
from .cues import told as says
from .figure_acts import long_before
from .frames import BODILY, Clause, Figure
from .harm_charged import ONE_SIDED
from .setting import BROAD, place_in_clause
from .setting_cues import LANGUAGE
from .setting_cues import cues as clause_cues
from .sides import ids_of, of_state, target_of
from .story import Story

_MOST = 300  # people: more are hardly of one act
_WOUNDED = 6  # times as many as the dead
_TOLD_NEXT = 2  # sentences behind the figure in which the attack is told again, by its author
_FAR = 6  # sentences between the words on who did it and the figure
_ASSAULT = frozenset({"assault", "shooting", "Attack"})
_LETTERS = 3  # letters of a country in the id of an unnamed group


def undisturbed(story: Story, figure: Figure, act: Act, side: str | None) -> bool:
    """Words on who did it that are about an act told before («Les frappes ont été menées par X»), or that stand a few
    sentences before the figure, where nothing between is told of anybody else, nor of another act by the figure.
    """
    teller = story.analysis.clause_at(act.blame_at)
    gap = figure.clause.index - teller.index if teller is not None else 0
    back = _FAR if act.of_all else _told_next(story, figure)
    if teller is None or not -back <= gap <= _FAR or side not in (None, act.target):
        return False
    if gap == 0 and _others_between(story, figure, act.blame_at):
        return False
    if gap < 0 and not act.of_all and _hits_others(story, teller, act, side):
        return False
    if gap > 0 and (_tells_more(figure.clause) or long_before(figure) or figure.number > _at_most(act, figure)):
        return False
    first, last = sorted((act.blame_at, figure.start))
    others = [one for one in story.acts if one is not act and one.by and set(one.by) != set(act.by)]
    if gap > 1 and (_of_more(act, figure) or any(not one.defence and _told_by(one, figure.end) for one in others)):
        return False  # two authors of violence told so far: far off, either may have done it
    return not any(first < start < last for one in others for start, _ in [(one.seen.start, 0), *one.mentions])


def of_a_part_elsewhere(story: Story, figure: Figure, act: Act) -> bool:
    """«Douze civils ont péri dans l'est. Huit d'entre eux sont morts à X dans des tirs de Z»: who did it is told of the
    eight, at a place of their own.
    """
    analysis, teller = story.analysis, story.analysis.clause_at(act.blame_at)
    rank = teller.index if teller is not None and teller is not figure.clause else -1
    parts = [f for f in story.figures_in(rank, rank) if f.parent is figure and f.relation == "subset"]
    spots = [where for f in parts if (where := place_in_clause(analysis, f.clause, f.start, f.end)) is not None]
    own = place_in_clause(analysis, figure.clause, figure.start, figure.end) if spots else None
    return any(own is None or own.place.km > BROAD >= spot.place.km for spot in spots)


def _told_next(story: Story, figure: Figure) -> int:
    """«Huit personnes ont péri dans une attaque à X. Des hommes armés ont tiré sur la foule»: sentences behind the
    figure in which its attack may be told again, by its author; behind dead of whom no act is told, the lead alone has
    one.
    """
    told = story.telling_of.get(id(figure))
    if figure.clause.sentence.heading:
        return 0
    if told is not None and figure.clause.codes[told.at] in "EFW":
        return _TOLD_NEXT
    rank = figure.clause.index
    lead = all(clause.sentence.heading for clause in story.analysis.clauses[:rank])
    return 1 if lead and not story.figures_in(rank + 1, rank + 1) else 0


def _others_between(story: Story, figure: Figure, at: int) -> bool:
    """Other people are counted between the figure and the words on who did it, in one sentence, or those words are
    about a place («à X, où l'armée avait mené une opération»).
    """
    first, last = sorted((_offset(figure), at))
    rank = figure.clause.index
    between = [f for f in story.figures_in(rank, rank) if first < _offset(f) < last]
    aside = clause_cues(LANGUAGE).relative.search(story.analysis.low, first, max(first, at)) is not None
    return aside or figure.elliptic or len(between) > 1 or any(f.parent is not figure for f in between)


def _offset(figure: Figure) -> int:
    return figure.clause.units[figure.at].start


def _hits_others(story: Story, teller: Clause | None, act: Act, side: str | None) -> bool:
    """«Dix civils tués dans une attaque. L'armée a tiré sur les assaillants»: others than the people of the figure."""
    country, told = story.analysis.country, roles(teller).values() if teller is not None else ()
    theirs = [parts for parts in told if "by" in parts and set(ids_of(parts["by"].unit, country)) <= set(act.by)]
    hit = [parts["target"].unit for parts in theirs if "target" in parts]
    return any(
        unit.feature("attacker") is not None or target_of(unit, country) not in ("civilians", side) for unit in hit
    )


def _at_most(act: Act, figure: Figure) -> float:
    """More people are hardly of one act, but for the wounded of one with many dead («cent morts. […] 450 blessés»)."""
    dead = [f.number for f in act.figures if f.outcome == "killed" and f.clause.index < figure.clause.index]
    return max([_MOST, *(_WOUNDED * number for number in dead)]) if figure.outcome == "injured" else _MOST


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
    """«15 terroristes ont péri» in an attack by a group on a state's army: they are that group's; «quatre miliciens»
    whom the PKK hit are not.
    """
    if side.endswith("-MIL") and not any(map(unnamed, act.by)) and called("fr", "militia").isdisjoint(act.by):
        return False
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
