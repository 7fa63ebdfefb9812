"""Level 4: figures of people harmed, out of the class strings of clauses."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from .frames import Clause, Figure
from .quantities import Quantity
from .rules import Rule, load
from .units import Unit

_PEOPLE = "QqZR"
_THINGS = tuple("mYWE%")
_SUBSET = re.compile(r"n(?:[lrud\"]{0,3})(?P<list>[QqR][^.;:n]{0,40})")
_PARTS = re.compile(r"[:(\-](?P<list>[Qq][dl]?h?[oja]{0,2}[VA][^.;:Q]{0,6}(?:(?:,t?|t)[Qq][dl]?h?[oja]{0,2}[VA][^.;:Q]{0,6}){1,6})")
_SUBSET_PERSON = re.compile(r"nl(?P<who>[VA])(?=[^.;:]{0,8}[,.)UA])")
_NAMED = re.compile(
    r"(?P<who>[VAU][^.;:,QKIkMNDxXtwcn]{0,6}(?:,(?:[^.;:,xX]|Q(?=m)){1,12},|\([^)]{1,8}\))?)[rgl\"]*"
    r"(?:x?[rg\"]*X[Xrg\"]*(?P<passive>[KD])|x[xr]*(?P<perfect>I)|,?(?:Qm,)?(?P<reduced>K)(?=r?[pTePi]))"
)
_MOURNED = re.compile(r"(?P<out>D)\"?dl?[jor]{0,2}(?P<who>V)(?P<name>[^.;:QKIkMNDxX]{0,5}?U)?")
_ELLIPSIS = re.compile(r"(?:t|,t?)[lr]?(?P<at>Q)(?P<h>h?)(?=$|[Ti,.;)te]|[rd]?[TP])|(?P<some>[Qq])di?u|i(?P<than>Q)(?=[lr]?T)")
_PLURAL_AUX = frozenset({"ont", "sont", "avaient", "étaient", "auraient", "seraient", "furent", "seront"})
_REACH = 12  # units: an elliptic figure further than this from its model belongs to something else


def _outcome(clause: Clause, trigger: int) -> str:
    return clause.units[trigger].value


def _weak(clause: Clause, trigger: int, rule: Rule) -> bool:
    """A weak word («touché», «prisonniers») harms somebody only when a making verb or a strong construction says so."""
    unit = clause.units[trigger]
    if unit.feature("weak") is None:
        return False
    if rule.name == "harm.count-noun":
        return "M" not in clause.codes[max(0, trigger - 6) : trigger]
    return unit.value in ("released", "survived")


def _head(clause: Clause, at: int, stop: int) -> Unit | None:
    """The victim noun or actor that a quantity counts: the first one behind it, before another quantity or a verb."""
    for unit in clause.units[at + 1 : stop + 1]:
        if unit.code in "VA":
            return unit
        if unit.code not in 'dlhoraU"j':
            return None
    return None


def _items(clause: Clause, first: int, last: int) -> list[int]:
    return [i for i in range(first, last) if clause.units[i].code in _PEOPLE and not _measured(clause, i)]


def _measured(clause: Clause, at: int) -> bool:
    """The number counts hours, kilometres, euros, per cent, or is a clock time or a part of a name."""
    after = clause.codes[at + 1 : at + 3]
    return after[:1] in _THINGS or (after[:1] in "dohl" and after[1:2] in _THINGS)


def _figure(clause: Clause, at: int, trigger: int, rule: str, who: Unit | None = None) -> Figure:
    unit, out = clause.units[at], clause.units[trigger]
    head = who or _head(clause, at, min(len(clause.units) - 1, at + 6))
    near = abs(trigger - at) <= 8
    last = trigger if near and trigger > at else (clause.units.index(head) if head in clause.units else at)
    first = trigger if near and trigger < at else at
    start, end = clause.units[first].start, clause.units[max(last, at)].end
    return Figure(
        clause,
        unit.quantity,
        at,
        trigger,
        out.value,
        rule,
        start,
        end,
        head,
        why={"outcome": (out.start, out.end, rule)},
    )


def _none(clause: Clause, rule: Rule, taken: set[int]) -> Iterator[Figure]:
    """«n'a pas fait de blessé», «sans faire de victimes», «ni mort ni blessé»: a claim of zero."""
    for match in rule.pattern.finditer(clause.codes):
        at, first = match.start("out"), match.start()
        word = clause.units[match.start("none") if match["none"] else match.start("without")].value
        unit = clause.units[at]
        person = unit.code == "N" or unit.value in ("killed", "injured")
        if at in taken or word not in ("pas", "jamais", "sans", "ni") or not person or clause.codes[at - 1] in "xX":
            continue
        taken.add(at)
        start = clause.units[first].start
        none = Quantity(start, unit.end, 0, 0, 0, "exactly", "zero", word)
        yield Figure(clause, none, at, at, unit.value, rule.name, start, unit.end, why={"outcome": (unit.start, unit.end, rule.name)})


