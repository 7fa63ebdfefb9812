"""Which PLOVER act the words stand for."""

import re
from collections.abc import Callable
from typing import NamedTuple

from .parties import View
from .rule_tables import pairs, word_lists
from .rules import Fit, Rule

WELCOME = frozenset({"AGREE", "CONSULT", "RETREAT", "AID", "SANCTION"})
TALKS_AND_HELP = frozenset({"CONSULT", "AID", "AGREE", "COOPERATE", "SUPPORT"})
ENDED = frozenset({"AGREE", "CONSULT", "RETREAT"})  # «la fin de la trêve» is a refusal
_ARMS = re.compile(r"[^.;:VK]{0,8}?W")
_ARMS_TO = re.compile(r"[dlqQ]{0,3}W[oj]{0,2}(?:td?W[oj]{0,2})?e[l\"]?[AP]")  # «l'envoi de missiles à l'armée»
_OF_SOMEBODY = re.compile("[rT]{0,2}dl?A")
_TROOPS = re.compile(r"[^.;:VK]{0,4}?[nA]")
_TROOPS_SENT = re.compile(r"[^.;:VKNei]{0,4}?[nWA]")
_HIMSELF = re.compile(r"s[ryl]?X[rgT]{0,2}$")
_FROM = re.compile(r"[rT]{0,2}d[l\"]?P")
_TROOPS_FROM = re.compile(r"[^.;:VKw]{0,10}?[nA][oaj]{0,2}d[l\"]?P")
_SAYS = re.compile(r"[oajT,\"]{0,6}(?:G|w[lrgys]{0,2}(?:V|x[rg]?K))")
_CAPTIVES = re.compile(r"[^.;:VK]{0,6}?h|[ldqQ]{1,4}[hnA]")
_CAPTIVES_BEFORE = re.compile(r"h[^.;:VK]{0,8}$")
_IT = re.compile(r"A[^.;:]{0,3}l[xr]{1,2}$")  # «la Chine l'a salué»
_PRAISED = re.compile(r"[T\"r,]{0,3}(?:i[^.;:,]{1,9},?)?[de]?[lq]")  # something is welcomed, not somebody by his name
_FAR = 11  # units
_NEAR = 6
_STRIKES = re.compile(r"[^.;:VKN]{0,5}?E")
_ATTACKS = re.compile(r"e[dlq]{0,2}[or]?E")  # «a appelé à de nouvelles attaques», not «à l'arrêt des attaques»
_MEMBER = re.compile(r"[rT]{0,2}l?[AP]")
_NEXT_NOUN = re.compile(r"[^.;:VKA]{0,5}?(?P<noun>N)")
_FAR_NOUN = re.compile(r"T?i[^.;:VKwc]{0,12}?l(?P<noun>N)")  # «a salué devant la presse cet échange»
_TO_A_STATE = re.compile(r"[^.;:VK]{1,10}?e[l\"]?[AP]")  # help to somebody that is stopped punishes him
_TO_A_POWER = re.compile(r"[rT]{0,2}e[l\"]?[AP]")
_OF = re.compile(r"d[lqQ]{0,2}o?$")
_BY_WHOM = re.compile(r"[rT]{0,2}p")
_SUBJECT = 12  # units before a passive within which stands its subject
_PAIRED = 7  # units behind a verb within which what it acts on stands


Reader = Callable[[View, int], "Meaning | None"]


class Meaning(NamedTuple):
    """A PLOVER act; `needs_target`: nothing without somebody met or a place gone to; `travels`: of officials only."""

    name: str
    needs_target: bool = False
    travels: bool = False


def _words() -> dict[str, tuple[str, ...]]:
    return word_lists("fr", "diplomacy")


