"""Level 6: standing numbers: people who are besieged, away from home or held now."""

from .cues import told
from .frames import Figure
from .harm_tolls import says

STANDING = frozenset({"besieged", "displaced", "detained"})
MANY = 10  # people who may be standing numbers
# Holding people goes on, arresting them is done once.
_HOLDS = ("déten", "détien", "retien", "reten", "derrière les barreaux", "en détention", "mainten", "croupi")
_MADE_PRISONERS = ("fait prison", "faits prison", "faite prison", "faites prison")
_SEIZED = ("arrêt", "en garde à vue", "interpell", "captur", "rattrap", "arrest", "appréhend", "rafl", *_MADE_PRISONERS)
_MOVING = frozenset("IkD")  # letters of words for flight: verbs, «l'exode»; a noun («déplacés») says what they are now
_AUXILIARIES = 3  # units before a participle in which «été» or «se» stands
_DRIVEN = ("harm.active", "harm.noun-of")  # rules of figures that an act drove out or took
_MADE = 3  # units before «prisonniers» in which «a fait» stands
_FIGHT = 8  # units before «prisonniers» in which the dead of the fight, or «a fait», stand


def fled(figure: Figure) -> bool:
    """People who were driven out or took flight, not those who are away from home now."""
    if figure.outcome != "displaced":
        return False
    units, at = figure.clause.units, figure.trigger
    code, before = units[at].code, " ".join(u.low for u in units[max(0, at - _AUXILIARIES) : at]).split(" ")
    moved = code in _MOVING or figure.rule.startswith(_DRIVEN) or not {"été", "se"}.isdisjoint(before)
    return moved or says(figure, "driven") or (code == "N" and says(figure, "made"))


def away(figure: Figure) -> bool:
    """How many are away from home now is told: «l'ONU compte 380.000 déplacés», «111 des otages sont toujours
    retenus».
    """
    if figure.rule == "harm.out-of" and figure.outcome == "abducted":
        return says(figure, "still_held")
    return figure.outcome == "displaced" and says(figure, "standing")


def standing(figure: Figure, span: int) -> bool:
    """People who are besieged, displaced or held now, not those whom one event drove out or took."""
    word = figure.clause.units[figure.trigger].low
    if figure.outcome == "detained" and word.startswith((*_HOLDS, *_SEIZED)):
        return (word.startswith(_HOLDS) or _still(figure, word)) and figure.quantity is not None
    if figure.outcome == "detained" and _taken(figure):
        return False
    if figure.outcome == "abducted" and figure.rule == "harm.held":
        before = figure.clause.units[max(0, figure.at - _AUXILIARIES) : figure.at]
        return told("kept", [figure.clause.units[figure.trigger]]) or any(
            unit.low.startswith(_HOLDS) for unit in before
        )  # «détient encore une vingtaine d'otages»
    if figure.outcome == "abducted" and (_kept(figure, word) or away(figure)):
        return True
    if figure.outcome not in STANDING or figure.number < MANY or figure.rule.startswith(_DRIVEN):
        return False
    if away(figure):
        return True
    if fled(figure):
        return says(figure, "sheltered")
    return figure.outcome == "besieged" or span <= 2


def _still(figure: Figure, word: str) -> bool:
    """«détiennent 40 soldats faits prisonniers», «faits prisonniers en janvier sont toujours détenus»."""
    before = figure.clause.units[max(0, figure.at - _AUXILIARIES) : figure.at]
    held = any(unit.low.startswith(_HOLDS) for unit in before)
    return word.startswith(_MADE_PRISONERS) and (held or says(figure, "still_held"))


def _kept(figure: Figure, word: str) -> bool:
    """«Les rebelles retiennent 25 civils», «sont retenus en otage», «25 otages sont aux mains de X»; not «ont été
    retenus».
    """
    if figure.rule == "harm.hostages-in-hands":
        return True
    if figure.quantity is None or not word.startswith(_HOLDS):
        return False
    before = figure.clause.units[max(0, figure.trigger - _AUXILIARIES) : figure.trigger]
    return any(u.feature("present") is not None for u in before if u.code == "X") or word.startswith("retien")


def _taken(figure: Figure) -> bool:
    """«97 soldats tués et une dizaine de prisonniers», «a fait 28 prisonniers»: they were taken in that fight."""
    before = figure.clause.units[max(0, figure.at - _FIGHT) : figure.at]
    dead = any(unit.code in "KNI" and unit.value == "killed" for unit in before)
    made = told("takes", before[-_MADE:]) and "état" not in {unit.low for unit in before}
    return figure.clause.units[figure.trigger].code in "NV" and (dead or made)
