"""Acts between governments, parties to a conflict and international bodies: the diplomacy rules of the pack."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from msgspec.structs import replace

from vigie.values import Diplomacy

from .diplomacy_acts import act_of, at_war
from .diplomacy_guards import no_act
from .diplomacy_speakers import speaker_of
from .draft import Draft, claimed, place_value, reasons, said, when_fields
from .frames import Clause, Why
from .parties import Party, View, capitals, matches, may_tell, objects, party_at, view, word_lists
from .rules import Rule
from .setting import When, Where, assumed_time, contains, time_in_clause
from .story import Story

NAME, OWN, LANGUAGE = "diplomacy", "G", "fr"
MUTUAL = frozenset(
    {"AGREE", "CONSULT", "COOPERATE"}
)  # of two who do it together one is the actor, the other the target
TO_A_STATE = frozenset({"SUPPORT", "AID", "SANCTION", "ACCUSE", "REJECT", "COERCE", "THREATEN"})
GIVEN = frozenset(
    {"SUPPORT", "AID", "SANCTION", "CONCEDE", "COOPERATE", "COERCE"}
)  # «son aide au Niger», «avec l'Iran»
ANSWERS = frozenset({"ACCUSE", "REJECT", "SUPPORT", "REQUEST"})  # «a fustigé l'attitude de X», «a rejeté l'offre de X»
UNAIMED = frozenset({"MOBILIZE"})  # a country behind it is where the troops go, not whom they are sent against
BY_ANY_WORD = frozenset({"CONSULT", "AGREE", "SUPPORT", "RETREAT", "MOBILIZE", "THREATEN"})
BY_ITS_TARGET = frozenset({"ACCUSE", "REQUEST"})
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
PLACED = frozenset({"CONSULT", "AGREE", "MOBILIZE", "RETREAT"})
_TOWN = 30.0  # km
_QUOTED = 250  # characters of a quotation that is shown as another place of the act
_LONGEST = 140  # characters: the words of a claim are not longer than that, else those of the act alone carry it
_AT = re.compile(r"[^.;:VKw]{0,14}?[ei][l\"]?P")
_LEFT = re.compile(r"[^.;:VKw]{0,14}?[eid][l\"]?P")  # «a retiré ses troupes de Syrie»
_AND = re.compile(r"A[oajU]{0,2}(?:,l?A){0,3}t[lo]{0,3}(?P<second>A)")
_LISTED = re.compile(r"^l?(?P<listed>A)[oajU]{0,2},l?$")  # «X, Y et Z ont condamné», at the head of a sentence
_BEFORE = re.compile(r"(?<![pdei])(?<![pdei][l\"])(?P<first>A)[oajU]{0,2}t[lo]{0,3}$")
_BEARER = re.compile(r"A[oU]{0,2},l?$")
_VISITS = re.compile(r"(?:en )?visite|(?:en )?déplacement|se ren|rendu|arriv|attendu|envol|s'envole")
_SENT = ("dépêch", "envoy")
_GONE_TO = re.compile(r"[^.;:VKw]{0,10}?[ei][l\"]?(?P<place>P)")
_GIVEN_TO = re.compile(r"[^.;:VKwE]{0,6}?(?:el?|od)(?P<place>P)")
_TOWARDS = ("avec", "contre", "envers", "derrière", "en faveur")
_FUTURE = ("ra", "ront")
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


def _negated(seen: View, rule: Rule, match: re.Match[str]) -> bool:
    """«n'a pas condamné», «si la France le réclame»."""
    at = match.start("act")
    actor = match.start("actor") if "actor" in match.re.groupindex else at
    before = seen.clause.units[max(0, actor - 2) : actor] if actor < at else []
    supposed = any(u.low in ("si", "s'il", "s'ils") for u in before)
    if rule.name == "diplomacy.unpunished":
        return supposed
    return supposed or "g" in re.split(r"[.;:,wctA]", seen.codes[max(0, at - 6) : at])[-1]