def act_of(seen: View, rule: Rule, fit: Fit) -> Meaning | None:
    """The act that the word stands for with what is behind it; None where the rule or its object does not allow it."""
    at = fit.roles["act"]
    meaning = Meaning(rule.settings["means"]) if "means" in rule.settings else _meant(seen, at)
    only = rule.settings.get("only")
    if meaning is None or (only and meaning.name not in only):
        return None
    if meaning.name == "REQUEST" and _to_arms(seen, at):
        return Meaning("THREATEN") if only is None or "THREATEN" in only else None
    yet = rule.name.startswith(("diplomacy.light", "diplomacy.clause-governor")) or (
        meaning.name == "SANCTION" and seen.codes[at] == "I"
    )
    if meaning.name in ("SANCTION", "MOBILIZE") and yet and _considered(seen, at):
        return Meaning("THREATEN")
    if meaning.name == "AGREE" and _offered(seen, at):
        return Meaning("REQUEST") if only is None or "REQUEST" in only else None
    if meaning.name == "ACCUSE" and _charged(seen, at):
        return Meaning("REJECT") if only is None or "REJECT" in only else None
    if meaning.name == "REJECT" and _shut_out(seen, at):
        return Meaning("SANCTION") if only is None or "SANCTION" in only else None
    if meaning.name == "AID" and _withheld(seen, at):
        return Meaning("SANCTION") if only is None or "SANCTION" in only else None
    if meaning.name == "AID" and _tendered(seen, at):
        return Meaning("COOPERATE") if only is None or "COOPERATE" in only else None
    if meaning.name == "RETREAT" and _expelling(seen, at):
        return Meaning("SANCTION") if only is None or "SANCTION" in only else None
    if meaning.name == "RETREAT" and _from_a_body(seen, at):
        return Meaning("REJECT") if only is None or "REJECT" in only else None
    ended = "f" in seen.codes[max(0, at - 3) : at] and rule.settings.get("also") is None
    return Meaning("REJECT") if ended and meaning.name in ENDED else meaning


def _from_a_body(seen: View, at: int) -> bool:
    """«ont annoncé leur retrait de la Cédéao»: members who leave it refuse it."""
    units = seen.clause.units
    theirs = at > 0 and units[at].low.startswith("retrait") and units[at - 1].low in ("son", "leur")
    behind = _OF_SOMEBODY.match(seen.codes, at + 1) if theirs else None
    body = units[behind.end() - 1].actor if behind else None
    return body is not None and body.kind == "international"


def _considered(seen: View, at: int) -> bool:
    """«envisage de nouvelles sanctions», «menace d'imposer un embargo», «prête à sanctionner»: not taken yet."""
    return any(u.low.startswith(_words()["considering"]) for u in seen.clause.units[max(0, at - _NEAR) : at])


def _offered(seen: View, at: int) -> bool:
    """«a présenté un plan de paix», «a dévoilé une feuille de route»: nobody has agreed yet."""
    near = [
        u.low for i, u in enumerate(seen.clause.units[max(0, at - 7) : at], max(0, at - 7)) if seen.codes[i] in "LMJ"
    ]
    return any(low.startswith(_words()["offering"]) for low in near[-1:])


def _to_arms(seen: View, at: int) -> bool:
    """«a appelé à une intifada», «à venger»."""
    if _ATTACKS.match(seen.codes, at + 1):
        return True
    words = _words()["uprisings"]
    return "e" in seen.codes[at : at + 2] and any(u.low.startswith(words) for u in seen.clause.units[at + 1 : at + 5])


def _meant(seen: View, at: int) -> Meaning | None:
    """The act of a word: its entry's value, where what is behind it does not decide."""
    value, unit = seen.values[at], seen.clause.units[at]
    paired = unit.feature("pair") if unit.code == "G" else value.removeprefix("pair:") if ":" in value else None
    if paired in pairs("fr", "diplomacy"):
        return _paired(seen, at, paired)
    decided = next((read for name, read in _BY_OBJECT.items() if value == name or unit.feature(name) is not None), None)
    if decided is not None:
        return decided(seen, at)
    if value == "AGREE" and unit.low.startswith("résolution"):
        return _resolved(seen, at)
    return None if value == "LIGHT" else Meaning(value)


def _resolved(seen: View, at: int) -> Meaning | None:
    """«a adopté une résolution exigeant un cessez-le-feu»: what it says is the act; by itself it is none."""
    if _offered(seen, at):
        return Meaning("AGREE")  # «a présenté un projet de résolution»: act_of makes a request of it
    says = _SAYS.match(seen.codes, at + 1)
    value = seen.values[says.end() - 1] if says else ""
    return Meaning(value) if value in ("ACCUSE", "REQUEST", "SANCTION") else None


