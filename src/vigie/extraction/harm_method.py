"""Level 6: how they were harmed: the verb's own way, the act as the sentence or the story tells it (ACLED's types)."""

import re

from .acts import Act, near, overlap
from .agency import roles
from .complex_attack import BOMBS, all_told, in_several_ways, of_a_bomb
from .crowds import DEMONSTRATIONS, DISPERSED, EXCESSIVE, MOB, RIOT, mob_of
from .cues import told as says
from .frames import Figure
from .harm_charged import BODILY, ONE_SIDED, campaign_at, in_fights, in_war
from .harm_fallen import BY_HAND, HARMLESS, RAIDS, attacked, both_fell, caught, hushed, of_raids
from .harm_lent import lender, others_than, recount_of
from .harm_means import aimed_at, by_hand, means, shot
from .harm_people import victims
from .harm_tolls import day_told
from .harming import counts_again
from .kinds import on_land
from .setting import When, Where, place_in_clause
from .settle import starts_count
from .sides import ARMED, ARMED_PEOPLE, of_state, unnamed
from .story import Story, Telling

_JOINED = re.compile(r"t[QqljVAaohd]{1,4}K")  # the participle that another one is joined to
_MOST = 0.8  # of the dead: the rest says nothing of how they died
_NEAR = 6  # sentences between an attack and those who died in it
_BATTLES = frozenset({"Armed clash", "operation"})  # words of fights that last
_NO_GROUP = ("protesters", "unknown_gunmen", "kurdish_forces")  # kinds of those named by kind only
_LONG = ("war", "period")  # what such figures sum up
_BATTLE = 3  # sentences around a figure in which the fights stand that it fell in
_UPON = (None, "Armed clash", "Attack", "Suicide bomb", "Remote explosive/landmine/IED")  # what attackers do to others
FIRE = frozenset({"Air/drone strike", "Shelling/artillery/missile attack"})
_THROWN = FIRE | {"Grenade"}  # what else may be told of a battle
# What may have happened to people who were shot or stabbed.
_SHOT = frozenset({None, *BY_HAND, *HARMLESS, *DEMONSTRATIONS, MOB, "Abduction/forced disappearance", "Other"})
# Types that a sentence tells by its own words; «Attack» may be a bomb that another sentence names.
_OF_ITSELF = frozenset(
    {
        "Air/drone strike",
        "Shelling/artillery/missile attack",
        "Suicide bomb",
        "Grenade",
        "Chemical weapon",
        "Armed clash",
    }
)


def method(story: Story, figure: Figure, scope: str, by: list[str]) -> str | None:
    """How they were harmed; where nothing is told of that, as those were of whom they are a part, or with whom they
    are told.
    """
    told, joint = _method(story, figure, scope, by), story.joint_of.get(id(figure))
    if told is not None:
        return told if joint is None or joint.type == told else None
    whole = figure.parent
    if whole is not None:
        return method(story, whole, scope, by) if figure.outcome == whole.outcome else None
    model = _like(story, figure) if scope not in _LONG else None
    return _method(story, model, scope, by) if model is not None else _of_parts(story, figure, scope, by)


def _like(story: Story, figure: Figure) -> Figure | None:
    """Those who were harmed like these: with whom they are told, whom they count again, than whom they are others."""
    return lender(story, figure) or caught(story, figure) or recount_of(story, figure) or others_than(story, figure)


def _of_parts(story: Story, figure: Figure, scope: str, by: list[str]) -> str | None:
    """«treize morts: sept policiers et cinq agents»: as those were whom it counts apart, where they are all, or nearly,
    and bore arms.
    """
    parts = [f for f in story.parts_of(figure) if f.outcome == figure.outcome and victims(f) in ARMED]
    ways = {_method(story, part, scope, by) for part in parts}
    return ways.pop() if len(ways) == 1 and figure.number * _MOST <= sum(f.number for f in parts) else None


def _method(story: Story, figure: Figure, scope: str, by: list[str]) -> str | None:
    """The verb's own way, the act as the sentence or else the story tells it; nothing for vague totals."""
    own = _by_mob(figure) or figure.clause.units[figure.trigger].feature("method") or means(figure)
    if own and figure.outcome != "evacuated":
        stabbed = says("stabs", [figure.clause.units[figure.trigger]])
        return _by_victims(figure, own) if stabbed else own.replace("_", " ")
    if figure.outcome == "abducted":
        if says("kept", [figure.clause.units[figure.trigger]]):
            return None  # «40 captifs»: how they were taken is not said
        return "Abduction/forced disappearance"
    if hushed(story, figure):
        return None
    if scope in _LONG:
        return _over_weeks(story, figure, scope, by)
    telling = story.telling_of.get(id(figure))
    bodily = figure.outcome in BODILY or (figure.outcome == "missing" and victims(figure) in ARMED)
    if not bodily or (telling is None and (scope == "state" or in_war(figure))):
        return None
    if scope == "several" and all_told(story, figure):
        return None
    how = _in_act(story, figure, by)
    alone = figure.parent is None and victims(figure) in ARMED
    return "Armed clash" if how == "Attack" and alone else how  # attacks are on civilians (ACLED)


