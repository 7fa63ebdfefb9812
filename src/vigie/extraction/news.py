"""Level 5: whether an act is told as something that took place, or only spoken of: habits, fears, trials,
wars in general.
"""

import re

from vigie.times.anchors import wars
from vigie.values import Interval

from .acts import Act, unnamed
from .analysis import Analysis
from .crowds import DEMONSTRATIONS, DISPERSED, EXCESSIVE, MOB, PEACEFUL, RIOT
from .cues import among, told
from .event_types import FAMILIES
from .events import LOOTING, Happening
from .setting_span import counted_over
from .setting_time import NEWS
from .sides import of_state
from .units import Unit

_LONG = 45  # days: what lasts longer is a state of things, unless its two sides are told
_WEEK = 7  # days
_WEEKS = 12  # days: «ces deux dernières semaines» is still news of a fight
_CROWDS = DEMONSTRATIONS - {EXCESSIVE, DISPERSED}
_QUIET = frozenset({"Peaceful protest", "Arrests", "Violent demonstration", "Sexual violence", LOOTING})
_CHANGE = "Change to group/activity"
_ALONE = frozenset({RIOT, _CHANGE})  # a crowd's riot, a state overthrown by its own
_PUT_DOWN = DEMONSTRATIONS - {PEACEFUL}
_ENOUGH = 3
_ASSAULTS = frozenset({"attack", "assault", "Attack"})
_OPENS = re.compile(r"(?:^|[.:;(-])[rojQ]?$")
_THEY_DO = re.compile(r"w[rgsy]{0,3}(?:[FkK][^.;:xXK]{0,10}(?:,|t|,t)[rgsy]{0,2}){0,2}$")
_UNKNOWN_PLACE = re.compile(r"[^.;:,EFGkcw]{0,5}?e[lo]{0,2}U")  # «sont échangés à Taza»
_PLACE_BEHIND = re.compile(r"[^.;:,EFGkcwP]{0,5}?P")  # «incendiées dans les villages de X»
_MANY = 1000  # dead
_VAST = 1500  # km: «en Afrique» is no place of an act


def _around(act: Act, back: int, ahead: int) -> list[Unit]:
    """The units of the clause beside the act's word, up to the next mark that ends a sentence."""
    clause, at = act.seen.clause, act.seen.at
    return clause.units[max(0, at - back) : at] + clause.units[at + 1 : at + 1 + ahead]


def _background(act: Act, published: Interval | None) -> bool:
    """It is told with a day more than two weeks before publication."""
    return (
        published is not None and act.own_time and act.when is not None and act.when.interval.end < published.end - NEWS
    )


def _does_often(act: Act) -> bool:
    """«où frappe souvent la coalition»: a verb without a past, and a word of habit beside it."""
    return act.seen.rule != "event.noun" and done(act) == 1 and told("habit", _around(act, 2, 3))


def _to_come(act: Act, published: Interval | None) -> bool:
    return published is not None and act.when is not None and act.own_time and act.when.interval.start > published.end


def done(act: Act) -> int:
    """A verb in the past tells that it was done; a noun needs a word beside it that says so."""
    seen = act.seen
    if seen.rule == "event.noun":
        days = act.when.interval.days if act.own_time and act.when is not None else _LONG
        many = days <= _WEEKS and seen.clause.codes[max(0, seen.at - 2) : seen.at] == "od"  # «mené une série de raids»
        return int(told("occurs", _around(act, 4 + many, 9)) or _besets(act) or _headed(act) or _undergone(act))
    helpers = seen.clause.codes[max(0, seen.at - 5) : seen.at]
    if seen.clause.codes[seen.at] == "W":
        helpers = seen.clause.codes[seen.at + 1 : seen.at + 4]  # «un véhicule piégé a explosé»
    return 2 if set(helpers) & {"x", "X"} or seen.rule == "event.killing" else 1


def _besets(act: Act) -> bool:
    """«est en proie depuis lundi à des émeutes», «était en proie aux combats»: on a day, or as the story is told."""
    then = told("then_beset", _around(act, 7, 0))
    return told("besets", _around(act, 6, 0)) and (act.own_time or then)


def _undergone(act: Act) -> bool:
    """«le convoi a été visé par des tirs», «a essuyé des tirs»; «appuyés par des frappes de la coalition»."""
    before = _around(act, 4, 0)
    return any(u.code == "L" and u.value == "undergo" for u in before) or told("backed", before)