def _paired(seen: View, at: int, name: str) -> Meaning | None:
    """«a levé l'embargo», «a rouvert sa frontière»: the first word near behind that the table pairs with the verb; who
    hands over «leurs armes» helps nobody.
    """
    units = seen.clause.units
    passive = _BY_WHOM.match(seen.codes, at + 1) is not None  # «le texte a été bloqué par X»: it stands before
    lows = [unit.low for unit in (units[max(0, at - _SUBJECT) : at] if passive else units[at + 1 : at + _PAIRED])]
    for i in range(len(lows)):
        ahead = " ".join(lows[i:])  # «l'espace aérien» is two units
        act = next((a for a, words in pairs("fr", "diplomacy")[name].items() if ahead.startswith(tuple(words))), None)
        if act:
            return None if act == "AID" and lows[i - 1 : i] in (["ses"], ["leurs"]) else Meaning(act)
    return None


def _captives(seen: View, at: int) -> Meaning | None:
    """«a libéré trois otages»: people, not a town."""
    near = _CAPTIVES.match(seen.codes, at + 1) or _CAPTIVES_BEFORE.search(seen.codes, 0, at)
    return Meaning("RETREAT") if near else None


def _troops(act: str) -> Reader:
    """Soldiers are sent or drawn back, or «s'est retirée de Somalie»; who leaves a deal or talks refuses them."""

    def read(seen: View, at: int) -> Meaning | None:
        if _TROOPS.match(seen.codes, at + 1):
            return None if act == "RETREAT" and _of_a_place(seen, at) else Meaning(act)
        if act != "RETREAT" or not _HIMSELF.search(seen.codes, 0, at):
            return None
        return (
            Meaning("REJECT") if _value_of_noun(seen, at) else Meaning("RETREAT") if _from_country(seen, at) else None
        )

    return read


def _of_a_place(seen: View, at: int) -> bool:
    """«a retiré ses unités de Hama»: who withdraws them from a town gives up what he held (control)."""
    found = _TROOPS_FROM.match(seen.codes, at + 1)
    place = seen.clause.units[found.end() - 1].place if found else None
    return place is not None and place.place is not None and place.place.level in ("town", "quarter", "district")


def _from_country(seen: View, at: int) -> bool:
    """«de Somalie»; who withdraws from a town gives up what he held (control)."""
    found = _FROM.match(seen.codes, at + 1)
    place = seen.clause.units[found.end() - 1].place if found else None
    return place is not None and place.place is not None and place.place.level == "country"


def _armed(seen: View, at: int) -> Meaning | None:
    return Meaning(seen.values[at]) if _ARMS.match(seen.codes, at + 1) else None


def _charged(seen: View, at: int) -> bool:
    """«a qualifié ces accusations d'absurdes»: he denies them."""
    units, words = seen.clause.units, _words()
    told = (
        seen.codes[at] == "N" and units[at].low.startswith(words["challenges"]) and units[at - 1].low in words["this"]
    )
    return told and any(u.low.startswith(("qualifi", "jug")) for u in units[max(0, at - 4) : at])


def _shut_out(seen: View, at: int) -> bool:
    """«a exclu le Niger de ses instances»: a member, no idea."""
    return seen.clause.units[at].low.startswith("exclu") and _MEMBER.match(seen.codes, at + 1) is not None


def _tendered(seen: View, at: int) -> bool:
    """«a proposé son aide aux enquêteurs»: to work with them, no aid to a power."""
    unit = seen.clause.units[at].low
    return unit.endswith("aide") and unit.startswith(("propos", "off")) and not _TO_A_POWER.match(seen.codes, at + 1)


def _withheld(seen: View, at: int) -> bool:
    """«a annoncé l'arrêt de son aide», «le gel d'une aide de 30 millions»: help that ends punishes."""
    of = _OF.search(seen.codes, 0, at)
    return of is not None and of.start() > 0 and seen.clause.units[of.start() - 1].low.startswith(_words()["stopping"])


