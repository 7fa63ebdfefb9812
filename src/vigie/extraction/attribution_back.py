"""Who says what was told before: «C'est ce qu'a indiqué X», «L'information émane de X», «X a communiqué ce bilan»."""

from collections.abc import Sequence

from .attribution_meant import number
from .attribution_scene import Act, Scene

REACH = 4  # sentences back that may be meant
_OPENING = 9  # words at the head of a sentence in which «c'est …, ce que» or its subject stands
_OBJECT = 7  # words behind a verb of speech among which its object stands
_OWN = 4  # words of a speaker's complement before the comma behind him
_SUBJECT = 4  # words at the head of a sentence in which its subject stands («l'attaque et le bilan»)
_NEW = frozenset({"nouveau", "dernier", "même"})
_NOT = frozenset({"n'", "ne", "ni", "sans"})
_SAYS_WHAT = frozenset({"selon", "que", "qu'", "faisant", "de", "d'", "des", "du"})
# rules of acts in which what was told is the subject
_PASSIVE = frozenset(
    [
        "by",
        "tally",
        "vient",
        "viennent",
        "provient",
        "proviennent",
        "émane",
        "émanent",
        "donné",
        "annoncé",
        "annoncée",
        "annoncés",
        "annoncées",
        "confirmé",
        "confirmée",
        "confirmés",
        "confirmées",
        "rapporté",
        "rapportée",
        "communiqué",
        "fourni",
        "établi",
        "publié",
        "diffusé",
    ]
)


def points_back(scene: Scene, acts: Sequence[Act], first: int, last: int) -> Act | None:
    """The act by which a sentence (its words `first` to `last - 1`) tells who says what stands before it."""
    for act in acts:
        denied = "deny" in act.features or not _NOT.isdisjoint(scene.lows[first : min(last, act.last + 1)])
        if act.speaker.ids and not denied and (_it_is(scene, first, last) or _told(scene, act, first, last)):
            return act
    return None


def _it_is(scene: Scene, first: int, last: int) -> bool:
    """«C'est ce qu'a annoncé X», «C'est du moins ce que rapporte X»."""
    if scene.low(first) != "c'" or scene.low(first + 1) != "est":
        return False
    return any(
        scene.low(k) == "ce" and scene.low(k + 1) in ("que", "qu'")
        for k in range(first + 2, min(last, first + _OPENING))
    )


def _told(scene: Scene, act: Act, first: int, last: int) -> bool:
    """«Ce bilan a été donné par X», «X a confirmé l'information»: what was told is the subject or the object."""
    if act.rule in _PASSIVE:
        return any(_what_was_told(scene, k) for k in range(first, min(first + _SUBJECT, act.last)))
    comma = next((k for k in range(act.last, act.last + _OWN) if scene.low(k) == ","), 0)
    if act.first == first and comma:
        return _what_was_told(scene, comma + 1)  # «D'après un élu du lieu, ce bilan est provisoire»
    revised = act.last if counts(scene, act.last, last) else act.first  # «a revu le bilan à la baisse, à dix morts»
    for k in range(revised, min(last, act.last + _OBJECT)) if act.rule == "subject" else ():
        if scene.small(k, "that"):
            return False
        if _what_was_told(scene, k):
            return True
    return False


def _what_was_told(scene: Scene, index: int) -> bool:
    """«ce bilan», «l'information»; not «l'information selon laquelle …», «le bilan de dix morts»."""
    if not (scene.small(index, "definite") or scene.small(index, "demonstrative")):
        return False
    noun = index + 1 + (scene.low(index + 1) in _NEW)
    return scene.small(noun, "news_noun") and scene.low(noun + 1) not in _SAYS_WHAT


def confirms(scene: Scene, act: Act) -> bool:
    """«a été confirmé par X», «X a confirmé»: he says what somebody else said before him."""
    return any(scene.low(k).startswith("confirm") for k in range(act.first, act.last))


def only_points(scene: Scene, act: Act, first: int, last: int) -> bool:
    """«Le bilan a été annoncé lundi par X.»: a sentence without a figure, so that his figures stand behind it too."""
    told = act.rule in _PASSIVE and not confirms(scene, act)
    return told and not counts(scene, first, last)


def counts(scene: Scene, first: int, last: int) -> bool:
    """Whether a number but «un» stands among words."""
    return any(number(low) for low in scene.lows[first:last] if low not in ("un", "une"))


def adds(scene: Scene, acts: Sequence[Act], said_by: tuple[str, ...]) -> bool:
    """«…, a-t-il ajouté», «…, selon la même source», «Toujours selon lui, …»: the one who spoke before goes on, so that
    he spoke in between.
    """
    first = next((act for act in acts if act.speaker.ids), None)
    if first is None or first.speaker.ids != said_by:
        return False
    own = range(first.first, first.last)
    added = first.side == "before" and any(scene.small(k, "adding") for k in own)
    still = first.side == "after" and any(scene.small(k, "still") for k in own)
    return added or still or any(scene.small(k, "back") for k in own)
