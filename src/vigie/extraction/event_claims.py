"""Acts into event claims: every attribute from the words or the story, each with the words that gave it."""

from vigie.values import Event

from .acts import Act
from .analysis import Analysis
from .draft import Draft, claimed, place_value, reasons, said, when_fields


def draft_event(analysis: Analysis, act: Act) -> Draft[Event]:
    attribution = claimed(analysis, act.seen.start, act.seen.end)
    by = act.by
    claim = Event(
        id="", document=analysis.document.id, quote=analysis.document.text[act.seen.start : act.seen.end], start=act.seen.start, end=act.seen.end,
        mentions=act.mentions, type=act.type, target=act.target, struck=act.seen.struck, weapon=act.seen.weapons, by=by,
        by_certainty=("hedged" if act.hedged else "stated") if by else None, by_said_by=said(attribution) if by else None,
        realis="denied" if attribution and attribution.denied else "occurred", place=place_value(act.where), said_by=said(attribution),
        rule=act.seen.rule, **when_fields(act.when),
    )  # fmt: skip
    return Draft(claim, act, {**act.seen.why, **reasons(act.where, act.when, attribution)})