def _target(story: Story, seen: View, rule: Rule, match: re.Match[str], actor: Party, act: str) -> Party | None:
    """Who is spoken to or of: the party that the rule names, else the first one behind the act in its clause."""
    country = story.analysis.country
    if act in UNAIMED:
        return None
    placed = act in PLACED and match.re.groupindex.get("target") and seen.codes[match.start("target")] == "P"
    if "target" in match.re.groupindex and match["target"] and not placed:
        return party_at(story.analysis, seen, match.start("target"), country)
    if rule.settings.get("passive"):
        before = re.compile(r"(?P<target>[Aa])[^.;:]{0,8}$").search(seen.codes, 0, match.start("act"))
        return _other(party_at(story.analysis, seen, before.start("target"), country), actor) if before else None
    at = max(match.end(), match.start("act") + 1)
    spoken = _spoken_to(story, seen, at, act, actor) if act not in PLACED else None
    if spoken:
        return spoken
    found = _behind(story, seen, at, actor)
    return None if found and act == "RETREAT" and _his(seen, found) else found


def _his(seen: View, party: Party) -> bool:
    """«a retiré ses troupes du Mali»: his own."""
    at = next(i for i, u in enumerate(seen.clause.units) if u.start == party.start)
    return at > 0 and seen.clause.units[at - 1].low in ("ses", "leurs")


def _behind(story: Story, seen: View, at: int, actor: Party) -> Party | None:
    """The first party behind the act that is not the actor itself («a rejeté les accusations de Washington»)."""
    for _ in range(2):
        found = objects(LANGUAGE, NAME)["target"].match(seen.codes, at)
        party = party_at(story.analysis, seen, found.start("target"), story.analysis.country) if found else None
        if found is None or party is None or party.id != actor.id:
            return party
        at = found.end()
    return None


def _spoken_to(story: Story, seen: View, at: int, act: str, actor: Party) -> Party | None:
    """«a demandé à la France», «reproche à Kigali», «son aide au Niger»: a party, or the government of a country."""
    for found in _addressees(seen, at, act):
        party = _named(story, seen, found.start("target"))
        if party is not None and party.id != actor.id:
            return party
    return None


def _addressees(seen: View, at: int, act: str) -> Iterator[re.Match[str]]:
    patterns, units = objects(LANGUAGE, NAME), seen.clause.units
    if found := patterns["addressed"].match(seen.codes, at):
        yield found
    given = act in GIVEN or units[at - 1].low.startswith(word_lists(LANGUAGE, NAME)["blamed_to"])
    if given and (found := patterns["given"].match(seen.codes, at)) and _with(seen, found, act):
        yield found
    found = patterns["of_whom"].match(seen.codes, at) if act in ANSWERS else None
    if found and units[found.start("word")].low.startswith(word_lists(LANGUAGE, NAME)["whose"]):
        yield found


def _named(story: Story, seen: View, at: int) -> Party | None:
    """The party at a unit, or the government that a country or capital means."""
    unit = seen.clause.units[at]
    if seen.codes[at] in "Aa":
        return party_at(story.analysis, seen, at, story.analysis.country)
    place = unit.place.place if unit.place else None
    known = place is not None and (place.level == "country" or unit.low in capitals(LANGUAGE))
    return Party(place.country, unit.start, unit.end) if place and place.country and known else None


def _with(seen: View, match: re.Match[str], act: str) -> bool:
    """«à X», or «avec X», «contre X»: of the prepositions those that lead to somebody; «son ambassadeur en X»."""
    if match["with"] is None:
        return True
    return seen.clause.units[match.start("with")].low in (*_TOWARDS, *(("en",) if act == "SANCTION" else ()))


def _other(party: Party | None, actor: Party) -> Party | None:
    return party if party and party.id != actor.id else None


def _where(seen: View, match: re.Match[str], act: str) -> Where | None:
    """«à Genève», «au Mali»: where they meet, sign, send troops to."""
    if act not in PLACED:
        return None
    at = match.start("act")
    ahead = (_LEFT if act == "RETREAT" else _AT).match(seen.codes, at + 1)
    actor = match.start("actor") + 2 if "actor" in match.re.groupindex else 0
    behind = None if ahead else re.compile(r"[ei]l?P[^.;:VKw]{0,7}$").search(seen.codes, min(actor, at), at)
    if ahead is None and behind is None:
        return None
    unit = seen.clause.units[ahead.end() - 1 if ahead else seen.codes.index("P", behind.start() if behind else 0)]
    return Where(unit.place.place, unit.start, unit.end, "place.act") if unit.place and unit.place.place else None


