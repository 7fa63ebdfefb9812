"""Level 6: what a figure totals: an incident, several, a period, a war, a standing state (gold/GUIDE.md)."""

import itertools

from vigie.times import war_began

from .acts import Act
from .frames import BODILY, Figure
from .harm_several import of_two, several
from .harm_standing import MANY, away, fled, standing
from .harm_tolls import TOLLS, counted_then, few_dead, raised, says, since_told, toll_of, war_dead
from .setting import (
    BROAD,
    THEN,
    When,
    Where,
    carried,
    carried_start,
    counted_over,
    counted_to,
    days,
    harmed_by_campaign,
    movement,
    place_in_clause,
    previous,
    read_when,
    since_the_story,
    since_then,
    stretch_told,
    time_in_clause,
    total_of_campaign,
    total_since,
)
from .setting_cues import LANGUAGE, cues
from .setting_telling import reported
from .story import Story

PERIOD_DAYS, WAR_DAYS = 4, 360
_MONTHS, _YEAR = 45, 366  # days: longer than an act may be, as long as a year
HUGE = 5_000  # people who were killed: more than one act or battle kills
_BEFORE = 3  # sentences back in which a toll is told that a smaller one is a share of
LARGE = 500  # a figure from which «la guerre a fait» tells the toll of the war
_REGION = 60.0  # km: so wide is more than one place
_FROM_A_START = ("time.since-start", "time.stretch-told")
_MONTH, _LOT = 28, 100  # days; people: so many do not die of one act that nobody tells
_TENS = 50  # people: so many do not fall in one fight of a past month
_END = 2  # characters behind a time that ends its sentence
_LEAD = 1  # rank of the last sentence of the head of an article
_TIMES = 3  # times the toll of the news that a total is at least
_SUMS = ("tally", "crackdown", "already")  # lists of words of what adds up
_MARKS = frozenset(",;:.()")


def of_war(story: Story, figure: Figure) -> bool:
    """A toll of the war or of a mission, which no single act explains."""
    return whole_war(story, figure) or cumulative(story, figure)


def whole_war(story: Story, figure: Figure) -> bool:
    """«une guerre qui a fait 300.000 morts», «Ce conflit a fait des centaines de morts»."""
    if (
        figure.relation is None
        and not says(figure, "period")
        and (_conflict_killed(story, figure) or _huge(story, figure))
    ):
        return True
    return figure.number >= LARGE and says(figure, "war") and not says(figure, "period")


def _huge(story: Story, figure: Figure) -> bool:
    """«Les bombardements ont tué 24.000 personnes»: so many die in no single act, and no day is told; fewer than a toll
    before them are counted with it.
    """
    if figure.outcome != "killed" or figure.number < HUGE or says(figure, "stretch"):
        return False
    before = story.figures_in(max(0, figure.clause.index - _BEFORE), figure.clause.index)
    if any(one.number > figure.number and one.start < figure.start for one in before):
        return False
    return time_in_clause(story.analysis, figure.clause, figure.start, figure.end, past=True) is None


def _conflict_killed(story: Story, figure: Figure) -> bool:
    """The conflict is the subject of the sentence, by its name or by «il» behind a sentence about it."""
    if says(figure, "toll"):
        return True
    last = previous(story.analysis, figure.clause) if says(figure, "pronoun_toll") else None
    return last is not None and cues(LANGUAGE).scope["conflict"].search(" ".join(u.low for u in last.units)) is not None


def cumulative(story: Story, figure: Figure) -> bool:
    """A toll from the start of a war or a mission on: by its rule («porte à 45»), or «au total … depuis 2014»."""
    if figure.rule in TOLLS:
        return war_dead(figure) and not says(figure, "in_a_day")
    if figure.relation is not None or not says(figure, "total"):
        return False
    sentence = figure.clause.sentence
    told = story.analysis.times_in(sentence.start, sentence.end)
    since = any(t.kind == "since" and t.interval and t.interval.days >= WAR_DAYS for t in told)
    return since and not says(figure, "series")


