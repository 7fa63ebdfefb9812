"""Who does an act of diplomacy, towards whom, and where: the roles that an act's words leave to those around it."""

import re
from collections.abc import Iterator

from .actor_ids import UNKNOWN
from .both import both, told_together
from .diplomacy_doers import doer
from .diplomacy_speakers import speaker_of
from .foes import at_odds, pairs_of
from .governments import capitals, prefixes
from .parties import Party, View, party_at
from .rule_tables import objects, word_lists
from .rules import Fit, Rule
from .setting import Where, contains
from .sides import unnamed
from .story import Story
from .units import Unit

NAME, LANGUAGE = "diplomacy", "fr"
TO_A_STATE = frozenset({"SUPPORT", "AID", "SANCTION", "ACCUSE", "REJECT", "COERCE", "THREATEN"})
GIVEN = frozenset(
    {"SUPPORT", "AID", "SANCTION", "CONCEDE", "COOPERATE", "COERCE", "THREATEN"}
)  # «son aide au Niger», «avec l'Iran»
ANSWERS = frozenset(
    {"ACCUSE", "REJECT", "SUPPORT", "REQUEST", "SANCTION"}
)  # «a fustigé l'attitude de X», «a rejeté l'offre de X»
UNAIMED = frozenset({"MOBILIZE"})  # a country behind it is where the troops go, not whom they are sent against
PLACED = frozenset({"CONSULT", "AGREE", "MOBILIZE", "RETREAT"})
_TOWN = 30.0  # km
_CROWD = "-PRO"
_TAKING = "Abduction/forced disappearance"
_AT = re.compile(r"[^.;:VKw]{0,14}?[ei][l\"]?P")
_LEFT = re.compile(r"[^.;:VKw]{0,14}?[eid][l\"]?P")  # «a retiré ses troupes de Syrie»
_STRIKES_END = re.compile(r"[oj]?d?[lq]?[or]?E")
_OBJECT = re.compile(r"(?P<target>A)[oajU]{0,3},?c[lr\"]{0,2}$")  # «Y, que X accuse»
_SUFFERS = re.compile(r"(?<!p)(?<!p[lq\"])(?P<target>[Aa])[^.;:]{0,8}$")  # «soutenu par Y, a été bloqué»: not Y
_THEN_HE = re.compile(r"[^.;:VxXL]{0,40}?,[l\"]{0,2}(?P<target>A)")
_HEADLESS = re.compile(r"[rTix,\"X]*")  # «Longtemps accusé par Y», not «Ce texte proposé par Y»
_FIRST = 3  # units from the head of a sentence at which a passive opens it
_AND = re.compile(r"A[oajU]{0,2}(?:,l?A){0,3}(?:t[lodQ]{0,3}(?=[AP])|,?t(?=a,?A))(?P<second>[APa])")
_MORE = re.compile(r"[oajU]{0,2}(?:,l?A){0,4}t[ld]?A")  # «a accusé X, Y et Z»
_ALSO = re.compile(r"[oajU]{0,2}(?:,l?A){0,3}t[lod]{0,3}A")
_LISTED = re.compile(r"(?:^|(?<=[,;:\"]))(?:l?A[oajU]{0,2},){1,5}l?$")  # «X, Y et Z ont condamné»
_BEFORE = re.compile(r"(?<![pdei])(?<![pdei][l\"])(?P<first>A)[oajU]{0,2}(?:,[^.;:VxXLO]{1,40},)?t[loQaj]{0,4}$")
_BEARER = re.compile(r"A[oU]{0,2},l?$")
_VISITS = re.compile(
    r"(?:en )?visite|fait (?:escale|étape)|(?:en )?déplacement|se ren|rendu|arriv|attendu|envol|s'envole"
)
_SENT = ("dépêch", "envo")
_GONE_TO = re.compile(r"[^.;:VKw]{0,10}?[ei][l\"]?(?P<place>P)")
_GIVEN_TO = re.compile(r"[^.;:VKwE]{0,6}?(?:el?|od)(?P<place>P)")
_LEAD = re.compile(r"(?P<lead>[a-zà-ÿ]+)-$")
_COMPOUND = 16  # characters of the longest first half of a compound
_ONTO = {"SANCTION": "en", "AID": "pour", "ACCUSE": "sur"}  # «a rejeté la faute sur Moscou»
_TOWARDS = ("avec", "contre", "envers", "derrière", "en faveur")
_IN_TOWN = re.compile(r"[rT]{0,3}e[AP]l")
_DEED = re.compile("[EoN]")  # «l'attaque», «les menaces»: what is done against somebody
_AGAINST = ("contre", "sur", "visant", "envers")
# «à toutes les parties», «les deux camps»
_CALLED_ON = re.compile(r"[rT\"]{0,3}(?:e?(?:o?l)?Q?|o?dl?)(?P<who>[omU]|(?<=Q)A)")
_ASKED_OF = re.compile(r"e[lqQ\"]{0,2}$")
_OF_ONE = re.compile(r"[oj]?(?:d[l\"]?[AP]|a)")


