"""Acts of diplomacy as claims: their days, their claimant, and each told once however often the text tells it."""

import dataclasses
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from msgspec.structs import replace

from vigie.values import Diplomacy

from .draft import Draft, claimed, place_value, reasons, said, told_once, when_fields
from .frames import Clause, Why
from .parties import Party
from .rule_tables import word_lists
from .setting import When, Where, assumed_time, read_when, time_in_clause
from .sides import of_state
from .story import Story

MUTUAL = frozenset(
    {"AGREE", "CONSULT", "COOPERATE"}
)  # of two who do it together one is the actor, the other the target
BY_ANY_WORD = frozenset({"CONSULT", "AGREE", "SUPPORT", "RETREAT", "MOBILIZE", "THREATEN"})
BY_ITS_TARGET = frozenset({"ACCUSE", "REQUEST"})
LIKEWISE = "LIKEWISE"  # «en a fait autant»
SAYING = frozenset(
    {
        "diplomacy.must",
        "diplomacy.needed",
        "diplomacy.vow",
        "diplomacy.we",
        "diplomacy.i",
        "diplomacy.crime",
        "diplomacy.also-says",
    }
)  # what is said tells the act again
_ANSWERED = frozenset({"ACCUSE", "REQUEST", "THREATEN"})
_CHARGED = frozenset({"ACCUSE"})
ANSWERING = frozenset({"REJECT", "AGREE", "SUPPORT"})  # to what another one has offered or asked for
_OFFERED = frozenset({"REQUEST", "AGREE", "AID", "COOPERATE", "CONCEDE", "CONSULT"})
_BACK, _NEAR_BACK = 400, 250  # characters back to what is answered, to what is denied
_NEAR = 50  # characters within which a time is that of the act; one that opens the sentence is that of all of it


@dataclass(slots=True)
class Step:
    """A diplomatic act found in a clause, before it becomes a claim."""

    clause: Clause
    act: str
    start: int
    end: int
    rule: str
    actor: Party
    target: Party | None
    where: Where | None
    planned: bool
    stem: str
    why: Why = field(default_factory=dict)
    mentions: list[tuple[int, int]] = field(default_factory=list)
    denies: bool = False
    answers: bool = False


def _own_time(story: Story, step: Step) -> When | None:
    said = _day_of_saying(step)
    own = said or time_in_clause(story.analysis, step.clause, step.start, step.end)
    if own is None or max(own.start - step.end, step.start - own.end) <= _NEAR:
        return own
    return own if own.start - step.clause.sentence.start < _NEAR // 4 else None


def _day_of_saying(step: Step) -> When | None:
    """«a accusé mercredi la Russie»: the day between the words of the act is its own, not that of the charge."""
    units = step.clause.units
    inside = (i for i, u in enumerate(units) if u.code == "T" and step.start < u.start <= step.end + 1)
    times = (units[i].time for i in inside if units[i - 1].code in "GIJ")
    day = next((one for one in times if one is not None and one.interval is not None and one.kind == "day"), None)
    return read_when(day, "time.sentence") if day is not None else None


def likewise(steps: list[Step]) -> Iterator[Step]:
    """«Le Caire en a fait autant»: the act that another one has just done; none where nobody has."""
    last: Step | None = None
    for step in steps:
        if step.act != LIKEWISE:
            last = step
        elif last and last.actor.id != step.actor.id and step.clause.index - last.clause.index <= 1:
            target = last.target if last.target and last.target.id != step.actor.id else None
            last = dataclasses.replace(step, act=last.act, target=target, where=None, planned=last.planned)
        else:
            continue
        yield last


def draft(story: Story, step: Step) -> Draft[Diplomacy]:
    """The claim of an act, before ids; without a day of its own it is assumed to be news."""
    analysis = story.analysis
    attribution = claimed(analysis, step.start, step.end)
    own = _own_time(story, step)
    when = own or assumed_time(analysis, step.clause)
    claim = Diplomacy(
        id="",
        document=analysis.document.id,
        quote=analysis.document.text[step.start : step.end],
        start=step.start,
        end=step.end,
        act=step.act,
        actor=step.actor.id,
        target=step.target.id if step.target else None,
        place=place_value(step.where),
        said_by=said(attribution),
        realis="planned" if step.planned else "occurred",
        rule=step.rule,
        mentions=step.mentions,
        **when_fields(when),
    )
    return Draft(
        claim,
        step,
        {**step.why, **reasons(step.where, when, attribution)},
        step.clause.sentence.heading,
        own_time=own is not None,
    )


def _same(a: Draft[Diplomacy], b: Draft[Diplomacy]) -> bool:
    """One act told twice: same act and actor, no other target, no other day; of two who agree either is told first.

    Meetings, deals and the like by any word, blame and calls by any word towards the same, others by the same word.
    """
    x, y = a.claim, b.claim
    if x.act != y.act or not (_same_sides(x, y) or (x.act in MUTUAL and _same_sides(x, _turned(y)))):
        return False
    alike = x.act in BY_ANY_WORD or (x.act in BY_ITS_TARGET and x.target == y.target)
    if not (alike or {a.frame.rule, b.frame.rule} & SAYING or a.heading or b.heading) and a.frame.stem != b.frame.stem:  # type: ignore[attr-defined]
        return False
    return not (a.own_time and b.own_time) or _overlap(x, y)