def _closer(story: Story, where: Where | None, act: str) -> Where | None:
    """«des négociations au Qatar», and elsewhere «à Doha»: the most exact place that the text gives for them."""
    if where is None or act not in ("CONSULT", "AGREE") or where.place.level != "country":
        return where
    inside = (p for p in story.analysis.places if not p.metonym and contains(where.place, p.place))
    town = next((p for p in inside if p.place and p.place.km <= _TOWN and p.place.country == where.place.country), None)
    return Where(town.place, town.start, town.end, "place.closer") if town and town.place else where


def _host(seen: View, match: re.Match[str], actor: Party, act: str) -> Party | None:
    """«sa visite à Paris», «se rend au Mali», «son soutien à Kiev»: whose country they go to, whom they help."""
    units, at = seen.clause.units, match.start("act")
    if act in UNAIMED:
        return None
    visits = any(_VISITS.match(u.low) for u in units[at : at + 4]) or (
        act == "CONSULT" and units[at].low.startswith(_SENT)
    )
    if not visits and act not in TO_A_STATE:
        return None
    ahead = (_GONE_TO if visits else _GIVEN_TO).match(seen.codes, at + 1)
    unit = units[ahead.start("place")] if ahead else None
    country = unit.place.place.country if unit and unit.place and unit.place.place else None
    if not visits and unit and unit.low not in capitals(LANGUAGE):
        return None
    return _other(Party(country, unit.start, unit.end), actor) if unit and country else None


def _person(seen: View, at: int) -> int:
    """«Jean Dupont, le ministre des Affaires étrangères, doit»: who bears the office tells whose it is."""
    before = _BEARER.search(seen.codes, 0, at)
    actor = seen.clause.units[at].actor
    if before is None or actor is None or actor.person is not None or actor.role != "government":
        return at
    bearer = seen.clause.units[before.start()].actor
    return before.start() if bearer is not None and bearer.person is not None else at


def _actors(story: Story, seen: View, match: re.Match[str]) -> list[Party]:
    """The actor of the act; «le régime et la Russie» are two."""
    if "actor" not in match.re.groupindex:
        speaker = speaker_of(story.analysis, seen.clause, match.start("act"))
        return [speaker] if speaker else []
    country, at = story.analysis.country, _person(seen, match.start("actor"))
    found = [party_at(story.analysis, seen, at, country)]
    first, second = _BEFORE.search(seen.codes, 0, at), _AND.match(seen.codes, at)
    listed = _LISTED.search(seen.codes[: first.start("first") if first else at])
    if listed and (first or second):
        found.insert(0, party_at(story.analysis, seen, listed.start("listed"), country))
    if first:
        found.insert(bool(listed), party_at(story.analysis, seen, first.start("first"), country))
    if second and not match.start("actor") < match.start("act") < second.start("second"):
        found.append(party_at(story.analysis, seen, second.start("second"), country))
    found += _second_of(seen, at, found[-1])
    return list({p.id: p for p in found if p is not None}.values())


def _second_of(seen: View, at: int, first: Party | None) -> list[Party | None]:
    """«les ministres russe et turc» are two."""
    actor = seen.clause.units[at].actor
    ids = actor.ids if actor is not None and actor.kind == "state" and (actor.plural or actor.adjective) else ()
    return [first._replace(id=ids[1])] if first is not None and len(ids) == 2 and first.id == ids[0] else []


def _span(seen: View, match: re.Match[str], people: list[Party | None]) -> tuple[int, int]:
    unit = seen.clause.units[match.start("act")]
    points = [(unit.start, unit.end), *((p.start, p.end) for p in people if p)]
    start, end = min(p[0] for p in points), max(p[1] for p in points)
    if end - start <= _LONGEST:
        return start, end
    return unit.start, seen.clause.units[min(match.start("act") + 6, len(seen.clause.units) - 1)].end


