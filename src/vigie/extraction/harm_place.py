"""Level 6: the place of a figure of people harmed: that of its sentence, act, side, paragraph, story."""

from itertools import pairwise

from vigie.vocabulary import occupied

from .acts import Act, near, overlap
from .frames import Figure
from .harm_kin import taken_up
from .harm_scope import PERIOD_DAYS, of_war, over_time, time_of, whole_war
from .harm_standing import MANY, STANDING
from .harm_tolls import raised, says
from .setting import (
    AS_TOLD,
    BROAD,
    When,
    Where,
    assumed_time,
    carried,
    closer,
    country_of_story,
    joined,
    main_place,
    main_time,
    mission_place,
    old,
    parted_by_place,
    place_before,
    place_in_clause,
    place_just_told,
    previous,
    time_in_clause,
    unnamed,
)
from .setting_cover import apart, tells_more
from .setting_cues import LANGUAGE, cues
from .setting_place import WHOLE
from .setting_scenes import is_seat, km, scenes
from .setting_side import side_told
from .setting_theatre import land_of, large_theatre, one_town, theatre
from .setting_where import where_of_mention
from .settle import of_clause
from .sides import side_of
from .story import Story

_MOVED = frozenset({"displaced", "detained", "evacuated", "abducted"})
_BACK = 5  # units before a verb among which its «y» and its auxiliary stand
_THOUSANDS = 2000  # people: so many flee a province rather than its town
_OF_STORY = ("place.story", "place.before", "place.closer")  # rules of places that the figure's sentence does not tell
_SPOTS = ("town", "quarter", "site")
_HARMED = ("killed", "injured")
_TOTAL = 50  # people: more than one quarter has seen, where nothing says so
_SUBURB = 20.0  # km: so far a quarter may lie from the middle of its town
_AT_LARGE = 300  # days: what lasts so long was reached all over a country
_WEEKS = 20  # days: what lasts longer was not all on the spot of the day's news
HAD = frozenset({"avait", "avaient"})


def where_of(story: Story, figure: Figure, act: Act | None) -> Where | None:
    """The place of a figure; thousands who fled are told of a town's province, where the text speaks of it."""
    found = _town_of(story, figure, _where_of(story, figure, act))
    if found is None or figure.outcome != "displaced" or figure.number < _THOUSANDS or found.place.level != "town":
        return found
    around = (m.place for m in story.analysis.places if m.place and m.place.level == "province")
    province = next((p for p in around if p.name == found.place.name), None)
    return found._replace(place=province) if province else found


def _town_of(story: Story, figure: Figure, found: Where | None) -> Where | None:
    """A total that only the story's quarter places («Au total, 60 personnes ont été hospitalisées»): its town's."""
    many = figure.number >= _TOTAL or (figure.number > 1 and (figure.outcome == "detained" or over_time(story, figure)))
    if found is None or found.place.level != "quarter" or found.rule not in _OF_STORY or not many:
        return found
    told = (m.place for m in story.analysis.places if m.place and m.place.level == "town" and not m.metonym)
    town = next((p for p in told if apart(p, found.place) <= _SUBURB), None)
    return found._replace(place=town) if town is not None else found


def _where_of(story: Story, figure: Figure, act: Act | None) -> Where | None:
    """The place that the sentence gives, made more exact by its act; else that of the act, the paragraph, the story."""
    analysis = story.analysis
    if (first := _first_spot(story, figure)) is not None:
        return _before_spots(story, figure, first)
    if act is not None and _at_two_places(act, story.joint_of.get(id(figure))):
        return theatre(analysis)
    own = place_in_clause(analysis, figure.clause, *span_of(figure), figure.outcome in _MOVED)
    if own is not None and _of_the_news(story, figure, own):
        own = None
    if own is not None and _told_aside(story, figure, own):
        return theatre(analysis)
    side = _on_their_side(story, figure, own)
    if side is not None:
        return side
    if of_war(story, figure) or (raised(figure) and _for_long(story, figure)):
        wide = own is not None and own.place.level in ("region", "province", "country")
        there = own is not None and own.place.country in (None, analysis.country) and not _war_told(story, figure, own)
        return own if there or wide else _total_before(story, figure) or _at_large(story, figure)
    if (whole := _whole_there(story, figure, own)) is not None:
        return _where_of(story, whole, act)
    goes_on = taken_up(story, figure) if own is None else None
    if goes_on is not None:
        return _where_of(story, goes_on, story.act_of.get(id(goes_on)))
    if own is None and parted_by_place(analysis, figure.clause, span_of(figure)[1]):
        return theatre(analysis)
    if own is None:
        found = _at_home(story, figure, _elsewhere(story, figure, act))
        return _closer(story, figure, act, found) if found else None
    both = joined(analysis, own, figure.clause)
    told_whole = both is not own or own.rule == "place.country" or _region_of_many(figure, act, own)
    return both if told_whole else _closer(story, figure, act, own)