def target_of(story: Story, seen: View, rule: Rule, fit: Fit, actor: Party, act: str) -> Party | None:
    """Who is spoken to or of: the party that the rule names, else the first one behind the act in its clause."""
    country = story.analysis.country
    if act in UNAIMED:
        return None
    placed = act in PLACED and "target" in fit.roles and seen.codes[fit.roles["target"]] == "P"
    if "target" in fit.roles and fit.roles["target"] in both(story.analysis, seen.clause):
        return None  # «les deux camps doivent»
    if "target" in fit.roles and not placed:
        return party_at(story.analysis, seen, fit.roles["target"], country)
    if rule.settings.get("passive"):
        return _suffering(story, seen, fit, actor)
    before = _OBJECT.search(seen.codes, 0, fit.roles.get("actor", 0))
    if before and before.start("target") < fit.roles["act"]:
        return other(party_at(story.analysis, seen, before.start("target"), country), actor)
    at = max(fit.end, fit.roles["act"] + 1)
    if fit.roles.get("actor", 0) > fit.roles["act"] and (joined := _ALSO.match(seen.codes, at)):
        at = joined.end()  # «par la Russie et la Turquie»
    if act == "REQUEST" and _to_all(seen, at):
        return None
    if act == "ACCUSE" and (who := doer(seen, at)) is not None:
        return party_at(story.analysis, seen, who, country)
    spoken = _spoken_to(story, seen, at, act, actor) if act not in PLACED else None
    if spoken and not (act == "SUPPORT" and _foe(seen, spoken)):
        return spoken
    found = _behind(story, seen, at, actor)
    if rule.name == "diplomacy.present-at" and _asked(seen.clause.units[fit.roles["act"]]):
        return _of_the_un(seen)
    if found is not None and act == "REJECT" and _about(seen, found):
        found = None  # «a bloqué une résolution sur le Soudan»
    if found is None and act == "REJECT":
        return _council(seen, fit.roles["act"])
    if found is not None and act == "CONSULT" and (_asked_by(seen, found) or _about(seen, found)):
        return None
    if found is not None and act == "REQUEST" and _for_whom(seen, at, found):
        return None
    spared = found and (
        (act == "RETREAT" and _his(seen, found))
        or (act == "ACCUSE" and _suffers(seen, at, found))
        or (act == "SUPPORT" and (_harms(seen, at, found) or _foe(seen, found)))
        or (act == "ACCUSE" and _comforted(seen, at, found))
    )
    return None if spared else found


def _to_all(seen: View, at: int) -> bool:
    """«a exhorté les deux camps», «demande à la communauté internationale»: no one party; «les pays de l'UE» are."""
    found = _CALLED_ON.match(seen.codes, at)
    if found is None:
        return False
    first, words = found.start("who"), word_lists(LANGUAGE, NAME)
    behind = " ".join(u.low for u in seen.clause.units[first : first + 2])
    named = behind.startswith(words["both_states"]) and _OF_ONE.match(seen.codes, first + 1) is not None
    return behind.startswith(words["everybody"]) and not named


def _council(seen: View, at: int) -> Party | None:
    """«a bloqué un texte du Conseil de sécurité», «Au Conseil de sécurité, X a mis son veto»: it is the UN's."""
    if not seen.clause.units[at].low.startswith(("bloqu", "veto", "double veto", "mis son veto", "opposé son veto")):
        return None
    return _of_the_un(seen)


def _of_the_un(seen: View) -> Party | None:
    told = (u for u in seen.clause.units if u.actor is not None and u.actor.ids[:1] == ("UN",))
    return next((Party("UN", u.start, u.end) for u in told), None)


def _asked_by(seen: View, party: Party) -> bool:
    """«a tenu une réunion à la demande de Londres»: who asked for it is not whom they met."""
    return any(map(_asked, [u for u in seen.clause.units if u.start < party.start][-2:]))