def _in_act(story: Story, figure: Figure, by: list[str]) -> str | None:
    """As their act was; people whose killing is all that is told were attacked where somebody is told to have done it,
    and fell in the fights around.
    """
    act, telling = story.act_of.get(id(figure)), story.telling_of.get(id(figure))
    kind = _put_down(figure, _kind(act, telling), by)
    if telling is not None and kind not in DEMONSTRATIONS and says("violence", [telling.clause.units[telling.at]]):
        return None  # «tuées samedi dans les violences»: in any way
    repressed = telling is not None and says("repression", [telling.clause.units[telling.at]])
    if repressed and figure.outcome == "killed" and victims(figure) not in ARMED:
        return EXCESSIVE
    if figure.outcome == "killed" and (kind in _UPON or telling is None) and _attackers(figure):
        return "Armed clash"
    if kind in _THROWN and _from_afar(telling, kind) and not _just_hit(figure, act) and _in_battle(story, figure):
        return "Armed clash"
    if kind not in _SHOT and by_hand(figure):
        return _in_battle(story, figure) or (_by_victims(figure, "Attack") if aimed_at(figure) else None)
    if _says_how(act, telling, kind):
        return _as_act(story, figure, act, telling, kind)
    if by or by_hand(figure) or _by_somebody(figure) or _done(figure, act):
        return "Armed clash" if _mostly_armed(story, figure) else _by_victims(figure, "Attack")
    if both_fell(story, figure):
        return "Armed clash"
    return _in_battle(story, figure) or _in_attack(story, figure, act) or of_raids(story, figure)


def _as_act(story: Story, figure: Figure, act: Act | None, telling: Telling | None, kind: str | None) -> str | None:
    """As the act was that harmed them; «un attentat» on soldiers leaves it open, and so do several ways."""
    if act is None:
        return kind
    if in_several_ways(story, figure, act):
        fought = act.target != "civilians" and (act.target is not None or "Armed clash" in act.raw)
        return "Armed clash" if act.type == "Armed clash" and fought else None
    if telling is None and _lost_sight(figure, act, kind):
        return None
    if kind == "Armed clash" and (act.raw == {"attentat"} or of_a_bomb(act, telling)):
        return None
    if kind == "Armed clash" and attacked(story, figure, act, telling):
        return "Attack"
    one_sided = act.raw <= ONE_SIDED and not _fighters_too(story, figure)
    return _by_victims(figure, kind) if one_sided and kind else kind


def _lost_sight(figure: Figure, act: Act, kind: str | None) -> bool:
    """People without arms told some sentences apart from a fight, or from a march: nothing says that it was in it."""
    if victims(figure) in ARMED or (says("tally", figure.clause.units) and counts_again(figure)):
        return False
    gap = figure.clause.index - act.clause.index
    return kind in ("Armed clash", DISPERSED, RIOT) and gap not in (0, 1)


def _from_afar(telling: Telling | None, kind: str) -> bool:
    """The sentence of the dead itself does not tell of the fire that the story tells of elsewhere."""
    return telling is None or telling.type != kind


def _just_hit(figure: Figure, act: Act | None) -> bool:
    """«L'artillerie de X a pilonné des positions de Y. Six combattants ont été tués»: by that fire on their side."""
    if act is None or figure.clause.index - act.clause.index != 1 or not act.by:
        return False
    words = {u.value.replace("_", " ") for u in act.clause.units if u.code in "EF"}
    return words <= {*FIRE, "bombing", "strike"} and act.target not in (None, "civilians") and act.target not in act.by


def _says_how(act: Act | None, telling: Telling | None, kind: str | None) -> bool:
    """The act says more than that they were killed, or that there was an operation."""
    if kind is None or kind in HARMLESS or (act is not None and act.raw == {"operation"}):
        return False
    return not (_only_killing(act, telling) and kind == _kind(act, telling))


