"""Documents in, claims out: the cascade from end to end. Pure: the same document gives the same claims."""

from vigie.values import Claim, Document, Event, Harm

from .analysis import Analysis, analyse
from .assemble import once, with_ids
from .draft import Draft, claimed, place_value, said, when_fields
from .harm import draft
from .story import Act, Story, read

PACK = "fr-1"


def _event(analysis: Analysis, act: Act) -> Event:
    attribution = claimed(analysis, act.seen.start, act.seen.end)
    by = act.by
    return Event(
        id="", document=analysis.document.document, quote=analysis.document.text[act.seen.start : act.seen.end], start=act.seen.start, end=act.seen.end,
        mentions=act.mentions, type=act.type, target=act.target, struck=act.seen.struck, weapon=act.seen.weapons, by=by,
        by_certainty=("hedged" if act.hedged else "stated") if by else None, by_said_by=said(attribution) if by else None,
        realis="denied" if attribution and attribution.denied else "occurred", place=place_value(act.where), said_by=said(attribution),
        rule=act.seen.rule, **when_fields(act.when),
    )  # fmt: skip


def _harms(story: Story) -> list[Harm]:
    drafts = [draft(story, figure) for figure in story.figures]
    return [d.claim for d in once(drafts)]


def extract(document: Document) -> list[Claim]:
    """The claims of a document, in the order of the text; none for a language without a pack."""
    if document.language != "fr":
        return []
    analysis = analyse(document)
    if analysis is None:
        return []
    story = read(analysis)
    events = [_event(analysis, act) for act in story.acts if not act.seen.weak]
    claims: list[Claim] = [*_harms(story), *events]
    return with_ids(sorted(claims, key=lambda c: (c.start, c.end)), document.id, PACK)


__all__ = ["Draft", "extract"]
