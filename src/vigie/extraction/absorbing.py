"""Level 5: another telling put into an act: what it adds, and which of two words for the same thing tells more."""

from .act_types import TELLING
from .actor_ids import nameless
from .acts import Act, mirrored, open_word, unnamed
from .crowds import LADDER
from .cues import told
from .event_types import with_more
from .events import breaks_out, words_of
from .foes import MUTUAL
from .setting import Where
from .sides import of_states, under_arms

_WEEK, _MONTH = 7, 28  # days
_FOUGHT = {"Attack", "Armed clash"}
_RAIDED = _FOUGHT | {"Suicide bomb", "Remote explosive/landmine/IED"}
_FIRED = {"Shelling/artillery/missile attack": "F", "Grenade": "FW"}  # how an assault may begin, and by which words


def _detail(act: Act) -> int:
    told = 2 * act.own_place + 2 * act.own_time + bool(act.by) + bool(act.target)
    return told - act.seen.definite - act.seen.weak


def absorb(act: Act, more: Act) -> None:
    """Put another telling into an act: the more detailed one is its sentence, the other one a mention."""
    seen, other = act.seen, more.seen
    aside = more.bare or more.denied
    titled = act.clause.sentence.heading and not more.clause.sentence.heading
    if (titled or _detail(more) > _detail(act)) and not aside:
        act.seen, other = more.seen, seen
    mention = words_of(other)
    act.mentions.append(mention)
    act.tellings += 1
    if aside:
        act.asides.append(mention)
        return
    act.done = max(act.done, more.done)
    act.seen.sites = seen.sites | more.seen.sites
    if not act.by or not more.by or set(act.by) & set(more.by):  # not those of the other side
        act.seen.weapons = with_more(seen.weapons, more.seen.weapons)
    act.seen.struck = act.seen.struck or other.struck
    act.seen.count = act.seen.count or other.count
    if titled and _spelt_out(act, more):
        act.where = more.where
    else:
        act.where, act.own_place = _finer(act, more)
    if more.own_time and more.when and more.when.interval.days < _MONTH and (not act.own_time or _closer(act, more)):
        act.when, act.own_time = more.when, True
    if act.type != more.type and {act.type, more.type} <= set(LADDER):
        _sterner(act, more)
    elif not (mirrored(act, more) or (more.defence and not act.defence) or _of_another(act, more)):
        _people(act, more)
    elif mirrored(act, more) and _mutual(act) and not _mutual(more) and not more.denied:
        act.by, act.target, act.grip = more.by, more.target or act.by[0], more.grip
        act.blame_at, act.hedged = more.blame_at, more.hedged
    act.presumed = all(one.presumed or one.type != "Armed clash" for one in (act, more))
    if not _fires(act, more):
        act.type = _telling_type(act, more)
        act.raw |= more.raw


def _closer(act: Act, more: Act) -> bool:
    """«fin novembre», then «les 29 et 30 novembre»: the days within the others say more."""
    if act.when is None or more.when is None or breaks_out(more.seen):
        return False
    outer, inner = act.when.interval, more.when.interval
    return outer.start <= inner.start and inner.end <= outer.end and inner.days < outer.days


def _people(act: Act, more: Act) -> None:
    """A named author says more than an unnamed one, a target that words name more than one concluded."""
    if more.target and (act.target is None or more.grip > act.grip):
        act.target, act.grip = more.target, more.grip
    accused = more.seen.by is not None and more.seen.by.rule == "agency.accused"  # a rival telling, not the story's
    if (
        more.by
        and not (accused or _only_takes_up(act, more))
        and (not act.by or (all(map(unnamed, act.by)) and not any(map(unnamed, more.by))))
    ):
        act.by, act.blame_at, act.hedged = more.by, more.blame_at, more.hedged
        act.of_all = more.seen.definite


def _mutual(act: Act) -> bool:
    """«les combats entre X et Y»: whoever attacked, the words do not say."""
    return act.seen.by is not None and act.seen.by.rule in MUTUAL


def _only_takes_up(act: Act, more: Act) -> bool:
    """«Cinq personnes sont mortes dans une embuscade. Les assaillants tiraient sur tout»: those who did it, of whom
    nothing is told.
    """
    author = more.seen.by.unit if more.seen.by is not None else None
    if author is None or author.feature("attacker") is None or act.clause is more.clause or not nameless(more.by):
        return False
    at = next((i for i, unit in enumerate(more.clause.units) if unit is author), 0)
    return told("definite", more.clause.units[max(0, at - 1) : at])


