"""Who takes, holds, besieges and leaves places: the control rules of the pack, and what each of their words is about."""

import dataclasses
import re
from dataclasses import dataclass, field

from msgspec.structs import replace

from vigie.values import Control, Place

from .control_object import Held, find_held
from .draft import Draft, claimed, place_value, reasons, said, when_fields
from .frames import Clause, Why
from .parties import Party, View, matches, party_at, view
from .rules import Rule
from .setting import When, Where, assumed_time, time_in_clause
from .story import Story

NAME, OWN, LANGUAGE = "control", "C", "fr"
_LONGEST = 140  # characters: a claim's words are not longer than that, else its verb alone carries it
_REACH = 10  # units on both sides within which a word of doubt or a negation belongs to the act
_ONLY_NEAR = 40  # characters: a state («contrôle») takes only a time that stands by it


@dataclass(slots=True)
class Change:
    """A change or state of control found in a clause, before it becomes a claim."""

    clause: Clause
    change: str
    start: int
    end: int
    rule: str
    point: int
    held: Held
    actor: Party | None = None
    loser: Party | None = None
    hedged: bool = False
    apposed: bool = False
    why: Why = field(default_factory=dict)


def _negated(seen: View, at: int) -> bool:
    """«n'ont pas repris», «sans avoir pris», «tentent de reprendre»: nothing changed hands."""
    before = seen.codes[max(0, at - 6) : at]
    tail = re.split(r"[.;:,wc]", before)[-1]
    low = [u.low for u in seen.clause.units[max(0, at - 3) : at]]
    return "g" in tail.replace("gsy", "") or "k" in tail or "sans" in low


def _doubt(seen: View, at: int) -> bool:
    near = seen.clause.units[max(0, at - 4) : at + 3]
    return any(u.code == "H" or u.feature("conditional") is not None for u in near)


def _span(seen: View, at: int, held: Held, people: list[Party | None]) -> tuple[int, int]:
    """From the first to the last word that the claim needs; the act with what it is about where that is too long."""
    act = seen.clause.units[at]
    points = [(act.start, act.end), (held.start, held.end), *((p.start, p.end) for p in people if p)]
    start, end = min(p[0] for p in points), max(p[1] for p in points)
    if end - start <= _LONGEST:
        return start, end
    return (min(act.start, held.start), max(act.end, held.end)) if abs(act.start - held.start) < _LONGEST else (act.start, act.end)


def _named(story: Story, seen: View, match: re.Match[str], role: str) -> Party | None:
    if role not in match.re.groupindex or match[role] is None:
        return None
    country = story.analysis.country
    return party_at(story.analysis, seen, match.start(role), country)


_TO = re.compile(r"[^.;:VKNwc]{0,9}?e[l\"]{0,1}(?P<loser>A)")
_FOR = re.compile(r"[^.;:]{0,12}?(?P<to>[oi])[de][l\"]?(?P<actor>A)")
_TAKERS = ("au profit", "face", "bénéfice")


def _loser(story: Story, seen: View, at: int, held: Held) -> Party | None:
    """«prise au régime», «ce bastion insurgé»: whose it was."""
    match = _TO.match(seen.codes, at + 1)
    if match:
        return party_at(story.analysis, seen, match.start("loser"), story.analysis.country)
    inside = [i for i, u in enumerate(seen.clause.units) if held.start <= u.start < held.end + 2 and seen.codes[i] == "a"]
    return party_at(story.analysis, seen, inside[0], story.analysis.country) if inside else None


def _people(story: Story, seen: View, rule: Rule, match: re.Match[str], held: Held) -> tuple[Party | None, Party | None]:
    at = match.start("act")
    actor, loser = _named(story, seen, match, "actor"), _named(story, seen, match, "loser")
    actor = _local(story, actor, held)
    value = _change(seen, rule, at, held)
    if value == "captured" and loser is None:
        loser = _named_at(story, seen, held.driven) if held.driven is not None else _loser(story, seen, at, held)
    if loser is not None and actor is None and rule.name.startswith("control.los"):
        taker = _FOR.match(seen.codes, at + 1)
        known = taker is not None and seen.clause.units[taker.start("to")].low in _TAKERS
        actor = party_at(story.analysis, seen, taker.start("actor"), story.analysis.country) if taker and known else None
    if loser and actor and loser.id == actor.id:
        loser = None
    return actor, loser


def _local(story: Story, party: Party | None, held: Held) -> Party | None:
    """Fighters without a name belong to the country of the place that they take («des jihadistes ont pris le nord du Mali»)."""
    home = held.where.place.country if held.where else None
    match = re.fullmatch(r"([A-Z]{3})-(JIH|REB|MIL|SEP|UNK)", party.id) if party else None
    if party is None or match is None or home is None or match.group(1) != story.analysis.country:
        return party
    return party._replace(id=f"{home}-{match.group(2)}")


def _named_at(story: Story, seen: View, at: int) -> Party | None:
    return party_at(story.analysis, seen, at, story.analysis.country)


def _change(seen: View, rule: Rule, at: int, held: Held) -> str:
    """The change that the word stands for; a taking told with its share of the whole is a state («a repris 90 % de la ville»)."""
    value = str(rule.settings.get("change") or rule.settings.get("value") or seen.values[at])
    return "holds" if value == "captured" and held.share is not None else value