def _steps(story: Story, seen: View, rule: Rule, match: re.Match[str]) -> Iterator[Step]:
    """The acts of a match: one for each actor, or one of two who do it together."""
    act = act_of(seen, rule, match)
    if act is None or _negated(seen, rule, match):
        return
    actors = _actors(story, seen, match)
    mutual = act.name in MUTUAL or seen.clause.units[match.start("act")].low.startswith("échang")
    partner = actors[1] if len(actors) > 1 and mutual else None
    for actor in actors[:1] if partner else actors:
        target = partner or _other(_target(story, seen, rule, match, actor, act.name), actor)
        target = target or _host(seen, match, actor, act.name)
        where = _closer(story, _where(seen, match, act.name), act.name)
        met = target is None and (where is None or _transitive(seen, match))
        idle = (act.needs_target and met) or no_act(seen, rule, match, act.name, target is not None)
        able = _of_state(actor) if act.name == "MOBILIZE" else not act.travels or _official(seen, actor)
        paired = rule.name != "diplomacy.pair" or partner is not None
        if able and paired and not idle:
            yield _step(seen, rule, match, act.name, actor, target, where)


def _transitive(seen: View, match: re.Match[str]) -> bool:
    """«a rencontré» says whom; «s'est rendu», «a discuté» need only a place."""
    return seen.clause.units[match.start("act")].low.startswith("rencontr") and seen.codes[match.start("act")] != "N"


def _step(
    seen: View, rule: Rule, match: re.Match[str], act: str, actor: Party, target: Party | None, where: Where | None
) -> Step:
    start, end = _span(seen, match, [actor, target])
    unit = seen.clause.units[match.start("act")]
    why: Why = {"act": (unit.start, unit.end, rule.name), "actor": (actor.start, actor.end, rule.name)}
    if target:
        why["target"] = (target.start, target.end, rule.name)
    planned = bool(rule.settings.get("planned")) or (unit.feature("as") in ("V", "L") and unit.low.endswith(_FUTURE))
    said = _quotation(seen, match) if rule.name == "diplomacy.inverted" else []
    return Step(seen.clause, act, start, end, rule.name, actor, target, where, planned, unit.low[:5], why, said)


def _quotation(seen: View, match: re.Match[str]) -> list[tuple[int, int]]:
    """«"…", a dénoncé X»: what was said stands before the word for it."""
    start, end = seen.clause.sentence.start, seen.clause.units[match.start()].end
    return [(start, end)] if 0 < end - start <= _QUOTED else []


def _own_time(story: Story, step: Step) -> When | None:
    own = time_in_clause(story.analysis, step.clause, step.start, step.end)
    if own is None or max(own.start - step.end, step.start - own.end) <= _NEAR:
        return own
    return own if own.start - step.clause.sentence.start < _NEAR // 4 else None


def _official(seen: View, actor: Party) -> bool:
    """Who travels for a government: a government or a leader, neither «il» nor soldiers."""
    unit = next((u for u in seen.clause.units if u.start == actor.start), None)
    return unit is not None and not actor.pronoun and (unit.actor is None or unit.actor.role == "government")


def _of_state(actor: Party) -> bool:
    return re.fullmatch(r"[A-Z]{3}|UN|EU|NATO|AU|ECOWAS|G5-SAHEL|COALITION|[A-Z]+-COALITION", actor.id) is not None


def _draft(story: Story, step: Step) -> Draft[Diplomacy]:
    analysis = story.analysis
    attribution = claimed(analysis, step.start, step.end)
    own = _own_time(story, step)
    when = own or assumed_time(analysis)
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


def _once(drafts: list[Draft[Diplomacy]]) -> list[Draft[Diplomacy]]:
    kept: list[Draft[Diplomacy]] = []
    for draft in drafts:
        twin = next((k for k in kept if _same(k, draft)), None)
        if twin is None:
            kept.append(draft)
            continue
        first, other = (draft, twin) if twin.heading and not draft.heading else (twin, draft)
        mentions = [*twin.claim.mentions, *draft.claim.mentions, (other.claim.start, other.claim.end)]
        first.claim = replace(first.claim, mentions=mentions, target=first.claim.target or other.claim.target)
        kept[kept.index(twin)] = first
    return kept


def find(story: Story) -> list[Draft[Diplomacy]]:
    """The diplomatic acts of a document in the order of the text, each told once; none where there is no conflict."""
    if not at_war(story):
        return []
    steps: list[Step] = []
    for clause in story.analysis.clauses:
        if not may_tell(clause, LANGUAGE, NAME, OWN):
            continue
        seen = view(story.analysis, clause, LANGUAGE, NAME, OWN)
        for rule, match in matches(seen, LANGUAGE, NAME):
            steps += _steps(story, seen, rule, match)
    return _once([_draft(story, step) for step in sorted(steps, key=lambda s: s.start)])