def _at_two_places(act: Act, joint: Act | None) -> bool:
    """«tués dans une attaque à X et un raid à Y»."""
    if joint is None or act.where is None or joint.where is None:
        return False
    return act.own_place and joint.own_place and not near(act.where.place, joint.where.place)


def _whole_there(story: Story, figure: Figure, own: Where | None) -> Figure | None:
    """The whole of a part that has no place of its own in their sentence."""
    whole = figure.parent if figure.relation == "subset" else None
    if whole is None or whole.clause is not figure.clause or own is None:
        return whole if whole is not None and whole.clause is figure.clause else None
    theirs = place_in_clause(story.analysis, whole.clause, *span_of(whole), whole.outcome in _MOVED)
    return whole if theirs is not None and theirs.start == own.start else None


def _at_home(story: Story, figure: Figure, found: Where | None) -> Where | None:
    """«Un homme a été blessé à X. Depuis mercredi, 69 Palestiniens ont péri»: on their own land, where the story names
    some of it; who was killed that day may have gone to X.
    """
    who = figure.who.actor if figure.who else None
    land = who.ids[0] if who is not None and who.kind == "people" and who.ids else ""
    there = found is not None and found.place.country == occupied().get(land)
    if land not in occupied() or not there or not over_time(story, figure):
        return found
    told = (p for clause in story.analysis.clauses for p in scenes(story.analysis, clause))
    own = next((p for p in told if p.place and p.place.country == land), None)
    return where_of_mention(own, "place.story") if own is not None else found


def _first_spot(story: Story, figure: Figure) -> int | None:
    """Where the parts of a figure that have a place each begin («…: deux à X et un à Y»)."""
    parts = [f.start for f in of_clause(story.figures, figure.clause) if f.parent is figure and f.elliptic]
    return min(parts, default=None) if figure.number > 1 else None


def _before_spots(story: Story, figure: Figure, first: int) -> Where | None:
    """The whole was in what is told before the places of its parts, else all over the theatre."""
    wide = [p for p in scenes(story.analysis, figure.clause) if p.end <= first]
    return where_of_mention(min(wide, key=km), "place.sentence") if wide else theatre(story.analysis)


def _told_aside(story: Story, figure: Figure, own: Where) -> bool:
    """«1.800 blessés en trois jours, alors que les combats redoublaient à X», «le bilan passe à 19 morts, après de
    nouvelles violences à X»: X is not where all of them were.
    """
    end = span_of(figure)[1]
    behind = own.start >= end and cues(LANGUAGE).meanwhile.search(story.analysis.low, end, own.start) is not None
    return behind and (over_time(story, figure) or says(figure, "days") or raised(figure))


def _on_their_side(story: Story, figure: Figure, own: Where | None) -> Where | None:
    """«aucun mort côté israélien»: people killed at home; soldiers may have fallen on the other side's land."""
    if side_of(figure.who, story.analysis.country) is not None:
        return None
    side = side_told(story.analysis, figure.clause, *span_of(figure))
    if side is None or (own is not None and own.place.country in (None, side.place.country)):
        return None
    return side


