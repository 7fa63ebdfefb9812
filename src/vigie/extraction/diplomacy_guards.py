"""What looks like an act of diplomacy and is none: wishes, other people's verbs, politics at home."""

import re

from .diplomacy_deeds import a_deed
from .parties import View
from .rule_tables import word_lists
from .rules import Fit, Rule
from .walk import governor, masked, within_relative

_PEACE = re.compile(
    r"paix|cessez-le-feu|trêve|armistice|hostilités|résolution|traité|retrait|échange|libération|protocole"
)
_COALITION = re.compile(
    r"partage du pouvoir|gouvernement d'union|gouvernement de coalition|coalition gouvernementale|budget"
)
_SPOKEN = ("REQUEST", "ACCUSE", "THREATEN")
_OWN = ("ses", "leurs", "aux")
_OBJECT = re.compile(r"[^.;:]{0,16}?[AaEWPN\"n]")
_OF_DANGER = re.compile(r"[^.;:cVK]{0,16}?d[lq]{0,2}E")
_TO_HAVE = re.compile(r"[oaj]{0,2}dx")
_ASKED = re.compile(r"[rT\"]{0,3}:|[rT]{0,2}e(?P<verb>o)")
_HEAD_WHO = re.compile("[^,.;:]{1,9},w[^,.;:]{1,60}")  # «un voisin, qui a tout vu, a accusé X»: X does not speak
_WHO_DOES = re.compile(r"w[lrsyg]{0,2}$")
_ATTACK = re.compile(r"[^.;:VK]{0,4}?E")
_TO_DO = re.compile(r"[rT\"]{0,2}d[lsy]{0,2}(?P<verb>[oIJ])")
_HIM = re.compile("lx[rT]{0,2}$")
_TO_WHAT = re.compile('[rT",]{0,4}(?:i[^.;:]{1,12})?e')
_EACH_YEAR = re.compile(r"\bchaque (?:année|mois)\b|\bannuelle?s?\b|\bpar (?:an|mois)\b|\btous les (?:ans|mois)\b")
_OFFICE = re.compile("Aa?dl?[^,.;:VKGI]{1,2}")
_WORD = re.compile(r"\w+(?: publi\w+| sociales)?")
_INFINITIVE = re.compile(r".{2,}(?:er|ir|re|oir)$")


def _words() -> dict[str, tuple[str, ...]]:
    return word_lists("fr", "diplomacy")


def no_act(seen: View, rule: Rule, fit: Fit, act: str, partner: bool) -> bool:
    """Whether words that fit a rule are no act between powers after all; `partner`: they name the other side."""
    at = fit.roles["act"]
    return (
        _of_another(seen, fit, at)
        or a_deed(seen, rule, fit, act, partner)
        or _no_power(seen, fit, act)
        or (rule.name == "diplomacy.inverted-told" and _HEAD_WHO.fullmatch(seen.codes, 0, fit.start) is not None)
        or (seen.codes[at] == "I" and _pledged(seen, at))
        or _by_hand(seen, fit, at)
        or (act in _SPOKEN and (_to_his_own(seen, at) or (not partner and _at_home(seen, at))))
        or (not partner and (act != "ACCUSE" or _no_violence(seen, at)) and _of_a_home_office(seen, fit))
        or (act == "AID" and not partner and _ministry_at_home(seen, fit))
        or (act == "AID" and (_near(seen, at, "reward") or _yearly(seen, at) or _to_its_own(seen, fit, at)))
        or (act == "REJECT" and (_inquires(seen, at) or _denied_aside(seen, at)))
        or (act == "CONSULT" and not partner and _indoors(seen, at))
        or (act == "THREATEN" and (_own_men(seen, at) or _warned_of(seen, at)))
        or (act == "REQUEST" and (_for_himself(seen, at) or _asks_his_men(seen, at) or _phoned(seen, at)))
        or (act == "ACCUSE" and _in_passing(seen, rule, at))
        or (act == "REJECT" and (_fought_off(seen, at) or (not partner and _merely_refused(seen, at))))
        or (act == "ACCUSE" and not partner and _objectless(seen, rule, at))
        or (act != "ACCUSE" and _only_named(seen, rule, fit, at))
        or (act == "AGREE" and (_of_parties(seen, at) or (not partner and _private(seen, rule, at))))
        or (act == "RETREAT" and _freed_by_soldiers(seen, fit, at))
        or (act == "SANCTION" and _unlisted(seen, at))
        or (act == "MOBILIZE" and (_his_own(seen, fit, at) or _civil(seen, at)))
        or (rule.name == "diplomacy.troops" and (not _force(seen, fit) or _takes(seen, at)))
        or (rule.name.endswith("-backs") and not _fighters(seen, at))
        or (rule.name == "diplomacy.present-at" and not _meeting(seen, at))
    )