def _at_large(act: Act, more: Act) -> bool:
    """«un attentat», then «X commet des attentats»: several that nothing ties to the one told before."""
    if act.clause is more.clause or act.seen.plural or not more.seen.plural:
        return False
    several = not (more.seen.definite or more.seen.count or more.figures)
    nouns = {act.seen.rule, more.seen.rule} == {"event.noun"}
    return nouns and (several or _in_general(more))


def _of_another(act: Act, more: Act) -> bool:
    """What is told says nothing of who did the act told before."""
    return _at_large(act, more) or _to_the_rescue(act, more)


def _to_the_rescue(act: Act, more: Act) -> bool:
    """«L'attaque d'un hôtel a fait dix morts. L'armée a donné l'assaut.»: forces that hit nobody whom words name, or
    the attackers, or a camp of theirs, did not attack those who were hit before.
    """
    if act.clause is more.clause or nameless(more.by) or not all(map(of_states, more.by)) or not nameless(act.by):
        return False
    raid = act.type in _RAIDED and (act.seen.rule == "event.noun" or bool(act.by))
    return raid and (_on_attackers(more) or (more.target is None and more.type in _FOUGHT))


def _on_attackers(act: Act) -> bool:
    """The sentence tells of attackers, or behind what was done of a group under arms."""
    units = act.clause.spoken.units
    groups = (i for unit in units[act.seen.at + 1 :] if unit.actor is not None for i in unit.actor.ids)
    return any(unit.feature("attacker") is not None for unit in units) or any(map(under_arms, groups))


def _in_general(act: Act) -> bool:
    """«Les attaques de X ont fait 1.200 morts», of no day: what X does again and again."""
    soon = act.own_time and act.when is not None and act.when.interval.days < _WEEK
    return act.seen.definite and bool(act.by) and not soon and act.clause.units[act.seen.at - 1].low == "les"


def _sterner(act: Act, more: Act) -> None:
    """Those who dispersed a protest, or fired on it, did more to make it news than those who marched."""
    if LADDER.index(more.type) > LADDER.index(act.type):
        act.by, act.blame_at, act.hedged = more.by, more.blame_at, more.hedged
        act.target, act.grip = more.target, more.grip


def _fires(act: Act, more: Act) -> bool:
    """«les assaillants ont d'abord tiré au mortier», «lancé des grenades»: what an assault on forces begins with."""
    fired = more.clause.codes[more.seen.at] in _FIRED.get(more.type, "")
    return act.type == "Armed clash" and act.sure and bool(act.by or more.by) and fired


def _spelt_out(title: Act, more: Act) -> bool:
    """«à Kandahar» of a title may be «la province de Kandahar» of the text."""
    return (
        title.own_place
        and more.own_place
        and title.where is not None
        and more.where is not None
        and title.where.place.name == more.where.place.name
    )


def _telling_type(act: Act, more: Act) -> str:
    """A word that names the type outdoes general ones; among equals the more telling type."""
    if {act.type, more.type} == _FOUGHT:
        return _fought(act, more)
    if open_word(act) != open_word(more):
        return more.type if open_word(act) else act.type
    return max(act.type, more.type, key=lambda t: TELLING.index(t) if t in TELLING else -1)


def _fought(act: Act, more: Act) -> str:
    """Of an attack and a clash: what hit people under arms, or only its authors were shot at («les assaillants de
    l'hôpital ont été abattus»).
    """
    civil, clash = (act, more) if act.type == "Attack" else (more, act)
    if civil.target == "civilians" and civil.sure and not clash.sure:
        return civil.type
    if open_word(act) != open_word(more) and civil.target in (None, "civilians"):
        return more.type if open_word(act) else act.type
    return clash.type


def _finer(act: Act, more: Act) -> tuple[Where | None, bool]:
    """The more exact of two own places; an own place before one taken from elsewhere."""
    if more.own_place and (
        not act.own_place or (act.where and more.where and more.where.place.km < act.where.place.km)
    ):
        return more.where, True
    return act.where, act.own_place