def _about(seen: View, party: Party) -> bool:
    """«une réunion sur le Soudan»: what they speak of."""
    before = [u.low for u in seen.clause.units if u.start < party.start][-2:]
    return before[-1:] == ["sur"] or (before[:1] == ["sur"] and before[1] in ("le", "la", "l'", "les"))


def _for_whom(seen: View, at: int, party: Party) -> bool:
    """«a réclamé des sanctions contre X», «une protection pour X»: X is not who is asked; «… à X» is."""
    units = seen.clause.units
    end = _at(seen, party)
    aimed = any(
        u.low == "contre" or (u.low == "pour" and seen.codes[i + 1] in "lqA") for i, u in enumerate(units[at:end], at)
    )
    return aimed and _ASKED_OF.search(seen.codes, at, end) is None


def _asked(unit: Unit) -> bool:
    return unit.low.startswith(word_lists(LANGUAGE, NAME)["asked"])


def _suffers(seen: View, at: int, party: Party) -> bool:
    """«a condamné l'attaque contre X», «l'arrestation de X»: who was hit is not who is blamed."""
    units = seen.clause.units
    end = _at(seen, party)
    deed = _DEED.search(seen.codes, at, end)
    against = deed is not None and any(u.low in _AGAINST for u in units[deed.start() : end])
    harmed = any(u.low.startswith(word_lists(LANGUAGE, NAME)["suffered"]) for u in units[at:end])
    return against or (harmed and "p" not in seen.codes[at:end])


def _comforted(seen: View, at: int, party: Party) -> bool:
    """«condamne cet acte et adresse sa sympathie à X»: X is not blamed."""
    words = word_lists(LANGUAGE, NAME)["comfort"]
    return any(u.low.startswith(words) for u in seen.clause.units[at : _at(seen, party)])


def _suffering(story: Story, seen: View, fit: Fit, actor: Party) -> Party | None:
    """«X, accusé par Y», «Accusé par Y de l'armer, X»: the party before the passive, or the subject that follows."""
    at = fit.roles["act"]
    opens = at < _FIRST and _HEADLESS.fullmatch(seen.codes, 0, at) is not None
    more = _ALSO.match(seen.codes, fit.end)  # «Accusé par Y et Z, X»
    found = _SUFFERS.search(seen.codes, 0, at) or (
        _THEN_HE.match(seen.codes, more.end() if more else fit.end) if opens else None
    )
    country = story.analysis.country
    return other(party_at(story.analysis, seen, found.start("target"), country), actor) if found else None


def _at(seen: View, party: Party) -> int:
    """The rank of the unit that names a party."""
    return next(i for i, u in enumerate(seen.clause.units) if u.start == party.start)


def _harms(seen: View, at: int, party: Party) -> bool:
    """«ses condoléances aux familles des soldats tués par X», «son soutien aux victimes de X»: X is not comforted."""
    units = seen.clause.units
    end = _at(seen, party)
    return any(unit.code == "K" or unit.low.startswith("victime") for unit in units[at:end])


def _foe(seen: View, party: Party) -> bool:
    """«a salué l'attaque contre X», «les sanctions contre X»: X is not backed."""
    before = seen.clause.units[max(0, _at(seen, party) - 3) : _at(seen, party)]
    return any(unit.low == "contre" or unit.low.startswith("oppos") for unit in before)


def _his(seen: View, party: Party) -> bool:
    """«a retiré ses troupes du Mali»: his own."""
    at = _at(seen, party)
    return at > 0 and seen.clause.units[at - 1].low in ("ses", "leurs")


def _behind(story: Story, seen: View, at: int, actor: Party) -> Party | None:
    """The first party behind the act that is not the actor itself («a rejeté les accusations de Washington»)."""
    for _ in range(2):
        found = objects(LANGUAGE, NAME)["target"].match(seen.codes, at)
        party = party_at(story.analysis, seen, found.start("target"), story.analysis.country) if found else None
        if found is None or party is None or (party.id != actor.id and not _own(seen, found.start("target"))):
            return party
        at = found.end()
    return None


def _own(seen: View, at: int) -> bool:
    """«ont rappelé leurs ambassadeurs»: their own, whoever that is."""
    who = seen.clause.units[at].actor
    return who is not None and who.inferred and seen.clause.units[at - 1].low in ("son", "sa", "ses", "leur", "leurs")


def _spoken_to(story: Story, seen: View, at: int, act: str, actor: Party) -> Party | None:
    """«a demandé à la France», «reproche à Kigali», «son aide au Niger»: a party, or the government of a country."""
    for found in _addressees(seen, at, act):
        party = party_at(story.analysis, seen, found.start("target"), story.analysis.country)
        if party is not None and party.id != actor.id and not _own(seen, found.start("target")):
            return party
    return None