def _expelling(seen: View, at: int) -> bool:
    """«a ordonné le départ de l'ambassadeur»: he is sent home."""
    return seen.codes[at] == "N" and _speaks_of(seen, at, "diplomats")


def _summoned(seen: View, at: int) -> Meaning | None:
    """«a convoqué l'ambassadeur», «l'ambassadeur a été convoqué» protests, «a convoqué une réunion» calls for talks."""
    if any(u.actor is not None and u.actor.ids[:1] == ("UN",) for u in seen.clause.units[at + 1 : at + _FAR]):
        return Meaning("REQUEST")  # of the Security Council
    envoy = any(u.low.startswith(_words()["diplomats"]) for u in seen.clause.units[:at])
    passive = envoy and seen.codes[at - 1 : at] != "x"
    return Meaning("ACCUSE" if passive or _speaks_of(seen, at, "diplomats", _FAR) else seen.values[at])


def _joined(seen: View, at: int) -> Meaning | None:
    """«a rejoint la coalition»: an alliance, not a town."""
    ahead = seen.clause.units[at + 1 : at + 3]
    return Meaning("COOPERATE") if any(u.actor is not None and u.actor.kind == "international" for u in ahead) else None


def _welcomed(seen: View, at: int) -> Meaning | None:
    """«se félicite de la trêve»: of what others did; «salue le courage», «la foule», «un géant» is no act."""
    praised = seen.clause.units[at].low.startswith("félicit") and _power(seen, at + 1)
    if praised or (_value_of_noun(seen, at) or "").split("-")[0] in WELCOME or _IT.search(seen.codes, 0, at):
        return Meaning("SUPPORT")
    return (
        None
        if _PRAISED.match(seen.codes, at + 1) is None
        or _speaks_of(seen, at, "homage", _FAR)
        or _speaks_of(seen, at, "praise", _NEAR)
        else Meaning("SUPPORT")
    )


def _power(seen: View, at: int) -> bool:
    """«a félicité Bakou»: a government by its capital."""
    actor = seen.clause.units[at].actor if at < len(seen.clause.units) else None
    return at in seen.seats or (actor is not None and actor.metonym)


def _carried(seen: View, at: int) -> Meaning | None:
    """«débloque une aide»: only with the noun of its own act."""
    value = seen.values[at].removeprefix("carried:")
    armed = _ARMS.match(seen.codes, at + 1) is not None or _speaks_of(seen, at, "materiel")
    armed = armed and value.endswith("AID")
    return Meaning(value) if armed or _value_of_noun(seen, at) == value else None


def _dropped(seen: View, at: int) -> Meaning | None:
    """«a largué des vivres», «a largué des armes aux assiégés»; bombs help nobody."""
    helped = _speaks_of(seen, at, "materiel") or _value_of_noun(seen, at) == "AID"
    return Meaning("AID") if helped else None


def _with_somebody(seen: View, at: int) -> Meaning | None:
    """«soutenir» somebody; «a prévenu que» threatens whoever hears it."""
    told = seen.values[at] == "THREATEN" and "c" in seen.codes[at + 1 : at + 3]
    if seen.values[at] == "SUPPORT" and _paired(seen, at, "back"):
        return Meaning("SUPPORT")  # «soutient l'accord de X»
    return Meaning(seen.values[at], not told)


def _met(seen: View, at: int) -> Meaning | None:
    """«accueille le président» meets him; «accueille des réfugiés» is no act."""
    return None if _speaks_of(seen, at, "fled") else _with_somebody(seen, at)


def _travelling(seen: View, at: int) -> Meaning | None:
    return Meaning(seen.values[at], True, True)


def _lessened(seen: View, at: int) -> Meaning | None:
    """«une réduction des bombardements», «des effectifs»."""
    if _STRIKES.match(seen.codes, at + 1):
        return Meaning("CONCEDE")
    return Meaning("RETREAT") if _TROOPS.match(seen.codes, at + 1) else None