def _ministry_at_home(seen: View, fit: Fit) -> bool:
    """«le ministère de l'Agriculture a débloqué une aide»: it helps its own farmers."""
    if "actor" not in fit.roles:
        return False
    name = seen.clause.units[fit.roles["actor"]].low
    return name.startswith("minist") and not any(word in name for word in _words()["abroad"])


def _of_a_home_office(seen: View, fit: Fit) -> bool:
    """«La ministre de la Culture a félicité les agents», «le ministre de l'Economie appelle à une trêve des prix»: who
    deals with such things, and with nobody abroad, is no power in a conflict.
    """
    at = fit.roles.get("actor", -1)
    actor = seen.clause.units[at].actor if at >= 0 else None
    if actor is None or not actor.text.lower().startswith("minist"):
        return False
    behind = _OFFICE.match(seen.codes, at)
    words = [actor.text, *(unit.low for unit in seen.clause.units[at + 1 : behind.end() if behind is not None else at])]
    return any(word.startswith(_words()["home_offices"]) for word in _WORD.findall(" ".join(words).lower()))


def _yearly(seen: View, at: int) -> bool:
    """«verse chaque année 500 millions»: a habit."""
    return _EACH_YEAR.search(" ".join(u.low for u in seen.clause.units[max(0, at - 6) : at + 7])) is not None


def _to_its_own(seen: View, fit: Fit, at: int) -> bool:
    """«Le gouvernement malien a remis à l'armée deux cents véhicules»: a state arms itself."""
    if "actor" not in fit.roles or (giver := seen.clause.units[fit.roles["actor"]].actor) is None:
        return False
    takers = [unit.actor for unit in seen.clause.units[at + 1 : at + 6] if unit.actor is not None]
    return bool(takers) and takers[0].role == "force" and takers[0].ids == giver.ids


def _of_another(seen: View, fit: Fit, at: int) -> bool:
    """The verb has another subject, or is only wished for: «tous ceux qui s'opposent», «il faut que X accepte»."""
    if "actor" not in fit.roles or fit.roles["actor"] >= at:
        return False
    units, actor = seen.clause.units, fit.roles["actor"]
    if within_relative(masked(seen), actor, at) or _accused_of(seen, actor):
        return True
    between = units[actor + 1 : at]
    if (
        seen.codes[at - 1] == ","
        and seen.codes[at] == "V"
        and units[actor].actor is not None
        and seen.codes.count(",", actor, at) == 1
    ):
        return True  # «X reprendrait Y, avertit un responsable»: he speaks
    if any(u.low in _words()["nobody"] for u in between):
        return True
    first = units[actor].actor
    many = actor > 0 and (units[actor - 1].low in _words()["many"] or units[actor - 1].code == "Q")
    plural = first is not None and first.plural and first.role != "people" and many
    own = [u.low for i, u in enumerate(between, actor + 1) if seen.codes[i] in "xXk"]
    if plural and own and own[-1] in _words()["singular"]:
        return True
    return _wished(seen, actor)


def _accused_of(seen: View, actor: int) -> bool:
    """«accuse les rebelles d'avoir mené une provocation»: they are the ones accused."""
    before = seen.clause.units[max(0, actor - 4) : actor]
    return _TO_HAVE.match(seen.codes, actor + 1) is not None and any(u.low.startswith("accus") for u in before)