def _over_weeks(story: Story, figure: Figure, scope: str, by: list[str]) -> str | None:
    """What sums up weeks, or a war, tells a way only where its own words do: «les raids ont fait 900 morts depuis»."""
    act, telling = story.act_of.get(id(figure)), story.telling_of.get(id(figure))
    fought = telling is None or telling.type in BY_HAND
    if figure.outcome not in BODILY or (telling is not None and fought and starts_count(telling.clause, telling.at)):
        return None
    if in_fights(figure):
        return "Armed clash"
    if figure.outcome == "killed" and _of_a_state(by) and says("unrest", figure.clause.units):
        return EXCESSIVE  # «tuées par les forces de sécurité depuis le début des protestations»
    if scope == "period" and fought and victims(figure) not in ARMED and _by_group(figure, by):
        return "Attack"
    if scope == "period" and fought and (both_fell(story, figure) or _lost_in(figure, act, telling)):
        return "Armed clash"
    if telling is None or (victims(figure) not in ARMED and telling.clause.units[telling.at].value == "attack"):
        return None
    repressed = act is not None and act.type in DEMONSTRATIONS and act.raw & {DISPERSED, EXCESSIVE}
    kind = _put_down(figure, act.type if act is not None and repressed else telling.type, by)
    none = _in_any_way(figure, kind, by) or (kind in DEMONSTRATIONS and in_war(figure)) or kind in HARMLESS
    return None if none else kind


def _lost_in(figure: Figure, act: Act | None, telling: Telling | None) -> bool:
    """«L'offensive a duré huit jours. 52 soldats ont été tués»: fighters of one side, in an operation or fights of
    weeks.
    """
    led = telling is None or telling.clause.units[telling.at].value == "operation"
    alone = led and figure.parent is None and victims(figure) in ARMED
    return alone and act is not None and act.type == "Armed clash" and bool(act.raw & _BATTLES)


def _mostly_armed(story: Story, figure: Figure) -> bool:
    """«57 personnes, dont 53 gendarmes»."""
    parts = [f for f in story.parts_of(figure) if victims(f) in ARMED]
    return figure.number <= 2 * sum(f.number for f in parts)


def _done(figure: Figure, act: Act | None) -> bool:
    """The story tells who killed others in that act, so that these were attacked too; not who is «retrouvé mort»."""
    if says("found_dead", figure.clause.units[max(0, figure.trigger - 3) : figure.trigger + 1]):
        return False
    return act is not None and act.type in BY_HAND and bool(act.by or act.seen.by)


def _by_somebody(figure: Figure) -> bool:
    """«tués par des assaillants», «deux tués et un autre blessé par des inconnus»: whoever they are, they attacked."""
    joined = _JOINED.match(figure.clause.codes, figure.trigger + 1)
    told = roles(figure.clause)
    agents = [told.get(at, {}).get("by") for at in (figure.trigger, joined.end() - 1 if joined else -1)]
    return any(agent is not None and agent.unit.code == "V" for agent in agents)


def _only_killing(act: Act | None, telling: Telling | None) -> bool:
    """The story only says that they were killed, and their sentence names no attack."""
    attack = ("attack", "assault", "attentat")
    named = telling is not None and any(u.code == "E" and u.value in attack for u in telling.clause.units)
    shot = act is not None and act.raw == {"assault"} and act.type == "Attack"  # «Quatre passants abattus»
    return act is not None and act.seen.rule == "event.killing" and act.type in BY_HAND and not (named or shot)


def _attackers(figure: Figure) -> bool:
    """«trois assaillants ont été abattus»: those who attacked were fought; who blew himself up was not."""
    who = figure.who
    fallen = who is not None and (who.feature("attacker") is not None or says("outlaws", [who]))
    fallen = fallen and who is not None and not says("bomber", [who])
    return fallen and figure.clause.codes[figure.trigger] in "KkN"


def _by_group(figure: Figure, by: list[str]) -> bool:
    """«531 civils tués par des groupes armés»: whoever bears arms without a state attacks those who do not."""
    agent = roles(figure.clause).get(figure.trigger, {}).get("by")
    return agent is not None and agent.unit.code in "AV" and bool(by) and not any(map(of_state, by))


def _in_any_way(figure: Figure, kind: str | None, by: list[str]) -> bool:
    """What kills over weeks kills in many ways: an offensive, «les attaques» on people who did not fight."""
    if kind not in ("Armed clash", "Attack"):
        return False
    return not by or campaign_at(figure) is not None or (kind == "Attack" and victims(figure) not in ARMED)


def _by_mob(figure: Figure) -> str | None:
    """«battu à mort par la foule»."""
    return MOB if figure.outcome in BODILY and mob_of(figure.clause, figure.trigger) is not None else None


def _put_down(figure: Figure, kind: str | None, by: list[str]) -> str | None:
    """Forces of a state that kill people who protest use excessive force (ACLED); their own dead and hurt are those of
    a violent demonstration, and nobody else puts protests down.
    """
    if kind in DEMONSTRATIONS and victims(figure) in ARMED:
        return _by_victims(figure, "Attack") if by and not any(a.endswith("-PRO") for a in by) else RIOT
    forces = _of_a_state(by)
    if figure.outcome == "killed" and (kind == DISPERSED or (forces and kind in DEMONSTRATIONS)):
        return EXCESSIVE
    if kind in (RIOT, DISPERSED) and shot(figure):
        return EXCESSIVE
    return EXCESSIVE if forces and kind in (None, "Attack") and _protested(figure) else kind


