"""Level 4: one person, named or described, without a number."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from .cues import told
from .died_later import death_after, hit_by_weapon, wounded
from .figures_base import singular
from .figures_conditions import followed, has_own_verb, object_before_being, of_another_gender
from .frames import Clause, Figure
from .quantities import Quantity
from .units import Unit

_NAMED = re.compile(
    r"(?P<who>[VAU][^.;:,QKIkMNDxXtwcn]{0,6}(?:,(?:[^.;:,xX]|Q(?=m)){1,12},|\([^)]{1,8}\))?)(?:,?w)?[rgl\"]*"
    r"(?:x?[rg\"]*X[Xrg\"]*(?P<passive>[KD])|x[xr]*(?P<perfect>I)|,?(?:Qm,)?(?P<reduced>K)(?=r?(?:[pTePiW]|dqW)))"
)
_MOURNED = re.compile(
    r"(?P<out>D)\"?(?P<aside>T|[ei][ld]?[PoY])?dl?[jor]{0,2}(?P<who>[VA]|(?P<names>UU{1,3}))(?P<name>[^.;:QKIkMNDxX]{0,5}?U)?"
)
_PAIR = re.compile(r"(?<!U)(?P<who>UU{1,2}tUU{1,2})(?:,[^.;:,xXQ]{1,12},)?[xr]{0,2}X[Xrg]*(?P<out>K)")
_BESIDE = re.compile(r"(?:^|[,.;:\"]|[wc])l(?P<who>V)[^.;:,QqKIkMNDBxXtwcn]{0,8}tl?$")
_WITH = re.compile(r"(?:q[oja]?)?[VA][oja]{0,2}tl(?P<who>V)")
_BOTH = re.compile(r"[Qq][oja]?[VA][oja]{0,2}tl(?P<who>V)(?=(?:d[lq]?[oYPAm]{1,2})?x?X)")
_OBJECT = re.compile(
    r"(?:(?:x[rg]*|[ot]{1,2})(?P<out>K)|(?P<now>k))(?:r?(?P<who>UU{1,3})|(?<!wx[kK])(?<!wk)(?:[rT]|io(?=l)){0,2}l(?P<person>V)[oja]?(?!t?[lq]V))"
)
_WOUNDED = re.compile(r"l(?P<who>V)(?P<adj>K)[rg]*x?X[Xrg]*(?P<out>K)")
_THEN = re.compile(
    r"(?:(?:[ied]l?[oYP]|T){0,2}[tror]{1,3}X?|,[^.;:QqVAKkNw]{0,3}X[Xr]*|[TPeird]{1,6},x?X[Xr]*|[^.;:QqKkINwxX]{0,10}?idX[r\"]*)(?P<out>K)"
)
_ASIDE = re.compile(r"[Qq][dloa]{0,2}[VA][oja]{0,2},(?P<out>K)")
COMPANION = "harm.companion"  # the rule of a second person told as the first one's: «et son garde du corps»
BEFORE_BEING = "harm.before-being"  # the rule of who acts and then suffers: «a blessé deux passants avant d'être tué»
ONE_OBJECT = "harm.named-object"  # the rule of one person whom a verb has as its object
_TOLD_BEHIND = re.compile(r"V[oja]?,(?:A|U{2,3}),K")
_OFFICE = re.compile(r"d[PU]")
_HIM = re.compile(r"l(?P<who>V)[^.;:QKIkMNDxXw]{0,6}?(?:,?[to]{1,2}|,)lx[rg]*\"?(?P<out>K)")
_BEFORE = re.compile(
    r"(?:^|[,.;:\"tcT])l?(?P<many>[qQ]?)(?P<who>V|A(?=x))(?:[oja]|d[lq]{0,2}[oWUPYa]){0,2}(?:,[^.;:,]{1,14},)?s?[xXFC][^.;:c]{1,30}?idX[r\"]*(?:[oF](?:,[oF])?[to]{1,2})?\"?(?P<out>K)"
)
_AND_WAS = re.compile(
    r"(?:^\"?|[,;:c])l(?P<who>V)[oja]?U{0,3}(?:,[^.;:,]{1,14},)?[isuy]{0,2}x[^.;:,QVAKkIN]{1,14}tx[r\"]*X[r\"]*(?P<out>K)"
)  # «Le maire a quitté la salle et a été tué»
_PERSONAL = frozenset({"killed", "abducted", "detained"})  # what befalls one person by name
_DONE_TO = _PERSONAL | {"injured"}  # what a verb does to one person who is its object
_PAIRS = ({"abducted", "killed"}, {"detained", "killed"})
_TITLE = re.compile(r"V[doUR#lajPT]*,?$")
_TITLED = 10  # units between a person's trade and name
_EITHER = frozenset({"fils", "époux"})  # singular or plural: the participle tells
_PLURAL_AUX = frozenset({"ont", "sont", "avaient", "étaient", "auraient", "seraient", "furent", "seront"})


def named(clause: Clause, taken: set[int]) -> Iterator[Figure]:
    """One person, named or described, without a number: «Le sergent X est mort», «le chef du groupe aurait été tué»."""
    position = 0
    while match := _NAMED.search(clause.codes, position):
        first = match.start("who")
        trigger = max(match.start(group) for group in ("passive", "perfect", "reduced"))
        position = first + 1
        if clause.codes[first] == "U" and clause.codes[max(0, first - 1)] == "d":
            continue  # «le domicile de M. Diallo est encerclé»
        if first in taken or trigger in taken or not _personal(clause, first, trigger, match["reduced"] is not None):
            continue
        out, who = clause.units[trigger], clause.units[first]
        if out.value == "displaced" or object_before_being(clause, first, first + 1, trigger):
            continue  # «le conducteur a pris la fuite»
        if of_another_gender(clause, first, trigger):
            continue
        taken.update((first, trigger))
        position = trigger + 1
        described = who if who.code == "V" else _description(clause, first, trigger)
        described = who if described is None and who.code == "A" else described
        why, outcome = {"outcome": (out.start, out.end, "harm.named-person")}, wounded(clause, trigger, out.value)
        end = clause.units[death_after(clause, trigger) or trigger].end
        yield Figure(clause, None, first, trigger, outcome, "harm.named-person", who.start, end, described, why=why)


def beside(clause: Clause, figures: list[Figure], taken: set[int]) -> Iterator[Figure]:
    """«Le maire et sept autres personnes ont péri»: one person told in one breath with the number, before it."""
    for figure in figures:
        first = _BESIDE.search(clause.codes, 0, figure.at) if figure.trigger > figure.at else None
        at = first.start("who") if first else None
        if at is not None and at not in taken and singular(clause.units[at]) and figure.outcome in _PERSONAL:
            taken.add(at)
            who = clause.units[at]
            why = {"outcome": (*clause.span(figure.trigger, figure.trigger), "harm.beside")}
            yield replace(
                figure, quantity=None, at=at, rule="harm.beside", start=who.start, end=who.end, who=who, why=why
            )


def companions(clause: Clause, figures: list[Figure], taken: set[int]) -> Iterator[Figure]:
    """«Un colonel et son garde du corps ont péri», «tuant une mère et son bébé», «Deux soldats et le gardien d'un dépôt
    ont été tués»: a second person behind the first.
    """
    for figure in figures:
        at = _companion(clause, figure)
        if at is not None and at not in taken and (_one(clause.units[at]) or clause.units[at].low in _EITHER):
            taken.add(at)
            who = clause.units[at]
            why = {"outcome": (*clause.span(figure.trigger, figure.trigger), COMPANION)}
            yield replace(
                figure,
                quantity=None,
                at=at,
                rule=COMPANION,
                start=clause.units[at - 1].start,
                end=who.end,
                who=who,
                why=why,
            )


def _companion(clause: Clause, figure: Figure) -> int | None:
    """Where a second person stands of whom the same verb tells."""
    own, both = _WITH.match(clause.codes, figure.at), _BOTH.match(clause.codes, figure.at)
    if own is not None and told("own_one", [clause.units[own.start("who") - 1]]):
        second = own.start("who")
        return second if second < figure.trigger or not has_own_verb(clause, second, figure.trigger) else None
    at = None if both is None else both.start("who")
    return at if at is not None and at < figure.trigger and figure.outcome in _PERSONAL else None


def named_objects(clause: Clause, taken: set[int]) -> Iterator[Figure]:
    """«Le raid a tué Abou Walid, le chef du groupe», «ont assassiné le maire»: a person whom the verb names."""
    for match in _OBJECT.finditer(clause.codes):
        trigger, at = max(match.start("out"), match.start("now")), max(match.start("who"), match.start("person"))
        if match["person"] and not _one(clause.units[at]):
            continue
        last = max(match.end("who"), match.end("person")) - 1
        out, end = clause.units[trigger], clause.units[last].end
        if trigger not in taken and at not in taken and out.value in _DONE_TO and out.feature("weak") is None:
            taken.update((trigger, at))
            who = clause.units[at] if match["person"] else _behind(clause, match.end())
            why = {"outcome": (out.start, out.end, ONE_OBJECT)}
            yield Figure(clause, None, at, trigger, out.value, ONE_OBJECT, out.start, end, who, why=why)


def _one(unit: Unit) -> bool:
    """One person, not a member of something told behind it."""
    return singular(unit) and unit.feature("unit") is None and unit.feature("count") is None


def _behind(clause: Clause, at: int) -> Unit | None:
    """«…, le chef du groupe»: what a name is said to be."""
    return next((u for u in clause.units[at : at + 4] if u.code == "V" and singular(u)), None)


def _description(clause: Clause, first: int, trigger: int) -> Unit | None:
    """What a name is said to be: behind it («X, un journaliste de 26 ans,») or before it («le soldat du 1er régiment
    X», «du chef de Y, X, tué»).
    """
    behind = next((u for u in clause.units[first:trigger] if u.code == "V" and singular(u)), None)
    if behind is not None:
        return behind
    before = _TITLE.search(clause.codes, max(0, first - _TITLED), first)
    unit = clause.units[before.start()] if before else None
    return unit if unit is not None and singular(unit) else None


def mourned(clause: Clause, taken: set[int]) -> Iterator[Figure]:
    """«la mort du général X», «l'arrestation à Tunis de Y», «l'assassinat du maire de Z»: one person behind the noun of
    the harm.
    """
    for match in _MOURNED.finditer(clause.codes):
        trigger, at = match.start("out"), match.start("who")
        out, who = clause.units[trigger], clause.units[at]
        one = singular(who) or match["names"] is not None
        if _TOLD_BEHIND.match(clause.codes, at) is not None:
            continue  # «la mort du chef de X, Y, tué par un drone»: the verb tells more
        if trigger in taken or at in taken or not one or out.value not in _PERSONAL or not _somebody(clause, match):
            continue
        taken.update(range(match.start(), match.end()))
        end, described = clause.units[match.end() - 1].end, who if who.code in "VA" else None
        yield Figure(clause, None, at, trigger, out.value, "harm.named-death", out.start, end, described,
                     why={"outcome": (out.start, out.end, "harm.named-death")})  # fmt: skip


def _somebody(clause: Clause, match: re.Match[str]) -> bool:
    """A name, a person who is known, or somebody's office («le maire de X»)."""
    who, out = clause.units[match.start("who")], clause.units[match.start("out")]
    if match["names"]:
        return out.feature("method") is not None  # «la mort de Jean Roy» may be one in bed
    if match["name"] is not None:
        return True
    if who.actor is not None and who.actor.person is not None:
        return who.code == "V" or out.feature("method") is not None
    held = _OFFICE.match(clause.codes, match.start("who") + 1) is not None
    return who.code == "V" and who.value == "officials" and held and out.feature("method") is not None