def _wished(seen: View, actor: int) -> bool:
    before = seen.clause.units[max(0, actor - 6) : actor]
    wished = ("il ", *_words()["wished"])
    if any(u.low.startswith(wished) and u.low.endswith((" que", " qu'")) for u in before[-2:]):  # «il faut que»
        return True
    that = next((i for i in range(len(before) - 1, -1, -1) if before[i].low in ("que", "qu'")), None)
    if that is None or len(before) - that > 2:
        return False
    return any(u.low.startswith(_words()["wished"]) for u in before[max(0, that - 4) : that])


def _pledged(seen: View, at: int) -> bool:
    """«se sont entendus lundi pour libérer», «sont convenus de suspendre»: agreed, not done."""
    verb = governor(masked(seen), at)
    near = seen.clause.units[max(0, verb - 3) : verb + 1] if verb is not None else []
    return any(u.low.startswith(_words()["pledged"]) for u in near)


def _at_home(seen: View, at: int) -> bool:
    behind = seen.clause.units[at + 1 : at + 5]
    return any(u.low.startswith(_words()["at_home"]) for u in behind)


def _to_his_own(seen: View, at: int) -> bool:
    """«a exhorté ses concitoyens à ne pas se venger des Palestiniens»: whom he speaks to stands next to the word."""
    behind = [u.low for u in seen.clause.units[at + 1 : at + 5] if u.low not in ("à", "mardi", "encore")]
    return behind[:1] in (["ses"], ["leurs"]) and any(low.startswith(_words()["at_home"]) for low in behind[1:2])


def _in_passing(seen: View, rule: Rule, at: int) -> bool:
    """«selon l'armée, qui impute l'attaque à X», «un raid imputé par Damas à Israël»: whose doing it is, told aside."""
    if not seen.clause.units[at].low.startswith(("imput", "attribu")):
        return False
    if seen.clause.units[at].low.startswith("attribu") and not _a_deed_laid(seen, at):
        return True
    aside = bool(rule.settings.get("passive")) or rule.name == "diplomacy.clause-by"
    return aside or _WHO_DOES.search(seen.codes, 0, at) is not None


def _a_deed_laid(seen: View, at: int) -> bool:
    """«a attribué l'attaque à X», not «a attribué le marché à X», «s'est attribué la victoire»."""
    himself = "s" in seen.codes[max(0, at - 4) : at]
    return not himself and any(u.code in "EFDKNk" for u in seen.clause.units[at + 1 : at + 9])


def _denied_aside(seen: View, at: int) -> bool:
    """«la Russie, qui dément, y voit une provocation»: told in passing."""
    aside = seen.codes[at + 1 : at + 2] == "," and _WHO_DOES.search(seen.codes, 0, at) is not None
    return aside and seen.clause.units[at].feature("denial") is not None


def _fought_off(seen: View, at: int) -> bool:
    """«repoussait l'assaut»: with arms."""
    return seen.clause.units[at].low.startswith("repouss") and _ATTACK.match(seen.codes, at + 1) is not None


def _merely_refused(seen: View, at: int) -> bool:
    """«refuse de parler aux enquêteurs», «exclut de céder à la violence»: nobody's offer is refused."""
    found = _TO_DO.match(seen.codes, at + 1)
    if found is None or not seen.clause.units[at].low.startswith(("refus", "exclu")):
        return False
    verb = seen.clause.units[found.start("verb")].low
    return _INFINITIVE.match(verb) is not None and not verb.startswith(_words()["refusable"])


def _near(seen: View, at: int, name: str) -> bool:
    return any(u.low.startswith(_words()[name]) for u in seen.clause.units[at + 1 : at + 6])


def _inquires(seen: View, at: int) -> bool:
    """«écarte l'hypothèse d'un attentat», «la piste d'une attaque est exclue»."""
    dropped = seen.codes[at] == "K" and seen.clause.units[at].low.startswith(_words()["dropped"])
    before = seen.clause.units[max(0, at - 9) : at] if dropped else []
    return _near(seen, at, "inquiry") or any(u.low.startswith(_words()["inquiry"]) for u in before)