def _addressees(seen: View, at: int, act: str) -> Iterator[re.Match[str]]:
    patterns, units = objects(LANGUAGE, NAME), seen.clause.units
    if _decided_there(seen, at):
        return
    if found := patterns["addressed"].match(seen.codes, at):
        yield found
    if act == "REQUEST" and (found := patterns["that"].match(seen.codes, at)) and _that(seen, found):
        yield found
    given = act in GIVEN or units[at - 1].low.startswith(word_lists(LANGUAGE, NAME)["blamed_to"])
    if given and (found := patterns["given"].match(seen.codes, at)) and _with(seen, found, act):
        yield found
    found = patterns["of_whom"].match(seen.codes, at) if act in ANSWERS else None
    if found and units[found.start("word")].low.startswith(word_lists(LANGUAGE, NAME)["whose"]):
        yield found


def _decided_there(seen: View, at: int) -> bool:
    """«a gelé jeudi à Bruxelles les avoirs de X»: where that was decided; «a gelé ses ventes à X» is aimed at X."""
    seizes = seen.clause.units[at - 1].low.startswith(word_lists(LANGUAGE, NAME)["seizing"])
    return seizes and _IN_TOWN.match(seen.codes, at) is not None


def _that(seen: View, match: re.Match[str]) -> bool:
    """«a exigé que Kigali retire ses troupes»: who is to do it."""
    return seen.clause.units[match.start("that")].low in ("que", "qu'")


def _with(seen: View, match: re.Match[str], act: str) -> bool:
    """«à X», or «avec X», «contre X»: of the prepositions those that lead to somebody; «son ambassadeur en X»."""
    if match["with"] is None:
        return True
    low = seen.clause.units[match.start("with")].low
    return low in _TOWARDS or low == _ONTO.get(act)


def other(party: Party | None, actor: Party) -> Party | None:
    return party if party and party.id != actor.id else None


def also_targets(story: Story, seen: View, target: Party, actor: Party) -> Iterator[Party]:
    """«a accusé Damas, Moscou et Téhéran»: those named behind the first."""
    at = next((i for i, u in enumerate(seen.clause.units) if u.start == target.start), None)
    more = _MORE.match(seen.codes, at + 1) if at is not None and seen.codes[at] == "A" else None
    for i in range(at + 1 if at is not None else 0, more.end() if more else 0):
        party = party_at(story.analysis, seen, i, story.analysis.country) if seen.codes[i] == "A" else None
        if party is not None and party.id not in (actor.id, target.id):
            yield party


def where_of(seen: View, fit: Fit, act: str) -> Where | None:
    """«à Genève», «au Mali»: where they meet, sign, send troops to."""
    if act not in PLACED:
        return None
    at = fit.roles["act"]
    if act == "RETREAT" and _STRIKES_END.match(seen.codes, at + 1):
        return None  # «l'arrêt des tirs sur X»: nobody leaves X
    ahead = (_LEFT if act == "RETREAT" else _AT).match(seen.codes, at + 1)
    actor = fit.roles["actor"] + 2 if "actor" in fit.roles else 0
    behind = None if ahead else re.compile(r"[ei]l?P[^.;:VKw]{0,7}$").search(seen.codes, min(actor, at), at)
    if ahead is None and behind is None:
        return None
    unit = seen.clause.units[ahead.end() - 1 if ahead else seen.codes.index("P", behind.start() if behind else 0)]
    return Where(unit.place.place, unit.start, unit.end, "place.act") if unit.place and unit.place.place else None


def closer(story: Story, where: Where | None, act: str) -> Where | None:
    """«des négociations au Qatar», and elsewhere «à Doha»: the most exact place that the text gives for them."""
    if where is None or act not in ("CONSULT", "AGREE") or where.place.level != "country":
        return where
    inside = (p for p in story.analysis.places if not p.metonym and contains(where.place, p.place))
    town = next((p for p in inside if p.place and p.place.km <= _TOWN and p.place.country == where.place.country), None)
    return Where(town.place, town.start, town.end, "place.closer") if town and town.place else where


