"""What is held: the place that a word of control is about, how much of it, and its share in per cent."""

import re
from typing import NamedTuple

from vigie.places.lexicon import lexicon as place_words
from vigie.places.parts import part_of
from vigie.values.claim import Extent

from .analysis import Analysis
from .control_extent import OF_A_PART, PART_WORDS, extent_of, share_of, where_at
from .control_place import place_of_noun, told_before
from .lands import control_words
from .parties import View
from .rule_tables import objects
from .rules import Fit
from .setting import Where, place_before, place_in_clause

CLITICS = frozenset({"l'", "la", "le", "les", "y", "en"})
SIDES = {
    "orientale": "est", "oriental": "est", "orientaux": "est", "septentrionale": "nord", "septentrional": "nord",
    "occidentale": "ouest", "occidental": "ouest", "occidentaux": "ouest", "méridionale": "sud", "méridional": "sud",
}  # fmt: skip
_LISTED = re.compile(r"(?:P,l?){0,3}P[te]d?l?$")
_BESIDE = re.compile(r"P,[lqjrQ]{0,4}[oj]?$")  # «la province de X, l'ultime grand bastion de Y»
_LYING = re.compile(r"P[oaj]{0,2},(?:ed?l?)?(?P<at>P),[lqjrQ]{0,4}[oj]?$")  # «X, à l'est de Y, bastion de Z»
_OUT_OF_IT = re.compile(r"[iy]x[rgT]{0,2}$")  # «en avoir chassé», «en a délogé»
# «se sont repliés à X», «dans des districts voisins», «sans combattre à 20 km de là»
_WHERE_TO = re.compile(r"[rT\"]{0,2}(?:io[T,]?)?[ei](?:[lqQhr\"]{0,3}[oj]?[Pn]|lo[nP]|Q[hr]?d?[om])")
_SEAT = re.compile(
    r"(?P<seat>P),[lqjr]{0,3}B[^.;:,VK]{1,14},[xXrg]{0,3}$"
)  # «X, dernier bastion de Y dans l'ouest, repris»
# «X, dernière ville tenue par Y, a été reprise»: the subject of a passive, whatever its apposition tells
_SUBJECT = re.compile(
    r"(?<![pdeib])(?<![pdeib][lq\"])(?:(?P<place>P)|(?P<noun>n)[oj]{0,2}(?:d?l?P)?)[oaj]{0,2},[^.;:]{1,90}?[KRVS][^.;:]{0,30}?,(?:x?X)[rgT]{0,3}$"
)
# «X, frontalière du Cameroun, est aux mains de»: what heads the clause, whatever lies near it
_HEADED = re.compile(
    r"[lq\"oaj]{0,3}(?:(?P<noun>n)[oj]{0,2}(?:d?l?P)?|(?P<place>P))[oaj]{0,2},[^.;:,VK]{1,30},[rT]{0,2}x?X[rgT]{0,3}"
)
# «X, capitale de Y, tenue par», «X, à 40 km de Y, tenue par»: where it lies, and what it is, stand between
_DESCRIBED = re.compile(
    r"(?P<place>P)[oaj]{0,2},(?:[lq]?[rj]{0,2}[nBo][oj]{0,2}(?:d[lq]?[oj]?P|(?P<far>P))|(?P<lying>P)|o[ei]d?l?P),?t?[orT]{0,2}$"
)
_WHO = re.compile(r"[l\"rdqQhT]{0,4}(?P<who>A)[oajU]{0,3}(?:\([AU]\))?(?:i?d|i)[l\"Qqh]{0,2}(?:P|[oj]{0,2}(?P<noun>n))")
# «chassé de X les jihadistes», «chassé de la ville le Y», «chassé de X»
_OUT_OF = re.compile(r"T?d[l\"]?(?:(?P<place>P)|(?P<noun>n))T?(?:[l\"]{1,2}(?P<who>A))?")
_AHEAD = re.compile(
    r"[^.;:VxX]{0,40}?,[lq\"]{0,2}[or]?(?:(?P<place>P)|(?P<noun>n))"
)  # «Tombé aux mains de Y, le camp de X»
_BACK = re.compile(
    r"(?P<listed>P),Q[hrj]{0,2}n[oaj]{0,2}$|"
    r"(?:(?P<place>P)[oajUhr\"(),-]{0,4}[qlhr]{0,3})?(?P<noun>[nB])[^.;:VKRnP]{0,12}?$"
    r"|(?P<aside>n)[oj]{0,2},[^.;:n]{1,60}?,[xX][Xrg]{0,2}$"
    r"|(?P<far>[nB])[oajr\"(]{0,3}(?:[de]?l?P)?[^.;:VKRnP]{0,12}?$"
    r"|(?P<only>P)[^.;:VKRnP]{0,14}?$"
)


