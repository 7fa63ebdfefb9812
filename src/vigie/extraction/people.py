"""Level 6: whom an elliptic figure counts («23 autres», «l'un d'eux», «4 blessés parmi les militaires»)."""

import re
from itertools import takewhile

from .agency import roles
from .bombers import another_bomber
from .cues import told
from .figures_parts import RECOUNTS, SO_WERE, TAKES_UP
from .frames import BODILY, Clause, Figure
from .pronouns import subject_of
from .sides import ARMED
from .units import Unit

_TWO_KINDS = re.compile(r"[VA][aoj]?td?[li]?[VA]")
_THEY_WERE = re.compile(r"l[NV]X[rlju]?d[lj]?V(?!td?l?V)")  # «Les victimes sont des villageois»
_AMONG = frozenset({"parmi", "chez", "côté"})
_THE = frozenset({"les", "des", "aux"})
_AGAIN = 2  # sentences back to those whom a toll counts again
_OTHERS = 2  # sentences back to those than whom «cinq autres» are others
_PRICE = 4  # units before the number in «au prix de dix morts»
_MEN = frozenset({"homme", "hommes"})
_FRONT = 6  # units before the comma of «dans les rangs de l'armée, …»
_OPEN = frozenset({"people", "men"})  # who they are is left open: «dans les rangs de l'armée» says more


def _behind(clause: Clause, figure: Figure) -> Unit | None:
    """«4 blessés parmi les militaires», «12 morts dans les rangs de l'armée», «40 tués côté rebelle», «9 victimes
    civiles».
    """
    if figure.at + 1 < len(clause.units) and _partitive(clause, figure.at + 1):
        return _of_one_kind(clause, figure.at + 1)
    last = max(figure.at, figure.trigger if abs(figure.trigger - figure.at) < 6 else figure.at)
    adjective = clause.units[last + 1] if last + 1 < len(clause.units) else None
    if adjective is not None and clause.codes[last] == "N" and adjective.code == "j":
        return adjective
    for at in range(last + 1, min(last + 5, len(clause.units))):
        if clause.codes[at] in (",;:." if figure.who is None else ",;:.Q"):
            return None
        if _partitive(clause, at):
            return _of_one_kind(clause, at)
    return None


def _of_one_kind(clause: Clause, at: int) -> Unit | None:
    """Whom «parmi les soldats» names; «parmi les habitants et les soldats» leaves open who they were."""
    near = takewhile(lambda i: clause.codes[i] not in ",;:.", range(at + 1, min(at + 6, len(clause.units))))
    here = next((i for i in near if clause.codes[i] in "VAaj"), None)
    both = _TWO_KINDS.match(clause.codes, here) if here is not None else None
    if here is None or (both is not None and _kind(clause.units[here]) != _kind(clause.units[both.end() - 1])):
        return None
    return clause.units[here]


def _kind(unit: Unit) -> str:
    """Fighters and police are of one kind."""
    armed = unit.value in ARMED or (unit.code == "A" and unit.actor is not None and unit.actor.role == "force")
    return "armed" if armed else unit.value


def _left_open(who: Unit) -> bool:
    """«hommes», «personnes», «combattants»: of whom, other words must say."""
    plain = who.actor is None or not who.actor.ids or who.actor.text == who.actor.head
    side = who.feature("side") in (None, "state")  # «un soldat tué côté turc»
    return who.value in _OPEN or (who.value == "armed" and plain and side)


def _fronted(clause: Clause, figure: Figure) -> Unit | None:
    """«Côté rebelle, on compte vingt morts», «Du côté des assaillants, le bilan est de douze morts»."""
    first = clause.codes.rfind(";", 0, figure.at) + 1
    comma = clause.codes.find(",", first, figure.at)
    if not (0 < comma - first <= _FRONT) or not _partitive(clause, first):
        return None
    alone = not set("QqKkIN") & set(clause.codes[first:comma])
    return next((u for u in clause.units[first + 1 : comma] if u.code in "VAa"), None) if alone else None


