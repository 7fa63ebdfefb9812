"""Speakers that are joined: «l'Elysée et l'armée», «un élu, un médecin et une source sécuritaire»."""

from .actors import ActorMention
from .attribution_meant import meant
from .attribution_scene import Scene, Speaker

FAR = 9  # words between a speaker and the verb, or a cue and the speaker, beyond which they do not belong together
OWN = 5  # words of a speaker's own complement before «et» joins another
_GLOSS = 5  # words of a name in brackets behind the full one, with them
_SINGLE = frozenset(["un", "une", "des"])
_ENDS = frozenset([".", ")", ";", ""])
_ANEW = frozenset(["que", "qu'", "auprès", "selon", "après"])  # «selon X et d'après Y»
_OPENS = frozenset([":", '"', "«", "que", "qu'"])


def stops(scene: Scene, index: int) -> bool:
    """A full stop that is not that of «M.», a semicolon, a closing mark."""
    return scene.low(index) in (";", "»", "!", "?") or (scene.low(index) == "." and not scene.small(index - 1, "title"))


def _joined(scene: Scene, after: int, last: int) -> int | None:
    """The first word of the speaker behind «et», «et auprès de», «et selon»."""
    while scene.small(after, "article") or scene.low(after) in _ANEW:
        after += 1
    if scene.small(after, "reporter"):  # «selon un élu et des journalistes de l'AFP»
        after += 2 + scene.small(after + 2, "article")
    joined = scene.starting.get(after)
    return after if after < last and joined is not None and not joined.adjective else None


def _next_joined(scene: Scene, stop: int, last: int) -> int | None:
    """The first word of a speaker joined to one that ends before `stop`: «des médecins de la province et l'armée»."""
    while (beside := scene.starting.get(stop)) is not None and beside.adjective:
        stop = scene.last_of[stop]  # «des médecins palestiniens et le Hamas»
    stop = _past_gloss(scene, stop, last)
    if scene.low(stop) == ",":
        second = _listed(scene, stop + 1, last)
        second = _in_a_row(scene, stop + 1, last) if second is None else second
        if second is not None:
            return second
    for k in range(stop, min(last, stop + OWN)):
        if scene.small(k, "joins"):
            return _joined(scene, k + 1, last)
        if k == stop and not scene.small(k, "article") and not scene.small(k, "governing"):
            return _joined_at_end(scene, stop, last)
        if k in scene.starting or stops(scene, k) or scene.low(k) == ",":
            return None
    return _joined_at_end(scene, stop, last)


def _past_gloss(scene: Scene, index: int, last: int) -> int:
    """«l'Observatoire (OSDH) et la Défense civile»: the index behind brackets that open there, else the same."""
    if scene.low(index) != "(":
        return index
    return next((k + 1 for k in range(index, min(last, index + _GLOSS)) if scene.low(k) == ")"), index)


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


def _in_a_row(scene: Scene, after: int, last: int) -> int | None:
    """«selon l'ONU, la Croix-Rouge et l'OSDH.»: the first word of the next of a row, which ends the sentence: behind
    «selon l'armée, les rebelles et leurs alliés ont …» others do what the army says.
    """
    second = after + scene.small(after, "article")
    if second not in scene.starting or scene.starting[second].adjective:
        return None
    third = scene.last_of[second]
    if scene.low(third) == "," and third + 1 < last:
        return second if _in_a_row(scene, third + 1, last) is not None else None
    if not scene.small(third, "joins"):
        return None
    end = third + 1 + scene.small(third + 1, "article")
    named = end < last and end in scene.starting and not scene.starting[end].adjective
    return second if named and scene.low(scene.last_of[end]) in _ENDS else None


def row_before(scene: Scene, mention: ActorMention) -> list[ActorMention]:
    """«La France, le Royaume-Uni et l'Allemagne ont affirmé»: those who open the sentence before the one to which the
    last is joined; none where something else opens it («Dans un raid contre X, Y et Z ont …»).
    """
    found: list[ActorMention] = []
    first = _article(scene, scene.first_of(mention))
    while scene.low(first - 1) == "," and (one := scene.ending.get(first - 2)) is not None and one.ids:
        if one.adjective:
            return []
        found.insert(0, one)
        first = _article(scene, scene.first_of(one))
    opens = first == 0 or stops(scene, first - 1) or scene.low(first - 1) in _OPENS
    return found if opens else []


def _article(scene: Scene, first: int) -> int:
    """The index of a mention's article, of its first word where it has none."""
    return first - scene.small(first - 1, "article")


def _joined_at_end(scene: Scene, stop: int, last: int) -> int | None:
    """«selon un élu joint au téléphone et l'armée.»: behind words of the first speaker's own, nothing follows."""
    end, k = min(last, stop + FAR), stop
    while (k := _past_gloss(scene, k, last)) < end:
        if scene.small(k, "joins"):
            joined = _joined(scene, k + 1, last)
            return joined if joined is not None and scene.low(scene.last_of[joined]) in (".", ",", ")", "") else None
        if not scene.low(k).replace("'", "").isalpha() or (k in scene.starting and not scene.starting[k].adjective):
            return None
        k += 1
    return None


def chain(scene: Scene, index: int, last: int) -> Speaker:
    """A mention with those joined to it: «l'Elysée et l'armée», «les médias officiels et l'OSDH»."""
    ids, stop = list(meant(scene, scene.starting[index], index)), scene.last_of[index]
    while (k := _next_joined(scene, stop, last)) is not None:
        ids += [i for i in meant(scene, scene.starting[k], k) if i not in ids]
        stop = scene.last_of[k]
    return Speaker(tuple(i for i in ids if not i.endswith(("-UNK", "-PRO"))), index, stop)
