"""What looks like a change of control and is none: wishes, visits, what is only spoken of, people who are freed."""

import re

from .actor_ids import UNKNOWN
from .control_held import Held
from .control_people import on_patrol
from .lands import control_words
from .parties import Party, View
from .rules import Fit, Rule
from .sides import of_state
from .units import Unit

_ANYWHERE = ("territoires", "zones", "terrain", "étendues")
_FREED = re.compile(r"V[^.;:P]{0,12}(?P<at>[ie][dl]{0,2})?P[^.;:PVA]{0,4}xX[rgT]{0,2}$")
# «deux otages ont été récupérés par l'armée», «14 élèves, dont deux ont pu être libérés»
_RESCUED = re.compile(
    r"(?:V[^.;:,PQqn]{0,6}(?:x[rgH]{0,2}o?)?X|(?P<few>n[hrl]{0,2}[QqV][oajh]{0,2})(?:x[rgH]{0,2}o?)?X?)[rgT]{0,2}$"
)
_WHO_LEFT = re.compile(r"Y[oaj]{0,2}(?:d[l\"]?[oaj]{1,2})?,?w[^.;:,]*$")  # «un camion qui avait quitté le village de X»
_OF_IT = re.compile(r"[on][oaj]?d[l\"]?$")  # «les équipes de l'ONU»
_OF_A_NOUN = re.compile(r"[lqQ][oj]?[nP][oaj]{0,2}$")  # «tente de reprendre une caserne tombée aux mains de X»
_BY = ("près", "non loin", "aux abords", "au large")
_FUTURE = re.compile(r"(?:ront|[^é]era|ttra|[ei]ndra)$")
_ONLY = re.compile("rT?c")
_IF = re.compile(r"(?:^|[.;:,c\"])[^.;:,]{0,2}$")


def negated(seen: View, at: int) -> bool:
    """«n'ont pas repris», «sans avoir pris», «tentent de reprendre»: nothing changed hands."""
    if _ONLY.match(seen.codes, at + 1):  # «ne tiennent plus que deux quartiers»
        return False
    before = seen.codes[max(0, at - 6) : at]
    tail = "" if _OF_A_NOUN.search(before) and seen.codes[at] in "DKS" else re.split(r"[.;:,wc]", before)[-1]
    low = [u.low for u in seen.clause.units[max(0, at - 3) : at]]
    if _supposed(seen, at):
        return True
    return "g" in tail.replace("gsy", "") or "k" in tail or "sans" in low


def wished(seen: View, fit: Fit) -> bool:
    """«nous avons intérêt à ce que X continue de tenir»: nobody says that he does."""
    at = fit.roles.get("actor", 0)
    before = " ".join(u.low for u in seen.clause.units[max(0, at - 5) : at])
    return any(words in before for words in control_words("wished"))


def _supposed(seen: View, at: int) -> bool:
    """«Si les Etats-Unis se retiraient, l'EI reprendrait Raqa»: nobody says that they did."""
    verb = seen.clause.units[at].low
    supposed = any(
        u.low in ("si", "s'il", "s'ils") and _IF.search(seen.codes, 0, i) is not None
        for i, u in enumerate(seen.clause.units[:at])
    )
    return supposed and verb.endswith(("ait", "aient"))


def anonymous(unit: Unit, held: Held) -> bool:
    """Words that take a place only by its name; «X, où l'armée garde» guards somebody there."""
    if unit.low in control_words("by_name"):
        return not held.named or held.start < unit.start
    return unit.feature("named") is not None and not held.named


def passing(seen: View, actor: Party, held: Held, at: int) -> bool:
    """Who comes to where he is on patrol anyway, or was about to leave it («se retiraient du village lorsque …»)."""
    return not seen.clause.units[at].low.startswith(control_words("leaving")) and on_patrol(actor, held)


def abroad(seen: View, held: Held, at: int) -> bool:
    """«sont entrés au Mozambique»: who comes to a country takes no place."""
    where, unit = held.where, seen.clause.units[at]
    enters = unit.feature("enter") is not None or unit.low.startswith(control_words("entering"))
    return enters and where is not None and where.place.level == "country"


def somewhere(seen: View, held: Held) -> bool:
    """«a reconquis de nombreux territoires», nobody says where: the country is not what was taken."""
    if held.named or held.where is None or held.where.rule not in ("place.country", "place.people"):
        return False
    return any(u.low in _ANYWHERE for u in seen.clause.units if held.start <= u.start < held.end)