def _partitive(clause: Clause, at: int) -> bool:
    """«parmi», «chez», «côté», «dans les rangs»."""
    unit = clause.units[at]
    return unit.code == "i" and (
        unit.value in _AMONG or any(u.low in ("rang", "rangs") for u in clause.units[at + 1 : at + 3])
    )


def _in_ranks(figure: Figure) -> Unit | None:
    """«quatre morts et 17 blessés, dont sept graves, dans les rangs de l'armée»: said of all of them."""
    clause, last = figure.clause, max(figure.at, figure.trigger)
    found = clause.once("in ranks", _ranks)
    if found is None or figure.outcome not in BODILY or not last < found[0]:
        return None
    return None if set("VA;") & set(clause.codes[last + 1 : found[0]]) else found[1]


def _ranks(clause: Clause) -> tuple[int, Unit] | None:
    """Where a sentence says «dans les rangs de», and of whom."""
    at = next((i for i, u in enumerate(clause.units) if u.code == "i" and u.low.startswith("dans les rangs")), None)
    who = next((u for u in clause.units[at + 1 : at + 5] if u.code in "VAaj"), None) if at is not None else None
    return (at, who) if at is not None and who is not None else None


def _counted(clause: Clause, figure: Figure) -> Unit | None:
    """«le nombre de soldats tués s'élève à 89»: the noun stands before its number; behind an act it does not say who
    died («le bilan de l'attaque menée par les rebelles s'élève à 30 morts»).
    """
    if "B" not in clause.codes[: figure.at]:
        return None
    start = clause.codes.rindex("B", 0, figure.at)
    first = clause.codes.find("B")
    # «Le bilan des combats, où des rebelles ont …, s'élève à 89 morts»
    stops = [at for mark in ",E" if (at := clause.codes.find(mark, first, figure.at)) >= 0]
    between = range(min(start, first) + 1, min([*stops, figure.at]))
    kind = next((i + 1 for i in between if clause.codes[i : i + 2] == "Nj"), None)
    if kind is not None and clause.units[kind].value not in ARMED:
        return clause.units[kind]  # «le nombre de victimes civiles atteint 1.500 morts»
    alone = [i for i in between if clause.codes[i] == "V" and not set("Qq") & set(clause.codes[max(0, i - 2) : i])]
    alone = [i for i in alone if not _tells_it(clause, i)]
    return next((clause.units[i] for i in alone if clause.units[i].value != "people"), None)


def _tells_it(clause: Clause, at: int) -> bool:
    """«le bilan, selon le maire, est de …», «fourni par le maire»; «essuyé par l'armée» says whose dead they are."""
    before = clause.units[max(0, at - 2) : at]
    given = any(unit.code == "p" for unit in before) and clause.units[at].value not in ARMED
    return given or told("by_word_of", before)


def _elliptic(figure: Figure) -> bool:
    """The words take up people told before: «autres», «d'eux», «d'entre eux», a bare participle; not «aucune autre
    victime», who would be anybody.
    """
    around = figure.clause.codes[figure.at + 1 : figure.at + 5]
    if figure.clause.codes[figure.at] == "Z" and around[:2] == "hN":
        return False
    return "h" in around[:2] or "u" in around or figure.elliptic or _bare_subject(figure)


def _bare_subject(figure: Figure) -> bool:
    """«Deux sont morts le lendemain»: of those told before."""
    return figure.at == 0 and figure.clause.codes[1:2] in ("x", "X")


def _model(figure: Figure, earlier: list[Figure]) -> Figure | None:
    """The figure whose people an elliptic one takes up, or that it is coordinated with («3 soldats tués et 5 blessés»);
    a part («dont deux enfants») is not what «les autres» are others of."""
    reach = _OTHERS if "h" in figure.clause.codes[figure.at + 1 : figure.at + 3] else 1
    near = takewhile(lambda f: figure.clause.index - f.clause.index <= reach, reversed(earlier))
    last = next((f for f in near if f.who is not None and not is_part(f)), None)
    if last is None or (last.clause is not figure.clause and _of_many_kinds(last, earlier)):
        return None
    if _bare_subject(figure) and last.number <= figure.number:
        return None
    joined = last.clause is figure.clause and 0 < figure.at - max(last.at, last.trigger) <= 6
    return last if _elliptic(figure) or joined else None


