"""Speakers that are joined: «l'Elysée et l'armée», «un élu, un médecin et une source sécuritaire»."""

from .attribution_meant import meant
from .attribution_scene import Scene, Speaker

FAR = 9  # words between a speaker and the verb, or a cue and the speaker, beyond which they do not belong together
OWN = 5  # words of a speaker's own complement before «et» joins another
_SINGLE = frozenset(["un", "une", "des"])


def stops(scene: Scene, index: int) -> bool:
    """A full stop that is not that of «M.», a semicolon, a closing mark."""
    return scene.low(index) in (";", "»", "!", "?") or (scene.low(index) == "." and not scene.small(index - 1, "title"))


def _joined(scene: Scene, after: int, last: int) -> int | None:
    """The first word of the speaker behind «et»."""
    while scene.small(after, "article") or scene.low(after) in ("que", "qu'"):
        after += 1
    if scene.small(after, "reporter"):  # «selon un élu et des journalistes de l'AFP»
        after += 2 + scene.small(after + 2, "article")
    joined = scene.starting.get(after)
    return after if after < last and joined is not None and not joined.adjective else None


def _next_joined(scene: Scene, stop: int, last: int) -> int | None:
    """The first word of a speaker joined to one that ends before `stop`: «des médecins de la province et l'armée»."""
    while (beside := scene.starting.get(stop)) is not None and beside.adjective:
        stop = scene.last_of[stop]  # «des médecins palestiniens et le Hamas»
    if scene.low(stop) == "," and (second := _listed(scene, stop + 1, last)) is not None:
        return second
    for k in range(stop, min(last, stop + OWN)):
        if scene.small(k, "joins"):
            return _joined(scene, k + 1, last)
        if k == stop and not scene.small(k, "article") and not scene.small(k, "governing"):
            return _joined_at_end(scene, stop, last)
        if k in scene.starting or stops(scene, k) or scene.low(k) == ",":
            return None
    return None


def _listed(scene: Scene, after: int, last: int) -> int | None:
    """«un élu, un médecin et une source»: the first word of the second of three, each with an article of the same kind;
    not «le porte-parole, le colonel X et …».
    """
    second = after + 1
    if scene.low(after) not in _SINGLE or second not in scene.starting or scene.starting[second].adjective:
        return None
    third = scene.last_of[second]
    joined = scene.small(third, "joins") and scene.low(third + 1) in _SINGLE and third + 2 in scene.starting
    return second if joined and third + 2 < last else None


def _joined_at_end(scene: Scene, stop: int, last: int) -> int | None:
    """«selon un élu joint au téléphone et l'armée.»: behind words of the first speaker's own, nothing follows."""
    for k in range(stop, min(last, stop + FAR)):
        if scene.small(k, "joins"):
            joined = _joined(scene, k + 1, last)
            return joined if joined is not None and scene.low(scene.last_of[joined]) in (".", ",", ")", "") else None
        if not scene.low(k).isalpha() or (k in scene.starting and not scene.starting[k].adjective):
            return None
    return None


def chain(scene: Scene, index: int, last: int) -> Speaker:
    """A mention with those joined to it: «l'Elysée et l'armée», «les médias officiels et l'OSDH»."""
    ids, stop = list(meant(scene, scene.starting[index], index)), scene.last_of[index]
    while (k := _next_joined(scene, stop, last)) is not None:
        ids += [i for i in meant(scene, scene.starting[k], k) if i not in ids]
        stop = scene.last_of[k]
    return Speaker(tuple(i for i in ids if not i.endswith(("-UNK", "-PRO"))), index, stop)