class Held(NamedTuple):
    """The thing held: its place, the words for it, how much of it (whole | part | outskirts | facility), its share.

    `driven` is the unit of who was driven out of it, `more` what else is told in one breath, `noun` the letter of
    the noun for it; `named` where it has a name of its own.
    """

    where: Where | None
    start: int
    end: int
    extent: Extent
    share: float | None
    driven: int | None = None
    more: tuple["Held", ...] = ()
    noun: str = ""
    named: bool = False


def find_held(analysis: Analysis, seen: View, fit: Fit, how: str) -> Held | None:
    """The object of the act; None where what is taken, held or left is no place."""
    at = fit.roles["act"]
    if how == "before":
        held = _before(analysis, seen, at)
        near = " ".join(u.low for u in seen.clause.units[max(0, at - 3) : at])
        return held._replace(extent="part") if held and held.extent == "whole" and PART_WORDS.search(near) else held
    if how == "near":
        beside = _lying(seen, at) or _BESIDE.search(seen.codes, 0, at)
        next_to = held_at(analysis, seen, beside.start(), beside.start(), None, beside.start()) if beside else None
        return _behind(analysis, seen, fit.end) or next_to or _before(analysis, seen, at) or _this(analysis, seen, at)
    if how == "named":
        held = _after(analysis, seen, at, "after")
        return None if held is None or (held.noun == "B" and not held.named) else held
    if how == "there":
        return Held(None, seen.clause.units[at].start, seen.clause.units[at].end, "whole", None)
    if how == "driven":
        return _driven(analysis, seen, at)
    if how in ("entered", "pulled"):
        return _after(analysis, seen, at, how)
    from_it = seen.clause.units[at].low.startswith("s'en ")  # «avant de s'en retirer»
    if seen.values[at] == "withdrew" and (from_it or _WHERE_TO.match(seen.codes, at + 1)):
        act = seen.clause.units[at]
        return _left(analysis, seen, at) or Held(None, act.start, act.end, "whole", None)
    ahead = _after(analysis, seen, at, how)
    if ahead is None and seen.codes[at] == "E":
        ahead = _relative_from(analysis, seen, at)
    return ahead or (_relative(analysis, seen, fit) if how == "after" else _clitic(analysis, seen, at))


def held_at(analysis: Analysis, seen: View, first: int, last: int, noun: int | None, place: int | None) -> Held:
    units = seen.clause.units
    start, end = units[first].start, units[last].end
    where = _side(seen, first, place) if place is not None else _where_is(analysis, seen, start, end, noun)
    more = _more(seen, place) if place is not None else ()
    return Held(
        where,
        start,
        end,
        extent_of(seen, first, last, noun, place),
        share_of(seen, first, last),
        None,
        more,
        seen.codes[noun] if noun is not None else "",
        place is not None,
    )


def _more(seen: View, place: int) -> tuple["Held", ...]:
    """«de X à Y», «X, Y et Z ont été repris»: told in one breath before it (control_lists.py reads on behind it)."""
    behind = _LISTED.search(seen.codes, 0, place)
    if behind is None or OF_A_PART.search(seen.codes, 0, behind.start()):
        return ()  # «une partie du nord et du nord-est» is one
    found = [where_at(seen, i) for i in range(behind.start(), place) if seen.codes[i] == "P"]
    return tuple(Held(w, w.start, w.end, "whole", None, named=True) for w in found if w is not None)


def _side(seen: View, first: int, place: int) -> Where | None:
    """«la partie orientale d'Alep»: the adjective tells which side of a town."""
    first = min(first, place - 3)
    where, words = where_at(seen, place), [u.low for u in seen.clause.units[max(0, first) : place]]
    side = next((SIDES[w] for w in words if w in SIDES), None)
    if where is None or side is None or where.place.level not in ("town", "quarter"):
        return where
    return where._replace(place=part_of(place_words(), where.place, side, False))