def _of_many_kinds(last: Figure, earlier: list[Figure]) -> bool:
    """«Deux femmes, un garçon et un soldat ont péri. Trois autres …»: others than all of them may be anybody."""
    beside = [f for f in earlier if f.clause is last.clause and f.outcome == last.outcome and f.who is not None]
    kinds = {_kind(f.who) for f in beside if f.who is not None and not is_part(f)}
    return len(kinds) > 1


def own_ranks(figure: Figure) -> bool:
    """«trois morts dans nos rangs», «huit de ses hommes»."""
    listed, length = figure.clause.listed, len(figure.clause.units)
    first, last = sorted((figure.at, figure.trigger))
    own = [i for i in listed.get("own", ()) if first <= i < min(last + 6, length - 2)]
    theirs = any(at - i in (1, 2) for i in own for at in listed.get("ranks", ()))
    return theirs or (figure.elliptic and _owned(figure))


def _owned(figure: Figure) -> bool:
    """«Trois de nos hommes sont tombés à l'aube, les cinq autres ensuite»: others of the same men."""
    listed, units = figure.clause.listed, figure.clause.units
    return any(at + 1 < len(units) and units[at + 1] is figure.who for at in listed.get("own", ()))


def _tellers(figure: Figure) -> Unit | None:
    """«La police déplore dix blessés dans ses rangs»: the force told last before, but for those who are counted; «X a
    repris la ville à Y, au prix de dix morts dans ses rangs»: the subject, who paid for it.
    """
    clause = figure.clause
    if figure.outcome not in BODILY or not own_ranks(figure):
        return None
    if any(unit.low.startswith("au prix") for unit in clause.units[max(0, figure.at - _PRICE) : figure.at]):
        subject = subject_of(clause, figure.at)
        return clause.units[subject] if subject is not None and _force(clause.units[subject]) else None
    forces = [i for i in range(figure.at) if _force(clause.units[i]) and "Q" not in clause.codes[max(0, i - 2) : i]]
    return clause.units[forces[-1]] if forces else None


def _force(unit: Unit) -> bool:
    """An army, police, a group, or fighters."""
    actor = unit.actor
    armed = actor is not None and bool(actor.ids) and (actor.kind == "armed" or actor.role == "force")
    return unit.code in "AV" and (armed or unit.value in ARMED)


def is_part(figure: Figure) -> bool:
    """«dont deux enfants»: not those whom «et 97 blessés» are more of."""
    return figure.relation == "subset" or "n" in figure.clause.codes[max(0, figure.at - 2) : figure.at]


def take_up(figures: list[Figure]) -> list[Figure]:
    """«Vingt-quatre étaient des enfants»: a part of the figure of the sentence before; without one it tells nothing.
    «parmi les victimes figurent deux enfants»: of the dead told before, however far.
    """
    kept: list[Figure] = []
    for figure in figures:
        if figure.rule == TAKES_UP:
            whole = _whole_before(figure, kept)
            if whole is None and not figure.outcome:
                continue
            if whole is not None:
                figure.outcome, figure.parent, figure.relation = whole.outcome, whole, "subset"
        elif not _goes_on(figure, kept):
            continue
        kept.append(figure)
    return kept


def _goes_on(figure: Figure, kept: list[Figure]) -> bool:
    """Whether a figure whose verb was told before finds it there; any other one needs none."""
    if figure.rule == RECOUNTS:
        return _as_counted(figure, kept)
    return figure.rule != SO_WERE or _as_those_before(figure, kept)


def _as_those_before(figure: Figure, earlier: list[Figure]) -> bool:
    """«Une vingtaine de civils l'ont été également»: what those were whom the sentence before tells of last."""
    last = earlier[-1] if earlier and figure.clause.index - earlier[-1].clause.index <= 1 else None
    figure.outcome = figure.outcome or (last.outcome if last is not None else "")
    return bool(figure.outcome)