def _found(story: Story, seen: View, rule: Rule, match: re.Match[str]) -> Change | None:
    at = match.start("act")
    held = find_held(story.analysis, seen, match, str(rule.settings["held"]))
    if held is None or _negated(seen, at) or (rule.name.startswith("control.los") and held.where is None):
        return None
    actor, loser = _people(story, seen, rule, match, held)
    if actor is None and (loser is None or _change(seen, rule, at, held) != "captured"):
        return None
    start, end = _span(seen, at, held, [actor, loser])
    unit = seen.clause.units[at]
    why: Why = {"change": (unit.start, unit.end, rule.name)}
    for role, party in (("actor", actor), ("loser", loser)):
        if party:
            why[role] = (party.start, party.end, rule.name)
    return Change(seen.clause, _change(seen, rule, at, held), start, end, rule.name, min(unit.start, max(held.start, start)), held, actor, loser, _doubt(seen, at), _apposed(seen, rule, at), why)


def _apposed(seen: View, rule: Rule, at: int) -> bool:
    """«Al-Bab, ville sous contrôle de l'EI»: told in passing, whoever is quoted for the rest of the sentence does not say it."""
    return rule.settings["held"] in ("before", "near") and re.compile(r"[xX][rgT]{0,2}$").search(seen.codes, 0, at) is None


def _when(story: Story, change: Change) -> When | None:
    analysis = story.analysis
    own = time_in_clause(analysis, change.clause, change.point, change.end)
    if own and change.change in ("holds", "besieges"):
        gap = max(own.start - change.end, change.start - own.end)
        own = own if gap < _ONLY_NEAR and not re.search("[,;:(]", analysis.document.text[min(own.end, change.end) : max(own.start, change.start)]) else None
    return own or assumed_time(analysis)


def _draft(story: Story, change: Change) -> Draft[Control]:
    analysis = story.analysis
    attribution = claimed(analysis, change.start, change.end)
    where, when = change.held.where, _when(story, change)
    if change.apposed and change.change == "holds":
        attribution = None
    hedged = change.hedged or (attribution is not None and attribution.certainty == "hedged")
    claim = Control(
        id="", document=analysis.document.id, quote=analysis.document.text[change.start : change.end], start=change.start, end=change.end,
        change=change.change, actor=change.actor.id if change.actor else None, loser=change.loser.id if change.loser else None,  # type: ignore[arg-type]
        share=change.held.share, extent=change.held.extent, place=place_value(where), said_by=said(attribution),
        certainty="hedged" if hedged else "stated", realis="denied" if attribution and attribution.denied else "occurred",
        rule=change.rule, **when_fields(when),
    )  # fmt: skip
    return Draft(claim, change, {**change.why, **reasons(where, when, attribution)}, change.clause.sentence.heading)


def _same_place(a: Place | None, b: Place | None) -> bool:
    return a is not None and b is not None and a.id == b.id


def _same(first: Draft[Control], second: Draft[Control]) -> bool:
    """One change told twice: same actor, same place, and no rival share; a title may leave the place out."""
    a, b = first.claim, second.claim
    if (first.heading or second.heading) and None in (a.place, b.place):
        return (a.change, a.actor) == (b.change, b.actor)
    if "captured" == a.change == b.change and None in (a.actor, b.actor):
        return _same_place(a.place, b.place)
    return (a.change, a.actor, a.extent) == (b.change, b.actor, b.extent) and _same_place(a.place, b.place) and a.share == b.share


def _once(drafts: list[Draft[Control]]) -> list[Draft[Control]]:
    kept: list[Draft[Control]] = []
    for draft in drafts:
        twin = next((k for k in kept if _same(k, draft)), None)
        if twin is None:
            kept.append(draft)
        elif (twin.heading and not draft.heading) or (twin.claim.actor is None and draft.claim.actor is not None):
            mentions = [*twin.claim.mentions, (twin.claim.start, twin.claim.end)]
            kept[kept.index(twin)] = draft
            draft.claim = replace(draft.claim, mentions=mentions)
        else:
            twin.claim = replace(twin.claim, mentions=[*twin.claim.mentions, (draft.claim.start, draft.claim.end)])
    return kept


def _everywhere(change: Change) -> list[Change]:
    """One change for each of the places told in one breath."""
    places = [change.held, *(change.held._replace(where=where, extent="whole", more=()) for where in change.held.more)]
    return [dataclasses.replace(change, held=held) for held in places]


def _losers(drafts: list[Draft[Control]]) -> None:
    """Whose a taken place was, where the text says elsewhere who held it."""
    for draft in drafts:
        claim = draft.claim
        if claim.change != "captured" or claim.loser is not None:
            continue
        holders = [d.claim.actor for d in drafts if d.claim.change == "holds" and d.claim.actor != claim.actor and _same_place(d.claim.place, claim.place)]
        if holders:
            draft.claim = replace(claim, loser=holders[0])


def _inside(change: Change, others: list[Change]) -> bool:
    """«70% de ce bastion insurgé»: a seat that is only named as what somebody else holds says nothing of its own."""
    return change.rule.startswith("control.seat") and any(
        o is not change and not o.rule.startswith("control.seat") and o.clause is change.clause and o.held.start <= change.start <= o.held.end for o in others
    )


def find(story: Story) -> list[Draft[Control]]:
    """The control claims of a document, in the order of the text, each change told once."""
    changes: list[Change] = []
    for clause in story.analysis.clauses:
        seen = view(story.analysis, clause, LANGUAGE, NAME, OWN)
        changes += [c for rule, match in matches(seen, LANGUAGE, NAME) if (c := _found(story, seen, rule, match)) is not None]
    told = [c for change in sorted(changes, key=lambda c: c.start) if not _inside(change, changes) for c in _everywhere(change)]
    drafts = _once([_draft(story, change) for change in told])
    _losers(drafts)
    return drafts