def _apply(clause: Clause, rule: Rule, taken: set[int]) -> Iterator[Figure]:
    if rule.settings.get("zero"):
        yield from _none(clause, rule, taken)
        return
    only = rule.settings.get("only")
    for match in rule.pattern.finditer(clause.codes):
        trigger = match.start("out")
        value = _outcome(clause, trigger)
        if (
            (only and value not in only)
            or (not only and clause.units[trigger].code == "M")
            or _weak(clause, trigger, rule)
        ):
            continue
        if not _conditions(clause, rule, match):
            continue
        who = clause.units[match.start("who")] if "who" in rule.pattern.groupindex and match["who"] else None
        for at in _items(clause, *match.span("list")):
            if (
                at not in taken
                and _countable(clause, at)
                and (clause.units[at].code == "Z" or clause.units[trigger].feature("zero") is None)
            ):
                taken.add(at)
                figure = _figure(clause, at, trigger, rule.name, who)
                figure.outcome = rule.settings.get("outcome", figure.outcome)
                yield figure


def _ratio(clause: Clause, at: int) -> bool:
    """«un mort sur deux»: a share, no figure."""
    after = clause.units[at + 1 : at + 4]
    return any(a.value == "sur" and b.code in "QR" for a, b in itertools.pairwise(after))


def _countable(clause: Clause, at: int) -> bool:
    """The number does not count sources or governments («plusieurs médias», «deux ministres ont annoncé»)."""
    head = _head(clause, at, at + 5)
    return head is None or head.code != "A" or head.actor is None or head.actor.role not in ("source", "government")


def _conditions(clause: Clause, rule: Rule, match: re.Match[str]) -> bool:
    """What a rule asks beyond classes: a word that begins so, a plural noun behind the number; what a word asks to follow."""
    out = clause.units[match.start("out")]
    if not _followed(clause, out) or (rule.settings.get("bodies") and out.feature("unit") != "bodies"):
        return False
    if rule.settings.get("participle") and out.feature("participle") is None:
        return False
    if out.feature("fighters") is not None and not _of_fighters(clause, match):
        return False
    word = rule.settings.get("word")
    if word and not re.match(word, clause.units[match.start("word")].low):
        return False
    if rule.name == "harm.count-noun" and _out_of(clause, match.start("list")):
        return False
    noun = next((u.low for u in clause.units[match.start("list") + 1 : match.end("list")] if u.code == "o"), "s")
    single = clause.units[match.start("list")].code == "q"
    bodily = out.value in ("killed", "injured", "abducted")
    return not rule.settings.get("plural") or (bodily if single else noun.endswith(("s", "x")))


def _out_of(clause: Clause, at: int) -> bool:
    """«quatre des blessés»: some out of them, whom another word tells about."""
    after = clause.units[at + 1 : at + 2]
    return bool(after) and after[0].low == "des" and clause.units[at].quantity is not None and clause.units[at].code != "q"


def _followed(clause: Clause, out: Unit) -> bool:
    """«jeté … sur les routes», «poussé … hors de leurs foyers»: the word harms only with what the pack says must follow."""
    then = out.feature("then")
    if then is None:
        return True
    after = " ".join(u.low for u in clause.units if u.start > out.start).replace("' ", "'")
    return re.search(then.replace("_", " "), after) is not None


def _of_fighters(clause: Clause, match: re.Match[str]) -> bool:
    """«sont tombés», «la perte de»: said of the dead only where they are soldiers or men."""
    first, last = match.span("list")
    return any(u.code == "V" and u.value in ("armed", "police", "men") for u in clause.units[first:last])


def _subsets(clause: Clause, figures: list[Figure], taken: set[int]) -> Iterator[Figure]:
    """«dont quatre enfants»: a part of the figure told before it, with its outcome."""
    for match in _SUBSET.finditer(clause.codes):
        hosts = [f for f in figures if f.at < match.start() and f.relation != "subset"]
        if not hosts:
            continue
        host = max(hosts, key=lambda f: f.at)
        yield from _parts(clause, host, match, taken, figures)


