"""Words of diplomacy that tell a deed, a duty or a count and no act between powers: «un carnage commis par X»."""

import re

from .parties import View
from .rule_tables import word_lists
from .rules import Fit, Rule
from .units import Unit

_SHOTS = re.compile(r"[oj]?dE")  # «les échanges directs de tirs»
_COUNTED = re.compile(r"[rT]{0,2}[qQ]")
_TO_SAY = re.compile(r"[rg\"]{0,3}s?(?P<verb>[oIJVK])")
_HIM = re.compile(r"[rT]{0,2}(?:d[lq]?[oj]?[noP][oj]?)?[lqdQ]{0,2}[oj]?(?P<whom>A)")
_DONE = ("parven", "réuss", "pu", "fini", "permis")
_BLOW = 12  # units behind a welcome within which stands what is welcome
_SOUGHT = 5  # units before a truce within which it is sought


def _words() -> dict[str, tuple[str, ...]]:
    return word_lists("fr", "diplomacy")


def a_deed(seen: View, rule: Rule, fit: Fit, act: str, partner: bool) -> bool:
    """Whether words that fit a rule tell no act between powers; `partner`: they name the other side."""
    at = fit.roles["act"]
    low = seen.clause.units[at].low
    return (
        (act == "ACCUSE" and (_done_by(seen, rule, fit) or _counts(seen, at) or _sets_upon(seen, fit, low)))
        or (act == "REJECT" and (_of_a_figure(seen, at, low) or _drives_off(seen, at, low)))
        or (act == "CONSULT" and (_fire(seen, at, low) or _sheltered(seen, fit, low)))
        or (act == "AGREE" and _sought(seen, at))
        or (act == "REQUEST" and (_thanks_to(seen, at) or (not partner and _own_duty(seen, rule, at))))
        or (
            act == "SUPPORT"
            and (_claims(seen, at, low) or _side_by_side(seen, fit, low) or _of_a_blow(seen, at, partner))
        )
        or (act == "MOBILIZE" and _standing(seen, at, low))
        or (rule.name in ("diplomacy.coordinated", "diplomacy.clause-same") and _of_others(seen, at, low))
    )


def _actor(seen: View, fit: Fit) -> str:
    """«force», «people»…: what the actor is, where its words tell."""
    unit = seen.clause.units[fit.roles["actor"]] if "actor" in fit.roles else None
    return unit.actor.role if unit is not None and unit.actor is not None else ""


def _done_by(seen: View, rule: Rule, fit: Fit) -> bool:
    """«une agression barbare menée par X», «un carnage commis par X»: they do it, they blame nobody."""
    if rule.name not in ("diplomacy.light-by", "diplomacy.noun-by", "diplomacy.light-to-by"):
        return False
    between = seen.clause.units[fit.roles["act"] + 1 : fit.roles["actor"]]
    return any(u.low.startswith(_words()["doing"]) for u in between)


def _counts(seen: View, at: int) -> bool:
    """«Nous déplorons un mort»: a toll."""
    found = _COUNTED.match(seen.codes, at + 1)
    units = seen.clause.units
    told = found is not None and any(u.code in "NVKDI" for u in units[found.end() : found.end() + 2])
    return told and units[at].low.startswith("déplor")


def _sets_upon(seen: View, fit: Fit, low: str) -> bool:
    """«L'armée s'en prend aux civils»: with arms."""
    return low.startswith("s'en pr") and _actor(seen, fit) == "force"


def _of_a_figure(seen: View, at: int, low: str) -> bool:
    """«ce chiffre est contesté par X»."""
    told = any(u.low.startswith(_words()["figures"]) for u in seen.clause.units[max(0, at - 6) : at])
    return told and low.startswith(("contest", "démenti", "rejet", "réfut", "récus"))


def _drives_off(seen: View, at: int, low: str) -> bool:
    """«tente de repousser les combattants de X»: with arms."""
    found = _HIM.match(seen.codes, at + 1) if low.startswith("repouss") else None
    whom = seen.clause.units[found.start("whom")].actor if found else None
    return whom is not None and (whom.role == "force" or whom.kind == "armed")


def _fire(seen: View, at: int, low: str) -> bool:
    """«les échanges de tirs entre X et Y»."""
    return low.startswith("échange") and _SHOTS.match(seen.codes, at + 1) is not None


def _sheltered(seen: View, fit: Fit, low: str) -> bool:
    """«des Libanais ont été accueillis»: people, no government."""
    return low.startswith(("été accueil", "accueil", "été reçu", "héberg")) and _actor(seen, fit) == "people"


def _sought(seen: View, at: int) -> bool:
    """«pour tenter d'obtenir un cessez-le-feu entre X et Y»: not agreed; «sont parvenus à obtenir» is."""
    before = [u.low for u in seen.clause.units[max(0, at - _SOUGHT) : at]]
    verb = next((i for i, low in enumerate(before) if low in _words()["obtaining"]), None)
    return verb is not None and not any(low.startswith(_DONE) for low in before[:verb])


def _thanks_to(seen: View, at: int) -> bool:
    """«grâce à la médiation de X»: told of what came of it."""
    return any(u.low == "grâce" for u in seen.clause.units[max(0, at - 4) : at])


def _own_duty(seen: View, rule: Rule, at: int) -> bool:
    """«l'état-major doit encore publier un bilan»: nobody asks it of him."""
    verb = _TO_SAY.match(seen.codes, at + 1) if rule.name == "diplomacy.must" else None
    return verb is not None and seen.clause.units[verb.start("verb")].low.startswith(_words()["announcing"])


def _claims(seen: View, at: int, low: str) -> bool:
    """«a soutenu que l'installation était vide»: he says so."""
    behind = seen.clause.units[at + 1 : at + 3]
    return low.startswith(("soutenu", "soutien", "souten")) and any(u.low in ("que", "qu'") for u in behind[:2])


def _side_by_side(seen: View, fit: Fit, low: str) -> bool:
    """«une milice qui épaule l'armée»: with arms."""
    return low.startswith("épaul") and _actor(seen, fit) == "force"


def _of_a_blow(seen: View, at: int, partner: bool) -> bool:
    """«s'est félicité d'un succès contre X», «a salué la mort du chef jihadiste»: those who were hit are not backed;
    «la victoire de Y contre X» backs Y.
    """
    units = seen.clause.units
    if units[at].feature("welcome") is None:
        return False
    near = units[at + 1 : at + _BLOW]
    if any(u.code == "D" and u.value in ("killed", "neutralised", "detained") for u in near):
        return any(map(_of_fighters, near))
    against = next((i for i, u in enumerate(near) if u.low == "contre"), None)
    return against is not None and not partner and any(map(_of_fighters, near[against + 1 : against + 4]))


def _of_fighters(unit: Unit) -> bool:
    return unit.actor is not None and unit.actor.kind == "armed"


def _standing(seen: View, at: int, low: str) -> bool:
    """«2.400 militaires français sont déployés au Mali»: they are there; of a day, they were sent."""
    if seen.codes[at] != "K" or not low.startswith("déploy") or "T" in seen.codes[at + 1 : at + 4]:
        return False
    return seen.clause.units[at - 1].low in ("sont", "est", "étaient", "était", "restent", "reste")


def _of_others(seen: View, at: int, low: str) -> bool:
    """«X a réuni les chefs, et ces chasseurs, connus sous ce nom et accusés d'exactions»: a participle of theirs."""
    own = seen.codes[at - 1] in "xXrgy" or seen.codes[at - 2 : at - 1] in ("x", "X")
    return seen.codes[at] == "K" and low.endswith(("és", "ées")) and not own