def time_of(story: Story, figure: Figure) -> When | None:
    """The time that a figure's sentence gives, or the stretch that others hand on to what it totals."""
    analysis, clause = story.analysis, figure.clause
    counted = figure.quantity is not None and figure.number > 1
    if (behind := time_of_part(story, figure)) is not None:
        return behind
    if figure.relation == "subset" and figure.parent is not None and figure.parent.clause is clause:
        return time_of(story, figure.parent)
    own = since_told(figure) or time_in_clause(
        analysis, clause, figure.start, _up_to_the_verb(story, figure), past=True
    )
    if own is not None and not own.lasting and (_sums_more(figure) or _counted_up_to(story, figure, own)):
        own = None  # «tué lundi, ce qui porte à 23 le nombre de tués»
    if own is not None and id(figure) in story.act_of and not _one_act(story, figure) and counted_then(figure, own):
        own = None  # of the act told before
    if counted and (own is None or own.rule != THEN):
        own = total_since(analysis, clause, figure.start, figure.end) or own
    if own is None and counted:
        own = since_the_story(analysis, clause) or since_then(analysis, clause)
    own = own or carried(analysis, clause)
    if own is None and counted and not whole_war(story, figure):
        own = carried_start(analysis, clause)
    return own or (_sums_up(story, figure) if counted else None)


def _up_to_the_verb(story: Story, figure: Figure) -> int:
    """«dix-neuf personnes, dont deux prêtres, y sont mortes en avril»: the words for those harmed go on to the verb,
    unless a day of an aside stands before it («X, revenu le 26 mai, a été arrêté»).
    """
    verb = figure.clause.units[figure.trigger].end
    return figure.end if story.analysis.times_in(figure.end, verb) else max(figure.end, verb)


def _sums_more(figure: Figure) -> bool:
    """A toll that was raised is of more than what the day of its sentence has seen."""
    return figure.number > 1 and raised(figure) and toll_of(figure) != "act" and not says(figure, "in_a_day")


def _counted_up_to(story: Story, figure: Figure, own: When) -> bool:
    """«Au 11 décembre, 1.329 personnes avaient été tuées depuis le putsch»: the day on which the count ends."""
    until = counted_to(story.analysis, figure.clause)
    ends = until is not None and until.start == own.start
    return ends and any(says(figure, name) for name in ("since_event", "stretch", "total"))


def time_of_part(story: Story, figure: Figure) -> When | None:
    """«…, dont 28.000 pour la seule année 2018»: what stands behind a part, up to the next mark, is its own time."""
    if figure.relation != "subset" or figure.parent is None or figure.parent.clause is not figure.clause:
        return None
    low, last = story.analysis.low, figure.clause.sentence.end
    behind = [t for t in days(story.analysis, figure.clause) if figure.end <= t.start < last]
    if not behind:
        return None
    last_words = last - behind[0].end <= _END  # «…, dont leur chef, Abou X, en juin.»
    if not last_words and not _MARKS.isdisjoint(low[figure.end : behind[0].start]):
        return None
    return read_when(behind[0], "time.sentence")


def time_of_total(story: Story, figure: Figure) -> When | None:
    """The stretch of a sum («porte à 41») that its sentence names or the story tells, whatever day stands beside."""
    when = total_since(story.analysis, figure.clause, figure.start, figure.end)
    return when or total_of_campaign(story.analysis, figure.clause, figure.end)


def _sums_up(story: Story, figure: Figure) -> When | None:
    """The stretch that a total without a time of its own is of: of the campaign that it names, of the sentence before,
    of the story where its words sum up («au total»).
    """
    analysis, clause = story.analysis, figure.clause
    if says(figure, "stretch"):
        return total_of_campaign(analysis, clause, figure.end) or stretch_told(analysis, clause, near=False)
    if _one_act(story, figure):
        return None
    if (over := counted_over(analysis, clause)) is not None:
        return over
    if not _outgrows(story, figure):
        return None
    placed = place_in_clause(analysis, clause, figure.start, figure.end)
    if placed is not None and placed.place.km <= BROAD:
        return None
    summed = (
        says(figure, "overall")
        or says(figure, "tally")
        or (figure.relation is None and harmed_by_campaign(analysis, clause))
    )
    more = figure.outcome != "displaced" and not whole_war(story, figure) and _outdoes(story, figure)
    far = summed or (more and figure.outcome in BODILY and figure.number >= LARGE)
    told = total_of_campaign(analysis, clause, figure.end) or stretch_told(analysis, clause, near=not far)
    return told or (movement(analysis) if more else None)


def _one_act(story: Story, figure: Figure) -> bool:
    """The figure's own sentence tells of a single act that harmed them."""
    act = story.act_of.get(id(figure))
    if act is None or act.clause is not figure.clause or act.seen.plural:
        return False
    if figure.outcome == "detained" and act.seen.at == figure.trigger:
        return False  # «Plus de 700 personnes ont été arrêtées» tells no act besides
    return cues(LANGUAGE).campaign.search(figure.clause.units[act.seen.at].low) is None


def _outgrows(story: Story, figure: Figure) -> bool:
    """It is more than any toll told before it: a total of weeks is not less than the news of the day."""
    return story.analysis.once("most before", lambda: _most_before(story)).get(id(figure), 0) < figure.number


