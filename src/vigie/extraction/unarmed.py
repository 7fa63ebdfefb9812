"""Level 6: clashes that were none, as those whom they hit tell: nobody under arms (ACLED: an attack on civilians)."""

from .acts import Act
from .foes import MUTUAL
from .kinds import of_two_sides
from .sides import ARMED, of_state

_ATTACKS = ("attack", "attentat")  # words of what one side does
_ASSAULTS = (*_ATTACKS, "assault")
_MORE = 2  # times as many people as fighters
_UNARMED = ("civilians", "children", "women", "aid_workers", "medical", "journalists")


def attacks_on_civilians(acts: list[Act]) -> None:
    """An ambush, or what other words of the story made a fight, is an attack where nobody under arms was hit."""
    for act in acts:
        if act.type != "Armed clash" or _forces_came(act):
            continue
        if (act.presumed and act.target == "civilians") or _only_attacked(act) or _shot_down(act):
            act.type = "Attack"
        elif _few_soldiers(act):
            act.type, act.target = "Attack", "civilians"


def _only_attacked(act: Act) -> bool:
    """«36 civils ont été tués dans une attaque», «ont attaqué des villages», whatever operations the text tells of
    beside it; not a fight of two sides in which civilians died as well.
    """
    hit = [f.who.value for f in act.figures if f.who is not None and f.who.code == "V"]
    if act.seen.type not in _ATTACKS or _mutual(act) or any(value in ARMED for value in hit):
        return False
    if "Armed clash" in act.raw and act.by:
        return False  # «les affrontements entre X et Y», of which the attack was a part
    told_so = act.target == "civilians" and act.sure
    return told_so or (act.target in (None, "civilians") and any(value in _UNARMED for value in hit))


def _few_soldiers(act: Act) -> bool:
    """«Une attaque a fait 23 morts. Trois soldats ont également été tués»: most of those hit were no fighters."""
    if act.seen.type not in _ATTACKS or _mutual(act) or any(map(of_state, act.by)) or _on_forces(act):
        return False
    dead = sorted((f for f in act.figures if f.outcome == "killed" and f.parent is None), key=lambda f: f.start)
    fighters = [f for f in dead if f.who is not None and f.who.value in ARMED]
    return bool(fighters) and dead[0] not in fighters and dead[0].number > _MORE * sum(f.number for f in fighters)


def _on_forces(act: Act) -> bool:
    """«une attaque contre l'armée», «d'un poste de police»."""
    aimed = act.seen.target.unit if act.seen.target is not None else None
    forces = aimed is not None and (aimed.actor is not None or aimed.value in ARMED)
    return forces or act.seen.struck == "military_site"


def _shot_down(act: Act) -> bool:
    """«Une attaque a fait deux morts. L'assaillant a été abattu»: forces who come to the help make no fight of it."""
    noun = act.clause.codes[act.seen.at] == "E" and not act.seen.plural and not _mutual(act)
    one_sided = noun and act.seen.type in _ASSAULTS and act.target in (None, "civilians")
    people = [f for f in act.figures if f.outcome == "killed" and (f.who is None or f.who.value not in ARMED)]
    fighters = [f.who for f in act.figures if f.who is not None and f.who.value in ARMED]
    attackers = bool(fighters) and all(who.feature("attacker") is not None for who in fighters)
    return one_sided and bool(people) and attackers


def _mutual(act: Act) -> bool:
    """«une fusillade entre policiers et trafiquants», «des violences entre éleveurs et cultivateurs»."""
    return of_two_sides(act.seen) or (act.seen.by is not None and act.seen.by.rule in MUTUAL)


def _forces_came(act: Act) -> bool:
    """Forces of a state that come for somebody fight, unless the words say that those who died were civilians."""
    return not act.grip and any(of_state(actor) for actor in act.by)
