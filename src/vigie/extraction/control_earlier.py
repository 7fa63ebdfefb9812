"""What is held or left where it was told before the act: «les villes qu'il tient», «l'a repris», «s'en est retiré»."""

import re

from .analysis import Analysis
from .control_extent import extent_of, share_of, where_at
from .control_held import Held, held_at, named_before
from .control_place import told_before
from .lands import control_words
from .parties import View
from .rules import Fit

CLITICS = frozenset({"l'", "la", "le", "les", "y", "en"})
# «se sont repliés à X», «dans des districts voisins», «sans combattre à 20 km de là»
_WHERE_TO = re.compile(r"[rT\"(]{0,2}(?:io[T,]?)?[ei](?:[lqQhr\"]{0,3}[oj]?[Pn]|lo[nP]|Q[hr]?d?[om])")
# «X, capitale de Y, tenue par», «X, à 40 km de Y, tenue par», «X, un des derniers noeuds de la zone tenus par»:
# where it lies, and what it is, stand between
_DESCRIBED = re.compile(
    r"(?P<place>P)[oaj]{0,2},(?:[lq]?[rj]{0,2}[nBo][oj]{0,2}(?:d[lq]?[oj]?P|(?P<far>P))|(?P<lying>P)"
    r"|[lq]?[no][oj]{0,2}(?:e|id)l?(?P<by>P)|l?qd[lroj]{1,4}[on][oj]{0,2}(?:dl?n)?|o[ei]d?l?P),?t?(?:x?X)?[orgT]{0,3}$"
)
_BEARING = re.compile(r"(?:l'|le )?(?:nord|sud|est|ouest)\b")
_TO_WILDS = re.compile(r"[rT]{0,2}[ei][lqd]{0,2}[oj]?(?P<wilds>[on])")
_OF_ITS_OWN = re.compile(r"[rT]{0,2}l[oj]{0,1}o")  # «au moment où ils contrôlaient sa voiture»
_MUCH = re.compile(r"[qlr]{1,2}[oj]?m|[rodT]{0,3}Q[%m]")  # «en tient une partie», «en contrôlent désormais plus de 60%»
# «X est la dernière ville de Y», «X, l'une des dernières villes du nord»; «la dernière ville de Y … par Z, X,»
_ONE = r"l?(?:qdl?)?(?P<rank>[ojr])(?P<head>[Pn])[^.;:VKR]{0,12}?$"
_LAST_ONE = re.compile(rf"(?P<name>P)[oaj]{{0,2}}(?:,|x?X[rg]{{0,2}}|(?P<stays>[om])){_ONE}")
_LAST = re.compile(_ONE)
_NAMED_BEHIND = re.compile(r"[pd][lq]?A,l?(?P<name>P)[,.]")


def described_name(seen: View, at: int) -> int | None:
    """The name that a description behind it is of."""
    found = _DESCRIBED.search(seen.codes, 0, at)
    if found is None:
        return None
    words = {name: seen.clause.units[found.start(name)].low for name in ("far", "lying", "by") if found[name]}
    beside = words.get("by")  # «X, verrou au sud de Y», not «des combats à X, un poste à Y, tombé»
    if beside is not None and seen.codes[found.start("by") - 1] != "d" and not _BEARING.match(beside):
        return None
    lies = all(low.startswith(control_words("lies")) for name, low in words.items() if name != "by")
    return found.start("place") if lies else None


def last_one(analysis: Analysis, seen: View, at: int) -> Held | None:
    """«X est la dernière ville de Y encore tenue», «X, seule localité de Y tenue»: the town that is described, with its
    name before or behind; what it lies in is held by others.
    """
    units = seen.clause.units
    named = _LAST_ONE.search(seen.codes, 0, at)
    if named is not None and named["stays"] is not None:
        named = named if units[named.start("stays")].low in control_words("stays") else None
    found = named or _LAST.search(seen.codes, 0, at)
    if found is None or not units[found.start("rank")].low.startswith(control_words("the_only")):
        return None
    if not units[found.start("head")].low.startswith(control_words("one_of_towns")):
        return None
    if (name := named or _NAMED_BEHIND.match(seen.codes, at + 1)) is not None:
        town = name.start("name")
        return held_at(analysis, seen, town, town, None, town)
    told, head = told_before(analysis, seen.clause), units[found.start("head")]
    return Held(told, head.start, head.end, "whole", None)  # «C'est la dernière ville de Y tenue»: the one told before


def withdrawn(analysis: Analysis, seen: View, at: int) -> Held | None:
    """What is left where the words tell only where they go, «s'en sont retirés», «repliés dans la forêt»; None else."""
    act = seen.clause.units[at]
    from_it = act.low.startswith("s'en ")
    if not (from_it or _WHERE_TO.match(seen.codes, at + 1) or _into_the_wilds(seen, at)):
        return None
    return left(analysis, seen, at) or Held(None, act.start, act.end, "whole", None)


