"""Changes of control as claims: their days, their claimant, and each told once however often the text tells it."""

from msgspec.structs import replace

from vigie.values import Control

from .control_change import Change
from .control_losers import same_place
from .control_time import change_time
from .draft import Draft, claimed, place_value, reasons, said, told_once, when_fields
from .frames import Clause
from .setting import told_on
from .story import Story


def _title(story: Story, clause: Clause) -> bool:
    """A heading, or a first line without a full stop."""
    last = story.analysis.document.text[clause.sentence.end - 1 : clause.sentence.end]
    return clause.sentence.heading or (clause.sentence.paragraph == 0 and last.isalnum())


def draft(story: Story, change: Change) -> Draft[Control]:
    """The claim of a change, before ids; of a title that names no place the place stays open."""
    analysis = story.analysis
    attribution = claimed(analysis, change.start, change.end)
    unnamed = not change.held.named and _title(story, change.clause)
    where, when = None if unnamed else change.held.where, change_time(story, change)
    if change.apposed and change.change == "holds":
        attribution = None
    hedged = change.hedged or (attribution is not None and attribution.certainty == "hedged")
    claim = Control(
        id="",
        document=analysis.document.id,
        quote=analysis.document.text[change.start : change.end],
        start=change.start,
        end=change.end,
        change=change.change,  # type: ignore[arg-type]
        actor=change.actor.id if change.actor else None,
        loser=change.loser.id if change.loser else None,
        share=change.held.share,
        extent=change.held.extent,
        place=place_value(where),
        said_by=said(attribution),
        certainty="hedged" if hedged else "stated",
        realis="denied" if attribution and attribution.denied else "occurred",
        rule=change.rule,
        stated_on=told_on(analysis, change.clause),
        **when_fields(when),
    )
    return Draft(claim, change, {**change.why, **reasons(where, when, attribution)}, _title(story, change.clause))


def _same(first: Draft[Control], second: Draft[Control]) -> bool:
    """One change told twice: same actor, same place, and no rival share; a title may leave the place out."""
    a, b = first.claim, second.claim
    if first.frame.past != second.frame.past:  # type: ignore[attr-defined]
        return False
    if (first.heading or second.heading) and None in (a.place, b.place):
        return (a.change, a.actor) == (b.change, b.actor)
    if (a.loser is not None and a.loser == b.actor) or (b.loser is not None and b.loser == a.actor):
        return False  # lost last week, taken back today
    if "captured" == a.change == b.change and None in (a.actor, b.actor):
        return same_place(a.place, b.place)
    seat = a.change == "holds" and (a.rule.startswith("control.seat") or b.rule.startswith("control.seat"))
    same = (a.change, a.actor, a.share) == (b.change, b.actor, b.share) and (seat or a.extent == b.extent)
    return same and same_place(a.place, b.place)


def once(drafts: list[Draft[Control]]) -> list[Draft[Control]]:
    """Each change once, at its better telling, the others as `mentions`."""
    return told_once(drafts, _same, _merged)


def _merged(twin: Draft[Control], draft: Draft[Control]) -> Draft[Control]:
    best, other = (draft, twin) if _better(draft, twin) else (twin, draft)
    mentions = [*twin.claim.mentions, (other.claim.start, other.claim.end)]
    best.claim = replace(best.claim, mentions=mentions)
    return best


def _better(second: Draft[Control], first: Draft[Control]) -> bool:
    """The text tells more than the title, a name with its actor or its time more than one without."""
    if first.heading and not second.heading:
        return True
    dated = second.claim.when_basis not in (None, "assumed") and first.claim.when_basis in (None, "assumed")
    return (first.claim.actor is None and second.claim.actor is not None) or (
        dated and first.frame.rule.startswith("control.named")  # type: ignore[attr-defined]
    )