def chased(clause: Clause, taken: set[int]) -> Iterator[Figure]:
    """«a tiré sur l'assaillant et l'a abattu», «Le tireur a blessé deux passants avant d'être tué»: people pointed at,
    whom a later verb of the sentence is about.
    """
    for match in itertools.chain(*(one.finditer(clause.codes) for one in (_HIM, _BEFORE, _AND_WAS))):
        at, trigger = match.start("who"), match.start("out")
        counted = at - 1 if match.groupdict().get("many") else at
        who, out = clause.units[at], clause.units[trigger]
        several = out.low.endswith("s")
        if taken & {at, counted, trigger} or several == singular(who) or (several and clause.codes[counted] != "Q"):
            continue
        if who.code == "A" and not (who.actor is not None and who.actor.kind == "people"):
            continue  # «Israël a bombardé un dépôt avant d'être visé»
        if out.value in _PERSONAL | {"neutralised"} and out.feature("weak") is None:
            taken.update((at, counted, trigger))
            first = (
                who.start if match.re is not _BEFORE else clause.units[clause.codes.rindex("idX", at, trigger)].start
            )
            rule = BEFORE_BEING if match.re is _BEFORE else "harm.named-person"
            why = {"outcome": (out.start, out.end, rule)}
            many = clause.units[counted].quantity
            yield Figure(clause, many, counted, trigger, out.value, rule, first, out.end, who, why=why)