def _where_is(analysis: Analysis, seen: View, start: int, end: int, noun: int | None) -> Where | None:
    if noun is None:
        return _named_before(analysis, seen, start, end)
    return place_of_noun(analysis, seen.clause, seen.clause.units[noun], start, end)


def _named_before(analysis: Analysis, seen: View, start: int, end: int) -> Where | None:
    """«la ville», «36 villages»: the place that the sentence, else the one before it, speaks of."""
    return place_in_clause(analysis, seen.clause, start, end) or place_before(analysis, seen.clause)


def _after(analysis: Analysis, seen: View, at: int, how: str) -> Held | None:
    match = objects("fr", "control")[how].match(seen.codes, at + 1)
    if match is None:
        return None
    noun = match.start("noun") if match.groupdict().get("noun") else None
    if noun is None:
        return held_at(analysis, seen, at + 1, match.end() - 1, None, match.end() - 1)
    place = place_of(seen, noun)
    return held_at(analysis, seen, at + 1, place or noun, noun, place)


def place_of(seen: View, noun: int) -> int | None:
    """«la localité stratégique de Suluk», «des villages près de la frontière turque»: the place that says which."""
    match = re.compile(r"[oajurihU\"(]{0,3}(?:p[lro]{0,2}A)?[,de]?[l\"(]{0,2}P").match(seen.codes, noun + 1)
    return match.end() - 1 if match else None


def _behind(analysis: Analysis, seen: View, end: int) -> Held | None:
    """«bastion de l'EI de Raqa»: the name that follows."""
    match = re.compile(r"(?:,?d|,)?[l\"]{0,2}P").match(seen.codes, end)
    return held_at(analysis, seen, end, match.end() - 1, None, match.end() - 1) if match else None


def _before(analysis: Analysis, seen: View, at: int) -> Held | None:
    """«Saraqeb, une autre ville d'Idleb reconquise»: the noun that the participle is about, and its name."""
    seat = _SEAT.search(seen.codes, 0, at)
    if seat is not None:
        return held_at(analysis, seen, seat.start(), seat.start(), None, seat.start())
    subject = _SUBJECT.search(seen.codes, 0, at) or _HEADED.fullmatch(seen.codes, 0, at)
    if subject is not None:
        noun = subject.start("noun") if subject["noun"] else None
        place = subject.start("place") if noun is None else place_of(seen, noun)
        head = place if noun is None else noun
        return held_at(analysis, seen, head or 0, head or 0, noun, place)
    described = _head(seen, at)
    if described is not None:
        return held_at(analysis, seen, described, described, None, described)
    back = _BACK.search(seen.codes, 0, at)
    ahead = _AHEAD.match(seen.codes, at + 1) if back is None and at <= 2 else None
    if ahead is not None:
        noun = ahead.start("noun") if ahead["noun"] else None
        place = ahead.start("place") if noun is None else place_of(seen, noun)
        return held_at(analysis, seen, noun if noun is not None else place or 0, place or noun or 0, noun, place)
    if back is None:
        return _told_before(analysis, seen, at)
    if back["only"]:
        name = _apposed(seen, back.start("only"))
        share = re.compile(r"[qQ]?[m%][oja]?d?[lq]?$").search(seen.codes, 0, name)
        return held_at(analysis, seen, share.start() if share else name, back.start("only"), None, name)
    if back["listed"]:  # «X et Y, deux villes tenues par Z»
        return held_at(analysis, seen, back.start("listed"), back.start("listed"), None, back.start("listed"))
    noun = next(back.start(name) for name in ("noun", "aside", "far") if back[name])
    place = back.start("place") if back["place"] else place_of(seen, noun)
    place = place if place is not None and place < at else None
    first, last = (noun, noun) if place is None else (min(noun, place), max(noun, place))
    return held_at(analysis, seen, first, last, noun, place)


def _lying(seen: View, at: int) -> re.Match[str] | None:
    """A name with where it lies behind it; in a list of two names, or within a province, the last one is meant."""
    found = _LYING.search(seen.codes, 0, at)
    if found is None:
        return None
    name = found.start("at")
    low = seen.clause.units[name].low
    lies = low.startswith(control_words("lies")) and not low.startswith("dans")
    return found if seen.codes[name - 1] != "," or lies else None