def _outdoes(story: Story, figure: Figure) -> bool:
    """It is far more than the day's toll, and no other count of it: «Plus de 1.500 personnes ont été arrêtées»."""
    before = story.analysis.once("most before", lambda: _most_before(story)).get(id(figure), 0)
    dead = figure.outcome == "killed" and figure.number >= max(MANY, _TIMES * before)
    dead = dead and (before > 0 or (figure.clause.index > _LEAD and says(figure, "protests")))
    beside = story.figures_in(figure.clause.index, figure.clause.index)
    large = figure.number >= LARGE and not few_dead(beside, figure, LARGE)
    more = (dead or large) and not _behind_the_day(story, figure)
    return more and figure.relation is None and not figure.clause.codes.startswith("lB") and not says(figure, "rival")


def _behind_the_day(story: Story, figure: Figure) -> bool:
    """«60 personnes ont été tuées lundi. Plus de 2.700 ont été blessées.»: right behind the toll of a day."""
    rank = figure.clause.index
    told = [f for f in story.figures_in(rank - 1, rank - 1) if f.number > 1]
    own = (time_in_clause(story.analysis, f.clause, f.start, f.end, past=True) for f in told)
    return any(when is not None and when.interval.days < PERIOD_DAYS for when in own)


def _most_before(story: Story) -> dict[int, int]:
    """For each figure the largest of its kind in the sentences before."""
    most: dict[str, int] = {}
    out: dict[int, int] = {}
    for _, group in itertools.groupby(story.figures, key=lambda f: f.clause.index):
        here = list(group)
        out.update((id(f), most.get(f.outcome, 0)) for f in here)
        for f in here:
            most[f.outcome] = max(most.get(f.outcome, 0), f.number)
    return out


def over_time(story: Story, figure: Figure) -> bool:
    """The figure counts more than one incident, or stands in a link to another story."""
    when = time_of(story, figure)
    long = when is not None and (when.lasting or when.interval.days > PERIOD_DAYS)
    return long or any(says(figure, name) for name in ("several", "series", "period", "link", "stretch"))


def scope_of(story: Story, figure: Figure, when: When | None, act: Act | None, where: Where | None) -> str:
    """The scope of a figure, by its words, its days, its place and the number of acts told with it."""
    part = figure.relation == "subset" and figure.number > 1
    told = figure.parent if part and figure.parent is not None and figure.parent.clause is figure.clause else None
    if told is not None and on_a_spot(story, figure) and not away(figure):
        return "incident"
    if told is not None and time_of_part(story, figure) is None and not away(figure):
        figure = told  # «19 tués en deux jours, dont quatre enfants»
    span = when.interval.days if when and when.basis != "assumed" and when.rule != "time.after" else 1
    if when is not None and when.rule == THEN and not says(figure, "campaign"):
        span = 1  # an act of that month
    if standing(figure, span):
        return "state"
    if _of_the_whole_war(story, figure, when):
        return "war"
    if figure.quantity is None or figure.number < 2:
        return "incident"
    if id(figure) in story.joint_of or of_two(story, figure, when, act):
        return "several"
    if raised(figure) and toll_of(figure) is not None and not says(figure, "in_a_day"):
        return _raised_scope(figure, when)
    plural = act is not None and act.clause is figure.clause and act.seen.plural
    summed = (plural and not _one_fight(figure, when, act, where)) or any(says(figure, name) for name in _SUMS)
    if when is not None and span >= PERIOD_DAYS and (when.lasting or summed or _long(figure, when, act)):
        return "war" if _as_long_as_a_war(story, figure, when) else "period"
    if _over_days(figure, when, span, plural) or _of_a_month(figure, when, act, where):
        return "period"
    single = act is not None and act.clause is figure.clause and not plural
    if not single and span > 1 and when is not None and own_time(figure, when) and when.since:
        return "several"  # «Depuis lundi»
    return "several" if several(figure, act, where, plural, single, span) else "incident"


def _one_fight(figure: Figure, when: When | None, act: Act | None, where: Where | None) -> bool:
    """«En juin 2013, des affrontements à X avaient fait 18 morts»: the plural of one fight in a past month."""
    if act is None or when is None or when.lasting or figure.number >= _TENS:
        return False
    fight = cues(LANGUAGE).campaign.search(act.seen.clause.units[act.seen.at].low) is not None
    return fight and where is not None and where.place.km <= BROAD


