"""What is held, fallen or lost in a sentence, and no place: a channel, rockets, aircraft, the seat of a stranger."""

from .control_held import Held
from .lands import control_words
from .parties import Party, View
from .rules import Rule

_SAYING = ("selon", "d'après", "par")
_LOSS = ("control.loss", "control.their-loss")


def no_place(seen: View, rule: Rule, at: int, held: Held, actor: Party | None) -> bool:
    """Whether the words that fit a rule of control are about something else than a place, or about nobody's place."""
    return (
        _of_a_voice(seen, held, at)
        or (rule.name == "control.fallen" and _shells(seen, at))
        or (rule.name in _LOSS and _of_things(seen, at))
        or (rule.name.startswith("control.seat") and _titled(seen, actor))
    )


def _of_a_voice(seen: View, held: Held, at: int) -> bool:
    """«à Saada, selon la chaîne X, contrôlée par Y», «le ministère de l'enclave, contrôlée par Y»: no town."""
    between = [u.low for u in seen.clause.units[:at] if u.start >= held.end]
    said = next((i for i, low in enumerate(between) if low in _SAYING), None)
    return said is not None and any(word in low for low in between[said:] for word in control_words("voices"))


def _shells(seen: View, at: int) -> bool:
    """«Six roquettes tirées depuis X sont tombées sur Y»: it is they that fell."""
    codes = seen.clause.codes
    return "W" in codes[codes.rfind(",", 0, at) + 1 : at]


def _of_things(seen: View, at: int) -> bool:
    """«la perte de son avion», «de trente hommes»."""
    return any(u.low.startswith(control_words("things")) for u in seen.clause.units[at + 1 : at + 5])


def _titled(seen: View, actor: Party | None) -> bool:
    """«fief du maréchal X», whom the program does not know: his rank does not make it the state's."""
    units = seen.clause.units
    at = next((i for i, u in enumerate(units) if actor is not None and u.start == actor.start), None)
    if at is None or at in seen.seats or at + 1 >= len(units) or units[at + 1].code != "U":
        return False
    who = units[at].actor
    return who is not None and who.person is None and who.kind == "state" and who.role == "government"