def _of_the_news(story: Story, figure: Figure, own: Where) -> bool:
    """«deux gendarmes tués à X, au moins 6.000 morts depuis 2017»: X is where the first were killed."""
    if own.end > figure.start or own.place.km > BROAD or not _for_long(story, figure):
        return False
    before = any(f.start < own.start for f in of_clause(story.figures, figure.clause))
    return before and "," in story.analysis.low[own.end : figure.start]


def span_of(figure: Figure) -> tuple[int, int]:
    """From the number to the word that harms."""
    trigger = figure.clause.units[figure.trigger]
    apart = figure.elliptic or figure.rule == "harm.subset"
    if apart and trigger.end < figure.start:  # «douze ont péri à X et neuf autres à Y»
        return figure.start, figure.end
    return min(figure.start, trigger.start), max(figure.end, trigger.end)


def _region_of_many(figure: Figure, act: Act | None, own: Where) -> bool:
    """«des opérations dans le nord du pays», «42 tués en Irak dans des manifestations»: acts all over what is named."""
    several = act is not None and act.clause is figure.clause and act.seen.plural
    return several and (own.place.level != "country" or figure.number >= MANY)


def verb_words(figure: Figure) -> set[str]:
    """The words before the figure's verb: its auxiliary and pronouns; «il y a» is no «y»."""
    low = [u.low for u in figure.clause.units[max(0, figure.trigger - _BACK) : figure.trigger]]
    return {word for before, word in zip(["", *low], low, strict=False) if (before, word) != ("il", "y")}


def _elsewhere(story: Story, figure: Figure, act: Act | None) -> Where | None:
    """What a sentence without a place leaves to others: «y» to the place told last, else its act, paragraph, story."""
    analysis = story.analysis
    if "y" in verb_words(figure):
        just = place_just_told(analysis, figure.clause)
        return just or place_before(analysis, figure.clause) or main_place(analysis)
    when = time_in_clause(analysis, figure.clause, figure.start, figure.end, past=True)
    if when is not None and when.interval.days >= _AT_LARGE and (when.lasting or _of_a_year(figure, act)):
        return _at_large(story, figure)
    if when is not None and _long_ago(story, figure, when) and (land := theatre(analysis)) is not None:
        return land
    if _adrift(figure):
        return one_town(analysis) or theatre(analysis)
    if figure.relation is None and figure.number > 1 and says(figure, "nationwide") and not _taken_up(figure):
        # what a coup, an invasion, a movement has cost, or a year: wherever the news of the day is
        return _total_before(story, figure) or country_of_story(analysis) or theatre(analysis)
    if _all_violence(story, figure) and (land := country_of_story(analysis)) is not None:
        return land._replace(rule=WHOLE)
    if over_time(story, figure) or _for_long(story, figure):
        total = _total_before(story, figure)
        if total is not None:
            return total
        before = place_before(analysis, figure.clause, wide=True)
        if _for_long(story, figure) and not _taken_up(figure):
            far = before if before is not None and before.place.km > BROAD and _beside(story, figure, before) else None
            return mission_place(analysis, figure.clause) or far or _widely(story, figure)
        spot = before is not None and before.place.km <= BROAD
        spot = spot and (carried(analysis, figure.clause) is not None or _of_months(story, figure))
        return mission_place(analysis, figure.clause) or (None if spot else before) or _theatre(story, figure)
    meant = act is not None and (act.when is None or current(story, figure, act, act.when))
    known = joined(analysis, act.where, act.clause) if act is not None and act.where and meant else None
    return known or place_before(analysis, figure.clause) or main_place(analysis)


def _all_violence(story: Story, figure: Figure) -> bool:
    """«Des combats se poursuivent dans les provinces de X et de Y. Les violences ont fait 120 tués»: all over."""
    many = figure.number >= _TOTAL and figure.relation is None and says(figure, "violence")
    last = previous(story.analysis, figure.clause) if many else None
    told = [p for p in scenes(story.analysis, last) if p.place and p.place.level != "country"] if last else []
    return any(apart(a.place, b.place) > a.place.km for a, b in pairwise(told) if a.place and b.place)