def _same_sides(x: Diplomacy, y: Diplomacy) -> bool:
    return x.actor == y.actor and not (x.target and y.target and x.target != y.target)


def _turned(claim: Diplomacy) -> Diplomacy:
    return replace(claim, actor=claim.target or "", target=claim.actor)


def _overlap(x: Diplomacy, y: Diplomacy) -> bool:
    a, b = x.when, y.when
    return a is not None and b is not None and a.start <= b.end and b.start <= a.end


def once(drafts: list[Draft[Diplomacy]]) -> list[Draft[Diplomacy]]:
    """Each act once, in the text rather than the title, the other tellings as `mentions`."""
    return told_once(drafts, _same, _merged)


def _merged(twin: Draft[Diplomacy], draft: Draft[Diplomacy]) -> Draft[Diplomacy]:
    first, other = (draft, twin) if twin.heading and not draft.heading else (twin, draft)
    if first.claim.target is None and other.claim.target == first.claim.actor:
        first, other = other, first  # «X accepte», «un accord entre Y et X»: whoever is told with the other side
    mentions = [*twin.claim.mentions, *draft.claim.mentions, (other.claim.start, other.claim.end)]
    first.claim = replace(first.claim, mentions=mentions, target=first.claim.target or other.claim.target)
    return first


@lru_cache(maxsize=1)
def _these() -> re.Pattern[str]:
    """«ces accusations», «cet ultimatum», right behind a refusal."""
    words = word_lists("fr", "diplomacy")
    this, challenges = "|".join(words["this"]), "|".join(words["challenges"])
    return re.compile(rf"(?: \w+){{0,2}},? (?:{this}) (?:{challenges})")


@lru_cache(maxsize=1)
def _help_denied() -> re.Pattern[str]:
    """«tout soutien aux rebelles», «avoir livré des armes», right behind a denial."""
    words = word_lists("fr", "diplomacy")
    things, deeds = "|".join(words["deeds_denied"]), "|".join(words["help_denied"])
    return re.compile(rf"[^.;:«»\"]{{0,30}}?(?:\b(?:{things})|\bavoir (?:\w+ )?(?:{deeds})e?s?\b)")


def _of_help(text: str, at: int) -> bool:
    """«a démenti tout soutien aux rebelles», «nie avoir armé X»; a denied attack is a denied event, no act."""
    return _help_denied().match(text.lower(), at) is not None


def _of_these(text: str, claim: Diplomacy) -> bool:
    """«a rejeté mardi ces accusations», «a qualifié ces accusations»."""
    return _these().match(text, claim.end) is not None or _these().search(text, claim.start, claim.end) is not None


def tell_answered(drafts: list[Draft[Diplomacy]], text: str) -> list[Draft[Diplomacy]]:
    """«Moscou a rejeté ces accusations», «ce que Moscou dément»: those of who charged, asked or threatened Moscow right
    before. A denial is an act of a state that another one has charged, or of whoever denies that he helps one side;
    any other is none.
    """
    kept = []
    for draft in drafts:
        claim, denies = draft.claim, draft.frame.denies  # type: ignore[attr-defined]
        if claim.act == "REJECT" and denies:
            states = [d for d in drafts if of_state(d.claim.actor or "")]  # «Kinshasa et l'ONU accusent Kigali»
            charged = _challenger(claim, states, _CHARGED, _NEAR_BACK) if of_state(claim.actor or "") else None
            if charged is None and not _of_help(text, draft.frame.why["act"][1]):  # type: ignore[attr-defined]
                continue
            draft.claim = replace(claim, target=charged)
        elif claim.act == "REJECT" and claim.target is None and _of_these(text, claim):
            draft.claim = replace(claim, target=_challenger(claim, drafts, _ANSWERED, _BACK))
        elif draft.frame.answers and claim.target is None:  # type: ignore[attr-defined]
            draft.claim = replace(claim, target=_offerer(draft, drafts))
        kept.append(draft)
    return kept


def _offerer(answer: Draft[Diplomacy], drafts: list[Draft[Diplomacy]]) -> str | None:
    """«X propose une trêve, ce que Y refuse», «un plan de X, que Y appuie»: whose it is, told before in it."""
    claim, first = answer.claim, answer.frame.clause.sentence.start  # type: ignore[attr-defined]
    told = [d.claim for d in drafts if first <= d.claim.start < claim.start and d.claim.actor != claim.actor]
    acts = _OFFERED | _ANSWERED if claim.act == "REJECT" else _OFFERED
    meant = [c.actor for c in told if c.act in acts and (c.target in (None, claim.actor) or claim.act == "SUPPORT")]
    return meant[-1] if meant else None


def _challenger(claim: Diplomacy, drafts: list[Draft[Diplomacy]], acts: Collection[str], back: int) -> str | None:
    """Who spoke last against the one who answers."""
    said = [d.claim for d in drafts if d.claim.act in acts and 0 < claim.start - d.claim.start < back]
    spoke = [c.actor for c in sorted(said, key=lambda c: c.start) if c.target == claim.actor]
    return spoke[-1] if spoke else None
