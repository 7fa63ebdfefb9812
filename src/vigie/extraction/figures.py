"""Level 4: figures of people harmed, out of the class strings of clauses."""

import re
from collections.abc import Iterator, Sequence

from .carried_out import fate
from .died_later import wounded
from .figures_added import added
from .figures_base import PEOPLE, items, listed_outside, make
from .figures_conditions import (
    SUBJECTS,
    conditions,
    countable,
    has_own_verb,
    lost_before,
    of_others,
    of_the_last,
    told_of_the_first,
)
from .figures_kept import revised
from .figures_lists import breakdown, counted_too, spots
from .figures_named import (
    beside,
    chased,
    companions,
    mourned,
    named,
    named_objects,
    pair_of_names,
    second_outcomes,
    wounded_and,
)
from .figures_parts import (
    among,
    ellipses,
    of_them,
    out_of,
    person_parts,
    recounted,
    so_were,
    subsets,
    took_up,
    trailing,
)
from .frames import Clause, Figure
from .quantities import Quantity
from .rules import Rule, fitting

_HIT = 100  # people of whom «touchés» says that they were hurt
# «cinq martyrs et 36 blessés», «cinq martyrs ont été dénombrés», «sont à déplorer»
_COUNTED_TOO = re.compile(r"N[oja]{0,2}(?:(?:,t?|t)Q[\"o]?N|x?X{1,2}r?M|Xe[GM])")
_HARM = frozenset("KDIk")  # the classes of words for what befell a person who is named or described
# Words of the control of places that are said of people too: «sont tombés», «que l'armée encercle».
_PLACES = {"tombés aux": "detained", "tombées aux": "detained", "tombé": "killed",
           "encercl": "besieged", "assièg": "besieged", "assiég": "besieged", "cern": "besieged",
           "quitté": "displaced",
           "aux mains": "detained"}  # fmt: skip


def _suffered(clause: Clause, trigger: int) -> str | None:
    """«60 personnes victimes d'exécutions»: what befell them is told behind it, else it is left open; «ont été victimes
    de» asks for what befell them.
    """
    suffering = clause.units[trigger].low
    if not suffering.startswith(("victime", "été victime")):
        return None
    behind = next((u for u in clause.units[trigger + 1 : trigger + 5] if u.code in "DE"), None)
    if behind is not None and behind.code == "D":
        return behind.value
    return "killed_or_injured" if behind is not None and suffering.startswith("victime") else None


def _weak(clause: Clause, trigger: int, rule: Rule) -> bool:
    """A weak word («touché», «prisonniers») harms somebody only when a making verb or a strong construction says so."""
    unit = clause.units[trigger]
    if unit.feature("weak") is None:
        return False
    if rule.name == "harm.count-noun":
        made = "M" in clause.codes[max(0, trigger - 6) : trigger]
        return not made and _COUNTED_TOO.match(clause.codes, trigger) is None
    return unit.value in ("released", "survived")


def _none(clause: Clause, rule: Rule, taken: set[int]) -> Iterator[Figure]:
    """«n'a pas fait de blessé», «sans faire de victimes», «ni mort ni blessé», «personne n'est mort»: zero."""
    for match in rule.pattern.finditer(clause.codes):
        at, first = match.start("out"), match.start()
        word = clause.units[match.start("none") if match["none"] else match.start("without")].value
        unit = clause.units[at]
        person = unit.code == "N" or unit.value in ("killed", "injured")
        bare = word in ("pas", "jamais", "sans", "ni") and clause.codes[at - 1] not in "xX"
        nobody = rule.settings.get("word") and re.match(rule.settings["word"], clause.units[match.start("word")].low)
        if at in taken or not person or not (bare or nobody):
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
    for match in _matches(clause, rule, taken):
        trigger = max(match.start(group) for group in ("out", "now") if group in rule.pattern.groupindex)
        outcome = fate(clause, match.start("list"), trigger, _told_outcome(clause, rule, trigger))
        if outcome is None or _weak(clause, trigger, rule) or not conditions(clause, rule, match, trigger):
            continue
        who = clause.units[match.start("who")] if "who" in rule.pattern.groupindex and match["who"] else None
        zero = clause.units[trigger].feature("zero") is not None
        listed = listed_outside(clause, *match.span("list"), trigger)
        for at in listed:
            if at in taken or not countable(clause, at) or has_own_verb(clause, at, trigger):
                continue
            if told_of_the_first(clause, at, trigger, at == listed[-1]) or lost_before(clause, at, trigger):
                continue
            if (rule.name in SUBJECTS and of_others(clause, at)) or of_the_last(clause, rule, listed, at, trigger):
                continue
            if clause.units[at].code == "Z" or not zero or _few(clause, at, rule):
                taken.add(at)
                figure = make(clause, at, trigger, rule.name, who)
                figure.outcome = wounded(clause, trigger, outcome) if clause.units[at].code != "Z" else outcome
                yield figure