def _headed(act: Act) -> bool:
    """«Frappe sur la tour», «6 avril: assaut contre la résidence»: a noun without an article opens its sentence."""
    return not act.seen.plural and _OPENS.search(act.clause.codes[: act.seen.at]) is not None


def _placed(act: Act) -> int:
    """A place of its own weighs most, one that no table has the same, a continent nothing."""
    if act.own_place and act.where is not None:
        return 2 if act.where.place.km < _VAST else 0
    behind = _PLACE_BEHIND.match(act.clause.codes, act.seen.at + 1)
    place = act.clause.units[behind.end() - 1].place if behind is not None else None
    unknown = place is not None and place.rule == "unknown"
    return 2 * (unknown or _UNKNOWN_PLACE.match(act.clause.codes, act.seen.at + 1) is not None)


def _timed(act: Act) -> bool:
    """It has a day of its own, or words for one that a text without a date leaves open («ce matin»)."""
    days = (unit.time for unit in _around(act, 6, 8) if unit.time is not None)
    return act.own_time or (act.when is None and any(time.interval is None for time in days))


def _told(act: Act) -> int:
    """How much the words say; habits, fears and trials weigh against it."""
    seen, took_place = act.seen, max(act.done, done(act))
    given = (
        _placed(act)
        + _timed(act)
        + (act.named and act.type not in _CROWDS)
        + (act.sure and bool(act.target))
        + 2 * bool(act.figures)
        + took_place
    )
    given += act.raw == {"Armed clash"} and told("lasts", _around(act, 3, 4)) and _timed(act)
    given += (
        (seen.target is not None or (seen.struck is not None and seen.rule == "event.verb"))
        + (seen.count is not None or act.tellings > 2)
        + (seen.rule == "event.verb" and not act.raw <= FAMILIES)
    )
    bare = seen.plural and not act.figures and not took_place
    against = 2 * bare + (bare and told("habit", _around(act, 3, 7))) + 2 * told("unreal", _around(act, 5, 2))
    return given - against - 3 * _tried(act) - seen.weak


def _tried(act: Act) -> bool:
    """The act is a charge, a file, a memory: «inculpé pour 23 meurtres», «l'enquête sur les attentats»."""
    if act.type == "Arrests":
        return False
    named = act.own_time or (act.own_place and bool(act.by))
    near = _around(act, 12 if act.clause.codes[act.seen.at] == "D" else 6, 5)
    near = [unit for unit in near if unit.value != "officials" and not _went_on(act, unit)]
    return told("legal", _but_suspects(act, near)) and not (act.figures and named)


def _but_suspects(act: Act, near: list[Unit]) -> list[Unit]:
    """«l'armée a tué cinq suspects», «le suspect a été abattu par la police»: forces fought them; no court did."""
    fought = act.type == "Armed clash" and bool(act.by)
    return [unit for unit in near if not (fought and told("suspected", [unit]))]


def _went_on(act: Act, unit: Unit) -> bool:
    """«…», a poursuivi le témoin: he went on speaking, and prosecuted nobody."""
    if unit.code != "L":
        return False
    at = act.clause.units.index(unit)
    return act.clause.codes[max(0, at - 2) : at].strip("gr").endswith("x")


def _charged(act: Act) -> bool:
    """«condamné pour avoir tué»: a killing before a court; «un responsable» is somebody."""
    near = [unit for unit in _around(act, 9, 5) if unit.value not in ("officials", "court")]
    near = _but_suspects(act, near)
    if act.by and not any(map(unnamed, act.by)):
        near = [unit for unit in near if not told("accuses", [unit])]  # «l'ONU accuse X d'avoir tué 30 civils»
    return told("legal", near)