def _long_ago(story: Story, figure: Figure, when: When) -> bool:
    """«En 2009, la répression avait fait 36 morts»: of another year, and no place of it is told in its paragraph."""
    published, before = story.analysis.published, place_before(story.analysis, figure.clause, wide=True)
    if published is None or (published.end - when.interval.end).days < _AT_LARGE or _taken_up(figure):
        return False
    return before is None or not _beside(story, figure, before)


def _of_a_year(figure: Figure, act: Act | None) -> bool:
    """«En 2022, ces violences ont fait plus de 500 morts»: so many, and no single act is told beside."""
    return figure.number >= _TOTAL and (act is None or act.clause is not figure.clause or act.seen.plural)


def _total_before(story: Story, figure: Figure) -> Where | None:
    """«Les tirs ont tué 2.500 personnes au X depuis 2004. Le gouvernement en donne 67»: the total told just before."""
    rank = figure.clause.index
    last = [f for f in story.figures_in(rank - 1, rank - 1) if f.relation is None and f.outcome == figure.outcome]
    same = last[:1] if last and last[0].clause.sentence.paragraph == figure.clause.sentence.paragraph else []
    long = [f for f in same if f.number > 1 and _for_long(story, f)]
    return place_in_clause(story.analysis, long[0].clause, *span_of(long[0])) if long else None


def _adrift(figure: Figure) -> bool:
    """Thousands who fled, told without a place or what drove them out: they come from all over the story's theatre."""
    many = figure.outcome == "displaced" and figure.number >= _THOUSANDS
    return many and not figure.rule.startswith("harm.active") and not _taken_up(figure)


def _for_long(story: Story, figure: Figure) -> bool:
    """The figure counts what happened over more days than one act may last."""
    told = [w for w in (time_of(story, figure), carried(story.analysis, figure.clause)) if w]
    undated = not told and figure.number > 1 and cues(LANGUAGE).since.search(figure.clause.words) is not None
    return figure.outcome != "besieged" and (undated or any(w.lasting for w in told if w.interval.days > PERIOD_DAYS))


def _beside(story: Story, figure: Figure, where: Where) -> bool:
    """The place was told in the figure's paragraph."""
    told = story.analysis.clause_at(where.start)
    return told is not None and told.sentence.paragraph == figure.clause.sentence.paragraph


def _widely(story: Story, figure: Figure) -> Where | None:
    """The town of a story that plays in one, unless a sentence about weeks is taken up; else the whole theatre. What
    months have cost is told in the capital, not done there.
    """
    analysis, when = story.analysis, time_of(story, figure)
    town = None if carried(analysis, figure.clause) else one_town(analysis)
    told_only = when is not None and when.interval.days > _WEEKS and town is not None and is_seat(town.place)
    if town is None or not told_only:
        return town or theatre(analysis)
    return theatre(analysis) or land_of(town)


def _taken_up(figure: Figure) -> bool:
    """«cette bataille», «dans la ville», «l'attaque»: the figure is of what was told just before."""
    return cues(LANGUAGE).taken_up.search(figure.clause.words) is not None


def _theatre(story: Story, figure: Figure) -> Where | None:
    """Where a total of weeks or months was reached: never the one spot of the day's news, but its country."""
    main = main_place(story.analysis)
    told = (time_of(story, figure), carried(story.analysis, figure.clause))
    lasts = any(w and w.lasting and (w.interval.days > _WEEKS or _trend(story, w)) for w in told)
    lasts = lasts or _of_months(story, figure)
    if main is None or main.place.km > BROAD or not (lasts or says(figure, "period")):
        return main
    return country_of_story(story.analysis) or main


def _of_months(story: Story, figure: Figure) -> bool:
    """«En avril, les violences ont fait 741 morts»: so many, in a month that its own sentence names."""
    when = time_of(story, figure)
    many = figure.number >= _TOTAL and figure.relation is None and figure.outcome != "besieged"
    act = story.act_of.get(id(figure))
    one = act is not None and act.clause is figure.clause and not act.seen.plural and act.seen.at != figure.trigger
    one = one and figure.outcome in _HARMED
    many = many and not one and not _taken_up(figure)
    return many and when is not None and when.interval.days > _WEEKS