def _personal(clause: Clause, first: int, trigger: int, reduced: bool) -> bool:
    out = clause.units[trigger]
    if (
        out.feature("weak") is not None
        or (out.feature("zero") is not None and not hit_by_weapon(clause, trigger))
        or not followed(clause, out)
        or (out.code == "D" and out.feature("participle") is None)
    ):
        return False
    if re.search("[WY]", clause.codes[max(0, first - 2) : trigger]) and out.low.startswith("abattu"):
        return False  # «un drone Wing Loong a été abattu»
    if clause.codes[max(0, first - 1) : first] in ("W", "Y"):
        return False  # «un véhicule militaire a été touché»
    known = clause.units[first].actor
    named = "U" in clause.codes[first:trigger] or (known is not None and known.person is not None)
    return _single(clause, first, trigger) and (named or not reduced)


def _single(clause: Clause, first: int, trigger: int) -> bool:
    """The subject and the participle are both singular, and the subject is a person."""
    unit, out = clause.units[first], clause.units[trigger]
    auxiliary = [clause.units[i].low for i in range(first, trigger) if clause.units[i].code in "xX"]
    if any(word in _PLURAL_AUX for word in auxiliary) or out.low.rstrip(".").endswith("s"):
        return False
    if unit.code == "A":
        return (
            unit.actor is not None
            and not unit.actor.plural
            and (bool(unit.actor.person) or clause.codes[first + 1 : first + 2] == "U")
        )
    if unit.code == "V" and (singular(unit) or unit.low in _EITHER):
        return True
    return re.match(r"UU|U,Q[mT]", clause.codes[first : first + 4]) is not None