def of_people(seen: View, at: int) -> bool:
    """«six ouvriers enlevés près de X ont été libérés», «leur tiennent tête»."""
    if any(u.low in control_words("idioms") for u in seen.clause.units[at + 1 : at + 2]):
        return True
    freed = _FREED.search(seen.clause.codes, 0, at) if seen.clause.units[at].low.startswith("libér") else None
    near = freed is not None and seen.clause.units[seen.clause.codes.rindex("P", 0, at)].low.startswith(_BY)
    return near or (freed is not None and freed["at"] is not None)


def rescued(seen: View, at: int) -> bool:
    """«deux otages ont été récupérés par l'armée à X»: people are, no town."""
    if not seen.clause.units[at].low.startswith(control_words("rescues")):
        return False
    found = _RESCUED.search(seen.clause.codes, 0, at)
    return found is not None and (found["few"] is None or _of_persons(seen, found.start()))


def _of_persons(seen: View, at: int) -> bool:
    """«14 élèves, dont deux», «en ont enlevé 14, dont deux»: of people, not of villages."""
    before = [
        u
        for u in seen.clause.units[max(0, at - 8) : at]
        if u.code in "VNKkI" or u.low.startswith(control_words("each"))
    ]
    return bool(before) and before[-1].code in "VNKkI"


def rides(seen: View, at: int, change: str) -> bool:
    """«ont attaqué un camion qui avait quitté le village de X»: what left it gives up nothing."""
    return change == "withdrew" and _WHO_LEFT.search(seen.clause.codes, 0, at) is not None


def raids(seen: View, at: int, actor: Party | None) -> bool:
    """«des hommes armés ont fait irruption dans le village»: gunmen whom nobody names come to rob, not to stay."""
    enters = seen.clause.units[at].feature("enter") is not None
    return enters and actor is not None and actor.id.endswith(UNKNOWN)


def of_a_state(seen: View, held: Held, at: int, change: str) -> bool:
    """«le retrait américain de la zone», «de Syrie»: an act of diplomacy, no place changes hands."""
    if change != "withdrew" or seen.codes[at] != "N":
        return False
    return not held.named or held.where is None or held.where.place.level == "country"


def told_of(seen: View, fit: Fit) -> bool:
    """«la prise de X, contestée par Y»: Y did not take it."""
    between = seen.clause.units[fit.roles["act"] : fit.roles["actor"]]
    return any(u.low.startswith(control_words("told_of")) for u in between)


def grants(seen: View, fit: Fit, actor: Party | None) -> bool:
    """«Kiev a confirmé la prise de X»: a government may have lost it; an army, a group speaks of what it took."""
    units, first = seen.clause.units, fit.roles["actor"]
    confirms = any(u.low.startswith("confirm") for u in units[first : fit.roles["act"]])
    army = (told := units[first].actor) is not None and told.role == "force"
    return confirms and actor is not None and of_state(actor.id) and not army


def over(seen: View, fit: Fit) -> bool:
    """«a été occupé dix mois», «tenue par X durant quatre ans»: who had it, not who has it."""
    at = fit.roles["act"]
    if re.compile(r"xX[rg]{0,2}$").search(seen.codes, 0, at) and seen.clause.units[at - 1].low in ("été", "longtemps"):
        return True
    after = seen.clause.units[at + 1 : fit.end + 3]
    return any(u.low.startswith(("pendant", "durant")) for u in after)


def to_come(seen: View, rule: Rule, fit: Fit) -> bool:
    """«a annoncé une pause avant de reprendre X»: nobody says that he did."""
    at = fit.roles["act"]
    between = seen.clause.units[fit.roles.get("actor", 0) : at]
    if seen.codes[at] == "N" and any(_FUTURE.search(u.low) for u in between):
        return True  # «achèveront leur retrait de X»
    return rule.name == "control.before-taking" and any(u.low.startswith(control_words("plans")) for u in between)


def gone(seen: View, actor: Party, held: Held) -> bool:
    """«les agences de l'ONU ont quitté X», «il a fui le pays», his own: whoever goes gives up no place."""
    if held.where is not None and held.where.place.level == "country" and held.where.place.country == actor.id:
        return True
    at = next((i for i, u in enumerate(seen.clause.units) if u.start == actor.start), 0)
    of_it = _OF_IT.search(seen.codes, 0, at)
    words = [seen.clause.units[i].low for i in (at, *([of_it.start()] if of_it else []))]
    return any(word.startswith(control_words("unarmed")) for word in words)
