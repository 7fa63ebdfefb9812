"""Level 4: figures of people harmed, out of the class strings of clauses."""

import re
from collections.abc import Iterator

from .frames import Clause, Figure
from .rules import Rule, load
from .units import Unit

_PEOPLE = "QqZR"
_THINGS = tuple("mYWE%")
_SUBSET = re.compile(r"n(?:[lr\"]{0,2})(?P<list>[QqR][^.;:n]{0,40})")
_NAMED = re.compile(
    r"(?P<who>[VAU][^.;:,QKIkMNDxXtw]{0,6}(?:,(?:[^.;:,xX]|Q(?=m)){1,12},|\([^)]{1,8}\))?)[rgl\"]*"
    r"(?:x?[rg\"]*X[Xrg\"]*(?P<passive>[KD])|x[xr]*(?P<perfect>I)|,?(?:Qm,)?(?P<reduced>K)(?=r?[pTePi]))"
)
_ELLIPSIS = re.compile(r"(?:t|,t?)[lr]?(?P<at>Q)(?P<h>h?)(?=$|[Ti,.;)t]|[rd]?[TP])")
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
        if unit.code not in "dlhoraU\"j":
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
    return Figure(clause, unit.quantity, at, trigger, out.value, rule, start, end, head, why={"outcome": (out.start, out.end, rule)})


def _apply(clause: Clause, rule: Rule, taken: set[int]) -> Iterator[Figure]:
    only = rule.settings.get("only")
    for match in rule.pattern.finditer(clause.codes):
        trigger = match.start("out")
        value = _outcome(clause, trigger)
        if (only and value not in only) or (not only and clause.units[trigger].code == "M") or _weak(clause, trigger, rule):
            continue
        who = clause.units[match.start("who")] if "who" in rule.pattern.groupindex and match["who"] else None
        for at in _items(clause, *match.span("list")):
            if at not in taken and (clause.units[at].code == "Z" or clause.units[trigger].feature("zero") is None):
                taken.add(at)
                figure = _figure(clause, at, trigger, rule.name, who)
                figure.outcome = rule.settings.get("outcome", figure.outcome)
                yield figure


def _subsets(clause: Clause, figures: list[Figure], taken: set[int]) -> Iterator[Figure]:
    """«dont quatre enfants»: a part of the figure told before it, with its outcome."""
    for match in _SUBSET.finditer(clause.codes):
        hosts = [f for f in figures if f.at < match.start() and f.relation != "subset"]
        if not hosts:
            continue
        host = max(hosts, key=lambda f: f.at)
        yield from _parts(clause, host, match, taken, figures)


def _parts(clause: Clause, host: Figure, match: re.Match[str], taken: set[int], figures: list[Figure]) -> Iterator[Figure]:
    stop = match.end("list")
    verb = next((i for i in range(match.start("list"), stop) if clause.codes[i] in "xwMkS"), stop)
    for at in _items(clause, match.start("list"), verb):
        known = next((f for f in figures if f.at == at), None)
        if known is not None and known.outcome == host.outcome:
            known.parent, known.relation = host, "subset"
        elif at not in taken and (_head(clause, at, at + 5) or clause.codes[at + 1 : at + 2] in ("T", "i", "P")):
            taken.add(at)
            part = _figure(clause, at, host.trigger, "harm.subset")
            part.start, part.end = clause.units[match.start()].start, (part.who or clause.units[at]).end
            part.parent, part.relation, part.outcome = host, "subset", host.outcome
            yield part


def _ellipses(clause: Clause, figures: list[Figure], taken: set[int]) -> Iterator[Figure]:
    """«25 enfants ont été tués samedi, et 17 la veille»; «22 dans les rangs de l'EI»."""
    for match in _ELLIPSIS.finditer(clause.codes):
        at = match.start("at")
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
    for match in _NAMED.finditer(clause.codes):
        first = match.start("who")
        trigger = max(match.start(group) for group in ("passive", "perfect", "reduced"))
        if first in taken or trigger in taken or not _personal(clause, first, trigger, match["reduced"] is not None):
            continue
        out, who = clause.units[trigger], clause.units[first]
        taken.update((first, trigger))
        yield Figure(clause, None, first, trigger, out.value, "harm.named-person", who.start, out.end, who if who.code in "VA" else None,
                     why={"outcome": (out.start, out.end, "harm.named-person")})  # fmt: skip


def _personal(clause: Clause, first: int, trigger: int, reduced: bool) -> bool:
    out = clause.units[trigger]
    if out.feature("weak") is not None or out.feature("zero") is not None or (out.code == "D" and out.feature("participle") is None):
        return False
    named = "U" in clause.codes[first:trigger]
    return _single(clause, first, trigger) and (named or not reduced)


def _single(clause: Clause, first: int, trigger: int) -> bool:
    """The subject and the participle are both singular, and the subject is a person."""
    unit, out = clause.units[first], clause.units[trigger]
    auxiliary = [clause.units[i].low for i in range(first, trigger) if clause.units[i].code == "x"]
    plural = any(word in ("ont", "sont", "avaient", "étaient", "auraient", "seraient", "furent", "seront") for word in auxiliary)
    if plural or out.low.rstrip(".").endswith("s"):
        return False
    if unit.code == "A":
        return unit.actor is not None and not unit.actor.plural and bool(unit.actor.person)
    return (unit.code == "V" and _singular(unit)) or clause.codes[first : first + 2] == "UU"


def find_figures(clause: Clause) -> list[Figure]:
    """The figures of one clause, in the order of the text; a figure is taken by one rule only."""
    taken: set[int] = set()
    figures = [figure for rule in load("fr", "harm") for figure in _apply(clause, rule, taken)]
    figures += _subsets(clause, sorted(figures, key=lambda f: f.at), taken)
    figures += _ellipses(clause, sorted(figures, key=lambda f: f.at), taken)
    if not any(f.rule != "harm.subset" and f.quantity is None for f in figures):
        figures += _named(clause, taken | {f.trigger for f in figures})
    return sorted(figures, key=lambda f: f.at)
