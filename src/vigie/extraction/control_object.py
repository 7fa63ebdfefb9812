"""What is held: the place that a word of control is about, how much of it, and its share in per cent."""

import re

from .analysis import Analysis
from .control_driven import driven, relative_from
from .control_earlier import clitic, described_name, last_one, relative, withdrawn
from .control_extent import PART_WORDS, extent_of
from .control_held import Held, held_at, place_of
from .control_place import told_before
from .lands import control_words
from .parties import View
from .rule_tables import objects
from .rules import Fit

_FELL = re.compile(r"F[rT,]{1,3}$")  # «X, au nord de Y, est tombée mardi aux mains de Z»: what fell
_BESIDE = re.compile(r"P,[lqjrQ]{0,4}[oj]?$")  # «la province de X, l'ultime grand bastion de Y»
_LYING = re.compile(r"P[oaj]{0,2},(?:ed?l?)?(?P<at>P),[lqjrQ]{0,4}[oj]?$")  # «X, à l'est de Y, bastion de Z»
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
_AHEAD = re.compile(
    r"[^.;:VxX]{0,40}?,[lq\"]{0,2}[or]?(?:(?P<place>P)|(?P<noun>n))"
)  # «Tombé aux mains de Y, le camp de X»
# «10 % de la ville», «la moitié des provinces du pays»
_SHARE_OF = re.compile(r"(?:[qQ]|l)[oj]?[m%][oj]?d[lq]?(?:n[oj]?d[lq]?)?$")
_TOWN_OF = re.compile(r"(?P<noun>n)[oj]{0,2}d[lq]?$")
_BACK = re.compile(
    r"(?P<listed>P),Q[hrj]{0,2}n[oaj]{0,2}$|"
    r"(?:(?P<place>P)[oajUhr\"(),-]{0,4}[qlhr]{0,3})?(?P<noun>[nB])[^.;:VKRnP]{0,12}?$"
    r"|(?P<aside>n)[oj]{0,2},[^.;:n]{1,60}?,[xX][Xrg]{0,2}$"
    r"|(?P<far>[nB])[oajr\"(]{0,3}(?:[de]?l?P)?[^.;:VKRnP]{0,12}?$"
    r"|(?P<only>P)[^.;:VKRnP]{0,14}?$"
)


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
        return driven(analysis, seen, at)
    if how in ("entered", "pulled"):
        return _after(analysis, seen, at, how)
    if seen.values[at] == "withdrew" and (held := withdrawn(analysis, seen, at)):
        return held
    ahead = _after(analysis, seen, at, how)
    if ahead is None and seen.codes[at] == "E":
        ahead = relative_from(analysis, seen, at)
    return ahead or (relative(analysis, seen, fit) if how == "after" else clitic(analysis, seen, at))


def _after(analysis: Analysis, seen: View, at: int, how: str) -> Held | None:
    match = objects("fr", "control")[how].match(seen.codes, at + 1)
    if match is None:
        return None
    noun = match.start("noun") if match.groupdict().get("noun") else None
    if noun is None:
        return held_at(analysis, seen, at + 1, match.end() - 1, None, match.end() - 1)
    place = place_of(seen, noun)
    return held_at(analysis, seen, at + 1, place or noun, noun, place)


def _behind(analysis: Analysis, seen: View, end: int) -> Held | None:
    """«bastion de l'EI de Raqa»: the name that follows."""
    match = re.compile(r"(?:,?d|,)?[l\"]{0,2}P").match(seen.codes, end)
    return held_at(analysis, seen, end, match.end() - 1, None, match.end() - 1) if match else None


def _before(analysis: Analysis, seen: View, at: int) -> Held | None:
    """«Saraqeb, une autre ville d'Idleb reconquise»: the noun that the participle is about, and its name."""
    fell = _FELL.search(seen.codes, 0, at)
    at = fell.start() if fell else at
    seat = _SEAT.search(seen.codes, 0, at)
    if seat is not None:
        return held_at(analysis, seen, seat.start(), seat.start(), None, seat.start())
    town = last_one(analysis, seen, at)
    if town is not None:
        return town
    subject = _SUBJECT.search(seen.codes, 0, at) or _HEADED.fullmatch(seen.codes, 0, at)
    if subject is not None:
        noun = subject.start("noun") if subject["noun"] else None
        place = subject.start("place") if noun is None else place_of(seen, noun)
        head = place if noun is None else noun
        return held_at(analysis, seen, head or 0, head or 0, noun, place)
    described = described_name(seen, at)
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
    if seen.clause.units[noun].low == "pays" and (head_noun := _TOWN_OF.search(seen.codes, 0, noun)) is not None:
        noun = head_noun.start("noun")  # «X, deuxième ville du pays, tenue par»
    whole = _SHARE_OF.search(seen.codes, 0, noun)
    if whole is not None and seen.clause.units[noun].low in ("pays", "ville", "province", "région", "territoire"):
        return held_at(analysis, seen, whole.start(), noun, noun, None)
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
