"""Level 4: figures that take another one up: parts («dont quatre enfants», «60 morts: 45 …»), ellipses («et 17 la
veille»).
"""

import itertools
import re
from collections.abc import Iterator

from .cues import among as among_words
from .cues import told
from .figures_base import AS_WELL, head_of, inset_end, items, make, measured, singular
from .figures_conditions import by_word_of, countable, free_again
from .frames import Clause, Figure
from .units import Unit

_SUBSET = re.compile(r"(?:n,?|(?<=,)(?P<as>r))(?:[lrudM\"]{0,4})(?P<list>[QqR][^.;:n]{0,40})")
_WERE = re.compile(
    r"^\"?(?:l?(?P<at>[Qq])(?:d[iu]{0,2}u)?[r,]{0,3}XX?r?[dq]V|n{1,2},?(?P<list>[QqV][^.;:xXKIkMN]{0,40}))"
)
_BUT_WERE = re.compile(r",[ot]?l?(?P<at>Q)XX?r?dV")  # «…, mais une cinquantaine étaient des combattants de X»
_SUBSET_PERSON = re.compile(r"n(?:[Qq][^.;:,xXnK]{1,10},?t)?lo?(?P<who>[VA])(?=[^.;:xXkFM]{0,8}[,.)UAw\-])")
_ELLIPSIS = re.compile(
    r"(?:t|[,;]t?)[lro]?(?P<at>Q)(?P<h>h?)r?(?=$|[Tip,.;)t]|e(?!l?[oj]?[AV])|[rd]?[TP]|di|a[.,;)]|o[ld]?[AV])|(?P<some>[Qq])di?u|t[dl]?\"(?P<vague>Q)\"d?h"
    r"|i(?P<than>Q)(?=[lr]?T|V)|[,t]l?[EWAV][dloajAP]{0,5}(?P<gap>Q)(?=[.,;)T]|$)"
    r"|[,;]l?[VA][aoP]{0,3}d(?P<rival>Q)(?=[.,;)]|$)"
    r"|t(?P<also>[Qq])[dh]{0,2}V[oja]?(?=i[dlq]{1,2}E[^.;:xX]{0,12}(?:[.;,)]|$))"  # «et une fillette lors d'une frappe»
)
_MEMBERS = r"[lr]?(?:[QqVA])[^.;:]{0,30}"
_AMONG = re.compile(
    rf"(?P<prep>i)[ld]?(?:Q?d?V|[oj]?)(?P<out>[NKV])(?:[^.;:Q]{{0,3}}?[nXoxM]{{1,3}}|[^.;:Q]{{0,12}}?,uM)r*"
    rf"(?P<list>{_MEMBERS}|(?P<name>UU))"
)
_COUNTED_AMONG = re.compile(
    r"(?:^|[,;:.tcw\"])l?(?P<list>[QqVA][^.;:c]{0,14}?),?[noXM][ldore]{0,4}(?P<prep>i)?[ld]{0,2}Q?(?:V[oja]?)?(?P<out>[NK])"
)
_BARE_AMONG = re.compile(
    r"(?P<list>Qd?h?[VA][oja]{0,2})(?P<prep>i)[ld]{0,2}(?:Q?(?=N)|V(?=K))(?P<out>[NK])"
)  # «13 femmes parmi les 22 morts»
_OUT_OF = re.compile(r"[di]l?Q[do]?V?[oja]?(?P<out>[NK])j?[oj]?T?,(?P<part>Q)(?=[^NKVmYWE])")
_BARE = tuple("TiPruedpXxW")  # what may stand behind a number of people without a noun: «dont 614 à Santiago»
_THEM = re.compile(
    r"(?:^\"?|[,;t]l?)(?P<part>Q)d[l]?Q?[oj]?(?:(?P<out>[NK])[oj]?(?=X|xQm)|V?(?P<told>[NK])[^.;:,QKXxNF]{0,9}(?=Xr?d[oj]?V))"
)
_SO_WERE = re.compile(r"(?P<list>[Qq]h?d?h?[VA]?[oja]{0,2}(?:,[^.;:,]{1,12},)?)[r,]{0,2}lxX(?P<end>[^KINDxX]|$)")
_TRAILING = re.compile(r"(?P<word>t)[Hr]?d?(?=(?P<list>[Qq][^.;:]{1,30}))")
_THINGS = re.compile(r"Q[oja]{0,2}[YEW][^.;:EFKkQq]{0,12},?$")  # «sur deux marchés de la province, dont un»
TAKES_UP = "harm.takes-up"  # the rule of figures whose outcome the sentence before tells
SO_WERE = "harm.so-were"  # the rule of figures whose verb is that of those told before: «l'ont été aussi»
RECOUNTS = "harm.recount"  # the rule of another count of those told before: «les rebelles en revendiquent dix»
_WITH_EN = re.compile(r"(?P<en>i)(?P<verb>[xXgoKMGBLrcHFk]{1,5})(?P<at>Q)(?=[.,;):tTPirep\"]|$)")
SHARED = frozenset({"killed", "injured", "killed_or_injured", "abducted", "detained", "displaced", "evacuated"})
_WHOLE = frozenset({"abducted", "missing", "detained", "evacuated", "surrendered", "displaced", "besieged"})
_HELD = "harm.held"  # the rule of refugees, hostages and prisoners without another word for what befell them
_HURT = frozenset({"killed", "injured"})
_REACH = 12  # units: an elliptic figure further than this from its model belongs to something else