def _approved(seen: View, at: int) -> Meaning | None:
    """To approve an agreement or a resolution is to agree, to approve what others do to support them."""
    passive = re.match(r"[rT]{0,2}p", seen.codes[at + 1 :]) is not None
    return Meaning("AGREE" if passive or _value_of_noun(seen, at) in ("AGREE", "RETREAT", "AID") else "SUPPORT")


def _sworn(seen: View, at: int) -> Meaning | None:
    """«a promis des représailles» threatens, «a mené la riposte» does not."""
    before = seen.clause.units[max(0, at - 6) : at]
    return Meaning("THREATEN") if any(u.low.startswith(_words()["swearing"]) for u in before) else None


def _value_of_noun(seen: View, at: int) -> str | None:
    found = _NEXT_NOUN.match(seen.codes, at + 1) or _FAR_NOUN.match(seen.codes, at + 1)
    return seen.values[found.start("noun")] if found else None


def _stopped(seen: View, at: int) -> Meaning | None:
    """To stop striking is to retreat, to suspend a member to punish it, to stop talking or helping to refuse."""
    if _speaks_of(seen, at, "together"):
        return Meaning("REJECT")
    if _speaks_of(seen, at, "helping", _FAR) and (_TO_A_STATE.match(seen.codes, at + 1) or _of_a_state(seen, at)):
        return Meaning("SANCTION")
    if _speaks_of(seen, at, "trade", _NEAR):
        return Meaning("SANCTION")
    if _speaks_of(seen, at, "punishing"):
        return Meaning("CONCEDE")
    if _STRIKES.match(seen.codes, at + 1):
        return Meaning("RETREAT")
    if _MEMBER.match(seen.codes, at + 1):
        return Meaning("SANCTION")
    noun = _value_of_noun(seen, at)
    return Meaning("RETREAT") if noun == "MOBILIZE" else Meaning("REJECT") if noun in TALKS_AND_HELP else None


def _of_a_state(seen: View, at: int) -> bool:
    """«Washington, qui a suspendu une aide»: a government punishes by that, an agency may only fear for its staff."""
    who = next((u.actor for u in reversed(seen.clause.units[:at]) if u.actor is not None), None)
    return who is not None and who.kind == "state"


def _sent(seen: View, at: int) -> Meaning | None:
    """Troops, help or envoys: what is sent says what the act is."""
    if _speaks_of(seen, at, "delegates") or _mission(seen, at):
        return Meaning("CONSULT", True)
    if _ARMS_TO.match(seen.codes, at + 1) or _speaks_of(seen, at, "trainers", _NEAR):
        return Meaning("AID")
    noun = _value_of_noun(seen, at)
    if noun in ("MOBILIZE", "AID"):
        return Meaning(noun)
    return Meaning("MOBILIZE") if _TROOPS_SENT.match(seen.codes, at + 1) else None


def _mission(seen: View, at: int) -> bool:
    """«l'envoi d'une mission de médiation»: people who talk."""
    ahead = " ".join(u.low for u in seen.clause.units[at + 1 : at + _PAIRED])
    return any(kind in ahead for kind in _words()["missions"])


def _speaks_of(seen: View, at: int, words: str, within: int = 4) -> bool:
    """A word of a list of the pack stands right behind."""
    return any(u.low.startswith(_words()[words]) for u in seen.clause.units[at + 1 : at + within])


# Words whose act depends on what stands behind them: by their value in the rules file, or by a feature of their entry.
_BY_OBJECT: dict[str, Reader] = {
    "RETREAT-captives": _captives,
    "RETREAT-troops": _troops("RETREAT"),
    "troops": _troops("RETREAT"),
    "MASS": _troops("MOBILIZE"),
    "SEND": _sent,
    "send": _sent,
    "stop": _stopped,
    "arms": _armed,
    "welcome": _welcomed,
    "light": _carried,
    "aimed": _with_somebody,
    "approve": _approved,
    "summon": _summoned,
    "thank": _with_somebody,
    "meet": _met,
    "go": _travelling,
    "RIPOSTE": _sworn,
    "LESS": _lessened,
    "carried:AID": _carried,
    "dropped": _dropped,
    "JOIN": _joined,
    "TROOPS": lambda _seen, _at: None,
}