def newsworthy(act: Act, analysis: Analysis) -> bool:
    """Told as something that happened: it harmed somebody, or the words give enough of where, when, by whom,
    on whom.
    """
    published = analysis.published
    if _barely(act) or _to_come(act, published) or _of_a_report(analysis, act):
        return False
    if act.clause.codes[act.seen.at] == "D" and act.seen.definite and not (act.own_place or act.own_time):
        return False
    if (act.seen.rule == "event.killing" and act.type != MOB and _charged(act)) or (_tried(act) and act.seen.plural):
        return False
    usual = act.seen.plural and told("habit", _around(act, 6, 5)) and not _besets(act)
    if not act.own_time and (usual or _does_often(act)):
        return False
    if not act.own_time and any(u.code == "T" and told("of_years", [u]) for u in _around(act, 8, 8)):
        return False
    if (told("repression", [act.clause.units[act.seen.at]]) and not act.own_time) or _state_of_things(act):
        return False
    if _only_heard(act) or _recalled(act) or _statistic(act) or _reference(act, published) or _toll_of_war(act):
        return False
    if act.type == "Arrests" and not (act.figures or act.target or (act.own_place and act.own_time)):
        return False
    if act.raw == {"operation"} and not act.figures and not (act.named and (act.target or act.own_place)):
        return False
    if _background(act, published):
        return _dated_well(act) and _told(act) >= _ENOUGH + 1
    if _endless(act) and not (act.type == "Armed clash" and act.named and act.sure) and not _tallied(act):
        return False
    answered = act.seen.reply and act.named  # «l'armée a répliqué par des frappes»: where and when is told before it
    return (bool(act.figures) and not _tried(act)) or answered or _told(act) >= _ENOUGH


def _of_a_report(analysis: Analysis, act: Act) -> bool:
    """«Les combats au sol ont fait 300 morts», in a report on six months: by what so many died, and no act."""
    apart = act.own_time or act.own_place or act.seen.rule == "event.killing"
    return not apart and counted_over(analysis, act.clause) is not None


def _recalled(act: Act) -> bool:
    """«des manifestants opposés au putsch»: nobody is told to overthrow anybody now."""
    before, behind = act.clause.codes[: act.seen.at], act.clause.units[act.seen.at + 1 : act.seen.at + 5]
    known = act.seen.definite or before.endswith(("e", "d"))  # «opposés au», «partisans du»
    return act.type == _CHANGE and known and not act.by and not told("occurs", behind)


def _only_heard(act: Act) -> bool:
    """«des tirs ont été entendus», «des coups de feu ont retenti»: at nobody, by nobody."""
    shots = act.seen.rule == "event.noun" and act.type == "Attack" and act.raw <= {"assault", "shooting"}
    loose = not (act.by or act.figures or act.seen.target or act.seen.struck)
    return shots and loose and told("heard", _around(act, 4, 6))


def _barely(act: Act) -> bool:
    """A word that peace uses too, of which nobody is told to have done it to somebody; a crowd's riot and a
    putsch need no more.
    """
    whole = bool(act.by) and (act.target is not None or (act.type in _ALONE and not _by_a_government(act)))
    whole = whole or (act.type == LOOTING and act.seen.target is not None) or _of_rivals(act)
    whole = whole or (act.own_place and (_flares_up(act) or _shakes(act)))
    return act.seen.weak and not act.figures and not whole


def _by_a_government(act: Act) -> bool:
    """«Le gouvernement a pris le pouvoir lundi»: after a ballot; soldiers overthrow."""
    author = act.seen.by.unit.actor if act.type == _CHANGE and act.seen.by is not None else None
    return author is not None and author.role != "force"


def _flares_up(act: Act) -> bool:
    """«Les hostilités ont repris dans la région de X»: a fight, by its verb; «Les hostilités ont commencé samedi à X»
    is the beginning of one told before.
    """
    behind = act.clause.units[act.seen.at + 1 : act.seen.at + 4]
    fight = act.type in ("Armed clash", RIOT) and act.tellings == 1 and act.seen.rule == "event.noun"
    return fight and told("lasts", behind) and not (act.seen.definite and told("breaks_out", behind))


def _shakes(act: Act) -> bool:
    """«une détonation a secoué une station de métro»: something was hit."""
    behind = act.clause.units[act.seen.at + 1 : act.seen.at + 4]
    return act.seen.rule == "event.noun" and act.raw == {"blast"} and told("shakes", behind)


def _of_rivals(act: Act) -> bool:
    """«des heurts entre groupes armés rivaux»: one word tells both sides."""
    return act.seen.by is not None and act.seen.by.rule == "agency.between-rivals" and bool(act.by)


def _state_of_things(act: Act) -> bool:
    """«les armées qui combattent», «depuis le début de l'opération», a link to another text: no act is told."""
    unit, before = act.clause.units[act.seen.at], _around(act, 5, 0)
    if told("goes_on", [unit]) and (not act.own_time or _endless(act)):
        return any(u.code == "w" for u in act.clause.units[max(0, act.seen.at - 3) : act.seen.at])
    if _habitual(act.seen) and not act.own_time and all(f.number >= _MANY for f in act.figures):
        return True
    since = (told("measured", before) and told("onset", before[-4:])) or any(map(_onset, before[-1:]))
    return since or act.clause.words.startswith("lire aussi")