def _matches(clause: Clause, rule: Rule, taken: set[int]) -> Iterator[re.Match[str]]:
    """Where a rule fits; behind a number that is taken it may fit others («Vingt, dont un chef, ont été tués …, huit
    autres ont péri»).
    """
    position = 0
    while match := rule.pattern.search(clause.codes, position):
        first = next(iter(items(clause, *match.span("list"))), match.start())
        position = first + 1 if first in taken else max(match.end(), match.start() + 1)
        yield match


def _few(clause: Clause, at: int, rule: Rule) -> bool:
    """«deux autres ont été touchés»: a few people are hit; thousands are «touchés» by a drought."""
    quantity = clause.units[at].quantity
    return rule.name == "harm.passive" and quantity is not None and quantity.figure <= _HIT


def _told_outcome(clause: Clause, rule: Rule, trigger: int) -> str | None:
    """The outcome that a rule reads off its trigger; None where the trigger is none of the rule's."""
    unit, only = clause.units[trigger], rule.settings.get("only")
    if (only and unit.value not in only) or (not only and unit.code == "M"):
        return None
    if rule.name == "harm.count-act" and unit.value == "detained":
        return unit.value if clause.codes[trigger - 1 : trigger] != "Z" else None  # «aucune arrestation» harms nobody
    if rule.settings.get("state"):
        return unit.feature("state")
    if rule.settings.get("suffered"):
        return _suffered(clause, trigger)
    if unit.code == "C":
        return next((outcome for start, outcome in _PLACES.items() if unit.low.startswith(start)), None)
    return str(rule.settings.get("outcome", unit.value))


def find_figures(clause: Clause) -> list[Figure]:
    """The figures of one clause, in the order of the text; a figure is taken by one rule only."""
    taken: set[int] = set()
    figures = [figure for rule in _rules(clause) for figure in _apply(clause, rule, taken)]
    if figures:
        figures += subsets(clause, sorted(figures, key=lambda f: f.at), taken)
        figures += breakdown(clause, figures, taken)
        figures += spots(clause, sorted(figures, key=lambda f: f.at), taken)
        figures += counted_too(clause, figures, taken)
        figures += person_parts(clause, figures)
    found = [
        *among(clause, figures, taken),
        *of_them(clause, taken),
        *took_up(clause, taken),
        *recounted(clause, taken),
        *so_were(clause, figures, taken),
        *added(clause, figures, taken),
    ]
    if figures:
        found += [*out_of(clause, figures, taken), *trailing(clause, figures, taken)]
    figures += found
    if figures:
        figures += ellipses(clause, sorted(figures, key=lambda f: f.at), taken)
    if not _HARM.isdisjoint(clause.codes):
        figures += [*wounded_and(clause, taken), *pair_of_names(clause, taken)]
        figures += [*beside(clause, list(figures), taken), *companions(clause, list(figures), taken)]
        busy = taken | {f.trigger for f in figures}
        figures += mourned(clause, busy)
        alone = list(named(clause, busy | {f.trigger for f in figures}))
        figures += [*alone, *trailing(clause, alone, taken)]
        figures += second_outcomes(clause, figures)
        figures += chased(clause, taken | {f.trigger for f in figures})
        figures += named_objects(clause, taken | {f.trigger for f in figures if f.rule != "harm.named-and"})
    return sorted(revised(figures), key=lambda f: f.at)


def _rules(clause: Clause) -> Sequence[Rule]:
    """The rules that may find a figure: without a number only those for «n'a pas fait de blessé»."""
    rules = fitting("fr", "harm", "out", clause.codes)
    return rules if not PEOPLE.isdisjoint(clause.codes) else [r for r in rules if r.settings.get("zero")]