def subsets(clause: Clause, figures: list[Figure], taken: set[int]) -> Iterator[Figure]:
    """«dont quatre enfants», «notamment quatre enfants»: a part of the figure told before it, with its outcome."""
    for match in _SUBSET.finditer(clause.codes):
        hosts = [f for f in figures if f.at < match.start() and f.relation != "subset"]
        if not hosts or (match["as"] and clause.units[match.start()].value != "notamment"):
            continue
        host = max(hosts, key=lambda f: f.at)
        yield from _parts(clause, host, match, taken, figures)


def person_parts(clause: Clause, figures: list[Figure]) -> Iterator[Figure]:
    """«dont l'émir d'Aqmi»: one person out of the figure told before."""
    for match in _SUBSET_PERSON.finditer(clause.codes):
        at, hosts = (
            match.start("who"),
            [f for f in figures if f.at < match.start() and f.relation != "subset" and f.number > 1],
        )
        who = clause.units[at]
        if (
            hosts
            and singular(who)
            and who.feature("unit") is None
            and (who.code == "V" or (who.actor and who.actor.person))
        ):
            host = max(hosts, key=lambda f: f.at)
            start, name = clause.units[match.start()].start, "harm.subset-person"
            why = {"outcome": (*clause.span(host.trigger, host.trigger), name)}
            yield Figure(
                clause, None, at, host.trigger, host.outcome, name, start, who.end, who, host, "subset", why=why
            )


def _parts(
    clause: Clause, host: Figure, match: re.Match[str], taken: set[int], figures: list[Figure]
) -> Iterator[Figure]:
    stop = inset_end(clause, match.start()) or match.end("list")
    verb = next((i for i in range(match.start("list"), stop) if clause.codes[i] in "xXwMkSp"), stop)
    told_by = next((i for i in range(match.start("list"), verb) if by_word_of(clause, i)), verb)
    for at in items(clause, match.start("list"), verb):
        if clause.units[at - 1].low in ("selon", "après") or (at > told_by and clause.codes[at] == "q"):
            break  # «dont trois enfants, selon deux témoins», «selon l'OSDH, une organisation»
        known = next((f for f in figures if f.at == at), None)
        if not countable(clause, at) or _body(clause, at) or _of_things(clause, match, at):
            continue  # «dont trois enfants d'une même famille»
        if known is not None and (known.outcome == host.outcome or _harmed_of(host, known)):
            known.parent, known.relation = host, "subset"
        elif known is not None and known.rule == _HELD and host.outcome in _HURT:
            known.outcome, known.trigger, known.rule = host.outcome, host.trigger, "harm.subset"
            known.parent, known.relation = host, "subset"  # «dix morts, dont deux otages»
        elif at not in taken and (head_of(clause, at, at + 5) or _bare_too(clause, match, at, host)):
            taken.add(at)
            part = make(clause, at, host.trigger, "harm.subset")
            first = clause.units[match.start()].start if at == _first(clause, match) else clause.units[at].start
            part.start, part.end = first, (part.who or clause.units[at]).end
            part.parent, part.relation, part.outcome = host, "subset", host.outcome
            yield part


def _body(clause: Clause, at: int) -> bool:
    """«dont un chef des Bassidjis, une organisation paramilitaire»: what they are, and no one more."""
    if clause.codes[at - 1 : at + 1] != ",q":
        return False
    words = (unit.actor.text if unit.actor is not None else unit.low for unit in clause.units[at + 1 : at + 2])
    return among_words("a_body", [text.lower().split()[0] for text in words])