def wounded_and(clause: Clause, taken: set[int]) -> Iterator[Figure]:
    """«L'assaillant blessé a été arrêté»: one person pointed at, harmed twice."""
    for match in _WOUNDED.finditer(clause.codes):
        at, adjective = match.start("who"), match.start("adj")
        who = clause.units[at]
        if at in taken or not singular(who) or clause.units[adjective].low.endswith("s"):
            continue
        taken.update((at, adjective, match.start("out")))
        for trigger in (adjective, match.start("out")):
            out = clause.units[trigger]
            why = {"outcome": (out.start, out.end, "harm.named-person")}
            yield Figure(clause, None, at, trigger, out.value, "harm.named-person", who.start, out.end, who, why=why)


def pair_of_names(clause: Clause, taken: set[int]) -> Iterator[Figure]:
    """«Jean Roy et Paul Bel sont enlevés»: two people by their names."""
    for match in _PAIR.finditer(clause.codes):
        first, trigger = match.start("who"), match.start("out")
        out, start = clause.units[trigger], clause.units[first].start
        if first in taken or trigger in taken or out.low.endswith(("é", "ée")):
            continue
        taken.update((first, trigger))
        two = Quantity(start, clause.units[match.end("who") - 1].end, 2, 2, 2, "exactly", "number", "")
        why = {"outcome": (out.start, out.end, "harm.two-names")}
        yield Figure(clause, two, first, trigger, out.value, "harm.two-names", start, out.end, why=why)


def second_outcomes(clause: Clause, figures: list[Figure]) -> Iterator[Figure]:
    """«Deux otages, enlevés la veille, sont tués», «enlevés puis exécutés»: a second thing befell the same people."""
    triggers = {f.trigger for f in figures}
    for figure in figures:
        told = _other_trigger(clause, figure)
        if told is None or told in triggers or figure.relation == "subset":
            continue
        out, first = clause.units[told], clause.units[figure.trigger]
        if {out.value, figure.outcome} in _PAIRS and out.low.endswith("s") == first.low.endswith("s"):
            why = {"outcome": (out.start, out.end, "harm.second-outcome")}
            yield replace(figure, trigger=told, outcome=out.value, rule="harm.second-outcome", end=out.end, why=why)


def _other_trigger(clause: Clause, figure: Figure) -> int | None:
    """The participle told behind the figure's own, or in the aside between the people and their verb."""
    if figure.trigger <= figure.at:
        return None
    behind = _THEN.match(clause.codes, figure.trigger + 1)
    aside = _ASIDE.match(clause.codes, figure.at, figure.trigger)
    return behind.start("out") if behind else aside.start("out") if aside else None