def _of_a_state(by: list[str]) -> bool:
    return bool(by) and all(of_state(actor) for actor in by)


def _armed_group(actor: str) -> bool:
    """Neither a state, nor a crowd, nor forces of a land that rules itself."""
    return not of_state(actor) and unnamed(actor) not in _NO_GROUP


def _protested(figure: Figure) -> bool:
    """The noun of the people, or of those whom the figure is a part of, says that they protested."""
    people = [who for who in (figure.who, figure.parent.who if figure.parent else None) if who is not None]
    crowd = any(i.endswith("-PRO") for who in people if who.actor is not None for i in who.actor.ids)
    return crowd or any(says("protest", [who]) for who in people)


def _by_victims(figure: Figure, kind: str) -> str:
    """An attack on fighters or police is a clash of armed sides, one that struck civilians is not (ACLED)."""
    people = victims(figure)
    if kind == "Attack" and people in ARMED:
        return "Attack" if _among_others(figure) else "Armed clash"
    return "Attack" if kind == "Armed clash" and people not in ARMED_PEOPLE else kind


def _among_others(figure: Figure) -> bool:
    """«30 morts, dont un policier»: the few under arms who fell with people attacked."""
    whole = figure.parent
    return whole is not None and victims(whole) not in ARMED and figure.number * 2 < whole.number


def _fighters_too(story: Story, figure: Figure) -> bool:
    """The same breath tells of soldiers or police among those harmed: the attack was on them."""
    rank = figure.clause.index
    beside = [f for f in story.figures_in(rank, rank) if f is not figure]
    return any(f.outcome in BODILY and victims(f) in ARMED for f in beside)


def _in_battle(story: Story, figure: Figure) -> str | None:
    """Soldiers who are counted near the fights of a story fell in them; one man, or «des dizaines», not so surely."""
    if victims(figure) not in ARMED or figure.quantity is None or figure.quantity.count is None:
        return None
    rank = figure.clause.index
    around = [c for c in story.analysis.clauses[: rank + _BATTLE + 1] if rank - c.index <= _BATTLE]
    act = story.act_of.get(id(figure))
    if act is None and any(a.type == "Armed clash" and not a.denied for a in story.acts):
        return "Armed clash"
    fought = any(u.code in "EF" and u.value in ("Armed_clash", "assault") for c in around for u in c.units)
    return "Armed clash" if fought else None


def _is_raid(act: Act) -> bool:
    return act.type in RAIDS and bool(act.by) and act.seen.rule != "event.killing"


def _in_attack(story: Story, figure: Figure, act: Act | None) -> str | None:
    """People without arms who died where and when the story tells of an attack on such: they died in it."""
    if victims(figure) in ARMED or (act is not None and act.type != "Attack"):
        return None
    raids = story.analysis.once("raids", lambda: [a for a in story.acts if _is_raid(a)])
    near_by = [a for a in raids if a is not act and abs(a.clause.index - figure.clause.index) <= _NEAR]
    if act is not None:
        return "Attack" if any(_meet(a, act.where, act.when) for a in near_by) else None
    if victims(figure) == "people":
        return None
    where = place_in_clause(story.analysis, figure.clause, figure.start, figure.end)
    when = day_told(story.analysis, figure)
    before = [a for a in near_by if 0 <= figure.clause.index - a.clause.index <= _BATTLE]
    return "Attack" if any(_meet(a, where or a.where, when or a.when) for a in before) else None


def _meet(act: Act, where: Where | None, when: When | None) -> bool:
    """At its place, on its day."""
    if act.where is None or where is None or act.when is None or when is None:
        return False
    return near(act.where.place, where.place) and overlap(act.when, when)


def _kind(act: Act | None, telling: Telling | None) -> str | None:
    """The type of the act; a type of its own that the sentence gives comes before what the story makes of it."""
    if act is None:
        return None
    if telling is not None and act.type in DEMONSTRATIONS and any(map(_armed_group, telling.by)):
        return telling.type
    if telling is None or telling.type not in _OF_ITSELF or act.type in DEMONSTRATIONS:
        return act.type
    word = telling.clause.units[telling.at]
    if word.value == "operation" and (act.type in BOMBS or (act.type == "Attack" and telling.again)):
        return act.type  # «tué lors d'une opération, après l'explosion d'une mine», «cette opération a fait six morts»
    if (word.value == "bombing" and act.type in FIRE) or on_land(act, word):
        return act.type  # «un bombardement», of which the story tells that it was with shells
    fought = any(u.code in "EF" and u.value == "Armed_clash" for u in telling.clause.units)
    told_so = act.type in _OF_ITSELF | BOMBS
    return act.type if telling.type == "Armed clash" and told_so and not fought else telling.type