def _head(seen: View, at: int) -> int | None:
    """The name that a description behind it is of."""
    found = _DESCRIBED.search(seen.codes, 0, at)
    far = found and (found.start("far") if found["far"] else found.start("lying") if found["lying"] else None)
    lies = far is None or seen.clause.units[far].low.startswith(control_words("lies"))
    return found.start("place") if found and lies else None


def _this(analysis: Analysis, seen: View, at: int) -> Held | None:
    """«… des cibles dans ce bastion de l'EI»: the place that was just spoken of."""
    unit = seen.clause.units[at]
    meant = any(u.low in ("ce", "cet", "cette") for u in seen.clause.units[max(0, at - 2) : at])
    where = told_before(analysis, seen.clause) if meant else None
    return Held(where, unit.start, unit.end, "whole", None) if where else None


def _apposed(seen: View, place: int) -> int:
    """«Saraqeb, une autre ville d'Idleb reconquise»: the name before a place that is only described."""
    outside = re.compile(r"P\([^()]*$").search(seen.codes, 0, place)
    outside = outside or re.compile(r"P(?:,[ie][lqr]{0,2}P)+,$").search(seen.codes, 0, place + 2)
    if outside:
        return outside.start()
    described = seen.clause.units[place].low.startswith(
        (
            "ville",
            "localité",
            "village",
            "quartier",
            "bourg",
            "province",
            "région",
            "territoire",
            "une ",
            "la ville",
            "dernière",
        )
    )
    before = re.compile(r"P,[ql]?[hr]{0,2}$").search(seen.codes, 0, place) if described else None
    return before.start() if before else place


def _told_before(analysis: Analysis, seen: View, at: int) -> Held | None:
    """«Le site a été occupé avant d'être repris», «son chef-lieu est tenu par»: what was spoken of before."""
    if (
        re.compile(r"X[rgT]{0,2}$|idF[T,ior]{0,4}$").search(seen.codes, 0, at) is None
        or seen.clause.units[at].code != "C"
    ):
        return None
    match = re.compile(r"P[^.;:]{0,40}?$").search(seen.codes, 0, at)
    if match:
        return held_at(analysis, seen, match.start(), match.start(), None, match.start())
    unit = seen.clause.units[at]
    where = told_before(analysis, seen.clause)
    return Held(where, unit.start, unit.end, extent_of(seen, at, at, None, None), None) if where else None


def _left(analysis: Analysis, seen: View, at: int) -> Held | None:
    """«ont quitté X et se sont repliés vers Y»: what is left was told before, Y is where they go."""
    names = [i for i in range(at) if seen.codes[i] == "P"]
    towns = [i for i in names if (where := where_at(seen, i)) is not None and where.place.level != "country"]
    if names:
        name = (towns or names)[-1]  # «à Inates, au Niger, … avant de s'en retirer»
        held = held_at(analysis, seen, name, name, None, name)
        return held._replace(extent="whole") if held.extent == "part" else held  # others «sont entrés dans X»
    where, unit = told_before(analysis, seen.clause), seen.clause.units[at]
    return Held(where, unit.start, unit.end, "whole", None) if where else None


def _driven(analysis: Analysis, seen: View, at: int) -> Held | None:
    """«a chassé les rebelles de Cheikh Miskin»: who, and from where; «d'où ils les avaient chassés»."""
    match = _WHO.match(seen.codes, at + 1)
    if match is None:
        return _driven_from(analysis, seen, at) or _relative_from(analysis, seen, at)
    noun = match.start("noun") if match["noun"] else None
    place = place_of(seen, noun) if noun is not None else match.end() - 1
    held = held_at(analysis, seen, match.end() - 1, place or match.end() - 1, noun, place)
    return held._replace(driven=match.start("who"))


def _driven_from(analysis: Analysis, seen: View, at: int) -> Held | None:
    """«a chassé de Syrte les jihadistes», «après en avoir chassé les jihadistes»: from where stands before who."""
    ahead = _OUT_OF_IT.search(seen.codes, 0, at)
    who = re.compile(r"T?[l\"]{1,2}(?P<who>A)").match(seen.codes, at + 1)
    having = ahead is not None and seen.clause.units[ahead.start() + 1].low in ("avoir", "ayant")
    if (
        ahead
        and having
        and who
        and seen.clause.units[ahead.start()].low == "en"
        and (held := _left(analysis, seen, at))
    ):
        return held._replace(driven=who.start("who"))
    match = _OUT_OF.match(seen.codes, at + 1)
    if match is None:
        return None
    driven = match.start("who") if match["who"] else _driven_before(seen, at)
    noun = match.start("noun") if match["noun"] else None
    place = match.start("place") if match["place"] else None
    first = place if noun is None else noun
    if driven is None or first is None:
        return None
    return held_at(analysis, seen, first, first, noun, place)._replace(driven=driven)