def _into_the_wilds(seen: View, at: int) -> bool:
    found = _TO_WILDS.match(seen.codes, at + 1)
    return found is not None and seen.clause.units[found.start("wilds")].low.startswith(control_words("wilds"))


def left(analysis: Analysis, seen: View, at: int) -> Held | None:
    """«ont quitté X et se sont repliés vers Y»: what is left was told before, Y is where they go."""
    names = [i for i in range(at) if seen.codes[i] == "P"]
    towns = [i for i in names if (where := where_at(seen, i)) is not None and where.place.level != "country"]
    if names:
        name = (towns or names)[-1]  # «à Inates, au Niger, … avant de s'en retirer»
        held = held_at(analysis, seen, name, name, None, name)
        return held._replace(extent="whole") if held.extent == "part" else held  # others «sont entrés dans X»
    where, unit = told_before(analysis, seen.clause), seen.clause.units[at]
    return Held(where, unit.start, unit.end, "whole", None) if where else None


def relative(analysis: Analysis, seen: View, fit: Fit) -> Held | None:
    """«les villes qu'il tenait encore», «l'avait repris»: the object stands before the subject, or is a clitic."""
    at = fit.roles["act"]
    actor = min(fit.roles.get("actor", at), at)  # «la dernière ville que tenait X»
    if _OF_ITS_OWN.match(seen.codes, at + 1):
        return clitic(analysis, seen, at)
    share = re.compile(r"[rlqd]{0,4}[qQl][%m]").match(seen.codes, at + 1)
    of_which = re.compile(r"P[^.;:PVK]{0,6},?b$").search(seen.codes, 0, actor)
    if share is not None and of_which is not None:
        held = held_at(analysis, seen, at + 1, share.end() - 1, None, None)
        return held._replace(where=where_at(seen, of_which.start()), named=True)
    back = re.compile(r"(?P<noun>n)?[^.;:VKn]{0,8}?,?c[lr]{0,2}$").search(seen.codes, 0, actor)
    besieged = re.compile(r"Q[oPd]{0,3},?c[lr]{0,2}$").search(seen.codes, 0, actor)
    if besieged is not None and seen.values[at] == "besieges":
        unit = seen.clause.units[at]
        where = named_before(analysis, seen, unit.start, unit.end)
        return Held(where, unit.start, unit.end, "whole", None) if where else None
    if back is not None and ("P" in back[0] or back["noun"]):
        described = described_name(seen, seen.codes.rfind("c", 0, actor))
        if described is not None:  # «X, localité proche du Liban, que tenait Y»
            return held_at(analysis, seen, described, described, None, described)
        noun = back.start("noun") if back["noun"] else None
        place = seen.codes.rfind("P", back.start(), actor)
        return held_at(
            analysis, seen, back.start(), place if place > 0 else back.start(), noun, place if place >= 0 else None
        )
    return clitic(analysis, seen, at)


def clitic(analysis: Analysis, seen: View, at: int) -> Held | None:
    """«L'armée l'a repris», «elle en a pris le contrôle», «avant d'en être délogé»: the place told last."""
    found = re.compile(r"(?P<word>[yli])[xX]?[rg]?$").search(seen.codes, 0, at)
    if found is None or seen.clause.units[found.start()].low not in CLITICS:
        return None
    of_it = seen.codes[at] == "I" and seen.clause.units[found.start()].low == "en"  # «sont parvenus à en reprendre»
    if (seen.codes[found.start() - 1 : found.start()] in ("e", "i") and not of_it) or (
        found["word"] == "l" and seen.codes[found.start() - 1] == "d"
    ):
        return None
    here = seen.codes.rfind("P", 0, found.start())
    told = told_before(analysis, seen.clause)
    where = where_at(seen, here) if here >= 0 else told
    unit = seen.clause.units[at]
    if where is None or (here < 0 and _around_somebody(seen, at)):
        return None
    much = _MUCH.match(seen.codes, at + 1)
    if much is None:
        return Held(where, unit.start, unit.end, "whole", None)
    last = much.end() - 1
    extent, share = extent_of(seen, at + 1, last, None, None), share_of(seen, at + 1, last)
    return Held(where, unit.start, seen.clause.units[last].end, extent, share)


def _around_somebody(seen: View, at: int) -> bool:
    """«un kamikaze s'est fait exploser au moment où la police l'encerclait»: a man, no town."""
    units = seen.clause.units[:at]
    single = (i for i, u in enumerate(units) if u.code == "V" and i and units[i - 1].code in "ql")
    return seen.values[at] == "besieges" and any(not units[i].low.endswith(("s", "x")) for i in single)