def _as_counted(figure: Figure, earlier: list[Figure]) -> bool:
    """Whether people were counted last before «en»; then it tells of what befell them, and who they are."""
    first = next((f for f in reversed(earlier) if f.relation != "subset"), None)
    if first is None or figure.clause.index - first.clause.index > 1:
        return False
    same = first.clause is figure.clause
    between = figure.clause.codes[max(first.at, first.trigger) + 1 if same else 0 : figure.at]
    behind = "" if same else first.clause.codes[max(first.at, first.trigger) + 1 :]
    if "Q" in between or "Q" in behind:
        return False
    beside = [f for f in earlier if f.clause is first.clause and f.relation != "subset"]
    model = next((f for f in beside if f.outcome == "killed"), first)  # «12 morts et 30 blessés»: the dead
    if figure.number < model.number and told("claims_some", figure.clause.units[: figure.at]):
        return False  # «Le Jnim en revendique quatre»: four of the attacks
    figure.outcome, figure.who = model.outcome, model.who
    return True


def _whole_before(figure: Figure, earlier: list[Figure]) -> Figure | None:
    """The larger toll of the sentence before; for «victimes» the last of the dead, else one of people hurt."""
    wholes = [f for f in earlier if f.relation != "subset" and f.number > figure.number]
    near = [f for f in wholes if f.clause.index == figure.clause.index - 1]
    if not figure.outcome:
        return near[-1] if near else None
    dead = [f for f in wholes if f.outcome == "killed"]
    hurt = [f for f in near if f.outcome in BODILY]
    found = dead or hurt
    return found[-1] if found else None


def those_named(figure: Figure) -> Unit | None:
    """«Les enfants paient un lourd tribut: 310 d'entre eux ont été tués»: those whom the sentence names before."""
    units, at = figure.clause.units, figure.at
    if not figure.clause.codes.startswith(("du", "diu"), at + 1):
        return None
    named = [i for i in range(1, at) if units[i].code == "V" and units[i - 1].low in _THE]
    return units[named[-1]] if named and "Q" not in figure.clause.codes[named[-1] : at] else None


def complete_people(figures: list[Figure]) -> None:
    """Give each figure without a noun the noun that the words imply, where they do."""
    for rank, figure in enumerate(figures):
        if figure.who is not None and told("comrades", [figure.who]):
            model = _model(figure, figures[:rank])
            figure.who = model.who if model is not None else figure.who
        among = _behind(figure.clause, figure) or _fronted(figure.clause, figure)
        if figure.who is not None and not (among and _left_open(figure.who)):
            continue
        noun = those_named(figure) or _tellers(figure) or among or _counted(figure.clause, figure) or _in_ranks(figure)
        noun = noun or another_bomber(figure)
        model = None if noun else _model(figure, figures[:rank])
        figure.who = _both(figure.who, noun) or (model.who if model else None)
        figure.model = model if model is not None and model.clause is figure.clause else None
    for figure in figures:
        if figure.outcome == "detained" and _carried_off(figure):
            figure.outcome = "abducted"


def _both(who: Unit | None, noun: Unit | None) -> Unit | None:
    """«143 combattants du côté du régime»: fighters, and whose."""
    fighters = who is not None and who.value == "armed" and noun is not None and noun.code in "Aa" and noun.actor
    return who.but(actor=noun.actor) if fighters and who is not None and noun is not None else noun


CIVIL = frozenset({"civilians", "children", "women", "aid_workers", "medical", "journalists"})


def may_be_among(whole: str, part: str) -> bool:
    """Whether people told as `part` may be some of those told as `whole`."""
    if whole in ("people", part) or {whole, part} <= set(ARMED):
        return True
    return whole == "civilians" and (part == "people" or part in CIVIL)


def _carried_off(figure: Figure) -> bool:
    """«344 lycéens capturés»: fighters are taken prisoner, others are abducted (gold/GUIDE.md)."""
    caught = told("caught", [figure.clause.units[figure.trigger]])
    return caught and figure.who is not None and figure.who.value in CIVIL