def _driven_before(seen: View, at: int) -> int | None:
    """«Boko Haram, que l'armée dit avoir chassé de X»."""
    found = re.compile(r"(?P<who>A)[oajU]{0,3},?c[l\"]?A[^.;:]{0,14}$").search(seen.codes, 0, at)
    return found.start("who") if found else None


def _relative_from(analysis: Analysis, seen: View, at: int) -> Held | None:
    match = re.compile(r"(?P<place>P)[^.;:]{0,6}?(?:d?c|b)[^.;:]{0,14}?$").search(seen.codes, 0, at)
    if match:
        return held_at(analysis, seen, match.start("place"), match.start("place"), None, match.start("place"))
    if re.compile(r"dc[^.;:]{0,14}?$").search(seen.codes, 0, at) is None:
        return None
    unit = seen.clause.units[at]
    where = _named_before(analysis, seen, unit.start, unit.end)
    return Held(where, unit.start, unit.end, "whole", None) if where else None


def _relative(analysis: Analysis, seen: View, fit: Fit) -> Held | None:
    """«les villes qu'il tenait encore», «l'avait repris»: the object stands before the subject, or is a clitic."""
    at = fit.roles["act"]
    actor = min(fit.roles.get("actor", at), at)  # «la dernière ville que tenait X»
    share = re.compile(r"[rlqd]{0,4}[qQl][%m]").match(seen.codes, at + 1)
    of_which = re.compile(r"P[^.;:PVK]{0,6},?b$").search(seen.codes, 0, actor)
    if share is not None and of_which is not None:
        held = held_at(analysis, seen, at + 1, share.end() - 1, None, None)
        return held._replace(where=where_at(seen, of_which.start()), named=True)
    back = re.compile(r"(?P<noun>n)?[^.;:VKn]{0,8}?,?c[lr]{0,2}$").search(seen.codes, 0, actor)
    besieged = re.compile(r"Q[oPd]{0,3},?c[lr]{0,2}$").search(seen.codes, 0, actor)
    if besieged is not None and seen.values[at] == "besieges":
        unit = seen.clause.units[at]
        where = _named_before(analysis, seen, unit.start, unit.end)
        return Held(where, unit.start, unit.end, "whole", None) if where else None
    if back is not None and ("P" in back[0] or back["noun"]):
        described = _head(seen, seen.codes.rfind("c", 0, actor))
        if described is not None:  # «X, localité proche du Liban, que tenait Y»
            return held_at(analysis, seen, described, described, None, described)
        noun = back.start("noun") if back["noun"] else None
        place = seen.codes.rfind("P", back.start(), actor)
        return held_at(
            analysis, seen, back.start(), place if place > 0 else back.start(), noun, place if place >= 0 else None
        )
    return _clitic(analysis, seen, at)


def _clitic(analysis: Analysis, seen: View, at: int) -> Held | None:
    """«L'armée l'a repris», «elle en a pris le contrôle», «avant d'en être délogé»: the place told last."""
    clitic = re.compile(r"(?P<word>[yli])[xX]?[rg]?$").search(seen.codes, 0, at)
    if clitic is None or seen.clause.units[clitic.start()].low not in CLITICS:
        return None
    if seen.codes[clitic.start() - 1 : clitic.start()] in ("e", "i") or (
        clitic["word"] == "l" and seen.codes[clitic.start() - 1] == "d"
    ):
        return None
    here = seen.codes.rfind("P", 0, clitic.start())
    told = told_before(analysis, seen.clause)
    where = where_at(seen, here) if here >= 0 else told
    unit = seen.clause.units[at]
    much = re.compile(r"[qlr]{1,2}[oj]?m").match(seen.codes, at + 1)
    extent = extent_of(seen, at + 1, much.end() - 1, None, None) if much else "whole"
    return Held(where, unit.start, unit.end, extent, None) if where else None