def _person_parts(clause: Clause, figures: list[Figure]) -> Iterator[Figure]:
    """«dont l'émir d'Aqmi»: one person out of the figure told before."""
    for match in _SUBSET_PERSON.finditer(clause.codes):
        at, hosts = (
            match.start("who"),
            [f for f in figures if f.at < match.start() and f.relation != "subset" and f.number > 1],
        )
        who = clause.units[at]
        if hosts and _singular(who) and (who.code == "V" or (who.actor and who.actor.person)):
            host = max(hosts, key=lambda f: f.at)
            start = clause.units[match.start()].start
            yield Figure(
                clause, None, at, host.trigger, host.outcome, "harm.subset-person", start, who.end, who, host, "subset"
            )


def _parts(
    clause: Clause, host: Figure, match: re.Match[str], taken: set[int], figures: list[Figure]
) -> Iterator[Figure]:
    stop = match.end("list")
    verb = next((i for i in range(match.start("list"), stop) if clause.codes[i] in "xwMkS"), stop)
    for at in _items(clause, match.start("list"), verb):
        known = next((f for f in figures if f.at == at), None)
        if known is not None and known.outcome == host.outcome:
            known.parent, known.relation = host, "subset"
        elif at not in taken and (_head(clause, at, at + 5) or clause.codes[at + 1 : at + 2] in ("T", "i", "P", "r", "u")):
            taken.add(at)
            part = _figure(clause, at, host.trigger, "harm.subset")
            part.start, part.end = clause.units[match.start()].start, (part.who or clause.units[at]).end
            part.parent, part.relation, part.outcome = host, "subset", host.outcome
            yield part


def _breakdown(clause: Clause, figures: list[Figure], taken: set[int]) -> Iterator[Figure]:
    """«60 morts: 45 jihadistes, 12 soldats et 3 civils»: the parts told behind a colon or in brackets."""
    for match in _PARTS.finditer(clause.codes):
        hosts = [f for f in figures if 0 <= match.start() - max(f.at, f.trigger) <= 3 and f.number > 1]
        if not hosts:
            continue
        parts = [at for at in _items(clause, *match.span("list")) if at not in taken]
        total = sum(clause.units[at].quantity.figure for at in parts if clause.units[at].quantity)  # type: ignore[union-attr]
        if len(parts) > 1 and total <= hosts[-1].number:
            for at in parts:
                taken.add(at)
                part = _figure(clause, at, hosts[-1].trigger, "harm.breakdown")
                part.start, part.end = clause.units[at].start, (part.who or clause.units[at]).end
                part.parent, part.relation, part.outcome = hosts[-1], "component", hosts[-1].outcome
                yield part


def _ellipses(clause: Clause, figures: list[Figure], taken: set[int]) -> Iterator[Figure]:
    """«25 enfants ont été tués samedi, et 17 la veille»; «22 dans les rangs de l'EI»."""
    for match in _ELLIPSIS.finditer(clause.codes):
        at = max(match.start(group) for group in ("at", "some", "than"))
        if match["than"] and not clause.units[match.start()].value == "contre":
            continue
        models = [f for f in figures if f.at < at and at - max(f.at, f.trigger) <= _REACH]
        if at in taken or not models or _measured(clause, at):
            continue
        taken.add(at)
        model = max(models, key=lambda f: f.at)
        found = _figure(clause, at, at, "harm.ellipsis")
        found.outcome, found.trigger, found.elliptic = model.outcome, model.trigger, True
        found.who = found.who or (model.who if match["h"] or model.who is None or not _own_side(clause, at) else None)
        yield found


def _own_side(clause: Clause, at: int) -> bool:
    """The elliptic figure names another camp: «22 dans les rangs de l'EI»."""
    return "A" in clause.codes[at : at + 5]


def _singular(unit: Unit) -> bool:
    return not unit.low.endswith(("s", "x", "aux"))


def _named(clause: Clause, taken: set[int]) -> Iterator[Figure]:
    """One person, named or described, without a number: «Le sergent X est mort», «le chef du groupe aurait été tué»."""
    position = 0
    while match := _NAMED.search(clause.codes, position):
        first = match.start("who")
        trigger = max(match.start(group) for group in ("passive", "perfect", "reduced"))
        position = first + 1
        if first in taken or trigger in taken or not _personal(clause, first, trigger, match["reduced"] is not None):
            continue
        out, who = clause.units[trigger], clause.units[first]
        taken.update((first, trigger))
        position = trigger + 1
        yield Figure(clause, None, first, trigger, out.value, "harm.named-person", who.start, out.end, who if who.code in "VA" else None,
                     why={"outcome": (out.start, out.end, "harm.named-person")})  # fmt: skip