def host_of(seen: View, fit: Fit, actor: Party, act: str) -> Party | None:
    """«sa visite à Paris», «se rend au Mali», «son soutien à Kiev»: whose country they go to, whom they help."""
    units, at = seen.clause.units, fit.roles["act"]
    if act in UNAIMED:
        return None
    visits = any(_VISITS.match(u.low) for u in units[at : at + 4]) or (
        act == "CONSULT" and units[at].low.startswith(_SENT)
    )
    if not visits and (act not in TO_A_STATE or _decided_there(seen, at + 1)):
        return None
    ahead = (_GONE_TO if visits else _GIVEN_TO).match(seen.codes, at + 1)
    unit = units[ahead.start("place")] if ahead else None
    country = unit.place.place.country if unit and unit.place and unit.place.place else None
    if not visits and unit and unit.low not in capitals(LANGUAGE):
        return None
    return other(Party(country, unit.start, unit.end), actor) if unit and country else None


def _person(seen: View, at: int) -> int:
    """«Jean Dupont, le ministre des Affaires étrangères, doit»: who bears the office tells whose it is."""
    before = _BEARER.search(seen.codes, 0, at)
    actor = seen.clause.units[at].actor
    if before is None or actor is None or actor.person is not None or actor.role != "government":
        return at
    bearer = seen.clause.units[before.start()].actor
    return before.start() if bearer is not None and bearer.person is not None else at


def actors_of(story: Story, seen: View, fit: Fit) -> list[Party]:
    """The actor of the act; «le régime et la Russie» are two; who freed hostages is who had taken them."""
    if "actor" not in fit.roles:
        speaker = speaker_of(story.analysis, seen.clause, fit.roles["act"])
        return [speaker] if speaker else []
    country, at = story.analysis.country, _person(seen, fit.roles["actor"])
    found = [*_led(story, seen, at), party_at(story.analysis, seen, at, country)]
    first, second = _BEFORE.search(seen.codes, 0, at), _AND.match(seen.codes, at)
    before = _LISTED.search(seen.codes[: first.start("first") if first else at]) if first or second else None
    listed = [i for i in range(before.end()) if seen.codes[i] == "A" and i >= before.start()] if before else []
    ahead = [first.start("first")] if first else []
    if second and not fit.roles["actor"] < fit.roles["act"] < second.start("second"):
        behind = [i for i in range(at + 1, second.start("second") + 1) if seen.codes[i] in "APa"]
    else:
        behind = []
    found[:0] = [party_at(story.analysis, seen, i, country) for i in (*listed, *ahead)]
    found += [party_at(story.analysis, seen, i, country) for i in behind]
    found += _second_of(story, seen, at, found[-1])
    return list({p.id: p for p in found if p is not None}.values())


def _led(story: Story, seen: View, at: int) -> list[Party]:
    """«l'accord américano-taliban»: the state before the hyphen; of two states both are read already."""
    unit = seen.clause.units[at]
    lead = _LEAD.search(story.analysis.low, max(0, unit.start - _COMPOUND), unit.start)
    iso = prefixes(LANGUAGE).get(lead["lead"]) if lead else None
    return [Party(iso, unit.start, unit.end)] if iso else []


def captors(story: Story) -> list[Party]:
    """The one group that the text tells to have taken people, where it tells of no other."""
    took = [act for act in story.acts if act.type == _TAKING and len(act.by) == 1 and not unnamed(act.by[0])]
    if len({act.by[0] for act in took}) != 1:
        return []
    unit = took[0].clause.units[took[0].seen.at]
    return [Party(took[0].by[0], unit.start, unit.end)]


def warring(story: Story, seen: View, at: int) -> list[Party]:
    """«un cessez-le-feu a été signé à Djouba»: the land's government and its one foe in the text."""
    country, unit = story.analysis.country, seen.clause.units[at]
    pairs = pairs_of(story.analysis, story.acts) | told_together(story.analysis)
    foes = {other for pair in pairs if country in pair for other in pair if country and at_odds(country, other)}
    if country is None or len(foes) != 1 or foes.copy().pop().endswith((UNKNOWN, _CROWD)):
        return []
    return [Party(ident, unit.start, unit.end) for ident in (country, *foes)]


def _second_of(story: Story, seen: View, at: int, first: Party | None) -> list[Party | None]:
    """«les ministres russe et turc», «les deux camps» are two."""
    actor, two = seen.clause.units[at].actor, both(story.analysis, seen.clause).get(at)
    if first is not None and two:
        return [first._replace(id=two[1])]
    ids = actor.ids if actor is not None and actor.kind == "state" and (actor.plural or actor.adjective) else ()
    more = ids[1:] if first is not None and first.id in ids[:1] else ()
    return [first._replace(id=ident) for ident in more] if first is not None else []