def _trend(story: Story, when: When) -> bool:
    """«ces dernières semaines»: how things go in a country, not what a spot has seen."""
    words = story.analysis.low[max(0, when.start) : max(0, when.end)]
    return cues(LANGUAGE).scope["period"].search(words) is not None


def current(story: Story, figure: Figure, act: Act, when: When) -> bool:
    """Whether a figure belongs to an act told elsewhere: one of the past only where its own words go on about it."""
    here = act.clause is figure.clause or id(figure) in story.telling_of
    return here or not old(story.analysis, when) or bool(verb_words(figure) & HAD)


def _at_large(story: Story, figure: Figure) -> Where | None:
    """Of a toll of years: the region of its mission, a region told just before, else the country of the story."""
    mission = mission_place(story.analysis, figure.clause)
    if mission is None and not whole_war(story, figure) and says(figure, "nationwide"):
        return country_of_story(story.analysis) or theatre(story.analysis)
    region = None if whole_war(story, figure) else place_before(story.analysis, figure.clause, wide=True)
    known = mission or (region if region is not None and region.place.km > BROAD else None)
    return known or large_theatre(story.analysis) or _land_around(main_place(story.analysis))


def _land_around(where: Where | None) -> Where | None:
    """The country of a town, where the text does not name it: no town has seen all that a war has cost."""
    if where is None or where.place.level not in _SPOTS or where.place.country in occupied():
        return where  # «Gaza» is a land of its own as well
    return land_of(where) or where


def _war_told(story: Story, figure: Figure, own: Where) -> bool:
    """«X, épicentre de la guerre civile qui a fait 400.000 morts»: the war did, and not in X alone."""
    words = story.analysis.low[own.end : figure.start] if own.end < figure.start and own.place.level in _SPOTS else ""
    return figure.number >= MANY and cues(LANGUAGE).war_which.search(words) is not None


def _closer(story: Story, figure: Figure, act: Act | None, own: Where) -> Where:
    """«au Mali» of the lead is where a later sentence says: the place of the act, or of the story's news."""
    held = figure.outcome in STANDING and (figure.outcome != "detained" or figure.number >= MANY)
    sentence = figure.clause.sentence
    if own.rule in AS_TOLD or cues(LANGUAGE).spots.search(story.analysis.low, sentence.start, sentence.end):
        return own
    if held or over_time(story, figure):
        return closer(story.analysis, own, same_day=figure.clause.index == 1 and unnamed(story.analysis, own))
    told = act is not None and (act.clause is figure.clause or id(figure) in story.telling_of)
    if act is not None and told and act.where and act.own_place and tells_more(own.place, act.where.place):
        own = own if _part_there(story, figure, act.where) else act.where
    fresh = main_time(story.analysis) or assumed_time(story.analysis)
    when = time_in_clause(story.analysis, figure.clause, figure.start, figure.end, past=True)
    main = main_place(story.analysis)
    lead = main is not None and figure.clause.index == 1 and main.start < figure.clause.sentence.start
    if main is not None and _part_there(story, figure, main):
        return own
    return closer(story.analysis, own, lead or when is None or fresh is None or overlap(when, fresh))


def _part_there(story: Story, figure: Figure, where: Where) -> bool:
    """«A X, 22 sont tombés»: the sentence that tells the place counts fewer dead there than the figure does, or fewer
    people harmed «par ailleurs».
    """
    clause = story.analysis.clause_at(where.start)
    if clause is None or clause is figure.clause or figure.outcome not in _HARMED:
        return False
    if clause.index == 0 or (clause.index == 1 and not story.analysis.clauses[0].words.endswith(".")):
        return False  # the lead below a title may tell a part of it
    fewer = [f for f in of_clause(story.figures, clause) if 1 < f.number < figure.number]
    if sum(f.number for f in fewer if f.outcome == figure.outcome and f.relation is None) >= figure.number:
        return False  # «neuf morts» of the lead, «cinq de nos hommes ont péri, quatre agresseurs ont été tués» there
    return any(f.outcome == figure.outcome or (f.outcome in _HARMED and says(f, "besides")) for f in fewer)