def lend_sides(figures: list[Figure], clauses: list[Clause]) -> None:
    """«l'officier», «un troisième militaire» are of the army whose soldiers were told before, not of the country they
    are in.
    """
    told = [
        (clause.index, u)
        for clause in clauses
        for u in clause.units
        if u.code == "V" and _of_a_state(u) and u.actor and u.actor.ids
    ]
    for figure in figures:
        who = figure.who
        if who is None or (who.actor is not None and who.actor.ids) or not _of_a_state(who):
            continue
        before = [
            u for index, u in told if index <= figure.clause.index and u.start < who.start and u.value == who.value
        ]
        if before and not killed_by(figure, before[-1]):
            figure.who = who.but(actor=before[-1].actor)


def killed_by(figure: Figure, unit: Unit) -> bool:
    """«L'armée turque a tué dix soldats»: not hers."""
    part = roles(figure.clause).get(figure.trigger, {}).get("by") if figure.rule.startswith("harm.active") else None
    author = part.unit.actor if part is not None else None
    return author is not None and unit.actor is not None and set(author.ids) == set(unit.actor.ids)


def name_later(figures: list[Figure], clauses: list[Clause]) -> None:
    """«41 personnes ont été tuées. Les victimes sont des villageois»: who they were is told in the next sentence."""
    by_rank = {clause.index: clause for clause in clauses}
    for figure in figures:
        behind = by_rank.get(figure.clause.index + 1)
        match = _THEY_WERE.match(behind.codes) if behind is not None else None
        if behind is None or match is None or not told("victims", [behind.units[1]]):
            continue
        kind, left_open = behind.units[match.end() - 1].value, figure.who is None or figure.who.value in _OPEN
        if figure.outcome == "killed" and figure.number > 1 and left_open and kind not in ARMED and not is_part(figure):
            figure.people = kind


def lend_ranks(figures: list[Figure]) -> None:
    """«Onze soldats ont péri. Le bilan est de onze morts et quatorze blessés»: a toll that counts the soldiers again
    counts soldiers, its wounded as well.
    """
    soldiers: dict[tuple[str, int], Figure] = {}
    ranks: dict[int, Unit | None] = {}
    for figure in figures:
        if figure.who is not None and figure.who.value in ARMED:
            soldiers[figure.outcome, figure.number] = figure
        first = soldiers.get((figure.outcome, figure.number)) if bare(figure) else None
        if first is not None and 0 < figure.clause.index - first.clause.index <= _AGAIN:
            ranks[figure.clause.index] = first.who
    for figure in figures:
        if bare(figure):
            figure.who = ranks.get(figure.clause.index)
    _lend_men(figures)


def _lend_men(figures: list[Figure]) -> None:
    """«Six soldats ont péri. Onze hommes ont aussi été blessés», «Dix autres hommes ont disparu»: soldiers as well."""
    for rank, figure in enumerate(figures):
        who = figure.who
        if who is None or who.value != "men" or who.low not in _MEN or not _as_well(figure):
            continue
        last = next((f for f in reversed(figures[:rank]) if not is_part(f)), None)
        near = last is not None and figure.clause.index - last.clause.index <= 1 and last.who is not None
        if near and last is not None and last.who is not None and last.who.value in ARMED:
            figure.who = figure.who if _of_many_kinds(last, figures[:rank]) else last.who


def _as_well(figure: Figure) -> bool:
    """«en outre», «également», «autres» between the men and what befell them."""
    first, last = sorted((figure.at, figure.trigger))
    return told("as_well", figure.clause.units[first : last + 1])


def bare(figure: Figure) -> bool:
    """«onze morts», «quatorze blessés», of whom no word tells who they were."""
    return figure.who is None and figure.rule == "harm.count-noun" and figure.outcome in BODILY and figure.number > 0


def _of_a_state(unit: Unit) -> bool:
    return unit.code == "V" and unit.feature("side") == "state"