def _of_things(clause: Clause, match: re.Match[str], at: int) -> bool:
    """«des frappes sur deux marchés, dont un à X»: one of the markets; «dans deux attaques, dont huit à X» tells
    of eight dead.
    """
    things = _THINGS.search(clause.codes, 0, match.start())
    if things is None or clause.codes[at + 1 : at + 2] not in ("i", "e"):
        return False
    whole, part = (clause.units[i].quantity for i in (things.start(), at))
    return whole is not None and whole.figure is not None and (part.figure or 0 if part else 1) < whole.figure


def _first(clause: Clause, match: re.Match[str]) -> int | None:
    """The first number behind «dont»: those told next are parts of their own («…, trois à X et un policier à Y»)."""
    return next(iter(items(clause, *match.span("list"))), None)


def _harmed_of(host: Figure, part: Figure) -> bool:
    """«111 otages, dont 39 sont morts», «15 évacués, dont sept blessés»: some of those taken, lost or led away."""
    near = part.clause.codes[part.at - 1 : part.at] == "n"
    return near and host.outcome in _WHOLE and part.outcome in _HURT


def _bare_too(clause: Clause, match: re.Match[str], at: int, host: Figure) -> bool:
    """«dont trois à X et deux à Y»; «…, dont 12 secouristes, et quatre dans l'est»: the four are none of them."""
    first = _first(clause, match)
    alone = first is None or first == at or head_of(clause, first, first + 5) is None
    behind = at + 2 if clause.codes[at + 1 : at + 2] == '"' else at + 1  # «dont deux "grièvement"»
    return alone and _bare(clause.units[behind : behind + 1], host)


def _bare(after: list[Unit], host: Figure) -> bool:
    """«dont 614 à Santiago», «dont sept graves», «dont un décédé mardi»: what may stand behind a number of people
    without a noun.
    """
    same = bool(after) and after[0].code in "KI" and after[0].value == host.outcome
    return bool(after) and (same or after[0].code in _BARE or told("badly", after))


def ellipses(clause: Clause, figures: list[Figure], taken: set[int]) -> Iterator[Figure]:
    """«25 enfants ont été tués samedi, et 17 la veille», «après 17 la veille»; «22 dans les rangs de l'EI»."""
    for match in _ELLIPSIS.finditer(clause.codes):
        at = max(match.start(group) for group in ("at", "some", "than", "gap", "rival", "also", "vague"))
        than = clause.units[match.start()].value if match["than"] else "contre"
        if than not in ("contre", "après") or not _elliptic(clause, at):
            continue
        models = [f for f in figures if f.at < at and f.outcome and at - max(f.at, f.trigger) <= _REACH]
        if at in taken or not models or measured(clause, at) or free_again(clause, at):
            continue
        taken.add(at)
        model = max(models, key=lambda f: f.at)
        model = model.parent if model.relation == "subset" and model.parent is not None else model
        found = make(clause, at, at, "harm.ellipsis")
        found.outcome, found.trigger, found.elliptic = model.outcome, model.trigger, True
        if model.rule == "harm.lost" and match["gap"]:
            found.rule, found.who = model.rule, model.who
            found.trigger = at  # «L'armée a perdu douze hommes et les rebelles vingt»: each side its own
        found.who = found.who or (model.who if match["h"] or model.who is None or not _own_side(clause, at) else None)
        _take_parts(found, model, figures)
        figures.append(found)  # a model of those behind it
        yield found


def _take_parts(found: Figure, model: Figure, figures: list[Figure]) -> None:
    """«six ont péri à X, 22 à Y, dont douze secouristes»: the twelve are of the figure right before them."""
    for part in figures:
        if part.relation == "subset" and part.parent is model and part.at > found.at and part.number < found.number:
            part.parent = found


def _elliptic(clause: Clause, at: int) -> bool:
    """«puis 270», «160 selon des élus»: the words beside the number are those of an ellipsis."""
    before, after = clause.units[max(0, at - 1) : at], clause.units[at + 1 : at + 2]
    return not (
        (before and before[0].code == "o" and before[0].low not in ("puis", "et"))
        or (after and after[0].code == "o" and after[0].low not in ("selon", "d'après"))
    )