def _raised_scope(figure: Figure, when: When | None) -> str:
    """A toll that was raised by the news is one of its act, or of the movement that has gone on until then."""
    of = toll_of(figure)
    if of in ("act", "acts"):
        return "incident" if of == "act" else "several"
    short = when is not None and when.since and when.interval.days < PERIOD_DAYS
    return "several" if short else "period"


def on_a_spot(story: Story, part: Figure) -> bool:
    """«46 tués à travers le pays, dont 29 dans la seule ville de X»: a part has a spot of its own behind it."""
    here = place_in_clause(story.analysis, part.clause, part.start, part.end)
    end = min(part.end, max(part.who.end, part.start)) if part.who is not None else part.end  # «…, ont péri à X»
    if here is None or here.place.km > BROAD or here.start < part.end:
        return cues(LANGUAGE).one_spot.match(story.analysis.low, part.end) is not None
    return _MARKS.isdisjoint(story.analysis.low[end : here.start])


def _of_the_whole_war(story: Story, figure: Figure, when: When | None) -> bool:
    """A toll of the war; a number raised («porte à 45») within less than a year is one of a period."""
    if figure.rule in TOLLS and (says(figure, "stretch") or says(figure, "campaign")) and not says(figure, "war"):
        return False
    less = when is not None and PERIOD_DAYS <= when.interval.days < WAR_DAYS
    less = less and when is not None and (when.lasting or _year(when))
    if when is not None and less and (figure.rule in TOLLS or when.rule == "time.sentence"):
        return False  # «Le conflit a fait 1.500 morts en six mois»
    return of_war(story, figure) or (when is None and figure.number >= LARGE and says(figure, "years"))


def _as_long_as_a_war(story: Story, figure: Figure, when: When) -> bool:
    """A year and more; less where a war began on its first day and nothing but its fights are told of."""
    if when.interval.days >= WAR_DAYS:
        return not _year(when)
    rank = figure.clause.index
    alone = fled(figure) and not any(f.outcome == "killed" for f in story.figures_in(rank, rank))
    counted = when.since or when.rule in _FROM_A_START or (when.lasting and says(figure, "fights"))
    if not counted or alone or says(figure, "campaign"):
        return False
    published = story.analysis.published
    current = published is not None and when.interval.end >= published.start
    country = story.analysis.country
    return current and country is not None and war_began(country, when.interval.start)


def _over_days(figure: Figure, when: When | None, span: int, plural: bool) -> bool:
    """Words tell a stretch of time («en quatre jours», «plusieurs fois»), or how many fled, which goes on for days."""
    if figure.relation is None and (says(figure, "stretch") or says(figure, "days")):
        return True
    told = when is not None and own_time(figure, when) and span < PERIOD_DAYS
    if not told and figure.number >= MANY and says(figure, "since_event"):
        return True
    if not told and (says(figure, "period") or (says(figure, "to_date") and _lasts(figure, plural))):
        return True
    return fled(figure) and figure.number >= LARGE and not (told and span == 1)


def _of_a_month(figure: Figure, when: When | None, act: Act | None, where: Where | None) -> bool:
    """«En mai, plus d'un millier de personnes ont péri en Irak»: so many all over a land, in a month of which no act is
    told beside; «avaient péri» goes on from one told before, unless somebody said «que 140 civils avaient péri».
    """
    if when is None or when.interval.days < _MONTH or figure.number < _LOT or figure.outcome not in BODILY:
        return False
    told = act is not None and act.clause is figure.clause and act.seen.at != figure.trigger
    wide = where is not None and where.place.km > _REGION
    recalled = any(u.feature("past") is not None for u in figure.clause.units) and not reported(figure.clause)
    return wide and not told and not recalled


def _lasts(figure: Figure, plural: bool) -> bool:
    """Something that goes on harmed them: several acts, «les violences», or so many that no act could."""
    return plural or figure.number >= LARGE or cues(LANGUAGE).campaign.search(figure.clause.words) is not None


def own_time(figure: Figure, when: When) -> bool:
    """The figure's sentence itself gives its days."""
    return (
        when.rule in ("time.sentence", THEN) and figure.clause.sentence.start <= when.start < figure.clause.sentence.end
    )


def _year(when: When) -> bool:
    """«en 2019», not «en janvier»: one year by its number, which may date a single attack too."""
    first_day = when.interval.start.strftime("%m-%d") == "01-01"
    return not when.lasting and first_day and _MONTHS < when.interval.days <= _YEAR


def _long(figure: Figure, when: When, act: Act | None) -> bool:
    """«d'octobre à fin mai»: no single act lasts for months, whatever act is told beside."""
    if _year(when) or when.interval.days >= WAR_DAYS:
        return act is None or (_year(when) and figure.number >= LARGE)
    return when.interval.days > _MONTHS