def _indoors(seen: View, at: int) -> bool:
    """«a réuni ses chefs militaires», «a convoqué un conseil de défense»: they meet at home."""
    if not seen.clause.units[at].low.startswith(("réuni", "convoqu", "préside")):
        return False
    behind = " ".join(u.low for u in seen.clause.units[at : at + 7])
    return any(word in behind for word in _words()["indoors"])


def _warned_of(seen: View, at: int) -> bool:
    """«avait prévenu Colombo d'une attaque imminente»: to tell of danger is to help."""
    warned = seen.clause.units[at].low.startswith(("prév", "avert"))
    return warned and _OF_DANGER.match(seen.codes, at + 1) is not None


def _own_men(seen: View, at: int) -> bool:
    """«a mis en garde ses troupes contre les pillages»."""
    units = seen.clause.units
    return any(u.low in _words()["own_men"] and units[i - 1].low in _OWN for i, u in enumerate(units[at : at + 5], at))


def _asks_his_men(seen: View, at: int) -> bool:
    """«a demandé à ses troupes», «a donné trois mois à ses généraux»; not «a appelé X à retirer ses troupes»."""
    units = seen.clause.units
    his = [i for i in range(at + 1, min(at + 6, len(units) - 1)) if units[i].low in ("ses", "leurs")][:1]
    asked = any(i == at + 1 or units[i - 1].low == "à" for i in his)
    return asked and units[his[0] + 1].low in _words()["own_men"]


def _no_power(seen: View, fit: Fit, act: str) -> bool:
    """«les députés», «le parquet»: of a state, but no power speaks; the prosecutor of an international court does, and
    the police may threaten.
    """
    if "actor" not in fit.roles:
        return False
    actor = seen.clause.units[fit.roles["actor"]].actor
    own = actor is not None and actor.kind != "international" and not (act == "THREATEN" and actor.role == "force")
    return actor is not None and own and actor.head.startswith(_words()["not_powers"])


def _by_hand(seen: View, fit: Fit, at: int) -> bool:
    """«Les rebelles s'en sont pris à un village»: people under arms do that with their arms."""
    actor = seen.clause.units[fit.roles["actor"]].actor if "actor" in fit.roles else None
    return seen.clause.units[at].feature("fighters") is not None and actor is not None and actor.kind == "armed"


def _for_himself(seen: View, at: int) -> bool:
    """«a demandé à comparaître», «a demandé: …»: a wish for himself, a question."""
    if not seen.clause.units[at].low.startswith("demand"):
        return False
    found = _ASKED.match(seen.codes, at + 1)
    if found is None:
        return False
    return found["verb"] is None or _INFINITIVE.match(seen.clause.units[found.start("verb")].low) is not None


def _phoned(seen: View, at: int) -> bool:
    """«l'a appelé dimanche»: to speak to him; «l'a appelé à se retirer» asks."""
    called = seen.clause.units[at].low.startswith("appelé") and _HIM.search(seen.codes, 0, at) is not None
    return called and _TO_WHAT.match(seen.codes, at + 1) is None


def _objectless(seen: View, rule: Rule, at: int) -> bool:
    """«en critiquant ceux qui donnent des leçons»: nothing of war, no power, no quotation behind a verb of blame."""
    verb = (
        seen.codes[at] in "VKG" and not rule.settings.get("passive") and not rule.name.startswith("diplomacy.inverted")
    )
    if seen.clause.units[at].low.startswith(("s'en ", "crie")):
        return False  # «s'en inquiète»: of what was told before; «crie à l'injustice»
    pronoun = any(u.low in ("l'", "le", "la", "les") for u in seen.clause.units[max(0, at - 2) : at])
    return verb and not pronoun and _OBJECT.match(seen.codes, at + 1) is None and _no_violence(seen, at)


def _no_violence(seen: View, at: int) -> bool:
    near = seen.clause.units[at + 1 : at + 9]
    return not any(u.code in "EFWDKNkYV" or u.low.startswith(_words()["of_conflict"]) for u in near)