def _own_side(clause: Clause, at: int) -> bool:
    """The elliptic figure names another camp: «22 dans les rangs de l'EI»."""
    return "A" in clause.codes[at : at + 5]


def _told_apart(figures: list[Figure], listed: list[int]) -> None:
    """«Parmi les victimes figurent neuf personnes tuées dans un raid»: a part, told with a verb of its own."""
    for figure in figures:
        if figure.at in listed and figure.parent is None and figure.rule == "harm.reduced":
            figure.rule, figure.relation = _rule_of(figure.outcome), "subset"


def among(clause: Clause, figures: list[Figure], taken: set[int]) -> Iterator[Figure]:
    """«Parmi les morts figurent cinq policiers», «Le maire figure parmi les victimes», «trois sont au nombre des
    tués».
    """
    for match in itertools.chain(*(found.finditer(clause.codes) for found in (_AMONG, _COUNTED_AMONG, _BARE_AMONG))):
        out = match.start("out")
        if not _says_among(clause, match) or (clause.codes[out] == "V" and not clause.units[out].feature("state")):
            continue
        between = clause.units[out + 1 : match.start("list")]
        if any(unit.low == "selon" for unit in between) or (
            between and clause.codes.startswith((",x", '",x'), out + 1)
        ):
            continue  # «figurent parmi les morts, a précisé le maire»
        listed = [
            at for at in items(clause, *match.span("list")) if not (_one_thing(clause, at) or clause.codes[at] == "R")
        ]
        _told_apart(figures, listed)
        found = [at for at in listed if at not in taken and countable(clause, at)]
        for at in found:
            taken.add(at)
            yield _one_among(clause, at, out)
        who = next((i for i in range(*match.span("list")) if clause.codes[i] in "VA"), None)
        who = match.start("name") if match.groupdict().get("name") else who
        if not listed and who is not None and taken.isdisjoint((who, who - 1)) and _person(clause.units[who]):
            taken.add(who)
            yield _one_among(clause, who, out)


def _says_among(clause: Clause, match: re.Match[str]) -> bool:
    """«parmi», «au nombre de»; «font partie des blessés»."""
    if match["prep"]:
        return clause.units[match.start("prep")].value == "parmi"
    return "partie" in [unit.low for unit in clause.units[match.end("list") : match.start("out")]]


def _one_thing(clause: Clause, at: int) -> bool:
    """«selon l'un de ses collègues», «qui dispose d'un réseau», «noyés dans un marais»."""
    if clause.codes[at] != "q":
        return False
    return (at > 0 and clause.units[at - 1].low in ("l'", "d'")) or clause.codes[at - 1 : at] == "i"


def _person(unit: Unit) -> bool:
    """One person: a name, a singular noun, or an actor who is a person."""
    return unit.code == "U" or (singular(unit) and (unit.code == "V" or bool(unit.actor and unit.actor.person)))


def _rule_of(outcome: str) -> str:
    """What befell «les victimes» was told before."""
    return TAKES_UP if outcome == "killed_or_injured" else "harm.among"


def _one_among(clause: Clause, at: int, out: int) -> Figure:
    """What befell the «victimes» told before, befell one among them."""
    rule = _rule_of(clause.units[out].value)
    figure = make(clause, at, out, rule, None if clause.codes[at] in "Qq" else clause.units[at])
    figure.who = _of_those(clause, out, figure.who)
    figure.outcome, figure.relation = clause.units[out].feature("state") or figure.outcome, "subset"
    return figure


def _of_those(clause: Clause, out: int, who: Unit | None) -> Unit | None:
    """«Parmi les soldats tués figurent trois Français»: soldiers, of that land."""
    those = next((unit for unit in clause.units[max(0, out - 2) : out] if unit.code == "V"), None)
    if those is None or (who is not None and who.code == "V" and who.value != "people"):
        return who
    return those.but(actor=who.actor) if who is not None and who.actor is not None else those


def out_of(clause: Clause, figures: list[Figure], taken: set[int]) -> Iterator[Figure]:
    """«Des 52 tués, neuf étaient des policiers», «Sur les 11 victimes, cinq …»: some out of a whole."""
    for match in _OUT_OF.finditer(clause.codes):
        whole = next((f for f in figures if match.start() <= f.at < match.end("out")), None)
        at = match.start("part")
        if whole is None or at in taken or clause.units[match.start()].low not in ("des", "sur", "parmi"):
            continue
        taken.add(at)
        part = make(clause, at, whole.trigger, "harm.out-of")
        part.start, part.end = clause.units[at].start, clause.units[min(at + 3, len(clause.units) - 1)].end
        part.parent, part.relation, part.outcome = whole, "subset", whole.outcome
        part.who = part.who or next((u for u in clause.units[at + 1 : at + 5] if u.code in "VA"), None) or whole.who
        yield part


