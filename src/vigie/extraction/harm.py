"""Figures into harm claims: every attribute from the words, the act or the story, each with the words that gave it."""

from vigie.values import Harm

from .analysis import Analysis
from .attribution import Attribution
from .doubt import doubtful
from .draft import Draft, claimed, place_value, reasons, said, when_fields
from .frames import Figure
from .harm_attackers import of_their_group
from .harm_blame import blame_fields, blamed
from .harm_method import method
from .harm_own import of_their_own, told_by_their_own
from .harm_people import people_of, tellers_own, unit_of
from .harm_reach import setting_of
from .harm_scope import of_war
from .harm_traced import traced
from .harm_weapons import weapons
from .harm_words import mood, numbers, officially, provisional
from .setting import TAKEN_UP
from .story import Story


def draft(story: Story, figure: Figure) -> Draft[Harm]:
    """The claim of a figure, before ids and before repeated mentions are put together."""
    analysis: Analysis = story.analysis
    act = story.act_of.get(id(figure))
    setting = setting_of(story, figure, act)
    total = of_war(story, figure)
    who = people_of(figure, act, setting.country)
    official = officially(figure, setting.country)
    attribution: Attribution | None = official or claimed(analysis, figure.start, figure.end)
    own = of_their_own(story, figure) or tellers_own(figure, said(attribution))
    who = own or told_by_their_own(story, figure, attribution) or of_their_group(story, figure, who)
    figure.people = who.victims
    blame = blamed(story, figure, who.side, setting.country, total)
    way = method(story, figure, setting.scope, blame.ids)
    claim = Harm(
        id="",
        document=analysis.document.id,
        quote=analysis.document.text[figure.start : figure.end],
        start=figure.start,
        end=figure.end,
        outcome=figure.outcome,
        victims=who.victims,
        side=who.side,
        unit=unit_of(figure),
        method=way,
        weapon=weapons(story, figure, way),
        scope=setting.scope,  # type: ignore[arg-type]
        place=place_value(setting.where),
        stated_on=setting.stated_on,
        said_by=said(attribution),
        provisional=provisional(figure, analysis.clauses),
        rule=figure.rule,
        **numbers(figure),
        **mood(figure, attribution, doubtful(analysis, figure.clause, figure.start)),
        **blame_fields(blame),
        **when_fields(setting.when),
    )
    why = {**traced(story, figure, blame), **reasons(setting.where, setting.when, attribution)}
    own_place = setting.where is not None and setting.where.rule in ("place.sentence", "place.joined", TAKEN_UP)
    own_time = setting.when is not None and setting.when.rule == "time.sentence"
    return Draft(claim, figure, why, figure.clause.sentence.heading, own_place, own_time)