def _mourned(clause: Clause, taken: set[int]) -> Iterator[Figure]:
    """«la mort du général X», «l'assassinat de l'opposant Y»: one person behind the noun of the harm."""
    for match in _MOURNED.finditer(clause.codes):
        trigger, at = match.start("out"), match.start("who")
        out, who = clause.units[trigger], clause.units[at]
        named = match["name"] is not None or (who.actor is not None and who.actor.person is not None)
        if named and trigger not in taken and at not in taken and _singular(who) and out.value in ("killed", "abducted", "detained"):
            taken.update((trigger, at))
            end = clause.units[match.end() - 1].end
            yield Figure(clause, None, at, trigger, out.value, "harm.named-death", out.start, end, who,
                         why={"outcome": (out.start, out.end, "harm.named-death")})  # fmt: skip


def _personal(clause: Clause, first: int, trigger: int, reduced: bool) -> bool:
    out = clause.units[trigger]
    if (
        out.feature("weak") is not None
        or out.feature("zero") is not None
        or (out.code == "D" and out.feature("participle") is None)
    ):
        return False
    named = "U" in clause.codes[first:trigger]
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
    return (unit.code == "V" and _singular(unit)) or clause.codes[first : first + 2] == "UU"


def find_figures(clause: Clause) -> list[Figure]:
    """The figures of one clause, in the order of the text; a figure is taken by one rule only."""
    taken: set[int] = set()
    figures = [figure for rule in load("fr", "harm") for figure in _apply(clause, rule, taken)]
    figures += _subsets(clause, sorted(figures, key=lambda f: f.at), taken)
    figures += _breakdown(clause, figures, taken)
    figures += _person_parts(clause, figures)
    figures += _ellipses(clause, sorted(figures, key=lambda f: f.at), taken)
    if not any(f.rule == "harm.named-person" for f in figures):
        figures += _mourned(clause, taken | {f.trigger for f in figures})
        figures += _named(clause, taken | {f.trigger for f in figures})
    return sorted(_revised(figures), key=lambda f: f.at)


def violent_only(figures: list[Figure]) -> list[Figure]:
    """Without the dead of accidents and the like, also where other sentences tell them again without the cause."""
    harmless = [f for f in figures if _harmless(f)]
    numbers = {(f.outcome, f.number) for f in harmless if f.number > 1}
    return [f for f in figures if f not in harmless and ((f.outcome, f.number) not in numbers or _fought(f))]


def _fought(figure: Figure) -> bool:
    """The sentence names an act of violence beside the figure."""
    return any(u.code in "EF" and u.feature("weak") is None and u.value != "operation" for u in figure.clause.units)


def _revised(figures: list[Figure]) -> list[Figure]:
    """«le bilan passe de 15 à 19 morts» is two figures, the second of which replaces the first."""
    out = []
    for figure in figures:
        quantity, codes = figure.quantity, figure.clause.codes
        before = codes[max(0, figure.at - 4) : figure.at]
        if (
            quantity is None
            or quantity.high is None
            or quantity.high <= quantity.figure
            or not re.search("B[^,]{0,2}d$", before)
        ):
            out.append(figure)
            continue
        old = quantity._replace(high=quantity.low)
        new = quantity._replace(count=quantity.high, low=quantity.high, high=quantity.high)
        out.append(replace(figure, quantity=new))
        out.append(replace(figure, quantity=old, rule="harm.revised-from", relation="revision", why=dict(figure.why)))
    return out


def _imagined(figure: Figure) -> bool:
    """«pourrait faire des milliers de morts»: nobody says that it happened."""
    before = figure.clause.units[max(0, figure.at - 4) : figure.at]
    return any(u.low == "faire" for u in before) and any(u.code == "H" and u.value == "might" for u in before)


def _harmless(figure: Figure) -> bool:
    """Accidents, illness, nature and courts: told in the same breath, they make the figure none of ours."""
    if figure.rule == "harm.toll-raised":
        return False
    if _imagined(figure) or any(u.feature("always") is not None for u in figure.clause.units):
        return True
    low, high = sorted((figure.at, figure.trigger))
    near = figure.clause.units[max(0, low - 8) : high + 10]
    causes = [u for u in near if u.code == "J" and u.feature("weak") is None]
    violent = any(u.code in "EFW" and u.feature("weak") is None and u.value not in ("operation", "air_dropped") for u in near)
    return bool(causes) and not violent