def of_them(clause: Clause, taken: set[int]) -> Iterator[Figure]:
    """«Six des huit blessés sont des femmes», «deux des morts étaient mineurs»: some of those told before."""
    for match in _THEM.finditer(clause.codes):
        at, trigger = match.start("part"), max(match.start("out"), match.start("told"))
        out = clause.units[trigger]
        if at not in taken and clause.units[at + 1].low in ("des", "de"):
            taken.add(at)
            rule = TAKES_UP if out.value == "killed_or_injured" else "harm.of-them"
            part = make(clause, at, trigger, rule)
            part.relation, part.outcome = "subset", out.value
            part.who = next((u for u in clause.units[match.end() : match.end() + 5] if u.code in "VA"), None)
            yield part


def trailing(clause: Clause, figures: list[Figure], taken: set[int]) -> Iterator[Figure]:
    """«54 assaillants ont été tués, ainsi que 16 miliciens»: more people behind the verb, with the same outcome."""
    for match in _TRAILING.finditer(clause.codes):
        if clause.units[match.start("word")].low not in AS_WELL:
            continue
        models = [f for f in figures if max(f.at, f.trigger) < match.start() and f.outcome in SHARED]
        for at in items(clause, *match.span("list")) if models else []:
            if at not in taken and head_of(clause, at, at + 5) is not None:
                taken.add(at)
                yield _as_model(clause, at, models[-1])


def took_up(clause: Clause, taken: set[int]) -> Iterator[Figure]:
    """«Vingt-quatre étaient des enfants», «parmi eux figurent deux femmes»: out of the people of the sentence before;
    the outcome is that of the whole, which is looked for among the figures told before.
    """
    match = _WERE.match(clause.codes) or _BUT_WERE.search(clause.codes)
    if match is None:
        return
    found = [match.start("at")] if match["at"] else items(clause, *match.span("list"))
    for at in [i for i in found if i not in taken and not measured(clause, i)]:
        who = next((u for u in clause.units[at + 1 : at + 8] if u.code == "V"), None)
        if who is not None:
            taken.add(at)
            unit, why = clause.units[at], {"outcome": (clause.units[at].start, who.end, TAKES_UP)}
            yield Figure(clause, unit.quantity, at, at, "", TAKES_UP, unit.start, who.end, who, why=why)


def so_were(clause: Clause, figures: list[Figure], taken: set[int]) -> Iterator[Figure]:
    """«Seize soldats ont été blessés et une vingtaine de civils l'ont été aussi»: the verb before is meant, here or in
    the sentence before.
    """
    for match in _SO_WERE.finditer(clause.codes) if "lxX" in clause.codes else ():
        at = next(iter(items(clause, *match.span("list"))), None)
        if at is None or at in taken or clause.units[match.start("end") - 3].low != "l'":
            continue
        taken.add(at)
        before = [f for f in figures if f.at < at and f.outcome in SHARED]
        found = make(clause, at, match.start("end") - 1, SO_WERE)
        found.outcome = max(before, key=lambda f: f.at).outcome if before else ""
        yield found


def recounted(clause: Clause, taken: set[int]) -> Iterator[Figure]:
    """«L'armée n'en reconnaît que deux», «un témoin en a compté quatorze»: of whom, the words before tell."""
    for match in _WITH_EN.finditer(clause.codes):
        at, verb = match.start("at"), clause.units[match.start("verb") : match.end("verb")]
        if at in taken or clause.units[match.start("en")].low != "en" or not told("tallies", verb):
            continue
        if not measured(clause, at):
            taken.add(at)
            unit, start = clause.units[at], clause.units[match.start("en")].start
            why = {"outcome": (start, unit.end, RECOUNTS)}
            yield Figure(clause, unit.quantity, at, at, "", RECOUNTS, start, unit.end, why=why)


def _as_model(clause: Clause, at: int, model: Figure) -> Figure:
    found = make(clause, at, at, "harm.trailing")
    found.outcome, found.trigger = model.outcome, model.trigger
    return found