def _only_named(seen: View, rule: Rule, fit: Fit, at: int) -> bool:
    """«a évoqué un retrait», «a parlé de sanctions»: spoken of, not done."""
    if seen.codes[at] != "N" or not rule.name.startswith(("diplomacy.light", "diplomacy.clause")):
        return False
    words = _words()
    if seen.clause.units[at - 1].low in words["this"] and seen.clause.units[at].low.startswith(words["challenges"]):
        return False  # «a qualifié ces accusations d'absurdes»
    first = fit.roles["actor"] + 1 if fit.roles["actor"] < at else 0
    return any(u.low.startswith(words["naming"]) for u in seen.clause.units[first:at])


def _private(seen: View, rule: Rule, at: int) -> bool:
    """«ont conclu un accord sur le partage du pouvoir»: neither another side nor peace."""
    words = " ".join(u.low for u in seen.clause.units[at : at + 7])
    return (
        rule.name.startswith("diplomacy.light")
        and seen.clause.units[at].low.startswith("accord")
        and not _PEACE.search(words)
    )


def _of_parties(seen: View, at: int) -> bool:
    """«un accord sur le partage du pouvoir»: politics at home."""
    return _COALITION.search(" ".join(u.low for u in seen.clause.units[at : at + 8])) is not None


def _freed_by_soldiers(seen: View, fit: Fit, at: int) -> bool:
    """«l'armée a libéré des otages», «ont attaqué la prison et libéré 300 détenus»: others held them."""
    if "actor" not in fit.roles or not seen.clause.units[at].low.startswith("libér"):
        return False
    who = seen.clause.units[fit.roles["actor"]].actor
    soldiers = who is not None and who.kind == "state" and who.role == "force"
    return soldiers or any(u.value == "prison" for u in seen.clause.units[fit.roles["actor"] : at])


def _unlisted(seen: View, at: int) -> bool:
    """«inscrit sur la liste noire» punishes, «inscrit dans la Constitution» does not."""
    listed = (u.low.startswith(("liste", "organisation")) for u in seen.clause.units[at + 1 : at + 10])
    return seen.clause.units[at].low.startswith("inscri") and not any(listed)


def _his_own(seen: View, fit: Fit, at: int) -> bool:
    """«il avait entamé son troisième déploiement»: one man's tour of duty."""
    alone = "actor" in fit.roles and seen.clause.units[fit.roles["actor"]].low == "il"
    return alone or any(u.low in ("son", "sa") for u in seen.clause.units[max(0, at - 2) : at] if seen.codes[at] == "N")


def _civil(seen: View, at: int) -> bool:
    """«a déployé des observateurs», «a envoyé six députés négocier»: no troops."""
    behind = seen.clause.units[at + 1 : at + 5]
    return any(u.low.startswith(_words()["civil"]) for u in behind)


def _fighters(seen: View, at: int) -> bool:
    """«affirme que Y soutient les rebelles» blames Y, «que Y soutient le gouvernement» does not."""
    near = seen.clause.units[at + 1 : at + 7]
    armed = (u.actor is not None and u.actor.kind in ("armed", "generic") for u in near)
    return any(armed) or any(u.code == "V" and u.value == "armed" for u in near)


def _force(seen: View, fit: Fit) -> bool:
    """Soldiers, ships and aircraft arrive, not a government."""
    unit = seen.clause.units[fit.roles["actor"]]
    return unit.value == "armed" or unit.code == "W" or (unit.actor is not None and unit.actor.role == "force")


def _takes(seen: View, at: int) -> bool:
    """«sont entrés à X»: who enters a town takes it (control), who enters a country is sent there."""
    place = next((u.place for u in seen.clause.units[at + 1 : at + 5] if u.place is not None), None)
    town = place is not None and place.place is not None and place.place.level in ("town", "quarter")
    return town and seen.clause.units[at].low.startswith("entré")


def _meeting(seen: View, at: int) -> bool:
    """«en présence de X»: there is something to be present at."""
    if not seen.clause.units[at].low.startswith("en "):
        return True
    values = [v for i, v in enumerate(seen.values) if i != at and seen.codes[i] == "N"]
    return "CONSULT" in values or "AGREE" in values
