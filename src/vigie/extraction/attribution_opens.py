"""What brings in the words said behind a verb of speech: «que», a colon, a number, «avoir …»."""

from .attribution_forms import Speech
from .attribution_meant import number
from .attribution_scene import Scene
from .attribution_speakers import passes

_HAVE = frozenset({"avoir", "être"})
_NEAR_THAT = 6  # words behind «a glissé» in which «que» stands («a glissé mardi à l'AFP que»)
_INFINITIVE = ("er", "ir", "dre")
_TELLS = 14  # words behind a verb of speech among which what is said begins
_NUMBER = 7  # words behind «a compté» in which its number stands («a compté cette année plus de 370 morts»)


def says_so(scene: Scene, form: Speech, after: int, last: int) -> bool:
    """«X s'indigne que …», «X a glissé à l'AFP que …», «X se vante d'avoir …»; what somebody wishes is not told."""
    if "wish" in form.features:
        return False
    if scene.low(after) in ("d'", "de") and scene.low(after + 1) in _HAVE:
        return True
    near = range(after, min(last, after + _NEAR_THAT))
    that = next((k for k in near if scene.low(k) in ("que", "qu'") or not passes(scene, k)), last)
    return scene.low(that) in ("que", "qu'")


def opens_speech(scene: Scene, form: Speech, after: int, last: int) -> bool:
    """The verb brings in what is said: «que», a quotation, a colon, «avoir …», an object where the verb takes one; «a
    répliqué en bombardant» says nothing.
    """
    if scene.low(after) == "en" and scene.low(after + 1).endswith("ant"):
        return False
    if "deny" in form.features and scene.low(after) in (".", ",", ";", ""):
        return True
    if "given" in form.features:  # «a livré un bilan: …», not «a présenté ses "regrets"»
        return ":" in scene.lows[after : min(last, after + _TELLS)]
    if "object" in form.features:
        return len(form.sequence) > 2 or (after < last and scene.low(after) not in (".", ";"))
    if "number" in form.features and scene.low(after) != "parmi":
        return any(number(scene.low(k)) for k in range(after, min(last, after + _NUMBER))) or _says_that(
            scene, after, last
        )
    return _says_that(scene, after, last)


def _says_that(scene: Scene, after: int, last: int) -> bool:
    return _infinitive(scene, after) or any(scene.small(k, "that") for k in range(after, min(last, after + _TELLS)))


def _infinitive(scene: Scene, index: int) -> bool:
    """«affirment détenir», «dit ne pas contrôler»: what is claimed stands in an infinitive."""
    index += scene.low(index) in ("d'", "de") and scene.low(index + 1) in _HAVE  # «se vante d'avoir»
    while scene.low(index) in ("n'", "ne", "pas", "plus", "l'", "les", "en"):
        index += 1
    return scene.low(index).endswith(_INFINITIVE) and not scene.small(index, "skip")
