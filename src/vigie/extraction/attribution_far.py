"""A speaker far before his verb: «Des habitants de la ville de X, dans la province de Y, affirment que …»."""

from collections.abc import Iterator

from .attribution_joined import chain
from .attribution_meant import OF, governed
from .attribution_scene import Scene, Speaker

_OPENING = 16  # words of a participle's clause before the sentence begins («Interrogé par nos confrères de X, …»)
_JOINT = frozenset({"joint", "jointe", "joints", "jointes"})
_ENDS = ("é", "ée", "és", "ées")
_APART = frozenset({"mais", "car", "alors", "tandis", "puis", "si", ":", ";", '"', "«", "»", "“", "”", "qu'"})
_MANY, _ONE = frozenset({"ont", "avaient", "auraient"}), frozenset({"a", "avait", "aurait"})


def behind_participle(scene: Scene, verb: int, first: int) -> int:
    """«Interrogé par l'agence X, un maire a dit»: the first word behind the clause that opens the sentence."""
    low = scene.low(first)
    if low not in _JOINT and not (low.endswith(_ENDS) and scene.small(first + 1, "governing")):
        return first
    comma = next((k for k in range(first, min(verb, first + _OPENING)) if scene.low(k) == ","), verb)
    return comma + 1 if comma + 1 < verb else first


def far_subject(scene: Scene, verb: int, first: int) -> Speaker | None:
    """The source that opens the sentence, or what stands behind its first comma, with no other verb before its own."""
    for begin in _heads(scene, verb, first):
        mention = scene.starting.get(begin)
        if mention is None or not mention.ids or mention.adjective or governed(scene, mention):
            continue
        if _agrees(scene, verb, mention.plural):
            return chain(scene, begin, verb) if _only_his(scene, scene.last_of[begin], verb) else None
    return None


def _heads(scene: Scene, verb: int, first: int) -> Iterator[int]:
    """Where the subject of a sentence may begin, behind its article."""
    comma = next((k for k in range(first, verb) if scene.low(k) == ","), first)
    for k in dict.fromkeys((first, comma + 1)):
        yield k + scene.small(k, "lay_det")


def _agrees(scene: Scene, verb: int, plural: bool) -> bool:
    """The verb is of one or of many, as its subject is."""
    low = scene.low(verb)
    return low not in _ONE and (low in _MANY or low.endswith("ent")) if plural else low not in _MANY


def _only_his(scene: Scene, begin: int, verb: int) -> bool:
    """Nothing but what describes the speaker stands between him and his verb."""
    for k in range(begin, verb):
        east = scene.hyphen(k) or scene.small(k - 1, "article")  # «le nord-est», «dans l'est»
        other = scene.small(k, "aux") or scene.small(k, "relates") or (scene.small(k, "being") and not east)
        joined = scene.low(k) == "et" and scene.low(k + 1) not in OF
        if other or joined or scene.low(k) in _APART:
            return False
    return True