def _habitual(seen: Happening) -> bool:
    """«des bandes qui pillent des villages et enlèvent des habitants»: what they do, not what they did."""
    clause, at = seen.clause, seen.at
    finite = clause.units[at].low.endswith(("ent", "e")) and not clause.units[at].low.endswith("ée")
    now = clause.codes[at] in "Fk" and finite and clause.codes[at - 1 : at] not in "xX"
    return now and _THEY_DO.search(clause.codes, 0, at) is not None


def _onset(unit: Unit) -> bool:
    """«depuis le début de l'», one unit of time."""
    return unit.code == "T" and among("onset", unit.low.split())


def _reference(act: Act, published: Interval | None) -> bool:
    """«la journée la plus meurtrière depuis l'attaque de 2014»: what is told is measured by it; but «ont fui depuis
    l'attaque menée vendredi par X» tells of it as well.
    """
    whole = bool(act.by or act.figures) and act.own_time
    fresh = whole and published is not None and not _background(act, published)
    return act.seen.rule == "event.noun" and told("measured", _around(act, 3, 0)) and not fresh


def _statistic(act: Act) -> bool:
    """«les attaques au Mali ont fait des dizaines de morts»: several acts in all of a country, on no day, are a state
    of things.
    """
    if act.type in _PUT_DOWN and act.figures:
        return False
    wide = act.where is not None and act.where.place.level == "country"
    return act.seen.plural and not act.own_time and act.own_place and wide


def _toll_of_war(act: Act) -> bool:
    """«les violences qui ont fait des milliers de morts»: what so many died of, on no day, is no single act."""
    many = min((f.number for f in act.figures if f.outcome != "detained"), default=0) >= _MANY
    day = act.own_time and act.when is not None and act.when.interval.days <= _WEEKS
    return many and not day and (act.seen.plural or act.clause.codes[act.seen.at] in "KkD")


def _endless(act: Act) -> bool:
    """Weeks of bombing are a state of things, and so is «une semaine de violences»; a fight of two sides may last."""
    if act.when is None or not act.own_time:
        return False
    long = _LONG if act.type == "Armed clash" else _WEEKS
    return act.when.interval.days > (_WEEK if act.clause.units[act.seen.at].code == "T" else long)


def _tallied(act: Act) -> bool:
    """«150 barils largués en quatre semaines»: a count of the acts of a time that has not lasted long."""
    return act.seen.count is not None and act.when is not None and act.when.interval.days <= _LONG


def _dated_well(act: Act) -> bool:
    """Background is coded only with a place and a date, and where somebody was harmed or is named (gold/GUIDE.md)."""
    short = act.when is not None and act.when.interval.days <= _LONG
    named = bool(act.by or act.sure) and not act.seen.plural
    exact = act.own_place and act.where is not None and act.where.place.level != "country"
    return short and exact and bool(act.figures or named) and act.type not in _QUIET


def stands_alone(act: Act, brief: bool) -> bool:
    """Told so that it needs no other word of violence in its story: a crowd that marched at a place,
    somebody stabbed; in a brief any act that was done at a place on a day, by somebody or to somebody.
    """
    if act.type in _PUT_DOWN or act.type == _CHANGE:
        return act.own_place and act.own_time
    past = done(act) > 1 or told("perfect", [act.clause.units[act.seen.at]])
    dated = act.own_time or (brief and act.type == PEACEFUL and past)
    placed = act.own_place and dated and done(act) > 0
    hit = act.sure or bool(act.seen.struck or act.seen.target) or act.type == "Arrests"
    if not placed or act.type == PEACEFUL:
        return placed
    armed = bool(act.seen.weapons)
    return (hit and armed and act.seen.rule == "event.verb") or (brief and (hit or armed or _in_a_war(act)))


def _in_a_war(act: Act) -> bool:
    """«Des hommes armés ont mené une attaque à X», «une attaque terroriste a eu lieu à X», «une explosion a secoué X»:
    done by people under arms, or where a war is fought.
    """
    word = act.clause.units[act.seen.at]
    if any(not of_state(actor) for actor in act.by) or told("armed_act", [word]):
        return True
    fought = act.where is not None and act.where.place.country in wars()
    return fought and (_shakes(act) or act.raw <= _ASSAULTS)
