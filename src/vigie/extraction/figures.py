"""Level 4: figures of people harmed, out of the class strings of clauses."""

import itertools
import re
from collections.abc import Iterator

from .figures_base import head_of, items, make
from .figures_kept import revised
from .figures_named import mourned, named
from .figures_parts import breakdown, ellipses, person_parts, subsets
from .frames import Clause, Figure
from .quantities import Quantity
from .rules import Rule, load
from .units import Unit


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
        yield Figure(
            clause,
            none,
            at,
            at,
            unit.value,
            rule.name,
            start,
            unit.end,
            why={"outcome": (unit.start, unit.end, rule.name)},
        )


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
        for at in items(clause, *match.span("list")):
            if (
                at not in taken
                and _countable(clause, at)
                and (clause.units[at].code == "Z" or clause.units[trigger].feature("zero") is None)
            ):
                taken.add(at)
                figure = make(clause, at, trigger, rule.name, who)
                figure.outcome = rule.settings.get("outcome", figure.outcome)
                yield figure


def _ratio(clause: Clause, at: int) -> bool:
    """«un mort sur deux»: a share, no figure."""
    after = clause.units[at + 1 : at + 4]
    return any(a.value == "sur" and b.code in "QR" for a, b in itertools.pairwise(after))


def _countable(clause: Clause, at: int) -> bool:
    """The number does not count sources or governments («plusieurs médias», «deux ministres ont annoncé»)."""
    head = head_of(clause, at, at + 5)
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
    return (
        bool(after) and after[0].low == "des" and clause.units[at].quantity is not None and clause.units[at].code != "q"
    )


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


def find_figures(clause: Clause) -> list[Figure]:
    """The figures of one clause, in the order of the text; a figure is taken by one rule only."""
    taken: set[int] = set()
    figures = [figure for rule in load("fr", "harm") for figure in _apply(clause, rule, taken)]
    figures += subsets(clause, sorted(figures, key=lambda f: f.at), taken)
    figures += breakdown(clause, figures, taken)
    figures += person_parts(clause, figures)
    figures += ellipses(clause, sorted(figures, key=lambda f: f.at), taken)
    if not any(f.rule == "harm.named-person" for f in figures):
        figures += mourned(clause, taken | {f.trigger for f in figures})
        figures += named(clause, taken | {f.trigger for f in figures})
    return sorted(revised(figures), key=lambda f: f.at)
